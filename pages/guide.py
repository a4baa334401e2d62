import streamlit as st

from coaching.reports.accuracy import read_accuracy
from coaching.rubrics import load_rubric
from coaching.ui import accuracy_panel, gate, guide
from coaching.ui.telling import telling

viewer = gate.require()

st.title("What counts")
guide.show(viewer)
with telling():
    accuracy_panel.show(read_accuracy(), load_rubric())
