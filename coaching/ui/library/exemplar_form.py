"""On a scorecard: a passage of it becomes an exemplar."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.comment import Passage
from coaching.domain.exemplar import Chosen
from coaching.domain.people import Viewer
from coaching.domain.scorecard import ValueKind
from coaching.domain.voicemail import Judged
from coaching.services.coaching import library
from coaching.services.reading import Reading
from coaching.ui import components, screens
from coaching.ui.components import Told
from coaching.ui.library import exemplar_told
from coaching.ui.plain import plain
from coaching.ui.telling import telling

KEPT = "exemplar_kept"  # which of those that were sent; nothing is added twice


def show(viewer: Viewer, read: Reading, judged: Judged, url: str) -> None:
    """Nothing for those who may not choose from it."""
    if not library.may_choose_from(viewer, read):
        return
    st.header("For the library")
    if reason := library.why_not(bootstrap.services(), read):
        st.caption(plain(reason))
        return
    there = library.of_voicemail(bootstrap.services(), viewer, read.voicemail.id)
    made = components.exemplar(url, exemplar_told.choices(judged), len(there), key=f"exemplar_form_{read.voicemail.id}")
    if made and made["sent"] != st.session_state.get(KEPT):
        st.session_state[KEPT] = made["sent"]
        with telling():
            library.choose(bootstrap.services(), viewer, read.voicemail.id, _chosen(made))
        st.rerun()
    if there:
        passages = "1 passage of this voicemail is" if len(there) == 1 else f"{len(there)} passages of this voicemail are"
        st.page_link(screens.LIBRARY.file, label=f"{passages} in the library", icon=screens.LIBRARY.icon)


def _chosen(made: Told) -> Chosen:
    kind = made.get("kind")
    return Chosen(
        str(made["criterion_id"]),
        Passage(float(made["start_s"]), float(made["end_s"])),
        str(made["why"]),
        ValueKind(kind) if kind in list(ValueKind) else None,
        made.get("anonymous") is True,
    )
