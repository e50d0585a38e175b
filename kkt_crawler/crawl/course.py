"""The course of a backfill: one page of a listing after another, its place kept so that a kill costs nothing."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scrapy.http import Request

    from kkt_crawler.archive import Archive
    from kkt_crawler.crawl.items import Listing
    from kkt_crawler.crawl.walk import BackfillWalk
    from kkt_crawler.pages import Link

#: The fact that keeps the places; empty when no backfill is under way.
PLACES = "backfill"

_DONE = "done"


class Course:
    """What is left to walk, and how far it was walked before.

    The next page is asked for when everything that the pages before it showed is settled, stored or failed. So its
    address is the place to go on from, and a kill costs one page of a listing, never an article. A page that only
    a form leads to has no address: such listings are walked again from the first page, past what is known by then.
    """

    def __init__(self, archive: Archive, site: str, walk: BackfillWalk) -> None:
        self._archive = archive
        self._site = site
        self._walk = walk
        kept = json.loads(archive.recall(site, PLACES) or "{}")
        self._places: dict[str, tuple[str, int]] = kept["places"] if kept.get("span") == walk.span else {}
        self.resumed = bool(self._places)  #: an earlier run of the same backfill was cut short
        self.complete = True  #: no page was given up
        self.reached: datetime | None = None  #: the oldest date that the current listing has shown
        self._begun = 0
        self._done = 0
        self._waiting: deque[Request] = deque()
        self._current: Listing | None = None

    def begin(self, request: Request, listing: Listing) -> None:
        """Take a listing to walk: from where it was left, if it was; not at all if that was its end."""
        url, number = self._places.get(listing.first, (listing.first, 1))
        if url != _DONE:
            self._begun += 1
            self._waiting.append(request.replace(url=url, cb_kwargs={"listing": replace(listing, number=number)}))

    def append(self, request: Request) -> None:
        """Take the next page of the listing that is being walked."""
        self._waiting.appendleft(request)

    def note(self, links: Iterable[Link]) -> None:
        """Note how far back the current page goes."""
        dates = [link.published for link in links if link.published is not None]
        self.reached = min([*dates, *([self.reached] if self.reached else [])], default=None)

    def next(self) -> Request | None:
        """Return the page to ask for when all before it is settled; None at the end."""
        request = self._waiting.popleft() if self._waiting else None
        following: Listing | None = request.cb_kwargs["listing"] if request else None
        if self._current is not None and (following is None or following.first != self._current.first):
            self._keep(self._current.first, _DONE, self._current.number)
            self._done, self.reached = self._done + 1, None
        if request is not None and following is not None and request.method == "GET":
            self._keep(following.first, request.url, following.number)
        self._current = following
        return request

    def leave(self) -> None:
        """Give the current listing up where it is: its page did not come, and is not settled."""
        self._current, self.complete = None, False

    def finish(self) -> None:
        """Forget the places if the backfill is complete; else the same command goes on from them."""
        if self.complete:
            self._archive.remember(self._site, PLACES, "")

    @property
    def share(self) -> float:
        """How much of the way is behind, from 0 to 1, by the dates that the listings show."""
        if not self._begun or self.reached is None:
            return self._done / self._begun if self._begun else 0.0
        start = self._walk.until or datetime.now(UTC)
        part = (start - self.reached) / (start - self._walk.since)
        return (self._done + min(max(part, 0.0), 1.0)) / self._begun

    def _keep(self, first: str, url: str, number: int) -> None:
        self._places[first] = (url, number)
        self._archive.remember(self._site, PLACES, json.dumps({"span": self._walk.span, "places": self._places}))
