"""A trainer gives one or several reps something to do until a day."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from coaching import bootstrap
from coaching.domain.assignment import Asked
from coaching.domain.people import PersonId, Store, Viewer
from coaching.domain.team_scores import A_WEEK
from coaching.rubrics import load_rubric
from coaching.rubrics.drills import drills
from coaching.services import people
from coaching.services.coaching.assignments import LONGEST, LONGEST_NOTE, MOST_WANTED, give
from coaching.ui import address, screens, wording
from coaching.ui.telling import telling

USUAL = 5  # enough to show that it was no accident, few enough for a week
DRILL, VOICEMAILS = "A drill", "Voicemails to customers"
ROUND = "assignment_round"  # a new number empties the form


def show(viewer: Viewer, *, expanded: bool) -> None:
    names = {rep.id: rep.name for rep in people.reps(bootstrap.services(), viewer)}
    stores = people.stores(bootstrap.services(), viewer)
    if not names or not stores:
        return
    proposed = [rep_id for rep_id in address.rep_ids() if rep_id in names]
    with st.expander("New assignment", expanded=expanded or bool(proposed), icon=":material/add:"):
        number = st.session_state.setdefault(ROUND, 0)
        first = [DRILL, VOICEMAILS].index(VOICEMAILS if address.criterion_id() else DRILL)
        kind = st.radio("What to do", [DRILL, VOICEMAILS], first, horizontal=True, key=f"assign_kind_{number}")
        with st.form("new_assignment", border=False):
            chosen = st.multiselect(
                "For",
                list(names),
                proposed,
                format_func=names.__getitem__,
                placeholder="One rep or several",
                key=f"assign_reps_{number}",
            )
            asked = _asked(kind, number)
            due_on = _due_on(_today(viewer, stores), number)
            note = st.text_area(
                "Note", max_chars=LONGEST_NOTE, placeholder="Why, or how to go about it", key=f"assign_note_{number}"
            )
            if st.form_submit_button("Give", type="primary"):
                _give(viewer, chosen, asked, due_on, note)


def link(rep_ids: Sequence[PersonId], criterion_id: str = "") -> None:
    """From wherever these reps, or a criterion that one of them misses, are looked at."""
    st.page_link(
        screens.ASSIGNMENTS.file,
        label="Give an assignment",
        icon=screens.ASSIGNMENTS.icon,
        query_params={address.REPS: ",".join(map(str, rep_ids)), address.CRITERION: criterion_id},
    )


def _asked(kind: str, number: int) -> Asked:
    what, how_often = st.columns([3, 1])
    if kind == DRILL:
        titles = {one.id: one.title for one in drills().values()}
        drill_id = what.selectbox("Drill", list(titles), format_func=titles.__getitem__, key=f"assign_drill_{number}")
        wanted = how_often.number_input("Reach every goal, times", 1, MOST_WANTED, USUAL, key=f"assign_times_{number}")
        return Asked(int(wanted), drill_id=drill_id)
    titles = {criterion.id: criterion.title for criterion in load_rubric().criteria}
    ids, proposed = list(titles), address.criterion_id()
    first = ids.index(proposed) if proposed in titles else 0
    criterion_id = what.selectbox("Criterion", ids, first, format_func=titles.__getitem__, key=f"assign_criterion_{number}")
    wanted = how_often.number_input("Met in so many", 1, MOST_WANTED, USUAL, key=f"assign_met_{number}")
    return Asked(int(wanted), criterion_id=criterion_id)


def _due_on(today: date, number: int) -> date:
    due_on = st.date_input(
        "Due at the end of this day, on the store’s clock",
        today + A_WEEK,
        today,
        today + LONGEST,
        format=wording.DATES,
        key=f"assign_due_{number}",
    )
    assert isinstance(due_on, date)
    return due_on


def _today(viewer: Viewer, stores: Sequence[Store]) -> date:
    store = next((one for one in stores if one.id == viewer.store_id), stores[0])
    return store.day_of(bootstrap.services().now())


def _give(viewer: Viewer, rep_ids: Sequence[PersonId], asked: Asked, due_on: date, note: str) -> None:
    with telling():
        give(bootstrap.services(), viewer, rep_ids, asked, due_on, note)
    st.session_state[ROUND] += 1
    st.query_params.clear()
    st.rerun()
