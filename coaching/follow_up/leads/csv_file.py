"""Leads from CSV as customer systems and spreadsheets export it."""

from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo
from itertools import islice

from coaching.follow_up.csv_table import BadRow, Line, named_cells, open_table
from coaching.follow_up.leads.cells import arrived_lead
from coaching.follow_up.leads.columns import check, suggest
from coaching.follow_up.leads.reading import Read, Reading, Refused

ROWS_FOR_EXAMPLES = 20  # enough to meet a value in a column that is often empty


def examples_of(content: bytes) -> dict[str, str]:
    """Every column that has a name -> the first value in it, "" where the first rows have none.

    Raises InvalidFile where the file is empty or no text.
    """
    lines, headers = open_table(content)
    examples = dict.fromkeys(filter(None, headers), "")
    for _, row in islice(lines, ROWS_FOR_EXAMPLES):
        for header, cell in zip(headers, row if isinstance(row, list) else (), strict=False):
            if header and not examples[header]:
                examples[header] = cell.strip()
    return examples


def read_csv(
    content: bytes,
    *,
    zone: tzinfo,
    now: datetime,
    mapping: Mapping[str, str] | None = None,
    kept: Mapping[str, str] | None = None,
) -> Reading:
    """mapping: column name -> field. Without one, `kept` is taken if the file has all its columns, else one is suggested.

    zone: where times without a zone were written. now: when a refusal without a time is taken to have been made.
    Raises InvalidFile where no row can be read at all; a row that cannot be used is reported, the others are read.
    """
    lines, headers = open_table(content)
    chosen = mapping if mapping is not None else kept_or_suggested(kept or {}, headers)
    check(chosen, headers)
    return Reading.of(_rows(lines, headers, chosen, zone, now))


def kept_or_suggested(kept: Mapping[str, str], headers: list[str]) -> Mapping[str, str]:
    return kept if kept and kept.keys() <= set(headers) else suggest(headers)


def _rows(
    lines: Iterator[Line], headers: list[str], mapping: Mapping[str, str], zone: tzinfo, now: datetime
) -> Iterator[Read | Refused]:
    for number, row in lines:
        try:
            named = named_cells(row, headers)
            if any(named.values()):
                cells = {field: named.get(header, "") for header, field in mapping.items()}
                yield Read(number, arrived_lead(cells, zone, now))
        except BadRow as error:
            yield Refused(number, str(error))
