"""What reports count is the same after every change as if everything were counted anew."""

import random
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, select, update

from coaching.domain.lead import ArrivedLead
from coaching.domain.override import Override
from coaching.domain.people import MACHINE, Role
from coaching.domain.scorecard import Finding, Outcome, Scorecard
from coaching.domain.voicemail import VoicemailId
from coaching.services.placing import Placement, change
from coaching.storage import counting, leads, overrides, people, scorecards, transcripts
from coaching.storage.database import Connection
from coaching.storage.tables import counted, outcome_tally, person, score_tally, voicemail
from tests.stand_ins import FakeListener
from tests.world import SEVENTH_OF_OCTOBER, Cast

CRITERIA = ("value_offered", "text_invited", "no_repetition")
WEIGHTS = {"value_offered": 3.0, "text_invited": 2.0, "no_repetition": 1.0, "urgency_shown": 1.0}


def card(outcomes: dict[str, Outcome], version: str = "v1") -> Scorecard:
    findings = tuple(Finding(name, outcome, "Because.") for name, outcome in outcomes.items())
    return Scorecard(version, "default", findings, (), WEIGHTS, {})


def judge(connection: Connection, voicemail_id: VoicemailId, made: Scorecard) -> None:
    if transcripts.latest_text(connection, voicemail_id) is None:
        _, heard = FakeListener().listen("a.wav", "0", b"hello there", (), lambda _: None)
        transcripts.add(connection, voicemail_id, heard, SEVENTH_OF_OCTOBER)
    scorecards.add(connection, voicemail_id, made, "fake", "small", SEVENTH_OF_OCTOBER)


def sums(connection: Connection) -> list[Counter[tuple[object, ...]]]:
    """All rows that say something, in no order."""
    places = counting._Places(connection).known
    names = {place: name for name, place in places.items()}

    def rows(table: object, *zero: str) -> Counter[tuple[object, ...]]:
        found = connection.execute(select(table)).all()  # type: ignore[call-overload]
        return Counter(
            tuple(names[part] if column == "place" else part for column, part in row._mapping.items())
            for row in found
            if any(getattr(row, name) for name in zero)
        )

    return [
        rows(counted, "voicemail_id"),
        rows(outcome_tally, "met", "not_met", "unsure", "not_applicable"),
        rows(score_tally, "n"),
    ]


def test_whatever_happens_the_sums_are_those_of_the_raw_rows(cast: Cast) -> None:
    """Judgements, rejudging by another rubric version, overrides, moves, lost reps and deletions, in an order of chance."""
    chance = random.Random(7)
    with cast.services.database.writing() as connection:
        zoe = people.add_person(connection, "Zoe", Role.REP, store_id=cast.store, team_id=cast.other_team)
        theirs = [
            leads.take(connection, cast.store, ArrivedLead(f"Customer {n}", source=("Website", "", "Phone")[n % 3]), cast.bob)
            for n in range(6)
        ]
    ids = [
        cast.leaves(
            f"voicemail {n}", rep=chance.choice([cast.bob, cast.charlie, zoe]), lead=None, attempt=chance.choice([None, 1, 2, 5])
        )
        for n in range(30)
    ]
    with cast.services.database.writing() as connection:
        for number, one in enumerate(ids):
            moment = datetime(2024, 9, 30, 2, tzinfo=UTC) + timedelta(hours=11 * number)
            connection.execute(update(voicemail).where(voicemail.c.id == one).values(left_at=moment))
        for one in ids:
            judge(connection, one, card({name: chance.choice(list(Outcome)) for name in CRITERIA}))
        for one in chance.sample(ids, 8):
            judge(connection, one, card({name: chance.choice(list(Outcome)) for name in (*CRITERIA[1:], "urgency_shown")}, "v2"))
        for one in chance.sample(ids, 10):
            judged = scorecards.current_of(connection, MACHINE, one)
            assert judged is not None
            found = judged.scorecard.findings[-1]
            made = Override(found.criterion_id, found.outcome, chance.choice(list(Outcome)), "", cast.alice, SEVENTH_OF_OCTOBER)
            overrides.add(connection, one, judged.scorecard, made)
    for one in chance.sample(ids, 8):
        change(
            cast.services,
            MACHINE,
            one,
            Placement(chance.choice([cast.bob, zoe]), chance.choice(theirs), attempt=chance.choice([1, 3])),
        )
    with cast.services.database.writing() as connection:
        gone = chance.sample(ids, 5)
        connection.execute(delete(voicemail).where(voicemail.c.id.in_(gone)))
        counting.changed(connection, gone)
        hers = list(connection.scalars(select(voicemail.c.id).where(voicemail.c.rep_id == zoe)))
        connection.execute(delete(person).where(person.c.id == zoe))
        counting.changed(connection, hers)
        connection.execute(update(person).where(person.c.id == cast.charlie).values(team_id=cast.team))
        counting.rep_changed(connection, cast.charlie)
        kept = sums(connection)
        counting.rebuild(connection)
        assert sums(connection) == kept
        assert sum(1 for _ in kept[0]) == len(ids) - 5
        assert hers


@pytest.mark.parametrize(("zone", "week"), [("America/New_York", "2024-09-30"), ("UTC", "2024-10-07")])
def test_a_week_begins_on_monday_on_the_stores_own_clock(cast: Cast, zone: str, week: str) -> None:
    with cast.services.database.writing() as connection:
        store = people.add_store(connection, "Elsewhere", "", zone)
        ed = people.add_person(connection, "Ed", Role.REP, store_id=store)
    one = cast.leaves("hello", rep=ed)
    with cast.services.database.writing() as connection:
        connection.execute(update(voicemail).values(left_at=datetime(2024, 10, 7, 2, tzinfo=UTC)))
        judge(connection, one, card({"value_offered": Outcome.MET}))
        assert str(connection.scalar(select(counted.c.week))) == week


def test_changing_nothing_writes_nothing(cast: Cast) -> None:
    one = cast.leaves("hello")
    with cast.services.database.writing() as connection:
        judge(connection, one, card({"value_offered": Outcome.MET}))
        before = sums(connection)
        counting.changed(connection, [one, one])
        assert sums(connection) == before
        assert len(before[2]) == 4


def test_a_total_that_is_settled_anew_moves_to_its_bin(cast: Cast) -> None:
    one = cast.leaves("hello")
    made = card({"value_offered": Outcome.UNSURE, "text_invited": Outcome.MET})
    with cast.services.database.writing() as connection:
        judge(connection, one, made)
        settled = Override("value_offered", Outcome.UNSURE, Outcome.NOT_MET, "", cast.alice, SEVENTH_OF_OCTOBER)
        overrides.add(connection, one, made, settled)
        everything = (score_tally.c.attempt == 0) & (score_tally.c.source == "") & (score_tally.c.n > 0)
        row = connection.execute(select(score_tally).where(everything)).one()
        assert (row.decile, row.n, row.tenths, row.squares) == (4, 1, 400, 160_000)
