"""How every engine listens to a recording: nothing invented where nobody speaks, nothing lost at the end."""

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files

import numpy as np

from coaching.domain.recording import SAMPLE_RATE
from coaching.domain.transcript import Word
from coaching.transcription.speech import Speech, find_speech
from coaching.transcription.words import Segment, joined


class Search(Enum):
    """How an engine looks for the words: HINTED is BEAM, told beforehand which names may be said."""

    HINTED = "hinted"
    BEAM = "beam"
    GREEDY = "greedy"


Decode = Callable[[np.ndarray, Search], list[Segment]]

FASTEST_LETTERS_PER_S = 40  # twice what anybody says; Whisper fills the last tenth of a second with whole names
SILENT_SHARE = 0.1  # a segment with less speech than this share of its length was decoded from something else
DOUBTFUL_LOG_PROBABILITY = -0.7  # below it Whisper is guessing; its own cut is -1.0, which lets "You" on silence through
LOOPED_COMPRESSION = 2.4  # Whisper's own limit for a text that repeats itself
LOST_TAIL_S = 0.6  # speech after the last word that is longer than a word's uncertain end
# The same between two words. Of 22 hearings of telephone clips, 20 left out under 1.2 s, and the two that had lost a passage
# 3.5 and 6.2 s.
LOST_PASSAGE_S = 2.0
# Words are stretched over a passage that was lost. Without their pauses 288 callers said 3.5 words a second or more (a digit is a
# word); of their hearings those with less than 2 had 7 words for 10 seconds, 8 for 7 and 20 for 14.
SLOWEST_WORDS_PER_S = 2.0
# After the last word there is nothing that was heard, so less speech is enough: half a telephone number.
LOST_END_S = 1.2
# Of 288 hearings with hints the right ones had at most 0.17 of their words from them, the six that were hints and little else
# 0.26 to 0.86. A short message that is nearly all names has more: it is told by no other search hearing more.
MOST_HINTED = 0.22


def listen(samples: np.ndarray, decode: Decode, *, hints: tuple[str, ...] = ()) -> tuple[Word, ...]:
    """The words in samples (float32, mono, SAMPLE_RATE Hz), none where nobody speaks.

    decode: one pass of an engine. hints: what it is told when it is asked for Search.HINTED.
    """
    speech = find_speech(samples)
    if not speech.anybody:
        return ()
    segments = _Listener(samples, speech, decode, frozenset(_plain(" ".join(hints)).split())).whole()
    return joined(segments, len(samples) / SAMPLE_RATE)


@dataclass(frozen=True, slots=True, eq=False)
class _Listener:
    samples: np.ndarray
    speech: Speech
    decode: Decode
    hinted: AbstractSet[str]

    def whole(self) -> list[Segment]:
        """All that is said; where the caller goes on after the last word, that end is decoded anew."""
        segments = self._after(0.0)
        if len(segments) > 1 and self._unheard_s(segments) >= LOST_TAIL_S:  # one alone would be heard as before
            segments = self._with_last_anew(segments)
        while self._unheard_s(segments) >= LOST_END_S:
            following = self._after(_heard_until_s(segments))
            if not following or _text(following) == _text(segments[-1:]):
                break
            segments += following
        return segments

    def _with_last_anew(self, segments: list[Segment]) -> list[Segment]:
        """The last segment with what follows it, and not only that: a last word's end is uncertain, digits would come twice."""
        again = self._after(segments[-1].start_s)
        return segments[:-1] + again if _goes_on(_text(segments[-1:]), _text(again)) else segments

    def _unheard_s(self, segments: list[Segment]) -> float:
        return self.speech.caller_seconds(_heard_until_s(segments), float("inf"))

    def _after(self, from_s: float) -> list[Segment]:
        """What is said after from_s: by the first search that loses no passage, or else by the one that loses least.

        Hints make an engine skip the very sentences that they are in, or write them in place of what it hears badly, and on
        noise a beam can settle on repeating itself. Greedy search then hears as much as Whisper's own way out, sampling at
        random, and the same each time.
        """
        tried: list[tuple[float, list[Segment]]] = []
        parroted: list[Segment] = []
        for search in Search if self.hinted else (Search.BEAM, Search.GREEDY):
            lost_s, heard = self._searched(search, from_s)
            if search is Search.HINTED and self._is_parrot(heard):
                parroted = heard if lost_s < LOST_PASSAGE_S else []  # hints over and over are many words too
                continue
            tried.append((lost_s, heard))
            if lost_s < LOST_PASSAGE_S:
                break
        fullest = min(reversed(tried), key=lambda one: one[0])[1]
        return parroted if len(_words(parroted)) >= len(_words(fullest)) else fullest

    def _searched(self, search: Search, from_s: float) -> tuple[float, list[Segment]]:
        """How long a passage was lost, and what was heard after from_s."""
        segments = self.decode(self.samples[int(from_s * SAMPLE_RATE) :], search)
        decoded = [segment.later(from_s) for segment in segments if _words([segment])]  # ". . ." is nothing heard
        return self._lost_s(decoded, from_s), [segment for segment in decoded if not is_invented(segment, self.speech)]

    def _is_parrot(self, segments: list[Segment]) -> bool:
        """Whether so many words are the hints' that they may have been written in place of what was said."""
        words = _words(segments)
        return sum(word in self.hinted for word in words) > MOST_HINTED * len(words)

    def _lost_s(self, decoded: list[Segment], from_s: float) -> float:
        """How long the caller speaks before or between words, at the longest, or more than the slowest would for so many words.

        Infinite for no word, and for a text that repeats itself. After the last word it is for `whole` to look.
        """
        if not decoded or any(segment.compression > LOOPED_COMPRESSION for segment in decoded):
            return float("inf")
        pieces = [piece for segment in decoded for piece in segment.pieces]
        ends = [from_s, *(piece.end_s for piece in pieces)]
        between_s = max(self.speech.caller_seconds(end_s, piece.start_s) for end_s, piece in zip(ends, pieces, strict=False))
        spoken = sum(_spoken_words(word) for word in _words(decoded))
        return max(between_s, self.speech.caller_seconds(from_s, ends[-1]) - spoken / SLOWEST_WORDS_PER_S)


def is_invented(segment: Segment, speech: Speech) -> bool:
    """Whether the engine wrote this over silence or noise, or into a moment too short to say it."""
    length_s = max(segment.end_s - segment.start_s, 0.1)
    if speech.seconds(segment.start_s, segment.end_s) >= SILENT_SHARE * length_s:
        unsayable = len(segment.text) > FASTEST_LETTERS_PER_S * length_s
        return unsayable and segment.mean_log_probability < DOUBTFUL_LOG_PROBABILITY
    return segment.mean_log_probability < DOUBTFUL_LOG_PROBABILITY or _plain(segment.text) in known_inventions()


@cache
def known_inventions() -> frozenset[str]:
    lines = files("coaching.transcription").joinpath("inventions.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(_plain(line) for line in lines if line and not line.startswith("#"))


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9' ]", "", text.lower()).strip()


def _heard_until_s(segments: list[Segment]) -> float:
    return segments[-1].end_s if segments else 0.0


def _goes_on(heard: str, again: str) -> bool:
    """Whether the second look heard more, and not the same twice, which is what an engine makes of noise."""
    return len(again.split()) > len(heard.split()) and (not heard or again.count(heard) < 2)


def _text(segments: list[Segment]) -> str:
    return " ".join(_plain(segment.text) for segment in segments)


def _words(segments: list[Segment]) -> list[str]:
    return _text(segments).split()


def _spoken_words(word: str) -> int:
    """A number printed in digits is said digit by digit."""
    return max(sum(letter.isdigit() for letter in word), 1)
