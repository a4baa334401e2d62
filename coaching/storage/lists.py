"""Voicemails as lists show them: with names, what has become of them, and their outcomes."""

from collections.abc import Sequence

from sqlalchemy import Row, Select, func, select

from coaching.domain.job import JobKind, JobState
from coaching.domain.people import Viewer
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import ListedVoicemail, Progress, Stage, VoicemailId
from coaching.errors import NotFound
from coaching.storage import possible_leads
from coaching.storage.database import Connection
from coaching.storage.narrowing import Narrowing
from coaching.storage.tables import current, finding, job, lead, person, scorecard, stands, voicemail
from coaching.storage.visibility import voicemails_for
from coaching.storage.voicemails import select_voicemails, voicemail_of

STAGES = {
    JobState.WAITING: Stage.RECEIVED,
    JobState.RUNNING: Stage.TRANSCRIBING,
    JobState.DONE: Stage.JUDGED,
    JobState.FAILED: Stage.FAILED,
}
EVERYTHING = Narrowing()


def voicemails(
    connection: Connection, viewer: Viewer, narrowing: Narrowing = EVERYTHING, *, limit: int = 100, offset: int = 0
) -> Sequence[ListedVoicemail]:
    """The newest first: by when they were left, where that is known."""
    order = _listed().order_by(func.coalesce(voicemail.c.left_at, voicemail.c.received_at).desc(), voicemail.c.id.desc())
    wanted = order.where(voicemails_for(viewer), *narrowing.conditions())
    return _with_outcomes(connection, wanted.limit(limit).offset(offset))


def count(connection: Connection, viewer: Viewer, narrowing: Narrowing = EVERYTHING) -> int:
    """Of all that `voicemails` would list without a limit."""
    wanted = _listed().where(voicemails_for(viewer), *narrowing.conditions()).with_only_columns(func.count())
    return connection.execute(wanted).scalar_one()


def one(connection: Connection, viewer: Viewer, voicemail_id: VoicemailId) -> ListedVoicemail:
    lines = _with_outcomes(connection, _listed().where(voicemail.c.id == voicemail_id, voicemails_for(viewer)))
    if not lines:
        raise NotFound("voicemail", voicemail_id)
    return lines[0]


def these(connection: Connection, viewer: Viewer, voicemail_ids: Sequence[VoicemailId]) -> Sequence[ListedVoicemail]:
    """In this order, without those that the viewer may not see."""
    wanted = _listed().where(voicemail.c.id.in_(voicemail_ids), voicemails_for(viewer))
    found = {line.voicemail.id: line for line in _with_outcomes(connection, wanted)}
    return [found[voicemail_id] for voicemail_id in voicemail_ids if voicemail_id in found]


def _listed() -> Select[tuple[object, ...]]:
    more = (
        person.c.name.label("rep_name"),
        lead.c.customer_name,
        scorecard.c.id.label("scorecard_id"),
        scorecard.c.score,
        job.c.state,
        job.c.progress,
        job.c.reason,
        job.c.may_retry,
    )
    return (
        select_voicemails()
        .add_columns(*more)
        .outerjoin(person, person.c.id == voicemail.c.rep_id)
        .outerjoin(lead, lead.c.id == voicemail.c.lead_id)
        .outerjoin(scorecard, (scorecard.c.voicemail_id == voicemail.c.id) & current)
        .outerjoin(job, (job.c.voicemail_id == voicemail.c.id) & (job.c.kind == JobKind.JUDGE))
    )


def _with_outcomes(connection: Connection, query: Select[tuple[object, ...]]) -> list[ListedVoicemail]:
    rows = connection.execute(query).all()
    outcomes: dict[int | None, dict[str, Outcome]] = {row.scorecard_id: {} for row in rows}
    findings = select(finding.c.scorecard_id, finding.c.criterion_id, stands).where(
        finding.c.scorecard_id.in_([key for key in outcomes if key is not None])
    )
    for card_id, criterion_id, outcome in connection.execute(findings.order_by(finding.c.position)):
        outcomes[card_id][criterion_id] = outcome
    asked = possible_leads.of_voicemails(connection, [row.id for row in rows if row.lead_id is None])
    return [
        ListedVoicemail(
            voicemail_of(row),
            _progress(row),
            row.rep_name or "",
            row.customer_name or "",
            row.score,
            outcomes[row.scorecard_id],
            asked.get(row.id, ()),
        )
        for row in rows
    ]


def _progress(row: Row[tuple[object, ...]]) -> Progress:
    if row.state is None:  # once its words are gone a voicemail has no job
        return Progress(Stage.RECEIVED if row.scorecard_id is None else Stage.JUDGED, done=float(row.scorecard_id is not None))
    under_way = row.state in (JobState.WAITING, JobState.RUNNING)
    if row.scorecard_id is not None and under_way:
        return Progress(Stage.JUDGED, done=1.0, renewing=True)
    return Progress(STAGES[row.state], row.progress, row.reason, row.may_retry)
