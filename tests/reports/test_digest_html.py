"""The page that is taken home or sent: whole in one file, and with nothing in it that a name could smuggle."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from html.parser import HTMLParser
from io import BytesIO

import pytest
from pypdf import PdfReader

from coaching.domain.digest import NOTHING_TO_DO, Clip, Digest, Row, Todo
from coaching.domain.voicemail import VoicemailId
from coaching.reports.digest_html import digest_html
from coaching.reports.digest_pdf import digest_pdf

APP = "https://coach.example.com"
TODO = Todo(
    "Bob: Value", "Fell from 80% to 40%.", "Pick one fact & say it.", [Clip(VoicemailId(7), "October 7, attempt 1, missed")]
)
DIGEST = Digest(
    date(2024, 10, 7),
    "Dana",
    "Fairhaven Honda",
    "Value fell from 80% to 40% last week.",
    "More than chance (100 and 40 voicemails).",
    "40 voicemails in this week, 61 of 100 on average.",
    [TODO],
    [Row("Value", "80% of 100", "40% of 40", "more than chance")],
    "Last week",
    ["Bob: Nobody answered within 15 minutes in which the store was open."],
)
HOSTILE = ("<img src='http://evil.example/x.png'>", '"><script>alert(1)</script>', "<b>5 & 6</b>", "Zoë Łukasz")


class Outside(HTMLParser):
    """What a browser would fetch, run or follow."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action", "srcset", "data")]


def text(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def words(page: str) -> str:
    return unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL))


@pytest.mark.parametrize("form", ["html", "pdf"])
def test_it_tells_what_changed_what_to_do_and_every_criterion(form: str) -> None:
    said = words(digest_html(DIGEST, APP)) if form == "html" else text(digest_pdf(DIGEST, APP))
    for told in (
        "Week of October 7, 2024",
        "Dana · Fairhaven Honda · 40 voicemails in this week",
        DIGEST.sentence,
        DIGEST.verdict,
        "Bob: Value",
        "Pick one fact & say it.",
        "October 7, attempt 1, missed",
        "Bob: Nobody answered within 15 minutes",
        "not for employment decisions",
    ):
        assert told in said
    assert re.search(r"Value\s+80% of 100\s+40% of 40\s+more than chance", said)


def test_the_page_fetches_nothing_and_leads_to_the_app_alone() -> None:
    seen = Outside(digest_html(DIGEST, APP))
    assert seen.addresses == [f"{APP}/scorecard?voicemail=7"]
    assert not seen.tags & {"script", "link", "img", "iframe", "object", "form", "base"}
    assert "url(" not in digest_html(DIGEST, APP)
    assert "@import" not in digest_html(DIGEST, APP)


def test_the_pdf_leads_to_the_voicemails_too() -> None:
    links = [
        annotation.get_object()["/A"]["/URI"]
        for page in PdfReader(BytesIO(digest_pdf(DIGEST, APP))).pages
        for annotation in page.get("/Annots", [])
    ]
    assert links == [f"{APP}/scorecard?voicemail=7"]


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_somebody_is_called_is_shown_as_it_was_typed(typed: str) -> None:
    named = replace(DIGEST, name=typed, about=typed, todos=[replace(TODO, heading=f"{typed}: Value")])
    page = digest_html(named, APP)
    assert words(page).count(typed) == 4
    assert Outside(page).addresses == [f"{APP}/scorecard?voicemail=7"]
    assert not Outside(page).tags & {"script", "img", "b"}
    assert typed in text(digest_pdf(named, APP))


def test_a_week_in_which_nothing_stands_out_is_a_page_too() -> None:
    empty = replace(DIGEST, todos=[], rows=[], verdict="")
    assert NOTHING_TO_DO in words(digest_html(empty, APP))
    assert NOTHING_TO_DO in text(digest_pdf(empty, APP))


def test_the_same_digest_gives_the_same_bytes() -> None:
    assert digest_pdf(DIGEST, APP) == digest_pdf(DIGEST, APP)
    assert digest_html(DIGEST, APP) == digest_html(DIGEST, APP)
