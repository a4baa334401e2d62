"""Digits as heard against digits as known: the same, a repeated digit dropped or added, or truly other digits."""

from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby

from coaching.scoring.numbers.nanp import LOCAL, national

# A recogniser drops or adds repeats ("555" heard as "55" or "5555"); of the digits that it got wrong 22 of 25 were that.
MOST_REPEATS_OFF = 2


class Difference(StrEnum):
    """How digits that were heard differ from a line on file."""

    NONE = "none"
    REPEAT = "repeat"
    ONE_DIGIT = "one digit differs"
    TRANSPOSED = "two digits are swapped"
    MISSING = "digits are missing"
    OTHER = "other"


def repeats_off(heard: str, known: str) -> int | None:
    """How many repeats of a digit were dropped or added; None where anything else differs.

    Drops and adds in one number would be a changed digit ("550" for "500"), which is never the same number.
    """
    left, right = _runs(heard), _runs(known)
    if [digit for digit, _ in left] != [digit for digit, _ in right]:
        return None
    changes = [a - b for (_, a), (_, b) in zip(left, right, strict=True)]
    one_way = all(change >= 0 for change in changes) or all(change <= 0 for change in changes)
    off = sum(map(abs, changes))
    return off if one_way and off <= MOST_REPEATS_OFF else None


def is_same(heard: str, known: str) -> bool:
    """Digit for digit, or the last seven where the area code was left out."""
    return bool(known) and (heard == known or (len(heard) == LOCAL and heard == known[-LOCAL:]))


def restore(heard: str, lines: Iterable[str]) -> str | None:
    """The one line that these digits are but for dropped or added repeats, in full or its last seven; None in doubt.

    The 1 of the country may stand before it, glued to the area code: "1715-555-0152".
    """
    if national(heard) in (known := [line for line in lines if line]):
        return national(heard)
    found = {form for line in known for form in (line, line[-LOCAL:]) if repeats_off(heard, form) is not None}
    longest = {form for form in found if not any(other != form and other.endswith(form) for other in found)}
    return longest.pop() if len(longest) == 1 else None


def with_swallowed_zero(heard: str, lines: Iterable[str]) -> str | None:
    """The one line that these digits are but for one zero: of all other digits a spoken "oh" is the easiest to lose."""
    found = {line for line in lines for at, digit in enumerate(line) if digit == "0" and line[:at] + line[at + 1 :] == heard}
    return found.pop() if len(found) == 1 else None


def difference(heard: str, known: str) -> Difference:
    if is_same(heard, known):
        return Difference.NONE
    known = known[-len(heard) :] if len(heard) == LOCAL else known
    if len(heard) == len(known):
        wrong = [at for at in range(len(heard)) if heard[at] != known[at]]
        if len(wrong) == 1:
            return Difference.ONE_DIGIT
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(heard) == sorted(known):
            return Difference.TRANSPOSED
        return Difference.OTHER
    if repeats_off(heard, known) is not None:
        return Difference.REPEAT
    return Difference.MISSING if is_part_of(heard, known) else Difference.OTHER


def is_part_of(heard: str, known: str) -> bool:
    """Whether the digits come in this order in the line, a few others being left out."""
    rest = iter(known)
    return LOCAL <= len(heard) < len(known) and all(digit in rest for digit in heard)


def _runs(digits: str) -> list[tuple[str, int]]:
    return [(digit, len(list(run))) for digit, run in groupby(digits)]
