"""Where one thought ends and the next begins, also in text that a recogniser printed without capitals or full stops."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from coaching.scoring.message import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 24  # words; longer thoughts blur in one vector (measured in the first trial of sentence embeddings)
COMFORTABLE = 14  # words; above this a piece is split where a thought clearly begins
SHORTEST = 4  # words on either side of a split inside running text
CLEAR = 2.0  # strength from which a split is worth it below LONGEST

END_OF_SENTENCE = re.compile(r"[.?!…]+[\"')\]]*\s+")
ABBREVIATION = re.compile(r"(?:^|[\s(])(?:mr|mrs|ms|dr|st|jr|sr|no|vs|[a-z])\.$", re.IGNORECASE)
NUMBER = re.compile(
    r".*\d.*|oh|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|hundred|thousand|double|triple",
    re.IGNORECASE,
)
PAUSES = frozenset({",", ";", ":", "-", "–", "—"})
GLUE = frozenset({"dot", "at", "point", "extension", "area", "code", "dash"})  # hold what is spelled or counted together
LEANS_FORWARD = re.compile(  # a thought does not begin right behind these
    r"and|or|but|so|that|if|when|because|to|the|a|my|your|what|who|how|where|which|while|until|till|as|on|at|in|of|for|from|with"
    r"|by|is|are|just|do|i|you|we|see"
)
SPOKEN_OUT = {"'s": "is", "'m": "am", "'re": "are", "’s": "is", "’m": "am", "’re": "are"}


def _openings() -> tuple[tuple[str, ...], ...]:
    lines = (Path(__file__).parent / "openings.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split()) for line in lines)


OPENINGS = _openings()  # what often opens a new thought in a voicemail, contractions spoken out


def split_sentences(doc: "Doc") -> tuple[Span, ...]:
    """Spans without white space at their ends that together hold every word of the text once, in order.

    Full stops decide where there are any (not those of "Mr. Okafor" or between the groups of a telephone number);
    what is longer than COMFORTABLE words is split where a thought clearly begins, longer than LONGEST at the best place.
    """
    tokens = [token for token in doc if not token.is_space]
    spans: list[Span] = []
    for start, end in _punctuated(doc.text):
        piece = [token for token in tokens if token.idx < end and token.idx + len(token) > start]
        for part in _parts(piece):
            spans.append(Span(max(start, part[0].idx), min(end, part[-1].idx + len(part[-1]))))
    return tuple(spans)


def _punctuated(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in END_OF_SENTENCE.finditer(text):
        before, after = text[start : stop.end()].rstrip(), text[stop.end() :]
        if ABBREVIATION.search(before) or (_ends_in_number(before) and _begins_with_number(after)):
            continue
        yield from _trimmed(text, start, stop.end())
        start = stop.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _ends_in_number(text: str) -> bool:
    return _is_number(re.split(r"[\s-]", text.rstrip(" .?!…,"))[-1])


def _begins_with_number(text: str) -> bool:
    return _is_number(re.split(r"[\s.,?!-]", text, maxsplit=1)[0])


def _is_number(word: str) -> bool:
    return NUMBER.fullmatch(word) is not None


def _parts(tokens: "Sequence[Token]") -> Iterator["Sequence[Token]"]:
    """The piece itself, or its two halves around the best place, each split again."""
    if not tokens:
        return
    place = _best_place(tokens)
    if place is None:
        yield tokens
    else:
        yield from _parts(tokens[:place])
        yield from _parts(tokens[place:])


def _best_place(tokens: "Sequence[Token]") -> int | None:
    """The index of the token that opens a new thought: the strongest, nearest to the middle. None leaves the piece whole."""
    spoken = [token.text[0].isalnum() for token in tokens]
    words = sum(spoken)
    if words <= COMFORTABLE:
        return None
    enough = CLEAR if words <= LONGEST else 0.0
    ranked: list[tuple[float, int]] = []
    before = 0
    for place, (last, first) in enumerate(pairwise(tokens), start=1):
        before += spoken[place - 1]
        if min(before, words - before) >= SHORTEST and _may_part(last, first):
            strength = _strength(tokens, place)
            if strength >= enough:
                ranked.append((strength - abs(2 * before / words - 1), -place))
    return -max(ranked)[1] if ranked else None


def _may_part(last: "Token", first: "Token") -> bool:
    if not last.whitespace_ or not first.text[0].isalnum() or {last.lower_, first.lower_} & GLUE:
        return False
    number_before = last.nbor(-1) if last.text in {",", "-", "."} and last.i else last
    return not (_is_number(number_before.text.strip(",-")) and _is_number(first.text))


def _strength(tokens: "Sequence[Token]", place: int) -> float:
    """How clearly a thought begins here: 0 not at all, CLEAR and more where words or grammar say so."""
    opens, parsed = _opens_thought(tokens, place), bool(tokens[place].is_sent_start)
    strength = 2.0 * opens + 1.5 * parsed + 1.5 * (tokens[place - 1].text in PAUSES)
    return strength if opens or parsed else strength / 2


def _opens_thought(tokens: "Sequence[Token]", place: int) -> bool:
    if LEANS_FORWARD.fullmatch(tokens[place - 1].lower_):
        return False
    words = tuple(SPOKEN_OUT.get(token.lower_, token.lower_) for token in tokens[place : place + 3])
    return any(words[: len(opening)] == opening for opening in OPENINGS)
