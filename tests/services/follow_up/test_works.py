from coaching.domain.attempt import LeadOutcome, LeadOutcomeKind
from coaching.follow_up.what_works import Rate
from coaching.services.follow_up.noting import note_outcome
from coaching.services.follow_up.works import what_works
from tests.services.follow_up.conftest import FollowUp
from tests.world import BOBS_LINE, Clock


def test_a_callback_counts_for_the_voicemail_before_it(follow_up: FollowUp, clock: Clock) -> None:
    cast = follow_up.cast
    follow_up.leaves("Hi Walt this is Bob call me back")
    clock.wait(24 * 3600)
    follow_up.leaves(f"Hi Walt this is Bob my direct line is {BOBS_LINE}")
    clock.wait(3600)
    dana = cast.as_seen_by(cast.dana)
    note_outcome(cast.services, dana, LeadOutcome(follow_up.walt, LeadOutcomeKind.CALLED_BACK, clock()))
    (comparison,) = what_works(cast.services, dana, ["direct_line_given"])
    assert (comparison.with_it, comparison.without) == (Rate(1, 1), Rate(0, 1))
    assert comparison.sentence.startswith("Too few to tell")
    (unseen,) = what_works(cast.services, cast.as_seen_by(cast.erin), ["direct_line_given"])
    assert (unseen.with_it.n, unseen.without.n) == (0, 0)
