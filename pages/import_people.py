import streamlit as st

from coaching.ui import gate, screens, staff_import

viewer = gate.require(*screens.ADMINISTRATORS)

st.title("Import people")
staff_import.show(viewer)
