"""Signing in, staying signed in, signing out."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from coaching.accounts import devices, passes, throttle
from coaching.accounts.throttle import TooSoon
from coaching.domain.sign_in import IDLE, LONGEST
from coaching.services.sign_in import NOTED_EVERY, NotKnown, Try, bearer, sign_in, sign_out, sign_out_everywhere, signed_in
from coaching.settings import Settings
from coaching.storage import people, sign_ins
from coaching.storage.tables import failed_sign_in, person
from coaching.storage.tables import sign_in as sign_in_table
from tests.accounts_at_hand import PASSWORD, tries
from tests.at_once import at_once
from tests.world import Cast, Clock

WRONG = "not the password at all"


def fails(cast: Cast, settings: Settings, clock: Clock, times: int, address: str = "10.0.0.7") -> None:
    """So often, waiting as long as one is told to."""
    for _ in range(times):
        clock.wait(throttle.LONGEST_WAIT.total_seconds() + 1)
        with pytest.raises(NotKnown):
            tries(cast, settings, WRONG, address=address)


def test_who_knows_the_password_is_signed_in_whatever_the_writing_of_the_address(bobs: Cast, settings: Settings) -> None:
    assert bearer(bobs.services, tries(bobs, settings, PASSWORD)) == bobs.bob


@pytest.mark.parametrize(
    ("email", "password"), [("bob@example.org", WRONG), ("eve@example.org", PASSWORD), ("", ""), ("bob@example.org", "")]
)
def test_anybody_else_reads_one_and_the_same_sentence(bobs: Cast, settings: Settings, email: str, password: str) -> None:
    with pytest.raises(NotKnown, match="do not go together"):
        sign_in(bobs.services, settings, Try(email, password))


def test_who_has_an_address_but_no_password_does_not_come_in(cast: Cast, settings: Settings) -> None:
    with cast.services.database.writing() as connection:
        connection.execute(person.update().where(person.c.id == cast.bob).values(email="bob@example.org"))
    for password in ("", "nobody", PASSWORD):
        with pytest.raises(NotKnown):
            tries(cast, settings, password)


def test_who_has_left_does_not_come_in(bobs: Cast, settings: Settings) -> None:
    with bobs.services.database.writing() as connection:
        connection.execute(person.update().where(person.c.id == bobs.bob).values(active=False))
    with pytest.raises(NotKnown):
        tries(bobs, settings, PASSWORD)


def test_every_sign_in_has_a_token_of_its_own_and_none_is_kept(bobs: Cast, settings: Settings) -> None:
    made = {tries(bobs, settings, PASSWORD) for _ in range(3)}
    with bobs.services.database.reading() as connection:
        kept = str(connection.execute(select(sign_in_table)).all())
    assert len(made) == 3
    assert not [token for token in made if token in kept]


def test_it_ends_when_nothing_is_asked_for_a_shift(bobs: Cast, settings: Settings, clock: Clock) -> None:
    token = tries(bobs, settings, PASSWORD)
    clock.wait(IDLE.total_seconds() - 1)
    assert bearer(bobs.services, token) == bobs.bob
    clock.wait(IDLE.total_seconds() - 1)
    assert bearer(bobs.services, token) == bobs.bob
    clock.wait(IDLE.total_seconds())
    assert bearer(bobs.services, token) is None


def test_it_ends_after_a_week_however_busy(bobs: Cast, settings: Settings, clock: Clock) -> None:
    token, hours = tries(bobs, settings, PASSWORD), int(LONGEST.total_seconds() // 3600)
    for _ in range(hours - 1):
        clock.wait(3600)
        assert bearer(bobs.services, token) == bobs.bob
    clock.wait(3600)
    assert bearer(bobs.services, token) is None


def test_reading_many_pages_writes_little(bobs: Cast, settings: Settings, clock: Clock) -> None:
    token = tries(bobs, settings, PASSWORD)
    clock.wait(NOTED_EVERY.total_seconds() / 2)
    bearer(bobs.services, token)
    assert max(one.seen_at for one in signed_in(bobs.services, bobs.as_seen_by(bobs.bob))) < clock.at


def test_signing_out_ends_this_one_and_everywhere_ends_all(bobs: Cast, settings: Settings) -> None:
    here, there, elsewhere = (tries(bobs, settings, PASSWORD) for _ in range(3))
    sign_out(bobs.services, here)
    assert (bearer(bobs.services, here), bearer(bobs.services, there)) == (None, bobs.bob)
    sign_out_everywhere(bobs.services, bobs.as_seen_by(bobs.bob), but_token=there)
    assert (bearer(bobs.services, there), bearer(bobs.services, elsewhere)) == (bobs.bob, None)
    sign_out_everywhere(bobs.services, bobs.as_seen_by(bobs.bob))
    assert bearer(bobs.services, there) is None


@pytest.mark.parametrize("token", ["", "x", "../..", "é" * 50])
def test_a_token_that_was_never_made_is_nobodys(bobs: Cast, token: str) -> None:
    assert bearer(bobs.services, token) is None


def test_guessing_becomes_slow(bobs: Cast, settings: Settings, clock: Clock) -> None:
    for _ in range(throttle.FREE_TRIES):
        with pytest.raises(NotKnown):
            tries(bobs, settings, WRONG)
    with pytest.raises(TooSoon, match="in 6 seconds"):
        tries(bobs, settings, PASSWORD)
    clock.wait(5)
    assert tries(bobs, settings, PASSWORD)


def test_guessing_at_once_is_no_quicker(bobs: Cast, settings: Settings) -> None:
    errors = at_once(4 * throttle.FREE_TRIES, lambda: tries(bobs, settings, WRONG))
    assert [type(error) for error in errors].count(NotKnown) == throttle.FREE_TRIES
    assert [type(error) for error in errors].count(TooSoon) == 3 * throttle.FREE_TRIES


def test_a_stranger_does_not_slow_down_the_true_owner_elsewhere(bobs: Cast, settings: Settings, clock: Clock) -> None:
    fails(bobs, settings, clock, 60, address="203.0.113.9")
    assert tries(bobs, settings, PASSWORD, address="10.0.0.7")


def test_nor_at_the_same_address_where_the_owner_has_signed_in_before(bobs: Cast, settings: Settings, clock: Clock) -> None:
    device = devices.issue(passes.key_of(settings.home), bobs.bob)
    fails(bobs, settings, clock, 60)
    with pytest.raises(TooSoon):
        tries(bobs, settings, PASSWORD)
    assert tries(bobs, settings, PASSWORD, device=device)


def test_a_known_browser_that_guesses_is_slowed_down_too(bobs: Cast, settings: Settings) -> None:
    device = devices.issue(passes.key_of(settings.home), bobs.bob)
    for _ in range(throttle.FREE_TRIES):
        with pytest.raises(NotKnown):
            tries(bobs, settings, WRONG, device=device)
    with pytest.raises(TooSoon):
        tries(bobs, settings, PASSWORD, device=device)


def test_one_address_that_tries_many_accounts_is_slowed_down(bobs: Cast, settings: Settings) -> None:
    for number in range(throttle.FREE_TRIES_OF_AN_ADDRESS):
        with pytest.raises(NotKnown):
            sign_in(bobs.services, settings, Try(f"guess{number}@example.org", "", "203.0.113.9"))
    with pytest.raises(TooSoon):
        tries(bobs, settings, PASSWORD, address="203.0.113.9")


def test_a_whole_store_signs_in_from_one_address(bobs: Cast, settings: Settings) -> None:
    for _ in range(throttle.FREE_TRIES_OF_AN_ADDRESS // 10):
        tries(bobs, settings, PASSWORD)
    with bobs.services.database.reading() as connection:
        assert not [count for count in connection.scalars(select(failed_sign_in.c.failures)) if count > 0]


def test_failures_are_kept_without_who_and_where_and_not_for_long(bobs: Cast, settings: Settings, clock: Clock) -> None:
    fails(bobs, settings, clock, 1)
    with bobs.services.database.reading() as connection:
        kept = str(connection.execute(select(failed_sign_in)).all())
    assert "bob" not in kept
    assert "10.0.0.7" not in kept
    clock.wait(timedelta(days=2).total_seconds())
    fails(bobs, settings, clock, 1, address="10.0.0.8")
    with bobs.services.database.reading() as connection:
        assert len(connection.execute(select(failed_sign_in)).all()) == 2


def test_sign_ins_that_are_over_are_cleared_away(bobs: Cast, settings: Settings, clock: Clock) -> None:
    tries(bobs, settings, PASSWORD)
    clock.wait(LONGEST.total_seconds() + 1)
    tries(bobs, settings, PASSWORD)
    with bobs.services.database.reading() as connection:
        assert len(sign_ins.of_person(connection, bobs.bob)) == 1
        assert people.by_email(connection, "BOB@example.org ") is not None
