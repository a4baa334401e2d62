"""A person changes their own password, knowing the old one. Who forgot it needs an invitation."""

from coaching.accounts import passwords, throttle, tokens
from coaching.domain.people import Viewer
from coaching.errors import CoachingError
from coaching.services.auditing import note_change
from coaching.services.parts import Services
from coaching.services.sign_in import count_try
from coaching.storage import credentials, people, sign_ins

NOT_YOURS = "This is not your password. Try again, or ask an administrator for a new link."


def has_password(services: Services, viewer: Viewer) -> bool:
    """Not where they sign in by their company's account alone."""
    with services.database.reading() as connection:
        return credentials.password_hash(connection, viewer.id) is not None


def change_password(services: Services, viewer: Viewer, old: str, new: str, again: str, *, but_token: str = "") -> None:
    """All other sign-ins of theirs end, but the one of but_token: whoever knew the old password is out.

    The old one is asked for although they are signed in, and tries are slowed down: a tab left open is no key to the account.
    Raises CoachingError, TooSoon.
    """
    bucket = f"own password {viewer.id}"
    with services.database.writing() as connection:
        count_try(connection, services, {bucket: throttle.FREE_TRIES})
        kept, person = credentials.password_hash(connection, viewer.id), people.get(connection, viewer, viewer.id)
    if not passwords.matches(kept, old):
        raise CoachingError(NOT_YOURS)
    with services.database.writing() as connection:
        sign_ins.forgive(connection, tokens.digest(bucket))
    passwords.refuse_weak(new, person.name, person.email or "")
    if new != again:
        raise CoachingError(passwords.UNLIKE)
    hashed = passwords.hashed(new)
    with services.database.writing() as connection:
        credentials.set_password(connection, viewer.id, hashed, services.now())
        sign_ins.end_all(connection, viewer.id, tokens.digest(but_token) if but_token else "")
        note_change(services, connection, viewer, "password", person)
