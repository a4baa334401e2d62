"""What a voicemail is judged by, straight from the rubric's files."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.context import DEFAULT_PROFILE
from coaching.domain.people import Viewer
from coaching.rubrics import load_rubric
from coaching.services import people
from coaching.ui.plain import plain


def show(viewer: Viewer) -> None:
    st.markdown(
        "A voicemail is judged by what a customer would hear. Every verdict names the words that earned it; what was heard too "
        "badly to say is “unsure” and does not count until somebody has listened."
    )
    _tell_profiles(viewer)
    criteria = load_rubric().criteria
    for section in dict.fromkeys(criterion.section for criterion in criteria):
        st.header(plain(section))
        for criterion in (one for one in criteria if one.section == section):
            with st.expander(plain(criterion.title)):
                st.markdown(plain(criterion.guidance))
                st.markdown(f"**Try** {plain(criterion.advice)}")


def _tell_profiles(viewer: Viewer) -> None:
    """Where a store is not judged by everything below."""
    rubric = load_rubric()
    for store in people.stores(bootstrap.services(), viewer):
        profile = rubric.profiles.get(store.profile_id)
        if profile and profile.id != DEFAULT_PROFILE:
            left_out = [one.title.lower() for one in rubric.criteria if one.id in profile.left_out]
            without = f" Not judged there: {', '.join(left_out)}." if left_out else ""
            said = f"{store.name} is judged by “{profile.title}”: {profile.description}{without}"
            st.info(plain(said), icon=":material/tune:")
