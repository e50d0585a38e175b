"""What the crawl asks: which articles are known, which are owed a visit, what to send with a request."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, and_, or_, select, type_coerce

from kkt_crawler.archive.articles import current
from kkt_crawler.archive.schema import articles
from kkt_crawler.archive.values import Known

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, Row

#: Revisits are for news. What was older than this when it was found (a backfill, an old page linked again) is no
#: longer being edited, and asking for thousands of those again would be no way to treat a site.
YOUNG = timedelta(days=30)


def known(connection: Connection, site: str, keys: Iterable[str]) -> dict[str, Known]:
    """Return what is known of those ``keys`` that are in the archive."""
    rows = connection.execute(
        select(articles)
        .where(articles.c.site == site, articles.c.key.in_(list(keys)))
        .order_by(articles.c.edition)
    )
    return {row.key: _known(row) for row in rows}


def due(
    connection: Connection, site: str, *, now: datetime, schedule: Sequence[timedelta], limit: int
) -> list[Known]:
    """Return the articles owed a revisit, the one seen last first.

    One is owed when a time of ``schedule`` has passed since it was first seen and it was not visited after that,
    or when its page was missing the last time. Overdue visits are made up for once, within twice the schedule.
    """
    steps = sorted(schedule)
    if not steps:
        return []
    seen, visited = (type_coerce(column, BigInteger) for column in (articles.c.first_seen, articles.c.visited_at))
    published = type_coerce(articles.c.published, BigInteger)

    def passed(step: timedelta) -> ColumnElement[bool]:
        return and_(articles.c.first_seen <= now - step, visited < seen + _microseconds(step))

    missing = and_(articles.c.misses > 0, articles.c.visited_at <= now - steps[0])
    rows = connection.execute(
        select(articles)
        .where(
            articles.c.site == site,
            articles.c.first_seen >= now - 2 * steps[-1],
            articles.c.gone.is_(False),
            published >= seen - _microseconds(YOUNG),
            or_(missing, *map(passed, steps)),
        )
        .order_by(articles.c.first_seen.desc(), articles.c.id.desc())
        .limit(limit)
    )
    return [_known(row) for row in rows]


def visited(connection: Connection, site: str, key: str, *, now: datetime, etag: str, last_modified: str) -> None:
    """Note a revisit that found the article as it was. Empty validators leave the old ones."""
    row = current(connection, site, key)
    if row is not None:
        connection.execute(
            articles.update()
            .where(articles.c.id == row.id)
            .values(
                visited_at=now,
                visits=row.visits + 1,
                misses=0,
                gone=False,
                etag=etag or row.etag,
                last_modified=last_modified or row.last_modified,
            )
        )


def missed(connection: Connection, site: str, key: str, *, now: datetime) -> bool:
    """Note a revisit that found no page. Return True if that makes the article gone: the second time in a row."""
    row = current(connection, site, key)
    if row is None or row.gone:
        return False
    gone: bool = row.misses > 0
    connection.execute(
        articles.update()
        .where(articles.c.id == row.id)
        .values(visited_at=now, visits=row.visits + 1, misses=row.misses + 1, gone=gone)
    )
    return gone


def _microseconds(time: timedelta) -> int:
    return time // timedelta(microseconds=1)


def _known(row: Row[Any]) -> Known:
    return Known(
        key=row.key,
        url=row.url,
        first_seen=row.first_seen,
        visited_at=row.visited_at,
        visits=row.visits,
        etag=row.etag,
        last_modified=row.last_modified,
        gone=row.gone,
    )
