import streamlit as st

from coaching.ui import gate, screens, store_list

viewer = gate.require(*screens.ADMINISTRATORS)

st.title("Stores and teams")
store_list.show(viewer)
