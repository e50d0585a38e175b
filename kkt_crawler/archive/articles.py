"""Storing an article: who it is, what it says now, which story it belongs to and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from kkt_crawler.archive import channels, edits, revisions, stories
from kkt_crawler.archive.schema import articles, failures, placements, showings
from kkt_crawler.archive.values import Stored

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from kkt_crawler.article import Article

#: A copy is shown instead of the story's first if it has this many words more: a sentence, not a credit line.
FULLER_BY = 10

# Statements that every article needs are made once: making one takes SQLAlchemy as long as running it.
_CURRENT = (
    select(articles)
    .where(articles.c.site == bindparam("site"), articles.c.key == bindparam("key"))
    .order_by(articles.c.edition.desc())
    .limit(1)
)
_NEW = articles.insert().returning(articles.c.id, articles.c.site, articles.c.entry_id, articles.c.published)
_VISITED = articles.update().where(articles.c.id == bindparam("id_"))
_READ_AFTER_ALL = failures.delete().where(failures.c.site == bindparam("site"), failures.c.key == bindparam("key"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Visit:
    """One reading of one page, inside the transaction that stores it."""

    connection: Connection
    tick: int
    now: datetime
    article: Article
    found_in: Iterable[str]  #: the sections that the page and the listing name
    etag: str
    last_modified: str

    def columns(self) -> dict[str, Any]:
        """Return what the visit leaves in the article's row, besides its content."""
        return {
            "url": self.article.url,
            "visited_at": self.now,
            "misses": 0,
            "gone": False,
            "etag": self.etag,
            "last_modified": self.last_modified,
        }


def current(connection: Connection, site: str, key: str) -> Row[Any] | None:
    """Return the row of the article that has this key now."""
    return connection.execute(_CURRENT, {"site": site, "key": key}).one_or_none()


def store(visit: Visit) -> Stored:
    """Store what the page says now, with everything that follows from it."""
    connection, site, key = visit.connection, visit.article.site, visit.article.key
    connection.execute(_READ_AFTER_ALL, {"site": site, "key": key})
    row = current(connection, site, key)
    if row is None:
        return _add(visit, edition=1)
    before = revisions.latest(connection, [row.id])[row.id]
    if edits.recycled(before.article, visit.article):
        return _add(visit, edition=row.edition + 1)
    return _revisit(visit, row, before)


def _add(visit: Visit, *, edition: int) -> Stored:
    article, connection = visit.article, visit.connection
    names = [article.site, article.key] + ([str(edition)] if edition > 1 else [])
    sketch = stories.sketch(connection, article)
    story = stories.find(connection, article, sketch)
    columns = {
        "site": article.site,
        "key": article.key,
        "edition": edition,
        "entry_id": revisions.mint(*names),
        "story_id": story,
        "tick": visit.tick,
        "published": article.published,
        "first_seen": visit.now,
        "visits": 0,
        "samples": len(sketch.samples),
    }
    row = connection.execute(_NEW, columns | visit.columns()).one()
    stated = article.modified and article.published < article.modified <= visit.now
    revisions.add(
        connection,
        article,
        article_id=row.id,
        entry_id=row.entry_id,
        tick=visit.tick,
        seen_at=visit.now,
        updated=article.modified if stated else article.published,
    )
    stories.remember(connection, row.id, sketch)
    channels.place(connection, row, tick=visit.tick, found_in=visit.found_in, in_all=story is None)
    if story is not None:
        _show(visit, story, row.id, article)
    return Stored(
        change="new" if edition == 1 else "recycled", entry_id=row.entry_id, story_joined=story is not None
    )


def _revisit(visit: Visit, row: Row[Any], before: revisions.Reading) -> Stored:
    connection = visit.connection
    after = edits.settle(before.article, visit.article)
    columns = {"id_": row.id, "published": after.published, "visits": row.visits + 1}
    connection.execute(_VISITED, columns | visit.columns())
    channels.place_further(connection, row, tick=visit.tick, found_in=visit.found_in)
    changed = edits.changed_fields(before.article, after)
    if not changed and not edits.moved(before.article, after):
        return Stored(change="same", entry_id=row.entry_id)
    correction = not edits.CORRECTIONS.isdisjoint(changed)
    stated = after.modified and before.updated < after.modified <= visit.now
    revisions.add(
        connection,
        after,
        article_id=row.id,
        entry_id=revisions.mint(row.entry_id, str(visit.tick)),
        tick=visit.tick,
        seen_at=visit.now,
        updated=(after.modified if stated else max(visit.now, before.updated)) if changed else before.updated,
        changed=",".join(changed),
        correction=correction,
    )
    if not changed:
        return Stored(change="same", entry_id=row.entry_id)
    if correction:
        channels.correct(connection)
    if "published" in changed:
        moved = placements.update().where(placements.c.article_id == row.id)
        connection.execute(moved.values(published=after.published))
    sketch = stories.sketch(connection, after)
    connection.execute(articles.update().where(articles.c.id == row.id).values(samples=len(sketch.samples)))
    stories.remember(connection, row.id, sketch, again=True)
    _show(visit, row.story_id or row.id, row.id, after)
    return Stored(change="changed", entry_id=row.entry_id)


def _show(visit: Visit, story: int, article_id: int, article: Article) -> None:
    """Let this copy stand for its story from now on if it is the fullest."""
    last = select(showings.c.article_id).where(showings.c.story_id == story)
    shown = visit.connection.execute(last.order_by(showings.c.tick.desc()).limit(1)).scalar() or story
    if shown == article_id:
        return
    present = revisions.latest(visit.connection, [shown])[shown].article
    if stories.fullness(article) >= stories.fullness(present) + FULLER_BY:
        values = {"story_id": story, "tick": visit.tick, "article_id": article_id, "seen_at": visit.now}
        visit.connection.execute(showings.insert().values(values))
