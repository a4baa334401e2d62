"""A dealership's name among the words of a message: the one on file however it was spelt, or any that sounds like one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from coaching.scoring.around import phrase_after, phrase_before
from coaching.scoring.sound import likeness
from coaching.scoring.vocabulary import Phrases, phrases, rows, word_lists, word_set
from coaching.scoring.words import SpokenWord, SpokenWords, folded

# Likeness of the telling part of the name ("Fairhaven" of "Fairhaven Honda"), and with a make or "at" beside it, where
# little else can be meant ("Brook mere" after "Volvo Cars").
ALONE, PLACED = 0.84, 0.66
OPENING = 16  # words; a make among them, after a word that can be a name, is the store's: "Jody, Big Valley Chevrolet"
LONGEST_NAME = 4  # words before the make or "motors" that a name may have
SPLIT = 2  # further words that a recogniser may cut a name into
SHORTEST, UNMISTAKABLE = 3, 8  # letters of a telling word that can stand for the name; that needs nothing beside it


Place = tuple[int, int]  # words[first:last]


@cache
def makes() -> Phrases:
    return phrases([*{row["make"] for row in rows("vehicle_models")}, *word_lists("stores")["makes"]])


@cache
def trade_words() -> frozenset[str]:
    """Single words that make a name a dealership's: every make, and "motors", "auto" and the like."""
    return frozenset(make[0] for make in makes() if len(make) == 1) | frozenset(word_lists("stores")["trade"])


@dataclass(frozen=True)
class StoreName:
    """short: the first word that tells this store from others ("fairhaven"); longer: every run of its words that holds
    such a word, joined ("fairhavenhonda")."""

    short: str
    longer: frozenset[str]

    @classmethod
    def on_file(cls, name: str) -> "StoreName":
        words = folded(name)
        generic = frozenset(word_lists("stores")["generic"]) | {word for make in makes() for word in make}
        telling = [word for word in words if word not in generic] or list(words)
        runs = {(first, last) for first in range(len(words)) for last in range(first + 2, len(words) + 1)}
        longer = {"".join(words[first:last]) for first, last in runs if set(words[first:last]) & set(telling)}
        short = telling[0] if telling else ""
        return cls(short, frozenset(longer | {"".join(telling)}) - {short, ""})

    def heard_in(self, words: SpokenWords) -> Iterator[tuple[int, int]]:
        """(first, last) of the places where it was said, with the make beside it; the likest of those that overlap."""
        kept: list[Place] = []
        for _, (first, last) in sorted(self._alike(words), key=_likest_and_longest_first):
            if all(last <= other_first or other_last <= first for other_first, other_last in kept):
                kept.append((first, last))
        return iter(sorted(kept))

    def _alike(self, words: SpokenWords) -> Iterator[tuple[float, Place]]:
        """Places with how alike their words are to the name: also with a word too many, "Riverbend Toyota I"."""
        for first in range(len(words)):
            for last in range(first + 1, min(first + LONGEST_NAME + SPLIT, len(words)) + 1):
                heard = "".join(word.text.removesuffix("'s").replace("'", "") for word in words[first:last])
                alike = max((_near(heard, name) for name in self.longer), default=0.0)
                if alike >= ALONE:
                    yield alike, _placed(words, first, last) or (first, last)
                elif short := self._short_in(words, first, last, heard):
                    yield short

    def _short_in(self, words: SpokenWords, first: int, last: int, heard: str) -> tuple[float, Place] | None:
        """The short name counts where a make stands beside it or the caller says where they are."""
        alike = _near(heard, self.short) if len(self.short) >= SHORTEST and last - first <= SPLIT else 0.0
        if alike < PLACED:
            return None
        placed = _placed(words, first, last)
        if placed:
            return alike, placed
        said = phrase_before(words, first, calling_from()) or len(self.short) >= UNMISTAKABLE
        return (alike, (first, last)) if said and alike >= ALONE else None


@lru_cache(maxsize=64)  # asked for by the check and by all that leave the store's name out
def stores_named(words: tuple[SpokenWord, ...], dealership: str) -> tuple[Place, ...]:
    """Where the dealership on file was said; nowhere where none is."""
    return tuple(StoreName.on_file(dealership).heard_in(words)) if dealership else ()


def _likest_and_longest_first(found: tuple[float, Place]) -> tuple[float, int, int]:
    alike, (first, last) = found
    return -alike, first - last, first


def _near(heard: str, name: str) -> float:
    return likeness(heard, name, PLACED) if abs(len(heard) - len(name)) <= SPLIT + 1 else 0.0


@cache
def calling_from() -> Phrases:
    return phrases(word_lists("stores")["calling_from"])


def _placed(words: SpokenWords, first: int, last: int) -> tuple[int, int] | None:
    """The place widened by the make or trade word that stands on either side ("Volkswagen of", "Honda"), if any."""
    after = phrase_after(words, last, _beside())
    if after:
        return first, last + len(after)
    before = phrase_before(words, first, _leading())
    return (first - len(before), last) if before else None


@cache
def _beside() -> Phrases:
    return makes() | phrases([*word_lists("stores")["trade"], *word_lists("stores")["trade_phrases"]])


@cache
def _leading() -> Phrases:
    """ "Toyota", "Toyota of", "Volvo Cars": what stands before the telling part."""
    return phrases([" ".join((*make, *tail)) for make in makes() for tail in ((), ("of",), ("cars",), ("cars", "of"))])


def any_store(words: SpokenWords) -> Iterator[tuple[int, int]]:
    """Names that nobody has on file: "from Rivertown Subaru", "Toyota of Marsh Hill", "the Honda store in Lafayette"."""
    never = word_set(word_lists("stores")["never_first"])
    for at in range(len(words)):
        make_store = phrase_after(words, at, _make_stores())
        if make_store:
            yield at, at + len(make_store)
        make_of = phrase_after(words, at, _makes_of())
        if make_of and at + len(make_of) < len(words) and words[at + len(make_of)].text not in never:
            yield at, _end_of_town(words, at + len(make_of))
        start = phrase_before(words, at, calling_from())
        if start and words[at].text not in never:
            last = _end_of_name(words, at)
            if last:
                yield at, last


def _end_of_town(words: SpokenWords, first: int) -> int:
    """One word, or two that belong together: "Marsh Hill", but not "Dalton. I" nor "Dalton and"."""
    after = first + 1
    together = after < len(words) and words[after].start - words[first].end == 1
    return after + 1 if together and words[after].text not in word_set(word_lists("stores")["never_within"]) else after


def likely_store(words: SpokenWords, callers: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where nothing is on file and nothing plainer was said: a make after a name in the opening ("Jody, Big Valley
    Chevrolet"), or what follows the caller's own name and "at" ("Patsy at Ouachita"). callers: words[first:last] of it."""
    for at in range(1, min(OPENING, len(words))):
        if (beside := phrase_after(words, at, _beside())) and _could_name(words[at - 1].text):
            yield at - 1, at + len(beside)
    for _, last in callers:
        said = next((place for place in (last, last + 1) if phrase_after(words, place, _STANDS_AT)), None)
        at = len(words) if said is None else said + len(phrase_after(words, said, _STANDS_AT) or ())
        if at < len(words) and _could_name(words[at].text):
            yield at, at + 1


def _could_name(word: str) -> bool:
    return word not in word_set(word_lists("stores")["never_first"]) and word not in word_set(word_lists("names")["never_names"])


@cache
def _make_stores() -> Phrases:
    tails = [
        f"{store} {there}"
        for store in ("store", "dealership", "dealer", "place")
        for there in ("in", "on", "off", "here in", "over in", "out on", "up in", "down in")
    ]
    return phrases([" ".join((*make, tail)) for make in makes() for tail in tails])


@cache
def _makes_of() -> Phrases:
    return phrases([" ".join((*make, "of")) for make in makes()])


def _end_of_name(words: SpokenWords, first: int) -> int | None:
    for at in range(first + 1, min(first + LONGEST_NAME, len(words) - 1) + 1):
        beside = phrase_after(words, at, _beside())
        if beside:
            return at + len(beside)
        if words[at].text in word_set(word_lists("stores")["never_within"]):
            return None
    return None


_STANDS_AT = phrases(["at", "from", "with", "over at", "over from", "up at", "down at", "out at", "here at", "calling from"])
