"""Puts voicemails together: of all that could be said, the wordings that take as long as was asked for."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from random import Random

from coaching.follow_up.drafts.known import known
from coaching.follow_up.drafts.occasion import Draft, NoDraft, Occasion
from coaching.follow_up.drafts.phrases import Part, filled, parts, unknown, usable
from coaching.follow_up.reasons.on_file import Reason

TRIES = 1000  # wordings looked at for a reason; the nearest of them is some tenths of a second off
KEPT = 4  # wordings offered for a reason
MOST_LEAN = 3  # powers of two; at the ends nearly every part is its shortest or its longest
ALL_USED = "Every wording we have was already used. Write this one yourself."


def draft(occasion: Occasion, asked_s: float, taken: Collection[str] = ()) -> Draft:
    """The same occasion gives the same draft. taken: scripts of this rep that other leads have heard. Raises NoDraft."""
    return drafts(occasion, asked_s, taken)[0]


def drafts(occasion: Occasion, asked_s: float, taken: Collection[str] = ()) -> list[Draft]:
    """Several to choose from: those as long as asked first, and among them those with the best reason. Raises NoDraft."""
    occasion.refuse_where_stopped()
    found = [
        draft
        for place in range(max(len(occasion.reasons), 1))
        for draft in nsmallest(KEPT, _wordings(occasion, place, asked_s, taken).values(), key=_distance)
    ]
    if not found:
        raise NoDraft(ALL_USED)
    return sorted(found, key=lambda one: 0.0 if one.is_as_long_as_asked else abs(one.seconds - asked_s))


def _distance(one: Draft) -> tuple[bool, int, float]:
    """A wording that keeps to the length wins, then one that leaves a reason for the next voicemail."""
    return not one.is_as_long_as_asked, len(one.reasons), abs(one.seconds - one.asked_s)


@dataclass(frozen=True, slots=True)
class _Piece:
    """name: of its part and its place among the phrasings ("greeting.3")."""

    name: str
    phrase: str
    text: str
    seconds: float


LEFT_OUT = _Piece("", "", "", 0.0)


def _wordings(occasion: Occasion, place: int, asked_s: float, taken: Collection[str]) -> Mapping[str, Draft]:
    """By script, in an order of this lead's and attempt's own. place: of the reason that is given first.

    Each leans to short or to long phrasings by a chance of its own: drawn evenly, the very short and long would never come up.
    """
    reasons = (_at(occasion.reasons, place), _at(occasion.reasons, place + 1))
    facts = known(occasion.lead, occasion.rep, occasion.attempts, *reasons)
    choices = [
        sorted(_pieces(part, facts, occasion, asked_s), key=lambda piece: piece.seconds)
        for part in parts()
        if part.belongs(occasion.attempt, asked_s)
    ]
    chance = Random(f"{occasion.lead.id} {occasion.attempt} {place}")
    wordings: dict[str, Draft] = {}
    for _ in range(TRIES):
        lean = 2 ** chance.uniform(-MOST_LEAN, MOST_LEAN)
        drawn = [choice[int(len(choice) * chance.random() ** lean)] for choice in choices]
        wording = _draft([piece for piece in drawn if piece is not LEFT_OUT], facts, reasons, asked_s)
        if wording.script not in taken:
            wordings[wording.script] = wording
    return wordings


def _pieces(part: Part, facts: Mapping[str, str], occasion: Occasion, asked_s: float) -> Iterator[_Piece]:
    """Phrasings that this customer heard before come up again only in a part that needs one and has no other."""
    phrases = usable(part, facts, asked_s)
    pieces = [
        _Piece(f"{part.id}.{part.phrases.index(phrase)}", phrase, text := filled(phrase, facts), occasion.pace.seconds(text))
        for phrase in phrases
    ]
    fresh = [piece for piece in pieces if not any(piece.text in message.text for message in occasion.earlier)]
    if part.is_needed(asked_s):
        yield from fresh or pieces
    else:
        yield from (*fresh, LEFT_OUT)


def _at(reasons: Sequence[Reason], place: int) -> Reason | None:
    return reasons[place] if place < len(reasons) else None


def _draft(pieces: Sequence[_Piece], facts: Mapping[str, str], reasons: Sequence[Reason | None], asked_s: float) -> Draft:
    named = ["reason", *(["second_reason"] if any("{second_reason}" in piece.phrase for piece in pieces) else [])]
    return Draft(
        text=" ".join(piece.text for piece in pieces),
        asked_s=asked_s,
        seconds=sum(piece.seconds for piece in pieces),
        reasons=tuple(reason for reason, _ in zip(reasons, named, strict=False) if reason),
        blanks=tuple(dict.fromkeys(name for piece in pieces for name in unknown(piece.phrase, facts))),
        script=" ".join(piece.name for piece in pieces),
    )
