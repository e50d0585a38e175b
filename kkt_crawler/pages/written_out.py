"""What scripts link, style sheets draw and RDFa marks, written out as links, pictures and microdata."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

#: A document's ending somewhere in an address.
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|7z|od[ts]|rtf)(?![a-z])", re.I)
#: The address of a link that leads nowhere but may run a script, and what stands in quotes in that.
_NOWHERE = re.compile(r"(?:#|javascript:|$)", re.I)
_QUOTED = re.compile(r"""['"]([^'"]+)['"]""")
#: The picture that a style sheet lays under an element.
_LAID = re.compile(r"""background(?:-image)?\s*:[^;]*?url\(\s*['"]?([^'")]+)""", re.I)
#: What may be one or the other.
_DRAWN = etree.XPath(
    "//*[@onclick or @data-href or @role='img'"
    " or starts-with(@href, 'javascript:') or starts-with(@href, 'JavaScript:')]"
)
_RDFA = etree.XPath("//body//*[@property or @typeof]")


def mentions_file(address: str) -> bool:
    """Tell whether an address has a document's ending somewhere."""
    return _FILE.search(address) is not None


def write_out(root: _Element) -> None:
    """Make links of what opens a file by a script, and pictures of what has one under it and calls itself one.

    Where a word may be broken it is not, and what RDFa marks is marked as microdata does.
    """
    etree.strip_tags(root, "wbr")
    for element in cast("list[_Element]", _RDFA(root)):
        _as_microdata(element)
    for element in cast("list[_Element]", _DRAWN(root)):
        if element.get("role") == "img":
            _as_picture(element)
        elif address := _opened(element):
            element.tag = "a"
            element.set("href", address)


def _as_microdata(element: _Element) -> None:
    name = element.get("property") or ""
    if name and element.tag not in ("meta", "link"):
        element.set("itemprop", name.removeprefix("schema:"))
    if element.get("typeof"):
        element.set("itemscope", "")


def _as_picture(element: _Element) -> None:
    laid = _LAID.search(element.get("style") or "")
    if laid is not None and not len(element) and not (element.text or "").strip():
        element.tag = "img"
        element.set("src", laid[1])
        element.set("alt", element.get("alt") or element.get("aria-label") or element.get("title") or "")


def _opened(element: _Element) -> str:
    """Return the address of the document that a click on the element opens; "" where that is none."""
    href = element.get("href") or ""
    if not _NOWHERE.match(href) or (element.tag != "a" and next(element.iter("a"), None) is not None):
        return ""
    data = element.get("data-href") or ""
    if mentions_file(data):
        return data
    script = f"{href} {element.get('onclick') or ''}".replace("%27", "'")
    return next(filter(mentions_file, _QUOTED.findall(script)), "") if mentions_file(script) else ""
