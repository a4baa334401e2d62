"""What a rep would say instead: recorded in the session, kept with it, to be heard again."""

from collections.abc import Sequence

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.domain.session import Take
from coaching.domain.voicemail import VoicemailId
from coaching.rubrics import load_rubric
from coaching.services.coaching.sessions import SessionPage
from coaching.services.coaching.takes import keep_take
from coaching.ui import components, consent_note, sound, wording
from coaching.ui.plain import plain
from coaching.ui.telling import telling

ROUND = "take_round"  # a new number empties the recorder


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
    play(about_this, page.time_zone)


def play(takes: Sequence[Take], time_zone: str, *, titled: bool = False) -> None:
    """titled: with the criterion that each is about."""
    titles = {criterion.id: criterion.title for criterion in load_rubric().criteria} if titled else {}
    for one in takes:
        about = wording.joined(titles.get(one.criterion_id, ""), one.rep_name, wording.day(one.said_at, time_zone))
        st.caption(plain(about))
        components.player(sound.of_take(one.id), 0.0, (), key=f"take_{one.id}")
