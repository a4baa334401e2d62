"""What the models of meaning learn from: sentences written for the project, and sentences cut from labelled voicemails."""

import csv
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from coaching.scoring.heard import heard_words, wording
from coaching.scoring.marks import with_marks
from coaching.scoring.message import Message, Span
from coaching.scoring.on_file import read_context
from coaching.scoring.parse import NOTHING_KNOWN, MessageParser, Spoken

SHARED = 0.5  # of the shorter of sentence and labelled evidence, from which the sentence is the evidence
PAUSES = re.compile(r"[^\w\s'$%@.-]|\.(?!\d)")


@dataclass(frozen=True)
class LabelledSentence:
    """labels: criterion -> whether this sentence alone proves it; one that is missing was not labelled or is doubtful.

    kind: of value, "" where there is none or it was not labelled. author: who wrote it.
    """

    wording: str
    labels: Mapping[str, bool]
    kind: str
    author: str


@dataclass(frozen=True, eq=False)
class LabelledMessage:
    """A voicemail of a labelled set as one field of it (`text`, `asr_text`) prints it. labels leaves out what is ambiguous."""

    id: str
    field: str
    author: str
    message: Message
    labels: Mapping[str, bool]
    evidence: Mapping[str, str]
    kind: str


def written_sentences(folder: Path, criteria: Sequence[str]) -> Iterator[LabelledSentence]:
    """Every row of every CSV of the folder; a criterion that a row names neither as met nor as doubtful is not met."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                met, doubtful = row["met"].split(), row["doubtful"].split()
                labels = {criterion: criterion in met for criterion in criteria if criterion not in doubtful}
                yield LabelledSentence(
                    with_marks(wording(heard_words(row["text"], NOTHING_KNOWN))), labels, row["kind"], row["source"]
                )


def labelled_messages(path: Path, parser: MessageParser) -> list[LabelledMessage]:
    """Every row as it was said and as a recogniser prints it; where it printed nothing, without case and punctuation."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    printed = [(row, field, row.get(field) or without_pauses(row["text"])) for row in rows for field in ("text", "asr_text")]
    messages = parser.parse_all(Spoken(text, read_context(row)) for row, _, text in printed)
    return [_labelled(row, field, message, path.stem) for (row, field, _), message in zip(printed, messages, strict=True)]


def without_pauses(text: str) -> str:
    """As small recognisers print long messages: lower case, no punctuation."""
    return " ".join(PAUSES.sub(" ", text).lower().split())


def cut_sentences(labelled: LabelledMessage) -> Iterator[LabelledSentence]:
    """Where a criterion is not met no sentence proves it; where it is met those of the evidence do, the others are left open."""
    meanings = labelled.message.meanings
    for span, marked in zip(meanings.spans, meanings.wordings, strict=True):
        labels = {}
        for criterion, met in labelled.labels.items():
            if not met:
                labels[criterion] = False
            elif _shows(span, locate(labelled.message.text, labelled.evidence.get(criterion, ""))):
                labels[criterion] = True
        kind = labelled.kind if labels.get("value_offered") else ""
        yield LabelledSentence(marked, labels, kind, labelled.author)


def locate(text: str, quote: str) -> Span | None:
    """Where the quote stands, also where a recogniser printed it differently; None where too little of it came through."""
    if not quote:
        return None
    at = text.find(quote)
    if at >= 0:
        return Span(at, at + len(quote))
    blocks = SequenceMatcher(None, text.lower(), quote.lower(), autojunk=False).get_matching_blocks()
    long = [block for block in blocks if block.size >= 4]
    if sum(block.size for block in long) < SHARED * len(quote):
        return None
    starts = [block.a - block.b for block in long]
    start = max(starts, key=lambda place: sum(block.size for block in long if abs(block.a - block.b - place) < len(quote) / 2))
    return Span(max(0, start), min(len(text), start + len(quote)))


def _shows(sentence: Span, evidence: Span | None) -> bool:
    if evidence is None:
        return False
    shared = min(sentence.end, evidence.end) - max(sentence.start, evidence.start)
    return shared >= SHARED * min(sentence.end - sentence.start, evidence.end - evidence.start)


def _labelled(row: Mapping[str, Any], field: str, message: Message, name: str) -> LabelledMessage:
    clear = {criterion: outcome == "met" for criterion, outcome in row["labels"].items() if criterion not in row["ambiguous"]}
    clear = {criterion: met for criterion, met in clear.items() if row["labels"][criterion] != "not_applicable"}
    author = row.get("author") or name
    return LabelledMessage(row["id"], field, author, message, clear, row["evidence"], row.get("value_kind") or "")
