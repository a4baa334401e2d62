"""Arrivals and incentives from CSV: a sentence a row, with its kind, its first and last day, and whom it is for."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, tzinfo
from functools import cache
from importlib.resources import files

from coaching.domain.people import StoreId
from coaching.domain.scorecard import ValueKind
from coaching.domain.store_fact import StoreFact, StoreFactId
from coaching.errors import InvalidFile
from coaching.follow_up.csv_table import BadRow, named_cells, open_table
from coaching.follow_up.leads.file import refuse_unreadable
from coaching.follow_up.leads.identity import plain
from coaching.follow_up.leads.reading import Refused
from coaching.follow_up.leads.times import read_time
from coaching.follow_up.store_facts.same import same_as

Words = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class FactsRead:
    """facts: each once. Both in the order of the file."""

    facts: tuple[StoreFact, ...]
    refused: tuple[Refused, ...]


def read_store_facts(content: bytes, store_id: StoreId, *, zone: tzinfo, today: date) -> FactsRead:
    """today: on which a row without a first day begins. Raises InvalidFile where the file has no sentences at all."""
    facts: list[StoreFact] = []
    refused: list[Refused] = []
    for line, cells in _rows(content, refused):
        try:
            fact = _fact(cells, store_id, zone, today)
            if same_as(fact, facts):
                raise BadRow("The same stands further up in this file; it was taken once.")
            facts.append(fact)
        except BadRow as error:
            refused.append(Refused(line, str(error)))
    return FactsRead(tuple(facts), tuple(sorted(refused, key=lambda one: one.line)))


def _rows(content: bytes, refused: list[Refused]) -> Iterator[tuple[int, Mapping[str, str]]]:
    """The line of each row, and its cells by what they hold."""
    refuse_unreadable(content)
    lines, headers = open_table(content)
    held = {header: _meant(header, "columns") for header in headers}
    if "text" not in held.values():
        raise InvalidFile(
            f"No column holds the sentences. Call it 'text'. The file has: {', '.join(filter(None, headers))}. "
            f"Known: {', '.join(_words()['columns'])}."
        )
    for line, row in lines:
        try:
            cells = {held[header]: cell for header, cell in named_cells(row, headers).items() if held[header]}
        except BadRow as error:
            refused.append(Refused(line, str(error)))
            continue
        if any(cells.values()):
            yield line, {str(name): cell for name, cell in cells.items()}


def _fact(cells: Mapping[str, str], store_id: StoreId, zone: tzinfo, today: date) -> StoreFact:
    text = " ".join(cells.get("text", "").split())
    if not text:
        raise BadRow("There is no sentence. Write what a customer will hear, or leave the row out.")
    starts_on = _day(cells.get("starts_on", ""), zone) or today
    ends_on = _day(cells.get("ends_on", ""), zone)
    if ends_on is not None and ends_on < starts_on:
        raise BadRow("It ends before it begins. Put the dates right.")
    vehicles, employers = (_several(cells.get(name, "")) for name in ("vehicles", "employers"))
    return StoreFact(StoreFactId(0), store_id, _kind(cells.get("kind", "")), text, starts_on, ends_on, vehicles, employers)


def _kind(written: str) -> ValueKind:
    found = _meant(written, "kinds")
    if found is None:
        known = ", ".join(words[0] for words in _words()["kinds"].values())
        raise BadRow(f"{written!r} is no kind that we know. Write one of: {known}." if written else f"Write its kind: {known}.")
    return ValueKind(found)


def _day(written: str, zone: tzinfo) -> date | None:
    """A time that was written with its zone is brought to the store's clock first."""
    return read_time(written, zone).astimezone(zone).date() if written else None


def _several(written: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[;,|]", written) if part.strip())


def _meant(written: str, table: str) -> str | None:
    return next((name for name, words in _words()[table].items() if plain(written) in words), None)


@cache
def _words() -> Mapping[str, Words]:
    return tomllib.loads(files(__package__).joinpath("columns.toml").read_text(encoding="utf-8"))
