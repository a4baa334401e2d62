"""Learns the models of meaning from labelled sentences and says how well they hold with authors they never saw.

Runs from the repository only (scikit-learn is no dependency of the product) and gives the same models every time.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from coaching.domain.scorecard import ValueKind
from coaching.scoring.checks.reason import Weighing, clear
from coaching.scoring.embeddings import shared_embedder
from coaching.scoring.labelled_sentences import (
    LabelledMessage,
    LabelledSentence,
    cut_sentences,
    labelled_messages,
    written_sentences,
)
from coaching.scoring.marks import without_marks
from coaching.scoring.meaning_model import MODELS, MeaningModel, term_values, terms_of
from coaching.scoring.parse import MessageParser
from coaching.scoring.trials import REASON, Trial, best_threshold, trial_of

if TYPE_CHECKING:
    import numpy as np

JUDGED = ("value_offered", "text_invited", "call_to_action", "urgency_shown", "personalised")
LEARNED = (*JUDGED, "check_in", "other_reason")  # the last two tell a mere check-in from a call with a reason
WEIGHED = ("value_offered", "check_in", "other_reason", "personalised", "urgency_shown")
SEEN_IN = 3  # sentences in which a word must stand to be learned
STIFFNESS = 3.0  # C of the regression; 1, 3 and 10 were tried by cross-validation over authors


def learn(criterion: str, sentences: Iterable[LabelledSentence], threshold: float = 0.0) -> MeaningModel:
    """threshold: the log odds from which a sentence counts."""
    labelled = [sentence for sentence in sentences if criterion in sentence.labels and sentence.wording]
    return fit([s.wording for s in labelled], [s.labels[criterion] for s in labelled], threshold)


def fit(wordings: Sequence[str], labels: Sequence[bool], threshold: float) -> MeaningModel:
    import numpy as np
    from scipy.sparse import csr_matrix, hstack
    from sklearn.linear_model import LogisticRegression

    rarity = rarity_of(wordings)
    terms = {term: column for column, term in enumerate(sorted(rarity))}
    rows = [term_values(wording, rarity) for wording in wordings]
    entries = [(value, row, terms[term]) for row, values in enumerate(rows) for term, value in values.items()]
    values, at_row, at_column = zip(*entries, strict=True)
    words = csr_matrix((values, (at_row, at_column)), shape=(len(wordings), len(terms)))
    vectors = np.stack([_vector(without_marks(wording)) for wording in wordings]).astype("float64")
    regression = LogisticRegression(C=STIFFNESS, max_iter=5000, class_weight="balanced")
    regression.fit(hstack([csr_matrix(vectors), words]).tocsr(), labels)
    learned: np.ndarray = regression.coef_[0]
    by_term = dict(zip(terms, map(float, learned[vectors.shape[1] :]), strict=True))
    return MeaningModel(threshold, float(regression.intercept_[0]), learned[: vectors.shape[1]], rarity, by_term)


@cache
def _vector(wording: str) -> "np.ndarray":
    """All sentences are learned from dozens of times, and are more than the embedder remembers."""
    vector: np.ndarray = shared_embedder()([wording])[0]
    return vector


def rarity_of(wordings: Sequence[str]) -> dict[str, float]:
    """Words and pairs of words -> inverse share of the sentences they stand in, smoothed, as a logarithm."""
    seen: Counter[str] = Counter()
    for wording in wordings:
        seen.update(set(terms_of(wording)))
    return {term: math.log((1 + len(wordings)) / (1 + count)) + 1 for term, count in seen.items() if count >= SEEN_IN}


def message_score(model: MeaningModel, labelled: LabelledMessage) -> float:
    """A message means what its best sentence means."""
    return max(labelled.message.meanings.scores(model), default=-math.inf)


def score_as_strangers(
    criterion: str,
    written: Sequence[LabelledSentence],
    messages: Sequence[LabelledMessage],
    tried: Sequence[LabelledMessage] = (),
) -> dict[LabelledMessage, float]:
    """Each author's messages, scored by a model that learned from everybody else's; from those of `tried` none learns."""
    scores: dict[LabelledMessage, float] = {}
    for author in sorted({message.author for message in messages}):
        others = [sentence for message in messages if message.author != author for sentence in cut_sentences(message)]
        model = learn(criterion, [*written, *others])
        scores |= {message: message_score(model, message) for message in messages if message.author == author}
    if tried:
        model = learn(criterion, [*written, *(sentence for message in messages for sentence in cut_sentences(message))])
        scores |= {message: message_score(model, message) for message in tried}
    return scores


def weigh_reasons(messages: Sequence[LabelledMessage], strangers: Mapping[str, Mapping[LabelledMessage, float]]) -> Weighing:
    """What each meaning counts for having a reason; strangers: meaning -> scores by models that never saw the author."""
    from sklearn.linear_model import LogisticRegression

    judged = [message for message in messages if REASON in message.labels]
    rows = [[clear(strangers[name][message]) for name in WEIGHED] for message in judged]
    regression = LogisticRegression(C=1.0, class_weight="balanced").fit(rows, [message.labels[REASON] for message in judged])
    weights = {name: round(float(weight), 3) for name, weight in zip(WEIGHED, regression.coef_[0], strict=True)}
    return Weighing(round(float(regression.intercept_[0]), 3), weights)


def reasons_of_strangers(
    messages: Sequence[LabelledMessage], strangers: Mapping[str, Mapping[LabelledMessage, float]]
) -> dict[LabelledMessage, float]:
    """Each author's messages, weighed as the messages of the others teach."""
    totals: dict[LabelledMessage, float] = {}
    for author in sorted({message.author for message in messages}):
        weighing = weigh_reasons([message for message in messages if message.author != author], strangers)
        theirs = [message for message in messages if message.author == author]
        totals |= {message: weighing.total({name: strangers[name][message] for name in WEIGHED}) for message in theirs}
    return totals


def train(written_folder: Path, sets: Sequence[Path], models: Path = MODELS, tried: Sequence[Path] = ()) -> list[Trial]:
    """Writes all models; returns the trials with strangers, which chose the thresholds and are what may be published.

    tried: sets that no model learns from: they choose the thresholds, being as strange to what ships as its users are.
    """
    written = list(written_sentences(written_folder, LEARNED))
    messages, others = (
        [message for path in paths for message in labelled_messages(path, MessageParser())] for paths in (sets, tried)
    )
    everything = [*written, *(sentence for message in messages for sentence in cut_sentences(message))]
    strangers = {criterion: score_as_strangers(criterion, written, messages, others) for criterion in LEARNED}
    thresholds = {criterion: _threshold(criterion, strangers[criterion], others or messages) for criterion in JUDGED}
    trials = [trial_of(criterion, strangers[criterion], thresholds[criterion]) for criterion in JUDGED]
    (models / "combined").mkdir(parents=True, exist_ok=True)
    for criterion in LEARNED:
        _write(models / f"{criterion}.json", learn(criterion, everything, thresholds.get(criterion, 0.0)).to_json())
    _write(models / "combined" / f"{REASON}.json", json.dumps(asdict(weigh_reasons([*messages, *others], strangers))))
    of_value = [sentence for sentence in everything if sentence.kind]
    for kind in ValueKind:
        learned = fit([sentence.wording for sentence in of_value], [sentence.kind == kind for sentence in of_value], 0.0)
        _write(models / f"kind_{kind}.json", learned.to_json())
    return [*trials, trial_of(REASON, reasons_of_strangers([*messages, *others], strangers))]


def _threshold(criterion: str, scores: Mapping[LabelledMessage, float], choosing: Iterable[LabelledMessage]) -> float:
    return best_threshold(trial_of(criterion, {message: scores[message] for message in choosing}))


def _write(path: Path, text: str) -> None:
    path.write_text(text + "\n", encoding="utf-8")
