"""What ends a recording, on a page with a stand-in for Streamlit's recorder; the practice journey has the real one."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from coaching.ui.components import FRONTEND
from tests.serving import chromium

pytestmark = pytest.mark.browser

SHOWN_WITHIN_MS = 20_000
LEFT = re.compile(r"0:0[3-6] left")
DRAW = "data => { draw({ data, parentElement: document.querySelector('#cut_off') }); }"
SECONDS = 6  # a click of a busy machine’s browser can take one
DATA = {"recorder": "practice_x_0", "seconds": SECONDS}
RECORDER = """
<div class="st-key-practice_x_0"><button aria-label="Record">Record</button></div><div id="cut_off"><div class="root"></div></div>
<script>
  const button = document.querySelector("button");
  const other = { "Record": "Stop recording", "Stop recording": "Record" };
  button.onclick = () => button.setAttribute("aria-label", other[button.getAttribute("aria-label")]);
</script>
"""


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(RECORDER)
        script = "\n".join((FRONTEND / f"{name}.js").read_text(encoding="utf-8") for name in ("base", "cut_off"))
        page.add_script_tag(content=script.replace("export default function", "function draw"))
        page.evaluate(DRAW, DATA)
        yield page
        browser.close()


def test_it_counts_down_and_stops_the_recorder_when_the_time_is_over(page: Page) -> None:
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_role("timer")).to_have_text(LEFT)
    expect(page.get_by_role("button", name="Record", exact=True)).to_be_visible(timeout=SHOWN_WITHIN_MS)
    expect(page.get_by_role("timer")).to_contain_text(f"Stopped after {SECONDS} seconds")


def test_a_recording_that_is_stopped_before_is_left_alone_and_the_next_has_all_the_time(page: Page) -> None:
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_role("timer")).to_have_text(LEFT)
    page.get_by_role("button", name="Stop recording").click()
    expect(page.get_by_role("timer")).to_have_text(f"It stops by itself after {SECONDS} seconds.")
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_role("timer")).to_have_text(LEFT)
