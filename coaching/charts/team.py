"""A team over weeks: a line with the band that is chance, bars of totals, and who meets what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from coaching.charts.look import BAND, FAINT, HIGH, LINE, LOW, PLAIN, TARGET, laid_out
from coaching.domain.dates import long_date
from coaching.reports.trend import Week

if TYPE_CHECKING:
    import plotly.graph_objects as go

TREND_PX, BARS_PX = 280, 280
ROW_PX, HEAD_PX = 44, 124
MARK_PX = 36
SHADES = ((-0.30, LOW), (-0.10, "#e9a27e"), (0.10, "#c9d3d9"), (0.30, "#86c9b5"))
"""Up to this difference from what is expected, this colour; above the last, HIGH."""
DARK_MARKS = frozenset({LOW, HIGH})


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell of the map. difference: from what is expected, in shares; None where there are too few to say."""

    row: str
    column: str
    text: str
    difference: float | None
    told: str
    key: tuple[int | None, str]


def trend_figure(
    points: Sequence[Week],
    unit: str,
    *,
    sessions: Mapping[date, str] | None = None,
    goal: tuple[date, date, float] | None = None,
) -> "go.Figure":
    """unit: written after values. sessions: Monday -> what was held. goal: from when, until when, and how much. The marks carry
    their week as customdata.
    """
    import plotly.graph_objects as go

    figure, known = go.Figure(), [one for one in points if one.value is not None]
    weeks = [one.monday for one in known]
    band = [one.high for one in known] + [one.low for one in reversed(known)]
    figure.add_scatter(
        x=weeks + weeks[::-1],
        y=band,
        fill="toself",
        fillcolor=BAND,
        line={"width": 0},
        mode="lines",
        hoverinfo="skip",
        name="band",
    )
    figure.add_scatter(
        x=weeks,
        y=[one.value for one in known],
        mode="lines+markers",
        name="weeks",
        line={"color": LINE, "width": 2.5},
        marker={"size": 9, "color": [LINE if one.is_enough else PLAIN for one in known], "symbol": _symbols(known)},
        customdata=[one.monday.isoformat() for one in known],
        hovertext=[_told(one, unit) for one in known],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    for week, title in (sessions or {}).items():
        figure.add_vline(x=week.isoformat(), line={"color": TARGET, "width": 1.5, "dash": "dot"})
        figure.add_annotation(x=week.isoformat(), y=1, yref="paper", text=title, showarrow=False, yshift=8, font={"size": 11})
    if goal:
        figure.add_scatter(
            x=goal[:2], y=[goal[2]] * 2, mode="lines", name="target", line={"color": TARGET, "dash": "dash"}, hoverinfo="skip"
        )
    figure.update_yaxes(range=[0, 104], ticksuffix=unit)
    figure.update_xaxes(tickformat="%b %-d")
    return laid_out(figure, TREND_PX)


def distribution_figure(bins: Mapping[int, int]) -> "go.Figure":
    """bins: tens of the total -> scorecards. The bars carry their bin as customdata."""
    import plotly.graph_objects as go

    places = list(range(10))
    names = [f"{10 * place}–{10 * place + 9 if place < 9 else 100}" for place in places]
    counts = [bins.get(place, 0) for place in places]
    figure = go.Figure()
    figure.add_bar(
        x=names,
        y=counts,
        marker={"color": LINE},
        customdata=places,
        hovertemplate="Total %{x}: %{y} voicemails<extra></extra>",
    )
    figure.update_xaxes(title={"text": "Total"}, type="category")
    figure.update_yaxes(title={"text": "Voicemails"})
    return laid_out(figure, BARS_PX)


def map_figure(marks: Sequence[Mark], rows: Sequence[str], columns: Sequence[str]) -> "go.Figure":
    """Square by square: the first row on top. Each mark carries its place in `marks` as customdata."""
    import plotly.graph_objects as go

    figure = go.Figure()
    figure.add_scatter(
        x=[one.column for one in marks],
        y=[one.row for one in marks],
        mode="markers+text",
        text=[one.text for one in marks],
        textfont={"color": [_ink(one) for one in marks], "size": 13},
        marker={"symbol": "square", "size": MARK_PX, "color": [shade(one.difference) for one in marks], "line": {"width": 0}},
        customdata=list(range(len(marks))),
        hovertext=[one.told for one in marks],
        hovertemplate="%{hovertext}<extra></extra>",
        # A click chooses one square; the others keep their colours.
        unselected={"marker": {"opacity": 1}},
    )
    figure.update_xaxes(categoryorder="array", categoryarray=list(columns), side="top", tickangle=-40)
    figure.update_yaxes(categoryorder="array", categoryarray=list(rows)[::-1], showgrid=False)
    figure.update_xaxes(range=[-0.6, len(columns) - 0.4])
    figure.update_yaxes(range=[-0.6, len(rows) - 0.4])
    return laid_out(figure, HEAD_PX + ROW_PX * len(rows))


def shade(difference: float | None) -> str:
    if difference is None:
        return FAINT
    return next((colour for limit, colour in SHADES if difference <= limit), HIGH)


def _ink(mark: Mark) -> str:
    if mark.difference is None:
        return PLAIN
    return "#ffffff" if shade(mark.difference) in DARK_MARKS else "#0d171d"


def _symbols(points: Sequence[Week]) -> list[str]:
    return ["circle" if one.is_enough else "circle-open" for one in points]


def _told(point: Week, unit: str) -> str:
    few = "" if point.is_enough else ", too few to tell"
    band = f"95%: {point.low:.0f} to {point.high:.0f}"
    return f"Week of {long_date(point.monday)}<br>{point.value:.0f}{unit}, n {point.n}{few}<br>{band}"
