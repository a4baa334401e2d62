"""All that is on file about one lead, read in one transaction."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from coaching.domain.attempt import Attempt, LeadOutcome
from coaching.domain.follow_up_settings import FollowUpSettings
from coaching.domain.hours import Hours
from coaching.domain.lead import Lead, LeadId
from coaching.domain.people import MACHINE, Person, Store, Viewer
from coaching.domain.store_fact import StoreFact
from coaching.follow_up.cadence.deadlines import Deadline, deadlines
from coaching.follow_up.cadence.first_response import FirstResponse, first_response
from coaching.follow_up.cadence.presets import Cadence, cadence_for
from coaching.follow_up.reasons.ledger import Heard
from coaching.storage import attempts, follow_up_settings, leads, people, scorecards, store_facts, transcripts
from coaching.storage.database import Connection


@dataclass(frozen=True, slots=True)
class History:
    """attempts and outcomes oldest first; heard: the voicemails among them of which we know what was said."""

    lead: Lead
    store: Store
    rep: Person | None
    settings: FollowUpSettings
    hours: Hours
    attempts: Sequence[Attempt]
    outcomes: Sequence[LeadOutcome]
    heard: Sequence[Heard]
    store_facts: Sequence[StoreFact]

    @property
    def cadence(self) -> Cadence:
        return cadence_for(self.lead.source, self.settings)

    def first_response(self, now: datetime) -> FirstResponse | None:
        return first_response(self.lead, self.attempts, self.cadence, self.hours, now, self.outcomes)

    def deadlines(self, now: datetime) -> tuple[Deadline, ...]:
        return deadlines(self.lead, self.attempts, self.cadence, self.hours, now, self.outcomes)


def read_history(connection: Connection, viewer: Viewer, lead_id: LeadId) -> History:
    """Raises NotFound also for a lead that the viewer may not see."""
    lead = leads.get(connection, viewer, lead_id)
    made = attempts.of_lead(connection, lead_id)
    store, settings = people.get_store(connection, MACHINE, lead.store_id), follow_up_settings.of_store(connection, lead.store_id)
    return History(
        lead,
        store,
        people.get(connection, MACHINE, lead.rep_id) if lead.rep_id else None,
        settings,
        hours_of(store, settings),
        made,
        attempts.outcomes_of(connection, lead_id),
        [heard for one in made if (heard := _heard(connection, one))],
        store_facts.of_store(connection, lead.store_id),
    )


def histories(connection: Connection, viewer: Viewer, among: Sequence[Lead] | None = None) -> Iterator[History]:
    """Of every lead that the viewer may see, or of these, without what was said and what their stores can tell: for lists."""
    ids = None if among is None else [lead.id for lead in among]
    made, came = attempts.by_lead(connection, viewer, ids), attempts.outcomes_by_lead(connection, viewer, ids)
    stores = {store.id: store for store in people.stores(connection, MACHINE)}
    settings = {store_id: follow_up_settings.of_store(connection, store_id) for store_id in stores}
    hours = {store_id: hours_of(store, settings[store_id]) for store_id, store in stores.items()}
    reps = {person.id: person for person in people.everybody(connection)}
    for lead in leads.listed(connection, viewer) if among is None else among:
        rep = reps[lead.rep_id] if lead.rep_id else None
        store, kept = stores[lead.store_id], settings[lead.store_id]
        yield History(lead, store, rep, kept, hours[store.id], made.get(lead.id, ()), came.get(lead.id, ()), (), ())


def hours_of(store: Store, settings: FollowUpSettings) -> Hours:
    return Hours(ZoneInfo(store.time_zone), settings.week, settings.closed_on)


def _heard(connection: Connection, attempt: Attempt) -> Heard | None:
    if attempt.voicemail_id is None:
        return None
    judged = scorecards.current_of(connection, MACHINE, attempt.voicemail_id)
    if judged:
        return Heard(attempt, judged.heard.transcript.text, judged.standing, judged.heard.transcript)
    latest = transcripts.latest(connection, attempt.voicemail_id)
    return Heard(attempt, latest.transcript.text, transcript=latest.transcript) if latest and latest.transcript.text else None
