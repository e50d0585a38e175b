"""Teasers of other articles, and boxes, beside a text so short that they are most of the page's prose."""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING

from kkt_crawler.pages.boilerplate import BOX_TAGS, is_box, opens_comments
from kkt_crawler.pages.document import (
    HEADINGS,
    HIDDEN,
    ancestors,
    is_hidden,
    is_inline,
    names,
    says_more_than,
    shown_runs,
    shown_text,
    size,
    tag_of,
)
from kkt_crawler.pages.rows import ROW
from kkt_crawler.pages.when import LONGEST, is_dateline

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
#: The heading of a box has no more words, and its prose no more letters: "Thông báo", and what is announced.
_WORDS, _BOX = 4, 1200
#: An article and two teasers; that says so many times what each of them does, and all nearly all there is.
_ARTICLES, _MUCH, _NEARLY = 3, 2.0, 0.9
#: What holds paragraphs, and the longest lead above one.
_HOLDERS, _LONGEST_LEAD = frozenset(("div", "section", "article")), 600
#: What a box's heading is set in.
_HEADS = HEADINGS | {"b", "strong", "th", "legend"}


def apart(survey: Survey, title: _Element) -> _Element:
    """Return the element around the article: the smallest with title and prose, if the rest is teasers'."""
    start = survey.around(title)
    own = survey.raw.get(title, 0.0)
    for element in title.iterancestors():
        if element is start:
            break
        if survey.raw.get(element, 0.0) - own >= _SENTENCE:
            apart = _is_followed(survey, title, element) or _only_teasers(survey, outside=element)
            return element if apart else start
    return start


def _is_followed(survey: Survey, title: _Element, article: _Element) -> bool:
    """Tell whether another article stands whole behind this one: with a title set as this one's, and a date."""
    tag, called = title.tag, names(title)
    if tag != "h1" and not called:
        return False
    for element in survey.elements[survey.end(article) :]:
        if element.tag == tag and names(element) == called and len(shown_text(element).split()) > _WORDS:
            around = survey.around(element)
            whole = survey.untold.get(around, 0.0) > ROW  # its title may be a link: a teaser says less
            return whole and around not in title.iterancestors() and any(map(is_dateline, shown_runs(around)))
    return False


def behind_lead(survey: Survey, start: _Element) -> _Element:
    """Return ``start``; of a lead alone, what stands behind it, says more and opens with a paragraph.

    A page builder's pieces, a paragraph each, stand around it.
    """
    said, parent = survey.prose.get(start, 0.0), start.getparent()
    behind = next((other for other in start.itersiblings() if survey.raw.get(other, 0.0) >= _SENTENCE), None)
    if parent is not None and said <= _LONGEST_LEAD and _are_pieces(survey, start):
        return parent
    if behind is None or behind.tag not in _HOLDERS or is_box(behind) or said > _LONGEST_LEAD:
        return start
    opens = next((run.strip() for run in behind.itertext() if run.strip()), "")
    more = behind.tag == "article" or survey.prose.get(behind, 0.0) > said
    return behind if more and len(opens) > _REMARK else start


def _are_pieces(survey: Survey, start: _Element) -> bool:
    """Tell whether elements with prose and no link, which bear one name, stand behind another."""
    holders = (other for other in start.itersiblings() if other.tag in _HOLDERS and not is_box(other))
    told = (other for other in holders if survey.raw.get(other, 0.0) >= _SENTENCE)
    pieces = [names(other) for other in told if next(other.iter("a"), None) is None]
    return len(pieces) > 1 and bool(pieces[0]) and pieces[0] == pieces[1]


def behind(survey: Survey, title: _Element) -> _Element | None:
    """Return what holds the text behind a title: what stands beside it or around it, and says most."""
    for around in ancestors(title):
        said = {other: survey.untold.get(other, 0.0) for other in around.itersiblings() if not is_box(other)}
        text = [other for other in said if said[other] >= _SENTENCE]
        if text:
            most = max(text, key=said.__getitem__)
            return most if most.tag in _HOLDERS and len(most) else around.getparent()
    return None


def _only_teasers(survey: Survey, *, outside: _Element) -> bool:
    """Tell whether all prose outside is a box's or a comment's, or stands behind headlines that are links."""
    around = set(ancestors(outside))
    headed = False
    place = 0
    while place < len(survey.elements):
        element = survey.elements[place]
        if element is outside:
            headed = False  # a link above it, as in the path to the page, heads no text behind it
            place += size(element)
            continue
        tag = element.tag
        # What is hidden may be the article itself, until a script shows it: it is longer than a box.
        boxed = tag in HIDDEN or tag in BOX_TAGS
        if boxed or (is_hidden(element) and survey.raw.get(element, 0.0) <= _BOX):
            place += size(element)
            continue
        box = _box_headed(survey, element) if tag in _HEADS else None
        if box is not None and box not in around:
            place = survey.end(box)
            continue
        place += 1
        own = survey.own.get(element, 0.0)
        if tag == "a":
            parent = element.getparent()
            inside = parent is not None and survey.own.get(parent, 0.0) > _LABEL  # a sentence
            headed = headed or (not inside and says_more_than(element, _HEADLINE))
        elif own > _LABEL:
            led = not (element.text or "").strip()
            links = element.iterchildren("a") if led else ()
            headed = headed or any(says_more_than(link, _HEADLINE) for link in links)
            if not headed and own > _REMARK:
                item = _dated_item(element)
                if item is None or item in around:
                    return False
                place = survey.end(item)
            headed = False
    return True


def _dated_item(paragraph: _Element) -> _Element | None:
    """Return what holds a paragraph below a heading and a date of its own: another article, or a notice."""
    above = list(paragraph.itersiblings(preceding=True))
    headed = any(other.tag in HEADINGS for other in above)
    dated = any(not says_more_than(other, LONGEST) and is_dateline(shown_text(other)) for other in above)
    return paragraph.getparent() if headed and dated else None


def _box_headed(survey: Survey, heading: _Element) -> _Element | None:
    """Return the box that opens with a heading of a few words, as all are in it, and says no more than a box does.

    So does one with the heading of readers' comments, which are as long as they are. The heading may have a row or
    an element of its own.
    """
    if heading.tag in HEADINGS and opens_comments(shown_text(heading)):
        return heading.getparent()
    top = heading
    while (box := top.getparent()) is not None and len(box) == 1 and not _says(box.text) and not _says(top.tail):
        top = box
    if box is None or top.getprevious() is not None or _says(box.text) or survey.raw.get(box, 0.0) > _BOX:
        return None
    following = top.getnext()
    if heading.tag not in HEADINGS and (following is None or is_inline(tag_of(following)) or _says(top.tail)):
        return None  # the first words of a line
    headings = [heading, *box.iter(*HEADINGS)] if heading.tag in HEADINGS else [heading]
    alone = heading.tag in HEADINGS or next(box.iter(*HEADINGS), None) is None
    return box if alone and all(len(shown_text(part).split()) <= _WORDS for part in headings) else None


def _says(text: str | None) -> bool:
    return bool(text and not text.isspace())


def out_of_box(survey: Survey, node: _Element, title: _Element) -> _Element:
    """Return ``node``; of teasers in a box beside the title, what stands around that: a table, or pictures."""
    boxed = any(box.tag in BOX_TAGS and title not in box.iter() for box in ancestors(node))
    if not boxed or not _is_teasers(survey, node):
        return node
    above = set(node.iterancestors())
    return next((element for element in title.iterancestors() if element.getparent() in above), node)


def _is_teasers(survey: Survey, node: _Element) -> bool:
    """Tell whether the element has as many headlines that are links as pieces of prose."""
    headlines = sum(says_more_than(link, _HEADLINE) for link in node.iter("a"))
    return headlines >= sum(element in survey.own for element in node.iter())


def main_article(survey: Survey, node: _Element) -> _Element:
    """Return the one ``<article>`` in ``node`` that says much more than any other, if those say nearly all."""
    said = {part: survey.raw.get(part, 0.0) for part in node.iter("article")}
    if len(said) < _ARTICLES or not all(said.keys().isdisjoint(part.iterancestors()) for part in said):
        return node
    first, second = nlargest(2, said, key=said.__getitem__)
    told = sum(said.values()) >= _NEARLY * survey.raw.get(node, 0.0)
    return first if told and said[first] > _MUCH * said[second] else node
