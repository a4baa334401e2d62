"""Judge spoken voicemails end to end, and hold the verdicts against those on the true words.

    python benchmarks/end_to_end.py build/speech        (after render.py and hear.py)

For clean and telephone audio: macro F1 of every criterion beside that on the true words, the share of unsure verdicts, how often
the rep's direct line was recognised where it was said, and how many numbers were shown as certain but wrong.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from coaching.cli.evaluate import hold_against
from coaching.cli.rows import Row, read_rows
from coaching.domain.scorecard import NumberMatch, Outcome, Scorecard
from coaching.domain.transcript import Transcript, Word
from coaching.rubrics import load_scorer
from coaching.scoring.numbers import find_numbers
from coaching.scoring.parse import MessageParser, Spoken

KINDS = ("clean", "telephone")


@dataclass(frozen=True, slots=True)
class Numbers:
    """How the spoken numbers fared in the recordings of one kind."""

    lines_said: int
    lines_recognised: int
    shown_as_certain: int
    certain_but_wrong: int


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folders", type=Path, nargs="+")
    rows, heard = read(arguments.parse_args().folders)
    for kind in KINDS:
        there = heard_rows(rows[kind], heard)
        said = with_text(there, lambda row: row["text"])
        report(f"the true words of the {kind} recordings", said, judged(said, [None] * len(said)))
        spoken = with_text(there, lambda row: heard[row["recording"]].text)
        cards = judged(spoken, [heard[row["recording"]] for row in there])
        report(f"{kind} audio", spoken, cards)
        print(numbers(said, cards))


def heard_rows(rows: Sequence[dict[str, Any]], heard: Mapping[str, Transcript]) -> list[dict[str, Any]]:
    return [row for row in rows if row["recording"] in heard]


def judged(rows: Sequence[Row], transcripts: Sequence[Transcript | None]) -> list[Scorecard]:
    pairs = zip(rows, transcripts, strict=True)
    return list(load_scorer().score_all(Spoken(row.text, row.context, transcript) for row, transcript in pairs))


def read(folders: Iterable[Path]) -> tuple[dict[str, list[dict[str, Any]]], dict[str, Transcript]]:
    rows: dict[str, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
    heard = {}
    for folder in folders:
        for row in map(json.loads, (folder / "rows.jsonl").read_text(encoding="utf-8").splitlines()):
            kind = row["recording"].split("/")[0]
            row["recording"] = f"{folder}/{row['recording']}"
            rows[kind].append(row)
        for shape in map(json.loads, (folder / "heard.jsonl").read_text(encoding="utf-8").splitlines()):
            heard[f"{folder}/{shape['recording']}"] = transcript(shape)
    return rows, heard


def transcript(shape: Mapping[str, Any]) -> Transcript:
    words = tuple(Word(w["text"], w["start"], w["end"], w["probability"]) for w in shape["transcript"]["words"])
    return Transcript(words, "en", shape["engine"], shape["model"])


def with_text(rows: Sequence[Mapping[str, Any]], text_of: Any) -> list[Row]:
    """Rows with what is judged as their text: the earlier messages of a lead are then what was heard of them."""
    read = read_rows(json.dumps({**row, "text": text_of(row)}) for row in rows)
    return [row for row in read if isinstance(row, Row)]


def report(title: str, rows: Sequence[Row], cards: Sequence[Scorecard]) -> None:
    print(f"\n{title}: {len(rows)} voicemails")
    for criterion_id, found in hold_against(rows, cards).items():
        print(f"  {criterion_id:24} macro F1 {found.macro_f1 or 0:.3f}  unsure {found.unsure:3} of {found.n}")
    print(f"  unsure: {unsure_share(cards):.1%} of all verdicts")


def unsure_share(cards: Sequence[Scorecard]) -> float:
    outcomes = [finding.outcome for card in cards for finding in card.findings if finding.outcome is not Outcome.NOT_APPLICABLE]
    return outcomes.count(Outcome.UNSURE) / max(1, len(outcomes))


def numbers(said: Sequence[Row], cards: Sequence[Scorecard]) -> Numbers:
    """said: the true words of the recordings, in the order of cards."""
    messages = MessageParser(find_numbers).parse_all(Spoken(row.text, row.context) for row in said)
    lines_said = lines_recognised = certain = wrong = 0
    for message, card in zip(messages, cards, strict=True):
        true = {number.digits for number in message.numbers}
        if any(number.match is NumberMatch.DIRECT_LINE for number in message.numbers):
            lines_said += 1
            lines_recognised += any(number.match is NumberMatch.DIRECT_LINE for number in card.numbers)
        shown = [number.digits for number in card.numbers if number.certain and number.complete]
        certain += len(shown)
        wrong += sum(digits not in true for digits in shown)
    return Numbers(lines_said, lines_recognised, certain, wrong)


if __name__ == "__main__":
    main()
