"""The connection: SQLite in WAL mode or PostgreSQL, opened, checked and brought to today's tables."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event, func, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from kkt_crawler.archive import schema
from kkt_crawler.archive.migrations import STEPS
from kkt_crawler.archive.values import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Seconds that a connection waits for another process's write to end.
BUSY_TIMEOUT = 30

#: Up to this size a file is read through at opening (50 MB take about 0.1 s). A larger one is only asked for its
#: tables: reading it all would make every run's start grow with the archive.
CHECKED_BYTES = 50_000_000

#: Any number that nothing else in the database takes.
_MIGRATION_LOCK = 4207849484


def connect(address: str, *, checked: bool = False) -> Engine:
    """Return an engine for ``address``, with all tables in today's form; read through unless ``checked`` before.

    Raise ArchiveError if it is no database address, or if what it names cannot be reached, read or understood.
    """
    url = _parse(address)
    engine = create_engine(url)
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
    try:
        if not checked:
            _check_file(engine)
        with engine.connect() as connection:
            current = _version(connection) == len(STEPS) + 1
        if not current:
            with transaction(engine, writing=True) as connection:
                _migrate(connection, name(engine))
    except DBAPIError as error:
        engine.dispose()
        raise broken(engine, error) from error
    except ArchiveError:
        engine.dispose()
        raise
    return engine


@contextmanager
def transaction(engine: Engine, *, writing: bool = False) -> Iterator[Connection]:
    """Give a connection in a transaction: one that sees a single moment, or one that writes and is committed.

    Not by SQLAlchemy's "begin" event: an engine with any listener looks for more at every statement.
    """
    with engine.connect() as connection:
        if engine.name == "sqlite":
            # A writer takes its lock first: a lock asked for after reading fails at once, whatever the timeout.
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
        elif not writing:
            connection.execution_options(isolation_level="REPEATABLE READ")
        yield connection
        if writing:
            connection.commit()


def name(engine: Engine) -> str:
    """Return the address without its password."""
    return engine.url.render_as_string(hide_password=True)


def broken(engine: Engine, error: DBAPIError) -> ArchiveError:
    """Return the one line that tells an operator about ``error``."""
    reason = " ".join(str(error.orig).split()) or type(error.orig).__name__
    remedy = "check DATABASE_URL and that the server runs"
    if engine.url.get_backend_name() == "sqlite":
        remedy = "check that the folder exists and can be written"
        if "malformed" in reason or "not a database" in reason:
            remedy = "restore it from a backup, or move it aside and crawl again: entries keep their ids"
        elif "locked" in reason:
            remedy = "another process is writing; try again when it has ended"
        elif "full" in reason:
            remedy = "free some space on its disk; nothing was lost"
    return ArchiveError(f"archive {name(engine)}: {reason}; {remedy}")


def _parse(address: str) -> URL:
    hint = "write DATABASE_URL like sqlite:///archive.sqlite3 or postgresql://user@host/name"
    try:
        url = make_url(address)
        if url.drivername in ("postgres", "postgresql"):
            url = url.set(drivername="postgresql+psycopg")
        url.get_dialect()
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise ArchiveError(f"archive {address!r} is no database address; {hint}") from error
    if url.get_backend_name() not in ("sqlite", "postgresql"):
        raise ArchiveError(f"archive on {url.get_backend_name()} is not supported; {hint}")
    return url


def _set_up_sqlite(connection: Any, _record: object) -> None:
    # Python's sqlite3 would begin transactions on its own, late and without a lock: see transaction().
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT * 1000}",
        "journal_mode = WAL",  # readers and the one writer do not wait for each other
        "synchronous = NORMAL",  # survives kill -9; a power cut may cost the last transactions, never the file
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _check_file(engine: Engine) -> None:
    path = Path(engine.url.database or "")
    if engine.url.get_backend_name() != "sqlite" or not path.is_file() or path.stat().st_size > CHECKED_BYTES:
        return
    with engine.connect() as connection:
        verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if verdict != "ok":
        reason = " ".join(str(verdict).split())
        remedy = "restore it from a backup, or move it aside and crawl again: entries keep their ids"
        raise ArchiveError(f"archive {name(engine)} is damaged ({reason}); {remedy}")


def _version(connection: Connection) -> int:
    """Return the version of the tables, 0 if there are none of ours."""
    if not inspect(connection).has_table(schema.state.name):
        return 0
    version: int = connection.execute(select(schema.state.c.version)).scalar_one()
    return version


def _migrate(connection: Connection, where: str) -> None:
    if connection.dialect.name == "postgresql":
        # Two processes that open a new database at once: the second waits, as BEGIN IMMEDIATE has it in SQLite.
        connection.execute(select(func.pg_advisory_xact_lock(_MIGRATION_LOCK)))
    version, today = _version(connection), len(STEPS) + 1
    if version > today:
        raise ArchiveError(
            f"archive {where} was written by a newer release (version {version}, this one reads {today}); upgrade"
        )
    if version:
        for step in STEPS[version - 1 :]:
            step(connection)
        connection.execute(schema.state.update().values(version=today))
        return
    if inspect(connection).get_table_names():
        raise ArchiveError(f"archive {where} holds something else; name another database in DATABASE_URL")
    schema.metadata.create_all(connection)
    connection.execute(schema.state.insert().values(version=today, tick=0))
