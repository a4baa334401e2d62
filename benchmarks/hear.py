"""Transcribe what render.py spoke, once: judging it again is then a matter of seconds.

    python benchmarks/hear.py build/speech

Appends to <folder>/heard.jsonl, a line a recording, as `python -m coaching transcribe` prints it; what is there already is passed
over. The names on file prime the engine, as they do in the app.
"""

import argparse
import json
import os
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from coaching.audio.fingerprint import fingerprint
from coaching.bootstrap import at_once, open_listener
from coaching.cli.shapes import heard_shape
from coaching.domain.context import CallContext
from coaching.scoring.on_file import read_context
from coaching.settings import Settings


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--without-hints", action="store_true", help="do not prime the engine with the names on file")
    asked = arguments.parse_args()
    settings = Settings.from_environment(os.environ)
    listener = open_listener(settings)
    target = asked.folder / "heard.jsonl"
    done = {json.loads(line)["recording"] for line in target.read_text().splitlines()} if target.exists() else set()
    rows = [json.loads(line) for line in (asked.folder / "rows.jsonl").read_text(encoding="utf-8").splitlines()]

    def hear(row: Mapping[str, Any]) -> str:
        content = (asked.folder / row["recording"]).read_bytes()
        context = read_context(row)
        if asked.without_hints:
            context = CallContext(replace(context.rep, name="", dealership=""))
        heard = listener.listen(row["recording"], fingerprint(content), content, context, lambda _: None)
        return json.dumps(heard_shape(*heard), ensure_ascii=False)

    left = [row for row in rows if row["recording"] not in done]
    with target.open("a", encoding="utf-8") as out, ThreadPoolExecutor(at_once(settings)) as pool:
        for place, line in enumerate(pool.map(hear, left), 1):
            print(line, file=out, flush=True)
            print(f"{place} of {len(left)}", file=sys.stderr)


if __name__ == "__main__":
    main()
