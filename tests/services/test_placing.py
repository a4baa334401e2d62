import pytest

from coaching.errors import CoachingError, NotFound
from coaching.services.people import change_direct_line, change_main_line, reps, stores
from coaching.services.placing import Placement, change
from coaching.services.queue import retry
from coaching.services.reading import read
from tests.world import Cast


def test_rep_lead_attempt_and_time_can_be_set_afterwards(cast: Cast) -> None:
    voicemail_id = cast.leaves("hello there")
    placement = Placement(rep_id=cast.charlie, customer_name="Marvin Hale", attempt=3, left_at=cast.services.now())
    change(cast.services, cast.as_seen_by(cast.dana), voicemail_id, placement)
    page = read(cast.services, cast.as_seen_by(cast.charlie), voicemail_id)
    assert (page.listed.rep_name, page.listed.customer_name, page.voicemail.attempt) == ("Charlie", "Marvin Hale", 3)
    assert page.voicemail.left_at == cast.services.now()
    with pytest.raises(NotFound):
        read(cast.services, cast.as_seen_by(cast.bob), voicemail_id)


def test_a_voicemail_does_not_move_to_another_store(cast: Cast) -> None:
    voicemail_id = cast.leaves("hello there")
    with pytest.raises(CoachingError, match="another store"):
        change(cast.services, cast.as_seen_by(cast.abe), voicemail_id, Placement(rep_id=cast.erin))


@pytest.mark.parametrize("stranger", ["charlie", "erin"])
def test_a_stranger_changes_and_retries_nothing(cast: Cast, stranger: str) -> None:
    voicemail_id, viewer = cast.leaves("hello there"), cast.as_seen_by(getattr(cast, stranger))
    with pytest.raises(NotFound):
        change(cast.services, viewer, voicemail_id, Placement(attempt=2))
    with pytest.raises(NotFound):
        retry(cast.services, viewer, voicemail_id)


@pytest.mark.parametrize(("person", "may"), {"alice": True, "bob": True, "charlie": False, "dana": True, "erin": False}.items())
def test_a_direct_line_is_kept_by_its_rep_and_who_looks_after_them(cast: Cast, person: str, may: bool) -> None:
    viewer = cast.as_seen_by(getattr(cast, person))
    if not may:
        with pytest.raises(NotFound):
            change_direct_line(cast.services, viewer, cast.bob, "240-555-0111")
        return
    change_direct_line(cast.services, viewer, cast.bob, " 240-555-0111 ")
    assert reps(cast.services, cast.as_seen_by(cast.bob))[0].direct_line == "240-555-0111"


@pytest.mark.parametrize(
    ("person", "may"), {"alice": True, "bob": False, "charlie": False, "dana": True, "erin": False, "abe": True}.items()
)
def test_a_main_line_is_kept_by_those_who_coach_there(cast: Cast, person: str, may: bool) -> None:
    viewer = cast.as_seen_by(getattr(cast, person))
    if may:
        change_main_line(cast.services, viewer, cast.store, "410-555-0111")
    else:
        with pytest.raises(CoachingError):
            change_main_line(cast.services, viewer, cast.store, "410-555-0111")
    lines = [store.main_line for store in stores(cast.services, cast.as_seen_by(cast.bob))]
    assert lines == ["410-555-0111" if may else "410-555-0100"]
