from dataclasses import replace

import pytest

from coaching.domain.scorecard import Evidence, Finding, Outcome, Scorecard, ValueKind
from coaching.domain.transcript import Transcript, Word
from coaching.follow_up.reasons.ledger import Heard, ledger
from tests.follow_up.cast import DENISE, local, voicemail
from tests.follow_up.stock import OVER, STORE_FACTS, TODAY

MORNING = "Hi Denise, good news, a couple of gray CR-V Hybrids came off our truck this morning. Call or text 410-555-0172."
RATE = "Denise, it's Marcus. The CR-V was at 0.9 percent. Give me a call."


def judged(text: str, quote: str, kind: ValueKind, outcome: Outcome = Outcome.MET) -> Scorecard:
    start = text.index(quote)
    found = Finding("value_offered", outcome, "", (Evidence(quote, start, start + len(quote)),), kind)
    return Scorecard("1", "default", (found,), (), {"value_offered": 1.0}, {})


def test_a_reason_that_was_told_in_other_words_is_used_and_the_rest_is_left() -> None:
    card = judged(MORNING, "gray CR-V Hybrids came off our truck", ValueKind.ARRIVAL_OR_MATCH)
    known = ledger(DENISE, [Heard(voicemail(local(3, 10)), MORNING, card)], STORE_FACTS, TODAY)
    (told,) = known.told
    assert (told.kind, told.quote) == (ValueKind.ARRIVAL_OR_MATCH, "gray CR-V Hybrids came off our truck")
    assert [reason.id for reason in told.reasons] == ["store fact 1"]
    assert "store fact 1" not in [reason.id for reason in known.unused]
    assert known.unused[0].id == "store fact 6"


def test_a_reason_that_was_heard_badly_is_told_without_its_words() -> None:
    card = judged(MORNING, "gray CR-V Hybrids came off our truck", ValueKind.ARRIVAL_OR_MATCH)
    words = tuple(Word(text, 0.0, 0.1, 0.3 if text == "truck" else 0.7) for text in MORNING.split())
    heard = Heard(voicemail(local(3, 10)), MORNING, card, Transcript(words, "en", "fake", "small"))
    (told,) = ledger(DENISE, [heard], STORE_FACTS, TODAY).told
    assert (told.kind, told.quote) == (ValueKind.ARRIVAL_OR_MATCH, "")


def garbled(outcome: Outcome, certainty: float = 0.4) -> Heard:
    """Of the truck and its CR-Vs nothing is to be recognised."""
    text, quote = "Hi Denise a cup of grazing fees came on hour drug this mourning", "a cup of grazing fees came on hour drug"
    words = tuple(Word(one, 0.0, 0.1, certainty) for one in text.split())
    card = judged(text, quote, ValueKind.ARRIVAL_OR_MATCH, outcome)
    return Heard(voicemail(local(3, 10)), text, card, Transcript(words, "en", "fake", "small"))


@pytest.mark.parametrize("outcome", [Outcome.UNSURE, Outcome.MET])
def test_what_may_have_been_told_in_words_that_are_not_certain_is_neither_told_nor_unused(outcome: Outcome) -> None:
    known = ledger(DENISE, [garbled(outcome)], STORE_FACTS, TODAY)
    assert [reason.id for reason in known.perhaps] == ["store fact 1", "store fact 12"]
    assert [reason.id for reason in known.unused] == ["store fact 6", "store fact 9", "store fact 10", "store fact 11"]
    assert (known.told[0].doubted, known.told[0].quote) == (ValueKind.ARRIVAL_OR_MATCH, "")


def test_what_was_heard_well_or_was_surely_no_value_leaves_nothing_in_doubt() -> None:
    for heard in (garbled(Outcome.MET, certainty=0.9), garbled(Outcome.NOT_MET)):
        known = ledger(DENISE, [heard], STORE_FACTS, TODAY)
        assert (known.perhaps, len(known.unused)) == ((), 6)


def test_where_a_reason_was_recognised_no_other_is_in_doubt() -> None:
    card = judged(MORNING, "gray CR-V Hybrids came off our truck", ValueKind.ARRIVAL_OR_MATCH, Outcome.UNSURE)
    assert ledger(DENISE, [Heard(voicemail(local(3, 10)), MORNING, card)], STORE_FACTS, TODAY).perhaps == ()


def test_what_is_new_since_cannot_have_been_told_then() -> None:
    since = [replace(fact, starts_on=TODAY) if fact.id == 1 else fact for fact in STORE_FACTS]
    known = ledger(DENISE, [garbled(Outcome.UNSURE)], since, TODAY)
    assert [reason.id for reason in known.perhaps] == ["store fact 12"]
    assert known.unused[0].id == "store fact 1"


def test_a_message_without_value_uses_nothing() -> None:
    text = "Hi Denise, it's Marcus at Fairhaven, just checking in on the Honda CR-V Hybrid in Urban Gray. Call me."
    known = ledger(
        DENISE,
        [Heard(voicemail(local(3, 10)), text, judged(text, "checking in", ValueKind.INCENTIVE, Outcome.NOT_MET))],
        STORE_FACTS,
        TODAY,
    )
    assert (known.told[0].kind, known.told[0].reasons) == (None, ())
    assert len(known.unused) == 6


def test_what_was_told_is_remembered_after_it_ended() -> None:
    known = ledger(DENISE, [Heard(voicemail(local(3, 10)), RATE)], [*STORE_FACTS, OVER], TODAY)
    assert [reason.id for reason in known.told[0].reasons] == ["store fact 13"]


def test_messages_stand_in_the_order_in_which_they_were_left() -> None:
    heard = [Heard(voicemail(local(4, 10)), RATE), Heard(voicemail(local(3, 10)), MORNING)]
    assert [told.attempt.at for told in ledger(DENISE, heard, STORE_FACTS, TODAY).told] == [local(3, 10), local(4, 10)]
