"""What stands at the top of a scorecard: the total, what to do better first, and what else decided."""

import re

from coaching.domain.context import DEFAULT_PROFILE
from coaching.domain.rubric import Criterion, Rubric
from coaching.domain.scorecard import Finding, Outcome, Scorecard
from coaching.follow_up.urgency import is_held_back
from coaching.ui import wording
from coaching.ui.people_said import Told

SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|(?<=[.!?][\"”’])\s+(?=[A-Z])")

EASY = "15 to 30 s is easy to hear out"  # docs/glossary, under Delivery

MOSTLY_OPEN: Told = {
    "eyebrow": "Hardly anything was heard",
    "headline": "Listen first: most of this message is still to be settled",
    "advice": "A total is shown once more of it is settled: every answer below counts.",
}


def summary(scorecard: Scorecard, rubric: Rubric, duration_s: float) -> Told:
    """The total, and what to do better first."""
    notes = profile_note(scorecard, rubric), cap_note(scorecard, rubric), length_note(scorecard, rubric, duration_s)
    counts = {outcome.value: sum(f.outcome is outcome for f in scorecard.findings) for outcome in Outcome}
    return {
        "score": scorecard.total,
        "shown": "–" if scorecard.total is None else f"{scorecard.total:.0f}",
        "counts": counts,
        "note": " ".join(filter(None, notes)),
        **_headline(scorecard, rubric),
    }


def _headline(scorecard: Scorecard, rubric: Rubric) -> Told:
    if scorecard.is_mostly_open:
        return MOSTLY_OPEN
    first = first_improvement(scorecard)
    if first is not None:
        criterion = criteria_of(rubric).get(first.criterion_id)
        return {
            "eyebrow": "Do this first next time",
            "headline": first_sentence(criterion.advice) if criterion else first.explanation,
            "advice": first.explanation if criterion else "",
        }
    unsure = [finding for finding in scorecard.findings if finding.outcome is Outcome.UNSURE]
    if unsure and all(is_held_back(finding) for finding in unsure):
        return {"eyebrow": "Almost certain", "headline": "Check what is not on file", "advice": unsure[0].explanation}
    if unsure:
        return {
            "eyebrow": "Almost certain",
            "headline": "Listen to what we could not hear well",
            "advice": "Nothing that was heard is missing.",
        }
    if scorecard.total is None:
        return {"eyebrow": "No score", "headline": "Nothing in this message could be judged", "advice": ""}
    return {
        "eyebrow": "Well done",
        "headline": "Everything that counts is in this message",
        "advice": "Keep it, and bring something new next time.",
    }


def first_sentence(advice: str) -> str:
    return SENTENCE_END.split(advice, maxsplit=1)[0]


def first_improvement(scorecard: Scorecard) -> Finding | None:
    """What costs the most: a criterion that caps the total, then the heaviest; the rubric's order decides between equals."""
    missed = [finding for finding in scorecard.findings if finding.outcome is Outcome.NOT_MET]
    return max(missed, key=lambda f: (f.criterion_id in scorecard.caps, scorecard.weights.get(f.criterion_id, 0.0)), default=None)


def profile_note(scorecard: Scorecard, rubric: Rubric) -> str:
    profile = rubric.profiles.get(scorecard.profile_id)
    return f"Judged by “{profile.title}”." if profile and profile.id != DEFAULT_PROFILE else ""


def cap_note(scorecard: Scorecard, rubric: Rubric) -> str:
    capping = [f for f in scorecard.findings if f.outcome is Outcome.NOT_MET and f.criterion_id in scorecard.caps]
    if not capping:
        return ""
    lowest = min(capping, key=lambda f: scorecard.caps[f.criterion_id])
    criterion = criteria_of(rubric).get(lowest.criterion_id)
    name = criterion.title if criterion else lowest.criterion_id
    return f"The total can be {scorecard.caps[lowest.criterion_id]:.0f} at most while “{name}” is not met."


def length_note(scorecard: Scorecard, rubric: Rubric, duration_s: float) -> str:
    profile = rubric.profiles.get(scorecard.profile_id)
    if profile is None or profile.max_duration_s is None or int(duration_s) <= profile.max_duration_s:
        return ""
    return f"It took {wording.seconds(duration_s)}; {wording.seconds(profile.max_duration_s)} at most are asked for."


def length_hint(scorecard: Scorecard, rubric: Rubric) -> str:
    """What stands beside the length. A profile that a store chose for itself says so alone, or two lengths would be asked for."""
    profile = rubric.profiles.get(scorecard.profile_id)
    if profile is None or profile.id == DEFAULT_PROFILE or profile.max_duration_s is None:
        return EASY
    return f"{wording.seconds(profile.max_duration_s)} at most are asked for"


def criteria_of(rubric: Rubric) -> dict[str, Criterion]:
    return {criterion.id: criterion for criterion in rubric.criteria}
