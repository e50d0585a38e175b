"""The archive to the feeds' folder: every channel in three formats, their pages of old entries, the overview."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from kkt_crawler.entry import Entry, Revision
from kkt_crawler.syndication import files, websub
from kkt_crawler.syndication.content import article_item, revision_item, trimmed
from kkt_crawler.syndication.entries import (
    ALL,
    CORRECTIONS,
    Document,
    channel_description,
    channel_home,
    channel_title,
    page_name,
    with_file_name,
)
from kkt_crawler.syndication.files import PublishError
from kkt_crawler.syndication.html import index_page
from kkt_crawler.syndication.jsonfeed import json_feed
from kkt_crawler.syndication.opml import opml
from kkt_crawler.syndication.rss_atom import atom, rss
from kkt_crawler.syndication.status import status_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from kkt_crawler.entry import Channel
    from kkt_crawler.syndication.entries import Item, Library, SiteTitle

__all__ = ["PublishError", "Published", "publish"]

FORMATS = {".rss": rss, ".atom": atom, ".json": json_feed}
_LAST_ENDING = list(FORMATS)[-1]

#: Bytes of a document in its longest format. Readers poll it; 50 full articles are a third of this.
DOCUMENT_BYTES = 1_000_000

#: What the index page has room for.
_NEWS, _EDITS = 24, 8

#: Holds what the pages of old entries depend on besides the archive: the address and the number of entries.
_PAGED_AS = ".paged-as"

#: Items kept at hand: about 20 MB.
_REMEMBERED = 1000


_Value = TypeVar("_Value", Entry, Revision)


@dataclass(frozen=True, kw_only=True, slots=True)
class Skipped:
    """An entry that is in no feed because nothing readable could be made of it."""

    id: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Published:
    """What ``publish`` did. ``written`` names files, relative to the folder."""

    written: tuple[str, ...]
    unchanged: int
    skipped: tuple[Skipped, ...] = ()


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
    """Bring ``folder`` to what the library holds; files whose bytes would be the same are left alone.

    ``feeds_url`` is where the folder is served, with its closing slash; ``entries`` how many a document has.
    Full pages of old entries that stand are not made again, unless ``rebuild`` or made for another address or
    number. Raise PublishError where a file cannot be written: every file is then an old or a new one,
    whole. What the library raises comes through.
    """
    with files.sole_publisher(folder):
        publication = _Publication(library, folder, feeds_url, entries, sites, hub)
        publication.run(rebuild=rebuild)
    if hub and publication.changed:
        websub.ping(hub, publication.changed)
    return Published(
        written=tuple(publication.written),
        unchanged=publication.unchanged,
        skipped=tuple(Skipped(id=id, reason=reason) for id, reason in publication.skipped.items()),
    )


class _Publication:
    """One pass over the channels."""

    def __init__(
        self,
        library: Library,
        folder: Path,
        feeds_url: str,
        size: int,
        sites: Mapping[str, SiteTitle],
        hub: str,
    ) -> None:
        self._library, self._folder, self._feeds_url = library, folder, feeds_url
        self._size, self._sites, self._hub = size, sites, hub
        # An entry stands in its site's channel, its sections' and perhaps ``all``: made once, within bounds.
        self._article_item = lru_cache(maxsize=_REMEMBERED)(partial(article_item, sites=sites))
        self.written: list[str] = []
        self.unchanged = 0
        self.changed: list[str] = []  #: addresses of the feeds that were written, for the hub
        self.skipped: dict[str, str] = {}

    def run(self, *, rebuild: bool) -> None:
        channels = self._library.channels()
        for name in {"", *(channel.site for channel in channels), *(channel.name for channel in channels)}:
            files.remove(self._folder / name / files.TEMPORARY)
        marker, paged_as = self._folder / _PAGED_AS, f"{self._feeds_url} {self._size}\n".encode()
        rebuild = rebuild or files.read(marker) != paged_as
        edits = [channel for channel in channels if channel.name == CORRECTIONS]
        pages = {channel: self._pages(channel) for channel in channels if channel not in edits}
        self._publish_pages(pages, rebuild=rebuild)
        for channel, last in pages.items():
            newest = self._items(self._library.newest(channel.name, self._size), self._article_item)
            self._publish_document(channel, newest, previous=last)
        for channel in edits:
            revisions = self._library.corrections(self._size)
            self._publish_document(channel, self._items(revisions, partial(revision_item, sites=self._sites)))
        files.replace(marker, paged_as)
        self._publish_overview([with_file_name(channel) for channel in channels])

    def _pages(self, channel: Channel) -> int:
        """Return how many pages lead to a channel's document; none if the document holds it all."""
        pages = self._library.pages(channel.name, self._size)
        return pages if pages > 1 else 0

    def _publish_pages(self, pages: Mapping[Channel, int], *, rebuild: bool) -> None:
        """Write the pages that do not stand, of which each channel has so many."""
        todo = []
        for channel, last in pages.items():
            name = with_file_name(channel).name
            todo += [(channel, n) for n in range(1 if rebuild else self._last_standing(name, last), last + 1)]
            if rebuild:
                self._remove_pages(name, after=last)
        # Side by side, so that an entry is still at hand when the next of its channels comes to it.
        for channel, number in sorted(todo, key=lambda page: page[1] / pages[page[0]]):
            page = self._items(self._library.page(channel.name, number, self._size), self._article_item)
            self._publish_document(channel, page, number=number, previous=number - 1)

    def _last_standing(self, name: str, pages: int) -> int:
        """Return the last page that stands, or 1. It may have been short; all before it are full.

        Pages are written upwards, so that a run killed at any point leaves no hole and no short page behind.
        """
        number = pages
        while number > 1 and not (self._folder / f"{page_name(name, number)}{_LAST_ENDING}").is_file():
            number -= 1
        return number or 1

    def _remove_pages(self, name: str, *, after: int) -> None:
        """Remove pages from the time when they were shorter."""
        for number in count(after + 1):
            removed = [files.remove(self._folder / f"{page_name(name, number)}{ending}") for ending in FORMATS]
            if not any(removed):
                return

    def _items(self, values: Iterable[_Value], make: Callable[[_Value], Item]) -> tuple[Item, ...]:
        items = []
        for value in values:
            try:
                items.append(make(value))
            except ValueError as error:
                self.skipped[value.id] = str(error)
        return tuple(items)

    def _publish_document(
        self, channel: Channel, items: tuple[Item, ...], *, number: int = 0, previous: int = 0
    ) -> None:
        """Write a channel's page of that number, or the document that readers subscribe to."""
        name = with_file_name(channel).name
        document = Document(
            name=page_name(name, number) if number else name,
            channel=name,
            title=channel_title(channel, self._sites),
            description=channel_description(channel, self._sites),
            home=channel_home(channel, self._sites, self._feeds_url),
            feeds_url=self._feeds_url,
            items=items,
            previous=page_name(name, previous) if previous else "",
            # The validator wants each page to have a neighbour, and the oldest has none that is older.
            following=page_name(name, 2) if number == 1 else "",
            hub="" if number else self._hub,
        )
        try:
            rendered = render(document)
        except ValueError:
            rendered = render(replace(document, items=self._serialisable(document)))
        for ending, content in rendered.items():
            if self._write(f"{document.name}{ending}", content) and not document.is_page:
                self.changed.append(document.address(document.name, ending))

    def _serialisable(self, document: Document) -> tuple[Item, ...]:
        """Return the items that can be written; all of them, unless cleaning has missed something."""
        items = []
        for item in document.items:
            try:
                render(replace(document, items=(item,)))
                items.append(item)
            except ValueError as error:
                self.skipped[item.id] = str(error)
        return tuple(items)

    def _publish_overview(self, channels: list[Channel]) -> None:
        library, sites, health = self._library, self._sites, self._library.health()
        page = index_page(
            channels=channels,
            entries=library.newest(ALL, _NEWS),
            corrections=library.corrections(_EDITS),
            health=health,
            sites=sites,
            feeds_url=self._feeds_url,
        )
        if channels:  # OPML has no empty list
            self._write("feeds.opml", opml(channels, sites=sites, feeds_url=self._feeds_url))
        self._write("index.html", page)
        self._write("status.json", status_json(health))

    def _write(self, name: str, content: bytes) -> bool:
        written = files.replace(self._folder / name, content)
        if written:
            self.written.append(name)
        else:
            self.unchanged += 1
        return written


def render(document: Document) -> dict[str, bytes]:
    """Return the document by ending, the same items in each, none longer than DOCUMENT_BYTES.

    Raise ValueError if an item cannot be written.
    """
    while True:
        rendered = {ending: write(document) for ending, write in FORMATS.items()}
        excess = max(map(len, rendered.values())) - DOCUMENT_BYTES
        if excess <= 0:
            return rendered
        document = replace(document, items=trimmed(document.items, excess))
