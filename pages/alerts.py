import streamlit as st

from coaching.ui import alerts_panel, gate

viewer = gate.require()

st.title("Alerts")
alerts_panel.show_all(viewer)
