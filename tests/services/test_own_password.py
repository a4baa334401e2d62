"""Changing one's own password, knowing the old one."""

import pytest

from coaching.accounts import passwords, throttle
from coaching.accounts.throttle import TooSoon
from coaching.errors import CoachingError
from coaching.services.own_password import NOT_YOURS, change_password, has_password
from coaching.services.sign_in import NotKnown, bearer
from coaching.settings import Settings
from tests.accounts_at_hand import PASSWORD, tries
from tests.world import Cast, Clock

NEW = "five other words nobody joins"


def changes(cast: Cast, old: str = PASSWORD, new: str = NEW, again: str = NEW, but_token: str = "") -> None:
    change_password(cast.services, cast.as_seen_by(cast.bob), old, new, again, but_token=but_token)


def test_the_new_password_lets_in_and_the_old_one_no_longer(bobs: Cast, settings: Settings) -> None:
    changes(bobs)
    assert bearer(bobs.services, tries(bobs, settings, NEW)) == bobs.bob
    with pytest.raises(NotKnown):
        tries(bobs, settings, PASSWORD)


def test_every_other_sign_in_ends_and_the_one_that_changed_it_stays(bobs: Cast, settings: Settings) -> None:
    here, elsewhere = tries(bobs, settings, PASSWORD), tries(bobs, settings, PASSWORD)
    changes(bobs, but_token=here)
    assert bearer(bobs.services, here) == bobs.bob
    assert bearer(bobs.services, elsewhere) is None


@pytest.mark.parametrize(
    ("old", "new", "again", "told"),
    [
        ("not the password at all", NEW, NEW, NOT_YOURS),
        ("", NEW, NEW, NOT_YOURS),
        (PASSWORD, "too short", "too short", passwords.TOO_SHORT),
        (PASSWORD, "aaaaaaaaaaaaaa", "aaaaaaaaaaaaaa", passwords.TOO_PLAIN),
        (PASSWORD, NEW, NEW + "!", passwords.UNLIKE),
    ],
)
def test_what_is_refused_says_why_and_changes_nothing(
    bobs: Cast, settings: Settings, old: str, new: str, again: str, told: str
) -> None:
    with pytest.raises(CoachingError) as refused:
        changes(bobs, old, new, again)
    assert str(refused.value) == told
    assert bearer(bobs.services, tries(bobs, settings, PASSWORD)) == bobs.bob


def test_guessing_the_old_one_from_an_open_tab_is_slowed_down(bobs: Cast) -> None:
    for _ in range(throttle.FREE_TRIES):
        with pytest.raises(CoachingError, match="not your password"):
            changes(bobs, "not the password at all")
    with pytest.raises(TooSoon):
        changes(bobs)


def test_a_slip_is_forgotten_once_the_old_one_was_right(bobs: Cast, clock: Clock) -> None:
    for _ in range(throttle.FREE_TRIES - 1):
        with pytest.raises(CoachingError, match="not your password"):
            changes(bobs, "not the password at all")
    changes(bobs)
    for _ in range(throttle.FREE_TRIES):
        with pytest.raises(CoachingError, match="not your password"):
            changes(bobs, PASSWORD)


def test_who_signs_in_by_another_account_alone_has_none_to_change(bobs: Cast) -> None:
    assert has_password(bobs.services, bobs.as_seen_by(bobs.bob))
    assert not has_password(bobs.services, bobs.as_seen_by(bobs.alice))
    with pytest.raises(CoachingError, match="not your password"):
        change_password(bobs.services, bobs.as_seen_by(bobs.alice), "", NEW, NEW)
