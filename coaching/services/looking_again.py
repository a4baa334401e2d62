"""A second look at the numbers of a transcript that were heard badly, where the rep's lines are on file."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from coaching.domain.recording import SAMPLE_RATE
from coaching.domain.transcript import Alternative, Transcript
from coaching.transcription.engine import Transcriber, Weigher

if TYPE_CHECKING:
    import numpy as np

LONGEST_S = 20.0  # longer is no number, and more than Whisper hears at a time
PROBABILITY_DIGITS = 3


def look_again(transcriber: Transcriber, samples: "np.ndarray", transcript: Transcript, lines: Sequence[str]) -> Transcript:
    """The transcript with what its doubtful numbers may be; as it is where the engine cannot say.

    lines: as they stand on file, empty ones among them.
    """
    from coaching.scoring.numbers import line_digits

    digits = [found for line in lines if (found := line_digits(line))]
    if not digits or not isinstance(transcriber, Weigher):
        return transcript
    return replace(transcript, alternatives=tuple(_alternatives(transcriber, samples, transcript, digits)))


def _alternatives(weigher: Weigher, samples: "np.ndarray", transcript: Transcript, lines: Sequence[str]) -> Iterator[Alternative]:
    from coaching.scoring.numbers import doubtful_numbers
    from coaching.transcription.second_look import probability

    for doubtful in doubtful_numbers(transcript, lines):
        if doubtful.until_s - doubtful.from_s > LONGEST_S:
            continue
        part = samples[int(doubtful.from_s * SAMPLE_RATE) : int(doubtful.until_s * SAMPLE_RATE)]
        for line in lines:
            found = round(probability(line, weigher, part, doubtful.before), PROBABILITY_DIGITS)
            if found:
                yield Alternative(doubtful.start_s, doubtful.end_s, line, found)
