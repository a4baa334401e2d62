"""Leads: who was called, and what is known about them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Row, select, update

from coaching.domain.lead import ArrivedLead, Consent, Lead, LeadId
from coaching.domain.people import PersonId, StoreId, Viewer
from coaching.errors import NotFound
from coaching.storage.database import Connection, add_row
from coaching.storage.tables import lead, lead_identity
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
    return take(connection, store_id, ArrivedLead(customer_name, facts or {}, reference), rep_id)


def take(connection: Connection, store_id: StoreId, arrived: ArrivedLead, rep_id: PersonId | None = None) -> LeadId:
    lead_id = add_row(
        connection,
        lead,
        store_id=store_id,
        rep_id=rep_id,
        customer_name=arrived.customer_name,
        reference=arrived.reference,
        facts=dict(arrived.facts),
        source=arrived.source,
        arrived_at=arrived.arrived_at,
        phones=list(arrived.phones),
        emails=list(arrived.emails),
        mystery_shop=arrived.mystery_shop,
        **asdict(arrived.consent),
    )
    return LeadId(lead_id)


def identify(connection: Connection, store_id: StoreId, lead_id: LeadId, keys: Iterable[str]) -> None:
    """From now on the lead is known by these keys, which no other lead of the store has."""
    digests = {_digest(key) for key in keys}
    there = select(lead_identity.c.digest).where(lead_identity.c.store_id == store_id, lead_identity.c.digest.in_(digests))
    for digest in sorted(digests - set(connection.scalars(there))):
        add_row(connection, lead_identity, store_id=store_id, lead_id=lead_id, digest=digest)


def known_by(connection: Connection, store_id: StoreId, keys: Iterable[str]) -> LeadId | None:
    """The lead that was imported before with any of these keys."""
    any_of_them = lead_identity.c.digest.in_([_digest(key) for key in keys])
    found = connection.scalars(select(lead_identity.c.lead_id).where(lead_identity.c.store_id == store_id, any_of_them))
    return next((LeadId(lead_id) for lead_id in found), None)


def give_to(connection: Connection, lead_id: LeadId, rep_id: PersonId | None) -> None:
    """Where nobody has it yet; whose it is, it stays."""
    connection.execute(update(lead).where(lead.c.id == lead_id, lead.c.rep_id.is_(None)).values(rep_id=rep_id))


def set_consent(connection: Connection, lead_id: LeadId, consent: Consent) -> None:
    connection.execute(update(lead).where(lead.c.id == lead_id).values(**asdict(consent)))


def set_facts(connection: Connection, lead_id: LeadId, facts: Mapping[str, object]) -> None:
    connection.execute(update(lead).where(lead.c.id == lead_id).values(facts=dict(facts)))


def get(connection: Connection, viewer: Viewer, lead_id: LeadId) -> Lead:
    row = connection.execute(select(lead).where(lead.c.id == lead_id, leads_for(viewer))).one_or_none()
    if row is None:
        raise NotFound("lead", lead_id)
    return _lead(row)


def listed(connection: Connection, viewer: Viewer) -> Sequence[Lead]:
    rows = connection.execute(select(lead).where(leads_for(viewer)).order_by(lead.c.customer_name, lead.c.id))
    return [_lead(row) for row in rows]


def arrived(
    connection: Connection,
    viewer: Viewer,
    since: datetime,
    until: datetime,
    limit: int,
    *,
    store_id: StoreId | None = None,
    rep_ids: Collection[PersonId] | None = None,
    source: str | None = None,
) -> Sequence[Lead]:
    """The newest first. until: exclusive. rep_ids: of any of these."""
    chosen = [lead.c.arrived_at >= since, lead.c.arrived_at < until]
    chosen += [] if store_id is None else [lead.c.store_id == store_id]
    chosen += [] if rep_ids is None else [lead.c.rep_id.in_(rep_ids)]
    chosen += [] if source is None else [lead.c.source == source]
    query = select(lead).where(leads_for(viewer), *chosen).order_by(lead.c.arrived_at.desc(), lead.c.id.desc()).limit(limit)
    return [_lead(row) for row in connection.execute(query)]


def named(connection: Connection, store_id: StoreId, rep_id: PersonId | None, customer_name: str) -> LeadId | None:
    """The rep's lead of that name, however it is capitalised. Not by the database: SQLite leaves "Á" as it is."""
    wanted = customer_name.casefold()
    query = select(lead.c.id, lead.c.customer_name).where(lead.c.store_id == store_id, lead.c.rep_id == rep_id)
    known = connection.execute(query.order_by(lead.c.id))
    return next((LeadId(lead_id) for lead_id, name in known if name.casefold() == wanted), None)


def referred_to(connection: Connection, store_id: StoreId, reference: str) -> Lead | None:
    row = connection.execute(select(lead).where(lead.c.store_id == store_id, lead.c.reference == reference)).one_or_none()
    return None if row is None else _lead(row)


def _digest(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def _lead(row: Row[tuple[object, ...]]) -> Lead:
    return Lead(
        row.id,
        row.store_id,
        row.customer_name,
        row.facts,
        row.rep_id,
        row.reference,
        source=row.source,
        arrived_at=row.arrived_at,
        phones=tuple(row.phones),
        emails=tuple(row.emails),
        consent=Consent(row.call_refused_at, row.texts_agreed_at, row.opted_out_at),
        mystery_shop=row.mystery_shop,
    )
