"""Who is signed in, and how often somebody failed to. A `digest` is the SHA-256 of a token (accounts.tokens)."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Row, delete, select, update

from coaching.domain.people import PersonId
from coaching.domain.sign_in import IDLE, LONGEST, SignIn
from coaching.storage.database import Connection, add_row, adding
from coaching.storage.tables import failed_sign_in, sign_in


def add(connection: Connection, person_id: PersonId, digest: str, now: datetime) -> None:
    """Clears away those that are over, too."""
    connection.execute(delete(sign_in).where((sign_in.c.seen_at < now - IDLE) | (sign_in.c.opened_at < now - LONGEST)))
    add_row(connection, sign_in, person_id=person_id, digest=digest, opened_at=now, seen_at=now)


def by_digest(connection: Connection, digest: str) -> SignIn | None:
    row = connection.execute(select(sign_in).where(sign_in.c.digest == digest)).one_or_none()
    return _sign_in(row) if row else None


def of_person(connection: Connection, person_id: PersonId) -> Sequence[SignIn]:
    """The last seen first."""
    rows = connection.execute(select(sign_in).where(sign_in.c.person_id == person_id).order_by(sign_in.c.seen_at.desc()))
    return [_sign_in(row) for row in rows]


def seen(connection: Connection, digest: str, now: datetime) -> None:
    connection.execute(update(sign_in).where(sign_in.c.digest == digest).values(seen_at=now))


def end(connection: Connection, digest: str) -> None:
    connection.execute(delete(sign_in).where(sign_in.c.digest == digest))


def end_all(connection: Connection, person_id: PersonId, but_digest: str = "") -> None:
    connection.execute(delete(sign_in).where(sign_in.c.person_id == person_id, sign_in.c.digest != but_digest))


def hold_failures(connection: Connection, bucket: str, now: datetime) -> tuple[int, datetime]:
    """How many in a row, and when the last one was; none, now, where there was none. Until the transaction ends nobody else
    learns it: of many tries at once each knows of those before it.
    """
    table = failed_sign_in
    held = adding(connection, table).values(bucket=bucket, failures=0, last_at=now)
    held = held.on_conflict_do_update(index_elements=[table.c.bucket], set_={"failures": table.c.failures})
    row = connection.execute(held.returning(table.c.failures, table.c.last_at)).one()
    return row.failures, row.last_at


def count_failure(connection: Connection, bucket: str, now: datetime) -> None:
    """Of a bucket that is held."""
    table = failed_sign_in
    one_more = {"failures": table.c.failures + 1, "last_at": now}
    connection.execute(update(table).where(table.c.bucket == bucket).values(one_more))


def forgive(connection: Connection, bucket: str, *, one: bool = False) -> None:
    """one: takes back the last failure only."""
    table = failed_sign_in
    if one:
        connection.execute(update(table).where(table.c.bucket == bucket).values(failures=table.c.failures - 1))
    else:
        connection.execute(delete(table).where(table.c.bucket == bucket))


def forget_failures(connection: Connection, before: datetime) -> None:
    """But those that somebody holds: two who clear away must not wait for each other."""
    bucket, last_at = failed_sign_in.c.bucket, failed_sign_in.c.last_at
    old = select(bucket).where(last_at < before).with_for_update(skip_locked=True)
    connection.execute(delete(failed_sign_in).where(bucket.in_(old)))


def _sign_in(row: Row[tuple[object, ...]]) -> SignIn:
    return SignIn(row.id, row.person_id, row.opened_at, row.seen_at)
