"""Real worker processes over a real database, killed and stopped."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from coaching.domain.people import MACHINE
from coaching.domain.voicemail import Progress, Stage, VoicemailId
from coaching.services.parts import Services
from coaching.services.reading import read
from coaching.storage.blobs import Folder
from coaching.storage.database import Database
from coaching.storage.tables import job, scorecard, transcript
from tests.world import Cast

PROJECT = Path(__file__).parents[2]
PATIENCE_S = 60.0
ASLEEP = "asleep"


class Processes:
    def __init__(self, database: Database, audio: Path) -> None:
        self.arguments = [database.engine.url.render_as_string(hide_password=False), str(audio)]
        self.started: list[subprocess.Popen[str]] = []

    def command(self, seconds: float | str, *more: str) -> list[str]:
        return [sys.executable, "-m", "tests.jobs.patient_worker", *self.arguments, str(seconds), *more]

    def start(self, seconds: float | str) -> subprocess.Popen[str]:
        self.started.append(subprocess.Popen(self.command(seconds), cwd=PROJECT, stdout=subprocess.PIPE, text=True))
        return self.started[-1]


@pytest.fixture
def services(database: Database, tmp_path: Path) -> Services:
    """On the real clock: other processes do not share a fake one."""
    return Services(database, Folder(tmp_path / "audio"), lambda: datetime.now(UTC))


@pytest.fixture
def processes(database: Database, tmp_path: Path) -> Iterator[Processes]:
    processes = Processes(database, tmp_path / "audio")
    yield processes
    for process in processes.started:
        process.kill()
        process.communicate()


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


def begins(worker: subprocess.Popen[str]) -> None:
    assert worker.stdout is not None
    assert worker.stdout.readline() == "listening\n"


def progress(cast: Cast, voicemail_id: VoicemailId) -> Progress:
    return read(cast.services, MACHINE, voicemail_id).listed.progress


def results(cast: Cast) -> tuple[int, int]:
    """How many transcripts and scorecards there are."""
    with cast.services.database.reading() as connection:
        counts = [connection.scalar(select(func.count()).select_from(table)) for table in (transcript, scorecard)]
    return counts[0] or 0, counts[1] or 0


def test_the_job_of_a_killed_worker_is_done_by_the_next_exactly_once(cast: Cast, processes: Processes) -> None:
    voicemail_id = cast.leaves("hello there")
    victim = processes.start(seconds=60)
    begins(victim)
    victim.send_signal(signal.SIGKILL)
    processes.start(seconds=0)
    until(lambda: progress(cast, voicemail_id).stage is Stage.JUDGED)
    assert results(cast) == (1, 1)
    with cast.services.database.reading() as connection:
        assert connection.scalar(select(job.c.attempts)) == 2


def test_a_worker_that_slept_through_its_lease_changes_nothing(cast: Cast, processes: Processes) -> None:
    voicemail_id = cast.leaves("hello there")
    sleeper = processes.start(ASLEEP)
    os.waitid(os.P_PID, sleeper.pid, os.WSTOPPED)
    processes.start(seconds=0)
    until(lambda: progress(cast, voicemail_id).stage is Stage.JUDGED)
    sleeper.send_signal(signal.SIGCONT)
    time.sleep(1)
    sleeper.send_signal(signal.SIGTERM)
    assert sleeper.wait(PATIENCE_S) == 0
    assert results(cast) == (1, 1)


def test_two_workers_share_the_work_and_double_none_of_it(cast: Cast, processes: Processes) -> None:
    voicemails = [cast.leaves(f"hello {number}") for number in range(12)]
    for _ in range(2):
        processes.start(seconds=0.1)
    until(lambda: all(progress(cast, voicemail_id).stage is Stage.JUDGED for voicemail_id in voicemails))
    assert results(cast) == (12, 12)


def test_a_worker_that_is_asked_to_stop_gives_its_job_back_as_it_was(cast: Cast, processes: Processes) -> None:
    voicemail_id = cast.leaves("hello there")
    worker = processes.start(seconds=60)
    begins(worker)
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(PATIENCE_S) == 0
    assert progress(cast, voicemail_id) == Progress(Stage.RECEIVED)
    with cast.services.database.reading() as connection:
        assert connection.scalar(select(job.c.attempts)) == 0


def test_a_worker_whose_parent_was_killed_ends_by_itself(cast: Cast, processes: Processes) -> None:
    """The parent is a process that starts a worker, tells its id, and waits."""
    program = (
        "import os, subprocess, sys\n"
        "worker = subprocess.Popen([*sys.argv[1:], str(os.getpid())])\n"
        "print(worker.pid, flush=True)\n"
        "worker.wait()"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", program, *processes.command(60)], cwd=PROJECT, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    worker = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    until(lambda: not _runs(worker))


def _runs(process: int) -> bool:
    """A process that ended but that nobody has asked about does not run."""
    try:
        return b") Z " not in Path(f"/proc/{process}/stat").read_bytes()
    except FileNotFoundError:
        return False


def test_workers_leave_the_processor_to_the_screens(cast: Cast, processes: Processes) -> None:
    cast.leaves("hello there")
    worker = processes.start(seconds=5)
    begins(worker)
    assert os.getpriority(os.PRIO_PROCESS, worker.pid) == 19
