"""What a sentence means, whatever its words: learned from labelled sentences by `python -m coaching train`."""

from collections.abc import Mapping
from typing import Any

from coaching.domain.scorecard import Outcome, ValueKind
from coaching.errors import InvalidFile
from coaching.scoring.meaning_model import load_model
from coaching.scoring.meanings import Meanings
from coaching.scoring.message import Judgement, Message, Span
from coaching.scoring.odds import EVEN, chance
from coaching.scoring.readers import MESSAGE, agreed, demand_read
from coaching.scoring.shown import telling_part, whole_clauses

OPTIONS = {"model", "met", "missed", "name_kind", "read"}
ALMOST = 2.0  # log odds below the threshold within which badly heard words could have made the difference


class MeaningCheck:
    """model: a file of `models/`. met, missed: the explanations. name_kind: whether the kind of value is named with it.
    read: whether the whole message is read where its best sentence leaves doubt. threshold: log odds from which a sentence
    counts; without it those that the model was trained to.

    A message means what its best sentence means, and that sentence is the evidence. Raises InvalidFile, UnknownName.
    """

    def __init__(self, options: Mapping[str, Any], threshold: float | None = None) -> None:
        odd = sorted(set(options) - OPTIONS) or sorted({"model", "met", "missed"} - set(options))
        if odd:
            raise InvalidFile(f"{odd[0]!r} is missing or not known. Allowed: {', '.join(sorted(OPTIONS))}.")
        self._name, self._read = str(options["model"]), bool(options.get("read"))
        self._model = load_model(self._name)
        if self._read:
            demand_read(self._name, MESSAGE)
        self._threshold = self._model.threshold if threshold is None else threshold
        self._met, self._missed = str(options["met"]), str(options["missed"])
        self._kinds = {kind: load_model(f"kind_{kind}") for kind in ValueKind} if options.get("name_kind") else {}

    def judge(self, message: Message) -> Judgement:
        meanings = message.meanings
        scores = meanings.scores(self._model)
        if not scores:
            return Judgement(Outcome.NOT_MET, self._missed)
        best = max(range(len(scores)), key=scores.__getitem__)
        if self._counts(scores[best], meanings):
            part = self._telling(message, best)
            shown = (whole_clauses(message.text, part),)
            return Judgement(Outcome.MET, self._met, (part,), shown=shown, kind=self._kind(meanings, best))
        near = (self._telling(message, best),) if scores[best] > self._threshold - ALMOST else ()
        return Judgement(Outcome.NOT_MET, self._missed, near=near)

    def _telling(self, message: Message, at: int) -> Span:
        return telling_part(message, message.meanings.sentences[at], self._model)

    def _counts(self, score: float, meanings: Meanings) -> bool:
        by_sentence = chance(score - self._threshold)
        return (agreed(by_sentence, lambda: meanings.read[self._name]) if self._read else by_sentence) > EVEN

    def _kind(self, meanings: Meanings, best: int) -> ValueKind | None:
        sentence = meanings.only(best)
        likely = {kind: sentence.scores(model)[0] for kind, model in self._kinds.items()}
        return max(likely, key=likely.__getitem__) if likely else None
