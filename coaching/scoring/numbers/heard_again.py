"""A number that was heard badly, put right by another hearing of the recording that made it out as a line on file.

Only what another hearing printed is taken over. No line is ever given to an engine: it would hear it where nobody said it.
"""

from collections.abc import Sequence
from dataclasses import replace

from coaching.domain.context import CallContext, RepOnFile
from coaching.domain.scorecard import NumberMatch, SpokenNumber
from coaching.domain.transcript import Transcript, Word
from coaching.scoring.message import Message
from coaching.scoring.numbers.find import breaks_off, find_numbers, is_near, was_heard_well
from coaching.scoring.numbers.lines import is_same, repeats_off
from coaching.scoring.numbers.nanp import WHOLE, on_file

LINES = (NumberMatch.DIRECT_LINE, NumberMatch.MAIN_LINE)
# Digits often get no word time of their own, and another hearing's are its own guess; said again takes longer than that.
NEAR_S = 1.0


def shaky_numbers(transcript: Transcript, rep: RepOnFile) -> tuple[SpokenNumber, ...]:
    """The numbers, or parts of one, that are no line on file and may be one, misheard; none where no line is on file."""
    lines = [line for line in (on_file(rep.direct_line), on_file(rep.main_line)) if line]
    found = _numbers(transcript, rep)
    said = [line for line in lines if any(number.complete and is_same(number.digits, line) for number in found)]
    return tuple(number for number in found if _is_shaky(number, transcript, lines, said))


def with_lines_of(transcript: Transcript, other: Transcript, rep: RepOnFile) -> Transcript:
    """The transcript with its shaky numbers as the other hearing printed them, where they are whole lines on file there.

    Ten digits give way only to ten: a line of which a repeat was dropped may be another number that was heard in full before.
    """
    lines = [number for number in _numbers(other, rep) if number.match in LINES and number.complete]
    for shaky in shaky_numbers(transcript, rep):
        there = [line for line in lines if _gap_s(line, shaky) <= NEAR_S and (line.certain or len(shaky.digits) != WHOLE)]
        if len({line.digits for line in there}) == 1:
            transcript = _replaced(transcript, shaky, other, there)
    return transcript


def _numbers(transcript: Transcript, rep: RepOnFile) -> tuple[SpokenNumber, ...]:
    return find_numbers(Message(transcript.text, (), CallContext(rep), transcript))


def _is_shaky(number: SpokenNumber, transcript: Transcript, lines: Sequence[str], said: Sequence[str]) -> bool:
    """A line but for one digit is, and the beginning of one after which the caller goes on and never says it whole; other
    digits, too few or too many, where they were heard badly.
    """
    if number.match is not NumberMatch.OTHER or number.certain:
        return False
    if any(is_near(number.digits, line) for line in lines):
        return True
    begun = [line for line in lines if _begins(number.digits, line)]
    if begun:
        return not breaks_off(transcript.text[number.end_char :]) and not any(line in said for line in begun)
    return len(number.digits) != WHOLE and not was_heard_well(transcript, number.start_char, number.end_char)


def _begins(digits: str, line: str) -> bool:
    """Whether the line begins so, but for one repeat that was dropped or added."""
    return any(repeats_off(digits, line[:length]) in (0, 1) for length in range(1, WHOLE))


def _gap_s(one: SpokenNumber, other: SpokenNumber) -> float:
    (start, end), (its_start, its_end) = _seconds(one), _seconds(other)
    return max(start - its_end, its_start - end)


def _seconds(number: SpokenNumber) -> tuple[float, float]:
    assert number.start_s is not None  # it was found in a transcript
    assert number.end_s is not None
    return number.start_s, number.end_s


def _replaced(transcript: Transcript, shaky: SpokenNumber, other: Transcript, there: Sequence[SpokenNumber]) -> Transcript:
    """From the first to the last line there its words are the other hearing's."""
    new = other.words_within(there[0].start_char, there[-1].end_char)
    misheard = transcript.words_within(shaky.start_char, shaky.end_char)
    start_s, end_s = new[0].start_s, new[-1].end_s
    kept = [word for word in transcript.words if word not in misheard and (word.start_s < start_s or word.end_s > end_s)]
    before = [word for word in kept if word.start_s < start_s]
    return replace(transcript, words=_in_turn([*before, *new, *kept[len(before) :]]))


def _in_turn(words: Sequence[Word]) -> tuple[Word, ...]:
    """No word begins before the last one ends."""
    ordered: list[Word] = []
    for word in words:
        start_s = max(word.start_s, ordered[-1].end_s if ordered else 0.0)
        ordered.append(replace(word, start_s=start_s, end_s=max(start_s, word.end_s)))
    return tuple(ordered)
