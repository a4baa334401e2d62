"""By which profile the voicemails of a team's page were judged, where it is not everybody's."""

from collections.abc import Sequence

import streamlit as st

from coaching import bootstrap
from coaching.domain.context import DEFAULT_PROFILE
from coaching.domain.people import Store, Viewer
from coaching.domain.rubric import Rubric
from coaching.domain.team_scores import Scope
from coaching.services import people
from coaching.ui.plain import plain

MOST_NAMED = 3  # stores; more would push the answer down


def show(viewer: Viewer, scope: Scope, rubric: Rubric) -> None:
    services = bootstrap.services()
    teams = {one.id: one.store_id for one in people.teams(services, viewer)} if scope.team_id else {}
    store_id = scope.store_id or (teams.get(scope.team_id) if scope.team_id else None)
    told = profiles_told([one for one in people.stores(services, viewer) if store_id in (None, one.id)], rubric)
    if told:
        st.caption(plain(told))


def profiles_told(stores: Sequence[Store], rubric: Rubric) -> str:
    """ "" where all are judged by the usual profile."""
    others = [one for one in stores if one.profile_id != DEFAULT_PROFILE and one.profile_id in rubric.profiles]
    if not others:
        return ""
    titles = {one.profile_id: f"“{rubric.profiles[one.profile_id].title}”" for one in others}
    if len(titles) == 1 and len(others) == len(stores):
        return f"Judged by {next(iter(titles.values()))}: totals are reckoned by its weights."
    named = ", ".join(f"{one.name} by {titles[one.profile_id]}" for one in others[:MOST_NAMED])
    more = f" and {len(others) - MOST_NAMED} more stores by profiles of their own" if len(others) > MOST_NAMED else ""
    return f"Not all stores are judged alike: {named}{more}. Compare totals store by store."
