"""A voicemail as it may be shown outside."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.domain.voicemail import VoicemailId
from coaching.services.privacy.redacting import NOT_YET, has_words, redact
from coaching.services.reading import read
from coaching.ui import components, screens, sound
from coaching.ui.address import PARAMETER
from coaching.ui.plain import plain
from coaching.ui.telling import telling


def show(viewer: Viewer, voicemail_id: VoicemailId) -> None:
    st.page_link(
        screens.SCORECARD.file, label="Scorecard", icon=":material/arrow_back:", query_params={PARAMETER: str(voicemail_id)}
    )
    st.caption("Names and numbers are masked in the text and beeped in the sound, for trainings outside.")
    with telling():
        known = read(bootstrap.services(), viewer, voicemail_id)
    if not has_words(known):
        st.info(NOT_YET, icon=":material/hourglass:")
        return
    with telling():
        masked = redact(bootstrap.services(), viewer, voicemail_id)
    voicemail = known.voicemail
    with st.container(border=True):
        st.markdown(plain(masked.text))
    if not voicemail.has_sound:
        st.info("The sound was removed, as your store’s rules say.", icon=":material/volume_off:")
        return
    with st.container(key="player"):
        components.player(sound.redacted(voicemail_id), voicemail.duration_s, [], key="redacted")
    st.warning(
        "Listen to all of it before you give it away: a name that was not understood as one is still in it.",
        icon=":material/hearing:",
    )
    st.link_button("Download text and sound", f"{sound.redacted(voicemail_id)}/archive", icon=":material/download:")
