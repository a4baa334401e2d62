from coaching.rubrics import load_rubric
from tests.screens import Screen
from tests.world import Cast


def test_every_criterion_of_the_rubric_is_explained(cast: Cast, screen: type[Screen]) -> None:
    shown = screen(cast.bob).open("guide").app.expander
    titles = [one.label for one in shown if one.label != "Be somebody else"]
    assert sorted(titles) == sorted(criterion.title for criterion in load_rubric().criteria)


def test_it_says_how_accurate_the_verdicts_are_or_that_nobody_measured(cast: Cast, screen: type[Screen]) -> None:
    bob = screen(cast.bob).open("guide")
    assert "How accurate is this?" in bob.text
    assert len(bob.app.table) + len(bob.app.info) == 1
