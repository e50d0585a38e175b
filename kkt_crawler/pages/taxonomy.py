"""Section and tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from kkt_crawler.pages.document import names, path_of, shown_text, words
from kkt_crawler.text import fold, one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.machine import Machine

_CRUMBS = etree.XPath(
    "//*[contains(translate(concat(@class, ' ', @id, ' ', @itemtype, ' ', @aria-label), 'BC', 'bc'), 'breadcrumb')]"
)
_SEPARATED = re.compile(r"^[\s»›>/|→·•-]+$")
_LABELLED = etree.XPath(
    "//*[contains(translate(concat(' ', @class, ' ', @id), 'CM', 'cm'), 'chuyenmuc') or contains(@class, 'chuyen-muc')]"
)
_TAGS = words("topics", "tags?", "tags?[-_][a-z]+", "[a-z]+[-_]tags?", "tu~khoa", "key~words?", "chu~de")
_CLASSED = etree.XPath(
    "//div[@class or @id]|//ul[@class or @id]|//p[@class or @id]|//section[@class]|//span[@class or @id]"
)
_HOME = re.compile(r"^(?:trang\s*(?:chủ|nhất)|home|startseite|accueil|inicio|index|đầu\s*trang)$", re.I)


def section(root: _Element, machine: Machine, title: str) -> tuple[str, str]:
    """Return the last link of the breadcrumb that is neither home nor the article; else the stated section."""
    for crumbs in _CRUMBS(root):
        if name := _last(crumbs, title):
            return name, "selector .breadcrumb"
    if name := machine.text("articleSection"):
        return name, "json-ld articleSection"
    name, source = machine.meta("article:section")
    if name:
        return name, f"meta {source}"
    for link in root.iter("a"):
        if _HOME.match(shown_text(link)) and (parent := link.getparent()) is not None and _is_path(parent):
            return _last(parent, title), f"structure {path_of(parent)}"
    for element in _LABELLED(root):
        if (name := shown_text(element)) and len(name) < 60 and next(element.iter("a"), None) is None:
            return name, f"structure {path_of(element)}"
    return "", ""


def _last(crumbs: _Element, title: str) -> str:
    found = [shown_text(link).strip(" »>/›-") for link in crumbs.iter("a")]
    found = [name for name in found if name and not _HOME.match(name) and fold(name) != fold(title)]
    return found[-1] if found else ""


def _is_path(element: _Element) -> bool:
    """Tell whether a home link and what follows it are a path: a few links parted by arrows or strokes."""
    links = [child for child in element if child.tag == "a"]
    between = [link.tail or "" for link in links[:-1]]
    return (
        2 <= len(links) <= 5
        and all(_SEPARATED.match(text) and not text.isspace() for text in between)
        and "|" not in "".join(between)
    )


def tags(root: _Element, machine: Machine) -> tuple[tuple[str, ...], str]:
    """Return the links of the topics box; else the stated tags."""
    for element in _CLASSED(root):
        if _TAGS.search(names(element)):
            found = [shown_text(link).strip(" #,;") for link in element.iter("a")]
            found = [name for name in found if name and len(name) < 80]
            if found:
                return tuple(dict.fromkeys(found)), f"selector .{names(element).split()[0]}"
    stated = machine.stated("article:tag")
    if stated:
        parts = [one_line(part) for content in stated for part in content.split(",")]
        return tuple(dict.fromkeys(filter(None, parts))), "meta article:tag"
    return (), ""
