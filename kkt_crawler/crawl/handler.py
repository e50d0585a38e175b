"""The last door before the network: every request of a crawl, robots.txt and redirects included, leaves by it.

Settings::

    DOWNLOAD_HANDLERS = {
        "http": "kkt_crawler.crawl.handler.GuardedHandler",
        "https": "kkt_crawler.crawl.handler.GuardedHandler",
        "data": None, "file": None, "ftp": None, "s3": None,
    }
    DOWNLOAD_VERIFY_CERTIFICATES = True
    DOWNLOAD_TIMEOUT = 30  # seconds for a whole answer
    DOWNLOAD_MAXSIZE = 10 * 1024 * 1024  # bytes, before and after decompression
    DEFAULT_REQUEST_HEADERS = {"Accept-Encoding": "gzip", …}  # see completeness.py
    DNSCACHE_ENABLED = True  # Scrapy's default: the address that was checked is the one that is asked
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from OpenSSL.SSL import Error as TLSError
from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from scrapy.utils.defer import maybe_deferred_to_future
from service_identity import VerificationError
from twisted.internet.error import DNSLookupError

from kkt_crawler import urls
from kkt_crawler.crawl.completeness import gzip_ends
from kkt_crawler.crawl.faults import CertificateRefused, causes_of
from kkt_crawler.crawl.pinning import is_public, named_hosts, refused
from kkt_crawler.crawl.traffic import RunEnded, Traffic

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Request, Response
    from twisted.internet.defer import Deferred
    from twisted.internet.interfaces import IAddress
    from twisted.web._newclient import Request as TxRequest
    from twisted.web.iweb import IResponse

#: Bytes of status line and headers that are taken. Twisted limits a line, not their number; nginx and Apache
#: accept 8 to 64 KiB from their side.
LONGEST_HEAD = 256 * 1024

#: Faults after which the host gets a pause.
_FAULTS = (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)


class GuardedHandler(HTTP11DownloadHandler):
    """Scrapy's HTTP handler, behind the host's turn and a look at the address that its name stands for."""

    def __init__(self, crawler: Crawler):
        super().__init__(crawler)
        self._pool._factory = _ShortHeadFactory
        self._fail_on_dataloss_warned = True  # the warning advises to publish half pages
        self._named = named_hosts(crawler.settings)
        self._said: set[str] = set()

    async def download_request(self, request: Request) -> Response:
        """Return the answer, when it is the host's turn.

        Raises what Scrapy raises, and: StayAway, RunEnded; Refused for an address that is not public;
        CertificateRefused.
        """
        host, traffic = urls.host(request.url), Traffic.of(self._crawler)
        async with traffic.turn(host):
            # Pauses are set here and not in the retry middleware, which learns of an answer when the host's next
            # request is already on its way.
            try:
                await self._check_address(host, request)
                response = await self._transfer(request, traffic)
            except _FAULTS as error:
                _raise_if_certificate(host, error)
                traffic.back_off(host, request)
                raise
            traffic.heed(host, request, response)
        return response

    async def _transfer(self, request: Request, traffic: Traffic) -> Response:
        """Return the answer. Raises RunEnded where the end of the run cuts it."""
        transfer = asyncio.ensure_future(super().download_request(request))
        traffic.transfers.add(transfer)
        traffic.sent += 1
        try:
            response = await transfer
        except asyncio.CancelledError:
            raise RunEnded("the run ended before the answer") from None
        finally:
            traffic.transfers.discard(transfer)
        if not gzip_ends(response, self._default_maxsize):
            raise ResponseDataLossError
        return response

    async def _check_address(self, host: str, request: Request) -> None:
        """Raise Refused where the host's name leads to an address that is not public and no setting names it."""
        from twisted.internet import reactor

        if host in self._named or "proxy" in request.meta:
            return
        name = urlsplit(request.url).hostname or ""
        address = name
        if ":" not in name:
            try:
                # Twisted's interface for the reactor mistypes the name.
                address = await maybe_deferred_to_future(reactor.resolve(name))  # type: ignore[arg-type]
            except DNSLookupError as error:
                raise CannotResolveHostError(str(error)) from error
        if not is_public(address):
            raise refused(self._crawler, self._said, host, f"{address} is not a public address")


def _raise_if_certificate(host: str, error: Exception) -> None:
    """Raise CertificateRefused where that is what the connection failed of."""
    for cause in causes_of(error):
        if isinstance(cause, VerificationError):
            what = "it is for another name"
        elif isinstance(cause, TLSError) and "certificate" in str(cause):
            what = "; ".join(str(part[-1]) for part in cause.args[0])  # of (library, function, reason)
        else:
            continue
        raise CertificateRefused(
            f"{host} is refused: its certificate does not verify ({what}). The site has to mend it; if only its"
            " chain is incomplete, add the missing intermediate to the file that SSL_CERT_FILE names"
        ) from None


class _ShortHeadProtocol(_LenientHTTP11ClientProtocol):
    """Hangs up on an answer whose headers do not end."""

    _head = 0

    def request(self, request: TxRequest) -> Deferred[IResponse]:
        self._head = 0
        return super().request(request)

    def dataReceived(self, data: bytes) -> None:
        if self._parser is not None and self._parser.state in ("STATUS", "HEADER"):
            self._head += len(data)
            if self._head > LONGEST_HEAD:
                assert self.transport is not None
                self.transport.abortConnection()
                return
        super().dataReceived(data)  # type: ignore[no-untyped-call]  # Twisted has no types here


class _ShortHeadFactory(_LenientHTTP11ClientFactory):
    def buildProtocol(self, addr: IAddress | None) -> _ShortHeadProtocol:
        return _ShortHeadProtocol(self._quiescentCallback)  # type: ignore[no-untyped-call]  # nor here
