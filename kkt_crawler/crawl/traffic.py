"""Who may send now: what each host asked for, and whether the run still lasts. One instance a crawler.

Settings::

    EXTENSIONS = {"kkt_crawler.crawl.traffic.Traffic": 100}
"""

from __future__ import annotations

import asyncio
import logging
from time import monotonic
from typing import TYPE_CHECKING, Self

from scrapy.exceptions import IgnoreRequest

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response

logger = logging.getLogger(__name__)


class StayAway(IgnoreRequest):
    """A request that is not made because its host must not be asked any more in this run. The text says why."""


class RunEnded(IgnoreRequest):
    """A request that is not made because the run is ending. It did not fail: the next run makes it."""


class Traffic:
    """Holds requests back for each host. Hosts are named as :func:`kkt_crawler.urls.host` names them.

    A host is held where its requests leave, behind the downloader's queue for it: so one that waits takes no
    other host's turn, and none that is queued already slips through.
    """

    def __init__(self) -> None:
        self.closed: dict[str, str] = {}  #: hosts that are not asked any more in this run, and why
        self.transfers: set[asyncio.Task[Response]] = set()  #: what is being sent or received
        self._held: dict[str, float] = {}  # host → monotonic seconds until which it is left alone
        self._ended = asyncio.Event()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it as Scrapy builds extensions; components find it with ``crawler.get_extension(Traffic)``."""
        return cls()

    def hold(self, host: str, seconds: float) -> None:
        """Leave ``host`` alone for so many seconds from now, or longer where it was held for longer."""
        self._held[host] = max(self._held.get(host, 0.0), monotonic() + seconds)

    def close(self, host: str, reason: str) -> StayAway:
        """Ask ``host`` no more in this run; says so once. Returns what to raise for its requests."""
        if host not in self.closed:
            self.closed[host] = reason
            logger.error("Staying away from %s in this run: %s", host, reason)
        return StayAway(self.closed[host])

    def check(self, host: str) -> None:
        """Raise StayAway or RunEnded where no request to ``host`` should even be queued."""
        if host in self.closed:
            raise StayAway(self.closed[host])
        if self._ended.is_set():
            raise RunEnded("the run is ending")

    async def turn(self, host: str) -> None:
        """Return when a request to ``host`` may be sent. Raises StayAway and RunEnded."""
        self.check(host)
        while (wait := self._held.get(host, 0.0) - monotonic()) > 0:
            try:
                await asyncio.wait_for(self._ended.wait(), wait)
            except TimeoutError:
                continue  # the hold may have been prolonged
            self.check(host)
        self.check(host)

    def end(self) -> None:
        """Let no more requests out; those that wait for their turn fail with RunEnded at once."""
        self._ended.set()

    def abort(self) -> None:
        """Cut what is still being transferred."""
        for transfer in self.transfers:
            transfer.cancel()
