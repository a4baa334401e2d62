"""A scorecard as the components draw it."""

from dataclasses import replace

import pytest

from coaching.domain.recording import Delivery
from coaching.domain.rubric import CheckSpec, Criterion, Profile, Rubric
from coaching.domain.scorecard import Evidence, Finding, Outcome, Repeated, Scorecard
from coaching.domain.transcript import Transcript, Word
from coaching.follow_up.urgency import HELD_BACK
from coaching.ui import scorecard_view as view

TEXT = "Hi Karen call or text me"
WORDS = tuple(Word(text, float(at), at + 0.5, 0.3 if text == "text" else 0.9) for at, text in enumerate(TEXT.split()))
TRANSCRIPT = Transcript(WORDS, "en", "fake", "small")


def criterion(name: str, section: str) -> Criterion:
    return Criterion(name, name.title(), section, "What counts.", f"Say {name}. It helps.", 1.0, CheckSpec("phrase", {}), ())


PROFILES = {"default": Profile("default", "Standard", "", {}, frozenset(), {}, 45.0)}
RUBRIC = Rubric("r", "1", (criterion("value", "Main"), criterion("text", "Main"), criterion("name", "More")), PROFILES)


def scorecard(*findings: Finding, caps: dict[str, float] | None = None, **weights: float) -> Scorecard:
    return Scorecard("1", "default", findings, (), {"value": 1.0, "text": 1.0, "name": 1.0} | weights, caps or {})


def found(name: str, outcome: Outcome, *evidence: Evidence, listen: Evidence | None = None) -> Finding:
    return Finding(name, outcome, f"About {name}.", evidence, listen=listen)


MET, NOT_MET, UNSURE = Outcome.MET, Outcome.NOT_MET, Outcome.UNSURE
INVITED = Evidence("call or text", 9, 21)


def no_passage(_: Repeated) -> None:
    return None


def test_the_heaviest_miss_comes_first() -> None:
    told = view.summary(scorecard(found("value", NOT_MET), found("text", NOT_MET), text=3.0), RUBRIC, 20.0)
    assert (told["eyebrow"], told["headline"], told["advice"]) == ("Do this first next time", "Say text.", "About text.")


def test_what_caps_the_total_comes_before_what_is_heavier() -> None:
    card = scorecard(found("value", MET), found("name", NOT_MET), found("text", NOT_MET), caps={"name": 40.0}, text=9.0)
    told = view.summary(card, RUBRIC, 20.0)
    assert told["headline"] == "Say name."
    assert told["note"] == "The total can be 40 at most while “Name” is not met."


@pytest.mark.parametrize(("duration_s", "note"), [(45.0, ""), (52.4, "It took 52 s; “Standard” asks for 45 s at most.")])
def test_a_message_longer_than_its_profile_allows_says_so(duration_s: float, note: str) -> None:
    assert view.summary(scorecard(found("value", MET)), RUBRIC, duration_s)["note"] == note


def test_another_profile_than_the_usual_one_is_named() -> None:
    short = Profile("short", "Short", "", {}, frozenset(), {}, None)
    card = replace(scorecard(found("value", MET)), profile_id="short")
    assert view.summary(card, replace(RUBRIC, profiles={"short": short}), 20.0)["note"] == "Judged by “Short”."


def test_a_profile_that_the_rubric_no_longer_has_limits_nothing() -> None:
    card = replace(scorecard(found("value", MET)), profile_id="gone")
    assert view.summary(card, RUBRIC, 300.0)["note"] == ""


def test_between_equals_the_rubrics_order_decides() -> None:
    card = scorecard(found("value", NOT_MET), found("text", NOT_MET))
    first = view.first_improvement(card)
    assert first is not None
    assert first.criterion_id == "value"


@pytest.mark.parametrize(
    ("outcome", "eyebrow", "shown"),
    [(MET, "Well done", "100"), (UNSURE, "Almost certain", "–"), (Outcome.NOT_APPLICABLE, "No score", "–")],
)
def test_where_nothing_is_missed_the_headline_says_what_is_left(outcome: Outcome, eyebrow: str, shown: str) -> None:
    told = view.summary(scorecard(found("value", outcome)), RUBRIC, 20.0)
    assert (told["eyebrow"], told["shown"]) == (eyebrow, shown)


@pytest.mark.parametrize(
    ("advice", "first"),
    [
        ("One thing. Another.", "One thing."),
        ('Say so: "This is mine." Four in ten reach nobody.', 'Say so: "This is mine."'),
        ("Ask at 5 p.m. or later.", "Ask at 5 p.m. or later."),
        ("No end", "No end"),
    ],
)
def test_the_headline_is_one_sentence(advice: str, first: str) -> None:
    assert view.first_sentence(advice) == first


def test_findings_stand_under_their_sections_with_a_tally() -> None:
    card = scorecard(found("value", MET, INVITED), found("text", NOT_MET), found("name", UNSURE, listen=INVITED))
    main, more = view.groups(card, RUBRIC, no_passage, TRANSCRIPT)
    assert (main["title"], main["main"], main["tally"]) == ("Main", True, "1 of 2 met")
    assert (more["title"], more["main"], more["tally"]) == ("More", False, "0 of 0 met")


def test_a_quote_without_times_takes_those_of_its_words() -> None:
    (main,) = view.groups(scorecard(found("text", MET, INVITED)), RUBRIC, no_passage, TRANSCRIPT)
    assert main["findings"][0]["quotes"] == [{"text": "call or text", "start_s": 2.0, "end_s": 4.5}]


def test_a_quote_with_times_keeps_them() -> None:
    (main,) = view.groups(scorecard(found("text", MET, replace(INVITED, start_s=2.1, end_s=4.0))), RUBRIC, no_passage, TRANSCRIPT)
    assert main["findings"][0]["quotes"][0]["start_s"] == 2.1


def test_advice_is_for_what_was_missed() -> None:
    (main,) = view.groups(scorecard(found("value", NOT_MET), found("text", MET)), RUBRIC, no_passage, TRANSCRIPT)
    assert [finding["advice"] for finding in main["findings"]] == ["Say value. It helps.", ""]


def test_a_doubtful_finding_asks_to_listen_and_blames_nobody() -> None:
    (main,) = view.groups(scorecard(found("text", UNSURE, INVITED, listen=INVITED)), RUBRIC, no_passage, TRANSCRIPT)
    (told,) = main["findings"]
    assert (told["advice"], told["quotes"], told["listen"]["start_s"]) == ("", [], 2.0)
    assert told["explanation"] == "As far as it could be heard: About text."
    assert told["answers"] == {"met": "Heard it", "not_met": "Did not hear it"}


def test_what_is_met_by_silence_is_not_answered_with_heard_it() -> None:
    (told,) = view.groups(scorecard(found("no_repetition", UNSURE, listen=INVITED)), RUBRIC, no_passage, TRANSCRIPT)[0][
        "findings"
    ]
    assert told["answers"] == {"met": "Met", "not_met": "Not met"}


def test_who_settled_a_verdict_stands_beside_it() -> None:
    card = scorecard(found("value", MET), found("text", MET, listen=INVITED))
    (main,) = view.groups(card, RUBRIC, no_passage, TRANSCRIPT, {"text": {"settled": "Settled by Alice"}})
    assert [finding["settled"] for finding in main["findings"]] == ["", "Settled by Alice"]


def test_a_repeated_passage_stands_beside_the_earlier_one() -> None:
    again = replace(INVITED, repeats=Repeated("7", "call me", 0, 7))
    before = {"label": "Attempt 1", "url": "/recordings/7", "start_s": 1.0, "end_s": 2.0}
    (main,) = view.groups(scorecard(found("value", NOT_MET, again)), RUBRIC, lambda _: before, TRANSCRIPT)
    assert main["findings"][0]["pairs"] == [
        {"now": {"text": "call or text", "start_s": 2.0, "end_s": 4.5}, "before": {"text": "call me", **before}}
    ]


def test_an_earlier_message_that_is_gone_is_quoted_but_not_played() -> None:
    again = replace(INVITED, repeats=Repeated("7", "call me", 0, 7))
    (main,) = view.groups(scorecard(found("value", NOT_MET, again)), RUBRIC, no_passage, TRANSCRIPT)
    before = main["findings"][0]["pairs"][0]["before"]
    assert (before["text"], before["start_s"]) == ("call me", None)


def test_a_criterion_that_the_rubric_no_longer_has_is_still_shown() -> None:
    (old,) = view.groups(scorecard(found("smiled_often", MET, INVITED)), RUBRIC, no_passage, TRANSCRIPT)
    assert (old["title"], old["findings"][0]["title"]) == ("Earlier criteria", "smiled often")


def test_the_player_marks_the_first_section_and_what_to_listen_to() -> None:
    card = scorecard(found("text", MET, INVITED), found("name", UNSURE, listen=Evidence("Hi Karen", 0, 8)))
    marked = view.marks(view.groups(card, RUBRIC, no_passage, TRANSCRIPT))
    assert [(mark["title"], mark["outcome"], mark["start_s"]) for mark in marked] == [
        ("Text", "met", 2.0),
        ("Name", "unsure", 0.0),
    ]


def test_doubtful_words_carry_how_certain_they_are() -> None:
    certainties = {word["text"]: word["certainty"] for word in view.words(TRANSCRIPT)}
    assert certainties["text"] == 30
    assert certainties["Karen"] is None


def test_what_could_not_be_measured_is_left_out() -> None:
    nothing = Delivery(None, None, 0, None, 0.0, None)
    assert [row["name"] for row in view.delivery(nothing, 12.0)] == ["Length", "Fillers (um, uh)"]
    everything = Delivery(150.4, 1.25, 2, 2.5, 10.0, -20.0)
    assert [row["figure"] for row in view.delivery(everything, 12.0)] == [
        "12 s",
        "150 words a minute",
        "1.2 s",
        "2",
        "2.5 digits a second",
    ]


def test_urgency_that_is_not_on_file_is_asked_about_as_such() -> None:
    finding = Finding("urgency_shown", UNSURE, HELD_BACK, (INVITED,), listen=INVITED)
    card = view.card(finding, None, no_passage, TRANSCRIPT)
    assert (card["doubt"], card["explanation"]) == ("Not on file: is it true?", HELD_BACK)
    assert card["answers"] == {"met": "It is true", "not_met": "It is not true"}
    told = view.summary(scorecard(found("value", MET), finding), RUBRIC, 20.0)
    assert told["headline"] == "Check what is not on file"
