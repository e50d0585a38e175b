"""What on a page names its site or a section, and so no article."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import HEADINGS, ancestors, joined_text, whole_text
from kkt_crawler.pages.opening import LABEL, Opening, find_opening
from kkt_crawler.text import fold

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.address import Address
    from kkt_crawler.pages.machine import Machine
    from kkt_crawler.pages.survey import Survey

#: A title that is longer or has one of these marks names no site: most need not be looked for on the page.
_LONGEST_NAME = 100
_MARKS = re.compile(r"[?!%,;\"“”'‘’]")
#: The link home, with the site's name, is one of so many at the top: the first, or one to a folder above the page.
_FIRST = 5


class Names:
    """What on the page names its site or a section, and so no article."""

    def __init__(self, survey: Survey, machine: Machine, address: Address) -> None:
        self.survey = survey
        self._machine = machine
        self.address = address
        self.page_title = machine.title  #: ``<title>``
        self._known: dict[str, bool] = {}

    @cached_property
    def opening(self) -> Opening:
        """Where the article begins, by lines that name neither: asked for by claims and headline."""
        return find_opening(self.survey, self)

    def no_article(self, text: str) -> bool:
        """Tell whether ``text`` is a template's, or the site's by machine data, a link home, or its imprint."""
        if text not in self._known:
            known = self.by_machine(text) or bool(boilerplate.TEMPLATE.match(text))
            may_be = 0 < len(text) < _LONGEST_NAME and not _MARKS.search(text)
            self._known[text] = known or (may_be and self._is_shown(text))
        return self._known[text]

    def _is_shown(self, name: str) -> bool:
        capitals = name.upper()  # as banners and imprints have it
        runs = enumerate(self.survey.runs)
        shown = [(at, holder, run) for at, (_, holder, run) in runs if name in run or capitals in run]
        for at, holder, run in shown:
            if boilerplate.is_imprint(run):
                return True
            if run.strip() in (name, capitals) and (self._leads_up(holder) or self._opens_imprint(at)):
                return True
        if self._opens_page(name):
            return True
        if any(holder.tag in HEADINGS for _, holder, _ in shown):
            return False
        return any(image.get("alt") == name and self._leads_up(image) for image in self.survey.body.iter("img"))

    def _opens_page(self, name: str) -> bool:
        """Tell whether the page's first link says ``name``, or one of the first that leads to a folder above."""
        links = list(islice(self.survey.body.iter("a"), _FIRST))
        saying = [link for link in links if joined_text(link) == name]
        first = self.away(links)[:1] if saying else []
        return any(link in first or self.address.leads_up(link) for link in saying)

    def _opens_imprint(self, at: int) -> bool:
        """Tell whether the run ``at`` is right above an imprint; a headline is above a picture's credit."""
        runs = self.survey.runs
        return runs[at][1].tag not in ("h1", "h2") and any(
            boilerplate.is_imprint(run) for *_, run in runs[at + 1 : at + 2]
        )

    def _leads_up(self, element: _Element) -> bool:
        link = _link_around(element)
        return link is not None and self.address.leads_up(link)

    def in_link(self, element: _Element) -> bool:
        """Tell whether ``element`` stands in a link to another page."""
        link = _link_around(element)
        if link is not None:
            return self.address.leads_away(link)
        clicked = self.survey.clicked
        return bool(clicked) and not clicked.isdisjoint(ancestors(element))

    def away(self, links: list[_Element]) -> list[_Element]:
        """Return those of ``links`` that lead to another page."""
        return [link for link in links if self.address.leads_away(link)]

    def repeats(self, text: str) -> bool:
        """Tell whether ``text`` is like a paper's or a portal's name, and stands on the page more than once."""
        return boilerplate.SITE.search(text) is not None and sum(text in run for *_, run in self.survey.runs) > 1

    def heads_page(self, name: str, title: int) -> bool:
        """Tell whether the page says ``name`` above its first link and the position of its title."""
        end = min(title, next((place for place, _ in self.survey.links), title))
        above = takewhile(lambda run: run[0] < end, self.survey.runs)
        return any(fold(run) == fold(name) for *_, run in above)

    def by_machine(self, text: str) -> bool:
        """Tell whether machine data gives ``text`` as the name of the site."""
        return text.casefold() in self._machine.organisations

    def heads(self, text: str) -> bool:
        """Tell whether ``text`` is what a heading of the page says in full."""
        return any(joined_text(heading) == text for heading in self.survey.body.iter("h1", "h2", "h3", "h4"))

    def section(self, text: str) -> bool:
        """Tell whether ``text`` is what a short link to another page says."""
        return any(self.address.leads_away(link) for link in self._entries.get(text.casefold(), ()))

    @cached_property
    def _entries(self) -> dict[str, list[_Element]]:
        """The links with a few words, by what they say in small letters."""
        found: dict[str, list[_Element]] = {}
        for link in self.survey.body.iter("a"):
            if len(link):
                text = whole_text(link)  # at a fifth of the cost of the shown: most are headlines
                line = joined_text(link).split() if len(text.split()) - text.count("-") <= LABEL else []
            else:
                line = (link.text or "").split()
            if line and len(line) - line.count("-") <= LABEL:
                found.setdefault(" ".join(line).casefold(), []).append(link)
        return found


def _link_around(element: _Element) -> _Element | None:
    return element if element.tag == "a" else next(element.iterancestors("a"), None)
