"""What people said of each verdict, in the shape that the findings draw. Nothing of Streamlit, so it is tested without it."""

from collections.abc import Mapping
from typing import Any

from coaching.domain.override import Override, in_force
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import Judged
from coaching.ui import wording

Told = dict[str, Any]

NOBODY: Mapping[str, Any] = {"settled": "", "machine": "", "why": "", "history": []}


def told(judged: Judged, zone: str) -> Mapping[str, Told]:
    """Criterion id -> who said what stands, why, and all that was said before; of those of which anybody said anything.

    machine: what the machine said, where a person's verdict stands instead.
    """
    standing = in_force(judged.scorecard, judged.overrides)
    said_of = dict.fromkeys(one.criterion_id for one in judged.overrides)
    return {
        criterion_id: {
            **NOBODY,
            **(_stands(standing[criterion_id], zone) if criterion_id in standing else {}),
            "history": [_entry(one, zone) for one in judged.overrides if one.criterion_id == criterion_id],
        }
        for criterion_id in said_of
    }


def _stands(made: Override, zone: str) -> Told:
    did = "Settled" if made.from_outcome is Outcome.UNSURE else "Overruled"
    if made.from_outcome is made.to_outcome:
        did = "Taken back"
    return {"settled": f"{did} by {who_and_when(made, zone)}", "machine": made.from_outcome.value, "why": made.reason}


def _entry(made: Override, zone: str) -> Told:
    return {
        "by": who_and_when(made, zone),
        "from": made.from_outcome.value,
        "to": wording.counted(made.to_outcome),
        "why": made.reason,
    }


def who_and_when(made: Override, zone: str) -> str:
    return f"{made.by_name or 'somebody who has left'}, {wording.day(made.at, zone)}"
