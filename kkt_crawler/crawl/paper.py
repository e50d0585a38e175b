"""A newspaper: its RSS, its home page, and the sections that the home page's menu names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urljoin

from scrapy.http import TextResponse

from kkt_crawler.crawl import answers
from kkt_crawler.crawl.items import Listing
from kkt_crawler.crawl.spider import NewsSpider
from kkt_crawler.pages import RssListing, menu

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from scrapy.http import Request, Response
    from twisted.python.failure import Failure

#: The fact that keeps the sections for runs in which the home page answers 304, or nothing.
_SECTIONS = "sections"

#: The paper's menu has 14; a menu of hundreds of links is no menu of sections.
_MOST_SECTIONS = 40


class PaperSpider(NewsSpider):
    """A site whose home page is a listing and has a menu of sections. What any of them shows counts."""

    feeds: ClassVar[tuple[str, ...]]  #: its RSS, below the address
    sections: ClassVar[tuple[str, ...]]  #: paths, asked for while no home page has shown a menu
    no_sections: ClassVar[frozenset[str]]  #: what the menu links that lists no news
    looks_behind = False

    def first_requests(self) -> Iterable[Request]:
        """Yield the RSS and the home page. A backfill has no use for RSS, which has no second page."""
        for path in self.feeds if self.course is None else ():
            self.feed_addresses.add(urljoin(self.base_url, path))
            yield from self.ask(Listing(first=urljoin(self.base_url, path), page=RssListing, optional=True))
        yield self.first_page(Listing(first=self.base_url, page=self.listing_page))

    def parse_listing(self, response: Response, listing: Listing) -> Iterator[Any]:
        """Besides what any listing gives, ask for the sections that the home page names."""
        if listing.first == self.base_url and listing.number == 1:
            html = response.text if isinstance(response, TextResponse) else ""
            found = menu.sections(response.url, html, without=self.no_sections)
            if found:
                self.archive.remember(self.name, _SECTIONS, json.dumps(found, ensure_ascii=False))
            yield from self._ask_sections()
        yield from super().parse_listing(response, listing)

    def listing_failed(self, failure: Failure) -> Iterator[Request]:
        """Where the home page does not come, ask for the sections that it named before."""
        yield from super().listing_failed(failure)
        if answers.request(failure).cb_kwargs["listing"].first == self.base_url:
            yield from self._ask_sections()

    def _ask_sections(self) -> Iterator[Request]:
        remembered = json.loads(self.archive.recall(self.name, _SECTIONS) or "[]")
        known = [(urljoin(self.base_url, path), "") for path in self.sections]
        for url, name in (remembered or known)[:_MOST_SECTIONS]:
            yield from self.ask(Listing(first=url, page=self.listing_page, section=name, optional=True))
