"""The archive as everybody else sees it. Every method is one transaction; the work is done beside this file."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from sqlalchemy.exc import DBAPIError

from kkt_crawler.archive import articles, channels, database, entries, revisions, runs, schema, visits

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date, datetime, timedelta, tzinfo

    from sqlalchemy import Connection, Engine

    from kkt_crawler.archive.values import Failure, Known, Run, Stored
    from kkt_crawler.article import Article
    from kkt_crawler.entry import Channel, Entry, Health, Revision

_TICK = schema.state.update().values(tick=schema.state.c.tick + 1).returning(schema.state.c.tick)


class Archive:
    """Every article ever read. Times that go in are aware; times that come out are UTC.

    Any method raises ArchiveError when the database fails it; what a failed method was to write is not written.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, url: str, *, checked: bool = False) -> Self:
        """Open the archive at an SQLAlchemy URL of SQLite or PostgreSQL, making or migrating its tables.

        One that this run has opened before need not be ``checked`` for damage again. Raise ArchiveError if it
        cannot be opened; nothing is ever thrown away to make it work.
        """
        return cls(database.connect(url, checked=checked))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        try:
            with database.transaction(self._engine) as connection:
                yield connection
        except DBAPIError as error:
            raise database.broken(self._engine, error) from error

    @contextmanager
    def _writing(self) -> Iterator[tuple[Connection, int]]:
        """Give a connection whose transaction has the next tick: taking it makes writers wait for each other."""
        try:
            with database.transaction(self._engine, writing=True) as connection:
                yield connection, connection.execute(_TICK).scalar_one()
        except DBAPIError as error:
            raise database.broken(self._engine, error) from error

    # Articles

    def store(
        self, article: Article, *, now: datetime, etag: str = "", last_modified: str = "", section: str = ""
    ) -> Stored:
        """Store what a page says now: a new article, an edit of a known one, or nothing new.

        ``section`` is the listing's that led here; it adds to the article's own and to those known before.
        """
        with self._writing() as (connection, tick):
            return articles.store(
                articles.Visit(
                    connection=connection,
                    tick=tick,
                    now=now,
                    article=article,
                    found_in=(article.section, section),
                    etag=etag,
                    last_modified=last_modified,
                )
            )

    def add_section(self, site: str, key: str, section: str) -> None:
        """Note that a known article is listed in ``section``: that needs no visit; unknown keys do nothing."""
        with self._writing() as (connection, tick):
            row = articles.current(connection, site, key)
            if row is not None:
                channels.place_further(connection, row, tick=tick, found_in=(section,))

    def known(self, site: str, keys: Iterable[str]) -> dict[str, Known]:
        """Return, of ``keys``, those in the archive."""
        with self._reading() as connection:
            return visits.known(connection, site, keys)

    def due(self, site: str, *, now: datetime, schedule: Sequence[timedelta], limit: int) -> list[Known]:
        """Return at most ``limit`` young articles owed a revisit, the one seen last first.

        ``schedule`` says how long after the first sight; see ``visits.due``.
        """
        with self._reading() as connection:
            return visits.due(connection, site, now=now, schedule=schedule, limit=limit)

    def visited(self, site: str, key: str, *, now: datetime, etag: str = "", last_modified: str = "") -> None:
        """Note a revisit that found the article unchanged, by a 304 for instance."""
        with self._writing() as (connection, _):
            visits.visited(connection, site, key, now=now, etag=etag, last_modified=last_modified)

    def missed(self, site: str, key: str, *, now: datetime) -> bool:
        """Note a revisit answered by 404 or 410. Return True if it was the second in a row: it is gone."""
        with self._writing() as (connection, _):
            return visits.missed(connection, site, key, now=now)

    def history(self, site: str, key: str) -> list[Revision]:
        """Return the edits of an article, oldest first; none for an unknown key."""
        with self._reading() as connection:
            return revisions.history(connection, site, key)

    def days(self, site: str, *, since: datetime, until: datetime, zone: tzinfo) -> Counter[date]:
        """Return how many archived articles were published on each day of ``zone`` from ``since`` to ``until``."""
        with self._reading() as connection:
            return runs.days(connection, site, since=since, until=until, zone=zone)

    # Runs

    def start_run(self, site: str, *, now: datetime) -> int:
        """Open a run of a site and return its number."""
        with self._writing() as (connection, _):
            return runs.start(connection, site, now=now)

    def finish_run(self, run_id: int, run: Run) -> None:
        """Close a run with its report."""
        with self._writing() as (connection, _):
            runs.finish(connection, run_id, run)

    def runs(self, site: str, *, since: datetime) -> list[Run]:
        """Return the site's runs that finished at ``since`` or later, oldest first."""
        with self._reading() as connection:
            return runs.since(connection, site, since)

    def health(self) -> list[Health]:
        """Return how each site's last finished run went, by site."""
        with self._reading() as connection:
            return runs.health(connection)

    def failed(self, site: str, url: str, *, key: str = "", field: str = "", reason: str, now: datetime) -> None:
        """Note an article that could not be read. Storing it later takes the note away."""
        with self._writing() as (connection, _):
            runs.fail(connection, site, url, key=key, field=field, reason=reason, now=now)

    def failures(self, site: str) -> list[Failure]:
        """Return the site's articles that still could not be read, the last one first."""
        with self._reading() as connection:
            return runs.failed(connection, site)

    def listing_validators(self, url: str) -> tuple[str, str]:
        """Return the ETag and Last-Modified that a listing came with, empty if there were none."""
        with self._reading() as connection:
            etag, last_modified = runs.recall(connection, schema.listings, {"url": url}, "etag", "last_modified")
            return etag, last_modified

    def remember_listing(self, url: str, etag: str, last_modified: str) -> None:
        """Keep a listing's validators for the next run."""
        with self._writing() as (connection, _):
            runs.put(connection, schema.listings, {"url": url}, {"etag": etag, "last_modified": last_modified})

    def recall(self, site: str, name: str) -> str:
        """Return what was remembered under ``name``, empty if nothing was."""
        with self._reading() as connection:
            return runs.recall(connection, schema.facts, {"site": site, "name": name}, "value")[0]

    def remember(self, site: str, name: str, value: str) -> None:
        """Keep a small fact about a site."""
        with self._writing() as (connection, _):
            runs.put(connection, schema.facts, {"site": site, "name": name}, {"value": value})

    # Feeds

    def channels(self) -> list[Channel]:
        """Return every channel that has entries: ``all``, each site and its sections, ``corrections``."""
        with self._reading() as connection:
            return channels.listed(connection)

    def newest(self, channel: str, limit: int) -> list[Entry]:
        """Return a channel's newest entries by (published, id), newest first.

        ``all`` has each story once: under its first copy's id, with the fullest copy's text. The channel
        ``corrections`` has no entries but revisions: see ``corrections``.
        """
        with self._reading() as connection:
            chosen = channels.newest(connection, channel, limit)
            return entries.entries(connection, chosen, whole_story=channel == channels.ALL)

    def pages(self, channel: str, size: int) -> int:
        """Return how many pages of ``size`` entries there are, in order of arrival; the last may be short."""
        with self._reading() as connection:
            return -(-channels.size(connection, channel) // size)

    def page(self, channel: str, number: int, size: int) -> list[Entry]:
        """Return a page's entries, newest first by (published, id). Page 1 is the oldest.

        A full page has them as they stood when it became full and never changes; a short one as they are.
        Raise ValueError for a page that there is not.
        """
        first, last = (number - 1) * size + 1, number * size
        with self._reading() as connection:
            count = channels.size(connection, channel)
            if not 0 < first <= count:
                raise ValueError(f"{channel} has no page {number}")
            chosen, tick = channels.numbered(connection, channel, first, last)
            as_of = tick if last <= count else None
            found = entries.entries(connection, chosen, whole_story=channel == channels.ALL, as_of=as_of)
        return sorted(found, key=lambda entry: (entry.published, entry.id), reverse=True)

    def corrections(self, limit: int) -> list[Revision]:
        """Return the last edits to a title, text, caption or attachment, newest first."""
        with self._reading() as connection:
            return revisions.corrections(connection, limit)
