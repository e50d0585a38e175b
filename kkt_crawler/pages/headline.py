"""The article's title, and the element of the page that shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import ancestors, joined_text, path_of, tidy
from kkt_crawler.pages.opening import (
    BEFORE_DATE,
    BEHIND_DATE,
    BUTTON,
    LABEL,
    Opening,
    is_banner,
    is_called_title,
)
from kkt_crawler.pages.title_parts import has_part, without_section
from kkt_crawler.pages.title_score import LONGEST, heading_text, overlap, score_of
from kkt_crawler.pages.when import is_dateline
from kkt_crawler.text import fold, is_vietnamese

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from kkt_crawler.pages.claims import Claims
    from kkt_crawler.pages.machine import Machine
    from kkt_crawler.pages.site_names import Names
    from kkt_crawler.pages.survey import Survey

#: What a title is set in that is no heading.
_LINES = ("span", "div", "td", "font", "p", "b", "strong", "h4", "h5", "th", "caption", "legend", "label")
_TITLE_LABELS = frozenset(("tiêu đề", "tiêu đề:"))
#: The same with the blanks around it.
_LONGEST_LABEL = 40
#: The label of a kind of article in front of a title.
_KIND = re.compile(
    r"\[[^\]]{2,25}\]\s*|(?:(?:chùm\s+|phóng\s+sự\s+|bộ\s+)?ảnh|video(?:\s+clip)?|clip|photos?|audio|podcast|info(?:-?graphics?)?"
    r"|e-?magazine|mega-?story|long-?form|đồ\s+h(?:ọa|oạ))\s*[:|]\s*",
    re.I,
)
#: A site's name behind the page's.
_SITE = re.compile(r"(?<=\S{3})\s+(?:[|»–-]|::)\s+[^|»–]{2,60}$")
#: The same, and no more than that; the section behind a stroke.
_LAST = re.compile(r"(?<=\S{3})\s+(?:[|»–-]|::)\s+(?:(?!\s-\s)[^|»–]){2,60}$")
_STROKED = re.compile(r"(?<=\S{3})\s+(?:[|»]|::)\s+[^|»]{2,60}$")
#: Titles are cut to no less.
_CUT = 40
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


def declared_headline(element: _Element | None, selector: str, claims: Claims) -> Headline | None:
    """Return the title in the element that ``selector`` finds; None where there is none, or it says nothing."""
    said = heading_text(element, claims.folded) if element is not None else ""
    return Headline(said, element, f"selector {selector}") if said else None


def find_headline(machine: Machine, names: Names, claims: Claims) -> Headline | None:
    """Return the title: machine data checked against the page's headings, or the heading itself."""
    survey = names.survey
    stated, source = claims.stated, claims.source
    labelled = _labelled(survey)
    element = labelled if labelled is not None else _shown(survey, claims, names)
    shown = heading_text(element, claims.folded) if element is not None else ""
    if stated:
        if element is not None and (
            _opens(shown, stated) or _closes(shown, stated) or _completes(shown, stated, machine.title)
        ):
            return Headline(shown, element, f"structure {path_of(element)}, agrees with {source}", confirmed=True)
        if (only := _only_heading(survey, stated, claims, names)) is not None:
            text = heading_text(only, claims.folded)
            return Headline(text, only, f"structure only {path_of(only)}", confirmed=True)
        if (instead := _in_its_place(claims, names, element)) is not None:
            return Headline(heading_text(instead, claims.folded), instead, f"structure {path_of(instead)}")
        saying = _saying(stated, names)
        return Headline(stated, element if saying is None else saying, source, confirmed=True)
    if shown and element is not None:
        return Headline(shown, element, f"structure {path_of(element)}")
    # A heading that says the same and was not taken is a banner's: <title> is no more than the site's name.
    if not claims.title or any(fold(joined_text(heading)) in claims.folded for heading in survey.root.iter("h1")):
        return None
    return Headline(_alone(claims.title, machine.title, names), None, "structure title")


def _alone(title: str, whole: str, names: Names) -> str:
    """Return what is left of ``<title>`` without the section, and without the site if that is in it still.

    A dash may be the headline's own: what is behind the last goes only where nothing is known for the site's name.
    """
    last = _LAST if title == whole else _STROKED
    return last.sub("", without_section(title, names))


def _opens(shown: str, stated: str) -> bool:
    """Tell whether a heading is the stated title or most of it, or all of it before the site's name."""
    most = len(shown) > 0.5 * len(stated) and fold(stated).startswith(fold(shown))
    return most or _precedes_site(shown, stated)


def _only_heading(survey: Survey, stated: str, claims: Claims, names: Names) -> _Element | None:
    """Return the page's only ``<h1>``, if machine data states a section's name, or the same in other words.

    The latter on Vietnamese pages alone, where it is written for search engines: elsewhere either is the title as
    often as the other (of 258 pages of newspapers in 42 countries it would be 206 in place of 209).
    """
    headings = [heading for heading in survey.body.iter("h1") if len(joined_text(heading).split()) >= LABEL]
    if len(headings) != 1:
        return None
    only, said = headings[0], joined_text(headings[0])
    if (
        is_dateline(said)
        or names.no_article(said)
        or names.in_link(only)
        or boilerplate.is_boxed(only, survey.body)
        or not survey.columns.isdisjoint(ancestors(only))
    ):
        return None
    rewritten = is_vietnamese(stated) and overlap(fold(said), [fold(stated)]) > 0
    return only if rewritten or len(stated.split()) < LABEL else None


def _in_its_place(claims: Claims, names: Names, heading: _Element | None) -> _Element | None:
    """Return the line that is the title where a Vietnamese page shows no word of the stated one.

    Templates state the title of another article there. It is what ``<title>`` says; else it stands right before
    the date, or behind it and is called a title.
    """
    own = fold(claims.stated)
    if not is_vietnamese(claims.stated) or any(own in fold(run) for _, _, run in names.survey.runs):
        return None
    lines = names.opening.lines
    found = sorted(lines, key=lambda line: lines[line], reverse=True)
    said = {line: joined_text(line) for line in (found if heading is None else [*found, heading])}
    for line, text in list(said.items()):
        if len(fold(text).split()) < LABEL or overlap(fold(text), [own]) or names.no_article(text):
            del said[line]
    titled = (line for line, text in said.items() if has_part(claims.title, text))
    placed = (line for line in said if _is_placed(line, lines.get(line, 0.0)))
    return next(chain(titled, placed), None)


def _is_placed(line: _Element, near: float) -> bool:
    return near >= BEFORE_DATE or (near >= BEHIND_DATE and is_called_title(line))


def _saying(stated: str, names: Names) -> _Element | None:
    """Return the heading, or the line beside the date, that says the stated title, where another was taken."""
    own = fold(stated)
    lines: Iterable[_Element] = names.survey.body.iter("h1", "h2", "h3")
    if is_vietnamese(stated):  # elsewhere titles are headings, and looking for such lines costs most
        lines = chain(lines, names.opening.lines)
    return next((line for line in lines if fold(joined_text(line)) == own and not names.in_link(line)), None)


def _closes(shown: str, stated: str) -> bool:
    """Tell whether a heading is the stated title without the label of its kind: "Chùm ảnh: …", "[Video] …"."""
    label, said, rest = stated.rpartition(shown)
    return bool(said) and not rest and _KIND.fullmatch(label) is not None


def _completes(shown: str, stated: str, title: str) -> bool:
    """Tell whether a heading goes on where the stated title was cut: in a word, or at a comma before the site."""
    if len(shown) > len(stated) >= _CUT and shown.startswith(stated):
        return shown in title or (stated[-1].isalnum() and shown[len(stated)].isalnum())
    own = _SITE.sub("", stated)
    return own != stated and shown.startswith(own) and shown in title


def _precedes_site(shown: str, stated: str) -> bool:
    return bool(shown) and stated.startswith(shown) and _SITE.fullmatch(stated, len(shown)) is not None


def _labelled(survey: Survey) -> _Element | None:
    """Return the element behind the label "Tiêu đề", in a list of the article's details."""
    short = ((holder, run) for _, holder, run in survey.runs if len(run) < _LONGEST_LABEL)
    labels = (holder for holder, run in short if run.strip().casefold() in _TITLE_LABELS)
    terms = (cell for label in labels for cell in ancestors(label) if cell.tag in ("dt", "th", "td"))
    values = (value for term in terms if (value := term.getnext()) is not None)
    return next((value for value in values if value.tag in ("dd", "td")), None)


def _shown(survey: Survey, claims: Claims, names: Names) -> _Element | None:
    """Return the element that shows the title: the best heading that agrees with what the page calls itself."""
    root, stated = survey.body, claims.stated
    best: tuple[float, _Element] | None = None
    for tags in (("h1",), ("h2", "h3")):
        for element in root.iter(*tags):
            said = joined_text(element)
            if stated and element.tag != "h1" and not _repeats(said, claims):
                continue
            score = score_of(element, claims, names)
            if score > _LIKELY and not (stated and _is_stated(said, claims)):
                below = element.tag != "h1" and _is_below(survey, element, names.opening)
                below = below and element not in names.opening.lines and not _is_part(said, claims, names)
                score = 0.0 if below or is_banner(survey, element, names.opening) else score
            if score and (best is None or score > best[0]):
                best = score, element
        if best is not None and best[0] >= _SURE:
            return best[1]
    if best is not None and stated and best[0] >= _BOXED:
        return best[1]
    opening = Opening({}, None) if stated else names.opening
    leading = {line: near for line, near in opening.lines.items() if not is_banner(survey, line, opening)}
    for element in [*root.iter(*_LINES), *leading]:
        text = element.text
        if len(element) and (not text or text.isspace()) and element[-1].tag != "a":
            text = element[-1].tail  # behind a kicker; behind a link home is the end of the path
        if element in leading or (text and 3 < len(text) < LONGEST and not text.isspace()):
            line = tidy(text or "")
            if (stated and line.casefold() not in claims.said) or (
                len(line) <= BUTTON and element not in leading and fold(line) not in claims.parts
            ):
                continue
            score = score_of(element, claims, names, leading=leading.get(element, 0.0))
            if score and (best is None or score > best[0]):
                best = score, element
    if best is None or (best[0] < _LIKELY and (stated or is_banner(survey, best[1], opening))):
        return None
    return best[1]


def _is_part(text: str, claims: Claims, names: Names) -> bool:
    """Tell whether the address spells a line, or ``<title>`` has it for a part that names no section or site."""
    if names.address.says(text):
        return True
    return len(text.split()) > LABEL and fold(text) in claims.parts and not names.no_article(text)


def _repeats(text: str, claims: Claims) -> bool:
    """Tell whether a heading says what machine data does, or most of it."""
    most = len(text) > 0.5 * len(claims.stated) and text.casefold() in claims.said
    return most or _precedes_site(text, claims.stated)


def _is_stated(text: str, claims: Claims) -> bool:
    """Tell whether a heading repeats machine data, and not all of a ``<title>`` that names only the site."""
    return _repeats(text, claims) and fold(text) != fold(claims.title)


def _is_below(survey: Survey, element: _Element, opening: Opening) -> bool:
    """Tell whether the article's prose begins before ``element``."""
    return opening.prose is not None and opening.prose < survey.place(element)
