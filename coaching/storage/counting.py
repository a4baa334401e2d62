"""Keeps what reports count exact: whoever changes a voicemail, its scorecard, its place or its rep calls `changed` in the
same transaction. What stands on file for it is taken out of the sums, and what is true now is put in.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, Select, String, Table, and_, case, delete, func, insert, literal, select, type_coerce
from sqlalchemy.dialects import postgresql, sqlite

from coaching.domain.people import PersonId
from coaching.domain.scorecard import Outcome
from coaching.domain.script import script_mark
from coaching.domain.team_scores import ANY_ATTEMPT, ANY_SOURCE, BINS, LETTERS, Attempts, monday
from coaching.domain.voicemail import VoicemailId
from coaching.storage.database import Connection
from coaching.storage.tables import (
    counted,
    criterion_place,
    current,
    evidence,
    finding,
    lead,
    outcome_tally,
    person,
    recording,
    score_tally,
    scorecard,
    stands,
    store,
    voicemail,
)
from coaching.storage.visibility import is_practice

Key = tuple[Any, ...]
Fact = dict[str, Any]
BATCH = 5_000
NO_TEAM = 0
MISSING = "-"
REASON = "value_offered"
"""The criterion whose evidence is the reason that a script gives."""


def changed(connection: Connection, voicemail_ids: Iterable[VoicemailId]) -> None:
    """After any change of these voicemails, also after they were deleted."""
    ids = sorted(set(voicemail_ids))
    if not ids:
        return
    places = _Places(connection)
    its_row = counted.c.voicemail_id.in_(ids)
    before = [dict(row._mapping) for row in connection.execute(select(counted).where(its_row).with_for_update())]
    after = [_fact(row, places) for row in connection.execute(FACTS.where(voicemail.c.id.in_(ids)))]
    connection.execute(delete(counted).where(its_row))
    if after:
        connection.execute(insert(counted), after)
    _add(connection, outcome_tally, _summed(before, after, _outcome_rows))
    _add(connection, score_tally, _summed(before, after, _score_rows))


def rep_changed(connection: Connection, rep_id: PersonId) -> None:
    """After a rep has moved to another team."""
    changed(connection, connection.scalars(select(voicemail.c.id).where(voicemail.c.rep_id == rep_id)))


def rebuild(connection: Connection) -> None:
    """Counts everything anew from the scorecards; for old databases, and after a store's time zone was corrected."""
    for table in (counted, outcome_tally, score_tally):
        connection.execute(delete(table))
    places, last = _Places(connection), 0
    while rows := connection.execute(FACTS.where(voicemail.c.id > last).order_by(voicemail.c.id).limit(BATCH)).all():
        connection.execute(insert(counted), [_fact(row, places) for row in rows])
        last = rows[-1].id
    _sum_up(connection)


def count_once(connection: Connection) -> None:
    """Fills the sums of a database that was there before them."""
    if connection.scalar(select(counted.c.voicemail_id).limit(1)) is None:
        rebuild(connection)


class _Places:
    """Criterion id -> its place in `outcomes`, from 1; an unknown one is given the next."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.known: dict[str, int] = {row.criterion_id: row.place for row in connection.execute(select(criterion_place))}

    def of(self, criterion_id: str) -> int:
        if criterion_id not in self.known:
            place = self.known[criterion_id] = len(self.known) + 1
            self.connection.execute(insert(criterion_place).values(place=place, criterion_id=criterion_id))
        return self.known[criterion_id]


def countable() -> ColumnElement[bool]:
    """Which voicemails reports count at all: those with a scorecard that is current, and never practice."""
    return and_(current, ~is_practice())


def _facts() -> Select[tuple[object, ...]]:
    one_outcome = finding.c.criterion_id + "=" + type_coerce(stands, String)
    outcomes = select(func.aggregate_strings(one_outcome, ",")).where(finding.c.scorecard_id == scorecard.c.id)
    reason = (
        select(func.aggregate_strings(evidence.c.quote, "\n"))
        .select_from(evidence)
        .join(finding, finding.c.id == evidence.c.finding_id)
        .where(finding.c.scorecard_id == scorecard.c.id, finding.c.criterion_id == REASON, evidence.c.is_proof)
    )
    return (
        select(
            voicemail,
            recording.c.store_id,
            store.c.time_zone,
            person.c.team_id,
            lead.c.source,
            scorecard.c.score,
            outcomes.scalar_subquery().label("outcomes"),
            reason.scalar_subquery().label("reason"),
        )
        .select_from(voicemail)
        .join(recording, recording.c.id == voicemail.c.recording_id)
        .join(store, store.c.id == recording.c.store_id)
        .join(scorecard, scorecard.c.voicemail_id == voicemail.c.id)
        .outerjoin(person, person.c.id == voicemail.c.rep_id)
        .outerjoin(lead, lead.c.id == voicemail.c.lead_id)
        .where(countable())
    )


FACTS = _facts()


def _fact(row: Row[tuple[object, ...]], places: _Places) -> Fact:
    """A row of `counted`. The week is the store's own: Sunday evening there may be Monday elsewhere."""
    day = (row.left_at or row.received_at).astimezone(ZoneInfo(row.time_zone)).date()
    return {
        "voicemail_id": row.id,
        "store_id": row.store_id,
        "team_id": row.team_id or NO_TEAM,
        "rep_id": row.rep_id,
        "lead_id": row.lead_id,
        "week": monday(day),
        "attempt": int(Attempts.of(row.attempt)),
        "source": source_key(row.source or ""),
        "tenths": None if row.score is None else round(row.score * 10),
        "outcomes": _letters(row.outcomes or "", places),
        "script": script_mark(row.reason or ""),
    }


def source_key(source: str) -> str:
    """As it stands in the tables, where an empty one is ANY_SOURCE."""
    return f"={source}"


def _letters(outcomes: str, places: _Places) -> str:
    at = {places.of(name): LETTERS[Outcome(word)] for name, word in (one.split("=") for one in outcomes.split(",") if one)}
    return "".join(at.get(place, MISSING) for place in range(1, max(at, default=0) + 1))


def _slices(fact: Fact) -> Iterator[Key]:
    for attempt in (ANY_ATTEMPT, fact["attempt"]):
        for source in (ANY_SOURCE, fact["source"]):
            yield attempt, source, fact["store_id"], fact["team_id"], fact["week"]


def _outcome_rows(fact: Fact) -> Iterator[tuple[Key, Mapping[str, int]]]:
    names = {letter: outcome.value for outcome, letter in LETTERS.items()}
    for whose in _slices(fact):
        for place, letter in enumerate(fact["outcomes"], 1):
            if letter != MISSING:
                yield (*whose, place), {names[letter]: 1}


def _score_rows(fact: Fact) -> Iterator[tuple[Key, Mapping[str, int]]]:
    tenths = fact["tenths"]
    if tenths is not None:
        for whose in _slices(fact):
            yield (*whose, min(tenths // 100, BINS - 1)), {"n": 1, "tenths": tenths, "squares": tenths**2}


def _summed(before: Sequence[Fact], after: Sequence[Fact], rows: Any) -> dict[Key, Counter[str]]:
    """Differences by row, without those that come out as nothing; in one order, so that two writers never wait in a circle."""
    sums: dict[Key, Counter[str]] = {}
    for sign, facts in ((-1, before), (1, after)):
        for fact in facts:
            for key, parts in rows(fact):
                found = sums.setdefault(key, Counter())
                for name, number in parts.items():
                    found[name] += sign * number
    return {key: sums[key] for key in sorted(sums) if any(sums[key].values())}


def _add(connection: Connection, table: Table, sums: Mapping[Key, Mapping[str, int]]) -> None:
    if not sums:
        return
    keys, values = list(table.primary_key.columns), [column for column in table.c if not column.primary_key]
    rows = [
        {column.name: part for column, part in zip(keys, key, strict=True)}
        | {column.name: one.get(column.name, 0) for column in values}
        for key, one in sums.items()
    ]
    add = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert(table)
    more = {column.name: column + add.excluded[column.name] for column in values}
    connection.execute(add.on_conflict_do_update(index_elements=keys, set_=more), rows)


def _sum_up(connection: Connection) -> None:
    """Every row of the tallies from `counted`: the finest first, then ANY from those."""
    letter = func.substr(counted.c.outcomes, criterion_place.c.place, 1)
    outcomes = [func.sum(case((letter == LETTERS[outcome], 1), else_=0)) for outcome in Outcome]
    whose = [counted.c[name] for name in ("attempt", "source", "store_id", "team_id", "week")]
    finest = select(*whose, criterion_place.c.place, *outcomes).where(letter.in_(LETTERS.values()))
    by_place = finest.select_from(counted.join(criterion_place, literal(1) == 1)).group_by(*whose, criterion_place.c.place)
    connection.execute(insert(outcome_tally).from_select([column.name for column in outcome_tally.c], by_place))
    decile = case((counted.c.tenths >= 100 * BINS, BINS - 1), else_=counted.c.tenths // 100)
    sums = func.count(), func.sum(counted.c.tenths), func.sum(counted.c.tenths * counted.c.tenths)
    scores = select(*whose, decile, *sums).where(counted.c.tenths.is_not(None)).group_by(*whose, decile)
    connection.execute(insert(score_tally).from_select([column.name for column in score_tally.c], scores))
    for table in (outcome_tally, score_tally):
        _sum_over_any(connection, table)


def _sum_over_any(connection: Connection, table: Table) -> None:
    finest = (table.c.attempt != ANY_ATTEMPT) & (table.c.source != ANY_SOURCE)
    rest = [column for column in table.primary_key.columns if column.name not in ("attempt", "source")]
    sums = [func.sum(column) for column in table.c if not column.primary_key]
    for attempt, source in ((ANY_ATTEMPT, None), (None, ANY_SOURCE), (ANY_ATTEMPT, ANY_SOURCE)):
        keys = [table.c.attempt if attempt is None else literal(attempt), table.c.source if source is None else literal(source)]
        kept = [key for key, any_of_it in zip(keys, (attempt, source), strict=True) if any_of_it is None]
        query = select(*keys, *rest, *sums).where(finest).group_by(*kept, *rest)
        connection.execute(insert(table).from_select([column.name for column in table.c], query))
