"""The channels and the order in which entries came to them. Nothing here counts or scans a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from kkt_crawler.archive.schema import channels, placements, sections
from kkt_crawler.entry import Channel
from kkt_crawler.text import one_line, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Row

ALL = "all"
CORRECTIONS = "corrections"

# Statements that every article needs are made once: making one takes SQLAlchemy as long as running it.
_SLUGS = select(sections.c.slug).where(sections.c.article_id == bindparam("article"))
_NEW_SECTION = sections.insert()
_NEW_PLACEMENT = placements.insert()
_GROWN = (channels.c.id, channels.c.name, channels.c.entries)
_NEW_CHANNEL = channels.insert().returning(*_GROWN)
_MORE = (
    channels.update()
    .where(channels.c.name.in_(bindparam("names", expanding=True)))
    .values(entries=channels.c.entries + 1)
    .returning(*_GROWN)
)


def listed(connection: Connection) -> list[Channel]:
    """Return all channels: ``all``, then each site with its sections, then the corrections."""
    rows = connection.execute(select(channels)).all()
    rank = {ALL: 0, CORRECTIONS: 2}
    rows = sorted(rows, key=lambda row: (rank.get(row.name, 1), row.name))
    return [Channel(name=row.name, site=row.site, section=row.section) for row in rows]


def place(connection: Connection, article: Row[Any], *, tick: int, found_in: Iterable[str], in_all: bool) -> None:
    """Put a new article into its site's channel and those of its sections, and with ``in_all`` into ``all``."""
    wanted = [Channel(name=article.site, site=article.site)]
    if in_all:
        wanted.append(Channel(name=ALL))
    _enter(connection, article, [*wanted, *_add_sections(connection, article, found_in, (), tick)], tick)


def place_further(connection: Connection, article: Row[Any], *, tick: int, found_in: Iterable[str]) -> None:
    """Put a known article into the channels of the sections that are new to it; where it stands, it stays."""
    known = connection.execute(_SLUGS, {"article": article.id}).scalars().all()
    _enter(connection, article, _add_sections(connection, article, found_in, known, tick), tick)


def _add_sections(
    connection: Connection, article: Row[Any], found_in: Iterable[str], known: Sequence[str], tick: int
) -> list[Channel]:
    """Note the sections that are not ``known``; return their channels. Names with one slug are one section."""
    added: dict[str, str] = {}
    for section in found_in:
        path = slug(section)
        if path and path not in known:
            added.setdefault(path, one_line(section))
    rows = [
        {"article_id": article.id, "slug": path, "name": name, "number": number, "tick": tick}
        for number, (path, name) in enumerate(added.items(), len(known) + 1)
    ]
    if rows:
        connection.execute(_NEW_SECTION, rows)
    return [
        Channel(name=f"{article.site}/{path}", site=article.site, section=name) for path, name in added.items()
    ]


def _enter(connection: Connection, article: Row[Any], wanted: Sequence[Channel], tick: int) -> None:
    """Give an article the next number of each channel."""
    rows = [
        {
            "channel_id": channel_id,
            "number": number,
            "article_id": article.id,
            "entry_id": article.entry_id,
            "published": article.published,
            "tick": tick,
        }
        for channel_id, number in _grow(connection, wanted)
    ]
    if rows:
        connection.execute(_NEW_PLACEMENT, rows)


def correct(connection: Connection) -> None:
    """Count one more entry of the corrections channel, whose entries are revisions."""
    _grow(connection, [Channel(name=CORRECTIONS)])


def _grow(connection: Connection, wanted: Sequence[Channel]) -> list[tuple[int, int]]:
    """Count one more entry of each channel, made if need be; return their ids and these entries' numbers."""
    if not wanted:
        return []
    grown = {row.name: row for row in connection.execute(_MORE, {"names": [channel.name for channel in wanted]})}
    for channel in wanted:
        if channel.name not in grown:
            values = {"name": channel.name, "site": channel.site, "section": channel.section, "entries": 1}
            grown[channel.name] = connection.execute(_NEW_CHANNEL, values).one()
    return [(row.id, row.entries) for row in grown.values()]


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
