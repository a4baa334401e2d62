"""Writing down what was prepared for a lead: the card before the call says it, and the draft of the next voicemail."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.errors import CoachingError
from coaching.follow_up.reasons.on_file import as_said, can_be_noted
from coaching.services.follow_up.lead_page import LeadPage
from coaching.services.follow_up.noting import note_facts
from coaching.ui.plain import plain
from coaching.ui.saved import saved
from coaching.ui.telling import telling

FIELD = "found_"


def show(viewer: Viewer, page: LeadPage) -> None:
    with st.popover("Note what you found", icon=":material/lightbulb:"):
        noted = can_be_noted(page.lead)
        key = st.selectbox("What you have for them", list(noted), format_func=lambda one: noted[one].title, key=f"{FIELD}kind")
        on_file = str(page.lead.facts.get(key) or "")
        if question := page.lead.facts.get("question"):
            st.caption(plain(f"They asked: {question}"))
        told = st.text_input(noted[key].title, on_file, key=f"{FIELD}{key}", placeholder=f"Like: {noted[key].example}")
        if told.strip():
            st.caption(plain(f"As they hear it: “{as_said(noted[key], {**page.lead.facts, key: told})}”"))
        elif on_file:
            st.caption("Saved empty, it is taken back.")
        if st.button("Save what you found", type="primary", key=f"{FIELD}save"):
            with telling():
                if told.strip() == on_file:
                    raise CoachingError("Nothing was changed: write down what you have for them.")
                note_facts(bootstrap.services(), viewer, page.lead.id, {key: told})
            saved("It is on file for the next call." if told.strip() else "It is taken back.", FIELD)
