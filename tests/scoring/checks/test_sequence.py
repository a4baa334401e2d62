import pytest

from coaching.domain.context import CallContext, EarlierMessage, RepOnFile
from coaching.domain.scorecard import Outcome
from coaching.errors import InvalidFile
from coaching.scoring.checks.sequence import SequenceCheck
from coaching.scoring.message import Judgement, Message
from coaching.scoring.parse import MessageParser

MILITARY = (
    "Hi Mr. Park, Kay Monroe at Westside Ford. Ford has a five hundred dollar military appreciation offer on the F-150 "
    "and it's good through November. Call or text me, 508-555-0139."
)
RATE = "Hello Walter, Farid, Castle Nissan. Zero percent for thirty-six months on the Ariya now. Please call 510-555-0120."
CHECK_IN = "Hi Mr. Park, it's Kay at Westside Ford. Just checking in to see if you're still in the market. Call me."


@pytest.fixture(scope="module")
def check() -> SequenceCheck:
    return SequenceCheck({})


def judged(check: SequenceCheck, text: str, *earlier: str, rep: str = "") -> Judgement:
    return check.judge(message(text, *earlier, rep=rep))


def message(text: str, *earlier: str, rep: str = "") -> Message:
    before = tuple(EarlierMessage(f"v-{attempt}", one, attempt) for attempt, one in enumerate(earlier, start=1))
    return MessageParser().parse(text, CallContext(rep=RepOnFile(name=rep), earlier=before))


def test_a_first_message_repeats_nothing(check: SequenceCheck) -> None:
    assert judged(check, MILITARY).outcome is Outcome.NOT_APPLICABLE


REPEATED = {
    "word for word": (MILITARY, MILITARY),
    "lightly edited": (MILITARY.replace("Hi Mr. Park,", "Mr. Park, um,").replace("Call or text me", "Ring me"), MILITARY),
    "military offer in other words": (
        "Mr. Park, Kay again. As I said, there's half a grand from Ford for veterans like you.",
        MILITARY,
    ),
    "rate in other words": ("Walter, good day. Three years, no interest at all, that is what you would have on the Ariya.", RATE),
    "check-in after an offer": (CHECK_IN, MILITARY),
    "reason of the message before last": ("Walter, it's still no interest for three years on the Ariya.", RATE, CHECK_IN),
}
NEW = {
    "more money": (MILITARY.replace("five hundred dollar", "thousand dollar"), MILITARY),
    "longer term": ("Walter, Farid. That zero percent, they have stretched it, it is sixty months now.", RATE),
    "another vehicle": (
        "Mr. Park, Kay. A white F-150 with the tow package was traded in last night, I'm holding it until Friday.",
        MILITARY,
    ),
    "a reason at last": (RATE, CHECK_IN),
}


@pytest.mark.parametrize("case", REPEATED)
def test_what_was_heard_before_is_repetition(check: SequenceCheck, case: str) -> None:
    text, *earlier = REPEATED[case]
    assert judged(check, text, *earlier).outcome is Outcome.NOT_MET


@pytest.mark.parametrize("case", NEW)
def test_what_was_not_heard_before_is_news(check: SequenceCheck, case: str) -> None:
    text, *earlier = NEW[case]
    assert judged(check, text, *earlier).outcome is Outcome.MET


@pytest.mark.parametrize("case", REPEATED)
def test_both_passages_are_quoted_as_they_stand(check: SequenceCheck, case: str) -> None:
    text, *earlier = REPEATED[case]
    judgement = judged(check, text, *earlier)
    assert len(judgement.spans) == len(judgement.repeats)
    for span, repeated in zip(judgement.spans, judgement.repeats, strict=True):
        source = dict(enumerate(earlier, start=1))[int(repeated.id.removeprefix("v-"))]
        assert text[span.start : span.end]
        assert source[repeated.start_char : repeated.end_char] == repeated.quote


def test_the_attempt_that_came_back_is_named(check: SequenceCheck) -> None:
    judgement = judged(check, "Walter, three years with no interest on the Ariya, as I told you.", CHECK_IN, RATE)
    assert "attempt 2" in judgement.explanation
    assert {repeated.id for repeated in judgement.repeats} == {"v-2"}


def test_capitals_and_full_stops_change_no_verdict(check: SequenceCheck) -> None:
    for text, *earlier in [*REPEATED.values(), *NEW.values()]:
        plain = [one.lower().replace(",", "").replace(". ", " ") for one in (text, *earlier)]
        assert judged(check, *plain).outcome is judged(check, text, *earlier).outcome


def test_other_names_change_no_verdict(check: SequenceCheck) -> None:
    for text, *earlier in [*REPEATED.values(), *NEW.values()]:
        swapped = [
            one.replace("Mr. Park", "Ms. Oyelaran").replace("Walter", "Nguyen").replace("Kay", "DeShawn")
            for one in (text, *earlier)
        ]
        assert judged(check, *swapped).outcome is judged(check, text, *earlier).outcome


def test_a_verdict_does_not_depend_on_what_was_judged_before() -> None:
    fresh, used = SequenceCheck({}), SequenceCheck({})
    judged(used, RATE, MILITARY)
    assert judged(fresh, CHECK_IN, RATE) == judged(used, CHECK_IN, RATE)


def test_options_are_refused() -> None:
    with pytest.raises(InvalidFile, match="takes no options; remove limit"):
        SequenceCheck({"limit": 3})
