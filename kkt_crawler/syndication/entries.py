"""What feeds are made of: the archive as they read it, items, documents, and what channels are called."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

from kkt_crawler.dates import VIETNAM
from kkt_crawler.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kkt_crawler.article import Attachment, Image
    from kkt_crawler.entry import Channel, Entry, Health, Revision

#: The channel of each story once, and the one whose entries are edits.
ALL, CORRECTIONS = "all", "corrections"

#: ``updated`` of a document without items: no date is taken from the clock.
_NEVER = datetime(2000, 1, 1, tzinfo=VIETNAM)

_PAGE_NAME = re.compile(r"/archive-\d+$")


class SiteTitle(NamedTuple):
    """What readers call a site, in Vietnamese, and the address of its home page."""

    name: str
    home: str


class Library(Protocol):
    """What the feeds read of the archive. Lists are newest first; what a full page holds never changes."""

    def channels(self) -> list[Channel]:
        """Return every channel that has entries."""

    def newest(self, channel: str, limit: int) -> list[Entry]:
        """Return a channel's newest entries."""

    def pages(self, channel: str, size: int) -> int:
        """Return how many pages of ``size`` entries there are, in order of arrival; the last may be short."""

    def page(self, channel: str, number: int, size: int) -> list[Entry]:
        """Return a page's entries, those of a full one as they stood when it became full; page 1 is the oldest."""

    def corrections(self, limit: int) -> list[Revision]:
        """Return the last edits."""

    def health(self) -> list[Health]:
        """Return how each site's last run went."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One entry as every format shows it. All text is one line, in NFC and fit for XML; all URLs are http(s)."""

    id: str
    url: str
    title: str
    published: datetime  #: +07:00, whole seconds, as ``updated``
    updated: datetime  #: never before ``published``
    authors: tuple[str, ...]  #: the site where the article names nobody
    publisher: str  #: the site's name
    summary: str  #: plain text; the title where there is none
    content: str  #: sanitized HTML
    categories: tuple[str, ...] = ()
    source: str = ""  #: the credited origin
    source_url: str = ""  #: the page it was taken from, or the origin's own address, where known
    pictures: tuple[Image, ...] = ()
    files: tuple[Attachment, ...] = ()
    copies: tuple[str, ...] = ()  #: addresses of the story's other printings
    language: str = "vi"


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One feed document, whatever its format: the newest items of a channel or a page of old ones."""

    name: str  #: path without ending below the feeds' folder: ``kkt`` or ``kkt/archive-3``
    channel: str  #: the name of the document that readers subscribe to
    title: str
    description: str
    home: str  #: the page that the channel is the news of
    feeds_url: str
    items: tuple[Item, ...]
    previous: str = ""  #: the name of the page with older entries
    following: str = ""  #: the name of the page with newer entries
    hub: str = ""

    @property
    def updated(self) -> datetime:
        """The last change of an item: the same items give the same bytes."""
        return max((item.updated for item in self.items), default=_NEVER)

    @property
    def is_page(self) -> bool:
        """Whether it is a page of old entries and none to subscribe to."""
        return self.name != self.channel

    def address(self, name: str, ending: str) -> str:
        """Return where a document of this name is served."""
        return f"{self.feeds_url}{name}{ending}"


def with_file_name(channel: Channel) -> Channel:
    """Return the channel under a name that is no page's: a section "Archive 1" gets an underscore.

    No slug has one, so the name is nobody else's.
    """
    return replace(channel, name=f"{channel.name}_") if _PAGE_NAME.search(channel.name) else channel


def page_name(channel: str, number: int) -> str:
    """Return the name of a channel's page of old entries."""
    return f"{channel}/archive-{number}"


def site_name(site: str, sites: Mapping[str, SiteTitle]) -> str:
    """Return what readers call a site; a site that is crawled no more has only its short name left."""
    return one_line(sites[site].name if site in sites else site)


def channel_title(channel: Channel, sites: Mapping[str, SiteTitle]) -> str:
    """Return the title that feeds, OPML and the page give a channel."""
    if not channel.site:
        return {ALL: "Tin Quảng Ninh: tất cả", CORRECTIONS: "Tin Quảng Ninh: bài đã sửa"}[channel.name]
    name = site_name(channel.site, sites)
    return one_line(f"{name}: {channel.section}" if channel.section else name)


def channel_description(channel: Channel, sites: Mapping[str, SiteTitle]) -> str:
    """Return what a channel brings, in a sentence."""
    if channel.name == CORRECTIONS:
        return "Những bài đã bị sửa sau khi đăng: phần nào bị bỏ, phần nào được thêm."
    if channel.name == ALL:
        return "Toàn văn tin mới của mọi nguồn, mỗi tin một lần."
    name = site_name(channel.site, sites)
    section = f" trong mục {channel.section}" if channel.section else ""
    return one_line(f"Toàn văn tin mới{section} của {name}.")


def channel_home(channel: Channel, sites: Mapping[str, SiteTitle], feeds_url: str) -> str:
    """Return the page that a channel is the news of: the site's, or our own for channels over all sites."""
    return sites[channel.site].home if channel.site in sites else feeds_url
