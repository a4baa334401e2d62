"""A voicemail with a sound that can be played and words that were said at known times."""

from coaching.domain.job import JobKind
from coaching.domain.transcript import Transcript, Word
from coaching.domain.voicemail import VoicemailId
from coaching.jobs.worker import Worker
from coaching.services.judge import JudgeVoicemail
from coaching.services.listening import EngineListener
from coaching.services.placing import Placement
from coaching.services.receive import Upload, receive
from tests.audio.encoding import encoded
from tests.stand_ins import judge
from tests.world import Cast

SAID = ("Hi", "Denise", "about", "the", "red", "Honda", "call", "240-555-0187", "soon")
PAUSE_S = 0.1


class Says:
    """Half a second a word, with pauses between."""

    def transcribe(self, samples, *, hints=(), on_progress=None):  # type: ignore[no-untyped-def]
        words = tuple(Word(word, at * 0.6 + PAUSE_S, (at + 1) * 0.6, 0.9) for at, word in enumerate(SAID))
        return Transcript(words, "en", "fake", "small")


def left_aloud(cast: Cast) -> VoicemailId:
    """Bob's for Denise, judged: six seconds of a tone of 440 Hz."""
    sound = encoded(6.0, container="wav", codec="pcm_s16le", rate=16_000)
    upload = Upload("Denise Okafor.wav", sound, Placement(cast.bob, cast.denise, attempt=1))
    voicemail_id = receive(cast.services, cast.as_seen_by(cast.bob), upload).voicemail_id
    handler = JudgeVoicemail(cast.services, EngineListener("fake", "small", Says), judge)
    Worker(cast.services.database, {JobKind.JUDGE: handler}, cast.services.now).work_one()
    return voicemail_id
