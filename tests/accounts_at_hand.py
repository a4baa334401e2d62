"""Accounts of the cast for tests: a password is set as people set theirs, by an invitation."""

from coaching.domain.people import PersonId
from coaching.services import invitations
from coaching.services.sign_in import Try, sign_in
from coaching.settings import Settings
from coaching.storage.tables import person
from tests.world import Cast

PASSWORD = "four words nobody joins"


def address_of(cast: Cast, person_id: PersonId) -> str:
    return next(
        f"{name}@example.org" for name in ("alice", "bob", "charlie", "dana", "erin", "abe") if getattr(cast, name) == person_id
    )


def invite(cast: Cast, person_id: PersonId) -> str:
    """The token of the link."""
    with cast.services.database.writing() as connection:
        connection.execute(person.update().where(person.c.id == person_id).values(email=address_of(cast, person_id)))
    return invitations.invite(cast.services, cast.as_seen_by(cast.abe), person_id)


def with_password(cast: Cast, person_id: PersonId, password: str = PASSWORD) -> str:
    """The token of the sign-in that setting the password opened."""
    return invitations.accept(cast.services, invite(cast, person_id), password, password)[1]


def tries(cast: Cast, settings: Settings, password: str, *, address: str = "10.0.0.7", device: str = "") -> str:
    """As Bob; the token of the sign-in."""
    return sign_in(cast.services, settings, Try("Bob@Example.org ", password, address, device))[1]
