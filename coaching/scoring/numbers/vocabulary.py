"""The words of spoken numbers, read once from vocabulary.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Lower-case words. digits, tens, zeros, homophones: word -> digits; multipliers: word -> how many times."""

    digits: Mapping[str, str]
    tens: Mapping[str, str]
    zeros: Mapping[str, str]
    homophones: Mapping[str, str]
    heard_for_zero: frozenset[str]
    multipliers: Mapping[str, int]
    pause: frozenset[str]
    border: frozenset[str]
    correction: frozenset[str]
    takes_back: frozenset[str]
    units: frozenset[str]
    labels: frozenset[str]
    before_one: frozenset[str]
    after_one: frozenset[str]
    cues: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    read = tomllib.loads(files(__package__).joinpath("vocabulary.toml").read_text("utf-8"))
    between, others = read["between"], read["other_numbers"]
    return Vocabulary(
        digits=read["digits"],
        tens=read["tens"],
        zeros=read["zeros"],
        homophones=read["homophones"],
        heard_for_zero=frozenset(read["heard_for_zero"]["words"]),
        multipliers=read["multipliers"],
        pause=frozenset(between["pause"]),
        border=frozenset(between["border"]),
        correction=frozenset(between["correction"]),
        takes_back=frozenset(between["takes_back"]),
        units=frozenset(others["units"]),
        labels=frozenset(others["labels"]),
        before_one=frozenset(others["before_one"]),
        after_one=frozenset(others["after_one"]),
        cues=frozenset(read["cues"]["words"]),
    )
