"""What a page calls itself: the titles its machine data states, without what names the site or the template."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import HEADINGS, ancestors, joined_text, whole_text
from kkt_crawler.pages.opening import BEFORE_PROSE, BEHIND_DATE, LABEL, MENU, Opening, find_opening, is_banner
from kkt_crawler.text import fold, is_vietnamese

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lxml.etree import _Element

    from kkt_crawler.pages.address import Address
    from kkt_crawler.pages.machine import Machine
    from kkt_crawler.pages.survey import Survey

#: What parts ``<title>``, or a headline.
_PARTS = re.compile(rf"{boilerplate.DASHED.pattern}|:\s+")
#: How a title ends that was cut to a length.
_CUT = re.compile(r"\s*(?:…|\.{3})$")
#: A title that is longer or has one of these marks names no site: most need not be looked for on the page.
_LONGEST_NAME = 100
_MARKS = re.compile(r"[?!%,;\"“”'‘’]")
_LONGEST = 400
#: No section's name has more words.
_LONGEST_SECTION = 6
#: The link home, with the site's name, is one of so many at the top: the first, or one to a folder above the page.
#: So is a heading that says it.
_FIRST = 5


@dataclass(frozen=True)
class Claims:
    """What machine data says that the article is called, what said it, and ``<title>``; "" where there is none."""

    stated: str
    source: str
    title: str
    sites: frozenset[str] = frozenset()  #: what names the site in machine data or ``<title>``, for comparing

    @cached_property
    def folded(self) -> list[str]:
        """Both titles, for comparing."""
        return [fold(claim) for claim in (self.stated, self.title) if claim]

    @cached_property
    def parts(self) -> set[str]:
        """What a heading may say, for comparing: a part of ``<title>``, if machine data says no more.

        A headline may have the separators of its own: "Một - hai: ba | Báo" is "Một - hai: ba", too.
        """
        if self.stated:
            return set(self.folded)
        signs = [sign.span() for sign in boilerplate.DASHED.finditer(self.title)]
        sides = chain.from_iterable((self.title[:start], self.title[end:]) for start, end in signs)
        return {fold(part) for part in (self.title, *_PARTS.split(self.title), *sides)}

    @cached_property
    def said(self) -> str:
        """Both titles in small letters."""
        return f"{self.stated}\n{self.title}".casefold()


class Names:
    """What on the page names its site or a section, and so no article."""

    def __init__(self, survey: Survey, machine: Machine, address: Address) -> None:
        self.survey = survey
        self._machine = machine
        self.address = address
        self.page_title = machine.title  #: ``<title>``
        self._known: dict[str, bool] = {}

    @cached_property
    def opening(self) -> Opening:
        """Where the article begins, by lines that name neither: asked for by claims and headline."""
        return find_opening(self.survey, self)

    def no_article(self, text: str) -> bool:
        """Tell whether ``text`` is a template's, or the site's by machine data, a link home, or its imprint."""
        if text not in self._known:
            known = self.by_machine(text) or bool(boilerplate.TEMPLATE.match(text))
            may_be = 0 < len(text) < _LONGEST_NAME and not _MARKS.search(text)
            self._known[text] = known or (may_be and self._is_shown(text))
        return self._known[text]

    def _is_shown(self, name: str) -> bool:
        capitals = name.upper()  # as banners and imprints have it
        runs = enumerate(self.survey.runs)
        shown = [(at, holder, run) for at, (_, holder, run) in runs if name in run or capitals in run]
        for at, holder, run in shown:
            if boilerplate.is_imprint(run):
                return True
            if run.strip() in (name, capitals) and (self._leads_up(holder) or self._opens_imprint(at)):
                return True
        if self._opens_page(name):
            return True
        if any(holder.tag in HEADINGS for _, holder, _ in shown):
            return False
        return any(image.get("alt") == name and self._leads_up(image) for image in self.survey.body.iter("img"))

    def _opens_page(self, name: str) -> bool:
        """Tell whether the page's first link says ``name``, or one of the first that leads to a folder above."""
        links = list(islice(self.survey.body.iter("a"), _FIRST))
        saying = [link for link in links if joined_text(link) == name]
        first = self.away(links)[:1] if saying else []
        return any(link in first or self.address.leads_up(link) for link in saying)

    def _opens_imprint(self, at: int) -> bool:
        """Tell whether the run ``at`` is right above an imprint; a headline is above a picture's credit."""
        runs = self.survey.runs
        return runs[at][1].tag not in ("h1", "h2") and any(
            boilerplate.is_imprint(run) for *_, run in runs[at + 1 : at + 2]
        )

    def _leads_up(self, element: _Element) -> bool:
        link = _link_around(element)
        return link is not None and self.address.leads_up(link)

    def in_link(self, element: _Element) -> bool:
        """Tell whether ``element`` stands in a link to another page."""
        link = _link_around(element)
        if link is not None:
            return self.address.leads_away(link)
        clicked = self.survey.clicked
        return bool(clicked) and not clicked.isdisjoint(ancestors(element))

    def away(self, links: list[_Element]) -> list[_Element]:
        """Return those of ``links`` that lead to another page."""
        return [link for link in links if self.address.leads_away(link)]

    def repeats(self, text: str) -> bool:
        """Tell whether ``text`` is like a paper's or a portal's name, and stands on the page more than once."""
        return boilerplate.SITE.search(text) is not None and sum(text in run for *_, run in self.survey.runs) > 1

    def by_machine(self, text: str) -> bool:
        """Tell whether machine data gives ``text`` as the name of the site."""
        return text.casefold() in self._machine.organisations

    def heads(self, text: str) -> bool:
        """Tell whether ``text`` is what a heading of the page says in full."""
        return any(joined_text(heading) == text for heading in self.survey.body.iter("h1", "h2", "h3", "h4"))

    def section(self, text: str) -> bool:
        """Tell whether ``text`` is what a short link to another page says."""
        return any(self.address.leads_away(link) for link in self._entries.get(text.casefold(), ()))

    @cached_property
    def _entries(self) -> dict[str, list[_Element]]:
        """The links with a few words, by what they say in small letters."""
        found: dict[str, list[_Element]] = {}
        for link in self.survey.body.iter("a"):
            if len(link):
                text = whole_text(link)  # at a fifth of the cost of the shown: most are headlines
                line = joined_text(link).split() if len(text.split()) - text.count("-") <= LABEL else []
            else:
                line = (link.text or "").split()
            if line and len(line) - line.count("-") <= LABEL:
                found.setdefault(" ".join(line).casefold(), []).append(link)
        return found


def find_claims(survey: Survey, machine: Machine, names: Names) -> Claims:
    """Return what machine data and ``<title>`` say that the article is called."""
    sites: set[str] = set()
    for text, source in _statements(machine):
        if text and names.no_article(text):
            sites.add(fold(text))
        if stated := _own(text, names):
            title = machine.title
            stated = _whole(stated, title, survey, names)
            if _names_section(stated, title, survey, names):
                continue
            if _names_site(stated, machine, survey, names):
                sites.add(fold(stated))
                continue
            # What else stands in <title> is the site's.
            title = "" if has_part(title, stated) else _own(title, names)
            return Claims(stated, source, title, frozenset(sites))
    # Where what is stated names the site, a <title> that says no more does so, too.
    title = _own(machine.title, names)
    title = _without(title, boilerplate.DASHED, lambda part: fold(part) in sites)
    named = boilerplate.SITE.search(title) and not _PARTS.search(title)
    if fold(title) in sites or names.no_article(title) or (named and _opens_otherwise(fold(title), names)):
        title = ""
    parts = [machine.title, *boilerplate.DASHED.split(machine.title)]
    sites |= {fold(part) for part in parts if not title or names.no_article(part)}
    return Claims("", "", title, frozenset(sites))


def _names_section(stated: str, title: str, survey: Survey, names: Names) -> bool:
    """Tell whether a template states a section's name, "Tin tức", that neither ``<title>`` nor a line shows.

    A line may show one where ``<title>`` is what a longer heading says, or that line leads to the section.
    """
    words = len(stated.split())
    if has_part(title, stated) or not (is_vietnamese(stated) or stated.isascii()):
        return False  # other scripts may have no blanks between words
    own = fold(stated)
    if title and words - stated.count(" - ") <= LABEL and names.section(stated):
        return True
    if words <= _LONGEST_SECTION:
        headings = (joined_text(heading) for heading in survey.body.iter("h1"))
        others = (
            said for said in headings if len(said.split()) > words and not {*own.split()} & {*fold(said).split()}
        )
        if any(has_part(title, said) for said in others):
            return True
    if words >= LABEL:
        return False
    return not any(fold(joined_text(holder)) == own for _, holder, run in survey.runs if run.strip() in stated)


def _names_site(stated: str, machine: Machine, survey: Survey, names: Names) -> bool:
    """Tell whether a template states the site's name for every page, while this one shows another title.

    So it may be where the page calls itself a website, the title is like a paper's or a portal's name, or stands
    in the banner. No line says it then, or one that is not where titles are. Of what is no such name, a heading,
    or a line that is no section's, says a part of ``<title>``; or one beside the date has few of the words stated.
    """
    title, own = machine.title, fold(stated)
    named = boilerplate.SITE.search(stated) is not None or _stands_in_banner(own, names)
    if not named and machine.meta("og:type")[0] != "website":
        return False
    begins = stated[:2].casefold()
    lines = (holder for _, holder, run in survey.runs if run.lstrip()[:2].casefold() == begins)
    same = [holder for holder in chain(survey.root.iter("h1"), lines) if fold(joined_text(holder)) == own]
    headings = [holder for holder in same if holder.tag in HEADINGS]
    if named and same:  # its banner and its imprint say a site's name, too
        placed = any(_is_placed(holder, survey, names) for holder in same)
        return not (placed or headings) or _opens_otherwise(own, names, dated=placed)
    if headings or (same and not has_part(title, stated)):
        return False
    if same and fold(title) == own:
        return _opens_otherwise(own, names)
    lines = (holder for _, holder, run in survey.runs if run.count(" ") >= LABEL and run.strip() in title)
    for line in chain(survey.root.iter("h1"), lines):
        said = joined_text(line)
        if said and fold(said) != own and has_part(title, said) and not names.in_link(line):
            return True
    if named:
        return not any(fold(run).startswith(own) for *_, run in survey.runs)
    return not same and _opens_otherwise(own, names)


def _stands_in_banner(own: str, names: Names) -> bool:
    """Tell whether the first headings that say ``own`` stand above the menu of a Vietnamese page: the site's."""
    first = islice(names.survey.body.iter("h1", "h2", "h3"), _FIRST)
    headings = [heading for heading in first if fold(joined_text(heading)) == own]
    # Where prose begins tells most, and costs less than where the article does.
    if not headings or not all(is_banner(names.survey, heading, Opening({}, None)) for heading in headings):
        return False
    lines = names.opening.lines
    return any(is_vietnamese(joined_text(line)) for line in lines) and all(
        is_banner(names.survey, heading, names.opening) for heading in headings
    )


def _is_placed(holder: _Element, survey: Survey, names: Names) -> bool:
    """Tell whether an element is one of the lines that may be the title, or stands above one below the menu.

    What calls itself a portal or a paper on the web stands there as a banner.
    """
    lines = names.opening.lines
    if holder in lines:
        return True
    said = joined_text(holder)
    if boilerplate.PORTAL.match(said) or boilerplate.ONLINE.fullmatch(said):
        return False
    place, below = survey.place(holder), map(survey.place, lines)
    return any(place < other and survey.entries_between(place, other) <= MENU for other in below)


def _opens_otherwise(own: str, names: Names, *, dated: bool = True) -> bool:
    """Tell whether the lines that most likely are the title are not ``own``, which may be a site's name.

    They stand beside a date, or need not be ``dated``. A name has no figures, as a day or an issue has.
    """
    lines = {} if any(letter.isdigit() for letter in own) else names.opening.lines
    best = max(lines.values(), default=0.0)
    if best < (BEHIND_DATE if dated else BEFORE_PROSE):
        return False
    said = [set(fold(joined_text(line)).split()) for line, score in lines.items() if score == best]
    return any(len(line) >= LABEL for line in said) and not any(
        len(line & set(own.split())) >= len(line) / 2 for line in said
    )


def _statements(machine: Machine) -> Iterator[tuple[str, str]]:
    yield machine.text("headline"), "json-ld headline"
    for name in ("og:title", "twitter:title"):
        yield machine.meta(name)[0], f"meta {name}"


def _own(title: str, names: Names) -> str:
    """Return ``title`` without the site's name in front or behind; "" where it names only that or the template."""
    if names.no_article(title) or all(map(names.no_article, boilerplate.DASHED.split(title))):
        return ""
    signs = boilerplate.DASHED if ":" in title and names.heads(title) else _PARTS  # who announces it, and what
    title = _before_site(_without(title, signs, names.by_machine), names)
    own = _without(title, boilerplate.DASHED, names.no_article)
    # A place that the imprint names as well may be the first words of the headline.
    return title if own != title and names.heads(title) else own


def _before_site(title: str, names: Names) -> str:
    """Return what the page says in a line, of a title in which a name like a site's stands behind that."""
    sign = next(reversed(list(boilerplate.DASHED.finditer(title))), None)
    if sign is None or not boilerplate.SITE.search(title[sign.end() :]):
        return title
    own = title[: sign.start()]
    said = len(own.split()) > LABEL and not boilerplate.SITE.search(own)
    return own if said and any(run.strip() == own for *_, run in names.survey.runs) else title


def without_section(title: str, names: Names) -> str:
    """Return ``title`` without the names of sections, which links say, in front and behind."""
    return _without(title, boilerplate.DASHED, names.section)


def _without(title: str, separator: re.Pattern[str], is_name: Callable[[str], bool]) -> str:
    parts = separator.split(title)
    own = [part for part in parts if len(parts) > 1 and not is_name(part)]
    if len(own) in (0, len(parts)):
        return title
    start = title.index(own[0])
    return title[start : title.rindex(own[-1]) + len(own[-1])]


def has_part(title: str, part: str) -> bool:
    """Tell whether ``title`` is ``part``, or has it in front of other things or behind them."""
    return "\0" in boilerplate.DASHED.split(title.replace(part, "\0", 1))


def _whole(stated: str, title: str, survey: Survey, names: Names) -> str:
    """Return a title that was cut to a length as ``<title>`` or the page says it in full, where they do."""
    cut = _CUT.search(stated)
    if cut is None:
        return stated
    start = stated[: cut.start()]
    lines = (joined_text(holder) for _, holder, run in survey.runs if start in run and not names.in_link(holder))
    whole = (line for line in (_own(title, names), *lines) if line.startswith(start) and not _CUT.search(line))
    return next((line for line in whole if len(start) < len(line) < _LONGEST), stated)


def _link_around(element: _Element) -> _Element | None:
    return element if element.tag == "a" else next(element.iterancestors("a"), None)
