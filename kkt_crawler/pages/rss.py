"""A newspaper's own RSS read as a listing, leniently: such feeds are often not quite XML."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree

from kkt_crawler import dates, urls
from kkt_crawler.pages.listing import Link, ListingPage
from kkt_crawler.text import clean, one_line

if TYPE_CHECKING:
    from datetime import datetime

    from lxml.etree import _Element

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_BARE_AMPERSAND = re.compile(r"&(?!(?:#\d+|#x[0-9a-f]+|amp|lt|gt|quot|apos);)", re.I)
_MARKUP = re.compile(r"<[^>]+>")


class RssListing(ListingPage):
    """The items of an RSS or Atom feed as links; a feed has no next page."""

    next_page = None

    def key(self, url: str) -> str:
        """Return the number at the end of an article's path."""
        return urls.paper_key(url)

    @cached_property
    def root(self) -> _Element:
        """The parsed feed: control characters, bare ampersands and unclosed elements are put up with."""
        xml = _BARE_AMPERSAND.sub("&amp;", clean(_DECLARATION.sub("", self.html)))
        parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False)
        root = etree.fromstring(xml.encode(), parser) if xml.strip() else None
        return etree.Element("rss") if root is None else root

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The items in feed order, each key once."""
        found: dict[str, Link] = {}
        for item in self.root.iter("{*}item", "{*}entry"):
            address = urls.absolute(_value(item, "link") or _value(item, "guid"), self.url)
            key = self.key(address)
            if key and urls.same_host(address, self.base_url or self.url) and key not in found:
                title = one_line(_MARKUP.sub(" ", _value(item, "title")))
                found[key] = Link(self.canonical(address), key, title, _published(item))
        return tuple(found.values())


def _value(item: _Element, name: str) -> str:
    for child in item.iterchildren(f"{{*}}{name}"):
        value = "".join(child.itertext()).strip() or child.get("href") or ""
        if value:
            return str(value)
    return ""


def _published(item: _Element) -> datetime | None:
    for name in ("pubDate", "published", "updated", "date"):
        if moment := dates.parse(_value(item, name)):
            return moment.at
    return None
