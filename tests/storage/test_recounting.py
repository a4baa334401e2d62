"""After a store's clock was changed every voicemail counts for the week in which it was left there."""

from collections import Counter
from collections.abc import Sequence

import pytest

from coaching.storage import counting, people, recounting
from tests.team_history import live_through, sums
from tests.world import Cast

FAR_AWAY = "Asia/Tokyo"


@pytest.fixture
def before(cast: Cast) -> Sequence[Counter[tuple[object, ...]]]:
    """The sums of a store with a past, whose clock was changed a moment ago."""
    live_through(cast)
    with cast.services.database.writing() as connection:
        kept = sums(connection)
        people.set_time_zone(connection, cast.store, FAR_AWAY)
        recounting.begin(connection, cast.store)
        return kept


def count_next(cast: Cast, size: int) -> bool:
    with cast.services.database.writing() as connection:
        return recounting.count_next(connection, cast.store, size)


def counted(cast: Cast) -> Sequence[Counter[tuple[object, ...]]]:
    with cast.services.database.reading() as connection:
        return sums(connection)


def counted_anew(cast: Cast) -> Sequence[Counter[tuple[object, ...]]]:
    with cast.services.database.trying() as connection:
        counting.rebuild(connection)
        return sums(connection)


@pytest.mark.parametrize("size", [1, 7, 1000])
def test_batch_by_batch_the_sums_become_those_of_the_raw_rows(
    cast: Cast, before: Sequence[Counter[tuple[object, ...]]], size: int
) -> None:
    assert counted(cast) == before != counted_anew(cast)
    while count_next(cast, size):
        pass
    assert counted(cast) == counted_anew(cast)
    with cast.services.database.reading() as connection:
        assert recounting.under_way(connection) == []


def test_a_batch_looks_at_no_more_than_its_size_and_is_gone_on_from(
    cast: Cast, before: Sequence[Counter[tuple[object, ...]]]
) -> None:
    steps = 0
    while count_next(cast, 10):
        steps += 1
        with cast.services.database.reading() as connection:
            assert recounting.under_way(connection) == [cast.store]
    assert steps == -(-before[0].total() // 10)


def test_a_clock_that_is_changed_again_meanwhile_begins_anew(cast: Cast, before: Sequence[Counter[tuple[object, ...]]]) -> None:
    assert count_next(cast, 20)
    with cast.services.database.writing() as connection:
        people.set_time_zone(connection, cast.store, "America/New_York")
        recounting.begin(connection, cast.store)
    while count_next(cast, 20):
        pass
    assert counted(cast) == before


def test_a_store_whose_clock_stayed_is_left_alone(cast: Cast) -> None:
    assert not count_next(cast, 10)
