"""What the archive hands to the feeds: entries, the channels they stand in, and the health of each site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

    from kkt_crawler.article import Article

Verdict = Literal["ok", "degraded", "failing"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Channel:
    """One feed: a site, a section of a site, all stories, or the corrections."""

    name: str  #: path without ending below the feeds' folder: ``kkt``, ``kkt/kinh-te``, ``all``, ``corrections``
    site: str = ""  #: empty for a channel over all sites
    section: str = ""  #: the section as the site writes it; empty for a whole site


@dataclass(frozen=True, kw_only=True, slots=True)
class Printing:
    """Another site's copy of the same story."""

    site: str
    url: str
    title: str
    published: datetime
    first_seen: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One entry of a feed. All times are UTC."""

    id: str  #: ``urn:uuid:…``, minted once and stored
    article: Article  #: the copy to show: a site's own in its feeds, the fullest in ``all``
    published: datetime  #: as first stored; moves only when the site corrects the date it states
    updated: datetime  #: the last significant change, never the time of a crawl
    first_seen: datetime
    sections: tuple[str, ...] = ()  #: every section the article was seen in
    printings: tuple[Printing, ...] = ()  #: the story's other copies, first seen first


@dataclass(frozen=True, kw_only=True, slots=True)
class Revision:
    """An edit: the article before and after it. ``changed`` names fields of Article."""

    id: str  #: ``urn:uuid:…`` of this edit, for the corrections channel
    entry_id: str
    seen_at: datetime
    before: Article
    after: Article
    changed: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Health:
    """How a site's last run went, for ``status.json``, the page and the operator."""

    site: str
    verdict: Verdict
    reason: str  #: one line, English; empty when ok
    finished: datetime
    last_good: datetime | None  #: end of the last run that was not failing; None if there was none
    requests: int
    listings: int
    new: int
    changed: int
    same: int
    failed: int
    fill: dict[str, float]  #: per field, the share of this run's articles that had it
