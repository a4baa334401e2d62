"""How many customers came back after voicemails with a criterion and without it; a figure only where there are enough."""

from collections.abc import Mapping, Sequence

import streamlit as st

from coaching.follow_up.what_works import LONGEST_WAIT, TOO_FEW, Comparison, Rate
from coaching.ui.plain import plain


def show(comparisons: Sequence[Comparison], titles: Mapping[str, str]) -> None:
    """titles: by criterion id."""
    st.markdown(
        "How often customers called or texted back after voicemails that met a criterion, and after those that did not. "
        f"Counted until the next attempt, {LONGEST_WAIT.days} days at most; mystery shops are left out."
    )
    if not any(one.with_it.n or one.without.n for one in comparisons):
        st.info("No voicemail for a lead has been judged yet, so there is nothing to compare.", icon=":material/inbox:")
        return
    enough = [one for one in comparisons if one.is_enough]
    few = [one for one in comparisons if not one.is_enough]
    if not enough:
        st.info(
            f"Too few to tell yet: a comparison needs {TOO_FEW} voicemails with a criterion and {TOO_FEW} without it. "
            "Note every call back on the page of its lead; the counts so far stand below.",
            icon=":material/hourglass:",
        )
    for one in sorted(enough, key=lambda one: -abs(one.difference or 0.0)):
        with st.container(border=True):
            st.subheader(plain(titles[one.criterion_id]))
            st.markdown(plain(one.sentence))
            st.caption(plain(_difference(one)))
    if few:
        st.header("Too few to tell")
        st.table({"Criterion": [plain(titles[one.criterion_id]) for one in few], **_columns(few)}, border="horizontal")
    st.caption(
        "The ranges are what chance leaves possible (95%). "
        "A difference is claimed only where chance alone would hardly show one. It is no proof of a cause: a rep who says more "
        "may also call better leads."
    )


def _difference(one: Comparison) -> str:
    interval = one.interval
    if one.difference is None or interval is None:
        return ""
    low, high = interval
    difference, lowest, highest = (round(100 * share) for share in (one.difference, low, high))  # whole, so that none is "-0"
    possible = f"chance leaves anything from {_signed(lowest)} to {_signed(highest)} possible"
    return f"Difference {_signed(difference)} in 100 voicemails; {possible}."


def _signed(number: int) -> str:
    return f"{number:+d}".replace("-", "−") if number else "0"


def _columns(few: Sequence[Comparison]) -> dict[str, list[str]]:
    return {"Came back with it": [_counted(one.with_it) for one in few], "Without it": [_counted(one.without) for one in few]}


def _counted(rate: Rate) -> str:
    return f"{rate.came_back} of {rate.n}"
