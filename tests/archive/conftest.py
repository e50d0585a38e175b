"""Archives for the tests: on SQLite and on a real PostgreSQL of our own."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from newsroom import Newsroom

from kkt_crawler.archive import Archive

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kkt_crawler.article import Article


def _postgres() -> Path | None:
    """Return the folder of PostgreSQL's programs; Debian keeps them off the PATH."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    return next((path.parent for path in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))), None)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Start a PostgreSQL of our own on a Unix socket; give its folder."""
    programs = _postgres()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs PostgreSQL: apt-get install postgresql")
        pytest.skip("no PostgreSQL on this machine: apt-get install postgresql")
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        as_user = {}
        if os.getuid() == 0:  # PostgreSQL refuses to run as root
            shutil.chown(folder, "nobody")
            as_user = {"user": "nobody"}
        data = f"{folder}/data"

        def run(*command: str) -> None:
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, **as_user)

        options = f"-k {folder} -c listen_addresses= -c fsync=off"
        run(f"{programs}/initdb", "-D", data, "-A", "trust", "-U", "news", "-E", "UTF8", "--no-locale")
        run(f"{programs}/pg_ctl", "-D", data, "-o", options, "-l", f"{folder}/log", "-w", "start")
        try:
            yield folder
        finally:
            run(f"{programs}/pg_ctl", "-D", data, "-m", "immediate", "stop")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/archive.sqlite3"
    folder = request.getfixturevalue("server")
    name = tmp_path.name.lower().replace("-", "_")
    with psycopg.connect(f"host={folder} user=news dbname=postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"postgresql://news@/{name}?host={folder}"


@pytest.fixture
def archive(url: str) -> Iterator[Archive]:
    with Archive.open(url) as archive:
        yield archive


@pytest.fixture
def lite(tmp_path: Path) -> Iterator[Archive]:
    """Return an archive on SQLite, where the database makes no difference."""
    with Archive.open(f"sqlite:///{tmp_path}/archive.sqlite3") as archive:
        yield archive


@pytest.fixture
def article() -> Article:
    return Newsroom().report()
