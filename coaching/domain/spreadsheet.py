"""Rows as a file for a spreadsheet, in which nothing that somebody typed is taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

# A cell that begins with one of these is computed when the file is opened (OWASP, "CSV injection").
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """UTF-8 with its mark, by which spreadsheets know it. Numbers stay numbers; None is an empty cell."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(map(cell, header))
    writer.writerows([cell(value) for value in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def cell(value: object) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    text = str(value)
    return f"'{text}" if text.lstrip(" \ufeff").startswith(FORMULA_SIGNS) or text.startswith(FORMULA_SIGNS) else text
