"""A pass says who its bearer chose to be in demo mode. It is signed with a key of this installation, so nobody can write one."""

import hmac
import os
import secrets
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from coaching.domain.people import PersonId
from coaching.settings import Settings

COOKIE = "voicemail_coach_pass"
VALID_FOR = timedelta(hours=12)  # a working day
KEY_BYTES = 32


def key_of(home: Path) -> bytes:
    """The installation's key; made on first use, readable by its owner only."""
    path = home / "pass.key"
    with suppress(FileExistsError):
        home.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
    return path.read_bytes()


def issue(key: bytes, person: PersonId, now: datetime) -> str:
    claim = f"{person}.{int((now + VALID_FOR).timestamp())}"
    return f"{claim}.{_signature(key, claim)}"


def bearer_in_demo(settings: Settings, text: str, now: datetime) -> PersonId | None:
    """Nobody where this is no demo, whatever the browser brings."""
    return bearer(key_of(settings.home), text, now) if settings.demo and text else None


def bearer(key: bytes, text: str, now: datetime) -> PersonId | None:
    """Whose pass it is; None where it is forged, damaged or too old."""
    claim, _, signature = text.rpartition(".")
    if not hmac.compare_digest(_signature(key, claim).encode(), signature.encode()):
        return None
    person, _, until = claim.partition(".")
    return PersonId(int(person)) if now.timestamp() < int(until) else None


def _signature(key: bytes, claim: str) -> str:
    return hmac.new(key, claim.encode(), "sha256").hexdigest()
