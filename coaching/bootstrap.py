"""The one place where the concrete parts are chosen. Importing it loads none of the heavy ones."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache

from coaching.domain.context import CallContext
from coaching.domain.job import JobKind
from coaching.domain.scorecard import Scorecard
from coaching.domain.transcript import Transcript, Word
from coaching.errors import TranscriptionError, UnknownName
from coaching.jobs.judging import JudgeBeside
from coaching.jobs.worker import Handler, Worker
from coaching.services.coaching.judging_takes import JudgeTake
from coaching.services.demo.conversation import JudgeAndTalk
from coaching.services.judge import Judge, JudgeVoicemail, Listener
from coaching.services.listening import EngineListener
from coaching.services.parts import Services
from coaching.services.privacy.retention import keep_the_rules
from coaching.settings import Settings
from coaching.storage import counting
from coaching.storage.blobs import open_blobs
from coaching.storage.database import Database
from coaching.transcription.engine import ENGINES, Transcriber, load_transcriber


def settings() -> Settings:
    return Settings.from_environment(os.environ)


def services() -> Services:
    """Those of this process, opened on first use and shared by its screens and routes."""
    return _opened(settings())


def open_services(settings: Settings) -> Services:
    """Brings the database up to date. Once a process: it holds the connections. Raises UnknownName for a kind of storage."""
    database = Database(settings.database_url)
    database.upgrade()
    with database.writing() as connection:
        counting.count_once(connection)
    return Services(database, open_blobs(settings.storage_url), _now)


def open_listener(settings: Settings) -> Listener:
    """Loads its model at the first recording. Raises UnknownName for an engine."""
    if settings.engine not in ENGINES:
        raise UnknownName("engine", settings.engine, ENGINES)
    return EngineListener(settings.engine, settings.model, lambda: _transcriber(settings))


def open_judge(profile_id: str = "default") -> Judge:
    """Raises UnknownName for a profile, InvalidFile for a rubric that cannot be used."""
    from coaching.rubrics import load_scorer
    from coaching.scoring.parse import Spoken

    scorer = load_scorer(profile_id)

    def judge(transcript: Transcript, context: CallContext) -> Scorecard:
        return scorer.score(Spoken.from_transcript(transcript, context))

    return judge


@cache
def text_judge() -> JudgeBeside:
    """Judges drafts for all sessions of this process, beside it."""
    return JudgeBeside()


def open_worker(settings: Settings) -> Worker:
    """With everything loaded, so that the first voicemail does not wait for it."""
    own = open_services(settings)
    listener, judge = open_listener(settings), open_judge()
    judge(Transcript((Word("Hello.", 0.0, 0.5, 1.0),), "en", "", ""), CallContext())
    with suppress(TranscriptionError):  # each voicemail then says why, and may be retried
        _transcriber(settings)
    job = JudgeVoicemail(own, listener, judge)
    handlers: dict[JobKind, Handler] = {JobKind.JUDGE: JudgeAndTalk(job) if settings.demo else job}
    handlers[JobKind.TAKE] = JudgeTake(own, listener, judge)
    return Worker(own.database, handlers, own.now, daily=lambda: keep_the_rules(own))


def _transcriber(settings: Settings) -> Transcriber:
    return load_transcriber(settings.engine, settings.model, home=settings.home)


_opened = cache(open_services)


def _now() -> datetime:
    return datetime.now(UTC)
