"""How a backfill comes along: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING

from scrapy import signals

from kkt_crawler.dates import VIETNAM

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID
    from scrapy.crawler import Crawler

    from kkt_crawler.crawl.spider import NewsSpider

#: Seconds between two lines where there is no terminal: some 60 in a backfill of an hour.
_PAUSE = 60.0


class ProgressReport:
    """Follows one crawler and says on stderr how far its backfill has come."""

    def __init__(self, crawler: Crawler) -> None:
        self._bar: tuple[Progress, TaskID] | None = None
        self._said = monotonic()
        crawler.signals.connect(self._opened, signal=signals.spider_opened)
        crawler.signals.connect(self._follow, signal=signals.response_received)
        crawler.signals.connect(self._closed, signal=signals.spider_closed)

    def _opened(self, spider: NewsSpider) -> None:
        if spider.course is not None and spider.course.resumed:
            spider.logger.info("Going on with the backfill that was cut short")
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress

            progress = Progress(console=Console(stderr=True), transient=True)
            self._bar = progress, progress.add_task(spider.name, total=1.0)
            progress.start()

    def _follow(self, spider: NewsSpider) -> None:
        if spider.course is None:
            return
        line = self._line(spider)
        if self._bar is not None:
            progress, task = self._bar
            progress.update(task, completed=spider.course.share, description=line)
        elif monotonic() - self._said >= _PAUSE:
            self._said = monotonic()
            spider.logger.info("%.0f%%, %s", 100 * spider.course.share, line)

    def _closed(self, spider: NewsSpider) -> None:
        if self._bar is not None:
            self._bar[0].stop()

    @staticmethod
    def _line(spider: NewsSpider) -> str:
        reached = spider.course.reached if spider.course else None
        back = f"back to {reached.astimezone(VIETNAM):%Y-%m-%d}, " if reached else ""
        return f"{back}{spider.report.new} new, {spider.report.failed} failed"
