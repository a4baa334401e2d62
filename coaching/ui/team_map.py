"""Who meets what: a square for every rep and criterion, coloured by how far it lies from what the team does on the same calls."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st

from coaching.charts.look import QUIET
from coaching.charts.team import Mark, map_figure
from coaching.domain.people import PersonId, StoreId
from coaching.domain.scorecard import Outcome
from coaching.domain.team_scores import Figure, Scope
from coaching.reports.answer import percent
from coaching.reports.fair import FEW, Cell
from coaching.reports.team import COMPARED_WEEKS, TeamReport
from coaching.ui import figure_link

MOST_ROWS = 40


def show(report: TeamReport, names: Mapping[str, str]) -> None:
    st.header("Stores by criterion" if report.by_store else "Reps by criterion")
    marks, rows = _marks(report, names), _rows(report)
    st.caption(
        f"Percent met, over the last {COMPARED_WEEKS} weeks at most. Orange: less than the team on calls of the same attempts "
        f"and sources; green: more. Gray: fewer than {FEW} voicemails, too few to compare."
    )
    with st.container(key="map"):
        chosen = st.plotly_chart(
            map_figure(marks, rows, list(names.values())),
            key="map_figure",
            on_select="rerun",
            selection_mode="points",
            config=QUIET,
            alt="Share met by rep and criterion; the same figures stand in the table below",
        )
    place = figure_link.clicked(chosen)
    if isinstance(place, int | float):
        group_id, criterion = marks[int(place)].key
        figure_link.go(Figure(of_group(report, group_id), criterion, Outcome.NOT_MET))
    with st.expander("As a table"):
        st.dataframe(_table(report, names), hide_index=True, width="stretch")


def of_group(report: TeamReport, group_id: int | None) -> Scope:
    """The report's scope for one of its groups; those without a rep on file are found under their team."""
    if group_id is None:
        return report.compared
    if report.by_store:
        return replace(report.compared, store_id=StoreId(group_id))
    return replace(report.compared, rep_id=PersonId(group_id))


def _rows(report: TeamReport) -> list[str]:
    """By name, so that the order is no ranking."""
    return sorted({_name(report, cell) for cell in report.cells})[:MOST_ROWS]


def _name(report: TeamReport, cell: Cell) -> str:
    group = report.groups.get(cell.group_id)
    return group.name if group else "Unknown"


def _marks(report: TeamReport, names: Mapping[str, str]) -> Sequence[Mark]:
    return [_mark(_name(report, cell), names[cell.criterion_id], cell) for cell in report.cells if cell.criterion_id in names]


def _mark(row: str, column: str, cell: Cell) -> Mark:
    share, usual = cell.share, 100 * (cell.expected or 0.0)
    if not cell.is_enough:
        told = f"{row}, {column}<br>n {share.n}: too few to compare"
        return Mark(row, column, f"n {share.n}" if share.n else "", None, told, (cell.group_id, cell.criterion_id))
    told = f"{row}, {column}<br>{percent(share)} of {share.n}; {usual:.0f}% is usual on the same calls"
    return Mark(row, column, f"{100 * (share.value or 0.0):.0f}", -cell.gap, told, (cell.group_id, cell.criterion_id))


def _table(report: TeamReport, names: Mapping[str, str]) -> dict[str, list[str]]:
    rows = _rows(report)
    shares = {(_name(report, cell), cell.criterion_id): cell for cell in report.cells}
    columns = {
        names[criterion]: [_told(shares.get((row, criterion))) for row in rows]
        for criterion in names
        if any((row, criterion) in shares for row in rows)
    }
    return {"Store" if report.by_store else "Rep": rows, **columns}


def _told(cell: Cell | None) -> str:
    return "–" if cell is None or not cell.share.n else f"{percent(cell.share)} of {cell.share.n}"
