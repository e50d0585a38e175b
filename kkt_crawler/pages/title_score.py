"""How well an element of the page serves as the article's title, and what it says as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import (
    HEADINGS,
    HIDDEN,
    is_hidden,
    is_inline,
    joined_text,
    shown_runs,
    tag_of,
    tidy,
    words,
)
from kkt_crawler.pages.document import names as class_names
from kkt_crawler.pages.opening import BEFORE_DATE, LABEL, heads_web_part, is_named, may_be_section
from kkt_crawler.pages.page_lines import is_prose
from kkt_crawler.pages.when import hints, is_dateline
from kkt_crawler.text import fold

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.claims import Claims
    from kkt_crawler.pages.site_names import Names

_RANKS = {"h1": 2.0, "h2": 1.2, "h3": 0.6}
#: A date, with or without brackets, at the end of a heading, and what ties one to the words before it.
_DATED = re.compile(r"[\s(\[|,–-]*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[^\w]*(?:\d{1,2}[:h]\d{2}(?::\d{2})?)?[\s)\]]*$")
_TIED = re.compile(r"(?<!\w)(?:ngày|từ|đến|tới|sáng|trưa|chiều|tối|đêm)$")
#: A day that nothing sets off is the title's own: "… Doanh nhân Việt Nam 13/10/2025".
_BARE = re.compile(r"\s\d{1,2}[/.-]\d{1,2}[/.-]\d{4}")
#: Where somebody is reached: in a directory.
_TELEPHONE = re.compile(r"(?<!\w)(?:đt|điện\s+thoại|tel|fax)\s*[:.]\s*\(?\d[\d.()\s-]{6,}", re.I)
#: How many comments there are, and what that is called.
_COUNTER = re.compile(r"\(?\d{1,5}\)?")
_COUNTS = words("cmts?", "comments?(?:~[a-z]+)?", "counts?", "counter", "badge", "views?", "luot~(?:xem|doc)")
#: What the site's name is called, in a heading of its own.
_LOGO = words("(?:site~)?logo", "brand", "site~(?:name|title)", "ten~(?:bao|don~vi|co~quan)")
#: A longer line is no title.
LONGEST = 400
#: A heading agrees with what the page calls itself when it is at least this part of it.
_AGREEMENT = 0.2
#: A lower heading that is less of the stated title is one of the text's own; a heading that is one of the parts of
#: ``<title>`` agrees at least so well: "Tin vắn" behind a long site name.
_PART = 0.5
#: A heading of a few words agrees so well with a ``<title>`` of as few.
_SHORT = 0.3
#: What a short line beside the date scores: it is the title where nothing else can be.
_ANYTHING = 0.3
#: What a heading gains by a date in an element of its own: a site's name has none.
_DATE_IN_HEADING = 2.0
#: How far a line counts that is not shown, as in a copy to print: less than one in a box.
_HIDDEN = 0.1
#: How far a heading counts that says what ``<title>`` calls the site, or is like a site's name and said again.
_SITES = 0.2


def score_of(element: _Element, claims: Claims, names: Names, *, leading: float = 0.0) -> float:
    """Return how well ``element`` serves as the title; 0 where it cannot."""
    text = heading_text(element, claims.folded)
    if not 3 < len(text) < LONGEST or names.by_machine(text):
        return 0
    if (
        element.tag == "address"
        or not fold(text)
        or boilerplate.opens_box(text)
        or is_dateline(text)
        or boilerplate.TEMPLATE.match(text)
        or _TELEPHONE.search(text)
    ):
        return 0
    if _opens_sentence(element):
        return 0
    agrees = _agreement(element, text, claims, names)
    link = next(element.iter("a"), None)
    if (
        link is not None
        and len(joined_text(link)) > 0.8 * len(text)
        and names.address.leads_away(link)
        and (not agrees or names.section(text) or names.address.leads_up(link))
    ):
        return 0
    if not agrees and (is_prose(text) or (element.tag in ("h2", "h3") and text.endswith("."))):
        return 0  # a lead
    named = is_named(element) or is_named(_holder(element))
    rank = 0.0 if heads_web_part(element) else _RANKS.get(tag_of(element), 0.0)
    if not agrees and (not (rank or named or leading) or names.section(text)):
        return 0
    placed = named and leading >= BEFORE_DATE
    if leading and not (agrees > _SHORT or placed) and (len(text.split()) < LABEL or text.endswith(".")):
        # A section's name stands beside the date as often, and a short first sentence.
        leading = 0.0 if text.endswith(".") else _ANYTHING
    own_date = rank and not hints(text) and any(map(is_dateline, map(joined_text, element)))
    dated = _DATE_IN_HEADING if own_date else 0.0
    score = 6 * agrees + rank + named + leading + dated
    sites = names.repeats(text) or _LOGO(class_names(element))
    if fold(text) in claims.sites or (not agrees and sites):
        score *= _SITES
    for above in [element, *element.iterancestors()]:
        if above.tag in HIDDEN or (above.tag == "a" and names.address.leads_away(above)):
            return 0
        if above.tag == "li" and not names.survey.is_wrapper(above):
            return 0
        if is_hidden(above) and not names.survey.is_wrapper(above):
            return score * _HIDDEN
        if boilerplate.is_box(above) and not names.survey.is_wrapper(above):
            return score * 0.2
        if not agrees and above in names.survey.columns:
            return score * 0.2
        if above.tag == "header":
            score *= 0.9
    return score * 0.2 if _ends_path(element, names) else score


def _agreement(element: _Element, text: str, claims: Claims, names: Names) -> float:
    """Return how much of what the page calls itself a line says, 1 for all of it; its address may spell it."""
    says = names.address.says
    if not claims.stated and says(text) and not says(claims.title):
        return 1.0
    folded = fold(text)
    agrees = max((len(folded) / len(claim) for claim in claims.folded if folded in claim), default=0.0)
    if folded in claims.parts and (element.tag in HEADINGS or not names.section(text)):
        agrees = max(agrees, _PART)
    elif agrees < _PART and len(text.split()) < LABEL:
        agrees = 0.0  # "Kinh tế" in "Ban Quản lý Khu kinh tế"
    if agrees < _AGREEMENT:
        agrees = overlap(folded, claims.folded) if element.tag in HEADINGS else 0.0
    if not claims.stated and may_be_section(text) and not is_named(element):
        agrees = min(agrees, _SHORT)  # and so may be <title>
    if not claims.stated and (text.isupper() or len(claims.parts) > 1) and boilerplate.SITE.search(text):
        agrees = min(agrees, _SHORT)
    return agrees


def overlap(folded: str, claims: list[str]) -> float:
    """Return the part of its words that a heading shares with a claim, halved; 0 below a half, or for a label."""
    own = set(folded.split())
    shared = max((len(own & set(claim.split())) / len(own) for claim in claims), default=0.0)
    return shared / 2 if shared >= 0.5 and len(own) > LABEL else 0.0


def heading_text(element: _Element, claims: list[str]) -> str:
    """Return the text without the article's date and counter behind it and the kicker before it.

    A date that the title itself names stays, and so do words that the page calls itself by.
    """
    text = joined_text(element)
    for part in element.iterdescendants():
        line = joined_text(part)
        if 0 < len(line) < len(text) and (is_dateline(line) or boilerplate.is_furniture(line)):
            text = tidy(text.replace(line, " "))
    if len(element) and _COUNTER.fullmatch(last := joined_text(element[-1])):
        own = text.removesuffix(last).rstrip()
        if _COUNTS(class_names(element[-1])) or fold(own) in claims:
            text = own
    if len(element):
        text = _without_kicker(text, next(iter(shown_runs(element)), ""), claims)
    dated = _DATED.search(text)
    if dated is None or any(fold(text) in claim for claim in claims):
        return text
    undated = text[: dated.start()].strip()
    return text if _TIED.search(undated) or _BARE.fullmatch(dated[0]) else undated


def _without_kicker(text: str, first: str, claims: list[str]) -> str:
    """Return a heading without its ``first`` run of text, if the page calls itself by what is behind it."""
    own = text.removeprefix(first).lstrip(" -–:|/")
    whole, rest = fold(text), fold(own)
    said = 0 < len(own) < len(text) and len(rest.split()) >= LABEL
    if said and any(claim.startswith(rest) or claim.endswith(rest) for claim in claims):
        return text if any(whole in claim for claim in claims) else own
    return text


def _opens_sentence(element: _Element) -> bool:
    """Tell whether an element is the first words of a paragraph, set apart: "<b>Bãi mới</b> hút chín dự án."."""
    behind = boilerplate.SHARE_LABEL.sub("", element.tail or "").strip()
    parent = element.getparent() if behind and is_inline(tag_of(element)) else None
    return parent is not None and is_prose(joined_text(parent))


def _holder(element: _Element) -> _Element:
    """Return the element that holds all text of a line: ``<div><span id="lblTitle">``."""
    while len(element) == 1 and not (element.text or "").strip() and not (element[0].tail or "").strip():
        element = element[0]
    return element


def _ends_path(element: _Element, names: Names) -> bool:
    """Tell whether ``element`` stands behind a link home in one line: as the end of the way to the page."""
    before = element.itersiblings("a", preceding=True) if is_inline(tag_of(element)) else ()
    return any(map(names.address.leads_up, before))
