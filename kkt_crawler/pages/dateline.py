"""When the article was published: machine data, checked and completed by the date that the page shows."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from itertools import chain
from typing import TYPE_CHECKING

from kkt_crawler import dates
from kkt_crawler.dates import Moment
from kkt_crawler.pages.document import ancestors, names, path_of, says_more_than, shown_text, words
from kkt_crawler.pages.language import is_vietnamese_page
from kkt_crawler.pages.late_date import find_late
from kkt_crawler.pages.lines import details_beside, line_of, text_of_line, texts_beside
from kkt_crawler.pages.shown_date import Shown, find_shown
from kkt_crawler.pages.when import (
    LONGEST,
    PUBLISHED,
    english_as_iso,
    read_change,
    read_dateline,
    says_changed,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import tzinfo

    from lxml.etree import _Element

    from kkt_crawler.pages.machine import Machine
    from kkt_crawler.pages.vicinity import Vicinity

_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "pubdate",
    "publishdate",
    "publish-date", "publish_date", "published_time", "dc.date.issued", "dc.date", "dcterms.created",
    "dcterms.date",
    "parsely-pub-date", "sailthru.date", "article.published", "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
#: A statement so much later than the line beside the title says when the page was made or changed: servers fill
#: in the present, and imports their own day. What is less can be a zone, or a draft's date.
_LATER = timedelta(days=1)
#: A statement so much earlier is the template's: what was changed since and shows only that day is not so old.
_STALE = timedelta(days=90)
#: A line that says when the article was changed stands so near to the end of its text.
_END = 5
#: What can be said of an article alone, and so stands farther from it, below its files.
_LAST = re.compile(r"lần\s+(?:cập\s+nhật|sửa)?\s*cuối", re.I)
_FARTHER = 60
#: What dates the article on some sites and the page itself on others: there a line farther away is believed, too.
_OF_PAGE = frozenset(("meta dc.date", "meta dcterms.date", "meta date"))
#: What themes call the second date of a line.
_CHANGED = words("(?:date~)?(?:updated|modified)")
_TIME = re.compile(r"\d\s?(?::|h|giờ)\s?\d")
#: What servers state that have no date.
_EPOCH = 1970
#: A statement that may have its month first.
_EITHER_ORDER = re.compile(r"\s*\d{1,2}/\d{1,2}/\d{4}")


@dataclass(frozen=True, slots=True)
class Dateline:
    """When the article appeared and when the page says that it was changed."""

    published: Moment
    evidence: str
    modified: datetime | None = None
    modified_evidence: str = ""
    element: _Element | None = None  #: the line that shows the date


def find_dateline(
    vicinity: Vicinity,
    machine: Machine,
    *,
    headline: str,
    declared: _Element | None,
    selector: str,
    zone: tzinfo,
    language: str,
) -> Dateline | None:
    """Return the date: machine data where it is as exact as the visible one, else the one nearest to the title."""
    items = {vicinity.body, *vicinity.around}
    stated, source, statement = _stated(machine, items, zone)
    shown, where = None, ""
    if declared is not None and (moment := read_dateline(shown_text(declared), zone)) is not None:
        shown, where = Shown(moment, declared, sure=True), f"selector {selector}"
    if shown is None and (stated is None or is_vietnamese_page(zone) or source in _OF_PAGE):
        shown = find_shown(vicinity, zone, headline)
        where = f"structure {path_of(shown.line)}" if shown is not None else ""
    if stated is not None and shown is not None and _EITHER_ORDER.match(statement):
        stated = _in_shown_order(stated, shown.moment)
    published, evidence = _agreed(stated, source, shown, where, zone)
    told = shown is not None and evidence == source and not shown.alone  # a day that the text tells of
    line = shown.line if shown is not None and not told else declared
    if published is None and not is_vietnamese_page(zone):
        published, evidence, line = find_late(vicinity, machine, zone=zone, language=language)
    if published is None:
        return None
    # Looking for microdata costs a walk through the page: only where it gave the date of publication.
    marked = items if source.startswith("microdata") else ()
    modified, origin = _modified(machine, marked, zone)
    if stated is not None and modified == stated.at:
        modified, origin = None, ""
    if modified is not None and stated is not None:
        modified = _in_shown_zone(modified, stated.at, published.at)
    if modified is not None and modified <= published.at:
        modified, origin = None, ""
    if modified is None and line is not None:
        shown_change = _shown_change(line, zone, published) or _change_near(vicinity, zone, published)
        modified, origin = shown_change or (None, "")
    if is_vietnamese_page(zone):
        published = replace(published, at=published.at.astimezone(zone))
        modified = modified and modified.astimezone(zone)
    return Dateline(published, evidence, modified, origin, line)


def _in_shown_order(stated: Moment, shown: Moment) -> Moment:
    """Return ``stated`` with its month first, as American servers print it, if the page shows that day."""
    day, month = stated.at.month, stated.at.day
    if (shown.at.year, shown.at.month, shown.at.day) != (stated.at.year, month, day):
        return stated
    return replace(stated, at=stated.at.replace(month=month, day=day))


def _in_shown_zone(modified: datetime, stated: datetime, published: datetime) -> datetime:
    """Return ``modified`` in the zone that the page shows, where that behind the date of publication was wrong."""
    if modified.utcoffset() != stated.utcoffset() or stated.timetuple()[:5] != published.timetuple()[:5]:
        return modified
    return modified.replace(tzinfo=published.tzinfo)


def _agreed(
    stated: Moment | None, source: str, shown: Shown | None, where: str, zone: tzinfo
) -> tuple[Moment | None, str]:
    """Return the date that machine data and the page give together, and its evidence."""
    if shown is None:
        return stated, source
    moment = shown.moment
    if stated is None:
        return moment, where
    if moment.precision != "day":
        shows, states = moment.at.replace(second=0), stated.at.replace(second=0)
        if shows == states and (stated.precision, moment.precision) == ("second", "minute"):
            return stated, f"{source}, agrees with {where}"
        # The same wall clock under two zones: a template that writes Z behind local time.
        if shows == states or shows.astimezone(zone).replace(tzinfo=None) == states.replace(tzinfo=None):
            return moment, f"{where}, agrees with {source}"
    ours, theirs = moment.at.date(), stated.at.date()
    # A day shown as it is written there, and another one here by the zone behind it: so is that zone wrong.
    if ours == theirs and (stated.precision == "day" or ours != stated.at.astimezone(moment.at.tzinfo).date()):
        return moment, f"{where}, agrees with {source}"
    # The page has its month first, if machine data says more; else that has been turned.
    turned = (moment.at.month, moment.at.day) == (stated.at.day, stated.at.month)
    if turned and not (stated.precision != "day" and moment.precision == "day"):
        return moment, f"{where}, turned in {source}"
    later = not turned and theirs - ours > _LATER
    if later and (shown.sure or (shown.alone and source in _OF_PAGE)):
        return moment, f"{where}, before {source}"
    hourless = stated.at.time() == time.min and moment.precision != "day"  # a template's
    stands = shown.titled or hourless
    if (
        (shown.sure or shown.plain or (shown.alone and hourless))
        and stands
        and not turned
        and ours - theirs > (_LATER if _says_published(shown) else _STALE)
    ):
        return moment, f"{where}, after {source}"
    return stated, source


def _says_published(shown: Shown) -> bool:
    """Tell whether a line says that it names day and time of publication: "Ngày đăng: 15.04.2021 • 06:38"."""
    return shown.moment.precision != "day" and PUBLISHED.match(shown_text(shown.line)) is not None


def _stated(machine: Machine, items: Collection[_Element], zone: tzinfo) -> tuple[Moment | None, str, str]:
    """Return the machine date, its name and its text; one that has a time beats one that has none."""
    days: list[tuple[Moment, str, str]] = []
    for text, source in _statements(machine, items):
        moment = _machine_moment(text, zone)
        if moment is None:
            continue
        if moment.precision != "day":
            return moment, source, text
        days.append((moment, source, text))
    return days[0] if days else (None, "", "")


def _statements(machine: Machine, items: Collection[_Element]) -> Iterator[tuple[str, str]]:
    yield machine.text("datePublished"), "json-ld datePublished"
    for name in _METAS:
        for content in machine.stated(name):
            yield content, f"meta {name}"
    for content in machine.microdata("datePublished", items):
        yield content, "microdata datePublished"
    yield machine.text("dateCreated"), "json-ld dateCreated"


def _machine_moment(text: str, zone: tzinfo) -> Moment | None:
    text = text.strip()
    if not text:
        return None
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        moment = dates.parse(english_as_iso(text), zone=zone)
        if moment is not None and moment.precision == "second" and not moment.at.second:
            return replace(moment, precision="minute")
        return moment
    if len(text) <= 10:
        return Moment(at.replace(tzinfo=zone), "day")
    if at.year <= _EPOCH:
        return None
    at = at.replace(microsecond=0)
    return Moment(at if at.tzinfo else at.replace(tzinfo=zone), "second" if at.second else "minute")


def _modified(machine: Machine, items: Collection[_Element], zone: tzinfo) -> tuple[datetime | None, str]:
    text, source = machine.text("dateModified"), "json-ld dateModified"
    if not text:
        text, name = machine.meta("article:modified_time", "datemodified")
        source = f"meta {name}"
    if not text and items:
        text, source = next(iter(machine.microdata("dateModified", items)), ""), "microdata dateModified"
    moment = _machine_moment(text, zone)
    return (moment.at, source) if moment is not None else (None, "")


def _shown_change(line: _Element, zone: tzinfo, published: Moment) -> tuple[datetime, str] | None:
    """Return the later date that the line of the date, or the line at either side of it, calls one of change."""
    texts = [text_of_line(line), shown_text(line)]  # the title may stand in the same line
    texts += filter(says_changed, (*details_beside(line), *texts_beside(line)))
    return _later(texts, line, zone, published) or _stamped_change(line, zone, published)


def _stamped_change(line: _Element, zone: tzinfo, published: Moment) -> tuple[datetime, str] | None:
    """Return the later date of a ``<time>`` in a line, or beside it, that is named the change's and no other's."""
    holders = [holder for holder in ancestors(line)[:2] if not says_more_than(holder, LONGEST)]
    times = holders[-1].iter("time") if holders else ()
    for element in chain(times, line.itersiblings("time")):
        if _CHANGED(label := names(element)) and "publish" not in label:
            changed = _machine_moment(element.get("datetime") or "", zone)
            if changed is not None and changed.at > published.at:
                return changed.at, f"structure {path_of(element)}"
    return None


def _change_near(vicinity: Vicinity, zone: tzinfo, published: Moment) -> tuple[datetime, str] | None:
    """Return the later date that a line before the text, its end or one straight below it calls one of change.

    Below it, only one with a time: rates of exchange are of a day.
    """
    survey = vicinity.survey
    end = survey.end(vicinity.body)
    for place, holder, run in survey.runs:
        last = end + (_FARTHER if _LAST.search(run) else _END)
        before, below = vicinity.anchor <= place <= vicinity.prose, end - _END <= place < last
        if (before or (below and _TIME.search(run))) and len(run) <= LONGEST and says_changed(run):
            line = line_of(holder)
            if found := _later([run, text_of_line(line)], line, zone, published):
                return found
    return None


def _later(texts: list[str], line: _Element, zone: tzinfo, published: Moment) -> tuple[datetime, str] | None:
    """Return the first date of change in ``texts`` that is later than the one of publication, and its evidence."""
    found = (read_change(text, zone) for text in texts)
    changed = next((moment.at for moment in found if moment is not None and moment.at > published.at), None)
    return None if changed is None else (changed, f"structure {path_of(line)}")
