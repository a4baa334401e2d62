"""Who is ahead: only where the store turned it on, with numbers, on the same calls, and never for employment decisions."""

from collections.abc import Sequence

import streamlit as st

from coaching import bootstrap
from coaching.accounts.permissions import may_change_store
from coaching.domain.people import Store, Viewer
from coaching.reports.fair import FEW, Line
from coaching.reports.team import TeamReport
from coaching.services import team
from coaching.ui.as_stored import is_flipped
from coaching.ui.plain import plain
from coaching.ui.telling import telling

WORDS = (
    "Against what the team has on calls of the same attempts and lead sources. Places that lie close together could be chance. "
    f"Gray, without a place: fewer than {FEW} voicemails. Not for employment decisions."
)


def show(viewer: Viewer, report: TeamReport, store: Store | None) -> None:
    """store: that the page is about; nothing where it is about several, or about one rep."""
    if store is None or report.by_store or report.scope.rep_id is not None:
        return
    shown, may_change = team.shows_leader_board(bootstrap.services(), viewer, store.id), may_change_store(viewer, store)
    if shown:
        st.header("Leader board")
        st.caption(WORDS)
        st.table(_table(report), border="horizontal")
    if may_change and is_flipped("Leader board for this store", shown, f"leader_board_{store.id}"):
        with telling():
            team.show_leader_board(bootstrap.services(), viewer, store.id, not shown)
        st.rerun()


def _table(report: TeamReport) -> dict[str, list[str]]:
    known = [one for one in report.lines if one.group_id is not None and one.n]
    ranked = sorted((one for one in known if one.is_enough), key=lambda one: -_ahead(one))
    few = sorted((one for one in known if not one.is_enough), key=lambda one: _name(report, one))
    return {
        "Place": [_place(ranked, one) for one in ranked] + [""] * len(few),
        "Rep": [plain(_name(report, one)) for one in ranked] + [f":gray[{plain(_name(report, one))}]" for one in few],
        "Ahead of the same calls": [plain(f"{_ahead(one):+.1f} points") for one in ranked] + [":gray[too few]"] * len(few),
        "Total": [_total(one) for one in ranked] + [f":gray[{_total(one)}]" for one in few],
        "Voicemails": [str(one.n) for one in ranked] + [f":gray[{one.n}]" for one in few],
    }


def _place(ranked: Sequence[Line], line: Line) -> str:
    """The same for the same figure."""
    return str(1 + sum(round(_ahead(one), 1) > round(_ahead(line), 1) for one in ranked))


def _ahead(line: Line) -> float:
    return (line.mean or 0.0) - (line.expected or 0.0)


def _total(line: Line) -> str:
    return "–" if line.mean is None else f"{line.mean:.0f}"


def _name(report: TeamReport, line: Line) -> str:
    group = report.groups.get(line.group_id)
    return group.name if group else "Unknown"
