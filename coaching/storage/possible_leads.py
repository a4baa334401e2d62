"""For whom a voicemail may have been left, until somebody says so."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import delete, select

from coaching.domain.lead import LeadId
from coaching.domain.voicemail import PossibleLead, VoicemailId
from coaching.storage.database import Connection, add_row
from coaching.storage.tables import lead, possible_lead


def keep(connection: Connection, voicemail_id: VoicemailId, lead_ids: Sequence[LeadId]) -> None:
    """The likeliest first, in place of what was thought before."""
    forget(connection, voicemail_id)
    for position, lead_id in enumerate(lead_ids):
        add_row(connection, possible_lead, voicemail_id=voicemail_id, lead_id=lead_id, position=position)


def forget(connection: Connection, voicemail_id: VoicemailId) -> None:
    connection.execute(delete(possible_lead).where(possible_lead.c.voicemail_id == voicemail_id))


def of_voicemails(connection: Connection, voicemail_ids: Collection[int]) -> Mapping[int, tuple[PossibleLead, ...]]:
    query = select(possible_lead.c.voicemail_id, lead.c.id, lead.c.customer_name, lead.c.facts).join(lead)
    wanted = query.where(possible_lead.c.voicemail_id.in_(voicemail_ids)).order_by(possible_lead.c.position)
    found: dict[int, list[PossibleLead]] = defaultdict(list)
    for row in connection.execute(wanted):
        found[row.voicemail_id].append(PossibleLead(LeadId(row.id), row.customer_name, str(row.facts.get("vehicle") or "")))
    return {voicemail_id: tuple(leads) for voicemail_id, leads in found.items()}
