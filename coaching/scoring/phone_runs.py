"""Where a telephone number stands among words, for those who only want it out of the way (`numbers` reads the digits)."""

import re
from collections.abc import Iterator, Sequence

DIGITS = re.compile(
    r"\(?\d[\d().-]*|o|oh|zero|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
)
LINK = re.compile(r"hundred|double|triple|area|code|again|that's")
TWO_DIGITS = re.compile(r"ten|\w+teen")
HUNDRED = "hundred"  # "oh one hundred"
MORE = {"double": 1, "triple": 2, HUNDRED: 2}  # digits beside the one that is named
FEWEST_DIGITS, WHOLE = 7, 10  # of a telephone number
LONGEST_PRICE = 6  # digits of a price, a year or an hour said in the same breath


def phone_numbers(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """words[first:last] of each, from left to right."""
    at = 0
    while at < len(words):
        last = _end_of_run(words, at)
        counts = [_digits(word) for word in words[at:last]]
        if sum(counts) >= FEWEST_DIGITS:
            yield at + _price_before(counts), last
        at = max(last, at + 1)


def _end_of_run(words: Sequence[str], first: int) -> int:
    if not DIGITS.fullmatch(words[first]):
        return first
    last = first + 1
    while last < len(words) and (DIGITS.fullmatch(words[last]) or LINK.fullmatch(words[last])):
        last += 1
    while not DIGITS.fullmatch(words[last - 1]) and words[last - 1] != HUNDRED:
        last -= 1
    return last


def _digits(word: str) -> int:
    figures = sum(character.isdigit() for character in word)
    return figures or MORE.get(word, 2 if TWO_DIGITS.fullmatch(word) else int(DIGITS.fullmatch(word) is not None))


def _price_before(counts: Sequence[int]) -> int:
    """How many words before a whole number are a price: "thirty-one nine, 207-555-0176"."""
    odd, said = sum(counts) % WHOLE, 0
    if sum(counts) < WHOLE or not 0 < odd <= LONGEST_PRICE:
        return 0
    for place, count in enumerate(counts):
        if said >= odd:
            return place if said == odd else 0
        said += count
    return 0
