"""One pass over the page: where its prose is, in which order, and under which elements it gathers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import HEADINGS, HIDDEN, is_inline, names, tag_of, words

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Shorter runs of text are labels and menu entries far more often than prose.
_SHORTEST = 25
#: A child that holds this part of its parent's prose is where the prose is.
_MOST = 0.7
#: Names that many publishing systems give the article's body, and the part of the prose that proves one right.
_BODY = words(
    "(?:article|story|post|entry|news|page|single|detail|content|main)[-_]*(?:body|content|text|detail)s?", "articlebody",
    "body[-_]*(?:content|text)", "(?:noi~dung|content)(?:~(?:tin|bai|detail))?", "fck_detail", "rich~text",
)  # fmt: skip
_PROOF = 0.55
#: The article is at least this part of the page's prose; the rest may be teasers and comments.
_AROUND = 0.2
#: An element that holds this part of the page's prose is the article's wrapper, whatever its name says.
_WRAPPER = 0.5
_SENTENCE = re.compile(r"[.!?…:,;。？！、،؟]")
#: Text in these is an article's less often.
_LESS = frozenset(("figcaption", "figure", "header", "li", "ul"))


class Survey:
    """The prose of a page: ``prose[element]`` is how many characters of it stand in the element.

    ``stated`` is the article's text where machine data gives it: runs that occur there count fully, others little.
    """

    def __init__(self, root: _Element, stated: str = "") -> None:
        self.root = root
        self.order: dict[_Element, int] = {}
        self.prose: dict[_Element, float] = {}  #: weighted: text in boxes beside the article counts little
        runs: list[tuple[_Element, str]] = []
        order = self.order
        for position, element in enumerate(root.iter("*")):
            order[element] = position
            text = element.text
            if text and len(text) > _SHORTEST:
                runs.append((element, text))
            text = element.tail
            if text and len(text) > _SHORTEST and (parent := element.getparent()) is not None:
                runs.append((parent, text))
        self._paths: dict[_Element, list[_Element] | None] = {}
        amounts: list[tuple[list[_Element], float]] = []
        self.raw: dict[_Element, float] = {}  #: unweighted
        raw = self.raw
        for element, text in runs:
            path = self._path(element)
            length = len(text.strip()) if path else 0
            if path is None or length <= _SHORTEST:
                continue
            amount = float(length)
            if boilerplate.IMPRINT.match(text):
                continue
            if stated:
                amount *= 5.0 if text.strip()[:40] in stated else 1.0
            elif not _SENTENCE.search(text):
                amount *= 0.3
            amounts.append((path, amount))
            for above in path:
                raw[above] = raw.get(above, 0.0) + amount
        least = _WRAPPER * raw.get(root, 0.0)
        weights = {element: _weight(element, wrapper=amount >= least) for element, amount in raw.items()}
        prose = self.prose
        for path, amount in amounts:
            for above in path:
                amount *= weights[above]
            if amount:
                for above in path:
                    prose[above] = prose.get(above, 0.0) + amount

    def _path(self, element: _Element) -> list[_Element] | None:
        """Return the element and its ancestors; None in links and in what is not shown."""
        try:
            return self._paths[element]
        except KeyError:
            pass
        tag = element.tag
        parent = element.getparent()
        above = self._path(parent) if parent is not None else []
        path = None if above is None or tag == "a" or tag in HIDDEN else [element, *above]
        self._paths[element] = path
        return path

    def around(self, title: _Element, part: float = _AROUND) -> _Element:
        """Return the smallest element that holds the title and a good part of the page's prose."""
        total = self.prose.get(self.root, 0.0)
        return next(
            (element for element in title.iterancestors() if self.prose.get(element, 0.0) >= part * total),
            self.root,
        )

    def densest(self, start: _Element) -> _Element:
        """Return the smallest element under ``start`` that holds most of its prose."""
        node, prose = start, self.prose
        while True:
            best = max(node, key=lambda child: prose.get(child, 0.0), default=None)
            if best is None or self._is_paragraph(best):
                return node
            amount = prose.get(best, 0.0)
            if not amount or amount < _MOST * prose.get(node, 0.0):
                return self._named(node)
            node = best

    def _is_paragraph(self, element: _Element) -> bool:
        """Tell whether the element is one paragraph, and so not what holds the paragraphs."""
        if is_inline(tag_of(element)) or element.tag == "p" or element.tag in HEADINGS:
            return True
        blocks = any(child in self.prose and not is_inline(tag_of(child)) for child in element)
        return not blocks and sum(1 for _ in element.iter("br")) < 2

    def _named(self, node: _Element) -> _Element:
        """Return the one element under ``node`` that is named as a body and holds a good part of its prose; else ``node``."""
        if node.attrib and _BODY.search(names(node)):
            return node
        least = _PROOF * self.prose.get(node, 0.0)
        found = [
            element
            for element, amount in self.prose.items()
            if amount >= least and element is not node and element.attrib and _BODY.search(names(element))
        ]
        within = [element for element in found if node in element.iterancestors()]
        return max(within, key=lambda element: self.prose[element], default=node)


def _weight(element: _Element, *, wrapper: bool) -> float:
    """Return how far text in ``element`` counts as prose: little in boxes beside the article."""
    tag = element.tag
    if tag in _LESS:
        return 0.3
    if wrapper:
        return 1.0
    if tag in boilerplate.BOX_TAGS:
        return 0.05
    if element.attrib and not is_inline(tag) and boilerplate.BOX.search(names(element)):
        return 0.1
    return 1.0
