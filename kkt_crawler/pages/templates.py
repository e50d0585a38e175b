"""Whether a title that machine data states is a template's: the site's name or a section's, on every page."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import HEADINGS, joined_text
from kkt_crawler.pages.opening import BEFORE_PROSE, BEHIND_DATE, LABEL, MENU, Opening, is_banner
from kkt_crawler.pages.title_parts import has_part
from kkt_crawler.text import fold, is_vietnamese

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.machine import Machine
    from kkt_crawler.pages.site_names import Names

#: No section's name has more words.
_LONGEST_SECTION = 6
#: A banner's heading is one of so many at the top.
_FIRST = 5


def names_section(stated: str, title: str, names: Names) -> bool:
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
        headings = (joined_text(heading) for heading in names.survey.body.iter("h1"))
        others = (
            said for said in headings if len(said.split()) > words and not {*own.split()} & {*fold(said).split()}
        )
        if any(has_part(title, said) for said in others):
            return True
    if words >= LABEL:
        return False
    return not any(
        fold(joined_text(holder)) == own for _, holder, run in names.survey.runs if run.strip() in stated
    )


def names_site(stated: str, machine: Machine, names: Names) -> bool:
    """Tell whether a template states the site's name for every page, while this one shows another title.

    So it may be where the page calls itself a website, the title is like a paper's or a portal's name, or stands
    in the banner. No line says it then, or one that is not where titles are. Of what is no such name, a heading,
    or a line that is no section's, says a part of ``<title>``; or one beside the date has few of the words stated.
    """
    survey, title, own = names.survey, machine.title, fold(stated)
    named = boilerplate.SITE.search(stated) is not None or _stands_in_banner(own, names)
    if not named and machine.meta("og:type")[0] != "website":
        return False
    begins = stated[:2].casefold()
    lines = (holder for _, holder, run in survey.runs if run.lstrip()[:2].casefold() == begins)
    same = [holder for holder in chain(survey.root.iter("h1"), lines) if fold(joined_text(holder)) == own]
    headings = [holder for holder in same if holder.tag in HEADINGS]
    if named and same:  # its banner and its imprint say a site's name, too
        placed = any(_is_placed(holder, names) for holder in same)
        return not (placed or headings) or opens_otherwise(own, names, dated=placed)
    if headings or (same and not has_part(title, stated)):
        return False
    if same and fold(title) == own:
        return opens_otherwise(own, names)
    lines = (holder for _, holder, run in survey.runs if run.count(" ") >= LABEL and run.strip() in title)
    for line in chain(survey.root.iter("h1"), lines):
        said = joined_text(line)
        if said and fold(said) != own and has_part(title, said) and not names.in_link(line):
            return True
    if named:
        return not any(fold(run).startswith(own) for *_, run in survey.runs)
    return not same and opens_otherwise(own, names)


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


def _is_placed(holder: _Element, names: Names) -> bool:
    """Tell whether an element is one of the lines that may be the title, or stands above one below the menu.

    What calls itself a portal or a paper on the web stands there as a banner.
    """
    lines = names.opening.lines
    if holder in lines:
        return True
    said = joined_text(holder)
    if boilerplate.PORTAL.match(said) or boilerplate.ONLINE.fullmatch(said):
        return False
    survey = names.survey
    place, below = survey.place(holder), map(survey.place, lines)
    return any(place < other and survey.entries_between(place, other) <= MENU for other in below)


def opens_otherwise(own: str, names: Names, *, dated: bool = True) -> bool:
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
