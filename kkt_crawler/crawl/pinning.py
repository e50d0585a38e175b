"""Hosts pinned: a spider's requests go to its own hosts and nowhere else, redirects and robots.txt included.

Settings::

    DOWNLOADER_MIDDLEWARES = {
        "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
        "kkt_crawler.crawl.pinning.PinnedHosts": 50,
    }

A spider says its hosts in ``hosts``, as :func:`kkt_crawler.urls.host` names them (no ``www.``, a port that is not
the default one with it). The set may grow while the spider runs.
"""

from __future__ import annotations

import ipaddress
import logging
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from scrapy.exceptions import IgnoreRequest

from kkt_crawler import urls

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Request
    from scrapy.settings import BaseSettings

logger = logging.getLogger(__name__)


class Refused(IgnoreRequest):
    """A request that is not made because of where it would go. The text says where and why."""


class PinnedHosts:
    """Refuses requests to other hosts.

    Scrapy's OffsiteMiddleware lets start requests and whatever else has ``dont_filter`` pass, with the redirects
    that follow them, lets every sub-domain and port pass, and drops requests without their errback being told.
    """

    def __init__(self, crawler: Crawler):
        self._crawler = crawler
        self._said: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it as Scrapy builds middlewares."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raise Refused unless the request goes to one of the spider's hosts by http or https."""
        spider = self._crawler.spider
        host = urls.host(request.url)
        # Scrapy's own spider, of `scrapy shell` and `scrapy fetch`, has no hosts: there the operator steers.
        if urlsplit(request.url).scheme in ("http", "https") and host in getattr(spider, "hosts", {host}):
            return
        raise refused(self._crawler, self._said, host, "not one of the site's hosts")


def refused(crawler: Crawler, said: set[str], host: str, why: str) -> Refused:
    """Count a refusal, log the first for each host in ``said``, and return what to raise."""
    crawler.stats.inc_value("offsite/filtered")
    if host not in said:
        said.add(host)
        crawler.stats.inc_value("offsite/domains")
        logger.warning("Refused to ask %r: %s", host, why)
    return Refused(f"{host!r}: {why}")


def named_hosts(settings: BaseSettings) -> set[str]:
    """Return the hosts that the operator's settings name; these may stand at any address."""
    names = [name for name in settings if name.endswith("_BASE_URL") or name == "PROVINCE_URL"]
    return {urls.host(str(settings[name])) for name in names if settings[name]}


def is_public(address: str) -> bool:
    """Tell whether the whole net reaches an IP address: it is not loopback, private, link-local, multicast…"""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return parsed.is_global and not parsed.is_multicast
