"""A picture and a text that their elements show to be a pair, whatever they are called."""

from __future__ import annotations

from collections import Counter
from itertools import islice, takewhile
from typing import TYPE_CHECKING, NamedTuple

from kkt_crawler.pages.blocks import PARAGRAPH, Block
from kkt_crawler.pages.boilerplate import ends_sentence
from kkt_crawler.pages.copies import alike
from kkt_crawler.pages.document import (
    ancestors,
    common_ancestor,
    holds_picture,
    is_inline,
    names,
    says_more_than,
    shown_text,
    tag_of,
)
from kkt_crawler.pages.photo_credits import ends_in_credit, is_credit_line
from kkt_crawler.pages.tables import SENTENCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

#: A text before a picture that is no longer is its number or heading.
LABEL = 40
#: A caption and its credit are so many lines.
_CAPTION = 2
#: A subheading seldom has more words.
_SUBHEAD = 4
#: What opens words that someone said.
QUOTES = '"“«„‘'


class Above(NamedTuple):
    """What stands above all pictures of an article, which are several: their captions."""

    apart: bool
    headed: bool


def above_all(blocks: list[Block]) -> Above:
    """Tell whether lines set apart stand above all pictures and none below, or each is alone with a short text."""
    pictures = [place for place, block in enumerate(blocks) if block.kind == "picture"]
    below = (blocks[place + 1] for place in pictures if place + 1 < len(blocks))
    several = len(pictures) > 1
    return Above(
        apart=several
        and all(_apart_above(blocks, place) for place in pictures)
        and not any(map(_is_apart, below)),
        headed=several and all(_is_headed(blocks, place) for place in pictures),
    )


def find_above(blocks: list[Block], index: int, alt: str, common: Above) -> list[int]:
    """Return the places of the caption above the picture at ``index``: all pictures have theirs there.

    Or it alone is named so, credits who took it, or is set apart and its ``alt``, too. ``common`` is what
    :func:`above_all` found.
    """
    apart = _apart_above(blocks, index)
    if apart and (common.apart or alike(blocks[apart[0]].text, alt)):
        return apart
    following = [block.kind == "picture" for block in blocks[index + 1 : index + 3]]
    if following[:1] == [True] or not _is_headed(blocks, index):
        return []
    below = following and blocks[index + 1].caption
    if below and not (following[1:] == [True] and _is_headed(blocks, index + 2)):
        return []  # it has one of its own, and a title above
    above = blocks[index - 1]
    return [index - 1] if common.headed or above.caption or ends_in_credit(above.text) else []


def _apart_above(blocks: list[Block], index: int) -> list[int]:
    """Return the lines above a picture that are set apart: its caption, it may be, and whose it is."""
    found = takewhile(lambda place: _is_apart(blocks[place]), range(index - 1, -1, -1))
    places = list(islice(found, _CAPTION))[::-1]
    return places if places and places[0] and blocks[places[0] - 1].kind != "picture" else []


def _is_apart(block: Block) -> bool:
    return block.kind == "text" and (block.italic or block.align == "center") and len(block.text) <= PARAGRAPH


def _is_headed(blocks: list[Block], index: int) -> bool:
    """Tell whether a picture and the short text before it are all that an element holds."""
    above = blocks[index - 1] if index else None
    if above is None or above.kind != "text" or len(above.text) > PARAGRAPH or above.figure is not None:
        return False
    holder = common_ancestor(blocks[index].element, above.element)
    return next(holder.iter("img"), None) is blocks[index].element and len(shown_text(holder)) == len(above.text)


def share_holder(picture: Block, block: Block) -> bool:
    """Tell whether picture and text are alone together in one small element.

    If the text begins as a quotation, or is a paragraph of sentences, it is one of several such elements.
    """
    figure = picture.figure
    if figure is not None and figure.tag == "figure" and figure not in block.element.iterancestors():
        return False  # that is closed: text flows around it
    own = _holder(picture)
    holder = next((above for above in ancestors(own) if says_more_than(above, 0)), own)
    if holder.tag in ("body", "form") or holder not in ancestors(block.element):
        return False
    if says_more_than(holder, len(block.text) + LABEL):
        return False
    if (block.text[0] in QUOTES or _tells(block)) and not _is_one_of_several(holder):
        return False
    # A number may stand before the text in the picture's own element; around that it is a signature's office.
    return holder is own or shown_text(holder).startswith(block.text)


def _tells(block: Block) -> bool:
    """Tell whether a text is a paragraph without a name, of several sentences, and the last credits nobody."""
    said = SENTENCES.search(block.text) is not None
    return said and _form(block) == ("p", "") and ends_sentence(block.text) and not ends_in_credit(block.text)


def _is_one_of_several(holder: _Element) -> bool:
    """Tell whether an element with a picture has neighbours with one that are named alike."""
    beside = (other for other in (holder.getprevious(), holder.getnext()) if other is not None)
    alike = (other for other in beside if other.tag == holder.tag and names(other) == names(holder))
    return any(map(holds_picture, alike))


def _holder(picture: Block) -> _Element:
    """Return the block element in which a picture stands."""
    above = (element for element in picture.element.iterancestors() if not is_inline(tag_of(element)))
    return next((element for element in above if element.tag != "noscript"), picture.element)


def are_pairs(blocks: list[Block], index: int) -> bool:
    """Tell whether the picture at ``index`` and another stand each with the next sentence alone in an element."""
    pictures = (place for place, block in enumerate(blocks[:-1]) if block.kind == "picture")
    pairs = (place for place in pictures if _is_pair(blocks, place))
    return _is_pair(blocks, index) and len(list(islice(pairs, 2))) > 1


def _is_pair(blocks: list[Block], index: int) -> bool:
    picture, below = blocks[index], blocks[index + 1]
    if not below.text or SENTENCES.search(below.text):
        return False
    around = common_ancestor(picture.element, below.element)
    alone = around.tag not in ("body", "form") and not says_more_than(around, len(below.text))
    return alone and sum(1 for _ in around.iter("img")) == 1


def are_named_alike(blocks: list[Block], index: int) -> bool:
    """Tell whether the picture at ``index`` and the text below it share a name that only such pairs have.

    The text may be called after the picture: "ph" and "ph-text".
    """
    own = (_holder(blocks[index]).get("class") or "").split()
    said = _form(blocks[index + 1])[1].split()
    shared = any(name == other or other.startswith((f"{name}-", f"{name}_")) for name in own for other in said)
    return shared and is_own_form(blocks, index)


def is_own_form(blocks: list[Block], index: int) -> bool:
    """Tell whether only texts below pictures bear the class of the one below the picture at ``index``.

    Where there is but one, it does not open the text, as a lead would.
    """
    form = _form(blocks[index + 1])
    if not form[1]:
        return False
    alike = [place for place, block in enumerate(blocks) if block.text and _form(block) == form]
    alike = [place for place in alike if not is_credit_line(blocks[place].text)]
    if not all(place and blocks[place - 1].kind == "picture" for place in alike):
        return False
    return len(alike) > 1 or any(block.text for block in blocks[:index])


def is_set_apart(blocks: list[Block], index: int) -> bool:
    """Tell whether the sentence below the picture at ``index`` is set otherwise than the text's paragraphs.

    Most of those bear one name, or none if it is small or has more words than a subheading. What Word called a
    paragraph tells nothing.
    """
    below = blocks[index + 1]
    tag, name = _form(below)
    if len(below.text) > PARAGRAPH or SENTENCES.search(below.text) or "Mso" in name:
        return False
    forms = Counter(_form(block) for block in blocks if block.kind == "text" and len(block.text) > PARAGRAPH)
    paragraphs, count = next(iter(forms.most_common(1)), (("", ""), 0))
    named = paragraphs[1] or below.element.get("size") or len(below.text.split()) > _SUBHEAD
    return paragraphs[0] == tag and paragraphs[1] != name and bool(named) and 1 < count > 0.5 * forms.total()


def has_own_look(blocks: list[Block], index: int, looks: Counter[str]) -> bool:
    """Tell whether the sentence below the picture at ``index`` has a size or colour that only such lines have.

    Text stands before it, and most of the text is set alike. ``looks`` is what :func:`looks_of_text` found.
    """
    below = blocks[index + 1]
    if below.bold or len(below.text) > PARAGRAPH or SENTENCES.search(below.text):
        return False
    common = max(looks.values(), default=0)
    return below.look not in looks and 2 * common > looks.total() and any(block.text for block in blocks[:index])


def looks_of_text(blocks: list[Block]) -> Counter[str]:
    """Count in which size and colour the texts are set, lines below pictures aside."""
    return Counter(_looks(blocks))


def _looks(blocks: list[Block]) -> Iterator[str]:
    """Yield how each text is set, but a line below a picture and its copy or credit in the next."""
    line: Block | None = None
    below = False
    for block in blocks:
        if block.kind == "picture":
            line, below = None, True
        elif below and (line is None or is_credit_line(block.text) or alike(block.text, line.text)):
            line = block
        else:
            below = False
            yield block.look


def _form(block: Block) -> tuple[str, str]:
    """Return the tag of a block, and its class or size, or the class of what holds nothing else."""
    element = block.element
    own = element.get("class") or element.get("size")
    holder = element.getparent() if not own else None
    return tag_of(element), own or (holder.get("class") if holder is not None and len(holder) == 1 else "") or ""
