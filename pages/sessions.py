import streamlit as st

from coaching.ui import gate
from coaching.ui.sessions import session_list

viewer = gate.require()

st.title("Coaching sessions")
session_list.show(viewer)
