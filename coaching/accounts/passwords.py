"""Passwords, by Argon2id."""

import re
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from coaching.errors import CoachingError

SHORTEST, LONGEST = 12, 200
"""Characters. Between the 8 that NIST SP 800-63B-4 asks for beside a second factor and the 15 without: tries are slowed down."""
FEWEST_DIFFERENT = 5  # "aaaaaaaaaaaa" and "121212121212" are tried first
TOO_SHORT = (
    f"Choose a password of at least {SHORTEST} characters. Four words that nobody else would put together are easy to keep."
)
TOO_LONG = f"Choose a password of at most {LONGEST} characters."
TOO_PLAIN = "This password is guessed too soon. Use more than a few different characters, and not your name or e-mail address."
UNLIKE = "The two are not the same. Write the password again."

# Each takes 64 MB for as long as it lasts: many at once must not take the machine down.
_few_at_once = BoundedSemaphore(2)


def refuse_weak(password: str, *known: str) -> None:
    """known: what everybody knows about its owner. Raises CoachingError."""
    if len(password) < SHORTEST:
        raise CoachingError(TOO_SHORT)
    if len(password) > LONGEST:
        raise CoachingError(TOO_LONG)
    left = password.lower()
    for word in sorted(_words(*known), key=len, reverse=True):
        left = left.replace(word, "")
    if len(set(password)) < FEWEST_DIFFERENT or len(left) < FEWEST_DIFFERENT:
        raise CoachingError(TOO_PLAIN)


def _words(*texts: str) -> set[str]:
    return {word for text in texts for word in re.findall(r"\w{3,}", text.lower())}


def hashed(password: str) -> str:
    with _few_at_once:
        return _hasher().hash(password)


def matches(hashed: str | None, password: str) -> bool:
    """Takes as long where there is no password to compare with: how long it takes tells nobody who has an account."""
    with _few_at_once:
        try:
            return _hasher().verify(hashed or _nobodys(), password[: LONGEST + 1]) and bool(hashed)
        except (VerificationError, InvalidHashError):
            return False


@cache
def _hasher() -> PasswordHasher:
    """With the library's own parameters: RFC 9106, for machines without much memory."""
    return PasswordHasher()


@cache
def _nobodys() -> str:
    return _hasher().hash("nobody")
