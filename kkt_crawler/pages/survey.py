"""One pass over the page: where its text is, in which order, and under which elements it gathers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import HIDDEN, is_inline, names

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Shorter runs of text are labels and menu entries far more often than prose.
_SHORTEST = 25
#: A child that holds this part of its parent's prose is where the prose is.
_MOST = 0.7
_SENTENCE = re.compile(r"[.!?…:,;。？！،؟]")


class Survey:
    """The prose of a page: ``prose[element]`` is how many characters of it stand in the element."""

    def __init__(self, root: _Element) -> None:
        self.root = root
        self.order: dict[_Element, int] = {}
        self.prose: dict[_Element, float] = {}
        self._weights: dict[_Element, float] = {}
        runs: list[tuple[_Element, str]] = []
        for position, element in enumerate(root.iter("*")):
            self.order[element] = position
            text, tail = element.text, element.tail
            if text and len(text) > _SHORTEST:
                runs.append((element, text))
            if tail and len(tail) > _SHORTEST:
                parent = element.getparent()
                if parent is not None:
                    runs.append((parent, tail))
        for element, text in runs:
            length = len(text.strip())
            if length > _SHORTEST and (weight := self._weight(element)):
                if not _SENTENCE.search(text):
                    weight *= 0.3
                self._count(element, length * weight)

    def _count(self, element: _Element | None, amount: float) -> None:
        prose = self.prose
        while element is not None:
            prose[element] = prose.get(element, 0.0) + amount
            element = element.getparent()

    def _weight(self, element: _Element) -> float:
        """Return how far text in ``element`` counts as prose: 0 in links, scripts and boxes beside the article."""
        weight = self._weights.get(element)
        if weight is None:
            weight = self._own_weight(element)
            parent = element.getparent()
            if weight and parent is not None:
                weight *= self._weight(parent)
            self._weights[element] = weight
        return weight

    def _own_weight(self, element: _Element) -> float:
        tag = element.tag
        if tag in HIDDEN or tag == "a" or tag in boilerplate.BOX_TAGS:
            return 0.0
        if tag in ("figcaption", "figure", "header", "li"):
            return 0.3
        if element.attrib and not is_inline(tag) and boilerplate.BOX.search(names(element)):
            return 0.1
        return 1.0

    def densest(self, start: _Element) -> _Element:
        """Return the smallest element under ``start`` that holds most of its prose."""
        node = start
        while True:
            best = max(node, key=lambda child: self.prose.get(child, 0.0), default=None)
            if best is None or is_inline(best.tag) or best.tag in ("p", "h1", "h2", "h3"):
                return node
            if self.prose.get(best, 0.0) < _MOST * self.prose.get(node, 0.0) or not self.prose.get(best):
                return node
            node = best
