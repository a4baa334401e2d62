import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, inspect, select, update
from sqlalchemy.exc import IntegrityError, StatementError

import coaching.storage
from coaching.domain.alert import Alert, AlertId, AlertKind
from coaching.domain.follow_up_settings import FollowUpSettings
from coaching.domain.job import JobKind, JobState
from coaching.domain.lead import ArrivedLead
from coaching.domain.people import Role
from coaching.domain.privacy import PrivacySettings
from coaching.domain.recording import Delivery
from coaching.domain.scorecard import Finding, Outcome, Scorecard
from coaching.domain.target import Target
from coaching.domain.transcript import Transcript
from coaching.domain.voicemail import Heard
from coaching.storage import (
    alerts,
    disputes,
    exemplars,
    follow_up_settings,
    jobs,
    leads,
    letters,
    people,
    privacy,
    scorecards,
    targets,
    team_page,
    transcripts,
    voicemails,
)
from coaching.storage.database import Connection, Database, add_row
from coaching.storage.tables import alert, counted, job, lead, metadata, person, scorecard, store, voicemail
from tests.at_once import at_once
from tests.world import SEVENTH_OF_OCTOBER, Cast

UNTIL_THE_OTHERS_WAIT_S = 0.2
DELIVERY = Delivery(None, None, 0, None, 1.0, None)


def revisions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(Path(coaching.storage.__file__).parent / "migrations"))
    return [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]


@pytest.mark.parametrize("old", ["base", *revisions()])
def test_every_old_schema_becomes_the_present_one(empty_database: Database, old: str) -> None:
    if old != "base":
        empty_database.upgrade(old)
    empty_database.upgrade()
    with empty_database.writing() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert differences == []


def test_what_waits_for_a_worker_still_waits_after_jobs_may_be_about_takes(empty_database: Database) -> None:
    at = datetime(2024, 10, 7, tzinfo=UTC)
    waiting = {"key": "judge/1", "kind": JobKind.JUDGE, "state": JobState.WAITING, "priority": 30, "attempts": 0, "token": 0}
    more = {"lease_until": at, "again": False, "progress": 0.0, "reason": "", "may_retry": False, "enqueued_at": at}
    empty_database.upgrade("0014")
    with empty_database.writing() as connection:
        store_id = people.add_store(connection, "Fairhaven Honda", "")
        rep_id = people.add_person(connection, "Bob", Role.REP, store_id=store_id)
        voicemail_id = voicemails.add(connection, store_id, "ab" * 32, "one.wav", 9, at, rep_id, rep_id=rep_id)
        connection.execute(insert(job).values(voicemail_id=voicemail_id, **waiting, **more))
    empty_database.upgrade()
    with empty_database.writing() as connection:
        claimed = jobs.claim(connection, at, timedelta(seconds=30))
    assert claimed is not None
    assert (claimed.voicemail_id, claimed.take_id) == (voicemail_id, None)


def test_a_total_of_a_scorecard_that_is_mostly_open_is_taken_back(empty_database: Database) -> None:
    at = datetime(2024, 10, 7, tzinfo=UTC)
    empty_database.upgrade("0020")
    with empty_database.writing() as connection:
        store_id = people.add_store(connection, "Fairhaven Honda", "")
        rep_id = people.add_person(connection, "Bob", Role.REP, store_id=store_id)
        for place, outcomes in enumerate((["met", "unsure", "unsure", "unsure"], ["met", "met", "met", "unsure"])):
            voicemail_id = voicemails.add(connection, store_id, f"{place}b" * 32, "one.wav", 9, at, rep_id, rep_id=rep_id)
            transcripts.add(connection, voicemail_id, Heard(Transcript((), "en", "fake", "small"), DELIVERY), at)
            findings = tuple(Finding(f"criterion_{place}", Outcome(said), "") for place, said in enumerate(outcomes))
            scorecards.add(connection, voicemail_id, Scorecard("1", "default", findings, (), {}, {}), "fake", "small", at)
        connection.execute(update(scorecard).values(score=100.0))
    empty_database.upgrade()
    with empty_database.reading() as connection:
        assert connection.scalars(select(scorecard.c.score).order_by(scorecard.c.id)).all() == [None, 100.0]
        assert connection.execute(select(counted)).all() == []


def test_a_lead_that_came_on_what_stands_for_no_date_came_nobody_knows_when(empty_database: Database) -> None:
    empty_database.upgrade("0021")
    known = datetime(2024, 10, 7, 13, 30, tzinfo=UTC)
    with empty_database.writing() as connection:
        store_id = people.add_store(connection, "Fairhaven Honda", "")
        for at in (datetime(1900, 1, 1, 5, tzinfo=UTC), known, datetime(9999, 12, 31, 5, tzinfo=UTC), None):
            leads.take(connection, store_id, ArrivedLead("Walt Brandt", arrived_at=at))
    empty_database.upgrade()
    with empty_database.reading() as connection:
        assert connection.scalars(select(lead.c.arrived_at).order_by(lead.c.id)).all() == [None, known, None, None]


def test_upgrading_keeps_what_is_there(database: Database, cast: Cast) -> None:
    database.upgrade()
    assert cast.as_seen_by(cast.bob).name == "Bob"


def test_every_constraint_has_the_name_that_the_tables_give_it(database: Database) -> None:
    with database.reading() as connection:
        look = inspect(connection)
        there = sorted(str(check["name"]) for table in metadata.tables for check in look.get_check_constraints(table))
    checks = (str(check.name) for table in metadata.tables.values() for check in table.constraints)
    wanted = sorted(name for name in checks if "ck_" in name)
    assert wanted == there
    assert len(wanted) > 5


def test_what_fails_half_way_is_undone(database: Database) -> None:
    def add_twice() -> None:
        with database.writing() as connection:
            for _ in range(2):
                people.add_store(connection, "Fairhaven Honda", "")

    with pytest.raises(IntegrityError):
        add_twice()
    with database.reading() as connection:
        assert connection.execute(select(store)).all() == []


def test_a_character_that_postgresql_cannot_keep_is_left_out_there(database: Database) -> None:
    with database.writing() as connection:
        store_id = people.add_store(connection, "Fair\0haven \0Honda", "")
    with database.reading() as connection:
        kept = connection.scalar(select(store.c.name).where(store.c.id == store_id))
        assert connection.scalar(select(store.c.id).where(store.c.name == "Fair\0haven \0Honda")) == store_id
    assert str(kept).replace("\0", "") == "Fairhaven Honda"


def test_a_word_that_is_not_a_role_is_refused(database: Database) -> None:
    with database.writing() as connection, pytest.raises(StatementError):
        connection.execute(insert(person).values(name="Eve", role="owner", direct_line="", active=True))


def test_an_attempt_before_the_first_is_refused(cast: Cast) -> None:
    cast.leaves("hello there")
    with pytest.raises(IntegrityError), cast.services.database.writing() as connection:
        connection.execute(update(voicemail).values(attempt=0))


def test_times_come_back_in_utc_whatever_zone_they_were_in(cast: Cast) -> None:
    voicemail_id = cast.leaves("hello there")
    in_new_york = datetime(2024, 11, 3, 1, 30, tzinfo=timezone(timedelta(hours=-4)))
    with cast.services.database.writing() as connection:
        connection.execute(voicemail.update().where(voicemail.c.id == voicemail_id).values(left_at=in_new_york))
        stored = connection.scalar(select(voicemail.c.left_at))
    assert stored == in_new_york
    assert stored is not None
    assert stored.tzinfo is UTC


def test_a_time_without_a_zone_is_refused(cast: Cast) -> None:
    with cast.services.database.writing() as connection, pytest.raises(StatementError, match="without a zone"):
        connection.execute(voicemail.update().values(left_at=datetime(2024, 10, 7)))


def test_a_voicemail_takes_its_job_with_it(cast: Cast) -> None:
    voicemail_id = cast.leaves("hello there")
    with cast.services.database.writing() as connection:
        connection.execute(voicemail.delete().where(voicemail.c.id == voicemail_id))
        assert connection.execute(select(job)).all() == []


def test_a_row_must_name_what_is_there(database: Database) -> None:
    with pytest.raises(IntegrityError), database.writing() as connection:
        add_row(connection, person, name="Eve", role=Role.REP, direct_line="", active=True, store_id=99)


def test_a_reader_is_not_stopped_by_a_writer(cast: Cast) -> None:
    database = cast.services.database
    with database.writing() as writer, database.reading() as reader:
        people.set_direct_line(writer, cast.bob, "1")
        assert reader.scalar(select(person.c.direct_line).where(person.c.id == cast.bob)) != "1"


def _alert_on_file(cast: Cast) -> AlertId:
    found = Alert(AlertKind.FALL, "bob falls", SEVENTH_OF_OCTOBER, cast.store, "Less often.", rep_id=cast.bob)
    with cast.services.database.writing() as connection:
        alerts.add(connection, [found])
        return AlertId(connection.scalars(select(alert.c.id)).one())


KEPT: dict[str, Callable[[Connection, Cast], object]] = {
    "target": lambda c, cast: targets.keep(c, Target(cast.store, "text_invited", 80, date(2024, 10, 7), date(2024, 12, 1))),
    "leader board": lambda c, cast: team_page.keep_leader_board(c, cast.store, True),
    "follow-up": lambda c, cast: follow_up_settings.keep(c, cast.store, FollowUpSettings()),
    "days to dispute": lambda c, cast: disputes.keep_days(c, cast.store, 3),
    "privacy": lambda c, cast: privacy.keep(c, cast.store, PrivacySettings(sound_days=30)),
    "kept out": lambda c, cast: exemplars.keep_out(c, cast.bob, SEVENTH_OF_OCTOBER),
    "no mail": lambda c, cast: letters.choose(c, cast.bob, wanted=False, now=SEVENTH_OF_OCTOBER),
    "alert read": lambda c, cast: alerts.mark_read(c, cast.as_seen_by(cast.bob), [AlertId(1)], SEVENTH_OF_OCTOBER),
}


@pytest.mark.parametrize("keep", KEPT.values(), ids=KEPT)
def test_what_is_kept_once_is_kept_by_all_who_keep_it_at_the_same_moment(
    cast: Cast, keep: Callable[[Connection, Cast], object]
) -> None:
    assert _alert_on_file(cast) == 1

    def save() -> None:
        with cast.services.database.writing() as connection:
            keep(connection, cast)
            time.sleep(UNTIL_THE_OTHERS_WAIT_S)

    for _ in ("nothing is there yet", "it is there already"):
        assert at_once(3, save) == []
