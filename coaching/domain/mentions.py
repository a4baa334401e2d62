"""Where a text mentions one person: by whole name, telephone number or address, however they are written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

MASK = "•"
SHORTEST_NUMBER = 7  # digits; fewer are prices and days
SPOKEN = {
    "0": "zero|oh|o",
    "1": "one",
    "2": "two",
    "3": "three",
    "4": "four",
    "5": "five",
    "6": "six",
    "7": "seven",
    "8": "eight",
    "9": "nine",
}
BETWEEN_DIGITS = r"[\s().,\-–+]{0,3}"
BETWEEN_NAMES = r"[\s_.,\-]{1,3}"
# A file is often named after the people in it, with underscores between.
NO_LETTER_BEFORE, NO_LETTER_AFTER = r"(?<![^\W_])", r"(?![^\W_])"


@dataclass(frozen=True)
class Mentions:
    """names: as on file; one of a single word is left alone, for it stands in too many other names. numbers: in any form."""

    names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    digits: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "digits", frozenset(_digits(self.numbers)))

    def masked(self, text: str) -> str:
        """Of the same length, so that places in it stay where they are."""
        return self._pattern.sub(lambda found: re.sub(r"\w", MASK, found.group()), text) if self._alternatives else text

    def masked_in(self, value: Any) -> Any:
        """The same of every text within lists and dicts."""
        if isinstance(value, str):
            return self.masked(value)
        if isinstance(value, list):
            return [self.masked_in(one) for one in value]
        if isinstance(value, dict):
            return {self.masked(key): self.masked_in(one) for key, one in value.items()}
        return value

    @cached_property
    def _alternatives(self) -> list[str]:
        names = [form for name in self.names for form in _forms(name)]
        return [*names, *map(_number, sorted(self.digits)), *(re.escape(email) for email in self.emails if "@" in email)]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(f"{NO_LETTER_BEFORE}(?:{'|'.join(self._alternatives)}){NO_LETTER_AFTER}", re.IGNORECASE)


def _forms(name: str) -> list[str]:
    """ "Karen Doyle", "karen_doyle", "Doyle, Karen"; nothing for a single word."""
    words = [re.escape(word) for word in name.split()]
    if len(words) < 2:
        return []
    return [BETWEEN_NAMES.join(words), BETWEEN_NAMES.join([words[-1], *words[:-1]])]


def _digits(numbers: Iterable[str]) -> Iterable[str]:
    """Without the country's 1, with which a number may be written or not."""
    for number in numbers:
        digits = re.sub(r"\D", "", number)
        if len(digits) >= SHORTEST_NUMBER:
            yield digits.removeprefix("1") if len(digits) == 11 else digits


def _number(digits: str) -> str:
    return BETWEEN_DIGITS.join(f"(?:{digit}|{SPOKEN[digit]})" for digit in digits)
