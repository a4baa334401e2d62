import streamlit as st

from coaching.ui import gate, queue_screen, screens

viewer = gate.require(*screens.COACHES)

st.title("What to hear next")
queue_screen.show(viewer)
