import streamlit as st

from coaching.ui import gate, screens, staff_list

viewer = gate.require(*screens.ADMINISTRATORS)

st.title("People")
staff_list.show(viewer)
