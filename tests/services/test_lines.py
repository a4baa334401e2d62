"""Telephone numbers are checked wherever somebody writes one."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from coaching.domain.people import MACHINE, Person, PersonId, Role
from coaching.errors import CoachingError, NotAllowed
from coaching.services import people, places, staff
from coaching.services.staff import Member
from coaching.services.staff_files import import_staff
from coaching.storage import people as stored
from tests.world import BOBS_LINE, Cast

Keep = Callable[[Cast, str], object]
COLUMNS = {"Name": "name", "Store": "store", "Direct line": "direct_line"}


def _charlie(cast: Cast) -> Member:
    return staff.member(cast.services, cast.as_seen_by(cast.abe), cast.charlie)


def _changed(cast: Cast, line: str) -> None:
    before = _charlie(cast)
    staff.change(cast.services, cast.as_seen_by(cast.abe), replace(before, person=replace(before.person, direct_line=line)))


def _added(cast: Cast, line: str) -> None:
    person = Person(PersonId(0), "Nora Whitfield", Role.REP, cast.store, direct_line=line)
    staff.add(cast.services, cast.as_seen_by(cast.abe), Member(person))


def _imported(cast: Cast, line: str) -> None:
    content = f"Name,Store,Direct line\nNora Whitfield,Fairhaven Honda,{line}\n".encode()
    refused = import_staff(cast.services, cast.as_seen_by(cast.abe), content, COLUMNS).refused
    if refused:
        raise CoachingError(refused[0].sentence)


DIRECT: dict[str, Keep] = {
    "scorecard": lambda cast, line: people.change_direct_line(cast.services, cast.as_seen_by(cast.dana), cast.charlie, line),
    "person": _changed,
    "new person": _added,
    "people's file": _imported,
}
MAIN: dict[str, Keep] = {
    "store": lambda cast, line: people.change_main_line(cast.services, cast.as_seen_by(cast.dana), cast.store, line),
    "new store": lambda cast, line: places.open_store(
        cast.services, cast.as_seen_by(cast.abe), "Harbor Kia", line, "America/New_York"
    ),
}


@pytest.mark.parametrize("keep", [*DIRECT.values(), *MAIN.values()], ids=[*DIRECT, *MAIN])
@pytest.mark.parametrize("line", ["12", "abc", "555-0143", "not a phone"])
def test_what_is_no_number_is_refused(cast: Cast, keep: Keep, line: str) -> None:
    with pytest.raises(CoachingError, match="ten digits"):
        keep(cast, line)


@pytest.mark.parametrize("keep", [*DIRECT.values(), *MAIN.values()], ids=[*DIRECT, *MAIN])
@pytest.mark.parametrize("line", ["", " 240-555-0143 ", "+1 (240) 555-0143"])
def test_a_whole_number_or_none_is_kept(cast: Cast, keep: Keep, line: str) -> None:
    keep(cast, line)


@pytest.mark.parametrize("keep", DIRECT.values(), ids=DIRECT)
def test_the_main_line_is_nobodys_direct_line(cast: Cast, keep: Keep) -> None:
    with pytest.raises(CoachingError, match="main line of Fairhaven Honda"):
        keep(cast, "(410) 5550100")


@pytest.mark.parametrize("keep", DIRECT.values(), ids=DIRECT)
def test_a_direct_line_rings_at_one_alone(cast: Cast, keep: Keep) -> None:
    with pytest.raises(CoachingError, match="already Bob's direct line"):
        keep(cast, BOBS_LINE.replace("-", "."))
    staff.deactivate(cast.services, cast.as_seen_by(cast.abe), cast.bob)
    keep(cast, BOBS_LINE)


def test_a_direct_line_does_not_become_the_main_line(cast: Cast) -> None:
    with pytest.raises(CoachingError, match="already Bob's direct line"):
        MAIN["store"](cast, BOBS_LINE)


def test_a_line_from_before_they_were_checked_keeps_nobody_from_changing_the_rest(cast: Cast) -> None:
    with cast.services.database.writing() as connection:
        stored.set_direct_line(connection, cast.charlie, "ask for Charlie")
    before = _charlie(cast)
    staff.change(cast.services, cast.as_seen_by(cast.abe), replace(before, person=replace(before.person, name="Charles")))
    assert (_charlie(cast).person.name, _charlie(cast).person.direct_line) == ("Charles", "ask for Charlie")


def _numbers(cast: Cast) -> tuple[str, str]:
    with cast.services.database.reading() as connection:
        return stored.get(connection, MACHINE, cast.bob).direct_line, stored.get_store(connection, MACHINE, cast.store).main_line


@pytest.mark.parametrize(
    ("direct", "main", "said"),
    [
        ("240-555-0111", "no number", "ten digits"),
        ("no number", "240-555-0111", "ten digits"),
        ("240-555-0111", "240-555-0111", "is the main line"),
    ],
)
def test_of_two_numbers_both_are_kept_or_neither(cast: Cast, direct: str, main: str, said: str) -> None:
    before = _numbers(cast)
    with pytest.raises(CoachingError, match=said):
        people.change_numbers(cast.services, cast.as_seen_by(cast.dana), cast.bob, cast.store, direct, main)
    assert _numbers(cast) == before


def test_two_numbers_on_file_can_change_places(cast: Cast) -> None:
    direct, main = _numbers(cast)
    people.change_numbers(cast.services, cast.as_seen_by(cast.dana), cast.bob, cast.store, main, direct)
    assert _numbers(cast) == (main, direct)


def test_a_rep_changes_their_own_number_beside_a_main_line_that_they_may_not_change(cast: Cast) -> None:
    bob = cast.as_seen_by(cast.bob)
    people.change_numbers(cast.services, bob, cast.bob, cast.store, "240-555-0111", "410-555-0100")
    with pytest.raises(NotAllowed):
        people.change_numbers(cast.services, bob, cast.bob, cast.store, "240-555-0122", "410-555-0122")
    assert _numbers(cast) == ("240-555-0111", "410-555-0100")
