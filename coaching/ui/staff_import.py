"""A file of people: what its columns hold, who would come in, and what came of it."""

from collections.abc import Mapping, Sequence

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.follow_up.leads.file import Column
from coaching.services.staff_files import StaffImport, import_staff, preview_staff, staff_columns, staff_fields
from coaching.ui import refused_rows, screens
from coaching.ui.plain import plain
from coaching.ui.telling import telling
from coaching.ui.wording import ROLES

ROUND, REPORT = "staff_round", "staff_report"  # a new round empties the uploader
NOTHING, LEFT_OUT = "", "Leave out"
ACROSS = 3  # choices of columns side by side


def show(viewer: Viewer) -> None:
    st.page_link(screens.PEOPLE.file, label="All people", icon=":material/arrow_back:")
    st.caption("One row a person: name, e-mail address, role, store, team, direct line. Who has no role is a rep.")
    turn = st.session_state.setdefault(ROUND, 0)
    file = st.file_uploader("A CSV file of people", ["csv", "txt"], key=f"staff_file_{turn}")
    if file is None:
        _report(st.session_state.pop(REPORT, None))
        return
    with telling():
        columns = staff_columns(viewer, file.getvalue())
    mapping = _mapping(columns, file.file_id)
    with telling():
        preview = preview_staff(bootstrap.services(), viewer, file.getvalue(), mapping)
    _preview(preview)
    if preview.new and st.button(f"Import {_number(len(preview.new))}", type="primary", key="import_staff"):
        with telling():
            st.session_state[REPORT] = import_staff(bootstrap.services(), viewer, file.getvalue(), mapping)
        st.session_state[ROUND] += 1
        st.rerun()


def _mapping(columns: Sequence[Column], key: str) -> Mapping[str, str]:
    """Column -> field, as suggested and corrected."""
    st.header("What the columns hold")
    places = [place for _ in range(0, len(columns), ACROSS) for place in st.columns(ACROSS)]
    options = [NOTHING, *staff_fields()]
    chosen = {
        column.name: place.selectbox(
            plain(column.name),
            options,
            index=options.index(column.field or NOTHING),
            format_func=_title,
            help=f"For example: {plain(column.example)}" if column.example else None,
            key=f"column_{key}_{column.name}",
        )
        for place, column in zip(places, columns, strict=False)
    }
    return {name: field for name, field in chosen.items() if field != NOTHING}


def _title(field: str) -> str:
    return staff_fields()[field].title if field else LEFT_OUT


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
