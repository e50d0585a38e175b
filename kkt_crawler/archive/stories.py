"""Finding the story that an article is a copy of.

The usual answers were measured: a hash of the body finds no cut copy, simhash none that lacks a paragraph, MinHash
few excerpts. Sampled runs of words find them all, need no dependency, and are rows in the database, where an index
leads from the samples of a new article to the few articles that share some. Those are then read and compared word
by word; bench/README.md has the curves.

An article is given its story when it is first stored, and keeps it, so that what was published under an id stays
published. If the original turns up after its reprint, the entry keeps the reprint's id and dates and shows the
original's text. Articles that become alike only by an edit stay two entries, and later copies join the older one;
a copy that is edited into something else stays among the printings.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, bindparam, func, select

from kkt_crawler.archive import copies, revisions
from kkt_crawler.archive.schema import articles, sketches
from kkt_crawler.text import slug

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from kkt_crawler.article import Article

#: How far apart copies are published, at most. Unmarked copies come within days; a marked one may come late.
WINDOW = timedelta(days=8)
WINDOW_MARKED = timedelta(days=24)

#: Days of publication that share a bucket of samples: a search looks into five, however old the archive is.
BUCKET_DAYS = 12

#: Rows kept of one sample in one bucket. What so many articles share in days is a turn of phrase; more rows of
#: it would find nothing and make every later search slower.
CROWD = 16

#: What makes an article worth reading: the share of the smaller sketch that is in both, turns of phrase aside.
#: Copies repeat half of their words and more, so a quarter leaves room for bad luck in sampling.
CONTAINED = 0.25

#: Articles considered, those that share most samples first, and how many of them are read.
CONSIDERED = 50
READ = 5

# Statements that every article needs are made once: making one takes SQLAlchemy as long as running it.
_SHARED = func.count().label("shared")
_IN_WINDOW = and_(
    sketches.c.bucket.in_(bindparam("buckets", expanding=True)),
    sketches.c.hash.in_(bindparam("samples", expanding=True)),
)
_CROWDED = (
    select(sketches.c.bucket, sketches.c.hash)
    .where(_IN_WINDOW)
    .group_by(sketches.c.bucket, sketches.c.hash)
    .having(func.count() >= CROWD)
)
_MOST = (
    select(sketches.c.article_id, _SHARED)
    .where(_IN_WINDOW)
    .group_by(sketches.c.article_id)
    .order_by(_SHARED.desc(), sketches.c.article_id)
    .limit(CONSIDERED)
)
_OWN = select(sketches.c.hash).where(_IN_WINDOW, sketches.c.article_id == bindparam("article"))
_CONSIDERED = select(articles.c.id, articles.c.story_id, articles.c.samples).where(
    articles.c.id.in_(bindparam("ids", expanding=True))
)
_NEW = sketches.insert()


class Sketch(NamedTuple):
    """An article's samples, and which of them a crowd has in the weeks around its day of publication."""

    samples: frozenset[int]
    home: int  #: the bucket of the day
    buckets: list[int]
    crowded: set[tuple[int, int]]  #: (bucket, sample)


def sketch(connection: Connection, article: Article) -> Sketch:
    """Return the sketch of ``article`` as it is now."""
    samples = copies.sketch(article)
    # The widest window: an original does not know which of its copies will name it.
    buckets = [*range(_bucket(article.published - WINDOW_MARKED), _bucket(article.published + WINDOW_MARKED) + 1)]
    rows = connection.execute(_CROWDED, {"buckets": buckets, "samples": list(samples)})
    return Sketch(samples, _bucket(article.published), buckets, {(bucket, sample) for bucket, sample in rows})


def find(connection: Connection, article: Article, sketch: Sketch) -> int | None:
    """Return the story of which ``article``, with this sketch, is a copy; None if it is the first."""
    candidates = _candidates(connection, sketch)
    readings = revisions.latest(connection, [row.id for row in candidates]) if candidates else {}
    best: tuple[float, int] | None = None
    for row in candidates:
        other = readings[row.id].article
        marked = credits(article, other.site) or credits(other, article.site)
        if abs(other.published - article.published) > (WINDOW_MARKED if marked else WINDOW):
            continue
        found = copies.same_story(article, other, marked=marked)
        if found:
            best = max(best or (0.0, 0), (found.repeated, -(row.story_id or row.id)))
    return -best[1] if best else None


def _candidates(connection: Connection, sketch: Sketch) -> list[Row[Any, Any, Any]]:
    """Return the few articles that share most samples with this one."""
    # What a crowd has in common would put its first members before the one copy of a report in their form.
    telling = sketch.samples.difference(sample for _, sample in sketch.crowded)
    most = connection.execute(_MOST, {"buckets": sketch.buckets, "samples": list(telling)})
    counts: dict[int, int] = {row.article_id: row.shared for row in most}
    rows = connection.execute(_CONSIDERED, {"ids": list(counts)}) if counts else ()
    likely = [row for row in rows if counts[row.id] >= CONTAINED * min(len(telling), row.samples)]
    return sorted(likely, key=lambda row: (-counts[row.id], row.id))[:READ]


def remember(connection: Connection, article_id: int, sketch: Sketch, *, again: bool = False) -> None:
    """Keep the samples by which copies of an article will be found; ``again`` if it may have some already."""
    home = sketch.home
    full = {sample for bucket, sample in sketch.crowded if bucket == home}
    if again:
        values = {"buckets": [home], "samples": list(sketch.samples), "article": article_id}
        full.update(connection.execute(_OWN, values).scalars())
    rows = [
        {"bucket": home, "hash": sample, "article_id": article_id} for sample in sketch.samples.difference(full)
    ]
    if rows:
        connection.execute(_NEW, rows)


def fullness(article: Article) -> int:
    """Return how many words a reader gets, captions included."""
    return len(article.body_text.split()) + sum(len(image.caption.split()) for image in article.images)


def credits(article: Article, site: str) -> bool:
    """Tell whether ``article`` names ``site`` as its source: ``baoquangninh.vn``, ``Báo Quảng Ninh``."""
    return article.site != site and slug(article.source).replace("-", "").startswith(site)


def _bucket(moment: datetime) -> int:
    return int(moment.timestamp() // 86400) // BUCKET_DAYS
