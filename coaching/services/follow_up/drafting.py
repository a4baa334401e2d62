"""The next voicemail for a lead, judged before it is read."""

from dataclasses import dataclass
from datetime import datetime

from coaching.domain.attempt import AttemptKind, Direction
from coaching.domain.context import EarlierMessage, RepOnFile
from coaching.domain.lead import LeadId
from coaching.domain.people import Viewer
from coaching.domain.recording import Delivery
from coaching.domain.scorecard import Scorecard
from coaching.follow_up.claims import Claim, claims
from coaching.follow_up.drafts.judged import JudgedDraft, TextJudge, judged_draft
from coaching.follow_up.drafts.occasion import Occasion
from coaching.follow_up.drafts.pace import Pace
from coaching.follow_up.reasons.ledger import ledger
from coaching.scoring.parse import Spoken
from coaching.services.follow_up.history import History, read_history
from coaching.services.parts import Services
from coaching.storage import store_facts, transcripts
from coaching.storage.database import Connection

LATEST_VOICEMAILS = 20  # from which a rep's pace is taken


def draft_next(services: Services, viewer: Viewer, lead_id: LeadId, asked_s: float, scorer: TextJudge) -> JudgedDraft:
    """The wording is kept, so that no other lead of this rep is given it. Raises NotFound, NoDraft."""
    with services.database.reading() as connection:
        known = read_history(connection, viewer, lead_id)
        occasion = occasion_of(known, _deliveries(connection, known), services)
        taken = store_facts.scripts_of(connection, known.lead.rep_id, lead_id)
    made = judged_draft(occasion, asked_s, scorer, taken)
    with services.database.writing() as connection:
        store_facts.keep_script(connection, lead_id, occasion.attempt, round(asked_s), made.draft.script)
    return made


@dataclass(frozen=True, slots=True)
class EditedDraft:
    """A wording as a rep left it. attempt: the number it will have. seconds: at the rep's own pace."""

    text: str
    attempt: int
    scorecard: Scorecard
    claims: tuple[Claim, ...]
    seconds: float
    judged_at: datetime


def judge_edited(services: Services, viewer: Viewer, lead_id: LeadId, text: str, scorer: TextJudge) -> EditedDraft:
    """A draft that a rep has changed, with what it promises that is not on file. Raises NotFound, NoDraft."""
    with services.database.reading() as connection:
        known = read_history(connection, viewer, lead_id)
        occasion = occasion_of(known, _deliveries(connection, known), services)
    occasion.refuse_where_stopped()
    return EditedDraft(
        text,
        occasion.attempt,
        scorer.score(Spoken(text, occasion.context)),
        claims(text, occasion.context, known.store_facts, known.hours.day_of(services.now())),
        occasion.pace.seconds(text),
        services.now(),
    )


def occasion_of(known: History, deliveries: tuple[Delivery, ...], services: Services) -> Occasion:
    left = [one for one in known.attempts if one.kind is AttemptKind.VOICEMAIL and one.direction is Direction.OUT]
    today = known.hours.day_of(services.now())
    return Occasion(
        lead=known.lead,
        rep=_rep_on_file(known),
        reasons=ledger(known.lead, known.heard, known.store_facts, today).unused,
        attempt=len(left) + 1,
        attempts=known.attempts,
        outcomes=known.outcomes,
        earlier=tuple(
            EarlierMessage(str(heard.attempt.voicemail_id), heard.text, place) for place, heard in enumerate(known.heard, 1)
        ),
        pace=Pace.of(deliveries),
        profile_id=known.store.profile_id,
    )


def _rep_on_file(known: History) -> RepOnFile:
    name, line = (known.rep.name, known.rep.direct_line) if known.rep else ("", "")
    return RepOnFile(name, line, known.store.name, known.store.main_line)


def _deliveries(connection: Connection, known: History) -> tuple[Delivery, ...]:
    return transcripts.deliveries_of(connection, known.rep.id, LATEST_VOICEMAILS) if known.rep else ()
