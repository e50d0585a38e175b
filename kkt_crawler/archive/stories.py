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

from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, select

from kkt_crawler.archive import copies, revisions
from kkt_crawler.archive.schema import articles, sketches
from kkt_crawler.text import slug

if TYPE_CHECKING:
    from collections.abc import Sequence
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
_STANDING = select(sketches).where(
    sketches.c.bucket.in_(bindparam("buckets", expanding=True)),
    sketches.c.hash.in_(bindparam("samples", expanding=True)),
)
_CONSIDERED = select(articles.c.id, articles.c.story_id, articles.c.samples).where(
    articles.c.id.in_(bindparam("ids", expanding=True))
)
_NEW = sketches.insert()


class Sketch(NamedTuple):
    """An article's samples, and where the same ones stand in the weeks around its day of publication."""

    samples: frozenset[int]
    home: int  #: the bucket of the day
    standing: Sequence[Row[int, int, int]]  #: (bucket, sample, article)

    def crowds(self) -> set[tuple[int, int]]:
        """Return the samples that a crowd has, each with the bucket where it has them."""
        rows = Counter((bucket, sample) for bucket, sample, _ in self.standing)
        return {place for place, count in rows.items() if count >= CROWD}


def sketch(connection: Connection, article: Article) -> Sketch:
    """Return the sketch of ``article`` as it is now."""
    samples = copies.sketch(article)
    # The widest window: an original does not know which of its copies will name it.
    buckets = range(_bucket(article.published - WINDOW_MARKED), _bucket(article.published + WINDOW_MARKED) + 1)
    # All rows at once and counted here: three questions that counted in SQL cost three times as much.
    standing = connection.execute(_STANDING, {"buckets": list(buckets), "samples": list(samples)}).all()
    return Sketch(samples, _bucket(article.published), standing)


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
    telling = sketch.samples.difference(sample for _, sample in sketch.crowds())
    shared = Counter(article_id for _, sample, article_id in sketch.standing if sample in telling)
    most = sorted(shared, key=lambda article_id: (-shared[article_id], article_id))[:CONSIDERED]
    rows = connection.execute(_CONSIDERED, {"ids": most}) if most else ()
    likely = [row for row in rows if shared[row.id] >= CONTAINED * min(len(telling), row.samples)]
    return sorted(likely, key=lambda row: (-shared[row.id], row.id))[:READ]


def remember(connection: Connection, article_id: int, sketch: Sketch) -> None:
    """Keep the samples by which copies of an article will be found."""
    home = sketch.home
    full = {sample for bucket, sample in sketch.crowds() if bucket == home}
    full.update(sample for bucket, sample, owner in sketch.standing if (bucket, owner) == (home, article_id))
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
