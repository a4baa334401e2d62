import pytest

from coaching.scoring.people_named import people_named


def named(text: str) -> list[str]:
    return [text[person.start : person.end] for person in people_named(text)]


def test_people_whom_no_file_knows_are_found_in_the_middle_of_a_sentence() -> None:
    assert named("My manager Bill Henderson said your wife Jennifer can take it home.") == ["Bill Henderson", "Jennifer"]


@pytest.mark.parametrize("text", ["The Sienna XLE and the Telluride are here.", "Thursday at noon works.", ""])
def test_cars_and_days_are_no_people(text: str) -> None:
    assert named(text) == []
