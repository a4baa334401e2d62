import pytest

from coaching.domain.audit import Action
from coaching.domain.job import JobKind
from coaching.errors import CoachingError, NotFound
from coaching.jobs.worker import Worker
from coaching.services import reading
from coaching.services.judge import JudgeVoicemail
from coaching.services.removing import remove_failed
from coaching.storage import audit
from coaching.storage.audit import Wanted
from tests.stand_ins import NOT_AUDIO, FakeListener, judge
from tests.world import Cast


def work_off(cast: Cast) -> None:
    judges = JudgeVoicemail(cast.services, FakeListener(), judge)
    while Worker(cast.services.database, {JobKind.JUDGE: judges}, cast.services.now).work_one():
        pass


def test_a_file_that_could_not_be_scored_goes_with_its_sound_and_may_come_again(cast: Cast) -> None:
    bob = cast.as_seen_by(cast.bob)
    failed = cast.leaves(NOT_AUDIO)
    work_off(cast)
    sha256 = reading.read(cast.services, bob, failed).voicemail.sha256
    remove_failed(cast.services, bob, failed)
    assert reading.list_voicemails(cast.services, bob) == []
    assert sha256 not in {kept.sha256 for kept in cast.services.blobs.kept()}
    with cast.services.database.reading() as connection:
        assert audit.exists(connection, Wanted(Action.ERASED, "voicemail", subject_id=failed))
    assert cast.leaves(NOT_AUDIO) != failed


def test_what_was_judged_or_still_waits_stays(cast: Cast) -> None:
    bob = cast.as_seen_by(cast.bob)
    judged = cast.leaves("hello there")
    work_off(cast)
    for one in (judged, cast.leaves("still waiting")):
        with pytest.raises(CoachingError, match="could not be scored"):
            remove_failed(cast.services, bob, one)


def test_nobody_removes_what_they_may_not_see(cast: Cast) -> None:
    failed = cast.leaves(NOT_AUDIO)
    work_off(cast)
    with pytest.raises(NotFound):
        remove_failed(cast.services, cast.as_seen_by(cast.erin), failed)
