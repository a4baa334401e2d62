from datetime import UTC, datetime

import pytest

from coaching.domain.job import JobKind
from coaching.jobs.worker import Worker
from coaching.services.coaching.judging_takes import JudgeTake
from coaching.services.judge import Judge, JudgeVoicemail
from tests.stand_ins import FakeListener, judge
from tests.world import Cast


@pytest.fixture
def backend() -> str:
    """Services and storage are tested on both databases; on PostgreSQL each page is opened once (test_every_page)."""
    return "sqlite"


class WorkerAtHand:
    """Works when it is told to, with a listener that hears what is written in the file."""

    def __init__(self, cast: Cast, judge: Judge = judge) -> None:
        handler = JudgeVoicemail(cast.services, FakeListener(), judge)
        handlers = {JobKind.JUDGE: handler, JobKind.TAKE: JudgeTake(cast.services, FakeListener(), judge)}
        self.worker = Worker(cast.services.database, handlers, lambda: datetime.now(UTC))

    def works(self) -> None:
        while self.worker.work_one():
            pass


@pytest.fixture
def worker(cast: Cast) -> WorkerAtHand:
    return WorkerAtHand(cast)
