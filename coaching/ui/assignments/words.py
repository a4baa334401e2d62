"""How assignments are said on the screens."""

from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

import streamlit as st

from coaching.domain.assignment import Asked, AssignmentState, RepProgress
from coaching.rubrics import load_rubric
from coaching.rubrics.drills import drills
from coaching.services.coaching.assignments import AssignmentLine
from coaching.ui import wording

Colour = Literal["blue", "green", "orange", "red", "gray"]
STATES: dict[AssignmentState, tuple[str, Colour, str]] = {
    AssignmentState.UNDER_WAY: ("Under way", "blue", ":material/hourglass:"),
    AssignmentState.SOON: ("Due soon", "orange", ":material/alarm:"),
    AssignmentState.OVERDUE: ("Overdue", "red", ":material/error:"),
    AssignmentState.DONE: ("Done", "green", ":material/check:"),
    AssignmentState.WITHDRAWN: ("Withdrawn", "gray", ":material/undo:"),
    AssignmentState.LEFT: ("Has left", "gray", ":material/logout:"),
}


def title(asked: Asked) -> str:
    """What is to be done, without how often."""
    if asked.drill_id:
        made = drills().get(asked.drill_id)
        return made.title if made else asked.drill_id.replace("_", " ")
    titles = {criterion.id: criterion.title for criterion in load_rubric().criteria}
    return titles.get(asked.criterion_id, asked.criterion_id)


def wanted(asked: Asked) -> str:
    if asked.drill_id:
        return "drill: reach every goal once" if asked.wanted == 1 else f"drill: reach every goal {asked.wanted} times"
    return f"{asked.wanted} {'voicemail' if asked.wanted == 1 else 'voicemails'} to customers"


def due(due_on: date, now: datetime, zone: str) -> str:
    today = now.astimezone(ZoneInfo(zone)).date()
    if due_on == today:
        return "due today"
    if due_on == today + timedelta(days=1):
        return "due tomorrow"
    return f"{'was due' if due_on < today else 'due'} {wording.date(due_on)}"


def given(line: AssignmentLine) -> str:
    at = wording.day(line.assignment.given_at, line.store.time_zone)
    return f"given by {line.assignment.trainer_name}, {at}" if line.assignment.trainer_name else f"given {at}"


def done(one: RepProgress) -> str:
    return f"{one.done} of {one.wanted}"


def badge(one: RepProgress, now: datetime) -> None:
    said, colour, icon = STATES[one.state(now)]
    st.badge("Done late" if one.is_late else said, color=colour, icon=icon)
