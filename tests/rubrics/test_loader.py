from pathlib import Path

import pytest

from coaching.domain.scorecard import Outcome
from coaching.errors import InvalidFile, UnknownName
from coaching.rubrics import load_rubric, loader
from coaching.rubrics.loader import read_criterion, read_profile, read_rubric, unmark

CRITERION = """
title = "Named the vehicle"
section = "Their car"
weight = 1.0
guidance = "A model is named."
advice = "Name the car."
[check]
type = "vehicle"
[[example]]
text = "the white [[Pilot]]"
outcome = "met"
"""
PROFILE = 'title = "Standard"\ndescription = "All of it."\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "rubric.toml").write_text('version = "1"\norder = ["vehicle_named"]\n')
    (tmp_path / "vehicle_named.toml").write_text(CRITERION)
    (tmp_path / "profiles" / "default.toml").write_text(PROFILE)
    return tmp_path


def complaint_about(folder: Path) -> str:
    with pytest.raises(InvalidFile) as caught:
        read_rubric(folder)
    return str(caught.value)


def test_a_criterion_is_read_with_its_marked_examples(folder: Path) -> None:
    criterion = read_rubric(folder).criterion("vehicle_named")
    assert criterion.title == "Named the vehicle"
    assert criterion.check.type == "vehicle"
    (example,) = criterion.examples
    assert (example.text, example.outcome, example.marks) == ("the white Pilot", Outcome.MET, ((10, 15),))


@pytest.mark.parametrize(
    ("marked", "text", "marks"),
    [
        ("say [[these]] words", "say these words", ((4, 9),)),
        ("[[a]] b [[c d]]", "a b c d", ((0, 1), (4, 7))),
        ("nothing", "nothing", ()),
    ],
)
def test_marks_are_taken_out_of_the_text(marked: str, text: str, marks: tuple[tuple[int, int], ...]) -> None:
    assert unmark(marked) == (text, marks)


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ("weight = 1.0", "weight = 400", ["vehicle_named.toml", "'weight'", "from 0 to 100"]),
        ("weight = 1.0", "weight = true", ["vehicle_named.toml", "'weight'"]),
        (
            'outcome = "met"',
            'outcome = "maybe"',
            ["vehicle_named.toml", "example", "'outcome'", "met, not_met, unsure, not_applicable"],
        ),
        ('title = "Named the vehicle"', "", ["vehicle_named.toml", "'title'", "missing"]),
        ("advice =", "advise =", ["vehicle_named.toml", "'advise'", "Allowed: advice, check"]),
        ('title = "Named the vehicle"', "title = no", ["vehicle_named.toml", "not valid TOML"]),
    ],
)
def test_a_bad_file_is_told_by_file_key_and_what_is_allowed(folder: Path, right: str, wrong: str, words: list[str]) -> None:
    (folder / "vehicle_named.toml").write_text(CRITERION.replace(right, wrong))
    complaint = complaint_about(folder)
    assert all(word in complaint for word in words), complaint


def test_a_file_that_the_order_forgets_is_named(folder: Path) -> None:
    (folder / "extra.toml").write_text(CRITERION)
    assert "'order'" in complaint_about(folder)
    assert "extra" in complaint_about(folder)


def test_an_unknown_check_type_lists_the_known_ones(folder: Path) -> None:
    path = folder / "vehicle_named.toml"
    path.write_text(CRITERION.replace('type = "vehicle"', 'type = "vehicel"'))
    with pytest.raises(UnknownName, match="Did you mean 'vehicle'"):
        read_criterion(path)


@pytest.mark.parametrize(
    "line",
    [
        'left_out = ["vehicle"]',
        "[weights]\nvehicle = 2",
        "[caps]\nvehicle = 40",
        "[caps]\nvehicle_named = 140",
        "max_duration_s = 0.0 - 1",
    ],
)
def test_a_profile_that_names_what_is_not_there_is_refused(folder: Path, line: str) -> None:
    path = folder / "profiles" / "default.toml"
    path.write_text(PROFILE + line)
    with pytest.raises(InvalidFile, match=r"default\.toml"):
        read_profile(path, ["vehicle_named"])


def test_every_change_of_content_makes_a_new_version(folder: Path) -> None:
    before = read_rubric(folder).version
    assert read_rubric(folder).version == before
    (folder / "vehicle_named.toml").write_text(CRITERION.replace("weight = 1.0", "weight = 2.0"))
    assert read_rubric(folder).version != before


def test_a_model_trained_again_makes_a_new_version(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weights = tmp_path / "scoring" / "models" / "value_offered.json"
    weights.parent.mkdir(parents=True)
    monkeypatch.setattr(loader, "SCORING", tmp_path / "scoring")
    versions = set()
    for intercept in ("0.1", "0.2"):
        weights.write_text(intercept)
        versions.add(read_rubric(folder).version)
    assert len(versions) == 2


def test_line_ends_of_another_platform_make_no_new_version(folder: Path) -> None:
    before = read_rubric(folder).version
    (folder / "vehicle_named.toml").write_bytes(CRITERION.replace("\n", "\r\n").encode())
    assert read_rubric(folder).version == before


def test_an_unknown_rubric_lists_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="Known: voicemail"):
        load_rubric("email")
