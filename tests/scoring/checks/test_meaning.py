import pytest

from coaching.domain.scorecard import Outcome, ValueKind
from coaching.errors import InvalidFile
from coaching.scoring.checks.meaning import MeaningCheck
from coaching.scoring.message import Span
from coaching.scoring.parse import MessageParser
from coaching.scoring.shown import useful_part

VALUE = MeaningCheck({"model": "value_offered", "met": "Met.", "missed": "Missed.", "name_kind": True})
PARSER = MessageParser()


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("they dropped the rate to one point nine for sixty months", ValueKind.INCENTIVE),
        ("Our appraiser says your Rogue is worth seventy-two hundred to us.", ValueKind.TRADE_IN),
        ("The white one with the tow package came off the truck this morning.", ValueKind.ARRIVAL_OR_MATCH),
        ("I measured it, and the stroller fits behind the second row.", ValueKind.VEHICLE_INFORMATION),
        ("As a nurse you qualify for five hundred dollars from the factory.", ValueKind.PERSONAL_BENEFIT),
        ("I put it aside and I'm holding it for you until Saturday at noon.", ValueKind.SLOT_OR_HOLD),
    ],
)
def test_value_is_found_and_its_kind_named(said: str, kind: ValueKind) -> None:
    judgement = VALUE.judge(PARSER.parse(f"Hi Dana, it's Lou at Summit Kia. {said} Call me at 240-555-0187. Talk soon."))
    assert (judgement.outcome, judgement.kind) == (Outcome.MET, kind)


def test_the_best_sentence_is_the_evidence_without_what_leads_in() -> None:
    message = PARSER.parse("Hi Dana, it's Lou. And so, the rate went down to two point nine yesterday. Talk soon.")
    (span,) = VALUE.judge(message).spans
    assert message.quote(span) == "the rate went down to two point nine yesterday"


@pytest.mark.parametrize("text", ["", "...", "240-555-0187", "Hi Dana, it's Lou. I'm here if you have any questions. Talk soon."])
def test_nothing_said_is_not_met_without_evidence(text: str) -> None:
    judgement = VALUE.judge(PARSER.parse(text))
    assert (judgement.outcome, judgement.spans, judgement.kind) == (Outcome.NOT_MET, (), None)


def test_only_a_leading_word_is_left_out() -> None:
    text = "so and."
    assert useful_part(text, Span(0, len(text))) == Span(0, len(text))


@pytest.mark.parametrize("options", [{"met": "", "missed": ""}, {"model": "value_offered", "met": "", "missed": "", "floor": 1}])
def test_missing_and_unknown_options_are_refused(options: dict[str, object]) -> None:
    with pytest.raises(InvalidFile, match="Allowed: met, missed, model, name_kind"):
        MeaningCheck(options)
