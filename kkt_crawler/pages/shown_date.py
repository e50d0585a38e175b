"""The date that a page shows: which of the lines that say when is the article's."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from kkt_crawler.dates import Moment
from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.credits import read_signature
from kkt_crawler.pages.date_lines import NAMED, date_lines
from kkt_crawler.pages.date_places import IN_TEXT, cost_of, in_details
from kkt_crawler.pages.document import (
    HEADINGS,
    HIDDEN,
    ancestors,
    is_inline,
    names,
    says_more_than,
    shown_text,
    tag_of,
    tidy,
)
from kkt_crawler.pages.language import is_vietnamese_page
from kkt_crawler.pages.lines import text_of_line
from kkt_crawler.pages.trail import FROM_HOME
from kkt_crawler.pages.vicinity import MENU
from kkt_crawler.pages.when import (
    BESIDE,
    HINT,
    LABELLED,
    LONGEST,
    PUBLISHED,
    dates_event,
    dates_letter,
    hints,
    is_dateline,
    opens_dateline,
    read_dateline,
    rest,
    says_changed,
)

if TYPE_CHECKING:
    from datetime import tzinfo

    from lxml.etree import _Element

    from kkt_crawler.pages.vicinity import Vicinity

#: What it costs a line to be the place and day of a letter: a dateline farther from the title says it more surely.
_LETTER = 30.0
#: What it costs a date to be an event's by its words, or to disagree with its day of the week.
_UNLIKELY = 50.0
#: What it costs a line to begin with "cập nhật": the line of publication is no farther from it.
_CHANGED = 12.0
#: A time that has an element of its own.
_TIME = re.compile(
    r"\W*\d{1,2}(?::|h|\s*giờ\s*)\d\d(?::\d\d)?(?:\s*phút)?(?:\s*(?:SA|CH|[AP]M|sáng|trưa|chiều|tối))?\W*", re.I
)
#: More links are a menu.
_STEPS = 2
#: A date below the text is as near to the article as one so many elements behind the title.
_BELOW = 40


class Shown(NamedTuple):
    """The visible date, its line, and how far that is to be believed."""

    moment: Moment
    line: _Element
    sure: bool  #: nothing else can be meant
    alone: bool = True  #: the line is not the text's
    titled: bool = True  #: it stands between the title and the text, where no clock does
    plain: bool = False  #: it would be sure, were its day of the week right: some templates count them wrongly


def find_shown(vicinity: Vicinity, zone: tzinfo, headline: str) -> Shown | None:
    """Return the visible date that belongs to the article: a line that says little else, nearest to the title."""
    best: tuple[float, Shown] | None = None
    for line, position, run in date_lines(vicinity.survey):
        cost = _cost_of_place(line, position, vicinity)
        if cost is None or (best is not None and cost >= best[0]):
            continue
        text = _text_beside(_line_at(line, vicinity.survey.elements[position]), vicinity.title, headline)
        if len(text) > LONGEST or _is_put_otherwise(run, text, headline):
            text = tidy(run)
        elif len(rest(text)) > BESIDE:
            text = next(filter(_is_labelled, map(shown_text, line)), text)
        read = _read(line, text, position, cost, vicinity, zone)
        if read is not None and (best is None or read[0] < best[0]):
            best = read
    return _with_time(best[1], vicinity, zone) if best else None


def _line_at(line: _Element, element: _Element) -> _Element:
    """Return the one of several lines with breaks between that ``element`` stands in, or behind; else ``line``."""
    inline = element.getparent() is line and is_inline(tag_of(element)) and element.tag != "br"
    return element if inline and next(line.iterchildren("br"), None) is not None else line


def _is_labelled(text: str) -> bool:
    """Tell whether a part of a line says when, behind its label: tags and names stand beside it."""
    return PUBLISHED.match(text) is not None and is_dateline(text)


def _is_put_otherwise(run: str, text: str, headline: str) -> bool:
    """Tell whether a date was found that its line says in other words, as "2 ngày trước", and not in the title."""
    return hints(run) and not hints(text) and tidy(run) not in headline and headline not in run


def _cost_of_place(line: _Element, position: int, vicinity: Vicinity) -> float | None:
    """Return how unlikely a line is the article's date by where it stands; None where it cannot be."""
    anchor, end = vicinity.anchor, vicinity.end
    # With no title shown, the body may be the whole page: the clock stands above the menu in it.
    start = anchor if vicinity.title is not None else vicinity.prose
    if vicinity.survey.links_between(position, start) > MENU and not PUBLISHED.match(_with_label(line)):
        return None
    if not _is_articles(line, vicinity, before=position < start):
        return None
    if vicinity.in_column(line):
        return None
    if position < end:
        return cost_of(line, vicinity, position - anchor)
    if _is_headed(line, vicinity) and not in_details(line, vicinity.address):
        return None
    return cost_of(line, vicinity, min(position - anchor, _BELOW + position - end))


def _read(
    line: _Element, text: str, position: int, cost: float, vicinity: Vicinity, zone: tzinfo
) -> tuple[float, Shown] | None:
    """Return the date that a line says, and what it costs with its words; None where it says none."""
    found = _stamped(line)
    if found is None or _is_local(found, text, zone):
        found = _shown_or_stamped(line, text, zone)
    if found is None:
        return None
    above = position <= vicinity.prose
    letter = dates_letter(text)
    alone = letter or is_dateline(text) or opens_dateline(text) or LABELLED.search(text) is not None
    if position >= vicinity.end and not (alone or _is_called_date(line) or _lists_details(line, vicinity)):
        return None  # "Tỷ giá … Cập nhật 12/04/2025"
    # "Thứ Hai" before a Tuesday: not read rightly, or an event's date.
    plain = alone and above and not dates_event(text)
    if found.weekday_agrees is False or dates_event(text):
        cost, alone = cost + _UNLIKELY, False
    sure = alone and (above or PUBLISHED.match(text) is not None)
    changed = says_changed(text)
    if changed:  # beside the date of publication, or instead of it
        cost += _CHANGED
    if letter:
        cost += _LETTER
    elif not above and not is_dateline(text):  # "Bến mới, ngày 12/04/2025": a caption's
        cost += IN_TEXT
    alone = alone and (cost < IN_TEXT or vicinity.ends_at(position))
    titled = vicinity.title is not None and vicinity.anchor < position <= vicinity.prose and not changed
    return cost, Shown(found, line, sure, alone, titled, plain)


def _lists_details(line: _Element, vicinity: Vicinity) -> bool:
    """Tell whether a line straight below the text shows the date in an element beside other details."""
    above = line.getprevious()
    if above not in ancestors(vicinity.body) or says_more_than(line, LONGEST):
        return False
    details = [shown_text(part) for part in line if part.tag != "a" and next(part.iter("a"), None) is None]
    dated = any(map(is_dateline, details)) and not (line.text or "").strip()
    return dated and all(map(_is_detail, details))


def _is_detail(text: str) -> bool:
    return is_dateline(text) or boilerplate.is_furniture(text) or bool(read_signature(text))


def _is_called_date(line: _Element) -> bool:
    """Tell whether a line, or the part of it that shows a date, is called one."""
    called = (part for part in line if part.tag == "time" or NAMED(names(part)))
    return NAMED(names(line)) or any(is_dateline(shown_text(part)) for part in called)


def _with_time(shown: Shown, vicinity: Vicinity, zone: tzinfo) -> Shown:
    """Return the date with the time that stands in an element of its own: "03:43" in the same list.

    It may stand elsewhere where it is marked as the article's, as blogs do below the text.
    """
    if shown.moment.precision != "day":
        return shown
    marked = (abbr.get("title") or "" for abbr in vicinity.survey.body.iter("abbr") if "published" in names(abbr))
    for stamp in map(_read_stamp, marked):
        if stamp is not None and stamp.at.astimezone(zone).date() == shown.moment.at.date():
            return shown._replace(moment=stamp)
    around = shown.line.getparent()
    if around is None or says_more_than(around, LONGEST):
        return shown
    beside = (shown.line.getprevious(), shown.line.getnext())
    times = [time for element in beside if element is not None and _TIME.fullmatch(time := shown_text(element))]
    for text in (shown_text(around), *(f"{shown_text(shown.line)} {time}" for time in times)):
        found = read_dateline(text, zone) if is_dateline(text) else None
        if found is not None and found.precision != "day" and found.at.date() == shown.moment.at.date():
            return shown._replace(moment=found)
    return shown


def _is_articles(line: _Element, vicinity: Vicinity, *, before: bool) -> bool:
    """Tell whether a line that may be a dateline stands by the article; what says so itself may stand elsewhere.

    With no title to stand by, only a line that calls itself a date is taken, or one above the text with no link
    between them: behind the path to the page, where no clock is. Before the title, only one in the element around
    title and text or in the block before that: the page's clock stands above the columns. A blog's heading of the
    day may stand farther out.
    """
    if vicinity.title is not None and not before:
        return True
    if PUBLISHED.match(_with_label(line)):
        return True
    if vicinity.title is None:
        named = any(part.tag == "time" or NAMED(names(part)) for part in (line, *line))
        survey, around = vicinity.survey, vicinity.body.getparent()
        beside = before and around is not None and around in ancestors(line)
        return named or (beside and not survey.links_between(survey.place(line), vicinity.prose))
    region = vicinity.region
    blocks = (block for block in region.itersiblings(preceding=True) if not is_inline(tag_of(block)))
    near = {region}
    for block in islice(blocks, 2):  # a byline may stand between
        near.add(block)
        if says_more_than(block, LONGEST):
            break
    if not near.isdisjoint(ancestors(line)):
        return True
    return is_dateline(shown_text(line)) and (_is_heading_above(line, region) or _is_behind_path(line))


def _with_label(line: _Element) -> str:
    """Return what a line says, in a list of details behind its label: "Ngày đăng: 12/04/2025"."""
    label = line.getprevious() if line.tag == "dd" else None
    said = shown_text(line)
    return said if label is None or label.tag != "dt" else f"{shown_text(label).rstrip(' :')}: {said}"


def _is_behind_path(line: _Element) -> bool:
    """Tell whether the path to the page stands right above a line; the page's own clock is above that."""
    above = line.getprevious()
    if above is None or says_more_than(above, LONGEST):
        return False
    return sum(1 for _ in above.iter("a")) <= _STEPS and FROM_HOME.match(shown_text(above)) is not None


def _is_heading_above(line: _Element, region: _Element) -> bool:
    """Tell whether a line is in a heading, and nothing is shown between that and the region."""
    before = chain.from_iterable(element.itersiblings(preceding=True) for element in ancestors(region))
    above = next((block for block in before if block.tag not in HIDDEN and says_more_than(block, 0)), None)
    return above is not None and above.tag in HEADINGS and above in ancestors(line)


def _is_headed(line: _Element, vicinity: Vicinity) -> bool:
    """Tell whether a line below the article stands under a heading of its own box: rates, the weather, a list."""
    for branch in ancestors(line):
        if branch.getparent() in vicinity.around:
            return False
        if any(part.tag in HEADINGS for part in branch.itersiblings(preceding=True)):
            return True
    return False


def _text_beside(line: _Element, title: _Element | None, headline: str) -> str:
    """Return the line's text; of a line that holds the title, what stands beside that: it may name a date too."""
    text = text_of_line(line)
    if title is not None:
        if headline in text and len(text) - len(headline) <= LONGEST:
            return text.replace(headline, " ", 1)
        if line is not title:
            text = text.replace(shown_text(title), " ")
        if line is title or (len(text) <= LONGEST and line in title.iterancestors()):
            dates = list(HINT.finditer(text))
            return text[max(0, dates[-1].start() - 25) :] if dates else ""
    return text


def _stamped(line: _Element, zone: tzinfo | None = None) -> Moment | None:
    """Return the date that an element of the line states with its zone, or in ``zone`` where it says none.

    As ``<time datetime>`` does, and ``content`` in RDFa and microdata.
    """
    stamps = (element.get("datetime") or element.get("content") or "" for element in line.iter("*"))
    return next((moment for stamp in stamps if (moment := _read_stamp(stamp, zone)) is not None), None)


def _read_stamp(stamp: str, zone: tzinfo | None = None) -> Moment | None:
    """Return the day and time that a stamp says with its zone, or in ``zone`` where it says none."""
    stamp = stamp.strip()
    try:
        at = datetime.fromisoformat(stamp) if "T" in stamp or " " in stamp else None
    except ValueError:
        return None
    if at is None or not (at.tzinfo or zone):
        return None
    at = at.replace(microsecond=0, tzinfo=at.tzinfo or zone)
    return Moment(at, "second" if at.second else "minute")


def _is_local(stamped: Moment, text: str, zone: tzinfo) -> bool:
    """Tell whether a line shows the stamped time as it is written there, whatever zone is behind it.

    So it does where it shows the day alone, and the stamp says midnight for that.
    """
    local = stamped.at.astimezone(zone)
    midnight = not (local.hour or local.minute or local.second)
    if not (midnight or (is_vietnamese_page(zone) and not stamped.at.utcoffset())):
        return False
    shown = read_dateline(text, zone)
    if shown is None:
        return False
    if midnight and shown.precision == "day":
        return shown.at.date() == local.date()
    return is_vietnamese_page(zone) and shown.at.timetuple()[:5] == stamped.at.timetuple()[:5]


def _shown_or_stamped(line: _Element, text: str, zone: tzinfo) -> Moment | None:
    """Return the date in the text; a ``<time>`` without a zone may say the time of that day, or all there is."""
    shown, stamped = read_dateline(text, zone), _stamped(line, zone)
    if shown is None or stamped is None or shown.precision != "day" or shown.weekday_agrees is False:
        return shown or stamped
    timed = stamped.at.date() == shown.at.date() and stamped.at != shown.at
    return stamped if timed else shown
