"""A fresh database for a test: SQLite, and PostgreSQL from the system's own package."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from coaching.storage.database import Database

MISSING = "PostgreSQL is not installed here (Debian, Ubuntu: apt-get install postgresql)"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def empty_database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Without tables."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'coaching.db'}")
    else:
        database = Database(request.getfixturevalue("postgresql_url"))
        with database.writing() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    yield database
    database.close()


@pytest.fixture
def database(empty_database: Database) -> Database:
    empty_database.upgrade()
    return empty_database


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """A private server on a socket in a folder of its own. It refuses to run as root, so root lends it to another user."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not programs:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    bin_folder = programs[-1].parent
    home = Path(tempfile.mkdtemp(prefix="coaching-postgres-"))
    user = _other_user() if os.geteuid() == 0 else None
    if user:
        shutil.chown(home, user)

    def run(program: str, *arguments: str) -> None:
        command = [bin_folder / program, "-D", home / "server", *arguments]
        subprocess.run(command, check=True, user=user, cwd=home, stdout=subprocess.DEVNULL, env={"PATH": os.environ["PATH"]})

    run("initdb", "-U", "coach", "-A", "trust", "-E", "UTF8", "--no-sync")
    # Every test opens services of its own, which keep their connections as the app does.
    options = f"-k {home} -c listen_addresses= -c fsync=off -c max_connections=2000"
    run("pg_ctl", "-w", "-l", str(home / "log"), "-o", options, "start")
    yield f"postgresql+psycopg://coach@/postgres?host={home}"
    run("pg_ctl", "-w", "-m", "immediate", "stop")
    shutil.rmtree(home, ignore_errors=True)


def _other_user() -> str:
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"
