"""A team over weeks: the answer in words, who needs coaching on what, and the figures behind it."""

from collections.abc import Mapping
from datetime import date
from textwrap import shorten

import streamlit as st

from coaching import bootstrap
from coaching.charts.look import QUIET
from coaching.charts.team import distribution_figure, trend_figure
from coaching.domain.people import Viewer
from coaching.domain.scorecard import Outcome
from coaching.domain.team_scores import Figure
from coaching.reports.answer import Answer, answer, need_told, percent
from coaching.reports.fair import FEW
from coaching.reports.names import short_names
from coaching.reports.team import TeamReport, read_team
from coaching.reports.trend import share_by_week, total_by_week
from coaching.rubrics import load_rubric
from coaching.services import people
from coaching.ui import (
    figure_link,
    team_criteria,
    team_export,
    team_filter,
    team_kept,
    team_leaders,
    team_map,
    team_profiles,
    team_targets,
    team_turn,
    team_weeks,
)
from coaching.ui.assignments import give_form
from coaching.ui.plain import plain

NOT_FOR = (
    "For coaching, not for employment decisions: the verdicts are a machine's, they count a few habits of one part of the work, "
    "and small numbers mislead."
)
MOST_SCRIPTS = 5
LONGEST_REASON = 80  # letters; more would not tell two apart any better
SKELETON = '<div class="skeleton"><div></div><div></div><div></div></div>'


def show(viewer: Viewer) -> None:
    scope = team_filter.show(viewer, _today(viewer))
    rubric, waiting = load_rubric(), st.empty()
    waiting.html(SKELETON)
    weights = {criterion.id: criterion.weight for criterion in rubric.criteria}
    names = short_names(rubric)
    report = read_team(bootstrap.services().database, viewer, scope, weights, team_turn.choose(viewer, scope))
    waiting.empty()
    said = answer(report, names, weights)
    if not report.n:
        st.info(f"{said.sentence} Choose other weeks, or take a filter away.", icon=":material/inbox:")
        return
    _answer(report, said, names)
    team_profiles.show(viewer, scope, rubric)
    _needs(report, names)
    team_map.show(report, names)
    _totals(report)
    team_criteria.show(viewer, report, names, said.criterion_id)
    _scripts(report)
    team_targets.show(viewer, report, names)
    team_kept.show(viewer, scope)
    team_leaders.show(viewer, report, team_targets.store_of(viewer, report))
    team_export.show(viewer, report, names)
    st.caption(NOT_FOR)


def _today(viewer: Viewer) -> date:
    """Where it is latest, so that no store misses its newest voicemails."""
    services = bootstrap.services()
    now = services.now()
    return max((store.day_of(now) for store in people.stores(services, viewer)), default=now.date())


def _answer(report: TeamReport, said: Answer, names: Mapping[str, str]) -> None:
    with st.container(key="answer"):
        words, figure = st.columns([8, 3], gap="large", vertical_alignment="center")
        words.markdown(f"## {plain(said.sentence)}")
        over_all = report.over_all
        words.caption(f"{report.n} voicemails have a total: {over_all.mean or 0.0:.0f} of 100 on average.")
        change = report.changes.get(said.criterion_id or "")
        if change is None or said.criterion_id is None:
            return
        line = [one.value for one in share_by_week(report, said.criterion_id) if one.value is not None]
        points = "" if change.points is None else f"{change.points:+.0f} points"
        figure.metric(
            names[said.criterion_id],
            percent(change.after),
            points,
            border=True,
            chart_data=line,
            chart_type="line",
            delta_color="normal" if change.is_clear else "off",
        )
        words.caption(plain(change.verdict), help=plain(change.tested) or None)


def _needs(report: TeamReport, names: Mapping[str, str]) -> None:
    st.header("Who needs coaching on what")
    if not report.needs:
        only = report.groups.get(report.scope.rep_id) if report.scope.rep_id else None
        nobody = f"{only.name} does not stand out" if only else "Nobody stands out"
        weakest = _weakest(report, names, "" if only else "of all together ")
        st.info(plain(f"{nobody} from the others by more than chance.{weakest}"), icon=":material/balance:")
        return
    for place, need in zip(st.columns(len(report.needs)), report.needs, strict=True):
        group, criterion = report.groups[need.cell.group_id], need.cell.criterion_id
        with place.container(border=True, height="stretch"):
            st.markdown(f"### {plain(group.name)}: {plain(names[criterion])}")
            st.markdown(plain(need_told(need, names)), help=plain(need.change.tested) or None)
            missing = Figure(team_map.of_group(report, need.cell.group_id), criterion, Outcome.NOT_MET)
            figure_link.show(f"The {need.cell.share.n - need.cell.share.hits} where it was missing", missing)
            if missing.scope.rep_id is not None:
                give_form.link([missing.scope.rep_id], criterion)


def _weakest(report: TeamReport, names: Mapping[str, str], of_whom: str) -> str:
    """of_whom: "" or with a space behind it."""
    enough = [one for one in names if report.share(one).n >= FEW]
    if not enough:
        return ""
    weakest = min(enough, key=lambda one: report.share(one).value or 0.0)
    return f" The weakest {of_whom}is {names[weakest].lower()}: {percent(report.share(weakest))}."


def _totals(report: TeamReport) -> None:
    st.header("Total by week")
    left, right = st.columns([7, 4], gap="large")
    with left:
        team_weeks.show(
            report,
            trend_figure(total_by_week(report), "", sessions=team_turn.marks(report)),
            "total",
            "Mean total by week with a 95% band",
        )
    with right:
        chosen = st.plotly_chart(
            distribution_figure(report.bins),
            key="bins",
            on_select="rerun",
            selection_mode="points",
            config=QUIET,
            alt="How many voicemails have which total",
        )
        place = figure_link.clicked(chosen)
        if place is not None:
            figure_link.go(Figure(report.scope, bin=int(place)))
    st.caption(f"The band is what chance alone explains (95%). Open circles: weeks with fewer than {FEW} voicemails.")


def _scripts(report: TeamReport) -> None:
    if not report.scripts:
        return
    st.header("Scripts that wear out")
    st.caption("The same reason, in nearly the same words, told to many customers.")
    for one in report.scripts[:MOST_SCRIPTS]:
        group = report.groups.get(one.rep_id)
        if group:
            its = Figure(team_map.of_group(report, one.rep_id), script=one.script)
            figure_link.show(f"{group.name}, to {one.customers} customers: {_short(one.reason)}", its)


def _short(reason: str) -> str:
    return f"“{shorten(reason, LONGEST_REASON, placeholder='…')}”" if reason else "one reason"
