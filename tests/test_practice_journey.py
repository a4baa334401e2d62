"""Practice in a real browser: recorded and judged, seen by nobody, submitted, and then found by the trainer."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import JUDGED_WITHIN_MS, SHOWN_WITHIN_MS, browser, elsewhere, nora, page, press
from tests.serving import address

__all__ = ["address", "browser", "elsewhere", "nora", "page"]

pytestmark = pytest.mark.browser

SPOKEN_MS = 6000
LEFT = re.compile(r"0:5\d left")
NOBODY = "Nobody has submitted practice yet"


def be(page: Page, name: str) -> None:
    page.context.clear_cookies()
    page.goto("/")
    page.get_by_role("button", name=name).click()
    expect(page.get_by_role("heading", name=f"Hello {name.split()[0]}")).to_be_visible(timeout=SHOWN_WITHIN_MS)


def open_practice(page: Page) -> None:
    page.get_by_role("link", name="Practice", exact=True).click()
    expect(page.get_by_role("heading", name="Practice", exact=True)).to_be_visible(timeout=SHOWN_WITHIN_MS)


def test_a_rep_practises_alone_and_submits_what_the_trainer_then_sees(nora: Page, elsewhere: list[str]) -> None:
    open_practice(nora)
    nora.get_by_role("link", name="Practice this").first.click()
    nora.get_by_role("button", name="Record", exact=True).click()
    expect(nora.get_by_role("timer")).to_have_text(LEFT)  # the component that ends a recording sees that one has begun
    nora.wait_for_timeout(SPOKEN_MS)
    nora.get_by_role("button", name="Stop recording").click()
    press(nora, "Get the scorecard")
    expect(nora.get_by_role("heading", name="Latest, best and first")).to_be_visible(timeout=JUDGED_WITHIN_MS)
    drill = nora.url

    nora.goto("/")
    be(nora, "Tina Marsh")
    open_practice(nora)
    expect(nora.get_by_text(NOBODY)).to_be_visible(timeout=SHOWN_WITHIN_MS)

    nora.goto("/")
    be(nora, "Nora Whitfield")
    nora.goto(drill)
    nora.get_by_role("button", name="Submit to your trainer").click()
    expect(nora.get_by_text("Submitted")).to_be_visible(timeout=SHOWN_WITHIN_MS)

    nora.goto("/")
    be(nora, "Tina Marsh")
    open_practice(nora)
    nora.get_by_role("link", name="Nora Whitfield: Say the number").click()
    expect(nora.get_by_text("It counts in no figure")).to_be_visible(timeout=SHOWN_WITHIN_MS)
    assert elsewhere == []
