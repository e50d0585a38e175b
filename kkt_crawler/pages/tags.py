"""The tags of an article: stated, in a box or a row named or labelled as theirs, or said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import lru_cache
from itertools import chain, islice, takewhile
from operator import itemgetter
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import (
    ancestors,
    block_around,
    is_inline,
    names,
    names_in,
    path_of,
    says_more_than,
    shown_runs,
    shown_text,
    tag_of,
    words,
)
from kkt_crawler.pages.lines import line_of, text_of_line, value_beside
from kkt_crawler.pages.when import LONGEST
from kkt_crawler.text import one_line, slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from kkt_crawler.pages.machine import Machine
    from kkt_crawler.pages.survey import Survey

_BOXES = frozenset(("div", "ul", "p", "section", "span", "td", "aside", "footer", "nav"))
_NAMES = words(
    "topics",
    "(?:hash)?tags?",
    "tags?[-_][a-z]+",
    "[a-z]+[-_]tags?",
    "tags?(?:detail|box|list)",
    "(?:detail|box|list)tags?",
    "tu~khoa",
    "key~words?",
    "chu~de",
)
#: "Từ khóa"; most lines are told by the first letter, which is a third of the cost.
_CALLED = r"^\s*(?=(?-i:[TtCcKkNnĐđ]))"
_CALLED += (
    r"(?:từ\s+kh(?:óa|oá)|tags?|thẻ|nhãn|chủ\s+đề|key\s*words?|được\s+(?:đánh|gắn)\s+(?:mục|thẻ)(?:\s+dưới)?)\s*"
)
_LABEL = re.compile(rf"{_CALLED}(?P<colon>:?)\s*$", re.I)
#: What stands there for none.
_NONE = re.compile(r"^(?:n/a|(?:không|chưa)\s+có|đăng\s+(?:nhập|ký)|-+)$", re.I)
#: The same in front of tags that are no links.
_LABEL_BEFORE = re.compile(rf"{_CALLED}(?::|$)\s*", re.I)
_LONGEST_LABEL = 40
_LONGEST_TAG = 80
#: More tags in a row are a site's.
_CLOUD = 20
#: A tag and how many articles have it.
_COUNTED = re.compile(r"\(\d+\)$")
_SIZE = re.compile(r"font-size\s*:\s*[^;]+")
#: Where a site lists what it has of a tag.
_TAG_PAGE = re.compile(r"/(?:(?:tags?|tu-?khoa)(?:/|\?|-|\.)|the/|(?P<topic>(?:chu-de|topics?)/))", re.I)
#: Where it lists what it has of a section, which WordPress calls a tag as well.
_SECTION_PAGE = re.compile(r"/(?:category|chuyen-muc|danh-muc)/", re.I)
_WORD = re.compile(r"\w")
#: What leads to the article before or behind.
_PAGER = frozenset(("prev", "next"))
#: What the links of one list stand in.
_ITEMS = frozenset(("li", "dd"))
#: A comma that parts tags where another, with a blank behind it, is a tag's own.
_CLOSE = re.compile(r",(?=\S)")
#: So many links of a row, and half of them, say what the page's keywords say, or it is no row of tags.
_KEYWORDS = 2


def find_tags(survey: Survey, start: int, body: _Element, machine: Machine) -> tuple[tuple[str, ...], str]:
    """Return the stated tags; else the links of the box behind ``start`` that is named or labelled as theirs.

    A row of links that has neither is known by the keywords that the page states, or by where its links lead.
    """
    stated = _each(part for content in machine.stated("article:tag") for part in _parted(content))
    if len(stated) > 1:
        return stated, "meta article:tag"
    rows = (
        _tag_boxes(survey, start),
        _marked(survey, start),
        _rows_of_keywords(survey, start, machine),
        _rows_to_tags(survey, start, body),
    )
    for element, links in chain.from_iterable(rows):
        listed = _of_tags(list(links))
        found = _each(map(shown_text, listed))
        sizes = {size[0] for link in listed if (size := _SIZE.search(link.get("style") or ""))}
        if all(map(_COUNTED.search, found)) or all(map(_is_counted, listed)) or len(sizes) > 1:
            continue  # a site's: how often each was used stands behind it, or is told by its size
        if found and set(stated) <= set(found):  # some templates state no more than the first
            return found, f"selector {path_of(element)}"
    if stated:
        return stated, "meta article:tag"
    for _, holder, run in _behind(survey, start):
        if (label := _LABEL_BEFORE.match(run)) and next((line := line_of(holder)).iter("a"), None) is None:
            said = text_of_line(line).removeprefix(one_line(label[0])) or _in_next_cell(line)
            if len(said) < LONGEST and (found := _each(_parted(said))):
                return found, f"structure {path_of(line)}"
    for row, tags in _chips(survey, start):
        if len(tags) > 1:
            return tags, f"structure {path_of(row)}"
    return (), ""


def _is_counted(link: _Element) -> bool:
    """Tell whether a number in brackets stands behind a link."""
    behind = link.getnext()
    return _COUNTED.match((link.tail or "").strip() or ("" if behind is None else shown_text(behind))) is not None


def _of_tags(links: list[_Element]) -> list[_Element]:
    """Return a row of links without those that lead nowhere beside some that lead to a tag's page."""
    addresses = [link.get("href") or "#" for link in links]
    if not any(map(_TAG_PAGE.search, addresses)):
        return links
    return [link for link, address in zip(links, addresses, strict=True) if not address.startswith("#")]


def _behind(survey: Survey, start: int) -> list[tuple[int, _Element, str]]:
    """Return the runs of text behind a position."""
    return survey.runs[bisect_left(survey.runs, start, key=itemgetter(0)) :]


def _each(tags: Iterable[str]) -> tuple[str, ...]:
    """Return the tags without signs around them, each once; what is longer is no topic, nor is their label."""
    found = (one_line(tag).strip(" #,;") for tag in tags)
    return tuple(
        dict.fromkeys(
            tag for tag in found if 0 < len(tag) < _LONGEST_TAG and not (_LABEL.match(tag) or _NONE.match(tag))
        )
    )


def _marked(survey: Survey, start: int) -> Iterator[tuple[_Element, Iterable[_Element]]]:
    """Yield the first row of links that say that they lead to a tag; a cloud of them is the site's."""
    links = list(filter(_leads_to_tag, survey.links_behind(start)))
    row = _row_of(links[0]) if links else None
    links = [link for link in links if _row_of(link) is row]
    if row is not None and len(links) <= _CLOUD:
        yield row, links


def _leads_to_tag(link: _Element) -> bool:
    if rel := link.get("rel"):
        tagged = "tag" in rel.split() and "category" not in rel.split()
        return tagged and not _SECTION_PAGE.search(link.get("href") or "")
    if not _is_hashed(link):
        return False
    return boilerplate.LISTING.search(link.get("href") or "") is not None or _are_hashed(link)


def _is_hashed(link: _Element) -> bool:
    return (link.text or "").lstrip()[:1] == "#"


def _are_hashed(link: _Element) -> bool:
    """Tell whether there are links beside one with a hash sign, and all have it."""
    beside = [*link.itersiblings("a", preceding=True), *link.itersiblings("a")]
    return bool(beside) and all(map(_is_hashed, beside))


def _parted(tags: str) -> list[str]:
    """Part tags at their semicolons or commas; of two kinds, at the closer ones: "Mưa lớn, gió giật,Bãi bồi"."""
    if ";" in tags:
        return tags.split(";")
    close = _CLOSE.split(tags)
    return close if 2 * len(close) - 2 > tags.count(",") else tags.split(",")


def _tag_boxes(survey: Survey, start: int) -> Iterator[tuple[_Element, Iterable[_Element]]]:
    """Yield the elements named as tags' box, then those that begin with a label that says so, and their links."""
    for element in survey.elements[start:]:
        if element.tag in _BOXES:
            label = element.get("class") or element.get("id")
            if label and _names_tags(label):
                yield element, _links_in(element, label)
            elif (called := element.get("aria-label")) and _LABEL.match(called):
                yield element, element.iter("a")
    for place, holder, text in _behind(survey, start):
        if len(text) < _LONGEST_LABEL and (said := _LABEL.match(text)):
            yield (
                holder,
                _links_labelled(
                    survey.elements[place],
                    holder,
                    text,
                    announced=bool(said["colon"] or boilerplate.FIELD_LABEL(names(holder))),
                ),
            )


def _links_in(box: _Element, label: str) -> Iterator[_Element]:
    """Yield the links in a box of tags, or in all that are called so: one for each tag."""
    like = (beside for beside in box.itersiblings() if (beside.get("class") or beside.get("id")) == label)
    return (link for part in (box, *like) for link in part.iter("a"))


def is_box_of_tags(element: _Element) -> bool:
    """Tell whether an element is named as one of tags."""
    return _names_tags(element.get("class") or element.get("id") or "")


@lru_cache(maxsize=8192)
def _names_tags(label: str) -> bool:
    return _NAMES(names_in(label, None))


def _links_labelled(begin: _Element, holder: _Element, text: str, *, announced: bool) -> Iterable[_Element]:
    """Return the links that a label ``text`` in ``holder``, in or behind its element ``begin``, stands before.

    Without a colon it may be the heading of any box, and is no label but in one list or line with its links.
    """
    if next(holder.iter("a"), None) is not None:
        return holder.iter("a") if begin is holder else _links_behind(begin)
    if says_more_than(holder, len(text.strip())):
        return ()  # the tags, which are no links
    while (parent := holder.getparent()) is not None and not says_more_than(parent, len(text.strip())):
        holder = parent
    following = holder.getnext()
    row = following is not None and (_is_of_row(following) or _are_tags(following))
    return _links_behind(holder) if announced or row else ()


def _are_tags(row: _Element) -> bool:
    """Tell whether all links in a row lead to what a site has of a topic."""
    links = list(row.iter("a"))
    return bool(links) and all(boilerplate.LISTING.search(link.get("href") or "") for link in links)


def _links_behind(label: _Element) -> Iterator[_Element]:
    """Yield the links in the elements right behind ``label``, up to the end of their list or first block."""
    for sibling in label.itersiblings():
        links = list(sibling.iter("a"))
        yield from (link for link in links if link.get("rel") not in _PAGER)
        if not links or not _is_of_row(sibling):
            return


def _is_of_row(element: _Element) -> bool:
    tag = tag_of(element)
    return tag in _ITEMS or is_inline(tag) or "-" in tag


def _rows_of_keywords(
    survey: Survey, start: int, machine: Machine
) -> Iterator[tuple[_Element, Iterable[_Element]]]:
    """Yield the rows of nothing but links, outside of menus, half of which are keywords of the page."""
    stated = ",".join((*machine.stated("news_keywords"), *machine.stated("keywords"))).casefold()
    keywords = {one_line(word) for word in stated.split(",")} - {""}
    if len(keywords) < _KEYWORDS:
        return
    links = (link for link in survey.links_behind(start) if not len(link))
    found = Counter(_row_of(link) for link in links if (link.text or "").strip().casefold() in keywords)
    for row, hits in found.items():
        if hits < _KEYWORDS or any(map(boilerplate.is_box, ancestors(row))):
            continue
        said = list(row.iter("a"))
        if 2 * hits >= len(said) and not says_more_than(row, sum(len(shown_text(link)) for link in said)):
            yield row, said


def _rows_to_tags(survey: Survey, start: int, body: _Element) -> Iterator[tuple[_Element, Iterable[_Element]]]:
    """Yield the rows of nothing but links that stand in one element with the ``body``, to tags' addresses.

    Or spelt by their addresses, half of them in small letters, as a menu's are not.
    """
    links = survey.links_behind(start)
    tagged = [link for link in links if _leads_to_topic(link)] or list(filter(_spells_word, links))
    around = set(ancestors(body)) - {survey.root, survey.body} if tagged else set()
    for row in dict.fromkeys(map(_row_of, tagged)):
        said = list(row.iter("a"))
        length = sum(len(shown_text(link)) for link in said)
        holder = next((above for above in row.iterancestors() if says_more_than(above, length)), row)
        only = row not in around and len(said) <= _CLOUD and not _says_more_than_links(row, said)
        only = only and (_leads_to_topic(said[0]) or 1 < len(said) <= 2 * sum(map(_spells_word, said)))
        if only and holder in around and not any(map(boilerplate.is_box, ancestors(row))):
            yield row, said


def _in_next_cell(label: _Element) -> str:
    """Return what the cell beside that of a label says, or the other half of its row; "" where there is none."""
    cell = next(label.iterancestors("td", "th"), label)
    if cell.tag in ("td", "th"):
        value = cell.getnext()
        return "" if value is None else shown_text(value)
    value = value_beside(label)
    return "" if value is None or next(value.iter("a"), None) is not None else ", ".join(shown_runs(value))


def _chips(survey: Survey, start: int) -> Iterator[tuple[_Element, tuple[str, ...]]]:
    """Yield the rows of elements called chips that are no links, and what they say."""
    chips = [element for element in survey.elements[start:] if tag_of(element).endswith("-chip")]
    for row in dict.fromkeys(chip.getparent() for chip in chips):
        if row is not None and next(row.iter("a"), None) is None:
            yield row, _each(shown_text(chip) for chip in chips if chip.getparent() is row)


def _leads_to_topic(link: _Element) -> bool:
    """Tell whether a link leads to a tag's page, or to a topic's as another beside it does: one names a series."""
    found = _TAG_PAGE.search(link.get("href") or "")
    if found is None or not found["topic"]:
        return found is not None
    beside = next(chain(link.itersiblings("a"), link.itersiblings("a", preceding=True)), None)
    return beside is not None and _TAG_PAGE.search(beside.get("href") or "") is not None


def _spells_word(link: _Element) -> bool:
    """Tell whether a link begins with a small letter and its address spells what it says: "/nganh-than.html"."""
    if not (link.text or "").lstrip()[:1].islower():
        return False
    file = urlsplit(link.get("href") or "").path.rpartition("/")[2]
    return file.partition(".")[0] == slug(shown_text(link))


def _says_more_than_links(row: _Element, links: list[_Element]) -> bool:
    """Tell whether there are words in a row beside its links, and not only the signs between them."""
    said = shown_text(row)
    for link in links:
        said = said.replace(shown_text(link), "", 1)
    return _WORD.search(said) is not None


def _holds_links_alone(element: _Element) -> bool:
    links = list(islice(element.iter("a"), _CLOUD + 1))
    return len(links) <= _CLOUD and not _says_more_than_links(element, links)


def _row_of(link: _Element) -> _Element:
    """Return what a link stands in with its neighbours: all that says no more than links, or its block."""
    row = list(takewhile(_holds_links_alone, link.iterancestors()))
    return row[-1] if row else block_around(link)
