"""The channels and the order in which entries came to them. Nothing here counts or scans a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from kkt_crawler.archive.schema import channels, placements, sections
from kkt_crawler.entry import Channel
from kkt_crawler.text import one_line, slug

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Row

ALL = "all"
CORRECTIONS = "corrections"


def listed(connection: Connection) -> list[Channel]:
    """Return all channels: ``all``, then each site with its sections, then the corrections."""
    rows = connection.execute(select(channels)).all()
    rank = {ALL: 0, CORRECTIONS: 2}
    rows = sorted(rows, key=lambda row: (rank.get(row.name, 1), row.name))
    return [Channel(name=row.name, site=row.site, section=row.section) for row in rows]


def place(
    connection: Connection, article: Row[Any], *, tick: int, found_in: Iterable[str] = (), in_all: bool = False
) -> None:
    """Put an article into its site's channel and those of its sections, and with ``in_all`` into ``all``.

    Where it stands already, it stays. Sections whose names have one slug are one channel.
    """
    placed = set(
        connection.execute(
            select(channels.c.name).join(placements).where(placements.c.article_id == article.id)
        ).scalars()
    )
    wanted = {article.site: Channel(name=article.site, site=article.site)}
    if in_all:
        wanted[ALL] = Channel(name=ALL)
    known = set(connection.execute(select(sections.c.slug).where(sections.c.article_id == article.id)).scalars())
    for section in found_in:
        title, path = one_line(section), slug(section)
        if not path or path in known:
            continue
        known.add(path)
        connection.execute(
            sections.insert().values(article_id=article.id, slug=path, name=title, number=len(known), tick=tick)
        )
        wanted[f"{article.site}/{path}"] = Channel(name=f"{article.site}/{path}", site=article.site, section=title)
    for name, channel in wanted.items():
        if name not in placed:
            channel_id, number = _next(connection, channel)
            connection.execute(
                placements.insert().values(
                    channel_id=channel_id,
                    number=number,
                    article_id=article.id,
                    entry_id=article.entry_id,
                    published=article.published,
                    tick=tick,
                )
            )


def correct(connection: Connection) -> None:
    """Count one more entry of the corrections channel, whose entries are revisions."""
    _next(connection, Channel(name=CORRECTIONS))


def _next(connection: Connection, channel: Channel) -> tuple[int, int]:
    """Return a channel's id and the number of its next entry; the channel is made if need be."""
    grown = connection.execute(
        channels.update()
        .where(channels.c.name == channel.name)
        .values(entries=channels.c.entries + 1)
        .returning(channels.c.id, channels.c.entries)
    ).one_or_none()
    if grown is not None:
        return grown.id, grown.entries
    made = connection.execute(
        channels.insert()
        .values(name=channel.name, site=channel.site, section=channel.section, entries=1)
        .returning(channels.c.id)
    )
    return made.scalar_one(), 1


def size(connection: Connection, channel: str) -> int:
    """Return how many entries ever came to a channel."""
    return connection.execute(select(channels.c.entries).where(channels.c.name == channel)).scalar() or 0


def newest(connection: Connection, channel: str, limit: int) -> list[int]:
    """Return the articles of a channel, newest first by date of publication, then id."""
    return list(
        connection.execute(
            select(placements.c.article_id)
            .where(placements.c.channel_id == _id(channel))
            .order_by(placements.c.published.desc(), placements.c.entry_id.desc())
            .limit(limit)
        ).scalars()
    )


def numbered(connection: Connection, channel: str, first: int, last: int) -> tuple[list[int], int]:
    """Return the articles that came as number ``first`` to ``last``, in that order, and the tick of the last."""
    rows = connection.execute(
        select(placements.c.article_id, placements.c.tick)
        .where(placements.c.channel_id == _id(channel), placements.c.number.between(first, last))
        .order_by(placements.c.number)
    ).all()
    return [row.article_id for row in rows], rows[-1].tick


def _id(channel: str) -> Any:
    return select(channels.c.id).where(channels.c.name == channel).scalar_subquery()
