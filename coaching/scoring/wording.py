"""A sentence as its meaning is judged: without who speaks to whom, and without telephone numbers, case and punctuation.

Names, stores and digits would teach a model whose sentences it has seen, and a recogniser prints them in every way.
"""

import re

from coaching.domain.context import CallContext

DIGIT_WORD = (
    r"(?:\d[\d-]*|o|oh|zero|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)"
)
LINK = r"(?:hundred|double|triple|area code|again|that's|that is|uh|um)"
RUN = re.compile(rf"(?<!\w){DIGIT_WORD}(?:[ ,.()-]+(?:{DIGIT_WORD}|{LINK}))*(?!\w)", re.IGNORECASE)
FEWEST_DIGITS = 7  # of a telephone number
TWO_DIGITS = re.compile(r"ten|\w+teen|triple")  # "triple five" is three: the word itself stands for the other two
ONE_DIGIT = re.compile(r"o|oh|zero|one|two|three|four|five|six|seven|eight|nine|double|\w+ty")
FILLER = re.compile(r"\b(?:uh|um|er|ah|erm|hmm)\b")
SHORTEST_NAME = 2  # letters; an initial is too often another word

Names = re.Pattern[str] | None


def names_on_file(context: CallContext) -> Names:
    """What matches the store, the rep and the customer as they stand on file; None where nobody is known."""
    people = [part for name in (context.rep.name, context.customer_name) for part in name.split() if len(part) >= SHORTEST_NAME]
    known = [name for name in (context.rep.dealership.strip(), *people) if name]
    printed = (r"\W+".join(map(re.escape, re.findall(r"\w+", name))) for name in known)
    return re.compile(rf"\b(?:{'|'.join(printed)})\b(?:'s)?", re.IGNORECASE) if known else None


def plain_wording(sentence: str, names: Names = None) -> str:
    """Lower-case words with single spaces; "" where nothing but a number or a name was said."""
    text = RUN.sub(_without_telephone_number, sentence.replace("’", "'"))
    if names:
        text = names.sub(" ", text)
    text = FILLER.sub(" ", text.lower())
    text = re.sub(r"[^\w\s'$%.-]|(?<!\d)\.|\.(?!\d)|(?<!\w)-|-(?!\w)", " ", text)
    return " ".join(text.split())


def _without_telephone_number(run: re.Match[str]) -> str:
    digits = sum(_digits(piece) for piece in re.findall(r"[a-z]+|\d+", run[0].lower()))
    return " " if digits >= FEWEST_DIGITS else run[0]


def _digits(piece: str) -> int:
    if piece.isdigit():
        return len(piece)
    return 2 if TWO_DIGITS.fullmatch(piece) else 1 if ONE_DIGIT.fullmatch(piece) else 0
