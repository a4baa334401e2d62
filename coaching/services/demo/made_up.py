"""What the demo store's history says: messages put together from pieces, as `history.toml` and chance have it."""

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from coaching.domain.people import Person
from coaching.domain.scorecard import Outcome
from coaching.services.demo import opening

HISTORY = Path(__file__).parent / "history.toml"
FIRST_DAY = timedelta(days=3)  # so long ago the history ends: the sample recordings are newer
ATTEMPTS = (1, 1, 1, 2, 2, 3)
"""One is drawn: to which attempt it comes where there is a lead to call again, else it is a first one."""
AGAIN_AFTER, AGAIN_WITHIN = timedelta(days=1), timedelta(days=10)
REPETITION, REASON, VALUE = "no_repetition", "not_just_checking_in", "value_offered"
NEW = frozenset({VALUE, "personalised", "urgency_shown"})
"""What brings a customer something that they have not heard."""

Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class MadeUpLead:
    """Whom the messages are left for; two that are alike are two."""

    customer: str
    vehicle: str
    source: str

    __hash__, __eq__ = object.__hash__, object.__eq__


@dataclass(frozen=True, slots=True)
class Message:
    """One voicemail: its pieces in order, each with the criterion that it meets ("" where it meets none), and the outcomes.

    before: what was left for the same lead last, None for a first attempt.
    """

    rep: Person
    lead: MadeUpLead
    before: "Message | None"
    left_at: datetime
    pieces: Sequence[tuple[str, str]]
    outcomes: Mapping[str, Outcome]

    @property
    def attempt(self) -> int:
        return self.before.attempt + 1 if self.before else 1

    @property
    def text(self) -> str:
        return " ".join(piece for _, piece in self.pieces)

    @property
    def told(self) -> frozenset[str]:
        """What was new to the customer in this message and in those before it."""
        own = {piece for criterion, piece in self.pieces if criterion in NEW}
        return frozenset(own | self.before.told if self.before else own)


@cache
def history_told() -> Told:
    return tomllib.loads(HISTORY.read_text(encoding="utf-8"))


def messages(told: Told, store: str, reps: Sequence[Person], now: datetime) -> Iterator[Message]:
    """Of each rep the oldest first."""
    chance = random.Random(told["seed"])
    for rep in reps:
        last = dict[MadeUpLead, Message]()
        for week in range(told["weeks"], 0, -1):
            for ago in sorted((timedelta(hours=chance.uniform(0, 120)) for _ in range(told["a_week"])), reverse=True):
                left_at = opening.on_the_day_of(now - FIRST_DAY - timedelta(weeks=week - 1) - ago)
                message = _message(told, store, rep, left_at, week, chance, list(last.values()))
                last[message.lead] = message
                yield message


def _message(
    told: Told, store: str, rep: Person, left_at: datetime, weeks_ago: int, chance: random.Random, last: Sequence[Message]
) -> Message:
    """last: of each of the rep's leads the last message."""
    habits, filling = told["habits"][rep.name], told["filling"]
    before = _called_again(last, chance.choice(ATTEMPTS), left_at)
    made_up = MadeUpLead(*(chance.choice(filling[name]) for name in ("customers", "vehicles", "sources")))
    lead = before.lead if before else made_up
    blanks = {
        "customer": lead.customer,
        "rep": rep.name.split()[0],
        "store": store,
        "line": rep.direct_line,
        "vehicle": lead.vehicle,
    }
    outcomes, pieces = {}, []
    for criterion in told["order"]:
        outcomes[criterion] = _outcome(told, habits, criterion, weeks_ago, chance)
        variants = told["said"].get(criterion, ()) if outcomes[criterion] is Outcome.MET else told["instead"].get(criterion, ())
        if variants:
            piece = variants[0] if "worn" in habits else chance.choice(variants)
            pieces.append((criterion if outcomes[criterion] is Outcome.MET else "", piece.format(**blanks)))
    if outcomes[VALUE] is Outcome.MET:
        outcomes[REASON] = Outcome.MET
    if outcomes["direct_line_given"] is not Outcome.MET and outcomes["number_repeated"] is Outcome.MET:
        outcomes["number_repeated"] = Outcome.NOT_MET
        pieces = [one for one in pieces if one[0] != "number_repeated"]
    outcomes[REPETITION] = _repetition(pieces, before)
    return Message(rep, lead, before, left_at, pieces, outcomes)


def _called_again(last: Sequence[Message], attempt: int, at: datetime) -> Message | None:
    """The newest message to a lead for whom this is the attempt that was drawn."""
    again = [one for one in last if one.attempt == attempt - 1 and AGAIN_AFTER <= at - one.left_at <= AGAIN_WITHIN]
    return max(again, key=lambda one: one.left_at, default=None)


def _repetition(pieces: Sequence[tuple[str, str]], before: Message | None) -> Outcome:
    if before is None:
        return Outcome.NOT_APPLICABLE
    news = {piece for criterion, piece in pieces if criterion in NEW} - before.told
    return Outcome.MET if news else Outcome.NOT_MET


def _outcome(told: Told, habits: Mapping[str, float], criterion: str, weeks_ago: int, chance: random.Random) -> Outcome:
    training, likely = told["training"], habits.get(criterion, habits[""])
    if criterion == training["criterion_id"] and weeks_ago <= training["weeks_ago"]:
        likely += training["more"]
    return Outcome.MET if chance.random() < likely else Outcome.NOT_MET
