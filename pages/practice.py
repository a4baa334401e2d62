import streamlit as st

from coaching.ui import gate
from coaching.ui.practice import practice_list

viewer = gate.require()

st.title("Practice")
practice_list.show(viewer)
