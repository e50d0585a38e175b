"""When the article was published: machine data, checked and completed by the date that the page shows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kkt_crawler import dates
from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import HIDDEN, is_inline, names, shown_text, words
from kkt_crawler.dates import Moment

if TYPE_CHECKING:
    from datetime import tzinfo

    from lxml.etree import _Element

    from kkt_crawler.pages.machine import Machine
    from kkt_crawler.pages.survey import Survey

_HINT = re.compile(r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}|\d{4}-\d{1,2}-\d{1,2}|\d\s*tháng\s*\d", re.I)
_ALL = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?\S*)?|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}"
    r"|(?:ngày\s*)?\d{1,2}\s*tháng\s*\d{1,2}\s*(?:,|/|-)?\s*(?:năm\s*)?\d{4}"
    r"|\d{1,2}\s?(?::|h|giờ)\s?\d{2}(?:\s?(?::|phút)\s?\d{2})?(?:\s*giây)?(?:\s*phút)?",
    re.I,
)
_LABELS = re.compile(
    r"(?:ngày|đăng|viết|tạo|gửi|bài|tin|cập\s*nhật|lần\s*cuối|cuối|lúc|xuất\s*bản|phát\s*hành|thời\s*gian|đưa|hiển\s*thị|hà\s*nội|thứ\s*(?:hai|ba|tư|năm|sáu|bảy|bẩy|\d)"
    r"|t[2-7]|chủ\s*nhật|cn|gmt|utc|sa|ch|am|pm|sáng|trưa|chiều|tối|(?:số\s*)?lượt(?:\s*(?:xem|đọc|truy\s*cập))?|xem|đọc|views?|published|posted|updated|on|at|date|\d+)",
    re.I,
)
_UPDATED = re.compile(r"cập\s*nhật|sửa\s*(?:đổi|lần\s*cuối)|updated|modified", re.I)
_PUBLISHED = re.compile(r"đăng|xuất\s*bản|phát\s*hành|published|posted", re.I)
_NAMED = words(
    "date[a-z]*",
    "[a-z]*date",
    "time[a-z]*",
    "[a-z]*time",
    "ngay[a-z]*",
    "[a-z]*ngay",
    "thoi~gian",
    "meta",
    "[a-z]*-meta",
    "publish[a-z]*",
    "posted[a-z]*",
)
_CLOCK = words(
    "clock",
    "dong~ho",
    "header[a-z]*",
    "top",
    "top~bar",
    "today",
    "current[a-z]*",
    "now",
    "sidebar",
    "side",
    "right",
    "marquee",
)
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Dateline:
    """When the article appeared and when the page says that it was changed."""

    published: Moment
    evidence: str
    modified: datetime | None = None
    element: _Element | None = None


def find_dateline(
    survey: Survey,
    machine: Machine,
    *,
    title: _Element | None,
    body: _Element | None,
    declared: _Element | None,
    selector: str,
    zone: tzinfo,
) -> Dateline | None:
    """Return the date: machine data where it is as exact as the visible one, else the one nearest to the title."""
    stated, source = _stated(machine, zone)
    shown, element, where = None, declared, f"selector {selector}"
    if declared is not None:
        shown = dates.parse(shown_text(declared), zone=zone)
    if shown is None:
        shown, element, where = _shown(survey, title, body, zone)
    published, evidence = _agreed(stated, source, shown, where)
    if published is None:
        return None
    modified = _modified(machine, zone, published)
    return Dateline(published, evidence, modified, element)


def _agreed(stated: Moment | None, source: str, shown: Moment | None, where: str) -> tuple[Moment | None, str]:
    if stated is None:
        return shown, where
    if shown is None:
        return stated, source
    same_minute = stated.at.replace(second=0) == shown.at.replace(second=0)
    if same_minute and shown.precision != "day":
        return shown, f"{where}, agrees with {source}"
    if stated.precision == "day" and shown.at.date() == stated.at.date():
        return shown, f"{where}, agrees with {source}"
    # The same wall clock under two zones: a template that writes Z or its server's zone behind local time.
    if shown.precision != "day" and shown.at.replace(tzinfo=None, second=0) == stated.at.replace(
        tzinfo=None, second=0
    ):
        return shown, f"{where}, agrees with {source}"
    return stated, source


def _stated(machine: Machine, zone: tzinfo) -> tuple[Moment | None, str]:
    """Return the machine date and its name."""
    if moment := _machine_moment(machine.text("datePublished"), zone):
        return moment, "json-ld datePublished"
    for name in _METAS:
        for content in machine.metas.get(name, ()):
            if moment := _machine_moment(content, zone):
                return moment, f"meta {name}"
    return None, ""


_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "pubdate", "publishdate",
    "publish-date", "published_time", "date", "dc.date.issued", "dc.date", "dcterms.created", "parsely-pub-date", "sailthru.date",
    "article.published", "cxenseparse:recs:publishtime",
)  # fmt: skip


def _machine_moment(text: str, zone: tzinfo) -> Moment | None:
    if not text:
        return None
    try:
        at = datetime.fromisoformat(text.strip())
    except ValueError:
        return dates.parse(text, zone=zone)
    if len(text.strip()) <= 10:
        return Moment(at.replace(tzinfo=zone), "day")
    at = at.replace(microsecond=0)
    return Moment(at if at.tzinfo else at.replace(tzinfo=zone), "second" if at.second else "minute")


def _modified(machine: Machine, zone: tzinfo, published: Moment) -> datetime | None:
    text = (
        machine.text("dateModified") or machine.meta("article:modified_time", "og:updated_time", "datemodified")[0]
    )
    moment = _machine_moment(text, zone)
    if moment is None or moment.at <= published.at:
        return None
    return moment.at


def _shown(
    survey: Survey, title: _Element | None, body: _Element | None, zone: tzinfo
) -> tuple[Moment | None, _Element | None, str]:
    """Return the visible date that belongs to the article: a line of its own, nearest to the title."""
    best: tuple[float, Moment, _Element] | None = None
    anchor = survey.order.get(title) if title is not None else None
    if anchor is None:
        anchor = survey.order.get(body, 0) if body is not None else 0
    seen: set[_Element] = set()
    for element, position in list(survey.order.items()):
        for text, holder in ((element.text, element), (element.tail, element.getparent())):
            if not text or holder is None or len(text) > _LONGEST or not _HINT.search(text):
                continue
            line = _line(holder)
            if line in seen:
                continue
            seen.add(line)
            found = _read(line, title, zone)
            if found is None:
                continue
            cost = _cost(line, title, body, position - anchor)
            if cost is not None and (best is None or cost < best[0]):
                best = cost, found, line
    if best is None:
        return None, None, ""
    return (
        best[1],
        best[2],
        f"structure {best[2].tag}{'.' + names(best[2]).split()[0] if names(best[2]).strip() else ''}",
    )


def _line(element: _Element) -> _Element:
    """Return the block that shows the date: inline elements belong to the line they stand in."""
    while is_inline(element.tag) and (parent := element.getparent()) is not None:
        if len(shown_text(parent)) > _LONGEST:
            break
        element = parent
    return element


def _read(line: _Element, title: _Element | None, zone: tzinfo) -> Moment | None:
    text = shown_text(line)
    if title is not None and (line is title or title in line.iterancestors() or line in title.iterancestors()):
        heading = shown_text(title)
        text = text.replace(heading, " ") if line is not title else text[-40:]
    if len(text) > _LONGEST:
        return None
    rest = _LABELS.sub(" ", _ALL.sub(" ", text))
    if len(re.sub(r"[\W\d_]+", "", rest)) > 30:
        return None
    moments = list(dates.find(text, zone=zone))
    return moments[0] if moments else None


def _cost(line: _Element, title: _Element | None, body: _Element | None, distance: int) -> float | None:
    """Return how unlikely the line is the article's date; None where it cannot be."""
    cost = float(distance) if distance >= 0 else 15.0 - 3 * distance
    if line.attrib and _NAMED.search(names(line)):
        cost -= 5
    for above in [line, *line.iterancestors()]:
        if above is body or (title is not None and above is title.getparent()):
            break
        if above.tag in HIDDEN or above.tag in ("a", "nav", "footer", "marquee", "li"):
            return None
        if above.attrib and (boilerplate.BOX.search(names(above)) or _CLOCK.search(names(above))):
            return None
        if above.tag in ("aside", "header") and (title is None or above not in title.iterancestors()):
            return None
    if any(True for _ in line.iter("a")):
        return None
    if body is not None and body in line.iterancestors():
        cost += 100
    return cost
