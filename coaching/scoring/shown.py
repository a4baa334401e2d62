"""Which part of a sentence is shown as evidence. Sentences are cut by their words; for the eye, printed full stops help."""

import re
from itertools import pairwise

from coaching.scoring.message import Span

FULL_STOP = re.compile(r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)[.?!…]+\s+")
LEADING = re.compile(r"(?:(?:so|and|but|anyway|anyways|okay|ok|well|um|uh|plus|also)\b[\s,.]*)+", re.IGNORECASE)


def useful_part(text: str, sentence: Span) -> Span:
    """What is shown of it: the longest part between printed full stops, without the "so" and "and" that lead in."""
    stops = [stop.end() for stop in FULL_STOP.finditer(text, sentence.start, sentence.end)]
    parts = pairwise([sentence.start, *stops, sentence.end])
    start, end = max(parts, key=lambda part: (part[1] - part[0], -part[0]))
    leading = LEADING.match(text, start, end)
    start, end = leading.end() if leading else start, len(text[:end].rstrip(" .,;:!?-–—"))
    return Span(start, end) if start < end else sentence
