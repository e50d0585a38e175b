"""The date that a page shows: lines that say when, and which of them is the article's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from kkt_crawler import dates
from kkt_crawler.dates import Moment
from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.attachments import mentions_file
from kkt_crawler.pages.document import (
    HEADINGS,
    HIDDEN,
    ancestors,
    common_ancestor,
    has_link_longer,
    is_inline,
    names,
    says_more_than,
    shown_text,
    tag_of,
    tidy,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import tzinfo

    from lxml.etree import _Element

    from kkt_crawler.pages.address import Address
    from kkt_crawler.pages.survey import Survey

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]*\.?"
#: English dates in words, which :mod:`kkt_crawler.dates` leaves to the slow dateparser.
_ENGLISH = re.compile(
    rf"(?<!\w)(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}})(?!\d)",
    re.I,
)
#: How such a date begins: most places in a line do not, and are passed in half the time.
_BEGINS = r"(?=[\djfmasond]|th(?:áng\s|\d))"
_HINT = re.compile(
    rf"{_BEGINS}(?:{_ENGLISH.pattern}|"
    r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}|\d{4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2}"
    rf"|\d\s*{dates.MONTH}|{dates.MONTH}\s\d{{1,2}},\s?\d{{4}})",
    re.I,
)
#: What every such date has; most lines have it not, and are left in a third of the time.
_FIGURES = re.compile(r"\d(?:\s?[/.-]\s?\d|\d{3}|\s*tháng)", re.I)
#: Every date and time in a line, to see what else it says.
_WHEN = re.compile(
    rf"{_BEGINS}(?:{_ENGLISH.pattern}|"
    r"\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?\S*)?|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}"
    rf"|(?:ngày\s*)?\d{{1,2}}\s*{dates.MONTH}\s*(?:,|/|-)?\s*(?:năm\s*)?\d{{4}}"
    rf"|{dates.MONTH}\s\d{{1,2}},\s?\d{{4}}"
    r"|\d{1,2}\s?(?::|h|giờ)\s?\d{2}(?:\s?(?::|phút)\s?\d{2})?(?:\s*giây)?(?:\s*phút)?)"
    r"|\(?(?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?\d{2})?\)?",
    re.I,
)
#: What datelines say beside dates and times.
_LABELS = re.compile(
    r"(?<!\w)(?:ngày|đăng|viết|tạo|gửi|bài|tin|cập\s*nhật|lần\s*cuối|cuối|lúc|vào|xuất\s*bản|phát\s*hành|thời\s*gian|đưa|hiển\s*thị"
    r"|thứ\s*(?:hai|ba|tư|năm|sáu|bảy|bẩy|\d)|t[2-7]|chủ\s*nhật|cn|gmt|utc|sa|ch|am|pm|sáng|trưa|chiều|tối|giờ"
    r"|(?:số\s*)?lượt(?:\s*(?:xem|đọc|truy\s*cập))?|(?:đã\s*)?xem|đọc|views?|hits?|published|posted|updated|on|at|date|by"
    r"|bởi|người|quản\s*trị(?:\s*viên)?|admin(?:istrator)?|ban\s*biên\s*tập)(?!\w)",
    re.I,
)
_UPDATED = re.compile(r"cập\s*nhật|sửa\s*(?:đổi|lần\s*cuối)|chỉnh\s*sửa|updated|modified", re.I)
_NAMED = words(
    "date[a-z]*", "[a-z]*date", "time[a-z]*", "[a-z]*time", "(?:lbl)?ngay[a-z]*", "[a-z]*ngay", "thoi~gian",
    "meta",
    "[a-z]+[-_]meta", "publish[a-z]*", "posted[a-z]*",
)  # fmt: skip
#: What the page's own date is called; "fa-clock" is a picture beside any.
_CLOCK = words("(?<!fa-)(?<!icon-)clock", "dong~ho", "today", "now", "current[a-z]*", "marquee", "banner")
#: Where that stands, and where other articles' dates do.
_HEADER = words("(?:site|page|top)?~?header", "hdr", "top", "top~bar")
_COLUMN = words("side~bar", "side", "(?:col~)?right", "cot~phai")
#: The end of a period, which is no date of publication: "(từ 10/11/2026 đến 15/11/2026)".
_PERIOD = re.compile(
    r"(?<!\w)(?:(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?\d|(?:bắt\s*đầu|kết\s*thúc|(?:thời\s*)?hạn(?:\s*cuối)?)\s*:)",
    re.I,
)
#: What says that a page's own date follows.
_PUBLISHED = re.compile(
    r"^\W*(?:(?:bài\s+|tin\s+)?(?:đăng|viết|gửi)|ngày\s+(?:đăng|viết|tạo|gửi|đưa|xuất\s*bản|cập\s*nhật)|xuất\s*bản"
    r"|cập\s*nhật|post(?:ed)?|published|updated)(?!\w)",
    re.I,
)
#: A place, and a day in words.
_LETTER = re.compile(r"^\W*([^\d,:]{2,40}),\s*ngày\s+\d+\s+tháng\s+\d+\s+năm\s+\d{4}\W*$", re.I)
#: Elements in which no article is dated.
_NO_PLACE = frozenset(("nav", "marquee", "aside", "th"))
#: Boxes about the author, in which the date may stand beside the name, and the end of the article's own card.
_BESIDE_TEXT = words("authors?~[a-z]+", "(?:card|panel|entry|post|article|news)~(?:foot|footer)")
#: A longer line says more than when, and so do more letters that are neither date nor label.
_LONGEST, _STRAY = 160, 6
#: What parts a dateline: a stroke, or a date and the label in front of it.
_LABEL = r"ngày\s+(?:đăng|viết)|(?:đăng|viết|cập\s*nhật|xuất\s*bản)\s+(?:ngày|lúc|vào)|cập\s*nhật|ngày|lúc|vào"
_STROKE = re.compile(rf"(?:(?<!\w)(?:{_LABEL})\s*:?\s*)?[|·•]", re.I)
_AROUND = " ()-–—,:;"
#: Letters that may stand beside the date: a section, a source or an author.
_BESIDE = 40
#: A longer link in a line with a date is another article's headline; a source's or an author's is shorter.
_HEADLINE = 30
#: What it costs a date to stand in the text, and once more, to be said with other words.
_IN_TEXT = 100.0
#: A date below the text is as near to the article as one so many elements behind the title.
_BELOW = 40
#: More links than this between a date and the title behind it are a menu: the date is the page's own.
_MENU = 4
#: What the page's own date is called, and its licence's.
_TODAY = re.compile(r"©|giấy\s*phép|hôm\s*nay|bây\s*giờ|hiện\s*tại|chào\s*mừng|today|welcome", re.I)
#: How a line of the page's own begins, with its clock behind it or not.
_GREETING = re.compile(
    r"^\W*(?:(?:nhiệt\s+liệt\s+)?chào\s+mừng|kính\s+chào|welcome)\s+(?:bạn|các\s+bạn|quý\s|độc\s+giả|to\s)", re.I
)


@lru_cache(maxsize=1024)  # a page's lines are asked about up to four times
def is_dateline(text: str) -> bool:
    """Tell whether ``text`` says when, and nothing else; counters and buttons may stand beside it."""
    if not _hints(text):
        return False
    return len(_rest(text)) <= _STRAY or all(
        not _rest(part) or boilerplate.is_furniture(part) for part in _split(text)
    )


def is_date_label(text: str) -> bool:
    """Tell whether ``text`` says that a date follows: "Ngày đăng:"."""
    return len(text) < _BESIDE and not _rest(text)


def is_clock(text: str) -> bool:
    """Tell whether ``text`` says which day it is, or greets who reads."""
    return _GREETING.match(text) is not None or (is_dateline(text) and _TODAY.search(text) is not None)


def opens_dateline(text: str) -> bool:
    """Tell whether ``text`` begins with a date, behind its label ("Đăng ngày: …") or before labelled details."""
    first = _WHEN.search(text) if _hints(text) else None
    if first is None or _rest(label := text[: first.start()]):
        return False
    return ":" in label or bool(_PUBLISHED.match(label)) or all(map(_is_detail, _split(text[first.end() :])))


def _is_detail(part: str) -> bool:
    """Tell whether a part of a line is a detail of the article, as its author or section, behind a label."""
    return not _rest(part) or boilerplate.is_furniture(part) or 0 < part.find(":") < len(part) < _BESIDE


def dates_letter(text: str) -> bool:
    """Tell whether ``text`` is the place and day that stand above a letter."""
    letter = _LETTER.match(text)
    return letter is not None and bool(_rest(letter[1]))  # no weekday, nor a label


def is_named_date(line: _Element, text: str) -> bool:
    """Tell whether a line with figures is called a date by its element: it may be in words that are not read."""
    return (line.tag == "time" or _NAMED(names(line))) and any(letter.isdigit() for letter in text)


def _hints(text: str) -> bool:
    return len(text) <= _LONGEST and _FIGURES.search(text) is not None and _HINT.search(text) is not None


def without_dates(text: str) -> str:
    """Return ``text`` without dates, times and the brackets around them."""
    return _WHEN.sub("", text).strip(" ()|-–,")


def parts_beside(text: str) -> list[str]:
    """Return what a dateline says beside dates and their labels, at either side of a date or a stroke."""
    if len(text) > _LONGEST:
        return []
    parts = _split(text)
    parts += [_LABELS.sub(" ", part).strip(_AROUND) for part in parts]  # a name may be spelt like a label
    return [part for part in dict.fromkeys(parts) if _rest(part)]


def _split(text: str) -> list[str]:
    return [part.strip(_AROUND) for part in _STROKE.split(_WHEN.sub("|", text))]


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
        """The position of the first prose in the body that is not the title."""
        within = (element for element in self.survey.own if self.body in element.iterancestors())
        text = (element for element in within if self.title not in ancestors(element))
        return self.survey.place(next(text, self.body))

    @cached_property
    def end(self) -> int:
        """The position behind the body."""
        return self.survey.place(self.body) + sum(1 for _ in self.body.iter("*"))

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
        """Tell whether what is named as a header is the article's, with no more than a path in it."""
        if not self.below_menu or self.region not in element.iterancestors():
            return False
        return sum(1 for _ in element.iter("a")) <= _MENU


class Shown(NamedTuple):
    """The visible date: the line that shows it, and whether nothing else can be meant."""

    moment: Moment
    line: _Element
    sure: bool


def find_shown(vicinity: Vicinity, zone: tzinfo, headline: str) -> Shown | None:
    """Return the visible date that belongs to the article: a line that says little else, nearest to the title."""
    survey = vicinity.survey
    return _nearest(date_lines(survey), vicinity, zone, headline) or _nearest(
        _pieced_lines(survey), vicinity, zone, headline
    )


def _nearest(
    lines: Iterator[tuple[_Element, int, str]], vicinity: Vicinity, zone: tzinfo, headline: str
) -> Shown | None:
    anchor, end = vicinity.anchor, vicinity.end
    # With no title shown, the body may be the whole page: the clock stands above the menu in it.
    start = anchor if vicinity.title is not None else vicinity.prose
    best: tuple[float, Shown] | None = None
    for line, position, run in lines:
        if vicinity.survey.links_between(position, start) > _MENU:
            continue
        if not _is_articles(line, vicinity, before=position < anchor):
            continue
        if position >= end and _is_headed(line, vicinity):
            continue
        distance = min(position - anchor, _BELOW + position - end) if position >= end else position - anchor
        cost = cost_of(line, vicinity, distance)
        if cost is None or (best is not None and cost >= best[0]):
            continue
        text = _text_beside(line, vicinity.title, headline)
        text = text if len(text) <= _LONGEST else tidy(run)
        found = _stamped(line) or read_dateline(text, zone)
        if found is None:
            continue
        above = position <= vicinity.prose
        sure = above and is_dateline(text)
        if found.weekday_agrees is False:  # "Thứ Hai" before a Tuesday: not read rightly, or an event's date
            cost, sure = cost + 50, False
        if (not above and not is_dateline(text)) or dates_letter(text):  # "Bến mới, ngày 12/04/2025": a caption's
            cost += _IN_TEXT
        if best is None or cost < best[0]:
            best = cost, Shown(found, line, sure)
    return best[1] if best else None


def _is_articles(line: _Element, vicinity: Vicinity, *, before: bool) -> bool:
    """Tell whether a line that may be a dateline stands by the article; what says so itself may stand elsewhere.

    With no title to stand by, only a line that calls itself a date is taken; before the title, only one in the
    element around title and text or in the block before that: the page's clock stands above the columns.
    """
    if vicinity.title is not None and not before:
        return True
    if _PUBLISHED.match(shown_text(line)):
        return True
    if vicinity.title is None:
        return line.tag == "time" or _NAMED(names(line))
    region = vicinity.region
    blocks = (block for block in region.itersiblings(preceding=True) if not is_inline(tag_of(block)))
    above = next(blocks, None)
    return any(element is region or element is above for element in ancestors(line))


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
    hinting = [(position, holder, run) for position, holder, run in survey.runs if _hints(run)]
    for position, holder, run in sorted([*stamped, *hinting], key=itemgetter(0)):
        line = line_of(holder)
        if line not in seen:
            seen.add(line)
            yield line, position, run


def _pieced_lines(survey: Survey) -> Iterator[tuple[_Element, int, str]]:
    """Yield the elements named as dates whose date is in pieces: a day, a month and a year of their own."""
    for position, element in enumerate(survey.elements):
        if len(element) > 1 and _NAMED(names(element)) and _hints(text := shown_text(element)):
            yield element, position, text


def line_of(element: _Element) -> _Element:
    """Return the line that shows the date: inline elements belong to the block they stand in, if that is short."""
    while is_inline(tag_of(element)) and (parent := element.getparent()) is not None:
        if says_more_than(parent, _LONGEST) or any(not is_inline(tag_of(child)) for child in parent):
            break
        element = parent
    return element


def text_of_line(line: _Element) -> str:
    """Return the text of a line; of an inline element, with what stands beside it up to a break or a block."""
    if not is_inline(tag_of(line)):
        return shown_text(line)
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


def _continues(element: _Element) -> bool:
    return element.tag != "br" and is_inline(tag_of(element))


def _text_beside(line: _Element, title: _Element | None, headline: str) -> str:
    """Return the line's text; of a line that holds the title, what stands beside that: it may name a date too."""
    text = text_of_line(line)
    if title is not None:
        if headline in text and len(text) - len(headline) <= _LONGEST:
            return text.replace(headline, " ", 1)
        if line is not title:
            text = text.replace(shown_text(title), " ")
        if line is title or (len(text) <= _LONGEST and line in title.iterancestors()):
            match = None
            for match in _HINT.finditer(text):  # noqa: B007 - the last one is wanted
                pass
            return text[max(0, match.start() - 25) :] if match else ""
    return text


def _stamped(line: _Element) -> Moment | None:
    """Return the date that a ``<time>`` in the line states with its zone."""
    for element in line.iter("time"):
        stamp = element.get("datetime") or ""
        if "T" in stamp or " " in stamp.strip():
            try:
                at = datetime.fromisoformat(stamp.strip())
            except ValueError:
                continue
            if at.tzinfo:
                at = at.replace(microsecond=0)
                return Moment(at, "second" if at.second else "minute")
    return None


def read_dateline(text: str, zone: tzinfo) -> Moment | None:
    """Return the date of publication in a dateline, None where the text is no dateline."""
    if len(text) > _LONGEST or len(_rest(text)) > _BESIDE or _TODAY.search(text) or _PERIOD.search(text):
        return None
    moments = list(dates.find(english_as_iso(text), zone=zone))
    if len(moments) > 1 and (updated := _UPDATED.search(text)):
        # "Cập nhật: … Ngày đăng: …": the first date behind "cập nhật" is not the one of publication.
        first = _HINT.search(text)
        if first is not None and updated.start() < first.start():
            return moments[1]
        # "14 giờ 5 phút, ngày … | Cập nhật: 15 giờ …": nor is the time behind it.
        moments = list(dates.find(english_as_iso(text[: updated.start()]), zone=zone)) or moments
    return moments[0] if moments else None


def english_as_iso(text: str) -> str:
    """Return ``text`` with English dates in the form that is read everywhere."""
    return _ENGLISH.sub(_as_iso, text)


def _as_iso(match: re.Match[str]) -> str:
    day, year = re.findall(r"\d+", match[0])
    month = next(number for number, name in enumerate(MONTHS, 1) if name in match[0].lower())
    return f"{year}-{month:02}-{int(day):02}"


def _rest(text: str) -> str:
    """Return the letters of ``text`` that are neither date nor label."""
    return re.sub(r"[\W\d_]+", "", _LABELS.sub(" ", _WHEN.sub(" ", text)))


def cost_of(line: _Element, vicinity: Vicinity, distance: int) -> float | None:
    """Return how unlikely the line is the article's date; None where it cannot be."""
    body, around = vicinity.body, vicinity.around
    cost = float(distance) if distance >= 0 else 15.0 - 3 * distance
    if _NAMED(names(line)):
        cost -= 5
    inside = False
    row = line.getparent() if line.tag == "td" else None
    if row is not None and (row is body or row in around) and _is_row(row, body):
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
        if above is not vicinity.title and (_is_card(above, branch) or _is_row(above, body)):
            return None
        branch = above
    # A date among the paragraphs is an event's more often than the article's.
    return cost + _IN_TEXT if inside else cost


def _is_elsewhere(element: _Element, line: _Element, vicinity: Vicinity, *, behind: bool) -> bool:
    """Tell whether the element is where clocks and other articles' dates stand; ``behind``: behind the title."""
    tag, label = element.tag, names(element)
    if tag in ("header", "footer"):
        return not _is_own(element, vicinity.around)
    if tag == "a":
        return vicinity.address.leads_away(element)
    if tag in HIDDEN or tag in _NO_PLACE or _CLOCK(label):
        return True
    if _HEADER(label):
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
        return has_link_longer(element, _HEADLINE)
    for part in element:
        if part is not branch and (links := _headlines(part)):
            listed = len({link.get("href") for link in links}) > 1 and part in branch.itersiblings()
            return not listed or (part is branch.getnext() and _begins_with(part, links[0]))
    return False


def _headlines(element: _Element) -> list[_Element]:
    """Return the links in the element that are as long as a headline and lead to no file."""
    links = [link for link in element.iter("a") if len(shown_text(link)) > _HEADLINE]
    return [link for link in links if not mentions_file(link.get("href") or "")]


def _begins_with(element: _Element, link: _Element) -> bool:
    return shown_text(element).startswith(shown_text(link))


def _is_row(element: _Element, body: _Element) -> bool:
    """Tell whether the element is a row of a list: it says more than when, and so do dated neighbours like it.

    The line above a short text that names a day is none, if the two are not named alike as rows are.
    """
    neighbours = [other for other in (element.getprevious(), element.getnext()) if other is not None]
    if named := names(element):
        text_holders = {body, *body.iterancestors()}
        neighbours = [other for other in neighbours if other not in text_holders or names(other) == named]
    if not any(other.tag == element.tag for other in neighbours):
        return False
    text = shown_text(element)
    least = 6 if element.tag == "tr" else _BESIDE / 2
    if len(text) > 4 * _LONGEST or len(_rest(text)) <= least:
        return False
    return any(
        other.tag == element.tag
        and len(other_text := shown_text(other)) <= 4 * _LONGEST
        and _HINT.search(other_text) is not None
        and len(_rest(other_text)) > least
        for other in neighbours
    )
