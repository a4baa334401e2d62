"""Putting right whose a voicemail is; the verdicts are then made anew."""

from dataclasses import replace

import streamlit as st

from coaching import bootstrap
from coaching.accounts.permissions import may_act_for, may_change_store
from coaching.domain.lengths import LONGEST_LINE
from coaching.domain.people import Person, Store, Viewer
from coaching.services import people
from coaching.services.placing import change
from coaching.services.reading import Reading
from coaching.ui import placement_fields
from coaching.ui.placement_fields import Choices
from coaching.ui.plain import plain
from coaching.ui.telling import telling


def show(viewer: Viewer, read: Reading) -> None:
    with st.expander("Change customer, attempt or number", icon=":material/edit:"):
        _placement(viewer, read)
        if read.rep is not None and may_act_for(viewer, read.rep):
            _numbers(viewer, read.rep, read.store)


def _placement(viewer: Viewer, read: Reading) -> None:
    with st.form("placement", border=False):
        choices = Choices(viewer, read.rep, read.lead)
        placement = placement_fields.fields(
            choices,
            choices.shown_for(read.rep),
            choices.shown_for(read.lead),
            read.voicemail.attempt,
            key=f"placement_{read.voicemail.id}",
        )
        if st.form_submit_button("Save and judge again"):
            with telling():
                change(bootstrap.services(), viewer, read.voicemail.id, replace(placement, left_at=read.voicemail.left_at))
            st.rerun()


def _numbers(viewer: Viewer, rep: Person, store: Store) -> None:
    with st.form("numbers", border=False):
        st.caption(f"The numbers on file decide what counts as {plain(rep.name)}’s own line.")
        direct = st.text_input("Direct line", rep.direct_line, max_chars=LONGEST_LINE, key=f"direct_{rep.id}")
        main = st.text_input(
            "Main line of the store",
            store.main_line,
            max_chars=LONGEST_LINE,
            key=f"main_{store.id}",
            disabled=not may_change_store(viewer, store),
        )
        if st.form_submit_button("Save numbers and judge again"):
            with telling():
                people.change_numbers(bootstrap.services(), viewer, rep.id, store.id, direct, main)
            st.rerun()
