"""Every criterion: how often it is met, by week, and whether that changed."""

from collections.abc import Mapping, Sequence

import streamlit as st

from coaching.charts.team import trend_figure
from coaching.domain.people import Viewer
from coaching.domain.scorecard import Outcome
from coaching.domain.team_scores import Figure
from coaching.reports.answer import percent
from coaching.reports.chance import Change
from coaching.reports.team import TeamReport
from coaching.reports.trend import share_by_week
from coaching.ui import figure_link, team_targets, team_turn, team_weeks
from coaching.ui.plain import plain

AFTER = "Since"


def show(viewer: Viewer, report: TeamReport, names: Mapping[str, str], first: str | None) -> None:
    """first: the criterion whose weeks are drawn until another is chosen."""
    st.header("Every criterion")
    by_week = st.column_config.LineChartColumn("By week", y_min=0, y_max=100)
    st.dataframe(_table(report, names), hide_index=True, width="stretch", height="content", column_config={"By week": by_week})
    at = list(names).index(first) if first is not None and first in names else 0
    criterion = st.selectbox("By week", list(names), index=at, format_func=names.__getitem__, key="criterion")
    alt = f"{names[criterion]}: share met by week with a 95% band"
    sessions, goal = team_turn.marks(report), team_targets.goal_of(viewer, report, criterion)
    figure = trend_figure(share_by_week(report, criterion), "%", sessions=sessions, goal=goal)
    team_weeks.show(report, figure, "share", alt)
    if criterion in report.changes:
        change = report.changes[criterion]
        told = f"{percent(change.before)} before, {percent(change.after)} {report.turn.words}. {change.verdict}"
        st.markdown(plain(told), help=plain(change.tested) or None)
    with st.container(horizontal=True):
        figure_link.show("Voicemails that met it", Figure(report.scope, criterion, Outcome.MET))
        figure_link.show("Voicemails that did not", Figure(report.scope, criterion, Outcome.NOT_MET))


def _table(report: TeamReport, names: Mapping[str, str]) -> dict[str, Sequence[object]]:
    known = [one for one in names if report.share(one).n]
    changes = [report.changes.get(one) for one in known]
    return {
        "Criterion": [names[one] for one in known],
        "By week": [[week.value or 0.0 for week in share_by_week(report, one)] for one in known],
        "Met": [percent(report.share(one)) for one in known],
        "Voicemails": [report.share(one).n for one in known],
        "Before": [percent(change.before) if change else "–" for change in changes],
        AFTER: [percent(change.after) if change else "–" for change in changes],
        "Change": [_verdict(change) for change in changes],
    }


def _verdict(change: Change | None) -> str:
    if change is None or change.p is None:
        return "too few to tell"
    return "more than chance" if change.is_clear else "could be chance"
