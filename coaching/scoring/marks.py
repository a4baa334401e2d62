"""Transparent signs beside the words of a sentence: an ask, a deadline, an amount, what the customer told the store."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from coaching.domain.context import CallContext

SIGN = "§"  # begins the word that a sign becomes; no plain wording holds a word like that
ALIKE = 5  # letters that two forms of one word share ("tow", "towing"; "heated", "heating")
SHORTEST = 4
MOST_FACTS = 2  # in one sentence; more says no more
EVERYBODY_SAYS = re.compile(
    r"does|have|what|which|when|with|that|this|from|they|them|there|would|could|your|will|about|like|want|need|know|only|also|than|then"
    r"|into|just|over|under|some|kind|many|much|used|good|still|call|called|message|text|email|vehicle|model|year|used|given|brand"
)
NOT_OWN = ("vehicle", "received_at", "source")  # what every lead has says nothing of this customer


def _found(wording: str, own_words: frozenset[str], own_cars: int) -> list[str]:
    """The signs of a wording, in a fixed order; "fact" once for each of the lead's own words and cars in it."""
    found = [SIGN + name for name, patterns in _patterns() if any(pattern.search(wording) for pattern in patterns)]
    shared = {word[:ALIKE] for word in wording.split() if len(word) >= SHORTEST} & own_words
    return [*found, *[SIGN + "fact"] * min(len(shared) + own_cars, MOST_FACTS)]


def with_marks(wording: str, own_words: frozenset[str] = frozenset(), own_cars: int = 0) -> str:
    """own_cars: how often the customer's own car was named, which the wording hides."""
    return " ".join([wording, *_found(wording, own_words, own_cars)])


def without_marks(marked: str) -> str:
    return marked.split(f" {SIGN}", maxsplit=1)[0]


def marks_of(marked: str) -> list[str]:
    return marked.split(f" {SIGN}")[1:]


def own_words(context: CallContext) -> frozenset[str]:
    """The beginnings of the words that only this customer's lead holds: colour, options, trade-in, employer, question, notes."""
    known = {word for text in _texts(context.facts.get("vehicle")) for word in _words(text)}
    return frozenset({word for text in spoken_facts(context) for word in _words(text)} - known)


def spoken_facts(context: CallContext) -> Iterator[str]:
    """What the customer told the store beside which vehicle they asked for, as it is on file."""
    for key, value in context.facts.items():
        if key not in NOT_OWN:
            yield from _texts(value)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, str):
        yield value


def _words(text: str) -> Iterator[str]:
    for word in re.findall(r"[^\W\d_]+|\d{4}", text.lower()):
        if len(word) >= SHORTEST and not EVERYBODY_SAYS.fullmatch(word):
            yield word[:ALIKE]


@cache
def _patterns() -> tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]:
    table = tomllib.loads((Path(__file__).parent / "marks.toml").read_text(encoding="utf-8"))
    return tuple((name, tuple(map(re.compile, patterns))) for name, patterns in table.items())
