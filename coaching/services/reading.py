"""What the screens show: voicemails with what has become of them, scorecards, the sound itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.domain.lead import Lead
from coaching.domain.people import MACHINE, Person, PersonId, Store, Viewer
from coaching.domain.practice import Practice
from coaching.domain.team_scores import Figure
from coaching.domain.voicemail import Judged, ListedVoicemail, Stage, Voicemail, VoicemailId
from coaching.services.parts import Services
from coaching.storage import leads, lists, people, practices, scorecards, voicemails
from coaching.storage.narrowing import Narrowing


@dataclass(frozen=True, slots=True)
class Reading:
    """One voicemail, whole. judged: None until it has a scorecard; practice: None for a message to a customer.

    attempts: all voicemails left for the same lead, in order.

    In evidence, `repeats.id` is the id of the earlier voicemail, as text.
    """

    listed: ListedVoicemail
    store: Store
    rep: Person | None
    lead: Lead | None
    judged: Judged | None
    practice: Practice | None
    attempts: Sequence[Voicemail]

    @property
    def voicemail(self) -> Voicemail:
        return self.listed.voicemail


def list_voicemails(
    services: Services,
    viewer: Viewer,
    *,
    stage: Stage | None = None,
    rep_id: PersonId | None = None,
    search: str = "",
    figure: Figure | None = None,
    among: frozenset[VoicemailId] | None = None,
    limit: int = 100,
    offset: int = 0,
) -> Sequence[ListedVoicemail]:
    """Those that the viewer may see, the newest first, each with its progress.

    search: part of the name of customer, rep or file. figure: only the voicemails that it counts. among: some of them only.
    """
    narrowing = Narrowing(stage, rep_id, search, figure=figure, among=among)
    with services.database.reading() as connection:
        return lists.voicemails(connection, viewer, narrowing, limit=limit, offset=offset)


def count_voicemails(
    services: Services,
    viewer: Viewer,
    *,
    stage: Stage | None = None,
    rep_id: PersonId | None = None,
    search: str = "",
    figure: Figure | None = None,
    among: frozenset[VoicemailId] | None = None,
) -> int:
    """How many `list_voicemails` would list without a limit."""
    with services.database.reading() as connection:
        return lists.count(connection, viewer, Narrowing(stage, rep_id, search, figure=figure, among=among))


def list_leads(services: Services, viewer: Viewer) -> Sequence[Lead]:
    with services.database.reading() as connection:
        return leads.listed(connection, viewer)


def read(services: Services, viewer: Viewer, voicemail_id: VoicemailId) -> Reading:
    """Raises NotFound also for what the viewer may not see: nobody learns that it is there."""
    with services.database.reading() as connection:
        line = lists.one(connection, viewer, voicemail_id)
        voicemail = line.voicemail
        # Whoever may see a voicemail may see whose it is, also when that rep has moved on to another team.
        return Reading(
            listed=line,
            store=people.get_store(connection, MACHINE, voicemail.store_id),
            rep=people.get(connection, MACHINE, voicemail.rep_id) if voicemail.rep_id else None,
            lead=leads.get(connection, MACHINE, voicemail.lead_id) if voicemail.lead_id else None,
            judged=scorecards.current_of(connection, viewer, voicemail_id),
            practice=practices.of_voicemail(connection, voicemail_id),
            attempts=voicemails.where(connection, viewer, lead_id=voicemail.lead_id) if voicemail.lead_id else (voicemail,),
        )
