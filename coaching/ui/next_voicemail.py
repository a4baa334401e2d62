"""The next voicemail: drafted, edited, judged, and then read while it is recorded."""

import re

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.domain.scorecard import Outcome
from coaching.follow_up.drafts.judged import meets_the_main_criteria
from coaching.follow_up.drafts.occasion import LENGTHS_S
from coaching.rubrics import load_rubric
from coaching.services.follow_up.drafting import EditedDraft, draft_next, judge_edited
from coaching.services.follow_up.lead_page import LeadPage
from coaching.ui import read_and_record, wording
from coaching.ui.plain import plain
from coaching.ui.telling import telling

BLANK = re.compile(r"\[([^\]]+)\]")
WORDING_PX = 170


def show(viewer: Viewer, page: LeadPage) -> None:
    """The wording and its verdict live in the session, by lead: nothing is kept before it is recorded."""
    st.header("The next voicemail")
    words, verdict = f"draft_{page.lead.id}", f"verdict_{page.lead.id}"
    asked_s = st.segmented_control(
        "Length", LENGTHS_S, default=LENGTHS_S[1], format_func=lambda length: f"{length:.0f} seconds", key="length"
    )
    is_first = words not in st.session_state
    if st.button("Write a draft" if is_first else "Write another", type="primary" if is_first else "secondary"):
        with telling(), st.spinner("Writing and judging it"):
            made = draft_next(bootstrap.services(), viewer, page.lead.id, asked_s or LENGTHS_S[1], bootstrap.text_judge())
            st.session_state[words] = made.draft.text
            st.session_state[verdict] = _judged(viewer, page, made.draft.text)
        st.rerun()
    if words not in st.session_state:
        st.caption("From what is on file only. What is not known stays a blank in square brackets.")
        return
    text = st.text_area("Your wording", key=words, height=WORDING_PX)
    if st.button("Judge this wording", icon=":material/fact_check:", disabled=not text.strip()):
        with telling(), st.spinner("Judging it"):
            st.session_state[verdict] = _judged(viewer, page, text)
    edited: EditedDraft = st.session_state[verdict]
    _tell(edited, text, page.time_zone)
    read_and_record.show(viewer, page, text, edited)


def _judged(viewer: Viewer, page: LeadPage, text: str) -> EditedDraft:
    return judge_edited(bootstrap.services(), viewer, page.lead.id, text, bootstrap.text_judge())


def _tell(edited: EditedDraft, text: str, zone: str) -> None:
    at = wording.day(edited.judged_at, zone)
    if edited.text != text:
        st.info(plain(f"You changed it since it was judged ({at}). Judge it again before you record."), icon=":material/edit:")
        return
    _tell_blanks_or_main(edited)
    for claim in edited.claims:
        st.warning(plain(claim.sentence), icon=":material/help:")
    missed = [one.criterion_id for one in edited.scorecard.findings if one.outcome is Outcome.NOT_MET]
    titles = {criterion.id: criterion.title for criterion in load_rubric().criteria}
    if missed:
        st.caption(plain("Not in it: " + ", ".join(titles[one] for one in missed)))
    score = "" if edited.scorecard.total is None else f"Score {edited.scorecard.total:.0f}"
    st.caption(plain(wording.joined(score, f"about {edited.seconds:.0f} seconds at the rep’s pace", f"judged {at}")))


def _tell_blanks_or_main(edited: EditedDraft) -> None:
    """A blank meets nothing, whatever the words around it look like."""
    blanks = list(dict.fromkeys(BLANK.findall(edited.text)))
    if blanks:
        st.info(plain(f"Fill in before you record: {', '.join(blanks)}."), icon=":material/edit:")
    elif meets_the_main_criteria(edited.scorecard):
        st.success("It meets the four main criteria.", icon=":material/check:")
    else:
        st.warning("It does not meet all four main criteria yet.", icon=":material/priority_high:")
