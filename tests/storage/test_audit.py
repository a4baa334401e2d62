from datetime import timedelta

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DatabaseError

from coaching.domain.audit import Action, Entry, Subject
from coaching.storage import audit
from coaching.storage.audit import Wanted
from coaching.storage.tables import audit_entry
from tests.world import Cast, Clock


def add(cast: Cast, clock: Clock, action: Action = Action.HEARD, **fields: object) -> None:
    values = {"by": cast.bob, "what": "recording", "subject": Subject.VOICEMAIL, "subject_id": 7, "store_id": cast.store} | fields
    with cast.services.database.writing() as connection:
        audit.add(connection, Entry(at=clock(), action=action, **values))


def seen(cast: Cast, who: str, wanted: Wanted = audit.EVERYTHING) -> list[Entry]:
    viewer = cast.as_seen_by(getattr(cast, who))
    with cast.services.database.reading() as connection:
        listed = audit.listed(connection, viewer, wanted)
        assert audit.count(connection, viewer, wanted) == len(listed)
    return [one.entry for one in listed]


@pytest.mark.parametrize(
    "change", [delete(audit_entry), update(audit_entry).values(what="nothing"), text("UPDATE audit_entry SET person_id = NULL")]
)
def test_the_database_refuses_to_change_what_was_noted(cast: Cast, clock: Clock, change: object) -> None:
    add(cast, clock)
    with pytest.raises(DatabaseError, match="can only be added to"), cast.services.database.writing() as connection:
        connection.execute(change)
    assert len(seen(cast, "abe")) == 1


@pytest.mark.postgres
def test_emptying_the_table_is_refused_too(cast: Cast, clock: Clock) -> None:
    if cast.services.database.engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")
    add(cast, clock)
    with pytest.raises(DatabaseError, match="can only be added to"), cast.services.database.writing() as connection:
        connection.execute(text("TRUNCATE audit_entry"))


def test_what_is_undone_was_never_noted(cast: Cast, clock: Clock) -> None:
    entry = Entry(clock(), cast.bob, Action.HEARD, "recording", Subject.VOICEMAIL, 7, cast.store)

    def note_and_fail() -> None:
        with cast.services.database.writing() as connection:
            audit.add(connection, entry)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        note_and_fail()
    assert seen(cast, "abe") == []


def test_each_sees_what_was_done_where_they_manage(cast: Cast, clock: Clock) -> None:
    add(cast, clock)
    add(cast, clock, store_id=cast.other_store)
    add(cast, clock, store_id=None)
    assert [len(seen(cast, who)) for who in ("bob", "alice", "dana", "erin", "abe")] == [0, 0, 1, 1, 3]


def test_filters_take_away(cast: Cast, clock: Clock) -> None:
    add(cast, clock)
    clock.wait(60)
    add(cast, clock, Action.ERASED, by=cast.dana, subject=Subject.LEAD, subject_id=3)
    later = seen(cast, "abe", Wanted(since=clock()))
    assert [one.action for one in later] == [Action.ERASED]
    assert seen(cast, "abe", Wanted(until=clock())) != later
    assert seen(cast, "abe", Wanted(action=Action.ERASED)) == seen(cast, "abe", Wanted(by=cast.dana)) == later
    assert seen(cast, "abe", Wanted(subject=Subject.LEAD, subject_id=3, store_id=cast.store)) == later
    assert seen(cast, "abe", Wanted(since=clock() + timedelta(seconds=1))) == []


def test_what_an_entry_is_about_is_named_as_long_as_it_is_on_file(cast: Cast, clock: Clock) -> None:
    voicemail = cast.leaves("hello", lead=cast.denise)
    about = {
        Subject.VOICEMAIL: (voicemail, "Denise Okafor"),
        Subject.LEAD: (cast.denise, "Denise Okafor"),
        Subject.PERSON: (cast.alice, "Alice"),
        Subject.STORE: (cast.store, "Fairhaven Honda"),
        Subject.SESSION: (77, None),
        Subject.ROUND: (77, None),
        Subject.ASSIGNMENT: (77, None),
    }
    assert set(about) == set(Subject)
    for subject, (number, _) in about.items():
        add(cast, clock, subject=subject, subject_id=number)
    with cast.services.database.reading() as connection:
        listed = audit.listed(connection, cast.as_seen_by(cast.abe), limit=len(about))
    assert [one.about for one in reversed(listed)] == [name for _, name in about.values()]


def test_the_newest_comes_first_and_the_rest_page_by_page(cast: Cast, clock: Clock) -> None:
    for number in range(5):
        add(cast, clock, subject_id=number)
    with cast.services.database.reading() as connection:
        page = audit.listed(connection, cast.as_seen_by(cast.abe), limit=2, offset=1)
    assert [(one.entry.subject_id, one.by_name) for one in page] == [(3, "Bob"), (2, "Bob")]
