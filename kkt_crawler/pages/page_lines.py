"""The lines of a page, in its order: what stands outside of lists and boxes, and which lines are prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.date_lines import is_signed
from kkt_crawler.pages.document import HIDDEN, is_hidden, is_inline, joined_text, names, tag_of
from kkt_crawler.pages.lines import is_one_line, line_of, text_of_line
from kkt_crawler.pages.when import is_dateline
from kkt_crawler.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kkt_crawler.pages.survey import Survey

#: A longer run is prose, and so is one half as long with a full stop.
_PROSE, _SENTENCE = 160, 60
#: Parts of a list: of a menu, or of the article's details, whose heading may be the title.
_ITEMS = frozenset(("li", "dd"))


def lines_of_page(survey: Survey) -> Iterator[tuple[int, _Element, str]]:
    """Yield the lines of the page outside of lists and boxes: where each stands, what shows it, and its text."""
    aside: set[_Element] = set()
    last, shown = "", None
    one_line_each: dict[_Element, bool] = {}
    for place, element in enumerate(survey.elements):
        parent = element.getparent()
        if parent in aside or element in survey.columns or (_is_aside(element) and not survey.is_wrapper(element)):
            aside.add(element)
        own = None if element in aside or element.tag in HIDDEN else element
        for text, holder in ((element.text, own), (element.tail, parent)):
            if not text or text.isspace() or holder is None or holder in aside:
                continue
            line = line_of(holder)
            if is_inline(tag_of(line)):
                around = line.getparent()
                if around is not None and around not in one_line_each:
                    one_line_each[around] = is_one_line(around)
                run = around if around is not None and one_line_each[around] else line
                if run is shown:
                    continue  # the same line, which may be long
                shown = run
                said = text_of_line(line)
            else:
                said = one_line(text) if has_blocks(line) else joined_text(line)
            if said.endswith(":"):
                said = boilerplate.SHARE_LABEL_BEHIND.sub("", said)
            if said != last:
                yield place, line, said
            last = said


def has_blocks(element: _Element) -> bool:
    """Tell whether the element shows more than one line."""
    return any(child.tag == "br" or not is_inline(tag_of(child)) for child in element)


def is_prose(line: str) -> bool:
    """Tell whether a line is longer than a title, a sentence, or a part of one: "Căn cứ Nghị định …;"."""
    return len(line) > _PROSE or line.endswith(";") or (len(line) > _SENTENCE and line.endswith("."))


def _is_item(element: _Element) -> bool:
    """Tell whether an element is a list's, and neither an article's date nor, behind a term, its text."""
    if element.tag not in _ITEMS:
        return False
    said = joined_text(element)
    return not (is_dateline(said) or (element.tag == "dd" and (len(said) > _PROSE or is_signed(element, said))))


def _is_aside(element: _Element) -> bool:
    """Tell whether the element is hidden, a list's or a box's: what it says leads to no article."""
    return (
        _is_item(element)
        or element.tag in boilerplate.BOX_TAGS
        or boilerplate.BOX(names(element))
        or is_hidden(element)
    )
