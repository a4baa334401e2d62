"""A scorecard printed for people."""

from coaching.cli.recordings import HeardFile, RefusedFile
from coaching.domain.rubric import Rubric
from coaching.domain.scorecard import Evidence, Finding, Outcome, Scorecard

MARKS = {Outcome.MET: "✓", Outcome.NOT_MET: "✗", Outcome.UNSURE: "?", Outcome.NOT_APPLICABLE: "–"}
NO_TOTAL = "no total"


def print_scorecard(file: HeardFile, card: Scorecard, rubric: Rubric) -> None:
    total = NO_TOTAL if card.total is None else f"{card.total:.0f} of 100"
    cut = ", breaks off" if file.recording.incomplete else ""
    print(f"\n{file.path.name}  ({file.recording.duration_s:.0f} s{cut})  {total}")
    print(f"  “{file.heard.transcript.text}”")
    for finding in card.findings:
        for line in _lines(finding, rubric):
            print(f"  {line}")


def print_refusal(file: RefusedFile) -> None:
    print(f"\n{file.path.name}  not scored\n  {file.message}")


def _lines(finding: Finding, rubric: Rubric) -> list[str]:
    criterion = rubric.criterion(finding.criterion_id)
    quotes = [f"      {_when(evidence)}“{evidence.quote}”" for evidence in finding.evidence]
    advice = [f"      → {criterion.advice}"] if finding.outcome is Outcome.NOT_MET else []
    return [f"{MARKS[finding.outcome]} {criterion.title}: {finding.explanation}", *quotes, *advice]


def _when(evidence: Evidence) -> str:
    return "" if evidence.start_s is None else f"{evidence.start_s:5.1f} s  "
