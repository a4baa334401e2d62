from dataclasses import replace
from datetime import date

import pytest

from coaching.domain.lead import Lead
from coaching.domain.scorecard import ValueKind
from coaching.follow_up.reasons.on_file import as_said, can_be_noted, is_for, names, prepared, reasons_for
from tests.follow_up.cast import DENISE
from tests.follow_up.stock import OVER, STORE_FACTS, TODAY


def knowing(**facts: object) -> Lead:
    return replace(DENISE, facts={**DENISE.facts, **facts})


def ids(lead: Lead, today: date | None = TODAY) -> list[str]:
    return [reason.id for reason in reasons_for(lead, [*STORE_FACTS, OVER], today)]


def test_what_is_for_the_vehicle_comes_before_what_is_for_everybody() -> None:
    assert ids(DENISE) == ["store fact 1", "store fact 6", "store fact 9", "store fact 10", "store fact 11", "store fact 12"]


def test_what_a_rep_prepared_for_this_customer_comes_first_of_all() -> None:
    reason = reasons_for(knowing(trade_offer="$7,200"), STORE_FACTS, TODAY)[0]
    assert reason.said == "We can offer you $7,200 for your 2015 Nissan Rogue."
    assert reason.kind is ValueKind.TRADE_IN


def test_a_prepared_reason_that_lacks_a_fact_is_left_out() -> None:
    assert "benefit" not in ids(knowing(benefit="the supplier price"))
    assert "benefit" in ids(knowing(benefit="the supplier price", employer="Frederick Health"))


def test_only_what_can_be_said_can_be_noted() -> None:
    assert "benefit" not in can_be_noted(DENISE)
    assert set(can_be_noted(knowing(employer="Frederick Health"))) == set(prepared())


@pytest.mark.parametrize("key", prepared())
def test_every_example_makes_a_sentence(key: str) -> None:
    one = prepared()[key]
    known = knowing(employer="Frederick Health", **{key: one.example})
    assert one.example[1:] in as_said(one, known.facts)
    assert key in ids(known)


def test_an_incentive_is_there_from_its_first_day_to_its_last() -> None:
    assert "store fact 13" not in ids(DENISE, date(2026, 2, 28))
    assert "store fact 13" in ids(DENISE, date(2026, 3, 1))
    assert "store fact 13" in ids(DENISE, date(2026, 3, 3))
    assert "store fact 13" not in ids(DENISE, date(2026, 3, 4))
    assert "store fact 13" in ids(DENISE, None)


def test_a_benefit_is_only_for_those_whose_employer_has_it() -> None:
    benefit = STORE_FACTS[6]
    assert not is_for(benefit, DENISE)
    assert is_for(benefit, knowing(employer="Frederick Health Hospital"))


def test_money_for_any_trade_in_is_only_for_those_who_have_one() -> None:
    offer = replace(STORE_FACTS[0], kind=ValueKind.TRADE_IN, vehicles=(), employers=())
    assert is_for(offer, DENISE)
    assert not is_for(offer, knowing(trade_in=None))


@pytest.mark.parametrize(
    ("words", "stand"), [("CR-V", True), ("cr v hybrid", True), ("CR", True), ("Hybrid CR-V", False), ("V", True), ("", False)]
)
def test_a_vehicle_is_named_where_its_words_stand_together(words: str, stand: bool) -> None:
    assert names("2026 Honda CR-V Hybrid", words) is stand


def test_a_pilot_is_no_part_of_another_word() -> None:
    assert not names("2026 Honda Autopilot", "Pilot")


def test_every_prepared_sentence_can_be_said() -> None:
    assert len(prepared()) >= 8
    for one in prepared().values():
        assert one.title
        assert "{" in one.sentence
