"""Learns the models of meaning from labelled sentences and says how well they hold with authors they never saw.

Runs from the repository only (scikit-learn is no dependency of the product) and gives the same models every time.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coaching.domain.scorecard import ValueKind
from coaching.scoring.embeddings import shared_embedder
from coaching.scoring.labelled_sentences import (
    LabelledMessage,
    LabelledSentence,
    cut_sentences,
    labelled_messages,
    written_sentences,
)
from coaching.scoring.meaning_model import MODELS, MeaningModel, term_values, terms_of
from coaching.scoring.meanings import meanings_of
from coaching.scoring.parse import MessageParser

if TYPE_CHECKING:
    import numpy as np

JUDGED = ("value_offered", "call_to_action", "urgency_shown", "personalised")
LEARNED = (*JUDGED, "check_in", "other_reason")  # the last two tell a mere check-in from a call with a reason
SEEN_IN = 3  # sentences in which a word must stand to be learned
STIFFNESS = 3.0  # C of the regression; 1, 3 and 10 were tried by cross-validation over authors


@dataclass(frozen=True)
class Trial:
    """How a criterion does with authors that the model did not see: one score and one label a message."""

    criterion: str
    fields: tuple[str, ...]
    authors: tuple[str, ...]
    scores: tuple[float, ...]
    labels: tuple[bool, ...]

    def macro_f1(self, threshold: float) -> float:
        return macro_f1(self.labels, [score > threshold for score in self.scores])


def learn(criterion: str, sentences: Iterable[LabelledSentence], threshold: float = 0.0) -> MeaningModel:
    """threshold: the log odds from which a sentence counts."""
    labelled = [sentence for sentence in sentences if criterion in sentence.labels and sentence.wording]
    return fit([s.wording for s in labelled], [s.labels[criterion] for s in labelled], threshold)


def fit(wordings: Sequence[str], labels: Sequence[bool], threshold: float) -> MeaningModel:
    from scipy.sparse import csr_matrix, hstack
    from sklearn.linear_model import LogisticRegression

    rarity = rarity_of(wordings)
    terms = {term: column for column, term in enumerate(sorted(rarity))}
    rows = [term_values(wording, rarity) for wording in wordings]
    entries = [(value, row, terms[term]) for row, values in enumerate(rows) for term, value in values.items()]
    values, at_row, at_column = zip(*entries, strict=True)
    words = csr_matrix((values, (at_row, at_column)), shape=(len(wordings), len(terms)))
    vectors = shared_embedder()(list(wordings)).astype("float64")
    regression = LogisticRegression(C=STIFFNESS, max_iter=5000, class_weight="balanced")
    regression.fit(hstack([csr_matrix(vectors), words]).tocsr(), labels)
    learned: np.ndarray = regression.coef_[0]
    by_term = dict(zip(terms, map(float, learned[vectors.shape[1] :]), strict=True))
    return MeaningModel(threshold, float(regression.intercept_[0]), learned[: vectors.shape[1]], rarity, by_term)


def rarity_of(wordings: Sequence[str]) -> dict[str, float]:
    """Words and pairs of words -> inverse share of the sentences they stand in, smoothed, as a logarithm."""
    seen: Counter[str] = Counter()
    for wording in wordings:
        seen.update(set(terms_of(wording)))
    return {term: math.log((1 + len(wordings)) / (1 + count)) + 1 for term, count in seen.items() if count >= SEEN_IN}


def message_score(model: MeaningModel, labelled: LabelledMessage) -> float:
    """A message means what its best sentence means."""
    return max(meanings_of(labelled.message).scores(model), default=-math.inf)


def try_on_strangers(criterion: str, written: Sequence[LabelledSentence], messages: Sequence[LabelledMessage]) -> Trial:
    """Each author's messages are scored by a model that learned from everybody else."""
    scores: list[tuple[LabelledMessage, float]] = []
    for author in sorted({message.author for message in messages}):
        others = [sentence for message in messages if message.author != author for sentence in cut_sentences(message)]
        model = learn(criterion, [*written, *others])
        scores += [(m, message_score(model, m)) for m in messages if m.author == author and criterion in m.labels]
    return Trial(
        criterion,
        tuple(m.field for m, _ in scores),
        tuple(m.author for m, _ in scores),
        tuple(score for _, score in scores),
        tuple(m.labels[criterion] for m, _ in scores),
    )


def best_threshold(trial: Trial) -> float:
    """The middle of the longest stretch of thresholds with the best macro F1: a point that luck moves least."""
    candidates = [step / 20 for step in range(-60, 61)]
    found = [trial.macro_f1(threshold) for threshold in candidates]
    smooth = [sum(found[max(0, at - 4) : at + 5]) / len(found[max(0, at - 4) : at + 5]) for at in range(len(found))]
    return candidates[max(range(len(smooth)), key=lambda at: (smooth[at], -abs(candidates[at])))]


def macro_f1(labels: Sequence[bool], judged: Sequence[bool]) -> float:
    return (f1(labels, judged) + f1([not label for label in labels], [not met for met in judged])) / 2


def f1(labels: Sequence[bool], judged: Sequence[bool]) -> float:
    hits = sum(label and met for label, met in zip(labels, judged, strict=True))
    return 2 * hits / (sum(labels) + sum(judged)) if hits else 0.0


def train(written_folder: Path, sets: Sequence[Path], models: Path = MODELS) -> dict[str, Trial]:
    """Writes a model for every criterion of LEARNED and for every kind of value; returns the trials that chose the thresholds."""
    written = list(written_sentences(written_folder, LEARNED))
    messages = [message for path in sets for message in labelled_messages(path, MessageParser())]
    everything = [*written, *(sentence for message in messages for sentence in cut_sentences(message))]
    trials = {criterion: try_on_strangers(criterion, written, messages) for criterion in JUDGED}
    models.mkdir(exist_ok=True)
    for criterion in LEARNED:
        threshold = best_threshold(trials[criterion]) if criterion in trials else 0.0
        _write(models, criterion, learn(criterion, everything, threshold))
    of_value = [sentence for sentence in everything if sentence.kind]
    for kind in ValueKind:
        model = fit([s.wording for s in of_value], [s.kind == kind for s in of_value], 0.0)
        _write(models, f"kind_{kind}", model)
    return trials


def _write(models: Path, name: str, model: MeaningModel) -> None:
    (models / f"{name}.json").write_text(model.to_json() + "\n", encoding="utf-8")
