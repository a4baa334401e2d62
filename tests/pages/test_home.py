from tests.screens import Screen
from tests.world import Cast


def test_an_empty_store_says_what_to_do_first(cast: Cast, screen: type[Screen]) -> None:
    bob = screen(cast.bob).open("home")
    assert bob.app.title[0].value == "Hello Bob"
    assert "Upload the first one" in bob.app.info[0].value


def test_the_newest_stand_on_top(cast: Cast, screen: type[Screen], clock: object) -> None:
    cast.leaves("the first one"), cast.leaves("the later one")
    rows = screen(cast.bob).open("home").told("newest")["rows"]
    assert [row["title"] for row in rows] == ["the later on.wav", "the first on.wav"]
