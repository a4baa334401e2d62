"""A team's figures as a file: what is on the screen, or every voicemail behind it."""

from collections.abc import Callable, Mapping

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.reports.export import Tables, as_csv, as_excel, as_parquet, ending, tables_of, voicemails_of
from coaching.reports.team import TeamReport
from coaching.services.taken_home import note_team
from coaching.ui.telling import telling

ON_SCREEN, VOICEMAILS = "What is on the screen", "Every voicemail behind it"
KINDS: Mapping[str, tuple[str, Callable[[Tables], bytes]]] = {
    "Excel": ("xlsx", as_excel),
    "CSV": ("csv", as_csv),
    "Parquet": ("parquet", as_parquet),
}


def show(viewer: Viewer, report: TeamReport, names: Mapping[str, str]) -> None:
    """The file is made when it is asked for: most who look at a page take none home."""
    with st.expander("Export", icon=":material/download:"), st.container(horizontal=True, vertical_alignment="bottom"):
        what = st.selectbox("What", (ON_SCREEN, VOICEMAILS), key="export_what")
        kind = st.selectbox("As", list(KINDS), key="export_kind")
        if not st.button("Make the file", key="export_make"):
            return
        with telling():
            if what == ON_SCREEN:
                tables = tables_of(report, names)
            else:
                tables = voicemails_of(bootstrap.services().database, viewer, report.scope, names)
            noted = "team_figures" if what == ON_SCREEN else "team"
            note_team(bootstrap.services(), viewer, report.scope, noted, sum(map(len, tables.values())))
        suffix, write = KINDS[kind]
        name = f"team-{report.scope.since}-to-{report.scope.until}.{ending(tables, suffix)}"
        st.download_button(
            f"Download {name}", write(tables), name, on_click="ignore", icon=":material/download:", key="export_file"
        )
