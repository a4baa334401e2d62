import io
import zipfile

import numpy as np
import pytest

from coaching.audio.beep import TONE_HZ, as_mp3, beeped
from coaching.audio.decode import decode
from coaching.domain.audit import Action
from coaching.domain.people import MACHINE
from coaching.domain.recording import SAMPLE_RATE
from coaching.domain.voicemail import VoicemailId
from coaching.errors import CoachingError, NotAllowed, NotFound
from coaching.services.privacy.redacting import export_redacted, redact, redacted_sound
from coaching.storage import audit
from tests.aloud import left_aloud
from tests.world import Cast


@pytest.fixture
def voicemail(cast: Cast) -> VoicemailId:
    return left_aloud(cast)


def loudest_hz(samples: np.ndarray, at_s: float) -> float:
    part = samples[int((at_s - 0.1) * SAMPLE_RATE) : int((at_s + 0.1) * SAMPLE_RATE)]
    return float(np.abs(np.fft.rfft(part)).argmax() * SAMPLE_RATE / len(part))


def test_names_and_numbers_are_masked_in_the_text(cast: Cast, voicemail: VoicemailId) -> None:
    masked = redact(cast.services, cast.as_seen_by(cast.alice), voicemail)
    assert masked.text == "Hi [name] about the red Honda call [number] soon"
    assert len(masked.beeps) == 2


def test_they_are_beeped_in_the_sound_and_the_rest_is_as_it_was(cast: Cast, voicemail: VoicemailId) -> None:
    sound = decode(redacted_sound(cast.services, cast.as_seen_by(cast.alice), voicemail))
    assert sound.codec in ("mp3", "mp3float")
    assert sound.duration_s == pytest.approx(6.0, abs=0.15)
    named, plain = (0.95, 4.55), (0.3, 2.1, 3.3, 5.5)  # "Denise" and the number; the tone of the recording is 440 Hz
    assert [round(loudest_hz(sound.samples, at), -2) for at in named] == [TONE_HZ] * 2
    assert all(abs(loudest_hz(sound.samples, at) - 440) < 10 for at in plain)


def test_a_beep_reaches_into_the_pauses_around(cast: Cast, voicemail: VoicemailId) -> None:
    (start_s, end_s), _ = redact(cast.services, cast.as_seen_by(cast.alice), voicemail).beeps
    assert (start_s, end_s) == pytest.approx((0.6, 1.3))


def test_the_export_holds_text_and_sound_and_no_trace_of_the_file_and_is_noted(cast: Cast, voicemail: VoicemailId) -> None:
    alice = cast.as_seen_by(cast.alice)
    made = export_redacted(cast.services, alice, voicemail)
    assert made == export_redacted(cast.services, alice, voicemail)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    assert set(contents) == {"text.txt", "sound.mp3"}
    for word in (b"Denise", b"Okafor", b"0187", b"Bob"):
        assert word not in b"".join(contents.values()) + made
    with cast.services.database.reading() as connection:
        noted = [one.entry for one in audit.listed(connection, MACHINE) if one.entry.action is Action.EXPORTED]
    assert [(one.by, one.subject_id, one.what) for one in noted] == [(cast.alice, voicemail, "redacted")] * 2


def test_reps_and_strangers_take_nothing_outside(cast: Cast, voicemail: VoicemailId) -> None:
    with pytest.raises(NotAllowed):
        redact(cast.services, cast.as_seen_by(cast.bob), voicemail)
    with pytest.raises(NotFound):
        redact(cast.services, cast.as_seen_by(cast.erin), voicemail)


def test_what_was_not_judged_has_nothing_to_mask(cast: Cast) -> None:
    with pytest.raises(CoachingError, match="no words to mask"):
        redact(cast.services, cast.as_seen_by(cast.alice), cast.leaves("not yet heard"))


def test_a_passage_past_the_end_is_cut_to_it() -> None:
    samples = np.zeros(SAMPLE_RATE, np.float32)
    assert len(beeped(samples, [(-1.0, 0.2), (0.9, 9.0), (5.0, 6.0)])) == SAMPLE_RATE
    assert as_mp3(samples) == as_mp3(samples)
