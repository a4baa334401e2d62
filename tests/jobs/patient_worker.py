"""A worker process for tests: hears what is written in the file, but takes its time. Arguments: those of `main`."""

import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from coaching.domain.context import CallContext
from coaching.domain.job import JobKind
from coaching.domain.recording import Recording
from coaching.domain.voicemail import Heard
from coaching.jobs.process import run
from coaching.jobs.worker import Worker
from coaching.services.judge import JudgeVoicemail
from coaching.services.parts import Services
from coaching.storage.blobs import Folder
from coaching.storage.database import Database
from tests.stand_ins import FakeListener, judge


class PatientListener(FakeListener):
    def __init__(self, seconds: float) -> None:
        super().__init__()
        self.seconds = seconds

    def listen(
        self, file_name: str, sha256: str, content: bytes, context: CallContext, report: Callable[[float], None]
    ) -> tuple[Recording, Heard]:
        print("listening", flush=True)
        end = time.monotonic() + self.seconds
        while time.monotonic() < end:
            time.sleep(0.05)
            report(0.1)
        return super().listen(file_name, sha256, content, context, report)


class SleepyListener(FakeListener):
    """Stops its whole process, until somebody sends SIGCONT."""

    def listen(
        self, file_name: str, sha256: str, content: bytes, context: CallContext, report: Callable[[float], None]
    ) -> tuple[Recording, Heard]:
        os.kill(os.getpid(), signal.SIGSTOP)
        return super().listen(file_name, sha256, content, context, report)


def main(database_url: str, audio: str, seconds: str, parent: str = "") -> None:
    """seconds: that it listens, or "asleep": then its heart does not beat, for who is stopped while they write lock the file."""
    services = Services(Database(database_url), Folder(Path(audio)), lambda: datetime.now(UTC))
    asleep = seconds == "asleep"
    handler = JudgeVoicemail(services, SleepyListener() if asleep else PatientListener(float(seconds)), judge)
    worker = Worker(
        services.database,
        {JobKind.JUDGE: handler},
        services.now,
        lease=timedelta(seconds=1.5),
        heartbeat_s=60 if asleep else 0.3,
    )
    run(worker, int(parent) if parent else None)


if __name__ == "__main__":
    main(*sys.argv[1:])
