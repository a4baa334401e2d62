"""A session on the big screen: one voicemail, one criterion at a time, and what the rep would say instead. Which of them
stands in the address, so that a reload goes on where the session was.
"""

from collections.abc import Sequence

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.domain.scorecard import Finding, Outcome, Scorecard
from coaching.domain.session import SessionId
from coaching.domain.voicemail import ListedVoicemail
from coaching.rubrics import load_rubric
from coaching.services import reading
from coaching.services.coaching.sessions import SessionPage
from coaching.services.reading import Reading
from coaching.ui import address, components, scorecard_screen, scorecard_view, screens, sound, wording
from coaching.ui.plain import plain
from coaching.ui.sessions import takes_panel
from coaching.ui.telling import telling

# What is talked about first: the goals, then what was not met, then what was done well.
BY_NEED = {Outcome.NOT_MET: 0, Outcome.UNSURE: 1, Outcome.MET: 2}


def show(viewer: Viewer, page: SessionPage) -> None:
    st.set_page_config(initial_sidebar_state="collapsed")
    if not page.playlist:
        st.info("There is nothing to present. Put voicemails on the playlist first.", icon=":material/playlist_add:")
        _leave(page)
        return
    st.session_state[_last_address(page.session.id)] = st.query_params.to_dict()
    ids = [str(line.voicemail.id) for line in page.playlist]
    place = _place(address.PARAMETER, ids)
    line = page.playlist[place]
    with telling():
        read = reading.read(bootstrap.services(), viewer, line.voicemail.id)
    with st.container(key="presented"):
        _heading(page, line, ids, place)
        if read.judged is None:
            st.info(
                "This voicemail has not been judged yet. Come back in a minute, or go on to the next.",
                icon=":material/hourglass:",
            )
            return
        order = criteria_in_order(read.judged.standing, [goal.criterion_id for goal in page.session.goals])
        _criterion(viewer, page, read, order)


def criteria_in_order(card: Scorecard, goals: Sequence[str]) -> list[Finding]:
    """What does not apply is not talked about."""
    shown = [finding for finding in card.findings if finding.outcome in BY_NEED]
    return sorted(shown, key=lambda one: (one.criterion_id not in goals, BY_NEED[one.outcome]))


def query(session_id: SessionId) -> dict[str, str]:
    """Of the address at which it goes on where it was left, else begins."""
    left: dict[str, str] = st.session_state.get(_last_address(session_id), {address.SESSION: str(session_id)})
    return left


def _last_address(session_id: SessionId) -> str:
    return f"present_{session_id}"


def _heading(page: SessionPage, line: ListedVoicemail, ids: Sequence[str], place: int) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        _leave(page)
        st.caption(plain(f"Voicemail {place + 1} of {len(ids)}"))
        _step("Previous voicemail", page.session.id, address.PARAMETER, ids, place - 1)
        _step("Next voicemail", page.session.id, address.PARAMETER, ids, place + 1)
    st.title(plain(wording.title(line.voicemail, line.customer_name)))
    st.caption(plain(wording.joined(line.rep_name, page.session.title)))


def _criterion(viewer: Viewer, page: SessionPage, read: Reading, order: Sequence[Finding]) -> None:
    assert read.judged is not None
    if not order:
        st.info("Nothing in this voicemail could be judged.", icon=":material/help:")
        return
    ids = [finding.criterion_id for finding in order]
    at = _place(address.CRITERION, ids)
    url = sound.of_voicemail(read.voicemail.id)
    groups = scorecard_view.groups(
        read.judged.standing,
        load_rubric(),
        lambda repeated: scorecard_screen.passage(viewer, read, repeated),
        read.judged.heard.transcript,
    )
    told = next(one for group in groups for one in group["findings"] if one["id"] == ids[at])
    stage = [{"title": "", "main": True, "tally": "", "findings": [told]}]
    with st.container(key="player"):
        components.player(url, read.voicemail.duration_s, scorecard_view.marks(stage))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(f"Criterion {at + 1} of {len(ids)}", width="content")
        _step("Previous criterion", page.session.id, address.CRITERION, ids, at - 1)
        _step("Next criterion", page.session.id, address.CRITERION, ids, at + 1)
    left, right = st.columns([7, 5], gap="large")
    with left:
        components.findings(url, stage, key=f"stage_{read.voicemail.id}_{ids[at]}")
    with right:
        takes_panel.record(viewer, page, read.voicemail.id, ids[at])


def _leave(page: SessionPage) -> None:
    st.page_link(
        screens.SESSION.file,
        label="Back to the session",
        icon=":material/arrow_back:",
        query_params={"session": str(page.session.id)},
    )


def _place(of: str, ids: Sequence[str]) -> int:
    """The first where none of these stands in the address."""
    asked = st.query_params.get(of, "")
    return ids.index(asked) if asked in ids else 0


def _step(label: str, session_id: SessionId, of: str, ids: Sequence[str], place: int) -> None:
    st.button(
        label,
        key=f"{label}_{session_id}",
        icon=":material/arrow_back:" if label.startswith("Previous") else ":material/arrow_forward:",
        disabled=not 0 <= place < len(ids),
        on_click=_go,
        args=(of, ids, place),
    )


def _go(of: str, ids: Sequence[str], place: int) -> None:
    """Another voicemail begins with its own first criterion."""
    asked = st.query_params.to_dict() | {of: ids[place]}
    if of == address.PARAMETER:
        asked.pop(address.CRITERION, None)
    st.query_params.from_dict(asked)
