"""Whether one's own voicemails may be in the library."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Role, Viewer
from coaching.services.coaching import library
from coaching.ui.as_stored import is_flipped


def show(viewer: Viewer) -> None:
    """For reps: nobody else leaves voicemails."""
    if viewer.role is not Role.REP:
        return
    st.header("The library")
    services = bootstrap.services()
    is_out = library.is_kept_out(services, viewer)
    wants_otherwise = is_flipped("Keep my voicemails out of the library", is_out, "kept_out_of_library")
    st.caption("Passages of yours that are in it go at once, and nobody can add new ones. You need not say why.")
    if wants_otherwise:
        (library.let_in if is_out else library.keep_out)(services, viewer)
        st.rerun()
