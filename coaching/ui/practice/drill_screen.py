"""One drill: the made-up lead, a minute to record, the scorecard at once, and the attempts so far."""

from collections.abc import Sequence

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.domain.practice import Drill, Practised
from coaching.domain.voicemail import Stage
from coaching.services import queue
from coaching.services.practice.goals import best
from coaching.services.practice.practising import own_attempts, practise
from coaching.ui import components, gate, screens, wording
from coaching.ui.plain import plain
from coaching.ui.practice import attempts_panel
from coaching.ui.telling import telling
from coaching.ui.voicemail_list import REFRESH_S, is_unfinished

ROUND = "practice_round"  # a new number empties the recorder


def link_back() -> None:
    st.page_link(screens.PRACTICE.file, label="All drills", icon=":material/arrow_back:")


def show(viewer: Viewer, drill: Drill) -> None:
    st.title(plain(drill.title))
    st.markdown(plain(drill.task))
    attempts = own_attempts(bootstrap.services(), viewer, drill.id)
    left, right = st.columns([5, 7], gap="large")
    with left:
        _card(drill)
    with right:
        _record(viewer, drill)
        if attempts and is_unfinished(attempts[0].listed):
            _wait(drill)
        elif attempts and attempts[0].listed.progress.stage is Stage.FAILED:
            _failed(viewer, attempts[0])
        attempts_panel.show(viewer, drill, [one for one in attempts if one.heard is not None], best(drill, attempts))


def _card(drill: Drill) -> None:
    with st.container(border=True, key="lead_card"):
        st.subheader(plain(drill.customer_name))
        st.caption(f"Made up. This is attempt {drill.attempt}.")
        for name, value in drill.facts.items():
            told = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            st.markdown(f"**{plain(wording.FACTS.get(name, name.replace('_', ' ').capitalize()))}**  \n{plain(told)}")
    for at, text in enumerate(drill.earlier, 1):
        with st.container(border=True):
            st.markdown(f"**What they heard in message {at}**")
            st.markdown(plain(text))
    st.markdown("**You are done when**")
    st.markdown("\n".join(f"- {plain(goal.text)}" for goal in drill.goals))
    st.caption(plain(drill.hint))


def _record(viewer: Viewer, drill: Drill) -> None:
    number = st.session_state.setdefault(ROUND, 0)
    recorder = f"practice_{drill.id}_{number}"
    take = st.audio_input("Leave the message", key=recorder)
    components.cut_off(recorder, drill.seconds)
    if take and st.button("Get the scorecard", type="primary", icon=":material/fact_check:"):
        with telling():
            practise(bootstrap.services(), viewer, drill.id, take.getvalue())
        st.session_state[ROUND] = number + 1
        st.rerun()
    st.caption("Only you hear this and see its scorecard, until you submit it.")


def _wait(drill: Drill) -> None:
    """Draws the progress by itself until there is a scorecard."""

    @st.fragment(run_every=REFRESH_S)
    def drawn() -> None:
        present = gate.require()  # a fragment runs without its page's gate
        newest = _newest(own_attempts(bootstrap.services(), present, drill.id))
        if newest is None or not is_unfinished(newest.listed):
            st.rerun()
        progress = newest.listed.progress
        st.progress(progress.done, text=f"{wording.status(progress)}. You may close this page; nothing is lost.")

    drawn()


def _newest(attempts: Sequence[Practised]) -> Practised | None:
    return next(iter(attempts), None)


def _failed(viewer: Viewer, attempt: Practised) -> None:
    progress = attempt.listed.progress
    st.error(plain(progress.reason), icon=":material/error:")
    if progress.may_retry and st.button("Try again", icon=":material/refresh:"):
        with telling():
            queue.retry(bootstrap.services(), viewer, attempt.practice.voicemail_id)
        st.rerun()
