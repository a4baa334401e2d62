"""First responses and adherence equal a plain pandas computation over the raw rows."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Select, select

from coaching.domain.attempt import Attempt, AttemptId, AttemptKind
from coaching.domain.lead import ArrivedLead
from coaching.domain.share import Share
from coaching.domain.team_scores import Scope
from coaching.follow_up.cadence.adherence import Adherence, total
from coaching.services.follow_up.keeping import NO_TEAM, NOBODY, KeptReport, kept
from coaching.services.follow_up.lead_page import read_lead
from coaching.storage import attempts, leads
from coaching.storage.database import Connection
from coaching.storage.tables import attempt, lead
from tests.world import Cast, Clock

SCOPE = Scope(date(2024, 9, 2), date(2024, 9, 30))
FIRST_COUNTED = date(2024, 9, 9)  # four weeks of the five
ZONE = "America/New_York"
HOURS = {**dict.fromkeys(range(5), (time(9), time(20))), 5: (time(9), time(18))}


def live_through(cast: Cast) -> None:
    """Leads at all hours, also around the borders of the weeks; most are answered, some at once, some days later."""
    chance = random.Random(3)
    reps = [cast.bob, cast.charlie, None]
    with cast.services.database.writing() as connection:
        for number in range(60):
            at = datetime(2024, 9, 1, tzinfo=UTC) + timedelta(hours=chance.randrange(38 * 24), minutes=chance.randrange(60))
            came = ArrivedLead(f"Customer {number}", source=("Website", "")[number % 2], arrived_at=at)
            lead_id = leads.take(connection, cast.store, came, reps[number % 3])
            for _ in range(chance.randrange(4)):
                later = at + timedelta(minutes=chance.choice([3, 14, 40, 700, 4_000]))
                kind = chance.choice([AttemptKind.CALL, AttemptKind.EMAIL])
                attempts.add(connection, Attempt(AttemptId(""), lead_id, kind, later, person_id=cast.bob))
        leads.take(connection, cast.store, ArrivedLead("Nobody knows when"), cast.bob)


def raw(cast: Cast) -> pd.DataFrame:
    """One row a lead of the weeks: when it arrived, was answered first, and how long that took in minutes of opening time."""
    with cast.services.database.reading() as connection:
        came = frame(connection, select(lead.c.id, lead.c.rep_id, lead.c.source, lead.c.arrived_at))
        made = frame(connection, select(attempt.c.lead_id, attempt.c.at))
    came = came.dropna(subset="arrived_at").assign(arrived=lambda rows: pd.to_datetime(rows["arrived_at"], utc=True))
    came["day"] = came["arrived"].dt.tz_convert(ZONE).dt.date
    came = came[(came["day"] >= FIRST_COUNTED) & (came["day"] < date(2024, 10, 7))].set_index("id")
    first = pd.to_datetime(made.groupby("lead_id")["at"].min(), utc=True)
    came["answered"] = first.reindex(came.index)
    end = came["answered"].fillna(pd.Timestamp(cast.services.now()))
    came["minutes"] = [open_minutes(*span) for span in zip(came["arrived"], end, strict=True)]
    return came


def frame(connection: Connection, query: Select[Any]) -> pd.DataFrame:
    return pd.DataFrame([dict(row._mapping) for row in connection.execute(query)])


def open_minutes(start: pd.Timestamp, end: pd.Timestamp) -> int:
    """Counted minute by minute."""
    each = pd.date_range(start, end, freq="min", inclusive="left").tz_convert(ZONE)
    opens = [HOURS.get(at.weekday(), (time.max, time.max)) for at in each]
    return sum(start <= at.time() < end for at, (start, end) in zip(each, opens, strict=True))


def read(cast: Cast, person: str = "dana", scope: Scope = SCOPE) -> KeptReport:
    return kept(cast.services, cast.as_seen_by(getattr(cast, person)), scope)


def in_time(rows: pd.DataFrame) -> Share:
    return Share(int((rows["minutes"] <= 15).sum()), len(rows))


@pytest.fixture
def lived(cast: Cast, clock: Clock) -> Cast:
    clock.at = datetime(2024, 10, 14, 16, tzinfo=UTC)
    live_through(cast)
    return cast


def test_first_responses_are_those_of_the_raw_rows(lived: Cast) -> None:
    rows, report = raw(lived), read(lived)
    assert 30 < len(rows) < 60
    assert (report.over_all.leads, report.over_all.in_time) == (len(rows), in_time(rows))
    assert report.over_all.minutes == pytest.approx(rows.dropna(subset="answered")["minutes"].median(), abs=1)
    names = {lived.bob: "Bob", lived.charlie: "Charlie"}
    groups = {names.get(rep, NOBODY): part for rep, part in rows.groupby("rep_id", dropna=False)}
    assert {one.name: (one.leads, one.in_time) for one in report.of_reps} == {
        name: (len(part), in_time(part)) for name, part in groups.items()
    }
    assert {one.name: one.leads for one in report.of_teams} == {
        "Internet": len(groups["Bob"]),
        "Floor": len(groups["Charlie"]),
        NO_TEAM: len(groups[NOBODY]),
    }


def test_adherence_is_the_sum_of_what_each_lead_page_says(lived: Cast) -> None:
    dana, rows = lived.as_seen_by(lived.dana), raw(lived)
    each = {int(key): read_lead(lived.services, dana, key).adherence for key in rows.index}
    assert read(lived).over_all.adherence == total(each.values())
    bobs = next(one for one in read(lived).of_reps if one.name == "Bob")
    assert bobs.adherence == total(each[int(key)] for key in rows[rows["rep_id"] == lived.bob].index)
    assert bobs.steps.n > bobs.steps.hits > 0


def test_filters_take_away_what_they_name(lived: Cast) -> None:
    rows = raw(lived)
    for scope, wanted in (
        (replace(SCOPE, rep_id=lived.bob), rows["rep_id"] == lived.bob),
        (replace(SCOPE, team_id=lived.other_team), rows["rep_id"] == lived.charlie),
        (replace(SCOPE, source="Website"), rows["source"] == "Website"),
        (replace(SCOPE, since=SCOPE.until), rows["day"] >= SCOPE.until),
    ):
        assert read(lived, scope=scope).over_all.in_time == in_time(rows[wanted])


def test_a_trainer_reads_of_the_own_team_and_strangers_nothing(lived: Cast) -> None:
    assert [one.name for one in read(lived, "alice").of_reps] == ["Bob"]
    assert read(lived, "erin").over_all.leads == 0
    assert read(lived, "erin", replace(SCOPE, store_id=lived.store)).over_all.adherence == Adherence()
