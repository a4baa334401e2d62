"""One error tree. A `CoachingError` carries a sentence for the person at the screen; anything else is a bug and is logged."""

from collections.abc import Iterable
from difflib import get_close_matches
from enum import StrEnum


class CoachingError(Exception):
    """Something the person can act on. `str(error)` says what it is and what to do."""


class NotFound(CoachingError):
    def __init__(self, kind: str, key: object) -> None:
        super().__init__(f"There is no {kind} {key}. It may have been removed; go back to the list and choose again.")
        self.kind, self.key = kind, key


class NotAllowed(CoachingError):
    def __init__(self, what: str) -> None:
        super().__init__(f"You may not {what}. Ask a manager of your store if you need to.")


class UnknownName(CoachingError):
    """A name that is not in its table: never guessed, always answered with the names that are."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        near = get_close_matches(name, names, n=1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        super().__init__(f"There is no {kind} {name!r}.{hint} Known: {', '.join(names) or 'none'}.")
        self.kind, self.name, self.known = kind, name, tuple(names)


class InvalidFile(CoachingError):
    """A rubric, profile, lead or settings file that cannot be used; names the file, the key and what is allowed."""


class AudioProblem(StrEnum):
    """Why a file cannot be scored; the codes of the command line's JSON."""

    NOT_AUDIO = "not_audio"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_LARGE = "too_large"
    NO_SPEECH = "no_speech"
    CORRUPT = "corrupt"


class BadAudio(CoachingError):
    def __init__(self, code: AudioProblem, message: str) -> None:
        super().__init__(message)
        self.code = code


class WorkError(CoachingError):
    """Work that nobody waits for on a screen failed. `may_retry` is False where trying the same again cannot help."""

    def __init__(self, reason: str, *, may_retry: bool) -> None:
        super().__init__(reason)
        self.may_retry = may_retry


class TranscriptionError(WorkError):
    """The engine failed."""


class MailError(WorkError):
    """A mail was not taken by the server."""


def refuse_longer(what: str, words: str, longest: int, refusal: type[CoachingError] = CoachingError) -> None:
    """Raises `refusal` with what to do."""
    if len(words) > longest:
        raise refusal(f"{what} has at most {longest} characters. Shorten it.")
