"""One pass over the page: where its prose is, in which order, and under which elements it gathers."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, cast

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.address import leads_to_page
from kkt_crawler.pages.document import (
    HEADINGS,
    HIDDEN,
    LABELS,
    ancestors,
    common_ancestor,
    is_inline,
    is_paragraphs,
    joined_text,
    names,
    open_label,
    size,
    tag_of,
    words,
)
from kkt_crawler.pages.rows import ROW, Rows, leads_by_script
from kkt_crawler.pages.when import is_dateline

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Shorter runs of text are labels and menu entries far more often than prose.
_SHORTEST = 25
#: No line of an imprint is longer.
_IMPRINT = 300
#: A longer heading that ends as a sentence is a paragraph, and no headline.
_LEAD = 120
#: Nor a dateline than this.
_DATELINE = 160
#: A child that holds this part of its parent's prose is where the prose is.
_MOST = 0.7
#: How much more a run counts that machine data gives as the article's text. Not all of it: that is often cut.
_STATED = 5.0
#: Names that many publishing systems give the article's body, and the part of the prose that proves one right.
_BODY = words(
    "(?:article|story|post|entry|news|page|single|detail|content|main)[-_]*(?:body|content|text|detail)s?",
    "articlebody",
    "body[-_]*(?:content|text)", "(?:noi~dung|content)(?:~(?:tin|bai|detail))?", "fck_detail", "rich~text",
)  # fmt: skip
_PROOF = 0.55
#: A second element of such a name with this part is the body's other half.
_RIVAL = 0.2
#: The article is at least this part of the page's prose; the rest may be teasers and comments.
_AROUND = 0.2
#: An element that holds this part of the page's prose is the article's wrapper, whatever its name says.
_WRAPPER = 0.5
#: More links than this between a heading and the text are a menu or a list of articles.
_MENU = 12
#: A longer link is another article's headline.
ENTRY = 30
_SENTENCE = re.compile(r"[.!?…:,;。？！、،؟]")
#: Text in these is an article's less often.
_HEADER = words("[-_a-z]*header", "masthead")
_LESS = frozenset(("figcaption", "figure", "header", "li", "ul", "h1", "h2"))
#: A column beside the article says no more than this part of it.
_COLUMN = 0.5
#: What frameworks call the columns of a grid that have a third of its width at most, and what others call such.
_NARROW = words(
    "col(?:umn)?(?:-[a-z]{2,3})?-[1-4](?!\\d)", "(?:col|cot)~(?:left|right|trai|phai)",
    "(?:left|right)~(?:col[a-z]*|panel|pane)",
    "side~bar",
)  # fmt: skip
_LISTS = frozenset(("ul", "li"))
#: No article stands in these, though a short one says less than they do.
_NEVER = frozenset(("footer", "nav"))


class Survey:
    """The prose of a page: ``prose[element]`` is how many characters of it stand in the element.

    ``stated`` is the article's text where machine data gives it: runs that occur there count fully, others little.
    """

    def __init__(self, root: _Element, stated: str = "") -> None:
        self.root = root
        self.body = next(root.iterchildren("body"), root)
        self.elements = list(self.body.iter("*"))  #: of the body, in page order
        #: Every text in or behind a shown element but links' own: its place, what holds it, and itself.
        self.runs: list[tuple[int, _Element, str]] = []
        self.links: list[tuple[int, _Element]] = []  #: every ``<a>`` and its place
        self._read()
        self._shown: dict[_Element, bool] = {}  # parents before children
        self.rows = Rows()
        self.own = self._own(stated)  #: prose standing directly in an element
        below = [(element, element.getparent()) for element in reversed(self._shown)]
        self.raw = _gather(self.own, below, {})  #: unweighted
        self._most = _WRAPPER * self.raw.get(root, 0.0)
        self._weights = {
            element: _weight(element, wrapper=amount > self._most) for element, amount in self.raw.items()
        }
        #: weighted: text in boxes beside the article counts little
        self.prose = _gather(self.own, below, self._weights)
        self._below = below

    def place(self, element: _Element) -> int:
        """Return the position of ``element`` in page order; 0 for what a broken page has outside its body."""
        try:
            return self.elements.index(element)
        except ValueError:
            return 0

    def end(self, element: _Element) -> int:
        """Return the position behind ``element`` and what stands in it."""
        return self.place(element) + size(element)

    def is_wrapper(self, element: _Element) -> bool:
        """Tell whether the element holds most of the page's prose: it is around the article, whatever its name."""
        return element.tag not in _NEVER and self.raw.get(element, 0.0) > self._most

    def links_between(self, place: int, other: int) -> int:
        """Return how many links stand between two positions; buttons, which lead nowhere, are none."""
        return max(0, bisect_left(self._leading, other) - bisect_right(self._leading, place))

    def links_behind(self, place: int) -> list[_Element]:
        """Return the links from a position on."""
        return [link for at, link in self.links if at >= place]

    @cached_property
    def _leading(self) -> list[int]:
        return [place for place, link in self.links if not (href := link.get("href")) or leads_to_page(href)]

    @cached_property
    def clicked(self) -> set[_Element]:
        """Elements that are no links and lead to other pages by a script."""
        return set(filter(leads_by_script, cast("list[_Element]", self.body.xpath(".//*[@onclick]"))))

    def entries_between(self, place: int, other: int) -> int:
        """Return how many of the links between two positions are as short as a menu's."""
        between = self._leading[bisect_right(self._leading, place) : bisect_left(self._leading, other)]
        return sum(0 < len(joined_text(self.elements[link])) <= ENTRY for link in between)

    def _read(self) -> None:
        """Gather runs and links in one walk, which makes blocks of what is set as such."""
        for place, element in enumerate(self.elements):
            tag = element.tag
            if tag in LABELS:
                open_label(element)
            if tag == "a":
                self.links.append((place, element))
            elif tag not in HIDDEN and (text := element.text) and not text.isspace():
                self.runs.append((place, element, text))
            if (text := element.tail) and not text.isspace() and (parent := element.getparent()) is not None:
                self.runs.append((place, parent, text))

    def _own(self, stated: str) -> dict[_Element, float]:
        """Return the prose that stands directly in each element."""
        own: dict[_Element, float] = {}
        for _, element, text in self.runs:
            if len(text) <= _SHORTEST:
                continue
            text = text.strip()
            if len(text) > _SHORTEST and self._is_shown(element) and not _is_label(text):
                own[element] = own.get(element, 0.0) + _amount(text, stated)
        return own

    def _is_shown(self, element: _Element | None) -> bool:
        """Tell whether text in the element is prose at all: not in a link, a script or a button."""
        passed = []
        shown = True
        while element is not None:
            known = self._shown.get(element)
            if known is not None:
                shown = known
                break
            passed.append(element)
            if element.tag == "a" or element.tag in HIDDEN:
                shown = False
                break
            element = element.getparent()
        for below in reversed(passed):
            self._shown[below] = shown
        return shown

    def is_called_body(self, element: _Element) -> bool:
        """Tell whether the element is called as publishing systems call the article's body, and is no box."""
        label = names(element)
        return _BODY(label) and not boilerplate.BOX(label)

    def around(self, title: _Element, part: float = _AROUND) -> _Element:
        """Return the smallest element that holds the title and a good part of the page's prose."""
        own = self.prose.get(title, 0.0)
        least = own + part * (self.prose.get(self.root, 0.0) - own)
        above = [element for element in title.iterancestors() if element is not self.root]
        headers = [
            place for place, element in enumerate(above) if element.tag == "header" or _HEADER(names(element))
        ]
        above = above[headers[-1] + 1 :] if headers else above
        return next((element for element in above if self.prose.get(element, 0.0) >= least), self.body)

    def heading_before(self, node: _Element) -> _Element | None:
        """Return the last heading of the first two levels before ``node``, an ``<h1>`` if there is one.

        None where only the whole page holds both, or a menu stands between them.
        """
        if node in (self.root, self.body):
            return None
        start = self.place(node)
        for tag in ("h1", "h2"):
            above = (element for element in reversed(self.elements[:start]) if element.tag == tag)
            headings = (element for element in above if not _is_lead(element))
            heading = next((element for element in headings if not boilerplate.is_boxed(element, node)), None)
            if heading is None or common_ancestor(heading, node) in (self.root, self.body):
                continue
            place = self.place(heading)
            if self.links_between(place, start) <= _MENU:
                return heading
        return None

    @cached_property
    def main(self) -> _Element:
        """The smallest element that holds most of the page's prose: the article's text, as a rule."""
        return self.densest(self.body, self.untold)

    @cached_property
    def untold(self) -> dict[_Element, float]:
        """Weighted prose in which other articles' teasers count little."""
        own = {
            element: amount if amount > ROW else amount * self.rows.teaser_weight(element)
            for element, amount in self.own.items()
        }
        return self.prose if own == self.own else _gather(own, self._below, self._weights)

    @cached_property
    def columns(self) -> set[_Element]:
        """The columns beside :attr:`main` that say much less: cells of its rows, and narrow ones of a grid.

        A notice in a column may say more than the article beside it: then it has no date.
        """
        prose = self.untold
        much = _COLUMN * prose.get(self.main, 0.0)
        found: set[_Element] = set()
        for above in ancestors(self.main):
            beside = [
                column
                for column in chain(above.itersiblings(preceding=True), above.itersiblings())
                if ((column.tag == "td" and above.tag == "td") or _NARROW(names(column)))
                and prose.get(column, 0.0) <= much
            ]
            if beside and self._is_dated(above):
                found.update(beside)
        return found

    def _is_dated(self, element: _Element) -> bool:
        start, end = self.place(element), self.end(element)
        return any(start <= place < end and is_dateline(run) for place, _, run in self.runs)

    def densest(self, start: _Element, prose: dict[_Element, float] | None = None) -> _Element:
        """Return the smallest element under ``start`` that holds most of its prose."""
        prose = self.prose if prose is None else prose
        node = start
        while True:
            given = {child: prose.get(child, 0.0) * self._weights.get(child, 0.0) for child in node}
            best = max(given, key=given.__getitem__, default=None)
            if best is None or self._is_paragraph(best):
                return node
            if not given[best] or given[best] < _MOST * prose.get(node, 0.0):
                return self._named(node, prose)
            node = best

    def _is_paragraph(self, element: _Element) -> bool:
        """Tell whether the element is one paragraph, and so not what holds the paragraphs."""
        if is_inline(tag_of(element)) or element.tag == "p" or element.tag in HEADINGS:
            return True
        if element.tag == "tr" and len(element) == 1:
            return self._is_paragraph(element[0])
        blocks = any(child in self.prose and not is_inline(tag_of(child)) for child in element)
        return not blocks and sum(1 for _ in element.iter("br")) < 2

    def _named(self, node: _Element, prose: dict[_Element, float]) -> _Element:
        """Return the one element in ``node`` named as a body that holds most of its prose, else ``node``."""
        if _BODY(names(node)):
            return node
        total = prose.get(node, 0.0)
        found = [
            element
            for element, amount in prose.items()
            if amount >= _RIVAL * total and element is not node and _BODY(names(element))
        ]
        found = [element for element in found if node in element.iterancestors()]
        best = max(found, key=lambda element: prose[element], default=node)
        family = {best, *best.iterancestors(), *best.iter("*")}
        if prose.get(best, 0.0) < _PROOF * total or any(element not in family for element in found):
            return node
        return best


def _is_lead(heading: _Element) -> bool:
    """Tell whether a heading is the article's first paragraph: it ends as one."""
    said = joined_text(heading)
    return len(said) > _LEAD and said.endswith(".")


def _is_label(text: str) -> bool:
    """Tell whether a run of text is of an imprint, or says when."""
    imprint = boilerplate.is_imprint if len(text) < _IMPRINT else boilerplate.states_terms
    return imprint(text) or (len(text) < _DATELINE and is_dateline(text))


def _amount(text: str, stated: str) -> float:
    """Return how much a run of text counts: little where machine data does not say so, or it is no sentence."""
    if stated:
        return len(text) * (_STATED if text[:40] in stated else 1.0)
    sentence = "." in text or "," in text or _SENTENCE.search(text)
    return len(text) * (1.0 if sentence else 0.3)


def _gather(
    own: dict[_Element, float], below: list[tuple[_Element, _Element | None]], weights: dict[_Element, float]
) -> dict[_Element, float]:
    """Return what elements hold with what stands below them; ``below`` has each and its parent, children first."""
    total = dict(own)
    for element, parent in below:
        if (amount := total.get(element)) and parent is not None:
            total[parent] = total.get(parent, 0.0) + amount * weights.get(element, 1.0)
    return total


def _weight(element: _Element, *, wrapper: bool) -> float:
    """Return how far text in ``element`` counts as prose: little in boxes beside the article."""
    tag = element.tag
    if tag in _LESS:
        return 1.0 if tag in _LISTS and is_paragraphs(element) else 0.3
    if (wrapper and tag not in _NEVER) or is_inline(tag_of(element)):
        return 1.0
    if tag in boilerplate.BOX_TAGS:
        return 0.05
    return 0.1 if boilerplate.BOX(names(element)) else 1.0
