"""The rows of a file that were not used, each with its line and what to do."""

from collections.abc import Sequence

import streamlit as st

from coaching.follow_up.leads.reading import Refused
from coaching.ui.plain import plain

SHOWN = 20


def show(refused: Sequence[Refused]) -> None:
    if not refused:
        return
    rows = "1 row" if len(refused) == 1 else f"{len(refused)} rows"
    lines = [f"- Line {one.line}: {plain(one.sentence)}" for one in refused[:SHOWN]]
    lines += [f"- and {len(refused) - SHOWN} more"] if len(refused) > SHOWN else []
    st.warning("\n".join([f"**{rows} cannot be used**", "", *lines]), icon=":material/rule:")
