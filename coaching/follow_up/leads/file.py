"""A file of leads, whichever of the two kinds it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from coaching.errors import InvalidFile
from coaching.follow_up.leads.adf import looks_like_adf, read_adf
from coaching.follow_up.leads.csv_file import examples_of, kept_or_suggested, read_csv
from coaching.follow_up.leads.reading import Reading

LARGEST = 10 * 1024 * 1024  # bytes; some 20,000 leads


@dataclass(frozen=True, slots=True)
class Column:
    """name: as the file has it. field: what it is read as, None where it is left out. example: a value in it, or ""."""

    name: str
    field: str | None
    example: str


def columns_of(content: bytes, kept: Mapping[str, str] | None = None) -> Sequence[Column]:
    """Of a CSV file, as `read_leads` would read it; none where nothing can be chosen, as in ADF. Raises InvalidFile."""
    refuse_unreadable(content)
    if looks_like_adf(content):
        return []
    examples = examples_of(content)
    mapping = kept_or_suggested(kept or {}, list(examples))
    return [Column(name, mapping.get(name), example) for name, example in examples.items()]


def read_leads(
    content: bytes,
    *,
    zone: tzinfo,
    now: datetime,
    mapping: Mapping[str, str] | None = None,
    kept: Mapping[str, str] | None = None,
) -> Reading:
    """By its content, not its name; the arguments are those of `read_csv`.

    Raises InvalidFile with what to do where nothing of it can be imported.
    """
    refuse_unreadable(content)
    if looks_like_adf(content):
        return read_adf(content, zone=zone, now=now)
    return read_csv(content, zone=zone, now=now, mapping=mapping, kept=kept)


def refuse_unreadable(content: bytes) -> None:
    """Raises InvalidFile with what to do."""
    if not content.strip():
        raise InvalidFile("The file is empty. Export it again.")
    if len(content) > LARGEST:
        raise InvalidFile(f"The file is larger than {LARGEST // 1024**2} MB. Split it and import the parts.")
