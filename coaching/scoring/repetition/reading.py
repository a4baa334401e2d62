"""A message read beside the earlier ones to the same lead: is it news?"""

from collections.abc import Sequence

from coaching.scoring.encoder import FIRST, LAST, Text
from coaching.scoring.readers import MOST_PIECES, REPETITION, STOP, load_reader, pieces_of
from coaching.scoring.repetition.reasons import APART, Reasons

CRITERION = "no_repetition"
MOST_SAID = 100  # pieces of the message itself: some 75 words


def chance_of_news(said: Reasons, earlier: Sequence[Reasons]) -> float:
    """0 to 1. earlier: oldest first."""
    return load_reader(REPETITION)(text_beside(said.plain, [before.plain for before in earlier]))[CRITERION]


def text_beside(plain: str, earlier: Sequence[str]) -> Text:
    """The latest of the earlier ones first: it is remembered best, and what is too long is cut at the end."""
    own = [FIRST, *_pieces(plain)[:MOST_SAID], LAST]
    before = [piece for text in reversed(earlier) for piece in _pieces(text + STOP)]
    return Text([*own, *before[: MOST_PIECES - len(own) - 1], LAST], second_from=len(own))


def _pieces(plain: str) -> list[int]:
    return pieces_of(plain.replace(APART, STOP))
