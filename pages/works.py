import streamlit as st

from coaching import bootstrap
from coaching.rubrics import load_rubric
from coaching.services.follow_up.works import what_works
from coaching.ui import gate, screens, works_screen

viewer = gate.require(*screens.COACHES)

st.title("What works here")
criteria = load_rubric().criteria
comparisons = what_works(bootstrap.services(), viewer, [criterion.id for criterion in criteria])
works_screen.show(comparisons, {criterion.id: criterion.title for criterion in criteria})
