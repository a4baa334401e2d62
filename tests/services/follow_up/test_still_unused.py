import pytest

from coaching.domain.lead import LeadId
from coaching.errors import NotFound
from coaching.services.follow_up.still_unused import still_unused
from coaching.storage import leads
from tests.pages.conftest import WorkerAtHand
from tests.world import Cast


@pytest.fixture
def worker(cast: Cast) -> WorkerAtHand:
    return WorkerAtHand(cast)


@pytest.fixture
def karen(cast: Cast) -> LeadId:
    facts = {"vehicle": "2025 Honda CR-V", "trade_in": "2016 Subaru Forester", "colour": "Meteorite Gray"}
    with cast.services.database.writing() as connection:
        return leads.add(connection, cast.store, "Karen Doyle", rep_id=cast.bob, facts=facts)


def test_a_second_attempt_is_told_what_neither_has_used(cast: Cast, karen: LeadId, worker: WorkerAtHand) -> None:
    cast.leaves("Hello Karen the CR-V in Meteorite Gray is here", lead=karen, attempt=1)
    second = cast.leaves("Hello Karen call me", lead=karen, attempt=2)
    worker.works()
    left = still_unused(cast.services, cast.as_seen_by(cast.alice), second)
    assert left is not None
    assert [(fact.name, fact.words) for fact in left.facts] == [("trade_in", "2016 Subaru Forester")]


def test_a_first_attempt_and_a_message_for_nobody_are_told_nothing(cast: Cast, karen: LeadId) -> None:
    first, nobodys = cast.leaves("one", lead=karen, attempt=1), cast.leaves("two", attempt=2)
    assert still_unused(cast.services, cast.as_seen_by(cast.bob), first) is None
    assert still_unused(cast.services, cast.as_seen_by(cast.bob), nobodys) is None


def test_another_team_does_not_learn_that_it_is_there(cast: Cast, karen: LeadId) -> None:
    second = cast.leaves("two", lead=karen, attempt=2)
    with pytest.raises(NotFound):
        still_unused(cast.services, cast.as_seen_by(cast.charlie), second)
