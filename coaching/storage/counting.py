"""Keeps what reports count exact: whoever changes a voicemail, its scorecard, its place or its rep calls `changed` in the
same transaction. What stands on file for it is taken out of the sums, and what is true now is put in.
"""

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, Select, String, and_, delete, func, insert, select, type_coerce

from coaching.domain.people import PersonId
from coaching.domain.scorecard import Outcome
from coaching.domain.script import script_mark
from coaching.domain.team_scores import LETTERS, NO_TEAM, Attempts, monday
from coaching.domain.voicemail import VoicemailId
from coaching.storage import tallies
from coaching.storage.database import Connection, adding
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

BATCH = 5_000
REASON = "value_offered"
"""The criterion whose evidence is the reason that a script gives."""


def changed(connection: Connection, voicemail_ids: Iterable[VoicemailId]) -> None:
    """After any change of these voicemails, also after they were deleted."""
    ids = sorted(set(voicemail_ids))
    if not ids:
        return
    _hold(connection, ids)
    places = _Places(connection)
    its_row = counted.c.voicemail_id.in_(ids)
    before = [dict(row._mapping) for row in connection.execute(select(counted).where(its_row))]
    after = [_fact(row, places) for row in connection.execute(FACTS.where(voicemail.c.id.in_(ids)))]
    connection.execute(delete(counted).where(its_row))
    if after:
        connection.execute(insert(counted), after)
    tallies.change(connection, before, after)


def rep_changed(connection: Connection, rep_id: PersonId) -> None:
    """After a rep has moved to another team."""
    changed(connection, connection.scalars(select(voicemail.c.id).where(voicemail.c.rep_id == rep_id)))


def weeks_changed(connection: Connection, voicemail_ids: Iterable[VoicemailId]) -> None:
    """After the clock of their store was changed: few were left so near to the end of a week that they count for another."""
    ids = sorted(set(voicemail_ids))
    _hold(connection, ids)
    clock = select(voicemail, counted.c.week, store.c.time_zone).join(counted, counted.c.voicemail_id == voicemail.c.id)
    rows = connection.execute(clock.join(store, store.c.id == counted.c.store_id).where(voicemail.c.id.in_(ids)))
    changed(connection, [row.id for row in rows if _week(row) != row.week])


def rebuild(connection: Connection) -> None:
    """Counts everything anew from the scorecards, for old databases."""
    for table in (counted, outcome_tally, score_tally):
        connection.execute(delete(table))
    places, last = _Places(connection), 0
    while rows := connection.execute(FACTS.where(voicemail.c.id > last).order_by(voicemail.c.id).limit(BATCH)).all():
        connection.execute(insert(counted), [_fact(row, places) for row in rows])
        last = rows[-1].id
    tallies.sum_up(connection)


def count_once(connection: Connection) -> None:
    """Fills the sums of a database that was there before them."""
    if connection.scalar(select(counted.c.voicemail_id).limit(1)) is None:
        rebuild(connection)


def _hold(connection: Connection, ids: list[VoicemailId]) -> None:
    """Until the transaction ends nobody else counts these. The voicemails and not their rows of `counted`, which are deleted
    and put in anew: who waited for such a row would find neither the old nor the new. By id, so that two never wait in a circle;
    key_share, so that what only refers to a voicemail, as a new override does, holds nobody back.
    """
    these = select(voicemail.c.id).where(voicemail.c.id.in_(ids)).order_by(voicemail.c.id)
    connection.execute(these.with_for_update(key_share=True))


class _Places:
    """Criterion id -> its place in `outcomes`, from 1; an unknown one is given the next."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.known = self._on_file()

    def of(self, criterion_id: str) -> int:
        while criterion_id not in self.known:  # another process may take the place, or name the criterion, at the same moment
            row = adding(self.connection, criterion_place).values(place=len(self.known) + 1, criterion_id=criterion_id)
            self.connection.execute(row.on_conflict_do_nothing())
            self.known = self._on_file()
        return self.known[criterion_id]

    def _on_file(self) -> dict[str, int]:
        return {row.criterion_id: row.place for row in self.connection.execute(select(criterion_place))}


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


def _fact(row: Row[tuple[object, ...]], places: _Places) -> tallies.Fact:
    """A row of `counted`."""
    return {
        "voicemail_id": row.id,
        "store_id": row.store_id,
        "team_id": row.team_id or NO_TEAM,
        "rep_id": row.rep_id,
        "lead_id": row.lead_id,
        "week": _week(row),
        "attempt": int(Attempts.of(row.attempt)),
        "source": tallies.source_key(row.source or ""),
        "tenths": None if row.score is None else round(row.score * 10),
        "outcomes": _letters(row.outcomes or "", places),
        "script": script_mark(row.reason or ""),
    }


def _week(row: Row[tuple[object, ...]]) -> date:
    """The store's own: Sunday evening there may be Monday elsewhere."""
    return monday((row.left_at or row.received_at).astimezone(ZoneInfo(row.time_zone)).date())


def _letters(outcomes: str, places: _Places) -> str:
    at = {places.of(name): LETTERS[Outcome(word)] for name, word in (one.split("=") for one in outcomes.split(",") if one)}
    return "".join(at.get(place, tallies.MISSING) for place in range(1, max(at, default=0) + 1))
