"""What goes into the archive and comes out of it, besides the Article and the feeds' values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

    from kkt_crawler.entry import Verdict


class ArchiveError(Exception):
    """The archive cannot be opened, read or written. One line: what, where, and what to do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stored:
    """What storing an article came to."""

    #: ``recycled``: the site gave an old article's key to something wholly different, which is a new entry
    change: Literal["new", "changed", "same", "recycled"]
    entry_id: str
    story_joined: bool = False  #: the article was recognised as a copy of one already in the archive


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """An archived article as the crawl needs it: when it was seen, and what to ask the server with."""

    key: str
    url: str
    first_seen: datetime
    visited_at: datetime  #: the last time its page was asked for, with whatever answer
    visits: int  #: how often it was asked for again after it was first stored
    etag: str  #: empty if the server gave none
    last_modified: str  #: the header as the server wrote it; empty if it gave none
    gone: bool  #: the page answered 404 or 410 on two revisits


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure:
    """An article that could not be read, and has not been read since."""

    site: str
    url: str
    key: str  #: empty if the address does not tell
    field: str  #: the field that was missing; empty if the page itself could not be had
    reason: str
    failed_at: datetime  #: the last time
    times: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """One crawl of one site, as it is reported and judged."""

    site: str
    started: datetime
    finished: datetime
    verdict: Verdict
    reason: str = ""  #: one line, English; empty when ok
    requests: int = 0
    listings: int = 0
    new: int = 0
    changed: int = 0
    same: int = 0
    failed: int = 0
    fill: dict[str, float] = field(default_factory=dict)  #: per field, the share of this run's articles with it
    layouts: dict[str, int] = field(default_factory=dict)  #: per layout, how many articles it read
    failures: tuple[tuple[str, int, str], ...] = ()  #: (reason, count, example URL), the most frequent first
