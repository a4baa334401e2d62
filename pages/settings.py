import streamlit as st

from coaching.ui import dispute_form, follow_up_form, gate, screens

viewer = gate.require(*screens.COACHES)

st.title("How you follow up")
dispute_form.show(viewer, follow_up_form.show(viewer))
