"""A voicemail that may be shown outside: names and numbers masked in the text and beeped in the sound."""

import io
import zipfile
from dataclasses import dataclass
from functools import lru_cache

from coaching.accounts.permissions import allow
from coaching.domain.audit import Action
from coaching.domain.people import MACHINE, Role, Viewer
from coaching.domain.transcript import Transcript
from coaching.domain.voicemail import VoicemailId
from coaching.errors import CoachingError
from coaching.scoring.redaction import Passage, passages, redacted_text
from coaching.services.auditing import note
from coaching.services.parts import Services
from coaching.services.reading import Reading, read
from coaching.storage import people

NOT_YET = "There are no words to mask in this voicemail. Wait until it was judged, or choose another."
# Word times are rough, so a beep reaches into the pauses around, up to this much.
REACH_S = 0.4
KEPT = 2  # a player asks for one recording in many parts
# Of every file in the export: the same voicemail gives the same bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Redacted:
    """beeps: (start, end) in seconds."""

    text: str
    beeps: tuple[tuple[float, float], ...]


def redact(services: Services, viewer: Viewer, voicemail_id: VoicemailId, *, first: int = 0, last: int | None = None) -> Redacted:
    """first, last: of which words the text is wanted (half open); the beeps are always those of the whole recording.

    Raises NotFound, NotAllowed, CoachingError where there is nothing to mask.
    """
    allow(viewer.role is not Role.REP, "take voicemails outside")
    known = read(services, viewer, voicemail_id)
    if known.judged is None or not has_words(known):
        raise CoachingError(NOT_YET)
    transcript = known.judged.heard.transcript
    found = passages(transcript, _names(services, known), [known.store.name])
    return Redacted(redacted_text(transcript, found, first, last), tuple(_beep(transcript, one) for one in found))


def has_words(known: Reading) -> bool:
    return known.judged is not None and known.voicemail.has_words


def redacted_sound(services: Services, viewer: Viewer, voicemail_id: VoicemailId) -> bytes:
    """MP3. Raises NotFound, NotAllowed, BadAudio, CoachingError."""
    beeps = redact(services, viewer, voicemail_id).beeps
    voicemail = read(services, viewer, voicemail_id).voicemail
    return _beeped(services.blobs.read(voicemail.store_id, voicemail.sha256), beeps)


def export_redacted(services: Services, viewer: Viewer, voicemail_id: VoicemailId) -> bytes:
    """A zip of text and sound, which the history notes. Raises as `redacted_sound`."""
    text, sound = redact(services, viewer, voicemail_id).text, redacted_sound(services, viewer, voicemail_id)
    with services.database.writing() as connection:
        note(services, connection, viewer, Action.EXPORTED, "redacted", read(services, viewer, voicemail_id).voicemail)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (("text.txt", text.encode()), ("sound.mp3", sound)):
            archive.writestr(zipfile.ZipInfo(name, EPOCH), content)
    return file.getvalue()


def _names(services: Services, known: Reading) -> list[str]:
    """Everybody of the store may be named, not only the two."""
    with services.database.reading() as connection:
        here = [person.name for person in people.listed(connection, MACHINE) if person.store_id == known.store.id]
    return [*([known.lead.customer_name] if known.lead else []), *([known.rep.name] if known.rep else []), *here]


@lru_cache(maxsize=KEPT)
def _beeped(content: bytes, beeps: tuple[tuple[float, float], ...]) -> bytes:
    from coaching.audio.beep import as_mp3, beeped
    from coaching.audio.decode import decode

    return as_mp3(beeped(decode(content).samples, beeps))


def _beep(transcript: Transcript, one: Passage) -> tuple[float, float]:
    words = transcript.words
    start_s, end_s = words[one.first].start_s, words[one.last - 1].end_s
    before = words[one.first - 1].end_s if one.first else 0.0
    after = words[one.last].start_s if one.last < len(words) else end_s + REACH_S
    return max(min(before, start_s), start_s - REACH_S), min(max(after, end_s), end_s + REACH_S)
