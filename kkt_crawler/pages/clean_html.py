"""The allow-list that every piece of published HTML goes through."""

from __future__ import annotations

import nh3

from kkt_crawler.text import clean

_TAGS = {
    "p", "br", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "strong", "em", "u", "sub", "sup",
    "a",
    "figure", "figcaption", "img", "table", "tbody", "thead", "tr", "td", "th",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
_CLEANER = nh3.Cleaner(
    tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https", "mailto"}, link_rel="noopener noreferrer"
)


def clean_html(html: str) -> str:
    """Return ``html`` with allowed tags, attributes and schemes only, tags balanced, text in NFC.

    Scripts and styles go with their content, other tags leave theirs.
    """
    return clean(_CLEANER.clean(html)).strip()
