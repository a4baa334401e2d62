"""Works off the job table. Several workers may run at once; whichever is killed, its jobs are done by another."""

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from coaching.domain.job import Claim, JobKind, LostLease
from coaching.errors import CoachingError, WorkError
from coaching.storage import jobs
from coaching.storage.database import Database, NoAnswer

log = logging.getLogger(__name__)

# Long enough for a laptop that hiccups, short enough that a killed worker's voicemail is not waited for.
LEASE = timedelta(seconds=30)
HEARTBEAT_S = 10.0
POLL_S = 0.25
# A database server that is started again is back in seconds.
NO_ANSWER_S = 1.0
REPORT_EVERY = timedelta(seconds=0.3)
OUR_FAULT = "Something went wrong on our side. Try again; if it fails again, tell whoever runs this app."

Handler = Callable[[Claim, Callable[[float], None]], None]


class Interrupted(Exception):
    """The worker is to stop: the job goes back as it was."""


@dataclass(frozen=True, slots=True)
class Chore:
    """Done when the worker starts, and then again and again."""

    name: str
    every: timedelta
    work: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Worker:
    """handlers: do a job and finish it, in transactions that show the claim; they report what is done, 0 to 1.

    now: the clock. stop: set it, and the worker ends at the next report, giving its jobs back. at_once: how many jobs it
    does side by side, each in a thread, with the same handlers. Of those that were tried before it does one at a time: what
    ended a worker may end it again, and must not take another job that was tried before with it.
    """

    database: Database
    handlers: Mapping[JobKind, Handler]
    now: Callable[[], datetime]
    stop: threading.Event = field(default_factory=threading.Event)
    lease: timedelta = LEASE
    heartbeat_s: float = HEARTBEAT_S
    chores: Sequence[Chore] = ()
    at_once: int = 1

    def run(self) -> None:
        """The jobs of one thread, and the chores between them, are done by the thread that asks."""
        with ThreadPoolExecutor(self.at_once) as beside:
            others: list[Future[None]] = [beside.submit(self._work_on, untried=True) for _ in range(1, self.at_once)]
            self._work_on(dict.fromkeys(self.chores, self.now()))
        for other in others:
            other.result()

    def _work_on(self, due: dict[Chore, datetime] | None = None, *, untried: bool = False) -> None:
        """Until it is to stop. What ends it otherwise is a bug that ends all, so that the worker is started anew."""
        due = due or {}
        try:
            while not self.stop.is_set():
                for chore, at in due.items():
                    if self.now() >= at:
                        due[chore] = self.now() + chore.every
                        self._do(chore)
                self._work_or_wait(untried=untried)
        finally:
            self.stop.set()

    def _work_or_wait(self, *, untried: bool) -> None:
        try:
            if not self.work_one(untried=untried):
                self.stop.wait(POLL_S)
        except NoAnswer:  # what was begun has a lease that runs out: it is done again
            log.exception("the database does not answer; tried again in %g seconds", NO_ANSWER_S)
            self.stop.wait(NO_ANSWER_S)

    def _do(self, chore: Chore) -> None:
        """A failure here must not stop the voicemails; it is tried again the next time."""
        try:
            log.info("%s: %s", chore.name, chore.work())
        except Exception:
            log.exception("%s failed", chore.name)

    def work_one(self, *, untried: bool = False) -> bool:
        """False when there was nothing to do. untried: only what was never begun."""
        with self.database.writing() as connection:
            claim = jobs.claim(connection, self.now(), self.lease, untried=untried)
        if claim is None:
            return False
        log.info("job %d: attempt %d", claim.job_id, claim.attempts)
        try:
            with self._beating(claim) as lost:
                self.handlers[claim.kind](claim, self._reporter(claim, lost))
        except LostLease:
            log.info("job %d: no longer ours", claim.job_id)
        except Interrupted:
            self._put_back(claim, self.now(), counts=False)
        except CoachingError as error:
            retryable = not isinstance(error, WorkError) or error.may_retry
            self._give_up(claim, str(error), again=isinstance(error, WorkError) and error.may_retry, may_retry=retryable)
        except Exception:
            log.exception("job %d failed", claim.job_id)
            self._give_up(claim, OUR_FAULT, again=True, may_retry=True)
        return True

    def _give_up(self, claim: Claim, reason: str, *, again: bool, may_retry: bool) -> None:
        """again: by itself, after a while, as long as there are attempts left. may_retry: a person may ask for it."""
        if again and claim.attempts < jobs.MAX_ATTEMPTS:
            self._put_back(claim, self.now() + timedelta(seconds=2**claim.attempts), counts=True)
            return
        with self._ours(claim), self.database.writing() as connection:
            jobs.fail(connection, claim, reason, may_retry=may_retry)

    def _put_back(self, claim: Claim, not_before: datetime, *, counts: bool) -> None:
        with self._ours(claim), self.database.writing() as connection:
            jobs.put_back(connection, claim, not_before, counts=counts)

    @contextmanager
    def _ours(self, claim: Claim) -> Iterator[None]:
        try:
            yield
        except LostLease:
            log.info("job %d: no longer ours", claim.job_id)

    def _reporter(self, claim: Claim, lost: threading.Event) -> Callable[[float], None]:
        last = self.now()

        def report(done: float) -> None:
            nonlocal last
            if lost.is_set():
                raise LostLease(claim.job_id)
            if self.stop.is_set():
                raise Interrupted
            if self.now() - last >= REPORT_EVERY:
                last = self.now()
                self._extend(claim, done)

        return report

    @contextmanager
    def _beating(self, claim: Claim) -> Iterator[threading.Event]:
        """Keeps the lease while the handler works, also through long calls that report nothing. Yields what tells a loss."""
        lost, over = threading.Event(), threading.Event()

        def beat() -> None:
            while not over.wait(self.heartbeat_s):
                try:
                    self._extend(claim)
                except LostLease:
                    lost.set()
                    return
                except Exception:  # the database may be back at the next beat; until then the lease still runs
                    log.exception("job %d: no heartbeat", claim.job_id)

        heart = threading.Thread(target=beat, daemon=True)
        heart.start()
        try:
            yield lost
        finally:
            over.set()
            heart.join()

    def _extend(self, claim: Claim, progress: float | None = None) -> None:
        with self.database.writing() as connection:
            jobs.extend(connection, claim, self.now(), self.lease, progress)
