"""The line that an element stands in, as a reader sees it."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from kkt_crawler.pages.boilerplate import ends_sentence
from kkt_crawler.pages.document import (
    is_inline,
    names,
    says_more_than,
    shown_runs,
    shown_text,
    tag_of,
    tidy,
    words,
)
from kkt_crawler.pages.when import LONGEST, is_date_label

if TYPE_CHECKING:
    from lxml.etree import _Element

#: A list of an article's details says no more.
DETAILS = 500
#: A label and its value.
_PAIR = 2
#: What templates call the lead.
_LEAD = words("(?:[a-z]+[-_])*(?:sapo|stand~first|lede?|deck|chapeau|tom~tat)")


def is_lead(element: _Element) -> bool:
    """Tell whether an element is called a lead and says sentences of its own: some stand above the title."""
    if not _LEAD(names(element)) or next(element.iter("a"), None) is not None:
        return False
    return ends_sentence(shown_text(element))


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
    before, elements = _parts(line)
    return tidy(" ".join((before, *(said for part in elements for said in (shown_text(part), part.tail or "")))))


def runs_of_line(line: _Element) -> list[str]:
    """Return the text of a line, parted where an element in it begins or ends."""
    if not is_inline(tag_of(line)):
        return shown_runs(line)
    before, elements = _parts(line)
    runs = [before, *(run for part in elements for run in (*shown_runs(part), part.tail or ""))]
    return list(filter(None, map(tidy, runs)))


def elements_of_line(line: _Element) -> list[_Element]:
    """Return the elements that one line shows: those in a block, or an inline one and what stands beside it."""
    return _parts(line)[1] if is_inline(tag_of(line)) else list(line)


def texts_beside(line: _Element) -> list[str]:
    """Return what is shown straight behind a line and before it, where that is no longer than a dateline."""
    found = []
    for siblings in (line.itersiblings(), line.itersiblings(preceding=True)):
        beside = next((other for other in siblings if says_more_than(other, 0)), None)
        if beside is not None and not says_more_than(beside, LONGEST):
            found.append(shown_text(beside))
    return found


def value_beside(label: _Element) -> _Element | None:
    """Return the other half of a row of two, the first of which says nothing but a label."""
    said = len(shown_text(label))
    while (row := label.getparent()) is not None and not says_more_than(row, said):
        label = row
    return row[1] if row is not None and len(row) == _PAIR else None


def details_beside(line: _Element) -> list[str]:
    """Return what a list of details says beside a line, each label with its value: "Nguồn: QTV".

    Of a table, of a list of terms, or of rows that hold a label and a value.
    """
    row = next(line.iterancestors("tr"), line)
    details = row.getparent()
    if details is not None and len(details) == _PAIR and details[1] is row:
        details = details.getparent() if is_date_label(shown_text(details[0])) else details
    if details is None or says_more_than(details, DETAILS):
        return []
    terms = [(term, _values_of(term)) for term in details.iterchildren("dt")]
    pairs = terms or [(cells[0], shown_text(cells[1])) for cells in details if len(cells) == _PAIR]
    return [f"{shown_text(label).rstrip(' :')}: {said}" for label, said in pairs if said]


def _values_of(term: _Element) -> str:
    """Return what stands behind a term up to the next, with commas between."""
    return ", ".join(map(shown_text, takewhile(lambda value: value.tag == "dd", term.itersiblings())))


def _parts(line: _Element) -> tuple[str, list[_Element]]:
    """Return the elements in one line with an inline one, up to a break or a block, and the text before them."""
    first = line
    while (previous := first.getprevious()) is not None and _continues(previous):
        first = previous
    parent = first.getparent()
    before = previous.tail if previous is not None else parent.text if parent is not None else ""
    return before or "", [first, *takewhile(_continues, first.itersiblings())]


def is_one_line(element: _Element) -> bool:
    """Tell whether nothing in the element ends a line: a menu may be one of many links."""
    return all(map(_continues, element))


def _continues(element: _Element) -> bool:
    return element.tag != "br" and is_inline(tag_of(element))
