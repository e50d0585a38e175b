"""The lines of a page that may say when."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING

from kkt_crawler.dates import VIETNAM
from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.credits import read_line
from kkt_crawler.pages.document import ancestors, names, says_more_than, shown_text, words
from kkt_crawler.pages.lines import line_of, runs_of_line
from kkt_crawler.pages.people import persons
from kkt_crawler.pages.when import BESIDE, LONGEST, PUBLISHED, hints, is_dateline, rest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kkt_crawler.pages.survey import Survey

#: What the elements of dates are called.
NAMED = words(
    "date[a-z]*", "[a-z]*date", "time[a-z]*", "[a-z]*time", "(?:lbl)?ngay[a-z]*", "[a-z]*ngay", "thoi~gian",
    "meta",
    "[a-z]+[-_]meta", "publish[a-z]*", "posted[a-z]*",
)  # fmt: skip
#: A run that ends a date whose day stands in another element, no farther than so many steps up.
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PIECES = 3
#: A day above its month and year: "14", "10-2026".
_MONTH = re.compile(r"^(\d{1,2})\s+(\d{1,2})\s?[/.-]\s?(\d{4})$")
#: What parts names and dates in one line.
_PARTS = re.compile(r"\s+[-–|•·]\s+")
_AGO = re.compile(r"\d\s+(?:phút|giờ|ngày|tuần|tháng)\s+trước(?!\w)|vừa\s+xong|hôm\s+(?:nay|qua)", re.I)


def is_named_date(line: _Element, text: str) -> bool:
    """Tell whether a line with figures is called a date by its element: it may be in words that are not read."""
    return (line.tag == "time" or NAMED(names(line))) and any(letter.isdigit() for letter in text)


def is_signed(line: _Element, text: str) -> bool:
    """Tell whether a line shows a date beside names, credits and buttons, or with its label beside anything."""
    if not hints(text):
        return False
    if any(PUBLISHED.match(part) and is_dateline(part) for part in _PARTS.split(text)):
        return True
    runs = [part.strip(" |•·–-") for run in runs_of_line(line) for part in _PARTS.split(run)]
    runs = list(filter(None, runs))
    dates = list(map(is_dateline, runs))
    return any(dates) and all(
        dated or persons(run) or read_line(run) or boilerplate.is_furniture(run)
        for dated, run in zip(dates, runs, strict=True)
    )


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
    lines = [*stamped, *dated, *linked, *_pieced(survey), *_ago(survey)]
    for position, holder, run in sorted(lines, key=itemgetter(0)):
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
                if hints(text := _MONTH.sub(r"\1/\2/\3", shown_text(element))):
                    if is_dateline(text) or NAMED(names(element)):
                        yield position, element, text
                    break


def _ago(survey: Survey) -> Iterator[tuple[int, _Element, str]]:
    """Yield what says how long ago, and has the date for a tooltip or a script: "2 ngày trước"."""
    for position, holder, run in survey.runs:
        if len(run) <= BESIDE and _AGO.search(run):
            stamp = holder.get("title") or _at(holder.get("data-time") or "")
            if hints(stamp):
                yield position, holder, stamp


def _at(seconds: str) -> str:
    """Return day and time in figures, for the seconds or the thousandths of them that scripts count."""
    if not (seconds.isascii() and seconds.isdigit() and len(seconds) in (10, 13)):
        return ""
    return f"{datetime.fromtimestamp(int(seconds[:10]), VIETNAM):%d/%m/%Y %H:%M}"
