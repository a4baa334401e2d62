"""Passwords, hashed, and one-time tokens. A `digest` is the SHA-256 of a token (accounts.tokens)."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, insert, select, update

from coaching.domain.people import PersonId
from coaching.domain.sign_in import Purpose
from coaching.storage.database import Connection, add_row
from coaching.storage.tables import one_time_token, password

KEPT = timedelta(days=1)  # longer than any voucher is fresh (services.openid)


def password_hash(connection: Connection, person_id: PersonId) -> str | None:
    return connection.scalar(select(password.c.hash).where(password.c.person_id == person_id))


def set_password(connection: Connection, person_id: PersonId, hashed: str, now: datetime) -> None:
    connection.execute(delete(password).where(password.c.person_id == person_id))
    connection.execute(insert(password).values(person_id=person_id, hash=hashed, changed_at=now))


def issue(
    connection: Connection,
    person_id: PersonId,
    purpose: Purpose,
    digest: str,
    now: datetime,
    expires_at: datetime,
    voucher: str | None = None,
) -> bool:
    """Takes the place of the person's earlier token for that purpose. False where the voucher was used already."""
    table = one_time_token
    if voucher and connection.scalar(select(table.c.id).where(table.c.voucher == voucher, table.c.used_at.is_not(None))):
        return False
    void(connection, person_id, purpose)
    connection.execute(delete(table).where(table.c.expires_at < now - KEPT))
    values = {"person_id": person_id, "purpose": purpose, "digest": digest, "expires_at": expires_at, "voucher": voucher}
    add_row(connection, table, **values)
    return True


def void(connection: Connection, person_id: PersonId, purpose: Purpose) -> None:
    table = one_time_token
    unused = (table.c.person_id == person_id, table.c.purpose == purpose, table.c.used_at.is_(None))
    connection.execute(delete(table).where(*unused))


def bearer(connection: Connection, digest: str, purpose: Purpose, now: datetime) -> PersonId | None:
    """For whom a token is that can still be used."""
    return connection.scalar(select(one_time_token.c.person_id).where(*_good(digest, purpose, now)))


def redeem(connection: Connection, digest: str, purpose: Purpose, now: datetime) -> PersonId | None:
    """Whose it was; None where it cannot be used, or not again."""
    person_id = bearer(connection, digest, purpose, now)
    used = connection.execute(update(one_time_token).where(*_good(digest, purpose, now)).values(used_at=now)).rowcount
    return person_id if used else None


def waiting(connection: Connection, purpose: Purpose, now: datetime) -> frozenset[PersonId]:
    """Who has a token that can still be used."""
    table = one_time_token
    query = select(table.c.person_id).where(table.c.purpose == purpose, table.c.used_at.is_(None), table.c.expires_at > now)
    return frozenset(map(PersonId, connection.scalars(query)))


def with_password(connection: Connection) -> frozenset[PersonId]:
    return frozenset(map(PersonId, connection.scalars(select(password.c.person_id))))


def _good(digest: str, purpose: Purpose, now: datetime) -> tuple[ColumnElement[bool], ...]:
    table = one_time_token
    return (table.c.digest == digest, table.c.purpose == purpose, table.c.used_at.is_(None), table.c.expires_at > now)
