"""Lines of JSON in: the rows of `check` and `evaluate`, and what is on file about a call."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from coaching.domain.context import CallContext, EarlierMessage, RepOnFile
from coaching.errors import InvalidFile

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


def read_context(fields: Mapping[str, Any]) -> CallContext:
    """From {"rep": {...}, "customer": {...}, "facts": {...}, "earlier": [...], "attempt": n}, every part optional.

    Raises InvalidFile naming the key that has the wrong shape.
    """
    rep, customer = _mapping(fields, "rep"), _mapping(fields, "customer")
    earlier = fields.get("earlier") or []
    if not isinstance(earlier, list) or not all(isinstance(text, str) for text in earlier):
        raise InvalidFile('"earlier" must be a list of texts')
    return CallContext(
        rep=RepOnFile(*(_text(rep, key) for key in ("name", "direct_line", "dealership", "main_line"))),
        customer_name=_text(customer, "name"),
        facts=_mapping(fields, "facts"),
        attempt=_attempt(fields),
        earlier=tuple(EarlierMessage(f"attempt {place}", text, place) for place, text in enumerate(earlier, 1)),
    )


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
        lead = fields.get("lead")
        return Row(
            row_id, None if lead is None else str(lead), _attempt(fields), _required(fields, field), read_context(fields), fields
        )
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


def _mapping(fields: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    return _shaped(fields, key, dict, "an object {...}") or {}


def _text(fields: Mapping[str, Any], key: str) -> str:
    return str(_shaped(fields, key, str, "a text") or "")


def _required(fields: Mapping[str, Any], key: str) -> str:
    if key not in fields or fields[key] is None:
        raise InvalidFile(f'"{key}" is missing')
    return _text(fields, key)


def _attempt(fields: Mapping[str, Any]) -> int | None:
    attempt = _shaped(fields, "attempt", int, "a whole number from 1")
    if attempt is not None and (isinstance(attempt, bool) or attempt < 1):
        raise InvalidFile('"attempt" must be a whole number from 1')
    return attempt


def _shaped(fields: Mapping[str, Any], key: str, kind: type, wanted: str) -> Any:
    found = fields.get(key)
    if found is not None and not isinstance(found, kind):
        raise InvalidFile(f'"{key}" must be {wanted}')
    return found
