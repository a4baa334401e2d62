"""The job table: who may work on what, until when, and what became of it (docs/decisions/job-table.md)."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, case, insert, literal, select, update
from sqlalchemy.sql.dml import Update

from coaching.domain.job import Claim, JobId, JobKind, JobState, LostLease, Priority
from coaching.domain.session import TakeId
from coaching.domain.voicemail import VoicemailId
from coaching.storage.database import Connection
from coaching.storage.tables import job, letter

MAX_ATTEMPTS = 3
AT_ONCE = 10_000  # SQLite takes 32766 values in one statement, and a big store has more voicemails
ABOUT = {JobKind.JUDGE: job.c.voicemail_id, JobKind.TAKE: job.c.voicemail_id, JobKind.LETTER: job.c.letter_id}
DEAD_LETTER = "This mail stopped our worker three times. Whoever runs this app finds why in its log."
DEAD = "This voicemail stopped our worker three times. Try again; if it fails again, save the recording anew as mp3 or wav."


def enqueue(
    connection: Connection, kind: JobKind, about: int, priority: Priority, now: datetime, *, take_id: TakeId | None = None
) -> None:
    """about: the id of a voicemail or of a letter, as the kind says. take_id: of a take, beside its voicemail.

    In the transaction of the row it is about, so that neither is ever there without the other.
    """
    connection.execute(
        insert(job).values(
            key=f"{kind}/{about if take_id is None else take_id}",
            kind=kind,
            take_id=take_id,
            state=JobState.WAITING,
            priority=priority,
            attempts=0,
            token=0,
            lease_until=now,
            again=False,
            progress=0.0,
            reason="",
            may_retry=False,
            enqueued_at=now,
            **{ABOUT[kind].name: about},
        )
    )


def enqueue_done(connection: Connection, voicemail_id: VoicemailId, now: datetime) -> None:
    """Of a voicemail that comes with its scorecard."""
    enqueue(connection, JobKind.JUDGE, voicemail_id, Priority.DEMO, now)
    connection.execute(update(job).where(_judges(voicemail_id)).values(state=JobState.DONE, progress=1.0))


def renew(connection: Connection, voicemail_ids: Collection[VoicemailId], now: datetime) -> None:
    """What was judged is judged again; what is being judged, once more after that. What failed stays failed."""
    ids = list(voicemail_ids)
    for start in range(0, len(ids), AT_ONCE):
        worked_on = job.c.voicemail_id.in_(ids[start : start + AT_ONCE]) & (job.c.kind == JobKind.JUDGE)
        connection.execute(update(job).where(worked_on, job.c.state == JobState.RUNNING).values(again=True))
        done = update(job).where(worked_on, job.c.state == JobState.DONE)
        connection.execute(done.values(priority=Priority.RENEWED, **_fresh(now)))


def retry(connection: Connection, voicemail_id: VoicemailId, now: datetime) -> None:
    failed = job.c.state == JobState.FAILED
    connection.execute(update(job).where(_judges(voicemail_id), failed).values(**_fresh(now)))


def retry_take(connection: Connection, take_id: TakeId, now: datetime) -> None:
    failed = (job.c.state == JobState.FAILED) & (job.c.take_id == take_id)
    connection.execute(update(job).where(failed).values(**_fresh(now)))


def retry_letters(connection: Connection, weeks: Collection[date], now: datetime) -> None:
    """Those of these weeks that failed for now."""
    these = select(letter.c.id).where(letter.c.week.in_(weeks))
    failed = (job.c.state == JobState.FAILED) & job.c.may_retry & job.c.letter_id.in_(these)
    connection.execute(update(job).where(failed).values(**_fresh(now)))


def claim(connection: Connection, now: datetime, lease: timedelta, *, untried: bool = False) -> Claim | None:
    """The next job that nobody holds, or whose holder let the lease run out. Buries those that were tried often enough.

    untried: only one that was never begun.
    """
    while True:
        free = job.c.state.in_((JobState.WAITING, JobState.RUNNING)) & (job.c.lease_until <= now)
        if untried:
            free &= job.c.attempts == 0
        query = select(job).where(free).order_by(job.c.priority.desc(), job.c.id).limit(1)
        row = connection.execute(query.with_for_update(skip_locked=True)).one_or_none()
        if row is None:
            return None
        this = update(job).where(job.c.id == row.id)
        if row.attempts >= MAX_ATTEMPTS:
            reason = DEAD_LETTER if row.kind is JobKind.LETTER else DEAD
            connection.execute(this.values(state=JobState.FAILED, reason=reason, may_retry=True, token=row.token + 1))
            continue
        taken = {"state": JobState.RUNNING, "attempts": row.attempts + 1, "token": row.token + 1, "lease_until": now + lease}
        connection.execute(this.values(**taken))
        return Claim(JobId(row.id), row.kind, row._mapping[ABOUT[row.kind]], row.token + 1, row.attempts + 1, row.take_id)


def extend(connection: Connection, claim: Claim, now: datetime, lease: timedelta, progress: float | None = None) -> None:
    """Raises LostLease."""
    values = {"lease_until": now + lease} | ({} if progress is None else {"progress": progress})
    _fenced(connection, claim, _held(claim).values(**values))


def check(connection: Connection, claim: Claim) -> None:
    """Raises LostLease; until the transaction ends nobody can take the job over."""
    _fenced(connection, claim, _held(claim).values(token=claim.token))


def finish(connection: Connection, claim: Claim, now: datetime) -> None:
    """Call it in the transaction that stores the result: a lost lease rolls both back."""
    again = job.c.again
    _fenced(
        connection,
        claim,
        _held(claim).values(
            state=case((again, literal(JobState.WAITING, job.c.state.type)), else_=literal(JobState.DONE, job.c.state.type)),
            attempts=case((again, 0), else_=job.c.attempts),
            progress=case((again, 0.0), else_=1.0),
            lease_until=now,
            again=False,
            reason="",
            may_retry=False,
        ),
    )


def fail(connection: Connection, claim: Claim, reason: str, *, may_retry: bool) -> None:
    values = {"state": JobState.FAILED, "reason": reason, "may_retry": may_retry, "again": False}
    _fenced(connection, claim, _held(claim).values(**values))


def put_back(connection: Connection, claim: Claim, not_before: datetime, *, counts: bool) -> None:
    """Gives the job up for now. counts: False where the attempt was broken off for no fault of the job's."""
    attempts = claim.attempts if counts else claim.attempts - 1
    values = {"state": JobState.WAITING, "lease_until": not_before, "progress": 0.0, "attempts": attempts, "again": False}
    _fenced(connection, claim, _held(claim).values(**values))


def _judges(voicemail_id: VoicemailId) -> ColumnElement[bool]:
    """Not a take that was said instead of it."""
    return (job.c.voicemail_id == voicemail_id) & (job.c.kind == JobKind.JUDGE)


def _fresh(now: datetime) -> dict[str, object]:
    waiting = {"state": JobState.WAITING, "lease_until": now, "attempts": 0}
    return waiting | {"progress": 0.0, "reason": "", "may_retry": False, "again": False}


def _held(claim: Claim) -> Update:
    return update(job).where(job.c.id == claim.job_id, job.c.token == claim.token, job.c.state == JobState.RUNNING)


def _fenced(connection: Connection, claim: Claim, change: Update) -> None:
    if connection.execute(change).rowcount != 1:
        raise LostLease(claim.job_id)
