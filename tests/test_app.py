"""The server does not start where real people and the demonstration would meet."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import PEOPLE, PROJECT, free_port

REAL = PEOPLE.replace("installation.mark_as_demo(connection, bootstrap.services().now())", "pass")


@pytest.mark.slow
@pytest.mark.parametrize(("people", "demo", "said"), [(REAL, "1", "real people"), (PEOPLE, "", "holds the demonstration")])
def test_it_refuses_the_other_world_and_says_what_to_do(tmp_path: Path, people: str, demo: str, said: str) -> None:
    environment = os.environ | {"COACHING_HOME": str(tmp_path), "COACHING_DEMO": demo}
    subprocess.run([sys.executable, "-c", people], cwd=PROJECT, env=environment, check=True)
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(free_port())]
    ended = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=120)
    assert ended.returncode != 0
    assert said in ended.stdout + ended.stderr
