from itertools import pairwise

import pytest

from coaching.domain.follow_up_settings import DailyLimits, FollowUpSettings
from coaching.errors import InvalidFile, UnknownName
from coaching.follow_up.cadence.presets import DEFAULT_CADENCE, Channel, cadence, cadence_for, cadences, read_cadence

RIGHT = """title = "T"
description = "D"
max_calls_a_day = 1
max_messages_a_day = 1
hours_between_calls = 1
steps = [{day = 2, channel = "call", by = "manager"}]
"""


def test_the_trainers_cadences_are_all_there() -> None:
    assert set(cadences()) == {"two_to_three_a_day", "every_other_day", "first_five_days", "once", "widening_weeks"}


@pytest.mark.parametrize("one", cadences().values(), ids=lambda one: one.id)
def test_each_begins_with_permission_and_a_call_within_fifteen_minutes(one: object) -> None:
    email, first_call = cadence(one.id).steps[:2]  # type: ignore[attr-defined]
    assert (email.channel, email.asks_permission) == (Channel.EMAIL, True)
    assert (first_call.channel, first_call.within_minutes) == (Channel.CALL, 15)


@pytest.mark.parametrize("one", [one for one in cadences().values() if not one.below_standard], ids=lambda one: one.id)
def test_each_that_is_up_to_standard_has_a_managers_call_and_a_change_of_channel(one: object) -> None:
    steps = cadence(one.id).steps  # type: ignore[attr-defined]
    assert any(step.by == "manager" for step in steps)
    assert any(step.channel is Channel.WRITE for step in steps)


def test_the_gaps_of_the_long_one_widen() -> None:
    days = sorted({step.day for step in cadence("widening_weeks").steps if step.channel is Channel.CALL})
    gaps = [later - earlier for earlier, later in pairwise(days)]
    assert gaps == sorted(gaps)


def test_a_source_has_its_own_cadence_and_all_others_the_stores() -> None:
    chosen = FollowUpSettings(cadences={"Cars.com": "two_to_three_a_day", "": "every_other_day"})
    assert cadence_for("Cars.com", chosen).id == "two_to_three_a_day"
    assert cadence_for("Website", chosen).id == "every_other_day"
    assert cadence_for("Website", FollowUpSettings()).id == DEFAULT_CADENCE


def test_limits_hold_apart_from_the_cadence() -> None:
    def most(source: str, settings: FollowUpSettings) -> tuple[int, int]:
        one = cadence_for(source, settings)
        return one.max_calls_a_day, one.max_messages_a_day

    limits = {"": DailyLimits(calls=5, messages=2), "Website": DailyLimits(messages=3)}
    settings = FollowUpSettings(cadences={"Cars.com": "two_to_three_a_day"}, limits=limits)
    assert most("Walk-in", settings) == (5, 2)
    assert most("Website", settings) == (5, 3)
    assert most("Cars.com", settings) == (3, 1)


def test_an_unknown_cadence_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="widening_weeks"):
        cadence("widening_week")


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (RIGHT.replace('"call"', '"fax"'), ["mine.toml, step 1", "channel", "call, email, write"]),
        (RIGHT.replace("day = 2", "dya = 2"), ["dya", "day, channel"]),
        (RIGHT.replace('title = "T"', ""), ["title"]),
        (RIGHT + "max_call = 3\n", ["max_call", "max_calls_a_day"]),
        ("title =", ["mine.toml", "TOML"]),
    ],
)
def test_a_mistake_in_a_file_is_named_with_what_is_allowed(wrong: str, words: list[str]) -> None:
    with pytest.raises(InvalidFile) as error:
        read_cadence("mine", wrong)
    assert all(word in str(error.value) for word in words)
