"""Filters of a list of voicemails."""

from collections.abc import Callable

import pytest

from coaching.domain.job import JobKind
from coaching.domain.voicemail import Stage
from coaching.jobs.worker import Worker
from coaching.services import reading
from coaching.services.judge import JudgeVoicemail
from tests.stand_ins import NOT_AUDIO, FakeListener, judge
from tests.world import Cast

Found = Callable[..., list[str]]


@pytest.fixture
def found(cast: Cast) -> Found:
    worker = Worker(
        cast.services.database, {JobKind.JUDGE: JudgeVoicemail(cast.services, FakeListener(), judge)}, cast.services.now
    )
    cast.leaves("judged by now", lead=cast.denise)
    cast.leaves(f"{NOT_AUDIO} failed")
    worker.work_one(), worker.work_one()
    cast.leaves("100% waiting")

    def names(**narrowing: object) -> list[str]:
        listed = reading.list_voicemails(cast.services, cast.as_seen_by(cast.alice), **narrowing)  # type: ignore[arg-type]
        return [one.voicemail.file_name for one in listed]

    return names


def test_every_stage_finds_its_own_and_together_they_find_all(found: Found) -> None:
    assert found(stage=Stage.JUDGED) == ["judged by no.wav"]
    assert found(stage=Stage.FAILED) == ["%PDF failed.wav"]
    assert found(stage=Stage.RECEIVED) == ["100% waiting.wav"]
    assert found(stage=Stage.TRANSCRIBING) == []
    assert len(found()) == 3


def test_a_search_looks_at_customer_rep_and_file_in_any_case(found: Found) -> None:
    assert found(search="okafor") == ["judged by no.wav"]
    assert len(found(search="BOB")) == 3
    assert found(search="waiting.w") == ["100% waiting.wav"]


def test_signs_that_mean_something_to_the_database_are_only_signs(found: Found) -> None:
    assert found(search="100%") == ["100% waiting.wav"]
    assert found(search="_") == []


def test_a_filter_never_shows_what_the_viewer_may_not_see(found: Found, cast: Cast) -> None:
    assert found(rep_id=cast.charlie) == []
    hidden = reading.list_voicemails(cast.services, cast.as_seen_by(cast.charlie), rep_id=cast.bob, search="judged")
    assert list(hidden) == []
