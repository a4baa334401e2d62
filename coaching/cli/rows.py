"""Lines of JSON in: the rows of `check` and `evaluate`, and what is on file about a call."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from coaching.domain.context import CallContext, EarlierMessage
from coaching.errors import InvalidFile
from coaching.scoring.on_file import read_context

ALWAYS_FIRST = 0  # an attempt without a number is taken to come before the numbered ones


@dataclass(frozen=True, slots=True)
class Row:
    """One voicemail as text. `fields` is the line as it was read; lead and attempt are None where the line has none."""

    id: str
    lead: str | None
    attempt: int | None
    text: str
    context: CallContext
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BadLine:
    """line: its number in the file, from 1. id: where the line had one."""

    line: int
    error: str
    id: str | None = None


def read_lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise InvalidFile(f"{path} cannot be read: {error.strerror}. Check the name and try again.") from error
    except UnicodeDecodeError as error:
        raise InvalidFile(f"{path} is not text in UTF-8. Save it as UTF-8 and try again.") from error


def read_rows(lines: Iterable[str], field: str = "text") -> list[Row | BadLine]:
    """A Row or a BadLine for each line that is not blank, every Row knowing the earlier messages of its lead."""
    read = _each_id_once((number, _read(number, line, field)) for number, line in enumerate(lines, 1) if line.strip())
    return list(with_earlier(read))


def with_earlier(rows: Sequence[Row | BadLine]) -> Iterator[Row | BadLine]:
    leads: dict[str, list[Row]] = {}
    for row in rows:
        if isinstance(row, Row) and row.lead is not None:
            leads.setdefault(row.lead, []).append(row)
    for row in rows:
        if isinstance(row, Row) and row.lead is not None:
            yield replace(row, context=replace(row.context, earlier=_earlier(row, leads[row.lead])))
        else:
            yield row


def lead_of(fields: Mapping[str, Any]) -> str | None:
    """What tells the voicemails of one lead from those of another; a number will do."""
    return None if fields.get("lead") is None else str(fields["lead"])


def read_object(text: str) -> dict[str, Any]:
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidFile("not JSON: one object {...} is expected") from error
    if not isinstance(fields, dict):
        raise InvalidFile("not an object: {...} is expected")
    return fields


def _read(number: int, line: str, field: str) -> Row | BadLine:
    row_id = None
    try:
        fields = read_object(line)
        row_id = _required(fields, "id")
        context = read_context(fields)
        return Row(row_id, lead_of(fields), context.attempt, _required(fields, field), context, fields)
    except InvalidFile as error:
        return BadLine(number, str(error), row_id)


def _each_id_once(numbered: Iterable[tuple[int, Row | BadLine]]) -> list[Row | BadLine]:
    first_use: dict[str, int] = {}
    read: list[Row | BadLine] = []
    for number, row in numbered:
        if isinstance(row, Row) and first_use.setdefault(row.id, number) != number:
            row = BadLine(number, f'"id" {row.id!r} was used by line {first_use[row.id]}', row.id)
        read.append(row)
    return read


def _earlier(row: Row, of_lead: list[Row]) -> tuple[EarlierMessage, ...]:
    """The lead's messages with a lower attempt; where attempts are not numbered, none is known to be earlier."""
    ordered = sorted(of_lead, key=lambda other: (other.attempt or ALWAYS_FIRST, other.id))
    found = [
        EarlierMessage(o.id, o.text, o.attempt) for o in ordered if (o.attempt or ALWAYS_FIRST) < (row.attempt or ALWAYS_FIRST)
    ]
    return (*row.context.earlier, *found)


def _required(fields: Mapping[str, Any], key: str) -> str:
    if fields.get(key) is None:
        raise InvalidFile(f'"{key}" is missing')
    if not isinstance(fields[key], str):
        raise InvalidFile(f'"{key}" must be a text')
    return str(fields[key])
