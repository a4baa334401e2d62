"""On the start page: what a rep is to do, and for those who coach how much is due."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from coaching import bootstrap
from coaching.domain.assignment import OPEN, AssignmentState, RepProgress
from coaching.domain.people import Role, Viewer
from coaching.services.coaching.assignments import AssignmentLine, list_assignments
from coaching.ui import screens
from coaching.ui.assignments import cards
from coaching.ui.wording import joined

# So long praise stays in sight.
PRAISED = timedelta(days=3)


def show(viewer: Viewer) -> None:
    lines = list_assignments(bootstrap.services(), viewer)
    if viewer.role is Role.REP:
        _own(lines)
    else:
        _coached(lines)


def _own(lines: Sequence[AssignmentLine]) -> None:
    told = [(line, one) for line in lines for one in line.progress if _is_told(line, one)]
    if told:
        st.header("Assigned to you")
        for line, one in told:
            cards.own(line, one)


def _is_told(line: AssignmentLine, one: RepProgress) -> bool:
    is_fresh = one.done_at is not None and line.now - one.done_at <= PRAISED
    return one.state(line.now) in OPEN or is_fresh


def _coached(lines: Sequence[AssignmentLine]) -> None:
    """A person each who is late, or soon will be."""
    count = Counter(one.state(line.now) for line in lines for one in line.told)
    overdue, soon = count[AssignmentState.OVERDUE], count[AssignmentState.SOON]
    if overdue or soon:
        told = joined(f"{overdue} overdue" if overdue else "", f"{soon} due soon" if soon else "")
        st.page_link(screens.ASSIGNMENTS.file, label=f"Assignments: {told}", icon=screens.ASSIGNMENTS.icon)
