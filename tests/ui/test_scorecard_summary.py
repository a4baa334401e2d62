"""The total, what to do better first, and what else decided."""

from dataclasses import replace

import pytest

from coaching.domain.rubric import Profile
from coaching.domain.scorecard import Finding, Outcome
from coaching.follow_up.urgency import HELD_BACK
from coaching.ui.scorecard_summary import first_improvement, first_sentence, length_hint, summary
from tests.ui.cards import INVITED, MET, NOT_MET, RUBRIC, UNSURE, found, scorecard


def test_the_heaviest_miss_comes_first() -> None:
    told = summary(scorecard(found("value", NOT_MET), found("text", NOT_MET), text=3.0), RUBRIC, 20.0)
    assert (told["eyebrow"], told["headline"], told["advice"]) == ("Do this first next time", "Say text.", "About text.")


def test_what_caps_the_total_comes_before_what_is_heavier() -> None:
    card = scorecard(found("value", MET), found("name", NOT_MET), found("text", NOT_MET), caps={"name": 40.0}, text=9.0)
    told = summary(card, RUBRIC, 20.0)
    assert told["headline"] == "Say name."
    assert told["note"] == "The total can be 40 at most while “Name” is not met."


@pytest.mark.parametrize(("duration_s", "note"), [(45.0, ""), (45.9, ""), (52.9, "It took 52 s; 45 s at most are asked for.")])
def test_a_message_longer_than_its_profile_allows_says_so(duration_s: float, note: str) -> None:
    assert summary(scorecard(found("value", MET)), RUBRIC, duration_s)["note"] == note


def test_another_profile_than_the_usual_one_is_named() -> None:
    short = Profile("short", "Short", "", {}, frozenset(), {}, None)
    card = replace(scorecard(found("value", MET)), profile_id="short")
    assert summary(card, replace(RUBRIC, profiles={"short": short}), 20.0)["note"] == "Judged by “Short”."


def test_where_a_stores_own_profile_limits_the_length_no_other_length_is_advised() -> None:
    curious = Profile("curious", "Curious", "", {}, frozenset(), {}, 15.0)
    rubric, card = replace(RUBRIC, profiles={**RUBRIC.profiles, "curious": curious}), scorecard(found("value", MET))
    assert length_hint(replace(card, profile_id="curious"), rubric) == "15 s at most are asked for"
    assert length_hint(card, rubric) == "15 to 30 s is easy to hear out"


def test_a_profile_that_the_rubric_no_longer_has_limits_nothing() -> None:
    card = replace(scorecard(found("value", MET)), profile_id="gone")
    assert summary(card, RUBRIC, 300.0)["note"] == ""


def test_between_equals_the_rubrics_order_decides() -> None:
    card = scorecard(found("value", NOT_MET), found("text", NOT_MET))
    first = first_improvement(card)
    assert first is not None
    assert first.criterion_id == "value"


@pytest.mark.parametrize(
    ("outcome", "eyebrow", "shown"),
    [(MET, "Well done", "100"), (UNSURE, "Almost certain", "–"), (Outcome.NOT_APPLICABLE, "No score", "–")],
)
def test_where_nothing_is_missed_the_headline_says_what_is_left(outcome: Outcome, eyebrow: str, shown: str) -> None:
    told = summary(scorecard(found("value", outcome)), RUBRIC, 20.0)
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
    assert first_sentence(advice) == first


def test_urgency_that_is_not_on_file_is_asked_about_as_such() -> None:
    finding = Finding("urgency_shown", UNSURE, HELD_BACK, (INVITED,), listen=INVITED)
    told = summary(scorecard(found("value", MET), finding), RUBRIC, 20.0)
    assert told["headline"] == "Check what is not on file"


def test_where_more_is_unsure_than_decided_no_total_is_shown_and_nothing_praised() -> None:
    told = summary(scorecard(found("value", MET), *[found(name, UNSURE) for name in ("text", "name", "more")]), RUBRIC, 20.0)
    assert (told["score"], told["shown"]) == (None, "–")
    assert told["headline"].startswith("Listen first")


def test_half_unsure_still_has_a_total() -> None:
    told = summary(scorecard(found("value", MET), found("text", UNSURE)), RUBRIC, 20.0)
    assert told["eyebrow"] == "Almost certain"
