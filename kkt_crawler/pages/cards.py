"""Other articles' cards among an article's blocks: a headline that links to one, its picture, teaser and date.

They are told by how they stand together, whatever their elements are called; so are boxes by their heading.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

from kkt_crawler import urls
from kkt_crawler.pages.attachments import offers_file
from kkt_crawler.pages.boilerplate import (
    AUTHOR_PAGE,
    POINTER,
    ends_sentence,
    is_by_machine,
    is_furniture,
    opens_box,
    opens_insert,
    opens_summary,
)
from kkt_crawler.pages.credits import read_line
from kkt_crawler.pages.document import ancestors, tag_of
from kkt_crawler.pages.people import people
from kkt_crawler.pages.pointers import is_linked
from kkt_crawler.pages.refusals import names_box

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.blocks import Block

#: A shorter link is a tag's, a section's or a name's; a longer one in a heading or beside a picture is a headline.
_SHORTEST = 12
#: A longer one needs neither. The author's name and the section beside a headline are shorter.
_HEADLINE = 25
#: The longest teaser; a longer text is a paragraph that only begins with a link.
_TEASER = 420
#: The longest label over a list of cards; what is longer behind a headline is a teaser.
_LABEL = 60
#: A box says no more: a poll and its answers, tags.
_BOX = 600
#: Author, section and date beside a headline; more behind it is a teaser.
_BESIDE = 40
#: What editors set before a link to another article between paragraphs, where a template would have a list's sign.
_SIGNS = (">>", "»", "►", "▶", "=>", "→")
#: What cards are made of, if not of <div>.
_CARDS = frozenset(("article", "aside", "li"))


def without_cards(blocks: list[Block], body: _Element, base: str) -> list[Block]:
    """Return the blocks without other articles' cards, boxes, and the labels over lists of cards or links."""
    above = (None, *blocks)
    linked = [_leads_elsewhere(block) or _teases(block, above[place]) for place, block in enumerate(blocks)]
    boxes = [opens_box(block.text) or opens_insert(block.text) for block in blocks]
    summaries = [opens_summary(block.text) for block in blocks]
    headings = [block.kind == "heading" or names_box(block.text) for block in blocks]
    if not any(map(any, (linked, boxes, summaries, headings))):
        return blocks
    spans = _Spans(blocks, body)
    gone: set[int] = set()
    for place in range(len(blocks)):
        if linked[place]:
            gone.update(spans.card(place, base))
        elif boxes[place] or summaries[place]:
            box = spans.box(place)
            if boxes[place] or _is_summary([blocks[other] for other in box]):
                gone.update(box)
        elif headings[place]:
            box = spans.box(place)
            if box and _heads_widget(blocks[place].text, [blocks[other].text for other in box[1:]]):
                gone.update(box)
    for place in range(len(blocks)):
        if linked[place] and place not in gone:
            gone.update(spans.another(place))
    listed = [is_link or place in gone for place, is_link in enumerate(linked)]
    kept: list[Block] = []
    for place, block in enumerate(blocks):
        if place in gone:
            if place + 1 < len(blocks):
                blocks[place + 1].apart = True
        elif not spans.is_over_list(place, listed, gone):
            kept.append(block)
    return kept


def _leads_elsewhere(block: Block) -> bool:
    """Tell whether the block is a link, to no file, perhaps with a button beside it ("Đọc ngay")."""
    if not block.linked or offers_file(block):
        return False
    headline = max((text for _, text in block.links), key=len)
    return is_linked(block) or is_furniture(block.text.replace(headline, "", 1))


def _teases(block: Block, above: Block | None) -> bool:
    """Tell whether a block begins with the link that the picture above it has: a headline, and a teaser."""
    if not block.linked or above is None or above.kind != "picture" or offers_file(block):
        return False
    href, headline = block.links[0]
    return any(href == other for other, _ in above.links) and block.text.startswith(headline)


def _is_label(block: Block) -> bool:
    """Tell whether the block can be the label over a list: short, no link, no sentence and no byline."""
    if not 0 < len(block.text) < _LABEL or block.linked or block.text[-1] in ".…":
        return False
    return not (read_line(block.text) or people(block.text))


def _is_summary(box: list[Block]) -> bool:
    """Tell whether a box, below its heading, says in points what the text does, or is opened by a click.

    What stands below it as a paragraph may be the article's lead.
    """
    if not box or any(is_by_machine(block.text) for block in box):
        return bool(box)
    if box[0].element.tag == "summary":
        return True
    return all(block.kind == "item" for block in box[1:])


def _heads_widget(heading: str, below: list[str]) -> bool:
    """Tell whether nothing but buttons stands below a heading, or what "Thời tiết" is where."""
    return all(map(is_furniture, below)) or (names_box(heading) and not any(map(ends_sentence, below)))


def _row(element: _Element) -> tuple[_Element | None, str, str]:
    """Return what elements have in common that stand in one list."""
    return element.getparent(), tag_of(element), element.get("class") or ""


class _Spans:
    """Which run of blocks stands in each element between a block and the body."""

    def __init__(self, blocks: list[Block], body: _Element) -> None:
        self._blocks = blocks
        self._lengths = [len(block.text) for block in blocks]
        self._pictured = list(accumulate((block.kind == "picture" for block in blocks), initial=0))
        around = set(ancestors(body))
        self._limits = around.copy()  # elements that hold more than one card
        self._begin: dict[_Element, int] = {}
        self._end: dict[_Element, int] = {}
        self._rows: set[tuple[_Element | None, str, str]] = set()  # what cards that were found stand in
        for place, block in enumerate(blocks):
            element: _Element | None = block.element
            while element is not None and element not in around:
                self._begin.setdefault(element, place)
                self._end[element] = place + 1
                element = element.getparent()

    def _of(self, element: _Element) -> range | None:
        """Return the run of blocks in an element, None for one that is around the body."""
        begin = self._begin.get(element)
        return range(begin, self._end[element]) if begin is not None else None

    def card(self, place: int, base: str) -> range:
        """Return the run of the largest element around the linked line that says no more than a card does."""
        block = self._blocks[place]
        href, headline = max(block.links, key=lambda link: len(link[1]))
        target = urls.absolute(href, base)
        if len(headline) < _SHORTEST or AUTHOR_PAGE.search(href) or not urls.same_host(target, base):
            return range(0)
        if POINTER.match(block.text) or block.text.startswith(_SIGNS):
            return range(0)  # "Xem thêm: …" between paragraphs
        if target.partition("#")[0] == base.partition("#")[0]:
            return range(0)
        length = min(len(headline), len(block.text))  # a link around the whole card says its teaser, too
        found, holder = range(place, place + 1), None
        for element in ancestors(block.element):
            if element in self._limits:
                break
            span = range(self._begin[element], self._end[element])
            if self._says_more(span, found, length) or self._leads_on(span, target, base):
                self._limits.add(element)  # it does so for the next card in it, too
                break
            found, holder = span, element
            if element.tag in _CARDS:
                break
        if holder is None or len(found) == 1 or holder.tag == "p":
            return range(0)  # a link alone: a teaser may follow it
        if block.kind == "heading" or self._pictures(found) or holder.tag in _CARDS:
            if holder.tag in _CARDS or holder.get("class"):
                self._rows.add(_row(holder))
            return found
        return found if holder is block.element and len(headline) > _HEADLINE else range(0)

    def another(self, place: int) -> range:
        """Return the run of an element around the linked line like one beside it that holds a card.

        So it holds one, too, though its teaser may be longer.
        """
        for element in ancestors(self._blocks[place].element):
            span = self._of(element)
            if span is None:
                break
            if _row(element) in self._rows:
                return span if self._said(span) <= 2 * _TEASER else range(0)
        return range(0)

    def _says_more(self, span: range, card: range, headline: int) -> bool:
        """Tell whether a run says more than the card in it, a label before it, and a teaser and date behind.

        Beside a card that has its picture, another one is the article's.
        """
        if 0 < self._pictures(card) < self._pictures(span):
            return True
        before = range(span.start, card.start)
        if before and (
            self._said(before) > _BESIDE or any(ends_sentence(self._blocks[place].text) for place in before)
        ):
            return True
        behind = self._lengths[card.stop : span.stop]
        if not behind:
            return False
        teased = self._said(card) - headline > _BESIDE
        if sum(length > _HEADLINE for length in behind) > 2 or sum(behind) > _TEASER:
            return True
        return sum(length > _LABEL for length in behind) > (not teased)

    def _said(self, span: range) -> int:
        return sum(self._lengths[span.start : span.stop])

    def _pictures(self, span: range) -> int:
        return self._pictured[span.stop] - self._pictured[span.start]

    def _leads_on(self, span: range, target: str, base: str) -> bool:
        """Tell whether another headline links elsewhere."""
        links = (link for block in self._blocks[span.start : span.stop] for link in block.links)
        return any(len(text) > _HEADLINE and urls.absolute(href, base) != target for href, text in links)

    def box(self, place: int) -> range:
        """Return the run of the smallest element that holds more than the heading of a box, if it is a box."""
        for element in ancestors(self._blocks[place].element):
            span = self._of(element)
            if span is None or span.start != place:
                break
            if len(span) > 1:
                return span if self._said(span) <= _BOX else range(0)
        return range(0)

    def is_over_list(self, place: int, listed: list[bool], gone: set[int]) -> bool:
        """Tell whether it is a label over a list of cards or links, and nothing else stands in their element.

        Where that is the body, a box's heading over a card is one; another may head a part of the text.
        """
        if place + 1 == len(listed) or not listed[place + 1] or not _is_label(self._blocks[place]):
            return False
        for element in ancestors(self._blocks[place].element):
            span = self._of(element)
            if span is None:
                break
            if place + 1 in span:
                return all(listed[other] or _is_label(self._blocks[other]) for other in span)
        block = self._blocks[place]
        return block.part == "foot" or (block.part == "body" and place + 1 in gone and opens_box(block.text))
