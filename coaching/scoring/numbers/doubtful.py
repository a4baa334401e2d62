"""Where in a recording a telephone number was heard badly, so that an engine may look a second time."""

from collections.abc import Sequence
from dataclasses import dataclass

from coaching.domain.transcript import Transcript
from coaching.scoring.numbers.chains import chains
from coaching.scoring.numbers.find import LEAST_PROBABILITY, is_near
from coaching.scoring.numbers.lines import is_same, restore
from coaching.scoring.numbers.nanp import is_whole
from coaching.scoring.numbers.readings import Reading, readings

FEWEST_DIGITS = 4  # of what may be a number heard badly
BEFORE_S, AFTER_S = 2.0, 1.5  # what is heard with it: words that lead up to it, and digits that were lost at its end


@dataclass(frozen=True, slots=True)
class DoubtfulNumber:
    """start_s, end_s: of the printed digits; from_s, until_s: of what is to be heard; before: its words before the digits."""

    start_s: float
    end_s: float
    from_s: float
    until_s: float
    before: str


def doubtful_numbers(transcript: Transcript, lines: Sequence[str]) -> list[DoubtfulNumber]:
    """None where one of the lines (digits) was read. Another number that was heard well is in doubt only where it is almost one:
    an engine can be sure of a wrong digit."""
    found = [reading for chain in chains(transcript.text) for reading in readings(chain, lines)]
    if any(is_same(reading.digits, line) or restore(reading.digits, [line]) for reading in found for line in lines):
        return []
    return [_doubtful(one, transcript) for one in found if not _is_clear(one, transcript, lines)]


def _is_clear(reading: Reading, transcript: Transcript, lines: Sequence[str]) -> bool:
    if len(reading.digits) < FEWEST_DIGITS:
        return True
    words = transcript.words_within(reading.start, reading.end)
    heard_well = is_whole(reading.digits) and all(word.probability >= LEAST_PROBABILITY for word in words)
    return heard_well and not any(is_near(reading.digits, line) for line in lines)


def _doubtful(reading: Reading, transcript: Transcript) -> DoubtfulNumber:
    words = transcript.words_within(reading.start, reading.end)
    start_s, end_s = words[0].start_s, words[-1].end_s
    from_s = max(start_s - BEFORE_S, 0.0)
    before = [word.text for word in transcript.words if from_s <= word.start_s < start_s]
    return DoubtfulNumber(start_s, end_s, from_s, end_s + AFTER_S, " ".join(before))
