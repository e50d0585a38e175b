"""Captions: which of the blocks around a picture say what it shows."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.blocks import PARAGRAPH, Block
from kkt_crawler.pages.copies import alike
from kkt_crawler.pages.credits import read_line
from kkt_crawler.pages.document import (
    ancestors,
    common_ancestor,
    holds_picture,
    is_inline,
    names,
    tag_of,
    tidy,
    words,
)
from kkt_crawler.pages.pairs import (
    LABEL,
    QUOTES,
    Above,
    above_all,
    are_named_alike,
    are_pairs,
    find_above,
    has_own_look,
    is_own_form,
    is_set_apart,
    looks_of_text,
    share_holder,
)
from kkt_crawler.pages.people import people
from kkt_crawler.pages.photo_credits import ends_in_credit, is_credit_line
from kkt_crawler.pages.tables import SENTENCES

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable

    from lxml.etree import _Element

#: The longest caption seen on the papers is about 300 characters; a longer text under a picture is a paragraph.
LONGEST = 420
#: A heading of this level straight under a picture is set so for its small print: it heads no part of the text.
_SMALLEST = 6
#: What names a line as the heading of a part.
_SUBHEADING = words("sub~?(?:title|head(?:ing|line)?)", "tieu~de~(?:phu|nho)", "tit~phu")
#: What names a credit as a picture's.
_PICTURES = words("(?:[a-z]+[-_])*(?:caption|photo|img|image|pic|picture|media)[a-z]*(?:[-_][a-z]+)*")
#: Where Fancybox, Lightbox and LightGallery look for a picture's caption.
_ENLARGED = ("data-caption", "data-title", "data-sub-html")
#: It may be HTML, or a selector of the element that says it.
_MARKUP, _ELSEWHERE = re.compile(r"<[^>]*>"), ("#", ".")


class Styles(NamedTuple):
    """How an article's captions are set.

    ``centred``: whether centred text under a picture is one: text that is bold, and text that is not. ``above``:
    what all pictures have above them. ``headings``: whether bold lines in italics head the article's parts.
    ``looks``: how many texts are set in which size and colour, lines below pictures aside.
    """

    centred: set[bool]
    headings: bool
    above: Above
    looks: Counter[str]


def caption_styles(blocks: list[Block]) -> Styles:
    """Return how the captions of the pictures among ``blocks`` are set."""
    return Styles(_centred_captions(blocks), _heads_in_italics(blocks), above_all(blocks), looks_of_text(blocks))


def _heads_in_italics(blocks: list[Block]) -> bool:
    """Tell whether a line of the text that is bold and in italics, and not below a picture, is no sentence."""
    lines = (block for above, block in pairwise(blocks) if above.kind == "text" and block.kind == "text")
    return any(line.bold and line.italic and not boilerplate.ends_sentence(line.text) for line in lines)


def _centred_captions(blocks: list[Block]) -> set[bool]:
    """Return whether centred text under a picture is its caption: text that is bold, and text that is not.

    Neither is where most of the text is centred, pictures' next two neighbours aside: a caption and its copy. Bold
    text is not where it heads parts of the article, where other captions are not bold, or before all text: a lead.
    """
    pictures = [place for place, block in enumerate(blocks) if block.kind == "picture"]
    pictured = {place + step for place in pictures for step in (1, 2)}
    text = [block for place, block in enumerate(blocks) if block.kind == "text" and place not in pictured]
    centred = [block for block in text if block.align == "center"]
    if len(centred) > 0.5 * len(text):
        return set()
    below = [blocks[place + 1] for place in pictures if place + 1 < len(blocks)]
    others = any(block.caption or block.italic or (block.align == "center" and not block.bold) for block in below)
    if others or any(block.bold for block in centred) or pictures[:1] == [0]:
        return {False}
    return {False, True}


def find_caption(blocks: list[Block], index: int, alt: str, styles: Styles) -> list[int]:
    """Return the places of the blocks that are the caption of the picture at ``index``.

    ``alt`` is what it says where it cannot be shown, ``styles`` what :func:`caption_styles` found.
    """
    picture = blocks[index]
    if picture.figure is None:
        if above := find_above(blocks, index, alt, styles.above):
            return above
    elif (inside := _in_figure(blocks, index)) is not None:
        return inside
    below = index + 1
    if below == len(blocks) or _is_of_another(blocks[below], picture):
        return []
    if picture.part == "above" and blocks[below].part != "above":
        return []  # the title stands between
    if named := _named_below(blocks, index):
        return [] if len(named) == 1 and _is_signature(blocks, below) else named
    return [below] if _is_caption(blocks, index, alt, styles) else []


def _is_of_another(block: Block, picture: Block) -> bool:
    """Tell whether a block stands in another figure than a picture, and that is not around the picture's."""
    if block.figure is None or block.figure is picture.figure:
        return False
    return not (block.caption and picture.figure is not None and block.figure in picture.figure.iterancestors())


def _named_below(blocks: list[Block], index: int) -> list[int]:
    """Return the places of what is named as the caption of the picture at ``index``, below it.

    All stands where the picture and the first do: "photo-text" behind that is a paragraph.
    """
    if not _is_named(blocks[index + 1]):
        return []
    holder = common_ancestor(blocks[index].element, blocks[index + 1].element)
    return _run(blocks, index + 1, lambda block: _is_named(block) and holder in ancestors(block.element))


def _is_named(block: Block) -> bool:
    return block.caption and block.part != "foot"


def _in_figure(blocks: list[Block], index: int) -> list[int] | None:
    """Return the caption that the picture's own figure holds; None where what stands below that may be it."""
    figure = blocks[index].figure
    if (below := _in_row(blocks, blocks[index])) is not None:
        return below
    if inside := _run(blocks, index + 1, lambda block: block.figure is figure and not _signs(block)):
        return [place for place in inside if blocks[place].caption] or inside
    pictures = [place for place, block in enumerate(blocks) if block.kind == "picture" and block.figure is figure]
    if index + 1 in pictures:
        return []
    above = blocks[index - 1] if index else None
    if above is None or above.figure is not figure or above.kind == "picture" or len(above.text) >= LONGEST:
        return None
    return [index - 1] if len(pictures) == 1 else None


def _is_caption(blocks: list[Block], index: int, alt: str, styles: Styles) -> bool:
    """Tell whether the text below a picture is its caption by its words, its form or where it stands."""
    picture, text = blocks[index], blocks[index + 1]
    if text.apart:
        return False
    if text.kind == "heading" and text.level == _SMALLEST and len(text.text) <= LONGEST:
        smallest = [
            place for place, block in enumerate(blocks) if block.level == _SMALLEST and not block.continues
        ]
        return all(place and blocks[place - 1].kind == "picture" for place in smallest)
    if text.kind not in ("text", "quote", "item") or len(text.text) > LONGEST:
        return False
    if text.text[0] == "#" or (text.kind == "quote" and text.text[0] in QUOTES):
        return False  # tags, or set apart
    if text.links and text.linked > 0.5 * len(text.text):
        return False
    said = (alt, tidy(picture.element.get("title") or ""), enlarged(picture.element))
    if any(alike(text.text, words) for words in said) or is_credit_line(text.text):
        return True
    if read_line(text.text):
        return False
    if ends_in_credit(text.text):
        return True
    later = blocks[index + 2 :]
    if people(text.text) and not any(block.text and block.part == "body" for block in later):
        return False  # a name under the last picture is the author's
    if text.text.endswith("?") or (text.element.tag == "p" and _SUBHEADING(names(text.element))):
        return False  # an interview's
    if all(block.continues for block in later[:2]) and len(later) > 1:
        return False  # verse
    if text.bold and (ends_in_credit(alt) or (text.italic and styles.headings)):
        return False  # a subheading: the picture's own words are there, or there are others like it
    if text.align != "right" and (text.italic or (text.align == "center" and text.bold in styles.centred)):
        return True
    if text.bold:
        return False
    if has_own_look(blocks, index, styles.looks):
        return True
    paired = share_holder(picture, text) or are_pairs(blocks, index) or are_named_alike(blocks, index)
    own = is_own_form(blocks, index)
    return own if paired and _is_paragraph(text.text) else paired or (own and is_set_apart(blocks, index))


def _in_row(blocks: list[Block], picture: Block) -> list[int] | None:
    """Return the caption of a picture that shares its table row with others; None where it does not.

    The cell below it, in its own column; one cell below them all belongs to the last.
    """
    cell = next((above for above in picture.element.iterancestors() if above.tag in ("td", "th")), None)
    row = cell.getparent() if cell is not None else None
    if cell is None or row is None:
        return None
    cells = [child for child in row if child.tag in ("td", "th")]
    if sum(map(holds_picture, cells)) < 2 or any(map(_is_column, cells)):
        return None
    own = [place for place, block in enumerate(blocks) if block.text and cell in block.element.iterancestors()]
    own += [place for place, block in enumerate(blocks) if block.text and block.element is cell]
    if own:
        before = blocks.index(picture)
        # Prose before the picture: the cell is a column of the page.
        return sorted(own) if all(place > before or len(blocks[place].text) < LABEL for place in own) else None
    following = row.getnext()
    if following is None or holds_picture(following):
        return []
    under = [child for child in following if child.tag in ("td", "th")]
    column = cells.index(cell)
    if len(under) == len(cells):
        wanted = under[column]
    elif column == len(cells) - 1 and under:
        wanted = under[-1]
    else:
        return []
    return [
        place
        for place, block in enumerate(blocks)
        if block.text and (block.element is wanted or wanted in block.element.iterancestors())
    ]


def _is_column(cell: _Element) -> bool:
    """Tell whether a cell is a column of the page: it says more than a caption does."""
    return len("".join(cell.itertext())) > LONGEST


def _run(blocks: list[Block], start: int, wanted: Callable[[Block], bool]) -> list[int]:
    """Return the places from ``start`` on of text blocks that are ``wanted``, up to the first that is not."""
    places = []
    for place in range(start, len(blocks)):
        block = blocks[place]
        if block.kind == "picture" or not wanted(block) or len(block.text) > 2 * LONGEST:
            break
        places.append(place)
    return places


def _signs(block: Block) -> bool:
    """Tell whether the line names the article's authors, not the picture's."""
    found = read_line(block.text).authors or (block.align == "right" and people(block.text))
    return bool(found) and not is_credit_line(block.text)


def _is_signature(blocks: list[Block], place: int) -> bool:
    """Tell whether a line called a credit ends the text, and says who made the article."""
    line = blocks[place]
    if line.figure is not None or any(block.text and block.part == "body" for block in blocks[place + 1 :]):
        return False
    return is_called_credit(line) and bool(read_line(line.text) or people(line.text))


def is_called_credit(line: Block) -> bool:
    """Tell whether an element is called a credit, and neither so nor by what it says a picture's."""
    label = next(filter(None, map(names, ancestors(line.element))), "")
    return ("credit" in label or "copyright" in label) and not _PICTURES(label) and not is_credit_line(line.text)


def enlarged(picture: _Element) -> str:
    """Return what a picture, or a link around it, gives to be shown below it where a script enlarges it."""
    for element in ancestors(picture):
        if said := next(filter(None, map(element.get, _ENLARGED)), ""):
            return "" if said.startswith(_ELSEWHERE) else tidy(_MARKUP.sub(" ", said))
        if element.tag == "a" or not is_inline(tag_of(element)):
            break
    return ""


def is_all(blocks: list[Block], taken: list[int]) -> bool:
    """Tell whether what was taken for a caption, though not set as one, is all that the article says."""
    if any(blocks[place].caption or blocks[place].italic or blocks[place].align == "center" for place in taken):
        return False
    others = (block for place, block in enumerate(blocks) if place not in taken and block.kind != "heading")
    return boilerplate.ends_sentence(blocks[taken[-1]].text) and not any(
        len(other.text) > LABEL for other in others
    )


def is_lead(blocks: list[Block], index: int, taken: list[int], *, is_cover: bool) -> bool:
    """Tell whether what was taken for a caption, as it is in italics, opens the text below the article's cover.

    The template sets the picture outside of the text, or with the title for its alternative text; or the text is
    longer than a caption.
    """
    first = blocks[taken[0]]
    if first.caption or first.figure is not None or first.align == "center":
        return False
    if blocks[index].part == "head" and first.part == "body":
        return True
    if any(block.text for block in blocks[: taken[0]]) or not boilerplate.ends_sentence(first.text):
        return False
    return is_cover or (_is_paragraph(first.text) and not ends_in_credit(first.text))


def _is_paragraph(text: str) -> bool:
    return len(text) > PARAGRAPH and SENTENCES.search(text) is not None
