"""A store with a past: judgements, a second rubric version, overrides, moves, a rep who was deleted, voicemails that were."""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import delete, func, select, update

from coaching.domain.context import CallContext
from coaching.domain.lead import ArrivedLead
from coaching.domain.override import Override
from coaching.domain.people import MACHINE, PersonId, Role
from coaching.domain.scorecard import Finding, Outcome, Scorecard
from coaching.domain.voicemail import VoicemailId
from coaching.services.placing import Placement, change
from coaching.storage import counting, leads, overrides, people, scorecards, transcripts, voicemails
from coaching.storage.database import Connection
from coaching.storage.tables import counted, outcome_tally, person, score_tally, voicemail
from tests.stand_ins import FakeListener
from tests.world import SEVENTH_OF_OCTOBER, Cast

CRITERIA = ("value_offered", "text_invited", "no_repetition")
WEIGHTS = {"value_offered": 3.0, "text_invited": 2.0, "no_repetition": 1.0, "urgency_shown": 1.0}
FIRST_LEFT = datetime(2024, 9, 23, 2, tzinfo=UTC)  # a Monday in UTC, and still Sunday in the store
APART = timedelta(hours=11)
NOON = time(16)  # in New York, said in UTC


def card(outcomes: dict[str, Outcome], version: str = "v1") -> Scorecard:
    findings = tuple(Finding(name, outcome, "Because.") for name, outcome in outcomes.items())
    return Scorecard(version, "default", findings, (), WEIGHTS, {})


def judge(connection: Connection, voicemail_id: VoicemailId, made: Scorecard) -> None:
    if transcripts.latest_text(connection, voicemail_id) is None:
        _, heard = FakeListener().listen("a.wav", "0", b"hello there", CallContext(), lambda _: None)
        transcripts.add(connection, voicemail_id, heard, SEVENTH_OF_OCTOBER)
    scorecards.add(connection, voicemail_id, made, "fake", "small", SEVENTH_OF_OCTOBER)


def live_through(cast: Cast, number: int = 30) -> Sequence[VoicemailId]:
    """Everything in an order of chance, with a fixed seed. Returns the voicemails that are left."""
    chance = random.Random(7)
    with cast.services.database.writing() as connection:
        zoe = people.add_person(connection, "Zoe", Role.REP, store_id=cast.store, team_id=cast.other_team)
        theirs = [
            leads.take(connection, cast.store, ArrivedLead(f"Customer {n}", source=("Website", "", "Phone")[n % 3]), cast.bob)
            for n in range(6)
        ]
    reps = [cast.bob, cast.charlie, zoe]
    ids = [cast.leaves(f"voicemail {n}", rep=reps[n % 3], attempt=chance.choice([None, 1, 2, 5])) for n in range(number)]
    with cast.services.database.writing() as connection:
        for place, one in enumerate(ids):
            left_at = FIRST_LEFT + APART * place
            connection.execute(update(voicemail).where(voicemail.c.id == one).values(left_at=left_at))
            judge(connection, one, card({name: chance.choice(list(Outcome)) for name in CRITERIA}))
        for one in chance.sample(ids, number // 4):
            judge(connection, one, card({name: chance.choice(list(Outcome)) for name in (*CRITERIA[1:], "urgency_shown")}, "v2"))
        for one in chance.sample(ids, number // 3):
            judged = scorecards.current_of(connection, MACHINE, one)
            assert judged is not None
            found, settled = judged.scorecard.findings[-1], chance.choice(list(Outcome))
            made = Override(found.criterion_id, found.outcome, settled, "", cast.alice, SEVENTH_OF_OCTOBER)
            overrides.add(connection, one, judged.scorecard, made)
    for one in chance.sample(ids, number // 2):
        place_at = FIRST_LEFT + APART * chance.randrange(number)
        whose, for_whom = chance.choice([cast.bob, zoe]), chance.choice(theirs)
        change(cast.services, MACHINE, one, Placement(whose, for_whom, attempt=chance.choice([1, 3]), left_at=place_at))
    with cast.services.database.writing() as connection:
        gone = chance.sample(ids, number // 6)
        connection.execute(delete(voicemail).where(voicemail.c.id.in_(gone)))
        counting.changed(connection, gone)
        hers = list(connection.scalars(select(voicemail.c.id).where(voicemail.c.rep_id == zoe)))
        assert hers
        connection.execute(delete(person).where(person.c.id == zoe))
        counting.changed(connection, hers)
        connection.execute(update(person).where(person.c.id == cast.charlie).values(team_id=cast.team))
        counting.rep_changed(connection, cast.charlie)
    return [one for one in ids if one not in gone]


def leave_each(cast: Cast, rep: PersonId, days: Sequence[date], outcomes: Mapping[str, Outcome]) -> Sequence[VoicemailId]:
    """A first voicemail at noon of each of these days, all judged alike."""
    with cast.services.database.writing() as connection:
        made = []
        for day in days:
            at = datetime.combine(day, NOON, UTC)
            place = connection.scalar(select(func.count()).select_from(voicemail)) or 0
            digest, name = f"{place:064}", f"voicemail {place}"
            left = voicemails.add(connection, cast.store, digest, name, 1, at, rep, rep_id=rep, attempt=1, left_at=at)
            judge(connection, left, card(dict(outcomes)))
            made.append(left)
        return made


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
