"""The dealership named, so that the listener could find it."""

from collections.abc import Mapping
from typing import Any

from coaching.domain.scorecard import Outcome
from coaching.scoring.checks.spans import widest
from coaching.scoring.message import Judgement, Message
from coaching.scoring.stores import StoreName, any_store
from coaching.scoring.words import span_of, spoken_words


class PlaceCheck:
    """No options."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        del options

    def judge(self, message: Message) -> Judgement:
        words = spoken_words(message.text)
        store = message.context.rep.dealership
        places = list(StoreName.on_file(store).heard_in(words)) or list(any_store(words))
        spans = widest(span_of(words[first:last]) for first, last in places)
        if spans:
            return Judgement(Outcome.MET, "You said which dealership is calling.", spans)
        return Judgement(Outcome.NOT_MET, f"You never said that you call from {store or 'your dealership'}.")
