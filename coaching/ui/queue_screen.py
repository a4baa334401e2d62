"""The queue of those who coach: one voicemail at a time with why it waits, and what comes after it."""

import json
from collections.abc import Sequence

import streamlit as st

from coaching import bootstrap
from coaching.accounts.permissions import may_settle
from coaching.domain.people import Viewer
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import Judged, VoicemailId
from coaching.errors import NotFound
from coaching.reports.listening_queue import Reason, Waiting, what_to_hear
from coaching.rubrics import load_rubric
from coaching.services import commenting, people, playing, reading
from coaching.services.labelled_cases import labelled_cases
from coaching.services.reading import Reading
from coaching.ui import (
    comments_panel,
    comments_view,
    components,
    kept_parts,
    scorecard_view,
    screens,
    sound,
    verdict_actions,
    voicemail_list,
    wording,
)
from coaching.ui.people_said import Told
from coaching.ui.plain import plain
from coaching.ui.scorecard_screen import findings
from coaching.ui.wording import number

CURRENT = "queue_current"  # stays when it no longer waits, until somebody goes on
UP_NEXT = 8
KINDS = {
    "disputed": (":orange-badge[:material/gavel: Disputed]"),
    "unsure": (":violet-badge[:material/hearing: Heard badly]"),
    "drop": (":orange-badge[:material/trending_down: Drop]"),
    "low": (":orange-badge[:material/south: Low score]"),
    "new_rep": (":blue-badge[:material/person_add: New rep]"),
    "not_heard": (":blue-badge[:material/history: Not heard]"),
    "outlier": (":blue-badge[:material/straighten: Out of the ordinary]"),
}


def show(viewer: Viewer) -> None:
    titles = {criterion.id: criterion.title for criterion in load_rubric().criteria}
    services = bootstrap.services()
    waiting = what_to_hear(services.database, viewer, titles, services.now())
    read = _current(viewer, waiting)
    if read is None or read.judged is None:
        st.success("Nothing waits for you: no doubt, no dispute, and nobody who was not heard.", icon=":material/done_all:")
        _labelled_cases(viewer)
        return
    to_hear = number(len(waiting), "voicemail")
    st.caption(f"{to_hear} to hear. Heard ones leave the queue; doubts and disputes stay until somebody decides.")
    if components.keys():
        _go_on(waiting, read.voicemail.id)
    left, right = st.columns([7, 4], gap="large")
    with left:
        _one(viewer, read, read.judged, _reasons(waiting, read.voicemail.id))
    with right:
        _up_next(viewer, [one for one in waiting if one.candidate.voicemail_id != read.voicemail.id])
        _labelled_cases(viewer)


def _current(viewer: Viewer, waiting: Sequence[Waiting]) -> Reading | None:
    chosen = st.session_state.get(CURRENT)
    for voicemail_id in [chosen, *(one.candidate.voicemail_id for one in waiting[:1])]:
        try:
            read = reading.read(bootstrap.services(), viewer, voicemail_id) if voicemail_id else None
        except NotFound:  # it has gone, or to another team
            continue
        if read and read.judged:
            st.session_state[CURRENT] = read.voicemail.id
            return read
    return None


def _go_on(waiting: Sequence[Waiting], current: VoicemailId) -> None:
    """To the one after it; from the last, and from one that no longer waits, to the first."""
    ids = [one.candidate.voicemail_id for one in waiting]
    after = ids.index(current) + 1 if current in ids else 0
    st.session_state[CURRENT] = ids[after % len(ids)] if ids else None
    st.rerun()


def _reasons(waiting: Sequence[Waiting], current: VoicemailId) -> Sequence[Reason]:
    return next((one.reasons for one in waiting if one.candidate.voicemail_id == current), ())


def _one(viewer: Viewer, read: Reading, judged: Judged, reasons: Sequence[Reason]) -> None:
    services, voicemail, transcript = bootstrap.services(), read.voicemail, judged.heard.transcript
    url, duration_s = sound.of_voicemail(voicemail.id), voicemail.duration_s
    conversation = commenting.read_comments(services, viewer, voicemail.id)
    threads = comments_view.threads(conversation, viewer.id, transcript, read.store.time_zone)
    told = findings(viewer, read, judged)
    _why(read, judged, reasons)
    marks = [*scorecard_view.marks(told), *comments_view.marks(threads)]
    if kept_parts.player(voicemail, url, duration_s, marks, key=f"queue_{voicemail.id}", tells=True):
        playing.note_played(services, viewer, voicemail.id)
    kept_parts.transcript(voicemail, url, judged)
    said = components.findings(
        url, to_decide(told), may_settle=may_settle(viewer, read.rep), key=f"queue_findings_{voicemail.id}"
    )
    verdict_actions.keep(viewer, voicemail.id, judged, said)
    st.header("Comments")
    comments_panel.show(viewer, voicemail.id, url, conversation, threads)


def _why(read: Reading, judged: Judged, reasons: Sequence[Reason]) -> None:
    score, voicemail = judged.standing.total, read.voicemail
    st.header(plain(wording.title(voicemail, read.lead.customer_name if read.lead else "")))
    total = "no total" if score is None else f"{score:.0f} of 100"
    when = wording.day(voicemail.left_at or voicemail.received_at, read.store.time_zone)
    st.caption(plain(wording.joined(read.rep.name if read.rep else "", when, total)))
    for reason in reasons:
        st.markdown(f"{KINDS[reason.kind]} {plain(reason.sentence)}")
    if not reasons:
        st.markdown(":green-badge[:material/check: Heard] Nothing waits here any more.")
    st.page_link(
        screens.SCORECARD.file,
        label="The whole scorecard",
        icon=screens.SCORECARD.icon,
        query_params={"voicemail": str(voicemail.id)},
    )


def to_decide(groups: Sequence[Told]) -> Sequence[Told]:
    """What waits for a person, what people decided, and what cost points; each as large as the criteria that matter most."""
    found = [finding for group in groups for finding in group["findings"]]
    open_ = [one for one in found if one["outcome"] == Outcome.UNSURE or (one["dispute"] and not one["dispute"]["answer"])]
    decided = [one for one in found if one["settled"] and one not in open_]
    cost = [one for one in found if one["outcome"] == Outcome.NOT_MET and one not in [*open_, *decided]]
    sections = (("To decide", open_), ("Decided", decided), ("What cost points", cost))
    return [{"title": title, "main": True, "tally": str(len(those)), "findings": those} for title, those in sections if those]


def _up_next(viewer: Viewer, waiting: Sequence[Waiting]) -> None:
    st.header("Next in line")
    shown = waiting[:UP_NEXT]
    if not shown:
        st.caption("This is the last one.")
        return
    services = bootstrap.services()
    zones = {store.id: store.time_zone for store in people.stores(services, viewer)}
    ids = [one.candidate.voicemail_id for one in shown]
    listed = {one.voicemail.id: one for one in reading.list_voicemails(services, viewer, among=frozenset(ids))}
    why = {one.candidate.voicemail_id: [reason.sentence for reason in one.reasons] for one in shown}
    rows = [
        voicemail_list.row(listed[key], zones, viewer.role) | {"why": why[key], "outcomes": [], "unread": 0}
        for key in ids
        if key in listed
    ]
    opened = components.voicemails(rows, key="queue_next").opened
    if opened is not None:
        st.session_state[CURRENT] = VoicemailId(opened)
        st.rerun()
    if len(waiting) > len(shown):
        st.caption(f"And {len(waiting) - len(shown)} more.")


def _labelled_cases(viewer: Viewer) -> None:
    """Made when it is asked for."""

    def lines() -> str:
        return "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in labelled_cases(bootstrap.services(), viewer))

    st.space("small")
    st.download_button(
        "Overruled verdicts",
        lines,
        "labelled_cases.jsonl",
        "application/jsonl",
        icon=":material/download:",
        help="Every verdict that a person settled or overruled, as a set for `python -m coaching evaluate`",
    )
