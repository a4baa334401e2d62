"""Keeps a worker running beside the web process, for the time of that process."""

import asyncio
import logging
import os
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

log = logging.getLogger(__name__)

RESTART_S = 2.0
# A worker gives its job back at once; what does not go by then is killed, and its lease runs out.
GRACE_S = 5.0


@asynccontextmanager
async def worker_beside(command: Sequence[str] | None = None) -> AsyncIterator[None]:
    """For an ASGI lifespan. command: of the worker; by default this project's own, which ends when this process does."""
    command = command or [sys.executable, "-m", "coaching", "worker", "--parent", str(os.getpid())]
    keeper = asyncio.create_task(_keep(command))
    try:
        yield
    finally:
        keeper.cancel()
        with suppress(asyncio.CancelledError):
            await keeper


async def _keep(command: Sequence[str]) -> None:
    while True:
        worker = await asyncio.create_subprocess_exec(*command)
        try:
            log.warning("the worker ended with %d and is started again", await worker.wait())
        finally:
            await _end(worker)
        await asyncio.sleep(RESTART_S)


async def _end(worker: asyncio.subprocess.Process) -> None:
    if worker.returncode is not None:
        return
    with suppress(ProcessLookupError):  # it may have had the signal already, with the whole group
        worker.terminate()
    try:
        await asyncio.wait_for(worker.wait(), GRACE_S)
    except TimeoutError:
        worker.kill()
        await worker.wait()
