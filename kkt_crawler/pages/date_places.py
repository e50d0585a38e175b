"""How likely a date is the article's by where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.date_lines import NAMED
from kkt_crawler.pages.document import (
    HEADINGS,
    ancestors,
    is_hidden,
    names,
    says_more_than,
    shown_runs,
    shown_text,
    words,
)
from kkt_crawler.pages.tags import is_box_of_tags
from kkt_crawler.pages.when import BESIDE, HINT, LABELLED, LONGEST, PUBLISHED, is_dateline, rest
from kkt_crawler.pages.written_out import mentions_file

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.address import Address
    from kkt_crawler.pages.vicinity import Vicinity

#: What the page's own date is called; "fa-clock" is a picture beside any.
_CLOCK = words("(?<!fa-)(?<!icon-)clock", "dong~ho", "today", "now", "current[a-z]*", "marquee", "banner")
#: Where that stands, and where other articles' dates do.
_HEADER = words("(?:site|page|top)?~?header", "hdr", "(?<!-)(?<!_)top", "top~bar")
_COLUMN = words("side~bar", "side", "(?<!text-)(?<!pull-)(?<!float-)(?:col~)?right", "cot~phai")
#: What themes call what only machines read.
_UNSHOWN = words("hidden", "hide", "d-none", "sr-only", "visually~hidden", "screen-reader-text")
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
#: Nor is a shorter one, that leads to another article, a pager's: "Bài trước".
_LABEL = 12
#: What it costs a date to stand in the text, and once more, to be said with other words.
IN_TEXT = 100.0
#: What it costs a date above the title to stand behind the page's buttons.
_IN_BAR = 40.0
#: What it gains a line to be called a date by its element, as a clock may be, and by its label.
_NAMED_GAIN, _LABEL_GAIN = 5, 12


def cost_of(line: _Element, vicinity: Vicinity, distance: int) -> float | None:
    """Return how unlikely the line is the article's date; None where it cannot be."""
    body, around = vicinity.body, vicinity.around
    if any(_CLOCK(names(part)) and HINT.search(shown_text(part)) for part in line.iterdescendants()):
        return None
    cost = float(distance) if distance >= 0 else 15.0 - 3 * distance
    if distance < 0 and next(line.itersiblings("button", preceding=True), None) is not None:
        cost += _IN_BAR
    if NAMED(names(line)):
        cost -= _NAMED_GAIN
    if LABELLED.search(shown_text(line)):
        cost -= _LABEL_GAIN
    inside = False
    row = line.getparent() if line.tag == "td" and not _holds(line, vicinity.title) else None
    if row is not None and (row is body or row in around) and _is_row(row, vicinity):
        return None  # the body is a row of a list itself
    if _is_of_file(line):
        return None
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
        if above is not vicinity.title and (_is_card(above, branch, vicinity.address) or _is_row(above, vicinity)):
            return None
        branch = above
    # A date among the paragraphs is an event's more often than the article's.
    return cost + IN_TEXT if inside else cost


def _holds(element: _Element, title: _Element | None) -> bool:
    """Tell whether an element is the title, or it stands in it."""
    return title is not None and (element is title or element in title.iterancestors())


def in_details(line: _Element, address: Address) -> bool:
    """Tell whether a stamp stands in a column of the article's details: no other date, and no headline."""
    columns = [above for above in ancestors(line) if _COLUMN(names(above))]
    if not columns or next(line.iter("time"), None) is None:
        return False
    headed = any(_is_headline(link, address) for link in columns[-1].iter("a"))
    return not headed and sum(map(is_dateline, shown_runs(columns[-1]))) == 1


def _is_of_file(line: _Element) -> bool:
    """Tell whether a date stands in a row with a file: that was sent then."""
    row = next(line.iterancestors("tr"), None)
    if row is None or says_more_than(row, LONGEST):
        return False
    return any(mentions_file(link.get("href") or "") for link in row.iter("a"))


def _is_elsewhere(element: _Element, line: _Element, vicinity: Vicinity, *, behind: bool) -> bool:
    """Tell whether the element is where clocks and other articles' dates stand; ``behind``: behind the title."""
    tag, label = element.tag, names(element)
    if tag in ("header", "footer"):
        return not _is_own(element, vicinity)
    if tag == "a":  # the article's day may lead to all of it
        return vicinity.address.leads_away(element) and bool(rest(shown_text(element)))
    # Details of the article, if they say no more: <aside class="blog-data">, <ul class="nav meta">.
    details = tag == "aside" or (behind and NAMED(label))
    if details and not (says_more_than(element, LONGEST) or boilerplate.COMMENTS(label) or _CLOCK(label)):
        return False
    if tag == "th" and next(element.iterancestors("table"), None) in vicinity.around:
        return False  # a table that the whole article stands in
    if tag in _NO_PLACE or _CLOCK(label):
        return True
    if _HEADER(label) and tag not in HEADINGS:
        return not vicinity.in_header(element) and (not behind or shown_text(element) != shown_text(line))
    if _COLUMN(label) and not in_details(line, vicinity.address):
        return shown_text(element) != shown_text(line)  # "date right" is no column, which says more
    if not boilerplate.BOX(label) or _BESIDE_TEXT(label):
        return False
    # A few words with a date between title and text are the article's, whatever they are called.
    place = vicinity.survey.place
    titled = vicinity.anchor < place(element) and place(line) < vicinity.prose
    return _UNSHOWN(label) or not titled or says_more_than(element, LONGEST)


def _is_own(element: _Element, vicinity: Vicinity) -> bool:
    """Tell whether a header or footer is that of the ``<article>`` around the text, not the page's or a card's.

    So it is in the smallest element around title and text.
    """
    article = next(element.iterancestors("article"), None)
    return article is vicinity.body or article in vicinity.around or element.getparent() is vicinity.region


def _is_card(element: _Element, branch: _Element, address: Address) -> bool:
    """Tell whether the element shows another article: a link as long as a headline beside the date.

    The date is in ``branch``, the part of the element that was judged before. A file may be offered beside it,
    and a list of several articles stand behind it.
    """
    if element is branch:
        return any(_is_headline(link, address) for link in element.iter("a"))
    for part in element:
        if part is not branch and (links := _headlines(part, address)):
            listed = len({link.get("href") for link in links}) > 1 and part in branch.itersiblings()
            return not listed or (part is branch.getnext() and _begins_with(part, links[0]))
    return False


def _headlines(element: _Element, address: Address) -> list[_Element]:
    """Return the links in the element that are as long as a headline and lead to no file, nor to a tag."""
    links = (link for link in element.iter("a") if _is_headline(link, address))
    links = (link for link in links if not any(map(is_box_of_tags, link.iterancestors("ul", "div", "p"))))
    return [link for link in links if not mentions_file(link.get("href") or "")]


def _is_headline(link: _Element, address: Address) -> bool:
    """Tell whether a link is as long as a headline and says more than dates, as the article's to itself does.

    One that leads to another article of a portal or a paper, by its number there, may be shorter.
    """
    if not says_more_than(link, _LABEL):
        return False
    said = shown_text(link)
    if said[:1].islower() or boilerplate.is_furniture(said):  # a tag's, or to follow the paper
        return False
    own = len(rest(said))
    if says_more_than(link, _HEADLINE):
        return own > _HEADLINE / 2
    return own > _LABEL / 2 and address.leads_to_article(link)


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
    labelled = any(map(PUBLISHED.match, shown_runs(element)))  # as its like would be
    return any(
        other.tag == element.tag
        and len(other_text := shown_text(other)) <= 4 * LONGEST
        and HINT.search(other_text) is not None
        and len(rest(other_text)) > least
        and (not labelled or any(map(PUBLISHED.match, shown_runs(other))))
        for other in neighbours
    )
