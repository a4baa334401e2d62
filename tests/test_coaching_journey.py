"""Coaching in a real browser, from the trainer's queue to the goal that the rep's next voicemail moves."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import JUDGED_WITHIN_MS, SHOWN_WITHIN_MS, browser, press, record, send
from tests.serving import PROJECT, SAMPLES, serving

__all__ = ["browser"]

pytestmark = pytest.mark.browser

TRAINER, REP = "Tina Marsh", "Nora Whitfield"
SPOKEN_MS = 6000
MINUTE_S = 60.0
WITH_HER_LINE = SAMPLES / "nora-whitfield_karen-doyle_2.ogg"

AsPerson = Callable[[str], Page]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home = tmp_path_factory.mktemp("home")
    environment = os.environ | {"COACHING_HOME": str(home), "COACHING_DEMO": "1"}
    subprocess.run([sys.executable, "-m", "tests.coached_store"], cwd=PROJECT, env=environment, check=True)
    with serving(environment) as served:
        yield served


@pytest.fixture
def as_person(browser: Browser, address: str) -> Iterator[AsPerson]:
    """Each in a window of their own."""
    contexts = []
    expect.set_options(timeout=SHOWN_WITHIN_MS)

    def enter(name: str) -> Page:
        context = browser.new_context(base_url=address, permissions=["microphone"], viewport={"width": 1440, "height": 1000})
        context.set_default_timeout(SHOWN_WITHIN_MS)
        contexts.append(context)
        page = context.new_page()
        page.goto("/")
        page.get_by_role("button", name=name).click()
        expect(page.get_by_role("heading", name=f"Hello {name.split()[0]}")).to_be_visible()
        return page

    yield enter
    for context in contexts:
        context.close()


def test_from_the_queue_to_the_goal_that_moves(as_person: AsPerson) -> None:
    trainer = as_person(TRAINER)
    settle_and_comment_in_the_queue(trainer)
    overrule_on_the_scorecard(trainer)
    opened_at = time.monotonic()
    open_a_session_of_three(trainer)
    agree_on_a_goal(trainer)
    present(trainer)
    send_the_summary(trainer)
    session = trainer.url

    rep = as_person(REP)
    read_what_was_decided_and_dispute_it(rep)
    scorecard = rep.url
    acknowledge_the_session(rep)
    practise_and_submit(rep)
    wait_until_the_minute_is_over(opened_at)
    leave_a_voicemail_with_the_line(rep)

    answer_the_dispute(trainer, scorecard)
    find_what_was_practised(trainer)
    trainer.goto(session)
    expect(trainer.get_by_text("1 met in 1 so far")).to_be_visible()
    expect(trainer.get_by_text(re.compile(r"Acknowledged by Nora Whitfield"))).to_be_visible()
    rep.goto(scorecard)
    expect(rep.locator("[data-criterion=text_invited]").get_by_text("True: I hear it now.").first).to_be_visible()


def settle_and_comment_in_the_queue(page: Page) -> None:
    page.get_by_role("link", name="What to hear next").click()
    expect(page.get_by_text("To be settled")).to_be_visible()
    verdict(page, "direct_line_given", "Unsure")
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("s")
    page.keyboard.press("Enter")
    verdict(page, "direct_line_given", "Met")
    words = page.locator("button.word")
    words.get_by_text("call", exact=True).hover()
    page.mouse.down()
    words.get_by_text("me", exact=True).hover()
    page.mouse.up()
    expect(page.get_by_text(re.compile(r"About 0:\d\d to 0:\d\d"))).to_be_visible()
    page.get_by_label("Write a comment").fill("Say it slower, @Nora.")
    page.get_by_role("button", name="Comment", exact=True).click()
    expect(page.locator(".thread", has_text="Say it slower")).to_be_visible()


def overrule_on_the_scorecard(page: Page) -> None:
    page.get_by_role("link", name="The whole scorecard").click()
    card = page.locator("[data-criterion=text_invited]")
    if card.evaluate("card => card.tagName === 'DETAILS' && !card.open"):
        card.locator("summary").first.click()
    card.locator("[data-part=overrule] > summary").click()
    card.get_by_role("radio", name="Not met", exact=True).check()
    card.locator("[data-part=overrule] textarea").fill("“Any time” is no invitation.")
    card.get_by_role("button", name="Overrule").click()
    verdict(page, "text_invited", "Not met")


def open_a_session_of_three(page: Page) -> None:
    page.get_by_role("link", name="Coaching sessions").click()
    page.get_by_role("combobox", name="With").click()
    page.get_by_role("option", name=REP).click()
    page.keyboard.press("Escape")
    page.get_by_role("textbox", name="About").fill("Your own line")
    page.get_by_role("button", name="Open session").click()
    expect(page.get_by_role("heading", name="Your own line")).to_be_visible()
    page.get_by_role("button", name="Add 3 that match").click()
    expect(page.get_by_role("link", name="3. For")).to_be_visible()


def agree_on_a_goal(page: Page) -> None:
    page.get_by_role("button", name="Agree on a goal").click()
    page.get_by_role("combobox", name="Criterion").last.click()
    page.get_by_role("option", name="direct line").click()
    page.get_by_role("button", name="Agree", exact=True).click()
    expect(page.get_by_role("heading", name="8 of the next 10")).to_be_visible()
    expect(page.get_by_text("Too few to tell: 4 voicemails are needed on either side, there are 3 and 0.")).to_be_visible()


def present(page: Page) -> None:
    page.get_by_role("button", name="Present").click()
    expect(page.locator("[data-criterion=direct_line_given]")).to_be_visible()
    expect(page.get_by_text("Voicemail 1 of 3")).to_be_visible()
    record(page, 1500)
    press(page, "Keep this take")
    expect(page.get_by_text(re.compile(r"Nora Whitfield(,| ·) today"))).to_be_visible()
    page.get_by_role("button", name="Next voicemail").click()
    expect(page.get_by_text("Voicemail 2 of 3")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Voicemail 2 of 3")).to_be_visible()
    page.get_by_role("link", name="Back to the session").click()


def send_the_summary(page: Page) -> None:
    with page.expect_download() as download:
        page.get_by_role("button", name="Summary as PDF").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")
    page.get_by_role("button", name="Send to the rep").click()
    expect(page.get_by_text("has to be sent again")).to_be_visible()


def read_what_was_decided_and_dispute_it(page: Page) -> None:
    page.locator("li.row", has_text="new for you").first.get_by_role("link").click()
    expect(page.locator(".thread", has_text="Say it slower")).to_be_visible()
    overruled = page.locator("[data-criterion=text_invited]")
    expect(overruled.get_by_text("is no invitation").first).to_be_visible()
    expect(overruled.locator(".overruled .badge")).to_have_text("Met")
    overruled.locator("[data-part=dispute] > summary").click()
    overruled.locator("[data-part=dispute] textarea").fill("I do say “text me”.")
    overruled.get_by_role("button", name="Dispute").click()
    expect(overruled.get_by_text("Not answered yet")).to_be_visible()


def acknowledge_the_session(page: Page) -> None:
    page.get_by_role("link", name="Coaching sessions").click()
    page.get_by_role("link", name="Your own line").click()
    expect(page.get_by_role("heading", name="8 of the next 10")).to_be_visible()
    page.get_by_role("button", name="I have read this").click()
    expect(page.get_by_text("Acknowledged by Nora Whitfield")).to_be_visible()


def practise_and_submit(page: Page) -> None:
    page.get_by_role("link", name="Practice", exact=True).click()
    page.get_by_role("link", name="Practice this").first.click()
    record(page, SPOKEN_MS)
    press(page, "Get the scorecard")
    expect(page.get_by_role("heading", name="Latest, best and first")).to_be_visible(timeout=JUDGED_WITHIN_MS)
    page.get_by_role("button", name="Submit to your trainer").click()
    expect(page.get_by_text("Submitted")).to_be_visible()


def wait_until_the_minute_is_over(since: float) -> None:
    """A session is noted to the minute, and what was left in that minute was left before it."""
    time.sleep(max(0.0, since + MINUTE_S - time.monotonic()))


def leave_a_voicemail_with_the_line(page: Page, file: Path = WITH_HER_LINE) -> None:
    page.get_by_role("link", name="Upload or record").click()
    page.locator("input[type=file]").set_input_files(file)
    send(page)
    page.get_by_role("link", name="See your voicemails").click()
    row = page.locator("li.row", has_text="attempt 2").first
    expect(row.locator(".score")).to_be_visible(timeout=JUDGED_WITHIN_MS)


def answer_the_dispute(page: Page, scorecard: str) -> None:
    page.goto(scorecard)
    answered = page.locator("[data-criterion=text_invited]")
    answered.locator("[data-part=answer] > summary").click()
    answered.get_by_role("radio", name="Change it to met").check()
    answered.locator("[data-part=answer] textarea").fill("True: I hear it now.")
    answered.get_by_role("button", name="Answer").click()
    verdict(page, "text_invited", "Met")
    answered.locator("[data-part=history] > summary").click()
    expect(answered.locator(".history li")).to_have_count(4)


def find_what_was_practised(page: Page) -> None:
    page.get_by_role("link", name="Practice", exact=True).click()
    page.get_by_role("link", name="Nora Whitfield: Say the number").click()
    expect(page.get_by_text("It counts in no figure")).to_be_visible()


def verdict(page: Page, criterion: str, outcome: str) -> None:
    expect(page.locator(f"[data-criterion={criterion}] header .badge")).to_have_text(outcome)
