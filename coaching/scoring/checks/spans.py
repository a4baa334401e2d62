"""Spans as evidence shows them."""

from collections.abc import Iterable

from coaching.scoring.message import Span


def widest(spans: Iterable[Span]) -> tuple[Span, ...]:
    """In order; of those that overlap only the widest."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda one: (one.start - one.end, one.start)):
        if not any(span.overlaps(other) for other in kept):
            kept.append(span)
    return tuple(sorted(kept))
