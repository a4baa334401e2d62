"""What people said of each verdict, in the shape that the findings draw. Nothing of Streamlit, so it is tested without it."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from coaching.domain.dispute import BECOMES, Answer, Dispute
from coaching.domain.override import Override, in_force
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import Judged
from coaching.ui import wording

Told = dict[str, Any]

NOBODY: Mapping[str, Any] = {"settled": "", "machine": "", "why": "", "dispute": None, "may_dispute": False, "history": []}
ANSWERS = {Answer.KEEP: "kept it", Answer.CHANGE: "changed it", Answer.NOT_COUNTED: "took it out of the total"}


def told(judged: Judged, zone: str, disputable: Collection[str] = ()) -> Mapping[str, Told]:
    """Criterion id -> who said what stands and why, the last dispute, and all that was said before.

    machine: what the machine said, where a person's verdict stands instead. disputable: what the viewer may dispute.
    """
    standing = in_force(judged.scorecard, judged.overrides)
    last = {one.criterion_id: one for one in judged.disputes}
    return {
        finding.criterion_id: {
            **NOBODY,
            **(_stands(standing[finding.criterion_id], zone) if finding.criterion_id in standing else {}),
            "dispute": _dispute(last[finding.criterion_id], zone) if finding.criterion_id in last else None,
            "may_dispute": finding.criterion_id in disputable,
            "history": history(judged, finding.criterion_id, zone),
        }
        for finding in judged.scorecard.findings
    }


def history(judged: Judged, criterion_id: str, zone: str) -> list[Told]:
    """The oldest first; from and to are words, to empty where nothing was to change."""
    disputes = [one for one in judged.disputes if one.criterion_id == criterion_id]
    entries = [
        *((one.at, _overrode(one)) for one in judged.overrides if one.criterion_id == criterion_id),
        *((one.at, _disputed(one)) for one in disputes),
        *((one.answered.at, _answered(one)) for one in disputes if one.answered),
    ]
    return [entry | {"when": wording.day(at, zone)} for at, entry in sorted(entries, key=lambda pair: pair[0])]


def _stands(made: Override, zone: str) -> Told:
    return {
        "settled": f"{_did(made)} by {by(made.by_name, made.at, zone)}",
        "machine": made.from_outcome.value,
        "why": made.reason,
    }


def _did(made: Override) -> str:
    if made.from_outcome is made.to_outcome:
        return "Taken back"
    return "Settled" if made.from_outcome is Outcome.UNSURE else "Overruled"


def _dispute(made: Dispute, zone: str) -> Told:
    answered = made.answered
    return {
        "id": made.id,
        "by": f"Disputed by {by(made.by_name, made.at, zone)}",
        "why": made.reason,
        "answer": f"{_name(answered.by_name)} {ANSWERS[answered.answer]}, {wording.day(answered.at, zone)}" if answered else "",
        "answer_why": answered.reason if answered else "",
    }


def _overrode(made: Override) -> Told:
    to = wording.counted(made.to_outcome)
    return {
        "by": _name(made.by_name),
        "did": _did(made).lower(),
        "from": wording.counted(made.from_outcome),
        "to": to,
        "why": made.reason,
    }


def _disputed(made: Dispute) -> Told:
    return {"by": _name(made.by_name), "did": "disputed", "from": wording.OUTCOMES[made.outcome], "to": "", "why": made.reason}


def _answered(made: Dispute) -> Told:
    assert made.answered is not None
    becomes = BECOMES[made.answered.answer]
    return {
        "by": _name(made.answered.by_name),
        "did": f"answered {_name(made.by_name)} and {ANSWERS[made.answered.answer]}",
        "from": wording.OUTCOMES[made.outcome],
        "to": wording.counted(becomes) if becomes else "",
        "why": made.answered.reason,
    }


def by(name: str, at: datetime, zone: str) -> str:
    return f"{_name(name)}, {wording.day(at, zone)}"


def _name(name: str) -> str:
    return name or "somebody who has left"
