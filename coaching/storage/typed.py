"""What people typed about others, whichever table holds it: also those that are added tomorrow."""

from sqlalchemy import Table, Text, or_, update

from coaching.domain.people import PersonId
from coaching.domain.voicemail import VoicemailId
from coaching.storage.database import Connection
from coaching.storage.tables import metadata

REMOVED = "(removed)"
WRITTEN_BY_US = frozenset({"alert"})  # sentences that name nobody and quote nothing


def remove_by(connection: Connection, person_id: PersonId) -> None:
    """Their comments, notes and reasons lose the words, and stay as what was done."""
    _blank(connection, "person.id", person_id)


def remove_about(connection: Connection, voicemail_id: VoicemailId) -> None:
    _blank(connection, "voicemail.id", voicemail_id)


def _blank(connection: Connection, target: str, key: int) -> None:
    """In every row that names it."""
    for table in metadata.sorted_tables:
        typed = _typed(table)
        naming = [column for column in table.c if any(one.target_fullname == target for one in column.foreign_keys)]
        if typed and naming and table.name not in WRITTEN_BY_US:
            any_of_them = or_(*(column == key for column in naming))
            connection.execute(update(table).where(any_of_them).values(dict.fromkeys(typed, REMOVED)))


def _typed(table: Table) -> list[str]:
    return [column.name for column in table.c if type(column.type) is Text]
