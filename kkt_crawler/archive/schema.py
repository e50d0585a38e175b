"""The archive's tables, as they are today. What an older archive needs to get here is in ``migrations``.

Times are microseconds since 1970 in UTC: they compare and subtract alike in SQLite and PostgreSQL.
A *tick* counts the archive's writing transactions. It orders what happened where clocks cannot (many articles
are stored with one "now"), so that a feed's page can be rebuilt as it stood at a tick.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, kept as microseconds since 1970 and given back in UTC."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Return the number for an aware datetime; a naive one raises TypeError."""
        return None if value is None else (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Return the datetime in UTC."""
        return None if value is None else _EPOCH + value * _MICROSECOND


class Plain(TypeDecorator[str]):
    """Text as every database takes it: without NUL and lone surrogates, which a server's headers may hold."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return the text without what UTF-8 or PostgreSQL refuses."""
        return None if value is None else value.replace("\0", "").encode("utf-8", "replace").decode()


metadata = MetaData()

# One row.
state = Table(
    "state",
    metadata,
    Column("version", Integer, nullable=False),  # of these tables: the number of migrations behind them
    Column("tick", BigInteger, nullable=False),
)

# One row an article: who it is and how it is visited. What it says is in its latest revision.
articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("site", Plain, nullable=False),
    Column("key", Plain, nullable=False),
    Column("edition", Integer, nullable=False),  # 1; 2, 3 … when the site gave the key to another article
    Column("entry_id", Plain, nullable=False, unique=True),
    Column("story_id", Integer, ForeignKey("articles.id")),  # null for a story's first copy, which names the story
    Column("tick", BigInteger, nullable=False),
    Column("url", Plain, nullable=False),
    Column("published", Instant, nullable=False),
    Column("first_seen", Instant, nullable=False),
    Column("visited_at", Instant, nullable=False),
    Column("visits", Integer, nullable=False),
    Column("misses", Integer, nullable=False),  # 404s in a row
    Column("samples", Integer, nullable=False),  # how many its last text gave: see sketches
    Column("gone", Boolean, nullable=False),
    Column("etag", Plain, nullable=False),
    Column("last_modified", Plain, nullable=False),
    UniqueConstraint("site", "key", "edition"),
    Index("articles_first_seen", "site", "first_seen"),
    Index("articles_published", "site", "published"),
)

# Without the nulls of first copies: SQLite counts them as one value and would rather read the whole table (a page
# of 50 took 57 ms among 1,000,000 articles). PostgreSQL knows nulls apart, and to name it here would load it.
Index("articles_story", articles.c.story_id, sqlite_where=articles.c.story_id.is_not(None))

# Everything an article ever said; the first is the article as it was found.
revisions = Table(
    "revisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("entry_id", Plain, nullable=False),  # the edit's own, for the corrections channel
    Column("article_id", ForeignKey("articles.id"), nullable=False),
    Column("tick", BigInteger, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("published", Instant, nullable=False),
    Column("updated", Instant, nullable=False),
    Column("changed", Plain, nullable=False),  # fields of Article; empty for the first and for quiet ones
    Column("correction", Boolean, nullable=False),  # it stands in the corrections channel
    Column("content", LargeBinary, nullable=False),  # Article.to_dict as JSON, deflated
    Index("revisions_article", "article_id", "id"),
    Index("revisions_corrections", "correction", "id"),
)

# Which copy of a story stands for it, from a tick on. A story without a row shows its first copy.
showings = Table(
    "showings",
    metadata,
    Column("story_id", ForeignKey("articles.id"), primary_key=True),
    Column("tick", BigInteger, primary_key=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False),
    Column("seen_at", Instant, nullable=False),
)

# The samples by which copies of a story are found: see stories.py. Only an index, so no foreign key: 75 rows an
# article make it the largest table. Buckets lead, so that old rows stay out of the way.
sketches = Table(
    "sketches",
    metadata,
    Column("bucket", Integer, primary_key=True),  # of the day of publication
    Column("hash", BigInteger, primary_key=True),
    Column("article_id", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

sections = Table(
    "sections",
    metadata,
    Column("article_id", ForeignKey("articles.id"), primary_key=True),
    Column("slug", Plain, primary_key=True),
    Column("name", Plain, nullable=False),  # as the site wrote it first
    Column("number", Integer, nullable=False),  # 1 is the first it was found in
    Column("tick", BigInteger, nullable=False),
)

channels = Table(
    "channels",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Plain, nullable=False, unique=True),
    Column("site", Plain, nullable=False),  # empty for a channel over all sites
    Column("section", Plain, nullable=False),  # empty for a whole site
    Column("entries", Integer, nullable=False),
)

# An article's place in a channel, in order of arrival.
placements = Table(
    "placements",
    metadata,
    Column("channel_id", ForeignKey("channels.id"), primary_key=True),
    Column("number", Integer, primary_key=True),  # 1, 2, 3 … without a gap
    Column("article_id", ForeignKey("articles.id"), nullable=False),
    Column("entry_id", Plain, nullable=False),
    Column("published", Instant, nullable=False),  # the article's, moved with it
    Column("tick", BigInteger, nullable=False),
    UniqueConstraint("article_id", "channel_id"),
    Index("placements_newest", "channel_id", "published", "entry_id"),
    sqlite_with_rowid=False,
)

# What a conditional request for a listing is made of.
listings = Table(
    "listings",
    metadata,
    Column("url", Plain, primary_key=True),
    Column("etag", Plain, nullable=False),
    Column("last_modified", Plain, nullable=False),
)

# Small things a site's crawl has to remember: the address it found, how far a backfill came.
facts = Table(
    "facts",
    metadata,
    Column("site", Plain, primary_key=True),
    Column("name", Plain, primary_key=True),
    Column("value", Plain, nullable=False),
)

# Articles that could not be read; a row goes when its article is stored after all.
failures = Table(
    "failures",
    metadata,
    Column("site", Plain, primary_key=True),
    Column("url", Plain, primary_key=True),
    Column("key", Plain, nullable=False),
    Column("field", Plain, nullable=False),
    Column("reason", Plain, nullable=False),
    Column("failed_at", Instant, nullable=False),
    Column("times", Integer, nullable=False),
    Index("failures_key", "site", "key"),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("site", Plain, nullable=False),
    Column("started", Instant, nullable=False),
    Column("finished", Instant),  # null while it runs, and for ever if it was killed
    Column("verdict", Plain, nullable=False),  # empty until it has finished
    Column("report", Plain, nullable=False),  # the rest of Run as JSON; empty until it has finished
    Index("runs_site", "site", "finished"),
)
