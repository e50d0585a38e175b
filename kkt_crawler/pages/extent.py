"""Where the article begins and ends among the blocks of its page."""

from __future__ import annotations

from itertools import dropwhile, islice
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.attachments import offers_file
from kkt_crawler.pages.credits import read_line
from kkt_crawler.pages.document import ancestors, block_around, is_inline, names, shown_text, tag_of
from kkt_crawler.pages.people import people
from kkt_crawler.pages.pointers import is_linked, leads_on
from kkt_crawler.pages.when import is_dateline

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.blocks import Block
    from kkt_crawler.pages.survey import Survey

#: Behind a title a date is one of the next two lines.
_DATED = 3


def before_boxes(blocks: list[Block]) -> list[Block]:
    """Take prose straight below the title for the body where what was taken for it opens as a box does.

    So too where the heading of readers' comments stands straight above it, or where it was nothing but cards.
    Prose straight below a box's heading is the text, in which an empty box stands.
    """
    first = next((place for place, block in enumerate(blocks) if block.part == "body" and block.text), None)
    if first is None:
        return _with_head(blocks)
    if not first:
        return blocks
    opens = any(boilerplate.opens_comments(block.text) for block in blocks[first - 1 : first + 1])
    below = next((block for block in blocks[first + 1 :] if block.text), None)
    told = below is not None and not is_linked(below) and boilerplate.ends_sentence(below.text)
    boxed = boilerplate.opens_box(blocks[first].text) and not told
    if not (opens or boxed):
        return blocks
    before = blocks[:first]
    return _with_head(before) if any(map(_is_prose, before)) else blocks


def before_next(blocks: list[Block], title: _Element | None, dateline: _Element | None) -> list[Block]:
    """Cut a second article below the first: its date is set as this one's, below a title that is, or a heading."""
    if title is None or dateline is None:
        return blocks
    line = block_around(dateline) if is_inline(tag_of(dateline)) else dateline
    said = _next_title(title, dateline)
    for place, block in enumerate(blocks):
        if said and block.part == "body" and block.text == said:
            return blocks[:place]
        if block.part in ("body", "foot") and block.kind == "heading" and block.element is not title:
            dates = (below.element for below in blocks[place + 1 : place + _DATED])
            if any(date is not line and _is_dated_as(date, line) for date in dates):
                return blocks[:place]
    return blocks


def _next_title(title: _Element, dateline: _Element) -> str:
    """Return a second title among the siblings of the first, set as that, with a date behind it."""
    for other in title.itersiblings(tag_of(title)):
        if _is_set_as(other, title):
            dates = islice(other.itersiblings(), _DATED)
            if any(_is_dated_as(date, dateline) for date in dates):
                return shown_text(other)
    return ""


def _is_dated_as(element: _Element, dateline: _Element) -> bool:
    return _is_set_as(element, dateline) and is_dateline(shown_text(element))


def _is_set_as(element: _Element, other: _Element) -> bool:
    return element.tag == other.tag and dict(element.attrib) == dict(other.attrib)


def _with_head(blocks: list[Block]) -> list[Block]:
    """Count what stands between title and body as the body's, from the first prose on."""
    head = [block for block in blocks if block.part == "head"]
    for block in dropwhile(lambda block: not _is_prose(block), head):
        block.part = "body"
    return blocks


def to_the_end(blocks: list[Block]) -> list[Block]:
    """Cut what stands below the body from the first heading or link on that is not of the article's files.

    The heading of readers' comments ends the article in the body too; before its prose, that is a button. Files
    that are labelled as attached are the article's wherever they stand below it.
    """
    told = False
    for place, block in enumerate(blocks):
        if block.part != "head" and told and boilerplate.opens_comments(block.text):
            return blocks[:place]
        told = told or _is_prose(block)
        if block.part == "body" and _opens_rest(blocks, place):
            return blocks[:place] + _attached(blocks[place:])
        if (
            block.part != "foot"
            or boilerplate.FILES_LABEL.match(block.text)
            or boilerplate.is_furniture(block.text)
        ):
            continue
        leads = (
            is_linked(block)
            and not _is_value(block)
            and any(not href.startswith("javascript:") for href, _ in block.links)
        )
        heads = block.kind == "heading" and not (read_line(block.text) or _is_label(block) or offers_file(block))
        if (
            heads
            or boilerplate.opens_box(block.text)
            or (leads and not (offers_file(block) or read_line(block.text)))
        ):
            return blocks[:place] + _attached(blocks[place:])
    return blocks


def _is_label(block: Block) -> bool:
    """Tell whether a heading is the name of a field, as in SharePoint's forms."""
    return any(boilerplate.FIELD_LABEL(names(above)) for above in islice(ancestors(block.element), 2))


def _is_value(block: Block) -> bool:
    """Tell whether a block is the value of a field, behind its label."""
    beside = (above.getprevious() for above in islice(ancestors(block.element), 2))
    return any(label is not None and boilerplate.FIELD_LABEL(names(label)) for label in beside)


def without_last_headings(blocks: list[Block], node: _Element, survey: Survey) -> list[Block]:
    """Cut headings that nothing stands behind but links elsewhere in the body ``node``: of other articles."""
    end = len(blocks)
    while end > 1 and _heads_links(blocks[end - 1], node, survey):
        end -= 1
    return blocks[:end]


def _heads_links(block: Block, node: _Element, survey: Survey) -> bool:
    if block.kind != "heading" or boilerplate.ends_sentence(block.text):
        return False
    return survey.links_between(survey.end(block.element), survey.end(node)) > 0


def _opens_rest(blocks: list[Block], place: int) -> bool:
    """Tell whether a box's heading, or a label behind cards, stands right below what signs the article.

    A digest has such lines below each of its pieces.
    """
    block = blocks[place]
    labels = block.apart and block.kind in ("text", "heading") and not boilerplate.ends_sentence(block.text)
    if not place or not (labels or boilerplate.opens_box(block.text)):
        return False
    return _is_signature(blocks[place - 1]) and not any(map(_is_signature, blocks[place:]))


def _is_signature(block: Block) -> bool:
    """Tell whether a line credits somebody, or is set as a signature and nothing but a name."""
    if block.kind == "picture":
        return False
    signs = (block.align == "right" or block.bold) and not block.text.isupper()
    return bool(read_line(block.text)) or (signs and bool(people(block.text)))


def _attached(blocks: list[Block]) -> list[Block]:
    """Return the blocks that offer files behind a label that says that they are attached, and what names them."""
    found: list[Block] = []
    row: list[Block] = []
    labelled = False
    for block in blocks:
        offers = offers_file(block)
        label = block.text[: max(block.text.find(block.links[0][1]), 0)] if offers else block.text
        if boilerplate.FILES_LABEL.match(label) or (offers and block.kind == "table"):
            labelled = bool(boilerplate.OFFERS.search(label))  # of a table, what its columns are called
        elif not offers and (block.kind == "heading" or block.linked):
            labelled = False
        row = [*row, block] if labelled else []
        if offers and labelled:
            found += row
            row = []
    return found


def parted(blocks: list[Block]) -> list[Block]:
    """Count prose below the body, and what stands above it there, as the body's: a short text in several cells.

    So too a picture straight below the body or that prose, with its caption.
    """
    prose = [place for place, block in enumerate(blocks) if block.part == "foot" and _is_prose(block)]
    ends = [place for place, block in enumerate(blocks) if block.part == "body"]
    last = max((*prose, *ends), default=-1)
    end = last + 1
    while end < len(blocks) and boilerplate.is_furniture(blocks[end].text):
        end += 1
    first = end
    while end < len(blocks) and (_is_picture(blocks[end]) or (end > first and _is_set_apart(blocks[end]))):
        end += 1
    start = last + 1
    if prose:  # what stands above the first prose is the head's still
        start = next((place for place, block in enumerate(blocks) if block.part == "body" or _is_prose(block)))
    for block in blocks[start:end]:
        block.part = "body"
    return blocks


def _is_prose(block: Block) -> bool:
    if len(block.text) <= 40 or block.linked or not boilerplate.ends_sentence(block.text):
        return False
    return not (boilerplate.is_furniture(block.text) or boilerplate.is_imprint(block.text))


def _is_picture(block: Block) -> bool:
    """Tell whether a block is a picture, and not that of a teaser: no link to another page stands beside it."""
    beside = block.element.getparent() if block.kind == "picture" else None
    return beside is not None and not leads_on(beside)


def _is_set_apart(block: Block) -> bool:
    """Tell whether the block is set as captions are, or goes anyway."""
    return block.caption or boilerplate.is_furniture(block.text)
