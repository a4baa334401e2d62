"""Which passage of which earlier message came back, and which passage is new: what a scorecard shows side by side."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from coaching.scoring.repetition.comparison import Earlier
from coaching.scoring.repetition.known_amounts import is_known
from coaching.scoring.repetition.reasons import Passage, Reasons

SHOWN = 2  # passages; more is no more convincing
ALIKE = 0.35  # cosine plus share of common facts and words from which two passages are shown as the same reason
CARRIES = 1.5  # weight from which a passage can be shown as a reason: two or three words of its own
SHARED_FACTS = 0.4  # what having all facts in common is worth beside a cosine of 0 to 1
SHARED_WORDS = 0.4  # likewise for all words


@dataclass(frozen=True)
class Return:
    """passage of this message says again what `before` said in earlier message number `message` (0 is the oldest)."""

    passage: Passage
    message: int
    before: Passage
    likeness: float


def returns(message: Reasons, earlier: Earlier) -> tuple[Return, ...]:
    """The SHOWN reasons that say most clearly again what was said before, in the order of this message."""
    clearest = sorted(
        _alike(message, earlier, CARRIES), key=lambda match: (-match.likeness * match.passage.weight, match.passage.span)
    )
    return tuple(sorted(clearest[:SHOWN], key=lambda match: match.passage.span))


def why_they_called(message: Reasons, earlier: Earlier) -> tuple[Return, ...]:
    """Of a script without a reason that came back, what comes nearest to one; greeting, number and thanks may come back."""
    alike = _alike(message, earlier, 0.0)
    return tuple(sorted(alike, key=lambda match: (-max(match.passage.reason, match.passage.check_in), match.passage.span))[:1])


def newest(message: Reasons, earlier: Earlier) -> Passage | None:
    """The passage with most that was not heard before; None where no passage carries a reason."""
    return max(message.passages, key=lambda passage: passage.reason * _newness(passage, earlier), default=None)


def _newness(passage: Passage, earlier: Earlier) -> float:
    amounts = sum(not is_known(amount, earlier.amounts) for amount in passage.amounts)
    facts = len({fact.meaning for fact in passage.facts} - earlier.facts)
    words = len({stem for stem, _ in passage.words} - earlier.stems)
    return 2.0 * (amounts + facts) + words


def _alike(message: Reasons, earlier: Earlier, carries: float) -> list[Return]:
    """carries: the weight from which a passage counts as a reason."""
    return [match for match in _best_matches(message, earlier, carries) if match.likeness >= ALIKE]


def _best_matches(message: Reasons, earlier: Earlier, carries: float) -> Iterator[Return]:
    for passage, vector in zip(message.passages, message.vectors, strict=True):
        if passage.weight < carries:
            continue
        candidates = [
            Return(passage, number, before, float(vector @ other_vector) + _in_common(passage, before))
            for number, other in enumerate(earlier.messages)
            for before, other_vector in zip(other.passages, other.vectors, strict=True)
            if before.weight >= carries
        ]
        if candidates:
            yield max(candidates, key=lambda match: match.likeness)


def _in_common(one: Passage, other: Passage) -> float:
    facts, before = {fact.meaning for fact in one.facts}, {fact.meaning for fact in other.facts}
    stems, stems_before = {stem for stem, _ in one.words}, {stem for stem, _ in other.words}
    return SHARED_FACTS * _share(facts, before) + SHARED_WORDS * _share(stems, stems_before)


def _share(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
