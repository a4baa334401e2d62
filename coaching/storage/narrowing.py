"""Filters of lists of voicemails: they take away from what a viewer may see, and never add."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_

from coaching.domain.job import JobState
from coaching.domain.people import PersonId
from coaching.domain.voicemail import Stage
from coaching.storage.tables import job, lead, person, recording, scorecard, voicemail

UNDER_WAY = (JobState.WAITING, JobState.RUNNING)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """search: part of the customer's, the rep's or the file's name, in any case. An empty one takes nothing away."""

    stage: Stage | None = None
    rep_id: PersonId | None = None
    search: str = ""

    def conditions(self) -> list[ColumnElement[bool]]:
        """For a query over voicemail, recording, rep, lead, job and current scorecard."""
        conditions = [] if self.stage is None else [_at(self.stage)]
        if self.rep_id is not None:
            conditions.append(voicemail.c.rep_id == self.rep_id)
        if self.search:
            names = (lead.c.customer_name, person.c.name, recording.c.file_name)
            conditions.append(or_(*(name.icontains(self.search, autoescape=True) for name in names)))
        return conditions


def _at(stage: Stage) -> ColumnElement[bool]:
    """The same as `voicemails` shows: what has a scorecard and is judged again stays judged."""
    has_card = scorecard.c.id.is_not(None)
    match stage:
        case Stage.RECEIVED:
            return and_(or_(job.c.state.is_(None), job.c.state == JobState.WAITING), ~has_card)
        case Stage.TRANSCRIBING:
            return and_(job.c.state == JobState.RUNNING, ~has_card)
        case Stage.JUDGED:
            return or_(job.c.state == JobState.DONE, and_(or_(job.c.state.is_(None), job.c.state.in_(UNDER_WAY)), has_card))
        case Stage.FAILED:
            return job.c.state.in_((JobState.FAILED, JobState.CANCELLED))
