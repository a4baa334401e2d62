"""Proving who one is, and for how long that holds."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NewType

from coaching.domain.people import PersonId

SignInId = NewType("SignInId", int)

IDLE = timedelta(hours=8)
"""A shift: a computer of the store that was left signed in overnight asks again in the morning."""
LONGEST = timedelta(days=7)
"""However busy it was: a copied cookie is worth nothing after that."""


class Purpose(StrEnum):
    """What a one-time token is good for. PASSWORD: choose one, and be signed in. SIGN_IN: the last step of OpenID Connect."""

    PASSWORD = "password"
    SIGN_IN = "sign_in"


@dataclass(frozen=True, slots=True)
class SignIn:
    """From proving who one is, in one browser, until signing out. seen_at: of the last page that was asked for."""

    id: SignInId
    person_id: PersonId
    opened_at: datetime
    seen_at: datetime

    def holds(self, now: datetime) -> bool:
        return now < self.seen_at + IDLE and now < self.opened_at + LONGEST
