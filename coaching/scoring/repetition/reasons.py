"""What a message gives as its reasons: passages with their words, facts, amounts and vector, the routine left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import exp
from pathlib import Path
from typing import TYPE_CHECKING

from coaching.domain.context import CallContext
from coaching.scoring.meaning_model import load_model
from coaching.scoring.meanings import Meanings, meanings_of
from coaching.scoring.message import Message, Span
from coaching.scoring.repetition.amounts import NUMBER_WORDS, Amount, find_amounts
from coaching.scoring.repetition.facts import CUES, Fact, find_facts

if TYPE_CHECKING:
    import numpy as np

ROUTINE = Path(__file__).parent / "routine.txt"
WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
STEM = 5  # letters; "measured", "measuring" and "measurement" are one word to whoever listens
REASONS = ("value_offered", "other_reason")  # models of meaning
FACTS_OF_A_REASON = 2  # "traded in" and "white"
CONCRETE = 0.6  # how much of a reason such facts or a figure are even where the learned model takes them for none


@dataclass(frozen=True)
class Passage:
    """One thought of a message. words: stems of what is neither routine nor a number, with where they stand.

    reason: 0 to 1, how likely it is a reason to call back (value, news, a question) rather than routine.
    """

    span: Span
    words: tuple[tuple[str, int], ...]
    facts: tuple[Fact, ...]
    amounts: tuple[Amount, ...]
    reason: float

    @property
    def weight(self) -> float:
        """How much of the message's reason it carries: near 0 for "give me a call", 4 to 12 for a fact about a car."""
        return self.reason * (len(self.words) + 2 * len(self.amounts) + 1)


@dataclass(frozen=True)
class Reasons:
    """A message as a customer would remember it. vectors: one row a passage, shape (len(passages), dimensions)."""

    text: str
    passages: tuple[Passage, ...]
    cues: tuple[Fact, ...]
    facts: frozenset[tuple[str, str]]
    amounts: tuple[Amount, ...]
    vectors: "np.ndarray"

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(stem for passage in self.passages for stem, _ in passage.words)


def read_reasons(message: Message) -> Reasons:
    found, amounts = find_facts(message.text), find_amounts(message.text)
    cues = tuple(fact for fact in found if fact.kind.startswith(CUES))
    facts = tuple(fact for fact in found if not fact.kind.startswith(CUES))
    names = names_said(message.context)
    meanings = meanings_of(message)
    passages = tuple(
        _passage(message, span, facts, amounts, names, reason)
        for span, reason in zip(meanings.spans, _reasons(meanings), strict=True)
    )
    return Reasons(message.text, passages, cues, frozenset(fact.meaning for fact in facts), amounts, meanings.vectors)


def names_said(context: CallContext) -> frozenset[str]:
    """The words of the names on file; they may return in every message and are nobody's reason."""
    return frozenset(WORD.findall(_plain(" ".join((context.rep.name, context.rep.dealership, context.customer_name)))))


def _reasons(meanings: Meanings) -> Iterator[float]:
    """Of each sentence: value for the customer, or another reason such as a question only they can answer."""
    scores = (meanings.scores(load_model(name)) for name in REASONS)
    return (1 / (1 + exp(-max(each))) for each in zip(*scores, strict=True))


def _passage(
    message: Message, span: Span, facts: Sequence[Fact], amounts: Sequence[Amount], names: frozenset[str], reason: float
) -> Passage:
    inside = tuple(fact for fact in facts if span.start <= fact.start < span.end)
    counted = tuple(amount for amount in amounts if span.start <= amount.start < span.end)
    words = ((match[0], span.start + match.start()) for match in WORD.finditer(_plain(message.quote(span))))
    kept = tuple(
        (word[:STEM], at)
        for word, at in words
        if word not in _routine() | names and not any(amount.start <= at < amount.end for amount in counted)
    )
    concrete = len(inside) >= FACTS_OF_A_REASON or any(amount.unit != "clock" for amount in counted)
    return Passage(span, kept, inside, counted, max(reason, CONCRETE if concrete else 0.0))


def _plain(text: str) -> str:
    return text.lower().replace("’", "'")


@cache
def _routine() -> frozenset[str]:
    return NUMBER_WORDS | frozenset(ROUTINE.read_text(encoding="utf-8").split())
