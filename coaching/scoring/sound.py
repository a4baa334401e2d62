"""How alike two words sound, however a recogniser spelt them: "Brazinski" and "Brzezinski", "fair haven" and "Fairhaven"."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

# Spellings brought to one sound, in order; capitals are sounds that have no letter of their own (S: sh, C: ch, T: th).
SOUNDS = tuple(
    (re.compile(spelling), sound)
    for spelling, sound in (
        (r"^(?:kn|gn|pn)", "n"),
        (r"^wr", "r"),
        (r"^ps", "s"),
        (r"^x", "s"),
        (r"mb$", "m"),
        (r"ph", "f"),
        (r"gh(?=t)", ""),
        (r"(?<=[aeiou])gh", ""),
        (r"(?:tsch|tch|cz|ch)", "S"),
        (r"(?:sch|sh|sz)", "S"),
        (r"th", "t"),
        (r"(?:ck|q|c(?![eiy]))", "k"),
        (r"c", "s"),
        (r"x", "ks"),
        (r"z", "s"),
        (r"dg|j|g(?=[eiy])", "S"),
        (r"v", "f"),
        (r"d", "t"),
        (r"b", "p"),
        (r"g", "k"),
        (r"n", "m"),
        (r"(?<=[a-zST])[hw]", ""),
        (r"[aeiouy]+", "a"),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=65536)
def sound_of(word: str) -> str:
    """A rough key of the sound: every run of vowels is one "a", voiced and unvoiced consonants are one."""
    for spelling, sound in SOUNDS:
        word = spelling.sub(sound, word)
    return word


@lru_cache(maxsize=65536)
def likeness(heard: str, known: str, at_least: float = 0.0) -> float:
    """0 to 1 between two folded words without blanks: the mean of how alike they are spelt and how alike they sound.

    at_least: below it any smaller value may be returned; what cannot reach it by its spelling is not sounded out.
    """
    if heard == known:
        return 1.0
    spelt = OSA.normalized_similarity(heard, known)
    if (spelt + 1) / 2 < at_least:
        return spelt / 2
    return float((spelt + OSA.normalized_similarity(sound_of(heard), sound_of(known))) / 2)
