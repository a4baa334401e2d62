"""From the upload of a 30-second voicemail to its scorecard: seconds, with an empty queue and a worker that has started.

    python -m benchmarks.upload

The real services and the real worker process on a database of their own. The voicemails are whole clean samples, 66 to 83 words,
one or two of them, in as much silence as makes thirty seconds: a piece cut out of one would be searched for its lost end. The
first of them waits for the worker to start and is told apart.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import numpy as np

from coaching.audio.decode import decode
from coaching.audio.sound import Sound
from coaching.audio.wav import as_wav
from coaching.bootstrap import open_services
from coaching.domain.people import Role, Viewer
from coaching.domain.recording import SAMPLE_RATE
from coaching.domain.voicemail import Stage
from coaching.services.parts import Services
from coaching.services.people import viewer
from coaching.services.reading import count_voicemails
from coaching.services.receive import Upload, receive
from coaching.settings import Settings
from coaching.storage import people

VOICEMAIL_S = 30
LOOK_EVERY_S = 0.05
FIRST = ("nora-whitfield_karen-doyle_2.ogg",)
WHOLE = (
    ("nora-whitfield_karen-doyle_1.ogg",),
    ("priya-nair_denise-park_1.m4a",),
    ("sam-becker_tom-alvarez_2.ogg", "nora-whitfield_glen-foster_1.webm"),
    ("luis-ortega_joanna-reyes_1.flac", "nora-whitfield_glen-foster_1.webm"),
)
SAMPLES = Path(__file__).parents[1] / "sample_audio"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        # Weights that are there already are not unpacked again: only the database and the sound are new.
        os.environ["COACHING_DATABASE_URL"] = f"sqlite:///{folder}/app.db"
        os.environ["COACHING_STORAGE_URL"] = f"file://{folder}/audio"
        services = open_services(Settings.from_environment(os.environ))
        rep = hired(services)
        with worker():
            contents = [voicemail(*names) for names in (FIRST, *WHOLE)]
            waited = [judged_after(services, rep, content, number) for number, content in enumerate(contents, start=1)]
    print(f"{VOICEMAIL_S} s of voicemail, from upload to scorecard: {', '.join(f'{s:.1f}' for s in waited[1:])} s")
    print(f"median {median(waited[1:]):.1f} s; the first, with the start of the worker, {waited[0]:.1f} s")


def hired(services: Services) -> Viewer:
    with services.database.writing() as connection:
        store = people.add_store(connection, "Riverbend Toyota", "540-555-0100")
        rep = people.add_person(connection, "Nora Whitfield", Role.REP, store_id=store, direct_line="540-555-0143")
    return viewer(services, rep)


def voicemail(*names: str) -> bytes:
    said = np.concatenate([decode((SAMPLES / name).read_bytes()).samples for name in names])
    silence = VOICEMAIL_S * SAMPLE_RATE - len(said)
    samples = np.pad(said, (silence // 2, silence - silence // 2))
    return as_wav(Sound(samples, "pcm_s16le", SAMPLE_RATE, 1, VOICEMAIL_S, incomplete=False))


@contextmanager
def worker() -> Iterator[None]:
    process = subprocess.Popen([sys.executable, "-m", "coaching", "worker"])
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def judged_after(services: Services, rep: Viewer, content: bytes, number: int) -> float:
    began = time.perf_counter()
    receive(services, rep, Upload(f"voicemail {number}.wav", content))
    while count_voicemails(services, rep, stage=Stage.JUDGED) < number:
        time.sleep(LOOK_EVERY_S)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
