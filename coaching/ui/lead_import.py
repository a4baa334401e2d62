"""A file of leads: what its columns hold, what an import would do, and what it did."""

from collections.abc import Mapping, Sequence

import streamlit as st

from coaching import bootstrap
from coaching.domain.lead import ArrivedLead
from coaching.domain.people import Store, StoreId, Viewer
from coaching.follow_up.leads.columns import fields
from coaching.follow_up.leads.file import Column
from coaching.services.follow_up.lead_files import Imported, Preview, import_leads, lead_columns, preview_leads
from coaching.ui import column_choice, refused_rows, screens, store_choice, wording
from coaching.ui.telling import telling
from coaching.ui.wording import number

ROUND = "import_round"  # a new number empties the uploader: what was imported must not be offered again
REPORT = "import_report"
SHOWN = 10


def show(viewer: Viewer) -> None:
    st.page_link(screens.LEADS.file, label="All leads", icon=":material/arrow_back:")
    store = store_choice.choose(viewer)
    turn = st.session_state.setdefault(ROUND, 0)
    file = st.file_uploader("A file of leads", ["csv", "txt", "xml", "adf"], key=f"lead_file_{store.id}_{turn}")
    if file is None:
        _report(st.session_state.get(REPORT))
        return
    with telling():
        columns = lead_columns(bootstrap.services(), viewer, store.id, file.getvalue())
    mapping = _mapping(columns, f"{store.id}_{file.file_id}") if columns else None
    with telling():
        preview = preview_leads(bootstrap.services(), viewer, store.id, file.getvalue(), mapping)
    _preview(preview, store)
    if preview.new or preview.already_here:
        _offer(viewer, store.id, file.getvalue(), mapping, preview)


def _mapping(columns: Sequence[Column], key: str) -> Mapping[str, str]:
    """Column -> field, as suggested and corrected."""
    st.header("What the columns hold")
    st.caption("Guessed from their names, or as you chose last time. Correct what is wrong; it is remembered for the next file.")
    return column_choice.show(columns, fields(), key)


def _preview(preview: Preview, store: Store) -> None:
    st.header("What will come in")
    known = f"{number(len(preview.already_here), 'lead')} known already" if preview.already_here else ""
    st.markdown(wording.joined(f"**{number(len(preview.new), 'new lead')}**", known))
    if preview.new:
        st.dataframe([_row(lead, store.time_zone) for lead in preview.new[:SHOWN]], hide_index=True, width="stretch")
    if len(preview.new) > SHOWN:
        st.caption(f"The first {SHOWN} are shown.")
    refused_rows.without_rep(preview.without_rep)
    refused_rows.show(preview.refused)


def _row(lead: ArrivedLead, zone: str) -> Mapping[str, str]:
    return {
        "Customer": lead.customer_name,
        "Vehicle": str(lead.facts.get("vehicle") or ""),
        "Reached at": ", ".join((*lead.phones, *lead.emails)),
        "Source": lead.source,
        "Came in": wording.day(lead.arrived_at, zone) if lead.arrived_at else "",
        "Sales person": lead.rep_name,
    }


def _offer(viewer: Viewer, store_id: StoreId, content: bytes, mapping: Mapping[str, str] | None, preview: Preview) -> None:
    label = f"Import {number(len(preview.new), 'lead')}" if preview.new else "Take over what customers asked for since"
    if not st.button(label, type="primary", icon=":material/upload_file:", key="import"):
        return
    with telling():
        st.session_state[REPORT] = import_leads(bootstrap.services(), viewer, store_id, content, mapping)
    st.session_state[ROUND] += 1
    st.rerun()


def _report(report: Imported | None) -> None:
    if report is None:
        st.caption(
            "CSV as your customer system or a spreadsheet exports it, or ADF/XML as lead providers send it. "
            "You see what will come in before anything is kept, and no lead comes in twice."
        )
        return
    known = f" {number(len(report.already_here), 'lead')} known already, nothing is twice." if report.already_here else ""
    st.success(f"{number(len(report.added), 'lead')} imported.{known}", icon=":material/check_circle:")
    refused_rows.without_rep(report.without_rep)
    refused_rows.show(report.refused)
    st.page_link(screens.LEADS.file, label="See your leads", icon=screens.LEADS.icon)
