"""A person's name on file, found among the words of a message however it was spelt."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from coaching.scoring.sound import likeness
from coaching.scoring.vocabulary import word_lists, word_set
from coaching.scoring.words import SpokenWords, folded

CALLED = re.compile(r"[\"“(]([^\"”)]+)[\"”)]")  # Ignacio "Nacho" Prieto
# "Okafor, Ngozi", as exports have it.
SURNAME_FIRST = re.compile(r"([^,]+),(?!\s*(?:jr|sr|ii|iii|iv|md|phd|esq)\b)([^,]+)", re.IGNORECASE)
LONGEST_GARBLE = 3  # words that one name may fall into: "mark us", "o lay ran"
# "Sukh" for Sukhdeep: enough where a name is due, too little anywhere else.
SHORTENED, SHORTEST_SHORTENED = 0.75, 4
LETTERS_SPOKEN = {
    "b": "bea",
    "d": "dee",
    "j": "jay",
    "k": "kay",
    "t": "tee",
    "g": "gee",
    "c": "cee",
    "p": "pea",
    "v": "vee",
    "l": "elle",
    "m": "em",
}


@dataclass(frozen=True, slots=True)
class NameHeard:
    """words[first:last] of the message sound like the name; likeness 0 to 1; part says which part of the name."""

    first: int
    last: int
    likeness: float
    surname: bool = False


@dataclass(frozen=True)
class PersonName:
    """given: the first name and what it is shortened to; surname: what follows a title ("alsayed")."""

    given: tuple[str, ...]
    surname: tuple[str, ...]

    @classmethod
    def on_file(cls, written: str) -> "PersonName":
        name = in_order(written)
        nickname = folded(" ".join(CALLED.findall(name)))
        words = [word for word in folded(CALLED.sub(" ", name)) if word not in titles()] or list(nickname)
        if not words:
            return cls((), ())
        surnames = {"".join(words[1:]), words[-1]} if len(words) > 1 else {words[0]}
        both = {words[0] + words[1]} if len(words) > 2 else set()
        others = both | set(nickname) | nicknames().get(words[0], frozenset())
        return cls((words[0], *sorted(others - {words[0]})), tuple(sorted(surnames)))

    def heard_in(self, words: SpokenWords, at_least: float) -> Iterator[NameHeard]:
        """Every place where it may have been said, from left to right."""
        letters = [word.text.replace("'s", "").replace("'", "") for word in words]
        for first in range(len(words)):
            for last in range(first + 1, min(first + LONGEST_GARBLE, len(words)) + 1):
                heard = "".join(letters[first:last])
                for known, surname in ((self.given, False), (self.surname, True)):
                    alike = best_likeness(heard, known)
                    if alike >= at_least:
                        yield NameHeard(first, last, alike, surname)


@cache
def titles() -> frozenset[str]:
    return word_set(" ".join(word_lists("names")["titles"]))


def in_order(name: str) -> str:
    """ "Okafor, Ngozi" is Ngozi Okafor; "Hank Bauer, Jr." is as it is."""
    turned = SURNAME_FIRST.fullmatch(name.strip())
    return f"{turned[2].strip()} {turned[1].strip()}" if turned else name


def called(name: str) -> str:
    """What one says to them: the first name, or the title with the surname; "" where nothing is on file."""
    words = in_order(name).split()
    titled = len(words) > 1 and words[0].rstrip(".").lower() in titles()
    return f"{words[0]} {words[-1]}" if titled else "".join(words[:1])


@lru_cache(maxsize=65536)  # the words of one message are asked for twice, and most come again in the next
def best_likeness(heard: str, known: tuple[str, ...]) -> float:
    heard = LETTERS_SPOKEN.get(heard, heard)
    shortened = len(heard) >= SHORTEST_SHORTENED and any(name.startswith(heard) for name in known)
    alike = (likeness(heard, name) for name in known if abs(len(heard) - len(name)) <= max(3, len(name) // 2))
    return max([SHORTENED if shortened else 0.0, *alike])


@cache
def nicknames() -> Mapping[str, frozenset[str]]:
    """Each name to all that it is called by ("bill" -> "william", "will", ...)."""
    table: dict[str, frozenset[str]] = {}
    for group in word_lists("names")["nicknames"]:
        for name in group.split():
            table[name] = table.get(name, frozenset()) | (word_set(group) - {name})
    return table
