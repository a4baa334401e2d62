"""One message held against every earlier one of its lead: what of it is new, in numbers that can be explained."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations
from math import log1p

from coaching.scoring.repetition.amounts import Amount
from coaching.scoring.repetition.reasons import APART, Passage, Reasons

SPECIFIC_DIGITS = 3  # "265" of 26,500 and of "twenty-six five": three digits in a row do not meet by chance
ROUNDED = 0.02  # "three hundred and twenty bucks" for 319
HEDGED = 0.08  # "just under two thousand" for 1,900, "right around six percent" for 6.1
SAME_ORDER = 4  # people take 2,800 from 3,500 in their heads, not 900 from 23,600
LARGE_AMOUNT = 100  # prices, payments and miles; smaller ones are counts, days and terms
MOST = 3  # of one cue; more says no more
RUN = 3  # words in a row that count as said again word for word
CUES = (
    "correction", "change", "another", "discovery", "fresh", "reminder", "unchanged",
)  # fmt: skip
KINDS = ("event", "programme", "terms", "deadline", "colour", "feature")
FEATURES = (
    "new_words", "plain_new_words", "new_word_share", "reason", "new_meaning", "covered_meaning", "word_for_word",
    *(f"new_{kind}" for kind in KINDS), "new_cars", "new_facts", "known_facts", "new_fact_share", "known_fact_share",
    *(f"says_{cue}" for cue in CUES),
    "new_amounts", "new_large_amounts", "known_amounts", "reason_words",
)  # fmt: skip


@dataclass(frozen=True)
class Earlier:
    """Everything the customer has heard so far, oldest first. Never empty."""

    messages: tuple[Reasons, ...]

    @property
    def stems(self) -> frozenset[str]:
        return frozenset().union(*(message.stems for message in self.messages))

    @property
    def facts(self) -> frozenset[tuple[str, str]]:
        return frozenset().union(*(message.facts for message in self.messages))

    @property
    def cars(self) -> frozenset[str]:
        return frozenset().union(*(message.cars for message in self.messages))

    @property
    def amounts(self) -> tuple[Amount, ...]:
        return tuple(amount for message in self.messages for amount in message.amounts)


def compare(message: Reasons, earlier: Earlier) -> dict[str, float]:
    """FEATURES by name; the larger the share of `new_`, the less the customer has heard it before."""
    return {
        **_words(message, earlier),
        **_meaning(message, earlier),
        **_facts(message, earlier),
        **_cues(message),
        **_amounts(message, earlier),
    }


def is_known(amount: Amount, heard: Iterable[Amount]) -> bool:
    return any(same_amount(amount, other) for other in heard)


def same_amount(one: Amount, other: Amount) -> bool:
    """Whether a customer takes the second for the first: the same value, its digits, or rounded."""
    if one.value == other.value or (len(one.digits) >= SPECIFIC_DIGITS and one.digits == other.digits):
        return True
    if _is_short_for(one, other) or _is_short_for(other, one):
        return True
    if one.value < LARGE_AMOUNT and not one.hedged:
        return False
    return abs(one.value - other.value) <= (HEDGED if one.hedged else ROUNDED) * other.value


def _is_short_for(short: Amount, full: Amount) -> bool:
    """ "sixty-four" for 6,400 and "thirteen" for 13,000 where the speaker takes the scale for granted."""
    return not short.unit and 10 < short.value < LARGE_AMOUNT and full.value in (short.value * 100, short.value * 1000)


def _words(message: Reasons, earlier: Earlier) -> dict[str, float]:
    heard, facts = earlier.stems, earlier.facts
    said = new = plain_new = 0.0
    for passage in message.passages:
        unheard = {stem for stem, at in passage.words if stem not in heard and not _within_known_fact(at, passage, facts)}
        said += passage.reason * len(passage.words)
        new += passage.reason * len(unheard)
        plain_new += len(unheard)
    return {
        "new_words": log1p(new),
        "plain_new_words": log1p(plain_new),
        "new_word_share": new / (said + 1),
        "word_for_word": max(_word_for_word(message.plain, other.plain) for other in earlier.messages),
        "reason_words": log1p(said),
        "reason": max((passage.reason for passage in message.passages), default=0.0),
    }


def _within_known_fact(at: int, passage: Passage, known: frozenset[tuple[str, str]]) -> bool:
    return any(fact.start <= at < fact.end and fact.meaning in known for fact in passage.facts)


def _word_for_word(text: str, earlier: str) -> float:
    """The share of the words that stand in runs of RUN or more in the earlier text too."""
    words, before = (plain.replace(APART, " ").split() for plain in (text, earlier))
    blocks = SequenceMatcher(None, words, before, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= RUN) / max(1, len(words))


def _meaning(message: Reasons, earlier: Earlier) -> dict[str, float]:
    covered = list(_closeness(message, earlier))
    weight = sum(passage.weight for passage, _ in covered)
    return {
        "new_meaning": max((passage.reason * (1 - close) for passage, close in covered), default=0.0),
        "covered_meaning": sum(passage.weight * close for passage, close in covered) / weight if weight else 1.0,
    }


def _closeness(message: Reasons, earlier: Earlier) -> Iterator[tuple[Passage, float]]:
    """Each passage with its cosine to the nearest earlier one."""
    heard = [other.vectors for other in earlier.messages if len(other.vectors)]
    for passage, vector in zip(message.passages, message.vectors, strict=True):
        yield passage, max((float((vectors @ vector).max()) for vectors in heard), default=0.0)


def _facts(message: Reasons, earlier: Earlier) -> dict[str, float]:
    new, known = message.facts - earlier.facts, message.facts & earlier.facts
    return {
        **{f"new_{kind}": float(sum(fact[0] == kind for fact in new)) for kind in KINDS},
        "new_cars": float(len(message.cars - message.own_cars - earlier.cars)),
        "new_facts": float(len(new)),
        "known_facts": float(len(known)),
        "new_fact_share": len(new) / (len(message.facts) + 1),
        "known_fact_share": len(known) / (len(message.facts) + 1),
    }


def _cues(message: Reasons) -> dict[str, float]:
    return {f"says_{cue}": float(min(MOST, sum(fact.value == cue for fact in message.cues))) for cue in CUES}


def _amounts(message: Reasons, earlier: Earlier) -> dict[str, float]:
    said, heard = message.amounts, earlier.amounts
    new = [amount for amount in said if not (is_known(amount, heard) or _is_computed(amount, heard))]
    return {
        "new_amounts": float(len({amount.value for amount in new})),
        "new_large_amounts": float(sum(amount.value >= LARGE_AMOUNT for amount in new)),
        "known_amounts": float(len({amount.value for amount in said} - {amount.value for amount in new})),
    }


def _is_computed(amount: Amount, heard: Sequence[Amount]) -> bool:
    """Arithmetic on what they have heard is no news: "seven hundred under the limit" after 3,500 and 2,800."""
    rounding = HEDGED if amount.hedged else ROUNDED
    return amount.value > 1 and any(
        abs(abs(one.value - other.value) - amount.value) <= rounding * max(one.value, other.value)
        for one, other in combinations(heard, 2)
        if max(one.value, other.value) < SAME_ORDER * min(one.value, other.value)
        and (one.unit == other.unit or not (one.unit and other.unit))
    )
