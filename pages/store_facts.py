import streamlit as st

from coaching.ui import gate, screens, store_fact_list

viewer = gate.require(*screens.COACHES)

st.title("Arrivals and incentives")
store_fact_list.show(viewer)
