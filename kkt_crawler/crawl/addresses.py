"""A site's address as the crawl uses it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit, urlunsplit

_PAGE = re.compile(r"/trang(?:/.*)?$|/[^/]*\.[^/]*$", re.I)


def folder(url: str) -> str:
    """Return the folder that an address names or stands in, with its closing slash; ``""`` for ``""``.

    ``…/bannganh/kkt/Trang/Default.aspx`` and ``…/bannganh/kkt`` are both ``…/bannganh/kkt/``.
    """
    if not url:
        return ""
    parts = urlsplit(url)
    path = _PAGE.sub("", parts.path).rstrip("/") + "/"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))
