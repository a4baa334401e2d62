"""The words of a text as they sound: lower case, no accents, no punctuation; each knows where it stands."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from coaching.scoring.message import Span

DRAWN_OUT = re.compile(r"([a-z])\1{2,}")  # no English word has a letter three times in a row
# Of an address the signs are spoken too: "heather@muskiebay.com" is "heather at muskiebay dot com".
SIGNS = {"@": "at", ".": "dot"}
WORD = re.compile(
    r"[^\W_]+(?:['’][^\W_]+)*|(?<=[^\W_])@(?=[^\W_])|(?<=[^\W_])\.(?=(?:com|net|org|ca|co|us|biz|info)\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """text: folded ("José" -> "jose", "It’s" -> "it's"); start, end: its characters in the message."""

    text: str
    start: int
    end: int


SpokenWords = Sequence[SpokenWord]


@lru_cache(maxsize=512)
def spoken_words(text: str) -> tuple[SpokenWord, ...]:
    found = ((SIGNS.get(word[0]) or fold(word[0]), word.span()) for word in WORD.finditer(text))
    return tuple(SpokenWord(said, *span) for said, span in found)


def fold(text: str) -> str:
    """Case, accents, curly apostrophes and letters drawn out ("heyyy") say nothing about what was heard."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("ß", "ss").replace("ø", "o").replace("ł", "l"))
    return DRAWN_OUT.sub(r"\1", "".join(character for character in plain if not unicodedata.combining(character)).lower())


def folded(text: str) -> tuple[str, ...]:
    return tuple(word.text for word in spoken_words(text))


def span_of(words: SpokenWords) -> Span:
    return Span(words[0].start, words[-1].end)
