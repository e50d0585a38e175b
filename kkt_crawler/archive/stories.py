"""Finding the story that an article is a copy of.

The library's usual answers were measured (see bench/README.md): a hash of the body finds no cut copy, simhash none
that lacks a paragraph, MinHash few excerpts. Sampled runs of words find them all, need no dependency, and are rows
in the database, where an index leads from the few samples of a new article to the few articles that share some.
Those are then read and compared word by word.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from kkt_crawler.archive import copies, revisions
from kkt_crawler.archive.schema import articles, sketches
from kkt_crawler.text import slug

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from kkt_crawler.article import Article

#: How far apart copies are published, at most. Unmarked copies come within days; a marked one may come late.
WINDOW = timedelta(days=8)
WINDOW_MARKED = timedelta(days=24)

#: Days that share a bucket of samples: WINDOW reaches no further than the next bucket.
BUCKET_DAYS = 8

#: Rows kept of one sample in one bucket. What so many articles share in a week is a turn of phrase; more rows of
#: it would find nothing and make every later search slower.
CROWD = 16

#: Shared samples that make an article worth reading, and how many are read, those that share most first.
SHARED = 2
READ = 5


def find(connection: Connection, article: Article) -> int | None:
    """Return the story of which ``article`` is a copy, None if it is the first."""
    candidates = _candidates(connection, article)
    if not candidates:
        return None
    readings = revisions.latest(connection, candidates)
    rows = {row.id: row for row in connection.execute(select(articles).where(articles.c.id.in_(candidates)))}
    best: tuple[float, int] | None = None
    for candidate in candidates:
        other = readings[candidate].article
        marked = credits(article, other.site) or credits(other, article.site)
        if abs(other.published - article.published) > (WINDOW_MARKED if marked else WINDOW):
            continue
        found = copies.same_story(article, other, marked=marked)
        if found:
            best = max(best or (0.0, 0), (found.repeated, -(rows[candidate].story_id or candidate)))
    return -best[1] if best else None


def remember(connection: Connection, article_id: int, article: Article) -> None:
    """Keep the samples by which copies of ``article`` will be found."""
    samples, home = copies.sketch(article), _bucket(article.published)
    crowd: Counter[int] = Counter()
    own = set()
    for row in connection.execute(
        select(sketches).where(sketches.c.bucket == home, sketches.c.hash.in_(sorted(samples)))
    ):
        crowd[row.hash] += 1
        if row.article_id == article_id:
            own.add(row.hash)
    rows = [
        {"bucket": home, "hash": sample, "article_id": article_id}
        for sample in sorted(samples - own)
        if crowd[sample] < CROWD
    ]
    if rows:
        connection.execute(sketches.insert(), rows)


def fullness(article: Article) -> int:
    """Return how many words a reader gets, captions included."""
    return len(article.body_text.split()) + sum(len(image.caption.split()) for image in article.images)


def credits(article: Article, site: str) -> bool:
    """Tell whether ``article`` names ``site`` as its source: ``baoquangninh.vn``, ``Báo Quảng Ninh``."""
    return article.site != site and slug(article.source).replace("-", "").startswith(site)


def _candidates(connection: Connection, article: Article) -> list[int]:
    """Return the few articles that share most samples with this one."""
    window = WINDOW_MARKED if article.source else WINDOW
    buckets = range(_bucket(article.published - window), _bucket(article.published + window) + 1)
    holders = connection.execute(
        select(sketches.c.article_id).where(
            sketches.c.bucket.in_(list(buckets)), sketches.c.hash.in_(sorted(copies.sketch(article)))
        )
    ).scalars()
    shared = Counter(holders)
    likely = sorted((-count, article_id) for article_id, count in shared.items() if count >= SHARED)
    return [article_id for _, article_id in likely[:READ]]


def _bucket(moment: datetime) -> int:
    return int(moment.timestamp() // 86400) // BUCKET_DAYS
