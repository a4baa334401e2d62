"""Filters of lists of voicemails: they take away from what a viewer may see, and never add."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_, select

from coaching.domain.job import JobState
from coaching.domain.people import PersonId
from coaching.domain.scorecard import Outcome
from coaching.domain.team_scores import Figure
from coaching.domain.voicemail import Stage, VoicemailId
from coaching.storage.figures import stands_behind
from coaching.storage.tables import finding, job, lead, person, recording, scorecard, stands, voicemail
from coaching.storage.visibility import is_practice

UNDER_WAY = (JobState.WAITING, JobState.RUNNING)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """search: part of the customer's, the rep's or the file's name, in any case. An empty one takes nothing away.

    rep_ids: of any of these. score: lowest and highest total. left: from when, and before when. verdict: on a criterion.
    figure: only the voicemails that it counts. among: some voicemails only; practice is left out unless it is among them.
    """

    stage: Stage | None = None
    rep_id: PersonId | None = None
    search: str = ""
    rep_ids: frozenset[PersonId] | None = None
    score: tuple[float, float] | None = None
    left: tuple[datetime, datetime] | None = None
    verdict: tuple[str, Outcome] | None = None
    figure: Figure | None = None
    among: frozenset[VoicemailId] | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        """For a query over voicemail, recording, rep, lead, job and current scorecard."""
        conditions = [] if self.stage is None else [_at(self.stage)]
        if self.rep_id is not None:
            conditions.append(voicemail.c.rep_id == self.rep_id)
        conditions.append(~is_practice() if self.among is None else voicemail.c.id.in_(self.among))
        if self.search:
            names = (lead.c.customer_name, person.c.name, recording.c.file_name)
            conditions.append(or_(*(name.icontains(self.search, autoescape=True) for name in names)))
        return [*conditions, *self._rules()]

    def _rules(self) -> list[ColumnElement[bool]]:
        """By which voicemails are collected for a coaching session, or stand behind a figure."""
        rules: list[ColumnElement[bool]] = [] if self.rep_ids is None else [voicemail.c.rep_id.in_(self.rep_ids)]
        if self.score is not None:
            rules.append(scorecard.c.score.between(*self.score))
        if self.left is not None:
            start, end = self.left
            at = func.coalesce(voicemail.c.left_at, voicemail.c.received_at)
            rules += [at >= start, at < end]
        if self.verdict is not None:
            criterion_id, outcome = self.verdict
            so_judged = select(finding.c.scorecard_id).where(finding.c.criterion_id == criterion_id, stands == outcome)
            rules.append(scorecard.c.id.in_(so_judged))
        if self.figure is not None:
            rules.append(stands_behind(self.figure))
        return rules


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
            return job.c.state == JobState.FAILED
