from coaching.audio.fingerprint import fingerprint


def test_the_same_bytes_are_the_same_recording_and_others_are_not() -> None:
    assert fingerprint(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert fingerprint(b"abc") != fingerprint(b"abd")
