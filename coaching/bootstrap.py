"""The one place where the concrete parts are chosen. Importing it loads none of the heavy ones."""

import logging
import os
import threading
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from functools import cache

from coaching.domain.context import CallContext
from coaching.domain.hours import ONE_DAY
from coaching.domain.job import JobKind
from coaching.domain.people import Viewer
from coaching.domain.scorecard import Scorecard
from coaching.domain.transcript import Transcript, Word
from coaching.errors import CoachingError, TranscriptionError, UnknownName
from coaching.jobs.judging import JudgeBeside
from coaching.jobs.worker import Chore, Handler, Worker
from coaching.reports.digest import read_digest
from coaching.reports.digest_html import digest_html
from coaching.reports.digest_text import digest_text
from coaching.reports.fall_alerts import fall_alerts
from coaching.reports.names import short_names
from coaching.services.alerting import note, note_late
from coaching.services.coaching.judging_takes import JudgeTake
from coaching.services.demo.conversation import JudgeAndTalk
from coaching.services.judge import Judge, JudgeVoicemail, Listener
from coaching.services.listening import EngineListener
from coaching.services.mail.settings import MailSettings
from coaching.services.mail.weekly import SendLetter, Writer, Written, write_due
from coaching.services.parts import Services
from coaching.services.privacy.retention import keep_the_rules
from coaching.services.recounting import recount
from coaching.settings import Settings
from coaching.storage import counting
from coaching.storage.blobs import open_blobs
from coaching.storage.opening import open_database
from coaching.transcription.engine import ENGINES, Transcriber, load_transcriber, recordings_at_once

log = logging.getLogger(__name__)

LOOK_EVERY = timedelta(minutes=5)
POST_EVERY = timedelta(minutes=15)
"""So late a digest may be, and so often a mail server that is away is tried again."""


def settings() -> Settings:
    return Settings.from_environment(os.environ)


def services() -> Services:
    """Those of this process, opened on first use and shared by its screens and routes."""
    return _opened(settings())


def open_services(settings: Settings) -> Services:
    """Brings the database up to date. Once a process: it holds the connections. Raises CoachingError where none is."""
    database = open_database(settings.database_url)
    database.upgrade()
    with database.writing() as connection:
        counting.count_once(connection)
    return Services(database, open_blobs(settings.storage_url), _now)


def open_listener(settings: Settings) -> Listener:
    """Loads its model at the first recording. Raises UnknownName for an engine."""
    if settings.engine not in ENGINES:
        raise UnknownName("engine", settings.engine, ENGINES)
    return EngineListener(settings.engine, settings.model, lambda: _transcriber(settings))


def at_once(settings: Settings) -> int:
    """How many recordings its listener takes side by side. For an engine that open_listener knows."""
    return recordings_at_once(settings.engine)


def open_judge() -> Judge:
    """Judges by the profile of the store, for threads in turn; raises UnknownName where there is none of that name any more."""
    from coaching.rubrics import load_scorer
    from coaching.scoring.parse import Spoken

    turn = threading.Lock()

    def judge(transcript: Transcript, context: CallContext) -> Scorecard:
        with turn:
            return load_scorer(context.profile_id).score(Spoken.from_transcript(transcript, context))

    return judge


@cache
def text_judge() -> JudgeBeside:
    """Judges drafts for all sessions of this process, beside it."""
    return JudgeBeside()


def open_worker(settings: Settings) -> Worker:
    """With everything loaded, so that the first voicemail does not wait for it."""
    from coaching.rubrics import load_rubric

    own = open_services(settings)
    listener, judge = open_listener(settings), open_judge()
    judge(Transcript((Word("Hello.", 0.0, 0.5, 1.0),), "en", "", ""), CallContext())
    with suppress(TranscriptionError):  # each voicemail then says why, and may be retried
        _transcriber(settings)
    job = JudgeVoicemail(own, listener, judge)
    handlers: dict[JobKind, Handler] = {JobKind.JUDGE: JudgeAndTalk(job) if settings.demo else job}
    handlers[JobKind.TAKE] = JudgeTake(own, listener, judge)
    chores = [
        Chore("keeping the rules", ONE_DAY, lambda: keep_the_rules(own)),
        Chore("counting by a new clock", LOOK_EVERY, lambda: recount(own)),
        Chore("alerts of late answers", LOOK_EVERY, lambda: note_late(own)),
        Chore("alerts of falls", ONE_DAY, lambda: note(own, fall_alerts(own.database, short_names(load_rubric()), own.now()))),
    ]
    if mail := _usable_mail():
        handlers[JobKind.LETTER] = SendLetter(own, mail, _digest_writer(own, mail.app))
        chores.append(Chore("weekly digests", POST_EVERY, lambda: write_due(own)))
    return Worker(own.database, handlers, own.now, chores=chores, at_once=at_once(settings))


def mail() -> MailSettings | None:
    """None where no mail is set up. Raises CoachingError where it is set up wrongly."""
    return MailSettings.from_environment(os.environ)


def _usable_mail() -> MailSettings | None:
    """A worker judges voicemails whatever the mail settings are."""
    try:
        return mail()
    except CoachingError as error:
        log.error("no mail is sent: %s", error)
        return None


def _digest_writer(services: Services, app: str) -> Writer:
    """app: where it is reached, for the links."""
    from coaching.rubrics import load_rubric

    rubric = load_rubric()

    def write(viewer: Viewer, week: date) -> Written | None:
        digest = read_digest(services.database, viewer, week, rubric)
        if not digest.rows:  # who left nothing for months is told nothing
            return None
        return Written(f"Voicemail Coach: {digest.title}", digest_text(digest, app), digest_html(digest, app))

    return write


def _transcriber(settings: Settings) -> Transcriber:
    return load_transcriber(settings.engine, settings.model, home=settings.home)


_opened = cache(open_services)


def _now() -> datetime:
    return datetime.now(UTC)
