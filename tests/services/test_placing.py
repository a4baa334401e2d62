import pytest

from coaching.domain.voicemail import MOST_ATTEMPTS
from coaching.errors import CoachingError, NotFound
from coaching.services.people import change_direct_line, change_main_line, reps, stores
from coaching.services.placing import Placement, change
from coaching.services.queue import retry
from coaching.services.reading import read
from tests.at_once import at_once
from tests.world import BOBS_LINE, Cast


def test_rep_lead_attempt_and_time_can_be_set_afterwards(cast: Cast) -> None:
    voicemail_id = cast.leaves("hello there")
    placement = Placement(rep_id=cast.charlie, customer_name="Marvin Hale", attempt=3, left_at=cast.services.now())
    change(cast.services, cast.as_seen_by(cast.dana), voicemail_id, placement)
    page = read(cast.services, cast.as_seen_by(cast.charlie), voicemail_id)
    assert (page.listed.rep_name, page.listed.customer_name, page.voicemail.attempt) == ("Charlie", "Marvin Hale", 3)
    assert page.voicemail.left_at == cast.services.now()
    with pytest.raises(NotFound):
        read(cast.services, cast.as_seen_by(cast.bob), voicemail_id)


@pytest.mark.parametrize("again", ["ángel díaz", "ÁNGEL DÍAZ", " Ángel  Díaz"])
def test_a_customer_is_found_again_by_name_however_it_is_capitalised(cast: Cast, again: str) -> None:
    bob = cast.as_seen_by(cast.bob)
    first, second = cast.leaves("hello there"), cast.leaves("hello again")
    for voicemail_id, name in ((first, "Ángel Díaz"), (second, again)):
        change(cast.services, bob, voicemail_id, Placement(customer_name=name))
    leads = [read(cast.services, bob, voicemail_id).lead for voicemail_id in (first, second)]
    assert leads[0] is not None
    assert leads[0] == leads[1]


def test_two_voicemails_of_one_new_customer_placed_at_once_open_one_lead(cast: Cast) -> None:
    bob = cast.as_seen_by(cast.bob)
    left = [cast.leaves(f"hello {number}") for number in range(6)]
    waiting = iter(left)
    assert at_once(6, lambda: change(cast.services, bob, next(waiting), Placement(customer_name="Ángel Díaz"))) == []
    assert len({read(cast.services, bob, voicemail_id).voicemail.lead_id for voicemail_id in left}) == 1


def test_a_voicemail_does_not_move_to_another_store(cast: Cast) -> None:
    voicemail_id = cast.leaves("hello there")
    with pytest.raises(CoachingError, match="another store"):
        change(cast.services, cast.as_seen_by(cast.abe), voicemail_id, Placement(rep_id=cast.erin))


def test_what_is_longer_than_can_be_kept_is_told_and_nothing_changes(cast: Cast) -> None:
    voicemail_id, abe = cast.leaves("hello there"), cast.as_seen_by(cast.abe)
    with pytest.raises(CoachingError, match="customer's name has at most 200 characters"):
        change(cast.services, abe, voicemail_id, Placement(rep_id=cast.bob, customer_name="x" * 201))
    with pytest.raises(CoachingError, match="at most 40 characters"):
        change_direct_line(cast.services, abe, cast.bob, "5" * 41)
    with pytest.raises(CoachingError, match="at most 40 characters"):
        change_main_line(cast.services, abe, cast.store, "5" * 41)
    page = read(cast.services, abe, voicemail_id)
    assert page.rep is not None
    assert (page.lead, page.rep.direct_line, page.store.main_line) == (None, BOBS_LINE, "410-555-0100")


@pytest.mark.parametrize("attempt", [-1, 0, MOST_ATTEMPTS + 1, 2**31])
def test_an_attempt_that_cannot_be_is_refused_with_a_sentence(cast: Cast, attempt: int) -> None:
    voicemail_id, bob = cast.leaves("hello there", attempt=2), cast.as_seen_by(cast.bob)
    with pytest.raises(CoachingError, match="from 1 to 99"):
        change(cast.services, bob, voicemail_id, Placement(attempt=attempt))
    assert read(cast.services, bob, voicemail_id).voicemail.attempt == 2


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
