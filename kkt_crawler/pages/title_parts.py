"""A title without what stands in front of it or behind: the site's name, a section's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import joined_text
from kkt_crawler.pages.opening import LABEL

if TYPE_CHECKING:
    from collections.abc import Callable

    from kkt_crawler.pages.site_names import Names

#: What parts ``<title>``, or a headline.
PARTS = re.compile(rf"{boilerplate.DASHED.pattern}|:\s+")
#: How a title ends that was cut to a length.
_CUT = re.compile(r"\s*(?:…|\.{3})$")
_LONGEST = 400


def own_part(title: str, names: Names) -> str:
    """Return ``title`` without the site's name in front or behind; "" where it names only that or the template."""
    if names.no_article(title) or all(map(names.no_article, boilerplate.DASHED.split(title))):
        return ""
    signs = boilerplate.DASHED if ":" in title and names.heads(title) else PARTS  # who announces it, and what
    title = _before_site(without(title, signs, names.by_machine), names)
    own = without(title, boilerplate.DASHED, names.no_article)
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
    return without(title, boilerplate.DASHED, names.section)


def without(title: str, separator: re.Pattern[str], is_name: Callable[[str], bool]) -> str:
    """Return ``title`` without the parts in front and behind that are names; whole where all are."""
    parts = separator.split(title)
    own = [part for part in parts if len(parts) > 1 and not is_name(part)]
    if len(own) in (0, len(parts)):
        return title
    start = title.index(own[0])
    return title[start : title.rindex(own[-1]) + len(own[-1])]


def has_part(title: str, part: str) -> bool:
    """Tell whether ``title`` is ``part``, or has it in front of other things or behind them."""
    return "\0" in boilerplate.DASHED.split(title.replace(part, "\0", 1))


def in_full(stated: str, title: str, names: Names) -> str:
    """Return a title that was cut to a length as ``<title>`` or the page says it in full, where they do."""
    cut = _CUT.search(stated)
    if cut is None:
        return stated
    start = stated[: cut.start()]
    lines = (
        joined_text(holder) for _, holder, run in names.survey.runs if start in run and not names.in_link(holder)
    )
    whole = (line for line in (own_part(title, names), *lines) if line.startswith(start) and not _CUT.search(line))
    return next((line for line in whole if len(start) < len(line) < _LONGEST), stated)
