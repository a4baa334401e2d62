from datetime import date

import pytest

from coaching.domain.people import StoreId
from coaching.domain.scorecard import ValueKind
from coaching.domain.store_fact import StoreFact, StoreFactId
from coaching.follow_up.store_facts.same import same_as


def fact(text: str, first: int, last: int | None, *vehicles: str) -> StoreFact:
    ends_on = None if last is None else date(2024, 10, last)
    return StoreFact(StoreFactId(0), StoreId(1), ValueKind.INCENTIVE, text, date(2024, 10, first), ends_on, vehicles)


HERE = fact("There is a 750 dollar rebate.", 5, 10, "CR-V")


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (fact("there is a 750  dollar rebate", 10, None, "cr-v"), True),
        (fact("There is a 750 dollar rebate.", 1, 5, "CR-V"), True),
        (fact("There is a 750 dollar rebate.", 11, None, "CR-V"), False),
        (fact("There is a 500 dollar rebate.", 5, 10, "CR-V"), False),
        (fact("There is a 750 dollar rebate.", 5, 10, "Pilot"), False),
    ],
)
def test_the_same_words_for_a_time_in_common_are_one_fact(other: StoreFact, same: bool) -> None:
    assert same_as(other, [HERE]) is same
    assert same_as(HERE, [other]) is same
