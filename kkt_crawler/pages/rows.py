"""Rows of lists beside an article: headlines of other articles, with what teases each."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kkt_crawler.pages.document import HEADLINE, ancestors, says_more_than, tag_of
from kkt_crawler.pages.when import is_dateline

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Prose below a headline that is a link counts so much: another article's teaser, or a piece of a digest.
_TEASER = 0.3
#: In a list of so many rows, each no longer than that and so deep around its prose, it counts still less. The link
#: that a row begins with says more than a label does.
_LISTED, _ROWS, ROW, _DEEP, _LABEL = 0.05, 3, 420, 3, 12
#: What a script says that opens another page.
_LEADS = re.compile(r"location|\.open\(")


class Rows:
    """The rows of a page's lists. An answer is kept: every paragraph asks for what it stands in, which is one."""

    def __init__(self) -> None:
        self._begun: dict[_Element, bool] = {}

    def is_listed_teaser(self, element: _Element) -> bool:
        """Tell whether the prose in ``element`` is one of several teasers of other articles."""
        return self.teaser_weight(element) == _LISTED

    def teaser_weight(self, element: _Element) -> float:
        """Return how much prose in ``element`` counts as the article's: little below the headline of another."""
        if self._is_listed(element):
            return _LISTED
        if not _is_teaser(element):
            return 1.0
        parent = element.getparent()
        like = filter(_is_teaser, parent.iterchildren(tag_of(element))) if parent is not None else ()
        return _LISTED if len(list(islice(like, _ROWS))) == _ROWS else _TEASER

    def _is_listed(self, element: _Element) -> bool:
        """Tell whether the element is, or stands in, one of several short rows that each begin with a headline."""
        for row in filter(self._begins_with_link, islice(ancestors(element), _DEEP)):
            if says_more_than(row, ROW):
                return False
            parent = row.getparent()
            rows = filter(self._begins_with_link, parent.iterchildren(tag_of(row))) if parent is not None else ()
            if len(list(islice(rows, _ROWS))) == _ROWS:
                return True
        return False

    def _begins_with_link(self, row: _Element) -> bool:
        if row not in self._begun:
            self._begun[row] = _begins_with_link(row)
        return self._begun[row]


def leads_by_script(element: _Element) -> bool:
    """Tell whether a click on an element that is no link leads to another page."""
    script = element.get("onclick")
    return script is not None and element.tag != "a" and _LEADS.search(script) is not None


def _begins_with_link(row: _Element) -> bool:
    """Tell whether the first words in ``row``, behind its date, are a link's, and not its only letter."""
    if leads_by_script(row):
        return True
    link = next((link for link in row.iter("a") if says_more_than(link, 0)), None)
    if link is None or not says_more_than(link, _LABEL):
        return False
    own = next(filter(str.strip, link.itertext()))
    said = filter(str.strip, row.itertext())
    return next((run for run in said if run == own or not is_dateline(run)), "") == own


def _is_teaser(element: _Element) -> bool:
    """Tell whether nothing but a link as long as a headline stands right above an element: another article's."""
    above = element.getprevious() if element.tag in ("p", "div") else None
    if above is None or len(above) != 1 or (above.text and not above.text.isspace()):
        return False
    link = above[0]
    return link.tag == "a" and says_more_than(link, HEADLINE) and not (link.tail or "").strip()
