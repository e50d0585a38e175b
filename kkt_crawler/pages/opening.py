"""Where an article begins: the lines beside its date and before its first prose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.credits import read_line
from kkt_crawler.pages.date_lines import is_named_date, is_signed
from kkt_crawler.pages.document import (
    HEADINGS,
    ancestors,
    holds_picture,
    joined_text,
    says_more_than,
    words,
)
from kkt_crawler.pages.document import names as class_names
from kkt_crawler.pages.lines import (
    elements_of_line,
    texts_beside,
)
from kkt_crawler.pages.named import CAPTION
from kkt_crawler.pages.page_lines import has_blocks, is_prose, lines_of_page
from kkt_crawler.pages.people import people, persons
from kkt_crawler.pages.photo_credits import ends_in_credit
from kkt_crawler.pages.refusals import names_box
from kkt_crawler.pages.survey import ENTRY
from kkt_crawler.pages.trail import LONGEST_LABEL, SECTION_FIELD, SECTION_LABEL, begins_at_home
from kkt_crawler.pages.when import (
    dates_letter,
    hints,
    is_clock,
    is_date_label,
    is_dateline,
    opens_dateline,
)
from kkt_crawler.text import is_vietnamese

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.site_names import Names
    from kkt_crawler.pages.survey import Survey

#: What titles are called.
_NAMED = words("[a-z]*title", "[a-z]*tieu~de[a-z]*", "head~line[a-z]*", "name", "heading", "ten~bai")
#: What those of articles are called, and of no box.
_ARTICLES = words(
    "(?:article|content|detail|entry|news|post|single|story)[-_]*(?:head(?:ing|line)?|title)",
    "title[-_]*(?:article|detail|news|post)", "tieu~de~(?:bai|tin)(?:~viet)?", "ten~bai(?:~viet)?",
)  # fmt: skip
#: What a line scores that stands before the date, behind it, or before the first prose, as a subheading may too.
BEFORE_DATE, BEHIND_DATE, BEFORE_PROSE = 3.0, 2.2, 2.0
#: What is called a title holds its text itself, or in so many elements.
_DEEP = 3
#: A label, and no more than a number behind it; and one before a name.
_COUNTER = re.compile(r":\s*[\d.,]*$|\sbởi$")
#: The number of a document, beside its date in a list: "41/KH-UBND".
_DOCUMENT = re.compile(r"^\W*\d+/(?:\d{4}/)?[A-ZĐ-]+\W*$")
#: The state's name and motto, above a letter.
_LETTERHEAD = re.compile(
    r"^\W*(?:cộng\s+h(?:òa|oà)\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam|độc\s+lập\W+tự\s+do\W+hạnh\s+phúc)", re.I
)
#: A line no longer is a button's: "Zalo".
BUTTON = 5
#: A line of fewer words may name a section, and a link of no more.
LABEL = 4
#: More short links than this in a row are a menu.
MENU = 5


@dataclass(frozen=True, slots=True)
class Opening:
    """The lines that may be the title by where they stand, their scores, and the position of the first prose."""

    lines: dict[_Element, float]
    prose: int | None


def find_opening(survey: Survey, names: Names) -> Opening:
    """Return the lines that stand right beside a dateline or before the first prose.

    Where none of them is dated, a column's prose may be the first: then the first that does so behind that and
    stands beside a date, or is called an article's title.
    """
    lines = _Lines(survey, names)
    opening, prose = lines.read(), lines.column
    dated = {line: score for line, score in opening.lines.items() if score > BEFORE_PROSE}
    # "Giá nông sản", behind today's date: a box may stand there.
    if prose is None or any(len(joined_text(line).split()) > LABEL for line in dated):
        return Opening(dated or opening.lines, opening.prose)
    said = next((run for place, _, run in survey.runs if place >= prose), "")
    if not is_vietnamese(said) or any(joined_text(line) in names.page_title for line in opening.lines):
        return opening
    title = _later_title(survey, names, prose)
    return Opening({title: BEFORE_DATE} if title is not None else dated or opening.lines, opening.prose)


def _later_title(survey: Survey, names: Names, start: int) -> _Element | None:
    """Return the first line behind a position that may be the title, and has prose below.

    It stands beside a date or right behind the path to the page, or is called an article's title.
    """
    title: _Element | None = None
    before: _Element | None = None
    date = path = False
    passed = 0  # lines between the title and the prose below
    for place, line, text in lines_of_page(survey):
        if place <= start or is_clock(text):
            continue
        if _shows_date(line, text):
            title, passed = (before, 0) if before is not None else (title, passed)
            date = title is None
        elif is_prose(text) and not boilerplate.is_imprint(text):
            if title is not None and not survey.rows.is_listed_teaser(line):
                return title
            title, before, date, path = None, None, False, False
        else:
            passed += 1
            before = line if _may_be_title(line, text, names) else None
            called = any(_ARTICLES(class_names(part)) for part in ancestors(line)[:_DEEP])
            if before is not None and (date or path or called or line.get("role") == "heading"):
                title, passed = before, 0
            elif date or passed > MENU:
                title = None
            date, path = False, begins_at_home(text)
    return None


def _may_be_title(line: _Element, text: str, names: Names) -> bool:
    linked = names.in_link(line) or next(line.iter("a"), None) is not None
    said = len(text.split()) > LABEL and text[-1] not in ".;" and not people(text)
    return said and not (linked or _is_beside_picture(line) or _is_label(line, text, names))


def _is_beside_picture(line: _Element) -> bool:
    """Tell whether a cell stands beside one with a picture, and so may be its caption."""
    beside = line.getprevious() if line.tag == "td" else None
    return holds_picture(beside)


def _is_below_picture(line: _Element) -> bool:
    """Tell whether a line that is not called a title stands right behind a picture, as its caption does."""
    above = line.getprevious()
    if above is None or is_called_title(line) or says_more_than(above, 0):
        return False
    return holds_picture(above)


def is_banner(survey: Survey, element: _Element, opening: Opening) -> bool:
    """Tell whether the site's menu stands between ``element`` and the article: then it is the site's own name."""
    start = survey.place(element)
    after = enumerate(survey.elements[start + 1 :], start + 1)
    article = next((place for place, other in after if other in opening.lines or _has_prose(survey, other)), start)
    return survey.entries_between(start, article) > MENU


def _has_prose(survey: Survey, element: _Element) -> bool:
    return element in survey.own and element.tag not in boilerplate.BOX_TAGS and element.tag != "time"


def is_called_title(line: _Element) -> bool:
    """Tell whether a line is a heading, or called a title."""
    return line.tag in HEADINGS or is_named(line)


def is_named(element: _Element) -> bool:
    """Tell whether an element is called a title."""
    if element.get("itemprop") == "headline" or element.get("role") == "heading":
        return True
    label = class_names(element)
    return _NAMED(label) and not heads_web_part(element)


def heads_web_part(line: _Element) -> bool:
    """Tell whether a line is the title of a box, and not of the article in it, which has a date below."""
    if not boilerplate.WEB_PART(class_names(line)):
        return False
    said = joined_text(line)
    around = takewhile(lambda above: not says_more_than(above, len(said) + BUTTON), ancestors(line))
    dated = any(is_dateline(text) for above in around for text in texts_beside(above))
    return not dated or len(said.split()) <= LABEL


class _Lines:
    """A page's lines, read from the top: what may be the title so far, and what was passed behind it."""

    def __init__(self, survey: Survey, names: Names) -> None:
        self.survey, self.names = survey, names
        self.found: dict[_Element, float] = {}
        self.before: _Element | None = None  #: the last line that may be the title
        self.date: _Element | None = None  #: the last date, that a title may stand behind
        self.above: _Element | None = None  #: what stands before ``date``
        self.passed = 0  #: short links behind ``before``
        self.in_box = self.headed = self.dated = self.lettered = self.in_column = False
        self.column: int | None = None  #: the position of the first prose that may be a column's

    def read(self) -> Opening:
        """Read up to the article's prose, and return what was found."""
        for place, line, text in lines_of_page(self.survey):
            if is_clock(text) or _says_section(line):
                continue
            if _shows_date(line, text) or (self.before is not None and is_named_date(line, text)):
                self._read_date(line, text)
            elif line.tag != "h1" and names_box(text):
                self.in_box, self.date = True, None
            elif boilerplate.opens_box(text):
                self.in_box, self.date = True, None if line.tag in HEADINGS else self.date
            elif not self._read_label(line, text):
                if is_prose(text):
                    if not self.survey.rows.is_listed_teaser(line) and self._read_prose(place, line):
                        return Opening(self.found, place if self.before is not None or self.dated else None)
                    self.before, self.date = None, None
                elif self._may_be_title(text):
                    self._read_line(line, text)
        return Opening(self.found, None)

    def _read_date(self, line: _Element, text: str) -> None:
        if self.before is not None:
            self.found[self.before] = BEFORE_DATE
        if not is_dateline(text) and (title := _title_beside_date(line)) is not None:
            self.found[title] = BEFORE_DATE
        self.date, self.dated, self.above = None if self.headed else line, True, self.before

    def _read_label(self, line: _Element, text: str) -> bool:
        """Pass what stands beside a title, or leads elsewhere; tell whether the line is such."""
        links = [] if has_blocks(line) else list(line.iter("a"))
        away = [line] if self.names.in_link(line) else self.names.away(links)
        linked = sum(len(joined_text(link)) for link in away)
        if _is_label(line, text, self.names) or (len(links) > 1 and not linked) or 0 < linked <= 0.5 * len(text):
            self.lettered = self.lettered or dates_letter(text)  # tools, or a path, or what stands above a letter
            return True
        if not linked:
            return False
        self.passed += max(len(links), 1)
        if not self.in_box and (len(text) > ENTRY or self.passed > MENU or _heads_box(self.before, text)):
            self.before, self.date = None, None
        return True

    def _read_prose(self, place: int, line: _Element) -> bool:
        """Score what stands before a line of prose; tell whether that is the article's."""
        before, main = self.before, self.survey.main
        if before is not None:
            self.found.setdefault(before, BEFORE_PROSE)
        inside = main is line or main in line.iterancestors()
        if inside != self.in_column:
            self.column = place if self.column is None else self.column
            if before is None or self.lettered or max(self.found.values()) > BEFORE_PROSE:
                return True
            if len(joined_text(before).split()) >= LABEL:
                return True
            self.in_column = True  # "Thông báo", beside no date: a column's, that says more than the article
        elif (
            before is not None
            and self.found[before] == BEFORE_PROSE
            and not self.in_column
            and self.survey.entries_between(place, self.survey.place(main)) > MENU
        ):
            del self.found[before]  # a banner's, above the menu
        self.headed = before is not None and not self.in_column  # a lead; or a teaser's prose
        return False

    def _may_be_title(self, text: str) -> bool:
        """Tell whether a line is no button's, credit or byline."""
        signs = (self.before is not None or ":" in text) and read_line(text)
        return len(text) > BUTTON and not signs and not (self.found and persons(text))

    def _read_line(self, line: _Element, text: str) -> None:
        if self.survey.rows.is_listed_teaser(line) or _DOCUMENT.match(text) or _is_below_picture(line):
            self.before, self.date = None, None
            return
        if self.before is not None and _is_short_lead(text, joined_text(self.before)):
            return
        dates = list(filter(_is_date, line))
        title = _title_beside_date(line) if dates else None
        before = line if title is None or not is_called_title(title) else title
        if before is title or (dates and dates[-1] is line[-1]):  # a date of its own: "Title (12/10/2012)"
            self.found[before], self.dated = BEFORE_DATE, True
        date, above, place = self.date, self.above, self.survey.place
        if date is not None and self.survey.entries_between(place(date), place(line)) <= MENU:
            self.found[line] = BEHIND_DATE
            if above is not None and not is_called_title(above) and _names_part(above, text):
                self.found[line] = self.found.pop(above)
        self.before, self.date, self.in_box, self.headed, self.passed = before, None, False, False, 0


def _is_short_lead(text: str, title: str) -> bool:
    """Tell whether a line below a title is a sentence, as that is not."""
    return text.endswith(".") and len(text.split()) > LABEL < len(title.split()) and not title.endswith(".")


def _says_section(line: _Element) -> bool:
    """Tell whether a cell stands behind one that says that a section's name follows."""
    label = line.getprevious() if line.tag in ("td", "dd") else None
    return label is not None and SECTION_FIELD.fullmatch(joined_text(label)) is not None


def _heads_box(line: _Element | None, link: str) -> bool:
    """Tell whether a line before a link has so few words, and the link so many, that it may head a box of such."""
    return line is not None and len(joined_text(line).split()) <= LABEL < len(link.split())


def _title_beside_date(line: _Element) -> _Element | None:
    """Return the one element of a date's line that says as much as a title: a style sheet parts the two."""
    beside = [(part, joined_text(part)) for part in elements_of_line(line) if part.tag != "a"]
    long = [(part, said) for part, said in beside if len(said.split()) > LABEL and not persons(said)]
    titles = [part for part, said in long if not (hints(said) or said[-1] in ".:")]
    return titles[0] if len(titles) == 1 else None


def _names_part(above: _Element, title: str) -> bool:
    """Tell whether what stands before a date may be a section's name, and what stands behind it is none."""
    return may_be_section(joined_text(above)) and len(title.split()) > LABEL


def may_be_section(text: str) -> bool:
    """Tell whether a line is as short as a section's name, without figures: "Quy hoạch - Xây dựng"."""
    words = text.split()
    return len(words) - words.count("-") <= LABEL and not any(letter.isdigit() for letter in text)


def _is_label(line: _Element, text: str, names: Names) -> bool:
    """Tell whether a line is one of those beside a title: a button, a section, "Ngày đăng:", a byline."""
    return (
        boilerplate.is_furniture(text)
        or (bool(boilerplate.SHARE_LABEL.match(text)) and not is_prose(text))
        or bool(boilerplate.TEMPLATE.match(text))
        or boilerplate.is_imprint(text)
        or bool(_COUNTER.search(text) or _LETTERHEAD.match(text) or boilerplate.ASKED_BY.match(text))
        or dates_letter(text)
        or names.section(text)
        or begins_at_home(text)
        or is_date_label(text)
        or boilerplate.BYLINE(class_names(line))
        or (ends_in_credit(text) and not is_prose(text))
        or CAPTION(class_names(line))
        or heads_web_part(line)
        or line.tag == "address"
        or SECTION_LABEL.match(text) is not None
        or (text.isupper() and boilerplate.PORTAL.match(text) is not None)
        or (len(text) < LONGEST_LABEL and any(boilerplate.CHIP(class_names(part)) for part in line.iter("*")))
        or _is_asked(line)
    )


def _is_asked(line: _Element) -> bool:
    """Tell whether a line is a poll's question: what can be chosen stands in it or right behind it."""
    behind = line.getnext()
    parts = (line,) if behind is None else (line, behind)
    return any(box.get("type") in ("radio", "checkbox") for part in parts for box in part.iter("input"))


def _shows_date(line: _Element, text: str) -> bool:
    """Tell whether a line is a dateline, opens one, or shows a date beside names."""
    return is_dateline(text) or opens_dateline(text) or is_signed(line, text)


def _is_date(element: _Element) -> bool:
    """Tell whether an element shows a date, and is not the page's clock."""
    return is_dateline(joined_text(element)) and not boilerplate.BOX(class_names(element))
