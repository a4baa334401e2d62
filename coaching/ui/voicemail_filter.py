"""What to show of a list of voicemails."""

from typing import TypedDict

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import PersonId, Role, Viewer
from coaching.domain.voicemail import Stage
from coaching.services import people
from coaching.ui.wording import STAGES


class Wanted(TypedDict):
    stage: Stage | None
    rep_id: PersonId | None
    search: str


EVERYTHING: Wanted = {"stage": None, "rep_id": None, "search": ""}


def show(viewer: Viewer) -> Wanted:
    """A rep has no choice of reps. The stages are judged, failed, and those in between as one."""
    reps = people.reps(bootstrap.services(), viewer) if viewer.role is not Role.REP else ()
    places = iter(st.columns([4, 3, 3] if reps else [4, 3], vertical_alignment="bottom"))
    search = next(places).text_input("Search", placeholder="Customer, rep or file", key="search", icon=":material/search:")
    rep = None
    if reps:
        rep = next(places).selectbox("Rep", reps, index=None, format_func=lambda one: one.name, placeholder="All reps", key="rep")
    stage = next(places).selectbox(
        "State", list(Stage), index=None, format_func=STAGES.__getitem__, placeholder="All", key="stage"
    )
    return {"stage": stage, "rep_id": rep.id if rep else None, "search": search.strip()}
