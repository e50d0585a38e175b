"""Spans that are paragraphs: a style sheet that is not here sets each on lines of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kkt_crawler.pages.boilerplate import ends_sentence
from kkt_crawler.pages.document import HEADINGS, says_more_than, shown_text

if TYPE_CHECKING:
    from lxml.etree import _Element

SPANS = frozenset(("span", "font"))
#: A paragraph is longer than a word or two that are set in another colour, and there is more than one.
_LONG, _PARAGRAPHS = 60, 2
#: In these, spans are pieces of one paragraph, as word processors write them.
_LINES = HEADINGS | {"p", "li", "a", "figcaption", "dt", "dd", "th"}


def holds_paragraphs(element: _Element) -> bool:
    """Tell whether the spans in an element are paragraphs and headings between them.

    The element has no text of its own, more than one span is long and ends as sentences do, as most long ones, and
    between two is no blank, as between the sentences of one paragraph, or the end of a line of the page's source.
    """
    if element.tag in _LINES or not _parts(element.text):
        return False
    spans = [child for child in element if child.tag in SPANS]
    if len(spans) < _PARAGRAPHS or not all(_parts(child.tail) and _begins(child) for child in element):
        return False
    long = [span for span in spans if says_more_than(span, _LONG)]
    told = sum(ends_sentence(shown_text(span)) for span in long)
    return told >= _PARAGRAPHS and 2 * told > len(long)


def _parts(between: str | None) -> bool:
    return not between or (between.isspace() and "\n" in between)


def _begins(child: _Element) -> bool:
    """Tell whether a child does not go on in the line before it, behind a blank."""
    text = child.text or ""
    return not text[:1].isspace() or "\n" in text[: len(text) - len(text.lstrip())]
