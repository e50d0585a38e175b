"""The end of a run: judged, recorded, published, and said in one line."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Self

from scrapy import signals
from scrapy.exceptions import NotConfigured

from kkt_crawler.archive import ArchiveError
from kkt_crawler.crawl.health import judge
from kkt_crawler.crawl.publishing import publish_feeds
from kkt_crawler.crawl.spider import ADDRESS, PROVEN, UNFINISHED, NewsSpider
from kkt_crawler.crawl.traffic import Traffic

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from twisted.python.failure import Failure

    from kkt_crawler.entry import Verdict

#: Cron asks for warnings only: it is told of a site that is degraded, too.
_LEVELS: dict[Verdict, int] = {"ok": logging.INFO, "degraded": logging.WARNING, "failing": logging.ERROR}

#: The runs that a run is compared with.
_PAST = timedelta(days=30)


class Recorder:
    """Opens a run in the archive when a spider opens; when it closes, closes the run and publishes the feeds.

    An extension and no pipeline: the verdict needs Scrapy's finish reason, which pipelines are not told.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._started = datetime.now(UTC)
        self._run = 0
        crawler.signals.connect(self.opened, signal=signals.spider_opened)
        crawler.signals.connect(self.fault, signal=signals.spider_error)
        crawler.signals.connect(self.fault, signal=signals.item_error)
        crawler.signals.connect(self.closed, signal=signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it as Scrapy builds extensions; a spider that is no news site has nothing to record."""
        if not issubclass(crawler.spidercls, NewsSpider):
            raise NotConfigured
        return cls(crawler)

    def opened(self, spider: NewsSpider) -> None:
        """Note that a run has begun; until one ends well, there may be gaps below what is known."""
        self._run = spider.archive.start_run(spider.name, now=self._started)
        if spider.course is None:
            spider.archive.remember(spider.name, UNFINISHED, "1")

    def fault(self, failure: Failure, spider: NewsSpider) -> None:
        """Count an exception that nobody expected; Scrapy logs it."""
        if isinstance(failure.value, ArchiveError):
            spider.report.unwritable = spider.report.unwritable or str(failure.value)
        else:
            spider.report.faults += 1

    def closed(self, spider: NewsSpider, reason: str) -> None:
        """Judge the run, record it, publish, and say in one line how it went."""
        from kkt_crawler.syndication.publish import PublishError  # late: its imports are not for every start

        report = spider.report
        report.requests = Traffic.of(self._crawler).sent
        report.feeds = spider.feed_addresses
        try:
            past = spider.archive.runs(spider.name, since=self._started - _PAST)
            report.verdict, report.reason = judge(report, past, finish=reason)
            spider.archive.finish_run(self._run, report.run(started=self._started, finished=datetime.now(UTC)))
            if reason == "finished" and not report.unwritable and not report.faults:
                self._remember(spider)
            publish_feeds(spider.archive, spider.config, self._crawler.settings)
        except (ArchiveError, PublishError) as error:
            report.unwritable = report.unwritable or str(error)
            report.verdict, report.reason = "failing", report.unwritable
        finally:
            spider.archive.close()
        report.closed = True
        seconds = (datetime.now(UTC) - self._started).total_seconds()
        spider.logger.log(_LEVELS[report.verdict], "%s in %.1f s", report.summary(), seconds)

    def _remember(self, spider: NewsSpider) -> None:
        """Keep what spares the next run requests; it holds where this run saw all that its listings showed."""
        spider.archive.remember(spider.name, ADDRESS, spider.base_url)
        spider.archive.remember(spider.name, PROVEN, json.dumps(sorted(spider.proven)))
        if spider.course is not None:
            spider.course.finish()
        elif not spider.cut_short:
            spider.archive.remember(spider.name, UNFINISHED, "")
            for url, validators in spider.validators.items():
                spider.archive.remember_listing(url, *validators)
