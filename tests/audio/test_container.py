from hypothesis import given
from hypothesis import strategies as st

from coaching.audio.container import declares_length, ends_early, looks_like_audio

RIFF = b"RIFF\x00\x00\x00\x00WAVE"


def wav(size: int, content: bytes) -> bytes:
    return RIFF + b"LIST\x03\x00\x00\x00abc\x00" + b"data" + size.to_bytes(4, "little") + content


def ogg_page(flags: int, body: bytes) -> bytes:
    return b"OggS\x00" + bytes([flags]) + bytes(20) + bytes([1, len(body)]) + body


@given(st.integers(0, 200), st.integers(0, 200))
def test_a_wav_ends_early_when_its_samples_are_not_all_there(size: int, there: int) -> None:
    assert ends_early(wav(size, bytes(there)), "wav") == (there < size)


def test_an_ogg_ends_with_a_whole_last_page() -> None:
    assert not ends_early(ogg_page(2, b"head") + ogg_page(4, b"tail"), "ogg")
    assert ends_early(ogg_page(2, b"head") + ogg_page(0, b"middle"), "ogg")
    assert ends_early(ogg_page(2, b"head") + ogg_page(4, b"tail")[:-2], "ogg")


def test_an_mp3_declares_its_length_only_with_a_tag() -> None:
    frame = b"\xff\xfb\x50\xc4" + bytes(32)
    assert declares_length(frame + b"Xing" + bytes(100), "mp3")
    assert declares_length(b"ID3\x04\x00\x00\x00\x00\x27\x10" + bytes(5_000) + frame + b"Info", "mp3")
    assert not declares_length(frame + bytes(100), "mp3")


@given(st.binary(max_size=200), st.sampled_from(["wav", "ogg", "mp3", "flac", "mov,mp4,m4a,3gp,3g2,mj2"]))
def test_any_bytes_are_looked_at_without_an_error(content: bytes, demuxer: str) -> None:
    assert isinstance(ends_early(content, demuxer), bool)
    assert isinstance(ends_early(wav(7, content), demuxer), bool)
    assert isinstance(declares_length(content, demuxer), bool)
    assert isinstance(looks_like_audio(content), bool)
