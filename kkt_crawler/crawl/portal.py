"""An agency's sub-site of a province's portal: its news lists, found through menus where they are not known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, ClassVar
from urllib.parse import urljoin, urlsplit

from scrapy.http import Request, Response, TextResponse

from kkt_crawler import urls
from kkt_crawler.crawl import addresses, answers
from kkt_crawler.crawl.config import base_url
from kkt_crawler.crawl.items import Listing
from kkt_crawler.crawl.spider import FIRST_PAGE, NewsSpider
from kkt_crawler.pages import menu

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from twisted.python.failure import Failure

#: Menus that a search goes through: the province's, its list of agencies, the agency's own.
_DEEPEST = 3

#: News lists taken where a menu names several.
_MOST_LISTS = 5

#: The fact that keeps what a search found: for which setting, at which address, which lists.
_FOUND = "portal"


class PortalSpider(NewsSpider):
    """A site with a news list below its address."""

    news: ClassVar[str]  #: the usual path of the news list, below the address
    agency: ClassVar[tuple[str, ...]]  #: what menus call the site: small letters without accents

    _searched = False
    _missing: tuple[Listing, str] | None = None  # the list whose absence began the search

    @property
    def address_setting(self) -> str:
        """The setting that an operator fills where the search does not succeed."""
        return f"{self.name.upper()}_BASE_URL"

    def first_requests(self) -> Iterable[Request]:
        """Yield the news lists; where no address is known, the page to look for it from."""
        found = json.loads(self.archive.recall(self.name, _FOUND) or "{}")
        self._asked = self.base_url
        if found and found["asked"] == self._asked:
            self._settle(found["base"])
            for url in found["lists"]:
                yield from self.ask(Listing(first=url, page=self.listing_page, optional=len(found["lists"]) > 1))
        elif self.base_url:
            yield from self.ask(Listing(first=urljoin(self.base_url, self.news), page=self.listing_page))
        else:
            yield from self._search()

    def listing_missing(self, listing: Listing, why: str) -> Iterator[Request]:
        """Where the news list is not, look for it through the menus, once a run."""
        if self._searched or listing.optional or listing.number > 1:
            yield from super().listing_missing(listing, why)
        else:
            self._missing = listing, why
            yield from self._search()

    def _search(self) -> Iterator[Request]:
        self._searched = True
        start = self._asked or base_url(self.settings, "PROVINCE_URL")
        if not start:
            yield from self._give_up(start, "no address is known")
            return
        self.hosts.add(urls.host(start))
        yield self._menu(start, 1)

    def _menu(self, url: str, depth: int) -> Request:
        return Request(
            url, self.parse_menu, errback=self.menu_failed, priority=FIRST_PAGE, cb_kwargs={"depth": depth}
        )

    def parse_menu(self, response: Response, depth: int) -> Iterator[Request]:
        """Follow the entry that names the agency; on its own page, ask for the news lists that the menu names."""
        html = response.text if isinstance(response, TextResponse) else ""
        page = urls.absolute(response.url, response.url)
        agency = next(self._elsewhere(page, html), "") if depth < _DEEPEST else ""
        news = [entry.url for entry in menu.news(page, html)][:_MOST_LISTS]
        if not news and self.listing_page(page, html, base_url=addresses.folder(page)).links:
            news = [page]
        if agency and (not news or urlsplit(addresses.folder(page)).path == "/"):
            self.hosts.add(urls.host(agency))
            yield self._menu(agency, depth + 1)
        elif news and (self._asked or depth > 1):
            yield from self._ask_lists(addresses.folder(page), news)
        else:
            yield from self._give_up(page, "its menu names no " + ("news" if self._asked else self.title))

    def _elsewhere(self, page: str, html: str) -> Iterator[str]:
        """Yield where the links that name the agency lead: to other sub-sites than ``page``'s, not to articles."""
        own = addresses.folder(page).lower()
        province = urls.host(self._asked or page)
        for entry in menu.naming(page, html, self.agency):
            host = urls.host(entry.url)
            of_province = host in self.hosts or (not self._asked and host.endswith("." + province))
            if of_province and not urls.portal_key(entry.url) and addresses.folder(entry.url).lower() != own:
                yield entry.url

    def _ask_lists(self, base: str, lists: list[str]) -> Iterator[Request]:
        missing = self._missing
        if missing is not None and lists == [missing[0].first]:
            yield from super().listing_missing(*missing)
            return
        self._settle(base)
        self.logger.info("Found the news of %s at %s", self.title, ", ".join(lists))
        self.archive.remember(self.name, _FOUND, json.dumps({"asked": self._asked, "base": base, "lists": lists}))
        for url in lists:
            yield from self.ask(Listing(first=url, page=self.listing_page, optional=len(lists) > 1))

    def _settle(self, base: str) -> None:
        self.base_url = base
        self.hosts.add(urls.host(base))

    def menu_failed(self, failure: Failure) -> Iterator[Request]:
        """Give the search up: a page on its way did not come."""
        yield from self._give_up(answers.request(failure).url, answers.reason(failure))

    def _give_up(self, where: str, why: str) -> Iterator[Request]:
        if self._missing is not None:
            listing, reason = self._missing
            either = "" if why == reason else f"; no news list found from {where} either ({why})"
            yield from super().listing_missing(listing, f"{reason}{either}: check {self.address_setting}")
        else:
            listing = Listing(first=where or self.name, page=self.listing_page)
            yield from super().listing_missing(
                listing, f"{why}: set {self.address_setting} to the address of {self.title}"
            )
