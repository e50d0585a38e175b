"""Blocks that lead to other articles: links, teasers, and pages that are nothing else."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import HEADLINE, has_link_longer
from kkt_crawler.pages.people import persons
from kkt_crawler.pages.when import hints, is_dateline, without_dates

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.blocks import Block

#: "8 hours ago", a section: shorter than any teaser.
_LABEL = 30
#: What parts the links of a row.
_BETWEEN = re.compile(r"\s*[,;|]\s*")
_PAGE = re.compile(r"^\W*(?:trang|page)\W*\d+\W*$", re.I)
#: A question, beside whose link stands no answer.
_ASKED = re.compile(r"^\W*(?:câu\s+)?hỏi\s*(?:\d+\s*)?:", re.I)
#: A document by its number, as of Decree 30/2020 on administrative letters, and by its subject.
_NUMBERED = re.compile(r"^\W*(?:(?i:số)\W*)?\d+\w?/(?:\d{4}/)?[A-ZĐ]{2,}")
_SUBJECT = re.compile(r"(?:V/v|Về\s+việc)\s")
_QUOTES = "“\"'‘"
#: What a picture of the article links to: itself, larger, or a script that shows it.
_PICTURE = re.compile(r"\.(?:jpe?g|png|gif|webp|bmp)(?:[?#]|$)|/media/|/upload/", re.I)
_LINKED_PICTURE = re.compile(rf"^#|^javascript:|{_PICTURE.pattern}", re.I)
#: A longer text that is no link is prose.
_SENTENCE = 60
#: A longer cell of a table is prose, and so is a longer line under a picture.
_PROSE = 120
#: A record has so many fields.
_FIELDS = 3
#: A column of boxes has so many headings, and a list of documents more.
_BOXES = 2


def is_linked(block: Block) -> bool:
    """Tell whether the block is a link to another page, or several; a date and a "Xem thêm:" beside them aside."""
    if not block.linked:
        return False
    if "@" in block.text and all("@" in href for href, _ in block.links):
        return False  # someone to write to
    if block.linked <= 0.3 * len(block.text) and not boilerplate.POINTER.match(block.text):
        return False
    if block.linked > 0.8 * len(block.text) or (block.kind == "item" and len(block.text) - block.linked < _LABEL):
        return True
    rest = without_dates(boilerplate.POINTER.sub("", block.text))
    return block.linked > 0.8 * len(_BETWEEN.sub("", rest)) or _labels_links(block)


def _labels_links(block: Block) -> bool:
    """Tell whether nothing but the heading of a box stands before the block's links: "Từ khóa", and tags."""
    rest = block.text
    for _, text in block.links:
        rest = rest.replace(text, "", 1)
    return boilerplate.opens_box(rest)


def end_of_teasers(blocks: list[Block], start: int) -> int:
    """Return where the pairs of a link and a text that begin at ``start`` end, or ``start`` for fewer than two.

    Labels and pictures may stand between them, but no heading of another box.
    """
    end, pairs, place = start, 0, start
    while True:
        place = _past_labels(blocks, place)
        linked = place < len(blocks) and is_linked(blocks[place])
        place = _past_labels(blocks, place + 1)
        if not linked or place >= len(blocks) or is_linked(blocks[place]):
            return end if pairs > 1 else start
        place += 1
        end, pairs = place, pairs + 1


def _past_labels(blocks: list[Block], place: int) -> int:
    while place < len(blocks) and len(blocks[place].text) < _LABEL:
        place += 1
    return place


def only_lead_elsewhere(blocks: list[Block]) -> bool:
    """Tell whether the blocks are other articles' teasers and linked pictures, headings and labels aside.

    A sentence that is no link is set as a heading, and is the article's.
    """
    said = [block for block in blocks if not _is_label(block) and (block.kind != "heading" or _is_told(block))]
    return all(
        (block.kind == "item" and has_link_longer(block.element, HEADLINE)) or _leads_elsewhere(block)
        for block in said
    )


def _is_told(block: Block) -> bool:
    return not block.linked and len(block.text) > HEADLINE and boilerplate.ends_sentence(block.text)


def are_albums(blocks: list[Block]) -> bool:
    """Tell whether the blocks are several pictures that lead elsewhere, each with the name of what it leads to."""
    albums = [_leads_elsewhere(block) for block in blocks]
    named = (place > 0 and albums[place - 1] and _is_name(block) for place, block in enumerate(blocks))
    others = zip(blocks, albums, named, strict=True)
    return sum(albums) > 1 and all(album or name or _is_label(block) for block, album, name in others)


def are_pages(blocks: list[Block]) -> bool:
    """Tell whether the blocks are the pages of a printed paper: of pictures, no more than numbers is told.

    Where each leads to its page, short lines beside them are boxes'; scans of a letter lead nowhere else.
    """
    said = [block.text for block in blocks if block.text]
    if sum(map(_leads_to_page, blocks)) > 1:
        return all(len(text) <= _PROSE for text in said)
    return len(said) > 1 and all(map(_PAGE.match, said))


def _leads_to_page(block: Block) -> bool:
    numbered = block.kind == "picture" and _PAGE.match(block.element.get("alt") or "")
    return bool(numbered) and any(not _PICTURE.search(href) for href, _ in block.links)


def are_questions(blocks: list[Block]) -> bool:
    """Tell whether the blocks are several readers' questions, each with who asked, or with who and when."""
    return sum(map(_is_asked, blocks)) > 1


def _is_asked(block: Block) -> bool:
    if boilerplate.ASKED_BY.match(block.text) or (block.linked and _ASKED.match(block.text)):
        return True
    return block.align == "right" and hints(block.text) and bool(persons(without_dates(block.text)))


def are_documents(blocks: list[Block]) -> bool:
    """Tell whether the blocks are nothing but documents of an office, by number and subject: "901/TB-BQL - …"."""
    said = [block.text for block in blocks if block.text and block.kind != "heading"]
    numbered = sum(_NUMBERED.match(line) is not None for line in said)
    return numbered > _BOXES and all(_NUMBERED.match(line) or _SUBJECT.match(line) for line in said)


def are_teasers(blocks: list[Block]) -> bool:
    """Tell whether the body's blocks are teasers, each with the same link to its own page: "Xem trả lời"."""
    blocks = [block for block in blocks if block.part == "body"]
    linked = (block for block in blocks if block.linked and len(block.links) == 1)
    links = {block.links[0] for block in linked if block.text.endswith(block.links[0][1])}
    most = max(Counter(text for _, text in links if len(text) <= HEADLINE).values(), default=0)
    return most > 2 and 3 * most >= len(blocks)


def are_dated_teasers(blocks: list[Block]) -> bool:
    """Tell whether all that is told stands below headlines of other articles and their dates."""
    texts = [block for block in blocks if block.text and block.part in ("head", "body")]
    dated = [
        place + 1
        for place, (block, below) in enumerate(pairwise(texts))
        if is_dateline(below.text) and is_linked(block)
    ]
    told = [
        place
        for place, block in enumerate(texts)
        if _is_sentence(block) and not (is_linked(block) or boilerplate.is_imprint(block.text))
    ]
    return len(told) > _BOXES and all(place - 1 in dated for place in told)


def are_tables(blocks: list[Block]) -> bool:
    """Tell whether the blocks are tables of names and figures, as of prices, and labels: not one is a sentence.

    Nor is one a picture, unless it leads elsewhere.
    """
    tables = [block.text for block in blocks if block.kind == "table"]
    if not tables or any(_is_sentence(block) for block in blocks):
        return False
    if any(block.kind == "picture" and not _leads_elsewhere(block) for block in blocks):
        return False
    return not any(
        len(cell) > _PROSE for table in tables for row in table.split("\n") for cell in row.split(" | ")
    )


def are_fields(blocks: list[Block]) -> bool:
    """Tell whether the blocks are a record of a procedure or a document: fields, and nothing told above them.

    What a field says may be prose; an article that holds such a table says before why it does.
    """
    found: set[str] = set()
    for block in blocks:
        fields = [
            field["label"].lower() for line in block.text.split("\n") if (field := boilerplate.FIELD.match(line))
        ]
        if not (fields or found) and (block.part == "foot" or (_is_sentence(block) and not is_linked(block))):
            return False
        found.update(fields)
    return len(found) >= _FIELDS


def is_column(blocks: list[Block]) -> bool:
    """Tell whether the body is a column of boxes: headings with few words each, no paragraph.

    They are most of the prose on a page whose own content, below the title, is a table or a list of labels.
    """
    said = [block for block in blocks if block.part in ("head", "body") and block.text]
    boxes = [block for block in said if block.part == "body" and block.kind != "table"]
    if sum(block.kind == "heading" for block in boxes) < _BOXES or boxes[0].kind != "heading":
        return False
    if any(len(block.text) > _PROSE for block in said if block.kind != "table"):
        return False
    content = [block for block in said if block.part == "head" and _says_something(block)]
    return len(content) > 1 or any(block.kind == "table" for block in content)


def _says_something(block: Block) -> bool:
    """Tell whether the block is no date or link, as stand between a title and its text."""
    return not (is_linked(block) or is_dateline(block.text))


def _is_sentence(block: Block) -> bool:
    line = block.text
    if block.kind == "table" or len(line) <= HEADLINE:
        return False
    return len(line) > _SENTENCE or boilerplate.ends_sentence(line)


def _is_name(block: Block) -> bool:
    return block.kind in ("text", "heading") and block.text[-1] not in ".…"


def are_headed_elsewhere(blocks: list[Block]) -> bool:
    """Tell whether a link as long as a headline stands straight before the first prose and before most."""
    headed = False
    found: list[bool] = []
    for block in blocks:
        if block.kind in ("picture", "embed") or is_dateline(block.text) or boilerplate.is_furniture(block.text):
            continue  # "Theo dõi Báo … trên Google News" is no headline
        if len(block.text) > _SENTENCE and not is_linked(block):
            found.append(headed)
            headed = False
            continue
        # A pointer inside an article begins with an arrow or its label.
        pointer = not (block.text[0].isalnum() or block.text[0] in _QUOTES) or boilerplate.POINTER.match(
            block.text
        )
        headlines = [text for _, text in block.links if len(text) > HEADLINE]
        headed = not pointer and is_linked(block) and len(headlines) == 1
        if not found and not headed and block.part == "body" and not boilerplate.opens_box(block.text):
            return False
    return bool(found) and found[0] and 2 * sum(found) >= len(found)


def _is_label(block: Block) -> bool:
    """Tell whether the block is too short to be all that an article says."""
    return block.kind in ("text", "item", "embed") and len(block.text) <= HEADLINE


def _leads_elsewhere(block: Block) -> bool:
    """Tell whether the block is a picture that links to another page, as one of a gallery or a list of videos."""
    return block.kind == "picture" and any(not _LINKED_PICTURE.search(href) for href, _ in block.links)


def leads_on(element: _Element) -> bool:
    """Tell whether a link in an element leads to another page, and not to a larger picture."""
    return any(not _LINKED_PICTURE.search(link.get("href") or "#") for link in element.iter("a"))
