"""The blocks of an article as text and as HTML."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

from kkt_crawler import urls
from kkt_crawler.text import one_line

if TYPE_CHECKING:
    from kkt_crawler.pages.blocks import Block
    from kkt_crawler.pages.figures import Figure

_HREF = re.compile(r'<a href="([^"]*)">')


def as_text(blocks: list[Block]) -> str:
    """Return the blocks as plain text: a blank line between paragraphs, a line break between a list's items."""
    paragraphs: list[str] = []
    for block in blocks:
        if block.kind in ("picture", "embed"):
            continue
        text = f"- {block.text}" if block.kind == "item" else block.text
        if (block.continues and paragraphs) or (
            block.kind == "item" and paragraphs and paragraphs[-1].startswith("- ")
        ):
            paragraphs[-1] += f"\n{text}"
        else:
            paragraphs.append(text)
    return "\n\n".join(paragraphs)


def as_html(blocks: list[Block], figures: dict[int, Figure], base: str) -> str:
    """Return the blocks as HTML that holds no tag but our own, so that cleaning it would change nothing."""
    parts: list[str] = []
    listed = ""
    for block in blocks:
        wanted = "" if block.kind != "item" else "ol" if block.numbered else "ul"
        if listed and wanted != listed:
            parts.append(f"</{listed}>")
        if wanted and wanted != listed:
            parts.append(f"<{wanted}>")
        listed = wanted
        if block.kind == "picture":
            if figure := figures.get(id(block)):
                parts.append(_figure(figure))
        elif block.kind == "item":
            parts.append(f"<li>{block.html}</li>")
        elif block.kind == "heading":
            level = min(max(block.level, 2), 6)
            parts.append(f"<h{level}>{block.html}</h{level}>")
        elif block.kind == "quote":
            parts.append(f"<blockquote><p>{block.html}</p></blockquote>")
        elif block.kind == "table":
            parts.append(block.html)
        elif block.kind == "text":
            if block.continues and parts and parts[-1].endswith("</p>"):
                parts[-1] = f"{parts[-1][:-4]}<br>{block.html}</p>"
            else:
                parts.append(f"<p>{block.html}</p>")
    if listed:
        parts.append(f"</{listed}>")
    return _HREF.sub(lambda link: _link(link[1], base), "\n".join(parts))


def _link(href: str, base: str) -> str:
    """Return the opening tag of a link; one that leads nowhere on the web keeps its text alone."""
    url = urls.absolute(one_line(unescape(href)), base)
    return f'<a href="{escape(url)}">' if url else "<a>"


def _figure(figure: Figure) -> str:
    image = figure.image
    caption = f"<figcaption>{escape(image.caption, quote=False)}</figcaption>" if image.caption else ""
    return f'<figure><img src="{escape(image.url)}" alt="{escape(image.alt)}">{caption}</figure>'
