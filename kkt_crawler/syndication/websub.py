"""WebSub: a hub is told which feeds have changed. Whether it listens changes nothing here."""

from __future__ import annotations

import logging
from http.client import HTTPException
from typing import TYPE_CHECKING
from urllib.parse import urlencode
from urllib.request import Request, urlopen

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Seconds to wait for a hub. Readers that poll see the change anyway.
TIMEOUT = 10

_logger = logging.getLogger(__name__)


def ping(hub: str, topics: Iterable[str]) -> None:
    """Tell ``hub`` in one request that the feeds at these addresses have changed; a failure is one log line."""
    fields = [("hub.mode", "publish"), *(("hub.url", topic) for topic in topics)]
    try:
        with urlopen(Request(hub, data=urlencode(fields).encode()), timeout=TIMEOUT):
            pass
    except (OSError, HTTPException, ValueError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        _logger.warning("WebSub hub %s was not told: %s", hub, reason)
