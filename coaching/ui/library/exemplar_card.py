"""One exemplar: what it shows, why it is good, and the passage to hear."""

from collections.abc import Mapping

import streamlit as st

from coaching.domain.exemplar import Exemplar
from coaching.rubrics import load_rubric
from coaching.ui import components, screens, sound, wording
from coaching.ui.address import PARAMETER
from coaching.ui.plain import plain

UNNAMED = "A colleague"


def show(one: Exemplar, *, titled: bool = True) -> None:
    """titled: with the criterion that it is about."""
    chosen = one.chosen
    with st.container(horizontal=True, vertical_alignment="center"):
        if titled:
            st.subheader(plain(titles().get(chosen.criterion_id, chosen.criterion_id)))
        if chosen.kind:
            st.badge(wording.KINDS[chosen.kind], color="blue")
        if one.is_practice:
            st.badge("Practice", color="violet", icon=screens.PRACTICE.icon)
    st.markdown(f"“{plain(one.text)}”" if one.text else "")
    length_s = chosen.passage.end_s - chosen.passage.start_s
    components.player(sound.of_exemplar(one.id), length_s, (), key=f"exemplar_{one.id}", when_played=True)
    st.markdown(plain(chosen.why))
    st.caption(plain(wording.joined(one.rep_name or UNNAMED, f"chosen by {one.by_name}" if one.by_name else "")))


def link_to_whole(one: Exemplar) -> None:
    """For those who may see the voicemail."""
    if one.may_open:
        query = {PARAMETER: str(one.voicemail_id)}
        st.page_link(screens.SCORECARD.file, label="Whole scorecard", icon=screens.SCORECARD.icon, query_params=query)


def titles() -> Mapping[str, str]:
    """Of every criterion, in the rubric's order."""
    return {criterion.id: criterion.title for criterion in load_rubric().criteria}
