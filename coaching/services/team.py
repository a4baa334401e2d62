"""The page of a team: what it offers to choose from, what a store wants of its teams, and whether it ranks them."""

from collections.abc import Sequence
from datetime import date

from coaching.accounts.permissions import allow, may_change_store
from coaching.domain.people import StoreId, Viewer
from coaching.domain.target import Target
from coaching.domain.team_scores import Scope
from coaching.errors import CoachingError
from coaching.services.auditing import note_change
from coaching.services.coaching.criteria import check_criterion
from coaching.services.parts import Services
from coaching.storage import people, targets, team_page, team_scores

TOO_SOON = "A target needs time: choose a day after today."
NO_SHARE = "A target lies between 1 and 100 percent."


def sources_of(services: Services, viewer: Viewer, scope: Scope) -> Sequence[str]:
    """Of the leads behind the scope's scorecards, by name; "" where nobody knows."""
    with services.database.reading() as connection:
        return team_scores.sources(connection, viewer, scope)


def targets_of(services: Services, viewer: Viewer, store_id: StoreId) -> Sequence[Target]:
    """The next to be due first. Raises NotFound."""
    with services.database.reading() as connection:
        people.get_store(connection, viewer, store_id)
        return targets.of_store(connection, store_id)


def aim(services: Services, viewer: Viewer, store_id: StoreId, criterion_id: str, percent: int, due_on: date) -> None:
    """In the place of the last target for this criterion. Raises NotFound, NotAllowed, CoachingError."""
    if not 1 <= percent <= 100:
        raise CoachingError(NO_SHARE)
    with services.database.writing() as connection:
        store = people.get_store(connection, viewer, store_id)
        allow(may_change_store(viewer, store), "set targets for this store")
        check_criterion(criterion_id, store)
        today = store.day_of(services.now())
        if due_on <= today:
            raise CoachingError(TOO_SOON)
        targets.keep(connection, Target(store_id, criterion_id, percent, today, due_on))
        note_change(services, connection, viewer, "target", store, criterion=criterion_id, percent=percent)


def give_up(services: Services, viewer: Viewer, store_id: StoreId, criterion_id: str) -> None:
    """Takes a target back. Raises NotFound, NotAllowed."""
    with services.database.writing() as connection:
        store = people.get_store(connection, viewer, store_id)
        allow(may_change_store(viewer, store), "change the targets of this store")
        targets.drop(connection, store_id, criterion_id)
        note_change(services, connection, viewer, "target_dropped", store, criterion=criterion_id)


def shows_leader_board(services: Services, viewer: Viewer, store_id: StoreId) -> bool:
    """False until somebody of the store turns it on: a ranking spurs some on and shames others, so that it is chosen, not met.

    Raises NotFound.
    """
    with services.database.reading() as connection:
        people.get_store(connection, viewer, store_id)
        return team_page.shows_leader_board(connection, store_id)


def show_leader_board(services: Services, viewer: Viewer, store_id: StoreId, shown: bool) -> None:
    """Raises NotFound, NotAllowed."""
    with services.database.writing() as connection:
        store = people.get_store(connection, viewer, store_id)
        allow(may_change_store(viewer, store), "turn the leader board of this store on or off")
        team_page.keep_leader_board(connection, store_id, shown)
        note_change(services, connection, viewer, "leader_board", store, shown=int(shown))
