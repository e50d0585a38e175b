"""Files offered with an article: links by their ending, wherever they stand in it."""

from __future__ import annotations

import mimetypes
import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote, urlsplit

from kkt_crawler import urls
from kkt_crawler.article import Attachment
from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import (
    ancestors,
    common_ancestor,
    is_inline,
    names,
    says_more_than,
    shown_runs,
    shown_text,
    tag_of,
    words,
)
from kkt_crawler.pages.pictures import is_photograph
from kkt_crawler.pages.written_out import ENDINGS, address_of, mentions_file
from kkt_crawler.text import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.blocks import Block

_ENDING = re.compile(rf"\.{ENDINGS}$", re.I)
_FOLDER = re.compile(r"[/\\]")
#: The same beside a file's name: "(.docx, 867 KB)".
_ENDING_SAID = re.compile(rf"(?<!\w){ENDINGS}(?!\w)", re.I)
_TYPES = {"rar": "application/vnd.rar", "7z": "application/x-7z-compressed"}
#: Addresses that files are sent from under no name of their own, by DotNetNuke, Liferay and handlers of portals.
_HANDLER = re.compile(
    r"linkclick\.aspx|fileticket=|/documents/\d+/|(?<![a-z\d])(?:download|attach|get-?file|tai-(?:ve|file|xuong))[^/]*(?:[/?]|$)",
    re.I,
)
_MAY_SEND = re.compile(r"linkclick|fileticket|/documents/|download|attach|get-?file|tai-")
#: What official documents are called, and what is attached to them (Decree 30/2020 on administrative letters).
_DOCUMENT = re.compile(
    r"^\W*(?:quyết\s+định|thông\s+báo|công\s+văn|kế\s+hoạch|báo\s+cáo|tờ\s+trình|nghị\s+(?:quyết|định)|thông\s+tư|hướng\s+dẫn"
    r"|chỉ\s+thị|công\s+điện|giấy\s+mời|phụ\s+lục|(?:biểu\s+)?mẫu|hồ\s+sơ|danh\s+(?:sách|mục)|văn\s+bản|dự\s+thảo|tài\s+liệu|đề\s+án"
    r"|quy\s+(?:chế|định)|chương\s+trình|bản\s+đồ|bản\s+vẽ|bảng)(?!\w)",
    re.I,
)
#: What shows a file that stands under an address of its own.
_VIEWER = re.compile(r"view|embed|xem|pdfjs|reader|wopi", re.I)
#: Link texts that name the click and not the file.
_CLICK = re.compile(
    r"^[\W_]*(?:(?:bấm|nhấn|click|xem|tải(?:\s+(?:về|xuống|file|tệp))?|download|file|tệp|chi\s+tiết|đính\s+kèm|vào|tại)\s*)*(?:tại\s+đây|ở\s+đây|đây|here|pdf|docx?|xlsx?)?[\W_]*$",
    re.I,
)
#: A click in words that end a sentence: "Xem toàn văn tại đây".
_HERE = re.compile(r"(?:đây|here)\W*$", re.I)
#: What is said of a file beside its name: its size, and how often it was taken.
_MEASURE = re.compile(
    r"\(?(?<![\w.,])\d[\d.,]*\s*(?:[kmg]i?b|bytes|(?:lượt|lần)(?:\s+(?:tải|xem))?(?:\s+(?:về|xuống))?|downloads?)(?!\w)\)?",
    re.I,
)
_SIZE_BEHIND = re.compile(
    r"(?:\s+(?:pdf|docx?|xlsx?|pptx?|zip|rar)\s*[·|,–-])?\s+\d[\d.,]*\s*[kmg]b$|\s*[(\[](?:[^()\[\]]{0,20}?[-–,;]\s*)?\d[\d.,]*\s*(?:[kmg]i?b|bytes)"
    r"(?:\s*[-–,;]\s*[^()\[\]]{0,20})?[)\]]$",
    re.I,
)
#: A button's word, a bullet, a pictograph or what an icon font draws for a letter or name, before a file's name.
_ADORNMENT = re.compile(
    r"^(?:(?i:tải\s+(?:về|xuống)|download)(?:\s*:\s*|\s+(?=[A-ZĐ]))|[a-z]+(?:_[a-z]+)+\s"
    r"|[\s\u2190-\u2bff\ue000-\uf8ff\ufe0f\u200d\U0001f000-\U0001faff•·*»>–—-]+)+"
)
#: No file's name on a page is longer; what is, is prose around a link.
_LONGEST = 200
#: No label of files is longer.
_LABEL = 100
#: The names of the columns of a table of files say no more.
_COLUMNS = 60
_ENCLOSED = re.compile(boilerplate.ENCLOSED, re.I)
_ATTACHED = re.compile(r"đính\s+kèm|kèm\s+theo|(?:tài\s+liệu|văn\s+bản|tệp|file)\s+kèm|attach", re.I)
_ATTACHMENTS = words(
    "(?:[a-z]+[-_])*(?:dinh~kem|tai~lieu)(?:[-_][a-z]+)*", "(?:[a-z]+[-_])*attach[a-z]*",
    "(?:[a-z]+[-_])*tep(?:[-_][a-z]+)*",
    "(?:[a-z]+[-_])*(?:tbl|list|box|ds|related)~files?", "files?~(?:list|box)",
)  # fmt: skip


@lru_cache(maxsize=2048)  # a page's links are asked about several times
def may_send_file(href: str) -> bool:
    """Tell whether a file may come from an address: by its ending, or from what sends files."""
    return mentions_file(href) or _is_handler(href)


def _is_handler(href: str) -> bool:
    # Most addresses have no such word, and are told in a third of the time.
    return _MAY_SEND.search(href.lower()) is not None and _HANDLER.search(href) is not None


def offers_files(element: _Element) -> bool:
    """Tell whether a link in the element leads to a document."""
    return any(mentions_file(address_of(link)) for link in element.iter("a"))


def offers_file(block: Block) -> bool:
    """Tell whether a link in the block leads to a document, or to what sends one."""
    return any(may_send_file(href) for href, _ in block.links)


def is_articles_footer(footer: _Element) -> bool:
    """Tell a footer of the article, or of the card that it stands in, from the page's: files, and no imprint."""
    return offers_files(footer) and not any(map(boilerplate.is_imprint, footer.itertext()))


def is_articles_aside(aside: _Element) -> bool:
    """Tell the files of an article, set apart in it under a label of theirs, from a column's."""
    if next(aside.iterancestors("article"), None) is None or not offers_files(aside):
        return False
    return boilerplate.FILES_LABEL.match(next(iter(shown_runs(aside)), "")) is not None


def says_attached(box: _Element) -> bool:
    """Tell whether a box says, or a part of it is called so, that its files are attached: the article's."""
    return offers_files(box) and (_ATTACHED.search(shown_text(box)) is not None or is_named_attached(box))


def is_named_attached(box: _Element) -> bool:
    """Tell whether an element, or a part of it, is called the attachments'."""
    return any(_ATTACHMENTS(names(part)) for part in box.iter("*"))


def file_of(href: str, base: str) -> tuple[str, str]:
    """Return address and file name of a link to a document, two empty strings for any other link."""
    if not mentions_file(href):
        return "", ""
    url = urls.absolute(href, base)
    parts = urlsplit(url)
    for value in (parts.path, *(value for _, value in parse_qsl(parts.query))):
        # Its number, or what is done with it, may stand behind the name: "Phu luc.pdf/8f14e45f", "….pdf/view".
        for part in reversed(_FOLDER.split(unquote(value).rstrip("/"))[-2:]):
            if _ENDING.search(name := part.strip()):
                if value is not parts.path and _VIEWER.search(parts.path) and re.match(r"https?://|/", value):
                    url = urls.absolute(value, url)  # a viewer's address that carries the document's own
                return url, name
    return "", ""


def _names_document(text: str) -> bool:
    """Tell whether a link says what it leads to: a file by its ending, or an official document."""
    return _ENDING.search(text) is not None or _DOCUMENT.match(text) is not None


def _sent(href: str, text: str, base: str) -> tuple[str, str]:
    """Return address and name of a file that an address sends without naming it; two empty strings for none."""
    if not _is_handler(href):
        return "", ""
    url = urls.absolute(href, base)
    return (url, one_line(text)) if url else ("", "")


def find_attachments(blocks: list[Block], base: str) -> tuple[list[Block], list[Attachment]]:
    """Return the blocks without those that only offer files, and the files in page order, each once."""
    found: dict[str, Attachment] = {}
    kept: list[Block] = []
    offers: list[_Element] = []  # the links in blocks that say nothing else
    announced = False
    for block in blocks:
        titles: list[str] = []
        if block.kind != "picture" or block.links:  # an icon may stand before each
            announced = _is_label(block) or (announced and bool(block.links))
        for href, text in block.links:
            if not may_send_file(href):
                continue
            url, name = file_of(href, base)
            named = announced or boilerplate.OFFERS.search(block.text) or _names_document(text)
            if not url and named and not boilerplate.is_furniture(text):  # "In bài"
                url, name = _sent(href, text, base)
            if not url:
                continue
            title = one_line(text)
            said = _MEASURE.sub("", title).strip()
            called = said.removesuffix(name).strip()
            if called != said and not _CLICK.match(called):  # what it is called, and its name
                title = said = called
            titles += dict.fromkeys((title, said, name))
            # A style sheet's icon, in a line or alone.
            drawn = not title and (block.kind != "table" if block.text else block.element.tag == "a")
            if drawn and url in found:
                continue
            if _CLICK.match(title) and (title or drawn or _is_in_row(block)):  # or an icon in a row
                title = _beside(block, href, title, kept)
                if _CLICK.match(title):
                    title = _tooltip(block, href) or title
                titles.append(title)
            if drawn and not title and block.text:
                continue  # left over where a sentence was edited
            known = found.get(url)
            if known is None or (title and known.title == name):
                title = _SIZE_BEHIND.sub("", _ADORNMENT.sub("", title))
                found[url] = Attachment(url=url, title=title or name, type=_type(name))
        if titles and _only_offers(block, titles):
            links = (*block.element.iter("a"), *block.element.iterancestors("a"))
            offers += (link for link in links if may_send_file(address_of(link)))
        else:
            kept.append(block)
    if not found:  # behind a label stands what could not be read
        return [block for block in kept if not (_is_label(block) and boilerplate.OFFERS.search(block.text))], []
    rows = _header_rows(offers)
    kept = [block for block in kept if not (_is_label(block) or _is_beside(block, offers) or _is_in(rows, block))]
    return kept, list(found.values())


def _tooltip(block: Block, href: str) -> str:
    """Return what a link says that is no more than a button, when it is pointed at."""
    links = (link for link in block.element.iter("a") if address_of(link) == href)
    said = next(filter(None, (one_line(link.get("title") or "") for link in links)), "")
    return "" if _CLICK.match(said) else said


def _beside(block: Block, href: str, click: str, before: list[Block]) -> str:
    """Return what a file is called whose link only says "Tải về": in its line, or in its row of a table or a list.

    The blocks that say it are taken off the end of ``before``.
    """
    if block.kind != "table" and not _is_click(block.text):
        return _before_click(block, click)
    links = (*block.element.iter("a"), *block.element.iterancestors("a"))
    link = next((link for link in links if address_of(link) == href), block.element)
    row = next((above for above in link.iterancestors() if not _is_click(shown_text(above))), None)
    if row is None or len({address_of(other) for other in row.iter("a")}) > 1:
        return ""
    start = len(before)
    while start and before[start - 1].part == block.part and row in before[start - 1].element.iterancestors():
        start -= 1
    said = (
        [shown_text(cell) for cell in row] if block.kind == "table" else [piece.text for piece in before[start:]]
    )
    name = max((_MEASURE.sub("", text).strip() for text in said), key=len, default="")
    if not (_is_name(name) or _ENCLOSED.fullmatch(name)) or sum(map(len, said)) > _LONGEST:
        return ""
    before[start:] = [piece for piece in before[start:] if piece.kind == "picture"]
    return name


def _is_click(text: str) -> bool:
    """Tell whether a text names no file: it says "Tải về", and the file's size at most."""
    return _CLICK.match(_MEASURE.sub("", text)) is not None


def _before_click(block: Block, click: str) -> str:
    """Return what a line calls the file that its one link leads to; "tại đây" only ends a sentence.

    The link may be drawn alone, and its ``click`` empty.
    """
    if len({href for href, _ in block.links}) > 1:
        return ""
    said = " ".join(shown_runs(block.element))
    said = said if said.replace(" ", "") == block.text.replace(" ", "") else block.text
    before = _MEASURE.sub("", said.partition(click)[0] if click else said).strip()
    name = before.rstrip(" :-–|(")
    parted = not click or name != before or not (click[0].islower() or _HERE.search(click))
    return name if parted and _is_name(name) else ""


def _is_name(text: str) -> bool:
    """Tell whether a text beside a link can be the file's name: no number, label or sentence."""
    return (
        0 < len(text) <= _LONGEST
        and not text.isdigit()
        and not _CLICK.match(text)
        and not boilerplate.FILES_LABEL.match(text)
        and not boilerplate.ends_sentence(text)
    )


def _only_offers(block: Block, titles: list[str]) -> bool:
    """Tell whether nothing is left of the block's text without its files and their labels."""
    if block.kind == "embed":
        return True
    if block.kind == "table":
        rows = list(block.element.iter("tr"))
        return sum(next(row.iter("a"), None) is not None for row in rows) >= len(rows) - 1
    if block.kind == "picture":
        return block.part == "foot" or not is_photograph(block.element)
    return _is_rest(block.text, titles)


def _is_rest(text: str, titles: list[str]) -> bool:
    """Tell whether a text says no more than the titles of files, their sizes and a label."""
    for title in filter(None, titles):  # between its name and its size may be no blank
        text = re.sub(r"\s*".join(map(re.escape, title.split())), " ", text, count=1)
    text = _ENDING_SAID.sub(" ", _MEASURE.sub(" ", text)).strip()
    return len(re.sub(r"[\W_\d]+", "", text)) < 4 or bool(boilerplate.FILES_LABEL.match(text))


def _is_label(block: Block) -> bool:
    """Tell whether the block is the label of a list of files."""
    if block.kind not in ("text", "heading", "item") or len(block.text) > _LABEL:
        return False
    return boilerplate.FILES_LABEL.match(block.text) is not None


def _is_beside(block: Block, offers: list[_Element]) -> bool:
    """Tell whether the block is a drawing, a number or a size in one line with a link that only offers a file."""
    if block.kind != "picture" and _MEASURE.fullmatch(block.text):
        return bool(offers)
    adorns = block.text.isdigit() if block.kind != "picture" else not is_photograph(block.element)
    return adorns and any(_in_line(block.element, link) for link in offers)


def _is_in_row(block: Block) -> bool:
    return next(block.element.iterancestors("tr"), None) is not None


def _header_rows(offers: list[_Element]) -> set[_Element]:
    """Return the first rows of the tables whose rows offer files, where they say what the columns are."""
    tables = {table for link in offers if (table := next(link.iterancestors("table"), None)) is not None}
    rows = {row for table in tables if (row := next(table.iter("tr"), None)) is not None}
    return {row for row in rows if len(row) > 1 and len(shown_text(row)) <= _COLUMNS and not offers_files(row)}


def _is_in(rows: set[_Element], block: Block) -> bool:
    return not rows.isdisjoint(block.element.iterancestors("tr"))


def _in_line(element: _Element, link: _Element) -> bool:
    """Tell whether element and link stand in one line, one item of a list, or one row of a table."""
    line = common_ancestor(element, link)
    if line is link or line.tag in ("li", "tr"):
        return True
    if not says_more_than(line, len(shown_text(element)) + len(shown_text(link)) + 1):
        return True
    around = {*ancestors(element), *ancestors(link)}
    ends = [place for place, child in enumerate(line) if child in around]
    return all(is_inline(tag_of(child)) and child.tag != "br" for child in line[ends[0] : ends[-1] + 1])


def _type(name: str) -> str:
    ending = name.rsplit(".", 1)[-1].lower()
    return _TYPES.get(ending) or mimetypes.guess_type(f"x.{ending}", strict=True)[0] or "application/octet-stream"
