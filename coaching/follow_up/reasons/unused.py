"""What a rep could still give a lead as a reason: reasons on file, facts about the lead, kinds of value."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from coaching.domain.lead import Lead
from coaching.domain.scorecard import ValueKind
from coaching.follow_up.reasons.ledger import Heard, Ledger
from coaching.follow_up.reasons.on_file import Reason, names
from coaching.follow_up.reasons.told import mentions
from coaching.follow_up.vehicles import model_of

# Facts of a lead out of which a reason can be made, the most telling first.
TELLING_FACTS = ("question", "trade_in", "employer", "options", "colour")


@dataclass(frozen=True, slots=True)
class Fact:
    """name: as the lead's facts have it ("trade_in"); words: as they are on file ("2016 Subaru Forester")."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Unused:
    """What no message to this lead has told, the best first. reasons: true today; facts: never mentioned.

    perhaps: reasons that may have been told, as in `Ledger`.
    """

    reasons: tuple[Reason, ...]
    facts: tuple[Fact, ...]
    kinds: tuple[ValueKind, ...]
    perhaps: tuple[Reason, ...] = ()


def unused(lead: Lead, heard: Sequence[Heard], known: Ledger) -> Unused:
    """known: the ledger of these messages."""
    told = _told_kinds(known)
    spent = {"trade_in"} if ValueKind.TRADE_IN in told else set()  # "your trade" tells it without naming the car
    facts = [fact for fact in _facts(lead) if fact.name not in spent and not any(_is_mentioned(fact, one.text) for one in heard)]
    return Unused(known.unused, tuple(facts), tuple(kind for kind in ValueKind if kind not in told), known.perhaps)


def _facts(lead: Lead) -> Iterator[Fact]:
    for name in TELLING_FACTS:
        value = lead.facts.get(name) or ()
        for words in [value] if isinstance(value, str) else value if isinstance(value, Iterable) else ():
            yield Fact(name, str(words))


def _is_mentioned(fact: Fact, text: str) -> bool:
    """Of a car people say the model alone."""
    return mentions(text, fact.words) or (fact.name == "trade_in" and names(text, model_of(fact.words)))


def _told_kinds(known: Ledger) -> set[ValueKind | None]:
    offered = {kind for told in known.told for kind in (told.kind, told.doubted)}
    return offered | {reason.kind for told in known.told for reason in told.reasons}
