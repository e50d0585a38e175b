"""The course of a backfill: one page of a listing after another, its place kept so that a kill costs nothing."""

from __future__ import annotations

import json
from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy.http import Request

    from kkt_crawler.archive import Archive
    from kkt_crawler.crawl.items import Listing
    from kkt_crawler.crawl.walk import BackfillWalk

_FACT = "backfill"
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
        self._span = f"{walk.since.isoformat()}/{walk.until.isoformat()}"
        kept = json.loads(archive.recall(site, _FACT) or "{}")
        self._places: dict[str, tuple[str, int]] = kept["places"] if kept.get("span") == self._span else {}
        self.resumed = bool(self._places)  #: an earlier run of the same backfill was cut short
        self._waiting: deque[Request] = deque()
        self._current: Listing | None = None

    def begin(self, request: Request, listing: Listing) -> None:
        """Take a listing's first page to walk from, or from where it was left; one walked to its end is left out."""
        url, number = self._places.get(listing.first, (listing.first, 1))
        if url != _DONE:
            self._waiting.append(request.replace(url=url, cb_kwargs={"listing": replace(listing, number=number)}))

    def append(self, request: Request) -> None:
        """Take the next page of the listing that is being walked."""
        self._waiting.appendleft(request)

    def next(self) -> Request | None:
        """Return the page to ask for when all before it is settled; None at the end."""
        request = self._waiting.popleft() if self._waiting else None
        following: Listing | None = request.cb_kwargs["listing"] if request else None
        if self._current is not None and (following is None or following.first != self._current.first):
            self._keep(self._current.first, _DONE, self._current.number)
        elif request is not None and following is not None and request.method == "GET":
            self._keep(following.first, request.url, following.number)
        self._current = following
        return request

    def leave(self) -> None:
        """Give the current listing up where it is: its page did not come, and is not settled."""
        self._current = None

    def finish(self) -> None:
        """Forget the places: the backfill is complete."""
        self._archive.remember(self._site, _FACT, "")

    def _keep(self, first: str, url: str, number: int) -> None:
        self._places[first] = (url, number)
        self._archive.remember(self._site, _FACT, json.dumps({"span": self._span, "places": self._places}))
