from pathlib import Path

import pytest

from coaching.domain.practice import Measure
from coaching.errors import InvalidFile, UnknownName
from coaching.rubrics.drills import drill, drills, read_drill

GOOD = """
title = "Title"
task = "Task"
hint = "Hint"
customer = "Karen Doyle"
[facts]
vehicle = "2025 Toyota RAV4"
[[goal]]
text = "Named"
criterion = "greeted_by_name"
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "1_mine.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_there_is_one_for_each_skill() -> None:
    assert list(drills()) == ["say_the_number", "open_without_filler", "invite_a_text", "new_reason"]


def test_the_third_attempt_comes_with_the_two_messages_before() -> None:
    assert (drill("new_reason").attempt, len(drill("new_reason").earlier)) == (3, 2)


def test_a_drill_is_sixty_seconds_unless_told(tmp_path: Path) -> None:
    last = read_drill(written(tmp_path, GOOD)).goals[-1]
    assert (last.measure, last.at_most) == (Measure.SECONDS, 60.0)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('criterion = "greeted_by_name"', 'criterion = "greeted"', "greeted_by_name"),
        ('criterion = "greeted_by_name"', 'measure = "speed"', "digits_per_second"),
        ('criterion = "greeted_by_name"', 'measure = "seconds"', "at_most"),
        ("[[goal]]", "[other]", "not known here"),
        ("title = ", "titel = ", "titel"),
    ],
)
def test_a_bad_file_says_what_is_wrong(tmp_path: Path, old: str, new: str, told: str) -> None:
    with pytest.raises(InvalidFile, match=told):
        read_drill(written(tmp_path, GOOD.replace(old, new)))


def test_an_unknown_drill_is_answered_with_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="invite_a_text"):
        drill("invite_a_txt")
