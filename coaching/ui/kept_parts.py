"""Player and transcript of a voicemail, or why they are not there any more."""

from collections.abc import Sequence

import streamlit as st

from coaching.domain.people import Viewer
from coaching.domain.voicemail import Judged, Voicemail
from coaching.ui import components, scorecard_view, screens
from coaching.ui.address import PARAMETER
from coaching.ui.components import Told

NO_SOUND = "The sound was removed, as your store’s rules say."
NO_WORDS = "The words were removed, as your store’s rules say. Outcomes and score stay."


def player(
    voicemail: Voicemail, url: str, duration_s: float, marks: Sequence[Told], *, key: str = "player", tells: bool = False
) -> bool:
    """tells: is true in the run after it was first played."""
    if not voicemail.has_sound:
        st.info(NO_SOUND, icon=":material/volume_off:")
        return False
    with st.container(key="player"):
        return components.player(url, duration_s, marks, key=key, may_choose=True, tells=tells)


def transcript(voicemail: Voicemail, url: str, judged: Judged) -> None:
    if not voicemail.has_words:
        st.info(NO_WORDS, icon=":material/speaker_notes_off:")
        return
    components.transcript(url, judged.judged_at.isoformat(), scorecard_view.words(judged.heard.transcript), may_choose=True)
    st.caption("Click a word to play from it, drag over words to comment on them. Dotted words were heard badly.")


def link_to_redacted(viewer: Viewer, voicemail: Voicemail) -> None:
    """For those who coach: what may be shown outside."""
    if screens.REDACTED.is_for(viewer) and voicemail.has_words:
        query = {PARAMETER: str(voicemail.id)}
        st.page_link(screens.REDACTED.file, label="Copy to show outside", icon=screens.REDACTED.icon, query_params=query)
