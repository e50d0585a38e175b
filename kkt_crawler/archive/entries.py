"""Articles with their edits, sections and other printings put together as the feeds' entries."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from kkt_crawler.archive import revisions
from kkt_crawler.archive.schema import articles, sections, showings
from kkt_crawler.entry import Entry, Printing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Row


def entries(
    connection: Connection, article_ids: Sequence[int], *, whole_story: bool, as_of: int | None = None
) -> list[Entry]:
    """Return an entry for each article, in the same order.

    With ``whole_story``, the articles are first copies and each entry shows its story's fullest copy. With
    ``as_of``, everything is as it stood at that tick.
    """
    heads = {row.id: row for row in connection.execute(select(articles).where(articles.c.id.in_(article_ids)))}
    copies = _copies(connection, {row.story_id or row.id for row in heads.values()}, as_of)
    readings = revisions.latest(connection, [row.id for story in copies.values() for row in story], as_of)
    named = _sections(connection, readings, as_of)
    shown = _shown(connection, heads, as_of) if whole_story else {}
    found = []
    for article_id in article_ids:
        head = heads[article_id]
        own = readings[article_id]
        shown_id, since = shown.get(article_id, (article_id, own.updated))
        best = readings[shown_id]
        found.append(
            Entry(
                id=head.entry_id,
                article=best.article,
                published=own.published,
                updated=max(since, best.updated, own.published),
                first_seen=head.first_seen,
                sections=tuple(named[shown_id]),
                printings=tuple(
                    Printing(
                        site=row.site,
                        url=readings[row.id].article.url,
                        title=readings[row.id].article.title,
                        published=readings[row.id].published,
                        first_seen=row.first_seen,
                    )
                    for row in copies[head.story_id or head.id]
                    if row.id != shown_id
                ),
            )
        )
    return found


def _copies(connection: Connection, stories: set[int], as_of: int | None) -> dict[int, list[Row[Any]]]:
    """Return the articles of each story, first seen first."""
    copies = defaultdict(list)
    # Two questions, as one with "or" would have SQLite read the whole table.
    for names_the_story in (articles.c.id.in_(stories), articles.c.story_id.in_(stories)):
        query = select(articles).where(names_the_story).order_by(articles.c.id)
        if as_of is not None:
            query = query.where(articles.c.tick <= as_of)
        for row in connection.execute(query):
            copies[row.story_id or row.id].append(row)
    return copies


def _sections(connection: Connection, article_ids: Iterable[int], as_of: int | None) -> dict[int, list[str]]:
    query = select(sections).where(sections.c.article_id.in_(list(article_ids)))
    if as_of is not None:
        query = query.where(sections.c.tick <= as_of)
    named = defaultdict(list)
    for row in connection.execute(query.order_by(sections.c.number)):
        named[row.article_id].append(row.name)
    return named


def _shown(connection: Connection, stories: Iterable[int], as_of: int | None) -> dict[int, tuple[int, Any]]:
    """Return per story the article that stands for it and since when."""
    query = select(showings).where(showings.c.story_id.in_(list(stories)))
    if as_of is not None:
        query = query.where(showings.c.tick <= as_of)
    return {
        row.story_id: (row.article_id, row.seen_at) for row in connection.execute(query.order_by(showings.c.tick))
    }
