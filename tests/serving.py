"""The real app as a process of its own, and a headless Chromium in front of it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

PROJECT = Path(__file__).parents[1]
SAMPLES = PROJECT / "sample_audio"
START_S = 60.0


def free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


def wait_until_up(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until and server.poll() is None:
        try:
            with urlopen(f"{address}/health", timeout=1):
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"the app did not start: exit code {server.poll()}")


@contextmanager
def serving(environment: Mapping[str, str], log: Path | None = None, *options: str, port: int | None = None) -> Iterator[str]:
    """The address of the app. log: a file for all that it prints. options: of `streamlit run`."""
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), *options]
    with ExitStack() as stack:
        output = stack.enter_context(log.open("ab")) if log else None
        server = stack.enter_context(subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=output, stderr=output))
        try:
            wait_until_up(f"http://localhost:{port}", server)
            yield f"http://localhost:{port}"
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Of a fresh app in demo mode, with a store and its people but no voicemails."""
    environment = os.environ | {"COACHING_HOME": str(tmp_path_factory.mktemp("home")), "COACHING_DEMO": "1"}
    subprocess.run([sys.executable, "-c", PEOPLE], cwd=PROJECT, env=environment, check=True)
    with serving(environment) as served:
        yield served


PEOPLE = """
from coaching import bootstrap
from coaching.domain.people import Role
from coaching.storage import installation, leads, people
with bootstrap.services().database.writing() as connection:
    installation.mark_as_demo(connection, bootstrap.services().now())
    store = people.add_store(connection, "Riverbend Toyota", "540-555-0100")
    team = people.add_team(connection, store, "Internet")
    nora = people.add_person(connection, "Nora Whitfield", Role.REP, store_id=store, team_id=team, direct_line="540-555-0143")
    people.add_person(connection, "Tina Marsh", Role.TRAINER, store_id=store, trains_teams=[team])
    facts = {"vehicle": "2025 Toyota RAV4 Hybrid XSE", "colour": "Blueprint", "trade_in": "2016 Subaru Forester"}
    leads.add(connection, store, "Karen Doyle", rep_id=nora, facts=facts)
"""


def chromium() -> str:
    """Its path. Skips where there is none, but not in CI, which has to have one."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None and not os.environ.get("CI"):
        pytest.skip("Chromium is not installed here (Debian, Ubuntu: apt-get install chromium)")
    assert found is not None, "CI needs Chromium"
    return found
