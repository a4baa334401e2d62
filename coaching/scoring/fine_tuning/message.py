"""Trains the reader of whole messages on labelled voicemails, and on the sentences that the models of meaning learned from.

    python -m coaching.scoring.fine_tuning.message coaching/rubrics/voicemail/sentences eval/*.jsonl

Takes ten minutes on two cores. The same rows give the same weights on the same machine, and nearly the same elsewhere.
Needs requirements-dev.txt, which is not needed to judge.
"""

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from coaching.scoring.fine_tuning.stored import StoredWeights
from coaching.scoring.fine_tuning.tuning import Example, tuned
from coaching.scoring.fine_tuning.written import write
from coaching.scoring.labelled_sentences import labelled_messages, written_sentences
from coaching.scoring.meanings import text_of
from coaching.scoring.parse import MessageParser
from coaching.scoring.readers import MESSAGE

# What hangs on a sentence, and what on the whole of a message; who and what is named rules find.
OF_A_SENTENCE = ("value_offered", "call_to_action", "urgency_shown", "personalised")
CRITERIA = (*OF_A_SENTENCE, "not_just_checking_in")
SENTENCE_WEIGHT = 0.5  # against a voicemail: a sentence was written to be a hard case, and says nothing of the rest


def main(sentences: Path, sets: Sequence[Path]) -> None:
    examples = [*voicemail_examples(sets), *sentence_examples(sentences)]
    write(MESSAGE, tuned(StoredWeights().values, CRITERIA, examples), CRITERIA, len(examples))


def voicemail_examples(sets: Sequence[Path]) -> Iterator[Example]:
    """A row weighs the same however many recognisers printed it in other words."""
    parser = MessageParser()
    for path in sets:
        for _, printed in groupby(labelled_messages(path, parser), key=lambda one: one.id):
            by_words = {one.message.meanings.wordings: one.labels for one in printed}
            for wordings, labels in by_words.items():
                wanted = {criterion: met for criterion, met in labels.items() if criterion in CRITERIA}
                yield Example(text_of(wordings), wanted, 1 / len(by_words))


def sentence_examples(folder: Path) -> Iterator[Example]:
    for sentence in written_sentences(folder, OF_A_SENTENCE):
        if sentence.wording:
            yield Example(text_of([sentence.wording]), sentence.labels, SENTENCE_WEIGHT)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
