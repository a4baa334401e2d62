"""What makes a number, a day or a model in a sentence a promise: a wrong reproach costs more than a missed one."""

import re
import tomllib
from functools import cache
from importlib.resources import files

END_OF_SENTENCE = re.compile(r"[.?!…][\"”')\]]*\s+")


def says(kind: str, text: str, start: int, end: int) -> bool:
    """Whether the sentence around text[start:end] holds one of the words of that kind (claim_words.toml)."""
    return _words(kind).search(_sentence(text, start, end)) is not None


def _sentence(text: str, start: int, end: int) -> str:
    begins = max((stop.end() for stop in END_OF_SENTENCE.finditer(text, 0, start)), default=0)
    stop = END_OF_SENTENCE.search(text, end)
    return text[begins : stop.start() if stop else len(text)]


@cache
def _words(kind: str) -> re.Pattern[str]:
    lists = tomllib.loads(files(__package__).joinpath("claim_words.toml").read_text("utf-8"))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, lists[kind]))})s?\b", re.IGNORECASE)
