"""What a store wants of its teams, by when, and whether the pace reaches it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

import streamlit as st

from coaching import bootstrap
from coaching.accounts.permissions import may_change_store
from coaching.domain.people import Store, Viewer
from coaching.domain.target import Target
from coaching.reports.team import TeamReport
from coaching.reports.trend import share_by_week
from coaching.reports.wanted import told
from coaching.rubrics import load_rubric
from coaching.services import people, team
from coaching.ui import wording
from coaching.ui.plain import plain
from coaching.ui.telling import telling

USUAL_TIME = timedelta(weeks=12)
USUAL_PERCENT = 60


def show(viewer: Viewer, report: TeamReport, names: Mapping[str, str]) -> None:
    """Of the store that the page is about; nothing where it is about several."""
    store = store_of(viewer, report)
    if store is None:
        return
    found = team.targets_of(bootstrap.services(), viewer, store.id)
    may_change = may_change_store(viewer, store)
    if not found and not may_change:
        return
    st.header("Targets")
    for target in found:
        _one(viewer, target, _told(report, store, target, names.get(target.criterion_id, target.criterion_id)), may_change)
    if may_change:
        _form(viewer, store, names)


def goal_of(viewer: Viewer, report: TeamReport, criterion_id: str) -> tuple[date, date, float] | None:
    """As a line of a chart."""
    store = store_of(viewer, report)
    found: Sequence[Target] = team.targets_of(bootstrap.services(), viewer, store.id) if store else ()
    return next(((one.set_on, one.due_on, float(one.percent)) for one in found if one.criterion_id == criterion_id), None)


def store_of(viewer: Viewer, report: TeamReport) -> Store | None:
    stores = people.stores(bootstrap.services(), viewer)
    chosen = [one for one in stores if report.scope.store_id in (None, one.id)]
    return chosen[0] if len(chosen) == 1 else None


def _told(report: TeamReport, store: Store, target: Target, name: str) -> str:
    recent = replace(report, outcomes={key: one for key, one in report.outcomes.items() if key[0] >= target.set_on - USUAL_TIME})
    not_counted = load_rubric().why_not_counted(target.criterion_id, store.profile_id)
    return told(target, name, share_by_week(recent, target.criterion_id), wording.date(target.due_on), not_counted)


def _one(viewer: Viewer, target: Target, said: str, may_change: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(plain(said))
        if may_change and st.button("Drop", key=f"drop_{target.criterion_id}", icon=":material/close:"):
            with telling():
                team.give_up(bootstrap.services(), viewer, target.store_id, target.criterion_id)
            st.rerun()


def _form(viewer: Viewer, store: Store, names: Mapping[str, str]) -> None:
    today = store.day_of(bootstrap.services().now())
    with st.expander("Set a target", icon=":material/flag:"), st.form("target", border=False):
        left, middle, right = st.columns(3)
        criterion = left.selectbox("Criterion", list(names), format_func=names.__getitem__, key="target_criterion")
        percent = middle.number_input("Percent met", 1, 100, USUAL_PERCENT, key="target_percent")
        due_on = right.date_input("By", today + USUAL_TIME, format=wording.DATES, key="target_due")
        if st.form_submit_button("Set") and isinstance(due_on, date):
            with telling():
                team.aim(bootstrap.services(), viewer, store.id, criterion, int(percent), due_on)
            st.rerun()
