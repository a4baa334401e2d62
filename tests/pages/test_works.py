from datetime import UTC, datetime, timedelta

from coaching.domain.attempt import LeadOutcome, LeadOutcomeKind
from coaching.follow_up.what_works import TOO_FEW
from coaching.services.follow_up.noting import note_outcome
from coaching.services.parts import Services
from coaching.storage import leads
from tests.pages.conftest import WorkerAtHand
from tests.screens import Screen
from tests.world import BOBS_LINE, Cast, Clock


def leave_for_many(cast: Cast, services: Services, clock: Clock) -> None:
    """As many leads as are needed heard the line, and all of them called back; as many did not, and none did."""
    with services.database.writing() as connection:
        made = [leads.add(connection, cast.store, f"Customer {n}", rep_id=cast.bob) for n in range(2 * TOO_FEW)]
    clock.at = datetime.now(UTC) - timedelta(days=1)
    for number, lead in enumerate(made):
        says_it = number < TOO_FEW
        cast.leaves(f"Hello {number} {BOBS_LINE if says_it else 'call me'}", lead=lead)
        clock.wait(60)
        if says_it:
            note_outcome(services, cast.as_seen_by(cast.bob), LeadOutcome(lead, LeadOutcomeKind.CALLED_BACK, clock()))


def test_a_manager_is_told_what_works_and_another_store_is_not(
    cast: Cast, services: Services, clock: Clock, screen: type[Screen], worker: WorkerAtHand
) -> None:
    leave_for_many(cast, services, clock)
    worker.works()
    dana = screen(cast.dana).open("works")
    assert not dana.app.exception
    assert "More customers came back: 30 of 30" in dana.text.replace("\\", "")
    assert "Difference +100" in dana.text.replace("\\", "")
    assert "nothing to compare" in screen(cast.erin).open("works").app.info[0].value


def test_few_voicemails_are_counted_and_nothing_is_claimed(cast: Cast, screen: type[Screen], worker: WorkerAtHand) -> None:
    cast.leaves(f"Hi Denise {BOBS_LINE}", lead=cast.denise)
    worker.works()
    alice = screen(cast.alice).open("works")
    assert "Too few to tell yet" in alice.app.info[0].value
    assert "More customers" not in alice.text
    table = alice.app.table[0].value
    assert table["Came back with it"].tolist().count("0 of 1") == 1


def test_where_nothing_was_judged_there_is_nothing_to_compare(cast: Cast, screen: type[Screen]) -> None:
    assert "nothing to compare" in screen(cast.alice).open("works").app.info[0].value
