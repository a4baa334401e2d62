"""What the bytes of an audio file tell before and beside decoding: is it one, is its declared length real, was it cut off."""

from dataclasses import dataclass
from typing import Literal

# Where a file that cannot be opened begins like this, it is a damaged recording rather than no recording.
_SIGNATURES = (
    (0, b"OggS"),
    (0, b"fLaC"),
    (0, b"#!AMR"),
    (0, b"caff"),
    (0, b"ID3"),
    (0, b"\x1aE\xdf\xa3"),  # Matroska and WebM
    (0, b".snd"),
    (4, b"ftypM4A"),
    (4, b"ftypmp4"),
    (4, b"ftypiso"),
    (4, b"ftyp3g"),
    (4, b"ftypqt"),
    (8, b"WAVE"),
    (8, b"AIF"),
)
# Demuxers that read the length from a header or the last page. Others guess it from the bit rate, which says nothing about a cut.
_LENGTH_IS_WRITTEN = frozenset({"w64", "mov", "matroska", "flac", "caf", "aiff", "au", "asf", "ogg"})
_OGG_PAGE_HEADER = 27
_OGG_LAST_PAGE = 0x04
_MP3_TAG_WITHIN = 4096  # the Xing or Info frame comes first, after an ID3 tag


@dataclass(frozen=True, slots=True)
class _Chunks:
    """A file of chunks: a name of four letters, a size of size_bytes, content of that size, padding up to a multiple of align."""

    first_at: int
    size_bytes: int
    byte_order: Literal["little", "big"]
    align: int
    unknown_from: int  # a writer that streams puts such a size where it does not know it yet

    def samples_run_past_end(self, content: bytes) -> bool:
        at = self.first_at
        while (body_at := at + 4 + self.size_bytes) <= len(content):
            size = int.from_bytes(content[at + 4 : body_at], self.byte_order)
            if content[at : at + 4] == b"data":
                return size < self.unknown_from and body_at + size > len(content)
            at = body_at + size + size % self.align
        return False


_CHUNKS = {
    # 0xFFFFFFFF, or SoX's and FFmpeg's values near 0x7FFFFFFF (and 0, which is never past the end)
    "wav": _Chunks(first_at=12, size_bytes=4, byte_order="little", align=2, unknown_from=0x7FFF0000),
    "caf": _Chunks(first_at=8, size_bytes=8, byte_order="big", align=1, unknown_from=1 << 63),
}


def looks_like_audio(content: bytes) -> bool:
    return any(content.startswith(magic, at) for at, magic in _SIGNATURES)


def declares_length(content: bytes, demuxer: str) -> bool:
    """Whether the length that the demuxer reports was written by whoever made the file. demuxer: FFmpeg's name ("mov,mp4")."""
    if demuxer == "mp3":
        first_frame = content[_id3_length(content) :][:_MP3_TAG_WITHIN]
        return b"Xing" in first_frame or b"Info" in first_frame
    return not _LENGTH_IS_WRITTEN.isdisjoint(demuxer.split(","))


def ends_early(content: bytes, demuxer: str) -> bool:
    """Whether the bytes themselves show that the end is missing; FFmpeg trusts what is there of a WAV, a CAF or an Ogg."""
    if demuxer == "ogg":
        return not _ends_with_last_ogg_page(content)
    chunks = _CHUNKS.get(demuxer)
    return chunks is not None and chunks.samples_run_past_end(content)


def _id3_length(content: bytes) -> int:
    if not content.startswith(b"ID3") or len(content) < 10:
        return 0
    size = 0
    for seven_bits in content[6:10]:
        size = size << 7 | seven_bits & 0x7F
    return 10 + size


def _ends_with_last_ogg_page(content: bytes) -> bool:
    at = content.rfind(b"OggS")
    header = content[at : at + _OGG_PAGE_HEADER]
    if len(header) < _OGG_PAGE_HEADER or not header[5] & _OGG_LAST_PAGE:
        return False
    lengths = content[at + _OGG_PAGE_HEADER :][: header[26]]
    return len(content) >= at + _OGG_PAGE_HEADER + header[26] + sum(lengths)
