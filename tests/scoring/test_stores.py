import pytest

from coaching.scoring.stores import StoreName, any_store
from coaching.scoring.words import spoken_words


def heard(text: str, store: str) -> list[str]:
    words = spoken_words(text)
    return [text[words[first].start : words[last - 1].end] for first, last in StoreName.on_file(store).heard_in(words)]


@pytest.mark.parametrize(
    ("text", "store"),
    [
        ("this is lou with fair haven honda", "Fairhaven Honda"),
        ("Lou at Lake Shore", "Lakeshore Toyota"),
        ("VW of Cedar Park", "Volkswagen of Cedar Park"),
        ("lou volvo cars brook mere", "Volvo Cars Brookmere"),
        ("with big valley chevy", "Big Valley Chevrolet"),
        ("at summit kia", "Summit Kia"),
        ("lou from caprock", "Caprock Truck Country"),
    ],
)
def test_the_store_on_file_is_heard_in_short_and_garbled(text: str, store: str) -> None:
    assert heard(text, store)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It's Nora at Riverbend Toyota. I set it aside.", "Riverbend Toyota"),
        ("It's Nora at Riverbend Toyota I set it aside", "Riverbend Toyota"),
        ("with River Bend Toyota, and I", "River Bend Toyota"),
        ("Riverbent Toyota a car", "Riverbent Toyota"),
    ],
)
def test_its_name_ends_where_the_next_sentence_begins(text: str, said: str) -> None:
    assert heard(text, "Riverbend Toyota") == [said]


def test_each_time_it_is_said_counts() -> None:
    assert heard("Riverbend Toyota here. Ask for Riverbend.", "Riverbend Toyota") == ["Riverbend Toyota", "Riverbend"]


@pytest.mark.parametrize("text", ["Toyota of Dalton. I set it aside", "Toyota of Dalton and your car", "Toyota of Dalton"])
def test_a_town_ends_with_its_sentence(text: str) -> None:
    words = spoken_words(text)
    assert [text[words[first].start : words[last - 1].end] for first, last in any_store(words)] == ["Toyota of Dalton"]


@pytest.mark.parametrize(
    ("text", "store"),
    [
        ("from the dealership", "Fairhaven Honda"),
        ("your honda is here", "Fairhaven Honda"),
        ("reaching the summit of your search", "Summit Kia"),
        ("a big valley of savings", "Value Lane Auto"),
        ("hello", ""),
    ],
)
def test_its_make_or_a_word_of_it_alone_is_not_its_name(text: str, store: str) -> None:
    assert heard(text, store) == []


@pytest.mark.parametrize(
    "text", ["from Rivertown Subaru", "with apex auto group", "Toyota of Marsh Hill", "at the Honda store in Lafayette"]
)
def test_a_store_that_nobody_has_on_file_is_known_by_its_form(text: str) -> None:
    assert list(any_store(spoken_words(text)))


@pytest.mark.parametrize(
    "text", ["about a used Honda", "looking at the Nissan Rogue", "at Holden Plastics", "with your new Toyota", "from the store"]
)
def test_a_car_or_another_company_is_no_store(text: str) -> None:
    assert not list(any_store(spoken_words(text)))
