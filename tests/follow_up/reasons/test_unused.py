from dataclasses import replace

import pytest

from coaching.domain.lead import Lead
from coaching.domain.scorecard import Evidence, Finding, Outcome, Scorecard, ValueKind
from coaching.follow_up.reasons.ledger import Heard, ledger
from coaching.follow_up.reasons.unused import Unused, unused
from tests.follow_up.cast import DENISE, local, voicemail
from tests.follow_up.stock import STORE_FACTS, TODAY

ASKED = replace(DENISE, facts={**DENISE.facts, "question": "Does a large dog crate fit?", "employer": "Holden Plastics"})


def left_after(*texts: str, lead: Lead = ASKED, scorecard: Scorecard | None = None) -> Unused:
    heard = [Heard(voicemail(local(3, 10 + at)), text, scorecard) for at, text in enumerate(texts)]
    return unused(lead, heard, ledger(lead, heard, STORE_FACTS, TODAY))


def names(left: Unused) -> list[str]:
    return [fact.name for fact in left.facts]


def test_before_the_first_message_every_fact_reason_and_kind_is_left() -> None:
    left = left_after()
    assert names(left) == ["question", "trade_in", "employer", "options", "colour"]
    assert left.kinds == tuple(ValueKind)
    assert left.reasons


@pytest.mark.parametrize(
    ("said", "used"),
    [
        ("A large dog crate fits with room to spare.", "question"),
        ("We would like your Rogue for our lot.", "trade_in"),
        ("Everybody at Holden Plastics gets a discount.", "employer"),
        ("It has the heated steering wheel.", "options"),
        ("The Urban Gray one is here.", "colour"),
    ],
)
def test_a_fact_that_was_mentioned_in_any_message_is_used(said: str, used: str) -> None:
    left = left_after("Hi Denise, call me.", said, "Me again.")
    assert names(left) == [name for name in ["question", "trade_in", "employer", "options", "colour"] if name != used]


def test_each_option_stands_by_itself() -> None:
    lead = replace(ASKED, facts={"options": ["panoramic roof", "tow hitch"]})
    assert [fact.words for fact in left_after("It has a tow hitch.", lead=lead).facts] == ["panoramic roof"]


def test_facts_of_other_shapes_are_left_out() -> None:
    assert left_after(lead=replace(ASKED, facts={"colour": "", "options": 7, "question": None})).facts == ()


def test_a_kind_of_value_that_was_offered_is_used() -> None:
    text = "Your rate went down today."
    found = Finding("value_offered", Outcome.MET, "", (Evidence(text, 0, len(text)),), ValueKind.INCENTIVE)
    left = left_after(text, scorecard=Scorecard("1", "default", (found,), (), {"value_offered": 1.0}, {}))
    assert left.kinds == tuple(kind for kind in ValueKind if kind is not ValueKind.INCENTIVE)


def test_an_offer_for_their_trade_uses_it_also_where_the_car_is_not_named() -> None:
    text = "We pay five hundred over book for your trade."
    found = Finding("value_offered", Outcome.MET, "", (Evidence(text, 0, len(text)),), ValueKind.TRADE_IN)
    left = left_after(text, scorecard=Scorecard("1", "default", (found,), (), {"value_offered": 1.0}, {}))
    assert "trade_in" not in names(left)


def test_what_was_perhaps_told_is_not_among_what_is_left() -> None:
    text = "It just a ride this mourning."
    found = Finding("value_offered", Outcome.UNSURE, "", (Evidence(text, 0, len(text)),), ValueKind.ARRIVAL_OR_MATCH)
    left = left_after(text, scorecard=Scorecard("1", "default", (found,), (), {"value_offered": 1.0}, {}))
    assert {reason.kind for reason in left.perhaps} == {ValueKind.ARRIVAL_OR_MATCH}
    assert ValueKind.ARRIVAL_OR_MATCH not in {*left.kinds, *(reason.kind for reason in left.reasons)}
