"""A person's week comes by mail once, whatever crashes."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from coaching.domain.job import Claim, JobKind
from coaching.domain.people import Viewer
from coaching.jobs.worker import Worker
from coaching.services.mail.settings import MailSettings, Security
from coaching.services.mail.weekly import SendLetter, Written, choice_of, choose, write_due
from coaching.storage import jobs, staff
from coaching.storage.tables import job, letter, person
from tests.mail_at_hand import LOCAL, Post, free_port
from tests.world import Cast, Clock

MONDAY_EIGHT = datetime(2024, 10, 14, 12, tzinfo=UTC)  # eight in the morning in New York
LAST_WEEK = date(2024, 10, 7)


class Killed(BaseException):
    """What a killed process looks like from inside: nothing after it runs."""


def write(viewer: Viewer, week: date) -> Written:
    return Written(f"Week of {week}", f"{viewer.name} reads this", f"<p>{viewer.name} reads this</p>")


def worker(cast: Cast, clock: Clock, mail: MailSettings) -> Worker:
    return Worker(cast.services.database, {JobKind.LETTER: SendLetter(cast.services, mail, write)}, clock)


def work_off(cast: Cast, clock: Clock, mail: MailSettings) -> None:
    while worker(cast, clock, mail).work_one():
        pass


@pytest.fixture
def readers(cast: Cast, clock: Clock) -> Cast:
    """Bob and Dana have an address; it is Monday, eight in the morning."""
    clock.at = MONDAY_EIGHT
    with cast.services.database.writing() as connection:
        for name in ("bob", "dana", "abe"):
            its = person.update().where(person.c.id == getattr(cast, name))
            connection.execute(its.values(email=f"{name}@example.com"))
    return cast


def letters_of(cast: Cast) -> list[Any]:
    with cast.services.database.reading() as connection:
        return list(connection.execute(select(letter).order_by(letter.c.id)))


def test_each_gets_last_week_once_however_often_is_asked(readers: Cast, clock: Clock, post: Post) -> None:
    mail = post.server(Security.NONE)
    assert [write_due(readers.services) for _ in range(3)] == [2, 0, 0]
    for _ in range(2):
        work_off(readers, clock, mail)
    assert sorted(one["To"] for one in post.mailbox.mails) == ["bob@example.com", "dana@example.com"]
    assert {one["Subject"] for one in post.mailbox.mails} == {f"Week of {LAST_WEEK}"}
    body = post.mailbox.mails[0].get_body(("html",))
    assert body is not None
    assert "reads this" in body.get_content()
    clock.at += timedelta(weeks=1)
    assert write_due(readers.services) == 2


def test_before_seven_on_monday_the_week_waits(readers: Cast, clock: Clock) -> None:
    clock.at = MONDAY_EIGHT - timedelta(hours=1, minutes=1)
    assert write_due(readers.services) == 0
    clock.at += timedelta(minutes=1)
    assert write_due(readers.services) == 2
    assert {one.week for one in letters_of(readers)} == {LAST_WEEK}


def test_who_wants_none_or_has_left_gets_none_even_where_it_was_written(readers: Cast, clock: Clock, post: Post) -> None:
    assert write_due(readers.services) == 2
    choose(readers.services, readers.as_seen_by(readers.bob), wanted=False)
    with readers.services.database.writing() as connection:
        staff.set_active(connection, readers.dana, active=False)
    work_off(readers, clock, post.server(Security.NONE))
    assert post.mailbox.mails == []
    clock.at += timedelta(weeks=1)
    assert write_due(readers.services) == 0


def test_who_changes_their_mind_gets_the_next_one(readers: Cast, clock: Clock) -> None:
    bob = readers.as_seen_by(readers.bob)
    choose(readers.services, bob, wanted=False)
    assert choice_of(readers.services, bob) == (False, None)
    assert write_due(readers.services) == 1
    choose(readers.services, bob, wanted=True)
    assert write_due(readers.services) == 1
    wanted, last = choice_of(readers.services, bob)
    assert wanted
    assert last is not None
    assert last.week == LAST_WEEK


def test_a_server_that_is_away_is_asked_again_until_it_is_back(readers: Cast, clock: Clock, post: Post) -> None:
    there = post.server(Security.NONE)
    away = MailSettings(LOCAL, free_port(), Security.NONE, "coach@example.com")
    write_due(readers.services)
    for _ in range(jobs.MAX_ATTEMPTS):
        work_off(readers, clock, away)
        clock.wait(60)
    _, last = choice_of(readers.services, readers.as_seen_by(readers.bob))
    assert last is not None
    assert "cannot be reached" in last.reason
    assert last.begun_at is None
    write_due(readers.services)
    work_off(readers, clock, there)
    assert len(post.mailbox.mails) == 2


def test_a_refusal_for_good_is_kept_with_its_reason(readers: Cast, clock: Clock, post: Post) -> None:
    mail = post.server(Security.NONE)
    post.mailbox.answers += ["554 No", "554 No"]
    write_due(readers.services)
    work_off(readers, clock, mail)
    write_due(readers.services)
    work_off(readers, clock, mail)
    assert post.mailbox.mails == []
    assert [(one.begun_at, one.sent_at) for one in letters_of(readers)] == [(None, None)] * 2


def test_killed_after_the_server_took_it_the_letter_is_not_sent_again(readers: Cast, clock: Clock, post: Post) -> None:
    mail = post.server(Security.NONE)
    write_due(readers.services)
    with pytest.raises(Killed):
        KilledAfterSending(readers, mail).work_one(readers, clock)
    assert len(post.mailbox.mails) == 1
    clock.wait(60)  # the lease of the killed worker runs out
    work_off(readers, clock, mail)
    assert sorted(one["To"] for one in post.mailbox.mails) == ["bob@example.com", "dana@example.com"]
    assert [one.sent_at is None for one in letters_of(readers)] == [True, False]


class KilledAfterSending:
    """A worker that dies in the moment in which nothing is noted yet."""

    def __init__(self, cast: Cast, mail: MailSettings) -> None:
        self.send = SendLetter(cast.services, mail, write)

    def work_one(self, cast: Cast, clock: Clock) -> None:
        with cast.services.database.writing() as connection:
            claim = jobs.claim(connection, clock(), timedelta(seconds=30))
        assert claim is not None
        self._dies_when_it_notes(claim)

    def _dies_when_it_notes(self, claim: Claim) -> None:
        from coaching.services.mail import weekly

        def dies(*_: object) -> None:
            raise Killed

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(weekly.letters, "note_sent", dies)
            self.send(claim, lambda _: None)


def test_two_workers_with_the_same_letter_send_it_once(readers: Cast, clock: Clock, post: Post) -> None:
    """The second took it over while the first was handing it to a slow server."""
    mail, letters_sent = post.server(Security.NONE), post.mailbox.mails
    choose(readers.services, readers.as_seen_by(readers.dana), wanted=False)
    write_due(readers.services)

    def another_takes_over() -> None:
        post.mailbox.meanwhile = lambda: None
        clock.wait(60)
        work_off(readers, clock, mail)

    post.mailbox.meanwhile = another_takes_over
    worker(readers, clock, mail).work_one()
    assert [one["To"] for one in letters_sent] == ["bob@example.com"]


def test_where_there_is_nothing_to_tell_nothing_is_sent(readers: Cast, clock: Clock, post: Post) -> None:
    send = SendLetter(readers.services, post.server(Security.NONE), lambda viewer, week: None)
    write_due(readers.services)
    while Worker(readers.services.database, {JobKind.LETTER: send}, clock).work_one():
        pass
    assert post.mailbox.mails == []


def test_an_erased_person_takes_letters_and_choice_along(readers: Cast) -> None:
    write_due(readers.services)
    choose(readers.services, readers.as_seen_by(readers.dana), wanted=False)
    with readers.services.database.writing() as connection:
        connection.execute(person.delete().where(person.c.id.in_([readers.dana, readers.bob])))
        assert connection.execute(select(letter)).all() == []
        assert connection.execute(select(job)).all() == []
