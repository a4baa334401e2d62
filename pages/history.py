import streamlit as st

from coaching.ui import gate, history_screen, screens

viewer = gate.require(*screens.MANAGERS)

st.title("History")
history_screen.show(viewer)
