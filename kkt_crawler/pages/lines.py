"""The line that an element stands in, as a reader sees it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from kkt_crawler.pages.document import is_inline, says_more_than, shown_runs, shown_text, tag_of, tidy
from kkt_crawler.pages.when import LONGEST

if TYPE_CHECKING:
    from lxml.etree import _Element


def line_of(element: _Element) -> _Element:
    """Return the line that ``element`` shows: inline elements belong to the block around them, if it is short."""
    while is_inline(tag_of(element)) and (parent := element.getparent()) is not None:
        if says_more_than(parent, LONGEST) or any(not is_inline(tag_of(child)) for child in parent):
            break
        element = parent
    return element


def text_of_line(line: _Element) -> str:
    """Return the text of a line; of an inline element, with what stands beside it up to a break or a block."""
    if not is_inline(tag_of(line)):
        return shown_text(line)
    if (parent := line.getparent()) is not None and is_one_line(parent):
        return shown_text(parent)
    parts = [shown_text(line), line.tail or ""]
    following = line.getnext()
    while following is not None and _continues(following):
        parts += [shown_text(following), following.tail or ""]
        following = following.getnext()
    first = line
    previous = line.getprevious()
    while previous is not None and _continues(previous):
        parts[:0] = [shown_text(previous), previous.tail or ""]
        first, previous = previous, previous.getprevious()
    parent = first.getparent()
    before = previous.tail if previous is not None else parent.text if parent is not None else ""
    return tidy(" ".join([before or "", *parts]))


def runs_of_line(line: _Element) -> list[str]:
    """Return the text of a line, parted where an element in it begins or ends."""
    if not is_inline(tag_of(line)):
        return shown_runs(line)
    first = line
    while (previous := first.getprevious()) is not None and _continues(previous):
        first = previous
    parent = first.getparent()
    before = previous.tail if previous is not None else parent.text if parent is not None else ""
    following = takewhile(_continues, first.itersiblings())
    runs = [before, *(run for element in (first, *following) for run in (*shown_runs(element), element.tail))]
    return list(filter(None, (tidy(run or "") for run in runs)))


def is_one_line(element: _Element) -> bool:
    """Tell whether nothing in the element ends a line: a menu may be one of many links."""
    return all(map(_continues, element))


def _continues(element: _Element) -> bool:
    return element.tag != "br" and is_inline(tag_of(element))
