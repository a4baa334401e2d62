"""What those who coach should listen to next, and why: each reason in a sentence. The rules lie in listening_queue.toml."""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from statistics import fmean, median

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
    for one in unheard:
        said[one.voicemail_id] += [*_dropped(one, found), *_low(one), *_outlying(one, found)]
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


def _dropped(one: Candidate, found: Sequence[Candidate]) -> Iterator[Reason]:
    rule = rules()["drop"]
    before = [
        other.score for other in found if other.rep_id == one.rep_id and other.score is not None and _order(other) < _order(one)
    ][: int(rule["before"])]
    if one.score is None or len(before) < rule["at_least"]:
        return
    level = fmean(before)
    if level - one.score >= rule["points"]:
        yield Reason("drop", f"{one.score:.0f} of 100, where the {len(before)} before it were {level:.0f} on average.")


def _order(one: Candidate) -> tuple[datetime, int]:
    return one.at, one.voicemail_id


def _low(one: Candidate) -> Iterator[Reason]:
    if one.score is not None and one.score <= rules()["low"]["at_most"]:
        yield Reason("low", f"{one.score:.0f} of 100 is among the lowest.")


def _outlying(one: Candidate, found: Sequence[Candidate]) -> Iterator[Reason]:
    """Too long or too short, too fast or too slow, against all voicemails that the viewer follows."""
    for measured, unit in MEASURED:
        values = [value for other in found if (value := measured(other)) is not None]
        value, usual = measured(one), median(values) if values else 0.0
        if value is not None and _is_far(value, values):
            yield Reason("outlier", f"{int(value)} {unit}, where {int(usual)} is usual.")


MEASURED: Sequence[tuple[Callable[[Candidate], float | None], str]] = (
    (lambda one: one.duration_s, "seconds long"),
    (lambda one: one.words_per_minute, "words a minute"),
)


def _is_far(value: float, values: Sequence[float]) -> bool:
    rule = rules()["outlier"]
    if len(values) < rule["at_least"]:
        return False
    usual = median(values)
    spread = median(abs(other - usual) for other in values)
    return spread > 0 and MAD_TO_DEVIATION * abs(value - usual) / spread >= rule["score"]


def _about_the_rep(newest: Candidate, rep: RepSeen, now: datetime) -> Iterator[Reason]:
    """Said once for each rep, of the newest voicemail that nobody has heard."""
    if rep.voicemails < rules()["new_rep"]["voicemails"]:
        yield Reason("new_rep", f"{newest.rep_name} is new here: {rep.voicemails} so far.")
    days = (now - (rep.heard_at or rep.since)).days
    if days >= rules()["not_heard"]["days"]:
        since = f"for {days} days" if rep.heard_at else "yet"
        yield Reason("not_heard", f"Nobody has listened to {newest.rep_name} {since}.")
