"""By which profile a team's voicemails were judged."""

from coaching.domain.context import DEFAULT_PROFILE
from coaching.domain.people import Store, StoreId
from coaching.rubrics import load_rubric
from coaching.ui.team_profiles import MOST_NAMED, profiles_told

RUBRIC = load_rubric()
SHORT = f"“{RUBRIC.profiles['short_and_curious'].title}”"


def store(number: int, profile_id: str = DEFAULT_PROFILE) -> Store:
    return Store(StoreId(number), f"Store {number}", "540-555-0100", "America/New_York", profile_id)


def test_where_all_are_judged_by_the_usual_profile_nothing_is_said() -> None:
    assert profiles_told([store(1), store(2)], RUBRIC) == ""


def test_one_profile_of_its_own_is_named() -> None:
    assert profiles_told([store(1, "short_and_curious")], RUBRIC).startswith(f"Judged by {SHORT}")


def test_stores_that_are_judged_differently_are_not_mixed_without_a_word() -> None:
    told = profiles_told([store(1), store(2, "short_and_curious")], RUBRIC)
    assert told == f"Not all stores are judged alike: Store 2 by {SHORT}. Compare totals store by store."


def test_of_many_stores_only_some_are_named() -> None:
    stores = [store(number, "short_and_curious") for number in range(MOST_NAMED + 2)]
    told = profiles_told([*stores, store(99)], RUBRIC)
    assert "and 2 more stores by profiles of their own" in told
    assert "Store 3" not in told


def test_a_profile_that_the_rubric_no_longer_has_is_not_named() -> None:
    assert profiles_told([store(1, "gone")], RUBRIC) == ""
