"""Trying again as the server asks: ``Retry-After`` to the second, else after a pause that doubles.

Scrapy retries at once and only the one request. Here the whole host waits, whoever of its requests is next.

Settings::

    DOWNLOADER_MIDDLEWARES = {
        "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
        "kkt_crawler.crawl.retry.PatientRetry": 550,
    }
    RETRY_TIMES = 2
    RETRY_BACKOFF = 1  # seconds before the first retry; doubled before each further one
    RETRY_GIVE_UP_LOG_LEVEL = "DEBUG"  # the spider's errback reports the failure, once
"""

from __future__ import annotations

import logging
from email.utils import parsedate_to_datetime
from time import time
from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.retry import RetryMiddleware

from kkt_crawler import urls
from kkt_crawler.crawl.traffic import Traffic

if TYPE_CHECKING:
    from scrapy import Spider
    from scrapy.http import Request, Response
    from scrapy.settings import BaseSettings

logger = logging.getLogger(__name__)

#: Seconds of Retry-After that a run waits for. A run from cron comes again within the hour: one that sleeps
#: longer than this only stands in the way of the next, which asks again anyhow.
LONGEST_WAIT = 300


class PatientRetry(RetryMiddleware):
    """Scrapy's retries (which statuses and faults, how often), with the pauses that it leaves out."""

    def __init__(self, settings: BaseSettings):
        super().__init__(settings)
        self._backoff = settings.getfloat("RETRY_BACKOFF", 1.0)

    def process_request(self, request: Request) -> None:
        """Refuse requests to hosts that must not be asked any more before they queue for their delay."""
        self._traffic.check(urls.host(request.url))

    def process_response(
        self, request: Request, response: Response, spider: Spider | None = None
    ) -> Request | Response:
        """Give the request to repeat, or the answer where there is nothing to repeat. Raises StayAway."""
        if response.status not in self.retry_http_codes:
            return response
        host = urls.host(request.url)
        wait = retry_after(response)
        if wait is not None and wait > LONGEST_WAIT:
            reason = f"it answered {response.status} and asks to wait {wait} s (longest wait: {LONGEST_WAIT} s)"
            raise self._traffic.close(host, reason)
        answer = super().process_response(request, response)
        if answer is not response:
            self._pause(request, str(response.status), wait)
        elif wait is not None or response.status == 429:
            raise self._traffic.close(
                host, f"it still answers {response.status} after {self.max_retry_times} waits"
            )
        return answer

    def process_exception(
        self, request: Request, exception: Exception, spider: Spider | None = None
    ) -> Request | Response | None:
        """Give the request to repeat after a fault of the network, else None."""
        answer = super().process_exception(request, exception)
        if answer is not None:
            self._pause(request, type(exception).__name__, None)
        return answer

    def _pause(self, request: Request, reason: str, wait: int | None) -> None:
        seconds = self._backoff * 2 ** request.meta.get("retry_times", 0) if wait is None else wait
        host = urls.host(request.url)
        logger.info("%s: %s for %s; waiting %g s", host, reason, request.url, seconds)
        self._traffic.hold(host, seconds)

    @property
    def _traffic(self) -> Traffic:
        traffic = self.crawler.get_extension(Traffic)
        assert traffic is not None, "the Traffic extension is not enabled"
        return traffic


def retry_after(response: Response) -> int | None:
    """Return the seconds that ``Retry-After`` asks for, None where there is none that can be read.

    It holds seconds or a date (RFC 9110 §10.2.3); a date is compared with the answer's own ``Date``, so that a
    server whose clock is wrong is still understood.
    """
    value = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if value.isascii() and value.isdigit():
        return int(value[:9])
    until = _timestamp(value)
    if until is None:
        return None
    now = _timestamp((response.headers.get("Date") or b"").decode("latin-1"))
    return max(0, round(until - (time() if now is None else now)))


def _timestamp(value: str) -> float | None:
    try:
        return parsedate_to_datetime(value).timestamp()
    except (ValueError, OverflowError):
        return None
