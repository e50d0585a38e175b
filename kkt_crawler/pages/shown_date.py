"""The date that a page shows: which of the lines that say when is the article's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import chain, islice
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from kkt_crawler.dates import Moment
from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.attachments import mentions_file
from kkt_crawler.pages.document import (
    HEADINGS,
    HIDDEN,
    ancestors,
    common_ancestor,
    is_hidden,
    is_inline,
    names,
    says_more_than,
    shown_text,
    tag_of,
    tidy,
    words,
)
from kkt_crawler.pages.lines import line_of, text_of_line
from kkt_crawler.pages.when import (
    BESIDE,
    HINT,
    LABELLED,
    LONGEST,
    PUBLISHED,
    dates_event,
    dates_letter,
    hints,
    is_dateline,
    opens_dateline,
    read_dateline,
    rest,
    says_changed,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import tzinfo

    from lxml.etree import _Element

    from kkt_crawler.pages.address import Address
    from kkt_crawler.pages.survey import Survey

_NAMED = words(
    "date[a-z]*", "[a-z]*date", "time[a-z]*", "[a-z]*time", "(?:lbl)?ngay[a-z]*", "[a-z]*ngay", "thoi~gian",
    "meta",
    "[a-z]+[-_]meta", "publish[a-z]*", "posted[a-z]*",
)  # fmt: skip
#: What the page's own date is called; "fa-clock" is a picture beside any.
_CLOCK = words("(?<!fa-)(?<!icon-)clock", "dong~ho", "today", "now", "current[a-z]*", "marquee", "banner")
#: Where that stands, and where other articles' dates do.
_HEADER = words("(?:site|page|top)?~?header", "hdr", "(?<!-)(?<!_)top", "top~bar")
_COLUMN = words("side~bar", "side", "(?<!text-)(?<!pull-)(?<!float-)(?:col~)?right", "cot~phai")
#: Elements in which no article is dated.
_NO_PLACE = frozenset(("nav", "marquee", "aside", "th", "blockquote"))
#: Boxes about the author, in which the date may stand beside the name, of buttons to share or print the article,
#: and the end of its own card.
_BESIDE_TEXT = words(
    "authors?~[a-z]+",
    "(?:card|panel|entry|post|article|news)~(?:foot|footer)",
    "share(?!d)[a-z]*",
    "[a-z]*tool~?bars?",
)
#: A longer link in a line with a date is another article's headline; a source's or an author's is shorter.
_HEADLINE = 30
#: What it costs a date to stand in the text, and once more, to be said with other words.
_IN_TEXT = 100.0
#: What it costs a line to be the place and day of a letter: a dateline farther from the title says it more surely.
_LETTER = 30.0
#: What it gains a line to be called a date by its element, as a clock may be, and by its label.
_NAMED_GAIN, _LABEL_GAIN = 5, 12
#: What it costs a line to begin with "cập nhật": the line of publication is no farther from it.
_CHANGED = 12.0
#: A date below the text is as near to the article as one so many elements behind the title.
_BELOW = 40
#: A run that ends a date whose day stands in another element, no farther than so many steps up.
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PIECES = 3
#: More links than this between a date and the title behind it are a menu: the date is the page's own.
_MENU = 4


def is_named_date(line: _Element, text: str) -> bool:
    """Tell whether a line with figures is called a date by its element: it may be in words that are not read."""
    return (line.tag == "time" or _NAMED(names(line))) and any(letter.isdigit() for letter in text)


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

    @cached_property
    def region(self) -> _Element:
        """The smallest element around title and body."""
        return common_ancestor(self.title, self.body) if self.title is not None else self.body

    @cached_property
    def below_menu(self) -> bool:
        """Whether the page's own header and menu stand before the element around title and body."""
        return self.survey.links_between(0, self.survey.place(self.region)) > _MENU

    def in_header(self, element: _Element) -> bool:
        """Tell whether what is named as a header is the article's, with no more than a path in it.

        It is if it stands beside the title in an element without the text.
        """
        above = element.getparent()
        if above in self.around and above is not self.region and self.region in ancestors(above):
            return True
        if not self.below_menu or self.region not in element.iterancestors():
            return False
        return self.survey.links_between(self.survey.place(element), self.survey.end(element)) <= _MENU


class Shown(NamedTuple):
    """The visible date, its line, and how far that is to be believed."""

    moment: Moment
    line: _Element
    sure: bool  #: nothing else can be meant
    alone: bool = True  #: the line is not the text's
    titled: bool = True  #: it stands between the title and the text, where no clock does


def find_shown(vicinity: Vicinity, zone: tzinfo, headline: str) -> Shown | None:
    """Return the visible date that belongs to the article: a line that says little else, nearest to the title."""
    anchor, end = vicinity.anchor, vicinity.end
    # With no title shown, the body may be the whole page: the clock stands above the menu in it.
    start = anchor if vicinity.title is not None else vicinity.prose
    best: tuple[float, Shown] | None = None
    for line, position, run in date_lines(vicinity.survey):
        if vicinity.survey.links_between(position, start) > _MENU:
            continue
        if not _is_articles(line, vicinity, before=position < start):
            continue
        if position >= end and _is_headed(line, vicinity):
            continue
        distance = min(position - anchor, _BELOW + position - end) if position >= end else position - anchor
        cost = cost_of(line, vicinity, distance)
        if cost is None or (best is not None and cost >= best[0]):
            continue
        text = _text_beside(line, vicinity.title, headline)
        text = text if len(text) <= LONGEST else tidy(run)
        found = _stamped(line) or _shown_or_stamped(line, text, zone)
        if found is None:
            continue
        above = position <= vicinity.prose
        letter = dates_letter(text)
        alone = letter or is_dateline(text) or opens_dateline(text) or LABELLED.search(text) is not None
        if position >= end and not (alone or _NAMED(names(line))):
            continue  # "Tỷ giá … Cập nhật 12/04/2025"
        # "Thứ Hai" before a Tuesday: not read rightly, or an event's date.
        if found.weekday_agrees is False or dates_event(text):
            cost, alone = cost + 50, False
        sure = alone and (above or PUBLISHED.match(text) is not None)
        if says_changed(text):  # beside the date of publication, or instead of it
            cost += _CHANGED
        if letter:
            cost += _LETTER
        elif not above and not is_dateline(text):  # "Bến mới, ngày 12/04/2025": a caption's
            cost += _IN_TEXT
        if best is None or cost < best[0]:
            alone = alone and (cost < _IN_TEXT or vicinity.ends_at(position))
            titled = vicinity.title is not None and anchor < position <= vicinity.prose
            best = cost, Shown(found, line, sure, alone, titled and not says_changed(text))
    return _with_time(best[1], zone) if best else None


def _with_time(shown: Shown, zone: tzinfo) -> Shown:
    """Return the date with the time that stands in an element of its own beside it: "03:43" in the same list."""
    around = shown.line.getparent()
    if shown.moment.precision != "day" or around is None or says_more_than(around, LONGEST):
        return shown
    text = shown_text(around)
    found = read_dateline(text, zone) if is_dateline(text) else None
    same = found is not None and found.at.date() == shown.moment.at.date()
    return shown._replace(moment=found) if found is not None and same else shown


def _is_articles(line: _Element, vicinity: Vicinity, *, before: bool) -> bool:
    """Tell whether a line that may be a dateline stands by the article; what says so itself may stand elsewhere.

    With no title to stand by, only a line that calls itself a date is taken, or one above the text with no link
    between them: behind the path to the page, where no clock is. Before the title, only one in the element around
    title and text or in the block before that: the page's clock stands above the columns. A blog's heading of the
    day may stand farther out.
    """
    if vicinity.title is not None and not before:
        return True
    if PUBLISHED.match(shown_text(line)):
        return True
    if vicinity.title is None:
        named = any(part.tag == "time" or _NAMED(names(part)) for part in (line, *line))
        survey, around = vicinity.survey, vicinity.body.getparent()
        beside = before and around is not None and around in ancestors(line)
        return named or (beside and not survey.links_between(survey.place(line), vicinity.prose))
    region = vicinity.region
    blocks = (block for block in region.itersiblings(preceding=True) if not is_inline(tag_of(block)))
    near = {region}
    for block in islice(blocks, 2):  # a byline may stand between
        near.add(block)
        if says_more_than(block, LONGEST):
            break
    if not near.isdisjoint(ancestors(line)):
        return True
    return is_dateline(shown_text(line)) and _is_heading_above(line, region)


def _is_heading_above(line: _Element, region: _Element) -> bool:
    """Tell whether a line is in a heading, and nothing is shown between that and the region."""
    before = chain.from_iterable(element.itersiblings(preceding=True) for element in ancestors(region))
    above = next((block for block in before if block.tag not in HIDDEN and says_more_than(block, 0)), None)
    return above is not None and above.tag in HEADINGS and above in ancestors(line)


def _is_headed(line: _Element, vicinity: Vicinity) -> bool:
    """Tell whether a line below the article stands under a heading of its own box: rates, the weather, a list."""
    for branch in ancestors(line):
        if branch.getparent() in vicinity.around:
            return False
        if any(part.tag in HEADINGS for part in branch.itersiblings(preceding=True)):
            return True
    return False


def date_lines(survey: Survey) -> Iterator[tuple[_Element, int, str]]:
    """Yield every element that may be a dateline, in page order, its position, and the run that has the date."""
    seen: set[_Element] = set()
    stamped = [(survey.place(time), time, "") for time in survey.body.iter("time") if time.get("datetime")]
    dated = [(position, holder, run) for position, holder, run in survey.runs if hints(run)]
    linked = [
        (survey.place(link), link, link.text)
        for link in survey.body.iter("a")
        if link.text and not len(link) and hints(link.text) and not rest(link.text)
    ]
    for position, holder, run in sorted([*stamped, *dated, *linked, *_pieced(survey)], key=itemgetter(0)):
        line = line_of(holder)
        if line not in seen:
            seen.add(line)
            yield line, position, run


def _pieced(survey: Survey) -> Iterator[tuple[int, _Element, str]]:
    """Yield the small elements whose date is in pieces: "28", "/06/", and "2026" or "Tháng 6, 2026" of its own."""
    for position, holder, run in survey.runs:
        if len(run) <= BESIDE and _YEAR.search(run) and not hints(run):
            for element in islice(ancestors(holder), _PIECES):
                if says_more_than(element, LONGEST):
                    break
                if hints(text := shown_text(element)):
                    if is_dateline(text) or opens_dateline(text) or _NAMED(names(element)):
                        yield position, element, text
                    break


def _text_beside(line: _Element, title: _Element | None, headline: str) -> str:
    """Return the line's text; of a line that holds the title, what stands beside that: it may name a date too."""
    text = text_of_line(line)
    if title is not None:
        if headline in text and len(text) - len(headline) <= LONGEST:
            return text.replace(headline, " ", 1)
        if line is not title:
            text = text.replace(shown_text(title), " ")
        if line is title or (len(text) <= LONGEST and line in title.iterancestors()):
            dates = list(HINT.finditer(text))
            return text[max(0, dates[-1].start() - 25) :] if dates else ""
    return text


def _stamped(line: _Element, zone: tzinfo | None = None) -> Moment | None:
    """Return the date that a ``<time>`` in the line states with its zone, or in ``zone`` where it says none."""
    for element in line.iter("time"):
        stamp = element.get("datetime") or ""
        if "T" in stamp or " " in stamp.strip():
            try:
                at = datetime.fromisoformat(stamp.strip())
            except ValueError:
                continue
            if at.tzinfo or zone:
                at = at.replace(microsecond=0, tzinfo=at.tzinfo or zone)
                return Moment(at, "second" if at.second else "minute")
    return None


def _shown_or_stamped(line: _Element, text: str, zone: tzinfo) -> Moment | None:
    """Return the date in the text; a ``<time>`` without a zone may say the time of that day, or all there is."""
    shown, stamped = read_dateline(text, zone), _stamped(line, zone)
    if shown is None or stamped is None or shown.precision != "day" or shown.weekday_agrees is False:
        return shown or stamped
    timed = stamped.at.date() == shown.at.date() and stamped.at != shown.at
    return stamped if timed else shown


def cost_of(line: _Element, vicinity: Vicinity, distance: int) -> float | None:
    """Return how unlikely the line is the article's date; None where it cannot be."""
    body, around = vicinity.body, vicinity.around
    cost = float(distance) if distance >= 0 else 15.0 - 3 * distance
    if _NAMED(names(line)):
        cost -= _NAMED_GAIN
    if LABELLED.search(shown_text(line)):
        cost -= _LABEL_GAIN
    inside = False
    row = line.getparent() if line.tag == "td" and line is not vicinity.title else None
    if row is not None and (row is body or row in around) and _is_row(row, vicinity):
        return None  # the body is a row of a list itself
    branch = line
    for above in ancestors(line):
        if above in around:
            break
        if above is body:
            inside = True
            break
        if _is_elsewhere(above, line, vicinity, behind=distance >= 0):
            return None
        if is_hidden(above) and says_more_than(above, LONGEST):
            return None  # a text that is shown when asked for, as an answer
        if above is not vicinity.title and (_is_card(above, branch) or _is_row(above, vicinity)):
            return None
        branch = above
    # A date among the paragraphs is an event's more often than the article's.
    return cost + _IN_TEXT if inside else cost


def _is_elsewhere(element: _Element, line: _Element, vicinity: Vicinity, *, behind: bool) -> bool:
    """Tell whether the element is where clocks and other articles' dates stand; ``behind``: behind the title."""
    tag, label = element.tag, names(element)
    if tag in ("header", "footer"):
        return not (_is_own(element, vicinity.around) or (tag == "header" and vicinity.in_header(element)))
    if tag == "a":  # the article's day may lead to all of it
        return vicinity.address.leads_away(element) and bool(rest(shown_text(element)))
    # Details of the article, if they say no more: <aside class="blog-data">, <ul class="nav meta">.
    details = behind and (tag == "aside" or _NAMED(label)) and not says_more_than(element, LONGEST)
    if details and not (boilerplate.COMMENTS(label) or _CLOCK(label)):
        return False
    if tag in HIDDEN or tag in _NO_PLACE or _CLOCK(label):
        return True
    if _HEADER(label) and tag not in HEADINGS:
        return not vicinity.in_header(element) and (not behind or shown_text(element) != shown_text(line))
    if _COLUMN(label):
        # "date right" behind the title is no column, which says more.
        return not behind or shown_text(element) != shown_text(line)
    return boilerplate.BOX(label) and not _BESIDE_TEXT(label)


def _is_own(element: _Element, around: Collection[_Element]) -> bool:
    """Tell whether a header or footer is that of the ``<article>`` around the text, not the page's or a card's."""
    return next(element.iterancestors("article"), None) in around


def _is_card(element: _Element, branch: _Element) -> bool:
    """Tell whether the element shows another article: a link as long as a headline beside the date.

    The date is in ``branch``, the part of the element that was judged before. A file may be offered beside it,
    and a list of several articles stand behind it.
    """
    if element is branch:
        return any(map(_is_headline, element.iter("a")))
    for part in element:
        if part is not branch and (links := _headlines(part)):
            listed = len({link.get("href") for link in links}) > 1 and part in branch.itersiblings()
            return not listed or (part is branch.getnext() and _begins_with(part, links[0]))
    return False


def _headlines(element: _Element) -> list[_Element]:
    """Return the links in the element that are as long as a headline and lead to no file."""
    links = filter(_is_headline, element.iter("a"))
    return [link for link in links if not mentions_file(link.get("href") or "")]


def _is_headline(link: _Element) -> bool:
    """Tell whether a link is as long as a headline and says more than dates, as the article's to itself does."""
    return says_more_than(link, _HEADLINE) and len(rest(shown_text(link))) > _HEADLINE / 2


def _begins_with(element: _Element, link: _Element) -> bool:
    return shown_text(element).startswith(shown_text(link))


def _is_row(element: _Element, vicinity: Vicinity) -> bool:
    """Tell whether the element is a row of a list: it says more than when, and so do dated neighbours like it.

    The line above a short text that names a day is none, if the two are not named alike as rows are; nor is that
    below a title that does.
    """
    beside = (element.getprevious(), element.getnext())
    neighbours = [other for other in beside if other is not None and other is not vicinity.title]
    if named := names(element):
        text_holders = {vicinity.body, *vicinity.body.iterancestors()}
        neighbours = [other for other in neighbours if other not in text_holders or names(other) == named]
    if not any(other.tag == element.tag for other in neighbours):
        return False
    text = shown_text(element)
    least = 6 if element.tag == "tr" else BESIDE / 2
    if len(text) > 4 * LONGEST or len(rest(text)) <= least:
        return False
    labelled = PUBLISHED.match(text) is not None  # as its like would be
    return any(
        other.tag == element.tag
        and len(other_text := shown_text(other)) <= 4 * LONGEST
        and HINT.search(other_text) is not None
        and len(rest(other_text)) > least
        and (not labelled or PUBLISHED.match(other_text) is not None)
        for other in neighbours
    )
