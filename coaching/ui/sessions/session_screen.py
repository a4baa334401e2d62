"""One coaching session: its voicemails, what was agreed and how it goes, notes, and the summary."""

import streamlit as st

from coaching.domain.people import Viewer
from coaching.services.coaching.sessions import SessionPage
from coaching.ui import screens, wording
from coaching.ui.assignments import give_form
from coaching.ui.plain import plain
from coaching.ui.sessions import goals_panel, notes_panel, playlist_panel, presentation, summary_panel


def link_back() -> None:
    st.page_link(screens.SESSIONS.file, label="All coaching sessions", icon=":material/arrow_back:")


def show(viewer: Viewer, page: SessionPage) -> None:
    session = page.session
    st.title(plain(session.title))
    held = wording.day(session.held_at, page.time_zone)
    st.caption(plain(wording.joined(", ".join(session.reps.values()), held, session.trainer_name)))
    if page.may_change:
        with st.container(horizontal=True, vertical_alignment="center"):
            if page.playlist and st.button("Present", type="primary", icon=screens.PRESENT.icon):
                st.switch_page(screens.PRESENT.file, query_params=presentation.query(session.id))
            give_form.link(list(session.reps))
    left, right = st.columns([7, 5], gap="large")
    with left:
        goals_panel.show(viewer, page)
        playlist_panel.show(viewer, page)
    with right:
        summary_panel.show(viewer, page)
        notes_panel.show(viewer, page)
