"""An audio file's bytes in, samples out; the work is done by a child process that hostile input may kill."""

import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from coaching.audio.limits import CHILD_WALL_SECONDS, MAX_BYTES
from coaching.audio.refusals import refusal
from coaching.audio.sound import Sound
from coaching.errors import AudioProblem

log = logging.getLogger(__name__)

PROJECT = Path(__file__).parents[2]
# The child gets no other variable: it needs no database password.
INHERITED = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")


def decode(content: bytes) -> Sound:
    """The sound of an audio file, whatever its format or name. Raises BadAudio with what is wrong and what to do."""
    if not content:
        raise refusal(AudioProblem.EMPTY)
    if len(content) > MAX_BYTES:
        raise refusal(AudioProblem.TOO_LARGE)
    head, samples = _run_decoder(content)
    if "problem" in head:
        raise refusal(AudioProblem(head["problem"]))
    import numpy as np

    return Sound(samples=np.frombuffer(samples, dtype=np.float32), **head)


def _run_decoder(content: bytes) -> tuple[dict[str, Any], bytes]:
    environment = {name: os.environ[name] for name in INHERITED if name in os.environ} | {"PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-P", "-m", "coaching.audio.decoder"]
    try:
        child = subprocess.run(command, input=content, capture_output=True, env=environment, timeout=CHILD_WALL_SECONDS)
    except subprocess.TimeoutExpired as error:
        log.warning("The decoder was stopped after %.0f s on %d bytes", CHILD_WALL_SECONDS, len(content))
        raise refusal(AudioProblem.CORRUPT) from error
    if child.returncode:
        trace = child.stderr.decode(errors="replace")
        log.error("The decoder ended with %d on %d bytes: %s", child.returncode, len(content), trace)
        raise refusal(AudioProblem.CORRUPT)
    head, _, samples = child.stdout.partition(b"\n")
    return json.loads(head), samples
