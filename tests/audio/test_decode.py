import io
import os
import zipfile
from pathlib import Path

import numpy as np
import pytest

from coaching.audio.decode import decode
from coaching.audio.limits import MAX_BYTES
from coaching.audio.sound import Sound
from coaching.domain.recording import SAMPLE_RATE
from coaching.errors import AudioProblem, BadAudio
from tests.audio.encoding import encoded, silent_video

HERE = Path(__file__).parent
SECONDS = 2.0
INDEX_FIRST = {"movflags": "frag_keyframe+empty_moov", "frag_duration": "500000"}

FORMATS = {
    "wav pcm 8 kHz": {"container": "wav", "codec": "pcm_s16le", "rate": 8_000},
    "wav pcm 44.1 kHz stereo": {"container": "wav", "codec": "pcm_s16le", "rate": 44_100, "channels": 2},
    "wav 24 bit 48 kHz": {"container": "wav", "codec": "pcm_s24le", "rate": 48_000},
    "wav mu-law": {"container": "wav", "codec": "pcm_mulaw", "rate": 8_000},
    "wav a-law": {"container": "wav", "codec": "pcm_alaw", "rate": 8_000},
    "wav adpcm": {"container": "wav", "codec": "adpcm_ima_wav", "rate": 8_000},
    "wav g722": {"container": "wav", "codec": "g722", "rate": 16_000},
    "mp3": {"container": "mp3", "codec": "mp3", "rate": 44_100},
    "mp3 22 kHz stereo": {"container": "mp3", "codec": "mp3", "rate": 22_050, "channels": 2},
    "m4a": {"container": "ipod", "codec": "aac", "rate": 44_100},
    "adts": {"container": "adts", "codec": "aac", "rate": 16_000},
    "ogg opus": {"container": "ogg", "codec": "libopus", "rate": 48_000},
    "webm opus": {"container": "webm", "codec": "libopus", "rate": 48_000, "channels": 2},
    "flac": {"container": "flac", "codec": "flac", "rate": 32_000},
    "amr": {"container": "amr", "codec": "libopencore_amrnb", "rate": 8_000},
    "3gp": {"container": "3gp", "codec": "libopencore_amrnb", "rate": 8_000},
    "caf": {"container": "caf", "codec": "pcm_s16be", "rate": 44_100},
    "caf alac": {"container": "caf", "codec": "alac", "rate": 44_100},
    "aiff": {"container": "aiff", "codec": "pcm_s16be", "rate": 11_025},
}


def refused(content: bytes) -> AudioProblem:
    with pytest.raises(BadAudio) as error:
        decode(content)
    assert str(error.value).endswith(".")
    return error.value.code


def is_the_tone(sound: Sound) -> bool:
    spectrum = np.abs(np.fft.rfft(sound.samples[:SAMPLE_RATE]))
    return abs(int(spectrum.argmax()) - 440) <= 1 and 0.3 < np.abs(sound.samples).max() < 0.8


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_decoded_to_its_length_and_sound(name: str) -> None:
    form = FORMATS[name]
    sound = decode(encoded(SECONDS, **form))
    assert sound.samples.dtype == np.float32
    assert sound.duration_s == pytest.approx(SECONDS, abs=0.15)
    assert is_the_tone(sound)
    assert (sound.channels, sound.incomplete) == (form.get("channels", 1), False)


def test_gsm_of_an_older_phone_system_is_decoded() -> None:
    sound = decode((HERE / "gsm.wav").read_bytes())
    assert (sound.codec, sound.sample_rate, sound.incomplete) == ("gsm_ms", 8_000, False)
    assert sound.duration_s == pytest.approx(4.0, abs=0.1)


def test_the_same_bytes_give_the_same_samples() -> None:
    content = (HERE / "spoken.opus.ogg").read_bytes()
    assert np.array_equal(decode(content).samples, decode(content).samples)


def test_the_recording_carries_what_the_file_was() -> None:
    sound = decode(encoded(SECONDS, **FORMATS["wav mu-law"]))
    recording = sound.recording("monday.wav", "abc")
    assert (recording.name, recording.sha256, recording.codec, recording.sample_rate) == ("monday.wav", "abc", "pcm_mulaw", 8_000)
    assert recording.duration_s == sound.duration_s


CUT = {
    "wav pcm 8 kHz": None,
    "wav mu-law": None,
    "mp3": None,
    "ogg opus": None,
    "webm opus": None,
    "flac": None,
    "caf": None,
    "aiff": None,
    "m4a": INDEX_FIRST,
}


@pytest.mark.parametrize("name", CUT)
def test_what_breaks_off_is_decoded_so_far_and_says_so(name: str) -> None:
    content = encoded(6.0, **FORMATS[name], options=CUT[name])
    sound = decode(content[: int(len(content) * 0.6)])
    assert 1.5 < sound.duration_s < 5.0
    assert sound.incomplete


def test_amr_cut_within_a_frame_says_so() -> None:
    content = encoded(3.0, **FORMATS["amr"])
    assert decode(content[:1000]).incomplete


def test_m4a_that_lost_its_index_is_corrupt() -> None:
    content = encoded(6.0, **FORMATS["m4a"])
    assert refused(content[: len(content) // 2]) is AudioProblem.CORRUPT


@pytest.mark.parametrize("length", [0, 0x7FFFF000, 0xFFFFFFFF])
def test_the_header_of_a_streaming_phone_system_is_no_cut(length: int) -> None:
    content = encoded(SECONDS, **FORMATS["wav mu-law"])
    at = content.index(b"data") + 4
    sound = decode(content[:at] + length.to_bytes(4, "little") + content[at + 4 :])
    assert sound.duration_s == pytest.approx(SECONDS, abs=0.1)
    assert not sound.incomplete


def test_damage_in_the_middle_costs_that_part_only() -> None:
    content = bytearray(encoded(6.0, **FORMATS["mp3"]))
    content[len(content) // 2 : len(content) // 2 + 300] = bytes(range(256)) + bytes(44)
    sound = decode(bytes(content))
    assert sound.duration_s > 5.0
    assert sound.incomplete


def document() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<p>" + "Call me back. " * 500)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(b"", AudioProblem.EMPTY, id="zero bytes"),
        pytest.param(b"Call me back.\n" * 300, AudioProblem.NOT_AUDIO, id="text"),
        pytest.param(document(), AudioProblem.NOT_AUDIO, id="a renamed document"),
        pytest.param(b"%PDF-1.7\n" + os.urandom(20_000), AudioProblem.NOT_AUDIO, id="pdf"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(20_000), AudioProblem.NOT_AUDIO, id="picture"),
        pytest.param(bytes(50_000), AudioProblem.NOT_AUDIO, id="zeros"),
        pytest.param(silent_video(), AudioProblem.NOT_AUDIO, id="video without sound"),
        pytest.param(encoded(1, **FORMATS["wav mu-law"])[:30], AudioProblem.CORRUPT, id="a part of a header"),
        pytest.param(b"OggS" + bytes(5_000), AudioProblem.CORRUPT, id="only the name of a format"),
        pytest.param(bytes(MAX_BYTES + 1), AudioProblem.TOO_LARGE, id="26 MB"),
    ],
)
def test_what_is_no_recording_is_refused_with_a_sentence(content: bytes, problem: AudioProblem) -> None:
    assert refused(content) is problem


def test_a_header_without_sound_is_empty() -> None:
    content = encoded(1.0, **FORMATS["wav mu-law"])
    assert refused(content[: content.index(b"data") + 8]) is AudioProblem.EMPTY


def test_five_minutes_are_taken_and_a_second_more_is_not() -> None:
    long = {"container": "flac", "codec": "flac", "rate": 8_000}
    assert decode(encoded(299.9, **long)).duration_s == pytest.approx(299.9, abs=0.1)
    assert refused(encoded(301.0, **long)) is AudioProblem.TOO_LONG


def test_a_playlist_opens_no_other_file(tmp_path: Path) -> None:
    secret = tmp_path / "other.wav"
    secret.write_bytes(encoded(1.0, **FORMATS["wav mu-law"]))
    assert refused(f"#EXTM3U\n#EXTINF:1,\n{secret}\n".encode()) is AudioProblem.NOT_AUDIO
    assert refused(f"ffconcat version 1.0\nfile '{secret}'\n".encode()) is AudioProblem.NOT_AUDIO


def test_a_decoder_that_dies_takes_nobody_with_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "coaching" / "audio").mkdir(parents=True)
    (tmp_path / "coaching" / "audio" / "decoder.py").write_text("import os; os.abort()")
    monkeypatch.setattr("coaching.audio.decode.PROJECT", tmp_path)
    assert refused(encoded(1.0, **FORMATS["wav mu-law"])) is AudioProblem.CORRUPT


def test_the_decoder_is_told_no_secret(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "coaching" / "audio").mkdir(parents=True)
    seen = tmp_path / "seen"
    program = f"import os, pathlib; pathlib.Path({str(seen)!r}).write_text(str(dict(os.environ))); os.abort()"
    (tmp_path / "coaching" / "audio" / "decoder.py").write_text(program)
    monkeypatch.setattr("coaching.audio.decode.PROJECT", tmp_path)
    monkeypatch.setenv("COACHING_DATABASE_URL", "postgresql://somebody:secret@host/voicemails")
    with pytest.raises(BadAudio):
        decode(b"anything")
    assert "secret" not in seen.read_text()
