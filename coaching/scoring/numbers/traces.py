"""Whether a telephone number may have been said where none was found."""

from coaching.domain.transcript import Word
from coaching.scoring.message import Message, Span
from coaching.scoring.numbers.find import LEAST_PROBABILITY
from coaching.scoring.numbers.vocabulary import vocabulary


def left_digits(message: Message) -> bool:
    """Whether digits were heard badly outside the numbers that were found. However badly a number is heard, some are printed.

    In five of 144 recordings from the telephone no number was found though one was said: in each there were such digits, and in
    half of the 58 in which none was said.
    """
    if message.transcript is None:
        return True
    found = [Span.of(number) for number in message.numbers]
    return any(
        _is_doubtful_digit(word) and not any(Span(*place).overlaps(one) for one in found)
        for word, place in zip(message.transcript.words, message.transcript.spans, strict=True)
    )


def _is_doubtful_digit(word: Word) -> bool:
    spoken = word.text.lower().strip(".,-?!")
    numeric = any(sign.isdigit() for sign in word.text) or spoken in vocabulary().digits or spoken in vocabulary().multipliers
    return numeric and word.probability < LEAST_PROBABILITY
