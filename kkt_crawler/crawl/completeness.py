"""Half answers that look whole: those that Twisted's count of bytes cannot tell.

Twisted notices a body shorter than its Content-Length and chunks without an end. It cannot notice a body that ends
where the server hangs up, nor one that was cut before its bytes were counted; of a gzipped one Scrapy hands out as
much as can be inflated. brotli and zstd are not looked into, so they are not asked for.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy.http import Response

_GZIP = zlib.MAX_WBITS + 16
_STEP = 1024 * 1024  # bytes inflated at once
_OPENED = re.compile(r"<html[\s>]", re.I)
_CLOSED = re.compile(r"</(?:html|body)\s*>", re.I)


def page_ends(html: str) -> bool:
    """Tell whether a page has its end: one that opens ``<html>`` closes that or ``<body>``, as templates do."""
    return not _OPENED.search(html) or bool(_CLOSED.search(html))


def gzip_ends(response: Response, limit: int) -> bool:
    """Tell whether a gzipped response, as it came from the net, has its end; True for others.

    At most about ``limit`` bytes are inflated; a body that has more passes, for Scrapy's own cap to refuse it.
    """
    if (response.headers.get("Content-Encoding") or b"").strip().lower() not in (b"gzip", b"x-gzip"):
        return True
    body = response.body
    if not body:
        return True  # a 304 may name the encoding that the page would have
    inflater, size = zlib.decompressobj(_GZIP), 0
    try:
        while body and not inflater.eof and size <= limit:
            size += len(inflater.decompress(body, _STEP))
            body = inflater.unconsumed_tail
    except zlib.error:
        return False
    return inflater.eof or size > limit
