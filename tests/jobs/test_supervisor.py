import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from coaching.jobs import supervisor
from coaching.jobs.supervisor import worker_beside


def notes(path: Path) -> list[int]:
    return [int(line) for line in path.read_text().split()] if path.exists() else []


async def number_of_starts(path: Path, wanted: int) -> None:
    while len(notes(path)) < wanted:
        await asyncio.sleep(0.02)


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    """A worker that notes its id and waits."""
    program = "import os, sys, time\nopen(sys.argv[1], 'a').write(f'{os.getpid()}\\n')\ntime.sleep(60)"
    return [sys.executable, "-c", program, str(tmp_path / "started")]


def test_a_worker_that_ends_is_started_again_and_stopped_with_the_server(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "RESTART_S", 0.0)
    started = tmp_path / "started"

    async def serve() -> None:
        async with worker_beside(command):
            await asyncio.wait_for(number_of_starts(started, 1), 10)
            os.kill(notes(started)[0], signal.SIGKILL)
            await asyncio.wait_for(number_of_starts(started, 2), 10)

    asyncio.run(serve())
    for process in notes(started):
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_a_worker_that_had_the_signal_before_us_does_not_spoil_the_shutdown(command: list[str], tmp_path: Path) -> None:
    started = tmp_path / "started"

    async def serve() -> None:
        async with worker_beside(command):
            await asyncio.wait_for(number_of_starts(started, 1), 10)
            os.kill(notes(started)[0], signal.SIGTERM)

    asyncio.run(serve())
