"""Five hundred damaged files go through the app's own door and the worker; decoding is real, only the hearing stands in."""

import logging
from collections import Counter

import pytest

from coaching.audio.decode import decode
from coaching.audio.sound import Sound
from coaching.domain.job import JobKind
from coaching.domain.transcript import Transcript, Word
from coaching.domain.voicemail import ListedVoicemail, Stage
from coaching.errors import BadAudio
from coaching.jobs.worker import OUR_FAULT, Worker
from coaching.services.judge import JudgeVoicemail
from coaching.services.listening import EngineListener
from coaching.services.reading import list_voicemails
from coaching.services.receive import Upload, receive_all
from coaching.storage.jobs import DEAD
from tests.audio.mutations import mutated, originals
from tests.stand_ins import judge
from tests.world import Cast

UPLOADS = 500


class HearsHello:
    def transcribe(self, samples, *, hints=(), on_progress=None):  # type: ignore[no-untyped-def]
        end = len(samples) / 16_000
        return Transcript((Word("Hello", 0.0, end / 2, 0.9), Word("there.", end / 2, end, 0.9)), "en", "fake", "small")


def become(cast: Cast, files: list[tuple[str, bytes]]) -> list[ListedVoicemail]:
    """Uploads them at once, works until nothing is left, and tells what became of each."""
    receive_all(cast.services, cast.as_seen_by(cast.bob), [Upload(name, content) for name, content in files])
    listener = EngineListener("fake", "small", HearsHello)
    worker = Worker(cast.services.database, {JobKind.JUDGE: JudgeVoicemail(cast.services, listener, judge)}, cast.services.now)
    while worker.work_one():
        pass
    return list(list_voicemails(cast.services, cast.as_seen_by(cast.bob), limit=len(files)))


def check(ended: list[ListedVoicemail]) -> Counter[Stage]:
    for one in ended:
        told = one.progress
        assert told.stage in (Stage.JUDGED, Stage.FAILED), (one.voicemail.file_name, told)
        assert told.reason not in (OUR_FAULT, DEAD), one.voicemail.file_name
        assert told.stage is Stage.JUDGED or (told.reason.endswith(".") and len(told.reason) > 40)
    return Counter(one.progress.stage for one in ended)


@pytest.fixture
def sqlite(cast: Cast) -> Cast:
    if cast.services.database.engine.dialect.name != "sqlite":
        pytest.skip("what decodes is the same over PostgreSQL")
    return cast


def test_forty_damaged_files_end_as_judged_or_with_a_sentence(sqlite: Cast, caplog: pytest.LogCaptureFixture) -> None:
    check(become(sqlite, [mutated(seed) for seed in range(0, UPLOADS, UPLOADS // 40)]))
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR and record.exc_info]


@pytest.mark.slow
def test_five_hundred_of_every_format_do_and_the_queue_still_moves(sqlite: Cast, caplog: pytest.LogCaptureFixture) -> None:
    files = {content: name for name, content in map(mutated, range(UPLOADS)) if content}
    ended = check(become(sqlite, [(name, content) for content, name in files.items()]))
    assert sum(ended.values()) == len(files) > UPLOADS - 10
    assert min(ended[Stage.JUDGED], ended[Stage.FAILED]) > UPLOADS // 10  # else they are all broken alike, or hardly at all
    assert not [record for record in caplog.records if record.exc_info and not isinstance(record.exc_info[1], BadAudio)]
    fresh = become(sqlite, [("fresh.ogg", originals()["spoken.opus.ogg"])])
    assert fresh[0].progress.stage is Stage.JUDGED


def test_the_damage_is_the_same_for_the_same_seed() -> None:
    assert [mutated(seed) for seed in (3, 77)] == [mutated(seed) for seed in (3, 77)]


def test_whatever_still_sounds_is_finite_and_short(sqlite: Cast) -> None:
    for seed in range(1, UPLOADS, 50):
        try:
            sound: Sound = decode(mutated(seed)[1])
        except BadAudio:
            continue
        assert 0 < sound.duration_s <= 300
