import streamlit as st

from coaching.ui import gate, lead_import, screens

viewer = gate.require(*screens.COACHES)

st.title("Import leads")
lead_import.show(viewer)
