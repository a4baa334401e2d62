"""What is mostly said in known phrases, and now and then in words that no list holds."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from coaching.domain.scorecard import Outcome
from coaching.errors import InvalidFile
from coaching.scoring.checks.meaning import MeaningCheck
from coaching.scoring.checks.phrase import PhraseCheck
from coaching.scoring.message import Judgement, Message

NEEDED = {"model", "surely"}
OWN = {*NEEDED, "read"}


class PhraseOrMeaningCheck:
    """The options of a phrase check, and model, surely: the log odds from which a meaning counts where no phrase does, and read.

    A phrase is found wherever it stands, also where a sentence is long and without punctuation; the meaning is asked only
    where no phrase was, or elsewhere than where one was taken back ("no need to call"). Raises InvalidFile, UnknownName.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        missing = sorted(NEEDED - set(options))
        if missing:
            raise InvalidFile(f"'{missing[0]}' is missing. Needed beside the options of a phrase check: model, surely.")
        self._phrase = PhraseCheck({key: value for key, value in options.items() if key not in OWN})
        learned = {key: options[key] for key in ("model", "met", "missed", "read") if key in options}
        self._meaning = MeaningCheck(learned, threshold=float(options["surely"]))

    def judge(self, message: Message) -> Judgement:
        by_phrase = self._phrase.judge(message)
        if by_phrase.outcome is Outcome.MET:
            return by_phrase
        by_meaning = self._meaning.judge(message)
        taken_back = any(one.overlaps(other) for one in by_meaning.spans for other in by_phrase.spans)
        if by_meaning.outcome is Outcome.MET and (not by_phrase.spans or not taken_back):
            return by_meaning
        if by_phrase.spans:
            return by_phrase
        return replace(by_meaning, near=(*by_meaning.near, *by_phrase.near))
