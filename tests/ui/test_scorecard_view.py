"""A scorecard as the components draw it."""

from dataclasses import replace

from coaching.domain.recording import Delivery
from coaching.domain.scorecard import Evidence, Finding, Repeated
from coaching.follow_up.urgency import HELD_BACK
from coaching.ui import scorecard_view as view
from tests.ui.cards import INVITED, MET, NOT_MET, RUBRIC, TRANSCRIPT, UNSURE, found, scorecard


def no_passage(_: Repeated) -> None:
    return None


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


def test_of_a_long_passage_to_listen_to_only_the_ends_are_read() -> None:
    long = Evidence("one two three four five " + 20 * "and " + "six seven eight nine ten", 0, 1, 0.0, 21.0)
    (main,) = view.groups(scorecard(found("text", UNSURE, listen=long)), RUBRIC, no_passage, TRANSCRIPT)
    listen = main["findings"][0]["listen"]
    assert listen == {"text": "one two three four five … six seven eight nine ten", "start_s": 0.0, "end_s": 21.0}


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
    assert [row["name"] for row in view.delivery(nothing, 12.0, "")] == ["Length", "Fillers (um, uh)"]
    everything = Delivery(150.4, 1.25, 2, 2.5, 10.0, -20.0)
    assert [row["figure"] for row in view.delivery(everything, 12.0, "")] == [
        "12 s",
        "150 words a minute",
        "1.2 s",
        "2",
        "2.5 digits a second",
    ]


def test_urgency_that_is_not_on_file_is_asked_about_as_a_claim() -> None:
    finding = Finding("urgency_shown", UNSURE, HELD_BACK, (INVITED,), listen=INVITED)
    card = view.card(finding, None, no_passage, TRANSCRIPT)
    assert (card["doubt"], card["explanation"]) == ("Not on file: is it true?", HELD_BACK)
    assert card["answers"] == {"met": "It is true", "not_met": "It is not true"}
