from collections.abc import Callable

import pytest

from coaching.domain.job import JobKind
from coaching.domain.session import SessionId
from coaching.jobs.worker import Worker
from coaching.services.coaching.judging_takes import JudgeTake
from coaching.services.coaching.sessions import open_session
from coaching.services.judge import JudgeVoicemail
from tests.stand_ins import FakeListener, judge
from tests.world import Cast

Works = Callable[[], None]


@pytest.fixture
def works(cast: Cast) -> Works:
    """Judges all that waits; the fake judge looks for the direct line."""
    handler = JudgeVoicemail(cast.services, FakeListener(), judge)
    handlers = {JobKind.JUDGE: handler, JobKind.TAKE: JudgeTake(cast.services, FakeListener(), judge)}
    worker = Worker(cast.services.database, handlers, cast.services.now)

    def all_of_it() -> None:
        while worker.work_one():
            pass

    return all_of_it


@pytest.fixture
def session(cast: Cast) -> SessionId:
    """Alice's, with Bob."""
    alice = cast.as_seen_by(cast.alice)
    return open_session(cast.services, alice, "Your own line", [cast.bob], cast.services.now())
