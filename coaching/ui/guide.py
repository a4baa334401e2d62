"""What a voicemail is judged by, straight from the rubric's files."""

from itertools import groupby

import streamlit as st

from coaching.rubrics import load_rubric
from coaching.ui.plain import plain


def show() -> None:
    st.markdown(
        "A voicemail is judged by what a customer would hear. Every verdict names the words that earned it; what was heard too "
        "badly to say is “unsure” and does not count until somebody has listened."
    )
    for section, criteria in groupby(load_rubric().criteria, key=lambda criterion: criterion.section):
        st.subheader(plain(section))
        for criterion in criteria:
            with st.expander(plain(criterion.title)):
                st.markdown(plain(criterion.guidance))
                st.markdown(f"**Try** {plain(criterion.advice)}")
