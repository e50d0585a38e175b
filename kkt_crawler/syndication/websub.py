"""Telling a WebSub hub that feeds have changed."""

from __future__ import annotations

from http.client import HTTPException
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from urllib.request import Request, urlopen

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Seconds the hub has to answer. Feeds are out already, and a hub that is slow must not hold up a run.
_TIMEOUT = 10


def ping(hub: str, urls: Sequence[str]) -> tuple[str, ...]:
    """Name the changed documents to the hub. Return a line to log if it did not take them, else nothing."""
    if not urls:
        return ()
    data = urlencode([("hub.mode", "publish"), *(("hub.url", url) for url in urls)]).encode()
    try:
        with urlopen(Request(hub, data), timeout=_TIMEOUT):
            return ()
    except (OSError, HTTPException) as error:
        return (f"WebSub hub {hub} did not take the ping: {error}",)
