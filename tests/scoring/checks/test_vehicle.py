from coaching.domain.context import CallContext
from coaching.domain.scorecard import Outcome
from coaching.scoring.checks.vehicle import VehicleCheck
from coaching.scoring.message import Judgement
from coaching.scoring.parse import MessageParser


def judged(text: str, **facts: object) -> Judgement:
    return VehicleCheck({}).judge(MessageParser().parse(text, CallContext(customer_name="Ann Moss", facts=facts)))


def test_the_leads_own_vehicle_is_named_however_much_of_it_is_said() -> None:
    for said in ("the RAV4", "the RAV4 Hybrid", "that Toyota RAV4"):
        found = judged(f"Hi Ann, it's about {said}. Call me.", vehicle="2025 Toyota RAV4 XLE Hybrid")
        assert found.outcome is Outcome.MET
        assert found.explanation.startswith("You named the vehicle: ")


def test_another_vehicle_counts_and_the_one_on_file_is_named_beside_it() -> None:
    found = judged("Hi Ann, the Tundra tows five tons. Call me.", vehicle="2025 Toyota RAV4", trade_in="2014 Ford Explorer")
    assert found.outcome is Outcome.MET
    assert found.explanation == "You named a vehicle: “Tundra”. The one on file for this lead is another: 2025 Toyota RAV4."


def test_a_trim_or_a_trade_in_on_file_is_no_other_vehicle() -> None:
    assert "another" not in judged("the PRO-4X came in", vehicle="2025 Nissan Frontier PRO-4X").explanation
    assert "another" not in judged("your Explorer", vehicle="2025 Toyota RAV4", trade_in="2014 Ford Explorer").explanation
    assert "another" not in judged("the Tundra tows five tons").explanation
