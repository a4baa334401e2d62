"""From a figure to the voicemails that it counts."""

from typing import Any

import streamlit as st

from coaching.domain.team_scores import Figure
from coaching.ui import figure_address, screens
from coaching.ui.plain import plain


def show(label: str, figure: Figure) -> None:
    st.page_link(screens.VOICEMAILS.file, label=plain(label), query_params=figure_address.query(figure), icon=":material/list:")


def go(figure: Figure) -> None:
    st.switch_page(screens.VOICEMAILS.file, query_params=figure_address.query(figure))


def clicked(chosen: Any) -> Any:
    """What the mark that was clicked carries; None where none was."""
    points = chosen["selection"]["points"] if chosen else []
    told = next((point["customdata"] for point in points if "customdata" in point), None)
    return told[0] if isinstance(told, list) else told
