"""The rows of a file that were not used, or that lack something, each with its line and what to do."""

from collections.abc import Sequence

import streamlit as st

from coaching.follow_up.leads.reading import Refused, Remark
from coaching.ui.plain import plain
from coaching.ui.wording import number

SHOWN = 20


def show(refused: Sequence[Refused]) -> None:
    _show(f"{number(len(refused), 'row')} cannot be used", refused)


def without_rep(remarks: Sequence[Remark]) -> None:
    _show(f"{number(len(remarks), 'lead')} without a salesperson", remarks)


def _show(heading: str, rows: Sequence[Refused] | Sequence[Remark]) -> None:
    if not rows:
        return
    lines = [f"- Line {one.line}: {plain(one.sentence)}" for one in rows[:SHOWN]]
    lines += [f"- and {len(rows) - SHOWN} more"] if len(rows) > SHOWN else []
    st.warning("\n".join([f"**{heading}**", "", *lines]), icon=":material/rule:")
