from coaching.domain.scorecard import Evidence, Finding, Outcome, Scorecard
from coaching.follow_up.claims import Claim, ClaimKind
from coaching.follow_up.urgency import URGENCY, held_back, is_held_back

TEXT = "The rate ends Monday. I want you taken care of today."
ENDS = Evidence("The rate ends Monday", 0, 20)
TODAY = Evidence("I want you taken care of today", 22, 52)
MONDAY = Claim(9, 20, ClaimKind.LAST_DAY, "ends Monday", "Nothing on file ends on Monday.")


def card(*proofs: Evidence, outcome: Outcome = Outcome.MET) -> Scorecard:
    findings = (Finding(URGENCY, outcome, "Seen.", proofs), Finding("call_to_action", Outcome.MET, "Asked.", (ENDS,)))
    return Scorecard("1", "default", findings, (), {URGENCY: 1.0, "call_to_action": 1.0}, {})


def test_urgency_that_rests_on_what_is_not_on_file_earns_nothing_and_costs_nothing() -> None:
    judged = held_back(card(ENDS), [MONDAY])
    urgency = judged.finding(URGENCY)
    assert (urgency.outcome, urgency.listen) == (Outcome.UNSURE, ENDS)
    assert is_held_back(urgency)
    assert judged.score == 100.0
    assert judged.finding("call_to_action").outcome is Outcome.MET


def test_another_proof_keeps_it_met() -> None:
    assert held_back(card(ENDS, TODAY), [MONDAY]) == card(ENDS, TODAY)


def test_what_is_on_file_or_not_met_stays_as_it_was() -> None:
    assert held_back(card(ENDS), []) == card(ENDS)
    missed = card(outcome=Outcome.NOT_MET)
    assert held_back(missed, [MONDAY]) == missed
