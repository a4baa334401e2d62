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


def test_a_rep_without_leads_is_told_what_to_do(cast: Cast, screen: type[Screen]) -> None:
    assert "There are no leads yet" in screen(cast.charlie).open("leads").app.info[0].value
