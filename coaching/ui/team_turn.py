"""What a team's page compares: the last weeks with those before, or after a coaching session with before it."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.domain.team_scores import Scope
from coaching.reports.names import begun
from coaching.reports.team import TeamReport
from coaching.reports.turns import Turn, last_weeks, turns, usual

SHORTEST_TITLE = 24  # letters of a session's title that have room over a line


def choose(viewer: Viewer, scope: Scope) -> Turn:
    """Asks only where there is a choice; the session chosen stands in the address."""
    found = turns(bootstrap.services().database, viewer, scope)
    if not found:
        return last_weeks(scope)
    options, first = [last_weeks(scope), *found], usual(found, scope)
    asked = st.query_params.get("session")
    at = next((place for place, one in enumerate(options) if str(one.session_id) == asked), options.index(first))
    chosen = st.selectbox("Compare", options, index=at, format_func=_label, key="team_turn")
    st.query_params["session"] = str(chosen.session_id)
    return chosen


def marks(report: TeamReport) -> Mapping[date, str]:
    """Of the session that the report is about, at its week in the charts."""
    turn = report.turn
    return {turn.held_in: _short(turn.title)} if turn.held_in else {}


def _label(turn: Turn) -> str:
    return f"{turn.title}: {turn.words}" if turn.title else begun(turn.words)


def _short(title: str) -> str:
    return title if len(title) <= SHORTEST_TITLE else f"{title[: SHORTEST_TITLE - 1]}…"
