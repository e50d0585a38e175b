"""A listing page: which articles it links to, and where the next page is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urljoin, urlsplit

from kkt_crawler import dates, urls
from kkt_crawler.pages import document
from kkt_crawler.text import one_line

if TYPE_CHECKING:
    from datetime import datetime

    from lxml.etree import _Element

_POSTBACK = re.compile(r"__doPostBack\(\s*['\"]([^'\"]*)['\"]\s*,\s*['\"]([^'\"]*)['\"]\s*\)")
_NEXT = re.compile(
    r"^(?:trang\s+(?:sau|tiếp|kế)|tiếp(?:\s+theo)?|sau|next(?:\s+page)?|[›»>]+|older)[\s›»>]*$", re.I
)
_PAGE = re.compile(r"(?:^|[?&])(?:page|p|trang|pageindex|pagefirstrow)=(\d+)", re.I)
_READ_MORE = re.compile(
    r"^(?:xem\s+(?:thêm|chi\s+tiết|tiếp)|chi\s+tiết|đọc\s+(?:thêm|tiếp)|read\s+more)\W*$", re.I
)
#: The card around a link ends where another article's link begins, and is no longer than a teaser.
_CARD = 900


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an article; ``published`` is the date beside it, None where there is none."""

    url: str
    key: str
    title: str
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class NextPage:
    """The next page of a listing: an address, or a postback's target and argument to send to it."""

    url: str
    postback: tuple[str, str] | None = None


class ListingPage:
    """A page read as a listing; subclasses say which address is an article's and which key it has."""

    def __init__(self, url: str, html: str, *, base_url: str = "") -> None:
        self.url = url
        self.html = html
        self.base_url = base_url

    def key(self, url: str) -> str:
        """Return the key of the article at ``url``, "" where it is no article of this site."""
        raise NotImplementedError

    def canonical(self, url: str) -> str:
        """Return the one spelling of an article's address."""
        return urls.canonical(url, self.base_url)

    @cached_property
    def root(self) -> _Element:
        """The parsed page."""
        return document.parse(self.html)

    @cached_property
    def _base(self) -> str:
        declared = next((element.get("href") for element in self.root.iter("base") if element.get("href")), "")
        return urljoin(self.url, declared) if declared else self.url

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The articles linked to, in page order, each key once with the longest text that links to it."""
        found: dict[str, Link] = {}
        for element in self.root.iter("a"):
            address = urls.absolute(element.get("href") or "", self._base)
            if not address or not urls.same_host(address, self.base_url or self.url):
                continue
            key = self.key(address)
            if not key:
                continue
            title = self._title(element)
            known = found.get(key)
            published = known.published if known else None
            if known is None or (title and len(title) > len(known.title)):
                url = known.url if known else self.canonical(address)
                found[key] = Link(url, key, title, published or self._date(element, key))
            elif published is None and (date := self._date(element, key)):
                found[key] = Link(known.url, key, known.title, date)
        return tuple(found.values())

    @staticmethod
    def _title(element: _Element) -> str:
        """Return the link's text; what its ``title`` says where the text is cut or missing."""
        shown, said = document.joined_text(element), one_line(element.get("title") or "")
        if _READ_MORE.match(shown):
            return ""
        cut = shown.rstrip("….").rstrip()
        return said if (len(said) > len(cut) and said.startswith(cut) and cut != shown) or not shown else shown

    def _date(self, element: _Element, key: str) -> datetime | None:
        """Return the date in the card of a link: around it, up to where another article is linked."""
        card = element
        for above in element.iterancestors():
            text = document.shown_text(above)
            if len(text) > _CARD or above.tag in ("body", "form"):
                break
            others = (self.key(urls.absolute(link.get("href") or "", self._base)) for link in above.iter("a"))
            if any(other and other != key for other in others):
                break
            card = above
        if card is element:
            return self._beside(element)
        outside = document.shown_text(card).replace(document.shown_text(element), " ")
        moment = next(dates.find(outside), None)
        return moment.at if moment else self._beside(card)

    def _beside(self, element: _Element) -> datetime | None:
        """Return the date in the text straight behind a link that has no card of its own."""
        moment = dates.parse((element.tail or "")[:60]) if element.tail else None
        return moment.at if moment else None

    @cached_property
    def next_page(self) -> NextPage | None:
        """The page after this one; None on the last."""
        linked = next(
            (element.get("href") for element in self.root.iter("link") if element.get("rel") == "next"), ""
        )
        if linked:
            return self._plain(linked)
        current = self._number
        for element in self.root.iter("a"):
            href = element.get("href") or ""
            label = document.shown_text(element) or one_line(
                element.get("title") or element.get("aria-label") or ""
            )
            disabled = "disabled" in document.names(element) or "disabled" in (
                document.names(parent) if (parent := element.getparent()) is not None else ""
            )
            number = _PAGE.search(urlsplit(urljoin(self._base, href)).query)
            is_next = element.get("rel") == "next" or bool(_NEXT.match(label))
            is_next = is_next or bool(_READ_MORE.match(label) and number and int(number[1]) == current + 1)
            is_number = label.isascii() and label.isdigit() and int(label) == current + 1
            if disabled or not (is_next or is_number):
                continue
            if match := _POSTBACK.search(href):
                return NextPage(self.url, (match[1], match[2]))
            if number and (page := self._plain(href)):
                return page
        return None

    def _plain(self, href: str) -> NextPage | None:
        url = urls.absolute(href, self._base)
        if (
            not url
            or not urls.same_host(url, self.base_url or self.url)
            or url == urls.absolute(self.url, self.url)
        ):
            return None
        return NextPage(url)

    @cached_property
    def _number(self) -> int:
        """The number of this page: what the pager shows without a link, else what the address says, else 1."""
        for element in self.root.iter("span", "strong", "b", "li", "a", "td"):
            if any(word in document.names(element).split() for word in ("current", "active", "selected")) or (
                element.tag in ("span", "strong", "b") and not len(element) and self._in_pager(element)
            ):
                label = document.shown_text(element)
                if label.isascii() and label.isdigit() and len(label) < 5:
                    return int(label)
        pages = parse_qs(urlsplit(self.url).query.lower()).get("page", [])
        return int(pages[0]) if pages and pages[0].isascii() and pages[0].isdigit() else 1

    def _in_pager(self, element: _Element) -> bool:
        text = (element.text or "").strip()
        parent = element.getparent()
        if not text.isdigit() or parent is None:
            return False
        holder = parent if parent.tag != "td" or parent.getparent() is None else parent.getparent()
        return any(
            document.shown_text(link).isdigit() for link in (holder if holder is not None else parent).iter("a")
        )


class KktListing(ListingPage):
    """A list page of the portal: only articles of its own sub-site count."""

    def key(self, url: str) -> str:
        """Return the ``nid`` of an article of this sub-site."""
        key = urls.portal_key(url)
        return key if key and urls.portal_subsite(url) == urls.portal_subsite(self.base_url or self.url) else ""

    def canonical(self, url: str) -> str:
        """Return the portal's one spelling."""
        return urls.portal_canonical(url, self.base_url)


class MediaTechListing(ListingPage):
    """A section, search or home page of a MediaTech paper."""

    def key(self, url: str) -> str:
        """Return the number at the end of an article's path."""
        return urls.paper_key(url)
