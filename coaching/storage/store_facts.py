"""What stores can tell their customers, and which wordings their leads have heard."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Row, delete, select, update

from coaching.domain.lead import LeadId
from coaching.domain.people import PersonId, StoreId
from coaching.domain.store_fact import StoreFact, StoreFactId
from coaching.storage.database import Connection, add_row
from coaching.storage.tables import draft_script, lead, store_fact


def add(connection: Connection, fact: StoreFact) -> StoreFactId:
    """The id of `fact` is not looked at."""
    values = {"kind": fact.kind, "text": fact.text, "starts_on": fact.starts_on, "ends_on": fact.ends_on}
    lists = {"vehicles": list(fact.vehicles), "employers": list(fact.employers)}
    return StoreFactId(add_row(connection, store_fact, store_id=fact.store_id, **values, **lists))


def end(connection: Connection, store_id: StoreId, fact_id: StoreFactId, ends_on: date) -> None:
    mine = (store_fact.c.id == fact_id, store_fact.c.store_id == store_id)
    connection.execute(update(store_fact).where(*mine).values(ends_on=ends_on))


def remove(connection: Connection, store_id: StoreId, fact_id: StoreFactId) -> None:
    connection.execute(delete(store_fact).where(store_fact.c.id == fact_id, store_fact.c.store_id == store_id))


def of_store(connection: Connection, store_id: StoreId) -> Sequence[StoreFact]:
    query = select(store_fact).where(store_fact.c.store_id == store_id).order_by(store_fact.c.id)
    return [_fact(row) for row in connection.execute(query)]


def scripts_of(connection: Connection, rep_id: PersonId | None, lead_id: LeadId) -> frozenset[str]:
    """The wordings that other leads of the rep have been given."""
    query = select(draft_script.c.script).join(lead, lead.c.id == draft_script.c.lead_id)
    return frozenset(connection.scalars(query.where(lead.c.rep_id == rep_id, lead.c.id != lead_id)))


def keep_script(connection: Connection, lead_id: LeadId, attempt: int, seconds: int, script: str) -> None:
    """In place of an earlier one for the same voicemail."""
    same = (draft_script.c.lead_id == lead_id, draft_script.c.attempt == attempt, draft_script.c.seconds == seconds)
    connection.execute(delete(draft_script).where(*same))
    add_row(connection, draft_script, lead_id=lead_id, attempt=attempt, seconds=seconds, script=script)


def _fact(row: Row[tuple[object, ...]]) -> StoreFact:
    return StoreFact(
        row.id, row.store_id, row.kind, row.text, row.starts_on, row.ends_on, tuple(row.vehicles), tuple(row.employers)
    )
