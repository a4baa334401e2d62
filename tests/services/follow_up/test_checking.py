from datetime import date

import pytest

from coaching.domain.scorecard import ValueKind
from coaching.domain.store_fact import StoreFact, StoreFactId
from coaching.errors import NotFound
from coaching.follow_up.claims import ClaimKind
from coaching.services.follow_up.checking import claims_not_on_file
from coaching.services.follow_up.lead_page import read_lead
from coaching.services.follow_up.store_facts import add_store_fact
from tests.services.follow_up.conftest import FollowUp


def test_an_offer_that_nobody_has_on_file_is_told_until_the_manager_keeps_it(follow_up: FollowUp) -> None:
    cast = follow_up.cast
    bob, dana = cast.as_seen_by(cast.bob), cast.as_seen_by(cast.dana)
    follow_up.leaves("Hi Walt the CR-V is at 1.4 percent now")
    voicemail_id = read_lead(cast.services, bob, follow_up.walt).timeline.marks[0].voicemail_id
    assert voicemail_id is not None
    (claim,) = claims_not_on_file(cast.services, bob, voicemail_id)
    assert (claim.kind, claim.quote) == (ClaimKind.AMOUNT, "1.4 percent")
    fact = StoreFact(StoreFactId(0), cast.store, ValueKind.INCENTIVE, "the CR-V is at 1.4 percent", date(2024, 10, 1))
    add_store_fact(cast.services, dana, fact)
    assert claims_not_on_file(cast.services, bob, voicemail_id) == ()
    with pytest.raises(NotFound):
        claims_not_on_file(cast.services, cast.as_seen_by(cast.charlie), voicemail_id)
