"""What the history keeps of a change to somebody: which parts of it, and of a direct line the endings of both numbers."""

from coaching.domain.people import Person, Viewer
from coaching.domain.phone import ending
from coaching.services.auditing import note_change
from coaching.services.parts import Services
from coaching.storage.database import Connection

PARTS = {"name": "name", "email": "email", "role": "role", "store_id": "store", "team_id": "team"}
LOOKED_AFTER = "who_they_look_after"


def note_employment(
    services: Services, connection: Connection, viewer: Viewer, before: Person, now: Person, looks_after_others: bool
) -> None:
    """looks_after_others: other teams or stores than before. Where nothing changed nothing is noted."""
    note_direct_line(services, connection, viewer, before, now.direct_line)
    changed = [part for field, part in PARTS.items() if getattr(before, field) != getattr(now, field)]
    changed += [LOOKED_AFTER] if looks_after_others else []
    if changed:
        note_change(services, connection, viewer, "employment", before, changed=" and ".join(changed), role=now.role.value)


def note_direct_line(services: Services, connection: Connection, viewer: Viewer, before: Person, now: str) -> None:
    if now != before.direct_line:
        endings = {"before": ending(before.direct_line), "now": ending(now)}
        note_change(services, connection, viewer, "direct_line", before, **endings)
