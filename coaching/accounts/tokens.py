"""Secrets that a browser or a link carries."""

import hashlib
import secrets

BYTES = 32  # beyond guessing, as the secrets module advises


def fresh() -> str:
    return secrets.token_urlsafe(BYTES)


def digest(token: str) -> str:
    """What the database keeps of it. No salt and no slow hash: nobody guesses 256 random bits."""
    return hashlib.sha256(token.encode()).hexdigest()
