"""A fresh database for a test: SQLite, and PostgreSQL from the system's own package."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine, make_url, text

from coaching.storage.database import Database

MISSING = "PostgreSQL is not installed here (Debian, Ubuntu: apt-get install postgresql)"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def backend(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def empty_database(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Without tables."""
    if backend == "sqlite":
        yield from _closing(f"sqlite:///{tmp_path / 'coaching.db'}")
    else:
        yield from _closing(_new(request.getfixturevalue("postgresql_url"), "empty", of="template0"))


@pytest.fixture
def database(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """With all tables: a copy of one that was migrated before, which takes a tenth of the time of migrating."""
    if backend == "sqlite":
        shutil.copy(request.getfixturevalue("migrated_sqlite"), tmp_path / "coaching.db")
        yield from _closing(f"sqlite:///{tmp_path / 'coaching.db'}")
    else:
        yield from _closing(
            _new(request.getfixturevalue("postgresql_url"), "test", of=request.getfixturevalue("migrated_postgresql"))
        )


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("migrated") / "coaching.db"
    _migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def migrated_postgresql(postgresql_url: str) -> str:
    """The name of a database."""
    _migrate(_new(postgresql_url, "migrated", of="template0"))
    return "migrated"


def _migrate(url: str) -> None:
    database = Database(url)
    database.upgrade()
    database.close()


def _closing(url: str) -> Iterator[Database]:
    database = Database(url)
    yield database
    database.close()


def _new(server: str, name: str, *, of: str) -> str:
    """The address of a new database in the place of the last one of that name. Tests that are over may still hold connections."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {of}"))
    return make_url(server).set(database=name).render_as_string(hide_password=False)


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
