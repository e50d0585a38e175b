"""The article's title, and the element of the page that shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import (
    HEADINGS,
    HIDDEN,
    is_hidden,
    joined_text,
    names,
    path_of,
    tag_of,
    tidy,
    words,
)
from kkt_crawler.pages.shown_date import is_date_label, is_dateline
from kkt_crawler.text import fold, one_line

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.etree import _Element

    from kkt_crawler.pages.machine import Machine
    from kkt_crawler.pages.survey import Survey

_NAMED = words("[a-z]*title", "[a-z]*tieu~de[a-z]*", "head~line[a-z]*", "name", "heading", "ten~bai")
#: A date, with or without brackets, at the end of a heading, and what ties one to the words before it.
_DATED = re.compile(r"[\s(\[|,–-]*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}[^\w]*(?:\d{1,2}[:h]\d{2}(?::\d{2})?)?[\s)\]]*$")
_TIED = re.compile(r"(?<!\w)(?:ngày|từ|đến|tới|sáng|trưa|chiều|tối|đêm)$")
_LONGEST = 400
#: A longer run is prose, and so is one half as long with a full stop.
_PROSE, _SENTENCE = 160, 60
#: What parts the page's name from the site's in ``<title>``.
_PARTS = re.compile(r"\s+[|»–-]\s+|:\s+")
#: A site's name behind the page's.
_SITE = re.compile(r"(?<=\S{3})\s+[|»–-]\s+[^|»–]{2,60}$")
#: Where a site's name links to.
_HOME = re.compile(r"^(?:https?://[^/]+)?/?(?:[^?#]*/)?(?:(?:default|index|home|trang-chu)\.\w+)?$", re.I)
#: A heading agrees with what the page calls itself when it is at least this part of it.
_AGREEMENT = 0.2
#: A lower heading that is less of the stated title is one of the text's own; a heading that is one of the parts of
#: ``<title>`` agrees at least so well: "Tin vắn" behind a long site name.
_PART = 0.5
#: A line of so many words that is also a link's names a section.
_LABEL = 4
#: What a line scores that stands before the date, behind it, or before the first prose, as a subheading may too.
_BEFORE_DATE, _BEHIND_DATE, _BEFORE_PROSE = 3.0, 2.2, 2.0
#: What a short line beside the date scores: it is the title where nothing else can be.
_ANYTHING = 0.3
#: A line no longer is a button's: "Zalo".
_BUTTON = 5
#: More links than this in a row are a menu.
_MENU = 5
#: A heading that scores so much agrees well; one that scores less is compared with text that is no heading.
_SURE, _LIKELY = 5.0, 1.7
#: What a heading scores that repeats machine data word for word, but stands in an element named like a box.
_BOXED = 1.4


@dataclass(frozen=True, slots=True)
class Headline:
    """A title, where it is shown (None where only machine data says it), and what gave it."""

    text: str
    element: _Element | None
    evidence: str
    confirmed: bool = False  #: machine data says so too


def find_headline(survey: Survey, machine: Machine, declared: _Element | None, selector: str) -> Headline | None:
    """Return the title: machine data checked against the page's headings, or the heading itself."""
    document_title = machine.title
    stated, source = _stated(machine)
    stated = _without_site(stated, machine)
    claims = [fold(claim) for claim in (stated, document_title) if claim]
    if declared is not None and (text := _heading_text(declared, claims)):
        return Headline(text, declared, f"selector {selector}")
    said = f"{stated}\n{document_title}".casefold()
    element = _shown(survey, claims, machine, stated=stated, said=said)
    shown = _heading_text(element, claims) if element is not None else ""
    if stated:
        if element is not None and fold(stated).startswith(fold(shown)) and len(shown) > 0.5 * len(stated):
            return Headline(shown, element, f"structure {path_of(element)}, agrees with {source}", confirmed=True)
        return Headline(stated, element, source, confirmed=True)
    if shown and element is not None:
        return Headline(shown, element, f"structure {path_of(element)}")
    # A heading that says the same and was not taken is a banner's: <title> is no more than the site's name.
    if not document_title or any(fold(joined_text(heading)) in claims for heading in survey.root.iter("h1")):
        return None
    return Headline(_SITE.sub("", document_title), None, "structure title")


def _without_site(stated: str, machine: Machine) -> str:
    """Return a stated title without the site's name before or behind it."""
    parts = _PARTS.split(stated)
    if len(parts) < 2:
        return stated
    own = [part for part in parts if part.casefold() not in machine.organisations]
    if not own or len(own) == len(parts):
        return stated
    start = stated.index(own[0])
    return stated[start : stated.rindex(own[-1]) + len(own[-1])]


def _stated(machine: Machine) -> tuple[str, str]:
    if headline := machine.text("headline"):
        return headline, "json-ld headline"
    title, name = machine.meta("og:title", "twitter:title")
    return title, f"meta {name}" if title else ""


def _heading_text(element: _Element, claims: list[str]) -> str:
    """Return the text without the article's date behind it; a date that the title itself names stays."""
    text = joined_text(element)
    for child in element:
        if (line := joined_text(child)) and len(line) < len(text) and is_dateline(line):
            text = tidy(text.replace(line, " "))
    dated = _DATED.search(text)
    if dated is None or any(fold(text) in claim for claim in claims):
        return text
    undated = text[: dated.start()].strip()
    return text if _TIED.search(undated) else undated


def _shown(survey: Survey, claims: list[str], machine: Machine, *, stated: str, said: str) -> _Element | None:
    """Return the element that shows the title: the best heading that agrees with what the page calls itself."""
    root = survey.body
    parts = set(claims) if stated else {fold(part) for part in _PARTS.split(said)}
    best: tuple[float, _Element] | None = None
    leading: dict[_Element, float] | None = None
    for tags in (("h1",), ("h2", "h3")):
        for element in root.iter(*tags):
            if stated and element.tag != "h1" and not _repeats(joined_text(element), stated, said):
                continue
            score = _score(element, claims, machine, parts=parts)
            if score > _LIKELY and not (stated and _repeats(joined_text(element), stated, stated.casefold())):
                leading = _leading(survey) if leading is None else leading
                score = 0.0 if _is_banner(survey, element, leading) else score
            if score and (best is None or score > best[0]):
                best = score, element
        if best is not None and best[0] >= _SURE:
            return best[1]
    if best is not None and stated and best[0] >= _BOXED:
        return best[1]
    leading = {} if stated else leading or _leading(survey)
    leading = {above: near for above, near in leading.items() if not _is_banner(survey, above, leading)}
    for element in [*root.iter("span", "div", "td", "font", "p", "b", "strong", "h4", "h5", "th"), *leading]:
        text = element.text
        if element in leading or (text and 3 < len(text) < _LONGEST and not text.isspace()):
            line = tidy(text or "")
            if (stated and line.casefold() not in said) or (
                len(line) <= _BUTTON and element not in leading and fold(line) not in parts
            ):
                continue
            score = _score(element, claims, machine, leading=leading.get(element, 0.0), parts=parts)
            if score and (best is None or score > best[0]):
                best = score, element
    if best is None or (best[0] < _LIKELY and (stated or _is_banner(survey, best[1], leading))):
        return None
    return best[1]


def _repeats(text: str, stated: str, said: str) -> bool:
    """Tell whether a heading says what machine data does, or most of it."""
    return text.casefold() in said and len(text) > 0.5 * len(stated)


def _is_banner(survey: Survey, element: _Element, leading: Collection[_Element]) -> bool:
    """Tell whether the site's menu stands between ``element`` and the article: then it is the site's own name."""
    start = survey.place(element)
    after = enumerate(survey.elements[start + 1 :], start + 1)
    article = next((place for place, other in after if other in leading or _has_prose(survey, other)), start)
    return survey.links_between(start, article) > _MENU


def _has_prose(survey: Survey, element: _Element) -> bool:
    return element in survey.own and element.tag not in boilerplate.BOX_TAGS and element.tag != "time"


def _overlap(folded: str, claims: list[str]) -> float:
    """Return the part of its words that a heading shares with a claim, halved; 0 below a half."""
    own = set(folded.split())
    shared = max((len(own & set(claim.split())) / len(own) for claim in claims), default=0.0)
    return shared / 2 if shared >= 0.5 and len(own) > 2 else 0.0


def _leading(survey: Survey) -> dict[_Element, float]:
    """Return the elements whose text stands right beside a dateline or before the first prose, with its score."""
    found: dict[_Element, float] = {}
    before: _Element | None = None
    after_date = False
    sections = _sections(survey)
    aside: set[_Element] = set()
    wrapper = survey.raw.get(survey.root, 0.0) / 2
    main = survey.densest(survey.body)
    for element in survey.elements:
        if element.getparent() in aside or (_is_aside(element) and survey.raw.get(element, 0.0) <= wrapper):
            aside.add(element)
            continue
        if element.tag in HIDDEN:
            continue
        for text, holder in ((element.text, element), (element.tail, element.getparent())):
            if not text or text.isspace() or holder is None:
                continue
            if _is_linked(holder):
                before, after_date = None, False
                continue
            line = one_line(text)
            if is_dateline(line):
                found.update({before: _BEFORE_DATE} if before is not None else {})
                after_date = True
            elif (
                boilerplate.is_furniture(line)
                or boilerplate.SHARE_LABEL.match(line)
                or line.casefold() in sections
                or is_date_label(line)
                or boilerplate.BYLINE(names(holder))
            ):
                continue
            elif _is_prose(line):
                if before is not None:
                    found.setdefault(before, _BEFORE_PROSE)
                if main is holder or main in holder.iterancestors():
                    return found
                before = None  # a teaser's prose, in a column before the article's
            elif len(line) > _BUTTON:
                before = next((above for above in holder.iterancestors() if holder.tag == "a"), holder)
                found.update({before: _BEHIND_DATE} if after_date else {})
                after_date = False
    return found


def _sections(survey: Survey) -> set[str]:
    """Return what short links say, in small letters: a line that says the same names a section."""
    lines = [joined_text(link) if len(link) else link.text or "" for link in survey.root.iter("a")]
    words = [line.split() for line in lines]
    return {" ".join(line).casefold() for line in words if len(line) - line.count("-") <= _LABEL}


def _is_prose(line: str) -> bool:
    return len(line) > _PROSE or (len(line) > _SENTENCE and line.endswith("."))


def _is_aside(element: _Element) -> bool:
    """Tell whether the element is hidden, a list's or a box's: what it says leads to no article."""
    return (
        (element.tag == "li" and not is_dateline(joined_text(element)))
        or element.tag in boilerplate.BOX_TAGS
        or boilerplate.BOX(names(element))
        or is_hidden(element)
    )


def _is_linked(element: _Element) -> bool:
    link = element if element.tag == "a" else next(element.iterancestors("a"), None)
    return link is not None and link.get("href") != "#"


def _score(
    element: _Element, claims: list[str], machine: Machine, *, leading: float = 0.0, parts: set[str]
) -> float:
    """Return how well ``element`` serves as the title; 0 where it cannot."""
    text = _heading_text(element, claims)
    if not 3 < len(text) < _LONGEST or text.casefold() in machine.organisations:
        return 0
    folded = fold(text)
    if not folded or boilerplate.opens_box(text) or is_dateline(text):
        return 0
    agrees = max((len(folded) / len(claim) for claim in claims if folded in claim), default=0.0)
    if folded in parts:
        agrees = max(agrees, _PART)
    elif agrees < _PART and len(text.split()) < _LABEL:
        agrees = 0.0  # "Kinh tế" in "Ban Quản lý Khu kinh tế"
    if agrees < _AGREEMENT:
        agrees = _overlap(folded, claims) if element.tag in HEADINGS else 0.0
    link = next(element.iter("a"), None)
    if (
        link is not None
        and len(joined_text(link)) > 0.8 * len(text)
        and link.get("href") != "#"
        and (not agrees or _HOME.match(link.get("href") or "#"))
    ):
        return 0
    if not agrees and _is_prose(text):
        return 0
    named = _NAMED(names(element))
    rank = {"h1": 2.0, "h2": 1.2, "h3": 0.6}.get(tag_of(element), 0.0)
    if not agrees and not rank and not named and not leading:
        return 0
    if leading and not agrees and (len(text.split()) < _LABEL or text.endswith(".")):
        # A section's name stands beside the date as often, and a short first sentence.
        leading = 0.0 if text.endswith(".") else _ANYTHING
    score = 6 * agrees + rank + named + leading
    for above in [element, *element.iterancestors()]:
        if above.tag in HIDDEN or above.tag in ("a", "li"):
            return 0
        if above.tag in boilerplate.BOX_TAGS or boilerplate.BOX(names(above)):
            return score * 0.2
        if above.tag == "header":
            score *= 0.9
    return score
