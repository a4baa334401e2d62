"""Whose a voicemail is: the rep who left it, the lead it was for, and the attempt it was."""

from dataclasses import dataclass
from datetime import datetime

from coaching.accounts.permissions import allow, may_act_for
from coaching.domain.lead import LeadId
from coaching.domain.lengths import LONGEST_NAME
from coaching.domain.people import MACHINE, PersonId, Role, StoreId, Viewer
from coaching.domain.voicemail import MOST_ATTEMPTS, Voicemail, VoicemailId
from coaching.errors import CoachingError, refuse_longer
from coaching.services.auditing import note_change
from coaching.services.parts import Services
from coaching.storage import jobs, leads, people, possible_leads, practices, voicemails
from coaching.storage.database import Connection

NO_STORE = "Choose the rep who left this voicemail: we cannot tell which store it belongs to."
OTHER_STORE = "This rep works at another store. Upload the recording there instead."
PRACTICE = "This is practice, left for a made-up customer. Record or upload the message to a real one anew."
OTHER_LEAD = "This customer is a lead of another store. Choose one of the rep's own leads."
NO_ATTEMPT = f"An attempt is a number from 1 to {MOST_ATTEMPTS}. Write which one this was, or leave it empty."


@dataclass(frozen=True, slots=True)
class Placement:
    """All of it optional. A lead is named by its id, or by the customer's name (then it is found, or opened for the rep)."""

    rep_id: PersonId | None = None
    lead_id: LeadId | None = None
    customer_name: str = ""
    attempt: int | None = None
    left_at: datetime | None = None


def change(services: Services, viewer: Viewer, voicemail_id: VoicemailId, placement: Placement) -> None:
    """Puts a voicemail where it belongs. It and the others of its old and new lead are judged again, not transcribed again.

    Raises NotFound, NotAllowed, CoachingError.
    """
    refuse_attempt(placement)
    with services.database.writing() as connection:
        old = voicemails.get(connection, viewer, voicemail_id)
        if practices.of_voicemail(connection, voicemail_id):
            raise CoachingError(PRACTICE)
        people.hold_store(connection, old.store_id)  # two that name the same new customer open one lead
        rep_id, lead_id = whose(connection, viewer, placement), placement.lead_id
        if rep_id is not None and store_of(connection, viewer, rep_id) != old.store_id:
            raise CoachingError(OTHER_STORE)
        if lead_id is None or lead_id != old.lead_id:  # with a colleague's lead a voicemail stays, whoever may see that lead
            lead_id = lead_of(connection, viewer, placement, rep_id, old.store_id)
        voicemails.place(
            connection, voicemail_id, rep_id=rep_id, lead_id=lead_id, attempt=placement.attempt, left_at=placement.left_at
        )
        possible_leads.forget(connection, voicemail_id)
        rep_and_lead = {"rep": rep_id, "lead": lead_id, "attempt": placement.attempt}
        note_change(services, connection, viewer, "placement", old, **rep_and_lead)
        touched = [lead for lead in (old.lead_id, lead_id) if lead is not None]
        siblings = [one.id for lead in touched for one in voicemails.where(connection, MACHINE, lead_id=lead)]
        jobs.renew(connection, {voicemail_id, *siblings}, services.now())


def answer(services: Services, viewer: Viewer, voicemail_id: VoicemailId, lead_id: LeadId | None) -> None:
    """Which lead it was for, where that was not sure; None: none of those who were thought of. Raises as `change`."""
    with services.database.reading() as connection:
        old = voicemails.get(connection, viewer, voicemail_id)
    change(services, viewer, voicemail_id, Placement(old.rep_id, lead_id, attempt=old.attempt, left_at=old.left_at))


def refuse_attempt(placement: Placement) -> None:
    """One that cannot be. Raises CoachingError."""
    if placement.attempt is not None and not 1 <= placement.attempt <= MOST_ATTEMPTS:
        raise CoachingError(NO_ATTEMPT)


def whose(connection: Connection, viewer: Viewer, placement: Placement) -> PersonId | None:
    """The rep, if the viewer may act for them; a rep who names nobody means themselves."""
    rep_id = viewer.id if placement.rep_id is None and viewer.role is Role.REP else placement.rep_id
    if rep_id is not None:
        allow(may_act_for(viewer, people.get(connection, viewer, rep_id)), "keep voicemails of this rep")
    return rep_id


def store_of(connection: Connection, viewer: Viewer, rep_id: PersonId | None) -> StoreId:
    """The rep's store, else the viewer's own."""
    store_id = viewer.store_id if rep_id is None else people.get(connection, viewer, rep_id).store_id
    if store_id is None:
        raise CoachingError(NO_STORE)
    return store_id


def lead_of(
    connection: Connection, viewer: Viewer, placement: Placement, rep_id: PersonId | None, store_id: StoreId
) -> LeadId | None:
    if placement.lead_id is not None:
        if leads.get(connection, viewer, placement.lead_id).store_id != store_id:
            raise CoachingError(OTHER_LEAD)
        return placement.lead_id
    name = " ".join(placement.customer_name.split())
    if not name:
        return None
    refuse_longer("The customer's name", name, LONGEST_NAME)
    known = leads.named(connection, store_id, rep_id, name)
    return leads.add(connection, store_id, name, rep_id=rep_id) if known is None else known


def later_ones(connection: Connection, voicemail: Voicemail) -> list[VoicemailId]:
    """Those left for the same lead after this one: whether they repeat depends on it."""
    if voicemail.lead_id is None:
        return []
    siblings = voicemails.where(connection, MACHINE, lead_id=voicemail.lead_id)
    return [sibling.id for sibling in siblings if sibling.place > voicemail.place]
