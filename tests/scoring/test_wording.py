import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.domain.context import CallContext, RepOnFile
from coaching.scoring.wording import names_on_file, plain_wording

CONTEXT = CallContext(RepOnFile(name="Marcus Tillery", dealership="Fairhaven Honda"), customer_name="Denise Okafor")


@pytest.mark.parametrize(
    "number",
    [
        "410-555-0172",
        "(410) 555-0172",
        "four one oh, five five five, oh one seven two",
        "4105550172",
        "410 triple five oh one seventy-two",
    ],
)
def test_a_telephone_number_says_nothing(number: str) -> None:
    assert plain_wording(f"My cell is {number}, thanks.") in {"my cell is thanks", "my cell is ( thanks"}


@pytest.mark.parametrize("figure", ["zero percent for sixty months", "twenty-six nine", "$31,450", "2.9", "seventy-two hundred"])
def test_a_price_or_a_rate_is_kept(figure: str) -> None:
    kept = plain_wording(f"It is {figure} now")
    assert kept.startswith("it is ")
    assert len(kept.split()) > 3


def test_names_on_file_are_left_out_and_others_kept() -> None:
    said = plain_wording("Hi Denise, it's Marcus at Fairhaven Honda, Luis has your file.", names_on_file(CONTEXT))
    assert said == "hi it's at luis has your file"


def test_nobody_on_file_leaves_all_names() -> None:
    assert names_on_file(CallContext()) is None


@given(st.text(alphabet="abc .,'!?-$%57", max_size=60))
def test_case_and_a_closing_mark_change_nothing(text: str) -> None:
    assert plain_wording(text) == plain_wording(text.upper())
    assert plain_wording(text + "!") == plain_wording(text)
