"""A headless Chromium whose microphone hears one of the samples, and what a rep does in it again and again."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, expect, sync_playwright

from coaching.audio.decode import decode
from coaching.audio.wav import as_wav
from tests.serving import SAMPLES, chromium

FILE = SAMPLES / "nora-whitfield_karen-doyle_1.ogg"
JUDGED_WITHIN_MS = 180_000  # loading the model on a busy machine is most of it
SHOWN_WITHIN_MS = 60_000
ANSWERED_WITHIN_MS = 20_000
AT_REST_MS = 250  # what a run left over is taken away a moment after it has ended, and moves what stands below


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    spoken = tmp_path_factory.mktemp("microphone") / "spoken.wav"  # Chromium's fake microphone plays PCM only
    spoken.write_bytes(as_wav(decode(FILE.read_bytes())))
    options = [
        "--no-sandbox",
        "--autoplay-policy=no-user-gesture-required",
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={spoken}",
    ]
    path = chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=options)
        yield started
        started.close()


@pytest.fixture
def elsewhere() -> list[str]:
    """Addresses of other hosts that the browser asked for."""
    return []


@pytest.fixture
def page(browser: Browser, address: str, elsewhere: list[str]) -> Iterator[Page]:
    context = browser.new_context(base_url=address, permissions=["microphone"])
    context.set_default_timeout(SHOWN_WITHIN_MS)

    def note(request: Request) -> None:
        url = urlsplit(request.url)
        if url.scheme in ("http", "https", "ws", "wss") and url.netloc != urlsplit(address).netloc:
            elsewhere.append(request.url)

    context.on("request", note)
    yield context.new_page()
    context.close()


def enter(page: Page) -> Page:
    page.goto("/")
    page.get_by_role("button", name="Nora Whitfield").click()
    expect(page.get_by_role("heading", name="Hello Nora")).to_be_visible(timeout=SHOWN_WITHIN_MS)
    return page


@pytest.fixture
def nora(page: Page) -> Page:
    return enter(page)


def stands_still(page: Page) -> None:
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=SHOWN_WITHIN_MS)


def press(page: Page, name: str) -> None:
    """When the page stands still: what is still being drawn moves a button away between press and release."""
    button = page.get_by_role("button", name=name)
    expect(button).to_be_visible(timeout=SHOWN_WITHIN_MS)
    stands_still(page)
    before = None
    while (box := button.bounding_box()) != before:
        before = box
        page.wait_for_timeout(AT_REST_MS)
    button.click()


def record(page: Page, ms: int) -> None:
    page.get_by_role("button", name="Record", exact=True).click()
    page.wait_for_timeout(ms)
    page.get_by_role("button", name="Stop recording").click()


def send(page: Page) -> None:
    """Pressed once more where nothing came of it: on a busy machine a click of the first moment was lost in two of ten runs."""
    press(page, "Send this voicemail")
    answer = page.get_by_text("being judged")
    try:
        expect(answer).to_be_visible(timeout=ANSWERED_WITHIN_MS)
    except AssertionError:
        if page.get_by_role("button", name="Send this voicemail").is_visible():
            press(page, "Send this voicemail")
        expect(answer).to_be_visible(timeout=SHOWN_WITHIN_MS)


def wait_until_judged(page: Page, title: str) -> Locator:
    """Opens the list and watches it, without a reload, until the voicemail has its score."""
    page.get_by_role("link", name="See your voicemails").click()
    row = page.locator("li.row", has_text=title).first
    expect(row.locator(".score")).to_be_visible(timeout=JUDGED_WITHIN_MS)
    return row
