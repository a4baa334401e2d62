import pytest

from coaching.services.follow_up.lead_files import import_leads
from tests.screens import Screen
from tests.world import Cast

LEADS = b"ID,Name,Phone,Received,Vehicle,Rep,Opt out\n1,Walt Brandt,410-555-0144,2024-10-07 09:00,2025 Honda CR-V,Bob,\n"


def test_the_leads_of_a_rep_are_listed_with_what_was_missed(cast: Cast, screen: type[Screen]) -> None:
    import_leads(cast.services, cast.as_seen_by(cast.dana), cast.store, LEADS)
    text = screen(cast.bob).open("leads").text
    assert "2025 Honda CR\\-V · 0 calls" in text
    assert "missed" in text


def test_a_search_narrows_the_list(cast: Cast, screen: type[Screen]) -> None:
    import_leads(cast.services, cast.as_seen_by(cast.dana), cast.store, LEADS)
    bob = screen(cast.bob).open("leads")
    assert bob.text.count("0 messages") == 2
    bob.app.text_input(key="lead_search").set_value("okafor").run()
    assert bob.text.count("0 messages") == 1


def test_a_search_stands_in_the_address_and_begins_at_its_first_page(cast: Cast, screen: type[Screen]) -> None:
    import_leads(cast.services, cast.as_seen_by(cast.dana), cast.store, LEADS)
    bob = screen(cast.bob)
    bob.app.query_params["page"] = "2"
    bob.open("leads")
    bob.app.text_input(key="lead_search").set_value(" Okafor ").run()
    assert bob.app.query_params == {"search": "Okafor"}
    again = screen(cast.bob).open("leads", **bob.app.query_params)
    assert again.app.text_input(key="lead_search").value == "Okafor"
    assert again.text.count("0 messages") == 1
    again.app.text_input(key="lead_search").set_value("").run()
    assert again.app.query_params == {}
    assert again.text.count("0 messages") == 2


def test_a_rep_without_leads_is_told_what_a_rep_can_do(cast: Cast, screen: type[Screen]) -> None:
    charlie = screen(cast.charlie).open("leads")
    assert "when you upload a voicemail" in charlie.app.info[0].value
    assert "your trainer or manager imports them" in charlie.app.info[0].value


def test_who_may_import_is_told_to(cast: Cast, screen: type[Screen]) -> None:
    assert "Import them" in screen(cast.erin).open("leads").app.info[0].value


def test_a_long_list_is_shown_a_page_at_a_time(cast: Cast, screen: type[Screen]) -> None:
    rows = "".join(f"{number},Customer {number:03},240-555-{number:04},Bob\n" for number in range(60))
    import_leads(cast.services, cast.as_seen_by(cast.dana), cast.store, f"ID,Name,Phone,Rep\n{rows}".encode())
    bob = screen(cast.bob).open("leads")
    assert (bob.text.count("0 messages"), "1 to 50 of 61" in bob.text) == (50, True)
    bob.app.button(key="page_next").click().run()
    assert (bob.text.count("0 messages"), "51 to 61 of 61" in bob.text) == (11, True)
    assert bob.app.query_params["page"] == "2"


@pytest.mark.parametrize("written", ["0", "-1", "99", "x", "９", "1" * 40])
def test_a_page_that_is_not_there_is_the_nearest_one(cast: Cast, screen: type[Screen], written: str) -> None:
    bob = screen(cast.bob)
    bob.app.query_params["page"] = written
    bob.open("leads")
    assert not bob.app.exception
    assert bob.text.count("0 messages") == 1
