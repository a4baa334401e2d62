"""Text -> tokens: amounts, names with digits in them, printed digits, words; and how loosely one follows another."""

import re
from dataclasses import dataclass
from enum import IntEnum


class Gap(IntEnum):
    """How loosely a digit hangs on the one before it."""

    NONE = 0
    HYPHEN = 1
    SPACE = 2
    PAUSE = 3
    SENTENCE = 4
    BORDER = 5
    CORRECTION = 6


@dataclass(frozen=True, slots=True)
class Token:
    """kind: amount, mixed, digits or word; text in lower case."""

    kind: str
    text: str
    start: int
    end: int


_TOKEN = re.compile(
    r"""
    (?P<amount>
        \$\s?\d[\d,.]*                                # $26,500
      | (?<![\d,])\d{1,3}(?:,\d{3})+(?!,?\d)          # 26,500 but not 240,555,0187
      | \d+(?:\.\d+)?\s?%                             # 0.9%
      | (?<![\d.])\d+\.\d{1,2}(?![\d.]*\d)            # 77.5 but not 240.555.0187
      | \d{1,2}:\d{2}                                 # 5:30
      | '\d\d\b                                       # '24
      | \b(?![oO]-)[A-Za-z]{1,3}-\d+(?![\d-])         # F-150, CX-5
    )
  | (?P<mixed>                                        # X3, 28i, 31st: a letter other than O makes it a name
        \b(?!(?:[Dd]ouble|[Tt]riple)\d)               # "triple5"
        (?=\w*[A-NP-Za-np-z])(?=[A-Za-z]*\d)\w+)
  | (?P<digits>[\dOo]*\d[\dOo]*)
  | (?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)
""",
    re.VERBOSE,
)
_SENTENCE = re.compile(r"[.?!]\s")
_ELLIPSIS = re.compile(r"\.{2,}|…")
_PAUSE = re.compile(r"[,;:—–…]|\s-\s|\.{2,}")


def tokens(text: str) -> list[Token]:
    return [
        Token(str(match.lastgroup), match.group().lower().replace("’", "'"), match.start(), match.end())
        for match in _TOKEN.finditer(text)
    ]


def gap_of(between: str) -> Gap:
    if _SENTENCE.search(_ELLIPSIS.sub(",", between)):
        return Gap.SENTENCE
    if _PAUSE.search(between):
        return Gap.PAUSE
    if not between:
        return Gap.NONE
    return Gap.SPACE if any(mark.isspace() for mark in between) else Gap.HYPHEN
