"""The first digit of a number, heard as another word: "call me for 2-3-5-5-5-0-1-8-4"."""

import re
from collections.abc import Sequence

from coaching.scoring.numbers.nanp import WHOLE
from coaching.scoring.numbers.readings import Reading

SOUNDS_LIKE = {"for": "4", "fore": "4", "to": "2", "too": "2", "ate": "8"}
COUNTRY_CODE = "1"  # of "for 1-9-555-0171" the 1 was taken for it
_BEFORE = re.compile(rf"\b({'|'.join(SOUNDS_LIKE)})[\s,.:]*\(?$", re.IGNORECASE)


def with_first_digit(reading: Reading, text: str, lines: Sequence[str]) -> Reading:
    """Only where a line on file is then said digit for digit; nobody's number is put together from a guess."""
    before = _BEFORE.search(text[: reading.start])
    if before is None or reading.is_whole:
        return reading
    digit = SOUNDS_LIKE[before[1].lower()]
    for digits in (digit + reading.digits, digit + COUNTRY_CODE + reading.digits):
        if len(digits) == WHOLE and digits in lines:
            return Reading(digits, before.start(), reading.end, reading.spelled)
    return reading
