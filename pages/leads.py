import streamlit as st

from coaching.ui import gate, lead_list

viewer = gate.require()

st.title("Leads")
lead_list.show(viewer)
