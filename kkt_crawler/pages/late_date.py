"""The date where a page shows none that we read at sight: foreign words, then ever weaker evidence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kkt_crawler import dates
from kkt_crawler.pages.date_places import cost_of
from kkt_crawler.pages.document import HIDDEN, path_of, tidy
from kkt_crawler.pages.lines import line_of
from kkt_crawler.pages.when import MONTHS, read_dateline

if TYPE_CHECKING:
    from datetime import tzinfo

    from lxml.etree import _Element

    from kkt_crawler.dates import Moment
    from kkt_crawler.pages.machine import Machine
    from kkt_crawler.pages.vicinity import Vicinity

#: Day, month in words and year, in either order: "25. September 2018", "5 de outubro de 2018", "märz 3, 2020".
_WORDED = re.compile(
    r"(?<![\w.])(?:\d{1,2}(?:\.|er|º|-?го|-?e)?\s+(?:de\s+|di\s+|d['’])?[^\W\d_]{3,12}\.?,?\s+(?:de\s+|del\s+)?"
    r"|[^\W\d_]{3,12}\.?\s+\d{1,2},?\s+)(?:19|20)\d{2}(?!\d)"
)
#: "2018年11月5日 15時04分" and "2018년 11월 5일".
_EAST_ASIAN = re.compile(
    r"(?P<y>(?:19|20)\d{2})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월]\s?(?P<d>\d{1,2})\s?[日일]"
    r"(?:\s?\([^()]{1,4}\))?(?:\s?(?P<h>\d{1,2})\s?[時时点시:]\s?(?P<min>\d{2}))?"
)
#: The languages whose months are tried, those of most of the news sites that we have seen.
_LANGUAGES = [
    "en", "de", "fr", "es", "pt", "it", "nl", "ru", "uk", "pl", "cs", "sv", "da", "nb", "fi", "tr", "id", "hu",
    "ro",
]  # fmt: skip
#: A date in front of labels: "05/10/2018 - Por: … - Categoria: …".
_LABELLED = re.compile(r"^\W*\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d{2}(?:\W+\d{1,2}:\d{2})?(?=\W.{2,25}:\s)")
#: Lines that say more are sentences.
_LONGEST = 120
#: A line farther from the title, in elements, is another's.
_NEAR = 60
#: /2019/11/19/ or /2019-11-19-, with a name behind it: an article's address, no archive's.
_PATH = re.compile(r"/(?P<y>(?:19|20)\d{2})[/-](?P<m>\d{1,2})[/-](?P<d>\d{1,2})[/-](?=[^/?#]*[a-z]{3})", re.I)
_CHANGED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod")


def find_late(
    vicinity: Vicinity, machine: Machine, *, zone: tzinfo, language: str
) -> tuple[Moment | None, str, _Element | None]:
    """Return the date, its evidence and the line that shows it.

    A line near the title in another language's words; machine data about the page instead of the article; the
    address; last, when the page was changed. Only a page that says itself that it is an article is believed to
    mean itself with the second and the last.
    """
    found, line = _worded(vicinity, zone, language)
    if found is not None and line is not None:
        return found, f"structure {path_of(line)}, worded", line
    for statement, source in _statements(machine, vicinity.address.url):
        moment = dates.parse(statement, zone=zone) if statement else None
        if moment is not None:
            return moment, source, None
    return None, "", None


def _worded(vicinity: Vicinity, zone: tzinfo, language: str) -> tuple[Moment | None, _Element | None]:
    """Return the date in words that is nearest to the title."""
    survey, anchor = vicinity.survey, vicinity.anchor
    best: tuple[float, Moment, _Element] | None = None
    start = max(0, anchor - _NEAR)
    for place, element in enumerate(survey.elements[start : anchor + _NEAR], start):
        for text, holder in ((element.text, element), (element.tail, element.getparent())):
            if not text or len(text) > _LONGEST or holder is None or element.tag in HIDDEN:
                continue
            run = f"{text} {element.tail or ''}" if holder is element and text[:1].isdigit() else text
            if labelled := _LABELLED.match(run.lstrip()):
                text = labelled[0]
            elif not (_WORDED.search(text) or _EAST_ASIAN.search(text)):
                continue
            line = line_of(holder)
            cost = cost_of(line, vicinity, place - anchor)
            if cost is None or (best is not None and cost >= best[0]):
                continue
            if (found := read_dateline(_as_iso(tidy(text), language), zone)) is not None:
                best = cost, found, line
    return (best[1], best[2]) if best else (None, None)


def _as_iso(text: str, language: str) -> str:
    """Return ``text`` with dates in words in the form that is read everywhere."""
    text = _EAST_ASIAN.sub(
        lambda match: (
            f"{match['y']}-{match['m']}-{match['d']}" + (f" {match['h']}:{match['min']}" if match["h"] else "")
        ),
        text,
    )
    return _WORDED.sub(lambda match: _month_named(match[0], language), text)


def _month_named(text: str, language: str) -> str:
    day, year = re.findall(r"\d+", text)
    month = _month(max(re.findall(r"[^\W\d_]+", text), key=len).lower(), language)
    return f"{year}-{month}-{day}" if month else text


@lru_cache(maxsize=1024)
def _month(word: str, language: str) -> int:
    """Return the number of the month that ``word`` names, 0 where it names none.

    English months begin as most languages' do. dateparser knows the others; each language costs it some
    milliseconds to load, so the page's own is asked first, and the rest only for a word that is not in it.
    """
    if word[:3] in MONTHS and language != "fi":
        return MONTHS.index(word[:3]) + 1
    import dateparser  # its import alone costs 0.1 s

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True}
    for code in sorted(_LANGUAGES, key=lambda code: code != language):
        if at := dateparser.parse(f"1 {word} 2000", languages=[code], settings=settings):
            return at.month
    return 0


def _statements(machine: Machine, url: str) -> list[tuple[str, str]]:
    """Return weaker statements and their names, best first."""
    path = _PATH.search(url)
    address = (f"{path['y']}-{path['m']}-{path['d']}" if path else "", "address")
    if not machine.says_article:
        return [address]
    changed, name = machine.meta(*_CHANGED)
    day = dates.parse(changed)
    return [
        (machine.anywhere("datePublished"), "json-ld datePublished of the page"),
        address,
        (f"{day.at:%Y-%m-%d}" if day else "", f"meta {name}"),
    ]
