"""What a voicemail promised that nobody has on file: quiet, for it may be true all the same."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.domain.voicemail import Judged, VoicemailId
from coaching.services.follow_up.checking import claims_not_on_file
from coaching.ui import claims_view, components, screens


def show(viewer: Viewer, voicemail_id: VoicemailId, judged: Judged, url: str) -> None:
    found = claims_not_on_file(bootstrap.services(), viewer, voicemail_id)
    if not found:
        return
    st.header("Said, but not on file")
    components.claims(url, claims_view.told(found, judged.heard.transcript))
    st.caption(
        "Neither this lead nor the store’s list has it. Listen to hear whether that is what was said, and check it before you "
        "promise it again."
    )
    if screens.STORE_FACTS.is_for(viewer):
        st.page_link(screens.STORE_FACTS.file, label="It is true: keep it on file", icon=screens.STORE_FACTS.icon)
