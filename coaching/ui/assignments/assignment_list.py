"""What is to be done and how far everybody is, and what has ended."""

from collections.abc import Callable, Sequence

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.services.coaching.assignments import AssignmentLine, list_assignments
from coaching.ui import screens, wording
from coaching.ui.assignments import cards, give_form, words
from coaching.ui.plain import plain

FOR_REPS = (
    "Progress is counted for you: voicemails to customers by the verdict that stands, drills by the attempts you submit. "
    "Nobody else sees or learns of what you do not submit."
)
FOR_COACHES = (
    "Progress is counted for you: voicemails to customers by the verdict that stands, drills by the attempts submitted. "
    "What a rep keeps to themselves is not in these numbers, or in any others."
)


def show(viewer: Viewer) -> None:
    coaches = viewer.role in screens.COACHES
    lines = list_assignments(bootstrap.services(), viewer)
    st.caption(FOR_COACHES if coaches else FOR_REPS)
    if coaches:
        give_form.show(viewer, expanded=not lines)
    _draw(lines, (lambda line: cards.coached(viewer, line)) if coaches else _own)


def _own(line: AssignmentLine) -> None:
    for mine in line.progress:
        cards.own(line, mine)


def _draw(lines: Sequence[AssignmentLine], card: Callable[[AssignmentLine], None]) -> None:
    under_way, ended = [one for one in lines if one.is_open], [one for one in lines if not one.is_open]
    if not under_way:
        st.info(
            "Nothing is to be done at the moment." if ended else "Nothing has been assigned yet.", icon=screens.ASSIGNMENTS.icon
        )
    for line in under_way:
        card(line)
    if ended:
        st.header("Ended")
        for line in ended:
            _ended(line)


def _ended(line: AssignmentLine) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(words.title(line.assignment.asked))}**")
        due = words.due(line.assignment.due_on, line.now, line.store.time_zone)
        st.caption(plain(wording.joined(words.wanted(line.assignment.asked), due, words.given(line))))
        if line.why_not_counted:
            st.caption(plain(line.why_not_counted))
        for one in line.progress:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(plain(f"{one.rep.name}: {words.done(one)}"), width="content")
                words.badge(one, line.now)
