"""A page as every layout that is tried on it finds it."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from lxml.cssselect import CSSSelector

from kkt_crawler.pages import document
from kkt_crawler.pages.claims import Claims, find_claims
from kkt_crawler.pages.headline import Headline, find_headline
from kkt_crawler.pages.machine import Machine
from kkt_crawler.pages.site_names import Names
from kkt_crawler.pages.survey import Survey
from kkt_crawler.pages.written_out import mark_as_microdata

if TYPE_CHECKING:
    from lxml.etree import _Element

_compiled = lru_cache(CSSSelector)


class LoadedPage:
    """A page's address, text and tree, and what they say whatever a layout declares. Each is found once."""

    def __init__(self, url: str, html: str) -> None:
        self.url = url
        self.html = html
        self.root = document.parse(html)

    def select(self, selector: str) -> _Element | None:
        """Return the one element that ``selector`` finds; of several none is sure."""
        found = _compiled(selector)(self.root) if selector else []
        return found[0] if len(found) == 1 else None

    @cached_property
    def machine(self) -> Machine:
        """JSON-LD, ``<meta>``, microdata and RDFa."""
        if "typeof=" in self.html:
            mark_as_microdata(self.root)
        return Machine(self.root, self.url)

    @cached_property
    def survey(self) -> Survey:
        """Where the page's prose is."""
        return Survey(self.root, self.machine.text("articleBody"))

    @cached_property
    def names(self) -> Names:
        """What on the page names the site or a section."""
        return Names(self.survey, self.machine, self.machine.address)

    @cached_property
    def claims(self) -> Claims:
        """What machine data and ``<title>`` say that the article is called."""
        return find_claims(self.machine, self.names)

    @cached_property
    def headline(self) -> Headline | None:
        """The title by machine data and structure."""
        return find_headline(self.machine, self.names, self.claims)
