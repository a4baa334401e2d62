"""Leads from a file come into a store: each once, however often the file is imported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from coaching.accounts.permissions import allow, may_change_store
from coaching.domain.follow_up_settings import FollowUpSettings
from coaching.domain.lead import ArrivedLead, Consent, Lead, LeadId
from coaching.domain.lengths import LONGEST_REFERENCE
from coaching.domain.people import MACHINE, PersonId, Role, StoreId, Viewer
from coaching.follow_up.leads.file import Column, columns_of, read_leads
from coaching.follow_up.leads.identity import identities
from coaching.follow_up.leads.reading import Reading, Refused, Remark
from coaching.services.auditing import note_change
from coaching.services.parts import Services
from coaching.storage import follow_up_settings, leads, people
from coaching.storage.database import Connection

NO_SUCH_REP = (
    "No rep here is called “{name}”, so this lead has no salesperson yet. "
    "Once an administrator has added them under People, import the file again."
)


@dataclass(frozen=True, slots=True)
class Imported:
    """already_here: leads of the file that the store had before. without_rep: those of either whose salesperson is nobody here.
    refused: what could not be used, with its line.
    """

    added: tuple[LeadId, ...]
    already_here: tuple[LeadId, ...]
    without_rep: tuple[Remark, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do. new, already_here: leads of the file by what the store has now; the others as in `Imported`."""

    new: tuple[ArrivedLead, ...]
    already_here: tuple[ArrivedLead, ...]
    without_rep: tuple[Remark, ...]
    refused: tuple[Refused, ...]


def lead_columns(services: Services, viewer: Viewer, store_id: StoreId, content: bytes) -> Sequence[Column]:
    """Of a CSV file with the fields that the store kept or else those we suggest; none for ADF.

    Raises InvalidFile, NotFound, NotAllowed.
    """
    with services.database.reading() as connection:
        return columns_of(content, _settings(connection, viewer, store_id).columns)


def preview_leads(
    services: Services, viewer: Viewer, store_id: StoreId, content: bytes, mapping: Mapping[str, str] | None = None
) -> Preview:
    """Changes nothing. Arguments and errors as in `import_leads`."""
    with services.database.reading() as connection:
        settings = _settings(connection, viewer, store_id)
        reading = _read(services, connection, store_id, content, mapping, settings)
        found = [(one.lead, _known_as(connection, store_id, one.lead)) for one in reading.leads]
        without_rep = _without_rep(connection, store_id, reading, _reps(connection, store_id))
    return Preview(
        new=tuple(lead for lead, known in found if known is None),
        already_here=tuple(lead for lead, known in found if known is not None),
        without_rep=without_rep,
        refused=reading.refused,
    )


def import_leads(
    services: Services, viewer: Viewer, store_id: StoreId, content: bytes, mapping: Mapping[str, str] | None = None
) -> Imported:
    """mapping: name of a column -> field; kept for the store's next file. Without one, the kept or else a suggested one.

    Raises InvalidFile where nothing of the file can be used, NotFound, NotAllowed.
    """
    with services.database.writing() as connection:
        settings = _settings(connection, viewer, store_id)
        reading = _read(services, connection, store_id, content, mapping, settings)
        if mapping is not None:
            follow_up_settings.keep(connection, store_id, replace(settings, columns=mapping))
        reps = _reps(connection, store_id)
        without_rep = _without_rep(connection, store_id, reading, reps)
        taken = [_take(connection, store_id, one.lead, reps) for one in reading.leads]
        store = people.get_store(connection, viewer, store_id)
        note_change(services, connection, viewer, "leads_imported", store, added=sum(is_new for _, is_new in taken))
    return Imported(
        added=tuple(lead_id for lead_id, is_new in taken if is_new),
        already_here=tuple(lead_id for lead_id, is_new in taken if not is_new),
        without_rep=without_rep,
        refused=reading.refused,
    )


def _settings(connection: Connection, viewer: Viewer, store_id: StoreId) -> FollowUpSettings:
    allow(may_change_store(viewer, people.get_store(connection, viewer, store_id)), "import leads into this store")
    return follow_up_settings.of_store(connection, store_id)


def _read(
    services: Services,
    connection: Connection,
    store_id: StoreId,
    content: bytes,
    mapping: Mapping[str, str] | None,
    settings: FollowUpSettings,
) -> Reading:
    zone = ZoneInfo(people.get_store(connection, MACHINE, store_id).time_zone)
    return read_leads(content, zone=zone, now=services.now(), mapping=mapping, kept=settings.columns)


def _reps(connection: Connection, store_id: StoreId) -> Mapping[str, PersonId]:
    """By name, in lower case."""
    found = people.listed(connection, MACHINE, Role.REP)
    return {person.name.lower(): person.id for person in found if person.store_id == store_id}


def _without_rep(connection: Connection, store_id: StoreId, reading: Reading, reps: Mapping[str, PersonId]) -> tuple[Remark, ...]:
    """Leads of the file whose salesperson is nobody here, unless the store has given them to somebody before."""
    named = [one for one in reading.leads if one.lead.rep_name and one.lead.rep_name.lower() not in reps]
    known = {one.line: _known_as(connection, store_id, one.lead) for one in named}
    given = {line for line, lead_id in known.items() if lead_id and leads.get(connection, MACHINE, lead_id).rep_id}
    return tuple(Remark(one.line, NO_SUCH_REP.format(name=one.lead.rep_name)) for one in named if one.line not in given)


def _take(connection: Connection, store_id: StoreId, arrived: ArrivedLead, reps: Mapping[str, PersonId]) -> tuple[LeadId, bool]:
    """The lead, and whether it is new."""
    known, rep_id = _known_as(connection, store_id, arrived), reps.get(arrived.rep_name.lower())
    if known is not None:
        _keep_wishes(connection, known, arrived.consent)
        leads.give_to(connection, known, rep_id)
        lead_id = known
    else:
        kept = replace(arrived, reference=_free_reference(connection, store_id, arrived))
        lead_id = leads.take(connection, store_id, kept, rep_id)
    leads.identify(connection, store_id, lead_id, identities(arrived))
    return lead_id, known is None


def _free_reference(connection: Connection, store_id: StoreId, arrived: ArrivedLead) -> str | None:
    """Sources may number their leads alike. A lead whose reference is taken even with its source is known by its identities."""
    if arrived.reference is None:
        return None
    possible = (arrived.reference, f"{arrived.source} {arrived.reference}".strip())
    short = (one for one in possible if len(one) <= LONGEST_REFERENCE)
    return next((one for one in short if leads.referred_to(connection, store_id, one) is None), None)


def _known_as(connection: Connection, store_id: StoreId, arrived: ArrivedLead) -> LeadId | None:
    known = leads.known_by(connection, store_id, identities(arrived))
    if known is not None:
        return known
    named = _referred_to(connection, store_id, arrived)
    return named.id if named and named.customer_name.lower() == arrived.customer_name.lower() else None


def _referred_to(connection: Connection, store_id: StoreId, arrived: ArrivedLead) -> Lead | None:
    return leads.referred_to(connection, store_id, arrived.reference) if arrived.reference else None


def _keep_wishes(connection: Connection, lead_id: LeadId, said: Consent) -> None:
    """What a customer asked for since the last import counts; what was known before is never taken back by a file."""
    before = leads.get(connection, MACHINE, lead_id).consent
    leads.set_consent(
        connection,
        lead_id,
        Consent(
            before.call_refused_at or said.call_refused_at,
            before.texts_agreed_at or said.texts_agreed_at,
            before.opted_out_at or said.opted_out_at,
        ),
    )
