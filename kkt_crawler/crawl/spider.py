"""The crawl of a news site: its listings, newest first; what they show unseen; what is owed a revisit."""

from __future__ import annotations

import json
import logging
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self

import scrapy
from scrapy import signals
from scrapy.exceptions import CloseSpider, DontCloseSpider
from scrapy.http import Request, Response, TextResponse

from kkt_crawler import urls
from kkt_crawler.archive import Archive
from kkt_crawler.crawl import addresses, answers
from kkt_crawler.crawl.agenda import Agenda
from kkt_crawler.crawl.config import Config, base_url
from kkt_crawler.crawl.course import Course
from kkt_crawler.crawl.items import ArticleItem, Listing, Visit
from kkt_crawler.crawl.postback import next_request
from kkt_crawler.crawl.report import Report
from kkt_crawler.crawl.traffic import RunEnded, StayAway
from kkt_crawler.crawl.walk import BackfillWalk, NewsWalk
from kkt_crawler.pages import PageError, read_article

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Iterator

    from scrapy.crawler import Crawler
    from twisted.python.failure import Failure

    from kkt_crawler.pages import ArticlePage, ListingPage

#: First pages of listings come first, then the articles they show, then the pages behind them: what is newest is
#: fetched first, and no more than a page of each listing waits in memory.
FIRST_PAGE, ARTICLE, NEXT_PAGE = 20, 10, 0

#: Articles taken from one page of a listing; real pages show 10 to 100.
MOST_LINKS = 1000

#: Facts about a site: a run did not come to its end; the address where it was read last; the listings that have
#: shown articles.
UNFINISHED, ADDRESS, PROVEN = "unfinished", "address", "listings"

#: What an address that is no listing answers with.
_NO_LISTING = ("shows no article", "is no page", "answers 404", "answers 410", "Forbidden by robots.txt")

#: Articles named in the log for each reason why they could not be read; the summary has the number.
EXAMPLES = 3


class NewsSpider(scrapy.Spider):
    """A news site. What a subclass adds is data: its name, where its listings are, which pages read it."""

    title: ClassVar[str]  #: in Vietnamese, for the feeds
    home: ClassVar[str] = ""  #: its address where the setting ``<NAME>_BASE_URL`` holds none
    layouts: ClassVar[tuple[type[ArticlePage], ...]]
    listing_page: ClassVar[type[ListingPage]]
    looks_behind: ClassVar[bool] = True  #: see NewsWalk

    def __init__(self, *, config: Config, archive: Archive, base_url: str, walk: NewsWalk | BackfillWalk) -> None:
        super().__init__()
        self.config = config
        self.archive = archive
        self.base_url = base_url
        self.walk = walk
        self.hosts = {urls.host(base_url)} - {""}  #: the only ones that are asked
        self.report = Report(site=self.name)
        self.agenda = Agenda(archive, self.name, walk=walk, revisits=config.revisits, now=datetime.now(UTC))
        self.course = Course(archive, self.name, walk) if isinstance(walk, BackfillWalk) else None
        self.feed_addresses: set[str] = set()  #: of the site's own RSS, whose failure alone is not the site's
        self.cut_short = False  #: a listing could not be walked to its end
        #: Of the listings; kept for the next run if this one ends well.
        self.validators: dict[str, tuple[str, str]] = {}
        self.proven: set[str] = set(json.loads(archive.recall(self.name, PROVEN) or "[]"))
        self._shown: defaultdict[str, set[str]] = defaultdict(set)  # keys, by listing
        self._owed = self.agenda.owed()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, walk: BackfillWalk | None = None, **kwargs: Any) -> Self:
        """Return the spider with its archive open; a backfill gives its walk.

        Raises SettingError and ArchiveError.
        """
        config = Config.from_settings(crawler.settings)
        archive = Archive.open(config.database_url, checked=True)  # by crawl_sites
        address = addresses.folder(base_url(crawler.settings, f"{cls.name.upper()}_BASE_URL") or cls.home)
        news = NewsWalk(
            pages=crawler.settings.getint("LISTING_PAGES"),
            thorough=bool(archive.recall(cls.name, UNFINISHED)),
            looks_behind=cls.looks_behind,
        )
        spider = super().from_crawler(crawler, config=config, archive=archive, base_url=address, walk=walk or news)
        crawler.signals.connect(spider.on_idle, signal=signals.spider_idle)
        return spider

    # What is asked for

    def first_requests(self) -> Iterable[Request]:
        """Yield what a run begins with."""
        raise NotImplementedError

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the listings."""
        for request in self.first_requests():
            yield request

    def ask(self, listing: Listing) -> Iterator[Request]:
        """Yield the request for a listing's first page; in a backfill, put it on its course."""
        if self.course is None:
            yield self.first_page(listing)
        else:
            self.course.begin(self.first_page(listing), listing)

    def first_page(self, listing: Listing) -> Request:
        """Return the request for a listing's first page, conditional where a 304 would hide nothing."""
        seen_all = isinstance(self.walk, NewsWalk) and not self.walk.thorough and self.config.revisits
        validators = self.archive.listing_validators(listing.first) if seen_all else ("", "")
        return Request(
            listing.first,
            self.parse_listing,
            errback=self.listing_failed,
            headers=answers.conditional(*validators),
            meta={"handle_httpstatus_list": [304]},
            priority=FIRST_PAGE,
            cb_kwargs={"listing": listing},
        )

    def visit(self, visit: Visit) -> Request:
        """Return the request for an article, conditional where its page is known."""
        known = visit.known
        same_page = known is not None and known.url == visit.url
        return Request(
            visit.url,
            self.parse_article,
            errback=self.article_failed,
            headers=answers.conditional(known.etag, known.last_modified) if known and same_page else {},
            meta={"handle_httpstatus_list": [304, 404, 410] if known else []},
            priority=ARTICLE,
            cb_kwargs={"visit": visit},
        )

    def on_idle(self) -> None:
        """When all that was asked for is settled, ask for what comes after it."""
        if self.course is not None:
            request = self.course.next()
        else:
            site_answers = not all(self.report.listings.values())
            visit = next(self._owed, None) if site_answers else None
            request = self.visit(visit) if visit else None
        if request is not None:
            self.crawler.engine.crawl(request)
            raise DontCloseSpider

    # What comes back

    def parse_listing(self, response: Response, listing: Listing) -> Iterator[Any]:
        """Ask for what a page of a listing shows, and for the page after it."""
        self._stop_if_unwritable()
        if response.status == 304:
            self.report.listings[str(listing)] = ""
            return
        if not isinstance(response, TextResponse):
            yield from self.listing_missing(listing, "is no page")
            return
        page = listing.page(response.url, response.text, base_url=self.base_url)
        links = page.links[:MOST_LINKS]
        if not links and listing.number == 1:
            yield from self.listing_missing(listing, "shows no article")
            return
        self.report.listings[str(listing)] = ""
        if listing.number == 1:
            self.validators[listing.first] = answers.validators(response)
            self.proven.add(listing.first)
        if self.course is not None:
            self.course.note(links)
        visits, unseen = self.agenda.visits(links, listing.section)
        for visit in visits:
            yield self.visit(visit)
        shown = self._shown[listing.first]
        again = shown.issuperset(link.key for link in links)  # as of a server that gives its last page for any
        shown.update(link.key for link in links)
        if page.next_page and not again and self.walk.goes_on(listing, links, unseen=unseen):
            known_before = 0 if unseen else listing.known_before + 1
            following = replace(listing, number=listing.number + 1, known_before=known_before)
            request = next_request(
                response,
                page.next_page,
                self.parse_listing,
                errback=self.listing_failed,
                priority=NEXT_PAGE,
                cb_kwargs={"listing": following},
            )
            if self.course is not None:
                self.course.append(request)
            else:
                yield request

    def listing_missing(self, listing: Listing, why: str) -> Iterator[Request]:
        """Note that a listing could not be read; the verdict names it. A site that can look elsewhere, does."""
        if not (listing.optional and listing.first not in self.proven and why in _NO_LISTING):
            self.report.listings[str(listing)] = why
            if self.course is not None:
                self.course.leave()
        yield from ()

    def listing_failed(self, failure: Failure) -> Iterator[Request]:
        """Note a listing that did not come."""
        listing: Listing = answers.request(failure).cb_kwargs["listing"]
        if listing.number > 1 and answers.reason(failure) in _NO_LISTING:
            return  # the page before it was the last, whatever it linked
        if listing.number > 1 or isinstance(failure.value, RunEnded):
            self.cut_short = True
        if not isinstance(failure.value, RunEnded):
            yield from self.listing_missing(listing, answers.reason(failure))

    def parse_article(self, response: Response, visit: Visit) -> Iterator[ArticleItem]:
        """Read an article, or note what its page has become."""
        self._stop_if_unwritable()
        now = datetime.now(UTC)
        if response.status == 304:
            etag, last_modified = answers.validators(response)
            self.archive.visited(self.name, visit.key, now=now, etag=etag, last_modified=last_modified)
            self.report.same += 1
        elif response.status in (404, 410):
            self.report.gone += 1
            if self.archive.missed(self.name, visit.key, now=now):
                self.logger.info("%s is gone: %s", visit.url, response.status)
        elif not isinstance(response, TextResponse):
            self._fail(visit, "is no page")
        else:
            yield from self._read(response, visit, now)

    def _read(self, response: TextResponse, visit: Visit, now: datetime) -> Iterator[ArticleItem]:
        try:
            reading = read_article(
                response.url, response.text, layouts=self.layouts, site=self.name, base_url=self.base_url
            )
            article = answers.dated(reading.article, visit, now)
        except PageError as error:
            self._fail(visit, f"shows no article: {error.field}", field=error.field)
            return
        if article.key != visit.key:
            self._fail(visit, f"leads to another article, {article.url}", field="url")
            return
        etag, last_modified = answers.validators(response)
        yield ArticleItem(article=article, visit=visit, etag=etag, last_modified=last_modified)

    def article_failed(self, failure: Failure) -> None:
        """Note an article whose page did not come, unless the next run simply asks for it."""
        if isinstance(failure.value, RunEnded):
            self.cut_short = True
        elif isinstance(failure.value, StayAway):
            self.report.kept_away = str(failure.value)
            raise CloseSpider("kept_away")
        else:
            self._fail(answers.request(failure).cb_kwargs["visit"], answers.reason(failure))

    def _fail(self, visit: Visit, why: str, *, field: str = "") -> None:
        """Count and name an article that could not be read; an unseen one is tried again in later runs."""
        now = datetime.now(UTC)
        before = self.agenda.failed_at(visit)
        self.report.fail(why, visit.url, before=before is not None and self.archive_read_since(before))
        level = logging.WARNING if self.report.reasons[why] <= EXAMPLES else logging.DEBUG
        self.logger.log(level, "%s %s", visit.url, why)
        if visit.known is None:
            self.archive.failed(self.name, visit.url, key=visit.key, field=field, reason=why, now=now)

    def archive_read_since(self, moment: datetime) -> bool:
        """Tell whether the site's articles have been read well since ``moment``."""
        return any(run.new or run.changed for run in self.archive.runs(self.name, since=moment))

    def _stop_if_unwritable(self) -> None:
        if self.report.unwritable:
            raise CloseSpider("unwritable")
