"""What reports count is the same after every change as if everything were counted anew."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update

from coaching.domain.override import Override
from coaching.domain.people import Role
from coaching.domain.scorecard import Outcome
from coaching.storage import counting, overrides, people
from coaching.storage.tables import counted, criterion_place, score_tally, voicemail
from tests.at_once import at_once
from tests.team_history import card, judge, live_through, sums
from tests.world import SEVENTH_OF_OCTOBER, Cast

UNTIL_THE_OTHER_WAITS_S = 0.5


def test_whatever_happens_the_sums_are_those_of_the_raw_rows(cast: Cast) -> None:
    left = live_through(cast)
    with cast.services.database.writing() as connection:
        kept = sums(connection)
        counting.rebuild(connection)
        assert sums(connection) == kept
        assert len(kept[0]) == len(left)


@pytest.mark.parametrize(("zone", "week"), [("America/New_York", "2024-09-30"), ("UTC", "2024-10-07")])
def test_a_week_begins_on_monday_on_the_stores_own_clock(cast: Cast, zone: str, week: str) -> None:
    with cast.services.database.writing() as connection:
        store = people.add_store(connection, "Elsewhere", "", zone)
        ed = people.add_person(connection, "Ed", Role.REP, store_id=store)
    one = cast.leaves("hello", rep=ed)
    with cast.services.database.writing() as connection:
        connection.execute(update(voicemail).values(left_at=datetime(2024, 10, 7, 2, tzinfo=UTC)))
        judge(connection, one, card({"value_offered": Outcome.MET}))
        assert str(connection.scalar(select(counted.c.week))) == week


def test_changing_nothing_writes_nothing(cast: Cast) -> None:
    one = cast.leaves("hello")
    with cast.services.database.writing() as connection:
        judge(connection, one, card({"value_offered": Outcome.MET}))
        before = sums(connection)
        counting.changed(connection, [one, one])
        assert sums(connection) == before
        assert len(before[2]) == 4 + 4  # of its store, and of all stores


def test_two_who_change_one_voicemail_at_once_count_it_once(cast: Cast) -> None:
    one = cast.leaves("hello")
    with cast.services.database.writing() as connection:
        judge(connection, one, card({"value_offered": Outcome.MET}))
        before = sums(connection)
    first_has_it = threading.Event()

    def first() -> None:
        with cast.services.database.writing() as connection:
            counting.changed(connection, [one])
            first_has_it.set()
            time.sleep(UNTIL_THE_OTHER_WAITS_S)

    def second() -> None:
        first_has_it.wait()
        with cast.services.database.writing() as connection:
            counting.changed(connection, [one])

    with ThreadPoolExecutor() as both:
        for done in [both.submit(first), both.submit(second)]:
            done.result()
    with cast.services.database.reading() as connection:
        assert sums(connection) == before


def test_criteria_that_are_first_counted_at_once_have_a_place_each(cast: Cast) -> None:
    left = iter([cast.leaves(f"hello {number}") for number in range(4)])
    names = iter(["value_offered", "text_invited", "value_offered", "urgency_shown"])

    def first_time() -> None:
        with cast.services.database.writing() as connection:
            judge(connection, next(left), card({next(names): Outcome.MET}))

    assert at_once(4, first_time) == []
    with cast.services.database.reading() as connection:
        places = connection.execute(select(criterion_place).order_by(criterion_place.c.place)).all()
    assert [row.place for row in places] == [1, 2, 3]


def test_a_total_that_is_settled_anew_moves_to_its_bin(cast: Cast) -> None:
    one = cast.leaves("hello")
    made = card({"value_offered": Outcome.UNSURE, "text_invited": Outcome.MET})
    with cast.services.database.writing() as connection:
        judge(connection, one, made)
        settled = Override("value_offered", Outcome.UNSURE, Outcome.NOT_MET, "", cast.alice, SEVENTH_OF_OCTOBER)
        overrides.add(connection, one, made, settled)
        everything = (
            (score_tally.c.attempt == 0) & (score_tally.c.source == "") & (score_tally.c.n > 0) & (score_tally.c.store_id > 0)
        )
        row = connection.execute(select(score_tally).where(everything)).one()
        assert (row.decile, row.n, row.tenths, row.squares) == (4, 1, 400, 160_000)
