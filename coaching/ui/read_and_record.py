"""Reading the next voicemail from a teleprompter while it is recorded, and what became of the recording."""

from typing import TYPE_CHECKING

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.domain.voicemail import Stage, VoicemailId
from coaching.services import reading
from coaching.services.follow_up.drafting import EditedDraft
from coaching.services.follow_up.lead_page import LeadPage
from coaching.services.placing import Placement
from coaching.services.reading import Reading
from coaching.services.receive import Upload, receive
from coaching.ui import components, consent_note, gate, screens, wording
from coaching.ui.plain import plain
from coaching.ui.telling import telling
from coaching.ui.voicemail_list import REFRESH_S, is_unfinished

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile


def show(viewer: Viewer, page: LeadPage, text: str, edited: EditedDraft) -> None:
    st.subheader("Read and record")
    components.teleprompter(text, edited.seconds, key=f"prompter_{page.lead.id}")
    if page.lead.rep_id != viewer.id:
        st.caption(plain(f"Recording here is for {page.rep_name or 'the rep who follows up'}: the voice counts as theirs."))
        return
    recorded = f"recorded_{page.lead.id}"
    sent = st.session_state.get(recorded)
    consent_note.show(viewer)
    take = st.audio_input("Record it while you read", key=f"take_{page.lead.id}_{sent or 0}")
    if take and st.button(f"Send as attempt {edited.attempt}", type="primary", icon=":material/send:"):
        with telling():
            st.session_state[recorded] = _send(viewer, page, edited.attempt, take)
        st.rerun()
    if sent:
        _what_became(sent)


def _send(viewer: Viewer, page: LeadPage, attempt: int, take: "UploadedFile") -> VoicemailId:
    services = bootstrap.services()
    placement = Placement(viewer.id, page.lead.id, attempt=attempt, left_at=services.now())
    return receive(services, viewer, Upload(take.name, take.getvalue(), placement)).voicemail_id


def _what_became(sent: VoicemailId) -> None:
    """Draws the progress by itself until there is a scorecard."""

    @st.fragment(run_every=REFRESH_S)
    def waiting() -> None:
        present = gate.require()  # a fragment runs without its page's gate
        now = reading.read(bootstrap.services(), present, sent)
        if not is_unfinished(now.listed):
            st.rerun()
        st.progress(now.listed.progress.done, text=f"{wording.status(now.listed.progress)}. You may close this page.")

    present = gate.require()
    with telling():
        read = reading.read(bootstrap.services(), present, sent)
    if is_unfinished(read.listed):
        waiting()
    elif read.listed.progress.stage is Stage.FAILED:
        st.error(plain(read.listed.progress.reason), icon=":material/error:")
    else:
        _beside_the_previous(present, read)


def _beside_the_previous(viewer: Viewer, read: Reading) -> None:
    ids = [voicemail.id for voicemail in read.attempts]
    place = ids.index(read.voicemail.id)
    earlier = [reading.read(bootstrap.services(), viewer, ids[place - 1])] if place else []
    for shown, column in zip([*earlier, read], st.columns(len(earlier) + 1), strict=True):
        with column, st.container(border=True):
            is_new = shown is read
            st.metric("This one" if is_new else "The one before", _score(shown))
            st.page_link(
                screens.SCORECARD.file,
                label="See its scorecard",
                icon=screens.SCORECARD.icon,
                query_params={"voicemail": str(shown.voicemail.id)},
            )


def _score(read: Reading) -> str:
    score = read.judged.standing.total if read.judged else None
    return "No total" if score is None else f"{score:.0f}"
