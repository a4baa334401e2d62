"""The dealership named, so that the listener could find it."""

from collections.abc import Mapping
from typing import Any

from coaching.domain.scorecard import Outcome
from coaching.errors import InvalidFile
from coaching.scoring.checks.spans import widest
from coaching.scoring.message import Judgement, Message
from coaching.scoring.name_places import NameRules, ends_address
from coaching.scoring.stores import any_store, likely_store, stores_named
from coaching.scoring.words import SpokenWords, folded, span_of, spoken_words


class PlaceCheck:
    """No options."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        if options:
            raise InvalidFile(f"the type place takes no options; remove {', '.join(sorted(options))}.")
        self._names = NameRules()

    def judge(self, message: Message) -> Judgement:
        words = spoken_words(message.text)
        store = message.context.rep.dealership
        places = list(stores_named(words, store)) or list(any_store(words))
        if not places and not store:
            places = list(likely_store(words, self._names.introduced(words)))
        caller = folded(message.context.rep.name)
        spans = widest(
            span_of(words[first:last])
            for first, last in places
            if not _family_name(words, first, last, caller) and not ends_address(words, last)
        )
        if spans:
            return Judgement(Outcome.MET, "You said which dealership is calling.", spans)
        return Judgement(Outcome.NOT_MET, f"You never said that you call from {store or 'your dealership'}.")


def _family_name(words: SpokenWords, first: int, last: int, caller: tuple[str, ...]) -> bool:
    """Many a store has the name of the family that works there: "Ward Munro" names no store."""
    said = tuple(word.text for word in words[max(0, first - 1) : last])
    return len(said) > 1 and said == caller[-2:]
