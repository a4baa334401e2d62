import pytest

from coaching.scoring.names import PersonName, called


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Denise Okafor", "Denise"),
        ("Mr. Luis Ortega", "Mr. Ortega"),
        ("Dr Kim", "Dr Kim"),
        ("Cher", "Cher"),
        ("Okafor, Ngozi", "Ngozi"),
        ("Hank Bauer, Jr.", "Hank"),
        ("", ""),
    ],
)
def test_a_customer_is_called_as_one_speaks_to_them(name: str, said: str) -> None:
    assert called(name) == said


def test_a_surname_that_stands_first_is_known_by_its_comma() -> None:
    assert PersonName.on_file("Okafor, Ngozi") == PersonName.on_file("Ngozi Okafor")
