"""The numbers of one message: read, put right by what is known, and marked with how sure they are."""

import re
from collections.abc import Sequence
from dataclasses import replace

from coaching.domain.scorecard import NumberMatch, SpokenNumber
from coaching.domain.transcript import Transcript
from coaching.scoring.message import Message
from coaching.scoring.numbers.chains import chains
from coaching.scoring.numbers.homophones import with_first_digit
from coaching.scoring.numbers.lines import Difference, difference, is_part_of, is_same, restore, with_swallowed_zero
from coaching.scoring.numbers.nanp import LOCAL, WHOLE, is_local, is_whole, on_file
from coaching.scoring.numbers.put_right import with_last_four_anew, with_zeros, without_money_signs
from coaching.scoring.numbers.readings import AREA_CODE, Reading, readings
from coaching.scoring.numbers.vocabulary import vocabulary

# Below this a digit counts as perhaps misheard. Of 98 whole numbers on 144 recordings from the telephone (faster-whisper,
# base-telephone) six were wrong, with 0.36 to 0.78 for their worst piece. With the lines on file none of them passes as certain;
# without any two of 56 do, three of 65 at 0.65, none of 32 at 0.8. On clean recordings the one wrong number of 102 had 0.63.
LEAST_PROBABILITY = 0.7
# A part of a number is worth telling only where somebody announced one: so many words before it may do so.
WORDS_OF_ANNOUNCEMENT = 5
SHORTEST_ANNOUNCED, SHORTEST_UNANNOUNCED = 4, 6

_OPENING = re.compile(r"(?:\+\s?)?\(?$")
_IN_GROUPS = re.compile(r"\d-\d|\d\.\d+\.\d")  # an amount has one point, and no hyphen
_BREAKS_OFF = re.compile(r"\W*(?:$|oh\b|hang on|hold on|shoot|crap|gosh|sorry|wait|--|—|\.\.\.|…)", re.IGNORECASE)


def find_numbers(message: Message) -> tuple[SpokenNumber, ...]:
    """Every telephone number each time it is spoken, in the order of the text; parts of one where a number was announced."""
    direct, main = on_file(message.context.rep.direct_line), on_file(message.context.rep.main_line)
    lines = [line for line in (direct, main) if line]
    read = chains(with_zeros(without_money_signs(message.text, lines), lines))
    found = with_last_four_anew([reading for chain in read for reading in readings(chain, lines)], lines)
    heard = [with_first_digit(reading, message.text, lines) for reading in found]
    heard = [reading for reading in heard if is_whole(reading.digits) or _is_telephone(reading, message.text, lines)]
    return tuple(_spoken(reading, heard, message, direct, main) for reading in heard)


def digit_spans(text: str) -> list[tuple[int, int]]:
    """The (start, end) characters of the whole numbers in text, without what is on file: for measuring how fast they came."""
    heard = [reading for chain in chains(text) for reading in readings(chain, [])]
    return [(reading.start, reading.end) for reading in heard if _is_allowed(reading)]


def _is_allowed(reading: Reading) -> bool:
    return is_whole(reading.digits) or is_local(reading.digits)


def _is_telephone(reading: Reading, text: str, lines: Sequence[str]) -> bool:
    """Whether digits that are not ten are a number without its area code, cut off or misheard, not a price or a stock number."""
    if any(is_same(reading.digits, line) for line in lines):
        return True
    if restore(reading.digits, lines) or any(line.startswith(reading.digits) for line in lines if len(reading.digits) > 4):
        return True
    looks = "555" in reading.digits or reading.spelled or bool(_IN_GROUPS.search(text[reading.start : reading.end]))
    announced = _is_announced(text[: reading.start])
    return looks and len(reading.digits) >= (SHORTEST_ANNOUNCED if announced else SHORTEST_UNANNOUNCED)


def _is_announced(before: str) -> bool:
    words = re.findall(r"[a-z]+", before.lower())[-WORDS_OF_ANNOUNCEMENT:]
    return not vocabulary().cues.isdisjoint(words)


def _spoken(reading: Reading, heard: Sequence[Reading], message: Message, direct: str, main: str) -> SpokenNumber:
    lines = [line for line in (direct, main) if line]
    known = restore(reading.digits, lines) or _restored_by_another(reading, heard)
    if known is None and message.transcript is not None:
        known = with_swallowed_zero(reading.digits, lines)
    if known and known.startswith(reading.digits) and breaks_off(message.text[reading.end :]):
        known = None  # the last digit is missing: the caller was cut off, no repeat was dropped
    digits = reading.digits if reading.is_whole else known or reading.digits
    match = _match(digits, direct, main)
    start = reading.start - len(_opening(message.text[: reading.start], reading, message.text))
    number = SpokenNumber(
        digits=digits,
        quote=message.text[start : reading.end],
        start_char=start,
        end_char=reading.end,
        complete=known is not None or (reading.is_whole and not _lost_digits(reading.digits, lines)),
        certain=_is_allowed(reading) and _is_certain(reading, heard, message.transcript, match, lines),
        match=match,
    )
    return _timed(number, message.transcript)


def _opening(before: str, reading: Reading, text: str) -> str:
    """The "(" or "+" that belongs to the number."""
    found = _OPENING.search(before)
    opening = found.group() if found else ""
    return opening if "(" not in opening or ")" in text[reading.start : reading.end] else ""


def _restored_by_another(reading: Reading, heard: Sequence[Reading]) -> str | None:
    whole = [other.digits for other in heard if other is not reading and is_whole(other.digits)]
    return None if reading.is_whole else restore(reading.digits, whole)


def breaks_off(following: str) -> bool:
    """Whether a caller who says this after a number, nothing or a start, was cut off in it."""
    return bool(_BREAKS_OFF.match(following))


def _match(digits: str, direct: str, main: str) -> NumberMatch:
    if is_same(digits, direct):
        return NumberMatch.DIRECT_LINE
    if is_same(digits, main):
        return NumberMatch.MAIN_LINE
    another = is_local(digits) and not _lost_digits(digits, [line for line in (direct, main) if line])
    if not another and is_part_of(digits, direct) != is_part_of(digits, main):  # cut off, but which line it is can be told
        return NumberMatch.DIRECT_LINE if is_part_of(digits, direct) else NumberMatch.MAIN_LINE
    return NumberMatch.OTHER if direct or main else NumberMatch.UNKNOWN


def _is_certain(
    reading: Reading, heard: Sequence[Reading], transcript: Transcript | None, match: NumberMatch, lines: Sequence[str]
) -> bool:
    """A line on file or a second reading vouches for the digits; without either each word must have been heard well."""
    if _lost_digits(reading.digits, lines) or (transcript is not None and _may_lack_area_code(reading, transcript)):
        return False
    if match in (NumberMatch.DIRECT_LINE, NumberMatch.MAIN_LINE):
        return True
    others = [other for other in heard if other is not reading]
    if any(is_near(reading.digits, known) for known in [*lines, *(other.digits for other in others)]):
        return False
    if any(is_same(reading.digits, other.digits) for other in others):
        return True
    return transcript is None or was_heard_well(transcript, reading.start, reading.end)


def was_heard_well(transcript: Transcript, start_char: int, end_char: int) -> bool:
    """Whether no word between two characters, all of a number's, is likely to be misheard."""
    return all(word.probability >= LEAST_PROBABILITY for word in transcript.words_within(start_char, end_char))


def _lost_digits(digits: str, lines: Sequence[str]) -> bool:
    """Seven that begin with the area code of a line and are no line: ten that were cut off, or not all heard ("915-5555")."""
    begins = any(line.startswith(digits[: WHOLE - LOCAL]) for line in lines)
    return len(digits) == LOCAL and begins and not any(is_same(digits, line) for line in lines)


def _may_lack_area_code(reading: Reading, transcript: Transcript) -> bool:
    """Seven digits before which something was heard badly: an area code is a word or three ("my cell 5 is a 555-0133")."""
    before = [word for word, (_, end) in zip(transcript.words, transcript.spans, strict=True) if end <= reading.start]
    return len(reading.digits) == LOCAL and any(word.probability < LEAST_PROBABILITY for word in before[-AREA_CODE:])


def is_near(digits: str, known: str) -> bool:
    """Whether they differ by one digit, or by two that are swapped."""
    return len(digits) >= LOCAL and difference(digits, known) in (Difference.ONE_DIGIT, Difference.TRANSPOSED)


def _timed(number: SpokenNumber, transcript: Transcript | None) -> SpokenNumber:
    words = transcript.words_within(number.start_char, number.end_char) if transcript else ()
    return replace(number, start_s=words[0].start_s, end_s=words[-1].end_s) if words else number
