"""Which lines of an article are its credits: its byline and its source, at the end of the text and below it."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape, unescape
from itertools import chain, dropwhile
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.credits import (
    LABEL,
    LONGEST,
    Credit,
    names_paper,
    read_end,
    read_line,
    said_source,
    together,
)
from kkt_crawler.pages.document import (
    HEADLINE,
    ancestors,
    common_ancestor,
    says_more_than,
    shown_runs,
    shown_text,
    words,
)
from kkt_crawler.pages.document import names as names_of
from kkt_crawler.pages.people import (
    AGENCIES,
    IS_INITIALS,
    MAIL,
    OFFICER,
    is_initials,
    is_office,
    people,
    persons,
)
from kkt_crawler.pages.when import hints, is_dateline

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from kkt_crawler.pages.blocks import Block

#: A source in brackets at the end of a paragraph or alone: each piece of a press digest has its own.
_PIECE = re.compile(
    r"\((?i:(?:lược\s+)?trích|tổng\s+hợp|theo|nguồn|báo|đài|tạp\s+chí|cổng|thông\s+tấn|[\w.-]+\.(?:vn|com|net|org)"
    rf"|vnexpress|vneconomy|vietnamnet)(?![\w-])[^()]{{0,50}}\)\.?$|\((?:{AGENCIES})\)\.?$"
)
#: The same where a paper is called by its name, "(Tiền Phong)", as a place is, too: so many are a digest's.
_NAMED_PIECE = re.compile(r"[.!?…”\"]\s*\((?:[A-ZĐ]\w*\s?){1,4}\)\.?$")
_NAMED_PIECES = 3
#: A picture's author, who may be the article's.
_PHOTO = re.compile(r"(?i:ảnh)\s*:.*")
#: How a text calls people by their given names.
_ADDRESS = r"(?<!\w)(?:ông|bà|anh|chị|em|cô|chú|bác|thầy|cháu|cụ)"
#: What stands in place of a signature.
_SIGNATURE = re.compile(
    r"^\W*(?:đã\s+)?ký(?:\W+(?:và\s+)?(?:tên|thay|số|đóng\s+dấu|ghi\s+rõ\s+họ\s+tên))*\W*$", re.I
)
#: Where a reporter is, behind the name: "(Quảng Yên)".
_PLACE = re.compile(r"\s*\((?:[A-ZĐ][^\W\d_]*\s?){1,4}\)$")
#: Marks that begin or end what someone said.
_QUOTES = '“”"«»„'
#: A mark that ends a paragraph, and what it says.
_MARKED_END = re.compile(r"\s*(?:<(?:strong|em|u)>)+(?P<said>[^<>]{2,110})(?:</(?:strong|em|u)>)+$")
#: What a portal's boxes are called in capitals, as people's names may be set.
_BOX_LABEL = re.compile(
    r"(?:VĂN\s+BẢN|LIÊN\s+KẾT|THỐNG\s+KÊ|THƯ\s+VIỆN|DỊCH\s+VỤ|THÔNG\s+BÁO|QUẢNG\s+CÁO|HÌNH\s+ẢNH|SỰ\s+KIỆN)(?!\w)"
)
_TAG = re.compile(r"<(/?)([a-z]+)[^>]*>")
#: What templates call the line that names the source alone.
_SOURCE = words("sources?", "nguon(?:~(?:tin|bai))?")
#: A label and what it announces.
_PAIR = 2
#: No label is longer.
_LABEL = 30
#: How Drupal calls the label of a field.
_CALLED_LABEL = words("[-_a-z]*label")
#: A date and a credit.
_DETAILS = 2
#: So many lines of boxes may be left below a credit, calls to subscribe and teasers, and none is longer.
_BELOW = 4
#: No article has more lines of credits.
_LINES = 4
_REMARK = 200


def is_credits(box: _Element) -> bool:
    """Tell whether an element credits who made the article, and says little else."""
    if len(shown_text(box)) > _REMARK:
        return False
    lines = [shown_text(part) for part in box] or [shown_text(box)]
    return any(map(read_line, lines)) and not any(map(boilerplate.is_imprint, lines))


def with_labels(blocks: list[Block]) -> list[Block]:
    """Join a label that stands in an element of its own ("Nguồn:") to what it announces in the next.

    The address to write to, in a line below the author's name, goes.
    """
    kept: list[Block] = []
    for block in chain.from_iterable(map(_labelled_rows, blocks)):
        label = kept[-1] if kept else None
        if label is not None and MAIL.fullmatch(block.text) and people(label.text):
            continue
        colon = ":" if label is not None and len(label.text) <= _LABEL and _is_label(label) else ""
        told = len(block.text) > _LABEL and boilerplate.ends_sentence(block.text)  # behind "Nội dung"
        announced = 0 < len(block.text) <= LONGEST and not (block.linked or told)
        if label is not None and announced and LABEL.match(label.text + colon):
            block.text, block.html = f"{label.text}{colon} {block.text}", f"{label.html}{colon} {block.html}"
            kept.pop()
        kept.append(block)
    return kept


def _labelled_rows(block: Block) -> list[Block]:
    """Return the rows of a table of credits, "Tác giả | Mai Lan", as lines; any other block as it is."""
    rows = [row.split(" | ") for row in block.text.split("\n")] if block.kind == "table" else []
    if not rows or not all(len(row) == _PAIR and LABEL.match(f"{row[0].rstrip(' :')}:") for row in rows):
        return [block]
    lines = [f"{label.rstrip(' :')}: {said}" for label, said in rows]
    return [replace(block, kind="text", text=line, html=escape(line, quote=False)) for line in lines]


def _is_label(block: Block) -> bool:
    """Tell whether a line that ends without a colon is marked as the label of what follows it."""
    if block.text.endswith(":"):
        return False
    cell = next(block.element.iterancestors("td"), block.element)
    return block.element.tag == "dt" or any(_CALLED_LABEL(names_of(part)) for part in (block.element, cell))


def split_credits(blocks: list[Block]) -> tuple[list[Block], Credit]:
    """Take the credit lines and the byline off the end of the body; return the rest and what they said."""
    kept = list(blocks)
    found: list[Credit] = []  # from the last line up
    bracketed = [block for block in kept if block.text.endswith((")", ")."))]
    named = sum(_NAMED_PIECE.search(block.text) is not None for block in bracketed)
    is_digest = sum(map(_is_pieces, bracketed)) > 1 or named >= _NAMED_PIECES
    place = len(kept) - 1 if is_digest else _last_line(kept)
    while place >= 0 and len(found) < _LINES:
        block = kept[place]
        if block.kind in ("picture", "embed"):
            place -= 1
            continue
        if is_digest and _is_pieces(block):
            above = _text_above(kept, place)
            if above is None or not (_is_pieces(above) or _read_block(above, heads=False).authors):
                break
            if found and not block.text.startswith("("):
                break  # what is said of all pieces stands below the last
        credit = _credit_at(kept, place)
        if not credit:
            if credit := _cut_marked(block):
                found.append(credit)
                break
            text, credit = read_end(block.text)
            if credit and text:
                block.text, block.html = text, _cut_html(block.html, text)
                found.append(credit)
            break
        found.append(_above(credit, together(found).source))
        del kept[place]
        place -= 1
    return kept, replace(together(found[::-1]), source=together(found).source)


def _text_above(blocks: list[Block], place: int) -> Block | None:
    """Return the block with text straight above a place, pictures aside."""
    return next((block for block in reversed(blocks[:place]) if block.text), None)


def _is_pieces(block: Block) -> bool:
    """Tell whether a block ends with the source of a digest's piece, or is no more than that: "(Nhân Dân)"."""
    if _PIECE.search(block.text):
        return True
    bracketed = block.text[:1] == "(" and block.text[-1:] == ")" and "," not in block.text
    return bracketed and not IS_INITIALS.match(block.text)


def _last_line(blocks: list[Block]) -> int:
    """Return the place of the article's last line: its credit, though a call to subscribe or the like follow."""
    below = 0
    for place in range(len(blocks) - 1, -1, -1):
        block = blocks[place]
        if block.kind in ("picture", "embed"):
            continue
        if (credit := _credit_at(blocks, place)) and (not below or _closes(blocks, place, credit)):
            return place
        below += 1
        if below > _BELOW or len(block.text) > _REMARK or block.kind == "table":
            break
    return len(blocks) - 1


def _closes(blocks: list[Block], place: int, credit: Credit) -> bool:
    """Tell whether a credit that is not the last line is the article's: no picture's, and no heading."""
    block = blocks[place]
    if any(len(name.split()) == 1 and not IS_INITIALS.match(name) for name in credit.authors):
        return False
    apart = block.align == "right" or block.bold or block.italic or boilerplate.BYLINE(names_of(block.element))
    if read_line(block.text):
        beside = blocks[place - 1].kind if place else ""
        return beside != "table" and (apart or beside != "picture")  # a table in the text has its own source
    return apart and not is_mentioned(credit.authors, blocks)


def is_mentioned(names: Iterable[str], blocks: list[Block]) -> bool:
    """Tell whether the text speaks of one of ``names``: whom a heading names it does, its author it does not.

    By the full name or, as is the custom, by the given name behind a form of address.
    """
    said = [block.text for block in blocks if boilerplate.ends_sentence(block.text)]
    prose = _PHOTO.sub("", "\n".join(said)).casefold()
    for name in map(str.casefold, names):
        if name in prose or re.search(rf"{_ADDRESS}\s+{re.escape(name.split()[-1])}(?!\w)", prose):
            return True
    return False


def gather_credits(blocks: list[Block]) -> Credit:
    """Return what the lines below the body credit, wherever they stand among counters, tags and buttons."""
    credits = [_credit_at(blocks, place) for place in range(len(blocks))]
    below = (*(credit.source for credit in credits[1:]), "")
    return together([_above(credit, source) for credit, source in zip(credits, below, strict=False)])


def _above(credit: Credit, source: str) -> Credit:
    """Return a credit above another ``source``: "Theo Hoàng Quý" above a paper's name says who wrote it there."""
    if not source or credit.authors or not credit.source or source.startswith(credit.source):
        return credit
    writers = persons(credit.source)
    return Credit("", writers) if writers else credit


def _credit_at(blocks: list[Block], place: int) -> Credit:
    block = blocks[place]
    named = boilerplate.BYLINE(names_of(block.element))
    heads = (block.kind == "heading" and not named) or block.element.tag == "dt"
    credit = _read_block(block, heads=heads and any(below.text for below in blocks[place + 1 :]))
    if not credit.source and _SOURCE(names_of(block.element)) and (source := _named_source(blocks, place)):
        return Credit(source)
    return Credit() if credit and _belongs_above(blocks, place) else credit


def _named_source(blocks: list[Block], place: int) -> str:
    """Return what a block named as the source's says, alone or behind "theo", if it is no other article's.

    It may name the authors instead, if they are not in an element of their own above it.
    """
    block = blocks[place]
    if people(block.text) and not (place and boilerplate.BYLINE(names_of(blocks[place - 1].element))):
        return ""
    name = said_source(block.text)
    if block.kind != "text" or block.caption or boilerplate.ends_sentence(name) or boilerplate.is_furniture(name):
        return ""
    if any(len(text) > HEADLINE for other in blocks[:place] if other.part == "foot" for _, text in other.links):
        return ""
    return name


def _belongs_above(blocks: list[Block], place: int) -> bool:
    """Tell whether a name says who signed the letter above it, or who said what is quoted there."""
    block = blocks[place]
    above = _text_above(blocks, place)
    if above is None or read_line(block.text):
        return False
    if _is_listed(blocks, place):
        return True
    if OFFICER.match(above.text) or _SIGNATURE.match(above.text):
        return True
    begins, ends = above.text[0] in _QUOTES, above.text[-1] in _QUOTES
    if block.kind == above.kind == "quote":
        return begins or ends or _is_quoted(block, above)
    return begins and ends and _are_boxed(blocks, block, above)


def _is_quoted(block: Block, above: Block) -> bool:
    """Tell whether one element holds nothing but what two blocks say: a quotation, and whose it is."""
    quotation = next(block.element.iterancestors("blockquote"), None)
    if quotation is None or quotation not in above.element.iterancestors():
        return False
    return not says_more_than(quotation, len(above.text) + len(block.text))


def _is_listed(blocks: list[Block], place: int) -> bool:
    """Tell whether a name is of a list of them that a line announces: "Danh sách trúng thưởng:"."""
    if blocks[place].align == "right":
        return False
    said = dropwhile(lambda block: block.text and people(block.text), reversed(blocks[:place]))
    return next((block.text for block in said), "").endswith(":")


def _are_boxed(blocks: list[Block], block: Block, above: Block) -> bool:
    """Tell whether two blocks stand in an element of their own, beside all others."""
    box = common_ancestor(block.element, above.element)
    others = [other for other in blocks if other.text and other is not block and other is not above]
    return bool(others) and not any(box in ancestors(other.element) for other in others)


def _read_block(block: Block, *, heads: bool) -> Credit:
    """Return what a block credits; a heading or a term below which nothing stands ``heads`` nothing: a byline."""
    if block.kind not in ("text", "heading", "quote", "item") or len(block.text) > LONGEST:
        return Credit()
    linked = block.linked >= 0.8 * len(block.text) and not all("@" in href for href, _ in block.links)
    if block.links and linked and not block.text.lower().startswith(("theo", "(theo", "nguồn")):
        return Credit()
    if credit := read_line(block.text) or read_details(block):
        return credit
    if heads:
        return Credit()
    names = _names_apart(block.element) or people(block.text)
    if (block.align == "right" or block.bold) and not names:
        names = people(_PLACE.sub("", block.text))
    if names and (_is_row_of_links(block) or _BOX_LABEL.match(block.text)):
        return Credit()  # topics, or what a box is called
    if names and (
        len(names) > 1
        or len(block.text.split()) > 1
        or IS_INITIALS.match(block.text)
        or block.bold
        or block.align == "right"
    ):
        return Credit(block.text) if names_paper(block.text) and not is_office(block.text) else Credit("", names)
    return Credit()


def _names_apart(line: _Element) -> tuple[str, ...]:
    """Return the full names that are all a line says, each in an element of its own with no sign between."""
    alone = len(line) > 1 and not any((text or "").strip() for text in (line.text, *(part.tail for part in line)))
    names = [persons(shown_text(part)) for part in line] if alone else []
    return tuple(dict.fromkeys(name for found in names for name in found)) if all(names) else ()


def read_details(block: Block) -> Credit:
    """Return what a line credits whose elements hold a date, a counter or a credit each, with no sign between."""
    runs = shown_runs(block.element) if len(block.element) >= _DETAILS and hints(block.text) else []
    if len(runs) < _DETAILS or not any(map(is_dateline, runs)):
        return Credit()
    credits = [read_line(run) for run in runs]
    others = (run for run, credit in zip(runs, credits, strict=True) if not credit)
    known = all(is_dateline(run) or boilerplate.is_furniture(run) for run in others)
    return together(credits) if known else Credit()


def _is_row_of_links(block: Block) -> bool:
    """Tell whether a block is several links with nothing between them: topics, that only look like one name."""
    links = [shown_text(link) for link in block.element.iter("a")]
    return len(links) > 1 and " ".join(links) == block.text


def _cut_marked(block: Block) -> Credit:
    """Take a credit off the end of a paragraph, where it is in bold or italics behind the last sentence."""
    marked = _MARKED_END.search(block.html)
    if marked is None:
        return Credit()
    said = unescape(marked["said"]).strip()
    told = block.text.removesuffix(said).rstrip()
    if not told.endswith((".", "…", "”")) or told == block.text:
        return Credit()
    credit = read_line(said) or Credit("", (said,) if is_initials(said) else persons(said))
    if credit:
        block.text, block.html = told, block.html[: marked.start()]
    return credit


def _cut_html(html: str, text: str) -> str:
    """Return ``html`` up to the bracket of the credit, as the shortened ``text`` is, with its marks closed."""
    cut = html[: max(html.rfind("("), 0)].rstrip()
    if not cut or cut.rfind("<") > cut.rfind(">"):  # no bracket, or one inside an address
        return escape(text, quote=False)
    still_open: list[str] = []
    for tag in _TAG.finditer(cut):
        if tag[1]:
            still_open.pop()
        else:
            still_open.append(tag[2])
    return cut + "".join(f"</{name}>" for name in reversed(still_open))
