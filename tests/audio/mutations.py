"""Audio files that somebody, or something, has damaged: the same file for the same seed."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from tests.audio.encoding import encoded
from tests.audio.test_decode import FORMATS

HERE = Path(__file__).parent
SECONDS = 1.5
ENDINGS = ("wav", "mp3", "m4a", "ogg", "webm", "flac", "amr", "3gp", "caf", "aiff", "gsm", "exe", "html", "wav.zip", "")
HEADER = 64  # where containers say what they hold and how much of it

Mutation = Callable[[Random, bytearray], bytearray]


@cache
def originals() -> dict[str, bytes]:
    """One of every format that is supported, by name."""
    made = {name: encoded(SECONDS, **form) for name, form in FORMATS.items()}
    return made | {path.name: path.read_bytes() for path in (HERE / "gsm.wav", HERE / "telephone.wav", HERE / "spoken.opus.ogg")}


def mutated(seed: int) -> tuple[str, bytes]:
    """A file name and bytes: every format in turn, damaged in one to three ways."""
    random = Random(seed)
    names = sorted(originals())
    content = bytearray(originals()[names[seed % len(names)]])
    for mutation in random.sample(MUTATIONS, random.randint(1, 3)):
        content = mutation(random, content)
    return f"{seed}.{random.choice(ENDINGS)}", bytes(content)


def _flip_anywhere(random: Random, content: bytearray) -> bytearray:
    for _ in range(random.randint(1, 200)):
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)
    return content


def _flip_header(random: Random, content: bytearray) -> bytearray:
    for _ in range(random.randint(1, 12)):
        content[random.randrange(min(HEADER, len(content)))] = random.randrange(256)
    return content


def _huge_sizes(random: Random, content: bytearray) -> bytearray:
    """Four bytes near the beginning that promise four gigabytes, or nothing."""
    at = random.randrange(max(1, min(HEADER, len(content)) - 4))
    content[at : at + 4] = random.choice((b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"\x7f\xff\xff\xff"))
    return content


def _cut(random: Random, content: bytearray) -> bytearray:
    return content[: random.randrange(1, len(content))]


def _cut_the_beginning(random: Random, content: bytearray) -> bytearray:
    return content[random.randrange(len(content)) :] or bytearray(b"\x00")


def _take_a_piece_out(random: Random, content: bytearray) -> bytearray:
    start, length = random.randrange(len(content)), random.randint(1, 4096)
    return content[:start] + content[start + length :] or bytearray(b"\x00")


def _repeat_a_piece(random: Random, content: bytearray) -> bytearray:
    start, length = random.randrange(len(content)), random.randint(1, 4096)
    return content[:start] + content[start : start + length] * random.randint(2, 20) + content[start:]


def _zeros(random: Random, content: bytearray) -> bytearray:
    start = random.randrange(len(content))
    stop = min(len(content), start + random.randint(1, 4096))
    content[start:stop] = bytes(stop - start)
    return content


def _header_of_another(random: Random, content: bytearray) -> bytearray:
    other = originals()[random.choice(sorted(originals()))]
    length = random.randint(4, HEADER)
    return bytearray(other[:length]) + content[length:]


def _tail_of_another(random: Random, content: bytearray) -> bytearray:
    other = originals()[random.choice(sorted(originals()))]
    return content[: len(content) // 2] + other[len(other) // 2 :]


def _noise(random: Random, content: bytearray) -> bytearray:
    start = random.randrange(len(content))
    return content[:start] + random.randbytes(random.randint(1, 2000)) + content[start:]


MUTATIONS: tuple[Mutation, ...] = (
    _flip_anywhere,
    _flip_header,
    _huge_sizes,
    _cut,
    _cut_the_beginning,
    _take_a_piece_out,
    _repeat_a_piece,
    _zeros,
    _header_of_another,
    _tail_of_another,
    _noise,
)
