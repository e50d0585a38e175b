"""A gallery straight below the text: pictures with captions, which lead to no other page."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import HEADINGS, HIDDEN, ancestors, is_hidden, names, shown_runs, shown_text
from kkt_crawler.pages.named import named_as
from kkt_crawler.pages.pointers import LINKED_PICTURE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kkt_crawler.pages.survey import Survey

#: What stands beside the captions of a carousel: arrows, dots and counters.
_CONTROL = re.compile(r"[\W\d_]*")


def with_gallery(survey: Survey, node: _Element) -> _Element:
    """Return the body, with what shows captioned pictures straight below it, or below a wrapper of it, in it."""
    for gallery in list(takewhile(_is_gallery, _below(survey, node))):
        node.append(_taken_out(gallery))
    return node


def _below(survey: Survey, node: _Element) -> Iterator[_Element]:
    """Yield what says or shows something below the body, without what is no more than around it."""
    for around in takewhile(lambda element: element is not survey.body, ancestors(node)):
        for below in around.itersiblings():
            while not _is_gallery(below) and not (below.text or "").strip() and len(below):
                first = next(filter(_says_or_shows, below), None)
                if first is None:
                    break
                below = first
            if _says_or_shows(below):
                yield below


def _taken_out(element: _Element) -> _Element:
    """Return the element without what stands behind it, which stays where it is."""
    before, parent = element.getprevious(), element.getparent()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail and parent is not None:
        parent.text = (parent.text or "") + element.tail
    element.tail = None
    return element


def _is_gallery(element: _Element) -> bool:
    """Tell whether an element shows pictures with captions, and says and leads to nothing else."""
    pictures = sum(1 for _ in element.iter("img"))
    if not pictures or element.tag in boilerplate.BOX_TAGS or boilerplate.BOX(names(element)):
        return False
    if any(not LINKED_PICTURE.search(link.get("href") or "#") for link in element.iter("a")):
        return False
    captions = [part for part in element.iter() if _is_caption(part)]
    if len(captions) < pictures or next(element.iter(*HEADINGS), None) is not None:
        return False
    said = [run for run in shown_runs(element) if not _CONTROL.fullmatch(run)]
    return len(said) <= sum(len(shown_runs(caption)) for caption in captions)


def _is_caption(element: _Element) -> bool:
    return element.tag == "figcaption" or (element.tag != "figure" and named_as(element, element.keys()).caption)


def _says_or_shows(element: _Element) -> bool:
    if element.tag in HIDDEN or is_hidden(element):
        return False
    said = shown_text(element)
    if said and not boilerplate.is_furniture(said):
        return True
    return bool((element.tail or "").strip()) or next(element.iter("img"), None) is not None
