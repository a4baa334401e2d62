"""A link by which a person sets their password, once: for the first time, or because they forgot it."""

from datetime import timedelta

from coaching.accounts import passwords, tokens
from coaching.accounts.permissions import allow
from coaching.domain.people import MACHINE, Person, PersonId, Role, Viewer
from coaching.domain.sign_in import Purpose
from coaching.errors import CoachingError
from coaching.services.auditing import note_change
from coaching.services.parts import Services
from coaching.services.sign_in import open_for
from coaching.storage import credentials, people, sign_ins

VALID_FOR = timedelta(days=3)  # over a weekend
USED = "This link was used already, or is too old. Ask an administrator for a new one."
NO_ADDRESS = "Write an e-mail address first: by it the person signs in."
NOT_HERE = "Somebody who has left cannot be invited. Let them back in first."


def invite(services: Services, viewer: Viewer, person_id: PersonId) -> str:
    """The token of the link; an earlier link is void. The password stays until the link is used.

    Raises NotAllowed, NotFound, CoachingError.
    """
    allow(viewer.role is Role.ADMINISTRATOR, "invite people")
    token, now = tokens.fresh(), services.now()
    with services.database.writing() as connection:
        person = people.get(connection, viewer, person_id)
        if not person.active:
            raise CoachingError(NOT_HERE)
        if not person.email:
            raise CoachingError(NO_ADDRESS)
        credentials.issue(connection, person_id, Purpose.PASSWORD, tokens.digest(token), now, now + VALID_FOR)
        note_change(services, connection, viewer, "invited", person)
    return token


def invited(services: Services, token: str) -> Person:
    """Whom a link is for; looking does not use it up. Raises CoachingError."""
    with services.database.reading() as connection:
        person_id = credentials.bearer(connection, tokens.digest(token), Purpose.PASSWORD, services.now())
        person = people.get(connection, MACHINE, person_id) if person_id is not None else None
    if person is None or not person.active:
        raise CoachingError(USED)
    return person


def accept(services: Services, token: str, password: str, again: str) -> tuple[PersonId, str]:
    """Who it is, and the token of a new sign-in. All other sign-ins of theirs end: whoever knew the old password is out.

    Raises CoachingError.
    """
    person = invited(services, token)
    passwords.refuse_weak(password, person.name, person.email)
    if password != again:
        raise CoachingError(passwords.UNLIKE)
    hashed = passwords.hashed(password)
    with services.database.writing() as connection:
        if credentials.redeem(connection, tokens.digest(token), Purpose.PASSWORD, services.now()) is None:
            raise CoachingError(USED)
        credentials.set_password(connection, person.id, hashed, services.now())
        sign_ins.end_all(connection, person.id)
        note_change(services, connection, people.viewer(connection, person.id), "password", person)
        return person.id, open_for(connection, services, person.id)
