"""People from a file."""

import pytest

from coaching.domain.people import Role
from coaching.errors import CoachingError, InvalidFile, NotAllowed
from coaching.services import staff
from coaching.services.staff_files import StaffImport, import_staff, preview_staff, staff_columns
from tests.world import Cast

FILE = b"""Employee Name;E-Mail;Job Title;Department;Dealership;Direct
Nora Whitfield;Nora@Example.org;Salesperson;Internet;Fairhaven Honda;240-555-0143
Ben Ortiz;ben@example.org;;Used cars;fairhaven honda;
Tina Marsh;tina@example.org;Coach;Internet;Fairhaven Honda;
Max Boss;max@example.org;Sales manager;;Riverbend Toyota;
;;;;;
Ada Long;ada@example.org;admin;;;
"""
TWICE = b"""name,email,store
Eve,eve@example.org,Fairhaven Honda
Ben,ben@example.org,Fairhaven Honda
Eve Long,Eve@Example.org,Fairhaven Honda
Fay,,Fairhaven Honda
Gus,,Fairhaven Honda
"""


def read(cast: Cast, content: bytes = FILE, *, preview: bool = False) -> StaffImport:
    abe = cast.as_seen_by(cast.abe)
    mapping = {column.name: column.field for column in staff_columns(abe, content) if column.field}
    return (preview_staff if preview else import_staff)(cast.services, abe, content, mapping)


def names(cast: Cast) -> list[str]:
    return [one.person.name for one in staff.members(cast.services, cast.as_seen_by(cast.abe))]


def test_each_row_becomes_somebody_with_role_store_and_team(cast: Cast) -> None:
    done = read(cast)
    assert (len(done.added), done.known, done.refused) == (5, 0, ())
    found = {one.person.name: one for one in staff.members(cast.services, cast.as_seen_by(cast.abe))}
    assert [found[name].person.role for name in ("Nora Whitfield", "Ben Ortiz", "Tina Marsh", "Max Boss", "Ada Long")] == [
        Role.REP,
        Role.REP,
        Role.TRAINER,
        Role.MANAGER,
        Role.ADMINISTRATOR,
    ]
    assert found["Nora Whitfield"].person.team_id == cast.team
    assert found["Ben Ortiz"].person.team_id not in (cast.team, cast.other_team, None)
    assert found["Tina Marsh"].team_ids == {cast.team}
    assert found["Max Boss"].store_ids == {cast.other_store}


def test_a_preview_changes_nothing(cast: Cast) -> None:
    before = names(cast)
    assert len(read(cast, preview=True).new) == 5
    assert names(cast) == before


def test_the_same_file_again_adds_nobody(cast: Cast) -> None:
    read(cast)
    again = read(cast)
    assert (again.added, again.known) == ((), 5)


@pytest.mark.parametrize("preview", [True, False])
def test_who_is_twice_in_the_file_is_told_with_both_lines_and_is_not_here_already(cast: Cast, preview: bool) -> None:
    done = read(cast, TWICE, preview=preview)
    assert ([one.person.name for one in done.new], done.known) == (["Eve", "Ben", "Fay", "Gus"], 0)
    said = "The same person is in the file twice: line 2 has this e-mail address too. They come in once."
    assert [(one.line, one.sentence) for one in done.refused] == [(4, said)]


def test_a_row_that_was_refused_does_not_stand_in_the_way_of_a_better_one(cast: Cast) -> None:
    done = read(cast, b"name,email,store\nEve,eve@example.org,Nowhere\nEve,eve@example.org,Fairhaven Honda\n")
    assert (len(done.added), [one.line for one in done.refused]) == (1, [2])


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Eve,eve@example.org,king,Fairhaven Honda", "no role"),
        ("Eve,eve@example.org,rep,Fairhaven Hona", "Add the store first"),
        ("Eve,eve,rep,Fairhaven Honda", "e-mail address"),
        (",eve@example.org,rep,Fairhaven Honda", "name"),
        (f"{'x' * 201},eve@example.org,rep,Fairhaven Honda", "at most 200 characters"),
        ("Eve,a,b,c,d,e,f", "cells"),
        ('Eve,"eve', "cannot be read"),
    ],
)
def test_a_row_that_cannot_be_used_is_told_and_the_others_come_in(cast: Cast, row: str, said: str) -> None:
    done = read(cast, f"name,email,role,store\nBen,ben@example.org,rep,Fairhaven Honda\n{row}\n".encode())
    assert len(done.added) == 1
    assert [one.line for one in done.refused] == [3]
    assert said in done.refused[0].sentence


def test_a_team_whose_name_is_too_long_is_told_and_not_opened(cast: Cast) -> None:
    (refused,) = read(cast, f"name,store,team\nEve,Fairhaven Honda,{'x' * 201}\n".encode()).refused
    assert refused.sentence == "The team's name has at most 200 characters. Shorten it."


@pytest.mark.parametrize("content", [b"", b"  ", b"\0\1\2", b"email\na@example.org\n"])
def test_a_file_without_people_is_refused_with_what_to_do(cast: Cast, content: bytes) -> None:
    with pytest.raises(InvalidFile):
        read(cast, content)


def test_a_field_that_is_not_there_is_refused(cast: Cast) -> None:
    with pytest.raises(CoachingError, match="no field of a person"):
        import_staff(cast.services, cast.as_seen_by(cast.abe), b"name\nEve\n", {"name": "salary"})


@pytest.mark.parametrize("who", ["bob", "alice", "dana"])
def test_only_an_administrator_imports(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        import_staff(cast.services, cast.as_seen_by(getattr(cast, who)), b"name\nEve\n", {"name": "name"})
