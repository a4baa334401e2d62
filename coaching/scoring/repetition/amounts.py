"""Numbers as they are said, brought to one form: "twenty-six five", "26-5" and "26,500" are one amount."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

ONES_SPOKEN = "zero one two three four five six seven eight nine"
ONES = {word: value for value, word in enumerate(ONES_SPOKEN.split())} | {"oh": 0}
TEENS_SPOKEN = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TEENS = {word: value for value, word in enumerate(TEENS_SPOKEN.split(), start=10)}
TENS_SPOKEN = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: 10 * value for value, word in enumerate(TENS_SPOKEN.split(), start=2)}
SMALL = ONES | TEENS | TENS | {"dozen": 12, "couple": 2}
LARGE = {"hundred": 100, "thousand": 1000, "grand": 1000, "k": 1000}
ORDINALS_SPOKEN = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: day for day, word in enumerate(ORDINALS_SPOKEN.split(), start=1)} | {"thirtieth": 30}
NUMBER_WORDS = frozenset([*SMALL, *LARGE, "double", "triple"])
UNITS = {  # unit -> (the unit that amounts are kept in, how many of it, how it is said)
    "money": ("money", 1, r"dollars?|bucks?"),
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
NOT_A_DAY = r"(?!\s(?:wheel|row|seat|one|time|gear|owner|payment|couple|two|three|thing))"  # "the fifth wheel"
ORDINAL = re.compile(rf"\bthe (?:(twenty|thirty)[\s-])?({'|'.join(ORDINALS)})\b{NOT_A_DAY}|\b(\d{{1,2}})(?:st|nd|rd|th)\b")
HEDGE = re.compile(
    r"\b(?:about|around|roughly|almost|nearly|under|over|close to|basically|like|maybe|than|some|shy of)\W+(?:a\W+)?$"
)
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


def find_amounts(text: str) -> tuple[Amount, ...]:
    """Every amount and day of the month in the order it is said. Telephone numbers and "one" as a pronoun are none."""
    plain = _without_phone_numbers(text.lower().replace("’", "'"))
    amounts = _heights_joined(_amounts(ORDINAL.sub(_blank, plain)))
    return tuple(sorted([*amounts, *_days(plain)], key=lambda amount: amount.start))


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


def _amounts(text: str) -> Iterator[Amount]:
    for match in AMOUNT.finditer(text):
        words, before = WORD.findall(match[0]), text[: match.start()]
        unit, times, end = _unit(text, match)
        if unit or not _counts_nothing(words, before):
            yield Amount(round(_value(words) * times, 4), unit, match.start(), end, HEDGE.search(before) is not None)


def _counts_nothing(words: Sequence[str], before: str) -> bool:
    return len(words) == 1 and (words[0] in PRONOUN or (words[0] == "grand" and not ARTICLE.search(before)))


def _heights_joined(amounts: Iterable[Amount]) -> Iterator[Amount]:
    """ "Six foot four" is one length of 76 inches."""
    last: Amount | None = None
    for amount in amounts:
        if (
            last
            and last.unit == "inches"
            and amount.value < 12
            and amount.unit in ("", "inches")
            and amount.start - last.end <= 2
        ):
            amount, last = Amount(last.value + amount.value, "inches", last.start, amount.end, last.hedged), None
        if last:
            yield last
        last = amount
    if last:
        yield last


def _unit(text: str, match: re.Match[str]) -> tuple[str, int, int]:
    """The unit said with the number, how many of it one is, and where it ends."""
    said = UNIT.match(text, match.end())
    if said and said.lastgroup:
        unit, times, _ = UNITS[said.lastgroup]
        return unit, times, said.end()
    return ("money" if "$" in match[0] else ""), 1, match.end()


def _value(words: Sequence[str]) -> float:
    if "point" in words:
        return _decimal(words, words.index("point"))
    return _joined(_groups(words))


def _decimal(words: Sequence[str], point: int) -> float:
    """ "three point nine nine" is 3.99, "twenty-six point five thousand" 26,500."""
    after = [word for word in words[point + 1 :] if word not in LARGE]
    scale = LARGE.get(words[-1], 1)
    return float(f"{_joined(_groups(words[:point])):.0f}." + "".join(f"{_small(word):.0f}" for word in after)) * scale


def _groups(words: Sequence[str]) -> list[float]:
    """What is said in one breath: "twenty-six five" is [26, 5], "thirty-two thousand five hundred" [32000, 500]."""
    groups: list[float] = []
    scale, last = 1, ""
    for word in words:
        if word in LARGE:
            scale = LARGE[word]
            if scale == 1000 and len(groups) > 1 and groups[-2] % 100 == 0 and groups[-2] < 1000:
                groups[-2:] = [groups[-2] + groups[-1]]  # one hundred twenty thousand
            groups[-1:] = [(groups[-1] if groups else 1.0) * scale]
        elif word == "half":
            groups[-1:] = [groups[-1] + 0.5 * scale] if groups else [0.5]
        elif word in ONES and last in TENS and ONES[word]:
            groups[-1] += ONES[word]
        elif word not in ("and", "a", "an", "of"):
            groups.append(_small(word))
            scale = 1
        last = word
    return groups


def _small(word: str) -> float:
    return float(SMALL[word]) if word in SMALL else float(word.lstrip("$").rstrip(".,").replace(",", ""))


def _joined(groups: Sequence[float]) -> float:
    """[26, 5] is 26,500; [3, 19] 319; [84, 90] 8,490; [29, 8, 30] 29,830; [7000, 200] 7,200; [2, 9] 2.9."""
    value = groups[0] if groups else 0.0
    for place, group in enumerate(groups[1:], start=1):
        if _fills_up(value, group):
            value += group
        elif len(groups) == 2 and 0 < value < 10 and 0 < group < 10:
            value += group / 10
        elif place == 1 and 10 <= value < 100 and 0 < group < 10:
            value = value * 1000 + group * 100
        elif place == 1 and 0 < value < 100 and 10 <= group < 100:
            value = value * 100 + group
        elif place == 1 and 10 <= value < 100 <= group < 1000:
            value = value * 1000 + group
    return value


def _fills_up(value: float, group: float) -> bool:
    """Whether the group stands in the zeros at the end of the value: 200 in 7,000, 30 in 29,800."""
    zeros = next((zeros for zeros in (1000, 100) if value >= zeros and value % zeros == 0), 1)
    return group < zeros
