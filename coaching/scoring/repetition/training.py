"""Fits the combiner on labelled messages and writes model.json with its weights and how it was tested.

    python -m coaching.scoring.repetition.training coaching/rubrics/voicemail/pairs/*.jsonl eval/*.jsonl

A row is either a pair (`earlier`: list of texts, `text`, `outcome`, `voice`) or a voicemail of a labelled set as `evaluate`
reads it; of the latter `text` and, where there is one, `asr_text` are learned. Ambiguous rows are left out. Needs
scikit-learn, which is not needed to judge. The same rows give the same bytes.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from coaching.domain.scorecard import Outcome
from coaching.scoring.odds import EVEN
from coaching.scoring.on_file import read_context
from coaching.scoring.parse import MessageParser
from coaching.scoring.repetition.combiner import MODEL, Combiner, Weighed
from coaching.scoring.repetition.comparison import FEATURES, Earlier, compare
from coaching.scoring.repetition.reasons import Reasons, read_reasons

CRITERION = "no_repetition"
STRENGTH = 0.2  # inverse of regularisation; 0.05 to 1 gave the same macro F1 within 0.02 with unseen authors
PAIR_WEIGHT = 0.7  # of a pair against a voicemail of a set: a pair is written to be hard, not to be typical
DECIMALS = 5
FIELDS = ("text", "asr_text")


@dataclass(frozen=True, slots=True)
class Example:
    """comparison: FEATURES by name. hand: who wrote it, so that nobody is tested on their own words.

    said, earlier: what was compared, oldest first.
    """

    comparison: Mapping[str, float]
    is_news: bool
    hand: str
    weight: float
    said: Reasons
    earlier: tuple[Reasons, ...]


def main(paths: Sequence[Path]) -> None:
    examples = list(examples_of(paths))
    report = {"macro_f1_with_unseen_hand": by_unseen_hand(examples), "examples": len(examples)}
    MODEL.write_text(json.dumps({**fitted(examples), "report": report}, indent=1) + "\n", encoding="utf-8")


def examples_of(paths: Iterable[Path]) -> Iterator[Example]:
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        if rows and "outcome" in rows[0]:
            yield from (_pair(row, path.stem) for row in rows)
        else:
            yield from _voicemails(rows, path.stem)


def by_unseen_hand(examples: Sequence[Example]) -> dict[str, float]:
    """Macro F1 for each hand, by weights learned from the others."""
    scores = {}
    for hand in sorted({example.hand for example in examples}):
        others = [example for example in examples if example.hand != hand]
        if others:
            model = fitted(others)
            own = [example for example in examples if example.hand == hand]
            scores[hand] = round(_macro_f1([(example.is_news, _says_news(model, example)) for example in own]), 3)
    return scores


def fitted(examples: Sequence[Example]) -> dict[str, Any]:
    """The weights as model.json holds them."""
    from sklearn.linear_model import LogisticRegression

    rows = np.array([[example.comparison[name] for name in FEATURES] for example in examples])
    mean, scale = rows.mean(axis=0), rows.std(axis=0)
    scale[scale == 0] = 1.0
    regression = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=5000)
    regression.fit((rows - mean) / scale, [e.is_news for e in examples], sample_weight=[e.weight for e in examples])
    columns = zip(FEATURES, mean, scale, regression.coef_[0], strict=True)
    return {
        "features": {n: {"mean": _short(m), "scale": _short(s), "weight": _short(w)} for n, m, s, w in columns},
        "bias": _short(regression.intercept_[0]),
    }


def _short(number: float) -> float:
    return round(float(number), DECIMALS)


def _says_news(model: Mapping[str, Any], example: Example) -> bool:
    combiner = Combiner({name: Weighed(**weighed) for name, weighed in model["features"].items()}, model["bias"])
    return combiner.chance_of_news(example.comparison) >= EVEN


def _macro_f1(verdicts: Sequence[tuple[bool, bool]]) -> float:
    """verdicts: (what it is, what was said)."""
    scores = []
    for label in (True, False):
        both = sum(one is label and other is label for one, other in verdicts)
        either = sum(one is label for one, _ in verdicts) + sum(other is label for _, other in verdicts)
        scores.append(2 * both / either if either else 1.0)
    return sum(scores) / len(scores)


def _pair(row: Mapping[str, Any], hand: str) -> Example:
    return _example(row["text"], row["earlier"], "{}", row["outcome"], hand, PAIR_WEIGHT)


def _voicemails(rows: Sequence[Mapping[str, Any]], hand: str) -> Iterator[Example]:
    for row in rows:
        if row["labels"][CRITERION] == Outcome.NOT_APPLICABLE or CRITERION in row.get("ambiguous", ()):
            continue
        before = sorted((one for one in rows if _is_before(one, row)), key=lambda one: int(one["attempt"]))
        fields = [field for field in FIELDS if row.get(field)]
        for field in fields:
            earlier = [one.get(field) or one["text"] for one in before]
            yield _example(row[field], earlier, _on_file(row), row["labels"][CRITERION], hand, 1 / len(fields))


def _is_before(one: Mapping[str, Any], row: Mapping[str, Any]) -> bool:
    return bool(one["lead"] == row["lead"] and one["attempt"] < row["attempt"])


def _on_file(row: Mapping[str, Any]) -> str:
    """What is on file for a call, as JSON."""
    return json.dumps({key: row.get(key) for key in ("rep", "customer", "facts")})


def _example(text: str, earlier: Sequence[str], on_file: str, outcome: str, hand: str, weight: float) -> Example:
    said, heard = _reasons(text, on_file), Earlier(tuple(_reasons(one, on_file) for one in earlier))
    return Example(compare(said, heard), outcome == Outcome.MET, hand, weight, said, heard.messages)


@cache
def _reasons(text: str, on_file: str) -> Reasons:
    return read_reasons(MessageParser().parse(text, read_context(json.loads(on_file))))


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
