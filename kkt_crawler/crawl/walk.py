"""How far a listing is walked back: to what is known, in a crawl; through a stretch of time, in a backfill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from kkt_crawler.crawl.items import Listing
    from kkt_crawler.pages import Link


class Walk(Protocol):
    """A policy of walking listings. Pure: what it is asked about is all it knows."""

    def wants(self, link: Link) -> bool:
        """Tell whether an unseen article is to be fetched."""

    def goes_on(self, listing: Listing, links: Sequence[Link], *, unseen: int) -> bool:
        """Tell whether the page after ``listing``, which showed ``links``, is to be asked for."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NewsWalk:
    """Newest first until nothing is unseen, and a page more, for articles that were pinned or dated back."""

    pages: int  #: the limit for one listing
    #: After a run that was cut short there may be gaps below what is known, so all pages are looked through.
    thorough: bool = False
    #: Whether a first page without anything unseen is followed by another. A site with a listing or two can bear
    #: that; one with twenty cannot in every quiet hour.
    looks_behind: bool = True

    def wants(self, link: Link) -> bool:
        """Every unseen article is news."""
        return True

    def goes_on(self, listing: Listing, links: Sequence[Link], *, unseen: int) -> bool:
        """Stop at the limit, at a page without links, or behind what is known."""
        if not links or listing.number >= self.pages:
            return False
        if unseen or self.thorough:
            return True
        return listing.known_before == 0 and (self.looks_behind or listing.number > 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class BackfillWalk:
    """All articles that the listings date ``since`` or later and before ``until``."""

    since: datetime
    until: datetime | None  #: None: up to the newest

    @property
    def span(self) -> str:
        """The stretch of time as text, the same for the same backfill."""
        return f"{self.since.isoformat()}/{self.until.isoformat() if self.until else ''}"

    def wants(self, link: Link) -> bool:
        """An article without a date beside its link may be one of them."""
        at = link.published
        return at is None or (self.since <= at and (self.until is None or at < self.until))

    def goes_on(self, listing: Listing, links: Sequence[Link], *, unseen: int) -> bool:
        """Stop at a page that shows only what is older, or nothing."""
        return any(link.published is None or link.published >= self.since for link in links)
