"""Tables of data, of pictures with captions, and of layout told apart."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from kkt_crawler.pages.document import holds_picture, shown_text, tag_of

if TYPE_CHECKING:
    from lxml.etree import _Element

#: A cell with a longer text is a cell of layout.
_LONGEST_CELL = 400
#: Two sentences: a row of the article's own text, set in a table with its pictures.
SENTENCES = re.compile(r"\w\w[.!?…][\"”]?\s+[\"“]?\w.{20,}[.!?…][\"”]?$")


def read_table(table: _Element) -> tuple[str, str] | None:
    """Return a table of data as text, a line for its caption and each row, and as HTML; None for one of layout."""
    if holds_picture(table) or next(table.iterdescendants("table"), None) is not None:
        return None
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    if sum(len(row) > 1 for row in rows) < 2:
        return None
    texts = [[shown_text(cell) for cell in row] for row in rows]
    if any(len(text) > _LONGEST_CELL for line in texts for text in line):
        return None
    html = "".join(f"<tr>{''.join(map(_cell, row, line))}</tr>" for row, line in zip(rows, texts, strict=True))
    text = "\n".join(" | ".join(filter(None, line)) for line in texts if any(line))
    if not text:
        return None
    html = f"<table><tbody>{html}</tbody></table>"
    if caption := " ".join(map(shown_text, table.iterchildren("caption"))):
        return f"{caption}\n{text}", f"<p>{escape(caption, quote=False)}</p>{html}"
    return text, html


def _cell(cell: _Element, text: str) -> str:
    tag = tag_of(cell)
    return f"<{tag}>{escape(text, quote=False)}</{tag}>"


def is_picture_table(table: _Element) -> bool:
    """Tell whether a table holds nothing but pictures and their captions."""
    pictures = sum(1 for _ in table.iter("img"))
    if not pictures:
        return False
    if holds_picture(next(table.iterdescendants("table"), None)):
        return False  # that one is the picture's
    texts = []
    told = False
    for cell in table.iter("td", "th"):
        text = "" if next(cell.iterdescendants("td"), None) is not None else shown_text(cell)
        if text and len({image.get("alt") for image in cell.iter("img")}) > 1:
            return False  # a cell with several pictures and text is a column of the page
        texts += [text] if text else []
        told = told or (
            SENTENCES.search(text) is not None and "Ảnh" not in text and not _is_small_print(cell, text)
        )
    paragraphs = sum(1 for part in table.iter("p", "div", "h2", "h3") if part.text and not part.text.isspace())
    if len(texts) > pictures + 1 or paragraphs > 2 * pictures:
        return False
    return not told and all(len(text) < _LONGEST_CELL for text in texts)


def _is_small_print(cell: _Element, text: str) -> bool:
    """Tell whether all that a cell says is centred or in italics, as captions are."""
    if "center" in (cell.get("align") or "") + (cell.get("style") or ""):
        return True
    return any(shown_text(part) == text for part in cell.iter("em", "i"))
