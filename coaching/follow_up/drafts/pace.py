"""How long it takes one rep to say a text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from coaching.domain.recording import Delivery

# American conversation (National Center for Voice and Speech); telephone digits are asked for slowly by everybody who is called.
USUAL_WORDS_PER_MINUTE, USUAL_DIGITS_PER_SECOND = 150.0, 2.4
FEWEST_VOICEMAILS = 3  # one hurried message is no habit
PHONE = re.compile(r"\(?\d{3}\)?[ .-]?\d{3}[ .-]\d{4}")
PIECE = re.compile(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)*")
YEAR = re.compile(r"(?:19|20)\d\d")
LONGEST_SPELLED = 3  # letters: CR, SUV, APR


@dataclass(frozen=True, slots=True)
class Pace:
    words_per_minute: float = USUAL_WORDS_PER_MINUTE
    digits_per_second: float = USUAL_DIGITS_PER_SECOND

    @classmethod
    def of(cls, deliveries: Iterable[Delivery]) -> "Pace":
        """The middle of the rep's own voicemails; the usual pace where there are too few to tell."""
        known = list(deliveries)
        words = [delivery.words_per_minute for delivery in known if delivery.words_per_minute]
        digits = [delivery.digits_per_second for delivery in known if delivery.digits_per_second]
        return cls(
            median(words) if len(words) >= FEWEST_VOICEMAILS else USUAL_WORDS_PER_MINUTE,
            median(digits) if len(digits) >= FEWEST_VOICEMAILS else USUAL_DIGITS_PER_SECOND,
        )

    def seconds(self, text: str) -> float:
        digits = sum(len(re.sub(r"\D", "", number)) for number in PHONE.findall(text))
        return spoken_words(PHONE.sub(" ", text)) * 60 / self.words_per_minute + digits / self.digits_per_second


def spoken_words(text: str) -> int:
    """Words as they are heard: "CR-V" is three, "2026" two, "$1,500" three with its dollars."""
    signs = text.count("$") + text.count("%")
    return signs + sum(_heard(piece) for piece in PIECE.findall(re.sub(r"(?<=\d),(?=\d{3})", "", text)))


def _heard(piece: str) -> int:
    if piece.isdigit():
        return 2 if YEAR.fullmatch(piece) or len(piece) > 1 else 1
    return len(piece) if piece.isupper() and len(piece) <= LONGEST_SPELLED else 1
