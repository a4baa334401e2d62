"""By which profile of the rubric a store's voicemails are judged, for real."""

import pytest

from coaching import bootstrap
from coaching.domain.context import DEFAULT_PROFILE
from coaching.domain.job import JobKind
from coaching.domain.voicemail import VoicemailId
from coaching.errors import CoachingError, UnknownName
from coaching.jobs.worker import Worker
from coaching.rubrics import load_rubric
from coaching.services.judge import JudgeVoicemail
from coaching.services.people import choose_profile, stores
from coaching.services.reading import read
from tests import stand_ins
from tests.world import BOBS_LINE, Cast, Clock

SHORT = "short_and_curious"
SAID = f"Hi Denise, this is Bob at Fairhaven Honda. Call me on my direct line, {BOBS_LINE}."


@pytest.fixture
def worker(cast: Cast, clock: Clock) -> Worker:
    handler = JudgeVoicemail(cast.services, stand_ins.FakeListener(), bootstrap.open_judge())
    return Worker(cast.services.database, {JobKind.JUDGE: handler}, clock)


def judged_by(cast: Cast, voicemail_id: VoicemailId) -> tuple[str, set[str]]:
    judged = read(cast.services, cast.as_seen_by(cast.bob), voicemail_id).judged
    assert judged is not None
    return judged.scorecard.profile_id, {finding.criterion_id for finding in judged.scorecard.findings}


def test_a_store_is_judged_by_everything_until_it_chooses(cast: Cast, worker: Worker) -> None:
    voicemail_id = cast.leaves(SAID)
    worker.work_one()
    assert judged_by(cast, voicemail_id) == (DEFAULT_PROFILE, {criterion.id for criterion in load_rubric().criteria})


def test_what_was_judged_is_judged_again_by_the_profile_that_is_chosen(cast: Cast, worker: Worker) -> None:
    voicemail_id = cast.leaves(SAID)
    worker.work_one()
    choose_profile(cast.services, cast.as_seen_by(cast.dana), cast.store, SHORT)
    assert worker.work_one()
    profile_id, criteria = judged_by(cast, voicemail_id)
    assert profile_id == SHORT
    assert not criteria & load_rubric().profiles[SHORT].left_out


def test_another_store_keeps_its_own(cast: Cast) -> None:
    choose_profile(cast.services, cast.as_seen_by(cast.dana), cast.store, SHORT)
    profiles = {store.id: store.profile_id for store in stores(cast.services, cast.as_seen_by(cast.abe))}
    assert [profiles.pop(cast.store), *profiles.values()] == [SHORT, DEFAULT_PROFILE]


@pytest.mark.parametrize("person", ["bob", "charlie", "erin"])
def test_nobody_else_chooses(cast: Cast, person: str) -> None:
    with pytest.raises(CoachingError):
        choose_profile(cast.services, cast.as_seen_by(getattr(cast, person)), cast.store, SHORT)
    assert stores(cast.services, cast.as_seen_by(cast.bob))[0].profile_id == DEFAULT_PROFILE


def test_an_unknown_profile_lists_the_known_ones(cast: Cast) -> None:
    with pytest.raises(UnknownName, match=SHORT):
        choose_profile(cast.services, cast.as_seen_by(cast.abe), cast.store, "shrot")
