"""A line on file, printed so that it is hardly one any more: as money, or with its last four digits put right.

Only what is a line on file digit for digit is put right; nobody's number is put together from a guess.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from coaching.scoring.numbers.nanp import LOCAL, WHOLE
from coaching.scoring.numbers.readings import LAST, Reading

MONEY = "$"
FARTHEST = 20  # letters between a number and its last four anew: "no, sorry about that", in whatever spelling


def without_money_signs(text: str, lines: Sequence[str]) -> str:
    """ "$715, $555, $0124" and "$7.155550124" with spaces for the signs; all else stays where it is."""
    if MONEY not in text:
        return text
    for line in lines:
        text = _printed(line).sub(lambda match: match[0].replace(MONEY, " "), text)
    return text


@cache
def _printed(line: str) -> re.Pattern[str]:
    """The line however its digits are parted, with a sign of money at its head."""
    return re.compile(r"\$\s?" + r"[\s,.$-]{0,3}".join(line) + r"(?!\d)")


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
