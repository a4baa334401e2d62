from datetime import UTC, datetime

import pytest

from coaching.accounts import devices, passes
from coaching.domain.people import PersonId

KEY = b"k" * passes.KEY_BYTES
BOB, CHARLIE = PersonId(7), PersonId(8)


def test_a_browser_is_known_for_the_account_it_was_used_for() -> None:
    text = devices.issue(KEY, BOB)
    assert devices.known(KEY, text, BOB)
    assert devices.known(KEY, text, CHARLIE) is None
    assert devices.known(b"other" * 7, text, BOB) is None


def test_two_browsers_are_told_apart() -> None:
    assert devices.known(KEY, devices.issue(KEY, BOB), BOB) != devices.known(KEY, devices.issue(KEY, BOB), BOB)


@pytest.mark.parametrize("forged", ["", ".", "..", "7.f00", "7.f00.", "7.é.é"])
def test_what_was_not_issued_is_unknown(forged: str) -> None:
    assert devices.known(KEY, forged, BOB) is None


def test_a_mark_of_a_browser_is_no_pass_of_the_demonstration() -> None:
    """Both are signed with the installation's key."""
    noon = datetime(2024, 10, 7, 12, 0, tzinfo=UTC)
    assert devices.known(KEY, passes.issue(KEY, BOB, noon), BOB) is None
