"""A site's menu: the sections of a paper, the news entry of a portal, the entry that names an agency."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from kkt_crawler import urls
from kkt_crawler.pages import document
from kkt_crawler.text import fold, unaccent

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from lxml.etree import _Element

_MENU = re.compile(r"(?<![a-z])(?:menu|nav|navbar|navigation|topnav|mainnav)(?![a-z])")
_SECTION = re.compile(r"^/([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)/?$")
_NEWS = re.compile(r"\btin (?:tuc|hoat dong|noi bat|moi)\b|\btin\b.*\bsu kien\b")
_NEWS_PATH = re.compile(r"/(?:tin-tuc|tin-hoat-dong|tintuc|news)", re.I)


class MenuEntry(NamedTuple):
    """A link of a menu."""

    url: str
    name: str


def sections(url: str, html: str, *, without: Collection[str] = ()) -> list[MenuEntry]:
    """Return the sections that the menu of a home page links: addresses of one path segment on its own host.

    Entries below an entry are left out, for a section lists what its sub-sections do. ``without`` names first
    segments that are no sections. Where no element that calls itself a menu has any, all links count.
    """
    root = document.parse(html)
    menus = [element for element in root.iter("nav", "header", "ul", "div") if _is_menu(element)]
    return _sections(url, menus, without) or _sections(url, [root], without)


def _sections(url: str, scopes: list[_Element], without: Collection[str]) -> list[MenuEntry]:
    found: dict[str, MenuEntry] = {}
    for scope in scopes:
        for entry, element in _entries(url, scope):
            match = _SECTION.match(urlsplit(entry.url).path)
            if not match or urlsplit(entry.url).query or not urls.same_host(entry.url, url):
                continue
            nested = sum(above.tag == "li" for above in element.iterancestors()) > 1
            if match[1].lower() not in without and not nested and entry.name:
                found.setdefault(entry.url.rstrip("/"), entry)
    return list(found.values())


def news(url: str, html: str) -> list[MenuEntry]:
    """Return the entries of a portal's page that lead to its news, those that say so first."""
    subsite = urls.portal_subsite(url)
    named: dict[str, MenuEntry] = {}
    addressed: dict[str, MenuEntry] = {}
    for entry, _ in _entries(url, document.parse(html)):
        if not urls.same_host(entry.url, url) or urls.portal_key(entry.url):
            continue
        if not urls.portal_subsite(entry.url).startswith(subsite):
            continue
        if _NEWS.search(unaccent(fold(entry.name))):
            named.setdefault(entry.url.lower(), entry)
        elif _NEWS_PATH.search(urlsplit(entry.url).path):
            addressed.setdefault(entry.url.lower(), entry)
    return list(({**named} or addressed).values())


def naming(url: str, html: str, names: Collection[str]) -> list[MenuEntry]:
    """Return the links whose text has one of ``names`` (folded, without accents), the shortest text first."""
    found = {
        entry.url: entry
        for entry, _ in _entries(url, document.parse(html))
        if any(name in unaccent(fold(entry.name)) for name in names)
    }
    return sorted(found.values(), key=lambda entry: len(entry.name))


def _is_menu(element: _Element) -> bool:
    return element.tag in ("nav", "header") or bool(_MENU.search(document.names(element)))


def _entries(url: str, scope: _Element) -> Iterator[tuple[MenuEntry, _Element]]:
    for element in scope.iter("a"):
        address = urls.absolute(element.get("href") or "", url)
        if address:
            name = document.shown_text(element) or element.get("title") or ""
            yield MenuEntry(urlsplit(address)._replace(fragment="").geturl(), name), element
