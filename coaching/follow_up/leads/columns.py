"""Which column of a file holds what. A mapping is column name -> field; it is suggested from the headers and can be kept."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from coaching.errors import InvalidFile, UnknownName
from coaching.follow_up.leads.identity import plain

NAMES = ("customer_name", "first_name", "last_name")


class NoNameColumn(InvalidFile):
    """Each place where a file is imported has its own way to choose the columns, and can tell it."""


@dataclass(frozen=True, slots=True)
class Field:
    id: str
    title: str
    headers: frozenset[str]


@cache
def fields() -> Mapping[str, Field]:
    return read_fields(files(__package__).joinpath("columns.toml").read_text(encoding="utf-8"))


def read_fields(text: str) -> Mapping[str, Field]:
    """From TOML: a table a field, with its title and the headers it is known by."""
    return {
        field_id: Field(field_id, entry["title"], frozenset([plain(field_id), *entry["headers"]]))
        for field_id, entry in tomllib.loads(text).items()
    }


def suggest(headers: Sequence[str], known: Mapping[str, Field] | None = None) -> dict[str, str]:
    """header -> field for those we know; the first column with a known name gets the field, the others none.

    known: by default the fields of a lead.
    """
    mapping: dict[str, str] = {}
    for header in headers:
        field = next((field for field in (known or fields()).values() if plain(header) in field.headers), None)
        if field and field.id not in mapping.values():
            mapping[header] = field.id
    return mapping


def check(mapping: Mapping[str, str], headers: Sequence[str]) -> None:
    """Raises UnknownName for a field we do not know, InvalidFile where a mapped column is missing or
    two hold the same, NoNameColumn where none holds the name."""
    check_fields(mapping, headers, fields(), "field of a lead")
    if not any(field in mapping.values() for field in NAMES):
        raise NoNameColumn(
            f"No column was recognised as the customer's name. The file has: {', '.join(headers)}. Choose the columns."
        )


def check_fields(mapping: Mapping[str, str], headers: Sequence[str], known: Mapping[str, Field], kind: str) -> None:
    """Raises UnknownName, InvalidFile."""
    for header, field in mapping.items():
        if field not in known:
            raise UnknownName(kind, field, known)
        if header not in headers:
            raise InvalidFile(f"The file has no column {header!r}. It has: {', '.join(headers)}. Choose the columns again.")
    for field in mapping.values():
        if len(same := [header for header in mapping if mapping[header] == field]) > 1:
            raise InvalidFile(f"{' and '.join(map(repr, same))} are both read as {known[field].title!r}. Leave one of them out.")
