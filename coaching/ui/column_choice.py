"""What the columns of a file hold: as suggested, and corrected."""

from collections.abc import Mapping, Sequence

import streamlit as st

from coaching.follow_up.leads.columns import Field
from coaching.follow_up.leads.file import Column
from coaching.ui.plain import plain

NOTHING, LEFT_OUT = "", "Leave out"
ACROSS = 3  # choices of columns side by side


def show(columns: Sequence[Column], fields: Mapping[str, Field], key: str) -> Mapping[str, str]:
    """Column -> field, without those that are left out."""
    places = [place for _ in range(0, len(columns), ACROSS) for place in st.columns(ACROSS)]
    options = [NOTHING, *fields]
    chosen = {
        column.name: place.selectbox(
            plain(column.name),
            options,
            index=options.index(column.field or NOTHING),
            format_func=lambda field: fields[field].title if field else LEFT_OUT,
            help=f"For example: {plain(column.example)}" if column.example else None,
            key=f"column_{key}_{column.name}",
        )
        for place, column in zip(places, columns, strict=False)
    }
    return {name: field for name, field in chosen.items() if field != NOTHING}
