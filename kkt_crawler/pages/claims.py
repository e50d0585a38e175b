"""What a page calls itself: the titles its machine data states, without what names the site or the template."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.templates import names_section, names_site, opens_otherwise
from kkt_crawler.pages.title_parts import PARTS, has_part, in_full, own_part, without
from kkt_crawler.pages.trail import HOME
from kkt_crawler.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kkt_crawler.pages.machine import Machine
    from kkt_crawler.pages.site_names import Names


@dataclass(frozen=True)
class Claims:
    """What machine data says that the article is called, what said it, and ``<title>``; "" where there is none."""

    stated: str
    source: str
    title: str
    sites: frozenset[str] = frozenset()  #: what names the site in machine data or ``<title>``, for comparing

    @cached_property
    def folded(self) -> list[str]:
        """Both titles, for comparing."""
        return [fold(claim) for claim in (self.stated, self.title) if claim]

    @cached_property
    def parts(self) -> set[str]:
        """What a heading may say, for comparing: a part of ``<title>``, if machine data says no more.

        A headline may have the separators of its own: "Một - hai: ba | Báo" is "Một - hai: ba", too.
        """
        if self.stated:
            return set(self.folded)
        signs = [sign.span() for sign in boilerplate.DASHED.finditer(self.title)]
        sides = chain.from_iterable((self.title[:start], self.title[end:]) for start, end in signs)
        return {fold(part) for part in (self.title, *PARTS.split(self.title), *sides)}

    @cached_property
    def said(self) -> str:
        """Both titles in small letters."""
        return f"{self.stated}\n{self.title}".casefold()


def find_claims(machine: Machine, names: Names) -> Claims:
    """Return what machine data and ``<title>`` say that the article is called."""
    sites: set[str] = set()
    for text, source in _statements(machine):
        if text and names.no_article(text):
            sites.add(fold(text))
        if stated := own_part(text, names):
            title = machine.title
            stated = in_full(stated, title, names)
            if names_section(stated, title, names):
                continue
            if _is_of_home(text, stated) or names_site(stated, machine, names):
                sites.add(fold(stated))
                continue
            # What else stands in <title> is the site's.
            title = "" if has_part(title, stated) else own_part(title, names)
            return Claims(stated, source, title, frozenset(sites))
    # Where what is stated names the site, a <title> that says no more does so, too.
    title = own_part(machine.title, names)
    title = without(title, boilerplate.DASHED, lambda part: fold(part) in sites)
    named = boilerplate.SITE.search(title) and not PARTS.search(title)
    if fold(title) in sites or (named and opens_otherwise(fold(title), names)):
        title = ""
    parts = [machine.title, *boilerplate.DASHED.split(machine.title)]
    sites |= {fold(part) for part in parts if not title or names.no_article(part)}
    return Claims("", "", title, frozenset(sites))


def _is_of_home(text: str, own: str) -> bool:
    """Tell whether what is stated is the title of the site's first page: its name, beside "Trang chủ"."""
    named = boilerplate.SITE.search(own) is not None
    return named and any(map(HOME.match, boilerplate.DASHED.split(text)))


def _statements(machine: Machine) -> Iterator[tuple[str, str]]:
    yield machine.text("headline"), "json-ld headline"
    for name in ("og:title", "twitter:title"):
        yield machine.meta(name)[0], f"meta {name}"
