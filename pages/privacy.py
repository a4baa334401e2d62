import streamlit as st

from coaching.ui import erase_form, gate, privacy_form, screens, store_choice

viewer = gate.require(*screens.MANAGERS)

st.title("Privacy")
store = store_choice.choose(viewer)
privacy_form.show(viewer, store)
erase_form.show(viewer, store)
