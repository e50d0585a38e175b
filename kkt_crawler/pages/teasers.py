"""Teasers of other articles beside a text so short that they are most of the page's prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kkt_crawler.pages.boilerplate import BOX_TAGS, opens_comments
from kkt_crawler.pages.document import HEADINGS, HIDDEN, ancestors, shown_text

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.survey import Survey

#: One short sentence: less prose beside a title is a label's.
_SENTENCE = 40
#: What a site's name in a banner counts at most, which has no stop.
_LABEL = 25
#: A poll's question or the weather, beside the teasers; a paragraph is longer.
_REMARK = 60
#: A longer link can be another article's headline: "Tin vắn Hạ Long".
_HEADLINE = 10


def apart(survey: Survey, title: _Element) -> _Element:
    """Return the element around the article: the smallest with title and prose, if the rest is teasers'."""
    start = survey.around(title)
    own = survey.raw.get(title, 0.0)
    for element in title.iterancestors():
        if element is start:
            break
        if survey.raw.get(element, 0.0) - own >= _SENTENCE:
            return element if _only_teasers(survey, outside=element) else start
    return start


def _only_teasers(survey: Survey, *, outside: _Element) -> bool:
    """Tell whether all prose outside is a box's or a comment's, or stands behind headlines that are links."""
    within = set(outside.iter("*"))
    headed = False
    for element in survey.elements:
        if element is outside:
            headed = False  # a link above it, as in the path to the page, heads no text behind it
        if element in within:
            continue
        if element.tag in HIDDEN or element.tag in BOX_TAGS:
            within.update(element.iter("*"))
            continue
        if element.tag in HEADINGS and opens_comments(shown_text(element)):
            box = element.getparent()
            if box is not None and outside not in box.iter():
                within.update(box.iter("*"))
            continue
        own = survey.own.get(element, 0.0)
        if element.tag == "a":
            parent = element.getparent()
            inside = parent is not None and survey.own.get(parent, 0.0) > _LABEL  # a sentence
            headed = headed or (not inside and len(shown_text(element)) > _HEADLINE)
        elif own > _LABEL:
            led = not (element.text or "").strip()
            links = element.iterchildren("a") if led else ()
            headed = headed or any(len(shown_text(link)) > _HEADLINE for link in links)
            if not headed and own > _REMARK:
                return False
            headed = False
    return True


def out_of_box(survey: Survey, node: _Element, title: _Element) -> _Element:
    """Return ``node``; of teasers in a box beside the title, what stands around that: a table, or pictures."""
    boxed = any(box.tag in BOX_TAGS and title not in box.iter() for box in ancestors(node))
    if not boxed or not _is_teasers(survey, node):
        return node
    above = set(node.iterancestors())
    return next((element for element in title.iterancestors() if element.getparent() in above), node)


def _is_teasers(survey: Survey, node: _Element) -> bool:
    """Tell whether the element has as many headlines that are links as pieces of prose."""
    headlines = sum(len(shown_text(link)) > _HEADLINE for link in node.iter("a"))
    return headlines >= sum(element in survey.own for element in node.iter())
