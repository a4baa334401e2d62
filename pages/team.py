import streamlit as st

from coaching.ui import gate, screens, team_screen

viewer = gate.require(*screens.COACHES)

st.title("Team")
team_screen.show(viewer)
