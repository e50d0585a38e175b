"""Where a page stands on its site: which links lead to itself, and which to its home or its section."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from kkt_crawler import urls
from kkt_crawler.text import slug

if TYPE_CHECKING:
    from lxml.etree import _Element

#: What servers call the page of a folder itself.
_INDEX = re.compile(r"(?<=/)(?:default|index|home|trang-?chu)\.\w+$")
#: What an address for telephones has more, and the ending of any.
_AMP = re.compile(r"/amp(?=/|$)|[.-]amp(?=\.|$)")
_ENDING = re.compile(r"\.\w{3,5}$")
#: An article's own number.
_NUMBER = re.compile(r"\d{5,}")
#: The script that posts an ASP.NET page back.
_POST_BACK = "__doPostBack"
#: What stands behind the title in an address.
_BEHIND = re.compile(r"(?:[-_.](?:\d+|[a-z]?\d{4,}|s?html?|aspx?|php|tpo|epi|ldo|vov|vnp))+$", re.I)
#: A title of fewer words or letters may be a section's, and an address that was cut has more.
_WORDS, _SHORTEST, _CUT = 4, 12, 24


@dataclass(frozen=True)
class Address:
    """The address ``url`` of a page, what its links are relative to, and the other addresses it gives itself."""

    url: str
    base: str
    aliases: tuple[str, ...] = ()

    def leads_away(self, link: _Element) -> bool:
        """Tell whether ``link`` leads to another page, and not to this one by any of its addresses."""
        href = (link.get("href") or "").strip()
        if not leads_to_page(href):
            return False
        return _spelling(urls.absolute(href, self.base)) not in self._own

    def leads_to_article(self, link: _Element) -> bool:
        """Tell whether ``link`` leads to another article of the portal or the paper, by its number there."""
        url = urls.absolute(link.get("href") or "", self.base)
        return bool(urls.paper_key(url) or urls.portal_key(url)) and self.leads_away(link)

    def leads_up(self, link: _Element) -> bool:
        """Tell whether ``link`` leads to the site's home or to a folder that the page stands in: a section."""
        return self.leads_away(link) and _is_above(urls.absolute(link.get("href") or "", self.base), self.url)

    def is_another_s(self, url: str) -> bool:
        """Tell whether ``url`` is another page's: what it calls the page, or its number, is in none of this one's.

        Host, scheme, folders and endings differ between one article's addresses; the home page's says nothing.
        """
        url = urls.absolute(url, self.base)
        named = _named(url)
        return bool(named) and named.isdisjoint(self._called)

    def says(self, title: str) -> bool:
        """Tell whether the address spells ``title`` without its accents, as most papers' do, whole or cut.

        What is less than half of it may be a section's name, with which the title begins.
        """
        said = _letters(title)
        if len(said) < _SHORTEST or len(title.split()) < _WORDS:
            return False
        return any(
            (said in own and 2 * len(said) >= len(own)) or (len(own) >= _CUT and said.startswith(own))
            for own in self._spelled
        )

    @cached_property
    def _spelled(self) -> list[str]:
        """What the parts of the path spell, without the number at the end."""
        parts = unquote(urlsplit(self.url).path).split("/")
        return [own for part in parts if len(own := _letters(_BEHIND.sub("", part))) >= _SHORTEST]

    @cached_property
    def _called(self) -> set[str]:
        return {name for url in (self.url, *self.aliases) for name in _named(urls.absolute(url, self.base))}

    @cached_property
    def _own(self) -> set[tuple[str, str, str]]:
        # Some templates name the home page as every page's canonical one.
        names = [name for name in self.aliases if not _is_above(urls.absolute(name, self.base), self.url)]
        return {_spelling(urls.absolute(name, self.base)) for name in (self.url, *names)}


def leads_to_page(href: str | None) -> bool:
    """Tell whether an address of a link leads to a page, and not to a place on this one or to a script.

    ASP.NET's script to post the page back brings another.
    """
    return bool(href and (not href.startswith(("#", "javascript:")) or _POST_BACK in href))


def _letters(text: str) -> str:
    return slug(text).replace("-", "")


def _spelling(url: str) -> tuple[str, str, str]:
    parts = urlsplit(urls.portal_canonical(url))
    return urls.host(url), parts.path.rstrip("/").lower(), parts.query


def _named(url: str) -> set[str]:
    """Return what the end of an address's path calls the page, and the numbers in it."""
    name = _ENDING.sub("", _AMP.sub("", urlsplit(url).path.lower().rstrip("/")).rpartition("/")[2])
    return {name, *_NUMBER.findall(name)} - {""}


def _is_above(url: str, page: str) -> bool:
    parts = urlsplit(url)
    folder = _INDEX.sub("", parts.path.lower()).rstrip("/") + "/"
    path = urlsplit(page).path.lower().rstrip("/") + "/"
    return urls.same_host(url, page) and not parts.query and path.startswith(folder) and path != folder
