"""A body in several elements, as a box stands in it: an advertisement, a map, a link to another article."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import (
    HEADINGS,
    HEADLINE,
    HIDDEN,
    ancestors,
    has_link_longer,
    is_hidden,
    names,
    says_more_than,
    shown_text,
    tag_of,
)
from kkt_crawler.pages.pictures import is_photograph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from kkt_crawler.pages.survey import Survey

#: What holds paragraphs; cells are columns of a text. Items stand beside others of their kind.
_HOLDERS = frozenset(("div", "section", "article", "td"))
#: A half without a photograph says more, and so does a paragraph that proves one by how it is set.
_PROSE = 60
#: Dates and buttons between the lead and the text say no more.
_BESIDE = 120
#: Paragraphs that nothing marks prove it by so many.
_UNMARKED = 2
_BARE = (("p", "", ""), ("div", "", ""))
#: No lead says more.
_LONGEST_LEAD = 600
#: Elementor's: "elementor-element-169ab2d".
_NUMBER = re.compile(r"(?<!\S)\S+-[0-9a-f]{7}(?!\S)")
#: What a reader fills in.
_FIELDS = ("input", "textarea", "select")


def joined(survey: Survey, node: _Element, title: _Element | None) -> _Element:
    """Return the body with its other halves in it, and what stands between them.

    They are siblings of it, or of a wrapper that says no more than it does. Where no title is shown, its lead may
    stand above it.
    """
    for around in ancestors(node):
        parent = around.getparent()
        if parent is None or around.tag not in _HOLDERS or (title is not None and around in title.iterancestors()):
            break
        halves = [around]
        if any(_is_like(around, child) for child in parent if child is not around):
            halves += [*_above(survey, around, title), *_below(survey, around)]
        first = min(halves, key=parent.index)
        lead = _lead_above(first) if title is None else None
        if len(halves) > 1 or lead is not None:
            row = [parent.index(half) for half in (*halves, *([] if lead is None else [lead]))]
            return _join(survey, parent[min(row) : max(row) + 1], first)
        if any(says_more_than(child, 0) for child in parent if child is not around and child.tag not in HIDDEN):
            break
    return node


def with_named(survey: Survey, node: _Element) -> _Element:
    """Return what holds ``node``, a lead, and the element named as the body behind it, which may say less."""
    if survey.raw.get(node, 0.0) > _LONGEST_LEAD:
        return node
    for around in ancestors(node):
        if around is survey.body:
            break
        for beside in around.itersiblings():
            if beside.tag in boilerplate.BOX_TAGS or _opens_list(beside):
                return node
            if beside.get("itemprop") == "articleBody" or survey.is_called_body(beside):
                parent = around.getparent()
                return parent if parent is not None and _says_or_shows(beside) else node
    return node


def _says_or_shows(element: _Element) -> bool:
    return says_more_than(element, 0) or any(map(is_photograph, element.iter("img")))


def _below(survey: Survey, node: _Element) -> list[_Element]:
    """Return the halves below ``node``, up to readers' comments."""
    found = []
    listed = False
    for element in node.itersiblings():
        if element.tag in boilerplate.BOX_TAGS or _opens_comments(element):
            break
        if _is_half(survey, node, element, by_set=not listed):
            found.append(element)
        listed = listed or _opens_list(element)
    return found


def _above(survey: Survey, node: _Element, title: _Element | None) -> list[_Element]:
    """Return the halves above ``node``, up to the title."""
    around = set(title.iterancestors()) if title is not None else set()
    found = []
    for element in node.itersiblings(preceding=True):
        if element is title or element in around or element.tag in boilerplate.BOX_TAGS:
            break
        if _is_half(survey, node, element, by_set=False):
            found.append(element)
    return found


def _lead_above(node: _Element) -> _Element | None:
    """Return the paragraph above ``node``, if nothing but dates and buttons stands between."""
    for element in node.itersiblings(preceding=True):
        if _is_lead(element):
            return element
        if says_more_than(element, _BESIDE):
            break
    return None


def _is_half(survey: Survey, node: _Element, element: _Element, *, by_set: bool) -> bool:
    """Tell whether ``element`` continues ``node``: it bears its name, which no other does, or is set as it is.

    How paragraphs are set counts where one of the two has no name, as the first may have an id in its place.
    """
    if not _is_like(node, element) or is_hidden(element):
        return False
    if not says_more_than(element, _PROSE) and not any(map(is_photograph, element.iter("img"))):
        return False
    if boilerplate.BOX(names(element)) or next(element.iter(*_FIELDS), None) is not None:
        return False
    if _is_list(element):
        return False
    own, other = _name(node), _name(element)
    if own and own == other and _is_peculiar(survey, node, own):
        return True
    return by_set and _is_set_alike(survey, node, element)


def _is_like(node: _Element, element: _Element) -> bool:
    """Tell at a glance whether ``element`` can be a half: no more than one of the two has a name of its own."""
    if element.tag != node.tag:
        return False
    own, other = _name(node), _name(element)
    return own == other or not (own and other)


def _name(element: _Element) -> str:
    """Return what an element is called, without the number that page builders give to each."""
    return _NUMBER.sub("", element.get("class") or "").strip() or (element.get("itemprop") or "")


def _is_peculiar(survey: Survey, node: _Element, name: str) -> bool:
    """Tell whether none but siblings of ``node`` bear its name."""
    parent = node.getparent()
    return all(element.getparent() is parent for element in survey.elements if _name(element) == name)


def _is_set_alike(survey: Survey, node: _Element, element: _Element) -> bool:
    """Tell whether paragraphs stand in ``element`` with the marks that most of those in ``node`` have."""
    own = Counter(_marks(_paragraphs(survey, node)))
    if not own:
        return False
    marks = own.most_common(1)[0][0]
    same = sum(other == marks for other in _marks(_paragraphs(survey, element)))
    return same >= (_UNMARKED if marks in _BARE else 1)


def _paragraphs(survey: Survey, node: _Element) -> list[_Element]:
    """Return what holds prose straight in the element, and no headline of another article."""
    return [
        child
        for child in node
        if survey.raw.get(child, 0.0) > _PROSE
        and child.tag not in HEADINGS
        and not has_link_longer(child, HEADLINE)
    ]


def _marks(elements: Iterable[_Element]) -> list[tuple[str, str, str]]:
    return [(tag_of(element), element.get("class") or "", element.get("style") or "") for element in elements]


def _is_list(element: _Element) -> bool:
    """Tell whether an element opens with the heading of a box, or all in it links to other articles."""
    if (element.text or "").strip():
        return boilerplate.opens_box((element.text or "").strip())
    said = [child for child in element if child.tag not in HIDDEN and says_more_than(child, 0)]
    if not said or boilerplate.opens_box(shown_text(said[0])):
        return True
    tails = any((child.tail or "").strip() for child in element)
    return not tails and all(has_link_longer(child, HEADLINE) for child in said)


def _opens_list(element: _Element) -> bool:
    """Tell whether an element is the heading of a box, or holds more than one headline of other articles."""
    if element.tag in HEADINGS:
        return boilerplate.opens_box(shown_text(element))
    return sum(says_more_than(link, HEADLINE) for link in element.iter("a")) > 1


def _opens_comments(element: _Element) -> bool:
    if boilerplate.COMMENTS(names(element)):
        return True
    return any(boilerplate.opens_comments(shown_text(heading)) for heading in element.iter(*HEADINGS))


def _is_lead(element: _Element) -> bool:
    """Tell whether an element is one paragraph that ends as a sentence does."""
    if boilerplate.BOX(names(element)) or next(element.iter("a"), None) is not None:
        return False
    said = shown_text(element)
    return len(said) > _PROSE and said[-1] in ".…”"


def _join(survey: Survey, row: list[_Element], body: _Element) -> _Element:
    """Move the rest of a row of siblings into one of them: the page says the same in the same order."""
    place = row.index(body)
    above, below = row[:place], row[place + 1 :]
    if above:
        above[-1].tail = (above[-1].tail or "") + (body.text or "")
        body.text = None
        body[:0] = above
    if below:
        between, body.tail, below[-1].tail = body.tail, below[-1].tail, None
        if len(body):
            body[-1].tail = (body[-1].tail or "") + (between or "")
        else:
            body.text = (body.text or "") + (between or "")
        body.extend(below)
    survey.raw[body] = sum(survey.raw.get(element, 0.0) for element in row)
    return body
