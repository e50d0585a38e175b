"""Trying again after the pause that the host asked for, or that doubles with each fault; see traffic.py for both.

Settings::

    DOWNLOADER_MIDDLEWARES = {
        "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
        "kkt_crawler.crawl.retry.PatientRetry": 550,
    }
    RETRY_TIMES = 2
    RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # the spider's errback reports the failure, once
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.retry import RetryMiddleware

from kkt_crawler import urls
from kkt_crawler.crawl.traffic import Traffic, retry_after

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.http import Request, Response


class PatientRetry(RetryMiddleware):
    """Scrapy's retries (which statuses and faults, how often), and an end to them where the host stays busy."""

    def process_request(self, request: Request) -> None:
        """Refuse requests to hosts that must not be asked any more before they queue for their delay."""
        Traffic.of(self.crawler).check(urls.host(request.url))

    def process_response(
        self, request: Request, response: Response, spider: Spider | None = None
    ) -> Request | Response:
        """Give the request to repeat, or the answer where there is nothing to repeat.

        Raises StayAway where the host has been waited for as it asked, as often as we try, and is busy still.
        """
        answer = super().process_response(request, response)
        if answer is response and (response.status == 429 or (response.status == 503 and retry_after(response))):
            why = f"it still answers {response.status} after {self.max_retry_times} waits"
            raise Traffic.of(self.crawler).close(urls.host(request.url), why)
        return answer
