"""Section and tags."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import lru_cache
from itertools import chain, islice
from operator import itemgetter
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import (
    HEADINGS,
    HIDDEN,
    ancestors,
    is_inline,
    names,
    path_of,
    says_more_than,
    shown_text,
    tag_of,
    whole_text,
    words,
)
from kkt_crawler.pages.lines import line_of, text_of_line
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
    r"(?<!\w)(?:chuyên|danh)\s*mục\s*:\s*([^:|·•]{2,60}?)\s*(?:$|[|·•]|\s[-–]\s+[^:–-]{2,20}:)", re.I
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
#: "Từ khóa:"; most lines are told by the first letter, which is a third of the cost.
_TAGS_LABEL = re.compile(r"^\s*(?=(?-i:[TtCc]))(?:từ\s+kh(?:óa|oá)|tags?|thẻ|chủ\s+đề)\s*(?P<colon>:?)\s*$", re.I)
_LONGEST_LABEL = 40
_LABEL = re.compile(r"^\s*(?:chuyên|danh)\s*mục\s*:", re.I)
#: So many elements above the title the section's label may stand.
_NEAR = 20
#: More tags in a row are a site's.
_CLOUD = 20
#: The longest tag.
_LONGEST_TAG = 80
#: The longest kicker, above which a path may stand, and so many lines above the title.
_LONGEST_KICKER, _KICKERS = 100, 2
#: The longest name of a section; in a path the article's own is longer.
_LONGEST_NAME = 60
#: What leads to the article before or behind.
_PAGER = frozenset(("prev", "next"))
#: What the links of one list stand in.
_ITEMS = frozenset(("li", "dd"))
#: A comma that parts tags where another, with a blank behind it, is a tag's own.
_CLOSE = re.compile(r",(?=\S)")
#: So many links of a row, and half of them, say what the page's keywords say, or it is no row of tags.
_KEYWORDS = 2
_HOME = re.compile(r"^(?:trang\s*(?:chủ|nhất)|home|startseite|accueil|inicio|index|đầu\s*trang)$", re.I)


def breadcrumb(above: Iterable[_Element], title: str) -> tuple[str, str]:
    """Return the last link of the breadcrumb that is neither home nor the article.

    ``above`` are the elements in front of the article's text.
    """
    for element in above:
        if element.tag not in _CRUMBS:
            continue
        get = element.get
        label = get("class") or get("id") or get("itemtype") or get("aria-label") or ""
        crumbs = (
            "rumb" in label or "bread" in label or (("ath" in label or "uong" in label) and _is_trail(element))
        )
        if crumbs and (name := _last(element, title)):
            return name, f"selector {path_of(element)}"
    return "", ""


def _is_trail(element: _Element) -> bool:
    """Tell whether an element calls itself the way to the page, as ASP.NET's SiteMapPath does."""
    return _TRAIL(names(element)) and 2 <= sum(1 for _ in element.iter("a")) <= _LONGEST_TRAIL


def section(above: Sequence[_Element], machine: Machine, title: str) -> tuple[str, str]:
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
        if element.tag == "a":
            text = element.text
            if (
                text
                and len(text) < 40
                and _HOME.match(text.strip())
                and (path := _path_from(element, title)) is not None
            ):
                return _last(path, title), f"structure {path_of(path)}"
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
            if named := _NAMED_BESIDE.search(text_of_line(line)):
                return named[1], f"structure {path_of(line)}"
    for place, element in enumerate(survey.elements[: prose + 1]):
        label = element.get("class") or element.get("id")
        if label and "uc" in label and _LABELLED(names(element)):
            links = list(element.iter("a"))
            name = shown_text(links[0]) if len(links) == 1 and place > title else shown_text(element)
            if 0 < len(name) < _LONGEST_NAME and (place > title or not links):
                return name, f"structure {path_of(element)}"
    return "", ""


def _stated_path(machine: Machine, title: str) -> list[str]:
    """Return the names on the stated path from home to the article, without either."""
    said = fold(title)
    names = [name for name in machine.path if len(name) < _LONGEST_NAME and not _HOME.match(name)]
    return [name for name in names if not said.startswith(fold(name))]


def beside_date(line: _Element | None, above: Sequence[_Element]) -> tuple[str, str]:
    """Return the section that the line of the date names behind a label, or links to as the menu above does."""
    if line is None or says_more_than(line, LONGEST):
        return "", ""
    for detail in (line, *_details(line)):
        if named := _NAMED_BESIDE.search(shown_text(detail)):
            return named[1], f"structure {path_of(detail)}"
    for link in line.iter("a"):
        name, href = shown_text(link), link.get("href")
        if 0 < len(name) < _LONGEST_LABEL and href and not href.startswith(("#", "javascript:")):
            listed = any(other.get("href") == href for other in above if other.tag == "a" and other is not link)
            if listed and not _HOME.match(name):
                return name, f"structure {path_of(line)}"
    return "", ""


def _details(line: _Element) -> Iterable[_Element]:
    """Return the article's details in a list with the date."""
    items = next((above for above in line.iterancestors() if above.tag in ("dl", "ul")), None)
    return items if items is not None and not says_more_than(items, 2 * LONGEST) else ()


def kicker(opening: _Element | None, above: Sequence[_Element]) -> tuple[str, str]:
    """Return the section in the line above the title, or above its date or kicker there.

    It is a link that stands alone or ends a path, or says what a link of the menu does.
    """
    for element in islice(ancestors(opening), 3) if opening is not None else ():
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


def _is_button(name: str) -> bool:
    """Tell whether a link's text names no section: home, a page that a site has one of, or what a button does."""
    named = _HOME.match(name) or boilerplate.KIND.match(name) or boilerplate.PAGE.match(name)
    return named is not None or boilerplate.is_furniture(name)


def _leads_to_section(line: _Element, links: list[_Element], name: str) -> bool:
    """Tell whether a line is a link alone, or a path that ends with it: one step from home needs no arrow."""
    if len(links) == 1:
        return shown_text(line) == name
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
    """Return the last step of a path that is neither home nor the article; in a list it need not be a link."""
    steps = list(crumbs.iter("a"))
    items = list(crumbs.iter("li"))
    if items and len(steps) > 1 and next(items[-1].iter("a"), None) is None:
        steps.append(items[-1])
    found = [shown_text(step).strip(" »>/›-") for step in steps]
    found = [name for name in found if 0 < len(name) < _LONGEST_NAME and not _HOME.match(name)]
    found = [name for name in found if not _is_article(name, title)]
    return found[-1] if found else ""


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
            return element if is_path else None
    return None


def _ends_with_title(element: _Element, links: list[_Element], title: str) -> bool:
    """Tell whether nothing but the title stands behind the last of a few links, and not as the heading itself."""
    last = shown_text(links[-1])
    rest = shown_text(element).rpartition(last)[2] if last else ""
    heading = next(element.iter(*HEADINGS), None)
    return heading is None and len(links) <= _LONGEST_TRAIL and bool(rest) and fold(rest) == fold(title)


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
    """Return the stated tags; else the links of the box behind ``start`` that is named or labelled as theirs.

    A row of links that has neither is known by the keywords that the page states.
    """
    if stated := machine.stated("article:tag"):
        return _each(part for content in stated for part in _parted(content)), "meta article:tag"
    rows = (_tag_boxes(survey, start), _marked(survey, start), _rows_of_keywords(survey, start, machine))
    for element, links in chain.from_iterable(rows):
        if found := _each(map(shown_text, links)):
            return found, f"selector {path_of(element)}"
    for place, holder, run in survey.runs:
        if place >= start and _TAGS_LABEL.match(run):
            line = line_of(holder)
            said = text_of_line(line).removeprefix(one_line(run))
            if next(line.iter("a"), None) is None and len(said) < LONGEST and (found := _each(_parted(said))):
                return found, f"structure {path_of(line)}"
    return (), ""


def _each(tags: Iterable[str]) -> tuple[str, ...]:
    """Return the tags without signs around them, each once; what is longer names no topic."""
    found = (one_line(tag).strip(" #,;") for tag in tags)
    return tuple(dict.fromkeys(tag for tag in found if 0 < len(tag) < _LONGEST_TAG))


def _marked(survey: Survey, start: int) -> Iterator[tuple[_Element, Iterable[_Element]]]:
    """Yield the first row of links that say that they lead to a tag; a cloud of them is the site's."""
    links = [element for element in survey.elements[start:] if element.tag == "a" and _leads_to_tag(element)]
    row = _row_of(links[0]) if links else None
    links = [link for link in links if _row_of(link) is row]
    if row is not None and len(links) <= _CLOUD:
        yield row, links


def _leads_to_tag(link: _Element) -> bool:
    rel = (link.get("rel") or "").split()
    return "tag" in rel and "category" not in rel


def _parted(tags: str) -> list[str]:
    """Part tags at their commas; of two kinds, at the closer ones: "Mưa lớn, gió giật,Bãi bồi"."""
    close = _CLOSE.split(tags)
    return close if 2 * len(close) - 2 > tags.count(",") else tags.split(",")


def _tag_boxes(survey: Survey, start: int) -> Iterator[tuple[_Element, Iterable[_Element]]]:
    """Yield the elements named as tags' box, then those that begin with a label that says so, and their links."""
    for element in survey.elements[start:]:
        if element.tag in _TAG_BOXES:
            label = element.get("class") or element.get("id")
            if label and _names_tags(label):
                yield element, element.iter("a")
    for place, holder, text in survey.runs[bisect_left(survey.runs, start, key=itemgetter(0)) :]:
        if len(text) < _LONGEST_LABEL and (said := _TAGS_LABEL.match(text)):
            yield holder, _links_labelled(survey.elements[place], holder, text, announced=bool(said["colon"]))


@lru_cache(maxsize=8192)
def _names_tags(label: str) -> bool:
    return _TAGS(label.lower())


def _links_labelled(begin: _Element, holder: _Element, text: str, *, announced: bool) -> Iterable[_Element]:
    """Return the links that a label ``text`` in ``holder``, in or behind its element ``begin``, stands before.

    Without a colon it may be the heading of any box, and is no label but in one list or line with its links.
    """
    if next(holder.iter("a"), None) is not None:
        return holder.iter("a") if begin is holder else _links_behind(begin)
    while (parent := holder.getparent()) is not None and not says_more_than(parent, len(text.strip())):
        holder = parent
    following = holder.getnext()
    return _links_behind(holder) if announced or (following is not None and _is_of_row(following)) else ()


def _links_behind(label: _Element) -> Iterator[_Element]:
    """Yield the links in the elements right behind ``label``, up to the end of their list or first block."""
    for sibling in label.itersiblings():
        links = list(sibling.iter("a"))
        yield from (link for link in links if link.get("rel") not in _PAGER)
        if not links or not _is_of_row(sibling):
            return


def _is_of_row(element: _Element) -> bool:
    return element.tag in _ITEMS or is_inline(tag_of(element))


def _rows_of_keywords(
    survey: Survey, start: int, machine: Machine
) -> Iterator[tuple[_Element, Iterable[_Element]]]:
    """Yield the rows of nothing but links, outside of menus, half of which are keywords of the page."""
    stated = ",".join((*machine.stated("news_keywords"), *machine.stated("keywords"))).casefold()
    keywords = {one_line(word) for word in stated.split(",")} - {""}
    if len(keywords) < _KEYWORDS:
        return
    links = (element for element in survey.elements[start:] if element.tag == "a" and not len(element))
    found = Counter(_row_of(link) for link in links if (link.text or "").strip().casefold() in keywords)
    for row, hits in found.items():
        if hits < _KEYWORDS or any(map(_is_menu, ancestors(row))):
            continue
        said = list(row.iter("a"))
        if 2 * hits >= len(said) and not says_more_than(row, sum(len(shown_text(link)) for link in said)):
            yield row, said


def _row_of(link: _Element) -> _Element:
    """Return what a link stands in with its neighbours: the parent, or in a list that of the item."""
    above = link.iterancestors()
    return next(element for element in above if element.tag not in _ITEMS and not is_inline(tag_of(element)))


def _is_menu(element: _Element) -> bool:
    return element.tag in boilerplate.BOX_TAGS or boilerplate.BOX(names(element))
