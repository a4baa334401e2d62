"""Being somebody in demo mode."""

from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from coaching import bootstrap
from coaching.accounts import passes
from coaching.domain.people import PersonId
from tests.world import Cast


def bearer(browser: TestClient) -> PersonId | None:
    return passes.bearer_in_demo(bootstrap.settings(), browser.cookies[passes.COOKIE], datetime.now(UTC))


def test_choosing_a_person_sets_a_cookie_that_scripts_cannot_read(browser: TestClient, cast: Cast) -> None:
    answer = browser.post("/demo/person", data={"person": cast.bob, "next": "/upload"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/upload")
    assert bearer(browser) == cast.bob
    assert "httponly" in answer.headers["set-cookie"].lower()
    assert "samesite=lax" in answer.headers["set-cookie"].lower()


@pytest.mark.parametrize("form", [{}, {"person": "999"}, {"person": "Bob"}, {"person": ""}])
def test_nobody_becomes_somebody_who_is_not_there(browser: TestClient, cast: Cast, form: dict[str, str]) -> None:
    answer = browser.post("/demo/person", data=form)
    assert answer.status_code == 400
    assert passes.COOKIE not in browser.cookies


def test_without_demo_mode_nobody_can_choose(browser: TestClient, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    browser.post("/demo/person", data={"person": cast.bob}, follow_redirects=False)
    monkeypatch.delenv("COACHING_DEMO")
    assert bearer(browser) is None
    assert browser.post("/demo/person", data={"person": cast.bob}).status_code == 404
