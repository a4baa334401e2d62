"""Every form of spoken.toml is found, exactly once, with the digits it stands for; amounts, years and times are not."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.domain.context import CallContext, RepOnFile
from coaching.domain.scorecard import NumberMatch, SpokenNumber
from coaching.domain.transcript import Transcript, Word
from coaching.scoring.message import Message
from coaching.scoring.numbers import find_numbers

SPOKEN = tomllib.loads(Path(__file__).with_name("spoken.toml").read_text("utf-8"))
UNHURRIED = settings(deadline=None)  # the plan of numbers loads in whichever test comes first
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def numbers_in(text: str, direct: str = "", main: str = "", transcript: Transcript | None = None) -> tuple[SpokenNumber, ...]:
    context = CallContext(rep=RepOnFile(direct_line=direct, main_line=main))
    return find_numbers(Message(text, sentences=(), context=context, transcript=transcript))


def heard(text: str, probability: float = 0.9) -> Transcript:
    words = tuple(Word(word, float(at), at + 0.5, probability) for at, word in enumerate(text.split()))
    return Transcript(words, "en", "test", "test")


@pytest.mark.parametrize(("written", "printed"), [(key, form) for key, forms in SPOKEN["printed"].items() for form in forms])
@pytest.mark.parametrize(
    "carrier", ["{}", "Call or text me at {}.", "This is Sam about the 2019 Pilot, my number is {}, thanks so much"]
)
def test_a_number_is_found_in_every_printed_form(written: str, printed: str, carrier: str) -> None:
    found = numbers_in(carrier.format(printed))
    assert [number.digits for number in found] == [written.replace("-", "")]
    assert found[0].complete


@pytest.mark.parametrize("case", SPOKEN["number"], ids=lambda case: case["text"][:60])
def test_numbers_in_a_row_cut_off_or_put_right(case: dict[str, object]) -> None:
    found = numbers_in(str(case["text"]), str(case.get("direct", "")), str(case.get("main", "")))
    assert [number.digits if number.complete else "part" for number in found] == case["digits"]


@pytest.mark.parametrize("text", SPOKEN["none"]["texts"])
@pytest.mark.parametrize("carrier", ["{}", "Hi, it's Sam. So {}. Thank you."])
def test_other_numbers_are_no_telephone_numbers(text: str, carrier: str) -> None:
    assert numbers_in(carrier.format(text)) == ()


FIRST = st.sampled_from("23456789")
NUMBER = st.builds(
    lambda first, rest, last: first + rest + "55501" + last,
    FIRST,
    st.text("0123456789", min_size=2, max_size=2),
    st.text("0123456789", min_size=2, max_size=2),
)


def words(digits: str, zero: str) -> str:
    return " ".join(zero if digit == "0" else DIGITS[int(digit)] for digit in digits)


FORMS = [
    lambda d: f"{d[:3]}-{d[3:6]}-{d[6:]}",
    lambda d: f"({d[:3]}) {d[3:6]}-{d[6:]}",
    lambda d: d,
    lambda d: "-".join(d),
    lambda d: " ".join(d),
    lambda d: ", ".join(d),
    lambda d: f"{d[:3]} {d[3:6]} {d[6:8]} {d[8:]}",
    lambda d: f"{d[:3]}-{d[3:]}",
    lambda d: f"{d[:5]}-{d[5:]}",
    lambda d: f"{d[:3]}-{d[3:5]}-{d[5:7]}-{d[7:]}",
    lambda d: f"{d[:3]}. {d[3:6]}. {d[6:]}",
    lambda d: f"1-{d[:3]}-{d[3:6]}-{d[6:]}",
    lambda d: words(d, "oh"),
    lambda d: words(d, "zero"),
    lambda d: f"{words(d[:3], 'oh')}, {words(d[3:6], 'oh')}, {words(d[6:], 'oh')}",
    lambda d: f"{words(d[:3], 'zero')}, triple five, {words(d[6:], 'oh')}",
    lambda d: f"{d[:3]}, uh, {d[3:6]}... {words(d[6:], 'oh')}",
]
FORM = st.sampled_from(FORMS)
BEFORE = st.sampled_from(
    [
        "Call me at ",
        "The 2021 Accord is $26,500. My cell is ",
        "It's 329 a month for 36 months, so call ",
        "We close at 9. ",
        "0.9% for 60 months on the F-150, text me, ",
        "It's got 40,000 miles. I'm at ",
        "Stock number A1234 came in. ",
        "about the X3 28i, it's Sam, ",
        "Saturday the 21st at 5:30. ",
        "",
    ]
)
AFTER = st.sampled_from(
    [
        ".",
        ", thanks.",
        ". We're open 9 to 6.",
        " and the 2024 is here too.",
        ", it's 26,500 out the door",
        ". Thank you, bye.",
        " or stop by before 5 30",
        "",
    ]
)


@UNHURRIED
@given(NUMBER, FORM, BEFORE, AFTER)
def test_any_number_in_any_form_is_found_once_with_its_exact_span(digits: str, form, before: str, after: str) -> None:
    printed = form(digits)
    (found,) = numbers_in(before + printed + after)
    assert (found.digits, found.complete, found.quote) == (digits, True, printed)
    assert (before + printed + after)[found.start_char : found.end_char] == printed


@UNHURRIED
@given(NUMBER, FORM, FORM, st.sampled_from([", ", ". Again, ", " ", ". That's ", ", and once more, ", ". Thanks. "]))
def test_a_number_said_twice_is_two_numbers(digits: str, first, second, between: str) -> None:
    found = numbers_in(f"My cell is {first(digits)}{between}{second(digits)}.")
    assert [number.digits for number in found] == [digits, digits]


@UNHURRIED
@given(NUMBER, FORM)
def test_the_line_on_file_is_recognised_in_any_form(digits: str, form) -> None:
    direct, main = f"{digits[:3]}-{digits[3:6]}-{digits[6:]}", "202-456-1111"
    (found,) = numbers_in(f"call me at {form(digits)} please", direct, main)
    assert (found.match, found.certain) == (NumberMatch.DIRECT_LINE, True)


@UNHURRIED
@given(NUMBER, st.integers(0, 9), st.sampled_from("0123456789"))
def test_a_changed_digit_is_never_taken_for_the_line_on_file(digits: str, at: int, other: str) -> None:
    changed = digits[:at] + other + digits[at + 1 :]
    for number in numbers_in(f"call me at {'-'.join(changed)} please", digits):
        assert (number.match is NumberMatch.DIRECT_LINE) == (changed == digits)
        assert number.certain <= (changed == digits)


@UNHURRIED
@given(st.text("0123456789 -,.()oO", max_size=40))
def test_whatever_is_printed_quotes_are_exact_and_in_order(text: str) -> None:
    found = numbers_in(text)
    assert [text[number.start_char : number.end_char] for number in found] == [number.quote for number in found]
    assert all(first.end_char <= second.start_char for first, second in pairwise(found))


def test_a_dropped_repeat_is_put_right_by_the_line_on_file_but_not_certain() -> None:
    (found,) = numbers_in("My cell is 2-4-0-5-5-0-1-8-7, thanks", "240-555-0187")
    assert (found.digits, found.match, found.complete, found.certain) == ("2405550187", NumberMatch.DIRECT_LINE, True, False)


def test_a_zero_that_was_swallowed_is_put_back_where_it_was_heard_but_not_where_it_was_written() -> None:
    text, line = "My cell is 240-555-187 , thanks", "240-555-0187"
    (written,) = numbers_in(text, line)
    assert (written.digits, written.complete, written.match) == ("240555187", False, NumberMatch.DIRECT_LINE)
    (spoken,) = numbers_in(text, line, transcript=heard(text))
    assert (spoken.digits, spoken.complete, spoken.certain) == ("2405550187", True, False)


def test_two_lines_that_fit_equally_well_settle_nothing() -> None:
    (found,) = numbers_in("My cell is 410-555-010, thanks", "410-555-0100", "410-555-0110")
    assert (found.complete, found.match) == (False, NumberMatch.OTHER)


def test_seven_digits_are_the_line_on_file_without_its_area_code() -> None:
    (found,) = numbers_in("Call us, 555-0102.", "330-555-0155", "330-555-0102")
    assert (found.digits, found.match, found.complete) == ("5550102", NumberMatch.MAIN_LINE, True)


def test_seven_other_digits_are_another_number_though_the_line_has_them_in_this_order() -> None:
    (found,) = numbers_in("Call us, 555-0139.", "715-559-0139")
    assert found.match is NumberMatch.OTHER


def test_without_lines_on_file_the_match_is_unknown() -> None:
    assert [number.match for number in numbers_in("240-555-0187")] == [NumberMatch.UNKNOWN]


def test_two_readings_that_differ_in_one_digit_are_both_uncertain() -> None:
    assert [number.certain for number in numbers_in("240-555-0187, again, 240-555-0137")] == [False, False]


def test_a_word_heard_badly_makes_digits_uncertain_unless_the_line_on_file_vouches_for_them() -> None:
    text = "call me at 240-555-0187 today"
    assert [number.certain for number in numbers_in(text, transcript=heard(text, 0.3))] == [False]
    assert [number.certain for number in numbers_in(text, transcript=heard(text, 0.9))] == [True]
    assert [number.certain for number in numbers_in(text, "240-555-0187", transcript=heard(text, 0.3))] == [True]


def test_a_number_has_the_times_of_its_words() -> None:
    text = "call me at 240 555 0187 today"
    (found,) = numbers_in(text, transcript=heard(text))
    assert (found.start_s, found.end_s) == (3.0, 5.5)


@pytest.mark.parametrize("transcript", [heard("call me at 915-5555"), None])
def test_seven_digits_that_begin_with_the_area_code_of_the_line_are_ten_of_which_three_are_missing(
    transcript: Transcript | None,
) -> None:
    text = "call me at 915-5555"
    (lost,) = numbers_in(text, direct="915-555-0150", transcript=transcript)
    assert (lost.complete, lost.certain) == (False, False)
    (local,) = numbers_in(text, direct="240-555-0150", transcript=transcript)
    assert (local.complete, local.certain) == (True, True)


def test_seven_digits_behind_a_mumble_are_the_line_but_may_lack_their_area_code() -> None:
    text = "my cell is 555-0187 any time"
    (found,) = numbers_in(text, "240-555-0187", transcript=heard(text, 0.3))
    assert (found.match, found.complete, found.certain) == (NumberMatch.DIRECT_LINE, True, False)
    (clear,) = numbers_in(text, "240-555-0187", transcript=heard(text))
    assert clear.certain
