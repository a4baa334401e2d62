"""Leads from CSV as customer systems and spreadsheets export it."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo

from coaching.errors import InvalidFile
from coaching.follow_up.leads.cells import arrived_lead
from coaching.follow_up.leads.columns import check, suggest
from coaching.follow_up.leads.reading import BadLead, Read, Reading, Refused

SEPARATORS = ",;\t|"
# A row as csv reads it, or why it could not, with the line it begins in.
Line = tuple[int, list[str] | csv.Error]


def headers_of(content: bytes) -> list[str]:
    """The names of the columns as they are written. Raises InvalidFile where the file is empty or no text."""
    return _open(content)[1]


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
    lines, headers = _open(content)
    chosen = mapping if mapping is not None else _kept_or_suggested(kept or {}, headers)
    check(chosen, headers)
    return Reading.of(_rows(lines, headers, chosen, zone, now))


def _kept_or_suggested(kept: Mapping[str, str], headers: list[str]) -> Mapping[str, str]:
    return kept if kept and kept.keys() <= set(headers) else suggest(headers)


def _rows(
    lines: Iterator[Line], headers: list[str], mapping: Mapping[str, str], zone: tzinfo, now: datetime
) -> Iterator[Read | Refused]:
    for number, row in lines:
        try:
            named = dict(zip(headers, _cells(row, headers), strict=False))
            if any(cell.strip() for cell in named.values()):
                cells = {field: named.get(header, "").strip() for header, field in mapping.items()}
                yield Read(number, arrived_lead(cells, zone, now))
        except BadLead as error:
            yield Refused(number, str(error))


def _cells(row: list[str] | csv.Error, headers: list[str]) -> list[str]:
    if isinstance(row, csv.Error):
        raise BadLead(f"This row cannot be read ({row}). Look for a quotation mark that is never closed.")
    if len(row) > len(headers):
        raise BadLead(f"It has {len(row)} cells for {len(headers)} columns. Put cells that hold a comma in quotation marks.")
    return row


def _open(content: bytes) -> tuple[Iterator[Line], list[str]]:
    """The rows after the names of the columns, and these names."""
    text = _decoded(content)
    separator = max(SEPARATORS, key=text.split("\n", 1)[0].count)
    lines = _lines(text, separator)
    _, names = next(lines, (1, []))
    headers = [] if isinstance(names, csv.Error) else [name.strip() for name in names]
    if not any(headers):
        raise InvalidFile("The file has no row of column names. Export it again with the names of the columns in the first row.")
    return lines, headers


def _lines(text: str, separator: str) -> Iterator[Line]:
    """`strict`, so that a quotation mark that is never closed is told, and does not swallow the rest of the file unseen."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        number = rows.line_num + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield number, error
            continue
        if row is None:
            return
        yield number, row


def _decoded(content: bytes) -> str:
    """UTF-8 or UTF-16 by their marks, else UTF-8, else the Windows code page that spreadsheets write."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content:
        raise InvalidFile("This is not a text file. Save the list as CSV and import that file.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
