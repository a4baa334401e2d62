"""Coaching in a real browser: what a trainer decides and writes in the queue reaches the rep, who answers back."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.serving import PROJECT, chromium, free_port, wait_until_up

pytestmark = pytest.mark.browser

SHOWN_WITHIN_MS = 60_000
TRAINER, REP = "Tina Marsh", "Nora Whitfield"

# A voicemail that was judged already, by the same parts as in the other tests: this journey is about people, not about hearing.
WORLD = """
import io
import wave
from coaching import bootstrap
from coaching.domain.job import JobKind
from coaching.domain.people import Role
from coaching.jobs.worker import Worker
from coaching.services.judge import JudgeVoicemail
from coaching.services.people import viewer
from coaching.services.placing import Placement
from coaching.services.receive import Upload, receive
from coaching.storage import installation, leads, people
from tests.stand_ins import FakeListener, judge

services = bootstrap.services()
with services.database.writing() as connection:
    installation.mark_as_demo(connection, services.now())
    store = people.add_store(connection, "Riverbend Toyota", "540-555-0100")
    team = people.add_team(connection, store, "Internet")
    nora = people.add_person(connection, "Nora Whitfield", Role.REP, store_id=store, team_id=team, direct_line="540-555-0143")
    people.add_person(connection, "Tina Marsh", Role.TRAINER, store_id=store, trains_teams=[team])
    karen = leads.add(connection, store, "Karen Doyle", rep_id=nora)
silence = io.BytesIO()
with wave.open(silence, "wb") as file:
    file.setparams((1, 2, 8000, 0, "NONE", ""))
    file.writeframes(bytes(2 * 8000 * 8))
upload = Upload("karen.wav", silence.getvalue(), Placement(nora, karen, attempt=1))
receive(services, viewer(services, nora), upload)


class Mumbling(FakeListener):
    def listen(self, file_name, sha256, content, hints, report):
        said = b"Hello Karen it is Nora and my direct line is mumble so call or text me any time"
        return super().listen(file_name, sha256, said, hints, report)


def strict(transcript, context):
    from dataclasses import replace
    from coaching.domain.scorecard import Finding, Outcome
    card = judge(transcript, context)
    missed = Finding("text_invited", Outcome.MET, "You told them that they may text.")
    return replace(card, findings=(*card.findings, missed), weights={**card.weights, "text_invited": 3.0})


assert Worker(services.database, {JobKind.JUDGE: JudgeVoicemail(services, Mumbling(), strict)}, services.now).work_one()
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home, port = tmp_path_factory.mktemp("home"), free_port()
    environment = os.environ | {"COACHING_HOME": str(home), "COACHING_DEMO": "1", "PYTHONPATH": str(PROJECT)}
    subprocess.run([sys.executable, "-c", WORLD], cwd=PROJECT, env=environment, check=True)
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    with subprocess.Popen(command, cwd=PROJECT, env=environment) as server:
        try:
            wait_until_up(f"http://localhost:{port}", server)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--autoplay-policy=no-user-gesture-required"]
        )
        yield started
        started.close()


@pytest.fixture
def as_person(browser: Browser, address: str) -> Iterator[Callable[[str], Page]]:
    """Each in a window of their own."""
    contexts = []

    def enter(name: str) -> Page:
        context = browser.new_context(base_url=address, viewport={"width": 1440, "height": 1000})
        context.set_default_timeout(SHOWN_WITHIN_MS)
        contexts.append(context)
        page = context.new_page()
        page.goto("/")
        page.get_by_role("button", name=name).click()
        expect(page.get_by_role("heading", name=f"Hello {name.split()[0]}")).to_be_visible(timeout=SHOWN_WITHIN_MS)
        return page

    yield enter
    for context in contexts:
        context.close()


def verdict(page: Page, criterion: str, outcome: str) -> None:
    badge = page.locator(f"[data-criterion={criterion}] header .badge")
    expect(badge).to_have_text(outcome, timeout=SHOWN_WITHIN_MS)


def settle_by_keyboard(page: Page) -> None:
    verdict(page, "direct_line_given", "Unsure")
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("s")
    page.keyboard.press("Enter")
    verdict(page, "direct_line_given", "Met")


def overrule(page: Page, criterion: str, outcome: str, why: str) -> None:
    card = page.locator(f"[data-criterion={criterion}]")
    if card.evaluate("card => card.tagName === 'DETAILS' && !card.open"):
        card.locator("summary").first.click()
    card.locator("[data-part=overrule] > summary").click()
    card.get_by_role("radio", name=outcome, exact=True).check()
    card.locator("[data-part=overrule] textarea").fill(why)
    card.get_by_role("button", name="Overrule").click()


def comment_on_words(page: Page, first: str, last: str, text: str) -> None:
    """By dragging over them; the time is taken from the words."""
    words = page.locator("button.word")
    words.get_by_text(first, exact=True).hover()
    page.mouse.down()
    words.get_by_text(last, exact=True).hover()
    page.mouse.up()
    expect(page.get_by_text(re.compile(r"About 0:\d\d to 0:\d\d"))).to_be_visible()
    page.get_by_label("Write a comment").fill(text)
    page.get_by_role("button", name="Comment", exact=True).click()
    expect(page.locator(".thread", has_text=text)).to_be_visible(timeout=SHOWN_WITHIN_MS)


def test_what_a_trainer_decides_and_writes_reaches_the_rep_who_disputes_it(as_person: Callable[[str], Page]) -> None:
    trainer = as_person(TRAINER)
    trainer.get_by_role("link", name="What to hear next").click()
    expect(trainer.get_by_text("To be settled")).to_be_visible(timeout=SHOWN_WITHIN_MS)
    settle_by_keyboard(trainer)
    comment_on_words(trainer, "call", "me", "Say it slower, @Nora.")
    trainer.get_by_role("link", name="The whole scorecard").click()
    overrule(trainer, "text_invited", "Not met", "“Any time” is no invitation.")
    verdict(trainer, "text_invited", "Not met")

    rep = as_person(REP)
    rep.locator("li.row", has_text="new for you").first.get_by_role("link").click()
    expect(rep.locator(".thread", has_text="Say it slower")).to_be_visible(timeout=SHOWN_WITHIN_MS)
    overruled = rep.locator("[data-criterion=text_invited]")
    expect(overruled.get_by_text("is no invitation").first).to_be_visible()
    expect(overruled.locator(".overruled .badge")).to_have_text("Met")
    overruled.locator("[data-part=dispute] > summary").click()
    overruled.locator("[data-part=dispute] textarea").fill("I do say “text me”.")
    overruled.get_by_role("button", name="Dispute").click()
    expect(overruled.get_by_text("Not answered yet")).to_be_visible(timeout=SHOWN_WITHIN_MS)

    trainer.reload()
    answered = trainer.locator("[data-criterion=text_invited]")
    answered.locator("[data-part=answer] > summary").click()
    answered.get_by_role("radio", name="Change it to met").check()
    answered.locator("[data-part=answer] textarea").fill("True: I hear it now.")
    answered.get_by_role("button", name="Answer").click()
    verdict(trainer, "text_invited", "Met")
    answered.locator("[data-part=history] > summary").click()
    expect(answered.locator(".history li")).to_have_count(4)

    rep.reload()
    expect(rep.locator("[data-criterion=text_invited]").get_by_text("True: I hear it now.").first).to_be_visible(
        timeout=SHOWN_WITHIN_MS
    )
