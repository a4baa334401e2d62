"""How a message was said: level, pace, pauses, fillers, how fast the digits came."""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from coaching.domain.recording import SAMPLE_RATE, Delivery
from coaching.domain.transcript import Transcript, Word

LEVEL_WINDOW = SAMPLE_RATE // 50  # 20 ms
SPEECH_WITHIN_DB = 20.0  # of the loudest parts: quieter windows are pauses, and would make every slow talker a quiet one
_SILENCE = 1e-6
_FILLERS = frozenset({"uh", "um", "er", "erm", "uhm", "hmm"})
FASTEST_DIGITS = 8.0  # a second; an auctioneer's pace. Engines give some numbers a time of no length: then nothing is known
MIN_PACE_WORDS = 5  # fewer say nothing about pace


def level_dbfs(samples: np.ndarray) -> float | None:
    """The level of the loud parts against full scale, in decibels; None for silence. samples: float32, mono."""
    windows = energy(samples)
    if not len(windows) or windows.max() < _SILENCE**2:
        return None
    spoken = windows[windows >= np.percentile(windows, 95) * 10 ** (-SPEECH_WITHIN_DB / 10)]
    return round(float(10 * np.log10(spoken.mean())), 1)


def energy(samples: np.ndarray) -> np.ndarray:
    """Mean square of each 20 ms, shape (windows,); the last part of a window is left out."""
    whole = len(samples) // LEVEL_WINDOW * LEVEL_WINDOW
    squares: np.ndarray = np.mean(samples[:whole].reshape(-1, LEVEL_WINDOW).astype(np.float64) ** 2, axis=1)
    return squares


def measure(samples: np.ndarray, transcript: Transcript, digit_spans: Sequence[tuple[int, int]] = ()) -> Delivery:
    """samples: float32, mono, SAMPLE_RATE Hz. digit_spans: (start, end) in transcript.text of each telephone number spoken."""
    words = transcript.words
    speech_s = sum(word.end_s - word.start_s for word in words)
    return Delivery(
        words_per_minute=_words_per_minute(words),
        longest_pause_s=_longest_pause_s(words),
        fillers=fillers(words),
        digits_per_second=_digits_per_second(transcript, digit_spans),
        speech_s=round(speech_s, 2),
        level_dbfs=level_dbfs(samples),
    )


def fillers(words: Sequence[Word]) -> int:
    return sum(_plain(word) in _FILLERS for word in words)


def _words_per_minute(words: Sequence[Word]) -> float | None:
    if len(words) < MIN_PACE_WORDS or words[-1].end_s <= words[0].start_s:
        return None
    spoken = sum(_spoken_words(word) for word in words)
    return round(60.0 * spoken / (words[-1].end_s - words[0].start_s), 1)


def _spoken_words(word: Word) -> int:
    """A number printed as one word is spoken digit by digit: "240-555-0187" counts ten."""
    return max(_digits(word.text), 1)


def _longest_pause_s(words: Sequence[Word]) -> float | None:
    if len(words) < 2:
        return None
    return round(max(after.start_s - before.end_s for before, after in pairwise(words)), 2)


def _digits_per_second(transcript: Transcript, digit_spans: Sequence[tuple[int, int]]) -> float | None:
    """Over all spoken numbers together, pauses between their groups included."""
    digits, seconds = 0, 0.0
    for start_char, end_char in digit_spans:
        words = transcript.words_within(start_char, end_char)
        if words:
            digits += sum(_spoken_words(word) for word in words)
            seconds += words[-1].end_s - words[0].start_s
    if not digits or seconds < digits / FASTEST_DIGITS:
        return None
    return round(digits / seconds, 1)


def _digits(text: str) -> int:
    return sum(character.isdigit() for character in text)


def _plain(word: Word) -> str:
    return re.sub(r"[^a-z]", "", word.text.lower())
