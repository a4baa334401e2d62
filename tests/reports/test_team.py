"""Every figure of a team's page equals a plain pandas computation over the raw rows."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest

from coaching.domain.people import PersonId, Viewer
from coaching.domain.share import Share
from coaching.domain.team_scores import A_WEEK, Attempts, Scope
from coaching.reports.team import BEFORE_WEEKS, COMPARED_WEEKS, TeamReport, read_team
from coaching.reports.trend import share_by_week, total_by_week
from coaching.reports.turns import Turn
from coaching.storage import team_scores
from coaching.storage.database import Database
from tests.team_history import WEIGHTS, live_through
from tests.world import Cast

FIRST, LAST = date(2024, 9, 16), date(2024, 10, 7)
EVERYTHING = Scope(FIRST, LAST)
SCOPES = {
    "everything": EVERYTHING,
    "one week": Scope(date(2024, 9, 30), date(2024, 9, 30)),
    "first attempts": replace(EVERYTHING, attempt=Attempts.FIRST),
    "attempts that nobody counted": replace(EVERYTHING, attempt=Attempts.UNKNOWN),
    "leads from the website": replace(EVERYTHING, source="Website"),
    "leads from nobody knows where": replace(EVERYTHING, source="", attempt=Attempts.THIRD),
}
RAW = """
SELECT v.id, v.rep_id, p.team_id, r.store_id, s.time_zone, COALESCE(v.left_at, v.received_at) AS at, v.attempt, l.source, c.score,
       f.criterion_id, COALESCE(f.settled, f.outcome) AS outcome
FROM voicemail v JOIN recording r ON r.id = v.recording_id JOIN store s ON s.id = r.store_id
JOIN scorecard c ON c.voicemail_id = v.id AND c.superseded_at IS NULL JOIN finding f ON f.scorecard_id = c.id
LEFT JOIN person p ON p.id = v.rep_id LEFT JOIN lead l ON l.id = v.lead_id
"""


def raw(database: Database) -> pd.DataFrame:
    """One row a finding of a scorecard that is current, with its week on the store's clock."""
    with database.reading() as connection:
        rows = [dict(row._mapping) for row in connection.exec_driver_sql(RAW)]
    found = pd.DataFrame(rows)
    local = [pd.Timestamp(at).tz_localize("UTC") if pd.Timestamp(at).tzinfo is None else pd.Timestamp(at) for at in found["at"]]
    days = [at.tz_convert(zone).date() for at, zone in zip(local, found["time_zone"], strict=True)]
    found["week"] = [day - timedelta(days=day.weekday()) for day in days]
    found["attempt"] = [9 if pd.isna(one) else min(int(one), 4) for one in found["attempt"]]
    found["source"] = found["source"].fillna("")
    return found


def within(found: pd.DataFrame, scope: Scope) -> pd.DataFrame:
    wanted = found["week"].between(scope.since, scope.until)
    if scope.attempt is not Attempts.ANY:
        wanted &= found["attempt"] == int(scope.attempt)
    if scope.source is not None:
        wanted &= found["source"] == scope.source
    for column, key in (("rep_id", scope.rep_id), ("team_id", scope.team_id), ("store_id", scope.store_id)):
        if key is not None:
            wanted &= found[column] == key
    return found[wanted]


@pytest.mark.parametrize("name", SCOPES)
@pytest.mark.parametrize("person", ["abe", "dana", "alice"])
def test_the_sources_to_choose_from_are_those_of_the_weeks_whatever_else_is_chosen(cast: Cast, name: str, person: str) -> None:
    live_through(cast)
    viewer, scope = cast.as_seen_by(getattr(cast, person)), SCOPES[name]
    team = {"abe": {}, "dana": {"store_id": cast.store}, "alice": {"team_id": cast.team}}[person]
    there = within(raw(cast.services.database), Scope(scope.since, scope.until, **team))["source"]
    with cast.services.database.reading() as connection:
        assert team_scores.sources(connection, viewer, scope) == sorted(set(there))


def share(found: pd.DataFrame, criterion: str) -> Share:
    outcomes = found[found["criterion_id"] == criterion]["outcome"]
    return Share(int((outcomes == "met").sum()), int(outcomes.isin(["met", "not_met"]).sum()))


def check(report: TeamReport, found: pd.DataFrame, whole_team: pd.DataFrame) -> None:
    cards = found.drop_duplicates("id").dropna(subset="score")
    assert {week: totals.n for week, totals in report.totals.items()} == cards.groupby("week").size().to_dict()
    assert {week: pytest.approx(one.mean) for week, one in report.totals.items()} == cards.groupby("week")[
        "score"
    ].mean().to_dict()
    assert report.bins == (cards["score"] // 10).clip(upper=9).astype(int).value_counts().to_dict()
    sizes = found.groupby(["week", "criterion_id", "outcome"]).size()
    ours = {
        (*key, outcome): getattr(counts, outcome)
        for key, counts in report.outcomes.items()
        for outcome in ("met", "not_met", "unsure", "not_applicable")
        if getattr(counts, outcome)
    }
    assert ours == sizes.to_dict()
    for cell in report.cells:
        theirs = found[found["rep_id"].isna() if cell.group_id is None else found["rep_id"] == cell.group_id]
        assert cell.share == share(theirs, cell.criterion_id)
        assert cell.expected == (None if not cell.share.n else pytest.approx(expected(theirs, whole_team, cell.criterion_id)))
    turn = report.turn.monday
    for criterion, change in report.changes.items():
        before = found[(found["week"] < turn) & (found["week"] >= turn - BEFORE_WEEKS * A_WEEK)]
        assert (change.before, change.after) == (
            share(before, criterion),
            share(found[found["week"] >= turn], criterion),
        )


def expected(theirs: pd.DataFrame, whole_team: pd.DataFrame, criterion: str) -> float:
    """What the team meets on calls of each attempt and source, weighed by how many of those the rep made."""
    total, n = 0.0, 0
    for (attempt, source), part in theirs.groupby(["attempt", "source"]):
        alike = whole_team[(whole_team["attempt"] == attempt) & (whole_team["source"] == source)]
        made = share(part, criterion).n
        total, n = total + made * (share(alike, criterion).value or 0.0), n + made
    return total / n


@pytest.mark.parametrize("scope", SCOPES.values(), ids=SCOPES)
def test_every_figure_is_that_of_the_raw_rows(cast: Cast, scope: Scope) -> None:
    live_through(cast)
    found = within(raw(cast.services.database), scope)
    assert len(found)
    for turn in (None, date(2024, 9, 30)):
        check(read(cast, scope, cast.dana, turn), found, found)


def test_every_figure_of_one_rep_is_that_of_the_raw_rows_and_the_rep_is_held_against_the_team(cast: Cast) -> None:
    live_through(cast)
    everything = raw(cast.services.database)
    scope = replace(EVERYTHING, rep_id=cast.bob)
    check(read(cast, scope, cast.dana, date(2024, 9, 30)), within(everything, scope), everything)


def test_a_trainer_counts_the_own_team_alone_and_strangers_nothing(cast: Cast) -> None:
    live_through(cast)
    hers = within(raw(cast.services.database), replace(EVERYTHING, team_id=cast.team))
    check(read(cast, EVERYTHING, cast.alice), hers, hers)
    assert read(cast, EVERYTHING, cast.erin).n == 0
    assert read(cast, replace(EVERYTHING, store_id=cast.store), cast.erin).n == 0
    assert read(cast, replace(EVERYTHING, rep_id=cast.charlie), cast.bob).n == 0


def test_for_all_stores_the_groups_are_stores(cast: Cast) -> None:
    live_through(cast)
    everything = raw(cast.services.database)
    report = read(cast, EVERYTHING, cast.abe)
    assert report.by_store
    assert {cell.group_id for cell in report.cells} == {cast.store}
    for cell in report.cells:
        assert cell.share == share(everything, cell.criterion_id)
    (line,) = report.lines
    cards = everything.drop_duplicates("id").dropna(subset="score")
    assert (line.n, line.mean) == (len(cards), pytest.approx(cards["score"].mean()))


def test_the_weeks_of_a_line_have_wilsons_intervals_and_standard_errors(cast: Cast) -> None:
    from statsmodels.stats.proportion import proportion_confint

    live_through(cast)
    report, found = read(cast, EVERYTHING, cast.dana), raw(cast.services.database)
    for week in share_by_week(report, "text_invited"):
        counted = share(found[found["week"] == week.monday], "text_invited")
        low, high = proportion_confint(counted.hits, counted.n, method="wilson")
        assert (week.n, week.low, week.high) == (counted.n, pytest.approx(100 * low), pytest.approx(100 * high))
    cards = found.drop_duplicates("id").dropna(subset="score")
    for week in total_by_week(report):
        scores = cards[cards["week"] == week.monday]["score"]
        assert week.value == pytest.approx(scores.mean())
        assert week.low == pytest.approx(max(0.0, scores.mean() - 1.959964 * scores.sem()), abs=1e-4)


def read(cast: Cast, scope: Scope, person: PersonId, turn: date | None = None) -> TeamReport:
    viewer: Viewer = cast.as_seen_by(person)
    return read_team(cast.services.database, viewer, scope, WEIGHTS, turn and Turn(turn, "since"))


def test_reps_are_compared_over_the_last_weeks_alone(cast: Cast) -> None:
    live_through(cast)
    found = raw(cast.services.database)
    late = LAST + (COMPARED_WEEKS - 2) * A_WEEK
    report = read(cast, replace(EVERYTHING, until=late), cast.dana)
    recent = found[found["week"] >= report.compared.since]
    assert report.n == found.drop_duplicates("id").dropna(subset="score").shape[0]
    assert 0 < sum(line.n for line in report.lines) < report.n
    for cell in report.cells:
        theirs = recent[recent["rep_id"].isna() if cell.group_id is None else recent["rep_id"] == cell.group_id]
        assert cell.share == share(theirs, cell.criterion_id)
