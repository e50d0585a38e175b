"""Pictures and their captions, found as pairs among neighbouring blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kkt_crawler.article import Image
from kkt_crawler.pages.captions import (
    Styles,
    caption_styles,
    enlarged,
    find_caption,
    is_all,
    is_called_credit,
    is_lead,
)
from kkt_crawler.pages.copies import alike, copies_behind, copy_above, joined
from kkt_crawler.pages.credits import read_line
from kkt_crawler.pages.document import common_ancestor, names, tidy
from kkt_crawler.pages.people import people
from kkt_crawler.pages.photo_credits import credit_in, ends_in_credit, is_credit_line, parted
from kkt_crawler.pages.pictures import article_pictures, says_same, spoken

if TYPE_CHECKING:
    from kkt_crawler.pages.blocks import Block

#: How a film's caption begins.
_FILM = re.compile(r"(?:video(?:\s*clip)?|clip)\s*:", re.I)
#: So many pictures without a credit of their own are one photographer's story.
_STORY = 3


@dataclass(slots=True)
class Figure:
    """A picture block with the address, alternative text and caption that belong to it."""

    block: Block
    image: Image


def find_figures(blocks: list[Block], *, base: str, title: str) -> tuple[list[Block], list[Figure]]:
    """Return the blocks without captions and decoration, and the figures in page order."""
    blocks, addresses = article_pictures(blocks, base)
    told: set[int] = set()
    figures: list[Figure] = []
    styles = caption_styles(blocks)
    for index, block in enumerate(blocks):
        if block.kind != "picture":
            continue
        alt = tidy(block.element.get("alt") or "")
        places, caption = _shown_caption(blocks, index, alt, title, styles)
        told.update(places)
        caption = caption or _spoken(blocks, block, alt, title)
        image = Image(url=addresses[id(block)], caption=caption, alt=alt, credit=credit_in(caption))
        figures.append(Figure(block, image))
    return [block for index, block in enumerate(blocks) if index not in told and not _is_left_over(block)], figures


def _shown_caption(blocks: list[Block], index: int, alt: str, title: str, styles: Styles) -> tuple[list[int], str]:
    """Return the places of all that is shown as the caption of the picture at ``index``, and what it says."""
    places = find_caption(blocks, index, alt, styles)
    if places and (is_lead(blocks, index, places, is_cover=says_same(alt, title)) or is_all(blocks, places)):
        places = []
    places += _credit_below(blocks, places)
    caption = joined([blocks[place].text for place in places])
    if copies := copies_behind(blocks, index, places, caption):
        credit = _credit_below(blocks, copies)
        last = blocks[copies[-1]]
        marked = any(blocks[place].caption for place in places) and not last.caption
        # The first copy is the picture's title, the last the caption proper: if neither the markup nor small
        # letters say otherwise.
        proper = caption if marked or not last.text[:1].isupper() else last.text
        caption = " ".join((proper, *(blocks[place].text for place in credit)))
        places = [*places, *copies, *credit]
    return [*places, *copy_above(blocks, index, caption or alt)], parted(caption)


def _is_left_over(block: Block) -> bool:
    """Tell whether a block is a film's caption, or one or a credit of decoration or of a script's picture."""
    if block.kind in ("picture", "embed", "table", "heading") or block.part == "foot":
        return False
    if block.caption or (_FILM.match(block.text) and _is_films(block)):
        # An element may be called the credit's that is the article's.
        return not (read_line(block.text) or (is_called_credit(block) and people(block.text)))
    figure = block.figure
    return figure is not None and figure.tag == "figure" and block.kind == "text"


def _is_films(block: Block) -> bool:
    """Tell whether a line that begins as a film's caption is set as captions are, or called a film's."""
    return block.italic or "video" in names(block.element)


def _credit_below(blocks: list[Block], taken: list[int]) -> list[int]:
    """Return the place of a photo credit that has the line below the caption."""
    place = taken[-1] + 1 if taken else len(blocks)
    if place >= len(blocks) or blocks[place].kind == "picture" or not is_credit_line(blocks[place].text):
        return []
    return [] if _signs_story(blocks, place) else [place]


def _signs_story(blocks: list[Block], place: int) -> bool:
    """Tell whether a photo credit is of all pictures: below the last of several, of which none has its own."""
    pictures = [block for block in blocks if block.kind == "picture"]
    above = common_ancestor(pictures[-1].element, blocks[place - 1].element)
    if len(pictures) < _STORY or above in blocks[place].element.iterancestors():
        return False
    return place == len(blocks) - 1 and not any(ends_in_credit(block.text) for block in blocks[:place])


def _spoken(blocks: list[Block], picture: Block, alt: str, title: str) -> str:
    """Return as caption what a script shows, or the alternative text.

    Neither if it is shown below another picture of the same figure.
    """
    shown = enlarged(picture.element)
    said = (shown and spoken(picture.element, shown, title)) or spoken(picture.element, alt, title)
    if said and picture.figure is not None:
        within = (block.text for block in blocks if block.figure is picture.figure and block.text)
        if any(alike(said, text) for text in within):
            return ""
    return said
