"""Trains the reader of repetition on the labelled messages that the combiner learned from.

    python -m coaching.scoring.fine_tuning.repetition coaching/rubrics/voicemail/pairs/*.jsonl eval/*.jsonl

Takes ten minutes on two cores. The same rows give the same weights on the same machine, and nearly the same elsewhere.
Needs requirements-dev.txt, which is not needed to judge.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from coaching.scoring.fine_tuning.stored import StoredWeights
from coaching.scoring.fine_tuning.tuning import Example, tuned
from coaching.scoring.fine_tuning.written import write
from coaching.scoring.readers import REPETITION
from coaching.scoring.repetition.reading import CRITERION, text_beside
from coaching.scoring.repetition.training import examples_of


def main(paths: Sequence[Path]) -> None:
    examples = repetition_examples(paths)
    write(REPETITION, tuned(StoredWeights().values, [CRITERION], examples), [CRITERION], len(examples))


def repetition_examples(paths: Sequence[Path]) -> list[Example]:
    return [
        Example(text_beside(one.said.plain, [before.plain for before in one.earlier]), {CRITERION: one.is_news}, one.weight)
        for one in examples_of(paths)
    ]


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]])
