"""What scripts link, style sheets draw and RDFa marks, written out as links, pictures and microdata."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

#: Attributes of which an element has one that may be a link to a file or a picture and is written as neither.
WRITTEN = frozenset(("onclick", "data-href", "role"))
#: What the names of documents end in.
ENDINGS = r"(?:pdf|docx?|xlsx?|pptx?|zip|rar|7z|od[ts]|rtf)"
#: The same somewhere in an address.
_FILE = re.compile(rf"\.{ENDINGS}(?![a-z])", re.I)
#: How the address of a link begins that leads nowhere but may run a script, and what stands in quotes in that.
_NOWHERE = re.compile(r"#|javascript:|$", re.I)
_MAY_RUN = frozenset(("", "#", "j", "J"))
_QUOTED = re.compile(r"""['"]([^'"]+)['"]""")
#: The picture that a style sheet lays under an element.
_LAID = re.compile(r"""background(?:-image)?\s*:[^;]*?url\(\s*(['"]?)(?P<url>.+?)\1\s*\)""", re.I)
_RDFA = etree.XPath("//body//*[@property or @typeof]")


def mentions_file(address: str) -> bool:
    """Tell whether an address has a document's ending somewhere."""
    return _FILE.search(address) is not None


def address_of(link: _Element) -> str:
    """Return where a link leads; of one that runs a script, the address of the document that it opens, if any."""
    href = link.get("href") or ""
    if href[:1] not in _MAY_RUN or not _NOWHERE.match(href):
        return href
    data = link.get("data-href") or ""
    if mentions_file(data):
        return data
    script = f"{href} {link.get('onclick') or ''}".replace("%27", "'")
    return next(filter(mentions_file, _QUOTED.findall(script)), href) if mentions_file(script) else href


def write_picture(element: _Element) -> bool:
    """Make a picture of an empty element that has one under it; tell whether that was done."""
    laid = _LAID.search(element.get("style") or "")
    if laid is None or len(element) or (element.text or "").strip():
        return False
    element.tag = "img"
    element.set("src", laid["url"])
    element.set("alt", element.get("aria-label") or "")
    return True


def write_out(element: _Element) -> None:
    """Make a link of what opens a file by a script, and a picture of what is called one and has one under it."""
    if element.get("role") == "img":
        write_picture(element)
    elif element.tag != "a" and next(element.iter("a"), None) is None:
        address = address_of(element)
        if mentions_file(address):
            element.tag = "a"
            element.set("href", address)


def mark_as_microdata(root: _Element) -> None:
    """Mark what RDFa marks, the element of an article and what it is, as microdata does."""
    for element in cast("list[_Element]", _RDFA(root)):
        name = element.get("property") or ""
        if name and element.tag not in ("meta", "link"):
            element.set("itemprop", name.removeprefix("schema:"))
        if element.get("typeof"):
            element.set("itemscope", "")
