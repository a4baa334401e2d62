"""Audio files on the command line: found, heard, and refused with a reason where need be."""

import logging
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coaching.audio.fingerprint import fingerprint
from coaching.domain.context import CallContext
from coaching.domain.recording import Recording
from coaching.domain.voicemail import Heard
from coaching.errors import AudioProblem, BadAudio, CoachingError
from coaching.services.judge import Listener

log = logging.getLogger(__name__)

ENGINE_FAILED = "engine_failed"  # beside the codes of AudioProblem: the recording may be fine


@dataclass(frozen=True, slots=True)
class HeardFile:
    path: Path
    recording: Recording
    heard: Heard


@dataclass(frozen=True, slots=True)
class RefusedFile:
    path: Path
    code: str
    message: str

    @property
    def shape(self) -> dict[str, Any]:
        return {"recording": self.path.name, "error": {"code": self.code, "message": self.message}}


def audio_files(named: Iterable[Path], without: Path | None = None) -> list[Path]:
    """The files named, in order; a folder stands for the files in it, sorted, hidden ones and `without` left out.

    A folder that stands for nothing is told on standard error: no answer at all would look like work done.
    """
    files: list[Path] = []
    for path in named:
        inside = [one for one in _files_at(path) if without is None or one.resolve() != without.resolve()]
        if not inside and path.is_dir():
            print(
                f"There is no recording in {path}. Folders inside a folder are not looked into; name them too.", file=sys.stderr
            )
        files += inside
    return files


def _files_at(path: Path) -> list[Path]:
    return sorted(one for one in path.iterdir() if one.is_file() and not one.name.startswith(".")) if path.is_dir() else [path]


def hear_all(
    paths: Sequence[Path], listener: Listener, context_of: Callable[[Path], CallContext], at_once: int = 1
) -> Iterator[HeardFile | RefusedFile]:
    """One answer a file, in order. What is wrong with one keeps nothing from the others, and a bug of ours does not either.

    at_once: how many the listener is given side by side.
    """

    def hear(numbered: tuple[int, Path]) -> HeardFile | RefusedFile:
        place, path = numbered
        print(f"{place} of {len(paths)}: {path.name}", file=sys.stderr, flush=True)
        return _hear(path, listener, context_of(path))

    pool = ThreadPoolExecutor(at_once)
    try:
        yield from pool.map(hear, enumerate(paths, 1))
    finally:  # whoever asked may have had enough
        pool.shutdown(cancel_futures=True)


def _hear(path: Path, listener: Listener, context: CallContext) -> HeardFile | RefusedFile:
    try:
        content = path.read_bytes()
        return HeardFile(path, *listener.listen(path.name, fingerprint(content), content, context, lambda _: None))
    except OSError as error:
        reason = f"{path} cannot be read ({error.strerror}). Check the name and try again."
        return RefusedFile(path, AudioProblem.NOT_AUDIO.value, reason)
    except BadAudio as error:
        return RefusedFile(path, error.code.value, str(error))
    except CoachingError as error:
        return RefusedFile(path, ENGINE_FAILED, str(error))
    except Exception:
        log.exception("A file could not be heard")
        return RefusedFile(
            path, ENGINE_FAILED, "The program failed on this file; the log says how. The other files are not affected."
        )
