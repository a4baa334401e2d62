"""Patterns over spoken words, written as data.

text|txt me          either word, then "me"
right? to            "right" may be missing
text #               a word printed in digits
send ..2 text        up to two words between
<they> text          any phrase of the list `they` of the same file
<day>|tomorrow at    any phrase of the list `day`, or "tomorrow"
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from coaching.errors import InvalidFile
from coaching.scoring.words import SpokenWord, fold

GAP = re.compile(r"\.\.(\d+)")
CHOICE = r"(?:[\w']+|<\w+>|#)"
ELEMENT = re.compile(rf"{CHOICE}(?:\|{CHOICE})*\??|\.\.\d+")

Place = tuple[int, int]
"""words[first:last] of a message."""


class SpokenText:
    """The words of a message as one string, so that a pattern can be searched in it."""

    def __init__(self, words: Sequence[SpokenWord]) -> None:
        self.words = words
        self._text = "".join(f"{word.text} " for word in words)
        self._starts = [0]
        for word in words:
            self._starts.append(self._starts[-1] + len(word.text) + 1)

    def find(self, pattern: re.Pattern[str]) -> Iterator[Place]:
        """Every place, overlapping ones too."""
        at = 0
        while (match := pattern.search(self._text, at)) is not None:
            first = bisect_right(self._starts, match.start()) - 1
            yield first, bisect_right(self._starts, match.end() - 1)
            at = self._starts[first + 1]


def compile_patterns(patterns: Iterable[str], lists: Mapping[str, Sequence[str]]) -> re.Pattern[str]:
    """One search for all of them, the longest written first. Raises InvalidFile for a pattern that cannot be read."""
    ordered = sorted(set(patterns), key=lambda pattern: (-len(pattern), pattern))
    return re.compile(r"(?<!\S)(?:" + "|".join(_pattern(pattern, lists) for pattern in ordered) + ")")


def _pattern(pattern: str, lists: Mapping[str, Sequence[str]]) -> str:
    pieces = fold(pattern).split()
    for piece in pieces:
        if not ELEMENT.fullmatch(piece):
            raise InvalidFile(f"pattern {pattern!r}: {piece!r} cannot be read. Allowed: words, a|b, word?, ..3, #, <list>.")
    return "".join(_element(piece, pattern, lists) for piece in pieces)


def _element(piece: str, pattern: str, lists: Mapping[str, Sequence[str]]) -> str:
    if gap := GAP.fullmatch(piece):
        return rf"(?:\S+ ){{0,{gap[1]}}}?"
    choices = (_choice(choice, pattern, lists) for choice in piece.rstrip("?").split("|"))
    return f"(?:{'|'.join(choices)})" + ("?" if piece.endswith("?") else "")


def _choice(choice: str, pattern: str, lists: Mapping[str, Sequence[str]]) -> str:
    if choice == "#":
        return r"\d\S* "
    if not choice.startswith("<"):
        return re.escape(choice) + " "
    name = choice[1:-1]
    if name not in lists:
        raise InvalidFile(f"pattern {pattern!r}: there is no list {name!r}. Known: {', '.join(sorted(lists)) or 'none'}.")
    phrases = sorted(lists[name], key=len, reverse=True)
    return "|".join("".join(f"{re.escape(word)} " for word in fold(phrase).split()) for phrase in phrases)
