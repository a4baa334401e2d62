"""A line on file, printed so that it is hardly one any more: as money, with words for its zeros, or its last four put right.

Only what is a line on file digit for digit is put right; nobody's number is put together from a guess.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from coaching.scoring.numbers.nanp import LOCAL, WHOLE
from coaching.scoring.numbers.readings import LAST, Reading
from coaching.scoring.numbers.vocabulary import vocabulary

MONEY = "$"
FARTHEST = 20  # letters between a number and its last four anew: "no, sorry about that", in whatever spelling
_PARTED = r"[\s,.-]{0,3}"


def without_money_signs(text: str, lines: Sequence[str]) -> str:
    """ "$715, $555, $0124" and "$7.155550124" with spaces for the signs; all else stays where it is."""
    if MONEY not in text:
        return text
    for line in lines:
        text = _printed(line).sub(lambda match: match[0].replace(MONEY, " "), text)
    return text


def with_zeros(text: str, lines: Sequence[str]) -> str:
    """ "915-555 or 150" with a 0 in the place of "or", where a line on file or its last seven digits are then said."""
    for line in lines:
        text = _with_words_for_zeros(line).sub(_zeros_for_words, text)
    return text


def _zeros_for_words(line: re.Match[str]) -> str:
    return _word_for_zero().sub(lambda word: "0".rjust(len(word[0])), line[0])


@cache
def _printed(line: str) -> re.Pattern[str]:
    """The line however its digits are parted, with a sign of money at its head."""
    return re.compile(r"\$\s?" + r"[\s,.$-]{0,3}".join(line) + r"(?!\d)")


@cache
def _with_words_for_zeros(line: str) -> re.Pattern[str]:
    digits = [f"(?:0|{_word_for_zero().pattern})" if digit == "0" else digit for digit in line]
    area_code, local = _PARTED.join(digits[:-LOCAL]), _PARTED.join(digits[-LOCAL:])
    return re.compile(rf"(?<!\d)(?:{area_code}{_PARTED})?{local}(?!\d)", re.IGNORECASE)


@cache
def _word_for_zero() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(vocabulary().heard_for_zero))})\b", re.IGNORECASE)


def with_last_four_anew(found: Sequence[Reading], lines: Sequence[str]) -> list[Reading]:
    """ "361-555-0189 nosorry 98, 0198": what is said anew makes it the line on file, so the first four were a slip."""
    kept = list(found)
    for before, after in pairwise(found):
        slip = len(before.digits) in (LOCAL, WHOLE) and not _is_line(before.digits, lines)
        anew = len(after.digits) < LOCAL and after.start - before.end <= FARTHEST
        meant = before.digits[:-LAST] + after.digits[-LAST:]
        if slip and anew and _is_line(meant, lines):
            kept[kept.index(before)] = replace(before, digits=meant, end=after.end)
            kept.remove(after)
    return kept


def _is_line(digits: str, lines: Sequence[str]) -> bool:
    return any(digits in (line, line[-LOCAL:]) for line in lines)
