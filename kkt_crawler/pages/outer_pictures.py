"""Pictures that stand around the article: its cover straight above it, its gallery straight below the text."""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.captions import LONGEST
from kkt_crawler.pages.document import (
    HEADINGS,
    HIDDEN,
    ancestors,
    common_ancestor,
    holds_picture,
    is_hidden,
    names,
    says_more_than,
    shown_runs,
    shown_text,
)
from kkt_crawler.pages.named import named_as
from kkt_crawler.pages.photo_credits import ends_in_credit
from kkt_crawler.pages.pictures import is_stated_cover
from kkt_crawler.pages.pointers import leads_on

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from kkt_crawler.pages.blocks import Block

#: So many elements stand beside the title, or in as many around it.
_BESIDE = 3
#: What stands beside the captions of a carousel: arrows, dots and counters.
_CONTROL = re.compile(r"[\W\d_]*")


#: What a strip of pictures is called above them.
_PICTURES = re.compile(r"\W*(?:(?:thư\s+viện|một\s+số)\s+)?(?:hình\s+)?ảnh\W*", re.I)


def take_gallery(body: _Element, node: _Element) -> None:
    """Put what shows captioned pictures straight below the article's text, or a wrapper of it, at its end.

    ``body`` is that of the page.
    """
    for gallery in list(takewhile(_is_gallery, _next_to(node, body, above=False))):
        for label in gallery.iter():
            if _PICTURES.fullmatch(label.text or ""):
                label.text = None
        node.append(_taken_out(gallery))


def take_cover(body: _Element, article: _Element, cover: str, headline: str) -> None:
    """Put what shows the picture at ``cover`` straight above the article, or a wrapper of it, at its beginning.

    So too a picture with the headline for its alternative text; where none is given, one with its figcaption.
    """
    above = next(_next_to(article, body, above=True), None)
    if above is None or above.tag in boilerplate.BOX_TAGS or says_more_than(above, LONGEST):
        return
    stated = any(is_stated_cover(picture, cover, headline) for picture in above.iter("img"))
    if stated or (not cover and next(above.iter("figcaption"), None) is not None):
        article.insert(0, _taken_out(above))


def shares_cover(element: _Element, picture: Block, title: _Element | None) -> bool:
    """Tell whether an element stands alone with a picture in what is above the title: its caption.

    The title may have an element of its own, and the path or a kicker stand between, if it is a sentence.
    """
    cover = common_ancestor(element, picture.element)
    said = shown_text(element)
    told = boilerplate.ends_sentence(said) or ends_in_credit(said)
    above = ancestors(title)[: _BESIDE if told else 1] if title is not None else []
    return (
        any(cover in islice(part.itersiblings(preceding=True), _BESIDE if told else 1) for part in above)
        and next(cover.iter("a"), None) is None
    )


def _next_to(element: _Element, body: _Element, *, above: bool) -> Iterator[_Element]:
    """Yield what says or shows something above or below an element, without what is no more than around it."""
    for around in takewhile(lambda element: element is not body, ancestors(element)):
        for beside in around.itersiblings(preceding=above):
            while not _is_gallery(beside) and not (beside.text or "").strip():
                shown = filter(_says_or_shows, reversed(beside) if above else beside)
                if (nearest := next(shown, None)) is None:
                    break
                beside = nearest
            if _says_or_shows(beside):
                yield beside


def _taken_out(element: _Element) -> _Element:
    """Return the element without what stands behind it, which stays where it is."""
    before, parent = element.getprevious(), element.getparent()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail and parent is not None:
        parent.text = (parent.text or "") + element.tail
    element.tail = None
    return element


def _is_gallery(element: _Element) -> bool:
    """Tell whether an element shows pictures with captions, and says and leads to nothing else."""
    pictures = sum(1 for _ in element.iter("img"))
    if not pictures or element.tag in boilerplate.BOX_TAGS or boilerplate.BOX(names(element)):
        return False
    if leads_on(element):
        return False
    if pictures > 1 and all(map(_is_enlarged, element.iter("img"))):
        said = [run for run in shown_runs(element) if not _PICTURES.fullmatch(run)]
        return len(said) <= pictures
    captions = [part for part in element.iter() if _is_caption(part)]
    if len(captions) < pictures or next(element.iter(*HEADINGS), None) is not None:
        return False
    said = [run for run in shown_runs(element) if not _CONTROL.fullmatch(run)]
    return len(said) <= sum(len(shown_runs(caption)) for caption in captions)


def _is_enlarged(picture: _Element) -> bool:
    """Tell whether a picture leads to its own file."""
    link = picture.getparent()
    return link is not None and link.tag == "a" and link.get("href") == picture.get("src")


def _is_caption(element: _Element) -> bool:
    return element.tag == "figcaption" or (element.tag != "figure" and named_as(element, element.keys()).caption)


def _says_or_shows(element: _Element) -> bool:
    if element.tag in HIDDEN or is_hidden(element):
        return False
    if (element.tail or "").strip() or says_more_than(element, LONGEST) or holds_picture(element):
        return True
    said = shown_text(element)
    return bool(said) and not boilerplate.is_furniture(said)
