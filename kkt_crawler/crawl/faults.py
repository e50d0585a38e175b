"""A fault of the network on one line, for logs and for what is kept about failed articles."""

from __future__ import annotations

import re

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.web.client import ResponseFailed

#: Characters of a reason that are kept; what a server puts into its answer can be long.
_LONGEST = 200

_SAID = {
    CannotResolveHostError: "the host's name does not resolve",
    DownloadConnectionRefusedError: "the connection was refused",
    DownloadCancelledError: "more bytes than DOWNLOAD_MAXSIZE",
    DownloadTimeoutError: "no whole answer within DOWNLOAD_TIMEOUT",
    ResponseDataLossError: "the answer broke off",
}


class CertificateRefused(Exception):
    """An https certificate did not verify; it is not retried, for it will not heal in seconds."""


def reason(exception: BaseException) -> str:
    """Return what went wrong: one line without control characters, also where the text came from the net."""
    for kind, said in _SAID.items():
        if isinstance(exception, kind):
            return said
    if isinstance(exception, HttpError):
        return f"answers {exception.response.status}"
    if isinstance(exception, IgnoreRequest | CertificateRefused):
        return str(exception)
    causes = causes_of(exception)
    text = "; ".join(
        f"{type(cause).__name__}: {cause}" if str(cause) else type(cause).__name__ for cause in causes
    )
    return re.sub(r"[\x00-\x20\x7f-\xa0\u2028\u2029]+", " ", text).strip()[:_LONGEST]


def causes_of(exception: BaseException) -> list[BaseException]:
    """Return the exceptions inside Twisted's ResponseFailed, which Scrapy hides once more; else the exception."""
    wrapped = exception.__cause__ if isinstance(exception.__cause__, ResponseFailed) else exception
    if isinstance(wrapped, ResponseFailed):
        return [failure.value for failure in wrapped.reasons if failure.value is not None] or [wrapped]
    return [exception]
