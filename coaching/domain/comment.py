"""What people write to each other about a voicemail, pinned to a passage of it where it is about one."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from coaching.domain.people import Person, PersonId

CommentId = NewType("CommentId", int)


@dataclass(frozen=True, slots=True)
class Passage:
    """Seconds from the beginning of the recording; both the same for a single moment."""

    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True)
class Comment:
    """thread_id: the comment that it answers, None where it begins a thread. by: None, and no name, for who is gone."""

    id: CommentId
    text: str
    by: PersonId | None
    at: datetime
    by_name: str = ""
    passage: Passage | None = None
    thread_id: CommentId | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """text[start_char:end_char] names the person with an @ before the name."""

    person_id: PersonId
    start_char: int
    end_char: int


def mentions(text: str, people: Collection[Person]) -> Iterator[Mention]:
    """By their whole names, or by a first name that only one of these people has, in any case."""
    firsts = [person.name.split()[:1] for person in people]
    whole = {person.name.casefold(): person.id for person in people if person.name.strip()}
    only = {
        first[0].casefold(): person.id for person, first in zip(people, firsts, strict=True) if first and firsts.count(first) == 1
    }
    known = only | whole
    if not known:
        return
    by_length = sorted(known, key=len, reverse=True)  # so that @Nora Whitfield is not read as @Nora
    pattern = re.compile(r"(?<!\w)@(" + "|".join(map(re.escape, by_length)) + r")(?!\w)", re.IGNORECASE)
    for found in pattern.finditer(text):
        person_id = known.get(found.group(1).casefold())
        if person_id is not None:  # a few letters are alike to the pattern only
            yield Mention(person_id, found.start(), found.end())
