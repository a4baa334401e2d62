"""The main job in a real browser: a recording goes in, a scorecard comes out, and a click on its words is heard."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browsing import (
    FILE,
    JUDGED_WITHIN_MS,
    SHOWN_WITHIN_MS,
    browser,
    elsewhere,
    enter,
    nora,
    page,
    record,
    send,
    stands_still,
    wait_until_judged,
)
from tests.screens import PAGES
from tests.serving import address

__all__ = ["address", "browser", "elsewhere", "nora", "page"]

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}
# What is still fading in has too little contrast. Some animations have no end.
FADED_IN = """async () => {
    const ending = () => document.getAnimations().filter(one => one.effect.getComputedTiming().endTime < Infinity)
    while (ending().some(one => one.playState === "running")) await Promise.allSettled(ending().map(one => one.finished))
}"""


def position(page: Page) -> float:
    at: float = page.locator("audio.main").evaluate("audio => audio.currentTime")
    return at


@pytest.mark.parametrize("screen", PAGES, ids=lambda file: file.stem)
def test_a_fresh_server_shows_nobody_anything_by_its_address(page: Page, screen: Path) -> None:
    page.goto(f"/{screen.stem}?voicemail=1")
    expect(page.get_by_role("heading", name="Voicemails that earn a call back")).to_be_visible(timeout=SHOWN_WITHIN_MS)
    expect(page.get_by_test_id("stSidebarNav")).to_have_count(0)


def test_a_file_becomes_a_scorecard_whose_words_can_be_heard(nora: Page, elsewhere: list[str]) -> None:
    nora.get_by_role("link", name="Upload or record").click()
    nora.locator("input[type=file]").set_input_files(FILE)
    expect(nora.get_by_role("spinbutton", name="Attempt")).to_have_value("1", timeout=SHOWN_WITHIN_MS)
    send(nora)
    wait_until_judged(nora, "For Karen Doyle").get_by_role("link").click()

    direct_line = nora.locator("[data-criterion=direct_line_given]")
    expect(direct_line.get_by_text("Met", exact=True)).to_be_visible(timeout=SHOWN_WITHIN_MS)
    quote = direct_line.locator("button.quote").first
    quote.click()
    expect(nora.locator("audio.main")).to_have_js_property("paused", False)
    minutes, seconds = quote.locator(".from").inner_text().split(":")
    assert position(nora) == pytest.approx(60 * int(minutes) + int(seconds), abs=3)
    assert position(nora) > 1
    expect(nora.locator("button.word[aria-current]")).to_have_count(1)

    first = nora.locator("button.word").first
    first.click()
    expect(first).to_have_attribute("aria-current", "true")
    assert position(nora) < 2
    assert elsewhere == []


def test_the_keyboard_alone_plays_a_word(nora: Page) -> None:
    nora.get_by_role("link", name="Voicemails", exact=True).click()
    nora.wait_for_url("**/voicemails*")  # the home page lists it too, until it is gone
    nora.locator("li.row", has_text="For Karen Doyle").get_by_role("link").press("Enter")
    nora.wait_for_url("**/scorecard*")
    nora.locator("button.word").first.focus()
    for _ in range(4):
        nora.keyboard.press("ArrowRight")
    nora.keyboard.press("Enter")
    expect(nora.locator("audio.main")).to_have_js_property("paused", False)
    assert position(nora) > 0.5


def test_what_the_microphone_hears_is_judged_too(nora: Page, elsewhere: list[str]) -> None:
    nora.get_by_role("link", name="Upload or record").click()
    record(nora, 6000)
    send(nora)
    wait_until_judged(nora, "audio.wav")
    assert elsewhere == []


def test_a_broken_file_is_told_with_its_reason(nora: Page, tmp_path: Path) -> None:
    document = tmp_path / "minutes of the meeting.wav"
    document.write_bytes(b"%PDF-1.7 nothing to hear")
    nora.get_by_role("link", name="Upload or record").click()
    nora.locator("input[type=file]").set_input_files(document)
    send(nora)
    nora.get_by_role("link", name="See your voicemails").click()
    row = nora.locator("li.row", has_text="minutes of the meeting")
    expect(row.get_by_text("not an audio recording")).to_be_visible(timeout=JUDGED_WITHIN_MS)
    expect(row.get_by_role("button", name="Try again")).to_be_visible()


def test_a_search_among_the_leads_is_there_again_after_going_back(nora: Page) -> None:
    nora.get_by_role("link", name="Leads", exact=True).click()
    search = nora.get_by_role("textbox", name="Search")
    search.fill("doyle")
    search.press("Enter")
    nora.wait_for_url("**/leads?search=doyle")
    nora.get_by_role("link", name="Karen Doyle").click()
    nora.wait_for_url("**/lead?*")
    nora.go_back()
    expect(search).to_have_value("doyle")
    nora.reload()
    expect(search).to_have_value("doyle")
    nora.go_back()
    expect(search).to_have_value("")


@pytest.fixture(scope="module")
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """In Nora's hand."""
    context = browser.new_context(base_url=address, viewport=PHONE)
    yield enter(context.new_page())
    context.close()


@pytest.mark.parametrize("screen", PAGES, ids=lambda file: file.stem)
def test_nothing_is_wider_than_a_telephone(phone: Page, screen: Path) -> None:
    phone.goto(f"/{screen.stem}?voicemail=1")
    stands_still(phone)
    for part in ("html", "[data-testid=stMain]"):
        assert phone.locator(part).evaluate("element => element.scrollWidth <= element.clientWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_keeps_anybody_out(browser: Browser, address: str, scheme: Literal["light", "dark"]) -> None:
    """By axe: names, roles, contrast. Its own script is let in past the content security policy."""
    context = browser.new_context(base_url=address, color_scheme=scheme, bypass_csp=True)
    page = enter(context.new_page())
    serious = []
    for screen in PAGES:
        page.goto(f"/{screen.stem}?voicemail=1")
        page.wait_for_load_state("networkidle")  # charts and editors come after the page
        stands_still(page)
        page.evaluate(FADED_IN)
        found = Axe().run(page).response["violations"]
        serious += [
            (screen.stem, one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")
        ]
    context.close()
    assert serious == []
