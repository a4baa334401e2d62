"""What the name of an uploaded file tells: people and telephone systems name recordings after the call."""

import mimetypes
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

DAY = re.compile(r"(?<!\d)(20\d\d)[-._ ]?(0[1-9]|1[0-2])[-._ ]?(0[1-9]|[12]\d|3[01])(?!\d)")
ATTEMPT = re.compile(r"(?:attempt|try|call|vm|voicemail|message|msg|take|#)[\s_#-]*(\d{1,2})(?!\d)", re.IGNORECASE)
LAST_NUMBER = re.compile(r"(?<=[^\d\W]) *[-_ ]+ *(\d{1,2})$")
# "(1)" is what browsers and systems add to a second download: it says nothing about the call.
COPY_MARK = re.compile(r"\s*\(\d+\)$")
BETWEEN_WORDS = re.compile(r"(?:[^\w']|[\d_])+")
LAST_FIRST = re.compile(r"([^\W\d_]+), *([^\W\d_]+)")
NOT_A_NAME = re.compile(
    r"am|attempt|audio|call|copy|for|from|lead|memo|message|mono|msg|new|pm|rec|recording|rep|stereo|take|test|to|track|try"
    r"|vm|voice|voicemail",
    re.IGNORECASE,
)
# Hardly anybody has called a lead more often: a higher number is a time, a day or a counter.
MOST_GUESSED = 20
# What the endings of these stand for is surely no sound; of any other the decoder has the last word.
NO_SOUND = ("text/", "image/", "application/json", "application/msword", "application/pdf", "application/vnd.", "application/zip")


@dataclass(frozen=True, slots=True)
class Guess:
    """rep and customer: one of the names that were offered; customer else two or three words that can only be a name."""

    rep: str | None = None
    customer: str | None = None
    attempt: int | None = None
    day: date | None = None


def is_surely_no_recording(file_name: str) -> bool:
    """By its ending: "README.md"."""
    return (mimetypes.guess_type(file_name)[0] or "").startswith(NO_SOUND)


def guess(file_name: str, reps: Sequence[str] = (), customers: Sequence[str] = ()) -> Guess:
    """None wherever the name leaves a doubt: a wrong guess costs more than a question."""
    stem = COPY_MARK.sub("", PurePath(file_name.replace("\\", "/")).stem)
    named = LAST_FIRST.sub(r"\2 \1", DAY.sub(" ", stem))
    parts = [words for part in _parts(named) if (words := _words(part))]
    rep, parts = _take(reps, parts)
    customer, parts = _take(customers, parts)
    customer = customer or _only_name([part for part in parts if not _holds_given_name(part, reps)])
    return Guess(rep, customer, _attempt(named, after_a_name=bool(rep or customer)), _day(stem))


def _parts(stem: str) -> Iterator[str]:
    """The names in it: by " - ", else by underscores where these do not already stand between the words of one name."""
    if " - " in stem:
        return iter(stem.split(" - "))
    return iter(stem.split("_")) if re.search(r"[^\W\d_][ -][^\W\d_]", stem) else iter([stem])


def _words(part: str) -> list[str]:
    return [word for word in BETWEEN_WORDS.split(part) if len(word) > 1 and not NOT_A_NAME.fullmatch(word)]


def _take(names: Iterable[str], parts: list[list[str]]) -> tuple[str | None, list[list[str]]]:
    """The first of the names that is there word for word, and what is left around it."""
    for name in names:
        wanted = [word.lower() for word in _words(name)]
        for place, words in enumerate(parts):
            for at in range(len(words) - len(wanted) + 1):
                if wanted and [word.lower() for word in words[at : at + len(wanted)]] == wanted:
                    around = [rest for rest in (words[:at], words[at + len(wanted) :]) if rest]
                    return name, parts[:place] + around + parts[place + 1 :]
    return None, parts


def _holds_given_name(part: Sequence[str], names: Iterable[str]) -> bool:
    """ "nora to henderson" by Nora Whitfield is no Nora Henderson."""
    given = {words[0].lower() for name in names if (words := _words(name))}
    return any(word.lower() in given for word in part)


def _only_name(parts: list[list[str]]) -> str | None:
    names = [words for words in parts if 2 <= len(words) <= 3]
    if len(names) != 1:
        return None
    return " ".join(word.capitalize() if word.islower() else word for word in names[0])


def _attempt(stem: str, *, after_a_name: bool) -> int | None:
    """A number by itself is an attempt only after somebody's name: "New Recording 12" is the twelfth on that telephone."""
    found = ATTEMPT.search(stem) or (LAST_NUMBER.search(stem.strip()) if after_a_name else None)
    number = int(found.group(1)) if found else 0
    return number if 1 <= number <= MOST_GUESSED else None


def _day(stem: str) -> date | None:
    found = DAY.search(stem)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:  # the 31st of June
        return None
