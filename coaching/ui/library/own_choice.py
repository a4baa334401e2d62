"""Whether one's own voicemails may be in the library."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Role, Viewer
from coaching.services.coaching import library

WISH = "kept_out_of_library"


def show(viewer: Viewer) -> None:
    """For reps: nobody else leaves voicemails."""
    if viewer.role is not Role.REP:
        return
    st.header("The library")
    services = bootstrap.services()
    is_out = library.is_kept_out(services, viewer)
    wish = st.toggle("Keep my voicemails out of the library", value=is_out, key=WISH)
    st.caption("Passages of yours that are in it go at once, and nobody can add new ones. You need not say why.")
    if wish != is_out:
        (library.keep_out if wish else library.let_in)(services, viewer)
        st.rerun()
