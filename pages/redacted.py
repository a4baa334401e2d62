import streamlit as st

from coaching.ui import address, gate, redacted_screen, screens
from coaching.ui.telling import telling

viewer = gate.require(*screens.COACHES)

st.title("To show outside")
with telling():
    chosen = address.voicemail_id()
redacted_screen.show(viewer, chosen)
