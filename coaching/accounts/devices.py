"""A browser that has signed in to an account before carries a mark of it, so that a stranger's guesses do not slow it down."""

import hmac
import secrets
from datetime import timedelta

from coaching.domain.people import PersonId

COOKIE = "voicemail_coach_device"
VALID_FOR = timedelta(days=365)
MARK_BYTES = 16


def issue(key: bytes, person: PersonId) -> str:
    claim = f"{person}.{secrets.token_hex(MARK_BYTES)}"
    return f"{claim}.{_signature(key, claim)}"


def known(key: bytes, text: str, person: PersonId) -> str | None:
    """The device's own mark; None where that person has not signed in there."""
    claim, _, signature = text.rpartition(".")
    whose, _, mark = claim.partition(".")
    is_ours = hmac.compare_digest(_signature(key, claim).encode(), signature.encode())
    return mark if is_ours and whose == str(person) else None


def _signature(key: bytes, claim: str) -> str:
    """Not what a pass of demo mode is signed with, though the key is the same."""
    return hmac.new(key, b"device " + claim.encode(), "sha256").hexdigest()
