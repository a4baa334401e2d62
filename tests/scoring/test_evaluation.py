"""Our figures are those of scikit-learn; where nothing can be divided, they say so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score, f1_score, precision_score, recall_score

from coaching.domain.scorecard import Outcome
from coaching.scoring.evaluation import measure

MET, NOT_MET, UNSURE = Outcome.MET, Outcome.NOT_MET, Outcome.UNSURE
pairs_of_verdicts = st.lists(st.tuples(st.sampled_from([MET, NOT_MET]), st.sampled_from([MET, NOT_MET, UNSURE])), min_size=1)


@given(pairs_of_verdicts)
def test_f1_precision_and_recall_are_those_of_scikit_learn(pairs: list[tuple[Outcome, Outcome]]) -> None:
    labels, verdicts = zip(*pairs, strict=True)
    agreement = measure(pairs)
    for ours, theirs in (
        (agreement.precision, precision_score(labels, verdicts, labels=[MET], average="macro", zero_division=0)),
        (agreement.recall, recall_score(labels, verdicts, labels=[MET], average="macro", zero_division=0)),
        (agreement.f1_met, f1_score(labels, verdicts, labels=[MET], average="macro", zero_division=0)),
        (agreement.f1_not_met, f1_score(labels, verdicts, labels=[NOT_MET], average="macro", zero_division=0)),
    ):
        assert (ours or 0.0) == pytest.approx(theirs)


@given(pairs_of_verdicts)
def test_kappa_is_that_of_scikit_learn(pairs: list[tuple[Outcome, Outcome]]) -> None:
    labels, verdicts = zip(*pairs, strict=True)
    ours = measure(pairs).kappa
    if ours is None:
        assert len({*labels, *verdicts}) == 1  # one kind only: there is no agreement beyond chance to speak of
    else:
        assert ours == pytest.approx(cohen_kappa_score(labels, verdicts, labels=[MET, NOT_MET, UNSURE]))


def test_calling_everything_met_does_not_pass() -> None:
    agreement = measure([(MET, MET)] * 9 + [(NOT_MET, MET)])
    assert agreement.f1_met == pytest.approx(18 / 19)
    assert agreement.f1_not_met == 0.0
    assert agreement.kappa == pytest.approx(0.0)


def test_unsure_counts_as_wrong_and_is_counted() -> None:
    agreement = measure([(MET, MET), (MET, UNSURE), (NOT_MET, NOT_MET), (NOT_MET, UNSURE)])
    assert agreement.unsure == 2
    assert agreement.recall == 0.5
    assert agreement.precision == 1.0


def test_nothing_labelled_gives_no_figures() -> None:
    agreement = measure([])
    assert (agreement.n, agreement.macro_f1, agreement.kappa, agreement.macro_f1_interval) == (0, None, None, None)


def test_the_interval_holds_the_figure_and_narrows_with_more_cases() -> None:
    few = measure([(MET, MET)] * 8 + [(NOT_MET, MET)] * 2 + [(NOT_MET, NOT_MET)] * 10)
    many = measure(([(MET, MET)] * 8 + [(NOT_MET, MET)] * 2 + [(NOT_MET, NOT_MET)] * 10) * 20)
    assert few.macro_f1_interval is not None
    assert many.macro_f1_interval is not None
    assert few.macro_f1 is not None
    assert few.macro_f1_interval[0] < few.macro_f1 < few.macro_f1_interval[1]
    assert many.macro_f1_interval[1] - many.macro_f1_interval[0] < (few.macro_f1_interval[1] - few.macro_f1_interval[0]) / 3


def test_the_same_pairs_give_the_same_interval() -> None:
    pairs = [(MET, MET)] * 5 + [(NOT_MET, MET), (NOT_MET, NOT_MET)]
    assert measure(pairs) == measure(pairs)
