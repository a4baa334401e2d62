"""What a message gives as its reasons: passages with their words, facts, amounts and vector, the routine left out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from coaching.domain.context import CallContext
from coaching.scoring.message import Message, Span
from coaching.scoring.repetition.amounts import Amount, find_amounts
from coaching.scoring.repetition.facts import Fact, find_facts

if TYPE_CHECKING:
    import numpy as np

ROUTINE = Path(__file__).parent / "routine.txt"
WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
STEM = 5  # letters; "measured", "measuring" and "measurement" are one word to whoever listens
CUES = "cue_"  # kinds of facts.toml that speak about the message itself, not about the offer


@dataclass(frozen=True)
class Passage:
    """One thought of a message. words: stems of what is neither routine nor a number, with where they stand."""

    span: Span
    words: tuple[tuple[str, int], ...]
    facts: tuple[Fact, ...]
    amounts: tuple[Amount, ...]

    @property
    def weight(self) -> int:
        """How much of a reason it carries: 0 for "give me a call", 4 to 12 for a fact about a car."""
        return len(self.words) + 2 * len(self.amounts)


@dataclass(frozen=True)
class Reasons:
    """A message as a customer would remember it. vectors: one row a passage, shape (len(passages), 384)."""

    text: str
    passages: tuple[Passage, ...]
    cues: tuple[Fact, ...]
    vectors: "np.ndarray"

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(stem for passage in self.passages for stem, _ in passage.words)

    @cached_property
    def facts(self) -> frozenset[tuple[str, str]]:
        return frozenset(fact.meaning for passage in self.passages for fact in passage.facts)

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        return tuple(amount for passage in self.passages for amount in passage.amounts)


def read_reasons(message: Message, names: frozenset[str]) -> Reasons:
    """names: what `names_on_file` gives; those words may return in every message and are nobody's reason."""
    facts, amounts = find_facts(message.text), find_amounts(message.text)
    passages = tuple(_passage(message, sentence, facts, amounts, names) for sentence in message.sentences)
    return Reasons(message.text, passages, tuple(fact for fact in facts if fact.kind.startswith(CUES)), message.vectors)


def names_on_file(context: CallContext) -> frozenset[str]:
    return frozenset(WORD.findall(_plain(" ".join((context.rep.name, context.rep.dealership, context.customer_name)))))


def _passage(message: Message, span: Span, facts: Sequence[Fact], amounts: Sequence[Amount], names: frozenset[str]) -> Passage:
    inside = tuple(fact for fact in facts if span.start <= fact.start < span.end and not fact.kind.startswith(CUES))
    counted = tuple(amount for amount in amounts if span.start <= amount.start < span.end)
    words = ((match[0], span.start + match.start()) for match in WORD.finditer(_plain(message.quote(span))))
    kept = tuple(
        (word[:STEM], at)
        for word, at in words
        if word not in _routine() and word not in names and not any(amount.start <= at < amount.end for amount in counted)
    )
    return Passage(span, kept, inside, counted)


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")


@cache
def _routine() -> frozenset[str]:
    return frozenset(ROUTINE.read_text(encoding="utf-8").split())
