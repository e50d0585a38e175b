"""What a second look at an article means. Decides, knows no database."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from kkt_crawler.archive.copies import likeness
from kkt_crawler.text import fold, one_line

if TYPE_CHECKING:
    from kkt_crawler.article import Article, Precision

#: A key that names another article after less than this was hardly recycled: sites number upwards and reuse a
#: number years later, if ever, while a live report is rewritten from top to bottom within days.
RECYCLED_AFTER = timedelta(days=7)

#: Two texts have nothing in common if they repeat no more than this: unrelated articles of one beat share turns of
#: phrase and names of offices (up to 3 % of real news, half of a generated corpus), but hardly a figure or a name.
UNRELATED_WORDS = 0.1
UNRELATED_FORM = 0.5
UNRELATED_FACTS = 0.3
UNRELATED_TITLE = 0.5

#: Edits that a reader of the corrections channel looks for. A new byline or credit corrects nothing that was said.
CORRECTIONS = frozenset({"title", "lead", "body_text", "images", "attachments"})


def settle(before: Article, after: Article) -> Article:
    """Return ``after`` with what the stored reading knows better.

    The stored date stays unless the page now states another one; a date that only gained or lost its time of day
    is the same statement. Pictures, files and credits that are gone while another layout reads the same text were
    lost by a redesign and not by an editor: they stay too.
    """
    if not states_other_date(before, after):
        after = replace(after, published=before.published, published_precision=before.published_precision)
    if after.extraction == before.extraction or one_line(after.body_text) != one_line(before.body_text):
        return after
    return replace(
        after,
        authors=after.authors or before.authors,
        images=after.images or before.images,
        attachments=after.attachments or before.attachments,
        source=after.source or before.source,
        body_html=after.body_html if after.images else before.body_html,
    )


def states_other_date(before: Article, after: Article) -> bool:
    """Tell whether the dates differ in what both of them state."""
    coarser: Precision = "second"
    for precision in ("minute", "day"):
        if precision in (before.published_precision, after.published_precision):
            coarser = precision
    return _cut(before.published, coarser) != _cut(after.published.astimezone(before.published.tzinfo), coarser)


def _cut(moment: datetime, precision: Precision) -> datetime:
    if precision == "day":
        return moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return moment.replace(second=0, microsecond=0) if precision == "minute" else moment.replace(microsecond=0)


def changed_fields(before: Article, after: Article) -> tuple[str, ...]:
    """Return the fields of Article that the content hash finds changed, in the order of the page."""
    if before.content_hash() == after.content_hash():
        return ()
    old, new = _fields(before), _fields(after)
    return tuple(name for name in old if old[name] != new[name])


def _fields(article: Article) -> dict[str, object]:
    return {
        "title": one_line(article.title),
        "published": article.published,
        "authors": article.authors,
        "lead": one_line(article.lead),
        "body_text": one_line(article.body_text),
        "images": sorted(one_line(image.caption) for image in article.images if image.caption),
        "attachments": sorted((file.url, file.title) for file in article.attachments),
        "source": article.source,
    }


def moved(before: Article, after: Article) -> bool:
    """Tell whether addresses changed behind an unchanged text: the entry's links would lead nowhere."""
    return before.url != after.url or {image.url for image in before.images} != {
        image.url for image in after.images
    }


def recycled(before: Article, after: Article) -> bool:
    """Tell whether ``after`` is another article under an old key: far in time, nothing in common."""
    if abs(after.published - before.published) < RECYCLED_AFTER:
        return False
    old, new = set(fold(before.title).split()), set(fold(after.title).split())
    if len(old & new) >= UNRELATED_TITLE * min(len(old), len(new)):
        return False
    found = likeness(before.body_text, after.body_text)
    other = found.repeated < UNRELATED_FORM and min(found.figures, found.names) < UNRELATED_FACTS
    return other or found.repeated < UNRELATED_WORDS
