import pytest

from coaching.accounts import passwords
from coaching.errors import CoachingError

GOOD = "correct horse battery"


def test_a_password_opens_and_another_does_not() -> None:
    kept = passwords.hashed(GOOD)
    assert passwords.matches(kept, GOOD)
    assert not passwords.matches(kept, GOOD + " ")
    assert GOOD not in kept
    assert kept.startswith("$argon2id$")


def test_the_same_password_of_two_people_is_kept_differently() -> None:
    assert passwords.hashed(GOOD) != passwords.hashed(GOOD)


@pytest.mark.parametrize("kept", [None, "", "damaged"])
def test_where_nothing_is_kept_no_password_opens(kept: str | None) -> None:
    assert not passwords.matches(kept, "nobody")


@pytest.mark.parametrize(
    "weak",
    ["", "elevenchars", "a" * 201, "aaaaaaaaaaaaaaa", "121212121212", "nora.whitfield", "whitfield1234", "nora@example.org1"],
)
def test_what_is_guessed_first_is_refused_with_a_sentence(weak: str) -> None:
    with pytest.raises(CoachingError, match="password"):
        passwords.refuse_weak(weak, "Nora Whitfield", "nora@example.org")


@pytest.mark.parametrize("good", [GOOD, "x7#Qp9!mZ2vL", "Nora rides a green whale to work", "пароль из четырёх слов"])
def test_any_other_is_taken(good: str) -> None:
    passwords.refuse_weak(good, "Nora Whitfield", "nora@example.org")
