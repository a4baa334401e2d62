import streamlit as st

from coaching.ui import digest_screen, gate

viewer = gate.require()

st.title("Weekly digest")
digest_screen.show(viewer)
