"""What was agreed, and how it goes: before and after the session, and whether that could be chance."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Role, Viewer
from coaching.domain.rubric import Rubric
from coaching.domain.session import Goal
from coaching.domain.share import Share
from coaching.reports.progress import Progress, State, progress
from coaching.rubrics import load_rubric
from coaching.services.coaching.sessions import BEFORE, SessionPage, agree_on_goal, drop_goal
from coaching.ui.plain import plain
from coaching.ui.telling import telling

# Enough to show a habit, few enough to be left in a week or two.
WANTED, OUT_OF, MOST = 8, 10, 50
Colour = Literal["blue", "green", "orange"]
STATES = {State.UNDER_WAY: "Under way", State.REACHED: "Reached", State.MISSED: "Not reached"}
COLOURS: dict[State, Colour] = {State.UNDER_WAY: "blue", State.REACHED: "green", State.MISSED: "orange"}
ICONS = {State.UNDER_WAY: ":material/hourglass:", State.REACHED: ":material/check:", State.MISSED: ":material/close:"}


def show(viewer: Viewer, page: SessionPage) -> None:
    st.header("Goals")
    rubric = load_rubric()
    reached = progress(page.session, page.results, page.followed)
    if not page.session.goals:
        st.info("No goal was agreed yet.", icon=":material/flag:")
    elif viewer.role is not Role.REP and (others := others_told(page)):
        st.info(plain(others), icon=":material/group_off:")
    for goal in page.session.goals:
        _goal(viewer, page, goal, [one for one in reached if one.goal == goal], rubric)
    if reached:
        st.caption(
            f"Before: up to {BEFORE.days} days before the session. After: everything since. Unsure and not applicable are left "
            "out. A rep who is coached after a bad week often does better anyway, so only a lasting difference counts."
        )
    if page.may_change:
        with st.popover("Agree on a goal", icon=":material/add:"):
            _form(viewer, page, rubric)


def title_of(goal: Goal, rubric: Rubric) -> str:
    """8 of the next 10: Direct line given."""
    names = {criterion.id: criterion.title for criterion in rubric.criteria}
    return f"{goal.wanted} of the next {goal.out_of}: {names.get(goal.criterion_id, goal.criterion_id)}"


def others_told(page: SessionPage) -> str:
    """Of whom nothing is shown: a zero would be taken for theirs."""
    names = [name for rep_id, name in page.session.reps.items() if rep_id not in page.followed]
    return f"Not on your team: {', '.join(names)}. How they do is shown to those who coach them." if names else ""


def shown(share: Share) -> str:
    return "none yet" if share.value is None else f"{share.hits} of {share.n} ({100 * share.value:.0f}%)"


def _goal(viewer: Viewer, page: SessionPage, goal: Goal, of_goal: Sequence[Progress], rubric: Rubric) -> None:
    with st.container(border=True, key=f"goal_{goal.id}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(plain(title_of(goal, rubric)))
            if page.may_change and st.button("Drop", key=f"drop_{goal.id}", icon=":material/delete:", type="tertiary"):
                with telling():
                    drop_goal(bootstrap.services(), viewer, page.session.id, goal.id)
                st.rerun()
        if why := rubric.why_not_counted(goal.criterion_id, page.store.profile_id):
            st.info(plain(why), icon=":material/tune:")
            return
        for one in of_goal:
            _rep(one, named=len(page.session.reps) > 1)


def _rep(one: Progress, *, named: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(
            plain(f"{f'{one.rep_name}: ' if named else ''}{one.counted.hits} met in {one.counted.n} so far"), width="content"
        )
        st.badge(STATES[one.state], color=COLOURS[one.state], icon=ICONS[one.state])
    st.progress(min(1.0, one.counted.hits / one.goal.wanted))
    st.markdown(f"Before {plain(shown(one.before))} · after {plain(shown(one.after))}")
    st.caption(plain(one.chance), help=plain(one.tested) or None)


def _form(viewer: Viewer, page: SessionPage, rubric: Rubric) -> None:
    titles = {criterion.id: criterion.title for criterion in rubric.criteria}
    with st.form("new_goal", border=False):
        criterion_id = st.selectbox("Criterion", list(titles), format_func=titles.__getitem__, key="goal_criterion")
        left, right = st.columns(2)
        wanted = left.number_input("So many", 1, MOST, WANTED, key="goal_wanted")
        out_of = right.number_input("of the next", 1, MOST, OUT_OF, key="goal_out_of")
        if st.form_submit_button("Agree", type="primary"):
            with telling():
                agree_on_goal(bootstrap.services(), viewer, page.session.id, criterion_id, int(wanted), int(out_of))
            st.rerun()
