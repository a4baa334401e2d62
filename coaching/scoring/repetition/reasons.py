"""What a message gives as its reasons: passages with their words, facts, amounts and vector, the routine left out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from coaching.scoring.heard import NUMBER
from coaching.scoring.marks import spoken_facts
from coaching.scoring.meaning_model import load_model
from coaching.scoring.meanings import Meanings, says_something
from coaching.scoring.message import Message, Span
from coaching.scoring.odds import chance
from coaching.scoring.own_vehicles import OwnVehicles
from coaching.scoring.repetition.amounts import Amount, find_amounts
from coaching.scoring.repetition.facts import CUES, Fact, find_facts
from coaching.scoring.repetition.number_words import NUMBER_WORDS
from coaching.scoring.sentences import Sentence
from coaching.scoring.shown import useful_part

if TYPE_CHECKING:
    import numpy as np

ROUTINE = Path(__file__).parent / "routine.txt"
WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
STEM = 5  # letters; "measured", "measuring" and "measurement" are one word to whoever listens
REASONS = ("value_offered", "other_reason")  # models of meaning
CHECK_IN = "check_in"
FACTS_OF_A_REASON = 2  # "traded in" and "white"
TOLD = "colour"
APART = " / "  # between two thoughts: no fact or amount is said across them
ANNOUNCES = 25  # letters between such words and a telephone number: "once more for your pen,"
CONCRETE = 0.6  # how much of a reason such facts or a figure are even where the learned model takes them for none


@dataclass(frozen=True)
class Passage:
    """One thought of a message, span in its text. words: stems of what is neither routine nor a number, with where they stand.

    The places of words, facts and amounts are those in the plain text of the Reasons.
    reason: 0 to 1, how likely it is a reason to call back (value, news, a question) rather than routine.
    check_in: 0 to 1, how likely it asks whether they are still looking.
    """

    span: Span
    words: tuple[tuple[str, int], ...]
    facts: tuple[Fact, ...]
    amounts: tuple[Amount, ...]
    reason: float
    check_in: float

    @property
    def weight(self) -> float:
        """How much of the message's reason it carries: near 0 for "give me a call", 4 to 12 for a fact about a car."""
        return self.reason * (len(self.words) + 2 * len(self.amounts) + 1)


@dataclass(frozen=True)
class Reasons:
    """A message as a customer would remember it. vectors: one row a passage, shape (len(passages), dimensions).

    text: as it was printed; plain: its wordings in a row. cars: keys of the models that were named; own_cars: of those
    that the lead asked about or owns, which are no news. told, told_amounts: what the customer told the store themselves,
    such as the colour they want.
    """

    text: str
    plain: str
    passages: tuple[Passage, ...]
    cues: tuple[Fact, ...]
    facts: frozenset[tuple[str, str]]
    amounts: tuple[Amount, ...]
    cars: frozenset[str]
    own_cars: frozenset[str]
    told: frozenset[tuple[str, str]]
    told_amounts: tuple[Amount, ...]
    vectors: "np.ndarray"

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(stem for passage in self.passages for stem, _ in passage.words)


def read_reasons(message: Message) -> Reasons:
    meanings = message.meanings
    wordings = [sentence.wording for sentence in meanings.sentences]
    plain, starts = APART.join(wordings), list(accumulate((len(one) + len(APART) for one in wordings), initial=0))
    found, amounts = find_facts(plain), find_amounts(plain)
    facts = tuple(fact for fact in found if not fact.kind.startswith(CUES))
    passages = tuple(
        _passage(
            useful_part(message.text, sentence.span), Span(start, start + len(said)), plain, facts, amounts, reason, check_in
        )
        for sentence, said, start, (reason, check_in) in zip(
            meanings.sentences, wordings, starts, _reasons(meanings), strict=False
        )
    )
    return Reasons(
        message.text,
        plain,
        passages,
        tuple(_cues(found, tuple(_numbers_at(message.sentences)))),
        frozenset(fact.meaning for fact in facts),
        amounts,
        _cars(message),
        OwnVehicles.on_file(message.context.facts).models,
        *_told(tuple(spoken_facts(message.context))),
        meanings.vectors,
    )


def _cues(found: Iterable[Fact], numbers: Sequence[int]) -> Iterator[Fact]:
    """Without those that only announce a number: "once more, 239-555-0118" repeats nothing else."""
    for fact in found:
        if fact.kind.startswith(CUES) and not any(fact.end <= at <= fact.end + ANNOUNCES for at in numbers):
            yield fact


def _numbers_at(sentences: Iterable[Sentence]) -> Iterator[int]:
    """Where in the plain text telephone numbers were said, which it leaves out."""
    start = 0
    for sentence in sentences:
        at = start
        for word in sentence.words:
            if word.text == NUMBER:
                yield at
            at += len(word.read) + 1 if word.read else 0
        if says_something(sentence.wording):
            start += len(sentence.wording) + len(APART)


@lru_cache(maxsize=1024)
def _told(words: tuple[str, ...]) -> tuple[frozenset[tuple[str, str]], tuple[Amount, ...]]:
    """Colours and amounts only: where they asked for a third row, an answer about it is news all the same."""
    colours = (fact.meaning for one in words for fact in find_facts(one) if fact.kind == TOLD)
    return frozenset(colours), tuple(amount for one in words for amount in find_amounts(one))


def _cars(message: Message) -> frozenset[str]:
    return frozenset(car for sentence in message.sentences for car in sentence.cars)


def _reasons(meanings: Meanings) -> Iterator[tuple[float, float]]:
    """Of each sentence: value for the customer, or another reason such as a question only they can answer; and a check-in."""
    scores = (meanings.scores(load_model(name)) for name in (*REASONS, CHECK_IN))
    return ((chance(max(value, other)), chance(check_in)) for value, other, check_in in zip(*scores, strict=True))


def _passage(
    span: Span, at: Span, plain: str, facts: Sequence[Fact], amounts: Sequence[Amount], reason: float, check_in: float
) -> Passage:
    """span: in the text as it was printed; at: in the plain text."""
    inside = tuple(fact for fact in facts if at.start <= fact.start < at.end)
    counted = tuple(amount for amount in amounts if at.start <= amount.start < at.end)
    words = ((match[0], at.start + match.start()) for match in WORD.finditer(plain[at.start : at.end]))
    kept = tuple(
        (word[:STEM], place)
        for word, place in words
        if word not in _routine() and not any(amount.start <= place < amount.end for amount in counted)
    )
    concrete = len(inside) >= FACTS_OF_A_REASON or any(amount.unit != "clock" for amount in counted)
    return Passage(span, kept, inside, counted, max(reason, CONCRETE if concrete else 0.0), check_in)


@cache
def _routine() -> frozenset[str]:
    return NUMBER_WORDS | frozenset(ROUTINE.read_text(encoding="utf-8").split())
