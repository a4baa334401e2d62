"""What works here: the outcomes of leads held against how their voicemails were judged."""

from collections.abc import Sequence
from itertools import pairwise

from coaching.domain.attempt import Direction
from coaching.domain.people import Viewer
from coaching.follow_up.what_works import Comparison, Result, came_back_after, compare
from coaching.services.follow_up.history import History, read_history
from coaching.services.parts import Services
from coaching.storage import leads


def what_works(services: Services, viewer: Viewer, criterion_ids: Sequence[str]) -> tuple[Comparison, ...]:
    """Over the leads that the viewer may see; planted ones are left out, for nobody calls back."""
    with services.database.reading() as connection:
        theirs = [lead for lead in leads.listed(connection, viewer) if not lead.mystery_shop]
        known = [read_history(connection, viewer, lead.id) for lead in theirs]
    return compare([result for one in known for result in _results(one)], criterion_ids)


def _results(known: History) -> list[Result]:
    ours = [attempt for attempt in known.attempts if attempt.direction is Direction.OUT]
    next_at = {attempt.id: later.at for attempt, later in pairwise(ours)}
    return [
        Result(
            {finding.criterion_id: finding.outcome for finding in heard.scorecard.findings},
            came_back_after(heard.attempt.at, next_at.get(heard.attempt.id), known.outcomes),
        )
        for heard in known.heard
        if heard.scorecard
    ]
