"""What a rep of the demo store practised, and what of it they showed."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from coaching.domain.job import Priority
from coaching.domain.people import MACHINE, Role
from coaching.domain.voicemail import VoicemailId
from coaching.services.parts import Services
from coaching.services.people import viewer
from coaching.services.practice.practising import practise, submit
from coaching.storage import people, practices, voicemails

PRACTICE = Path(__file__).parent / "practice.toml"

Entry = Mapping[str, Any]


def load(services: Services, samples_folder: Path) -> None:
    """Once: where somebody practised, nothing is added. Samples that are not in the folder are left out."""
    with services.database.reading() as connection:
        if practices.listed(connection, MACHINE):
            return
        reps = {person.name: person.id for person in people.listed(connection, MACHINE, Role.REP)}
    for entry in _told():
        sample = samples_folder / entry["recording"]
        if sample.exists():
            said_at = services.now() - timedelta(hours=entry["hours_ago"])
            rep, sound = viewer(services, reps[entry["rep"]]), _part(sample.read_bytes(), entry.get("start_s", 0.0))
            practise(services, rep, entry["drill"], sound, said_at=said_at, priority=Priority.DEMO)


def submit_some(services: Services, voicemail_id: VoicemailId) -> None:
    """Once it is judged, which a rep waits for as well."""
    with services.database.reading() as connection:
        practice = practices.of_voicemail(connection, voicemail_id)
        rep_id = voicemails.get(connection, MACHINE, voicemail_id).rep_id
        if practice is None or rep_id is None:
            return
        made = practices.listed(connection, MACHINE, drill_id=practice.drill_id, rep_id=rep_id)
    rep = viewer(services, rep_id)
    entries = [entry for entry in _told() if (entry["rep"], entry["drill"]) == (rep.name, practice.drill_id)]
    for attempt, entry in zip(reversed(made), entries, strict=False):
        if attempt.practice.voicemail_id == voicemail_id and entry.get("submitted"):
            submit(services, rep, voicemail_id)


def _told() -> Sequence[Entry]:
    attempts: Sequence[Entry] = tomllib.loads(PRACTICE.read_text(encoding="utf-8"))["attempt"]
    return attempts


def _part(content: bytes, start_s: float) -> bytes:
    from coaching.audio.decode import decode
    from coaching.audio.wav import as_wav

    whole = decode(content)
    return as_wav(whole.between(start_s, whole.duration_s))
