"""Numbers as they are said, brought to one form: "twenty-six five", "26-5" and "26,500" are one amount."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from coaching.scoring.repetition.number_words import LARGE, SMALL, TEENS, TENS, value_of

ORDINALS_SPOKEN = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: day for day, word in enumerate(ORDINALS_SPOKEN.split(), start=1)} | {"thirtieth": 30}
UNITS = {  # unit -> (the unit that amounts are kept in, how many of it, how it is said)
    "money": ("money", 1, r"dollars?|bucks?"),
    "bills": ("money", 100, r"bills\b"),  # "five bills off"
    "percent": ("percent", 1, r"%|percent|a ?p ?r\b"),
    "years": ("months", 12, r"years?"),
    "monthly": ("monthly", 1, r"(?:a|per|each|every) month"),
    "months": ("months", 1, r"months?"),
    "weeks": ("days", 7, r"weeks?"),
    "days": ("days", 1, r"days?"),
    "miles": ("miles", 1, r"miles?"),
    "pounds": ("pounds", 1, r"pounds?|lbs?"),
    "feet": ("inches", 12, r"foot|feet"),
    "inches": ("inches", 1, r"inch(?:es)?"),
    "payments": ("payments", 1, r"payments?"),
    "seats": ("seats", 1, r"seats?|seaters?|passengers?"),
    "hours": ("minutes", 60, r"hours?"),
    "minutes": ("minutes", 1, r"minutes?"),
    "clock": ("clock", 1, r"o'?clock|[ap]\.? ?m\b"),
    "kilowatts": ("watts", 1000, r"kilowatts?"),
    "watts": ("watts", 1, r"watts?"),
}
UNIT = re.compile(r"[\s-]*(?:" + "|".join(f"(?P<{unit}>{said})" for unit, (_, _, said) in UNITS.items()) + r")(?![a-z])")
GAP = r"[\s-]+"
DIGITS = r"\$?\d+(?:,\d{3})*(?:\.\d+)?(?=k?\b|[a-z%])"
NUMBER = rf"(?:{DIGITS}|(?:{'|'.join([*SMALL, *LARGE])})\b)"
AMOUNT = re.compile(
    rf"(?<![\w.])(?:half{GAP}(?:of{GAP})?(?:an?{GAP})?(?=grand|thousand|hundred))?{NUMBER}"
    rf"(?:(?:{GAP}|(?<=thousand),\s+|(?<=\d)(?=k\b))(?:(?:point|and){GAP})?{NUMBER}|{GAP}and{GAP}a{GAP}half\b)*"
)
# "the fifth wheel", "the second set"
NOT_A_DAY = r"(?!\s(?:wheel|row|seat|set|key|one|time|gear|owner|payment|couple|two|three|thing|half|call|message))"
ORDINAL = re.compile(rf"\bthe (?:(twenty|thirty)[\s-])?({'|'.join(ORDINALS)})\b{NOT_A_DAY}|\b(\d{{1,2}})(?:st|nd|rd|th)\b")
HEDGE = re.compile(
    r"\b(?:about|around|roughly|almost|nearly|under|over|close to|basically|like|maybe|than|some|shy of)\W+(?:a\W+)?$"
)
NOON = re.compile(r"\bnoon\b")
MANNER_OF_SPEAKING = 100  # percent: "a hundred and ten percent"
AGO = re.compile(r"\s+ago\b")  # when something was is no part of an offer
SHORT_OF, BEYOND = r"(?:under|below|shy of|short of|less than)", r"(?:over|above|more than|north of)"
OFF_ANOTHER = re.compile(rf"\s+(?:(?P<less>{SHORT_OF})|{BEYOND})\s+")  # "a hundred under eighteen grand"
WORD = re.compile(r"\$?\d[\d,.]*|[a-z]+")
SPOKEN_DIGITS = rf"(?:\d+|\b(?:{'|'.join(SMALL)}|double|triple|hundred)\b)"
PHONE_NUMBERS = tuple(  # first within a sentence, so that a price before it is kept, then said slowly with stops
    re.compile(rf"(?:{SPOKEN_DIGITS}[{between}]*){{2,}}") for between in (r"\s()-", r"\s,()-", r"\s,.…()-")
)
EXTENSION = re.compile(r"\bextension\W+(?:\w+\W*)")
SHORTEST_PHONE_NUMBER = 7  # digits; fewer are a price, a year or a date
PRONOUN = frozenset({"one", "two", "oh", "couple", "k"})  # "one of them", "couple of things" counts nothing
ARTICLE = re.compile(r"\b(?:an?|another|one)\W+$")  # before "grand", which is also a Cherokee


@dataclass(frozen=True, slots=True)
class Amount:
    """value in its unit (months for years, inches for feet, days for weeks; "" where none was said); text[start:end].

    hedged: said as "about", "almost", "just under" and the like.
    """

    value: float
    unit: str
    start: int
    end: int
    hedged: bool = False

    @property
    def digits(self) -> str:
        """What is heard whatever the scale: "265" of 26,500, of 26.5 thousand and of twenty-six five."""
        return f"{self.value:.4f}".rstrip("0").replace(".", "").strip("0")


Join = Callable[[Amount, Amount], Amount | None]


def find_amounts(text: str) -> tuple[Amount, ...]:
    """Every amount and day of the month in the order it is said. Telephone numbers and "one" as a pronoun are none."""
    plain = _without_phone_numbers(text.lower().replace("’", "'"))
    lengths = _joined(_amounts(ORDINAL.sub(_blank, plain)), _height)
    amounts = _joined(lengths, partial(_difference, plain))
    return tuple(sorted([*amounts, *_days(plain), *_noons(plain)], key=lambda amount: amount.start))


def _without_phone_numbers(text: str) -> str:
    text = EXTENSION.sub(_blank, text)
    for pattern in PHONE_NUMBERS:
        text = pattern.sub(lambda match: _blank(match) if _is_phone(match[0]) else match[0], text)
    return text


def _blank(match: re.Match[str]) -> str:
    return "#" * len(match[0])


def _is_phone(text: str) -> bool:
    return sum(_heard(word) for word in re.findall(r"[a-z]+|\d+", text)) >= SHORTEST_PHONE_NUMBER and "thousand" not in text


def _heard(word: str) -> int:
    """How many digits of a telephone number the word stands for."""
    if word.isdigit():
        return len(word)
    return {"double": 1, "triple": 2}.get(word, 2 if word in TEENS else int(word in SMALL))


def _days(text: str) -> Iterator[Amount]:
    for match in ORDINAL.finditer(text):
        day = int(match[3]) if match[3] else ORDINALS[match[2]] + (TENS[match[1]] if match[1] else 0)
        yield Amount(float(day), "date", match.start(), match.end())


def _noons(text: str) -> Iterator[Amount]:
    """Who heard "noon" has heard "twelve o'clock"."""
    return (Amount(12.0, "clock", match.start(), match.end()) for match in NOON.finditer(text))


def _amounts(text: str) -> Iterator[Amount]:
    for match in AMOUNT.finditer(text):
        words, before = WORD.findall(match[0]), text[: match.start()]
        unit, times, end = _unit(text, match)
        value = round(value_of(words) * times, 4)
        nothing = AGO.match(text, end) or (unit == "percent" and value >= MANNER_OF_SPEAKING)
        if not nothing and (unit or not _counts_nothing(words, before)):
            yield Amount(value, unit, match.start(), end, HEDGE.search(before) is not None)


def _counts_nothing(words: Sequence[str], before: str) -> bool:
    return len(words) == 1 and (words[0] in PRONOUN or (words[0] == "grand" and not ARTICLE.search(before)))


def _joined(amounts: Iterable[Amount], join: Join) -> Iterator[Amount]:
    """With two that stand beside each other made one where `join` makes one of them."""
    last: Amount | None = None
    for amount in amounts:
        both = join(last, amount) if last else None
        if last and not both:
            yield last
        last = both or amount
    if last:
        yield last


def _height(feet: Amount, inches: Amount) -> Amount | None:
    """ "Six foot four" is one length of 76 inches."""
    near = inches.start - feet.end <= 2
    if feet.unit == "inches" and near and inches.value < 12 and inches.unit in ("", "inches"):
        return replace(feet, value=feet.value + inches.value, end=inches.end)
    return None


def _difference(text: str, change: Amount, whole: Amount) -> Amount | None:
    """ "A hundred under eighteen grand" is one amount of 17,900."""
    off = OFF_ANOTHER.fullmatch(text, change.end, whole.start)
    if not off or change.unit not in ("", "money") or change.value >= whole.value:
        return None
    value = whole.value - change.value if off["less"] else whole.value + change.value
    return Amount(value, whole.unit, change.start, whole.end, change.hedged)


def _unit(text: str, match: re.Match[str]) -> tuple[str, int, int]:
    """The unit said with the number, how many of it one is, and where it ends."""
    said = UNIT.match(text, match.end())
    if said and said.lastgroup:
        unit, times, _ = UNITS[said.lastgroup]
        return unit, times, said.end()
    return ("money" if "$" in match[0] else ""), 1, match.end()
