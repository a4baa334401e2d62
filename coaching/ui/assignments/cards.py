"""One assignment: as its rep sees it, and as those see it who coach."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.assignment import OPEN, Asked, RepProgress
from coaching.domain.people import Viewer
from coaching.services.coaching.assignments import AssignmentLine, withdraw
from coaching.ui import screens, wording
from coaching.ui.assignments import words
from coaching.ui.plain import plain
from coaching.ui.telling import telling


def own(line: AssignmentLine, mine: RepProgress) -> None:
    """For the rep: how far they are, what only they know, and where to go on."""
    with st.container(border=True, key=f"assignment_{line.assignment.id}"):
        _heading(line, mine)
        if not line.why_not_counted:
            _how_far(line, mine)


def coached(viewer: Viewer, line: AssignmentLine) -> None:
    with st.container(border=True, key=f"assignment_{line.assignment.id}"):
        _heading(line)
        for one in line.told:
            with st.container(horizontal=True, vertical_alignment="bottom"):
                st.progress(one.done / one.wanted, text=plain(f"{one.rep.name}: {words.done(one)}"))
                words.badge(one, line.now)
        if line.is_open and line.may_withdraw and _is_pressed(line):
            with telling():
                withdraw(bootstrap.services(), viewer, line.assignment.id)
            st.rerun()


def _heading(line: AssignmentLine, mine: RepProgress | None = None) -> None:
    asked = line.assignment.asked
    with st.container(horizontal=True, vertical_alignment="center"):
        st.subheader(plain(words.title(asked)), width="content")
        if mine is not None and not line.why_not_counted:
            words.badge(mine, line.now)
    due = words.due(line.assignment.due_on, line.now, line.store.time_zone)
    st.caption(plain(wording.joined(words.wanted(asked), due, words.given(line))))
    if line.assignment.note:
        st.markdown("  \n".join(map(plain, line.assignment.note.splitlines())))
    if line.why_not_counted:
        st.info(plain(line.why_not_counted), icon=":material/tune:")


def _how_far(line: AssignmentLine, mine: RepProgress) -> None:
    asked = line.assignment.asked
    st.progress(mine.done / mine.wanted, text=f"{words.done(mine)} {'submitted' if asked.drill_id else 'met'}")
    if mine.state(line.now) in OPEN:
        if mine.not_submitted:
            st.info(plain(_hint(mine)), icon=":material/lock:")
        _go_on(asked)


def _hint(mine: RepProgress) -> str:
    several = mine.not_submitted > 1
    reached = f"{mine.not_submitted} more {'attempts' if several else 'attempt'} of yours reached every goal, and only you know."
    return f"{reached} Submit {'them' if several else 'it'} on the drill’s page, and {'they count' if several else 'it counts'}."


def _go_on(asked: Asked) -> None:
    if asked.drill_id:
        st.page_link(screens.DRILL.file, label="Practice this", icon=screens.DRILL.icon, query_params={"drill": asked.drill_id})
    else:
        st.page_link(screens.UPLOAD.file, label=screens.UPLOAD.title, icon=screens.UPLOAD.icon)


def _is_pressed(line: AssignmentLine) -> bool:
    return st.button("Withdraw", key=f"withdraw_{line.assignment.id}", icon=":material/undo:", type="tertiary")
