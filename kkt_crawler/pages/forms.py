"""Forms beside an article, with what they ask and what asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kkt_crawler.pages.attachments import offers_file
from kkt_crawler.pages.boilerplate import ends_sentence
from kkt_crawler.pages.credits import read_line
from kkt_crawler.pages.document import HEADINGS, ancestors, block_around, holds_picture, names, shown_text
from kkt_crawler.pages.named import CAPTION
from kkt_crawler.pages.people import persons

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from kkt_crawler.pages.blocks import Block

#: Inputs that ask a reader nothing, or are there to tick off a list.
_NO_FIELDS = frozenset(("hidden", "image", "submit", "button", "checkbox"))
#: Inputs to write in.
_WRITTEN = frozenset((None, "text", "email", "tel"))
#: What a widget says, one to vote, to give or to share, is no longer sentence than this.
_SENTENCE = 80
#: A button in one of these stands in a line of the text.
_LINES = frozenset(("p", "li", "td", "th", "dd", "figure", "figcaption", "blockquote", *HEADINGS))
#: A newsletter's or a poll's form says no more; ASP.NET has the whole page in one.
_LONGEST = 300


def is_field(element: _Element) -> bool:
    """Tell whether an ``<input>`` or ``<select>`` asks a reader something."""
    return element.get("type") not in _NO_FIELDS


def asks_to_write(form: _Element) -> bool:
    """Tell whether a reader is asked to write something in ``form``."""
    return any(field.get("type") in _WRITTEN for field in form.iter("input"))


def box_around(form: _Element) -> _Element:
    """Return the element around a form that says what it is for: wrappers with nothing else in them do not."""
    box = next(form.iterancestors(), form)
    while len(box) == 1 and (around := box.getparent()) is not None:
        box = around
    return box


def widget_around(button: _Element) -> _Element | None:
    """Return the element that a button stands in with little else: no picture, no caption and none of the text.

    A sentence is the text's, and a heading alone that of a part which the button opens.
    """
    box = block_around(button)
    if box.tag in _LINES or holds_picture(box) or any(CAPTION(names(above)) for above in ancestors(button)):
        return None
    said = [box.text or "", *map(shown_text, box)]
    told = any(len(text) > _SENTENCE and ends_sentence(text.strip()) for text in said)
    headed = all(part.tag in HEADINGS for part in box.iterchildren() if part.tag != "button")
    return None if told or headed else box


def without_forms(blocks: list[Block], forms: Iterable[_Element]) -> list[Block]:
    """Drop what stands with a field to fill in, in one small element: it asks for that.

    What is the article's stays: in its foot credits and files stand beside a form, in a figure a switch.
    """
    small = {form for form in forms if len(shown_text(form)) < _LONGEST}
    if not small:
        return blocks
    return [block for block in blocks if small.isdisjoint(ancestors(block.element)) or _is_own(block)]


def _is_own(block: Block) -> bool:
    """Tell whether the block is no request: it captions a picture, credits the article or offers a file."""
    if block.figure is not None or offers_file(block):
        return True
    return bool(read_line(block.text) or persons(block.text))
