import itertools
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from coaching.domain.audit import Action
from coaching.domain.job import JobKind
from coaching.domain.people import MACHINE
from coaching.domain.privacy import PrivacySettings
from coaching.domain.voicemail import Stage, VoicemailId
from coaching.errors import CoachingError, NotAllowed, NotFound
from coaching.jobs.worker import Chore, Worker
from coaching.services import people as people_service
from coaching.services import reading
from coaching.services.judge import JudgeVoicemail
from coaching.services.practice.practising import practise
from coaching.services.privacy.retention import ORPHAN_AGE, Expired, keep_the_rules, sweep
from coaching.services.privacy.settings import change_privacy, read_privacy
from coaching.services.reading import Reading
from coaching.storage import audit
from coaching.storage.audit import Wanted
from coaching.storage.tables import evidence, metadata, spoken_number, transcript, voicemail
from tests.stand_ins import FakeListener, judge
from tests.world import BOBS_LINE, Cast, Clock

DAY_S = 86_400.0
SAID = f"Hello Denise my direct line is {BOBS_LINE}"


@pytest.fixture
def clock() -> Clock:
    """Now, for files are as old as they are."""
    return Clock(datetime.now(UTC))


@pytest.fixture
def worker(cast: Cast) -> Worker:
    return Worker(
        cast.services.database, {JobKind.JUDGE: JudgeVoicemail(cast.services, FakeListener(), judge)}, cast.services.now
    )


def judged(cast: Cast, worker: Worker) -> VoicemailId:
    voicemail_id = cast.leaves(SAID, lead=cast.denise, attempt=1)
    while worker.work_one():
        pass
    return voicemail_id


def rules(cast: Cast, **days: int) -> None:
    change_privacy(cast.services, cast.as_seen_by(cast.dana), cast.store, PrivacySettings(**days))


def read(cast: Cast, voicemail_id: VoicemailId) -> Reading:
    return reading.read(cast.services, cast.as_seen_by(cast.dana), voicemail_id)


def sounds(cast: Cast) -> int:
    return len(list(cast.services.blobs.kept()))


def test_without_rules_everything_is_kept(cast: Cast, clock: Clock, worker: Worker) -> None:
    judged(cast, worker)
    clock.wait(5000 * DAY_S)
    assert keep_the_rules(cast.services) == Expired()
    assert sounds(cast) == 1


def test_sound_goes_on_its_day_and_words_and_score_stay(cast: Cast, clock: Clock, worker: Worker) -> None:
    rules(cast, sound_days=30)
    voicemail_id = judged(cast, worker)
    clock.wait(30 * DAY_S - 60)
    assert keep_the_rules(cast.services).sounds == 0
    clock.wait(61)
    assert keep_the_rules(cast.services).sounds == 1
    assert keep_the_rules(cast.services).sounds == 0
    one = read(cast, voicemail_id)
    assert (sounds(cast), one.voicemail.has_sound, one.voicemail.has_words) == (0, False, True)
    assert one.judged is not None
    assert one.judged.heard.transcript.text == SAID


def test_words_go_apart_and_outcomes_score_and_pace_stay(cast: Cast, clock: Clock, worker: Worker, tmp_path: Path) -> None:
    rules(cast, words_days=10)
    voicemail_id = judged(cast, worker)
    before = read(cast, voicemail_id)
    clock.wait(11 * DAY_S)
    assert keep_the_rules(cast.services).words == 1
    one = read(cast, voicemail_id)
    assert one.judged is not None
    assert before.judged is not None
    assert one.listed.progress.stage is Stage.JUDGED
    assert one.listed.score == before.listed.score == 100.0
    assert one.listed.outcomes == before.listed.outcomes
    assert one.judged.heard.delivery == before.judged.heard.delivery
    assert (one.voicemail.file_name, one.voicemail.has_words, sounds(cast)) == ("", False, 1)
    with cast.services.database.reading() as connection:
        assert connection.scalar(select(transcript.c.text)) == ""
        assert [connection.scalar(select(func.count()).select_from(table)) for table in (evidence, spoken_number)] == [0, 0]
    if cast.services.database.engine.dialect.name == "sqlite":
        pages = b"".join(path.read_bytes() for path in tmp_path.glob("coaching.db*"))
        assert b"my direct line is" not in pages


def test_a_later_voicemail_that_repeats_it_keeps_its_own_words(cast: Cast, clock: Clock, worker: Worker) -> None:
    rules(cast, words_days=10)
    earlier = judged(cast, worker)
    clock.wait(6 * DAY_S)
    cast.leaves(f"{SAID} again", lead=cast.denise, attempt=2)
    while worker.work_one():
        pass
    with cast.services.database.writing() as connection:
        newest = select(func.max(evidence.c.id)).scalar_subquery()
        repeats = {"repeats_voicemail_id": earlier, "repeats_quote": "Hello", "repeats_start_char": 0, "repeats_end_char": 5}
        connection.execute(update(evidence).where(evidence.c.id == newest).values(**repeats))
    clock.wait(5 * DAY_S)
    assert keep_the_rules(cast.services).words == 1
    with cast.services.database.reading() as connection:
        kept = connection.execute(select(evidence.c.quote, evidence.c.repeats_quote).order_by(evidence.c.id.desc())).first()
    assert kept is not None
    assert kept.quote in SAID
    assert kept.repeats_quote is None


def test_what_lost_its_words_is_not_judged_again(cast: Cast, clock: Clock, worker: Worker) -> None:
    rules(cast, words_days=10)
    voicemail_id = judged(cast, worker)
    clock.wait(11 * DAY_S)
    keep_the_rules(cast.services)
    people_service.change_direct_line(cast.services, cast.as_seen_by(cast.dana), cast.bob, "240-555-0199")
    assert not worker.work_one()
    assert read(cast, voicemail_id).listed.score == 100.0
    judged_ones = reading.list_voicemails(cast.services, cast.as_seen_by(cast.dana), stage=Stage.JUDGED)
    assert [one.voicemail.id for one in judged_ones] == [voicemail_id]


def test_what_lost_its_sound_is_judged_again_from_its_words(cast: Cast, clock: Clock, worker: Worker) -> None:
    rules(cast, sound_days=10)
    voicemail_id = judged(cast, worker)
    clock.wait(11 * DAY_S)
    keep_the_rules(cast.services)
    people_service.change_direct_line(cast.services, cast.as_seen_by(cast.dana), cast.bob, "240-555-0199")
    assert worker.work_one()
    assert read(cast, voicemail_id).listed.score == 0.0


def test_after_the_last_day_the_voicemail_goes_whole(cast: Cast, clock: Clock, worker: Worker) -> None:
    rules(cast, scores_days=100)
    voicemail_id = judged(cast, worker)
    clock.wait(101 * DAY_S)
    assert keep_the_rules(cast.services).whole == 1
    assert sounds(cast) == 0
    with pytest.raises(NotFound):
        read(cast, voicemail_id)
    with cast.services.database.reading() as connection:
        assert connection.execute(select(voicemail)).all() == []
        (last,) = [one.entry for one in audit.listed(connection, MACHINE) if one.entry.action is Action.EXPIRED]
    assert (last.what, last.subject_id, last.by) == ("scores", voicemail_id, None)


def test_each_store_has_its_own_rules(cast: Cast, clock: Clock, worker: Worker) -> None:
    change_privacy(cast.services, cast.as_seen_by(cast.erin), cast.other_store, PrivacySettings(sound_days=1))
    judged(cast, worker)
    clock.wait(2 * DAY_S)
    assert keep_the_rules(cast.services).sounds == 0


@pytest.mark.parametrize("days", [0, -1, 4000])
def test_days_that_are_none_are_refused(cast: Cast, days: int) -> None:
    with pytest.raises(CoachingError, match="Days are"):
        rules(cast, sound_days=days)


@pytest.mark.parametrize("who", ["bob", "alice", "erin"])
def test_only_who_manages_the_store_sets_its_rules(cast: Cast, who: str) -> None:
    with pytest.raises((NotAllowed, NotFound)):
        change_privacy(cast.services, cast.as_seen_by(getattr(cast, who)), cast.store, PrivacySettings(sound_days=1))
    assert read_privacy(cast.services, MACHINE, cast.store) == PrivacySettings()


def orphan(cast: Cast, tmp_path: Path, name: str) -> Path:
    place = tmp_path / "audio" / str(cast.store) / "ab" / name
    place.parent.mkdir(parents=True)
    place.write_bytes(b"a crash between audio and row")
    return place


@pytest.mark.parametrize("name", ["ab" * 32, ".arriving-x1"])
def test_audio_without_a_row_is_swept_when_it_is_old_enough(cast: Cast, clock: Clock, tmp_path: Path, name: str) -> None:
    cast.leaves("hello there")
    lost = orphan(cast, tmp_path, name)
    assert sweep(cast.services) == 0
    old = (clock() - ORPHAN_AGE - timedelta(minutes=1)).timestamp()
    for path in (tmp_path / "audio").rglob("*"):
        os.utime(path, (old, old))
    assert sweep(cast.services) == 1
    assert not lost.exists()
    assert sounds(cast) == 1


def test_the_worker_keeps_the_rules_when_it_starts_and_then_daily(cast: Cast, clock: Clock) -> None:
    days: list[float] = []

    def daily() -> None:
        days.append(clock().timestamp())
        if len(days) == 3:
            worker.stop.set()
        if len(days) == 2:
            raise RuntimeError("must not stop the worker")

    def passing() -> object:
        clock.wait(3600)
        return clock()

    worker = Worker(cast.services.database, {}, passing, chores=[Chore("retention", timedelta(days=1), daily)])
    worker.run()
    assert [round((later - before) / DAY_S, 1) for before, later in itertools.pairwise(days)] == pytest.approx([1, 1], abs=0.15)


def test_every_table_that_names_audio_is_asked_before_the_sweep() -> None:
    """Else a new one would lose its audio after a day."""
    assert {table.name for table in metadata.sorted_tables if "sha256" in table.c} == {"recording", "take"}


@pytest.mark.parametrize("rule", ["sound_days", "words_days", "scores_days"])
def test_of_practice_that_was_not_submitted_nothing_is_noted_when_it_expires(
    cast: Cast, clock: Clock, worker: Worker, rule: str
) -> None:
    rules(cast, **{rule: 30})
    practise(cast.services, cast.as_seen_by(cast.bob), "say_the_number", SAID.encode())
    while worker.work_one():
        pass
    clock.wait(31 * DAY_S)
    assert keep_the_rules(cast.services) != Expired()
    with cast.services.database.reading() as connection:
        assert audit.count(connection, MACHINE, Wanted(Action.EXPIRED)) == 0
