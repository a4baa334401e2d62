from datetime import date

import pytest

from coaching.domain.context import CallContext
from coaching.domain.job import JobKind
from coaching.domain.scorecard import Evidence, Finding, Outcome, Scorecard, ValueKind
from coaching.domain.store_fact import StoreFact, StoreFactId
from coaching.domain.transcript import Transcript
from coaching.domain.voicemail import VoicemailId
from coaching.errors import NotFound
from coaching.follow_up.claims import ClaimKind
from coaching.jobs.worker import Worker
from coaching.services.follow_up.checking import claims_not_on_file
from coaching.services.follow_up.lead_page import read_lead
from coaching.services.follow_up.store_facts import add_store_fact, end_store_fact
from coaching.services.judge import JudgeVoicemail
from coaching.services.reading import read
from tests.services.follow_up.conftest import FollowUp
from tests.stand_ins import FakeListener
from tests.world import Clock

ENDS = "the offer ends Thursday"


def fact(follow_up: FollowUp, text: str, ends_on: date | None = None) -> StoreFact:
    return StoreFact(StoreFactId(0), follow_up.cast.store, ValueKind.INCENTIVE, text, date(2024, 10, 1), ends_on)


def last_voicemail(follow_up: FollowUp) -> VoicemailId:
    page = read_lead(follow_up.cast.services, follow_up.cast.as_seen_by(follow_up.cast.bob), follow_up.walt)
    voicemail_id = page.timeline.marks[-1].voicemail_id
    assert voicemail_id is not None
    return voicemail_id


def test_an_offer_that_nobody_has_on_file_is_told_until_the_manager_keeps_it(follow_up: FollowUp) -> None:
    cast = follow_up.cast
    bob, dana = cast.as_seen_by(cast.bob), cast.as_seen_by(cast.dana)
    add_store_fact(cast.services, dana, fact(follow_up, "two Pilots came in"))
    follow_up.leaves("Hi Walt the CR-V is at 1.4 percent now")
    voicemail_id = last_voicemail(follow_up)
    (claim,) = claims_not_on_file(cast.services, bob, voicemail_id)
    assert (claim.kind, claim.quote) == (ClaimKind.AMOUNT, "1.4 percent")
    add_store_fact(cast.services, dana, fact(follow_up, "the CR-V is at 1.4 percent"))
    assert claims_not_on_file(cast.services, bob, voicemail_id) == ()
    with pytest.raises(NotFound):
        claims_not_on_file(cast.services, cast.as_seen_by(cast.charlie), voicemail_id)


def test_where_nobody_keeps_a_list_nothing_is_held_against_it(follow_up: FollowUp) -> None:
    follow_up.leaves("Hi Walt the CR-V is at 1.4 percent now")
    cast = follow_up.cast
    assert claims_not_on_file(cast.services, cast.as_seen_by(cast.bob), last_voicemail(follow_up)) == ()


def urgent(transcript: Transcript, context: CallContext) -> Scorecard:
    """Finds urgency where an end is named, as the rubric does."""
    at = transcript.text.find(ENDS)
    finding = Finding("urgency_shown", Outcome.MET, "An honest time.", (Evidence(ENDS, at, at + len(ENDS)),))
    return Scorecard("fake-1", "default", (finding,), (), {"urgency_shown": 1.0}, {})


def test_a_last_day_counts_as_urgency_once_it_is_on_file_and_no_longer_when_it_is_taken_back(
    follow_up: FollowUp, clock: Clock
) -> None:
    cast = follow_up.cast
    dana = cast.as_seen_by(cast.dana)
    worker = Worker(cast.services.database, {JobKind.JUDGE: JudgeVoicemail(cast.services, FakeListener(), urgent)}, clock)
    add_store_fact(cast.services, dana, fact(follow_up, "two Pilots came in"))
    voicemail_id = cast.leaves(f"Hi Walt {ENDS}", lead=follow_up.walt)

    def urgency() -> tuple[Outcome, float | None]:
        while worker.work_one():
            pass
        line = read(cast.services, dana, voicemail_id).listed
        return line.outcomes["urgency_shown"], line.score

    assert urgency() == (Outcome.UNSURE, None)
    kept = add_store_fact(cast.services, dana, fact(follow_up, "the CR-V is at 1.4 percent", date(2024, 10, 10)))
    assert urgency() == (Outcome.MET, 100.0)
    end_store_fact(cast.services, dana, cast.store, kept)
    assert urgency() == (Outcome.UNSURE, None)
