"""Whose voicemails, of which weeks, a team's page is about. The choice stands in the address, so that it can be sent on."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from coaching import bootstrap
from coaching.domain.hours import ONE_DAY
from coaching.domain.people import Viewer
from coaching.domain.team_scores import A_WEEK, Attempts, Scope, monday
from coaching.services import people
from coaching.services.team import sources_of
from coaching.ui import figure_address
from coaching.ui.wording import ATTEMPTS, DATES

T = TypeVar("T")
WEEKS_WIDTH = 3.5  # two dates, where the others, 2 wide, hold one name
USUAL_WEEKS = 26
MOST_WEEKS = 4 * 53
"""Four years: what is older says nothing about who needs what."""


def show(viewer: Viewer, today: date) -> Scope:
    asked, services = _bounded(figure_address.read_scope(), today), bootstrap.services()
    stores = people.stores(services, viewer)
    with st.container(key="filters"):
        places = iter(st.columns([*([2] if len(stores) > 1 else []), 2, 2, WEEKS_WIDTH, 2, 2]))
        store_id = None
        if len(stores) > 1:
            store_id = _choice(next(places), "Store", {one.id: one.name for one in stores}, asked.store_id)
        teams = {one.id: one.name for one in people.teams(services, viewer) if store_id in (None, one.store_id)}
        team_id = _choice(next(places), "Team", teams, asked.team_id)
        reps = [
            one for one in people.reps(services, viewer) if store_id in (None, one.store_id) and team_id in (None, one.team_id)
        ]
        rep_id = _choice(next(places), "Rep", {one.id: one.name for one in reps}, asked.rep_id)
        since, until = _weeks(next(places), asked, today)
        scope = Scope(since, until, store_id, team_id, rep_id)
        sources = {one: one or "Unknown" for one in sources_of(services, viewer, scope)}
        source = _choice(next(places), "Lead source", sources, asked.source)
        attempts: Mapping[Attempts, str] = {one: name for one, name in ATTEMPTS.items() if one is not Attempts.ANY}
        attempt = _choice(next(places), "Attempt", attempts, asked.attempt)
    scope = replace(scope, source=source, attempt=attempt or Attempts.ANY)
    session = {name: text for name, text in st.query_params.to_dict().items() if name == "session"}
    st.query_params.from_dict(figure_address.query_of(scope) | session)
    return scope


def _choice(place: DeltaGenerator, label: str, names: Mapping[T, str], asked: T | None) -> T | None:
    options = list(names)
    at = options.index(asked) if asked in options else None
    return place.selectbox(label, options, index=at, format_func=names.__getitem__, placeholder="All", key=f"team_{label}")


def _weeks(place: DeltaGenerator, asked: Scope, today: date) -> tuple[date, date]:
    """Two days, each standing for its week; the second is missing while somebody is still choosing."""
    days = place.date_input(
        "Weeks", (asked.since, min(today, asked.until + A_WEEK - ONE_DAY)), max_value=today, format=DATES, key="team_weeks"
    )
    chosen = days if isinstance(days, tuple) else (days,)
    since = monday(chosen[0]) if chosen else asked.since
    until = monday(chosen[1]) if len(chosen) > 1 else max(since, asked.until)
    return since, until


def _bounded(asked: Scope, today: date) -> Scope:
    until = min(asked.until, monday(today))
    since = asked.since if asked.since != figure_address.EVER[0] else until - (USUAL_WEEKS - 1) * A_WEEK
    return replace(asked, since=max(min(since, until), until - MOST_WEEKS * A_WEEK), until=until)
