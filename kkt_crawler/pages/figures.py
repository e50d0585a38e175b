"""Pictures and their captions, found as pairs among neighbouring blocks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from kkt_crawler.article import Image
from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.blocks import PARAGRAPH, Block
from kkt_crawler.pages.credits import read_line
from kkt_crawler.pages.document import (
    ancestors,
    common_ancestor,
    is_inline,
    names,
    says_more_than,
    shown_text,
    tag_of,
    tidy,
)
from kkt_crawler.pages.people import people, persons
from kkt_crawler.pages.pictures import article_pictures, says_same, spoken
from kkt_crawler.pages.tables import SENTENCES
from kkt_crawler.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

_CREDIT = re.compile(
    r"(?:^|[\s.;(|,/–-])(?:Ảnh|Nguồn\s+ảnh|Hình|ẢNH|Photos?|PHOTO|Fotos?|FOTO|Image|IMAGE|Picture|Bild"
    r"|Crédit|Credit|Copyright)(?:\s+(?:by|credit|minh\s+họa|tư\s+liệu))?\s*[:©]\s*"
    r"(?P<name>[^()\n]{2,60}?(?:\s*\([^():\n]{2,30}\))?)\s*[).]*\s*$"
)
#: The same without a colon, behind the caption's sentence: "… chuyển tàu. Ảnh Mai Lan".
_CREDIT_BEHIND = re.compile(r"[.!?…]\s+(?:Ảnh|ẢNH)\s+(?P<name>[A-ZĐ][^():.]{1,40})\.?$")
#: Between a caption and its credit, where the template sets them in two elements.
_GLUED = re.compile(r"(?<=[^\s(])(?=Ảnh\s*:)")
_CREDIT_ALONE = re.compile(r"^[(\s]*(?:Ảnh|Hình|ẢNH)\s+(?P<name>[A-ZĐ][^():]{1,40})[).\s]*$")
#: How a film's caption begins.
_FILM = re.compile(r"(?:video(?:\s*clip)?|clip)\s*:", re.I)
#: The longest caption seen on the papers is about 300 characters; a longer text under a picture is a paragraph.
_LONGEST = 420
#: A text before a picture that is no longer is its number or heading.
_LABEL = 40
#: A heading of this level straight under a picture is set so for its small print: it heads no part of the text.
_SMALLEST = 6
#: So many pictures without a credit of their own are one photographer's story.
_STORY = 3
#: What opens words that someone said.
_QUOTES = '“"«„‘'
#: Below this similarity two copies of a caption are two texts.
_ALIKE = 0.9


#: Where Fancybox, Lightbox and LightGallery look for a picture's caption.
_ENLARGED = ("data-caption", "data-title", "data-sub-html")


@dataclass(slots=True)
class Figure:
    """A picture block with the address, alternative text and caption that belong to it."""

    block: Block
    image: Image


def alike(one: str, other: str) -> bool:
    """Tell whether two texts are copies of one caption: the same words, give or take a letter or a comma."""
    if not _alike_long(one, other):
        return False
    one, other = fold(one), fold(other)
    if not one or not other:
        return False
    if one == other or one.replace(" ", "") == other.replace(" ", ""):
        return True
    if abs(len(one) - len(other)) > 0.15 * max(len(one), len(other)):
        return False
    shared = (Counter(one) & Counter(other)).total()  # a bound on the ratio, at a tenth of its cost
    if 2 * shared < _ALIKE * (len(one) + len(other)):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE


def _alike_long(one: str, other: str) -> bool:
    """Tell whether two texts can be copies: told at a glance, for most texts beside a picture are paragraphs."""
    return abs(len(one) - len(other)) <= 0.2 * max(len(one), len(other)) + 8


def find_figures(blocks: list[Block], *, base: str, title: str) -> tuple[list[Block], list[Figure]]:
    """Return the blocks without captions and decoration, and the figures in page order."""
    blocks, addresses = article_pictures(blocks, base)
    dropped: set[int] = set()
    figures: list[Figure] = []
    styles = _caption_styles(blocks)
    for index, block in enumerate(blocks):
        if block.kind != "picture":
            continue
        alt = tidy(block.element.get("alt") or "")
        taken = _caption(blocks, index, alt, styles)
        if taken and _is_lead(blocks, index, taken, is_cover=says_same(alt, title)):
            taken = []
        if taken and _is_all(blocks, taken):
            taken = []
        taken += _credit_below(blocks, taken)
        caption = _joined([blocks[place].text for place in taken])
        dropped.update(taken)
        if copies := _copies(blocks, index, taken, caption):
            credit = _credit_below(blocks, copies)
            dropped.update(copies, credit)
            # The first copy is the picture's title, the last the caption proper, if not in small letters.
            proper = max(
                (caption, blocks[copies[-1]].text), key=lambda text: (text[:1].isupper(), text != caption)
            )
            caption = " ".join((proper, *(blocks[place].text for place in credit)))
        caption = _GLUED.sub(" ", caption)
        caption = caption or _spoken(blocks, block, alt, title)
        figures.append(
            Figure(block, Image(url=addresses[id(block)], caption=caption, alt=alt, credit=_credit(caption)))
        )
    return [
        block for index, block in enumerate(blocks) if index not in dropped and not _is_left_over(block)
    ], figures


def _caption_styles(blocks: list[Block]) -> set[bool]:
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


def _is_left_over(block: Block) -> bool:
    """Tell whether a block is a film's caption, or one or a credit of decoration or of a script's picture."""
    if block.kind in ("picture", "embed", "table", "heading") or block.part == "foot":
        return False
    if block.caption or (_FILM.match(block.text) and _is_films(block)):
        return not read_line(block.text)  # an element may be called the credit's that is the article's
    figure = block.figure
    return figure is not None and figure.tag == "figure" and block.kind == "text" and _pictured(figure)


def _is_films(block: Block) -> bool:
    """Tell whether a line that begins as a film's caption is set as captions are, or called a film's."""
    return block.italic or block.align == "center" or "video" in names(block.element)


def _pictured(figure: _Element) -> bool:
    return next(figure.iter("img", "picture", "amp-img", "video", "svg"), None) is not None


def _joined(texts: list[str]) -> str:
    """Return the lines of a caption as one, copies once."""
    kept: list[str] = []
    for text in texts:
        if not any(alike(text, other) for other in kept):
            kept.append(text)
    return " ".join(kept)


def _caption(blocks: list[Block], index: int, alt: str, styles: set[bool]) -> list[int]:
    """Return the places of the blocks that are the caption of the picture at ``index``."""
    picture = blocks[index]
    said = [alt, tidy(picture.element.get("title") or ""), _enlarged(picture.element)]
    if picture.figure is None and _is_captioned_above(blocks, index):
        return [index - 1]
    if picture.figure is not None:
        below = _below(blocks, picture)
        if below is not None:
            return below
        inside = _run(blocks, index + 1, lambda block: block.figure is picture.figure and not _signs(block))
        flagged = [i for i in inside if blocks[i].caption]
        if flagged or inside:
            return flagged or inside
        if (
            index + 1 < len(blocks)
            and blocks[index + 1].kind == "picture"
            and blocks[index + 1].figure is picture.figure
        ):
            return []
        before = index - 1
        if (
            before >= 0
            and blocks[before].figure is picture.figure
            and blocks[before].kind != "picture"
            and len(blocks[before].text) < _LONGEST
        ):
            others = [b for b in blocks if b.figure is picture.figure and b.kind == "picture"]
            if len(others) == 1:
                return [before]
    following = index + 1
    if following >= len(blocks) or blocks[following].figure not in (None, picture.figure):
        return []  # another figure's
    if picture.part == "above" and blocks[following].part != "above":
        return []  # the title stands between
    named = _run(blocks, following, lambda block: block.caption and block.part != "foot")
    if named:
        return named
    block = blocks[following]
    if block.apart:
        return []
    if block.kind == "heading" and block.level == _SMALLEST and len(block.text) <= _LONGEST:
        return [following]
    if (
        block.kind not in ("text", "quote", "item")
        or len(block.text) > _LONGEST
        or (block.links and block.linked > 0.5 * len(block.text))
    ):
        return []
    if any(alike(block.text, text) for text in said):
        return [following]
    if read_line(block.text) and not _is_credit_line(block.text):
        return []
    if _is_credit_line(block.text):
        return [following]
    if _CREDIT.search(block.text):
        return [following]
    if people(block.text) and not any(later.text and later.part == "body" for later in blocks[following + 1 :]):
        return []  # a name under the last picture is the author's
    if sum(line.continues for line in blocks[following + 1 : following + 3]) > 1:
        return []  # verse
    styled = block.italic or (block.align == "center" and block.bold in styles)
    if styled and block.align != "right":
        return [following]
    if block.bold or not (
        _same_holder(picture, block) or _are_pairs(blocks, index) or _is_named_alike(blocks, index)
    ):
        return []
    return [following] if not _is_paragraph(block.text) or _is_own_form(blocks, index) else []


def _is_captioned_above(blocks: list[Block], index: int) -> bool:
    """Tell whether the caption stands above the picture: it is named so, or all pictures have theirs there."""
    if not _is_headed(blocks, index):
        return False
    pictures = [place for place, block in enumerate(blocks) if block.kind == "picture"]
    if index + 1 in pictures:
        return False
    below = index + 1 < len(blocks) and blocks[index + 1].caption
    if below and not (index + 2 in pictures and _is_headed(blocks, index + 2)):
        return False  # it has one of its own, and a title above
    return blocks[index - 1].caption or (
        len(pictures) > 1 and all(_is_headed(blocks, place) for place in pictures)
    )


def _is_headed(blocks: list[Block], index: int) -> bool:
    """Tell whether a picture and the short text before it are all that an element holds."""
    above = blocks[index - 1] if index else None
    if above is None or above.kind != "text" or len(above.text) > PARAGRAPH or above.figure is not None:
        return False
    holder = common_ancestor(blocks[index].element, above.element)
    return next(holder.iter("img"), None) is blocks[index].element and len(shown_text(holder)) == len(above.text)


def _is_own_form(blocks: list[Block], index: int) -> bool:
    """Tell whether only texts below pictures bear the class of the one below the picture at ``index``.

    Where there is but one, it does not open the text, as a lead would.
    """
    form = _form(blocks[index + 1])
    if not form[1]:
        return False
    alike = [place for place, block in enumerate(blocks) if block.text and _form(block) == form]
    if not all(place and blocks[place - 1].kind == "picture" for place in alike):
        return False
    return len(alike) > 1 or any(block.text for block in blocks[:index])


def _is_named_alike(blocks: list[Block], index: int) -> bool:
    """Tell whether the picture at ``index`` and the text below it share a name that only such pairs have."""
    shared = set(_form(blocks[index + 1])[1].split()) & set((_holder(blocks[index]).get("class") or "").split())
    return bool(shared) and _is_own_form(blocks, index)


def _form(block: Block) -> tuple[str, str]:
    return tag_of(block.element), block.element.get("class") or ""


def _enlarged(picture: _Element) -> str:
    """Return what a link around the picture gives to be shown below it where a script enlarges it."""
    link = picture.getparent()
    while link is not None and link.tag != "a" and is_inline(tag_of(link)):
        link = link.getparent()
    if link is None:
        return ""
    return tidy(next(filter(None, map(link.get, _ENLARGED)), ""))


def _credit_below(blocks: list[Block], taken: list[int]) -> list[int]:
    """Return the place of a photo credit that has the line below the caption."""
    place = taken[-1] + 1 if taken else len(blocks)
    if place >= len(blocks) or blocks[place].kind == "picture" or not _is_credit_line(blocks[place].text):
        return []
    return [] if _signs_story(blocks, place) else [place]


def _signs_story(blocks: list[Block], place: int) -> bool:
    """Tell whether a photo credit is of all pictures: below the last of several, of which none has its own."""
    pictures = [block for block in blocks if block.kind == "picture"]
    above = common_ancestor(pictures[-1].element, blocks[place - 1].element)
    if len(pictures) < _STORY or above in blocks[place].element.iterancestors():
        return False
    return place == len(blocks) - 1 and not any(_CREDIT.search(block.text) for block in blocks[:place])


def _is_all(blocks: list[Block], taken: list[int]) -> bool:
    """Tell whether what was taken for a caption, though not set as one, is all that the article says."""
    if any(blocks[place].caption or blocks[place].italic or blocks[place].align == "center" for place in taken):
        return False
    others = (block for place, block in enumerate(blocks) if place not in taken and block.kind != "heading")
    return boilerplate.ends_sentence(blocks[taken[-1]].text) and not any(
        len(other.text) > _LABEL for other in others
    )


def _is_lead(blocks: list[Block], index: int, taken: list[int], *, is_cover: bool) -> bool:
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
    return is_cover or (_is_paragraph(first.text) and not _CREDIT.search(first.text))


def _is_paragraph(text: str) -> bool:
    return len(text) > PARAGRAPH and SENTENCES.search(text) is not None


def _below(blocks: list[Block], picture: Block) -> list[int] | None:
    """Return the caption of a picture that shares its table row with others; None where it does not.

    The cell below it, in its own column; one cell below them all belongs to the last.
    """
    cell = next((above for above in picture.element.iterancestors() if above.tag in ("td", "th")), None)
    row = cell.getparent() if cell is not None else None
    if cell is None or row is None:
        return None
    cells = [child for child in row if child.tag in ("td", "th")]
    if sum(next(child.iter("img"), None) is not None for child in cells) < 2 or any(map(_is_column, cells)):
        return None
    own = [place for place, block in enumerate(blocks) if block.text and cell in block.element.iterancestors()]
    own += [place for place, block in enumerate(blocks) if block.text and block.element is cell]
    if own:
        before = blocks.index(picture)
        # Prose before the picture: the cell is a column of the page.
        return sorted(own) if all(place > before or len(blocks[place].text) < _LABEL for place in own) else None
    following = row.getnext()
    if following is None or next(following.iter("img"), None) is not None:
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
    return len("".join(cell.itertext())) > _LONGEST


def _run(blocks: list[Block], start: int, wanted: Callable[[Block], bool]) -> list[int]:
    """Return the places from ``start`` on of text blocks that are ``wanted``, up to the first that is not."""
    places = []
    for place in range(start, len(blocks)):
        block = blocks[place]
        if block.kind == "picture" or not wanted(block) or len(block.text) > 2 * _LONGEST:
            break
        places.append(place)
    return places


def _holder(picture: Block) -> _Element:
    """Return the block element in which a picture stands."""
    above = (element for element in picture.element.iterancestors() if not is_inline(tag_of(element)))
    return next((element for element in above if element.tag != "noscript"), picture.element)


def _same_holder(picture: Block, block: Block) -> bool:
    """Tell whether picture and text, which is no quote, are alone together in one small element."""
    if block.text[0] in _QUOTES:
        return False
    own = _holder(picture)
    holder = next((above for above in ancestors(own) if says_more_than(above, 0)), own)
    if holder.tag in ("body", "form") or holder not in ancestors(block.element):
        return False
    if says_more_than(holder, len(block.text) + _LABEL):
        return False
    # A number may stand before the text in the picture's own element; around that it is a signature's office.
    return holder is own or shown_text(holder).startswith(block.text)


def _are_pairs(blocks: list[Block], index: int) -> bool:
    """Tell whether the picture at ``index`` and another stand each with the next sentence alone in an element."""
    pictures = (place for place, block in enumerate(blocks[:-1]) if block.kind == "picture")
    return _is_pair(blocks, index) and sum(_is_pair(blocks, place) for place in pictures) > 1


def _is_pair(blocks: list[Block], index: int) -> bool:
    picture, below = blocks[index], blocks[index + 1]
    if not below.text or SENTENCES.search(below.text):
        return False
    around = common_ancestor(picture.element, below.element)
    alone = around.tag not in ("body", "form") and not says_more_than(around, len(below.text))
    return alone and sum(1 for _ in around.iter("img")) == 1


def _copies(blocks: list[Block], index: int, taken: list[int], caption: str) -> list[int]:
    """Return the places of further copies of the caption straight behind it."""
    place = (taken[-1] if taken else index) + 1
    copies = []
    while caption and place < len(blocks) and _copies_caption(blocks[place], caption, blocks[index]):
        copies.append(place)
        place += 1
    return copies


def _copies_caption(block: Block, caption: str, picture: Block) -> bool:
    """Tell whether a block has the caption's words; if it looks like a caption, nearly the same will do."""
    if block.kind not in ("text", "quote", "item"):
        return False
    if not _alike_long(block.text, caption):
        return False
    if fold(block.text) == fold(caption):
        return True
    within = picture.figure is not None and block.figure is picture.figure
    return (within or block.caption or block.italic or block.align == "center") and alike(block.text, caption)


def _spoken(blocks: list[Block], picture: Block, alt: str, title: str) -> str:
    """Return the alternative text as caption, unless it is shown below another picture of the same figure."""
    said = spoken(picture.element, alt, title)
    if said and picture.figure is not None:
        within = (block.text for block in blocks if block.figure is picture.figure and block.text)
        if any(alike(said, text) for text in within):
            return ""
    return said


def _is_credit_line(text: str) -> bool:
    return len(text) < 80 and bool(_CREDIT.match(text) or _CREDIT_ALONE.match(text))


def _signs(block: Block) -> bool:
    """Tell whether the line names the article's authors, not the picture's."""
    found = read_line(block.text).authors or (block.align == "right" and people(block.text))
    return bool(found) and not _is_credit_line(block.text)


def _credit(caption: str) -> str:
    match = _CREDIT.search(caption) or _CREDIT_ALONE.match(caption)
    if match is None and (match := _CREDIT_BEHIND.search(caption)) and not persons(match["name"]):
        return ""
    return match["name"].strip() if match else ""
