"""Was a reason told in a message, whatever the wording around it?"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from coaching.follow_up.reasons.on_file import Reason

ENOUGH = 0.6  # of the words that carry a reason; a rep shortens "came off the truck this morning" but keeps truck and morning
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
ENDINGS = ("ing", "ed", "es", "s")
SHORTEST_STEM = 3


def tells(text: str, reason: Reason, facts: Mapping[str, object]) -> bool:
    """facts: of the lead; the vehicle's name and the like return in every message and tell no reason by themselves."""
    carrying = stems(reason.said) - stems(" ".join(_values(facts)))
    carrying = carrying or stems(reason.said)
    return _carries(text, carrying)


def mentions(text: str, fact: str) -> bool:
    """Is a fact of the lead ("panoramic roof") named in a message?"""
    return _carries(text, stems(fact))


def _carries(text: str, carrying: frozenset[str]) -> bool:
    return bool(carrying) and len(carrying & stems(text)) >= ENOUGH * len(carrying)


def stems(text: str) -> frozenset[str]:
    """The words that carry something, without their endings."""
    words = {word.lower().replace("’", "'") for word in WORD.findall(text)}
    return frozenset(_stem(word) for word in words - _empty_words())


def _stem(word: str) -> str:
    ending = next((end for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= SHORTEST_STEM), "")
    return word.removesuffix(ending)


def _values(facts: Mapping[str, object]) -> list[str]:
    return [str(facts[name]) for name in ("vehicle", "colour", "trade_in", "employer") if facts.get(name)]


@cache
def _empty_words() -> frozenset[str]:
    lines = files(__package__).joinpath("empty_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
