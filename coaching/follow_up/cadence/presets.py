"""The cadences a store can choose from: one TOML file each, read with all its mistakes named."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

from coaching.domain.follow_up_settings import DailyLimits, FollowUpSettings
from coaching.domain.people import Role
from coaching.errors import InvalidFile, UnknownName

T = TypeVar("T")
DEFAULT_CADENCE = "widening_weeks"  # the thread's majority: over weeks, not days


class Channel(StrEnum):
    CALL = "call"
    EMAIL = "email"
    WRITE = "write"
    """Any way but a call: the switch of channel after silence."""


class Daypart(StrEnum):
    MORNING = "morning"
    MIDDAY = "midday"
    EVENING = "evening"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Step:
    """day: 1 is the day of the first response; a closed day passes the step on to the next open one.

    within_minutes: of opening time since the lead arrived, instead of a day and a daypart.
    """

    day: int
    channel: Channel
    daypart: Daypart = Daypart.ANY
    by: Role = Role.REP
    within_minutes: int | None = None
    asks_permission: bool = False


@dataclass(frozen=True, slots=True)
class Cadence:
    """max_calls_a_day counts every call, max_messages_a_day only those where a voicemail was left.

    silent_calls_before_writing: after so many calls without an answer, something is to be written; None: never.
    """

    id: str
    title: str
    description: str
    max_calls_a_day: int
    max_messages_a_day: int
    hours_between_calls: int
    steps: tuple[Step, ...]
    silent_calls_before_writing: int | None = None
    below_standard: bool = False

    def __hash__(self) -> int:
        """Quick: what is worked out of a cadence is kept under it, for thousands of leads."""
        return hash(self.id)


@cache
def cadences() -> Mapping[str, Cadence]:
    folder = files(__package__)
    first_response = _steps("first_response.toml", tomllib.loads(folder.joinpath("first_response.toml").read_text("utf-8")))
    presets = sorted(folder.joinpath("presets").iterdir(), key=lambda file: file.name)
    return {
        (name := preset.name.removesuffix(".toml")): read_cadence(name, preset.read_text("utf-8"), first_response)
        for preset in presets
    }


def cadence(cadence_id: str) -> Cadence:
    if cadence_id not in cadences():
        raise UnknownName("cadence", cadence_id, cadences())
    return cadences()[cadence_id]


def cadence_for(source: str, settings: FollowUpSettings) -> Cadence:
    """The store's cadence for that source, within the store's own daily limits."""
    own_cadence, own = settings.cadences.get(source), settings.limits.get(source, DailyLimits())
    # The limits for all leads were set beside the cadence for all leads, and mean nothing beside another one.
    usual = DailyLimits() if own_cadence else settings.limits.get("", DailyLimits())
    chosen = own_cadence or settings.cadences.get("") or DEFAULT_CADENCE
    return _limited(chosen, own.calls or usual.calls, own.messages or usual.messages)


@cache
def _limited(cadence_id: str, calls: int | None, messages: int | None) -> Cadence:
    """One and the same for the same limits."""
    one = cadence(cadence_id)
    most_calls, most_messages = calls or one.max_calls_a_day, messages or one.max_messages_a_day
    return replace(one, max_calls_a_day=most_calls, max_messages_a_day=most_messages)


def read_cadence(cadence_id: str, text: str, first_response: tuple[Step, ...] = ()) -> Cadence:
    """Raises InvalidFile naming the file, the key and what is allowed."""
    try:
        entry = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidFile(f"{cadence_id}.toml is not TOML: {error}.") from error
    steps = first_response + _steps(f"{cadence_id}.toml", entry)
    return _made(Cadence, f"{cadence_id}.toml", {**entry, "id": cadence_id, "steps": steps})


def _steps(file: str, entry: Mapping[str, Any]) -> tuple[Step, ...]:
    return tuple(_step(f"{file}, step {place}", step) for place, step in enumerate(entry.get("steps", ()), 1))


def _step(where: str, entry: Mapping[str, Any]) -> Step:
    words: tuple[tuple[str, type[StrEnum]], ...] = (("channel", Channel), ("daypart", Daypart), ("by", Role))
    read = {key: _word(where, key, entry[key], kind) for key, kind in words if key in entry}
    return _made(Step, where, {**entry, **read})


def _word(where: str, key: str, word: object, allowed: type[StrEnum]) -> StrEnum:
    if word not in [str(one) for one in allowed]:
        raise InvalidFile(f"{where}: {key} {word!r} is none of {', '.join(allowed)}.")
    return allowed(str(word))


def _made(kind: type[T], where: str, entry: Mapping[str, Any]) -> T:
    allowed = [field.name for field in fields(kind)]  # type: ignore[arg-type]
    for key in entry:
        if key not in allowed:
            raise InvalidFile(f"{where}: unknown key {key!r}. Allowed: {', '.join(allowed)}.")
    try:
        return kind(**entry)
    except TypeError as error:
        raise InvalidFile(f"{where}: a key is missing ({error}).") from error
