"""The process beside the web process that judges texts: it is asked on its input, and answers on its output, until that ends.

Both are pickles between two processes of this project; nobody else can write to either end.
"""

import os
import pickle
import sys
from collections.abc import Callable
from typing import BinaryIO

from coaching.rubrics import load_scorer
from coaching.scoring.parse import Spoken
from coaching.scoring.scorer import Scorer


def answer(asked: BinaryIO, told: BinaryIO, scorer_for: Callable[[Spoken], Scorer]) -> None:
    """A Spoken in, its Scorecard out; ends with the input."""
    while True:
        try:
            spoken = pickle.load(asked)
        except EOFError:
            return
        pickle.dump(scorer_for(spoken).score(spoken), told)
        told.flush()


def main() -> None:
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as told:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints must not mix with the answers
        answer(sys.stdin.buffer, told, lambda spoken: load_scorer(spoken.context.profile_id))


if __name__ == "__main__":
    main()
