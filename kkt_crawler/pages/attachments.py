"""Files offered with an article: links by their ending, wherever they stand in it."""

from __future__ import annotations

import mimetypes
import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

from kkt_crawler import urls
from kkt_crawler.article import Attachment
from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import shown_text
from kkt_crawler.text import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.blocks import Block

_ENDING = re.compile(r"\.(pdf|docx?|xlsx?|pptx?|zip|rar|7z|odt|ods|rtf)$", re.I)
_MENTIONED = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|7z|od[ts]|rtf)(?![a-z])", re.I)
_TYPES = {"rar": "application/vnd.rar", "7z": "application/x-7z-compressed"}
#: Link texts that name the click and not the file.
_CLICK = re.compile(
    r"^[\W_]*(?:(?:bấm|nhấn|click|xem|tải(?:\s+(?:về|xuống|file|tệp))?|download|file|tệp|chi\s+tiết|đính\s+kèm|vào|tại)\s*)*(?:tại\s+đây|ở\s+đây|đây|here|pdf|docx?|xlsx?)?[\W_]*$",
    re.I,
)
#: No file's name on a page is longer; what is, is prose around a link.
_LONGEST = 200


def mentions_file(href: str) -> bool:
    """Tell whether an address has a document's ending somewhere."""
    return _MENTIONED.search(href) is not None


def offers_files(element: _Element) -> bool:
    """Tell whether a link in the element leads to a document."""
    return any(mentions_file(link.get("href") or "") for link in element.iter("a"))


def file_of(href: str, base: str) -> tuple[str, str]:
    """Return address and file name of a link to a document, two empty strings for any other link."""
    if not mentions_file(href):
        return "", ""
    url = urls.absolute(href, base)
    parts = urlsplit(url)
    for value in (parts.path, *(value for _, value in parse_qsl(parts.query))):
        name = unquote(value).rstrip("/").rsplit("/", 1)[-1].rsplit("\\", 1)[-1].strip()
        if _ENDING.search(name):
            if value is not parts.path and re.match(r"https?://|/", value):
                url = urls.absolute(value, url)  # a viewer's address that carries the document's own
            return url, name
    return "", ""


def find_attachments(blocks: list[Block], base: str) -> tuple[list[Block], list[Attachment]]:
    """Return the blocks without those that only offer files, and the files in page order, each once."""
    found: dict[str, Attachment] = {}
    kept: list[Block] = []
    for block in blocks:
        titles = []
        for href, text in block.links:
            url, name = file_of(href, base)
            if not url:
                continue
            title = one_line(text)
            titles.append(title)
            if _CLICK.match(title):
                title = _beside(block, href, title)
                if title and kept and kept[-1].text == title and kept[-1].element.tag == "td":
                    kept.pop()
                if not title and kept and _is_label(kept[-1], block):
                    title = kept.pop().text
                titles.append(title)
            known = found.get(url)
            if known is None or (title and known.title == name):
                found[url] = Attachment(url=url, title=title or name, type=_type(name))
        if not titles or not _only_offers(block, titles):
            kept.append(block)
    if found:
        kept = [
            block
            for block in kept
            if block.kind not in ("text", "heading", "item") or not boilerplate.FILES_LABEL.match(block.text)
        ]
    return kept, list(found.values())


def _beside(block: Block, href: str, click: str) -> str:
    """Return what a file is called beside a link that only says "Tải về": in its row of a table, or before it."""
    if not click:
        return ""
    link = next((link for link in block.element.iter("a") if link.get("href") == href), None)
    cell = next((above for above in link.iterancestors() if above.tag == "td"), None) if link is not None else None
    if cell is not None and (row := cell.getparent()) is not None and shown_text(cell) == click:
        name = max((shown_text(other) for other in row if other is not cell), key=len, default="")
        return name if len(name) <= _LONGEST and not name.isdigit() else ""
    before = block.text.partition(click)[0].strip() if len(block.links) == 1 else ""
    name = before.rstrip(" :-–|(")
    return name if name != before and len(name) <= _LONGEST and not boilerplate.FILES_LABEL.match(name) else ""


def _is_label(before: Block, block: Block) -> bool:
    """Tell whether a block that only says "Tải về" stands in one row with the text before it: the file's name."""
    row = block.element.getparent()
    return (
        before.kind in ("text", "item")
        and bool(block.text and _CLICK.match(block.text))
        and len(before.text) <= _LONGEST
        and row is not None
        and len(row) == 2
        and before.element.getparent() is row
    )


def _only_offers(block: Block, titles: list[str]) -> bool:
    """Tell whether nothing is left of the block's text without its files and their labels."""
    if block.kind == "embed":
        return True
    if block.kind == "table":
        rows = list(block.element.iter("tr"))
        return sum(next(row.iter("a"), None) is not None for row in rows) >= len(rows) - 1
    if block.kind == "picture":
        return False
    rest = block.text
    for title in titles:
        rest = rest.replace(title, " ", 1)
    rest = re.sub(r"\(?\d[\d.,]*\s*(?:kb|mb|bytes)\)?", " ", rest, flags=re.I).strip()
    return len(re.sub(r"[\W_\d]+", "", rest)) < 4 or bool(boilerplate.FILES_LABEL.match(rest))


def _type(name: str) -> str:
    ending = name.rsplit(".", 1)[-1].lower()
    return _TYPES.get(ending) or mimetypes.guess_type(f"x.{ending}", strict=True)[0] or "application/octet-stream"
