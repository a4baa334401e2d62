"""After something was saved: its form is empty, the page is drawn anew, and a toast says so."""

import streamlit as st

SAVED = "just_saved"


def saved(sentence: str, fields: str) -> None:
    """fields: what the keys of the form begin with. The page is drawn anew, so that all of it follows."""
    for key in [key for key in st.session_state if str(key).startswith(fields)]:
        del st.session_state[key]
    st.session_state[SAVED] = sentence
    st.rerun()


def tell_saved() -> None:
    """At the top of a page with such a form: a toast from before the rerun would be lost with it."""
    if sentence := st.session_state.pop(SAVED, None):
        st.toast(sentence, icon=":material/check:")
