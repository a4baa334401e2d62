"""Puts a voicemail together: of all that could be said, the wording that takes as long as was asked for."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random

from coaching.domain.attempt import Attempt, LeadOutcome
from coaching.domain.context import RepOnFile
from coaching.domain.lead import Lead
from coaching.errors import CoachingError
from coaching.follow_up.cadence.stops import Why, stop_of
from coaching.follow_up.drafts.known import known
from coaching.follow_up.drafts.pace import Pace
from coaching.follow_up.drafts.phrases import Part, filled, parts, unknown, usable
from coaching.follow_up.reasons.on_file import Reason

LENGTHS_S = (15.0, 25.0, 40.0)
TOLERANCE = 0.15  # of the length asked for
TRIES = 1000  # wordings looked at; the nearest of them is some tenths of a second off
MOST_LEAN = 3  # powers of two; at the ends nearly every part is its shortest or its longest

NO_CONTACT = "This customer asked for no contact, so there is nothing to draft. Every stop is honoured."
NO_CALL = "This customer asked not to be called, so there is no voicemail to draft. Write to them instead."
WRONG_NUMBER = "The number of this customer is wrong. Find the right one before you record."


class NoDraft(CoachingError):
    """This customer must not be left a voicemail; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """reasons: those the customer has not heard, the best first. attempt: the number this voicemail will have."""

    lead: Lead
    rep: RepOnFile
    reasons: Sequence[Reason]
    attempt: int = 1
    attempts: Sequence[Attempt] = ()
    outcomes: Sequence[LeadOutcome] = ()
    pace: Pace = field(default_factory=Pace)


@dataclass(frozen=True, slots=True)
class Draft:
    """blanks: what the rep has to fill in, by the names of blanks.toml. seconds: at the rep's own pace.

    script: the wording apart from what was filled in, so that no other lead of the rep gets the same.
    """

    text: str
    asked_s: float
    seconds: float
    reasons: tuple[Reason, ...]
    blanks: tuple[str, ...]
    script: str

    @property
    def is_as_long_as_asked(self) -> bool:
        return abs(self.seconds - self.asked_s) <= TOLERANCE * self.asked_s


def draft(occasion: Occasion, asked_s: float, taken: Collection[str] = ()) -> Draft:
    """The same occasion gives the same draft. taken: scripts of this rep that other leads have heard. Raises NoDraft."""
    _refuse(occasion)
    best: Draft | None = None
    for place in range(max(len(occasion.reasons), 1)):
        wordings = (one for one in _wordings(occasion, place, asked_s) if one.script not in taken)
        best = min(((best, *wordings) if best else wordings), key=_distance, default=None)
        if best and best.is_as_long_as_asked:
            return best
    if best is None:
        raise NoDraft("Every wording we have was already used. Write this one yourself.")
    return best


def _distance(one: Draft) -> tuple[bool, int, float]:
    """A wording that keeps to the length wins, then one that leaves a reason for the next voicemail."""
    return not one.is_as_long_as_asked, len(one.reasons), abs(one.seconds - one.asked_s)


def _refuse(occasion: Occasion) -> None:
    stop = stop_of(occasion.lead, occasion.attempts, occasion.outcomes)
    sentences = {Why.OPTED_OUT: NO_CONTACT, Why.WRONG_NUMBER: WRONG_NUMBER}
    if stop and stop.why in sentences:
        raise NoDraft(sentences[stop.why])
    if occasion.lead.consent.call_refused_at:
        raise NoDraft(NO_CALL)


@dataclass(frozen=True, slots=True)
class _Piece:
    """name: of its part and its place among the phrasings ("greeting.3")."""

    name: str
    phrase: str
    text: str
    seconds: float


LEFT_OUT = _Piece("", "", "", 0.0)


def _wordings(occasion: Occasion, place: int, asked_s: float) -> Iterator[Draft]:
    """In an order of this lead's and attempt's own. place: of the reason that is given first.

    Each leans to short or to long phrasings by a chance of its own: drawn evenly, the very short and long would never come up.
    """
    reasons = (_at(occasion.reasons, place), _at(occasion.reasons, place + 1))
    facts = known(occasion.lead, occasion.rep, occasion.attempts, *reasons)
    choices = [
        sorted(_pieces(part, facts, occasion.pace, asked_s), key=lambda piece: piece.seconds)
        for part in parts()
        if part.belongs(occasion.attempt, asked_s)
    ]
    chance = Random(f"{occasion.lead.id} {occasion.attempt} {place}")
    for _ in range(TRIES):
        lean = 2 ** chance.uniform(-MOST_LEAN, MOST_LEAN)
        drawn = [choice[int(len(choice) * chance.random() ** lean)] for choice in choices]
        yield _draft([piece for piece in drawn if piece is not LEFT_OUT], facts, reasons, asked_s)


def _pieces(part: Part, facts: dict[str, str], pace: Pace, asked_s: float) -> Iterator[_Piece]:
    for phrase in usable(part, facts, asked_s):
        text = filled(phrase, facts)
        yield _Piece(f"{part.id}.{part.phrases.index(phrase)}", phrase, text, pace.seconds(text))
    if not part.is_needed(asked_s):
        yield LEFT_OUT


def _at(reasons: Sequence[Reason], place: int) -> Reason | None:
    return reasons[place] if place < len(reasons) else None


def _draft(pieces: Sequence[_Piece], facts: dict[str, str], reasons: Sequence[Reason | None], asked_s: float) -> Draft:
    named = ["reason", *(["second_reason"] if any("{second_reason}" in piece.phrase for piece in pieces) else [])]
    return Draft(
        text=" ".join(piece.text for piece in pieces),
        asked_s=asked_s,
        seconds=sum(piece.seconds for piece in pieces),
        reasons=tuple(reason for reason, _ in zip(reasons, named, strict=False) if reason),
        blanks=tuple(dict.fromkeys(name for piece in pieces for name in unknown(piece.phrase, facts))),
        script=" ".join(piece.name for piece in pieces),
    )
