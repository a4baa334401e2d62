"""Why a file cannot be scored, each with what it is and what to do."""

from coaching.audio.limits import MAX_BYTES, MAX_SECONDS, MEGABYTE
from coaching.errors import AudioProblem, BadAudio

_SENTENCES = {
    AudioProblem.NOT_AUDIO: "This is not an audio recording (or a video without sound). Choose the voicemail's audio file, "
    "for example WAV, MP3, M4A, OGG, AMR or 3GP.",
    AudioProblem.EMPTY: "This file holds no sound at all. Export the voicemail again and upload the new file.",
    AudioProblem.TOO_LONG: f"This recording is longer than {MAX_SECONDS / 60:.0f} minutes. A voicemail is much shorter: "
    "cut out the message and upload that.",
    AudioProblem.TOO_LARGE: f"This file is larger than {MAX_BYTES // MEGABYTE} MB. Upload one voicemail at a time, "
    "saved in a compressed format such as MP3 or M4A.",
    AudioProblem.NO_SPEECH: "Nobody can be heard speaking in this recording. "
    "Listen to it, and record the voicemail again if it is silent.",
    AudioProblem.CORRUPT: "This audio file is damaged and nothing of it can be played; the upload may have been cut off. "
    "Export the voicemail again and upload the new file.",
}


def refusal(problem: AudioProblem) -> BadAudio:
    """The error to raise for a file with this problem."""
    return BadAudio(problem, _SENTENCES[problem])
