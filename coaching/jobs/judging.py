"""Judges texts in a process of its own: the language models (half a second of work, 300 MB) stay out of the web process."""

import logging
import pickle
import subprocess
import sys
import threading
from collections.abc import Sequence
from typing import cast

from coaching.domain.scorecard import Scorecard
from coaching.errors import CoachingError
from coaching.scoring.parse import Spoken

log = logging.getLogger(__name__)

COMMAND = (sys.executable, "-m", "coaching.jobs.judging_process")
# Loading takes 4 s of one core; on a machine that is busy with recordings five times as long was measured.
ANSWER_S = 90.0
# A rep who edits asks again within minutes; after that the memory is worth more than the seconds of loading.
IDLE_S = 300.0
TRIES = 2  # a process that was ended by the system in between is simply started again
NOT_NOW = "This wording could not be judged just now. Try again in a minute; your words are kept."


class JudgeBeside:
    """Started when it is first asked, ended when nobody asks for a while. Asked from several threads, it answers in turn."""

    def __init__(self, command: Sequence[str] = COMMAND, idle_s: float = IDLE_S, answer_s: float = ANSWER_S) -> None:
        self._command, self._idle_s, self._answer_s = command, idle_s, answer_s
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._idle: threading.Timer | None = None

    def score(self, spoken: Spoken) -> Scorecard:
        """Raises CoachingError where the process cannot answer."""
        with self._turn:
            if self._idle:
                self._idle.cancel()
            try:
                return self._score(spoken)
            finally:
                self._idle = threading.Timer(self._idle_s, self.end)
                self._idle.daemon = True
                self._idle.start()

    def end(self) -> None:
        with self._turn:
            self._end()

    def _score(self, spoken: Spoken) -> Scorecard:
        for _ in range(TRIES):
            try:
                return self._ask(spoken)
            except (BrokenPipeError, EOFError):
                self._end()
        log.error("the process that judges texts ended %d times without an answer", TRIES)
        raise CoachingError(NOT_NOW)

    def _ask(self, spoken: Spoken) -> Scorecard:
        process = self._running()
        assert process.stdin
        assert process.stdout
        too_late = threading.Timer(self._answer_s, process.kill)
        too_late.start()
        try:
            pickle.dump(spoken, process.stdin)
            process.stdin.flush()
            return cast(Scorecard, pickle.load(process.stdout))
        finally:
            too_late.cancel()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._process

    def _end(self) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()
            self._process = None
