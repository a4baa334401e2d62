"""What a voicemail is judged by, straight from the rubric's files."""

import streamlit as st

from coaching.rubrics import load_rubric
from coaching.ui.plain import plain


def show() -> None:
    st.markdown(
        "A voicemail is judged by what a customer would hear. Every verdict names the words that earned it; what was heard too "
        "badly to say is “unsure” and does not count until somebody has listened."
    )
    criteria = load_rubric().criteria
    for section in dict.fromkeys(criterion.section for criterion in criteria):
        st.header(plain(section))
        for criterion in (one for one in criteria if one.section == section):
            with st.expander(plain(criterion.title)):
                st.markdown(plain(criterion.guidance))
                st.markdown(f"**Try** {plain(criterion.advice)}")
