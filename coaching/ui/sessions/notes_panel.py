"""Notes for all who take part, private ones of the trainer, and the next date."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.services.coaching.sessions import SessionPage, write_down
from coaching.ui import wording
from coaching.ui.plain import plain
from coaching.ui.telling import telling

NOTES_PX = 180


def show(viewer: Viewer, page: SessionPage) -> None:
    session = page.session
    st.header("Notes")
    if not page.may_change:
        st.markdown("  \n".join(map(plain, session.notes.splitlines())) or "Nothing was noted.")
        if session.next_on:
            st.markdown(f"**Next session** {wording.date(session.next_on)}")
        return
    is_mine = session.trainer_id == viewer.id
    with st.form(f"notes_{session.id}", border=False):
        notes = st.text_area("For everybody who takes part", session.notes, height=NOTES_PX, key=f"notes_all_{session.id}")
        private = (
            st.text_area("For you alone", session.private_notes, key=f"notes_own_{session.id}", help="Nobody else reads them.")
            if is_mine
            else None
        )
        next_on = st.date_input("Next session", session.next_on, format=wording.DATES, key=f"next_{session.id}")
        if st.form_submit_button("Save notes"):
            with telling():
                write_down(bootstrap.services(), viewer, session.id, notes=notes, next_on=next_on, private_notes=private)
            st.rerun()
