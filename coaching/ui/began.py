"""A field whose default is the time of day: it keeps what it began with as long as it is on the page.

A default that moves on would forget what was typed. One that is only put into the session is lost where the field is shown
late, in a popover: the browser then begins with the server's own time.
"""

from datetime import datetime

import streamlit as st


def began_with(key: str, now: datetime) -> datetime:
    """What to give the field of that key as its default."""
    if key not in st.session_state:  # Streamlit forgets a field with its page
        st.session_state[f"{key}_began"] = now
    began: datetime = st.session_state.setdefault(f"{key}_began", now)
    return began
