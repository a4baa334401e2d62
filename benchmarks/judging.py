"""How many voicemails a second the whole scorer judges on one core.

python -m benchmarks.judging eval/voicemails.jsonl eval/author_a.jsonl

Processor seconds of this process, the models loaded and warm, no message judged twice. Set OMP_NUM_THREADS=1.
"""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from coaching.cli.rows import Row, read_lines, read_rows
from coaching.rubrics import load_scorer
from coaching.scoring.parse import Spoken
from coaching.scoring.readers import MESSAGE, REPETITION, load_reader

WARM_UP = "Hi Dana, this is Lou at Summit Kia. The rate on the Sorento ends Monday. Call or text me at 240-555-0187."


def main(paths: Sequence[Path]) -> None:
    rows = [row for path in paths for row in read_rows(read_lines(path)) if isinstance(row, Row)]
    scorer = load_scorer()
    scorer.score(Spoken(WARM_UP))
    load_reader(MESSAGE)
    load_reader(REPETITION)
    judged = rate(len(rows), lambda: list(scorer.score_all(Spoken(row.text, row.context) for row in rows)))
    print(f"{len(rows)} voicemails, {judged:.1f} a second with all checks")


def rate(count: int, work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return count / (time.process_time() - started)


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
