import pytest

from coaching.scoring.repetition.number_words import value_of


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("twenty six five", 26500),
        ("three nineteen", 319),
        ("one hundred twenty thousand", 120000),
        ("three point nine nine", 3.99),
        ("twenty six point five thousand", 26500),
        ("two nine", 2.9),
    ],
)
def test_the_words_of_a_number_have_one_worth(said: str, meant: float) -> None:
    assert value_of(said.split()) == meant
