"""The feeds' folder over HTTP: Twisted's static files, with nothing let through but what is published."""

# mypy: allow-untyped-calls
# Twisted's web half has no annotations.

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from twisted.web.http import CACHED
from twisted.web.resource import EncodingResourceWrapper
from twisted.web.server import GzipEncoderFactory, Site
from twisted.web.static import File

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twisted.web.server import Request

#: What is published, by ending. Nothing else is served: no archive, no lock, no half-written or hidden file.
_MEDIA_TYPES = {
    ".rss": "application/rss+xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".json": "application/feed+json; charset=utf-8",
    ".opml": "text/x-opml; charset=utf-8",
    ".html": "text/html; charset=utf-8",
}

#: Readers poll every quarter of an hour at most; a change must not wait longer than that in a cache.
_CACHE_CONTROL = b"public, max-age=300"


def serve(folder: Path, *, host: str, port: int, announce: Callable[[int], None]) -> None:
    """Serve ``folder`` until SIGINT or SIGTERM; ``announce`` gets the port once it is open.

    Raises twisted.internet.error.CannotListenError where the port is taken.
    """
    from twisted.internet import reactor as installed

    reactor: Any = installed  # typed as a zope interface, which mypy takes for the methods' owner
    listening = reactor.listenTCP(port, Site(PublishedFile(str(folder))), interface=host)
    reactor.callWhenRunning(announce, listening.getHost().port)
    reactor.run()


class PublishedFile(File):
    """A published file or a folder of them. Twisted's File has no ETag and no gzip, and it lists folders."""

    contentTypes = _MEDIA_TYPES

    def getChild(self, path: bytes, request: Request) -> Any:
        """Return what is published under ``path``, gzipped for who takes it; a byte range is never gzipped."""
        if path.startswith(b".") or b"\0" in path:
            return self.childNotFound
        child = super().getChild(path, request)
        if not isinstance(child, PublishedFile):
            return child
        if not (child.isdir() or child.splitext()[1] in _MEDIA_TYPES):
            return self.childNotFound
        if request.getHeader(b"range"):
            return child
        return EncodingResourceWrapper(child, [GzipEncoderFactory()])

    def openForReading(self) -> Any:
        """Open the file, and remember its size: another may have taken its name since it was looked at."""
        file = super().openForReading()
        self._size = os.fstat(file.fileno()).st_size
        return file

    def getFileSize(self) -> int:
        """Return the size of the file that was opened."""
        return self._size

    def directoryListing(self) -> Any:
        """Return 404 for a folder without index.html."""
        return self.childNotFound

    def render_GET(self, request: Request) -> Any:
        """Answer with the file, or with 304 to who has it.

        Files are replaced only when their bytes differ, so time and size tell versions apart. The tag is weak
        because the gzipped answer carries it too.
        """
        self.restat(reraise=False)
        if not self.isfile():
            return super().render_GET(request)
        if self.basename() == "status.json":
            self.type, self.encoding = "application/json; charset=utf-8", None
        request.setHeader(b"cache-control", _CACHE_CONTROL)
        request.setHeader(b"vary", b"Accept-Encoding")
        request.setHeader(b"x-content-type-options", b"nosniff")
        if request.setETag(b'W/"%x-%x"' % (int(self.getModificationTime() * 1e6), self.getsize())) is CACHED:
            return b""
        if request.getHeader(b"if-none-match"):  # it alone decides then: RFC 9110 §13.1.3
            request.requestHeaders.removeHeader(b"if-modified-since")
        return super().render_GET(request)

    render_HEAD = render_GET
