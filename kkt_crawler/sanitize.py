"""The allow-list that every piece of published HTML goes through."""

from __future__ import annotations

import re

import nh3

from kkt_crawler.text import clean, one_line
from kkt_crawler.urls import absolute

_TAGS = {
    "p", "br", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "strong", "em", "u", "sub", "sup",
    "ins", "del", "a", "figure", "figcaption", "img", "table", "caption", "thead", "tbody", "tr", "td", "th",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
_MEASURED = _ATTRIBUTES | {"img": {"src", "alt", "width", "height"}}

# An <img> as nh3 writes it: attributes in double quotes, which are escaped inside them.
_IMG = re.compile(r'<img((?: [a-z]+="[^"]*")*)>')
_SOURCE = re.compile(r' src="[^"]')
_MEASURE = re.compile(r' (?:width|height)="[^"]*"')
_PIXEL = re.compile(r' (?:width|height)="\s*[01](?:px)?\s*"')

_EMPTY = re.compile(r"<(figure|figcaption|p|h[2-6]|li|ul|ol|a)>\s*</\1>")
#: A list, its item and what is in it; what lies deeper may stay, or a page of nested lists would take hours.
_EMPTY_INSIDE_EMPTY = 3

_LAST = nh3.Cleaner(tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https"}, link_rel=None)


def sanitize(html: str, base: str = "") -> str:
    """Return ``html`` with allowed tags and attributes only, tags balanced, http(s) URLs joined to ``base``.

    Scripts and styles go with their content, other tags leave theirs. Pictures that show nothing go: without an
    address, or one pixel wide or high. So do addresses that stay relative or have another scheme. Text is in NFC
    and without the characters that ``clean`` drops, so that XML can hold it.
    """

    def address(_tag: str, attribute: str, value: str) -> str | None:
        if attribute not in ("href", "src"):
            return value
        value = one_line(value)
        return (absolute(value, base or value) if value else "") or None

    first = nh3.Cleaner(tags=_TAGS, attributes=_MEASURED, attribute_filter=address, link_rel=None)
    html = _IMG.sub(_shown, first.clean(clean(html)))
    for _ in range(_EMPTY_INSIDE_EMPTY):
        html = _EMPTY.sub("", html)
    composed = clean(html)
    # Once more where that changed a letter: NFC joins ">" and a following U+0338 to "≯", and the tag would go on.
    return (html if composed == html else _LAST.clean(composed)).strip()


def _shown(image: re.Match[str]) -> str:
    if not _SOURCE.search(image[1]) or _PIXEL.search(image[1]):
        return ""
    return _MEASURE.sub("", image[0])
