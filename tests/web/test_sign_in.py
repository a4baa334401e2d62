"""Signing in over HTTP: forms, cookies, redirects."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from httpx import Response
from starlette.applications import Starlette
from starlette.testclient import TestClient

from coaching import bootstrap
from coaching.accounts import devices, throttle
from coaching.services import sign_in
from coaching.web.routes import ROUTES
from coaching.web.setup_code import setup_code
from tests.accounts_at_hand import PASSWORD, invite, with_password
from tests.world import Cast

FIRST = {"name": "Ada Long", "email": "ada@example.org", "password": PASSWORD, "again": PASSWORD}


@pytest.fixture
def browser(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    """Not in demo mode."""
    monkeypatch.delenv("COACHING_DEMO")
    browser.follow_redirects = False
    return browser


@pytest.fixture
def https(browser: TestClient) -> Iterator[TestClient]:
    with TestClient(Starlette(routes=list(ROUTES)), base_url="https://testserver", follow_redirects=False) as client:
        yield client


def post(browser: TestClient, password: str = PASSWORD, **more: str) -> Response:
    return browser.post("/sign-in", data={"email": "bob@example.org", "password": password, **more})


def test_a_good_password_sets_a_cookie_that_scripts_cannot_read_and_goes_where_one_came_from(
    browser: TestClient, cast: Cast
) -> None:
    with_password(cast, cast.bob)
    answer = post(browser, next="/scorecard?voicemail=3")
    assert (answer.status_code, answer.headers["location"]) == (303, "/scorecard?voicemail=3")
    for cookie in answer.headers.get_list("set-cookie"):
        assert {"httponly", "samesite=lax", "path=/"} <= {part.strip().lower() for part in cookie.split(";")}
        assert "secure" not in cookie.lower()
    assert {sign_in.COOKIE, devices.COOKIE} <= set(browser.cookies)


def test_over_https_the_cookies_are_sent_over_https_only(https: TestClient, cast: Cast) -> None:
    with_password(cast, cast.bob)
    cookies = post(https).headers.get_list("set-cookie")
    assert cookies
    assert all("secure" in cookie.lower() for cookie in cookies)


def test_behind_a_proxy_that_speaks_https_too(browser: TestClient, cast: Cast) -> None:
    with_password(cast, cast.bob)
    answer = browser.post(
        "/sign-in", data={"email": "bob@example.org", "password": PASSWORD}, headers={"x-forwarded-proto": "https"}
    )
    cookies = answer.headers.get_list("set-cookie")
    assert cookies
    assert all("secure" in cookie.lower() for cookie in cookies)


def test_a_wrong_password_says_so_and_sets_nothing(browser: TestClient, cast: Cast) -> None:
    with_password(cast, cast.bob)
    answer = post(browser, "wrong wrong wrong", next="//evil.example")
    assert answer.status_code == 401
    assert "do not go together" in answer.text
    assert "wrong wrong" not in answer.text
    assert "evil" not in answer.text
    assert "bob@example.org" in answer.text  # need not be typed again
    assert not browser.cookies


def test_too_many_tries_are_answered_with_when_to_come_back(browser: TestClient, cast: Cast) -> None:
    with_password(cast, cast.bob)
    for _ in range(throttle.FREE_TRIES):
        assert post(browser, "wrong").status_code == 401
    assert post(browser).status_code == 429


def test_signing_in_again_ends_the_sign_in_before(browser: TestClient, cast: Cast) -> None:
    with_password(cast, cast.bob)
    tokens = []
    for _ in range(2):
        post(browser)
        tokens.append(browser.cookies[sign_in.COOKIE])
    assert [sign_in.bearer(cast.services, token) for token in tokens] == [None, cast.bob]


def test_signing_out_ends_it_on_the_server_too(browser: TestClient, cast: Cast) -> None:
    with_password(cast, cast.bob)
    post(browser)
    copied = browser.cookies[sign_in.COOKIE]
    answer = browser.post("/sign-out")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert sign_in.COOKIE not in browser.cookies
    assert sign_in.bearer(cast.services, copied) is None
    assert browser.get("/sign-out").status_code == 405  # an image on another page signs nobody out


def test_what_was_typed_comes_back_as_text(browser: TestClient, cast: Cast) -> None:
    answer = browser.post("/sign-in", data={"email": '"><script>alert(1)</script>', "password": "x", "next": '/"><b>'})
    assert "<script>" not in answer.text
    assert "<b>" not in answer.text


def test_a_form_that_is_no_form_is_refused(browser: TestClient, cast: Cast) -> None:
    assert browser.post("/sign-in", content=b"\xff\xfe=" * 100).status_code == 401
    assert browser.post("/sign-in", content=b"x" * 20_000).status_code == 413


def test_the_first_administrator_needs_the_code_of_the_server(browser: TestClient) -> None:
    assert browser.get("/sign-in").headers["location"] == "/set-up"
    assert "Setup code" in browser.get("/set-up").text
    refused = browser.post("/set-up", data=FIRST | {"code": "ABCD-EFGH-IJKL-MNOP"})
    assert refused.status_code == 400
    assert "not the setup code" in refused.text
    assert PASSWORD not in refused.text
    assert browser.post("/set-up", data=FIRST | {"code": setup_code().lower().replace("-", " ")}).status_code == 303
    assert sign_in.COOKIE in browser.cookies
    assert browser.get("/set-up").status_code == 404
    assert browser.post("/set-up", data=FIRST | {"code": setup_code(), "email": "eve@example.org"}).status_code == 400


def test_a_link_sets_a_password_once(browser: TestClient, cast: Cast) -> None:
    today = replace(cast, services=bootstrap.services())  # with the clock of the server
    address = f"/invitation/{invite(today, cast.bob)}"
    for _ in range(2):  # looking at it uses nothing up
        assert "bob@example.org" in browser.get(address).text
    refused = browser.post(address, data={"password": "short", "again": "short"})
    assert (refused.status_code, "12 characters" in refused.text) == (400, True)
    assert browser.post(address, data={"password": PASSWORD, "again": PASSWORD}).headers["location"] == "/"
    assert sign_in.bearer(cast.services, browser.cookies[sign_in.COOKIE]) == cast.bob
    assert browser.get(address).status_code == 404
    assert browser.post(address, data={"password": PASSWORD, "again": PASSWORD}).status_code == 404


def test_a_link_that_was_never_made_opens_nothing(browser: TestClient, cast: Cast) -> None:
    answer = browser.get("/invitation/abc")
    assert answer.status_code == 404
    assert "cannot be used" in answer.text


@pytest.mark.parametrize("path", ["/sign-in", "/set-up", "/invitation/abc"])
def test_in_demo_mode_there_is_nothing_to_sign_in_to(browser: TestClient, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COACHING_DEMO", "1")
    for answer in (browser.get(path), browser.post(path)):
        assert (answer.status_code, answer.headers["location"]) == (303, "/")


@pytest.mark.parametrize("path", ["/sign-in", "/set-up"])
def test_every_input_has_a_label_and_says_what_may_be_filled_in(browser: TestClient, path: str) -> None:
    page = browser.get(path, follow_redirects=True).text
    inputs = re.findall(r"<label>[^<]+<input [^>]+>", page)
    assert len(inputs) == page.count("<label>") >= 2
    assert all("autocomplete=" in one for one in inputs)
    assert 'lang="en"' in page
