"""One message held against every earlier one of its lead: what of it is new, in numbers that can be explained."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import log1p

from coaching.scoring.repetition.amounts import Amount
from coaching.scoring.repetition.facts import Fact
from coaching.scoring.repetition.known_amounts import LARGE_AMOUNT, is_computed, is_known
from coaching.scoring.repetition.reasons import APART, Passage, Reasons

MOST = 3  # of one cue; more says no more
RUN = 3  # words in a row that count as said again word for word
CONTRAST, CONTRAST_REACH = "contrast", 22  # letters: "not the", and then what they know
CUES = (
    "correction", "change", "another", "discovery", "fresh", "reminder", "unchanged",
)  # fmt: skip
KINDS = ("event", "programme", "terms", "deadline", "colour", "feature")
FEATURES = (
    "new_words", "plain_new_words", "new_word_share", "reason", "new_meaning", "covered_meaning", "covered_by_last",
    "word_for_word",
    *(f"new_{kind}" for kind in KINDS), "new_cars", "new_facts", "known_facts", "new_fact_share", "known_fact_share",
    *(f"says_{cue}" for cue in CUES),
    "new_amounts", "new_large_amounts", "known_amounts", "reason_words", "length", "earlier_length",
    "any_new_fact", "any_new_amount", "new_meaning_squared", "contrasts", "messages",
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
        "contrasts": log1p(sum(1 for _ in _contrasts(message, earlier))),
        "messages": log1p(len(earlier.messages)),
        **_amounts(message, earlier),
    }


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
        "length": log1p(len(_plain_words(message.plain))),
        "earlier_length": log1p(sum(len(_plain_words(other.plain)) for other in earlier.messages)),
        "reason": max((passage.reason for passage in message.passages), default=0.0),
    }


def _within_known_fact(at: int, passage: Passage, known: frozenset[tuple[str, str]]) -> bool:
    return any(fact.start <= at < fact.end and fact.meaning in known for fact in passage.facts)


def _word_for_word(text: str, earlier: str) -> float:
    """The share of the words that stand in runs of RUN or more in the earlier text too."""
    words, before = _plain_words(text), _plain_words(earlier)
    blocks = SequenceMatcher(None, words, before, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= RUN) / max(1, len(words))


def _plain_words(plain: str) -> list[str]:
    return plain.replace(APART, " ").split()


def _meaning(message: Reasons, earlier: Earlier) -> dict[str, float]:
    covered = list(_closeness(message, earlier))
    newest = max((passage.reason * (1 - close) for passage, close in covered), default=0.0)
    return {
        "new_meaning": newest,
        "new_meaning_squared": newest**2,
        "covered_meaning": _covered(covered),
        "covered_by_last": _covered(list(_closeness(message, Earlier(earlier.messages[-1:])))),
    }


def _covered(passages: Sequence[tuple[Passage, float]]) -> float:
    """passages: each with its cosine to the nearest earlier one."""
    weight = sum(passage.weight for passage, _ in passages)
    return sum(passage.weight * close for passage, close in passages) / weight if weight else 1.0


def _closeness(message: Reasons, earlier: Earlier) -> Iterator[tuple[Passage, float]]:
    """Each passage with its cosine to the nearest earlier one."""
    heard = [other.vectors for other in earlier.messages if len(other.vectors)]
    for passage, vector in zip(message.passages, message.vectors, strict=True):
        yield passage, max((float((vectors @ vector).max()) for vectors in heard), default=0.0)


def _facts(message: Reasons, earlier: Earlier) -> dict[str, float]:
    heard = earlier.facts | message.told
    new, known = _weights(message, message.facts - heard), message.facts & heard
    total = sum(new.values())
    return {
        **{f"new_{kind}": sum(weight for fact, weight in new.items() if fact[0] == kind) for kind in KINDS},
        "new_cars": float(len(message.cars - message.own_cars - earlier.cars)),
        "new_facts": total,
        "any_new_fact": min(1.0, total),
        "known_facts": float(len(known)),
        "new_fact_share": total / (len(message.facts) + 1),
        "known_fact_share": len(known) / (len(message.facts) + 1),
    }


def _weights(message: Reasons, facts: Iterable[tuple[str, str]]) -> dict[tuple[str, str], float]:
    """Each fact with how much of a reason its passage is: "Sunday" in small talk is none."""
    return {
        fact: max((p.reason for p in message.passages if fact in {one.meaning for one in p.facts}), default=0.0)
        for fact in sorted(facts)
    }


def _cues(message: Reasons) -> dict[str, float]:
    return {f"says_{cue}": float(min(MOST, sum(fact.value == cue for fact in message.cues))) for cue in CUES}


def _contrasts(message: Reasons, earlier: Earlier) -> Iterator[Fact]:
    """The words that set something the customer knows against something else."""
    known = [
        *(at for passage in message.passages for stem, at in passage.words if stem in earlier.stems),
        *(fact.start for passage in message.passages for fact in passage.facts if fact.meaning in earlier.facts),
        *(amount.start for amount in message.amounts if is_known(amount, earlier.amounts)),
    ]
    for cue in message.cues:
        if cue.value == CONTRAST and any(cue.end <= at <= cue.end + CONTRAST_REACH for at in known):
            yield cue


def _amounts(message: Reasons, earlier: Earlier) -> dict[str, float]:
    said, new = {amount.value for amount in message.amounts}, list(_new_amounts(message, earlier))
    weights = {value: max(weight for amount, weight in new if amount.value == value) for value in {one.value for one, _ in new}}
    total = sum(weights[value] for value in sorted(weights))
    return {
        "new_amounts": total,
        "any_new_amount": min(1.0, total),
        "new_large_amounts": sum(weights[value] for value in sorted(weights) if value >= LARGE_AMOUNT),
        "known_amounts": float(len(said - set(weights))),
    }


def _new_amounts(message: Reasons, earlier: Earlier) -> Iterator[tuple[Amount, float]]:
    """Each with how much of a reason its passage is; the "three" of "three pedals" belongs to a fact they may know."""
    heard, known_facts = (*earlier.amounts, *message.told_amounts), earlier.facts | message.told
    for passage in message.passages:
        for amount in passage.amounts:
            if not (
                is_known(amount, heard) or is_computed(amount, heard) or _within_known_fact(amount.start, passage, known_facts)
            ):
                yield amount, passage.reason
