"""A scope, or what was clicked of a figure, in the address of a page. Anybody can write anything there: what makes no sense is
left out, and what a viewer may not see stays unseen by the queries.
"""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date

import streamlit as st

from coaching.domain.people import PersonId, StoreId, TeamId
from coaching.domain.scorecard import Outcome
from coaching.domain.team_scores import BINS, Attempts, Figure, Scope, monday

EVER = (date(2000, 1, 3), date(2099, 12, 28))
MOST_DIGITS = 15  # a database's integers end soon after
UNKNOWN_SOURCE = "unknown source"
"""In addresses, where an empty word would be no filter."""


def read_scope() -> Scope:
    return scope_of(st.query_params.to_dict())


def read_figure() -> Figure | None:
    """None where the address names none."""
    asked = st.query_params.to_dict()
    if not asked.keys() & {"from", "team", "store", "rep", "source", "attempt", "criterion", "bin", "script"}:
        return None
    outcome = Outcome(asked["outcome"]) if asked.get("outcome") in list(Outcome) else None
    place = _number(asked.get("bin"))
    return Figure(
        scope_of(asked),
        asked.get("criterion", "") if outcome else "",
        outcome,
        place if place is not None and place < BINS else None,
        asked.get("script", ""),
    )


def scope_of(asked: Mapping[str, str]) -> Scope:
    store, team, rep = (_number(asked.get(name)) for name in ("store", "team", "rep"))
    attempt = _number(asked.get("attempt"))
    source = asked.get("source")
    return Scope(
        _week(asked.get("from")) or EVER[0],
        _week(asked.get("to")) or EVER[1],
        None if store is None else StoreId(store),
        None if team is None else TeamId(team),
        None if rep is None else PersonId(rep),
        Attempts(attempt) if attempt in list(Attempts) else Attempts.ANY,
        "" if source == UNKNOWN_SOURCE else source,
    )


def query(figure: Figure) -> dict[str, str]:
    """What a link to the list of these voicemails carries."""
    told = {
        "criterion": figure.criterion_id,
        "outcome": figure.outcome.value if figure.outcome else "",
        "bin": "" if figure.bin is None else str(figure.bin),
        "script": figure.script,
    }
    return query_of(figure.scope) | {name: text for name, text in told.items() if text}


def query_of(scope: Scope) -> dict[str, str]:
    named = {"store": scope.store_id, "team": scope.team_id, "rep": scope.rep_id}
    told = {name: str(key) for name, key in named.items() if key is not None}
    if (scope.since, scope.until) != EVER:
        told |= {"from": scope.since.isoformat(), "to": scope.until.isoformat()}
    if scope.attempt is not Attempts.ANY:
        told["attempt"] = str(int(scope.attempt))
    return told if scope.source is None else told | {"source": scope.source or UNKNOWN_SOURCE}


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None


def _week(text: str | None) -> date | None:
    with suppress(ValueError):
        return monday(date.fromisoformat(text or ""))
    return None
