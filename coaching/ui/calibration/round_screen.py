"""One calibration round: to judge, to wait for, or to read the agreement of."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.services.coaching.calibration import RoundPage, close_round
from coaching.ui import screens, wording
from coaching.ui.calibration import agreement_view, judging
from coaching.ui.plain import plain
from coaching.ui.telling import telling


def link_back() -> None:
    st.page_link(screens.CALIBRATIONS.file, label="All rounds", icon=":material/arrow_back:")


def show(viewer: Viewer, page: RoundPage) -> None:
    of = page.round
    st.title(plain(of.title))
    st.caption(plain(wording.joined(f"{len(of.voicemail_ids)} voicemails", wording.day(of.opened_at, page.store.time_zone))))
    if of.is_to_judge(viewer.id):
        judging.show(viewer, page)
        return
    if of.closed_at is None:
        _wait(page)
    if page.may_close and st.button("Close it without the rest", icon=":material/lock:"):
        with telling():
            close_round(bootstrap.services(), viewer, of.id)
        st.rerun()
    if not of.is_blind_for(viewer.id):
        agreement_view.show(viewer, page)


def _wait(page: RoundPage) -> None:
    of = page.round
    waiting = [name for judge_id, name in of.judges.items() if judge_id not in of.finished]
    st.progress(len(of.finished) / len(of.judges), text=f"{len(of.finished)} of {len(of.judges)} have finished")
    st.info(
        plain(f"Still judging: {', '.join(waiting)}. What they say is shown when they have finished."),
        icon=":material/hourglass:",
    )
