"""Signing in, in a real browser on a server that starts empty: the first administrator, a link, an identity provider, signing
out. What the server prints meanwhile holds no password, token, address or name.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from coaching.services.sign_in import COOKIE
from tests.browsing import stands_still
from tests.screens import PAGES
from tests.serving import PROJECT, chromium, free_port, serving

pytestmark = pytest.mark.browser

SHOWN_WITHIN_MS = 90_000
PASSWORD, NEW_PASSWORD = "four words nobody joins", "five other words nobody joins"
NORA, EVE = "nora@example.org", "eve@example.org"
NAMES = ("Ada Long", "Nora Whitfield", "Whitfield", "Okafor", "Denise")
WELCOME = "Voicemails that earn a call back"
BY_PROVIDER = "Sign in with your company's account"
USERS = (
    User(sub="nora", claims={"email": NORA, "email_verified": True}),
    User(sub="eve", claims={"email": EVE, "email_verified": True}),
    User(sub="nobody-knows", claims={"email": NORA, "email_verified": False}),
)
STORE = """
from coaching import bootstrap
from coaching.domain.people import Role
from coaching.storage import leads, people
with bootstrap.services().database.writing() as connection:
    store = people.add_store(connection, "Riverbend Toyota", "540-555-0100")
    nora = people.add_person(connection, "Nora Whitfield", Role.REP, store_id=store, direct_line="540-555-0143",
                             email="nora@example.org")
    leads.add(connection, store, "Denise Okafor", rep_id=nora)
"""


@dataclass
class App:
    address: str
    log: Path
    secrets: list[str] = field(default_factory=lambda: [PASSWORD, NEW_PASSWORD, NORA, EVE, "ada@example.org", *NAMES])

    @property
    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    home, port = tmp_path_factory.mktemp("home"), free_port()
    environment = os.environ | {"COACHING_HOME": str(home), "AUTHLIB_INSECURE_TRANSPORT": "1"}
    subprocess.run([sys.executable, "-c", STORE], cwd=PROJECT, env=environment, check=True)
    with run_server_in_thread(user_claims=USERS) as provider:
        secrets = home / "secrets.toml"
        secrets.write_text(f"""
[auth]
redirect_uri = "http://localhost:{port}/oauth2callback"
cookie_secret = "only for this test"
client_id = "voicemail-coach"
client_secret = "of the test"
server_metadata_url = "http://localhost:{provider.server_port}/.well-known/openid-configuration"
""")
        with serving(environment, home / "log", "--secrets.files", str(secrets), port=port) as address:
            yield App(address, home / "log")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture(scope="module")
def somebody(browser: Browser, app: App) -> Callable[[], Page]:
    """A new person at a browser of their own."""

    def arrive() -> Page:
        context = browser.new_context(base_url=app.address)
        context.set_default_timeout(SHOWN_WITHIN_MS)
        return context.new_page()

    return arrive


@pytest.fixture(scope="module")
def ada(somebody: Callable[[], Page], app: App) -> Page:
    """The first administrator."""
    page = somebody()
    page.goto("/")
    page.wait_for_url("**/set-up*")
    code = re.search(r"setup code: (\S+)", app.printed)
    assert code is not None
    for label, text in (("Setup code", code.group(1)), ("Your name", "Ada Long"), ("E-mail address", "ada@example.org")):
        page.get_by_label(label).fill(text)
    choose_password(page)
    expect(page.get_by_role("heading", name="Hello Ada")).to_be_visible(timeout=SHOWN_WITHIN_MS)
    app.secrets.append(cookie_of(page.context))
    return page


def choose_password(page: Page) -> None:
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_label("The same again").fill(PASSWORD)
    page.get_by_role("button").click()


def cookie_of(context: BrowserContext) -> str:
    found = next(cookie for cookie in context.cookies() if cookie["name"] == COOKIE)
    assert (found["httpOnly"], found["sameSite"]) == (True, "Lax")
    return str(found["value"])


def vouched_for(page: Page, subject: str, path: str = "/") -> None:
    page.goto(path)
    page.get_by_role("button", name=BY_PROVIDER).click()
    page.get_by_role("button", name=subject, exact=True).first.click()


def test_a_fresh_server_shows_nobody_anything_by_its_address(somebody: Callable[[], Page], app: App) -> None:
    """Nobody's run has come before: what Streamlit runs first is decided now."""
    page = somebody()
    for screen in PAGES:
        page.goto(f"/{screen.stem}?voicemail=1&lead=1&person=1")
        page.wait_for_url("**/set-up*")
        assert not [name for name in NAMES if name in page.content()]
    assert page.request.get(f"/recordings/1/{'0' * 32}").status == 401


def test_the_first_administrator_needs_the_code_and_is_signed_in(ada: Page) -> None:
    expect(ada.get_by_role("link", name="People")).to_be_visible(timeout=SHOWN_WITHIN_MS)


def test_nobody_is_asked_to_sign_in_and_comes_to_where_they_wanted_to_go(ada: Page, somebody: Callable[[], Page]) -> None:
    page = somebody()
    page.goto("/leads?lead=1")
    expect(page.get_by_role("heading", name=WELCOME)).to_be_visible(timeout=SHOWN_WITHIN_MS)
    page.get_by_role("button", name="Sign in with a password").click()
    page.get_by_label("E-mail address").fill("ada@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button").click()
    expect(page.get_by_role("heading", name="Leads", exact=True)).to_be_visible(timeout=SHOWN_WITHIN_MS)
    assert page.url.endswith("/leads?lead=1")
    page.context.close()


def test_a_link_lets_a_rep_choose_a_password(ada: Page, somebody: Callable[[], Page], app: App) -> None:
    ada.goto("/person?person=1")
    ada.get_by_role("button", name="Make an invitation link").click()
    link = ada.get_by_test_id("stCode").inner_text().strip()
    app.secrets.append(link.rsplit("/", 1)[1])
    page = somebody()
    page.goto(link)
    choose_password(page)
    expect(page.get_by_role("heading", name="Hello Nora")).to_be_visible(timeout=SHOWN_WITHIN_MS)
    app.secrets.append(cookie_of(page.context))
    page.context.close()


@pytest.fixture(scope="module")
def nora(ada: Page, somebody: Callable[[], Page], app: App) -> Page:
    """Signed in by the identity provider."""
    page = somebody()
    vouched_for(page, "nora", "/voicemails")
    expect(page.get_by_role("heading", name="Voicemails", exact=True)).to_be_visible(timeout=SHOWN_WITHIN_MS)
    app.secrets.append(cookie_of(page.context))
    return page


def test_the_provider_vouches_for_a_rep_who_comes_to_where_they_wanted_to_go(nora: Page) -> None:
    assert "/voicemails" in nora.url
    expect(nora.get_by_text("Nora Whitfield · Rep")).to_be_visible(timeout=SHOWN_WITHIN_MS)
    expect(nora.get_by_role("link", name="Arrivals and incentives")).to_have_count(0)


@pytest.mark.parametrize(("subject", "told"), [("eve", "Nobody of this e-mail address"), ("nobody-knows", "is verified")])
def test_whom_the_provider_does_not_vouch_for_reads_why(ada: Page, somebody: Callable[[], Page], subject: str, told: str) -> None:
    page = somebody()
    vouched_for(page, subject)
    expect(page.get_by_text(told)).to_be_visible(timeout=SHOWN_WITHIN_MS)
    expect(page.get_by_test_id("stSidebarNav")).to_have_count(0)
    page.context.close()


def test_another_role_is_theirs_with_their_next_click(ada: Page, nora: Page) -> None:
    ada.goto("/person?person=1")
    ada.get_by_role("combobox", name="Role").click()
    ada.get_by_role("option", name="Trainer").click()
    ada.get_by_role("button", name="Save").click()
    expect(ada.get_by_text("Saved.")).to_be_visible(timeout=SHOWN_WITHIN_MS)
    nora.get_by_role("link", name="Leads", exact=True).click()
    expect(nora.get_by_role("link", name="Arrivals and incentives")).to_be_visible(timeout=SHOWN_WITHIN_MS)
    expect(nora.get_by_text("Nora Whitfield · Trainer")).to_be_visible(timeout=SHOWN_WITHIN_MS)


def test_signing_out_ends_it_for_a_copied_cookie_and_for_the_providers_too(nora: Page, browser: Browser, app: App) -> None:
    copied = nora.context.storage_state()
    nora.get_by_role("button", name="Sign out").click()
    nora.wait_for_url(lambda address: not address.startswith(app.address) or address == f"{app.address}/")
    nora.goto("/voicemails")
    expect(nora.get_by_role("button", name=BY_PROVIDER)).to_be_visible(timeout=SHOWN_WITHIN_MS)
    thief = browser.new_context(base_url=app.address, storage_state=copied).new_page()
    thief.goto("/voicemails")
    expect(thief.get_by_text("was used already, or is too old")).to_be_visible(timeout=SHOWN_WITHIN_MS)
    expect(thief.get_by_test_id("stSidebarNav")).to_have_count(0)
    thief.context.close()


def test_who_is_deactivated_is_nobody_by_their_next_click(ada: Page, somebody: Callable[[], Page]) -> None:
    page = somebody()
    vouched_for(page, "nora")
    expect(page.get_by_role("heading", name="Hello Nora")).to_be_visible(timeout=SHOWN_WITHIN_MS)
    ada.goto("/person?person=1")
    stands_still(ada)
    ada.get_by_text("Nora Whitfield has left").click()
    ada.get_by_role("button", name="Deactivate").click()
    expect(ada.get_by_role("button", name="Let them back in")).to_be_visible(timeout=SHOWN_WITHIN_MS)
    page.get_by_role("link", name="Leads", exact=True).click()
    expect(page.get_by_role("heading", name=WELCOME)).to_be_visible(timeout=SHOWN_WITHIN_MS)
    page.context.close()


def test_ones_own_password_is_changed_by_who_knows_the_old_one(ada: Page) -> None:
    ada.goto("/account")
    told = (("not the password at all", "This is not your password"), (PASSWORD, "Your password is changed"))
    for old, answer in told:
        stands_still(ada)
        ada.get_by_label("The password you have now").fill(old)
        ada.get_by_label("A new one", exact=True).fill(NEW_PASSWORD)
        ada.get_by_label("The new one again").fill(NEW_PASSWORD)
        ada.get_by_role("button", name="Change the password").click()
        expect(ada.get_by_text(answer)).to_be_visible(timeout=SHOWN_WITHIN_MS)
    expect(ada.get_by_role("heading", name="Where you are signed in")).to_be_visible(timeout=SHOWN_WITHIN_MS)


def test_the_log_holds_no_password_token_address_or_name(app: App, nora: Page) -> None:
    assert "setup code" in app.printed  # it is the log of that server
    assert len(app.secrets) > len(NAMES) + 5
    assert [secret for secret in app.secrets if secret in app.printed] == []
