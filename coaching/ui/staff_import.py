"""A file of people: what its columns hold, who would come in, and what came of it."""

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.services.staff_files import StaffImport, import_staff, preview_staff, staff_columns, staff_fields
from coaching.ui import column_choice, refused_rows, screens
from coaching.ui.telling import telling
from coaching.ui.wording import ROLES

ROUND, REPORT = "staff_round", "staff_report"  # a new round empties the uploader


def show(viewer: Viewer) -> None:
    st.page_link(screens.PEOPLE.file, label="All people", icon=":material/arrow_back:")
    st.caption("One row a person: name, e-mail address, role, store, team, direct line. A person without a role becomes a rep.")
    turn = st.session_state.setdefault(ROUND, 0)
    file = st.file_uploader("A CSV file of people", ["csv", "txt"], key=f"staff_file_{turn}")
    if file is None:
        _report(st.session_state.pop(REPORT, None))
        return
    with telling():
        columns = staff_columns(viewer, file.getvalue())
    st.header("What the columns hold")
    mapping = column_choice.show(columns, staff_fields(), file.file_id)
    with telling():
        preview = preview_staff(bootstrap.services(), viewer, file.getvalue(), mapping)
    _preview(preview)
    if preview.new and st.button(f"Import {_number(len(preview.new))}", type="primary", key="import_staff"):
        with telling():
            st.session_state[REPORT] = import_staff(bootstrap.services(), viewer, file.getvalue(), mapping)
        st.session_state[ROUND] += 1
        st.rerun()


def _preview(preview: StaffImport) -> None:
    st.header("Who will come in")
    known = f", {preview.known} here already" if preview.known else ""
    st.markdown(f"**{_number(len(preview.new))}**{known}")
    if preview.new:
        rows = [
            {
                "Name": one.person.name,
                "Role": ROLES[one.person.role],
                "E-mail address": one.person.email,
                "Direct line": one.person.direct_line,
            }
            for one in preview.new
        ]
        st.dataframe(rows, hide_index=True, width="stretch")
    refused_rows.show(preview.refused)


def _report(report: StaffImport | None) -> None:
    if report is None:
        return
    known = f" {report.known} here already, nobody is twice." if report.known else ""
    st.success(
        f"{_number(len(report.added))} added.{known} Make a link for each on their own page.", icon=":material/check_circle:"
    )
    refused_rows.show(report.refused)


def _number(count: int) -> str:
    return "1 person" if count == 1 else f"{count} people"
