import streamlit as st

from coaching.ui import gate, guide

gate.require()

st.title("What counts")
guide.show()
