"""What the page of a team offers to choose from."""

from collections.abc import Sequence

from coaching.domain.people import Viewer
from coaching.domain.team_scores import Scope
from coaching.services.parts import Services
from coaching.storage import team_scores


def sources_of(services: Services, viewer: Viewer, scope: Scope) -> Sequence[str]:
    """Of the leads behind the scope's scorecards, the most frequent first; "" where nobody knows."""
    with services.database.reading() as connection:
        return team_scores.sources(connection, viewer, scope)
