"""A CoachingError becomes its sentence on the screen; every other error is a bug and goes on to the log."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from coaching.errors import CoachingError
from coaching.ui.plain import plain


@contextmanager
def telling() -> Iterator[None]:
    """Ends the page with the sentence, so that nothing is drawn from what is not there."""
    try:
        yield
    except CoachingError as error:
        st.error(plain(str(error)), icon=":material/error:")
        st.stop()
