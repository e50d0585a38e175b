"""The last door before the network: every request of a crawl, robots.txt and redirects included, leaves by it.

Settings::

    DOWNLOAD_HANDLERS = {
        "http": "kkt_crawler.crawl.handler.GuardedHandler",
        "https": "kkt_crawler.crawl.handler.GuardedHandler",
        "data": None, "file": None, "ftp": None, "s3": None,
    }
    DOWNLOAD_VERIFY_CERTIFICATES = True
    DOWNLOAD_FAIL_ON_DATALOSS = True
    DEFAULT_REQUEST_HEADERS = {"Accept-Encoding": "gzip", …}  # see completeness.py
    DOWNLOAD_TIMEOUT = 30  # seconds for a whole answer
    DOWNLOAD_MAXSIZE = 10 * 1024 * 1024  # bytes, before and after decompression
    DNSCACHE_ENABLED = True  # Scrapy's default: the address that was checked is the one that is asked
"""

from __future__ import annotations

import asyncio
import ipaddress
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from OpenSSL.SSL import Error as TLSError
from scrapy.core.downloader.handlers.http11 import (
    HTTP11DownloadHandler,
    _LenientHTTP11ClientFactory,
    _LenientHTTP11ClientProtocol,
)
from scrapy.exceptions import CannotResolveHostError, DownloadFailedError, ResponseDataLossError
from scrapy.utils.defer import maybe_deferred_to_future
from service_identity import VerificationError
from twisted.internet.error import DNSLookupError

from kkt_crawler import urls
from kkt_crawler.crawl.completeness import is_complete
from kkt_crawler.crawl.faults import CertificateRefused, causes_of
from kkt_crawler.crawl.pinning import refused
from kkt_crawler.crawl.traffic import RunEnded, Traffic

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Request, Response
    from scrapy.settings import BaseSettings
    from twisted.internet.defer import Deferred
    from twisted.internet.interfaces import IAddress
    from twisted.web._newclient import Request as TxRequest
    from twisted.web.iweb import IResponse

#: Bytes of status line and headers that are taken. Twisted limits a line, not their number; nginx and Apache
#: accept 8 to 64 KiB from their side.
LONGEST_HEAD = 256 * 1024


class GuardedHandler(HTTP11DownloadHandler):
    """Scrapy's HTTP handler, behind the host's turn and a look at the address that its name stands for."""

    def __init__(self, crawler: Crawler):
        super().__init__(crawler)
        self._pool._factory = _ShortHeadFactory
        self._named = named_hosts(crawler.settings)
        self._said: set[str] = set()

    async def download_request(self, request: Request) -> Response:
        """Return the answer.

        Raises what Scrapy raises, StayAway and RunEnded while waiting for the turn, Refused for an address that
        is not public, CertificateRefused.
        """
        traffic = self._crawler.get_extension(Traffic)
        assert traffic is not None, "the Traffic extension is not enabled"
        await traffic.turn(urls.host(request.url))
        await self._check_address(request)
        transfer = asyncio.ensure_future(super().download_request(request))
        traffic.transfers.add(transfer)
        try:
            response = await transfer
        except asyncio.CancelledError:
            raise RunEnded("the run ended before the answer") from None
        except DownloadFailedError as error:
            faults = [fault for fault in causes_of(error) if isinstance(fault, TLSError | VerificationError)]
            if faults:
                raise _certificate_refused(request, faults[0]) from None
            raise
        finally:
            traffic.transfers.discard(transfer)
        if not is_complete(response, self._default_maxsize):
            raise ResponseDataLossError
        return response

    async def _check_address(self, request: Request) -> None:
        """Raise Refused where the host's name leads to an address that is not public and no setting names it."""
        from twisted.internet import reactor

        if urls.host(request.url) in self._named or "proxy" in request.meta:
            return
        name = urlsplit(request.url).hostname or ""
        try:
            address = name if ":" in name else await maybe_deferred_to_future(reactor.resolve(name))  # type: ignore[arg-type]  # zope's stubs miss the name
        except DNSLookupError as error:
            raise CannotResolveHostError(str(error)) from error
        if not is_public(address):
            raise refused(self._crawler, self._said, urls.host(request.url), f"{address} is not a public address")


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


def _certificate_refused(request: Request, fault: BaseException) -> CertificateRefused:
    what = "; ".join(part[-1] for part in fault.args[0] if part) if isinstance(fault, TLSError) else "wrong name"
    return CertificateRefused(
        f"the certificate of {urls.host(request.url)} is refused ({what}): the site has to mend it, or, where only"
        " its chain is incomplete, add the missing intermediate to the file that SSL_CERT_FILE names"
    )


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
