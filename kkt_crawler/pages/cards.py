"""Other articles' cards among an article's blocks: a headline that links to them, its picture, teaser and date.

They are told by how they stand together, whatever their elements are called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kkt_crawler import urls
from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.attachments import mentions_file
from kkt_crawler.pages.document import ancestors, common_ancestor, shown_text
from kkt_crawler.pages.pointers import is_linked

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.blocks import Block

#: A shorter link is a tag's, a section's or a name's, a longer one beside a picture or in a heading a headline.
_SHORTEST = 12
#: Any link of so many letters on a line of its own is another article's headline.
_HEADLINE = 25
#: The longest teaser; a longer text is a paragraph that only begins with a link.
_TEASER = 420
#: A number, a section or a date before the headline, and the label over a list of cards.
_LABEL = 60
#: What cards are made of, if not of <div>.
_CARDS = frozenset(("article", "aside", "li"))


def without_cards(blocks: list[Block], body: _Element, base: str) -> list[Block]:
    """Return the blocks without other articles' cards and without the labels over nothing but cards."""
    if not any(block.linked for block in blocks):
        return blocks
    around = set(ancestors(body))
    cards: set[_Element] = set()
    for block in blocks:
        if block.linked and is_linked(block) and (card := _card(block, around, base)) is not None:
            cards.add(card)
    if not cards:
        return blocks
    gone = [not cards.isdisjoint(ancestors(block.element)) for block in blocks]
    kept = []
    for place, block in enumerate(blocks):
        labels = _is_label(block) and place + 1 < len(blocks) and gone[place + 1]
        if gone[place] or (labels and _holds_only_cards(block, blocks[place + 1], around, blocks, gone)):
            continue
        kept.append(block)
    return kept


def _card(block: Block, around: set[_Element], base: str) -> _Element | None:
    """Return the largest element around a linked line that says no more than a card does; None where it is none."""
    href, text = max(block.links, key=lambda link: len(link[1]))
    target = urls.absolute(href, base)
    if len(text) < _SHORTEST or mentions_file(href) or not urls.same_host(target, base):
        return None
    if target.partition("#")[0] == base.partition("#")[0]:
        return None
    found = None
    for element in ancestors(block.element):
        if element in around or not _is_one_card(element, text, target, base):
            break
        found = element
    if found is None:
        return None
    alone = len(shown_text(found)) - len(text) < _LABEL
    headed = block.kind == "heading" or next(found.iter("img"), None) is not None
    led = (found is block.element and found.tag != "p") or found.tag in _CARDS
    return found if (headed or (len(text) > _HEADLINE and (alone or led))) else None


def _is_one_card(element: _Element, headline: str, target: str, base: str) -> bool:
    """Tell whether the element is about one other article: no other headline, little before it, a teaser behind."""
    said = shown_text(element)
    before, _, behind = said.partition(headline)
    if len(before) > _LABEL or len(behind) > _TEASER:
        return False
    return all(
        urls.absolute(link.get("href") or "", base) == target
        for link in element.iter("a")
        if len(shown_text(link)) >= _SHORTEST
    )


def _is_label(block: Block) -> bool:
    return bool(block.text) and len(block.text) < _LABEL and not boilerplate.SENTENCE_END.search(block.text)


def _holds_only_cards(
    label: Block, card: Block, around: set[_Element], blocks: list[Block], gone: list[bool]
) -> bool:
    """Tell whether the smallest element with the label and the card behind it holds cards and labels alone."""
    box = common_ancestor(label.element, card.element)
    if box in around:
        return label.part == "foot"
    return all(
        gone[place] or _is_label(block)
        for place, block in enumerate(blocks)
        if box in ancestors(block.element)
    )
