"""What stands in the address of a page. Anybody can write anything there."""

import streamlit as st

from coaching.domain.voicemail import VoicemailId
from coaching.errors import CoachingError, NotFound

PARAMETER = "voicemail"
MOST_DIGITS = 15  # a database's integers end soon after


def voicemail_id() -> VoicemailId:
    text = st.query_params.get(PARAMETER, "")
    if not text:
        raise CoachingError("No voicemail is chosen. Go to your voicemails and choose one.")
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS):
        raise NotFound("voicemail", text[:MOST_DIGITS])
    return VoicemailId(int(text))
