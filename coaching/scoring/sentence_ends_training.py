"""Learns where sentences end from the full stops of people who write what is said. Needs scikit-learn."""

import csv
import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from coaching.domain.context import CallContext
from coaching.scoring.heard import heard_words
from coaching.scoring.on_file import read_context
from coaching.scoring.parse import NOTHING_KNOWN
from coaching.scoring.sentence_ends import EndsModel, kind_of, signs

FULL_STOP = re.compile(r"[.?!…](?=[\s\"')]|$)")
TITLES = frozenset({"mr", "mrs", "ms", "dr", "st"})
TOGETHER = 5  # written sentences in a row make a message to learn from
SEEN_WORD, SEEN_SIGN = 4, 3  # times that a word, and what stands around a place, must occur to be learned
SEEDS = (5, 6, 7, 8)  # each with other neighbours: with one, a sentence more moved the ends of many others


@dataclass(frozen=True, slots=True)
class Places:
    """words of a message, and whether a sentence ends before each but the first."""

    words: tuple[str, ...]
    ends: tuple[bool, ...]


def learn_ends(written_folder: Path, pairs: Sequence[Path], sets: Sequence[Path]) -> EndsModel:
    spoken = [*_voicemails(sets), *((row["text"], NOTHING_KNOWN) for row in _rows(pairs)), *_composed(written_folder)]
    return fitted([places for text, context in spoken if FULL_STOP.search(text) and (places := places_of(text, context)).ends])


def places_of(text: str, context: CallContext) -> Places:
    words = heard_words(text, context)
    between = pairwise(words)
    ends = (bool(FULL_STOP.search(text[one.end : two.start])) and one.text not in TITLES for one, two in between)
    return Places(tuple(word.text for word in words), tuple(ends))


def fitted(messages: Sequence[Places]) -> EndsModel:
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    known = frozenset(_often((word for message in messages for word in message.words), SEEN_WORD))
    rows = [list(signs(kept, at)) for kept in _kinds(messages, known) for at in range(1, len(kept))]
    columns = {sign: at for at, sign in enumerate(sorted(_often((sign for row in rows for sign in row), SEEN_SIGN)))}
    entries = [(at, columns[sign]) for at, row in enumerate(rows) for sign in row if sign in columns]
    matrix = csr_matrix(([1.0] * len(entries), tuple(zip(*entries, strict=True))), shape=(len(rows), len(columns)))
    regression = LogisticRegression(max_iter=3000).fit(matrix, [end for message in messages for end in message.ends])
    weights = dict(zip(columns, map(float, regression.coef_[0]), strict=True))
    return EndsModel(float(regression.intercept_[0]), known, weights)


def _kinds(messages: Iterable[Places], known: frozenset[str]) -> Iterator[list[str]]:
    return ([kind_of(word, known) for word in message.words] for message in messages)


def _often(things: Iterable[str], times: int) -> set[str]:
    return {thing for thing, count in Counter(things).items() if count >= times}


def _voicemails(sets: Iterable[Path]) -> Iterator[tuple[str, CallContext]]:
    return ((row["text"], read_context(row)) for row in _rows(sets))


def _rows(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    return (json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines())


def _composed(folder: Path) -> Iterator[tuple[str, CallContext]]:
    """Sentences written for the models of meaning, shuffled and put in a row."""
    sentences = [f"{text.rstrip('.')}." if text[-1] not in "?!" else text for text in _written(folder)]
    for seed in SEEDS:
        random.Random(seed).shuffle(sentences)
        for first in range(0, len(sentences), TOGETHER):
            yield " ".join(sentences[first : first + TOGETHER]), NOTHING_KNOWN


def _written(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from (row["text"].strip() for row in csv.DictReader(file))
