"""What an answer says besides its text: what to ask with next time, why there is none, whether to believe it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from kkt_crawler.crawl import faults
from kkt_crawler.dates import VIETNAM
from kkt_crawler.pages import PageError

if TYPE_CHECKING:
    from datetime import datetime

    from scrapy.http import Request, Response
    from twisted.python.failure import Failure

    from kkt_crawler.article import Article
    from kkt_crawler.crawl.items import Visit

#: A date this far ahead of our clock comes from a clock that is not set; further ahead, it is not believed.
AHEAD = timedelta(minutes=15)


def validators(response: Response) -> tuple[str, str]:
    """Return a response's ETag and Last-Modified, empty where it has none."""
    etag, last_modified = (response.headers.get(name) or b"" for name in ("ETag", "Last-Modified"))
    return etag.decode("latin-1"), last_modified.decode("latin-1")


def conditional(etag: str, last_modified: str) -> dict[str, str]:
    """Return the headers that ask for a page only if it has changed (RFC 9110 §13.1).

    Scrapy's HttpCacheMiddleware would ask so too, but it keeps every page on disk to answer from.
    """
    headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in headers.items() if value}


def request(failure: Failure) -> Request:
    """Return the request that failed."""
    failed: Request = failure.request  # type: ignore[attr-defined]  # Scrapy sets it, Twisted does not know
    return failed


def reason(failure: Failure) -> str:
    """Return in a few words why a request failed."""
    assert failure.value is not None
    return faults.reason(failure.value)


def dated(article: Article, visit: Visit, now: datetime) -> Article:
    """Return ``article`` with a date to believe: its own unless that lies ahead, else its listing's.

    Raises PageError where both lie ahead or the listing shows none.
    """
    if article.published <= now + AHEAD:
        return article
    if visit.listed is None or visit.listed > now + AHEAD:
        raise PageError("published", article.url)
    at = visit.listed.astimezone(VIETNAM)
    return replace(article, published=at, published_precision="minute" if at.hour or at.minute else "day")
