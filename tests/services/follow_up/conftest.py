"""Walt's lead, with all that a follow-up needs, in Fairhaven Honda of the cast."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from coaching.domain.job import JobKind
from coaching.domain.lead import LeadId
from coaching.jobs.worker import Worker
from coaching.services.follow_up.lead_files import import_leads
from coaching.services.judge import JudgeVoicemail
from tests.stand_ins import FakeListener, judge
from tests.world import Cast, Clock

LEADS = b"""ID,Name,Phone,Email,Source,Received,Vehicle,Color,Options,Rep
1,Walt Brandt,410-555-0144,walt@example.org,Cars.com,2024-10-07 09:00,2025 Honda CR-V,Urban Gray,heated steering wheel,Bob
2,Ed Fox,410-555-0147,,Cars.com,2024-10-07 09:00,2025 Honda Pilot,,,Charlie
"""


@dataclass(frozen=True)
class FollowUp:
    """leaves: Bob leaves Walt a voicemail, and it is judged."""

    cast: Cast
    walt: LeadId
    ed: LeadId
    leaves: Callable[[str], None]


@pytest.fixture
def follow_up(cast: Cast, clock: Clock) -> FollowUp:
    """The clock stands at nine in the morning of the day on which both leads arrived."""
    walt, ed = import_leads(cast.services, cast.as_seen_by(cast.dana), cast.store, LEADS).added
    worker = Worker(cast.services.database, {JobKind.JUDGE: JudgeVoicemail(cast.services, FakeListener(), judge)}, clock)

    def leaves(said: str) -> None:
        cast.leaves(said, lead=walt)
        while worker.work_one():
            pass

    return FollowUp(cast, walt, ed, leaves)
