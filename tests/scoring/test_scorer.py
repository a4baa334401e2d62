import pytest

from coaching.domain.context import CallContext, RepOnFile
from coaching.domain.scorecard import Outcome
from coaching.domain.transcript import Transcript, Word
from coaching.errors import UnknownName
from coaching.rubrics import load_rubric, load_scorer
from coaching.scoring.parse import Spoken

BOB = CallContext(RepOnFile("Bob Marsh", "240-555-0187", "Pinecrest Kia", "240-555-0100"), "Dana Whitfield")
GOOD = "Hi Dana, this is Bob at Pinecrest Kia about the Telluride. My cell is 240-555-0187, call or text."
POOR = "Hi there, give us a call."


def test_a_scorecard_has_a_finding_for_each_criterion_in_the_rubrics_order() -> None:
    scorecard = load_scorer().score(Spoken(GOOD, BOB))
    assert [finding.criterion_id for finding in scorecard.findings] == [criterion.id for criterion in load_rubric().criteria]
    assert scorecard.rubric_version == load_rubric().version
    assert [number.digits for number in scorecard.numbers] == ["2405550187"]


def test_evidence_is_an_exact_quote() -> None:
    scorecard = load_scorer().score(Spoken(GOOD, BOB))
    quotes = [evidence for finding in scorecard.findings for evidence in finding.evidence]
    assert quotes
    assert all(GOOD[quote.start_char : quote.end_char] == quote.quote for quote in quotes)


def test_a_batch_gives_what_each_message_gives_alone() -> None:
    scorer, spoken = load_scorer(), [Spoken(GOOD, BOB), Spoken(POOR, BOB), Spoken("", BOB), Spoken(GOOD)]
    assert list(scorer.score_all(spoken)) == [scorer.score(one) for one in spoken]


def test_a_better_message_scores_higher() -> None:
    good, poor = (load_scorer().score(Spoken(text, BOB)).score for text in (GOOD, POOR))
    assert good is not None
    assert poor is not None
    assert good > poor


def test_evidence_of_a_recording_tells_when_it_was_said() -> None:
    words = tuple(Word(word, at * 0.5, at * 0.5 + 0.4, 0.95) for at, word in enumerate(GOOD.split()))
    transcript = Transcript(words, "en", "test", "test")
    finding = load_scorer().score(Spoken.from_transcript(transcript, BOB)).finding("vehicle_named")
    (evidence,) = finding.evidence
    assert evidence.quote == "Telluride"
    assert (evidence.start_s, evidence.end_s) == (5.0, 5.4)


def test_a_name_that_was_heard_badly_makes_a_person_listen() -> None:
    words = tuple(
        Word(word, at * 0.5, at * 0.5 + 0.4, 0.01 if word == "Telluride." else 0.95) for at, word in enumerate(GOOD.split())
    )
    finding = load_scorer().score(Spoken.from_transcript(Transcript(words, "en", "test", "test"), BOB)).finding("vehicle_named")
    assert finding.outcome is Outcome.UNSURE
    assert finding.listen is not None


def test_what_a_profile_leaves_out_is_not_judged() -> None:
    scorecard = load_scorer("once_per_number").score(Spoken(GOOD, BOB))
    assert "number_repeated" not in {finding.criterion_id for finding in scorecard.findings}
    assert scorecard.profile_id == "once_per_number"


def test_an_unknown_profile_lists_the_known_ones() -> None:
    with pytest.raises(UnknownName, match="default, once_per_number, short_and_curious, snap"):
        load_scorer("strict")
