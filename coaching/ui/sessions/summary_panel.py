"""The summary of a session: to print, to send, to acknowledge."""

from functools import partial

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.reports.progress import progress
from coaching.reports.session_pdf import Sheet, session_pdf
from coaching.rubrics import load_rubric
from coaching.services.coaching.sessions import SessionPage, acknowledge, send_summary
from coaching.services.taken_home import note_summary
from coaching.ui import wording
from coaching.ui.plain import plain
from coaching.ui.telling import telling


def show(viewer: Viewer, page: SessionPage) -> None:
    st.header("Summary")
    if page.may_change:
        _send(viewer, page)
    if viewer.id in page.session.reps:
        _acknowledge(viewer, page)
    _who(page)
    _to_print(viewer, page)


def _send(viewer: Viewer, page: SessionPage) -> None:
    sent_at = page.session.sent_at
    if sent_at is not None:
        st.caption(plain(f"Sent {wording.day(sent_at, page.time_zone)}. Whatever you change from here has to be sent again."))
        return
    st.caption("The reps see this session already; when you send it they are asked to acknowledge it.")
    if st.button("Send to the reps" if len(page.session.reps) > 1 else "Send to the rep", icon=":material/send:"):
        with telling():
            send_summary(bootstrap.services(), viewer, page.session.id)
        st.rerun()


def _acknowledge(viewer: Viewer, page: SessionPage) -> None:
    if page.session.sent_at is None:
        st.caption("Your trainer is still working on it. You will be asked to acknowledge it.")
    elif viewer.id not in page.session.acknowledged:
        st.caption("Read the goals and the notes, then confirm that you have.")
        if st.button("I have read this and agree to work on it", type="primary", icon=":material/check:"):
            with telling():
                acknowledge(bootstrap.services(), viewer, page.session.id)
            st.rerun()


def _who(page: SessionPage) -> None:
    for rep_id, name in page.session.reps.items():
        at = page.session.acknowledged.get(rep_id)
        if at is not None:
            st.markdown(plain(f"Acknowledged by {name}, {wording.day(at, page.time_zone)}"))


def _to_print(viewer: Viewer, page: SessionPage) -> None:
    """A page a rep, with nothing of the others of a group in it."""
    rubric = load_rubric()
    titles, advice = {one.id: one.title for one in rubric.criteria}, {one.id: one.advice for one in rubric.criteria}
    not_counted = {one.id: rubric.why_not_counted(one.id, page.store.profile_id) for one in rubric.criteria}
    for rep_id, name in page.session.reps.items():
        if rep_id in page.followed:
            theirs = [line for line in page.playlist if line.voicemail.rep_id == rep_id]
            goals = progress(page.session, page.results, [rep_id])
            sheet = Sheet(page.session, rep_id, page.store, theirs, goals, titles, advice, not_counted)
            st.download_button(
                "Summary as PDF" if len(page.session.reps) == 1 else f"PDF for {plain(name)}",
                partial(_pdf, viewer, sheet),
                file_name=f"coaching-session-{page.session.id}-{rep_id}.pdf",
                mime="application/pdf",
                icon=":material/picture_as_pdf:",
                on_click="ignore",
                key=f"pdf_{rep_id}",
            )


def _pdf(viewer: Viewer, sheet: Sheet) -> bytes:
    """Made when it is asked for, and noted."""
    note_summary(bootstrap.services(), viewer, sheet.session.id, sheet.rep_id)
    return session_pdf(sheet)
