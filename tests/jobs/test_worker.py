"""One worker in this process, with handlers that do what a test needs. What a killed process leaves is in test_process."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coaching.domain.job import Claim, JobKind
from coaching.domain.people import MACHINE
from coaching.domain.voicemail import Progress, Stage, VoicemailId
from coaching.errors import CoachingError, TranscriptionError
from coaching.jobs.worker import OUR_FAULT, POLL_S, Handler, Worker
from coaching.services.parts import Services
from coaching.services.reading import read
from coaching.storage import jobs, privacy
from coaching.storage.blobs import Folder
from coaching.storage.database import Connection, Database, NoAnswer
from tests.world import Cast

LEASE = timedelta(seconds=1.5)
SHORT_LEASE = timedelta(seconds=0.5)
BOTH_S = 20.0
Report = Callable[[float], None]


@pytest.fixture
def services(database: Database, tmp_path: Path) -> Services:
    """On the real clock: a heartbeat is a matter of real time."""
    return Services(database, Folder(tmp_path / "audio"), lambda: datetime.now(UTC))


def worker(cast: Cast, handler: Handler) -> Worker:
    return Worker(cast.services.database, {JobKind.JUDGE: handler}, cast.services.now, lease=LEASE, heartbeat_s=0.1)


def progress(cast: Cast, voicemail_id: VoicemailId) -> Progress:
    return read(cast.services, MACHINE, voicemail_id).listed.progress


def test_with_nothing_to_do_it_says_so(cast: Cast) -> None:
    assert not worker(cast, lambda claim, report: None).work_one()


def test_a_long_call_that_reports_nothing_keeps_its_lease(cast: Cast) -> None:
    cast.leaves("hello there")
    stolen: list[Claim | None] = []

    def hears_for_long(claim: Claim, report: Report) -> None:
        time.sleep(2 * LEASE.total_seconds())
        with cast.services.database.writing() as connection:
            stolen.append(jobs.claim(connection, cast.services.now(), LEASE))
            jobs.finish(connection, claim, cast.services.now())

    assert worker(cast, hears_for_long).work_one()
    assert stolen == [None]


def test_what_is_reported_is_seen_while_it_works(cast: Cast) -> None:
    voicemail_id = cast.leaves("hello there")
    seen: list[Progress] = []

    def reports(claim: Claim, report: Report) -> None:
        time.sleep(0.35)
        report(0.4)
        seen.append(progress(cast, voicemail_id))

    worker(cast, reports).work_one()
    assert seen == [Progress(Stage.TRANSCRIBING, done=0.4)]


def test_the_job_of_a_removed_voicemail_is_dropped_at_the_next_report(cast: Cast) -> None:
    voicemail_id = cast.leaves("hello there")
    went_on: list[bool] = []

    def is_removed(claim: Claim, report: Report) -> None:
        with cast.services.database.writing() as connection:
            privacy.remove(connection, [voicemail_id])
        time.sleep(0.3)
        report(0.5)
        went_on.append(True)

    worker(cast, is_removed).work_one()
    assert went_on == []


@pytest.mark.parametrize(
    ("error", "shown"),
    [
        (CoachingError("Choose another file."), Progress(Stage.FAILED, reason="Choose another file.", may_retry=True)),
        (TranscriptionError("No such model.", may_retry=False), Progress(Stage.FAILED, reason="No such model.")),
        (TranscriptionError("Out of memory.", may_retry=True), Progress(Stage.RECEIVED)),
        (ZeroDivisionError("a bug"), Progress(Stage.RECEIVED)),
    ],
    ids=["for the person", "for good", "for now", "a bug"],
)
def test_a_failure_is_shown_or_tried_again(cast: Cast, error: Exception, shown: Progress) -> None:
    voicemail_id = cast.leaves("hello there")

    def fails(claim: Claim, report: Report) -> None:
        raise error

    worker(cast, fails).work_one()
    assert progress(cast, voicemail_id) == shown


class Restarting(Database):
    """Does not answer once."""

    answers = False

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        if not self.answers:
            self.answers = True
            raise NoAnswer("BEGIN", None, Exception("the server is starting up"))
        with super().writing() as connection:
            yield connection


def test_a_database_that_does_not_answer_for_a_moment_is_asked_again(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    cast.leaves("hello there")
    stop = threading.Event()
    database = Restarting(cast.services.database.engine.url.render_as_string(hide_password=False))
    handlers: dict[JobKind, Handler] = {JobKind.JUDGE: lambda claim, report: stop.set()}
    Worker(database, handlers, cast.services.now, stop=stop).run()
    assert "does not answer" in caplog.text
    database.close()


def test_the_log_tells_the_job_and_not_what_was_said(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    cast.leaves("secret words")
    caplog.set_level("INFO")
    worker(cast, lambda claim, report: None).work_one()
    assert "job 1: attempt 1" in caplog.text
    assert "secret" not in caplog.text
    assert "Bob" not in caplog.text
    assert OUR_FAULT not in caplog.text


def test_jobs_are_done_side_by_side(cast: Cast) -> None:
    cast.leaves("hello there")
    cast.leaves("hello again")
    both = threading.Barrier(2, timeout=BOTH_S)
    done: list[VoicemailId] = []

    def meets_the_other(claim: Claim, report: Report) -> None:
        both.wait()
        with cast.services.database.writing() as connection:
            jobs.finish(connection, claim, cast.services.now())
        done.append(claim.voicemail_id)
        if len(done) == both.parties:
            two.stop.set()

    two = replace(worker(cast, meets_the_other), at_once=2)
    two.run()
    assert len(set(done)) == both.parties


def test_of_jobs_that_were_tried_before_one_is_done_at_a_time(cast: Cast) -> None:
    begun = {cast.leaves("hello there"), cast.leaves("hello again")}
    with cast.services.database.writing() as connection:
        claims = [jobs.claim(connection, cast.services.now(), SHORT_LEASE) for _ in begun]
    assert {claim.voicemail_id for claim in claims if claim} == begun
    time.sleep(SHORT_LEASE.total_seconds())
    inside: list[VoicemailId] = []
    beside: list[int] = []

    def lasts(claim: Claim, report: Report) -> None:
        inside.append(claim.voicemail_id)
        time.sleep(2 * POLL_S)
        beside.append(len(inside) - 1)
        with cast.services.database.writing() as connection:
            jobs.finish(connection, claim, cast.services.now())
        inside.remove(claim.voicemail_id)
        if len(beside) == 2:
            two.stop.set()

    two = replace(worker(cast, lasts), at_once=2)
    two.run()
    assert beside == [0, 0]


class Broken(Database):
    """Fails whoever asks but the thread that made it."""

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError("a bug beside")
        with super().writing() as connection:
            yield connection


def test_a_bug_in_one_thread_ends_the_worker_to_be_started_anew(cast: Cast) -> None:
    database = Broken(cast.services.database.engine.url.render_as_string(hide_password=False))
    with pytest.raises(RuntimeError, match="a bug beside"):
        replace(worker(cast, lambda claim, report: None), at_once=2, database=database).run()
    database.close()
