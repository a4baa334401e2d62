"""A customer or a person who works here is erased everywhere, with a report of what went and of what cannot go."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from coaching.accounts.permissions import allow, may_erase
from coaching.domain.audit import Action
from coaching.domain.lead import Lead, LeadId
from coaching.domain.mentions import Mentions
from coaching.domain.people import MACHINE, Person, PersonId, StoreId, Viewer
from coaching.domain.voicemail import Voicemail, VoicemailId
from coaching.errors import CoachingError
from coaching.services.auditing import note
from coaching.services.parts import Services
from coaching.storage import audit, erasing, jobs, leads, people, privacy, voicemails
from coaching.storage.audit import Wanted
from coaching.storage.database import Connection

NOT_YOURSELF = "Nobody can erase themselves. Ask another administrator."
ALWAYS_LEFT = (
    "What was exported or downloaded before: delete those files where they were saved.",
    "Blocks that the file system has not written over yet; keep the disk encrypted.",
)


@dataclass(frozen=True, slots=True)
class ErasureReport:
    """voicemails: how many went, with sound, transcripts and scorecards. masked: table -> rows of others in which the
    person was named. still_heard_in: voicemails of others whose text is masked but whose sound says it. left: what this
    could not reach, as sentences.
    """

    what: str
    id: int
    voicemails: int
    masked: Mapping[str, int] = field(default_factory=dict)
    still_heard_in: Sequence[VoicemailId] = ()
    left: Sequence[str] = ()


def erase_lead(services: Services, viewer: Viewer, lead_id: LeadId, *, only_look: bool = False) -> ErasureReport:
    """The customer, and every voicemail left for them. only_look: report what would happen. Raises NotFound, NotAllowed."""
    with (services.database.trying if only_look else services.database.writing)() as connection:
        lead = leads.get(connection, viewer, lead_id)
        allow(may_erase(viewer, lead.store_id), "erase customers of this store")
        mentions = erasing.mentions_of_lead(connection, lead_id)
        theirs, sounds = erasing.voicemails_of_lead(connection, lead_id), privacy.kept_sounds(connection)
        privacy.remove(connection, [voicemail.id for voicemail in theirs])
        erasing.remove_lead(connection, lead_id)
        report = _finish(services, connection, viewer, lead, theirs, mentions)
        sounds -= privacy.kept_sounds(connection)
    return report if only_look else _clear(services, sounds, report)


def erase_person(services: Services, viewer: Viewer, person_id: PersonId, *, only_look: bool = False) -> ErasureReport:
    """Somebody who works here, with every voicemail they left. Raises NotFound, NotAllowed, CoachingError."""
    with (services.database.trying if only_look else services.database.writing)() as connection:
        person = people.get(connection, viewer, person_id)
        allow(may_erase(viewer, person.store_id), "erase people of this store")
        if person_id == viewer.id:
            raise CoachingError(NOT_YOURSELF)
        mentions = erasing.mentions_of_person(connection, person_id)
        theirs, sounds = erasing.voicemails_of_person(connection, person_id), privacy.kept_sounds(connection)
        privacy.remove(connection, [voicemail.id for voicemail in theirs])
        _judge_again(services, connection, theirs)
        erasing.remove_person(connection, person_id)
        report = _finish(services, connection, viewer, person, theirs, mentions)
        sounds -= privacy.kept_sounds(connection)
    return report if only_look else _clear(services, sounds, report)


def _judge_again(services: Services, connection: Connection, gone: Sequence[Voicemail]) -> None:
    """Colleagues' voicemails for the same leads can no longer repeat what is gone."""
    touched = {voicemail.lead_id for voicemail in gone if voicemail.lead_id is not None}
    siblings = [one.id for lead_id in touched for one in voicemails.where(connection, MACHINE, lead_id=lead_id)]
    jobs.renew(connection, siblings, services.now())


def _finish(
    services: Services,
    connection: Connection,
    viewer: Viewer,
    about: Lead | Person,
    gone: Sequence[Voicemail],
    mentions: Mentions,
) -> ErasureReport:
    masked, named = erasing.mask(connection, mentions)
    what = "customer" if isinstance(about, Lead) else "person"
    note(services, connection, viewer, Action.ERASED, what, about, voicemails=len(gone))
    left = [*_takes(masked), *_backups(connection), *_namesakes(connection, mentions), *ALWAYS_LEFT]
    return ErasureReport(what, about.id, len(gone), dict(masked), tuple(named), tuple(left))


def _takes(masked: Mapping[str, int]) -> Sequence[str]:
    """Of sessions that stay: a take is somebody else's, and nobody lists takes by number."""
    heard = masked.get("take_verdict", 0)
    return (f"Takes in coaching sessions, {heard}: their text is masked, their sound is not.",) if heard else ()


def _backups(connection: Connection) -> Sequence[str]:
    made = audit.count(connection, MACHINE, Wanted(Action.EXPORTED, what="backup"))
    if not made:
        return ()
    return (f"{made} backups made before: delete them, or erase again after restoring one.",)


def _namesakes(connection: Connection, mentions: Mentions) -> Sequence[str]:
    said = [
        f"The name {name!r} is one word: it was not searched for in others' words." for name in mentions.names if " " not in name
    ]
    others = erasing.namesakes(connection, mentions)
    return [*said, *([f"{others} others on file have the same name, and keep it."] if others else [])]


def _clear(services: Services, sounds: Set[tuple[StoreId, str]], report: ErasureReport) -> ErasureReport:
    """After the commit: a crash here leaves files that nobody can reach, and the daily sweep takes them."""
    for store_id, sha256 in sounds:
        services.blobs.remove(store_id, sha256)
    if services.database.scrub():
        return report
    busy = "Old pages of the database: somebody was reading. Run `python -m coaching erase --scrub` again in a minute."
    return ErasureReport(report.what, report.id, report.voicemails, report.masked, report.still_heard_in, (busy, *report.left))
