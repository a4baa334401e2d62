"""Signing in with a password, being signed in, and signing out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from coaching.accounts import devices, passes, passwords, throttle, tokens
from coaching.domain.audit import Action
from coaching.domain.people import MACHINE, PersonId, Viewer
from coaching.domain.sign_in import SignIn
from coaching.errors import CoachingError
from coaching.services.auditing import note, note_change
from coaching.services.parts import Services
from coaching.settings import Settings
from coaching.storage import credentials, people, sign_ins
from coaching.storage.database import Connection

COOKIE = "voicemail_coach_sign_in"
# How exactly it is known when a page was last asked for: reading a page need not write each time.
NOTED_EVERY = timedelta(minutes=1)


class NotKnown(CoachingError):
    """The same for a wrong password and a wrong address: nobody learns here who has an account."""

    def __init__(self) -> None:
        super().__init__("E-mail address and password do not go together. Try again, or ask an administrator for a new link.")


@dataclass(frozen=True, slots=True)
class Try:
    """One try to sign in. address: of the network it came from; device: what accounts.devices gave that browser, or ""."""

    email: str
    password: str
    address: str = ""
    device: str = ""


def sign_in(services: Services, settings: Settings, tried: Try) -> tuple[PersonId, str]:
    """Who it is, and the token of the new sign-in. Raises NotKnown, TooSoon.

    Counted as failed before it is tried, so that a hundred at once are not one. The password is compared outside of any
    transaction: that takes long, on purpose.
    """
    email = tried.email.strip().lower()
    with services.database.writing() as connection:
        person = people.by_email(connection, email)
        device = devices.known(passes.key_of(settings.home), tried.device, person.id) if person else None
        counted = throttle.buckets(email, tried.address, device)
        count_try(connection, services, counted)
        kept = credentials.password_hash(connection, person.id) if person else None
    if not passwords.matches(kept, tried.password) or person is None:
        raise NotKnown
    with services.database.writing() as connection:
        for bucket in counted:
            sign_ins.forgive(connection, tokens.digest(bucket), one=bucket.startswith("address"))
        return person.id, open_for(connection, services, person.id)


def count_try(connection: Connection, services: Services, counted: Mapping[str, int]) -> None:
    """As failed, until it is forgiven. counted: as throttle.buckets gives them. Raises TooSoon, and then counts nothing."""
    now = services.now()
    sign_ins.forget_failures(connection, now - throttle.FORGOTTEN_AFTER)
    waits = []
    for bucket, free in counted.items():
        failures, last_at = sign_ins.hold_failures(connection, tokens.digest(bucket), now)
        waits.append(throttle.wait(failures, free, last_at, now))
    if any(waits):
        raise throttle.TooSoon(max(waits))
    for bucket in counted:
        sign_ins.count_failure(connection, tokens.digest(bucket), now)


def open_for(connection: Connection, services: Services, person_id: PersonId) -> str:
    """The token of a new sign-in."""
    token = tokens.fresh()
    sign_ins.add(connection, person_id, tokens.digest(token), services.now())
    them = people.get(connection, MACHINE, person_id)
    note(services, connection, people.viewer(connection, person_id), Action.SIGNED_IN, "session", them)
    return token


def bearer(services: Services, token: str) -> PersonId | None:
    """Whose sign-in it is, as long as it holds; being asked keeps it from ending idle."""
    digest, now = tokens.digest(token), services.now()
    with services.database.reading() as connection:
        found = sign_ins.by_digest(connection, digest)
    if found is None or not found.holds(now):
        return None
    if now - found.seen_at >= NOTED_EVERY:
        with services.database.writing() as connection:
            sign_ins.seen(connection, digest, now)
    return found.person_id


def present(services: Services, settings: Settings, cookies: Mapping[str, str]) -> PersonId | None:
    """Who a browser's cookies say is here: in demo mode whom they chose to be, else who signed in."""
    if settings.demo:
        return passes.bearer_in_demo(settings, cookies.get(passes.COOKIE, ""), services.now())
    token = cookies.get(COOKIE, "")
    return bearer(services, token) if token else None


def sign_out(services: Services, token: str) -> None:
    with services.database.writing() as connection:
        sign_ins.end(connection, tokens.digest(token))


def sign_out_everywhere(services: Services, viewer: Viewer, but_token: str = "") -> None:
    with services.database.writing() as connection:
        sign_ins.end_all(connection, viewer.id, tokens.digest(but_token) if but_token else "")
        note_change(services, connection, viewer, "signed_out_everywhere", people.get(connection, viewer, viewer.id))


def signed_in(services: Services, viewer: Viewer) -> Sequence[SignIn]:
    """The viewer's own that hold, the last seen first."""
    with services.database.reading() as connection:
        return [one for one in sign_ins.of_person(connection, viewer.id) if one.holds(services.now())]
