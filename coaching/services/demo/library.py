"""What stands in the library of the demo store."""

import tomllib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from coaching.domain.audit import Action, Subject
from coaching.domain.comment import Passage
from coaching.domain.exemplar import Chosen
from coaching.domain.people import MACHINE
from coaching.domain.scorecard import ValueKind
from coaching.domain.voicemail import VoicemailId
from coaching.errors import CoachingError
from coaching.services import people, reading
from coaching.services.coaching.library import choose
from coaching.services.parts import Services
from coaching.storage import audit
from coaching.storage.audit import Wanted

LIBRARY = Path(__file__).parent / "library.toml"

Entry = Mapping[str, Any]


def choose_from(services: Services, voicemail_id: VoicemailId) -> None:
    """Once: what somebody took out does not come back when the voicemail is judged again."""
    name = reading.read(services, MACHINE, voicemail_id).voicemail.file_name
    told: Entry = tomllib.loads(LIBRARY.read_text(encoding="utf-8"))
    staff = {person.name: people.viewer(services, person.id) for person in people.everybody(services)}
    wanted = [entry for entry in told["exemplar"] if entry["recording"] == name and entry["by"] in staff]
    if not wanted or _was_chosen_from(services, voicemail_id):
        return
    with suppress(CoachingError):  # its rep asked not to be in it
        for entry in wanted:
            choose(services, staff[entry["by"]], voicemail_id, _chosen(entry))


def _was_chosen_from(services: Services, voicemail_id: VoicemailId) -> bool:
    this = Wanted(Action.CHANGED, "exemplar", subject=Subject.VOICEMAIL, subject_id=voicemail_id)
    with services.database.reading() as connection:
        return audit.exists(connection, this)


def _chosen(entry: Entry) -> Chosen:
    passage, kind = Passage(entry["start_s"], entry["end_s"]), entry.get("kind")
    return Chosen(entry["criterion"], passage, entry["why"], ValueKind(kind) if kind else None, entry.get("anonymous", False))
