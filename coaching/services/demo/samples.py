"""The sample recordings and what is on file about each call, as leads.jsonl tells it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from coaching.errors import InvalidFile

LEADS = "leads.jsonl"


@dataclass(frozen=True, slots=True)
class Sample:
    """recording: a file beside leads.jsonl; lead: what the attempts of one lead have in common."""

    recording: str
    lead: str
    attempt: int
    rep: Mapping[str, str]
    customer: Mapping[str, str]
    facts: Mapping[str, object]


def read_samples(folder: Path) -> Sequence[Sample]:
    """Raises InvalidFile."""
    try:
        lines = (folder / LEADS).read_text(encoding="utf-8").splitlines()
        samples = [_sample(json.loads(line)) for line in lines if line.strip()]
        if not samples:
            raise ValueError("it is empty")
        return samples
    except (OSError, ValueError, KeyError) as error:
        raise InvalidFile(f"{LEADS} of the sample recordings cannot be used: {error}. Restore it from the repository.") from error


def _sample(line: Mapping[str, object]) -> Sample:
    return Sample(**{field.name: line[field.name] for field in fields(Sample)})  # type: ignore[arg-type]
