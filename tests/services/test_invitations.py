"""A link by which a person sets their password."""

import pytest
from sqlalchemy import select

from coaching.errors import CoachingError, NotAllowed, NotFound
from coaching.services import invitations
from coaching.services.sign_in import bearer
from coaching.storage.tables import one_time_token, password, person
from tests.accounts_at_hand import PASSWORD, invite, with_password
from tests.world import Cast, Clock


def test_it_sets_the_password_and_signs_in(cast: Cast) -> None:
    token = invite(cast, cast.bob)
    assert invitations.invited(cast.services, token).name == "Bob"
    person_id, opened = invitations.accept(cast.services, token, PASSWORD, PASSWORD)
    assert person_id == bearer(cast.services, opened) == cast.bob


def test_it_works_once(cast: Cast) -> None:
    token = invite(cast, cast.bob)
    invitations.accept(cast.services, token, PASSWORD, PASSWORD)
    with pytest.raises(CoachingError, match="used already"):
        invitations.accept(cast.services, token, PASSWORD + "2", PASSWORD + "2")


def test_it_is_void_after_three_days(cast: Cast, clock: Clock) -> None:
    token = invite(cast, cast.bob)
    clock.wait(invitations.VALID_FOR.total_seconds())
    with pytest.raises(CoachingError, match="too old"):
        invitations.invited(cast.services, token)


def test_a_new_link_takes_the_place_of_the_old_one(cast: Cast) -> None:
    old, new = invite(cast, cast.bob), invite(cast, cast.bob)
    with pytest.raises(CoachingError):
        invitations.invited(cast.services, old)
    assert invitations.invited(cast.services, new)


def test_whoever_knew_the_old_password_is_out(cast: Cast) -> None:
    before = with_password(cast, cast.bob)
    token = invite(cast, cast.bob)
    assert bearer(cast.services, before) == cast.bob  # asking for a link changes nothing yet
    invitations.accept(cast.services, token, PASSWORD + "2", PASSWORD + "2")
    assert bearer(cast.services, before) is None


def test_what_cannot_be_a_password_leaves_the_link_as_it_was(cast: Cast) -> None:
    token = invite(cast, cast.bob)
    for first, again in (("short", "short"), (PASSWORD, PASSWORD + "!")):
        with pytest.raises(CoachingError):
            invitations.accept(cast.services, token, first, again)
    assert invitations.accept(cast.services, token, PASSWORD, PASSWORD)


def test_neither_link_nor_password_lies_in_the_database(cast: Cast) -> None:
    token = invite(cast, cast.bob)
    invitations.accept(cast.services, token, PASSWORD, PASSWORD)
    with cast.services.database.reading() as connection:
        kept = str([connection.execute(select(table)).all() for table in (one_time_token, password)])
    assert token not in kept
    assert PASSWORD not in kept


@pytest.mark.parametrize("who", ["bob", "alice", "dana"])
def test_only_an_administrator_invites(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        invitations.invite(cast.services, cast.as_seen_by(getattr(cast, who)), cast.bob)


def test_somebody_without_an_address_or_who_has_left_cannot_be_invited(cast: Cast) -> None:
    with pytest.raises(CoachingError, match="e-mail address first"):
        invitations.invite(cast.services, cast.as_seen_by(cast.abe), cast.bob)
    with cast.services.database.writing() as connection:
        connection.execute(person.update().where(person.c.id == cast.bob).values(active=False, email="bob@example.org"))
    with pytest.raises(CoachingError, match="has left"):
        invitations.invite(cast.services, cast.as_seen_by(cast.abe), cast.bob)
    with pytest.raises(NotFound):
        invitations.invite(cast.services, cast.as_seen_by(cast.abe), type(cast.bob)(4242))


def test_who_left_since_cannot_use_it(cast: Cast) -> None:
    token = invite(cast, cast.bob)
    with cast.services.database.writing() as connection:
        connection.execute(person.update().where(person.c.id == cast.bob).values(active=False))
    with pytest.raises(CoachingError, match="used already"):
        invitations.accept(cast.services, token, PASSWORD, PASSWORD)
