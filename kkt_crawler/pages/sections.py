"""The section of an article: stated, at the end of a path, in a line above the title, or behind a label."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import (
    HEADINGS,
    HIDDEN,
    ancestors,
    names,
    path_of,
    says_more_than,
    shown_runs,
    shown_text,
    whole_text,
    words,
)
from kkt_crawler.pages.lines import line_of, text_of_line
from kkt_crawler.pages.people import is_name
from kkt_crawler.pages.when import LONGEST, hints, is_dateline, without_dates
from kkt_crawler.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

    from kkt_crawler.pages.machine import Machine
    from kkt_crawler.pages.survey import Survey

_HOME_PAGE = r"^(?:trang\s*(?:chủ|nhất)|home|startseite|accueil|inicio|index|đầu\s*trang)"
_HOME = re.compile(rf"{_HOME_PAGE}$", re.I)
_FROM_HOME = re.compile(rf"{_HOME_PAGE}\s*[/»›>|→·•-]\s*", re.I)
#: What a path stands in, and what calls itself one otherwise.
_CRUMBS = frozenset(("div", "ul", "ol", "nav", "p", "span", "section", "td", "header", "table"))
_TRAIL = words("(?:site-?map-?)?path", "duong~dan")
_LONGEST_TRAIL = 5
#: What calls the step of a path that the page is in so, or the entry of a menu.
_CURRENT = words("active", "current", "on", "selected")
#: How far up from its first link a path may be: in a list, each link stands in an item, and there in a span.
_PATH_DEPTH = 3
_SEPARATED = re.compile(r"^[\s»›>/|→·•-]+$")
#: What parts the steps of a path that are no links, and what may stand in front of it.
_STEP = re.compile(r"\s*[»›>→]+\s*|\s*/\s+")
_HERE = re.compile(r"^\W*(?:bạn|quý\s+vị)\s+đang\s+(?:ở|xem|đứng|đọc)(?:\s+(?:tại|đây|mục|trang))?\s*:?\s*", re.I)
#: What draws an arrow.
_ARROW = words("(?:[a-z]+[-_])*(?:angles?|chevrons?|arrows?|carets?)(?:[-_][a-z]+)*")
#: What calls itself the section's, and how many elements above the title its label may stand.
_LABELLED = words(
    "[a-z]*chuyen~muc", "lblcat[a-z]*", "cate(?:gory)?~(?:name|title)", "title~cate(?:gory)?",
    "(?:detail|post|article|news)[-_]*cate?(?:gory)?",
)  # fmt: skip
_LABEL = re.compile(r"^\s*(?:chuyên|danh)\s*mục\s*:", re.I)
#: What stands before the link to the section below a text.
_POSTED_IN = re.compile(
    r"^\W*(?:(?:xuất\s+bản|đăng)\s+trong|(?:chuyên|danh)\s*mục|(?:posted|published)\s+in)\W*$", re.I
)
#: The address of a section: of no page, which has a file or a number, unless that is the section's.
_FOLDER = re.compile(r"(?:https?://[^/?#]+)?/(?!.*\d{4})(?:[^?#.]+$|.*[?&]cat[a-z]*=\d)", re.I)
_NEAR = 20
#: A section in the line of the date, up to the next stroke or label.
_NAMED_BESIDE = re.compile(
    r"(?<!\w)(?:chuyên|danh)\s*mục\s*:\s*([^:|·•]{2,60}?)\s*(?:$|[|·•]|\s[-–]\s+[^:–-]{2,20}:)", re.I
)
#: The longest name of a section, in a path the article's own is longer, and of one that is a line of its own.
_LONGEST_NAME, _LONGEST_LABEL = 60, 40
#: A path of which no step is a link says no more, the article's title included.
_LONGEST_PATH = 250
#: What designers call a label above a title, and what such a label says that is no section.
_CHIP = words("badge", "chip")
_STATE = re.compile(r"^\W*(?:mới|nóng|hot|new|nổi\s+bật|độc\s+quyền|trực\s+tiếp|live)\W*$", re.I)
#: The longest kicker, above which a path may stand, and so many lines above the title.
_LONGEST_KICKER, _KICKERS = 100, 2
#: A title stands so deep beside them: in a cell of a table.
_LEVELS = 4


def breadcrumb(above: Iterable[_Element], title: str) -> tuple[str, str]:
    """Return the last link of the breadcrumb that is neither home nor the article.

    ``above`` are the elements in front of the article's text.
    """
    for element in above:
        if element.tag not in _CRUMBS:
            continue
        get = element.get
        label = get("class") or get("id") or get("itemtype") or get("aria-label") or get("aria-labelledby") or ""
        crumbs = (
            "rumb" in label or "bread" in label or (("ath" in label or "uong" in label) and _is_trail(element))
        )
        if crumbs and (name := _last(element, title)):
            return name, f"selector {path_of(element)}"
    return "", ""


def _is_trail(element: _Element) -> bool:
    """Tell whether an element calls itself the way to the page, as ASP.NET's SiteMapPath does."""
    return _TRAIL(names(element)) and 2 <= sum(1 for _ in element.iter("a")) <= _LONGEST_TRAIL


def stated(above: Sequence[_Element], machine: Machine, title: str) -> tuple[str, str]:
    """Return the stated section; else the end of a path, stated or of links, or a label in front of the title."""
    steps = _stated_path(machine, title)
    if name := machine.text("articleSection"):
        # Some state all of the path: "Đất đai, Bãi bồi".
        return steps[-1] if steps and name == ", ".join(steps) else name, "json-ld articleSection"
    name, source = machine.meta("article:section")
    if name:
        return name, f"meta {source}"
    if steps:
        return steps[-1], "json-ld BreadcrumbList"
    for element in above:
        text = element.text
        if not text or text.isspace():
            continue
        if element.tag == "a":
            path = _path_from(element, title) if len(text) < 40 and _HOME.match(text.strip()) else None
            if path is not None and (name := _last(path, title)):
                return name, f"structure {path_of(path)}"
        elif _begins_at_home(text) and (name := _last_said(element, title)):
            return name, f"structure {path_of(element)}"
    return "", ""


def labelled(survey: Survey, title: int, prose: int, machine: Machine) -> tuple[str, str]:
    """Return what is marked or labelled as the section up to the first ``prose``, or called so.

    Elements above the title may say no more; such a label stands no farther from it.
    """
    if name := machine.marked("articleSection"):
        return name, "microdata articleSection"
    for place, holder, run in survey.runs:
        if title - _NEAR <= place <= prose and _LABEL.match(run):
            line = line_of(holder)
            if named := _NAMED_BESIDE.search(shown_text(holder)) or _NAMED_BESIDE.search(text_of_line(line)):
                return named[1], f"structure {path_of(line)}"
    for place, element in enumerate(survey.elements[: prose + 1]):
        label = element.get("class") or element.get("id")
        if label and ("uc" in label or "cat" in label or "Cat" in label) and _LABELLED(names(element)):
            links = list(element.iter("a"))
            near = place >= title - _NEAR
            name = shown_text(links[-1]) if near and 0 < len(links) <= _LONGEST_TRAIL else shown_text(element)
            name = name if links else _STEP.split(name)[-1]
            if 0 < len(name) < _LONGEST_NAME and not _is_button(name) and (near or not links):
                return name, f"structure {path_of(element)}"
    for place, holder, run in survey.runs:
        if place > prose and _POSTED_IN.match(run) and (link := next(line_of(holder).iter("a"), None)) is not None:
            return shown_text(link), f"structure {path_of(link)}"
    return "", ""


def _stated_path(machine: Machine, title: str) -> list[str]:
    """Return the names on the stated path from home to the article, without either."""
    said = fold(title)
    names = [name for name in machine.path if len(name) < _LONGEST_NAME and not _HOME.match(name)]
    return [name for name in names if not said.startswith(fold(name))]


def beside_date(line: _Element | None, above: Sequence[_Element]) -> tuple[str, str]:
    """Return the section that the line of the date names behind a label, or links to.

    As the menu above does, or as to a folder by words that are no name.
    """
    if line is None or says_more_than(line, LONGEST):
        return "", ""
    labelled = (part for part in line.iter("*") if _LABEL.match(part.text or ""))
    for detail in (*labelled, line, *_details(line)):
        if named := _NAMED_BESIDE.search(shown_text(detail)):
            return named[1], f"structure {path_of(detail)}"
    for link in line.iter("a"):
        if name := _linked(link, above):
            return name, f"structure {path_of(line)}"
    return "", ""


def _linked(link: _Element, above: Sequence[_Element]) -> str:
    """Return what a link says that leads to a section: to a folder by words that are no name, or as the menu's."""
    name, href = shown_text(link), link.get("href")
    if not 0 < len(name) < _LONGEST_LABEL or not href or href.startswith(("#", "javascript:")) or _is_button(name):
        return ""
    folder = _FOLDER.match(href) and not (is_name(name) or boilerplate.AUTHOR_PAGE.search(href))
    listed = any(other.get("href") == href for other in above if other.tag == "a" and other is not link)
    return name if folder or listed else ""


def _details(line: _Element) -> Iterable[_Element]:
    """Return the article's details in a list with the date."""
    items = next((above for above in line.iterancestors() if above.tag in ("dl", "ul")), None)
    return items if items is not None and not says_more_than(items, 2 * LONGEST) else ()


def kicker(opening: _Element | None, above: Sequence[_Element]) -> tuple[str, str]:
    """Return the section in the line above the title, or above its date or kicker there.

    It is a link that stands alone or ends a path, or says what a link of the menu does.
    """
    for element in islice(ancestors(opening), _LEVELS) if opening is not None else ():
        lines = list(islice(filter(_may_be_kicker, element.itersiblings(preceding=True)), _KICKERS))
        for line in lines:
            links = list(islice(line.iter("a"), _LONGEST_TRAIL + 1))
            name = shown_text(links[-1] if links else line)
            named = 0 < len(name) < _LONGEST_LABEL and not _is_button(name)
            from_home = line is lines[0] or len(links) == 1 or (links and _HOME.match(shown_text(links[0])))
            leads = _leads_to_section(line, links, name) if links else _is_in_menu(name, above)
            if named and from_home and leads:
                return name, f"structure {path_of(line)}"
            if links or len(name) > _LONGEST_KICKER:
                break
        if lines:
            break
    return "", ""


def below(opening: _Element | None, above: Sequence[_Element]) -> tuple[str, str]:
    """Return the section in a line below the title: a path from home, or a link that stands alone."""
    for element in islice(ancestors(opening), _LEVELS) if opening is not None else ():
        lines = list(islice(filter(_may_be_kicker, element.itersiblings()), _KICKERS))
        for line in lines:
            links = list(islice(line.iter("a"), _LONGEST_TRAIL + 1))
            name = _linked(links[-1], above) if links else ""
            from_home = len(links) == 1 or (links and _is_home(links[0]))
            if name and from_home and _leads_to_section(line, links, name):
                return name, f"structure {path_of(line)}"
            if says_more_than(line, _LONGEST_KICKER):
                break
        if lines:
            break
    return "", ""


def _is_home(link: _Element) -> bool:
    """Tell whether a link leads home by what it says, or is no more than a picture."""
    said = shown_text(link)
    return not said or _HOME.match(said) is not None


def chip(opening: _Element | None) -> tuple[str, str]:
    """Return what a label straight above the title says that is called as designers call one, if not "Mới"."""
    lines = filter(_may_be_kicker, opening.itersiblings(preceding=True)) if opening is not None else ()
    for line in islice(lines, 1):
        name = shown_text(line)
        called = len(name) < _LONGEST_LABEL and any(_CHIP(names(part)) for part in line.iter())
        if called and not (_STATE.match(name) or _is_button(name) or hints(name)):
            return name, f"structure {path_of(line)}"
    return "", ""


def current(above: Iterable[_Element]) -> tuple[str, str]:
    """Return what the one entry of the menus ``above`` says that is marked as where the page is."""
    links = [link for link in above if link.tag == "a" and _is_marked(link)]
    found = {name: link for link in links if (name := _linked(link, ()))}
    name, link = next(iter(found.items())) if len(found) == 1 else ("", None)
    return name, f"structure {path_of(link)}" if link is not None else ""


def _is_marked(link: _Element) -> bool:
    parent = link.getparent()
    holders = (link,) if parent is None or parent.tag != "li" else (link, parent)
    return any(_CURRENT(names(holder)) for holder in holders)


def _is_button(name: str) -> bool:
    """Tell whether a link's text names no section: home, a page that a site has one of, or what a button does."""
    named = _HOME.match(name) or boilerplate.PAGE.match(name) or boilerplate.TEMPLATE.match(name)
    return named is not None or boilerplate.is_furniture(name)


def _leads_to_section(line: _Element, links: list[_Element], name: str) -> bool:
    """Tell whether a line is a link alone, or a path that ends with it: one step from home needs no arrow."""
    if len(links) == 1:
        return _FROM_HOME.sub("", without_dates(shown_text(line))) == name
    if len(links) == 2 and _HOME.match(first := shown_text(links[0])):
        between = shown_text(line).removeprefix(first).removesuffix(name)
        return not between or _SEPARATED.match(between) is not None
    return _is_path(line, links)


def _is_in_menu(name: str, above: Sequence[_Element]) -> bool:
    said = name.casefold()
    return any(whole_text(element).strip().casefold() == said for element in above if element.tag == "a")


def _may_be_kicker(line: _Element) -> bool:
    return line.tag not in HIDDEN and says_more_than(line, 0) and not _is_date(line)


def _is_date(line: _Element) -> bool:
    return not says_more_than(line, LONGEST) and is_dateline(shown_text(line))


def _last(crumbs: _Element, title: str) -> str:
    """Return the last step of a path that is neither home nor the article; it need not be a link."""
    links = list(crumbs.iter("a"))
    behind = shown_text(crumbs)
    for name in filter(None, map(shown_text, links)):
        behind = behind.partition(name)[2]
    items = list(crumbs.iter("li"))
    listed = len(links) > 1 and bool(items) and next(items[-1].iter("a"), None) is None
    if (listed or _STEP.match(behind)) and (step := _step(_STEP.split(behind), title)):
        return step
    found = [shown_text(link).strip(" »>/›-") for link in links]
    found = [name for name in found if 0 < len(name) < _LONGEST_NAME and not _HOME.match(name)]
    found = [name for name in found if not _is_article(name, title)]
    return found[-1] if found else _last_said(crumbs, title)


def _step(steps: list[str], title: str) -> str:
    """Return the last of a path's steps that names a section; "" where none does."""
    found = [step for step in map(str.strip, steps) if 0 < len(step) < _LONGEST_LABEL]
    found = [step for step in found if not (_is_button(step) or is_dateline(step) or _is_article(step, title))]
    return found[-1] if found else ""


def _begins_at_home(text: str) -> bool:
    """Tell whether a text is the beginning of a path; one with strokes is a menu."""
    said = text.lstrip()
    return (_FROM_HOME.match(said) or _HERE.match(said)) is not None and "|" not in said


def _last_said(crumbs: _Element, title: str) -> str:
    """Return the last step of a path in which no step but home is a link."""
    if says_more_than(crumbs, _LONGEST_PATH):
        return ""
    steps = [step for run in shown_runs(crumbs) for step in _STEP.split(_HERE.sub("", run)) if step]
    return _step(steps, title) if len(steps) <= _LONGEST_TRAIL else ""


def _is_article(name: str, title: str) -> bool:
    """Tell whether a step of a path is the article itself, cut to a length or not, or what a template calls it."""
    said, whole = fold(name), fold(title)
    cut = len(name) > _LONGEST_LABEL or name.endswith(("…", "..."))
    return not said or said == whole or (cut and whole.startswith(said)) or bool(boilerplate.TEMPLATE.match(name))


def _path_from(home: _Element, title: str) -> _Element | None:
    """Return the path in which a link home is first or second: a few, with arrows or strokes between them.

    Whatever parts them, what ends with the article's title is a path.
    """
    for element in islice(home.iterancestors(), _PATH_DEPTH):
        links = list(islice(element.iter("a"), _LONGEST_TRAIL + 1))
        if len(links) > 1:
            is_path = home in links[:2] and (_is_path(element, links) or _ends_with_title(element, links, title))
            is_path = is_path or (links[0] is home and len(links) == 2 and _is_current(element))
            return element if is_path else None
    return None


def _is_current(crumbs: _Element) -> bool:
    """Tell whether the last item of a list is marked as where the page is."""
    return crumbs[-1].tag == "li" and _CURRENT(names(crumbs[-1]))


def _ends_with_title(element: _Element, links: list[_Element], title: str) -> bool:
    """Tell whether nothing but the title stands behind the last of a few links, and not as the heading itself."""
    said, last = fold(shown_text(element)), fold(shown_text(links[-1]))
    before = said.removesuffix(fold(title))
    ends = bool(last) and before != said and before.rstrip().endswith(last)
    return ends and len(links) <= _LONGEST_TRAIL and next(element.iter(*HEADINGS), None) is None


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
