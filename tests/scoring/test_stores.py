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
