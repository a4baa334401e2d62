"""How all charts look. The colours stay apart for colour-blind eyes (after Okabe and Ito) and reach 3 : 1 on light and dark."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import plotly.graph_objects as go

LINE, BAND = "#15809f", "rgba(21, 128, 159, 0.22)"
LOW, HIGH, PLAIN, FAINT = "#d1510f", "#0a8f6e", "#71818c", "rgba(113, 129, 140, 0.35)"
TARGET = "#7a5fd0"
QUIET = {"displayModeBar": False}
"""For st.plotly_chart: no tool bar over a small chart."""


def laid_out(figure: "go.Figure", height_px: int) -> "go.Figure":
    figure.update_layout(
        height=height_px,
        margin={"l": 8, "r": 8, "t": 12, "b": 8},
        showlegend=False,
        dragmode=False,
        hovermode="closest",
        bargap=0.12,
    )
    figure.update_xaxes(fixedrange=True, showgrid=False, automargin=True)
    figure.update_yaxes(fixedrange=True, zeroline=False, automargin=True)
    return figure
