from dataclasses import replace

from coaching.domain.attempt import Attempt, AttemptId, Direction
from coaching.domain.lead import Lead
from coaching.domain.transcript import Transcript, Word
from coaching.follow_up.cadence.breaches import Rule
from coaching.follow_up.cadence.presets import cadence
from coaching.follow_up.cadence.stops import Why
from coaching.follow_up.card import Card, card
from coaching.follow_up.reasons.ledger import Heard
from tests.follow_up.cast import DENISE, STORE_HOURS, local, opts_out, permission, voicemail
from tests.follow_up.stock import STORE_FACTS

SPOKEN = "Good morning Denise! Two CR-V Hybrids came off the truck this morning. Call or text 410-555-0172."
LEFT = voicemail(local(2, 10, 9))
HISTORY: list[Attempt] = [permission(local(2, 10, 3)), LEFT]


def shown(lead: Lead = DENISE, hour: int = 14, history: list[Attempt] = HISTORY) -> Card:
    heard = [Heard(LEFT, SPOKEN)] if LEFT in history else []
    return card(lead, "410-555-0172", history, heard, STORE_FACTS, cadence("every_other_day"), STORE_HOURS, local(2, hour))


def test_the_card_says_what_was_not_said_yet_and_by_which_line() -> None:
    one = shown()
    assert one.say
    assert one.say.id == "store fact 6"
    assert one.direct_line == "410-555-0172"
    assert one.next_deadline
    assert one.next_deadline.step.day == 3


def test_the_last_greeting_and_the_customers_own_are_there_to_match() -> None:
    assert shown().last_greeting == "Good morning Denise!"
    assert shown(replace(DENISE, facts={**DENISE.facts, "greeting": "dry, in a hurry"})).their_greeting == "dry, in a hurry"
    assert shown(history=[]).last_greeting == ""


def test_a_greeting_that_was_heard_badly_is_not_held_up_as_one() -> None:
    for probability, greeting in ((0.9, "Good morning Denise!"), (0.5, "")):
        words = tuple(Word(text, 0.0, 0.1, probability) for text in SPOKEN.split())
        heard = [Heard(LEFT, SPOKEN, transcript=Transcript(words, "en", "fake", "small"))]
        one = card(DENISE, "", HISTORY, heard, STORE_FACTS, cadence("every_other_day"), STORE_HOURS, local(2, 14))
        assert one.last_greeting == greeting


def test_what_a_call_now_would_go_against_is_told_before_it_is_made() -> None:
    assert Rule.MESSAGES_A_DAY in {breach.rule for breach in shown().held_back}
    assert shown(history=HISTORY[:1]).held_back == ()


def test_for_who_opted_out_the_card_says_stop_and_nothing_is_due() -> None:
    one = shown(opts_out(DENISE, local(2, 11)))
    assert one.stop
    assert one.stop.why is Why.OPTED_OUT
    assert one.next_deadline is None
    assert Rule.OPTED_OUT in {breach.rule for breach in one.held_back}


def test_once_the_customer_answered_the_rules_of_the_cadence_hold_nobody_back() -> None:
    answered = replace(LEFT, id=AttemptId("their call"), at=local(2, 11), direction=Direction.IN)
    one = shown(history=[*HISTORY, answered])
    assert one.stop
    assert one.stop.why is Why.ANSWERED
    assert one.held_back == ()
