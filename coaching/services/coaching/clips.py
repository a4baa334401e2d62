"""What is heard of an exemplar: the passage alone, beeped where it is anonymous."""

from dataclasses import replace
from functools import lru_cache

from coaching.domain.exemplar import ExemplarId
from coaching.domain.people import MACHINE, Viewer
from coaching.services.hearing import note_heard
from coaching.services.parts import Services
from coaching.storage import exemplars, voicemails

# Word times are rough: without this much around, a passage begins in the middle of a sound (frontend/player.js does the same).
LEAD_IN_S = 0.15
KEPT = 4  # a player asks for one clip in many parts


def clip(services: Services, viewer: Viewer, exemplar_id: ExemplarId) -> bytes:
    """As WAV. The rest of the voicemail, which the viewer may not hear, is not in it. Raises NotFound, BadAudio."""
    with services.database.reading() as connection:
        one = exemplars.get(connection, viewer, exemplar_id)
        voicemail = voicemails.get(connection, MACHINE, one.voicemail_id)
    passage = one.chosen.passage
    sound = _cut(services.blobs.read(voicemail.store_id, voicemail.sha256), passage.start_s, passage.end_s, one.beeps)
    note_heard(services, viewer, voicemail, "exemplar")
    return sound


@lru_cache(maxsize=KEPT)
def _cut(content: bytes, start_s: float, end_s: float, beeps: tuple[tuple[float, float], ...]) -> bytes:
    from coaching.audio.beep import beeped
    from coaching.audio.decode import decode
    from coaching.audio.wav import as_wav

    whole = decode(content)
    heard = replace(whole, samples=beeped(whole.samples, beeps))
    return as_wav(heard.between(start_s - LEAD_IN_S, end_s + LEAD_IN_S))
