"""RSS 2.0 and Atom 1.0 through feedgen, with what feedgen 1.0.0 leaves out or gets wrong mended by an extension.

Each mend has a test that fails without it, so that a feedgen that needs it no longer is noticed:

- links of an Atom entry lose everything but their address: ours replace them;
- RSS gets no link but ``self``: ours add the archive's (RFC 5005) and the hub's (WebSub);
- an RSS author without an e-mail address vanishes: names go into ``dc:creator``;
- Media RSS has no description and no credit: captions and photographers are ours;
- the last link that is set becomes the RSS channel's, and an entry is put in front: hence the order here;
- dates default to now: every one is set.
"""

from __future__ import annotations

import mimetypes
from html import escape
from typing import TYPE_CHECKING

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kkt_crawler.syndication.entries import Feed, Item

ATOM = "http://www.w3.org/2005/Atom"
DC = "http://purl.org/dc/elements/1.1/"
HISTORY = "http://purl.org/syndication/history/1.0"
MEDIA = "http://search.yahoo.com/mrss/"

_TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml"}
_GENERATOR = "kkt_crawler"

#: Minutes that a reader may keep an RSS document before it asks again: crawls are hourly.
_TTL = 60

#: RSS demands a length; 0 is what the Best Practices Profile has for one that is not known.
_UNKNOWN_LENGTH = 0


def rss(feed: Feed, *, feeds_url: str, hub: str = "") -> bytes:
    """Return the document as RSS 2.0."""
    return bytes(_generator(feed, "rss", feeds_url, hub).rss_str(pretty=True))


def atom(feed: Feed, *, feeds_url: str, hub: str = "") -> bytes:
    """Return the document as Atom 1.0."""
    return bytes(_generator(feed, "atom", feeds_url, hub).atom_str(pretty=True))


def _generator(feed: Feed, kind: str, feeds_url: str, hub: str) -> FeedGenerator:
    made = FeedGenerator()
    made.register_extension("document", _FeedExtension, _EntryExtension)
    made.id(f"{feeds_url}{feed.channel}.atom")
    made.title(feed.title)
    made.description(feed.description)
    made.language("vi")
    made.generator(_GENERATOR)
    made.docs("https://www.rssboard.org/rss-specification")
    made.ttl(_TTL)
    made.updated(feed.updated)
    made.lastBuildDate(feed.updated)
    links = [{"rel": "self", "href": f"{feeds_url}{feed.name}.{kind}", "type": _TYPES[kind]}]
    if feed.older:
        links.append({"rel": "prev-archive", "href": f"{feeds_url}{feed.older}.{kind}", "type": _TYPES[kind]})
    if feed.archived:
        links.append({"rel": "current", "href": f"{feeds_url}{feed.channel}.{kind}", "type": _TYPES[kind]})
    elif hub:
        links.append({"rel": "hub", "href": hub})
    for link in links:
        made.link(**link)
    made.link(href=feed.home, rel="alternate", type="text/html")
    made.document.links = links[1:]
    made.document.archived = feed.archived
    for item in feed.items:
        _entry(made, item)
    return made


def _entry(made: FeedGenerator, item: Item) -> None:
    entry = made.add_entry(order="append")
    entry.id(item.id)
    entry.guid(item.id, permalink=False)
    entry.title(item.title)
    entry.link(href=item.url)
    # RSS calls its description HTML; Atom's summary is plain text.
    entry.description(escape(item.summary, quote=False))
    entry.summary(item.summary)
    entry.content(item.html or escape(item.summary), type="html")
    entry.author([{"name": name} for name in item.authors])
    entry.category([{"term": label} for label in item.categories])
    entry.published(item.published)
    entry.updated(item.updated)
    if item.attachments:  # RSS readers take one; the text lists them all
        first = item.attachments[0]
        entry.enclosure(first.url, _UNKNOWN_LENGTH, first.type)
    if item.origin:
        entry.source(url=item.origin.url, title=item.origin.title)
    entry.document.item = item


class _FeedExtension(BaseExtension):  # type: ignore[misc]  # feedgen has no types
    """What belongs to the whole document."""

    links: list[dict[str, str]]
    archived: bool

    def extend_ns(self) -> dict[str, str]:
        """Declare the prefixes once, at the root."""
        return {"dc": DC, "fh": HISTORY, "media": MEDIA}

    def extend_rss(self, root: _Element) -> _Element:
        """Add the links besides ``self``, behind it."""
        channel = root[0]
        place = next(index for index, child in enumerate(channel) if child.tag == f"{{{ATOM}}}link")
        for offset, link in enumerate(self.links, start=1):
            channel.insert(place + offset, etree.Element(f"{{{ATOM}}}link", link))
        return self._marked(channel, root)

    def extend_atom(self, root: _Element) -> _Element:
        """Say that an archive page is one."""
        return self._marked(root, root)

    def _marked(self, parent: _Element, root: _Element) -> _Element:
        if self.archived:
            etree.SubElement(parent, f"{{{HISTORY}}}archive")
        return root


class _EntryExtension(BaseEntryExtension):  # type: ignore[misc]  # feedgen has no types
    """What belongs to one entry."""

    item: Item

    def extend_rss(self, entry: _Element) -> _Element:
        """Add the authors, and each picture with its caption and photographer."""
        for author in self.item.authors:
            etree.SubElement(entry, f"{{{DC}}}creator").text = author
        for image in self.item.images:
            attributes = {"url": image.url, "medium": "image"}
            kind = mimetypes.guess_type(image.url)[0] or ""
            if kind.startswith("image/"):
                attributes["type"] = kind
            media = etree.SubElement(entry, f"{{{MEDIA}}}content", attributes)
            if image.caption:
                etree.SubElement(media, f"{{{MEDIA}}}description", {"type": "plain"}).text = image.caption
            if image.credit:
                credit = {"role": "photographer", "scheme": "urn:ebu"}
                etree.SubElement(media, f"{{{MEDIA}}}credit", credit).text = image.credit
        return entry

    def extend_atom(self, entry: _Element) -> _Element:
        """Replace the links, and take out the source, which feedgen writes without its required parts."""
        for child in [child for child in entry if child.tag in ("link", "source")]:
            entry.remove(child)
        for link in _links(self.item):
            etree.SubElement(entry, "link", link)
        return entry


def _links(item: Item) -> Iterator[dict[str, str]]:
    """Yield an Atom entry's links."""
    yield {"rel": "alternate", "type": "text/html", "href": item.url}
    if item.origin:
        yield {"rel": "via", "href": item.origin.url, "title": item.origin.title}
    for copy in item.related:
        yield {"rel": "related", "type": "text/html", "href": copy.url, "title": copy.title}
    for file in item.attachments:
        yield {"rel": "enclosure", "type": file.type, "href": file.url, "title": file.title}
