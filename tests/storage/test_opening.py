"""What is wrong with the address of the database is a sentence, before anything is done."""

from pathlib import Path

import pytest

from coaching.errors import CoachingError
from coaching.storage.opening import open_database


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("nonsense", "looks like"),
        ("postgresql+psycopg://coach@localhost:many/coaching", "looks like"),
        ("gopher://coaching", "Known: postgresql, sqlite"),
        ("postgresql+nodriver://coach@localhost/coaching", "driver that is not here"),
        ("sqlite:////proc/x/coaching.db", "No such file or directory"),
        ("postgresql+psycopg://coach:secret@localhost:1/coaching", "cannot be opened"),
    ],
)
def test_an_address_of_nothing_says_so(url: str, said: str) -> None:
    with pytest.raises(CoachingError, match=said) as refused:
        open_database(url)
    assert "secret" not in str(refused.value)


def test_a_home_that_is_a_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    with pytest.raises(CoachingError, match="COACHING_HOME"):
        open_database(f"sqlite:///{tmp_path / 'home' / 'coaching.db'}")


def test_a_file_that_is_no_database_says_so_and_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "coaching.db"
    file.write_text("a shopping list, and not a database at all\n" * 200)
    before = file.read_bytes()
    with pytest.raises(CoachingError, match="not a database"):
        open_database(f"sqlite:///{file}")
    assert file.read_bytes() == before


def test_one_that_is_not_there_yet_is_made(tmp_path: Path) -> None:
    open_database(f"sqlite:///{tmp_path / 'new' / 'coaching.db'}").close()
    assert (tmp_path / "new" / "coaching.db").exists()
