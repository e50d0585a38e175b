"""Ending in time: when a run is told to end, what is in flight is finished and nothing that waits holds it up.

On SIGTERM and SIGINT, at the run's deadline and on CloseSpider, Scrapy starts nothing new but waits for all it has
taken from the scheduler: up to CONCURRENT_REQUESTS requests, each behind its DOWNLOAD_DELAY or a Retry-After.

Settings::

    EXTENSIONS = {"kkt_crawler.crawl.shutdown.PromptShutdown": 110}
    CLOSESPIDER_TIMEOUT = 1800  # seconds: the run's deadline
    SHUTDOWN_GRACE = 15  # seconds that answers in flight get
"""

from __future__ import annotations

import logging
from time import monotonic
from typing import TYPE_CHECKING, Self

from scrapy import signals
from scrapy.utils.asyncio import create_looping_call

from kkt_crawler.crawl.traffic import RunEnded, Traffic

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

#: Seconds that answers in flight get: half of the 30 s after which a run is commonly killed (Kubernetes' default;
#: systemd waits 90 s), so that storing and publishing have the other half.
GRACE = 15.0

#: Seconds between looks at whether the engine is closing; it sends no signal when it begins to.
_PERIOD = 0.25


class PromptShutdown:
    """Sends the requests that wait home when the engine begins to close, and cuts what is slow after GRACE."""

    def __init__(self, crawler: Crawler):
        self._crawler = crawler
        self._grace = crawler.settings.getfloat("SHUTDOWN_GRACE", GRACE)
        self._closing_since: float | None = None
        self._watch = create_looping_call(self._look)
        crawler.signals.connect(self._start, signal=signals.spider_opened)
        crawler.signals.connect(self._stop, signal=signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it as Scrapy builds extensions."""
        return cls(crawler)

    def _start(self) -> None:
        self._watch.start(_PERIOD, now=False)

    def _stop(self) -> None:
        if self._watch.running:
            self._watch.stop()

    def _look(self) -> None:
        engine, traffic = self._crawler.engine, Traffic.of(self._crawler)
        if engine is None or engine._slot is None or engine._slot.closing is None:
            return
        if self._closing_since is None:
            self._closing_since = monotonic()
            traffic.end()
        for slot in engine.downloader.slots.values():
            while slot.queue:
                _, waiting = slot.queue.popleft()
                waiting.errback(RunEnded("the run is ending"))
        if traffic.transfers and monotonic() - self._closing_since > self._grace:
            logger.warning("Cutting %d answers that take too long", len(traffic.transfers))
            traffic.abort()
