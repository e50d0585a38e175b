"""Other articles' cards among an article's blocks: a headline that links to one, its picture, teaser and date.

They are told by how they stand together, whatever their elements are called; so are boxes by their heading.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from kkt_crawler import urls
from kkt_crawler.pages.attachments import mentions_file
from kkt_crawler.pages.boilerplate import SENTENCE_END, is_furniture, opens_box
from kkt_crawler.pages.credits import people, read_line
from kkt_crawler.pages.document import ancestors, common_ancestor, shown_text
from kkt_crawler.pages.pointers import is_linked

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.blocks import Block

#: A shorter link is a tag's, a section's or a name's; a longer one in a heading or beside a picture is a headline.
_SHORTEST = 12
#: A longer one needs neither. The author's name and the section beside a headline are shorter.
_HEADLINE = 25
#: The longest teaser; a longer text is a paragraph that only begins with a link.
_TEASER = 420
#: The longest section or date before a headline, and the longest label over a list of cards.
_LABEL = 60
#: A box says no more: a poll and its answers, tags.
_BOX = 600
#: Author, section and date beside a headline; more is a teaser.
_BESIDE = 40
#: What cards are made of, if not of <div>.
_CARDS = frozenset(("article", "aside", "li"))


def without_cards(blocks: list[Block], body: _Element, base: str) -> list[Block]:
    """Return the blocks without other articles' cards, boxes, and the labels over lists of cards or links."""
    around = set(ancestors(body))
    limits = set(around)  # what cards stand in
    linked = [_leads_elsewhere(block) for block in blocks]
    found = [
        _card(block, limits, base) if is_link else _box(block, around) if opens_box(block.text) else None
        for block, is_link in zip(blocks, linked, strict=True)
    ]
    others = {element for card in found if card is not None for element in card.iter("*")}
    listed = [is_link or block.element in others for block, is_link in zip(blocks, linked, strict=True)]
    kept: list[Block] = []
    for place, block in enumerate(blocks):
        if block.element in others:
            if place + 1 < len(blocks):
                blocks[place + 1].apart = True
        elif not _is_over_list(place, blocks, listed, around):
            kept.append(block)
    return kept


def _leads_elsewhere(block: Block) -> bool:
    """Tell whether the block is a link, to no file, perhaps with a button beside it ("Đọc ngay")."""
    if not block.linked or any(mentions_file(href) for href, _ in block.links):
        return False
    headline = max((text for _, text in block.links), key=len)
    return is_linked(block) or is_furniture(block.text.replace(headline, "", 1))


def _box(label: Block, around: set[_Element]) -> _Element | None:
    """Return the smallest element that holds more than the heading of a box, None where that is no box."""
    for element in ancestors(label.element):
        said = shown_text(element)
        if element in around or len(said) > _BOX or not said.startswith(label.text):
            return None
        if len(said) > len(label.text):
            return element
    return None


def _card(block: Block, limits: set[_Element], base: str) -> _Element | None:
    """Return the largest element around a linked line that says no more than a card does, None if it is none.

    The element that says more is added to ``limits``, as it does so for the next card in it.
    """
    href, headline = max(block.links, key=lambda link: len(link[1]))
    target = urls.absolute(href, base)
    if len(headline) < _SHORTEST or not urls.same_host(target, base):
        return None
    if target.partition("#")[0] == base.partition("#")[0]:
        return None
    found = None
    for element in ancestors(block.element):
        if element in limits:
            break
        says_more = found is not None and _says_more(element, found, headline)
        if says_more or not _is_about_one(element, headline, target, base):
            limits.add(element)
            break
        found = element
        if element.tag in _CARDS:
            break
    if found is None:
        return None
    pictured = next(found.iter("img"), None) is not None
    alone = found is block.element
    if alone and (found.tag == "p" or not (pictured or len(found))):
        return None  # a teaser may follow it
    if block.kind == "heading" or pictured or found.tag in _CARDS:
        return found
    return found if alone and len(headline) > _HEADLINE else None


def _is_about_one(element: _Element, headline: str, target: str, base: str) -> bool:
    """Tell whether the element is about one article: no other headline, little before it, a teaser behind it."""
    for link in element.iter("a"):
        if len(shown_text(link)) > _HEADLINE and urls.absolute(link.get("href") or "", base) != target:
            return False
    before, _, behind = shown_text(element).partition(headline)
    return len(before) <= _LABEL and len(behind) <= _TEASER


def _says_more(element: _Element, card: _Element, headline: str) -> bool:
    """Tell whether the element says more than the card in it, a label before it, and a teaser and date behind."""
    before = map(shown_text, card.itersiblings(preceding=True))
    if any(len(text) > _LABEL or SENTENCE_END.search(text) for text in before):
        return True
    teased = len(shown_text(card)) - len(headline) > _BESIDE
    behind = (text for text in map(shown_text, card.itersiblings()) if len(text) > _HEADLINE)
    said = list(islice(behind, 3))  # there may be hundreds
    return len(said) > 2 or sum(len(text) > _LABEL for text in said) > (not teased)


def _is_label(block: Block) -> bool:
    """Tell whether the block can be the label over a list: short, no link, no sentence and no byline."""
    if not 0 < len(block.text) < _LABEL or block.linked or block.text[-1] in ".…":
        return False
    return not (read_line(block.text) or people(block.text))


def _is_over_list(place: int, blocks: list[Block], listed: list[bool], around: set[_Element]) -> bool:
    """Tell whether it is a label with a list of cards or links behind it, and nothing else in their element."""
    if place + 1 == len(blocks) or not listed[place + 1] or not _is_label(blocks[place]):
        return False
    box = common_ancestor(blocks[place].element, blocks[place + 1].element)
    if box in around:
        return blocks[place].part == "foot"
    within = (other for other, block in enumerate(blocks) if box in ancestors(block.element))
    return all(listed[other] or _is_label(blocks[other]) for other in within)
