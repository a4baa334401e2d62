"""The rows of a CSV file as customer systems and spreadsheets export it, whatever they hold."""

import csv
import io
from collections.abc import Iterator, Mapping

from coaching.errors import CoachingError, InvalidFile

SEPARATORS = ",;\t|"
TOO_LONG = "field larger than field limit"  # csv tells its errors apart by their words alone
TOO_MANY = "Take out a separator too many (comma, semicolon, tab), or put the cell that holds it in quotation marks."
# A row as csv reads it, or why it could not, with the line it begins in.
Line = tuple[int, list[str] | csv.Error]


class BadRow(CoachingError):
    """One row of a file that cannot be used; the others still can."""


def open_table(content: bytes) -> tuple[Iterator[Line], list[str]]:
    """The rows after the names of the columns, and these names. Raises InvalidFile where the file is empty or no text."""
    text = _decoded(content)
    separator = max(SEPARATORS, key=text.split("\n", 1)[0].count)
    lines = _lines(text, separator)
    _, names = next(lines, (1, []))
    headers = [] if isinstance(names, csv.Error) else [name.strip() for name in names]
    if not any(headers):
        raise InvalidFile("The file has no row of column names. Export it again with the names of the columns in the first row.")
    return lines, headers


def named_cells(row: list[str] | csv.Error, headers: list[str]) -> Mapping[str, str]:
    """column -> what stands there; a cell that is missing at the end is missing here. Raises BadRow.

    Of several columns of one name the first in which something stands counts: exports have "Phone" twice, and one empty.
    """
    if isinstance(row, csv.Error) and TOO_LONG in str(row):
        longest = f"{csv.field_size_limit():,} characters"
        raise BadRow(f"A cell is longer than {longest}. Shorten it, or look for a quotation mark that is never closed.")
    if isinstance(row, csv.Error):
        raise BadRow(f"This row cannot be read ({row}). Look for a quotation mark that is never closed.")
    if len(row) > len(headers):
        raise BadRow(f"It has {len(row)} cells for {len(headers)} columns. {TOO_MANY}")
    cells: dict[str, str] = {}
    for header, cell in zip(headers, row, strict=False):
        cells[header] = cells.get(header) or cell.strip()
    return cells


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
