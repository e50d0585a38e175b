"""Half answers that look whole: those that Twisted's count of bytes cannot tell.

Twisted notices a body shorter than its Content-Length and chunks without an end. It cannot notice a body that ends
where the server hangs up, nor one that a proxy cut before it counted the bytes; Scrapy hands out as much as it can
inflate of the latter. For gzip both show. brotli and zstd are not looked into, so they are not asked for.
"""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy.http import Response

_GZIP = zlib.MAX_WBITS + 16
_STEP = 1024 * 1024  # bytes inflated at once
_HTML = re.compile(rb"<html[\s>]", re.I)
_END = re.compile(rb"</html", re.I)


def is_complete(response: Response, limit: int) -> bool:
    """Tell whether a response, as it came from the net, has its end.

    Of a gzipped body at most about ``limit`` bytes are inflated; one that has more passes here, for Scrapy's own
    cap to refuse. A page that ends where the server hung up has to close its ``<html>``.
    """
    encoding = (response.headers.get("Content-Encoding") or b"").strip().lower()
    if encoding in (b"gzip", b"x-gzip"):
        return not response.body or _gunzips(response.body, limit)
    if "partial" in response.flags and not encoding:
        return not _HTML.search(response.body) or bool(_END.search(response.body))
    return True


def _gunzips(body: bytes, limit: int) -> bool:
    inflater, size = zlib.decompressobj(_GZIP), 0
    try:
        while body and not inflater.eof and size <= limit:
            size += len(inflater.decompress(body, _STEP))
            body = inflater.unconsumed_tail
    except zlib.error:
        return False
    return inflater.eof or size > limit
