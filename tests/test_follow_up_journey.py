"""The next voicemail in a real browser: drafted, read while it is recorded, and held beside the last one."""

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import (
    FILE,
    JUDGED_WITHIN_MS,
    SHOWN_WITHIN_MS,
    browser,
    elsewhere,
    nora,
    page,
    press,
    record,
    send,
    wait_until_judged,
)
from tests.serving import address

__all__ = ["address", "browser", "elsewhere", "nora", "page"]

pytestmark = pytest.mark.browser

SPOKEN_MS = 6000


def test_a_take_from_the_teleprompter_stands_beside_the_one_before(nora: Page, elsewhere: list[str]) -> None:
    nora.get_by_role("link", name="Upload or record").click()
    nora.locator("input[type=file]").set_input_files(FILE)
    send(nora)
    wait_until_judged(nora, "For Karen Doyle")

    nora.get_by_role("link", name="Leads", exact=True).click()
    nora.get_by_role("link", name="Karen Doyle").click()
    expect(nora.get_by_role("heading", name="What was done, and what was due")).to_be_visible(timeout=SHOWN_WITHIN_MS)
    nora.get_by_role("button", name="Write a draft").click()
    expect(nora.get_by_role("textbox", name="Your wording")).to_contain_text("540-555-0143", timeout=JUDGED_WITHIN_MS)
    expect(nora.get_by_role("heading", name="Read and record")).to_be_visible(timeout=SHOWN_WITHIN_MS)

    nora.get_by_role("button", name="Start").click()
    record(nora, SPOKEN_MS)
    press(nora, "Send as attempt 2")

    for which in ("This one", "The one before"):
        expect(nora.get_by_test_id("stMetric").filter(has_text=which)).to_be_visible(timeout=JUDGED_WITHIN_MS)
    expect(nora.get_by_role("link", name="See its scorecard")).to_have_count(2)
    assert elsewhere == []
