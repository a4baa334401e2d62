"""The voicemails of a session, and collecting more of them by rule or by hand."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import ListedVoicemail
from coaching.rubrics import load_rubric
from coaching.services.coaching.collecting import MOST, matching
from coaching.services.coaching.sessions import SessionPage, put_on_playlist, take_off_playlist
from coaching.ui import screens, wording
from coaching.ui.plain import plain
from coaching.ui.sessions import takes_panel
from coaching.ui.telling import telling

WHOLE = (0, 100)


def show(viewer: Viewer, page: SessionPage) -> None:
    st.header("Voicemails")
    if not page.playlist:
        st.info("There is no voicemail on the playlist yet.", icon=":material/playlist_add:")
    for place, line in enumerate(page.playlist, 1):
        _line(viewer, page, place, line)
    if page.takes:
        st.header("Said instead")
        takes_panel.play(page.takes, page.time_zone, titled=True)
    if page.may_change:
        with st.expander("Collect voicemails", icon=":material/playlist_add:", expanded=not page.playlist):
            _collect(viewer, page)


def _line(viewer: Viewer, page: SessionPage, place: int, line: ListedVoicemail) -> None:
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        with st.container():
            st.page_link(
                screens.SCORECARD.file,
                label=plain(f"{place}. {wording.title(line.voicemail, line.customer_name)}"),
                query_params={"voicemail": str(line.voicemail.id)},
            )
            st.caption(plain(_about(line, page.time_zone)))
        if page.may_change and st.button(
            "Remove", key=f"off_{line.voicemail.id}", icon=":material/close:", type="tertiary", width="content"
        ):
            with telling():
                take_off_playlist(bootstrap.services(), viewer, page.session.id, line.voicemail.id)
            st.rerun()


def _about(line: ListedVoicemail, zone: str) -> str:
    score = "no total" if line.score is None else f"{line.score:.0f} of 100"
    return wording.joined(line.rep_name, wording.day(line.voicemail.left_at or line.voicemail.received_at, zone), score)


def _collect(viewer: Viewer, page: SessionPage) -> None:
    found = _found(viewer, page)
    if not found:
        st.caption("Nothing that was judged matches. Widen the rule.")
        return
    chosen = st.multiselect(
        "Choose, or take all that match",
        found,
        format_func=lambda line: f"{wording.title(line.voicemail, line.customer_name)} · {_about(line, page.time_zone)}",
        placeholder=f"{len(found)}{' newest' if len(found) == MOST else ''} match",
        key=f"collect_{len(page.playlist)}",
    )
    if st.button(
        f"Add {len(chosen or found)} {'chosen' if chosen else 'that match'}", type="primary", icon=":material/playlist_add:"
    ):
        with telling():
            put_on_playlist(bootstrap.services(), viewer, page.session.id, [line.voicemail.id for line in chosen or found])
        st.rerun()


def _found(viewer: Viewer, page: SessionPage) -> Sequence[ListedVoicemail]:
    titles = {criterion.id: criterion.title for criterion in load_rubric().criteria}
    first, second = st.columns(2)
    criterion = first.selectbox(
        "Criterion", list(titles), index=None, format_func=titles.__getitem__, placeholder="Any", key="rule_criterion"
    )
    outcome = second.selectbox(
        "was", [Outcome.NOT_MET, Outcome.MET, Outcome.UNSURE], format_func=wording.OUTCOMES.__getitem__, key="rule_outcome"
    )
    score = first.slider("Score", *WHOLE, WHOLE, key="rule_score")
    days = second.date_input("Left between", [], format=wording.DATES, key="rule_days")
    rep_id = None
    if len(page.session.reps) > 1:
        names = page.session.reps
        rep_id = st.selectbox("Rep", list(names), None, format_func=names.__getitem__, placeholder="All of them", key="rule_rep")
    with telling():
        return matching(
            bootstrap.services(),
            viewer,
            page.session.id,
            rep_id=rep_id,
            score=None if score == WHOLE else score,
            left=_between(days, page.time_zone),
            verdict=(criterion, outcome) if criterion else None,
        )


def _between(days: object, time_zone: str) -> tuple[datetime, datetime] | None:
    """From the beginning of the first day to the end of the last, on the store's clock."""
    if not isinstance(days, tuple) or len(days) != 2:
        return None
    first, last = (datetime.combine(day, time(), ZoneInfo(time_zone)) for day in days)
    return first, last + timedelta(days=1)
