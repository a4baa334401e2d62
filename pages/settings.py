import streamlit as st

from coaching.ui import follow_up_form, gate, screens

viewer = gate.require(*screens.COACHES)

st.title("How you follow up")
follow_up_form.show(viewer)
