import subprocess
import sys

import pytest

CONFINED = "from coaching.audio.decoder import confine; confine(); "


@pytest.mark.skipif(sys.platform != "linux", reason="the limits are those of Linux")
@pytest.mark.parametrize(
    ("greed", "complaint"),
    [
        ("bytearray(2 << 30)", "MemoryError"),
        ("import os; os.write(os.memfd_create('any file'), b'x' * 100_000)", "File too large"),
    ],
)
def test_the_decoder_may_not_eat_the_machine(greed: str, complaint: str) -> None:
    child = subprocess.run([sys.executable, "-c", CONFINED + greed], capture_output=True, text=True)
    assert child.returncode != 0
    assert complaint in child.stderr
