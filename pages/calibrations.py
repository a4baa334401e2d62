import streamlit as st

from coaching.ui import gate, screens
from coaching.ui.calibration import round_list

viewer = gate.require(*screens.COACHES)

st.title("Calibration")
round_list.show(viewer)
