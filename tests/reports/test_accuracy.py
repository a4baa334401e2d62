import json
from datetime import date
from pathlib import Path

import pytest

from coaching.errors import InvalidFile
from coaching.reports.accuracy import PUBLISHED, CriterionAccuracy, read_accuracy
from coaching.rubrics import load_rubric

CRITERION = {
    "n": 74, "met": 54, "unsure": 1, "precision": 0.9, "recall": 1.0, "f1_met": 0.9, "f1_not_met": 0.8,
    "macro_f1": 0.864, "macro_f1_interval": [0.75, 0.946], "kappa": 0.73, "kappa_interval": [0.518, 0.892],
}  # fmt: skip
SET = {"name": "held_out", "title": "Held out", "n": 75, "held_out": True, "criteria": {"value_offered": CRITERION}}
PUBLISHED_SHAPE = {"measured_on": "2026-11-21", "rubric": "voicemail 1.0", "sets": [SET], "audio": []}


def written(folder: Path, shape: object) -> Path:
    path = folder / "accuracy.json"
    path.write_text(json.dumps(shape), encoding="utf-8")
    return path


def test_what_was_never_measured_is_not_there(tmp_path: Path) -> None:
    assert read_accuracy(tmp_path / "accuracy.json") is None


def test_it_reads_what_was_published(tmp_path: Path) -> None:
    measured = read_accuracy(written(tmp_path, PUBLISHED_SHAPE))
    assert measured is not None
    assert (measured.measured_on, measured.rubric, measured.audio) == (date(2026, 11, 21), "voicemail 1.0", ())
    (held_out,) = measured.sets
    assert (held_out.name, held_out.title, held_out.n, held_out.held_out) == ("held_out", "Held out", 75, True)
    assert held_out.criteria == {"value_offered": CriterionAccuracy(74, 54, 1, 0.864, (0.75, 0.946), 0.73, (0.518, 0.892))}


def test_what_could_not_be_computed_stays_so(tmp_path: Path) -> None:
    single_class = CRITERION | {"macro_f1": None, "macro_f1_interval": None, "kappa": None, "kappa_interval": None}
    shape = PUBLISHED_SHAPE | {"sets": [SET | {"criteria": {"value_offered": single_class}}]}
    measured = read_accuracy(written(tmp_path, shape))
    assert measured is not None
    assert measured.sets[0].criteria["value_offered"] == CriterionAccuracy(74, 54, 1, None, None, None, None)


@pytest.mark.parametrize(
    "shape",
    [
        {},
        [],
        PUBLISHED_SHAPE | {"measured_on": "yesterday"},
        PUBLISHED_SHAPE | {"sets": [SET | {"criteria": []}]},
        PUBLISHED_SHAPE | {"sets": [SET | {"criteria": {"value_offered": {"n": 3}}}]},
        PUBLISHED_SHAPE | {"sets": [SET | {"criteria": {"value_offered": CRITERION | {"kappa_interval": [0.1]}}}]},
    ],
)
def test_a_file_that_cannot_be_used_says_how_to_make_it_anew(tmp_path: Path, shape: object) -> None:
    with pytest.raises(InvalidFile, match=r"benchmarks/accuracy\.py"):
        read_accuracy(written(tmp_path, shape))


def test_the_published_file_if_there_is_one_can_be_read_and_names_criteria_of_the_rubric() -> None:
    measured = read_accuracy()
    assert (measured is None) == (not PUBLISHED.exists())
    known = {criterion.id for criterion in load_rubric().criteria}
    assert all(set(one.criteria) <= known for one in (*measured.sets, *measured.audio)) if measured else True
