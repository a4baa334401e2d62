"""The job table against a clock that is handed in."""

from datetime import timedelta

import pytest

from coaching.domain.job import Claim, LostLease
from coaching.domain.people import MACHINE
from coaching.domain.voicemail import Progress, Stage, VoicemailId
from coaching.services.reading import list_voicemails, read
from coaching.storage import jobs, privacy
from tests.world import Cast, Clock

LEASE = timedelta(seconds=30)


def claim(cast: Cast, clock: Clock, *, untried: bool = False) -> Claim | None:
    with cast.services.database.writing() as connection:
        return jobs.claim(connection, clock(), LEASE, untried=untried)


def must_claim(cast: Cast, clock: Clock) -> Claim:
    claimed = claim(cast, clock)
    assert claimed is not None
    return claimed


def finish(cast: Cast, claimed: Claim, clock: Clock) -> None:
    with cast.services.database.writing() as connection:
        jobs.finish(connection, claimed, clock())


def progress(cast: Cast, voicemail_id: VoicemailId) -> Progress:
    return read(cast.services, MACHINE, voicemail_id).listed.progress


def test_a_job_is_claimed_once(cast: Cast, clock: Clock) -> None:
    voicemail_id = cast.leaves("hello there")
    assert must_claim(cast, clock).voicemail_id == voicemail_id
    assert claim(cast, clock) is None


def test_a_lease_that_ran_out_goes_to_the_next_and_the_late_commit_is_refused(cast: Cast, clock: Clock) -> None:
    cast.leaves("hello there")
    late = must_claim(cast, clock)
    clock.wait(31)
    next_one = must_claim(cast, clock)
    with pytest.raises(LostLease):
        finish(cast, late, clock)
    finish(cast, next_one, clock)
    assert claim(cast, clock) is None


def test_a_heartbeat_keeps_the_job(cast: Cast, clock: Clock) -> None:
    voicemail_id = cast.leaves("hello there")
    mine = must_claim(cast, clock)
    clock.wait(20)
    with cast.services.database.writing() as connection:
        jobs.extend(connection, mine, clock(), LEASE, progress=0.4)
    clock.wait(20)
    assert claim(cast, clock) is None
    assert progress(cast, voicemail_id) == Progress(Stage.TRANSCRIBING, done=0.4)


def test_a_job_that_kills_three_workers_is_buried_with_a_sentence_and_frees_the_way(cast: Cast, clock: Clock) -> None:
    poison, next_one = cast.leaves("poison"), cast.leaves("hello there")
    for _ in range(jobs.MAX_ATTEMPTS):
        assert must_claim(cast, clock).voicemail_id == poison
        clock.wait(31)
    assert must_claim(cast, clock).voicemail_id == next_one
    assert progress(cast, poison) == Progress(Stage.FAILED, reason=jobs.DEAD, may_retry=True)


def test_what_is_worked_on_beside_a_job_that_kills_three_workers_is_not_buried_with_it(cast: Cast, clock: Clock) -> None:
    poison, *others = (cast.leaves(said) for said in ("poison", "hello there", "hello again", "good morning"))
    for _ in range(jobs.MAX_ATTEMPTS):
        assert must_claim(cast, clock).voicemail_id == poison
        claim(cast, clock, untried=True)
        clock.wait(31)
    assert claim(cast, clock, untried=True) is None
    for other in others:
        assert must_claim(cast, clock).voicemail_id == other
    assert progress(cast, poison).stage is Stage.FAILED


def test_retry_gives_a_failed_job_three_new_attempts(cast: Cast, clock: Clock) -> None:
    voicemail_id = cast.leaves("hello there")
    with cast.services.database.writing() as connection:
        first = jobs.claim(connection, clock(), LEASE)
        assert first is not None
        jobs.fail(connection, first, "It broke.", may_retry=True)
    assert progress(cast, voicemail_id).reason == "It broke."
    with cast.services.database.writing() as connection:
        jobs.retry(connection, voicemail_id, clock())
    assert progress(cast, voicemail_id) == Progress(Stage.RECEIVED)
    assert must_claim(cast, clock).attempts == 1


def test_what_is_put_back_waits_and_keeps_count(cast: Cast, clock: Clock) -> None:
    cast.leaves("hello there")
    with cast.services.database.writing() as connection:
        first = jobs.claim(connection, clock(), LEASE)
        assert first is not None
        jobs.put_back(connection, first, clock() + timedelta(seconds=2), counts=True)
    assert claim(cast, clock) is None
    clock.wait(2)
    assert must_claim(cast, clock).attempts == 2


def test_a_job_broken_off_for_no_fault_of_its_own_keeps_its_attempts(cast: Cast, clock: Clock) -> None:
    cast.leaves("hello there")
    with cast.services.database.writing() as connection:
        first = jobs.claim(connection, clock(), LEASE)
        assert first is not None
        jobs.put_back(connection, first, clock(), counts=False)
    assert must_claim(cast, clock).attempts == 1


def test_what_is_asked_for_again_while_it_runs_runs_once_more(cast: Cast, clock: Clock) -> None:
    voicemail_id = cast.leaves("hello there")
    running = must_claim(cast, clock)
    with cast.services.database.writing() as connection:
        jobs.renew(connection, [voicemail_id], clock())
    finish(cast, running, clock)
    finish(cast, must_claim(cast, clock), clock)
    assert claim(cast, clock) is None


def test_what_is_done_can_be_asked_for_again(cast: Cast, clock: Clock) -> None:
    voicemail_id = cast.leaves("hello there")
    finish(cast, must_claim(cast, clock), clock)
    with cast.services.database.writing() as connection:
        jobs.renew(connection, [voicemail_id], clock())
    assert must_claim(cast, clock).voicemail_id == voicemail_id


def test_the_job_of_a_removed_voicemail_is_lost_to_the_worker_that_has_it(cast: Cast, clock: Clock) -> None:
    voicemail_id = cast.leaves("hello there")
    running = must_claim(cast, clock)
    with cast.services.database.writing() as connection:
        privacy.remove(connection, [voicemail_id])
    with pytest.raises(LostLease):
        finish(cast, running, clock)


def test_a_single_upload_overtakes_renewed_ones(cast: Cast, clock: Clock) -> None:
    first = cast.leaves("hello there")
    finish(cast, must_claim(cast, clock), clock)
    with cast.services.database.writing() as connection:
        jobs.renew(connection, [first], clock())
    second = cast.leaves("hello again")
    assert must_claim(cast, clock).voicemail_id == second


def test_two_workers_of_one_postgresql_do_not_wait_for_each_other(cast: Cast, clock: Clock) -> None:
    """SQLite has one writer; there the second simply comes after the first."""
    database = cast.services.database
    if database.engine.dialect.name == "sqlite":
        return
    cast.leaves("hello there")
    cast.leaves("hello again")
    with database.writing() as one, database.writing() as other:
        first, second = jobs.claim(one, clock(), LEASE), jobs.claim(other, clock(), LEASE)
    assert first is not None
    assert second is not None
    assert first.job_id != second.job_id


def test_everybody_sees_their_own_progress_in_the_list(cast: Cast, clock: Clock) -> None:
    cast.leaves("hello there")
    line = list_voicemails(cast.services, cast.as_seen_by(cast.bob))[0]
    assert line.progress == Progress(Stage.RECEIVED)
