"""A voicemail made ready for the checks: parsed once, read by all of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from coaching.domain.context import CallContext
from coaching.domain.scorecard import Outcome, Repeated, SpokenNumber, ValueKind
from coaching.domain.transcript import Transcript

if TYPE_CHECKING:
    import numpy as np

    from coaching.scoring.meanings import Meanings
    from coaching.scoring.sentences import Sentence


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """text[start:end] of a message, in characters."""

    start: int
    end: int

    @classmethod
    def of(cls, number: SpokenNumber) -> "Span":
        return cls(number.start_char, number.end_char)

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True)
class Message:
    """text is what was said as the recogniser (or a writer) printed it; every span of a check lies in it.

    sentences: where one thought ends and the next begins by its words alone, however the recogniser printed it.
    transcript: word times and probabilities, None where only text is judged.
    numbers (lazy): each time one is spoken.
    """

    text: str
    sentences: "tuple[Sentence, ...]"
    context: CallContext
    transcript: Transcript | None = None
    embed: "Callable[[list[str]], np.ndarray] | None" = field(default=None, repr=False)
    find_numbers: "Callable[[Message], tuple[SpokenNumber, ...]] | None" = field(default=None, repr=False)

    def quote(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @cached_property
    def meanings(self) -> "Meanings":
        """What the learned checks read, prepared once for all of them."""
        from coaching.scoring.meanings import meanings_of

        return meanings_of(self, self.sentences)

    @cached_property
    def numbers(self) -> tuple[SpokenNumber, ...]:
        assert self.find_numbers is not None
        return self.find_numbers(self)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one check found, before doubt about the hearing is weighed.

    spans: the words that prove `met` (or the fault, for not_met). near: what almost counted; if those words were heard
    badly, a `not_met` becomes `unsure`. decisive: the part of spans that the verdict hangs on, where spans are wider.
    shown: what is quoted as evidence, where the spans alone would read badly.
    may_hide: whether what is missing may have been said where a passage was heard badly.
    """

    outcome: Outcome
    explanation: str
    spans: tuple[Span, ...] = ()
    near: tuple[Span, ...] = ()
    decisive: tuple[Span, ...] = ()
    shown: tuple[Span, ...] = ()
    kind: ValueKind | None = None
    repeats: tuple[Repeated, ...] = ()
    may_hide: bool = True


class Check(Protocol):
    """Built once from a criterion's options, then asked for every message. Pure: the same message, the same judgement."""

    def judge(self, message: Message) -> Judgement: ...
