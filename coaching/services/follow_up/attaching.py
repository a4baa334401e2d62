"""An upload that nobody has put with a lead finds its own, or somebody is asked."""

from collections.abc import Sequence

from coaching.domain.lead import Lead
from coaching.domain.voicemail import Voicemail
from coaching.errors import NotFound
from coaching.follow_up.leads.matching import match_recording
from coaching.storage import leads, people, possible_leads, practices, voicemails
from coaching.storage.database import Connection

MOST_ASKED = 4  # choices one takes in at a glance; whoever it was for besides is chosen on the scorecard


def attach(connection: Connection, voicemail: Voicemail, said: str) -> None:
    """By the name of its file and by whom it speaks to. Only what leaves no doubt is decided; the rest is kept to be asked."""
    if voicemail.lead_id is not None or practices.of_voicemail(connection, voicemail.id):
        return
    found = match_recording(voicemail.file_name, said, _leads(connection, voicemail))
    if found.sure:
        voicemails.place(
            connection,
            voicemail.id,
            rep_id=voicemail.rep_id,
            lead_id=found.leads[0].id,
            attempt=voicemail.attempt,
            left_at=voicemail.left_at,
        )
    else:
        possible_leads.keep(connection, voicemail.id, [lead.id for lead in found.leads[:MOST_ASKED]])


def _leads(connection: Connection, voicemail: Voicemail) -> Sequence[Lead]:
    """Those of the rep who left it; where nobody is known yet, those that the one who uploaded it may see."""
    try:
        viewer = people.viewer(connection, voicemail.rep_id or voicemail.received_from)
    except NotFound:  # they have left since
        return ()
    return [lead for lead in leads.listed(connection, viewer) if lead.store_id == voicemail.store_id]
