"""The scorecard of one voicemail: total, what to do better first, player, findings, transcript, and whose it is."""

from collections.abc import Sequence

import streamlit as st

from coaching import bootstrap
from coaching.accounts.permissions import may_coach, may_settle
from coaching.domain.people import Viewer
from coaching.domain.scorecard import Repeated
from coaching.domain.voicemail import Judged, Stage
from coaching.errors import NotFound
from coaching.rubrics import load_rubric
from coaching.services import commenting, playing, queue, reading
from coaching.services.disputing import disputable
from coaching.services.follow_up.still_unused import still_unused
from coaching.services.reading import Reading
from coaching.services.removing import is_removable, remove_failed
from coaching.ui import (
    claims_panel,
    comments_panel,
    comments_view,
    components,
    gate,
    kept_parts,
    people_said,
    placement_form,
    scorecard_practice,
    scorecard_summary,
    scorecard_view,
    screens,
    sound,
    unused_panel,
    verdict_actions,
    wording,
)
from coaching.ui.assignments import give_form
from coaching.ui.library import exemplar_form
from coaching.ui.people_said import Told
from coaching.ui.plain import plain
from coaching.ui.telling import telling
from coaching.ui.voicemail_list import REFRESH_S, is_unfinished


def show(viewer: Viewer, read: Reading) -> None:
    _heading(read)
    if read.practice is not None:
        scorecard_practice.show(viewer, read)
    if is_unfinished(read.listed):
        _wait(read)
    if read.listed.progress.stage is Stage.FAILED:
        _failed(viewer, read)
    if read.judged is not None:
        _judged(viewer, read, read.judged)
    elif read.practice is None:
        placement_form.show(viewer, read)


def link_back() -> None:
    st.page_link(screens.VOICEMAILS.file, label="All voicemails", icon=":material/arrow_back:")


def _heading(read: Reading) -> None:
    voicemail = read.voicemail
    st.title(plain(scorecard_practice.title(read) or wording.title(voicemail, read.lead.customer_name if read.lead else "")))
    about = wording.joined(
        read.rep.name if read.rep else "",
        read.store.name,
        wording.day(voicemail.left_at or voicemail.received_at, read.store.time_zone),
        wording.clock(voicemail.recording.duration_s) if voicemail.recording else "",
        voicemail.file_name if read.practice is None else "",
    )
    st.caption(plain(about))
    if voicemail.recording and voicemail.recording.incomplete:
        st.warning("This recording breaks off. It is judged as far as it goes.", icon=":material/content_cut:")


def _wait(read: Reading) -> None:
    """Draws the progress by itself until there is something new to see, then the whole page."""

    @st.fragment(run_every=REFRESH_S)
    def drawn() -> None:
        present = gate.require()  # a fragment runs without its page's gate
        now = reading.read(bootstrap.services(), present, read.voicemail.id)
        if not is_unfinished(now.listed):
            st.rerun()
        said = "Being judged again" if now.listed.progress.renewing else wording.status(now.listed.progress)
        st.progress(now.listed.progress.done, text=f"{said}. You may close this page; nothing is lost.")

    drawn()


def _failed(viewer: Viewer, read: Reading) -> None:
    progress = read.listed.progress
    st.error(plain(progress.reason), icon=":material/error:")
    if progress.may_retry and st.button("Try again", icon=":material/refresh:"):
        with telling():
            queue.retry(bootstrap.services(), viewer, read.voicemail.id)
        st.rerun()
    if is_removable(read) and st.button("Remove this file", icon=":material/delete:"):
        with telling():
            remove_failed(bootstrap.services(), viewer, read.voicemail.id)
        st.switch_page(screens.VOICEMAILS.file)


def findings(viewer: Viewer, read: Reading, judged: Judged) -> Sequence[Told]:
    """By section, as the component draws them."""
    return scorecard_view.groups(
        judged.standing,
        load_rubric(),
        lambda repeated: passage(viewer, read, repeated),
        judged.heard.transcript,
        people_said.told(judged, read.store.time_zone, disputable(bootstrap.services(), viewer, read.voicemail.id)),
    )


def _judged(viewer: Viewer, read: Reading, judged: Judged) -> None:
    rubric, transcript = load_rubric(), judged.heard.transcript
    url, duration_s = sound.of_voicemail(read.voicemail.id), read.voicemail.duration_s
    told = findings(viewer, read, judged)
    conversation = commenting.read_comments(bootstrap.services(), viewer, read.voicemail.id)
    threads = comments_view.threads(conversation, viewer.id, transcript, read.store.time_zone)
    components.summary(scorecard_summary.summary(judged.standing, rubric, duration_s))
    marks = [*scorecard_view.marks(told), *comments_view.marks(threads)]
    if kept_parts.player(read.voicemail, url, duration_s, marks, tells=may_settle(viewer, read.rep)):
        playing.note_played(bootstrap.services(), viewer, read.voicemail.id)
    left, right = st.columns([7, 5], gap="large")
    with left:
        verdict_actions.keep(
            viewer, read.voicemail.id, judged, components.findings(url, told, may_settle=may_settle(viewer, read.rep))
        )
        if read.rep and may_coach(viewer, [read.rep]):
            give_form.link([read.rep.id])
    with right, st.container(key="heard"):
        st.header("What was heard")
        kept_parts.transcript(read.voicemail, url, judged)
        kept_parts.link_to_redacted(viewer, read.voicemail)
        if read.practice is None or not read.practice.is_private:
            st.header("Comments")
            comments_panel.show(viewer, read.voicemail.id, url, conversation, threads)
        exemplar_form.show(viewer, read, judged, url)
        claims_panel.show(viewer, read.voicemail.id, judged, url)
        if left_to_say := still_unused(bootstrap.services(), viewer, read.voicemail.id):
            unused_panel.show(left_to_say)
        st.header("How it was said")
        length_hint = scorecard_summary.length_hint(judged.standing, rubric)
        components.figures(scorecard_view.delivery(judged.heard.delivery, duration_s, length_hint))
        if read.practice is None:
            placement_form.show(viewer, read)


def passage(viewer: Viewer, read: Reading, repeated: Repeated) -> Told | None:
    """The earlier message's words in its own recording."""
    earlier = next((voicemail for voicemail in read.attempts if str(voicemail.id) == repeated.id), None)
    if earlier is None:
        return None
    try:
        judged = reading.read(bootstrap.services(), viewer, earlier.id).judged
    except NotFound:
        return None
    start_s, end_s = (
        scorecard_view.times(judged.heard.transcript, repeated.start_char, repeated.end_char) if judged else (None, None)
    )
    label = wording.attempt(earlier, read.store.time_zone)
    return {"label": label, "url": sound.of_voicemail(earlier.id), "start_s": start_s, "end_s": end_s}
