"""Section and tags."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kkt_crawler.pages.document import (
    ancestors,
    is_inline,
    names,
    path_of,
    says_more_than,
    shown_text,
    tag_of,
    words,
)
from kkt_crawler.pages.when import LONGEST, is_dateline
from kkt_crawler.text import fold, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from kkt_crawler.pages.machine import Machine
    from kkt_crawler.pages.survey import Survey

_SEPARATED = re.compile(r"^[\s»›>/|→·•-]+$")
_LABELLED = words("[a-z]*chuyen~muc")
#: A section in the line of the date, up to the next stroke or label.
_NAMED_BESIDE = re.compile(
    r"(?<!\w)chuyên\s*mục\s*:\s*([^:|·•]{2,60}?)\s*(?:$|[|·•]|\s[-–]\s+[^:–-]{2,20}:)", re.I
)
_TRAIL = words("(?:site-?map-?)?path", "duong~dan")
_LONGEST_TRAIL = 5
#: What draws an arrow.
_ARROW = words("(?:[a-z]+[-_])*(?:angles?|chevrons?|arrows?|carets?)(?:[-_][a-z]+)*")
#: How far up from its first link a path may be: in a list, each link stands in an item, and there in a span.
_PATH_DEPTH = 3
_TAG_BOXES = frozenset(("div", "ul", "p", "section", "span", "td", "aside"))
_CRUMBS = frozenset(("div", "ul", "ol", "nav", "p", "span", "section", "td", "header", "table"))
_TAGS = words("topics", "tags?", "tags?[-_][a-z]+", "[a-z]+[-_]tags?", "tu~khoa", "key~words?", "chu~de")
_TAGS_LABEL = re.compile(r"^\s*(?:từ\s+kh(?:óa|oá)|tags?|thẻ|chủ\s+đề)\s*:\s*$", re.I)
_LONGEST_LABEL = 40
_HOME = re.compile(r"^(?:trang\s*(?:chủ|nhất)|home|startseite|accueil|inicio|index|đầu\s*trang)$", re.I)


def breadcrumb(above: Sequence[_Element], title: str) -> tuple[str, str]:
    """Return the last link of the breadcrumb that is neither home nor the article.

    ``above`` are the elements in front of the article's text.
    """
    for element in above:
        if element.tag not in _CRUMBS:
            continue
        label = element.get("class") or element.get("id") or element.get("itemtype") or element.get("aria-label")
        if label and ("readcrumb" in label or _is_trail(element, label)) and (name := _last(element, title)):
            return name, f"selector {path_of(element)}"
    return "", ""


def _is_trail(element: _Element, label: str) -> bool:
    """Tell whether an element calls itself the way to the page, as ASP.NET's SiteMapPath does."""
    return (
        ("ath" in label or "uong" in label)
        and _TRAIL(names(element))
        and 2 <= sum(1 for _ in element.iter("a")) <= _LONGEST_TRAIL
    )


def section(above: Sequence[_Element], machine: Machine, title: str) -> tuple[str, str]:
    """Return the stated section; else the end of a path of links or a label in front of the title."""
    if name := machine.text("articleSection"):
        return name, "json-ld articleSection"
    name, source = machine.meta("article:section")
    if name:
        return name, f"meta {source}"
    for element in above:
        if element.tag == "a":
            text = element.text
            if text and len(text) < 40 and _HOME.match(text.strip()) and (path := _path_from(element)) is not None:
                return _last(path, title), f"structure {path_of(path)}"
    for element in above:
        label = element.get("class") or element.get("id")
        if label and "uc" in label and _LABELLED(names(element)) and next(element.iter("a"), None) is None:
            name = shown_text(element)
            if 0 < len(name) < 60:
                return name, f"structure {path_of(element)}"
    return "", ""


def beside_date(line: _Element | None) -> tuple[str, str]:
    """Return the section that the line of the date names behind a label."""
    if line is None or says_more_than(line, LONGEST):
        return "", ""
    named = _NAMED_BESIDE.search(shown_text(line))
    return (named[1], f"structure {path_of(line)}") if named else ("", "")


def kicker(opening: _Element | None) -> tuple[str, str]:
    """Return the link to the section that stands alone in the line above the title, or above its date there."""
    for element in islice(ancestors(opening), 3) if opening is not None else ():
        above = next((line for line in element.itersiblings(preceding=True) if not _is_date(line)), None)
        if above is None:
            continue
        links = list(islice(above.iter("a"), 2))
        name = shown_text(above)
        if len(links) == 1 and 0 < len(name) < 40 and shown_text(links[0]) == name and not _HOME.match(name):
            return name, f"structure {path_of(above)}"
        break
    return "", ""


def _is_date(line: _Element) -> bool:
    return not says_more_than(line, LONGEST) and is_dateline(shown_text(line))


def _last(crumbs: _Element, title: str) -> str:
    found = [shown_text(link).strip(" »>/›-") for link in crumbs.iter("a")]
    found = [name for name in found if name and not _HOME.match(name) and fold(name) != fold(title)]
    return found[-1] if found else ""


def _path_from(home: _Element) -> _Element | None:
    """Return the path that a link home begins: it and a few others, with arrows or strokes between them."""
    for element in islice(home.iterancestors(), _PATH_DEPTH):
        links = list(islice(element.iter("a"), _LONGEST_TRAIL + 1))
        if len(links) > 1:
            return element if links[0] is home and _is_path(element, links) else None
    return None


def _is_path(element: _Element, links: list[_Element]) -> bool:
    between, said = [], shown_text(element)
    for name in filter(None, map(shown_text, links)):
        before, _, said = said.partition(name)
        between.append(before)
    drawn = sum(_ARROW(names(part)) for part in element.iter("i", "span", "em")) >= len(links) - 1
    return (
        len(links) <= _LONGEST_TRAIL
        and all(_SEPARATED.match(text) and (drawn or not text.isspace()) for text in between[1:])
        and "|" not in "".join(between)
    )


def tags(survey: Survey, start: int, machine: Machine) -> tuple[tuple[str, ...], str]:
    """Return the stated tags; else the links of the box behind ``start`` that is named or labelled as theirs."""
    if stated := machine.stated("article:tag"):
        parts = [one_line(part) for content in stated for part in content.split(",")]
        return tuple(dict.fromkeys(filter(None, parts))), "meta article:tag"
    for element, links in _tag_boxes(survey, start):
        found = [shown_text(link).strip(" #,;") for link in links]
        found = [name for name in found if name and len(name) < 80]
        if found:
            return tuple(dict.fromkeys(found)), f"selector {path_of(element)}"
    return (), ""


def _tag_boxes(survey: Survey, start: int) -> Iterator[tuple[_Element, Iterable[_Element]]]:
    """Yield the elements named as tags' box, then those that begin with a label that says so, and their links."""
    for element in survey.elements[start:]:
        if element.tag in _TAG_BOXES:
            label = element.get("class") or element.get("id")
            if label and _TAGS(label.lower()):
                yield element, element.iter("a")
    for place, holder, text in survey.runs:
        if place >= start and len(text) < _LONGEST_LABEL and ":" in text and _TAGS_LABEL.match(text):
            label_element = survey.elements[place]
            inside = label_element is holder and next(holder.iter("a"), None) is not None
            yield holder, holder.iter("a") if inside else _links_behind(label_element)


def _links_behind(label: _Element) -> Iterator[_Element]:
    """Yield the links in the elements right behind ``label``, up to the end of the first block of them."""
    for sibling in label.itersiblings():
        links = list(sibling.iter("a"))
        yield from links
        if not links or not is_inline(tag_of(sibling)):
            return
