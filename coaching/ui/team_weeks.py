"""A line by week whose marks lead to the voicemails of their week."""

from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from coaching.charts.look import QUIET
from coaching.domain.team_scores import Figure
from coaching.reports.team import TeamReport
from coaching.ui import figure_link


def show(report: TeamReport, figure: Any, key: str, alt: str) -> None:
    """figure: as trend_figure makes it."""
    chosen = st.plotly_chart(figure, key=f"weeks_{key}", on_select="rerun", selection_mode="points", config=QUIET, alt=alt)
    week = figure_link.clicked(chosen)
    if isinstance(week, str):
        monday = date.fromisoformat(week[:10])
        figure_link.go(Figure(replace(report.scope, since=monday, until=monday)))
