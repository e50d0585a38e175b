"""The feeds' folder: every document made from the archive, a file replaced only when its bytes differ."""

from __future__ import annotations

import fcntl
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kkt_crawler.syndication import websub
from kkt_crawler.syndication.entries import ALL, CORRECTIONS, archive_name, archive_page, subscription
from kkt_crawler.syndication.files import sweep, write
from kkt_crawler.syndication.html import index_page
from kkt_crawler.syndication.jsonfeed import jsonfeed
from kkt_crawler.syndication.opml import opml
from kkt_crawler.syndication.rss_atom import atom, rss
from kkt_crawler.syndication.status import status_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from kkt_crawler.syndication.entries import Feed, Library, SiteTitle

FORMATS = {"rss": rss, "atom": atom, "json": jsonfeed}

#: A document's largest size in bytes. Readers on phones fetch it whole, and some servers cut feeds above 1 MiB.
LARGEST = 1_000_000

#: Stories and edits handed to the page, which shows as many as it has room for.
_ON_PAGE = 50


class PublishError(OSError):
    """The folder cannot be written. One line; what was published before is whole."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """What publishing did: the files replaced, and how many were right already."""

    written: tuple[str, ...]
    unchanged: int
    warnings: tuple[str, ...] = ()  #: one line each: a hub that did not answer


def publish(
    library: Library,
    *,
    folder: Path,
    feeds_url: str,
    entries: int,
    sites: Mapping[str, SiteTitle],
    hub: str = "",
    rebuild: bool = False,
) -> Published:
    """Bring the folder up to what the archive holds, and tell the hub, if there is one.

    Full archive pages that are there already are left alone, for they never change; with ``rebuild`` they are
    made again. Raises PublishError; every file is then either as it was or new and whole.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _alone(folder):
            sweep(folder)
            done = _Folder(folder)
            for feed in _feeds(library, done, entries, sites, feeds_url, rebuild=rebuild):
                done.put_feed(feed, feeds_url, hub)
            channels = library.channels()
            if channels:
                done.put("feeds.opml", opml(channels, sites=sites, feeds_url=feeds_url))
            page = index_page(
                channels=channels,
                entries=library.newest(ALL, _ON_PAGE),
                corrections=library.corrections(_ON_PAGE),
                health=library.health(),
                sites=sites,
                feeds_url=feeds_url,
            )
            done.put("index.html", page)
            done.put("status.json", status_json(library.health()))
    except OSError as error:
        raise PublishError(
            f"{error.filename or folder}: {error.strerror or error}; the feeds there stay as they were"
        ) from error
    warnings = (
        websub.ping(hub, [f"{feeds_url}{name}" for name in done.written if name in done.subscriptions])
        if hub
        else ()
    )
    return Published(written=tuple(done.written), unchanged=done.unchanged, warnings=warnings)


def _feeds(
    library: Library, done: _Folder, size: int, sites: Mapping[str, SiteTitle], feeds_url: str, *, rebuild: bool
) -> Iterator[Feed]:
    """Yield the documents to make.

    A channel's archive pages come oldest first and before its subscription: a page that is there has all before
    it, and what a document links to is there first, wherever a run is killed.
    """
    for channel in library.channels():
        if channel.name != CORRECTIONS:
            first, full = 1, library.full_pages(channel.name, size)
            if not rebuild:
                there = (number for number in range(full, 0, -1) if done.has(archive_name(channel, number)))
                first = next(there, 0) + 1
            for number in range(first, library.pages(channel.name, size) + 1):
                yield archive_page(library, channel, number, size=size, sites=sites, feeds_url=feeds_url)
        feed = subscription(library, channel, size=size, sites=sites, feeds_url=feeds_url)
        if feed.items:
            yield feed


class _Folder:
    """Counts what is written into the folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.written: list[str] = []
        self.subscriptions: set[str] = set()
        self.unchanged = 0

    def has(self, name: str) -> bool:
        """Tell whether a document is there in every format."""
        return all((self._path / f"{name}.{ending}").exists() for ending in FORMATS)

    def put_feed(self, feed: Feed, feeds_url: str, hub: str) -> None:
        """Write a document in every format, each small enough."""
        for ending, data in _documents(feed, feeds_url, hub).items():
            self.put(f"{feed.name}.{ending}", data)
            if not feed.archived:
                self.subscriptions.add(f"{feed.name}.{ending}")

    def put(self, name: str, data: bytes) -> None:
        """Write a file unless it holds these bytes already."""
        if write(self._path / name, data):
            self.written.append(name)
        else:
            self.unchanged += 1


def _documents(feed: Feed, feeds_url: str, hub: str) -> dict[str, bytes]:
    """Return the document in every format, with the same entries and texts in each.

    Where one would be too large, the oldest texts give way to their summaries, as few as will do; only then are
    the oldest entries left out.
    """

    def made(feed: Feed) -> dict[str, bytes]:
        return {ending: form(feed, feeds_url=feeds_url, hub=hub) for ending, form in FORMATS.items()}

    def fits(documents: dict[str, bytes]) -> bool:
        return max(map(len, documents.values())) <= LARGEST

    documents = made(feed)
    if fits(documents):
        return documents
    items, short = feed.items, tuple(item.shortened() for item in feed.items)
    low, high = 0, len(items)  # texts kept whole: low fit, or nothing does; high do not
    while high - low > 1:
        middle = (low + high) // 2
        if fits(made(replace(feed, items=items[:middle] + short[middle:]))):
            low = middle
        else:
            high = middle
    kept = items[:low] + short[low:]
    documents = made(replace(feed, items=kept))
    while not fits(documents) and len(kept) > 1:
        kept = kept[:-1]
        documents = made(replace(feed, items=kept))
    return documents


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let publishers wait for each other: a slow one must not put back what a later one replaced."""
    with (folder / ".publishing").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
