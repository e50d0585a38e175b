"""Copies of one caption, below its picture or inside it."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from kkt_crawler.pages.document import ancestors, common_ancestor, says_more_than
from kkt_crawler.pages.photo_credits import ends_in_credit, without_credit
from kkt_crawler.text import fold

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.blocks import Block

#: Below this similarity two copies of a caption are two texts.
_ALIKE = 0.9
#: Copies differ by no more letters.
_FEW = 8
#: What is not read aloud is so deep around a sentence of it.
_DEEP = 3


def alike(one: str, other: str) -> bool:
    """Tell whether two texts are copies of one caption: the same words, give or take a letter or a comma.

    One of them may have the credit, too.
    """
    one, other = without_credit(one) or one, without_credit(other) or other
    if not _are_alike_long(one, other):
        return False
    one, other = fold(one), fold(other)
    if not other:
        return False
    if one == other:
        return True
    if abs(len(one) - len(other)) > 0.15 * max(len(one), len(other)):
        return False
    shared = (Counter(one) & Counter(other)).total()  # a bound on the ratio, at a tenth of its cost
    if 2 * shared < _ALIKE * (len(one) + len(other)):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _are_alike_long(one: str, other: str) -> bool:
    """Tell whether two texts can be copies: told at a glance, for most texts beside a picture are paragraphs."""
    return abs(len(one) - len(other)) <= 0.2 * max(len(one), len(other)) + _FEW


def joined(texts: list[str]) -> str:
    """Return the lines of a caption as one, copies once: that with the credit."""
    kept: list[str] = []
    for text in map(_halved, texts):
        copy = next((place for place, other in enumerate(kept) if alike(text, other)), None)
        if copy is None:
            kept.append(text)
        elif ends_in_credit(text) and not ends_in_credit(kept[copy]):
            kept[copy] = text
    return " ".join(kept)


def _halved(text: str) -> str:
    """Return half of a text that says the same twice with no blank between, as two elements in one line do."""
    half = text[: len(text) // 2]
    return half if half + half == text else text


def without_pulled(blocks: list[Block]) -> list[Block]:
    """Return the blocks without those that set a sentence of another apart, and are not read aloud."""
    pulled = [block for block in blocks if block.text and _is_unread(block.element)]
    if not pulled:
        return blocks
    said = [fold(block.text) for block in blocks if block not in pulled]
    gone = [block for block in pulled if any(fold(block.text) in text for text in said)]
    return [block for block in blocks if block not in gone]


def _is_unread(element: _Element) -> bool:
    return any(above.get("aria-hidden") == "true" for above in ancestors(element)[:_DEEP])


def copies_behind(blocks: list[Block], index: int, taken: list[int], caption: str) -> list[int]:
    """Return the places of further copies of the caption straight behind it."""
    place = (taken[-1] if taken else index) + 1
    copies = []
    while caption and place < len(blocks) and _copies_caption(blocks[place], caption, blocks[index]):
        copies.append(place)
        place += 1
    return copies


def copy_above(blocks: list[Block], index: int, caption: str) -> list[int]:
    """Return the place of a copy above the picture at ``index``: nothing else stands in one element with both."""
    above = blocks[index - 1] if index else None
    if above is None or above.kind != "text" or not caption or not alike(above.text, caption):
        return []
    holder = common_ancestor(above.element, blocks[index].element)
    return [] if says_more_than(holder, len(above.text) + len(caption) + _FEW) else [index - 1]


def _copies_caption(block: Block, caption: str, picture: Block) -> bool:
    """Tell whether a block has the caption's words; if it looks like a caption, nearly the same will do."""
    if block.kind not in ("text", "quote", "item"):
        return False
    if not _are_alike_long(without_credit(block.text), without_credit(caption)):
        return False
    if fold(without_credit(block.text)) == fold(without_credit(caption)):
        return True
    within = picture.figure is not None and block.figure is picture.figure
    return (within or block.caption or block.italic or block.align == "center") and alike(block.text, caption)
