"""How long the reps of a store may dispute a verdict."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.dispute import DAYS_TO_DISPUTE
from coaching.domain.people import Store, Viewer
from coaching.services import disputing
from coaching.ui.telling import telling


def show(viewer: Viewer, store: Store) -> None:
    with telling():
        days = disputing.days_to_dispute(bootstrap.services(), viewer, store.id)
    st.header("How long a verdict can be disputed")
    st.caption(
        f"Counted from the verdict, or from the last time somebody overruled it. {DAYS_TO_DISPUTE} days are usual: two weekly "
        "talks fall into them, and both sides still remember the call. 0 closes it."
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        wanted = st.number_input("Days", 0, disputing.MOST_DAYS, days, key=f"days_to_dispute_{store.id}", width=160)
        if st.button("Save days", key="save_days_to_dispute", disabled=wanted == days):
            with telling():
                disputing.change_days(bootstrap.services(), viewer, store.id, wanted)
            st.toast("Saved. It counts for every verdict from now on.", icon=":material/check:")
            st.rerun()
