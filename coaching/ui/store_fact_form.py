"""Adding what a store can tell, one sentence or a list of them."""

from datetime import date

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Store, Viewer
from coaching.domain.store_fact import StoreFact, StoreFactId
from coaching.errors import CoachingError
from coaching.services.follow_up.store_facts import FactsImported, add_store_fact, import_store_facts
from coaching.ui import refused_rows
from coaching.ui.plain import plain
from coaching.ui.wording import DATES, KINDS

ROUND = "facts_round"  # a new number empties the fields and the uploader
REPORT = "facts_report"
COLUMNS = "text, kind, start, end, vehicles, employers"


def show(viewer: Viewer, store: Store, today: date) -> None:
    with st.expander("Add one", icon=":material/add:"):
        _add(viewer, store, today)
    with st.expander("Import a list", icon=":material/upload_file:"):
        _import(viewer, store)
    _report(st.session_state.pop(REPORT, None))


def _add(viewer: Viewer, store: Store, today: date) -> None:
    turn = st.session_state.setdefault(ROUND, 0)
    with st.form(f"fact_{turn}", border=False, enter_to_submit=False):
        text = st.text_input(
            "As a customer will hear it",
            placeholder="two RAV4 Hybrids with the panoramic roof came in and are on our lot",
            key=f"fact_text_{turn}",
        )
        kind = st.selectbox("Kind", list(KINDS), format_func=lambda one: KINDS[one])
        left, right = st.columns(2)
        starts_on = left.date_input("First day", today, format=DATES)
        ends_on = right.date_input("Last day", None, format=DATES, help="Leave it open where it does not end")
        left, right = st.columns(2)  # new ones, so that the days stay together on a phone
        vehicles = left.multiselect(
            "Only for these models", [], accept_new_options=True, placeholder="All models", help="Type a model and press Enter"
        )
        employers = right.multiselect(
            "Only for people who work for", [], accept_new_options=True, placeholder="Everybody", help="Type and press Enter"
        )
        if not st.form_submit_button("Add", type="primary"):
            return
    fact = StoreFact(StoreFactId(0), store.id, kind, text.strip(), starts_on, ends_on, tuple(vehicles), tuple(employers))
    try:
        add_store_fact(bootstrap.services(), viewer, fact)
    except CoachingError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return
    st.session_state[REPORT] = FactsImported(1, 0, ())
    st.session_state[ROUND] += 1
    st.rerun()


def _import(viewer: Viewer, store: Store) -> None:
    turn = st.session_state.setdefault(ROUND, 0)
    file = st.file_uploader(f"A CSV file with the columns {COLUMNS}", ["csv", "txt"], key=f"facts_file_{store.id}_{turn}")
    if file is None or not st.button("Import", type="primary", key="import_facts"):
        return
    try:
        st.session_state[REPORT] = import_store_facts(bootstrap.services(), viewer, store.id, file.getvalue())
    except CoachingError as error:
        st.error(plain(str(error)), icon=":material/error:")
        return
    st.session_state[ROUND] += 1
    st.rerun()


def _report(report: FactsImported | None) -> None:
    if report is None:
        return
    known = f" {report.already_here} on file already, nothing is twice." if report.already_here else ""
    st.success(f"{report.added} added.{known}", icon=":material/check_circle:")
    refused_rows.show(report.refused)
