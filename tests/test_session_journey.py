"""A coaching session in a real browser: the trainer makes it, sets a goal and presents it; the rep acknowledges it."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.serving import PROJECT, chromium, serving

pytestmark = pytest.mark.browser

SHOWN_WITHIN_MS = 30_000
# Judged by the test's own judge, so that nobody waits for Whisper; the sound is a real one.
STORE = """
from coaching import bootstrap
from coaching.domain.job import JobKind
from coaching.domain.people import Role
from coaching.jobs.worker import Worker
from coaching.services.judge import JudgeVoicemail
from coaching.services.people import viewer
from coaching.services.placing import Placement
from coaching.services.receive import Upload, receive
from coaching.storage import installation, people
from tests.stand_ins import FakeListener, judge
services = bootstrap.services()
with services.database.writing() as connection:
    installation.mark_as_demo(connection, services.now())
    store = people.add_store(connection, "Riverbend Toyota", "540-555-0100")
    team = people.add_team(connection, store, "Internet")
    nora = people.add_person(connection, "Nora Whitfield", Role.REP, store_id=store, team_id=team, direct_line="540-555-0143")
    people.add_person(connection, "Tina Marsh", Role.TRAINER, store_id=store, trains_teams=[team])
for name in ("Karen Doyle", "Glen Foster", "Denise Park"):
    said = f"Hello {name} please call the store".encode()
    receive(services, viewer(services, nora), Upload(f"{name}.wav", said, Placement(nora, customer_name=name, attempt=1)))
worker = Worker(services.database, {JobKind.JUDGE: JudgeVoicemail(services, FakeListener(), judge)}, services.now)
while worker.work_one():
    pass
"""


@pytest.fixture
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Of an app whose rep has left three voicemails without her own line."""
    environment = os.environ | {"COACHING_HOME": str(tmp_path_factory.mktemp("home")), "COACHING_DEMO": "1"}
    subprocess.run([sys.executable, "-c", STORE], cwd=PROJECT, env=environment, check=True)
    with serving(environment) as at:
        yield at


@pytest.fixture
def page(address: str) -> Iterator[Page]:
    options = ["--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=options)
        context = browser.new_context(base_url=address, permissions=["microphone"], viewport={"width": 1440, "height": 1000})
        context.set_default_timeout(SHOWN_WITHIN_MS)
        expect.set_options(timeout=SHOWN_WITHIN_MS)
        yield context.new_page()
        browser.close()


def be(page: Page, name: str) -> None:
    page.context.clear_cookies()
    page.goto("/")
    page.get_by_role("button", name=name).click()
    expect(page.get_by_role("heading", name=f"Hello {name.split()[0]}")).to_be_visible()
    page.get_by_role("link", name="Coaching sessions").click()


def test_a_session_is_made_presented_and_acknowledged(page: Page) -> None:
    be(page, "Tina Marsh")
    page.get_by_role("combobox", name="With").click()
    page.get_by_role("option", name="Nora Whitfield").click()
    page.keyboard.press("Escape")
    page.get_by_role("textbox", name="About").fill("Your own line")
    page.get_by_role("button", name="Open session").click()
    expect(page.get_by_role("heading", name="Your own line")).to_be_visible()

    page.get_by_role("button", name="Add 3 that match").click()
    expect(page.get_by_role("link", name="3. For")).to_be_visible()
    page.get_by_role("button", name="Agree on a goal").click()
    page.get_by_role("combobox", name="Criterion").last.click()
    page.get_by_role("option", name="direct line").click()
    page.get_by_role("button", name="Agree", exact=True).click()
    expect(page.get_by_role("heading", name="8 of the next 10")).to_be_visible()
    expect(page.get_by_text("Too few to tell: 3 before and 0 after.")).to_be_visible()

    page.get_by_role("button", name="Present").click()
    expect(page.locator("[data-criterion=direct_line_given]")).to_be_visible()
    expect(page.get_by_text("Voicemail 1 of 3")).to_be_visible()
    page.get_by_role("button", name="Record", exact=True).click()
    page.wait_for_timeout(1500)
    page.get_by_role("button", name="Stop recording").click()
    page.get_by_role("button", name="Keep this take").click()
    expect(page.get_by_text("Nora Whitfield, today").or_(page.get_by_text("Nora Whitfield · today"))).to_be_visible()
    page.get_by_role("button", name="Next voicemail").click()
    expect(page.get_by_text("Voicemail 2 of 3")).to_be_visible()

    page.get_by_role("link", name="Back to the session").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Summary as PDF").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")
    page.get_by_role("button", name="Send to the rep").click()
    expect(page.get_by_text("has to be sent again")).to_be_visible()

    be(page, "Nora Whitfield")
    page.get_by_role("link", name="Your own line").click()
    expect(page.get_by_role("heading", name="8 of the next 10")).to_be_visible()
    page.get_by_role("button", name="I have read this").click()
    expect(page.get_by_text("Acknowledged by Nora Whitfield")).to_be_visible()
