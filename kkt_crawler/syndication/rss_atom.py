"""RSS 2.0 and Atom 1.0 through feedgen. What feedgen 1.0 cannot say or says wrongly is mended here.

The mends, each with a test that fails without it: a feed's links other than self are missing in RSS, and the last
one added becomes the channel's home; an entry's links lose their rel, type and title in Atom; captions and credits
of pictures have no place; ``updated`` defaults to the clock; entries come last first; authors without an address
are lost in RSS.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from zlib import crc32

from feedgen.feed import FeedGenerator
from lxml.etree import SubElement

if TYPE_CHECKING:
    from datetime import datetime

    from lxml.etree import _Element as Element

    from kkt_crawler.syndication.entries import Document, Item

GENERATOR = "kkt-crawler"

#: Minutes that a reader may wait before it asks again: crawls are hourly.
TTL = 60

_ATOM = "{http://www.w3.org/2005/Atom}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_MEDIA_NS = "http://search.yahoo.com/mrss/"
_HISTORY_NS = "http://purl.org/syndication/history/1.0"
_TYPES = {".rss": "application/rss+xml", ".atom": "application/atom+xml"}

#: By ending, because the system's own table of types differs from machine to machine.
PICTURE_TYPES = {
    "avif": "image/avif",
    "bmp": "image/bmp",
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "svg": "image/svg+xml",
    "webp": "image/webp",
}


def rss(document: Document) -> bytes:
    """Return RSS 2.0 by the Best Practices Profile, with content:encoded, Dublin Core and Media RSS."""
    feed = _feed(document, ".rss", document.updated)
    feed.ttl(TTL)
    for item in document.items:
        entry = _entry(feed, item)
        entry.description(escape(item.summary, quote=False), isSummary=True)  # RSS takes it for HTML
        entry.dc.dc_creator(list(item.authors))
        entry.dc.dc_publisher(item.publisher)
        if item.source_url:
            entry.source(item.source_url, item.source)
        elif item.source:
            entry.dc.dc_source(item.source)
        if item.language != "vi":
            entry.dc.dc_language(item.language)
        for file in item.files[:1]:  # the Profile allows one; the others stand in the content
            entry.enclosure(file.url, 0, file.type)
    result: bytes = feed.rss_str(pretty=True)
    return result


def atom(document: Document) -> bytes:
    """Return Atom 1.0 by RFC 4287, with Media RSS."""
    moments = {item.id: _distinct(item) for item in document.items}
    feed = _feed(document, ".atom", max(moments.values(), default=document.updated))
    for item in document.items:
        entry = _entry(feed, item)
        entry.summary(item.summary)
        entry.updated(moments[item.id])
        entry.author([{"name": name} for name in item.authors])
    result: bytes = feed.atom_str(pretty=True)
    return result


def picture_type(url: str) -> str:
    """Return the media type that a picture's address tells, or ``""``."""
    return PICTURE_TYPES.get(urlsplit(url).path.rpartition(".")[2].lower(), "")


def _distinct(item: Item) -> datetime:
    """Return when the item was updated, with a fraction of a second that is always the same and hardly another's.

    Pages state minutes or days, and the W3C validator warns of entries updated at the same moment.
    """
    return item.updated.replace(microsecond=crc32(item.id.encode()) % 1_000_000)


def _feed(document: Document, ending: str, updated: datetime) -> Any:
    feed = FeedGenerator()
    feed.load_extension("dc", atom=False)
    feed.register_extension("mends", _FeedMends, _EntryMends)
    feed.mends.document, feed.mends.ending = document, ending
    feed.id(document.address(document.channel, ".atom"))
    feed.title(document.title)
    feed.description(document.description)
    feed.language("vi")
    feed.generator(GENERATOR)
    feed.updated(updated)
    for link in _links(document, ending):
        feed.link(**link)
    feed.link(href=document.home, rel="alternate", type="text/html")  # last: feedgen makes it RSS's <link>
    return feed


def _links(document: Document, ending: str) -> list[dict[str, str]]:
    """Return a document's links but for its home: itself, the hub, and its neighbours by RFC 5005."""
    names = {"self": document.name}
    if document.is_page:
        names["current"] = document.channel
    if document.previous:
        names["prev-archive"] = document.previous
    if document.following:
        names["next-archive"] = document.following
    links = [
        {"href": document.address(name, ending), "rel": rel, "type": _TYPES[ending]} for rel, name in names.items()
    ]
    return [*links, {"href": document.hub, "rel": "hub"}] if document.hub else links


def _entry(feed: Any, item: Item) -> Any:
    entry = feed.add_entry(order="append")
    entry.mends.item = item
    entry.id(item.id)
    entry.title(item.title)
    entry.link(href=item.url)
    entry.published(item.published)
    entry.content(item.content, type="html")
    for name in item.categories:
        entry.category(term=name)
    return entry


class _FeedMends:
    """A feed extension, as feedgen calls it: what a whole document is missing."""

    document: Document
    ending: str

    def extend_ns(self) -> dict[str, str]:
        return {"media": _MEDIA_NS} | ({"fh": _HISTORY_NS} if self.document.is_page else {})

    def extend_rss(self, root: Element) -> Element:
        channel = root[0]
        for link in _links(self.document, self.ending):
            if link["rel"] != "self":
                SubElement(channel, f"{_ATOM}link", link)
        self._mark_page(channel)
        return root

    def extend_atom(self, root: Element) -> Element:
        self._mark_page(root)
        return root

    def _mark_page(self, parent: Element) -> None:
        if self.document.is_page:
            SubElement(parent, f"{{{_HISTORY_NS}}}archive")


class _EntryMends:
    """An entry extension: links with all they carry, pictures with caption and credit."""

    item: Item

    def extend_rss(self, element: Element) -> Element:
        self._add_pictures(element)
        return element

    def extend_atom(self, element: Element) -> Element:
        item = self.item
        if item.language != "vi":
            element.set(f"{_XML}lang", item.language)
        for file in item.files:
            SubElement(element, "link", rel="enclosure", href=file.url, type=file.type, title=file.title)
        for url in item.copies:
            SubElement(element, "link", rel="related", href=url)
        if item.source_url:
            SubElement(element, "link", rel="via", href=item.source_url, title=item.source)
        self._add_pictures(element)
        return element

    def _add_pictures(self, parent: Element) -> None:
        for image in self.item.pictures:
            content = SubElement(parent, f"{{{_MEDIA_NS}}}content", url=image.url, medium="image")
            if media_type := picture_type(image.url):
                content.set("type", media_type)
            if image.caption:
                SubElement(content, f"{{{_MEDIA_NS}}}description", type="plain").text = image.caption
            if image.credit:
                SubElement(
                    content, f"{{{_MEDIA_NS}}}credit", role="photographer", scheme="urn:ebu"
                ).text = image.credit
