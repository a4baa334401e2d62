import pytest

from coaching.scoring.own_vehicles import OwnVehicles
from coaching.scoring.vehicle_keys import key_of
from coaching.scoring.vehicles import vehicles_in
from coaching.scoring.words import folded, spoken_words

NOBODYS = OwnVehicles(frozenset(), frozenset())


def named(text: str, **facts: str) -> list[str]:
    words = spoken_words(text)
    return [text[words[first].start : words[last - 1].end] for first, last in vehicles_in(words, OwnVehicles.on_file(facts))]


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("f one fifty", "f150"),
        ("F-150", "f150"),
        ("twenty five hundred", "2500"),
        ("Rav Four", "rav4"),
        ("c x fifty", "cx50"),
        ("a0 five", "a05"),
    ],
)
def test_one_spelling_for_every_way_to_say_it(said: str, key: str) -> None:
    assert key_of(folded(said)) == key


def test_a_model_on_file_is_named_alone_and_not_with_the_word_beside_it() -> None:
    assert named("some pictures of that green Tundra in a text", vehicle="2022 Toyota Tundra SR5") == ["Tundra"]


@pytest.mark.parametrize(
    ("text", "model"),
    [
        ("the 24 cr v is here", "cr v"),
        ("that gray Tacoma", "Tacoma"),
        ("a q five in white", "q five"),
        ("your three series lease", "three series"),
        ("the ionic five", "ionic five"),
        ("it is a Ram 1500", "Ram 1500"),
        ("both of the Siennas", "Siennas"),
        ("a 2021 Escape", "Escape"),
        ("the red Ford Edge", "Edge"),
    ],
)
def test_a_model_is_found_however_it_is_said(text: str, model: str) -> None:
    assert model in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "the vehicle you inquired on",
        "one of our trucks, a Honda",
        "text me a four or a six",
        "fifteen hundred down, at four thirty seven a month",
        "the focus is on you",
        "it's a perfect fit",
        "nine one one, five five five, oh one one six",
        "get some insight, take the edge off",
        "something that fits any budget, as my notes say",
        "Derby City Chevy. Twenty-two four, so under your twenty-three",
        "you would have three ton to spare",
        "the Azure Gray came in",
        "Chevy is giving teachers five hundred",
        "GM is paying for the charger install",
    ],
)
def test_a_make_a_number_or_a_word_is_no_model(text: str) -> None:
    assert named(text) == []


def test_the_leads_own_vehicle_needs_less_around_it_and_survives_garbling() -> None:
    assert named("i saw a pilot you looked at", vehicle="2025 Honda Pilot EX") == ["pilot"]
    assert named("about the tuscon", vehicle="2025 Hyundai Tucson") == ["tuscon"]
    assert named("the wilderness rails", vehicle="2025 Subaru Outback Wilderness") == ["wilderness"]
    assert named("your rogue", trade_in="2015 Nissan Rogue") == ["rogue"]


def test_a_word_with_the_sound_of_the_leads_own_vehicle_is_that_vehicle_where_one_is_due() -> None:
    assert named("five hundred off the tracks", vehicle="2025 Chevrolet Trax LT") == ["tracks"]
    assert named("i looked at that scene again", vehicle="2025 Toyota Sienna") == ["scene"]
    assert named("deep tracks in the snow", vehicle="2025 Chevrolet Trax LT") == []
    assert named("we do the same for everybody", vehicle="2025 Toyota Sienna") == []
    assert named("mrs abernathy, this is nadine", vehicle="2025 Lexus ES") == []
    assert named("five hundred off the tracks", vehicle="2025 Honda Pilot") == []


def test_a_vehicle_ends_with_its_name() -> None:
    cross = "2025 Toyota Corolla Cross LE"
    assert named("about the corolla cross you asked for", vehicle=cross)[0] == "corolla cross"
    assert named("the equinox in gray, so if you like", vehicle="2025 Chevrolet Equinox EV LT") == ["equinox"]
    assert named("the equinox e v you wanted", vehicle="2025 Chevrolet Equinox EV LT") == ["equinox e v"]


def test_what_is_on_file_is_read_to_model_and_trim() -> None:
    own = OwnVehicles.on_file({"vehicle": "2025 GMC Sierra 1500 Elevation (used)", "colour": "white"})
    assert own.models == {"sierra", "sierra1500"}
    assert own.trims == {"elevation"}
    assert OwnVehicles.on_file({"vehicle": ""}) == NOBODYS


@pytest.mark.parametrize("trade_in", ["lease up in June", "2019 Jetta lease, ends in June", "none"])
def test_how_they_own_it_is_no_vehicle(trade_in: str) -> None:
    assert named("your lease ends in June and none of that is due", trade_in=trade_in) == []
