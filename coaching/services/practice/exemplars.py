"""What a rep who practises can listen to beside their own attempt."""

from coaching.domain.exemplar import Exemplar
from coaching.domain.people import Viewer
from coaching.domain.practice import Drill
from coaching.services.coaching.library import browse
from coaching.services.parts import Services


def exemplar_of(services: Services, viewer: Viewer, drill: Drill) -> Exemplar | None:
    """The newest in the library for the first of the drill's criteria that has any, of somebody else where there is one."""
    wanted = [goal.criterion_id for goal in drill.goals if goal.criterion_id]
    found = browse(services, viewer, criteria=wanted)
    return min(found, key=lambda one: (one.is_own, wanted.index(one.chosen.criterion_id)), default=None)
