"""The way to a page, as it shows it: a path of steps from home, links or not, the last of which is the section."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import (
    HEADINGS,
    names,
    path_of,
    says_more_than,
    shown_runs,
    shown_text,
    size,
    tag_of,
    words,
)
from kkt_crawler.pages.when import is_dateline, without_dates
from kkt_crawler.text import fold, is_vietnamese

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

_HOME_PAGE = r"^(?:trang\s*(?:chủ|nhất)|home|startseite|accueil|inicio|index|đầu\s*trang)"
HOME = re.compile(rf"{_HOME_PAGE}$", re.I)
FROM_HOME = re.compile(rf"{_HOME_PAGE}\s*(?:[/»›>|→·•-]|::)\s*", re.I)
#: What a path stands in, and what calls itself one otherwise.
_CRUMBS = frozenset(("div", "ul", "ol", "nav", "p", "span", "section", "td", "header", "table"))
_TRAIL = words("(?:site-?map-?)?path", "duong~dan")
LONGEST_TRAIL = 5
#: Dots part the entries of a menu, and fewer steps of a path.
_LONGEST_DOTTED = 3
#: What calls the step of a path that the page is in so, or the entry of a menu.
CURRENT = words("active", "current", "on", "[a-z]*selected", "dang~(?:chon|xem|mo)", "hien~tai")
#: How far up from its first link a path may be: in a list, each link stands in an item, and there in a span.
_PATH_DEPTH = 3
_SEPARATED = re.compile(r"^(?:[\s»›>/|→·•-]|::)+$")
#: What parts the steps of a path that are no links, and what may stand in front of it.
STEP = re.compile(r"\s*(?:[»›>→]+|::)\s*|\s*/\s+")
#: The same before the last, in what is called a path.
_STROKE = re.compile(r"^\s*\|\s*")
_HERE = re.compile(r"^\W*(?:bạn|quý\s+vị)\s+đang\s+(?:ở|xem|đứng|đọc)(?:\s+(?:tại|đây|mục|trang))?\s*:?\s*", re.I)
#: How these begin.
_FIRST = frozenset("tThHsSaAiIđĐbBqQ")
#: What stands before a section's name, and the name of a field whose value that is.
SECTION_LABEL = re.compile(r"\W*(?:(?:chuyên|danh)\s*)?mục(?:\s+tin)?\s*:", re.I)
SECTION_FIELD = re.compile(r"\W*(?:(?:chuyên|danh)\s*mục(?:\s+tin)?\s*:?|mục(?:\s+tin)?\s*:)\W*", re.I)
_ASKED = re.compile(r"^\W*hỏi\W*đáp\W*$", re.I)
_MENU = words("(?:[a-z]+[-_])*(?:menu|navigation)(?:[-_][a-z]+)*")
#: What draws an arrow.
_ARROW = words("(?:[a-z]+[-_])*(?:angles?|chevrons?|arrows?|carets?)(?:[-_][a-z]+)*")
#: The longest name of a section, in a path the article's own is longer, and of one that is a line of its own.
LONGEST_NAME, LONGEST_LABEL = 60, 40
#: A path of which no step is a link says no more, the article's title included.
_LONGEST_PATH = 250
#: Where a site gathers what it has of a topic, which is no section.
_TOPIC = re.compile(r"/(?:chu-de|topics?|tags?|tu-khoa|(?:dong-)?su-kien)/", re.I)


def breadcrumb(above: Iterable[_Element], title: str) -> tuple[str, str]:
    """Return the last link of the breadcrumb that is neither home nor the article.

    ``above`` are the elements in front of the article's text.
    """
    # A menu may stand in what is called so, above the path itself.
    for crumbs in sorted(filter(_is_called_trail, above), key=_is_menu):
        links = [link.get("href") or "" for link in crumbs.iter("a")]
        if len(links) > 1 and all(map(_TOPIC.search, links)):
            continue
        if name := _last(crumbs, title):
            return name, f"selector {path_of(crumbs)}"
    return "", ""


def _is_called_trail(element: _Element) -> bool:
    tag, get = tag_of(element), element.get
    if tag not in _CRUMBS and "-" not in tag:
        return False
    label = get("class") or get("id") or get("itemtype") or (tag if "-" in tag else "")
    label += get("aria-label") or ""  # beside the classes of a grid
    if element.tag == "nav":
        label += get("aria-labelledby") or ""
    return (
        "rumb" in label
        or (element.tag in ("ol", "ul") and "Breadcrumb" in (get("itemtype") or ""))
        or "bread" in label
        or "ường dẫn" in label
        or (("ath" in label or "uong" in label) and _is_trail(element))
    )


def _is_menu(element: _Element) -> bool:
    long = sum(1 for _ in element.iter("a")) > LONGEST_TRAIL
    return long and any(_MENU(names(part)) for part in element.iterdescendants())


def _is_trail(element: _Element) -> bool:
    """Tell whether an element calls itself the way to the page, as ASP.NET's SiteMapPath does."""
    return _TRAIL(names(element)) and 2 <= sum(1 for _ in element.iter("a")) <= LONGEST_TRAIL


def from_home(above: Sequence[_Element], title: str) -> tuple[str, str]:
    """Return the end of a path from home, of links or in words, among the elements in front of the text.

    The nearest to the article: a menu may look like one. One that ends with a page that a site has one of is that.
    """
    for element in reversed(above):
        text = element.text
        if not text or text.isspace():
            continue
        if element.tag == "a":
            path = _path_from(element, title, above) if len(text) < 40 and HOME.match(text.strip()) else None
            if path is not None and (name := _last(path, title)) and not is_button(name):
                return name, f"structure {path_of(path)}"
        elif name := _last_from(element, text, title):
            return name, f"structure {path_of(element)}"
    return "", ""


def leads_to_section(line: _Element, links: list[_Element], name: str) -> bool:
    """Tell whether a line is a link alone, or a path that ends with it: one step from home needs no arrow."""
    if len(links) == 1:
        return FROM_HOME.sub("", without_dates(shown_text(line))) == name
    if len(links) == 2 and HOME.match(first := shown_text(links[0])):
        between = shown_text(line).removeprefix(first).removesuffix(name)
        return not between or _SEPARATED.match(between) is not None
    return _is_path(line, links)


def is_home(link: _Element) -> bool:
    """Tell whether a link leads home by what it says, or is no more than a picture."""
    said = shown_text(link)
    return not said or HOME.match(said) is not None


def is_button(name: str) -> bool:
    """Tell whether a link's text names no section: home, a page that a site has one of, or what a button does."""
    if _ASKED.match(name):  # a page, and as often a section
        return False
    named = HOME.match(name) or boilerplate.PAGE.match(name) or boilerplate.TEMPLATE.match(name)
    return named is not None or boilerplate.is_furniture(name)


def _last(crumbs: _Element, title: str) -> str:
    """Return the last step of a path that is neither home nor the article; it need not be a link."""
    links = list(crumbs.iter("a"))
    behind = _between(crumbs, links)[-1]
    items = list(crumbs.iter("li"))
    listed = len(links) > 1 and bool(items) and next(items[-1].iter("a"), None) is None
    if is_vietnamese(behind):  # elsewhere the headline stands there
        behind = _STROKE.sub("/ ", behind)
    if (listed or STEP.match(behind)) and (step := _step(STEP.split(behind), title)):
        return step
    found = [shown_text(link).strip(" »>/›-") for link in links]
    found = [name for name in found if 0 < len(name) < LONGEST_NAME and not HOME.match(name)]
    found = [name for name in found if not _is_article(name, title)]
    return found[-1] if found else _last_said(crumbs, title)


def _between(crumbs: _Element, links: list[_Element]) -> list[str]:
    """Return what a path says before each of its links, and behind the last."""
    found, said = [], shown_text(crumbs)
    for name in filter(None, map(shown_text, links)):
        before, _, said = said.partition(name)
        found.append(before)
    return [*found, said]


def _step(steps: list[str], title: str) -> str:
    """Return the last of a path's steps that names a section; "" where none does."""
    found = [step for step in map(str.strip, steps) if 0 < len(step) < LONGEST_LABEL]
    found = [step for step in found if not (is_button(step) or is_dateline(step) or _is_article(step, title))]
    return found[-1] if found else ""


def begins_at_home(text: str) -> bool:
    """Tell whether a text is the beginning of a path; one with strokes is a menu."""
    said = text.lstrip()
    if said[:1] not in _FIRST:  # most texts do not: at a glance
        return False
    return (FROM_HOME.match(said) or _HERE.match(said)) is not None and "|" not in said


def _last_said(crumbs: _Element, title: str) -> str:
    """Return the last step of a path in which no step but home is a link."""
    if says_more_than(crumbs, _LONGEST_PATH):
        return ""
    steps = [step for run in shown_runs(crumbs) for step in STEP.split(_HERE.sub("", run)) if step]
    return _step(steps, title) if len(steps) <= LONGEST_TRAIL else ""


def _last_from(home: _Element, text: str, title: str) -> str:
    """Return the last step of a path, no links, that begins with ``text``: its steps may be elements."""
    if begins_at_home(text):
        return _last_said(home, title)
    path = home.getparent() if len(text) < LONGEST_LABEL and HOME.match(text.strip()) else None
    if path is None or path[0] is not home or next(path.iter("a"), None) is not None:
        return ""
    signs = [run for run in shown_runs(path) if _SEPARATED.match(run)]
    return _last_said(path, title) if signs else ""


def _is_article(name: str, title: str) -> bool:
    """Tell whether a step of a path is the article itself, cut to a length or not, or what a template calls it."""
    said, whole = fold(name), fold(title)
    cut = len(name) > LONGEST_LABEL or name.endswith(("…", "..."))
    return not said or said == whole or (cut and whole.startswith(said)) or bool(boilerplate.TEMPLATE.match(name))


def _path_from(home: _Element, title: str, above: Sequence[_Element]) -> _Element | None:
    """Return the path in which a link home is first or second: a few, with arrows between them.

    Strokes part the entries of a menu; and the steps of a path right above the title, whose last a menu has. So do
    no signs in a list that has an order.

    Whatever parts them, what ends with the article's title is a path.
    """
    for element in islice(home.iterancestors(), _PATH_DEPTH):
        links = list(islice(element.iter("a"), LONGEST_TRAIL + 1))
        if len(links) > 1:
            is_path = home in links[:2] and (_is_path(element, links) or _ends_with_title(element, links, title))
            may_be = links[0] is home and (element.tag == "ol" or _is_stroked(element, links))
            may_be = may_be and _is_of_menu(links[-1], above) and _is_above_title(element, above, title)
            is_path = is_path or may_be
            is_path = is_path or (links[0] is home and len(links) == 2 and _is_current(element))
            is_path = is_path or (links[0] is home and _HERE.match(shown_text(element)) is not None)
            return element if is_path else None
        if says_more_than(element, len(shown_text(home))):  # steps that are no links
            behind = _between(element, [home])[-1]
            begins = STEP.match(behind) or (_STROKE.match(behind) and behind.count("|") == 1)
            return element if begins and not says_more_than(element, _LONGEST_PATH) else None
    return None


def _is_current(crumbs: _Element) -> bool:
    """Tell whether the last item of a list is marked as where the page is."""
    return crumbs[-1].tag == "li" and CURRENT(names(crumbs[-1]))


def _ends_with_title(element: _Element, links: list[_Element], title: str) -> bool:
    """Tell whether nothing but the title stands behind the last of a few links, and not as the heading itself."""
    said, last = fold(shown_text(element)), fold(shown_text(links[-1]))
    before = said.removesuffix(fold(title))
    ends = bool(last) and before != said and before.rstrip().endswith(last)
    return ends and len(links) <= LONGEST_TRAIL and next(element.iter(*HEADINGS), None) is None


def _is_path(element: _Element, links: list[_Element]) -> bool:
    between = _between(element, links)[:-1]
    parts, steps = list(element.iter("i", "span", "em")), len(links) - 1
    drawn = sum(_ARROW(names(part)) for part in parts) >= steps or sum(map(_is_left_to_draw, parts)) == steps
    drawn = drawn or all(next(link.itersiblings(), link).tag == "img" for link in links[:-1])
    return (
        len(links) <= LONGEST_TRAIL
        and all(next(link.itersiblings(), link).tag != "br" for link in links)  # a menu, a line each
        and all(_SEPARATED.match(text) and (drawn or not text.isspace()) for text in between[1:])
        and "|" not in (signs := "".join(between))
        and (len(links) <= _LONGEST_DOTTED or not any(dot in signs for dot in ("·", "•", "::")))
    )


def _is_stroked(element: _Element, links: list[_Element]) -> bool:
    """Tell whether strokes, and nothing else, part a few links."""
    between = _between(element, links)[1:-1]
    return len(links) <= _LONGEST_DOTTED and all(text.strip() == "|" for text in between)


def _is_above_title(path: _Element, above: Sequence[_Element], title: str) -> bool:
    """Tell whether the title is the first that is said behind a path."""
    behind = islice(above, above.index(path) + size(path), None)
    return next((fold(shown_text(other)) for other in behind if (other.text or "").strip()), "") == fold(title)


def _is_of_menu(link: _Element, above: Sequence[_Element]) -> bool:
    """Tell whether an earlier link says the same."""
    earlier = islice(above, above.index(link))
    return any(other.tag == "a" and shown_text(other) == shown_text(link) for other in earlier)


def _is_left_to_draw(part: _Element) -> bool:
    """Tell whether an element is empty and has no name: a style sheet may draw an arrow there."""
    return not (part.attrib or len(part) or part.text)
