import streamlit as st

from coaching.ui import account, gate

viewer = gate.require()

st.title("Your account")
account.show(viewer)
