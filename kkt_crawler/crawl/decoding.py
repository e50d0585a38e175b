"""What a response really is: its text by evidence, not by its label.

Settings::

    DOWNLOADER_MIDDLEWARES = {
        "kkt_crawler.crawl.decoding.DecodeByEvidence": 585,  # after HttpCompression, before MetaRefresh
    }
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapy.exceptions import IgnoreRequest
from scrapy.http import HtmlResponse, TextResponse, XmlResponse

from kkt_crawler import charset
from kkt_crawler.crawl.completeness import page_ends

if TYPE_CHECKING:
    from scrapy.http import Request, Response

# Bytes in which a page says what it is; comments and blank lines of old templates stand before it.
_START = 4096

_HTML = re.compile(r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", re.I)
_FEED = re.compile(r"\s*(?:<[?!][^>]*>\s*)*<(?:rss|feed|rdf:rdf|urlset|sitemapindex)[\s>]", re.I)


class BrokenOff(IgnoreRequest):
    """Half a page. All its bytes came, as the server counts them, so it is not tried again in this run."""


class DecodeByEvidence:
    """Gives pages and feeds as HtmlResponse and XmlResponse with the encoding that the bytes show."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Give the response under its right class and encoding; pictures and documents pass unchanged.

        Raises BrokenOff.
        """
        content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
        if not response.body or not _may_be_text(response, content_type):
            return response
        text, encoding = charset.decode(response.body, content_type)
        kind = _kind(text[:_START], response)
        if not issubclass(kind, TextResponse):
            return response
        if response.status == 200 and issubclass(kind, HtmlResponse) and not page_ends(text):
            raise BrokenOff("the page breaks off: its end is missing")
        return response.replace(cls=kind, encoding=encoding)


def _may_be_text(response: Response, content_type: str) -> bool:
    """Tell whether to look closer: Scrapy took it for text, or the server gave no type or the one for anything."""
    media_type = content_type.partition(";")[0].strip().lower()
    return isinstance(response, TextResponse) or media_type in ("", "application/octet-stream", "text/plain")


def _kind(start: str, response: Response) -> type[Response]:
    """Return the class for what ``start`` shows, and the response's own where it shows nothing."""
    if _FEED.match(start):
        return XmlResponse
    return HtmlResponse if _HTML.search(start) else type(response)
