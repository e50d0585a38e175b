"""What travels through the crawl: which listing is asked for, which article is visited, and what was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from kkt_crawler.archive import Known
    from kkt_crawler.article import Article
    from kkt_crawler.pages import ListingPage


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """One page of a listing, to be asked for."""

    first: str  #: the address of the listing's first page, which names the listing
    page: type[ListingPage]
    section: str = ""  #: as the site's menu writes it
    number: int = 1
    known_before: int = 0  #: how many pages before this one, in a row, showed nothing unseen
    #: A menu named it, and menus name other things too: until it has shown an article once, it is no fault that it
    #: shows none.
    optional: bool = False

    def __str__(self) -> str:
        return self.first if self.number == 1 else f"{self.first} page {self.number}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Visit:
    """An article to be asked for, and what was known of it before."""

    key: str
    url: str
    section: str = ""
    listed: datetime | None = None  #: the date beside its link
    known: Known | None = None  #: None at the first visit


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleItem:
    """An article that was read, with what its answer gave to ask with the next time."""

    article: Article
    visit: Visit
    etag: str = ""
    last_modified: str = ""
