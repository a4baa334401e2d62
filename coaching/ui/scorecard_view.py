"""A scorecard in the shape that the components draw. Nothing of Streamlit, so it is tested without it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from coaching.domain.recording import Delivery
from coaching.domain.rubric import Criterion, Rubric
from coaching.domain.scorecard import Evidence, Finding, Outcome, Repeated, Scorecard
from coaching.domain.transcript import Transcript
from coaching.follow_up.urgency import is_held_back
from coaching.scoring.doubt import LEAST_OF_MANY
from coaching.ui.people_said import NOBODY, Told
from coaching.ui.scorecard_summary import criteria_of
from coaching.ui.wording import KINDS, TRUE_OR_NOT, answers, seconds

# Finds an earlier message's passage: its label, address and times; None where that message is gone.
FindPassage = Callable[[Repeated], Told | None]

MOST_WORDS_READ, WORDS_OF_AN_END = 24, 5  # the longest thought is quoted whole: a claim is answered by its words
NOTHING_SAID: Mapping[str, Told] = {}


def groups(
    scorecard: Scorecard,
    rubric: Rubric,
    find_passage: FindPassage,
    transcript: Transcript,
    said: Mapping[str, Told] = NOTHING_SAID,
) -> Sequence[Told]:
    """Findings under their sections, in the rubric's order. What the rubric no longer has stands at the end.

    scorecard: with the outcomes that stand. said: what people said of each verdict, as people_said makes it.
    """
    criteria = criteria_of(rubric)
    sections: dict[str, list[Finding]] = {}
    for finding in scorecard.findings:
        criterion = criteria.get(finding.criterion_id)
        sections.setdefault(criterion.section if criterion else "Earlier criteria", []).append(finding)
    return [
        {
            "title": section,
            "main": place == 0,
            "tally": tally(found),
            "findings": [
                card(finding, criteria.get(finding.criterion_id), find_passage, transcript)
                | {**NOBODY, **said.get(finding.criterion_id, {})}
                for finding in found
            ],
        }
        for place, (section, found) in enumerate(sections.items())
    ]


def tally(found: Iterable[Finding]) -> str:
    counted = [finding for finding in found if finding.outcome in (Outcome.MET, Outcome.NOT_MET)]
    return f"{sum(finding.outcome is Outcome.MET for finding in counted)} of {len(counted)} met"


def card(finding: Finding, criterion: Criterion | None, find_passage: FindPassage, transcript: Transcript) -> Told:
    pairs = [_pair(evidence, find_passage, transcript) for evidence in finding.evidence if evidence.repeats]
    held_back = is_held_back(finding)
    proofs = [] if finding.listen else [evidence for evidence in finding.evidence if not evidence.repeats]
    return {
        "id": finding.criterion_id,
        "title": criterion.title if criterion else finding.criterion_id.replace("_", " "),
        "outcome": finding.outcome.value,
        "kind": KINDS[finding.kind] if finding.kind else "",
        "explanation": f"As far as it could be heard: {finding.explanation}"
        if finding.listen and not held_back
        else finding.explanation,
        "advice": criterion.advice if criterion and finding.outcome is Outcome.NOT_MET else "",
        "guidance": criterion.guidance if criterion else "",
        "quotes": [_quote(evidence, transcript) for evidence in proofs],
        "pairs": pairs,
        "listen": _to_listen(finding.listen, transcript) if finding.listen else None,
        "doubt": "Not on file: is it true?" if held_back else "Heard badly: listen and decide",
        "answers": TRUE_OR_NOT if held_back else answers(finding.criterion_id),
    }


def _to_listen(evidence: Evidence, transcript: Transcript) -> Told:
    """Of a message that was heard badly as a whole only the ends: it is to be listened to, and not to be read."""
    told, words = _quote(evidence, transcript), evidence.quote.split()
    if len(words) > MOST_WORDS_READ:
        told["text"] = " ".join([*words[:WORDS_OF_AN_END], "…", *words[-WORDS_OF_AN_END:]])
    return told


def _quote(evidence: Evidence, transcript: Transcript) -> Told:
    """Times from the words where the evidence has none of its own."""
    start_s, end_s = evidence.start_s, evidence.end_s
    if start_s is None or end_s is None:
        start_s, end_s = times(transcript, evidence.start_char, evidence.end_char)
    return {"text": evidence.quote, "start_s": start_s, "end_s": end_s}


def times(transcript: Transcript, start_char: int, end_char: int) -> tuple[float | None, float | None]:
    words = transcript.words_within(start_char, end_char)
    return (words[0].start_s, words[-1].end_s) if words else (None, None)


def _pair(evidence: Evidence, find_passage: FindPassage, transcript: Transcript) -> Told:
    assert evidence.repeats is not None
    gone = {"label": "An earlier message", "url": "", "start_s": None, "end_s": None}
    before = find_passage(evidence.repeats) or gone
    return {"now": _quote(evidence, transcript), "before": {"text": evidence.repeats.quote, **before}}


def marks(told: Sequence[Told]) -> Sequence[Told]:
    """What to draw under the player's position: the passages of the first section, and those to listen to."""
    return [
        {"title": finding["title"], "outcome": finding["outcome"], "start_s": quote["start_s"], "end_s": quote["end_s"]}
        for group in told
        for finding in group["findings"]
        for quote in _passages(finding, group["main"])
        if quote["start_s"] is not None
    ]


def _passages(finding: Mapping[str, Any], main: bool) -> list[Told]:
    proofs = [*finding["quotes"], *(pair["now"] for pair in finding["pairs"])] if main else []
    return [*proofs, *([finding["listen"]] if finding["listen"] else [])]


def words(transcript: Transcript) -> Sequence[Told]:
    return [
        {
            "text": word.text,
            "start_s": word.start_s,
            "end_s": word.end_s,
            # Doubt begins at this mean, so each doubted passage has a word that is marked.
            "certainty": round(100 * word.probability) if word.probability < LEAST_OF_MANY else None,
        }
        for word in transcript.words
    ]


def delivery(measured: Delivery, duration_s: float, length_hint: str) -> Sequence[Told]:
    """Beside each figure what callers are advised, as docs/glossary has it under Delivery."""
    rows = [
        ("Length", seconds(duration_s), length_hint),
        ("Pace", _figure(measured.words_per_minute, "{:.0f} words a minute"), "140 to 160 is usual"),
        ("Longest pause", _figure(measured.longest_pause_s, "{:.1f} s"), ""),
        ("Fillers (um, uh)", str(measured.fillers), ""),
        ("Speed of the number", _figure(measured.digits_per_second, "{:.1f} digits a second"), "2 to 3 can be written down"),
    ]
    return [{"name": name, "figure": figure, "hint": hint} for name, figure, hint in rows if figure]


def _figure(value: float | None, form: str) -> str:
    return form.format(value) if value is not None else ""
