import streamlit as st

from coaching.ui import gate
from coaching.ui.library import library_screen

viewer = gate.require()

st.title("Library")
library_screen.show(viewer)
