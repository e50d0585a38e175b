"""Which entries stand in which feed, as values that every format is made from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from kkt_crawler.dates import VIETNAM
from kkt_crawler.entry import Entry
from kkt_crawler.syndication import content
from kkt_crawler.text import one_line, slug
from kkt_crawler.urls import absolute

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from kkt_crawler.article import Attachment, Image
    from kkt_crawler.entry import Channel, Health, Revision

ALL = "all"
CORRECTIONS = "corrections"

_TITLES = {ALL: "Tin Quảng Ninh: mọi nguồn, mỗi tin một lần", CORRECTIONS: "Tin Quảng Ninh: sửa sau khi đăng"}
_DESCRIPTIONS = {
    ALL: "Toàn văn tin của mọi nguồn; tin được nhiều nơi đăng chỉ xuất hiện một lần, kèm các nơi đã đăng.",
    CORRECTIONS: "Những bài đã sửa tiêu đề, nội dung, chú thích ảnh hay tệp đính kèm sau khi đăng, kèm chỗ sửa.",
}

#: A credit that is a host name: ``baoquangninh.vn``.
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.I)


class Library(Protocol):
    """What feeds need of the archive."""

    def channels(self) -> list[Channel]:
        """Return every channel that has entries."""

    def newest(self, channel: str, limit: int) -> list[Entry]:
        """Return a channel's newest entries by (published, id), newest first."""

    def pages(self, channel: str, size: int) -> int:
        """Return how many pages of ``size`` entries there are, in order of arrival; the last may be short."""

    def full_pages(self, channel: str, size: int) -> int:
        """Return how many of them are full."""

    def page(self, channel: str, number: int, size: int) -> list[Entry]:
        """Return a page's entries; a full page's never change."""

    def corrections(self, limit: int) -> list[Revision]:
        """Return the last edits, newest first."""

    def health(self) -> list[Health]:
        """Return how each site's last run went."""


@dataclass(frozen=True, slots=True)
class SiteTitle:
    """A site as readers know it: its Vietnamese name and the address of its home page."""

    name: str
    home: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address and what it is called."""

    url: str
    title: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One entry, ready for any format: plain text cleaned, HTML allow-listed, times in +07:00."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    authors: tuple[str, ...]  #: never empty: the site where the page names nobody
    categories: tuple[str, ...]
    published: datetime
    updated: datetime
    language: str
    images: tuple[Image, ...]
    attachments: tuple[Attachment, ...]
    origin: Link | None  #: where a credited copy comes from
    related: tuple[Link, ...]  #: the story's other printings

    def shortened(self) -> Item:
        """Return the item with its summary and a link in place of the whole text."""
        return replace(self, html=content.teaser(self.summary, self.url), images=self.images[:1])


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """One document: a subscription's, or one page of its archive."""

    channel: str
    title: str
    description: str
    home: str  #: the site that the feed is about
    items: tuple[Item, ...]
    name: str  #: path without ending below the feeds' folder
    older: str = ""  #: the same of the archive page before this document; empty if there is none
    archived: bool = False

    @property
    def updated(self) -> datetime:
        """The last change to any entry: no clock has a say in it."""
        return max(item.updated for item in self.items)


def channel_title(channel: Channel, sites: Mapping[str, SiteTitle]) -> str:
    """Return the title that a channel bears in its feeds, in the OPML and on the page."""
    if title := _TITLES.get(channel.name):
        return title
    name = sites[channel.site].name if channel.site in sites else channel.site
    return f"{name}: {channel.section}" if channel.section else name


def subscription(
    library: Library, channel: Channel, *, size: int, sites: Mapping[str, SiteTitle], feeds_url: str
) -> Feed:
    """Return the document that readers subscribe to: the newest ``size`` entries."""
    if channel.name == CORRECTIONS:
        items = [correction(revision, sites) for revision in library.corrections(size)]
        return _feed(channel, channel.name, items, sites, feeds_url)
    items = [item(entry, sites) for entry in library.newest(channel.name, size)]
    older = archive_name(channel, pages) if (pages := library.pages(channel.name, size)) else ""
    return _feed(channel, channel.name, items, sites, feeds_url, older=older)


def archive_page(
    library: Library, channel: Channel, number: int, *, size: int, sites: Mapping[str, SiteTitle], feeds_url: str
) -> Feed:
    """Return page ``number`` of a channel's archive (RFC 5005), 1 being the oldest; a full page never changes."""
    items = [item(entry, sites) for entry in library.page(channel.name, number, size)]
    older = archive_name(channel, number - 1) if number > 1 else ""
    return _feed(channel, archive_name(channel, number), items, sites, feeds_url, older=older, archived=True)


def archive_name(channel: Channel, number: int) -> str:
    """Return where a page of a channel's archive stands: apart from the channels, whose names sites choose."""
    return f"archive/{channel.name}/{number}"


def item(entry: Entry, sites: Mapping[str, SiteTitle]) -> Item | None:
    """Return an entry ready for any format; None for one without title or address, which no format can hold."""
    article = entry.article
    title, url = one_line(article.title), absolute(article.url, article.url)
    if not title or not url:
        return None
    site = _site_name(article.site, sites)
    return Item(
        id=entry.id,
        url=url,
        title=title,
        summary=one_line(article.lead) or title,
        html=content.of_entry(entry, lambda name: _site_name(name, sites)),
        authors=tuple(filter(None, map(one_line, article.authors))) or (site,),
        categories=_labels(*entry.sections, article.section, *article.tags),
        published=entry.published.astimezone(VIETNAM),
        updated=max(entry.updated, entry.published).astimezone(VIETNAM),
        language=article.language,
        images=tuple(image for image in article.images if absolute(image.url, image.url) == image.url),
        attachments=tuple(file for file in article.attachments if absolute(file.url, file.url) == file.url),
        origin=_origin(entry, sites),
        related=tuple(
            Link(copy.url, _site_name(copy.site, sites))
            for copy in entry.printings
            if absolute(copy.url, copy.url) == copy.url
        ),
    )


def correction(revision: Revision, sites: Mapping[str, SiteTitle]) -> Item | None:
    """Return an edit as an entry of its own: what was changed, word by word, above the text as it is now."""
    after = revision.after
    entry = Entry(
        id=revision.id,
        article=after,
        published=revision.seen_at,
        updated=revision.seen_at,
        first_seen=revision.seen_at,
    )
    made = item(entry, sites)
    return made and replace(made, html=content.of_revision(revision), images=(), attachments=())


def _feed(
    channel: Channel,
    name: str,
    items: Sequence[Item | None],
    sites: Mapping[str, SiteTitle],
    feeds_url: str,
    *,
    older: str = "",
    archived: bool = False,
) -> Feed:
    title = channel_title(channel, sites)
    return Feed(
        title=title,
        description=_DESCRIPTIONS.get(channel.name)
        or f"Toàn văn tin của {title}, kèm ảnh, chú thích và tệp đính kèm.",
        home=(sites[channel.site].home if channel.site in sites else "") or feeds_url,
        items=tuple(filter(None, items)),
        channel=channel.name,
        name=name,
        older=older,
        archived=archived,
    )


def _origin(entry: Entry, sites: Mapping[str, SiteTitle]) -> Link | None:
    """Return where a credited copy comes from: the printing that is archived, else the host that is named."""
    source = one_line(entry.article.source)
    if not source:
        return None
    named = slug(source).replace("-", "")
    for copy in entry.printings:
        if named.startswith(copy.site):
            return Link(copy.url, _site_name(copy.site, sites))
    return Link(f"https://{source.lower()}/", source) if _HOST.fullmatch(source) else None


def _site_name(site: str, sites: Mapping[str, SiteTitle]) -> str:
    return sites[site].name if site in sites else site


def _labels(*labels: str) -> tuple[str, ...]:
    """Return the labels once each, case aside, in their order."""
    return tuple({label.casefold(): label for label in reversed([*filter(None, map(one_line, labels))])}.values())[
        ::-1
    ]
