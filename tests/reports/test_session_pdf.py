"""The page that a trainer hands over, read back from its PDF."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from coaching.domain.people import PersonId, Store, StoreId
from coaching.domain.scorecard import Outcome
from coaching.domain.session import CoachingSession, Goal, GoalId, Result, SessionId
from coaching.domain.voicemail import ListedVoicemail, Progress, Stage, Voicemail, VoicemailId
from coaching.reports.progress import progress
from coaching.reports.session_pdf import Sheet, session_pdf

NORA = PersonId(1)
HELD = datetime(2024, 10, 8, 2, 30, tzinfo=UTC)  # still the evening of the seventh at the store
SESSION = CoachingSession(
    SessionId(1),
    StoreId(1),
    "Say something that is worth a call",
    PersonId(2),
    "Alice Moreau",
    HELD,
    {NORA: "Nora Whitfield"},
    next_on=date(2024, 10, 14),
    notes="Look for one fact before you dial.\n\nSay your own line twice.",
    private_notes="She was tired",
    goals=(Goal(GoalId(1), "direct_line_given", 8, 10),),
)
LEFT = Voicemail(VoicemailId(5), StoreId(1), "0", "a.wav", HELD, NORA, rep_id=NORA, attempt=2, left_at=HELD - timedelta(days=1))


def sheet(session: CoachingSession = SESSION) -> Sheet:
    signs = [Result(NORA, "direct_line_given", HELD + timedelta(hours=at), Outcome.MET) for at in (-2, -1, 1)]
    line = ListedVoicemail(LEFT, Progress(Stage.JUDGED), "Nora Whitfield", "Karen Doyle", 78.4)
    titles = {"direct_line_given": "Gave their own direct line"}
    return Sheet(
        session,
        NORA,
        Store(StoreId(1), "Riverbend Toyota"),
        [line],
        progress(session, signs),
        titles,
        {"direct_line_given": "Say it twice & slowly."},
        {"direct_line_given": ""},
    )


def text(of: Sheet) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(session_pdf(of))).pages).split())


def test_it_says_what_was_agreed_heard_noted_and_when_it_goes_on() -> None:
    said = text(sheet())
    for words in (
        "Say something that is worth a call",
        "Nora Whitfield, with Alice Moreau · October 7, 2024 · Riverbend Toyota",
        "8 of the next 10: Gave their own direct line",
        "Say it twice & slowly.",
        "So far 1 met in 1: under way.",
        "Before the session 2 of 2, since then 1 of 1. Too few to tell",
        "For Karen Doyle, attempt 2 October 6, 2024 78",
        "Say your own line twice.",
        "October 14, 2024",
    ):
        assert words in said


def test_a_goal_that_is_not_counted_says_why_and_shows_no_zero() -> None:
    said = text(replace(sheet(), not_counted={"direct_line_given": "The profile “Short” leaves this criterion out."}))
    assert "8 of the next 10: Gave their own direct line" in said
    assert "The profile “Short” leaves this criterion out." in said
    assert "So far" not in said


def test_private_notes_are_not_on_it() -> None:
    assert "tired" not in text(sheet())


def test_who_acknowledged_it_in_the_app_need_not_sign() -> None:
    acknowledged = replace(SESSION, acknowledged={NORA: HELD + timedelta(days=1)})
    assert "Acknowledged by Nora Whitfield on October 8, 2024." in text(sheet(acknowledged))
    assert "Acknowledged" not in text(sheet())


def test_the_same_session_gives_the_same_bytes() -> None:
    assert session_pdf(sheet()) == session_pdf(sheet())


@pytest.mark.parametrize("typed", ["<b>5 & 6", "Zoë Łukasz Nguyễn Ивана", "<img src='http://example.org/x'/>", "&amp;"])
def test_what_somebody_typed_is_shown_as_it_was_typed(typed: str) -> None:
    assert typed in text(sheet(replace(SESSION, title=typed, notes=typed)))


def test_a_long_session_goes_on_on_the_next_page() -> None:
    long = replace(SESSION, notes="\n".join(f"Line {number} of many" for number in range(80)))
    assert len(PdfReader(BytesIO(session_pdf(sheet(long)))).pages) > 1
    assert "Line 79 of many" in text(sheet(long))


def test_a_session_with_nothing_in_it_yet_is_a_page_too() -> None:
    empty = replace(SESSION, goals=(), notes="", next_on=None, trainer_name="")
    bare = replace(sheet(empty), voicemails=(), goals=())
    assert "Nora Whitfield, with a trainer" in text(bare)
    assert "What we agreed" not in text(bare)
