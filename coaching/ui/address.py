"""What stands in the address of a page. Anybody can write anything there."""

from contextlib import suppress
from datetime import date

import streamlit as st

from coaching.domain.calibration import RoundId
from coaching.domain.lead import LeadId
from coaching.domain.lengths import LONGEST_NAME
from coaching.domain.people import PersonId
from coaching.domain.scorecard import ValueKind
from coaching.domain.session import SessionId
from coaching.domain.voicemail import VoicemailId
from coaching.errors import CoachingError, NotFound

CRITERION, KIND = "criterion", "kind"
DRILL, REPS = "drill", "reps"
PARAMETER, LEAD, SESSION, ROUND, PERSON, PAGE = "voicemail", "lead", "session", "round", "person", "page"
WEEK, SEARCH = "week", "search"
MOST_LETTERS = 80
MOST_REPS = 100
MOST_DIGITS = 15  # a database's integers end soon after


def voicemail_id() -> VoicemailId:
    """Raises CoachingError."""
    text = st.query_params.get(PARAMETER, "")
    if not text:
        raise CoachingError("No voicemail is chosen. Go to your voicemails and choose one.")
    return VoicemailId(_number("voicemail", text))


def lead_id() -> LeadId:
    """Ends the page with a hint where none is chosen. Raises NotFound."""
    return LeadId(_chosen(LEAD, "No lead is chosen. Go to your leads and choose one.", ":material/contact_phone:"))


def session_id() -> SessionId:
    """Ends the page with a hint where none is chosen. Raises NotFound."""
    return SessionId(_chosen(SESSION, "No session is chosen. Go to your coaching sessions and choose one.", ":material/groups:"))


def round_id() -> RoundId:
    """Ends the page with a hint where none is chosen. Raises NotFound."""
    return RoundId(_chosen(ROUND, "No round is chosen. Go to calibration and choose one.", ":material/balance:"))


def drill_id() -> str:
    """Ends the page with a hint where none is chosen."""
    chosen = st.query_params.get(DRILL, "")
    if not chosen:
        st.info("No drill is chosen. Go to Practice and choose one.", icon=":material/mic:")
        st.stop()
    return chosen[:MOST_LETTERS]


def criterion_id() -> str:
    """What a list is narrowed to; "" where nothing is written."""
    return st.query_params.get(CRITERION, "")[:MOST_LETTERS]


def kind() -> ValueKind | None:
    """What a list is narrowed to; None where nothing sensible is written."""
    text = st.query_params.get(KIND, "")
    return ValueKind(text) if text in list(ValueKind) else None


def keep_library(criterion: str, kind: ValueKind | None) -> None:
    """So that the choice can be sent on. Another choice begins at its first page."""
    asked = {CRITERION: criterion, KIND: kind.value if kind else ""}
    told = {name: text for name, text in asked.items() if text}
    if {name: st.query_params.get(name, "") for name in asked} != asked:
        st.query_params.from_dict(told)


def search() -> str:
    """The part of a name that a list is narrowed to; "" where nothing is written."""
    return st.query_params.get(SEARCH, "").strip()[:LONGEST_NAME]


def keep_search(text: str) -> None:
    """Another search begins at its first page."""
    st.query_params.from_dict({SEARCH: text.strip()} if text.strip() else {})


def _chosen(what: str, hint: str, icon: str) -> int:
    text = st.query_params.get(what, "")
    if not text:
        st.info(hint, icon=icon)
        st.stop()
    return _number(what, text)


def page_number() -> int:
    """Of a list; the first where nothing sensible is written."""
    text = st.query_params.get(PAGE, "")
    return int(text) if _is_number(text) else 1


def week() -> date | None:
    """A day of it, for choices that look it up; None where nothing sensible is written."""
    with suppress(ValueError):
        return date.fromisoformat(st.query_params.get(WEEK, ""))
    return None


def person_id() -> PersonId | None:
    """None where somebody new is meant. Raises NotFound."""
    text = st.query_params.get(PERSON, "")
    return PersonId(_number("person", text)) if text else None


def rep_ids() -> list[PersonId]:
    """Whom something is for, as a link proposes it; nobody where nothing sensible is written."""
    named = st.query_params.get(REPS, "").split(",")[:MOST_REPS]
    return [PersonId(int(text)) for text in named if _is_number(text)]


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS


def _number(what: str, text: str) -> int:
    if not _is_number(text):
        raise NotFound(what, text[:MOST_DIGITS])
    return int(text)
