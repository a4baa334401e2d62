import streamlit as st

from coaching.ui import gate, upload_form

viewer = gate.require()

st.title("Upload or record")
upload_form.show(viewer)
