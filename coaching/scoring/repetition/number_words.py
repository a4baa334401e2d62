"""What the words of one number are worth: "twenty-six five" 26,500, "three point nine nine" 3.99."""

from collections.abc import Sequence

ONES_SPOKEN = "zero one two three four five six seven eight nine"
ONES = {word: value for value, word in enumerate(ONES_SPOKEN.split())} | {"oh": 0}
TEENS_SPOKEN = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TEENS = {word: value for value, word in enumerate(TEENS_SPOKEN.split(), start=10)}
TENS_SPOKEN = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS = {word: 10 * value for value, word in enumerate(TENS_SPOKEN.split(), start=2)}
SMALL = ONES | TEENS | TENS | {"dozen": 12, "couple": 2}
LARGE = {"hundred": 100, "thousand": 1000, "grand": 1000, "k": 1000}
NUMBER_WORDS = frozenset([*SMALL, *LARGE, "double", "triple"])


def value_of(words: Sequence[str]) -> float:
    if "point" in words:
        return _decimal(words, words.index("point"))
    return _joined(_groups(words))


def _decimal(words: Sequence[str], point: int) -> float:
    """ "three point nine nine" is 3.99, "twenty-six point five thousand" 26,500."""
    after = [word for word in words[point + 1 :] if word not in LARGE]
    scale = LARGE.get(words[-1], 1)
    return float(f"{_joined(_groups(words[:point])):.0f}." + "".join(f"{_small(word):.0f}" for word in after)) * scale


def _groups(words: Sequence[str]) -> list[float]:
    """What is said in one breath: "twenty-six five" is [26, 5], "thirty-two thousand five hundred" [32000, 500]."""
    groups: list[float] = []
    scale, last = 1, ""
    for word in words:
        if word in LARGE:
            scale = LARGE[word]
            if scale == 1000 and len(groups) > 1 and groups[-2] % 100 == 0 and groups[-2] < 1000:
                groups[-2:] = [groups[-2] + groups[-1]]  # one hundred twenty thousand
            groups[-1:] = [(groups[-1] if groups else 1.0) * scale]
        elif word == "half":
            groups[-1:] = [groups[-1] + 0.5 * scale] if groups else [0.5]
        elif word in ONES and last in TENS and ONES[word]:
            groups[-1] += ONES[word]
        elif word not in ("and", "a", "an", "of"):
            groups.append(_small(word))
            scale = 1
        last = word
    return groups


def _small(word: str) -> float:
    return float(SMALL[word]) if word in SMALL else float(word.lstrip("$").rstrip(".,").replace(",", ""))


def _joined(groups: Sequence[float]) -> float:
    """[26, 5] is 26,500; [3, 19] 319; [84, 90] 8,490; [29, 8, 30] 29,830; [7000, 200] 7,200; [2, 9] 2.9."""
    value = groups[0] if groups else 0.0
    for place, group in enumerate(groups[1:], start=1):
        if _fills_up(value, group):
            value += group
        elif len(groups) == 2 and 0 < value < 10 and 0 < group < 10:
            value += group / 10
        elif place == 1 and 10 <= value < 100 and 0 < group < 10:
            value = value * 1000 + group * 100
        elif place == 1 and 0 < value < 100 and 10 <= group < 100:
            value = value * 100 + group
        elif place == 1 and 10 <= value < 100 <= group < 1000:
            value = value * 1000 + group
    return value


def _fills_up(value: float, group: float) -> bool:
    """Whether the group stands in the zeros at the end of the value: 200 in 7,000, 30 in 29,800."""
    zeros = next((zeros for zeros in (1000, 100) if value >= zeros and value % zeros == 0), 1)
    return group < zeros
