"""The section of an article: stated, in a line beside the title or the date, behind a label, or in the menu."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.address import leads_to_page
from kkt_crawler.pages.boilerplate import CHIP, WEB_PART
from kkt_crawler.pages.document import (
    HEADLINE,
    HIDDEN,
    ancestors,
    is_hidden,
    names,
    path_of,
    says_more_than,
    shown_runs,
    shown_text,
    whole_text,
    words,
)
from kkt_crawler.pages.lines import details_beside, is_lead, line_of, text_of_line
from kkt_crawler.pages.people import is_name
from kkt_crawler.pages.trail import (
    CURRENT,
    HOME,
    LONGEST_LABEL,
    LONGEST_NAME,
    LONGEST_TRAIL,
    SECTION_FIELD,
    SECTION_LABEL,
    STEP,
    is_button,
    leads_to_section,
)
from kkt_crawler.pages.when import LONGEST, hints, is_dateline
from kkt_crawler.text import fold, is_vietnamese

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lxml.etree import _Element

    from kkt_crawler.pages.machine import Machine
    from kkt_crawler.pages.survey import Survey

#: What calls itself the section's, and how many elements above the title its label may stand.
_LABELLED = words(
    "[a-z]*chuyen~muc", "taxonomy~category", "lblcat[a-z]*", "cate(?:gory)?~(?:name|title)", "title~cate(?:gory)?",
    "(?:detail|post|article|news|blog|entry|item)[-_]*cate?(?:gory)?",
)  # fmt: skip
#: What a label is called right above a title, in shorter words: beside others they name what an article is in.
_CATEGORY = words(
    "cate?(?:gory)?", "component~heading", "label", "lbl", "(?:panel|box|card)~(?:title|heading|header)"
)
#: And what Bulma calls one, wherever it stands; above a title it is no tag of the article's.
_TAG = words("tag")
#: What stands before a topic, in which there are articles of several sections.
_TOPIC = re.compile(r"(?:(?:dòng\s+)?sự\s+kiện|chủ\s+đề)\s*:", re.I)
#: The label of a section in front of its name, in a link.
_PREFIX = re.compile(r"^(?:chuyên|danh)\s*mục\s+(?=\S)", re.I)
#: What stands before the link to the section below a text.
_POSTED_IN = re.compile(
    r"^\W*(?:(?:được\s+)?(?:xuất\s+bản|đăng|phân\s+loại)\s+(?:trong|vào|ở)|(?:chuyên|danh)\s*mục|(?:posted|published)\s+in)\W*$",
    re.I,
)
#: The address of a section: of no page, which has a file or a number, unless that is the section's.
_FOLDER = re.compile(
    r"(?:https?://[^/?#]+)?/(?!.*\d{4})"
    r"(?:(?:index\.php/)?[^?#.]+$|.*[?&](?:cat[a-z]*=\d|view=(?:category|section)(?:&|$)))",
    re.I,
)
#: What holds the link of a menu's entry, and nothing else.
_ENTRIES = frozenset(("li", "td", "div"))
#: What an entry says that chooses a language, and the longest that is too short for a section.
_LANGUAGE, _SHORTEST = re.compile(r"^(?:tiếng\s+\S+|việt\s*nam)$", re.I), 2
#: Kinds of articles that are sections, too, and are not called in Vietnamese.
_FORM = re.compile(r"^(?:podcasts?|videos?|multimedia|infographics?|e-?magazines?|long-?forms?|photos?)$", re.I)
_NEAR = 20
#: A section in the line of the date, up to the next stroke or label.
_NAMED_BESIDE = re.compile(
    r"(?:(?<!\w)(?:chuyên|danh)\s*mục|^\s*mục)\s*:\s*([^:|·•]{2,60}?)\s*(?:$|[|·•]|\s/\s|\s[-–]\s+[^:–-]{2,20}:)",
    re.I,
)
#: What a label above a title says that is no section.
_STATE = re.compile(
    r"^\W*(?:mới|nóng|hot|new|nổi\s+bật|độc\s+quyền|trực\s+tiếp|live)\W*$|:$|(?<!\w)(?:ở|tại)(?!\w)", re.I
)
#: No section's name has more words.
_LONGEST_SECTION = 7
#: The longest kicker, above which a path may stand, and so many lines above the title.
_LONGEST_KICKER, _KICKERS = 100, 2
#: A title stands so deep beside them: in a cell of a table.
_LEVELS = 4


def stated(machine: Machine, title: str) -> tuple[str, str]:
    """Return the stated section; else the end of the stated path."""
    steps = _stated_path(machine, title)
    if name := machine.text("articleSection"):
        # Some state all of the path: "Đất đai, Bãi bồi".
        return steps[-1] if steps and name == ", ".join(steps) else name, "json-ld articleSection"
    name, source = machine.meta("article:section")
    if name:
        return name, f"meta {source}"
    if steps:
        return steps[-1], "json-ld BreadcrumbList"
    return "", ""


def labelled(survey: Survey, title: int, prose: int, machine: Machine) -> tuple[str, str]:
    """Return what is marked or labelled as the section up to the first ``prose``.

    In front of the title a label stands close to it.
    """
    if name := machine.marked("articleSection"):
        return name, "microdata articleSection"
    for place, holder, run in survey.runs:
        if not title - _NEAR <= place <= prose:
            continue
        if SECTION_LABEL.match(run):
            line = line_of(holder)
            if said := _linked_behind(holder, run):
                return said, f"structure {path_of(line)}"
            if named := _NAMED_BESIDE.search(shown_text(holder)) or _NAMED_BESIDE.search(text_of_line(line)):
                return named[1], f"structure {path_of(line)}"
        if SECTION_FIELD.fullmatch(run) and (value := _value_of(holder)) is not None:
            return shown_text(value), f"structure {path_of(value)}"
    return "", ""


def _linked_behind(holder: _Element, label: str) -> str:
    """Return what the link says that stands right behind a label, in its element or behind it; else ""."""
    if label != holder.text:
        return ""
    behind = holder[0] if len(holder) else holder.getnext()
    return shown_text(behind) if behind is not None and behind.tag == "a" else ""


def called(survey: Survey, title: int, prose: int) -> tuple[str, str]:
    """Return what an element close to the title says that is called the section's; else a link below.

    That stands behind "Đăng trong".
    """
    for element in survey.elements[max(0, title - _NEAR) : prose + 1]:
        label = f"{element.get('class')} {element.get('id')}"
        if ("uc" in label or "cat" in label or "Cat" in label) and _LABELLED(names(element)):
            links = list(element.iter("a"))
            name = shown_text(links[-1]) if 0 < len(links) <= LONGEST_TRAIL else shown_text(element)
            name = name if links else STEP.split(name)[-1]
            if 0 < len(name) < LONGEST_NAME:
                return name, f"structure {path_of(element)}"
    for place, holder, run in survey.runs:
        if place > prose and _POSTED_IN.match(run) and (link := _link_labelled(holder)) is not None:
            return shown_text(link), f"structure {path_of(link)}"
    return "", ""


def _link_labelled(label: _Element) -> _Element | None:
    """Return the link in the value of a field, or in the line of a label."""
    value = _value_of(label)
    return next((line_of(label) if value is None else value).iter("a"), None)


def _value_of(label: _Element) -> _Element | None:
    """Return the cell beside a label in a table or list of fields, if it says as little as a section's name."""
    cells = (element for element in ancestors(label) if element.tag in ("td", "th", "dt"))
    cell = label if boilerplate.FIELD_LABEL(names(label)) else next(cells, None)
    value = cell.getnext() if cell is not None else None
    behind = value.getnext() if value is not None else None
    if behind is not None and behind.tag == "dd":
        return None  # a menu
    return value if value is not None and 0 < len(shown_text(value)) < LONGEST_NAME else None


def _stated_path(machine: Machine, title: str) -> list[str]:
    """Return the names on the stated path from home to the article, without either."""
    said = fold(title)
    names = [name for name in machine.path if len(name) < LONGEST_NAME and not HOME.match(name)]
    return [name for name in names if not said.startswith(fold(name))]


def beside_date(line: _Element | None, above: Sequence[_Element]) -> tuple[str, str]:
    """Return the section that the line of the date, or a detail listed with it, names behind a label, or links to.

    As the menu above does, or as to a folder by words that are no name.
    """
    if line is None or says_more_than(line, LONGEST):
        return "", ""
    labelled = (part for part in line.iter("*") if SECTION_LABEL.match(part.text or ""))
    for detail in (*labelled, line, *_details(line)):
        if named := _NAMED_BESIDE.search(shown_text(detail)):
            return named[1], f"structure {path_of(detail)}"
    for said in details_beside(line):
        if named := _NAMED_BESIDE.match(said):
            return named[1], f"structure {path_of(line)}"
    alone = (
        link for detail in _details(line) for link in _links_in(detail) if shown_text(link) == shown_text(detail)
    )
    for link in (*line.iter("a"), *alone):
        if name := _linked(link, above):
            return name, f"structure {path_of(line)}"
    return _said_by_chip(list(line), _CATEGORY)


def _linked(link: _Element, above: Sequence[_Element]) -> str:
    """Return what a link says that leads to a section: to a folder by words that are no name, or as the menu's."""
    name, href = _PREFIX.sub("", shown_text(link)), link.get("href") or ""
    if not 0 < len(name) < LONGEST_LABEL or not leads_to_page(href) or is_button(name):
        return ""
    if link.get("rel") == "tag" or boilerplate.opens_box(name):
        return ""
    person = is_name(name) and not _FORM.match(name)
    folder = _FOLDER.match(href) and not (person or boilerplate.AUTHOR_PAGE.search(href))
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
    lines = _lines_beside(opening, preceding=True)
    boxed = False
    for line in lines:
        links = _links_in(line)
        if sum(says_more_than(link, HEADLINE) for link in links) > 1:
            boxed = True  # with other articles, and below what may be an advert's label elsewhere
            continue
        name = shown_text(links[-1] if links else line)
        if boxed and not is_vietnamese(name):
            break
        if label := SECTION_LABEL.match(name):  # of a link to the section
            return name[label.end() :].strip(), f"structure {path_of(line)}"
        words = len(name.split()) - name.count(" - ")
        named = 0 < len(name) < LONGEST_LABEL and words <= _LONGEST_SECTION and not is_button(name)
        named = named and not _TOPIC.match(name)
        from_home = line is lines[0] or len(links) == 1 or (links and HOME.match(shown_text(links[0])))
        leads = leads_to_section(line, links, name) if links else _is_in_menu(name, above)
        leads = leads and not (links and links[-1].get("href") == "/")
        leads = leads or (len(links) > 1 and _CATEGORY(names(line)))
        if named and from_home and leads:
            return name, f"structure {path_of(line)}"
        if links or len(name) > _LONGEST_KICKER:
            break
    return "", ""


def headed(survey: Survey, title: _Element | None) -> tuple[str, str]:
    """Return what the last main heading above the title says, if that is a link with no menu between."""
    above = survey.elements[: survey.place(title)] if title is not None else []
    last = next((element for element in reversed(above) if element.tag == "h1"), None)
    if last is None or survey.links_between(survey.place(last) + 1, len(above)) > 1:
        return "", ""
    links = _links_in(last)
    name = _linked(links[0], above) if len(links) == 1 else ""
    named = name == shown_text(last) and len(name.split()) <= _LONGEST_SECTION
    return (name, f"structure {path_of(last)}") if named else ("", "")


def below(opening: _Element | None, above: Sequence[_Element]) -> tuple[str, str]:
    """Return the section in a line below the title: a path from home, or a link that stands alone."""
    for line in _lines_beside(opening, preceding=False):
        if says_more_than(line, _LONGEST_KICKER):
            break
        links = _links_in(line)
        name = _linked(links[-1], above) if links else ""
        if name and leads_to_section(line, links, name):
            return name, f"structure {path_of(line)}"
    return "", ""


def _lines_beside(opening: _Element | None, *, preceding: bool) -> list[_Element]:
    """Return the lines next to the title, or to the nearest element around it that has any."""
    for element in islice(ancestors(opening), _LEVELS) if opening is not None else ():
        if lines := list(islice(filter(_may_be_kicker, element.itersiblings(preceding=preceding)), _KICKERS)):
            return lines
    return []


def _links_in(line: _Element) -> list[_Element]:
    """Return the links in a line, of a menu no more than show that it is no path."""
    return list(islice(line.iter("a"), LONGEST_TRAIL + 1))


def chip(opening: _Element | None) -> tuple[str, str]:
    """Return what a label above the title says that is called a chip, a section's or a block's, if not "Mới"."""
    return _said_by_chip(
        _lines_beside(opening, preceding=True)[:1],
        lambda label: CHIP(label) or WEB_PART(label) or _CATEGORY(label) or _TAG(label),
    )


def chip_below(opening: _Element | None) -> tuple[str, str]:
    """Return what a label below the title says that is called as designers call one."""
    return _said_by_chip(_lines_beside(opening, preceding=False), CHIP)


def _said_by_chip(lines: list[_Element], is_chip: Callable[[str], bool]) -> tuple[str, str]:
    """Return what the first of a few lines says that is, or holds nothing but, an element called a label."""
    for line in lines:
        if says_more_than(line, LONGEST_LABEL) or not any(is_chip(names(part)) for part in line.iter("*")):
            continue
        runs = shown_runs(line)
        if len(runs) == 1 and not (_STATE.search(runs[0]) or hints(runs[0])):
            return runs[0], f"structure {path_of(line)}"
    return "", ""


def current(above: Iterable[_Element]) -> tuple[str, str]:
    """Return what the one entry of the menus ``above`` says that is marked as where the page is.

    Where none leads to a folder, the one that names no page of the site, language or tab.
    """
    links = (link for link in above if link.tag == "a" and (leads_to_page(link.get("href")) or _is_here(link)))
    marked = list(filter(_is_marked, links))
    for found in ({link: _linked(link, ()) for link in marked}, {link: _entry(link) for link in marked}):
        said = {name: f"structure {path_of(link)}" for link, name in found.items() if name}
        if said:
            return next(iter(said.items())) if len(said) == 1 else ("", "")
    return "", ""


def _entry(link: _Element) -> str:
    """Return what an entry of a menu says that may be a section's."""
    name = shown_text(link)
    if not _SHORTEST < len(name) < LONGEST_LABEL or not (is_vietnamese(name) or _FORM.match(name)):
        return ""
    return "" if boilerplate.opens_box(name) or _LANGUAGE.match(name) else name


def _is_marked(link: _Element) -> bool:
    parent = link.getparent()
    alone = parent is not None and parent[0] is link and link.getnext() is None and parent.tag in _ENTRIES
    holders = (link, parent) if parent is not None and (alone or parent.tag == "li") else (link,)
    return any(map(_is_here, holders)) or any(
        CURRENT(label.lower()) for holder in holders if (label := holder.get("class"))
    )


def _is_here(holder: _Element) -> bool:
    return holder.get("aria-current") in ("page", "true")


def _is_in_menu(name: str, above: Sequence[_Element]) -> bool:
    said = name.casefold()
    return any(whole_text(element).strip().casefold() == said for element in above if element.tag == "a")


def _may_be_kicker(line: _Element) -> bool:
    if line.tag in HIDDEN or is_hidden(line) or not says_more_than(line, 0):
        return False
    return not _is_date(line) and not is_lead(line)


def _is_date(line: _Element) -> bool:
    return not says_more_than(line, LONGEST) and is_dateline(shown_text(line))
