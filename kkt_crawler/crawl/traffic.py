"""Who may send now: what each host asked for, and whether the run still lasts. One instance a crawler.

Settings::

    EXTENSIONS = {"kkt_crawler.crawl.traffic.Traffic": 100}
    RETRY_BACKOFF = 1  # seconds of pause after a first fault; doubled after each further one of the same request
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from contextlib import asynccontextmanager, suppress
from datetime import UTC
from email.utils import parsedate_to_datetime
from time import monotonic, time
from typing import TYPE_CHECKING, Self

from scrapy.exceptions import IgnoreRequest

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from scrapy.crawler import Crawler
    from scrapy.http import Request, Response

logger = logging.getLogger(__name__)

#: Seconds of Retry-After that a run waits for. A run from cron comes again within the hour: one that sleeps
#: longer than this only stands in the way of the next, which asks again anyhow.
LONGEST_WAIT = 300

#: The answers that say when to come back (RFC 9110 §10.2.3, RFC 6585 §4); with others it means something else.
_BUSY = (429, 503)


class StayAway(IgnoreRequest):
    """A request that is not made because its host must not be asked any more in this run. The text says why."""


class RunEnded(IgnoreRequest):
    """A request that is not made because the run is ending. It did not fail: the next run makes it."""


class Traffic:
    """Holds requests back for each host. Hosts are named as :func:`kkt_crawler.urls.host` names them.

    A host is held where its requests leave, behind the downloader's queue for it: so one that waits takes no
    other host's turn, and none that is queued already slips through.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.closed: dict[str, str] = {}  #: hosts that are not asked any more in this run, and why
        self.sent = 0  #: requests; Scrapy's own count includes those that were held back and never left
        self.transfers: set[asyncio.Task[Response]] = set()  #: what is being sent or received
        self._held: dict[str, float] = {}  # host → monotonic seconds until which it is left alone
        width = crawler.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
        self._lanes: defaultdict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(width))
        self._ended = asyncio.Event()
        self._backoff = crawler.settings.getfloat("RETRY_BACKOFF", 1.0)
        self._retries = crawler.settings.getint("RETRY_TIMES")
        self._statuses = {int(status) for status in crawler.settings.getlist("RETRY_HTTP_CODES")}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it as Scrapy builds extensions."""
        return cls(crawler)

    @classmethod
    def of(cls, crawler: Crawler) -> Self:
        """Return the crawler's own."""
        traffic = crawler.get_extension(cls)
        assert traffic is not None, "the Traffic extension is not enabled"
        return traffic

    def heed(self, host: str, request: Request, response: Response) -> None:
        """Leave ``host`` alone for as long as its answer asks. Raises StayAway where that is too long."""
        if response.status not in self._statuses:
            return
        wait = retry_after(response) if response.status in _BUSY else None
        if wait is None:
            self.back_off(host, request)
            return
        if wait > LONGEST_WAIT:
            raise self.close(host, f"it answers {response.status} and asks to wait {wait} s")
        logger.info("%s answers %d and asks to wait %d s", host, response.status, wait)
        self._hold(host, wait)

    def back_off(self, host: str, request: Request) -> None:
        """Leave ``host`` alone for a while after a fault, if the request will be tried again."""
        faults = request.meta.get("retry_times", 0)
        if faults < self._retries:
            self._hold(host, self._backoff * 2**faults)

    def close(self, host: str, reason: str) -> StayAway:
        """Ask ``host`` no more in this run; says so once. Returns what to raise for its requests."""
        if host not in self.closed:
            self.closed[host] = reason
            # At INFO: the line on the whole run, which is an error, gives the reason again.
            logger.info("Staying away from %s in this run: %s", host, reason)
        return StayAway(self.closed[host])

    def check(self, host: str) -> None:
        """Raise StayAway or RunEnded where no request to ``host`` should even be queued."""
        if host in self.closed:
            raise StayAway(self.closed[host])
        if self._ended.is_set():
            raise RunEnded("the run is ending")

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Let a request to ``host`` be made within: CONCURRENT_REQUESTS_PER_DOMAIN at once, none before its time.

        Raises StayAway and RunEnded. Without a DOWNLOAD_DELAY, Scrapy lets all that are queued at one moment go,
        whatever that setting says.
        """
        async with self._lanes[host]:
            self.check(host)
            while (wait := self._held.get(host, 0.0) - monotonic()) > 0:
                with suppress(TimeoutError):  # then look again: the hold may have been prolonged
                    await asyncio.wait_for(self._ended.wait(), wait)
                self.check(host)
            yield

    def end(self) -> None:
        """Let no more requests out; those that wait for their turn fail with RunEnded at once."""
        self._ended.set()

    def abort(self) -> None:
        """Cut what is still being transferred."""
        for transfer in self.transfers:
            transfer.cancel()

    def _hold(self, host: str, seconds: float) -> None:
        self._held[host] = max(self._held.get(host, 0.0), monotonic() + seconds)


def retry_after(response: Response) -> int | None:
    """Return the seconds that ``Retry-After`` asks for, None where there is none that can be read.

    It holds seconds or a date; a date is compared with the answer's own ``Date``, so that a server whose clock is
    wrong is still understood.
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
        moment = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()  # HTTP's old forms have no zone
