from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coaching.domain.context import CallContext
from coaching.domain.lead import Lead
from coaching.follow_up.claims import Claim, ClaimKind, claims
from coaching.follow_up.drafts.draft import draft
from coaching.follow_up.drafts.occasion import Occasion
from coaching.follow_up.reasons.on_file import reasons_for
from tests.follow_up.cast import DENISE
from tests.follow_up.stock import MARCUS, OVER, STORE_FACTS, TODAY, leads

CONTEXT = CallContext(MARCUS, "Denise Okafor", {**DENISE.facts, "trade_offer": "$7,200", "hold": "Friday at six"})


def found(text: str, today: date = TODAY) -> list[tuple[ClaimKind, str]]:
    return [(claim.kind, claim.quote) for claim in checked(text, today)]


def checked(text: str, today: date = TODAY) -> tuple[Claim, ...]:
    return claims(text, CONTEXT, [*STORE_FACTS, OVER], today)


@pytest.mark.parametrize(
    "text",
    [
        "Hi Denise, this is Marcus Tillery at Fairhaven Auto Group, 410-555-0172, about the 2026 CR-V Hybrid.",
        "We can offer you seventy-two hundred for the Rogue.",
        "We can offer you $7,200 for the 2015 Rogue.",
        "New vehicles have no payment for ninety days, and the Outback is at one point nine percent for four years.",
        "I'm holding it until Friday for you.",
        "The cash on the Telluride is good through Saturday.",
        "Two of them came in, it's six foot four long, and we open at nine o'clock. See you Sunday.",
        "New vehicles have no payment for 90 days, good through Tuesday, March 31. Call me by five thirty.",
        "My manager Bill says hello, and I'm holding it for you until Thursday.",
        "It has thirty-one thousand on it, and it is bigger than a Highlander.",
        "I'm here until Thursday. Call me by Friday.",
        "We have known each other for three years.",
        "I walked out at three to look at the F-150 for you.",
    ],
)
def test_what_is_on_file_may_be_said_in_any_words(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("We can offer you eighty-five hundred dollars for the Rogue.", ClaimKind.AMOUNT, "eighty-five hundred dollars"),
        ("The rate went to 1.4 percent on Monday.", ClaimKind.AMOUNT, "1.4 percent"),
        ("I can do twenty-six five on it.", ClaimKind.AMOUNT, "twenty-six five"),
        ("This deal ends Thursday, Denise.", ClaimKind.LAST_DAY, "ends Thursday"),
        ("This deal ends Tuesday, March 17.", ClaimKind.LAST_DAY, "ends Tuesday, March 17"),
        ("A Passport just came in, and the Tacoma did too.", ClaimKind.VEHICLE, "Tacoma"),
        ("Zero percent for sixty months on the CR-V.", ClaimKind.AMOUNT, "sixty months"),
        ("That number is good until Thursday.", ClaimKind.LAST_DAY, "until Thursday"),
        ("The CR-V is at 0.9 percent.", ClaimKind.IS_OVER, "0.9 percent"),
    ],
)
def test_what_is_not_on_file_is_told_with_its_words(text: str, kind: ClaimKind, quote: str) -> None:
    assert (kind, quote) in found(text)


def test_an_offer_that_is_over_is_told_with_its_last_day() -> None:
    (claim,) = checked("The CR-V is at 0.9 percent.")
    assert claim.sentence == "“0.9 percent” was on offer until March 3; it is over."
    assert found("The CR-V is at 0.9 percent.", date(2026, 3, 3)) == []


@given(st.text(max_size=200))
def test_a_quote_is_always_what_stands_there(text: str) -> None:
    assert all(text[claim.start_char : claim.end_char] == claim.quote for claim in checked(text))


@pytest.mark.parametrize("lead", leads(), ids=lambda lead: lead.customer_name)
def test_a_draft_states_nothing_that_is_not_on_file(lead: Lead) -> None:
    made = draft(Occasion(lead, MARCUS, reasons_for(lead, STORE_FACTS, TODAY)), 40)
    assert claims(made.text, CallContext(MARCUS, lead.customer_name, lead.facts), STORE_FACTS, TODAY) == ()
