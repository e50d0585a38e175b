"""Where the article stands on its page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from kkt_crawler.pages.boilerplate import opens_box
from kkt_crawler.pages.document import HEADINGS, ancestors, common_ancestor, names, says_more_than, shown_runs
from kkt_crawler.pages.rows import ROW
from kkt_crawler.pages.survey import ENTRY
from kkt_crawler.pages.when import BESIDE, hints, is_dateline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kkt_crawler.pages.address import Address
    from kkt_crawler.pages.survey import Survey

#: More links than this between a date and the title behind it are a menu: the date is the page's own.
MENU = 4
#: So many other rows beside one make it a list.
_ROWS = 2
#: A column says more than this.
_CELL = 60


@dataclass(frozen=True)
class Vicinity:
    """Where the article stands on its page, by which lines are told to be its date."""

    survey: Survey
    title: _Element | None
    body: _Element
    address: Address

    @cached_property
    def anchor(self) -> int:
        """The position from which a date is the nearer the likelier: the title's, else the body's."""
        return self.survey.place(self.title if self.title is not None else self.body)

    @cached_property
    def prose(self) -> int:
        """The position of the first prose in the body behind the title; with none shown, of the first."""
        start = 0 if self.title is None else self.survey.end(self.title)
        return next(self._prose_from(start), self.survey.place(self.body))

    @cached_property
    def is_listed(self) -> bool:
        """Whether the title stands with a date in one of several rows called alike, as in a list of articles."""
        for row in self.title.iterancestors() if self.title is not None else ():
            if row is self.survey.body or says_more_than(row, ROW):
                break
            like = (other for other in row.itersiblings() if other.tag == row.tag and names(other) == names(row))
            like = (other for other in like if _leads_on(other) == _leads_on(row))
            called = names(row) or row.tag == "details"
            if called and _is_dated(row) and len(list(islice(filter(_is_dated, like), _ROWS))) == _ROWS:
                return True
        return False

    @cached_property
    def heads_list(self) -> bool:
        """Whether a list of dated links stands between the title and the body: the title is that one's."""
        if self.title is None or self.region is self.body:
            return False
        start, end = self.survey.end(self.title), self.survey.place(self.body)
        if self.survey.links_between(start, end) <= MENU or self._is_headed(start, end):
            return False
        dated = (run for place, _, run in self.survey.runs if start <= place < end and is_dateline(run))
        return len(list(islice(dated, MENU))) == MENU

    def _is_headed(self, start: int, end: int) -> bool:
        """Tell whether a date and a lead, or a date and a related box, stand between positions above any link."""
        dated = False
        for place, holder, run in self.survey.runs:
            if start <= place < end:
                related = "liên quan" in run.lower() and opens_box(run.strip())
                if related or holder in self.survey.own:
                    return dated and not self.survey.links_between(start, place)
                dated = dated or is_dateline(run)
        return False

    def ends_at(self, position: int) -> bool:
        """Tell whether no prose in the body is behind a position."""
        return next(self._prose_from(position), None) is None

    def _prose_from(self, start: int) -> Iterator[int]:
        runs = (run for run in self.survey.runs if run[0] >= start and run[1] in self.survey.own)
        long = ((place, holder) for place, holder, run in runs if len(run) > BESIDE and not hints(run))
        return (place for place, holder in long if self.body in ancestors(holder))

    @cached_property
    def end(self) -> int:
        """The position behind the body."""
        return self.survey.end(self.body)

    @cached_property
    def around(self) -> set[_Element]:
        """What holds the body or the title."""
        above = self.title.iterancestors() if self.title is not None else ()
        return {*self.body.iterancestors(), *above}

    def in_column(self, line: _Element) -> bool:
        """Tell whether a line stands in a column beside the one of title and body."""
        return not self._columns.isdisjoint(ancestors(line))

    @cached_property
    def _columns(self) -> set[_Element]:
        """These columns; a cell that says less may show the date."""
        return {column for column in self.survey.columns - self.around if says_more_than(column, _CELL)}

    @cached_property
    def region(self) -> _Element:
        """The smallest element around title and body."""
        return common_ancestor(self.title, self.body) if self.title is not None else self.body

    @cached_property
    def below_menu(self) -> bool:
        """Whether the page's own header and menu stand before the element around title and body."""
        return self.survey.links_between(0, self.survey.place(self.region)) > MENU

    def in_header(self, element: _Element) -> bool:
        """Tell whether what is named as a header is the article's, with no more than a path in it.

        It is if it stands beside the title in an element without the text.
        """
        above = element.getparent()
        if above in self.around and above is not self.region and self.region in ancestors(above):
            return True
        if not self.below_menu or self.region not in element.iterancestors():
            return False
        return self.survey.links_between(self.survey.place(element), self.survey.end(element)) <= MENU


def _leads_on(row: _Element) -> bool:
    """Tell whether a row has the headline of an article elsewhere: a link in a heading, or a long one."""
    links = (link for heading in row.iter(*HEADINGS) for link in heading.iter("a"))
    return next(links, None) is not None or any(says_more_than(link, ENTRY) for link in row.iter("a"))


def _is_dated(row: _Element) -> bool:
    return not says_more_than(row, ROW) and any(map(is_dateline, shown_runs(row)))
