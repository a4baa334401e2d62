"""Passes of demo mode."""

import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coaching.accounts import passes
from coaching.domain.people import PersonId

KEY = b"k" * passes.KEY_BYTES
NOON = datetime(2024, 10, 7, 12, 0, tzinfo=UTC)
BOB = PersonId(7)


def test_a_pass_names_its_bearer() -> None:
    assert passes.bearer(KEY, passes.issue(KEY, BOB, NOON), NOON) == BOB


def test_a_pass_ends_with_the_day() -> None:
    assert passes.bearer(KEY, passes.issue(KEY, BOB, NOON), NOON + passes.VALID_FOR) is None


def test_a_pass_of_another_installation_is_worth_nothing() -> None:
    assert passes.bearer(b"other" * 7, passes.issue(KEY, BOB, NOON), NOON) is None


@pytest.mark.parametrize("forged", ["", ".", "..", "8", "8.99999999999", "x.y.z", "é.1.2", "8." + "9" * 12 + ".00"])
def test_what_was_not_issued_is_nobodys(forged: str) -> None:
    assert passes.bearer(KEY, forged, NOON) is None


def test_neither_the_person_nor_the_end_can_be_changed() -> None:
    person, until, signature = passes.issue(KEY, BOB, NOON).split(".")
    assert passes.bearer(KEY, f"8.{until}.{signature}", NOON) is None
    assert passes.bearer(KEY, f"{person}.{int(until) + 1}.{signature}", NOON) is None


def test_the_key_is_made_once_and_is_for_its_owner_only(tmp_path: Path) -> None:
    home = tmp_path / "new" / "home"
    key = passes.key_of(home)
    assert len(key) == passes.KEY_BYTES
    assert passes.key_of(home) == key
    assert stat.S_IMODE((home / "pass.key").stat().st_mode) == 0o600


def test_passes_live_for_a_working_day() -> None:
    assert timedelta(hours=8) <= passes.VALID_FOR <= timedelta(hours=24)
