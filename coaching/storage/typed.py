"""What people typed about others, whichever table holds it: also those that are added tomorrow."""

from sqlalchemy import Table, Text, update

from coaching.domain.people import PersonId
from coaching.domain.voicemail import VoicemailId
from coaching.storage.database import Connection
from coaching.storage.tables import metadata

REMOVED = "(removed)"


def remove_by(connection: Connection, person_id: PersonId) -> None:
    """Their comments, notes and reasons lose the words, and stay as what was done."""
    _blank(connection, "person_id", person_id)


def remove_about(connection: Connection, voicemail_id: VoicemailId) -> None:
    _blank(connection, "voicemail_id", voicemail_id)


def _blank(connection: Connection, whose: str, key: int) -> None:
    for table in metadata.sorted_tables:
        typed = _typed(table)
        if typed and whose in table.c and table.c[whose].foreign_keys:
            connection.execute(update(table).where(table.c[whose] == key).values(dict.fromkeys(typed, REMOVED)))


def _typed(table: Table) -> list[str]:
    return [column.name for column in table.c if type(column.type) is Text]
