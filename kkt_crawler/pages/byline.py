"""Who wrote the article and where it comes from, as the lines around its text say."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import chain, islice, takewhile
from operator import itemgetter
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.credits import Credit, read_line, read_signature, together
from kkt_crawler.pages.document import (
    HEADINGS,
    HEADLINE,
    HIDDEN,
    ancestors,
    names,
    path_of,
    says_more_than,
    shown_runs,
    shown_text,
    words,
)
from kkt_crawler.pages.lines import DETAILS, details_beside, line_of, runs_of_line
from kkt_crawler.pages.people import is_initials, is_office, people, persons, says_what
from kkt_crawler.pages.pictures import is_decoration
from kkt_crawler.pages.signatures import is_mentioned, read_details
from kkt_crawler.pages.when import hints, is_date_label, is_dateline, parts_beside, without_details

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.blocks import Block
    from kkt_crawler.pages.survey import Survey

_BY = r"(?:by|von|por|par|di|door|af|av|text|words|reporting\s+by|posted\s+by|written\s+by)\s*:?\s+"
_BYLINE_NAMES = re.compile(rf"^\W*{_BY}(?P<names>[^|•·\d]+?)\s*(?:[|•·].*)?$", re.I)
#: The first line of prose is longer, and so is no byline.
_BYLINE = 130
#: The longest line that names its author without a label.
_LONGEST = 80
#: A shorter line that ends as a sentence is a label.
_SENTENCE = 40
#: What is said above it stands among so many lines.
_HEAD_LINES = 60
#: What names a picture's author alone.
_PICTURED = re.compile(r"^\W*(?:ảnh|hình|video|clip|đồ\s+họa)\s*:", re.I)
#: The element with the author's name is one of so many behind the title, the link to his page one of as many such.
_HEAD = 40
#: No more elements part the links to two authors' pages, each in a card with a portrait and an office.
_CARD = 8
#: What the author's card is called, and among how many elements right behind the text it may be.
_CARDS = words("(?:[a-z]+[-_])*authors?(?:[-_][a-z]+)*")
_BEHIND = 3
#: What Vietnamese sites call the line with the author's name below the text.
_SIGNED = words("pseudonym", "tac~gia", "but~danh", "nguoi~viet")
#: A name stands so deep in what is called the author's.
_DEEP = 3
#: What ends a label whose name or source may be set in an element of its own.
_ANNOUNCES = re.compile(r"(?::|(?<!\w)(?:bởi|by|theo|nguồn))$", re.I)
#: Between names that have elements of their own.
_JOINS = re.compile(r" \| (?:và|&|,) \| ")
#: How many have read it.
_COUNTER = re.compile(
    r"[\s,;–-]*(?:(?:đã|số\s+lần|(?:số\s+)?lượt)\s+(?:xem|đọc|truy\s+cập)\s*:?\s*[\d.,]+"
    r"|(?<![\d/:])[\d.,]+\s+(?:lượt|lần)(?:\s+(?:xem|đọc|truy\s+cập))?(?!\w))",
    re.I,
)
#: What parts the pieces of a dateline beside strokes.
_PARTS = re.compile(r"\s[-–]\s")
#: Where and when a letter was written: "Bến Giang, ngày 12 tháng 4 năm 2025".
_LETTER = re.compile(r"^[^\d,|]{2,40},\s*ngày\s+\d", re.I)
#: So many lines below the article may be buttons, counters and the date before its credit comes.
_BELOW = 6


def read_head(blocks: list[Block], headline: str, *, vietnamese: bool) -> tuple[list[Block], Credit]:
    """Return the lines in front of the text that say who wrote it or where it comes from, and what they say.

    They stand below the title, the date or the lead. Where Vietnamese papers set the author's name with nothing
    beside it, others set labels in capitals.
    """
    lines: list[Block] = []
    credits: list[Credit] = []
    end = _end_of_head(blocks)
    led = False
    for place, block in enumerate(blocks[:_HEAD_LINES]):
        if block.part == "foot":
            break
        if _is_prose(block):
            if led:
                break
            led = block.text != headline
        elif block.text and (block.part == "head" or place < end):
            credit = _read_header(blocks, place, vietnamese=vietnamese)
            if credit.authors or (credit and not led):
                above = next((other for other in reversed(blocks[:place]) if other.text), None)
                if lines and above is lines[-1] and (block.continues or says_what(block.text)):
                    credit = together([credits.pop(), credit])  # an author a line, or a card
                lines.append(block)
                credits.append(credit)
    return lines, _firsts(credits)


def _firsts(credits: list[Credit]) -> Credit:
    """Return the first source and the first authors that any of several credits names."""
    source = next((credit.source for credit in credits if credit.source), "")
    return Credit(source, next((credit.authors for credit in credits if credit.authors), ()))


def _end_of_head(blocks: list[Block]) -> int:
    """Return the place in the body behind which no prose stands but, it may be, a call to subscribe."""
    amount = 0
    for place in range(len(blocks) - 1, -1, -1):
        if blocks[place].part == "body" and _is_prose(blocks[place]):
            amount += len(blocks[place].text)
            if amount > _BYLINE:
                return place
    return 0


def _is_prose(block: Block) -> bool:
    long = len(block.text) > _BYLINE or (len(block.text) > _SENTENCE and boilerplate.ends_sentence(block.text))
    return long and not block.caption


def _read_header(blocks: list[Block], place: int, *, vietnamese: bool) -> Credit:
    block = blocks[place]
    line = block.text
    if "|" in line and not hints(line):  # what stands beside the date is read there
        line = without_details(line)
    if (match := _BYLINE_NAMES.match(line)) and (found := people(match["names"])):
        return Credit("", found)
    if details := read_details(block):
        return details
    pictures = _is_pictures(blocks, place)
    if not _PICTURED.match(line) and (credit := read_line(line)) and (credit.authors or not pictures):
        return credit
    called = any(boilerplate.BYLINE(names(above)) for above in ancestors(block.element)[:_DEEP])
    if len(line) < _LONGEST and " " in line and called:
        return Credit("", people(line))
    if vietnamese and not pictures and _stands_alone(blocks, block, line):
        if block.links:
            return Credit("", _linked_people(block))
        if is_initials(line):
            return Credit("", people(line))
        office = is_office(line) and _is_beside_date(blocks, place)
        return Credit("", (line,) if office else persons(line))
    return Credit()


def _is_beside_date(blocks: list[Block], place: int) -> bool:
    """Tell whether the line above or below shows the date."""
    return any(is_dateline(block.text) for block in blocks[max(place - 1, 0) : place + 2])


def _stands_alone(blocks: list[Block], block: Block, line: str) -> bool:
    """Tell whether a line that is nothing but names is the author's: no button or section."""
    found = people(line)
    if not found or boilerplate.is_furniture(line):
        return False
    if line[0] == "(":
        return False  # the source of a digest's first piece
    return _is_own(block) and not is_mentioned(found, blocks)


def _linked_people(block: Block) -> tuple[str, ...]:
    """Return the names in a line with links to their bearers' pages, which need nothing between them."""
    said = [text for _, text in block.links]
    lines = said if " ".join(said) == block.text else [block.text]
    return tuple(name for line in lines for name in people(line))


def _is_pictures(blocks: list[Block], place: int) -> bool:
    """Tell whether the line stands below a picture or its caption, and so may be of that.

    Beside a portrait, a name that is no link is the author's; links to authors' pages are read apart.
    """
    above = blocks[place - 1] if place else None
    if above is None or blocks[place].align == "right":
        return False
    return above.caption or (above.kind == "picture" and (bool(blocks[place].links) or not is_decoration(above)))


def _is_own(block: Block) -> bool:
    """Tell whether a line that may be a name is no link but to its bearer's page, nor a section's name."""
    if block.links:
        return any(boilerplate.AUTHOR_PAGE.search(href) for href, _ in block.links)
    return not _is_link(block.text, block.element)


def _is_link(text: str, element: _Element) -> bool:
    """Tell whether a link on the page of ``element``, but to an author's page, says ``text`` and no more."""
    said = text.casefold()
    links = (link for link in element.getroottree().iter("a") if (link.text or "").strip().casefold() == said)
    return not all(map(_leads_to_author, links))


def named(survey: Survey, opening: _Element | None, body: _Element) -> tuple[Credit, str]:
    """Return the credit in an element behind the title or below the body that calls itself the author's.

    Which element that is comes with them, here and below.
    """
    elements, place = survey.elements, survey.place
    start = place(opening) if opening is not None else 0
    head = (element for element in elements[start : start + _HEAD] if boilerplate.BYLINE(names(element)))
    below = (element for element in elements[place(body) :] if _SIGNED(names(element)))
    candidates = [element for element in head if not _is_boxed(element, body)]
    behind = (element for element in islice(body.itersiblings(), _BEHIND) if _CARDS(names(element)))
    above = opening.itersiblings(preceding=True) if opening is not None else ()
    beside = (element for element in above if boilerplate.BYLINE(names(element)))
    for element in (*candidates, *beside, *below, *behind):
        if element.tag not in HIDDEN:
            line = shown_text(element)
            credit = read_cards(element) if len(line) < _LONGEST else Credit()
            if credit.designers or (credit and not _PICTURED.match(line)):
                return credit, f"structure {path_of(element)}"
    return Credit(), ""


def _is_boxed(element: _Element, body: _Element) -> bool:
    """Tell whether an element stands in a box; that it is called the author's box makes it none."""
    parent = element.getparent()
    return parent is not None and boilerplate.is_boxed(parent, body)


def read_cards(element: _Element) -> Credit:
    """Return what an element credits that is known to be the author's, with those of the same name behind it."""
    name = element.tag, names(element)
    beside = takewhile(lambda other: (other.tag, names(other)) == name, element.itersiblings())
    return together([_read_card(card) for card in (element, *beside)])


def _read_card(card: _Element) -> Credit:
    """Return what one author's card credits: her name may stand beside her office or paper, with no blank."""
    runs = shown_runs(card)
    credit = read_signature(" ".join(runs))
    if credit and all(any(name in run for run in runs) for name in credit.authors):
        return credit
    found = tuple(name for run in runs for name in persons(run))
    return Credit("", found) if found else credit


def beside_date(dateline: _Element | None, headline: str) -> Credit:
    """Return what the line that shows the date credits beside it, which may show the headline, too."""
    if dateline is None:
        return Credit()
    line = line_of(dateline)
    said = (run for run in runs_of_line(line) if not _LETTER.match(run) and run not in headline)
    runs = [run for run in said if not boilerplate.is_furniture(run)]
    # What other elements show beside a name is no part of it, but behind a label stands what it announces.
    line_said = _JOINS.sub(" và ", "".join(run + (" " if _ANNOUNCES.search(run) else " | ") for run in runs))
    parts = parts_beside(_COUNTER.sub("|", line_said))
    found = [together([_linked(link) for link in line.iter("a") if _leads_to_author(link)])]
    found += _named_in(parts)
    found += [read_line(piece) for part in parts for piece in _PARTS.split(part)]
    found += map(read_line, details_beside(line))
    if line.tag in ("li", "dd"):
        items = (*reversed(list(line.itersiblings(preceding=True))), *line.itersiblings())
        found.append(together([read_line(shown_text(item)) or Credit("", _persons_in(item)) for item in items]))
    around = line.getparent()
    if around is not None and not says_more_than(around, DETAILS):
        rows = (shown_text(row) for row in around if row is not line)
        found += [read_line(said) for said in rows if not _PICTURED.match(said)]
    pieces = _PARTS.split(runs[0]) if runs else []
    ends = (pieces[0], pieces[-1]) if pieces else ()
    found += [Credit("", (end,)) for end in ends if _are_initials(end, line)]
    found += [Credit("", (run,)) for run in runs if is_office(run) and not _is_link(run, line)]
    return _firsts(found)


def _named_in(parts: list[str]) -> list[Credit]:
    """Return what each part of a line credits; persons next to each other, with no label, are one credit's."""
    found: list[Credit] = []
    named = False
    for part in parts:
        credit = read_line(part)
        who = () if credit else persons(part)
        found.append(credit or Credit("", who))
        if named and who:
            found[-2:] = [together(found[-2:])]
        named = bool(who)
    return found


def _persons_in(item: _Element) -> tuple[str, ...]:
    """Return the persons that an item of a list names, a line each or in one."""
    lines = [persons(run) for run in shown_runs(item)]
    return tuple(chain.from_iterable(lines)) if all(lines) else persons(shown_text(item))


def _are_initials(end: str, line: _Element) -> bool:
    return is_initials(end) and not (is_date_label(end) or _is_link(end, line))


def linked(survey: Survey, opening: _Element | None, body: _Element) -> tuple[Credit, str]:
    """Return the credit in the first link to an author's page behind or close above the title, and those next."""
    end = survey.place(opening) - _CARD if opening is not None else 0
    around = set(ancestors(body))
    found: list[Credit] = []
    evidence = ""
    for link in islice(filter(_leads_to_author, survey.body.iter("a")), _HEAD):
        place = survey.place(link)
        if place < end:
            continue
        if found and place > end + _CARD:
            break
        if (credit := _linked(link)).authors and not _is_teasers(link, around):
            evidence = evidence or f"structure {path_of(link)}"
            found.append(credit)
        if found:
            end = place
    return together(found), evidence


def _linked(link: _Element) -> Credit:
    """Return what a link to an author's page credits: persons, or initials."""
    text = shown_text(link)
    return read_line(text) or Credit("", (text,) if is_initials(text) else persons(text))


def _leads_to_author(link: _Element) -> bool:
    return (
        "author" in (link.get("rel") or "") or boilerplate.AUTHOR_PAGE.search(link.get("href") or "") is not None
    )


def _is_teasers(link: _Element, around: set[_Element]) -> bool:
    """Tell whether the author's name stands in another article's teaser, with a link as long as a headline."""
    for above in link.iterancestors():
        if above in around:
            return False
        if any(_is_headline(shown_text(other)) and not _leads_to_author(other) for other in above.iter("a")):
            return True
    return False


def _is_headline(text: str) -> bool:
    return len(text) > HEADLINE and not boilerplate.is_furniture(text)


def read_below(survey: Survey, region: _Element, body: _Element) -> Credit:
    """Return what the article's own footer credits, or the lines straight below it."""
    around = {region, *ancestors(body)}
    footer = next((footer for footer in region.iter("footer") if footer.getparent() in around), None)
    below = next((sibling for above in ancestors(region) if (sibling := above.getnext()) is not None), None)
    for element in (footer, below):
        if element is not None and (credit := _read_lines(_lines_from(survey, element))):
            return credit
    return Credit()


def _lines_from(survey: Survey, element: _Element) -> list[tuple[_Element, str]]:
    """Return the first lines in and behind ``element``, and what they say."""
    start = bisect_left(survey.runs, survey.place(element), key=itemgetter(0))
    lines = dict.fromkeys(line_of(holder) for _, holder, _ in survey.runs[start : start + _BELOW])
    return [(line, shown_text(line)) for line in lines]


def _read_lines(lines: list[tuple[_Element, str]]) -> Credit:
    """Return the credit in the first of ``lines`` that is none of an article's buttons, counters and dates.

    More credits may follow it, a line each.
    """
    for place, (line, text) in enumerate(lines):
        if read_line(text):
            return together(list(takewhile(bool, (read_line(said) for _, said in lines[place:]))))
        if not place and not _heads(line) and not _is_readers(line) and (found := persons(text)):
            following = lines[1][1] if len(lines) > 1 else ""
            behind = read_line(following)
            if behind or _is_signature(line) or _is_label(following):
                return together((Credit("", found), behind))
        if not _is_label(text):
            break
    return Credit()


def _heads(line: _Element) -> bool:
    """Tell whether a line is the heading of a box."""
    return line.tag in HEADINGS or any(boilerplate.WEB_PART(names(part)) for part in line.iter("*"))


def _is_readers(line: _Element) -> bool:
    """Tell whether a name stands in one of several dated rows, as those who comment do."""
    row = line.getparent()
    below = row.getnext() if row is not None else None
    if row is None or below is None or below.tag != row.tag or names(below) != names(row):
        return False
    return all(any(map(is_dateline, shown_runs(part))) for part in (row, below))


def _is_signature(line: _Element) -> bool:
    """Tell whether a line is set as authors' names are: it is called so, an address, or stands at the right."""
    if line.tag == "address":  # in an article's footer whom to ask about it, says the standard
        return True
    align = f"{line.get('align')} {line.get('style')}"
    return boilerplate.BYLINE(names(line)) or "right" in align


def _is_label(text: str) -> bool:
    """Tell whether a line may stand between the article and its credit."""
    return boilerplate.is_furniture(text) or is_dateline(text)
