"""Whether a message has a reason beside asking if they are still looking: weighed from what its best sentences mean."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coaching.domain.scorecard import Outcome
from coaching.errors import InvalidFile
from coaching.scoring.meaning_model import MODELS, load_model
from coaching.scoring.meanings import Meanings
from coaching.scoring.message import Judgement, Message
from coaching.scoring.odds import EVEN, chance
from coaching.scoring.readers import agreed
from coaching.scoring.shown import telling_part, whole_clauses

CRITERION = "not_just_checking_in"
WEIGHTS = MODELS / "combined" / f"{CRITERION}.json"
OPTIONS = ("met", "missed", "checked_in")
FARTHEST = 4.0  # log odds; beyond it a sentence is as clear as can be
VALUE, CHECK_IN, OTHER = "value_offered", "check_in", "other_reason"
# From so near to its threshold on a sentence is shown as one that checks in: of 108 messages without a reason, by authors held
# out, what scores higher reads like a check-in but a few times, and of the 17 below two do.
CHECKS_IN = -0.4
SURELY = 3.0  # log odds from which a question that narrows is a reason, however little else is said


@dataclass(frozen=True)
class Weighing:
    """weights: meaning -> what the message's best sentence of that meaning adds; above 0 in all there is a reason."""

    intercept: float
    weights: Mapping[str, float]

    def total(self, best: Mapping[str, float]) -> float:
        return self.intercept + sum(weight * clear(best[name]) for name, weight in self.weights.items())

    @classmethod
    def read(cls) -> "Weighing":
        stored = json.loads(WEIGHTS.read_text(encoding="utf-8"))
        return cls(stored["intercept"], stored["weights"])


def clear(score: float) -> float:
    return max(-FARTHEST, min(FARTHEST, score))


class ReasonCheck:
    """met, missed, checked_in: the explanations; checked_in where a sentence asks no more than whether they still look.

    Value is always a reason. The evidence against is the sentence that checks in. Raises InvalidFile.
    """

    def __init__(self, options: Mapping[str, Any]) -> None:
        if set(options) != set(OPTIONS):
            raise InvalidFile(f"needs exactly these options: {', '.join(OPTIONS)}.")
        self._explanations = {key: str(options[key]) for key in OPTIONS}
        self._weighing = Weighing.read()
        self._models = {name: load_model(name) for name in self._weighing.weights}

    def judge(self, message: Message) -> Judgement:
        meanings = message.meanings
        if not meanings.spans:
            return Judgement(Outcome.NOT_MET, self._explanations["missed"])
        scores = {name: meanings.scores(model) for name, model in self._models.items()}
        best = {name: max(found) for name, found in scores.items()}
        if agreed(self._chance(best), lambda: meanings.read[CRITERION]) > EVEN:
            return Judgement(Outcome.MET, self._explanations["met"])
        return self._without_reason(message, meanings, scores[CHECK_IN])

    def _chance(self, best: Mapping[str, float]) -> float:
        """0 to 1, that there is a reason; best: meaning -> the score of the message's best sentence."""
        clearest = max(best[VALUE] - self._models[VALUE].threshold, best[OTHER] - SURELY, self._weighing.total(best))
        return chance(clearest)

    def _without_reason(self, message: Message, meanings: Meanings, check_ins: list[float]) -> Judgement:
        asked = max(range(len(check_ins)), key=check_ins.__getitem__)
        if check_ins[asked] < self._models[CHECK_IN].threshold + CHECKS_IN:
            return Judgement(Outcome.NOT_MET, self._explanations["missed"])
        part = telling_part(message, meanings.sentences[asked], self._models[CHECK_IN])
        shown = (whole_clauses(message.text, part),)
        return Judgement(Outcome.NOT_MET, self._explanations["checked_in"], (part,), shown=shown)
