"""What to show of a list of voicemails."""

from collections.abc import Mapping
from typing import TypedDict

import streamlit as st

from coaching import bootstrap
from coaching.domain.dates import long_date
from coaching.domain.people import PersonId, Role, Viewer
from coaching.domain.team_scores import Attempts, Figure, Scope
from coaching.domain.voicemail import Stage, VoicemailId
from coaching.reports.names import SHORT_NAMES
from coaching.services import people
from coaching.ui import figure_address
from coaching.ui.plain import plain
from coaching.ui.wording import ATTEMPTS, OUTCOMES, STAGES, joined


class Wanted(TypedDict):
    stage: Stage | None
    rep_id: PersonId | None
    search: str
    figure: Figure | None
    among: frozenset[VoicemailId] | None


EVERYTHING: Wanted = {"stage": None, "rep_id": None, "search": "", "figure": None, "among": None}


def show(viewer: Viewer) -> Wanted:
    """A rep has no choice of reps."""
    reps = people.reps(bootstrap.services(), viewer) if viewer.role is not Role.REP else ()
    figure = figure_address.read_figure()
    if figure is not None:
        _tell(figure, {one.id: one.name for one in reps})
    places = iter(st.columns([4, 3, 3] if reps else [4, 3], vertical_alignment="bottom"))
    search = next(places).text_input("Search", placeholder="Customer, rep or file", key="search", icon=":material/search:")
    rep = None
    if reps:
        rep = next(places).selectbox("Rep", reps, index=None, format_func=lambda one: one.name, placeholder="All reps", key="rep")
    stage = next(places).selectbox(
        "State", list(Stage), index=None, format_func=STAGES.__getitem__, placeholder="All", key="stage"
    )
    return {"stage": stage, "rep_id": rep.id if rep else None, "search": search.strip(), "figure": figure, "among": None}


def _tell(figure: Figure, reps: Mapping[PersonId, str]) -> None:
    """Which figure was clicked, and the way out of it."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(plain(_told(figure, reps)))
        if st.button("Show all", icon=":material/close:", key="no_figure"):
            st.query_params.clear()
            st.rerun()


def _told(figure: Figure, reps: Mapping[PersonId, str]) -> str:
    scope, criterion = figure.scope, SHORT_NAMES.get(figure.criterion_id, figure.criterion_id)
    told = joined(
        f"{criterion}: {OUTCOMES[figure.outcome].lower()}" if figure.outcome else "",
        reps.get(scope.rep_id, "") if scope.rep_id else "",
        _weeks(scope),
        "" if scope.source is None else f"source {scope.source or 'unknown'}",
        "" if scope.attempt is Attempts.ANY else ATTEMPTS[scope.attempt],
        "" if figure.bin is None else f"total from {10 * figure.bin}",
        "the same reason" if figure.script else "",
    )
    return told or "All that the report counts"


def _weeks(scope: Scope) -> str:
    if (scope.since, scope.until) == figure_address.EVER:
        return ""
    first, last = (long_date(day) for day in (scope.since, scope.until))
    return f"week of {first}" if first == last else f"weeks of {first} to {last}"
