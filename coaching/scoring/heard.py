"""A message as it is heard: words without marks and capitals, in one spelling, with names, numbers and cars behind one word each.

All that judges by meaning reads these words and nothing else, so that neither how a recogniser prints nor who is called by
whom about which car can change what it finds.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from coaching.domain.context import CallContext
from coaching.scoring.around import phrase_after
from coaching.scoring.message import Span
from coaching.scoring.own_vehicles import OwnVehicles
from coaching.scoring.phone_runs import phone_numbers
from coaching.scoring.stores import makes, stores_named
from coaching.scoring.vehicles import vehicles_named
from coaching.scoring.vocabulary import word_lists, word_set
from coaching.scoring.words import SpokenWords, fold, span_of, spoken_words

SPELLINGS = Path(__file__).parent / "spellings.toml"
CHUNK = re.compile(r"\S+")
MARKS = ".,!?;:…—–-\"'“”‘’()[]*"  # at the ends of a word
WITHIN = re.compile(r"\.{2,}|…|[—–]|(?<=[^\W\d_])[-,/](?=[^\W\d_])")  # parts a word: "stick-shift", "wait...so"
DROPPED_G = re.compile(r"(?<=\w{2}in)['’]$", re.IGNORECASE)
FILLERS = frozenset({"uh", "um", "er", "ah", "erm", "hmm"})
SHORTEST_NAME = 2  # letters; an initial is too often another word
NAME, STORE, NUMBER, CAR, MAKE = "§name", "§store", "§number", "§car", "§make"  # what no text holds
SPOKEN = {NAME: "", STORE: "", NUMBER: "", CAR: "car", MAKE: "the maker"}  # what is read in its place


@dataclass(frozen=True, slots=True)
class HeardWord:
    """text: the word in its one spelling, or NAME, STORE, NUMBER, CAR, MAKE; text[start:end] of the message says it.

    said: of a hidden word, what it hides ("cr-v").
    """

    text: str
    start: int
    end: int
    said: str = ""

    @property
    def read(self) -> str:
        return SPOKEN.get(self.text, self.text)


def heard_words(text: str, context: CallContext) -> tuple[HeardWord, ...]:
    """In order; what is hidden and said in several words is one."""
    words = list(_words(text))
    for kind, spans in _to_hide(text, words, context):
        words = [_hidden(word, kind) if _is_within(word, spans) else word for word in words]
    return tuple(_joined(words))


def wording(words: Iterable[HeardWord]) -> str:
    """As the models read it, with single blanks; "" where nothing but a number or a name was said."""
    return " ".join(word.read for word in words if word.read)


def _words(text: str) -> Iterator[HeardWord]:
    for chunk in CHUNK.finditer(text):
        start = chunk.start()
        whole = chunk[0].strip(MARKS)
        if whole.lower() in _spellings():
            yield from _word(chunk[0], start)
            continue
        at = 0
        for mark in WITHIN.finditer(chunk[0]):
            yield from _word(chunk[0][at : mark.start()], start + at)
            at = mark.end()
        yield from _word(chunk[0][at:], start + at)


def _word(printed: str, start: int) -> Iterator[HeardWord]:
    kept = printed.strip(MARKS)
    if kept:
        at = start + printed.index(kept)
        text = fold(kept) + ("g" if DROPPED_G.search(printed.rstrip('.,!?;:…—–-"')) else "")
        for word in _spellings().get(text, text).split():  # "wanna" is two
            if word not in FILLERS:
                yield HeardWord(word, at, at + len(kept))


@cache
def _spellings() -> dict[str, str]:
    words: dict[str, str] = tomllib.loads(SPELLINGS.read_text(encoding="utf-8"))["words"]
    return words


def _to_hide(text: str, words: Sequence[HeardWord], context: CallContext) -> Iterator[tuple[str, Sequence[Span]]]:
    """What is hidden first is not hidden again as another kind."""
    spoken = spoken_words(text)
    yield NUMBER, [Span(words[a].start, words[b - 1].end) for a, b in phone_numbers([word.text for word in words])]
    yield STORE, _spans(spoken, stores_named(spoken, context.rep.dealership))
    yield NAME, _names(words, context)
    yield CAR, _spans(spoken, vehicles_named(spoken, OwnVehicles.on_file(context.facts)))
    yield MAKE, _spans(spoken, _makes(spoken))


def _spans(words: SpokenWords, places: Iterable[tuple[int, int]]) -> list[Span]:
    return [span_of(words[first:last]) for first, last in places]


def _names(words: Sequence[HeardWord], context: CallContext) -> list[Span]:
    names = _names_on_file(context.rep.name, context.customer_name)
    return [Span(word.start, word.end) for word in words if word.text.removesuffix("'s") in names]


@lru_cache(maxsize=1024)
def _names_on_file(rep: str, customer: str) -> frozenset[str]:
    titles = word_set(" ".join(word_lists("names")["titles"]))
    parts = (word.text for name in (rep, customer) for word in _words(name))
    return frozenset(part for part in parts if len(part) >= SHORTEST_NAME and part not in titles)


def _makes(words: SpokenWords) -> Iterator[tuple[int, int]]:
    bare = [replace(word, text=word.text[:-2]) if word.text.endswith("'s") else word for word in words]
    for at in range(len(bare)):
        make = phrase_after(bare, at, makes())
        if make:
            yield at, at + len(make)


def _is_within(word: HeardWord, spans: Sequence[Span]) -> bool:
    return any(word.start < span.end and span.start < word.end for span in spans)


def _hidden(word: HeardWord, kind: str) -> HeardWord:
    return word if word.text in SPOKEN else HeardWord(kind, word.start, word.end, word.text)


def _joined(words: Iterable[HeardWord]) -> Iterator[HeardWord]:
    """ "Walt Denham" is one name, "Honda CR-V" one car."""
    make: HeardWord | None = None
    for kind, group in groupby(words, key=lambda word: word.text if word.text in SPOKEN else None):
        run = list(group)
        if kind is None:
            yield from [make, *run] if make else run
            make = None
            continue
        whole = HeardWord(kind, run[0].start, run[-1].end, " ".join(word.said for word in run))
        if make:
            whole = replace(whole, start=make.start) if kind == CAR else whole
            yield from [] if kind == CAR else [make]
        make = whole if kind == MAKE else None
        yield from [] if make else [whole]
    if make:
        yield make
