from coaching.domain.context import CallContext, RepOnFile
from coaching.scoring.parse import MessageParser
from coaching.scoring.repetition.reasons import read_reasons

TEXT = "Hi Dana, Lou Park at Elm Honda. The silver Accord landed this morning and it's twenty-six five. Text me at 240-555-0187."


def test_what_may_return_weighs_little_beside_the_reason() -> None:
    greeting, reason, invitation = read_reasons(MessageParser().parse(TEXT)).passages
    assert reason.weight > 5 * max(greeting.weight, invitation.weight)


def test_names_on_file_are_nobodys_reason() -> None:
    context = CallContext(RepOnFile(name="Lou Park", dealership="Elm Honda"), "Dana Reed")
    reasons = read_reasons(MessageParser().parse(TEXT, context))
    assert "silve" in reasons.stems
    assert not {"dana", "park", "honda", "accor"} & reasons.stems
    assert reasons.cars == {"accord"}


def test_the_car_they_asked_for_is_known_from_the_start() -> None:
    context = CallContext(facts={"vehicle": "2024 Honda Accord EX"})
    reasons = read_reasons(MessageParser().parse(TEXT, context))
    assert reasons.cars == reasons.own_cars


def test_printing_changes_no_reason() -> None:
    said, flat = (read_reasons(MessageParser().parse(text)) for text in (TEXT, TEXT.lower().replace(".", "").replace(",", "")))
    assert said.plain == flat.plain
    assert (said.facts, said.amounts, said.stems) == (flat.facts, flat.amounts, flat.stems)


def test_facts_and_amounts_are_those_of_the_whole_message() -> None:
    reasons = read_reasons(MessageParser().parse(TEXT))
    assert {("event", "arrived"), ("colour", "silver")} <= reasons.facts
    assert [amount.value for amount in reasons.amounts] == [26500]


def test_an_empty_message_has_no_reasons() -> None:
    reasons = read_reasons(MessageParser().parse(""))
    assert (reasons.passages, reasons.stems, reasons.amounts) == ((), frozenset(), ())


def test_words_that_announce_a_number_remind_of_nothing() -> None:
    announced, reminded = (
        read_reasons(MessageParser().parse(f"The black Accord is here. Once more {rest}")).cues
        for rest in ("for your pen, 240-555-0187.", "the black one is here for you to see at the store today.")
    )
    assert [cue.value for cue in reminded][:1] == ["reminder"]
    assert "reminder" not in [cue.value for cue in announced]
