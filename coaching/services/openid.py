"""Who an identity provider vouches for, among the people on file."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from coaching.accounts import tokens
from coaching.domain.people import Person, PersonId
from coaching.domain.sign_in import Purpose
from coaching.errors import CoachingError
from coaching.services.parts import Services
from coaching.services.sign_in import open_for
from coaching.storage import credentials, people

# An answer opens one sign-in, and soon: Streamlit's own cookie holds it for 30 days, and takes no heed of when it ends.
FRESH_FOR = timedelta(minutes=10)
CLOCKS_APART = timedelta(minutes=2)
TICKET_FOR = timedelta(minutes=1)  # from the page that issues it to the route that sets the cookie
UNVERIFIED = (
    "Your identity provider does not say that your e-mail address is verified, so it cannot tell us who you are."
    " Ask your administrator."
)
UNKNOWN = "Nobody of this e-mail address is on file. Ask your administrator to add you."
STALE = "This sign-in was used already, or is too old. Sign in again."

Claims = Mapping[str, object]


def vouched_for(services: Services, claims: Claims) -> Person:
    """claims: of the ID token. By verified address only: whoever may choose an unverified one could be anybody.

    Raises CoachingError.
    """
    email = claims.get("email")
    if claims.get("email_verified") is not True or not isinstance(email, str):
        raise CoachingError(UNVERIFIED)
    with services.database.reading() as connection:
        person = people.by_email(connection, email)
    if person is None:
        raise CoachingError(UNKNOWN)
    return person


def ticket(services: Services, claims: Claims) -> str:
    """A token by which the browser gets its sign-in from the route that can set cookies. Raises CoachingError."""
    person, now, token = vouched_for(services, claims), services.now(), tokens.fresh()
    if not _is_fresh(claims, now):
        raise CoachingError(STALE)
    voucher = tokens.digest("|".join(str(claims.get(name)) for name in ("iss", "sub", "iat", "nonce")))
    with services.database.writing() as connection:
        expires_at = now + TICKET_FOR
        if not credentials.issue(connection, person.id, Purpose.SIGN_IN, tokens.digest(token), now, expires_at, voucher):
            raise CoachingError(STALE)
    return token


def redeem(services: Services, token: str) -> tuple[PersonId, str]:
    """Who it is, and the token of a new sign-in. Raises CoachingError."""
    with services.database.writing() as connection:
        person_id = credentials.redeem(connection, tokens.digest(token), Purpose.SIGN_IN, services.now())
        if person_id is None:
            raise CoachingError(STALE)
        return person_id, open_for(connection, services, person_id)


def _is_fresh(claims: Claims, now: datetime) -> bool:
    issued, expires = claims.get("iat"), claims.get("exp")
    if not isinstance(issued, int | float) or not isinstance(expires, int | float):
        return False
    age = now.timestamp() - issued
    return -CLOCKS_APART.total_seconds() <= age <= FRESH_FOR.total_seconds() and now.timestamp() < expires
