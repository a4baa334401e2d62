"""How models of meaning do with authors that they never saw, and the threshold that suits them best."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from statistics import fmean

from coaching.domain.scorecard import Outcome
from coaching.scoring.evaluation import Counts, count, macro_f1
from coaching.scoring.labelled_sentences import LabelledMessage

OUTCOME = {True: Outcome.MET, False: Outcome.NOT_MET}
AROUND = 4  # thresholds on either side, 0.2 of log odds: a single peak is luck
NEARLY = 0.005  # macro F1; half of what the same model differs by when it learns from a few sentences more
REASON = "not_just_checking_in"  # weighed from several meanings, it has no threshold of its own


@dataclass(frozen=True)
class Trial:
    """How a criterion does with authors that the model did not see: one score and one label a message.

    threshold: the score above which a message counts as met.
    """

    criterion: str
    fields: tuple[str, ...]
    authors: tuple[str, ...]
    scores: tuple[float, ...]
    labels: tuple[bool, ...]
    threshold: float = 0.0

    def only(self, author: str, field: str) -> "Trial":
        kept = [own == (author, field) for own in zip(self.authors, self.fields, strict=True)]
        return Trial(
            self.criterion,
            tuple(compress(self.fields, kept)),
            tuple(compress(self.authors, kept)),
            tuple(compress(self.scores, kept)),
            tuple(compress(self.labels, kept)),
            self.threshold,
        )

    def macro_f1(self, threshold: float) -> float:
        return float(macro_f1(agreement(self.labels, [score > threshold for score in self.scores])))


def trial_of(criterion: str, scores: Mapping[LabelledMessage, float], threshold: float = 0.0) -> Trial:
    judged = [(message, score) for message, score in scores.items() if criterion in message.labels]
    return Trial(
        criterion,
        tuple(message.field for message, _ in judged),
        tuple(message.author for message, _ in judged),
        tuple(score for _, score in judged),
        tuple(message.labels[criterion] for message, _ in judged),
        threshold,
    )


def best_threshold(trial: Trial) -> float:
    """The lowest with nearly the best macro F1 around it: the lower, the fewer are told wrongly that they missed it."""
    candidates = [step / 20 for step in range(-60, 61)]
    found = [trial.macro_f1(threshold) for threshold in candidates]
    around = [fmean(found[max(0, at - AROUND) : at + AROUND + 1]) for at in range(len(found))]
    return next(threshold for threshold, mean in zip(candidates, around, strict=True) if mean >= max(around) - NEARLY)


def agreement(labels: Sequence[bool], judged: Sequence[bool]) -> Counts:
    return count((OUTCOME[label], OUTCOME[met]) for label, met in zip(labels, judged, strict=True))
