"""Section and tags."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from kkt_crawler.pages.document import names, shown_text, words
from kkt_crawler.text import fold, one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.machine import Machine

_CRUMBS = etree.XPath(
    "//*[contains(translate(concat(@class, ' ', @id, ' ', @itemtype, ' ', @aria-label), 'BC', 'bc'), 'breadcrumb')]"
)
_TAGS = words("topics", "tags?", "tags?[-_][a-z]+", "[a-z]+[-_]tags?", "tu~khoa", "key~words?", "chu~de")
_CLASSED = etree.XPath(
    "//div[@class or @id]|//ul[@class or @id]|//p[@class or @id]|//section[@class]|//span[@class or @id]"
)
_HOME = re.compile(r"^(?:trang\s*(?:chủ|nhất)|home|startseite|accueil|inicio|index|đầu\s*trang)$", re.I)


def section(root: _Element, machine: Machine, title: str) -> tuple[str, str]:
    """Return the last link of the breadcrumb that is neither home nor the article; else the stated section."""
    for crumbs in _CRUMBS(root):
        found = [shown_text(link).strip(" »>/›-") for link in crumbs.iter("a")]
        found = [name for name in found if name and not _HOME.match(name) and fold(name) != fold(title)]
        if found:
            return found[-1], "selector .breadcrumb"
    if name := machine.text("articleSection"):
        return name, "json-ld articleSection"
    name, source = machine.meta("article:section")
    return name, f"meta {source}" if name else ""


def tags(root: _Element, machine: Machine) -> tuple[tuple[str, ...], str]:
    """Return the links of the topics box; else the stated tags."""
    for element in _CLASSED(root):
        if _TAGS.search(names(element)):
            found = [shown_text(link).strip(" #,;") for link in element.iter("a")]
            found = [name for name in found if name and len(name) < 80]
            if found:
                return tuple(dict.fromkeys(found)), f"selector .{names(element).split()[0]}"
    stated = machine.metas.get("article:tag", [])
    if stated:
        parts = [one_line(part) for content in stated for part in content.split(",")]
        return tuple(dict.fromkeys(filter(None, parts))), "meta article:tag"
    return (), ""
