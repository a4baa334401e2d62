"""How every engine listens to a recording: nothing invented where nobody speaks, nothing lost at the end."""

import re
from collections.abc import Callable
from enum import Enum
from functools import cache
from importlib.resources import files

import numpy as np

from coaching.domain.recording import SAMPLE_RATE
from coaching.domain.transcript import Word
from coaching.transcription.speech import Speech, find_speech
from coaching.transcription.words import Segment, joined


class Search(Enum):
    """How an engine looks for the words: the best of several hypotheses, or the likeliest word each time."""

    BEAM = "beam"
    GREEDY = "greedy"


Decode = Callable[[np.ndarray, Search], list[Segment]]

SILENT_SHARE = 0.1  # a segment with less speech than this share of its length was decoded from something else
DOUBTFUL_LOG_PROBABILITY = -0.7  # below it Whisper is guessing; its own cut is -1.0, which lets "You" on silence through
LOOPED_COMPRESSION = 2.4  # Whisper's own limit for a text that repeats itself
LOST_TAIL_S = 0.6  # speech after the last word that is longer than a word's uncertain end


def listen(samples: np.ndarray, decode: Decode) -> tuple[Word, ...]:
    """The words in samples (float32, mono, SAMPLE_RATE Hz), none where nobody speaks. decode: one pass of an engine."""
    speech = find_speech(samples)
    if not speech.anybody:
        return ()
    segments = _with_tail(_heard(samples, speech, decode), samples, speech, decode)
    return joined(segments, len(samples) / SAMPLE_RATE)


def _heard(samples: np.ndarray, speech: Speech, decode: Decode, from_s: float = 0.0) -> list[Segment]:
    """What is said after from_s.

    On noise a beam can settle on repeating itself. Greedy search then hears as much as Whisper's own way out, sampling at
    random (WER 0.53 and 0.57 on the telephone clips that looped), and the same each time.
    """
    part = samples[int(from_s * SAMPLE_RATE) :]
    segments = decode(part, Search.BEAM)
    if any(segment.compression > LOOPED_COMPRESSION for segment in segments):
        segments = decode(part, Search.GREEDY)
    return [later for segment in segments if not is_invented(later := segment.later(from_s), speech)]


def is_invented(segment: Segment, speech: Speech) -> bool:
    """Whether the engine wrote this over silence or noise."""
    length_s = max(segment.end_s - segment.start_s, 0.1)
    if speech.seconds(segment.start_s, segment.end_s) >= SILENT_SHARE * length_s:
        return False
    return segment.mean_log_probability < DOUBTFUL_LOG_PROBABILITY or _plain(segment.text) in known_inventions()


@cache
def known_inventions() -> frozenset[str]:
    lines = files("coaching.transcription").joinpath("inventions.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(_plain(line) for line in lines if line and not line.startswith("#"))


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9' ]", "", text.lower()).strip()


def _with_tail(segments: list[Segment], samples: np.ndarray, speech: Speech, decode: Decode) -> list[Segment]:
    """The segments; the last one decoded anew, with all that follows it, where the caller goes on after its last word.

    Anew, and not only what follows, because a last word's end is uncertain: digits would come twice.
    """
    heard_until_s = segments[-1].end_s if segments else 0.0
    if speech.caller_seconds(heard_until_s, float("inf")) < LOST_TAIL_S:
        return segments
    from_s = segments[-1].start_s if segments else 0.0
    again = _heard(samples, speech, decode, from_s)
    return segments[:-1] + again if _goes_on(_text(segments[-1:]), _text(again)) else segments


def _goes_on(heard: str, again: str) -> bool:
    """Whether the second look heard more, and not the same twice, which is what an engine makes of noise."""
    return len(again.split()) > len(heard.split()) and (not heard or again.count(heard) < 2)


def _text(segments: list[Segment]) -> str:
    return " ".join(_plain(segment.text) for segment in segments)
