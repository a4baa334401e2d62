"""What was counted of each rep, or each store, by attempt and source; and the scripts that reps wear out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import distinct, func, select

from coaching.domain.people import Viewer
from coaching.domain.team_scores import ANY_SOURCE, NO_TEAM, Attempts, Counts, Group, Scope, Stratum, Totals, WornScript
from coaching.domain.voicemail import VoicemailId
from coaching.storage import scopes, sums
from coaching.storage.counting import REASON
from coaching.storage.database import Connection
from coaching.storage.tables import (
    counted,
    current,
    evidence,
    finding,
    outcome_tally,
    person,
    score_tally,
    scorecard,
    store,
    team,
)

MANY_CUSTOMERS = 5
"""From so many customers on the same reason is a script. Two or three may have asked about the same car."""
MOST_SCRIPTS = 20


def strata_of_reps(connection: Connection, viewer: Viewer, scope: Scope) -> Sequence[Stratum]:
    """A rep's voicemails of one attempt and source each; the id None for those whose rep is no longer on file."""
    places, found = sums.places(connection), defaultdict[tuple[int, int, str], list[tuple[int | None, str]]](list)
    columns = (counted.c[name] for name in ("rep_id", "attempt", "source", "tenths", "outcomes"))
    for rep_id, attempt, source, *fact in connection.execute(select(*columns).where(*scopes.in_counted(viewer, scope))).all():
        found[rep_id or 0, attempt, source].append((fact[0], fact[1]))
    return [
        Stratum(rep_id or None, Attempts(attempt), source[1:], *sums.added_up(facts, places))
        for (rep_id, attempt, source), facts in sorted(found.items())
    ]


def strata_of_stores(connection: Connection, viewer: Viewer, scope: Scope) -> Sequence[Stratum]:
    """As for reps, from the sums: a store's voicemails of one attempt each, over all sources unless the scope names one."""
    return _from_sums(connection, viewer, scope, "store_id")


def strata_of_teams(connection: Connection, viewer: Viewer, scope: Scope) -> Sequence[Stratum]:
    """As of stores. What was left by reps without a team is no team's."""
    return [one for one in _from_sums(connection, viewer, scope, "team_id") if one.group_id != NO_TEAM]


def _from_sums(connection: Connection, viewer: Viewer, scope: Scope, group: str) -> Sequence[Stratum]:
    """group: the column of the tallies by which they are told apart."""
    found: dict[tuple[int, int], dict[str, Counts]] = {}
    by, names = (outcome_tally.c[group], outcome_tally.c.attempt, outcome_tally.c.place), sums.names(connection)
    wanted = scopes.in_tally(outcome_tally, viewer, scope, each_attempt=True, each_store=True)
    query = select(*by, *sums.of_outcomes()).where(*wanted).group_by(*by)
    for group_id, attempt, place, *four in connection.execute(query):
        found.setdefault((group_id, attempt), {})[names[place]] = Counts(*map(int, four))
    whose = (score_tally.c[group], score_tally.c.attempt)
    scores = select(*whose, *(func.sum(score_tally.c[name]) for name in ("n", "tenths", "squares")))
    rows = connection.execute(
        scores.where(*scopes.in_tally(score_tally, viewer, scope, each_attempt=True, each_store=True)).group_by(*whose)
    )
    totals = {(group_id, attempt): sums.as_totals(*three) for group_id, attempt, *three in rows}
    return [
        Stratum(key[0], Attempts(key[1]), scope.source or ANY_SOURCE, totals.get(key, Totals()), outcomes)
        for key, outcomes in sorted(found.items())
    ]


def worn_scripts(connection: Connection, viewer: Viewer, scope: Scope) -> Sequence[WornScript]:
    """The same reason told to many customers by one rep, the most worn first."""
    customers = func.count(distinct(counted.c.lead_id))
    by = (counted.c.rep_id, counted.c.script)
    wanted = counted.c.script.is_not(None), counted.c.rep_id.is_not(None), *scopes.in_counted(viewer, scope)
    query = select(*by, customers, func.max(counted.c.voicemail_id)).where(*wanted).group_by(*by)
    query = (
        query.having(customers >= MANY_CUSTOMERS)
        .order_by(customers.desc(), counted.c.rep_id, counted.c.script)
        .limit(MOST_SCRIPTS)
    )
    rows = connection.execute(query).all()
    reasons = _reasons(connection, [last for *_, last in rows])
    return [WornScript(rep, script, told_to, last, reasons.get(last, "")) for rep, script, told_to, last in rows]


def _reasons(connection: Connection, voicemail_ids: Sequence[VoicemailId]) -> Mapping[VoicemailId, str]:
    """The words by which each gives its reason. Whoever may see the sums may hear these voicemails."""
    query = (
        select(scorecard.c.voicemail_id, evidence.c.quote)
        .join(finding, finding.c.scorecard_id == scorecard.c.id)
        .join(evidence, evidence.c.finding_id == finding.c.id)
        .where(scorecard.c.voicemail_id.in_(voicemail_ids), current, finding.c.criterion_id == REASON, evidence.c.is_proof)
        .order_by(evidence.c.position)
    )
    found = defaultdict[VoicemailId, list[str]](list)
    for voicemail_id, quote in connection.execute(query):
        found[voicemail_id].append(quote)
    return {voicemail_id: " … ".join(quotes) for voicemail_id, quotes in found.items()}


def names_of_reps(connection: Connection, rep_ids: Iterable[int | None]) -> Mapping[int | None, Group]:
    """Those in the sums, also who has left. Whoever may see the sums may see whose they are."""
    known = [rep_id for rep_id in set(rep_ids) if rep_id is not None]
    query = select(person.c.id, person.c.name, person.c.active, team.c.name, store.c.name)
    query = query.outerjoin(team, team.c.id == person.c.team_id).outerjoin(store, store.c.id == person.c.store_id)
    rows = connection.execute(query.where(person.c.id.in_(known)))
    return {row[0]: Group(row[0], row[1] if row[2] else f"{row[1]} (has left)", row[3] or "", row[4] or "") for row in rows}
