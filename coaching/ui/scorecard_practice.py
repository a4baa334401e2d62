"""What the scorecard of practice says besides: that it is practice, who sees it, and a button to show it."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.rubrics.drills import drills
from coaching.services.practice.practising import submit
from coaching.services.reading import Reading
from coaching.ui import address, screens, wording
from coaching.ui.telling import telling


def title(read: Reading) -> str:
    """ "" for a message to a customer."""
    if read.practice is None:
        return ""
    made = drills().get(read.practice.drill_id)
    return f"Practice: {made.title if made else read.practice.drill_id.replace('_', ' ')}"


def show(viewer: Viewer, read: Reading) -> None:
    assert read.practice is not None
    submitted_at, drill_id = read.practice.submitted_at, read.practice.drill_id
    with st.container(horizontal=True, vertical_alignment="center", key="practice"):
        st.badge("Practice", color="violet", icon=screens.PRACTICE.icon)
        if read.voicemail.rep_id == viewer.id and drill_id in drills():
            drill = {address.DRILL: drill_id}
            st.page_link(screens.DRILL.file, label="Practice again", icon=screens.DRILL.icon, query_params=drill)
        if submitted_at is not None:
            st.caption(f"Submitted {wording.day(submitted_at, read.store.time_zone)}. It counts in no figure.")
            return
        st.caption("Only you see this. It counts in no figure.")
        if read.judged is not None and st.button("Submit to your trainer", icon=":material/send:"):
            with telling():
                submit(bootstrap.services(), viewer, read.voicemail.id)
            st.rerun()
