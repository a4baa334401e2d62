from datetime import date

import pytest

from coaching.domain.people import StoreId
from coaching.domain.scorecard import ValueKind
from coaching.domain.store_fact import StoreFact, StoreFactId
from coaching.errors import CoachingError, NotAllowed, NotFound
from coaching.services.follow_up.store_facts import add_store_fact, end_store_fact, import_store_facts, list_store_facts
from tests.world import Cast

CSV = b"text,kind,start,end\nA Pilot came,arrival,2024-10-01,\nThe rate went down,incentive,,2024-10-31\n,incentive,,\n"


def fact(store: StoreId, starts_on: date, ends_on: date | None = None) -> StoreFact:
    return StoreFact(StoreFactId(0), store, ValueKind.INCENTIVE, "The rate went down", starts_on, ends_on)


def test_a_list_comes_in_once_with_its_bad_rows_told(cast: Cast) -> None:
    dana = cast.as_seen_by(cast.dana)
    came = import_store_facts(cast.services, dana, cast.store, CSV)
    assert (came.added, came.already_here, [one.line for one in came.refused]) == (2, 0, [4])
    again = import_store_facts(cast.services, dana, cast.store, CSV)
    assert (again.added, again.already_here) == (0, 2)
    assert [one.starts_on for one in list_store_facts(cast.services, dana, cast.store)] == [date(2024, 10, 1), date(2024, 10, 7)]


def test_the_same_cannot_be_added_twice(cast: Cast) -> None:
    add_store_fact(cast.services, cast.as_seen_by(cast.dana), fact(cast.store, date(2024, 10, 1)))
    with pytest.raises(CoachingError, match="on file already"):
        add_store_fact(cast.services, cast.as_seen_by(cast.dana), fact(cast.store, date(2024, 10, 5)))


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "left"),
    [
        (date(2024, 10, 1), None, [date(2024, 10, 6)]),
        (date(2024, 10, 1), date(2024, 10, 31), [date(2024, 10, 6)]),
        (date(2024, 10, 1), date(2024, 10, 3), [date(2024, 10, 3)]),
        (date(2024, 10, 7), None, []),
        (date(2024, 11, 1), None, []),
    ],
)
def test_what_is_ended_was_true_until_yesterday(cast: Cast, starts_on: date, ends_on: date | None, left: list[date]) -> None:
    dana = cast.as_seen_by(cast.dana)
    fact_id = add_store_fact(cast.services, dana, fact(cast.store, starts_on, ends_on))
    end_store_fact(cast.services, dana, cast.store, fact_id)
    assert [one.ends_on for one in list_store_facts(cast.services, dana, cast.store)] == left


def test_a_rep_and_another_store_can_neither_import_nor_end(cast: Cast) -> None:
    fact_id = add_store_fact(cast.services, cast.as_seen_by(cast.dana), fact(cast.store, date(2024, 10, 1)))
    for person, error in ((cast.bob, NotAllowed), (cast.erin, NotFound)):
        with pytest.raises(error):
            import_store_facts(cast.services, cast.as_seen_by(person), cast.store, CSV)
        with pytest.raises(error):
            end_store_fact(cast.services, cast.as_seen_by(person), cast.store, fact_id)
    with pytest.raises(NotFound):
        end_store_fact(cast.services, cast.as_seen_by(cast.erin), cast.other_store, fact_id)
