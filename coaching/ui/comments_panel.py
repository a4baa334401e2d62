"""The comments of one voicemail, and a place to write one."""

from collections.abc import Sequence

import streamlit as st

from coaching import bootstrap
from coaching.domain.comment import CommentId, Passage
from coaching.domain.people import Viewer
from coaching.domain.voicemail import VoicemailId
from coaching.services import commenting
from coaching.services.commenting import Conversation
from coaching.ui import comments_view, components
from coaching.ui.comments_view import Told
from coaching.ui.telling import telling

KEPT = "comment_kept"  # which of those that were sent; nothing is written twice


def show(viewer: Viewer, voicemail_id: VoicemailId, url: str, conversation: Conversation, threads: Sequence[Told]) -> None:
    """What is shown counts as read from then on."""
    written = components.comments(url, threads, comments_view.names(conversation, viewer.id), key=f"comments_{voicemail_id}")
    if written and written["sent"] != st.session_state.get(KEPT):
        _write(viewer, voicemail_id, written)
        st.session_state[KEPT] = written["sent"]
        st.rerun()
    if voicemail_id in commenting.unread(bootstrap.services(), viewer):
        commenting.mark_read(bootstrap.services(), viewer, voicemail_id)


def _write(viewer: Viewer, voicemail_id: VoicemailId, written: components.Told) -> None:
    services = bootstrap.services()
    with telling():
        match written:
            case {"text": str(text), "thread_id": int(thread_id)}:
                commenting.write_comment(services, viewer, voicemail_id, text, thread_id=CommentId(thread_id))
            case {"text": str(text), "start_s": int() | float() as start_s, "end_s": int() | float() as end_s}:
                commenting.write_comment(services, viewer, voicemail_id, text, Passage(float(start_s), float(end_s)))
            case {"text": str(text)}:
                commenting.write_comment(services, viewer, voicemail_id, text)
