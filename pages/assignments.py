import streamlit as st

from coaching.ui import gate
from coaching.ui.assignments import assignment_list

viewer = gate.require()

st.title("Assignments")
assignment_list.show(viewer)
