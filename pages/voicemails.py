import streamlit as st

from coaching.ui import gate, voicemail_filter, voicemail_list

viewer = gate.require()

st.title("Voicemails")
voicemail_list.show_pages(viewer, voicemail_filter.show(viewer))
