"""What articles said, and when."""

from __future__ import annotations

import json
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import UUID, uuid5

from sqlalchemy import func, select

from kkt_crawler.archive.schema import articles, revisions
from kkt_crawler.article import Article
from kkt_crawler.entry import Revision

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Connection, Row

#: Drawn once by random; a change of it would show every reader every entry again.
_NAMESPACE = UUID("6f1d3f1c-3a5e-4c27-9b1e-0e9a1f6f5b42")

_NEW = revisions.insert()


def mint(*parts: str) -> str:
    """Return the id that ``parts`` always give: of an article, its site and key."""
    return uuid5(_NAMESPACE, "/".join(parts)).urn


class Reading(NamedTuple):
    """One revision, read back."""

    id: int
    article_id: int
    published: datetime
    updated: datetime
    article: Article


def add(connection: Connection, article: Article, **columns: Any) -> None:
    """Store what ``article`` says now; ``columns`` are the other columns of the table."""
    values = {"published": article.published, "changed": "", "correction": False, "content": _pack(article)}
    connection.execute(_NEW, values | columns)


def latest(connection: Connection, article_ids: Iterable[int], as_of: int | None = None) -> dict[int, Reading]:
    """Return per article its last revision; with ``as_of``, the last at that tick."""
    last = select(func.max(revisions.c.id)).where(revisions.c.article_id.in_(list(article_ids)))
    if as_of is not None:
        last = last.where(revisions.c.tick <= as_of)
    rows = connection.execute(
        select(revisions).where(revisions.c.id.in_(last.group_by(revisions.c.article_id).scalar_subquery()))
    )
    return {
        row.article_id: Reading(row.id, row.article_id, row.published, row.updated, unpack(row.content))
        for row in rows
    }


def history(connection: Connection, site: str, key: str) -> list[Revision]:
    """Return the edits of the article that has this key now, oldest first."""
    newest = (
        select(articles.c.id)
        .where(articles.c.site == site, articles.c.key == key)
        .order_by(articles.c.edition.desc())
        .limit(1)
    )
    edits = select(revisions).where(revisions.c.article_id == newest.scalar_subquery(), revisions.c.changed != "")
    return _with_before(connection, connection.execute(edits.order_by(revisions.c.id)).all())


def corrections(connection: Connection, limit: int) -> list[Revision]:
    """Return the last ``limit`` edits that a reader would want to know of, newest first."""
    edits = select(revisions).where(revisions.c.correction).order_by(revisions.c.id.desc()).limit(limit)
    return _with_before(connection, connection.execute(edits).all())


def _with_before(connection: Connection, rows: Iterable[Row[Any]]) -> list[Revision]:
    found = []
    for row in rows:
        before = connection.execute(
            select(revisions.c.content)
            .where(revisions.c.article_id == row.article_id, revisions.c.id < row.id)
            .order_by(revisions.c.id.desc())
            .limit(1)
        ).scalar_one()
        entry = connection.execute(select(articles.c.entry_id).where(articles.c.id == row.article_id)).scalar_one()
        found.append(
            Revision(
                id=row.entry_id,
                entry_id=entry,
                seen_at=row.seen_at,
                before=unpack(before),
                after=unpack(row.content),
                changed=tuple(row.changed.split(",")),
            )
        )
    return found


def _pack(article: Article) -> bytes:
    text = json.dumps(article.to_dict(), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=128)  # a new entry is published in several channels, one after the other
def unpack(content: bytes) -> Article:
    """Return the Article of a revision's content."""
    return Article.from_dict(json.loads(zlib.decompress(content).decode("utf-8", "surrogatepass")))
