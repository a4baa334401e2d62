import re

import pytest

from coaching.follow_up.drafts.phrases import NAME, Part, blanks, parts

PHRASES = [phrase for part in parts() for phrase in part.phrases]


def test_every_part_has_several_phrasings() -> None:
    assert all(len(set(part.phrases)) >= 2 for part in parts())
    assert sum(len(part.phrases) for part in parts() if part.id in ("greeting", "line")) >= 15


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrasing_states_nothing_itself(phrase: str) -> None:
    bare = NAME.sub("", phrase)
    assert not re.search(r"\d", bare)
    assert set(re.findall(r"(?<=[a-z,] )[A-Z]\w+", bare)) == set(), "names come from what is on file"
    assert set(NAME.findall(phrase)) <= set(blanks())


def the(part_id: str) -> list[Part]:
    return [part for part in parts() if part.id == part_id]


def test_every_way_to_give_the_line_says_that_it_is_direct_and_that_a_text_is_welcome() -> None:
    for phrase in the("line")[0].phrases:
        assert "direct line" in phrase
        assert "text" in phrase
        assert phrase.count("{direct_line}") == 1


@pytest.mark.parametrize("attempt", [1, 2, 7])
def test_every_draft_greets_gives_a_reason_and_a_line(attempt: int) -> None:
    always = [part.id for part in parts() if part.belongs(attempt, 15) and part.is_needed(15)]
    assert always == ["greeting", "reason", "line"]
