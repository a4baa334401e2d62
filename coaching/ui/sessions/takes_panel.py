"""What a rep would say instead: recorded in the session, kept with it, to be heard again."""

import textwrap
from collections.abc import Sequence

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.domain.scorecard import Outcome
from coaching.domain.session import SessionId, Take, TakeVerdict
from coaching.domain.voicemail import VoicemailId
from coaching.rubrics import load_rubric
from coaching.services.coaching.sessions import SessionPage
from coaching.services.coaching.takes import is_waiting, judge_take_again, keep_take
from coaching.ui import components, consent_note, gate, screens, sound, wording
from coaching.ui.plain import plain
from coaching.ui.telling import telling
from coaching.ui.voicemail_list import REFRESH_S

ROUND = "take_round"  # a new number empties the recorder
LONGEST_HEARD = 160  # letters: a sentence or two, to be read across a room
COLOURS = {Outcome.MET: "green", Outcome.NOT_MET: "orange", Outcome.UNSURE: "violet", Outcome.NOT_APPLICABLE: "gray"}


def record(viewer: Viewer, page: SessionPage, voicemail_id: VoicemailId, criterion_id: str) -> None:
    st.header("What would you say instead?")
    names = page.session.reps
    rep_id = next(iter(names))
    if len(names) > 1:
        rep_id = st.selectbox("Who answers", list(names), format_func=names.__getitem__, key="take_rep")
    number = st.session_state.setdefault(ROUND, 0)
    consent_note.show(viewer)
    take = st.audio_input("Record the answer", key=f"take_{voicemail_id}_{criterion_id}_{number}")
    if page.may_change and take and st.button("Keep this take", type="primary", icon=":material/save:"):
        with telling():
            keep_take(bootstrap.services(), viewer, page.session.id, rep_id, voicemail_id, criterion_id, take.getvalue())
        st.session_state[ROUND] = number + 1
        st.rerun()
    about_this = [one for one in page.takes if (one.voicemail_id, one.criterion_id) == (voicemail_id, criterion_id)]
    play(about_this, page.time_zone, retried_by=viewer if page.may_change else None)
    if any(one.is_waiting for one in about_this):
        _wait(page.session.id)


def _wait(session_id: SessionId) -> None:
    """Draws the page anew by itself as soon as every take is judged."""

    @st.fragment(run_every=REFRESH_S)
    def drawn() -> None:
        present = gate.require(*screens.COACHES)  # a fragment runs without its page's gate
        if not is_waiting(bootstrap.services(), present, session_id):
            st.rerun()
        st.caption("Listening to what was said. It counts in no score.")

    drawn()


def play(takes: Sequence[Take], time_zone: str, *, titled: bool = False, retried_by: Viewer | None = None) -> None:
    """titled: with the criterion that each is about. retried_by: who may have those tried again that failed."""
    titles = {criterion.id: criterion.title for criterion in load_rubric().criteria} if titled else {}
    for one in takes:
        about = wording.joined(titles.get(one.criterion_id, ""), one.rep_name, wording.day(one.said_at, time_zone))
        st.caption(plain(about))
        components.player(sound.of_take(one.id), 0.0, (), key=f"take_{one.id}")
        _verdict(one)
        if retried_by and one.may_retry and st.button("Try again", icon=":material/refresh:", key=f"again_{one.id}"):
            with telling():
                judge_take_again(bootstrap.services(), retried_by, one.id)
            st.rerun()


def _verdict(one: Take) -> None:
    if one.failed:
        st.caption(plain(one.failed))
    elif one.verdict is not None:
        outcome = one.verdict.outcome
        st.markdown(f":{COLOURS[outcome]}-badge[{wording.OUTCOMES[outcome]}] {plain(f'“{_heard(one.verdict)}”')}")
        if outcome is not Outcome.MET:
            st.caption(plain(one.verdict.explanation))


def _heard(verdict: TakeVerdict) -> str:
    """What tells, else how it began."""
    return verdict.quote or textwrap.shorten(verdict.text, LONGEST_HEARD, placeholder=" …")
