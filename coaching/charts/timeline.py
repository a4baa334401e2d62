"""One lead on one line: what was due above, what was done below, what came again as an arc between two attempts."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from coaching.charts.timeline_room import (
    ABOVE,
    BELOW,
    CALLED_AT,
    CUSTOMER_AT,
    DUE_AT,
    WRITTEN_AT,
    arcs_with_room,
    free_sides,
    label_sides,
    label_width,
    lane_of,
)
from coaching.charts.timeline_words import WORDS, asked, due, label, told, went_wrong
from coaching.domain.attempt import AttemptId, AttemptKind, Direction
from coaching.follow_up.cadence.deadlines import Deadline, State
from coaching.follow_up.timeline import Arc, Gap, Mark, Timeline

if TYPE_CHECKING:
    import plotly.graph_objects as go

# Told apart by shape and word as well as by colour; the colours reach 3 : 1 on light and dark pages.
GOOD, FAIR, POOR, UNSCORED, CUSTOMER = "#0a8f6e", "#b07500", "#d1510f", "#71818c", "#7a5fd0"
GOOD_FROM, FAIR_FROM = 75.0, 50.0  # score
GAP_AT = -0.47
TOP = 1.7  # of the lines that mark a moment
ARC_HEIGHT = 0.48
HEIGHT_PX = 470
TITLE_LINE_PX = 20
LEGEND_AT = -0.2  # of the plot's height: the dates under it take two lines
A_DAY_MS = 86_400_000
TICKS = (
    {"dtickrange": [None, A_DAY_MS - 1], "value": "%-I %p\n%a, %b %-d"},
    {"dtickrange": [A_DAY_MS, None], "value": "%a %-d\n%b"},  # short: upright on a telephone
)
SYMBOLS = {
    AttemptKind.VOICEMAIL: "circle",
    AttemptKind.CALL: "circle-open",
    AttemptKind.CONVERSATION: "star",
    AttemptKind.EMAIL: "square",
    AttemptKind.TEXT: "square-open",
    AttemptKind.SOCIAL: "diamond-tall",
}
STATES = {
    State.KEPT: ("Done in time", "triangle-down", GOOD),
    State.LATE: ("Done late", "triangle-down-open", FAIR),
    State.MISSED: ("Missed", "x", POOR),
    State.WARNING: ("Due very soon", "hourglass", FAIR),
    State.DUE: ("Still to do", "triangle-down-open", UNSCORED),
}


def timeline_figure(line: Timeline, zone: ZoneInfo) -> "go.Figure":
    """Times on the store's clocks. Each mark of a recording carries its voicemail's id as customdata; others carry None."""
    import plotly.graph_objects as go

    figure, width = go.Figure(), label_width(line, STATES)
    for state in STATES:
        _add_deadlines(figure, [one for one in line.deadlines if one.state is state], state, width, zone)
    sides = label_sides(line, width)
    for kind in AttemptKind:
        _add_marks(figure, [mark for mark in line.marks if mark.kind is kind], kind, sides, zone)
    moments = {mark.attempt_id: mark.at for mark in line.marks}
    ends = [(moments[arc.earlier], moments[arc.later]) for arc in line.arcs]
    for arc, between, worded in zip(line.arcs, ends, arcs_with_room(ends, width), strict=True):
        _add_arc(figure, arc, between, zone, word="same reason again" if worded else "")
    for gap in line.gaps:
        _add_gap(figure, gap, zone)
    if line.arrived_at:
        _add_moment(figure, line.arrived_at, "Lead came in", zone)
    if line.stop:
        _add_moment(figure, line.stop.at, line.stop.why.value.replace("_", " ").capitalize(), zone)
    return _laid_out(figure, went_wrong(line))


def _add_deadlines(figure: "go.Figure", deadlines: Sequence[Deadline], state: State, width: timedelta, zone: ZoneInfo) -> None:
    if deadlines:
        word, symbol, colour = STATES[state]
        sides = free_sides([one.due_at for one in deadlines], width)
        figure.add_scatter(
            x=[one.due_at.astimezone(zone) for one in deadlines],
            y=[DUE_AT] * len(deadlines),
            mode="markers+text" if state is State.MISSED else "markers",
            name=word,
            marker={"symbol": symbol, "color": colour, "size": 13, "line": {"width": 2, "color": colour}},
            text=[due(one) if side else "" for one, side in zip(deadlines, sides, strict=True)],
            textfont={"color": colour},
            textposition=[side or BELOW for side in sides],
            customdata=[None] * len(deadlines),
            hovertext=[f"{asked(one)}: {word.lower()}" for one in deadlines],
            hovertemplate="%{hovertext}<br>due %{x|%a, %b %-d, %-I:%M %p}<extra></extra>",
        )


def _add_marks(
    figure: "go.Figure", marks: Sequence[Mark], kind: AttemptKind, sides: Mapping[AttemptId, str], zone: ZoneInfo
) -> None:
    if marks:
        colours = [colour_of(mark) for mark in marks]
        figure.add_scatter(
            x=[mark.at.astimezone(zone) for mark in marks],
            y=[lane_of(mark) for mark in marks],
            mode="markers+text",
            name=WORDS[kind],
            marker={"symbol": SYMBOLS[kind], "color": colours, "size": 17, "line": {"width": 2.5, "color": colours}},
            text=[label(mark) if sides.get(mark.attempt_id) else "" for mark in marks],
            textposition=[sides.get(mark.attempt_id) or BELOW for mark in marks],
            customdata=[mark.voicemail_id for mark in marks],
            hovertext=[told(mark) for mark in marks],
            hovertemplate="%{hovertext}<br>%{x|%a, %b %-d, %-I:%M %p}<extra></extra>",
        )


def _add_arc(figure: "go.Figure", arc: Arc, ends: tuple[datetime, datetime], zone: ZoneInfo, *, word: str) -> None:
    """word: "" where it would be wider than the arc; the legend has it as well."""
    earlier, later = ends
    middle = earlier + (later - earlier) / 2
    figure.add_scatter(
        x=[moment.astimezone(zone) for moment in (earlier, middle, later)],
        y=[CALLED_AT + 0.12, CALLED_AT + ARC_HEIGHT, CALLED_AT + 0.12],
        mode="lines+text",
        line={"shape": "spline", "color": POOR, "width": 2.5, "dash": "dot"},
        text=["", word, ""],
        textfont={"color": POOR},
        textposition=ABOVE,
        name="Said again",
        legendgroup="again",
        showlegend=not any(trace.name == "Said again" for trace in figure.data),
        customdata=[None] * 3,
        hovertext=f"“{arc.quote}”<br>repeats “{arc.earlier_quote}”",
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _add_gap(figure: "go.Figure", gap: Gap, zone: ZoneInfo) -> None:
    days = (gap.end - gap.start).total_seconds() / 86_400
    start, end = gap.start.astimezone(zone), gap.end.astimezone(zone)
    figure.add_shape(type="line", x0=start, x1=end, y0=GAP_AT, y1=GAP_AT, line={"color": UNSCORED, "width": 1, "dash": "dash"})
    figure.add_annotation(
        x=start + (end - start) / 2, y=GAP_AT, text=f"{days:.0f} d silent", showarrow=False, yshift=-9, font={"size": 11}
    )


def _add_moment(figure: "go.Figure", at: datetime, word: str, zone: ZoneInfo) -> None:
    local = at.astimezone(zone)
    figure.add_shape(type="line", x0=local, x1=local, y0=-1.35, y1=TOP, line={"color": UNSCORED, "width": 1.5})
    figure.add_annotation(x=local, y=TOP, text=word, showarrow=False, yshift=9)


def _laid_out(figure: "go.Figure", sentences: Sequence[str]) -> "go.Figure":
    lanes = {DUE_AT: "Due", CALLED_AT: "Called", WRITTEN_AT: "Written", CUSTOMER_AT: "Customer"}
    figure.update_yaxes(
        tickvals=list(lanes), ticktext=list(lanes.values()), range=[-1.45, 1.95], zeroline=False, showgrid=False, fixedrange=True
    )
    # Without a single mark plotly would take the line for one of numbers.
    figure.update_xaxes(type="date", showgrid=True, fixedrange=True, tickformatstops=TICKS)
    figure.update_layout(
        height=HEIGHT_PX,
        title={"text": "<br>".join(sentences), "x": 0, "y": 1, "yanchor": "top", "pad": {"t": 16}, "font": {"size": 15}},
        margin={"l": 10, "r": 10, "t": 40 + TITLE_LINE_PX * len(sentences), "b": 10},
        legend={"orientation": "h", "y": LEGEND_AT, "yanchor": "top"},
        hovermode="closest",
        dragmode=False,
    )
    return figure


def colour_of(mark: Mark) -> str:
    if mark.direction is Direction.IN:
        return CUSTOMER
    if mark.score is None:
        return UNSCORED
    return GOOD if mark.score >= GOOD_FROM else FAIR if mark.score >= FAIR_FROM else POOR
