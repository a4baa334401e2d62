from datetime import UTC, datetime

import pytest

from coaching.domain.calibration import CalibrationRound, RoundId, Verdict
from coaching.domain.people import MACHINE, PersonId, StoreId
from coaching.domain.scorecard import Outcome
from coaching.domain.voicemail import VoicemailId
from coaching.reports.calibration import by_criterion, by_pair, unanimous

ALICE, THEO = PersonId(1), PersonId(2)
NOW = datetime(2024, 10, 7, tzinfo=UTC)
LINE, VALUE = "direct_line_given", "value_offered"
SIGNS = {"+": Outcome.MET, "-": Outcome.NOT_MET, "?": Outcome.UNSURE}


def a_round(n: int, *judges: PersonId) -> CalibrationRound:
    names = dict.fromkeys(judges, "name")
    ids = tuple(VoicemailId(number) for number in range(n))
    return CalibrationRound(
        RoundId(1), StoreId(1), "Round", None, NOW, (LINE, VALUE), ids, names, dict.fromkeys(judges, NOW), NOW
    )


def said(judge: PersonId, criterion: str, signs: str) -> list[Verdict]:
    return [Verdict(VoicemailId(place), criterion, judge, SIGNS[sign]) for place, sign in enumerate(signs)]


def test_the_guidance_that_is_read_most_differently_stands_first() -> None:
    verdicts = [*said(ALICE, LINE, "++--"), *said(THEO, LINE, "++--"), *said(ALICE, VALUE, "++--"), *said(THEO, VALUE, "--++")]
    first, second = by_criterion(a_round(4, ALICE, THEO), verdicts)
    assert (first.criterion_id, first.same, first.n) == (VALUE, 0, 4)
    assert first.people is not None
    assert first.people.value == -1.0
    assert (second.criterion_id, second.same, second.differing) == (LINE, 4, [])
    assert first.differing == [0, 1, 2, 3]


def test_the_machine_is_no_judge_among_people_but_is_held_against_each() -> None:
    verdicts = [*said(ALICE, LINE, "+-+-"), *said(THEO, LINE, "+--+"), *said(MACHINE.id, LINE, "+-+-")]
    of = a_round(4, ALICE, THEO)
    assert by_criterion(of, verdicts)[0].same == 2
    pairs = {(one.first, one.second): (one.same, one.n) for one in by_pair(of, verdicts)}
    assert pairs == {(ALICE, THEO): (2, 4), (ALICE, MACHINE.id): (4, 4), (THEO, MACHINE.id): (2, 4)}


def test_what_the_machine_is_unsure_of_agrees_with_nobody() -> None:
    (pair,) = by_pair(a_round(2, ALICE), [*said(ALICE, LINE, "+-"), *said(MACHINE.id, LINE, "?-")])
    assert (pair.same, pair.n) == (1, 2)


@pytest.mark.parametrize("judges", [(), (ALICE,)])
def test_a_single_judge_agrees_with_nobody_and_makes_nothing_gold(judges: tuple[PersonId, ...]) -> None:
    verdicts = [one for judge in judges for one in said(judge, LINE, "+-")]
    assert all(one.people is None for one in by_criterion(a_round(2, *judges), verdicts))
    assert unanimous(verdicts) == {}


def test_unanimous_is_what_all_people_say_whatever_the_machine_says() -> None:
    verdicts = [*said(ALICE, LINE, "+-+"), *said(THEO, LINE, "+++"), *said(MACHINE.id, LINE, "---")]
    assert unanimous(verdicts) == {(0, LINE): Outcome.MET, (2, LINE): Outcome.MET}


def test_a_criterion_where_all_is_one_class_cannot_be_computed_and_stands_last() -> None:
    verdicts = [*said(ALICE, LINE, "++"), *said(THEO, LINE, "++"), *said(ALICE, VALUE, "+-"), *said(THEO, VALUE, "+-")]
    assert [one.criterion_id for one in by_criterion(a_round(2, ALICE, THEO), verdicts)] == [VALUE, LINE]
    assert by_criterion(a_round(2, ALICE, THEO), verdicts)[1].people is None
