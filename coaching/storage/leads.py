"""Leads: who was called, and what is known about them."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Row, func, select

from coaching.domain.lead import Lead, LeadId
from coaching.domain.people import PersonId, StoreId, Viewer
from coaching.errors import NotFound
from coaching.storage.database import Connection, add_row
from coaching.storage.tables import lead
from coaching.storage.visibility import leads_for


def add(
    connection: Connection,
    store_id: StoreId,
    customer_name: str,
    *,
    rep_id: PersonId | None = None,
    facts: Mapping[str, object] | None = None,
    reference: str | None = None,
) -> LeadId:
    values = {"store_id": store_id, "customer_name": customer_name, "rep_id": rep_id, "reference": reference}
    return LeadId(add_row(connection, lead, **values, facts=dict(facts or {})))


def get(connection: Connection, viewer: Viewer, lead_id: LeadId) -> Lead:
    row = connection.execute(select(lead).where(lead.c.id == lead_id, leads_for(viewer))).one_or_none()
    if row is None:
        raise NotFound("lead", lead_id)
    return _lead(row)


def listed(connection: Connection, viewer: Viewer) -> Sequence[Lead]:
    rows = connection.execute(select(lead).where(leads_for(viewer)).order_by(lead.c.customer_name, lead.c.id))
    return [_lead(row) for row in rows]


def named(connection: Connection, store_id: StoreId, rep_id: PersonId | None, customer_name: str) -> Lead | None:
    """The rep's lead of that name, however it is capitalised."""
    same_name = func.lower(lead.c.customer_name) == customer_name.lower()
    query = select(lead).where(lead.c.store_id == store_id, lead.c.rep_id == rep_id, same_name)
    row = connection.execute(query.order_by(lead.c.id)).first()
    return None if row is None else _lead(row)


def referred_to(connection: Connection, store_id: StoreId, reference: str) -> Lead | None:
    row = connection.execute(select(lead).where(lead.c.store_id == store_id, lead.c.reference == reference)).one_or_none()
    return None if row is None else _lead(row)


def _lead(row: Row[tuple[object, ...]]) -> Lead:
    return Lead(row.id, row.store_id, row.customer_name, row.facts, row.rep_id, row.reference)
