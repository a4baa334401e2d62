"""Whom an identity provider vouches for."""

from typing import Any

import pytest

from coaching.errors import CoachingError
from coaching.services import invitations, openid
from coaching.services.sign_in import bearer
from coaching.storage.tables import person
from tests.world import Cast, Clock


@pytest.fixture
def claims(cast: Cast, clock: Clock) -> dict[str, Any]:
    """Bob's, issued now for an hour."""
    with cast.services.database.writing() as connection:
        connection.execute(person.update().where(person.c.id == cast.bob).values(email="bob@example.org"))
    now = int(clock.at.timestamp())
    return {
        "iss": "https://provider.example",
        "sub": "4711",
        "iat": now,
        "exp": now + 3600,
        "nonce": "n1",
        "email": "Bob@Example.org",
        "email_verified": True,
    }


def test_a_verified_address_on_file_is_signed_in(cast: Cast, claims: dict[str, Any]) -> None:
    person_id, token = openid.redeem(cast.services, openid.ticket(cast.services, claims))
    assert person_id == bearer(cast.services, token) == cast.bob


@pytest.mark.parametrize("verified", [False, None, "true", 1])
def test_an_address_that_is_not_verified_is_nobodys(cast: Cast, claims: dict[str, Any], verified: object) -> None:
    with pytest.raises(CoachingError, match="does not say that your e-mail address is verified"):
        openid.ticket(cast.services, claims | {"email_verified": verified})


@pytest.mark.parametrize("email", ["eve@example.org", "", "bob@example.org.evil.example"])
def test_an_address_that_is_not_on_file_is_told_so(cast: Cast, claims: dict[str, Any], email: str) -> None:
    with pytest.raises(CoachingError, match="Nobody of this e-mail address"):
        openid.ticket(cast.services, claims | {"email": email})


def test_without_an_address_there_is_nobody(cast: Cast, claims: dict[str, Any]) -> None:
    with pytest.raises(CoachingError, match="verified"):
        openid.ticket(cast.services, claims | {"email": None})


def test_who_has_left_is_not_on_file(cast: Cast, claims: dict[str, Any]) -> None:
    with cast.services.database.writing() as connection:
        connection.execute(person.update().where(person.c.id == cast.bob).values(active=False))
    with pytest.raises(CoachingError, match="Nobody"):
        openid.ticket(cast.services, claims)


def test_one_answer_opens_one_sign_in_however_often_its_cookie_is_shown(cast: Cast, claims: dict[str, Any]) -> None:
    first, second = openid.ticket(cast.services, claims), openid.ticket(cast.services, claims)
    with pytest.raises(CoachingError):
        openid.redeem(cast.services, first)  # the page was drawn again since
    openid.redeem(cast.services, second)
    with pytest.raises(CoachingError, match="used already"):
        openid.redeem(cast.services, second)
    with pytest.raises(CoachingError, match="used already"):
        openid.ticket(cast.services, claims)


def test_the_next_answer_opens_the_next(cast: Cast, claims: dict[str, Any]) -> None:
    for nonce in ("n1", "n2"):
        assert openid.redeem(cast.services, openid.ticket(cast.services, claims | {"nonce": nonce}))


@pytest.mark.parametrize("age_s", [-3600, -130, 601, 86_400])
def test_an_answer_from_another_time_opens_nothing(cast: Cast, claims: dict[str, Any], age_s: int) -> None:
    with pytest.raises(CoachingError, match="too old"):
        openid.ticket(cast.services, claims | {"iat": claims["iat"] - age_s})


@pytest.mark.parametrize("missing", ["iat", "exp"])
def test_an_answer_without_its_time_opens_nothing(cast: Cast, claims: dict[str, Any], missing: str) -> None:
    with pytest.raises(CoachingError):
        openid.ticket(cast.services, {name: value for name, value in claims.items() if name != missing})


def test_a_ticket_waits_a_minute(cast: Cast, claims: dict[str, Any], clock: Clock) -> None:
    ticket = openid.ticket(cast.services, claims)
    clock.wait(openid.TICKET_FOR.total_seconds())
    with pytest.raises(CoachingError):
        openid.redeem(cast.services, ticket)


def test_a_link_for_a_password_is_no_ticket(cast: Cast, claims: dict[str, Any]) -> None:
    link = invitations.invite(cast.services, cast.as_seen_by(cast.abe), cast.bob)
    with pytest.raises(CoachingError):
        openid.redeem(cast.services, link)
    with pytest.raises(CoachingError):
        invitations.invited(cast.services, openid.ticket(cast.services, claims))
