from typing import Any

import pytest

from coaching.errors import InvalidFile
from coaching.scoring.phrases import SpokenText, compile_patterns
from coaching.scoring.scope import Modifier, targets_in
from coaching.scoring.words import spoken_words

TARGET = compile_patterns(["text me"], {})
BEFORE: dict[str, Any] = {"means": "refused", "direction": "before", "reach": 2, "patterns": ["don't"], "unless_between": ["but"]}
AFTER: dict[str, Any] = {"means": "refused", "direction": "after", "reach": 1, "patterns": ["won't work"]}


def meanings(text: str, *modifiers: dict[str, Any]) -> list[list[str]]:
    spoken = SpokenText(spoken_words(text))
    found = targets_in(spoken, TARGET, [Modifier.read(values, {}) for values in modifiers])
    return [[modifier.means for modifier, _ in one.by] for one in found]


def test_a_modifier_takes_back_the_target_that_it_reaches() -> None:
    assert meanings("please don't text me", BEFORE) == [["refused"]]
    assert meanings("please don't ever just text me", BEFORE) == [["refused"]]


def test_it_does_not_reach_further_than_it_may() -> None:
    assert meanings("I don't mind at all, text me", BEFORE) == [[]]


def test_a_word_that_ends_the_thought_ends_the_reach() -> None:
    assert meanings("call? don't, but text me", BEFORE) == [[]]


def test_direction_is_as_seen_from_the_target() -> None:
    assert meanings("text me, don't call", BEFORE) == [[]]
    assert meanings("text me won't work here", AFTER) == [["refused"]]


def test_each_target_is_judged_by_itself() -> None:
    assert meanings("don't text me at the store, at home you can text me", BEFORE) == [["refused"], []]


def test_the_end_of_a_thought_may_end_the_reach() -> None:
    spoken = SpokenText(spoken_words("it is for people text me"))
    others = BEFORE | {"means": "others", "patterns": ["people"]}
    for within_thought, means in ((True, []), (False, ["others"])):
        modifier = Modifier.read(others | {"within_thought": within_thought}, {})
        (found,) = targets_in(spoken, TARGET, [modifier], thoughts=frozenset({0, 4}))
        assert [one.means for one, _ in found.by] == means


@pytest.mark.parametrize("wrong", [{"direction": "around"}, {"reech": 3}])
def test_a_modifier_that_cannot_be_used_names_what_is_allowed(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidFile, match=r"must be one of|Allowed"):
        Modifier.read(BEFORE | wrong, {})
