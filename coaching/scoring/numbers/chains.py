"""Text -> chains of digits: what a recogniser prints for a number, in whatever mixture of digits, words and breaths."""

from collections.abc import Iterator
from dataclasses import dataclass

from coaching.scoring.numbers.tokens import Gap, Token, gap_of, tokens
from coaching.scoring.numbers.vocabulary import vocabulary

LEAST_BEFORE_THOUSAND = 3  # digits of "555, five thousand"; fewer make "five thousand" an amount
EVEN_GAPS = 4  # so many equal gaps between single digits make a list, however wide they are


@dataclass(frozen=True, slots=True)
class Digit:
    """text[start:end] is what stands for it: one character, or the words it shares with others ("triple five")."""

    value: str
    start: int
    end: int
    gap: Gap


@dataclass(frozen=True, slots=True)
class _Piece:
    """Digits that were printed or spoken as one. printed: each character is a digit of its own."""

    digits: str
    start: int
    end: int
    gap: Gap
    printed: bool = False


def chains(text: str) -> list[tuple[Digit, ...]]:
    """The runs of digits in a text between which no ordinary word stands."""
    return [tuple(_digits(chain)) for chain in _Reader(text).read()]


def _digits(chain: list[_Piece]) -> Iterator[Digit]:
    for at, piece in enumerate(chain):
        first = Gap.HYPHEN if _is_listed(chain, at) else piece.gap
        for offset, value in enumerate(piece.digits):
            start, end = (piece.start + offset, piece.start + offset + 1) if piece.printed else (piece.start, piece.end)
            yield Digit(value, start, end, Gap.NONE if offset else first)


def _is_listed(chain: list[_Piece], at: int) -> bool:
    """What stands between the single digits of a list ("2 4 0", "7, 1, 3, 5") is no border."""
    gap = chain[at].gap
    if at == 0 or gap > Gap.SENTENCE or len(chain[at].digits) > 1 or len(chain[at - 1].digits) > 1:
        return False
    if gap is Gap.SPACE:
        return True
    windows = (range(first, first + EVEN_GAPS) for first in range(at - EVEN_GAPS + 1, at + 1))
    return any(
        all(0 < i < len(chain) and chain[i].gap is gap and len(chain[i].digits) == 1 for i in window) for window in windows
    )


class _Reader:
    """Walks over the tokens of one text, growing a chain until an ordinary word ends it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens(text)
        self.finished: list[list[_Piece]] = []
        self.chain: list[_Piece] = []
        self.gap = Gap.NONE
        self.times: tuple[int, int] | None = None  # "triple": how many times, and where the word begins
        self.label: Gap | None = None  # behind "stock number": digits that come no looser than this are no telephone number

    def read(self) -> list[list[_Piece]]:
        for at, token in enumerate(self.tokens):
            before = self.tokens[at - 1].end if at else token.start
            self.gap = max(self.gap, gap_of(self.text[before : token.start]))
            self._take(at, token)
        self._end_chain()
        return self.finished

    def _take(self, at: int, token: Token) -> None:
        words = vocabulary()
        digits = self._value(at)
        if digits is not None and not self._is_measured(at):
            self._add(digits, token)
        elif token.kind == "word" and token.text in words.multipliers:
            self.times = (words.multipliers[token.text], token.start)
        elif token.kind == "word" and token.text in words.zeros and self.chain and self.gap <= Gap.SPACE:
            self._add_zeros(token)
        elif token.kind == "word" and self._loosens(token.text):
            pass
        else:
            self._end_chain()
            self.label = Gap.SENTENCE if token.text in words.labels else None

    def _add_zeros(self, token: Token) -> None:
        """Of "six thousand two hundred" neither the six nor what follows close by belongs to a telephone number."""
        if token.text == "thousand" and sum(len(piece.digits) for piece in self.chain[:-1]) < LEAST_BEFORE_THOUSAND:
            self.chain.pop()
            self._end_chain()
            self.label = Gap.SPACE
        else:
            self._extend(vocabulary().zeros[token.text], token)

    def _loosens(self, word: str) -> bool:
        """Whether a word may stand inside a number; remembers how far it sets the next digits off."""
        words = vocabulary()
        if word in words.takes_back:
            self.gap = Gap.CORRECTION
        elif word in words.border:
            self.gap = max(self.gap, Gap.BORDER)
        elif word in words.pause or word in words.correction:
            self.gap = max(self.gap, Gap.PAUSE)
        else:
            return False
        return True

    def _add(self, digits: str, token: Token) -> None:
        gap, self.gap = self.gap, Gap.NONE
        if self.label is not None and gap <= self.label:
            self.label = Gap.SPACE
            return
        self.label = None
        start = token.start
        if self.times and len(digits) == 1:
            digits, start = digits * self.times[0], self.times[1]
        self.times = None
        if self.chain and gap <= Gap.SPACE and self._completes_tens(digits, token):
            self._extend(digits, token)
            return
        self.chain.append(_Piece(digits, start, token.end, gap, printed=token.kind == "digits" and start == token.start))

    def _completes_tens(self, digits: str, token: Token) -> bool:
        last = self.chain[-1]
        tens = self.text[last.start : last.end].lower() in vocabulary().tens
        return tens and token.kind == "word" and len(digits) == 1 and digits != "0"

    def _extend(self, digits: str, token: Token) -> None:
        last = self.chain[-1]
        tens = self.text[last.start : last.end].lower() in vocabulary().tens
        kept = last.digits[:1] if tens and len(digits) == 1 else last.digits
        self.chain[-1] = _Piece(kept + digits, last.start, token.end, last.gap)
        self.gap = Gap.NONE

    def _end_chain(self) -> None:
        if self.chain:
            self.finished.append(self.chain)
        self.chain, self.gap, self.times = [], Gap.NONE, None

    def _value(self, at: int) -> str | None:
        """The digits that a token stands for; None where it is no number here."""
        token, words = self.tokens[at], vocabulary()
        if token.kind == "digits":
            return token.text.replace("o", "0")
        if token.kind != "word":
            return None
        if token.text in words.tens:
            return words.tens[token.text] + "0"
        if token.text in words.homophones:
            return words.homophones[token.text] if self._is_between_digits(at) else None
        digits = words.digits.get(token.text)
        if (digits == "0" and token.text in ("oh", "o") and not self._is_spoken_zero(at)) or (
            token.text == "one" and self._is_pronoun(at)
        ):
            return None
        return digits

    def _is_spoken_zero(self, at: int) -> bool:
        """Whether "oh" is a zero: it is in "one nine oh, and she", not in "one four, oh gosh"."""
        behind_digit = bool(self.chain) and self.gap <= Gap.SPACE
        return behind_digit or self._is_plain_digit(at + 1, Gap.SENTENCE if self.chain else Gap.PAUSE)

    def _is_pronoun(self, at: int) -> bool:
        words = vocabulary()
        before = self.tokens[at - 1].text if at and not self.chain else ""
        after = self.tokens[at + 1].text if at + 1 < len(self.tokens) else ""
        return before in words.before_one or (after in words.after_one and not self._touches(at + 1, Gap.PAUSE))

    def _touches(self, at: int, loosest: Gap) -> bool:
        return False if at >= len(self.tokens) else gap_of(self.text[self.tokens[at - 1].end : self.tokens[at].start]) >= loosest

    def _is_between_digits(self, at: int) -> bool:
        """True of "two for oh", not of "nine to six" nor of "240-555-0187 for you"."""
        before = sum(len(piece.digits) for piece in self.chain)
        needed = 2 if self.tokens[at].text in ("to", "too") else 1
        return before >= needed and self.gap <= Gap.SPACE and self._is_plain_digit(at + 1, Gap.SPACE)

    def _is_plain_digit(self, at: int, loosest: Gap) -> bool:
        if at >= len(self.tokens):
            return False
        token, words = self.tokens[at], vocabulary()
        if gap_of(self.text[self.tokens[at - 1].end : token.start]) > loosest:
            return False
        known = (words.digits, words.tens, words.homophones if loosest <= Gap.SPACE else {}, words.multipliers)
        return token.kind == "digits" or any(token.text in table for table in known)

    def _is_measured(self, at: int) -> bool:
        if at + 1 >= len(self.tokens):
            return False
        following = self.tokens[at + 1]
        near = gap_of(self.text[self.tokens[at].end : following.start]) <= Gap.SPACE
        return near and following.kind == "word" and following.text in vocabulary().units
