"""What those who coach should listen to next, and why: each reason in a sentence. The rules lie in listening_queue.toml."""

import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from statistics import fmean, median
from typing import Self

from coaching.domain.candidate import Candidate, RepSeen
from coaching.domain.people import PersonId, Viewer
from coaching.storage import candidates
from coaching.storage.database import Database

RULES = Path(__file__).parent / "listening_queue.toml"
# Makes the median of distances comparable to a standard deviation (of a normal distribution).
MAD_TO_DEVIATION = 0.6745

Rules = Mapping[str, Mapping[str, float]]
Titles = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reason:
    """kind: a table of listening_queue.toml."""

    kind: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """A voicemail with at least one reason, the heaviest first."""

    candidate: Candidate
    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> float:
        return sum(rules()[reason.kind]["weight"] for reason in self.reasons)


@cache
def rules() -> Rules:
    return tomllib.loads(RULES.read_text(encoding="utf-8"))


def what_to_hear(database: Database, viewer: Viewer, titles: Titles, now: datetime) -> Sequence[Waiting]:
    """The most urgent first. titles: of the criteria, by id."""
    chosen = rules()["chosen_from"]
    with database.reading() as connection:
        found = candidates.candidates(connection, viewer, now - timedelta(days=chosen["days"]), int(chosen["most"]))
        reps = candidates.reps_seen(connection, viewer)
    return ranked(found, reps, titles, now)


def ranked(found: Sequence[Candidate], reps: Mapping[PersonId, RepSeen], titles: Titles, now: datetime) -> Sequence[Waiting]:
    """found: the newest first."""
    unheard = [one for one in found if not one.is_heard]
    said: dict[int, list[Reason]] = {one.voicemail_id: list(_asked_for(one, titles)) for one in found}
    drops, usual = dict(_drops(found)), [_Usual.of(found, measured) for measured, _ in MEASURED]
    for one in unheard:
        dropped = drops.get(one.voicemail_id)
        said[one.voicemail_id] += [*([dropped] if dropped else []), *_low(one), *_outlying(one, usual)]
    for newest in {one.rep_id: one for one in reversed(unheard)}.values():
        said[newest.voicemail_id] += _about_the_rep(newest, reps[newest.rep_id], now)
    waiting = [Waiting(one, tuple(sorted(said[one.voicemail_id], key=_weight))) for one in found if said[one.voicemail_id]]
    return sorted(waiting, key=lambda one: -one.weight)


def _weight(reason: Reason) -> float:
    return -rules()[reason.kind]["weight"]


def _asked_for(one: Candidate, titles: Titles) -> Iterator[Reason]:
    """What waits for a person whether or not somebody has listened."""
    if one.disputed:
        yield Reason("disputed", f"{one.rep_name} disputes {_named(one.disputed, titles)}.")
    if one.unsure:
        yield Reason("unsure", f"To be settled: {_named(one.unsure, titles)}.")


def _named(criteria: Sequence[str], titles: Titles) -> str:
    return ", ".join(f"“{titles.get(criterion, criterion.replace('_', ' '))}”" for criterion in dict.fromkeys(criteria))


def _drops(found: Sequence[Candidate]) -> Iterator[tuple[int, Reason]]:
    """Of the voicemails that are far below the rep's own before them."""
    scored: dict[PersonId, list[tuple[int, float]]] = defaultdict(list)
    for one in found:
        if one.score is not None:
            scored[one.rep_id].append((one.voicemail_id, one.score))
    most = int(rules()["drop"]["before"])
    for theirs in scored.values():
        scores = [score for _, score in theirs]
        for place, (voicemail_id, score) in enumerate(theirs, 1):
            for reason in _dropped(score, scores[place : place + most]):
                yield voicemail_id, reason


def _dropped(score: float, before: Sequence[float]) -> Iterator[Reason]:
    rule = rules()["drop"]
    if len(before) < rule["at_least"]:
        return
    level = fmean(before)
    if level - score >= rule["points"]:
        yield Reason("drop", f"{score:.0f} of 100, where the {len(before)} before it were {level:.0f} on average.")


def _low(one: Candidate) -> Iterator[Reason]:
    if one.score is not None and one.score <= rules()["low"]["at_most"]:
        yield Reason("low", f"{one.score:.0f} of 100 is among the lowest.")


Measure = Callable[[Candidate], float | None]
MEASURED: Sequence[tuple[Measure, str]] = (
    (lambda one: one.duration_s, "seconds long"),
    (lambda one: one.words_per_minute, "words a minute"),
)


@dataclass(frozen=True, slots=True)
class _Usual:
    """Of all voicemails that the viewer follows: the median, and that of the distances to it."""

    n: int
    value: float
    spread: float

    @classmethod
    def of(cls, found: Sequence[Candidate], measured: Measure) -> Self:
        values = [value for one in found if (value := measured(one)) is not None]
        if not values:
            return cls(0, 0.0, 0.0)
        usual = median(values)
        return cls(len(values), usual, median(abs(value - usual) for value in values))

    def is_far(self, value: float) -> bool:
        rule = rules()["outlier"]
        if self.n < rule["at_least"] or not self.spread:
            return False
        return MAD_TO_DEVIATION * abs(value - self.value) / self.spread >= rule["score"]


def _outlying(one: Candidate, usual: Sequence[_Usual]) -> Iterator[Reason]:
    """Too long or too short, too fast or too slow."""
    for (measured, unit), here in zip(MEASURED, usual, strict=True):
        value = measured(one)
        if value is not None and here.is_far(value):
            yield Reason("outlier", f"{int(value)} {unit}, where {int(here.value)} is usual.")


def _about_the_rep(newest: Candidate, rep: RepSeen, now: datetime) -> Iterator[Reason]:
    """Said once for each rep, of the newest voicemail that nobody has heard."""
    if rep.voicemails < rules()["new_rep"]["voicemails"]:
        yield Reason("new_rep", f"{newest.rep_name} is new here: {rep.voicemails} so far.")
    days = (now - (rep.heard_at or rep.since)).days
    if days >= rules()["not_heard"]["days"]:
        since = f"for {days} days" if rep.heard_at else "yet"
        yield Reason("not_heard", f"Nobody has listened to {newest.rep_name} {since}.")
