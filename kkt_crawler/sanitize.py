"""The allow-list that every piece of published HTML goes through."""

from __future__ import annotations

import re

import nh3

from kkt_crawler.text import clean

_TAGS = {
    "p", "br", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "strong", "em", "u", "sub", "sup",
    "ins", "del", "a", "figure", "figcaption", "img", "table", "caption", "thead", "tbody", "tr", "td", "th",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}

# What nh3 lets through and a feed cannot use: relative addresses point nowhere in a reader.
_ADDRESS = re.compile(r"https?://[^/\s]|mailto:[^\s]", re.I)
_NO_SOURCE = re.compile(r'<img(?:\s+(?!src=)[a-z]+="[^"]*")*\s*/?>')
_EMPTY = re.compile(r"<(figure|figcaption|p|h[2-6]|li|ul|ol|a)>\s*</\1>")


def _absolute(tag: str, attribute: str, value: str) -> str | None:
    if attribute not in ("href", "src"):
        return value
    return value if _ADDRESS.match(value) else None


_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    attribute_filter=_absolute,
    url_schemes={"http", "https", "mailto"},
    link_rel="noopener noreferrer",
)


def sanitize(html: str) -> str:
    """Return ``html`` with allowed tags, attributes and schemes only, tags balanced, addresses absolute.

    Scripts and styles go with their content, other tags leave theirs; a picture without an address goes. Text is
    NFC, without control, zero-width or bidi characters.
    """
    html = _NO_SOURCE.sub("", _CLEANER.clean(clean(html)))
    while (shorter := _EMPTY.sub("", html)) != html:
        html = shorter
    return clean(html).strip()
