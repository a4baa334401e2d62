"""The numbers on file, checked before they are kept: a wrong one makes wrong verdicts for everybody whom it belongs to."""

from coaching.domain.lengths import LONGEST_LINE
from coaching.domain.people import MACHINE, Person, PersonId, StoreId
from coaching.domain.phone import ten_digits
from coaching.errors import CoachingError, refuse_longer
from coaching.storage import people
from coaching.storage.database import Connection


def checked_direct_line(connection: Connection, line: str, store_id: StoreId | None, person_id: PersonId | None) -> str:
    """As it is kept; empty is none. person_id: whose it is to be, None for somebody new. Raises CoachingError."""
    kept = _checked(line)
    if not kept or store_id is None:
        return kept
    store = people.get_store(connection, MACHINE, store_id)
    if _same(kept, store.main_line):
        raise CoachingError(
            f"{kept} is the main line of {store.name}. Write the number that rings at them alone, or leave it empty."
        )
    _refuse_colleagues(kept, [one for one in _working_at(connection, store_id) if one.id != person_id])
    return kept


def checked_main_line(connection: Connection, line: str, store_id: StoreId | None) -> str:
    """As it is kept; empty is none. store_id: None for a store that is only being opened. Raises CoachingError."""
    kept = _checked(line)
    if kept and store_id is not None:
        _refuse_colleagues(kept, _working_at(connection, store_id))
    return kept


def _checked(line: str) -> str:
    kept = line.strip()
    refuse_longer("A number", kept, LONGEST_LINE)
    if kept and not ten_digits(kept):
        raise CoachingError(f"{kept!r} is no telephone number. Write all ten digits, like 240-555-0187, or leave it empty.")
    return kept


def _refuse_colleagues(line: str, colleagues: list[Person]) -> None:
    holder = next((one for one in colleagues if _same(line, one.direct_line)), None)
    if holder is not None:
        raise CoachingError(f"{line} is already {holder.name}'s direct line. Write another number, or change theirs first.")


def _working_at(connection: Connection, store_id: StoreId) -> list[Person]:
    return [one for one in people.listed(connection, MACHINE) if one.store_id == store_id]


def _same(one: str, other: str) -> bool:
    return bool(ten_digits(one)) and ten_digits(one) == ten_digits(other)
