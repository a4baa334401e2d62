"""What works here: the outcomes of leads held against how their voicemails were judged."""

from collections.abc import Sequence

from coaching.domain.people import Viewer
from coaching.follow_up.what_works import LONGEST_WAIT, Comparison, compare
from coaching.services.parts import Services
from coaching.storage.what_works import came_back


def what_works(services: Services, viewer: Viewer, criterion_ids: Sequence[str]) -> tuple[Comparison, ...]:
    """Over the leads that the viewer may see; planted ones are left out, for nobody calls back."""
    with services.database.reading() as connection:
        return compare(came_back(connection, viewer, LONGEST_WAIT), criterion_ids)
