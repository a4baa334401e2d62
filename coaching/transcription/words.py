"""From an engine's pieces to words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from coaching.domain.transcript import Word


@dataclass(frozen=True, slots=True)
class Piece:
    """What an engine times: a word or a part of one ("-555"). text begins with a space where a word does. Seconds, 0 to 1."""

    text: str
    start_s: float
    end_s: float
    probability: float


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch that an engine decoded in one go. mean_log_probability: of its tokens. compression: how many times shorter
    its text gets when compressed, high where the engine repeated itself."""

    pieces: tuple[Piece, ...]
    mean_log_probability: float
    compression: float

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces).strip()

    @property
    def start_s(self) -> float:
        return self.pieces[0].start_s

    @property
    def end_s(self) -> float:
        return self.pieces[-1].end_s

    def later(self, seconds: float) -> "Segment":
        pieces = tuple(replace(p, start_s=p.start_s + seconds, end_s=p.end_s + seconds) for p in self.pieces)
        return replace(self, pieces=pieces)


def joined(segments: Iterable[Segment], duration_s: float) -> tuple[Word, ...]:
    """The words of all segments: pieces glued where no space parts them, times in order and inside the recording."""
    words: list[Word] = []
    for segment in segments:
        for at, piece in enumerate(segment.pieces):
            if not piece.text.strip():
                continue
            if words and at > 0 and not piece.text[0].isspace():
                words[-1] = _glued(words[-1], piece)
            else:
                words.append(Word(piece.text.strip(), piece.start_s, piece.end_s, piece.probability))
    return _in_order(words, duration_s)


def _glued(word: Word, piece: Piece) -> Word:
    return Word(word.text + piece.text.strip(), word.start_s, piece.end_s, min(word.probability, piece.probability))


def _in_order(words: list[Word], duration_s: float) -> tuple[Word, ...]:
    ordered: list[Word] = []
    end_s = 0.0
    for word in words:
        start_s = min(max(word.start_s, end_s), duration_s)
        end_s = min(max(word.end_s, start_s), duration_s)
        probability = min(max(word.probability, 0.0), 1.0)
        ordered.append(Word(word.text, round(float(start_s), 3), round(float(end_s), 3), round(float(probability), 4)))
    return tuple(ordered)
