"""Administration: people, one person, stores and teams, a list of people."""

import pytest

from coaching.domain.people import Role
from coaching.services import staff
from coaching.ui.screens import SCREENS
from tests.screens import Screen
from tests.world import Cast

LIST = b"""Employee,Mail,Position,Department,Dealership,Phone
Nora Whitfield,Nora@Example.org,rep,Internet,fairhaven honda,240-555-0143
Bad,x,king,,,
"""


def test_everybody_is_listed_and_found_by_name_store_or_role(cast: Cast, screen: type[Screen]) -> None:
    abe = screen(cast.abe).open("people")
    assert all(name in abe.text for name in ("Alice", "Bob", "Charlie", "Dana", "Erin", "Abe"))
    abe.app.text_input(key="find_people").input("rep internet").run()
    assert "**Bob**" in abe.text
    assert "**Charlie**" not in abe.text
    abe.app.text_input(key="find_people").input("nobody at all").run()
    assert "Nobody is found" in abe.app.info[0].value


def test_a_person_is_changed_and_sees_something_else_by_their_next_click(cast: Cast, screen: type[Screen]) -> None:
    charlie, page = screen(cast.charlie), screen(cast.abe).open("person", person=str(cast.charlie))
    for role, title in ((Role.MANAGER, "Arrivals and incentives"), (Role.REP, "Hello Charlie")):
        page.app.selectbox(key=f"person_{cast.charlie}_role").select(role).run()
        page.app.button(key=f"person_{cast.charlie}_save").click().run()
        assert page.app.success[0].value == "Saved."
        charlie.app.run()
        if role is Role.MANAGER:
            charlie.open("store_facts")
        assert charlie.app.title[0].value == title


def test_somebody_is_added_and_told_what_is_missing(cast: Cast, screen: type[Screen]) -> None:
    page = screen(cast.abe).open("person")
    page.app.button(key="person_0_save").click().run()
    assert "name" in page.app.error[0].value
    page.app.text_input(key="person_0_name").input("Nora Whitfield")
    page.app.text_input(key="person_0_email").input("nora@example.org")
    page.app.button(key="person_0_save").click().run()
    assert "Nora Whitfield" in [one.person.name for one in staff.members(cast.services, cast.as_seen_by(cast.abe))]


def test_who_has_left_is_nobody_by_their_next_click(cast: Cast, screen: type[Screen]) -> None:
    bob = screen(cast.bob)
    page = screen(cast.abe).open("person", person=str(cast.bob))
    page.app.checkbox(key=f"has_left_{cast.bob}").check().run()
    next(button for button in page.app.button if button.label == "Deactivate").click().run()
    bob.app.run()
    assert bob.app.title[0].value == "Voicemails that earn a call back"
    assert "Has left" in [header.value for header in page.app.header]


def test_a_store_with_its_teams_is_changed(cast: Cast, screen: type[Screen]) -> None:
    page = screen(cast.abe).open("stores")
    assert "Fairhaven Honda" in page.text
    names = [box for box in page.app.text_input if box.value == "Internet"]
    names[0].input("BDC")
    next(button for button in page.app.button if button.label == "Save").click().run()
    assert "BDC" in page.text
    assert not page.app.error


def test_a_store_chooses_what_it_is_judged_by_and_its_people_are_told(cast: Cast, screen: type[Screen]) -> None:
    page = screen(cast.abe).open("stores")
    box = next(box for box in page.app.selectbox if box.label == "Judged by")
    box.select_index(next(at for at, option in enumerate(box.options) if option.startswith("Short and curious")))
    next(button for button in page.app.button if button.label == "Save").click().run()
    assert not page.app.error
    guide = screen(cast.bob).open("guide").text
    assert "Fairhaven Honda is judged by “Short and curious”" in guide
    assert "Not judged there" in guide
    assert "Short and curious" not in screen(cast.erin).open("guide").text


def test_a_list_comes_in_with_what_cannot_be_used_told(cast: Cast, screen: type[Screen]) -> None:
    page = screen(cast.abe).open("import_people")
    page.app.file_uploader[0].set_value([("people.csv", LIST, "text/csv")]).run()
    assert "**1 person**" in page.text
    assert "Line 3" in page.app.warning[0].value
    before = len(staff.members(cast.services, cast.as_seen_by(cast.abe)))
    page.app.button(key="import_staff").click().run()
    assert len(staff.members(cast.services, cast.as_seen_by(cast.abe))) == before + 1
    assert "1 person added." in page.app.success[0].value


@pytest.mark.parametrize("page", ["people", "person", "import_people", "stores"])
@pytest.mark.parametrize("who", ["bob", "alice", "dana"])
def test_only_administrators_are_shown_the_way(cast: Cast, screen: type[Screen], page: str, who: str) -> None:
    assert not next(one for one in SCREENS if one.name == page).is_for(cast.as_seen_by(getattr(cast, who)))


def test_an_unknown_person_is_told_as_such(cast: Cast, screen: type[Screen]) -> None:
    for wrong in ("4242", "x", "9" * 30):
        assert "There is no person" in screen(cast.abe).open("person", person=wrong).app.error[0].value


def test_ones_own_account_in_the_demonstration_has_nothing_to_sign_out_of(cast: Cast, screen: type[Screen]) -> None:
    assert "nobody signs in" in screen(cast.bob).open("account").app.info[0].value
