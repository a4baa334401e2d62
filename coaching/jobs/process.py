"""The worker as a process of its own: polite, and gone when it is asked to go or when its parent is."""

import os
import signal
import threading

from coaching.jobs.worker import Worker

# The screens come first on a machine that both share (platform measurements: 43 ms a rerun at nice 19, 169 ms in-process).
NICENESS = 19
PARENT_CHECK_S = 1.0


def run(worker: Worker, parent: int | None = None) -> None:
    """Until SIGTERM or Ctrl-C; with a parent (a process id), also until that is no longer who started us."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: worker.stop.set())
    if parent is not None:
        threading.Thread(target=_stop_without, args=(parent, worker.stop), daemon=True).start()
    worker.run()


def _stop_without(parent: int, stop: threading.Event) -> None:
    """A web process that was killed tells nobody."""
    while not stop.wait(PARENT_CHECK_S):
        if os.getppid() != parent:
            stop.set()
