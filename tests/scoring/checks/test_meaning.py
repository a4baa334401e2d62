from typing import Any

import pytest

from coaching.domain.scorecard import Outcome, ValueKind
from coaching.errors import InvalidFile, UnknownName
from coaching.rubrics import load_rubric
from coaching.scoring.checks.meaning import MeaningCheck
from coaching.scoring.meaning_model import MeaningModel
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


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("You were right to ask about that. It tows five thousand pounds", "It tows five thousand pounds"),
        ("did you see what I sent? Thirty-one nine with tax. On the Sorento", "Thirty-one nine with tax"),
    ],
)
def test_of_what_full_stops_part_the_telling_part_is_shown_and_not_the_longest(said: str, shown: str) -> None:
    message = PARSER.parse(f"Hi Dana, it's Lou. {said}. Talk soon.")
    (span,) = VALUE.judge(message).spans
    assert message.quote(span) == shown


@pytest.mark.parametrize("text", ["", "...", "240-555-0187", "Hi Dana, it's Lou. I'm here if you have any questions. Talk soon."])
def test_nothing_said_is_not_met_without_evidence(text: str) -> None:
    judgement = VALUE.judge(PARSER.parse(text))
    assert (judgement.outcome, judgement.spans, judgement.kind) == (Outcome.NOT_MET, (), None)


class Doubted:
    """A message of one sentence: score above the threshold, read as a whole with that chance."""

    text = "It would fit."

    def __init__(self, score: float, read: float) -> None:
        self.meanings = self
        self.sentences = PARSER.parse(self.text).sentences
        self.spans = (Span(0, len(self.text)),)
        self._score, self.read = score, {"value_offered": read}

    def scores(self, model: MeaningModel) -> list[float]:
        return [model.threshold + self._score]

    def only(self, at: int) -> "Doubted":
        return self


@pytest.mark.parametrize(
    ("score", "read", "outcome"),
    [
        (-0.5, 0.9, Outcome.MET),
        (0.5, 0.1, Outcome.NOT_MET),
        (-0.5, 0.5, Outcome.NOT_MET),
        (3.0, 0.0, Outcome.MET),
        (-3.0, 1.0, Outcome.NOT_MET),
    ],
)
def test_where_the_best_sentence_leaves_doubt_the_whole_message_is_read(score: float, read: float, outcome: Outcome) -> None:
    check = MeaningCheck({"model": "value_offered", "met": "Met.", "missed": "Missed.", "read": True})
    doubted: Any = Doubted(score, read)
    assert check.judge(doubted).outcome is outcome


def test_a_criterion_that_the_reader_never_learned_is_refused_when_the_rubric_is_read() -> None:
    with pytest.raises(UnknownName, match=r"text_invited.*value_offered"):
        MeaningCheck({"model": "text_invited", "met": "Met.", "missed": "Missed.", "read": True})


def test_without_that_option_the_sentence_decides() -> None:
    doubted: Any = Doubted(-0.5, 1.0)
    check = MeaningCheck({"model": "value_offered", "met": "Met.", "missed": "Missed."})
    assert check.judge(doubted).outcome is Outcome.NOT_MET


@pytest.mark.parametrize(
    "said",
    [
        "This one rings in my pocket, no phone tree, no waiting.",
        "Call my cell so you don't get stuck on hold with the front desk.",
    ],
)
def test_a_way_around_the_switchboard_is_no_value(said: str) -> None:
    check = MeaningCheck(load_rubric().criterion("value_offered").check.options)
    assert check.judge(PARSER.parse(f"Hi Dana, this is Lou at Summit Kia. {said} 240-555-0142.")).outcome is Outcome.NOT_MET


def test_only_a_leading_word_is_left_out() -> None:
    text = "so and."
    assert useful_part(text, Span(0, len(text))) == Span(0, len(text))


@pytest.mark.parametrize("options", [{"met": "", "missed": ""}, {"model": "value_offered", "met": "", "missed": "", "floor": 1}])
def test_missing_and_unknown_options_are_refused(options: dict[str, object]) -> None:
    with pytest.raises(InvalidFile, match="Allowed: met, missed, model, name_kind"):
        MeaningCheck(options)
