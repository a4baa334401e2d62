"""One form for what can be printed in many: words and digits of numbers, hyphens, fillers, so that WER counts mishearing only.

python -m benchmarks.normalise "Call me at 240-555-0187, it's $38,500 at one point nine percent."
"""

import re
import sys
from collections.abc import Iterator

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: value for value, word in enumerate(UNITS.split())} | {word: 10 * ten for ten, word in enumerate(TENS.split(), 2)}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
REPEATS = {"double": 2, "triple": 3}
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
# Said or left out without a change of meaning; recognisers drop most of them.
FILLERS = frozenset({"uh", "um", "er", "erm", "hm", "hmm", "mm", "mhm", "ah"})
SAME = {
    "ok": "okay",
    "em": "them",
    "mr": "mister",
    "mrs": "missus",
    "dr": "doctor",
    "gonna": "going to",
    "til": "until",
    "till": "until",
}


def normalise(text: str) -> str:
    """Lower-case words without punctuation, every digit of a number a word ("240-555" and "two forty, 5 5 5": "2 4 0 5 5 5")."""
    text = _symbols(text.lower().replace("’", "'"))
    words = [SAME.get(word, word) for word in text.split() if word not in FILLERS]
    return " ".join(_spell_numbers(" ".join(words).split()))


def _symbols(text: str) -> str:
    text = re.sub(r"\$\s?([\d,.]*\d)( thousand| million)?", r"\1\2 dollars", text)
    text = text.replace("%", " percent ").replace("&", " and ").replace("@", " at ")
    text = re.sub(r"(?<=\d)[,](?=\d{3}\b)", "", text)
    text = re.sub(r"(?<=\d)\.(?=\d)", " point ", text)
    text = re.sub(r"\b(\d{1,2}):00\b", r"\1", text)
    text = re.sub(r"\b(\d+)(?:st|nd|rd|th)\b", lambda match: _ordinal(match.group(1)), text)
    text = re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1", text)  # a.m.
    text = re.sub(r"\b([a-z]{1,2})-(?=[a-z]\b)|\b([a-z])-(?=[a-z])", r"\1\2", text)  # CR-V, e-mail
    text = re.sub(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])", " ", text)  # RAV4, 9am
    return re.sub(r"[^a-z0-9 ]", " ", text.replace("'", ""))


def _ordinal(digits: str) -> str:
    return ORDINALS[int(digits) - 1] if 1 <= int(digits) <= len(ORDINALS) else digits


def _spell_numbers(words: list[str]) -> Iterator[str]:
    """Each number, in words or digits, as its single digits."""
    at = 0
    while at < len(words):
        word = words[at]
        if word in REPEATS and at + 1 < len(words) and SMALL.get(words[at + 1], 10) < 10:
            yield from [str(SMALL[words[at + 1]])] * REPEATS[word]
            at += 2
        elif word in SMALL:
            value, at = _cardinal(words, at)
            yield from str(value)
        elif word == "oh" and _beside_digit(words, at):
            yield "0"
            at += 1
        elif word.isdigit():
            value_text, at = _scaled(words, at)
            yield from value_text
        else:
            yield word
            at += 1


def _cardinal(words: list[str], at: int) -> tuple[int, int]:
    """The number that begins at words[at], and the place after it: "thirty", "five" is 35, "five", "five" is 5 and 5 again."""
    total, group = 0, SMALL[words[at]]
    at += 1
    while at < len(words):
        word = words[at]
        if word in SCALES and group:
            group, total = (group * 100, total) if word == "hundred" else (0, total + group * SCALES[word])
        elif word in SMALL and _fits(group, total, SMALL[word]):
            group += SMALL[word]
        else:
            break
        at += 1
    return total + group, at


def _fits(group: int, total: int, value: int) -> bool:
    """Whether a further small number continues this one: after thirty a unit, after a hundred or a thousand anything smaller."""
    if group == 0:
        return total > 0 and value > 0
    if group % 100 == 0:
        return value > 0
    return group % 100 >= 20 and group % 10 == 0 and 0 < value < 10


def _scaled(words: list[str], at: int) -> tuple[str, int]:
    scale = SCALES.get(words[at + 1]) if at + 1 < len(words) else None
    return (str(int(words[at]) * scale), at + 2) if scale else (words[at], at + 1)


def _beside_digit(words: list[str], at: int) -> bool:
    near = words[max(at - 1, 0) : at] + words[at + 1 : at + 2]
    return any(word in SMALL or word.isdigit() or word == "oh" for word in near)


if __name__ == "__main__":
    print(normalise(" ".join(sys.argv[1:])))
