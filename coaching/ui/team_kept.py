"""How a team follows up its leads: by team and by rep, in words and numbers."""

from collections.abc import Sequence

import streamlit as st

from coaching import bootstrap
from coaching.domain.people import Viewer
from coaching.domain.share import Share
from coaching.domain.team_scores import Scope
from coaching.reports.answer import percent
from coaching.reports.fair import FEW
from coaching.services.follow_up.keeping import MOST_LEADS, WEEKS, Kept, kept
from coaching.ui import wording
from coaching.ui.plain import plain
from coaching.ui.wording import number


def show(viewer: Viewer, scope: Scope) -> None:
    report = kept(bootstrap.services(), viewer, scope)
    st.header("How leads are followed up")
    if not report.over_all.leads:
        st.caption("No lead with a time of arrival came in during these weeks.")
        return
    st.markdown(plain(_sentence(report.over_all)))
    cut = f" The newest {MOST_LEADS:,} are counted." if report.is_cut else ""
    st.caption(
        f"Leads that arrived from {wording.date(report.since)} on, {WEEKS} weeks at most.{cut} Minutes are those in which the "
        f"store was open. Gray: fewer than {FEW}, too few to compare. By name: this is no ranking."
    )
    if len(report.of_teams) > 1:
        _table("Team", report.of_teams)
    _table("Rep", report.of_reps)


def _sentence(one: Kept) -> str:
    half = "" if one.minutes is None else f" Half of the answers came within {number(round(one.minutes), 'minute')}."
    steps = f" {percent(one.steps)} of {one.steps.n} steps were kept in time." if one.steps.n else ""
    if not one.in_time.n:
        return f"No lead of {one.leads} had to be answered yet.{steps}"
    return f"{one.in_time.hits} of {one.in_time.n} leads were answered in time.{half}{steps}"


def _table(whose: str, found: Sequence[Kept]) -> None:
    columns = {
        whose: [plain(one.name) for one in found],
        "Leads": [str(one.leads) for one in found],
        "Answered in time": [_share(one.in_time) for one in found],
        "Half within, minutes": [_grey("–" if one.minutes is None else f"{one.minutes:.0f}", one.in_time.n) for one in found],
        "Steps kept in time": [_share(one.steps) for one in found],
    }
    st.table(columns, border="horizontal")


def _share(share: Share) -> str:
    return _grey(f"{percent(share)} of {share.n}" if share.n else "–", share.n)


def _grey(text: str, n: int) -> str:
    return plain(text) if n >= FEW else f":gray[{plain(text)}]"
