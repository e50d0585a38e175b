"""Lines and boxes on the article's place that are not its text."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kkt_crawler import urls
from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.credits import read_line
from kkt_crawler.pages.document import ancestors, joined_text, names, says_more_than, shown_text
from kkt_crawler.pages.lines import DETAILS
from kkt_crawler.pages.people import people
from kkt_crawler.pages.photo_credits import ends_in_credit
from kkt_crawler.pages.pictures import is_photograph, says_same
from kkt_crawler.pages.pointers import end_of_teasers, is_linked
from kkt_crawler.pages.when import dates_letter, hints, is_date_label, is_dateline, rest, without_details
from kkt_crawler.text import is_vietnamese

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kkt_crawler.pages.blocks import Block

_BY = r"(?:by|von|por|par|di|door|af|av|text|words|reporting\s+by|posted\s+by|written\s+by)\s*:?\s+"
#: A line in front of the text that says who wrote it and when, in the words of several languages; the Vietnamese
#: datelines are known more exactly, and are left out wherever they stand.
_WHO_OR_WHEN = re.compile(
    rf"^\W*(?:{_BY}(?-i:[A-ZÀ-ÞĀ-ŽĐ])"
    r"|(?:stand|published|publié|posted|(?:zuletzt\s+)?aktualisiert|actualizado|aggiornato|updated|uppdaterad|publicerad"
    r"|publisert|oppdatert|opdateret|artikel\s+veröffentlicht)\W.*\d"
    r"|.*(?<!\d)(?:19|20)\d\d(?!\d).*(?<!\d)\d{1,2}[:.h]\d\d(?!\d)"
    r"|.*[|•·–].*(?<!\d)(?:19|20)\d\d(?!\d))",
    re.I,
)
#: What a notice says of the meeting that it announces.
_EVENT = re.compile(r"^[\W\d]*(?:[IVX]+\W+)?thời\s+gian(?:\s+[^\W\d]+){0,3}\s*:", re.I)
#: Which of how many a picture is, below it.
_COUNTED = re.compile(r"\W*\d{1,3}\s*/\s*\d{1,3}\W*")
#: A time that stands in a cell of its own beside the date's.
_CLOCK = re.compile(r"\d{1,2}(?::|h)\d\d")
_WORD = re.compile(r"\w")
_PAGE_NUMBER = re.compile(r"[-–—]\s*\d{1,3}\s*[-–—]")
#: What is left of a line with a date has more letters where it says what happens then.
_LEFT = 4
#: A form shows the name of a field in a cell, and its value in another.
_PAIR = 2
#: What SharePoint calls the fields that are the text or stand with it, and those of its details.
_FIELD = re.compile(
    r"(?:nội\s+dung|tóm\s+tắt|mô\s+tả|trích\s+yếu|(?:phần|tệp|file)\s+đính\s+kèm|(?:hình\s+)?ảnh(?:\s+đại\s+diện)?)\s*:?",
    re.I,
)
_DETAIL = re.compile(r"(?:tiêu\s+đề|chuyên\s+mục|danh\s+mục|ngày\s+(?:đăng|tạo)|lượt\s+xem)\s*:?", re.I)
#: The way to the page.
_PATH = re.compile(
    r"^\W*(?:(?:bạn|quý\s+vị)\s+đang\s+(?:ở|xem)[^:]{0,12}:\s*)?(?:trang\s+(?:chủ|nhất)|home)\s*(?:[/»›>|→·•-]|$)",
    re.I,
)
_TAGS = re.compile(r"^(?:từ\s+kh(?:óa|oá)|tags?|thẻ|nhãn|key\s*words?)\s*:", re.I)
#: The longest name of an icon: "calendar_view_month".
_ICON = 20
#: The first line of prose is longer, and so is no byline.
_BYLINE = 130
_KICKER = 50
#: No detail of an article is a longer sentence.
_TOLD = 40
#: A mark or a link in which nothing is left.
_EMPTY = re.compile(r"<(\w+)[^>]*>\s*</\1>\s*")
#: How the address of a link begins that is a button's.
_NOWHERE = ("#", "javascript:", "mailto:")
#: A longer line that ends in a colon announces what follows: "Gia đình thương tiếc báo tin:".
_LABEL = 30
#: No dateline is longer, its blanks and buttons included.
_DATELINE = 250
#: An imprint gives address, telephone and e-mail in so many lines.
_BESIDE = 3
#: With so many paragraphs the text has begun: a lead and one more.
_BEGUN = 2


def without_labels(blocks: list[Block]) -> list[Block]:
    """Take the share label and buttons off the text that they are glued to."""
    for block in blocks:
        for label in _labels(block):
            block.text = block.text[len(label) :].lstrip()
            block.html = _cut_front(block.html, label, block.text)
        # In the text it may be someone's who shares a thought: "Ông Quý chia sẻ:".
        if block.part == "head" and (behind := boilerplate.SHARE_LABEL_BEHIND.search(block.text)):
            block.text = block.text[: behind.start()]
            block.html = escape(block.text, quote=False)
    return [block for block in blocks if block.text or block.kind in ("picture", "embed")]


def _labels(block: Block) -> list[str]:
    """Return the share label and the buttons in front of a text: links that lead nowhere, or stand behind it."""
    labelled = block.text[:5].lower() in ("chia ", "share")
    if not (labelled or block.links):
        return []
    match = boilerplate.SHARE_LABEL.match(block.text) if labelled else None
    found = [match[0]] if match is not None else []
    rest = block.text[match.end() :] if match is not None else block.text
    for href, button in block.links:
        leads = not found and not href.startswith(_NOWHERE)
        if leads or not (boilerplate.is_furniture(button) and rest.startswith(button)):
            break
        found.append(button)
        rest = rest[len(button) :].lstrip()
    return found if rest or match is not None else []  # a line of buttons is glued to nothing


def _cut_front(html: str, label: str, rest: str) -> str:
    place = html.find(label.strip())
    if place < 0:
        return escape(rest, quote=False)
    return _EMPTY.sub("", html[:place] + html[place + len(label.strip()) :]).lstrip()


def without_furniture(blocks: list[Block], headline: str, dateline: _Element | None, base: str) -> list[Block]:
    """Drop counters, buttons, dates, and boxes that open with a heading such as "Tin liên quan"."""
    blocks = _without_boxes(blocks)
    date = _Date(dateline, blocks)
    kept: list[Block] = []
    pointed: set[str] = set()  # where pointers between the paragraphs lead
    paragraphs = 0
    for place, block in enumerate(blocks):
        if block.kind in ("picture", "embed"):
            kept.append(block)
            continue
        if _says_nothing(blocks, place) or date.is_told_by(block) or _is_address(block.text, base):
            continue
        if block.text == headline or (block.text.isupper() and says_same(block.text, headline)):
            if all(other.text and _is_kicker(other) for other in kept):
                kept.clear()  # the path's last step was taken for the title, and the section stands between
            continue
        if date.is_listed_with(block):
            if block.part == "foot" and read_line(block.text):
                kept.append(block)
            continue
        if paragraphs < _BEGUN and (
            _is_toolbar(block) or _is_details(block) or (kept and _is_second(block, kept[-1]))
        ):
            continue
        if paragraphs < _BEGUN and boilerplate.CHIP(names(block.element)):
            continue
        # Of a report as it goes on, hours stand in bold or below a sentence.
        if not (block.bold or any(other.text for other in kept)) and _CLOCK.fullmatch(block.text):
            continue
        paragraphs += len(block.text) > _BYLINE and not block.caption
        # The line may stand between the lead and the text.
        if paragraphs < _BEGUN and not date.is_entry(block) and _introduces(block, headline):
            continue
        if is_linked(block) and not (block.part != "body" and read_line(block.text)):
            if block.part != "body":
                continue
            if not (any(_is_content(href, base) for href, _ in block.links) or _is_reachable(block)):
                pointed.update(href for href, _ in block.links)
                continue
        heads = block.kind == "heading" and paragraphs > 0 and is_vietnamese(block.text)
        if block.part == "head" and _is_kicker(block) and not (heads or _is_caption(blocks, place)):
            continue
        kept.append(block)
    return [block for block in kept if not (block.kind == "picture" and _leads_to(block, pointed))]


def _without_boxes(blocks: list[Block]) -> list[Block]:
    """Return the blocks without boxes: a heading that opens one, and the links or teasers behind it."""
    kept: list[Block] = []
    in_box = False
    teasers = 0
    for place, block in enumerate(blocks):
        if place < teasers and not _is_figure(blocks, place):
            continue
        if block.kind in ("picture", "embed"):
            if not in_box or block.part == "body":
                kept.append(block)
        elif boilerplate.opens_box(block.text):
            in_box = True
            teasers = end_of_teasers(blocks, place + 1)
        elif not (in_box and is_linked(block)):
            in_box = False
            kept.append(block)
    return kept


class _Date:
    """The line that dates the article, and the blocks that are no text because they say the same."""

    def __init__(self, line: _Element | None, blocks: list[Block]) -> None:
        self._line = line
        self._text = joined_text(line) if line is not None else ""
        details = _list_around(line)
        told = (block for block in blocks if len(block.text) > _TOLD and boilerplate.ends_sentence(block.text))
        holds_text = details is not None and any(details in ancestors(block.element) for block in told)
        self._details = None if holds_text else details
        entries = (_heads_part(block) and is_dateline(block.text) for block in blocks)
        self._live = sum(entries) > 1  # a report whose entries are headed by their dates

    def is_entry(self, block: Block) -> bool:
        """Tell whether a block heads an entry of a report as it goes on."""
        return self._live and _heads_part(block)

    def is_told_by(self, block: Block) -> bool:
        """Tell whether a block is the line itself, or another that says when the page appeared."""
        if self.is_entry(block):
            return False
        if block.kind == "table" and self._line is not None and len(block.text) <= DETAILS:
            return block.element in self._line.iterancestors()
        return _is_dateline(block, self._text) or (self._line is not None and _is_piece(block, self._line))

    def is_listed_with(self, block: Block) -> bool:
        """Tell whether a block is another detail in the date's list: a section, an author, how many read it."""
        return self._details is not None and _is_label(block) and self._details in block.element.iterancestors()


def _is_address(text: str, base: str) -> bool:
    """Tell whether a line is nothing but an address of the site, as printed pages have their own."""
    return text.startswith("http") and " " not in text and urlsplit(text).netloc == urlsplit(base).netloc


def _heads_part(block: Block) -> bool:
    return block.kind == "heading" and block.part == "body"


def _says_nothing(blocks: list[Block], place: int) -> bool:
    """Tell whether a block is a rule or an ornament, a button or a counter, the imprint, or a player's label."""
    block = blocks[place]
    if not _WORD.search(block.text) or _PAGE_NUMBER.fullmatch(block.text):
        return True  # "***", "‹›"; a rule of underscores is the writer's
    if _COUNTED.fullmatch(block.text):
        return True
    if boilerplate.is_furniture(block.text) or _is_imprint(blocks, place) or _leads_around(block):
        return True
    if boilerplate.FIELD_LABEL(names(block.element)) and is_date_label(block.text):
        return True
    if block.kind == "heading" and place + 1 < len(blocks) and boilerplate.states_terms(blocks[place + 1].text):
        return True
    return _is_kicker(block) and (_labels_player(block) or _is_field(block))


def _introduces(block: Block, headline: str) -> bool:
    """Tell whether a block before the text says the headline once more, or who wrote it and when."""
    if block.part == "foot":
        return False
    return _repeats(block.text, headline) or _says_who_or_when(block)


def _leads_to(picture: Block, pointed: set[str]) -> bool:
    """Tell whether a picture leads where a pointer to another article does: it is that one's."""
    return bool(pointed) and bool(picture.links) and all(href in pointed for href, _ in picture.links)


def _is_imprint(blocks: list[Block], place: int) -> bool:
    """Tell whether a line is of the site's imprint: in the text, a contact is only beside what no article says."""
    block = blocks[place]
    if boilerplate.PORTAL.match(block.text):
        return any(boilerplate.is_contact(below.text) for below in blocks[place + 1 : place + 2])
    if not boilerplate.is_imprint(block.text):
        return False
    if place and boilerplate.PORTAL.match(blocks[place - 1].text):
        return True
    if block.part != "body" or not boilerplate.is_contact(block.text):
        return True
    beside = (other.text for other in blocks[max(place - _BESIDE, 0) : place + _BESIDE + 1])
    return any(boilerplate.is_imprint(text) and not boilerplate.is_contact(text) for text in beside)


def _leads_around(block: Block) -> bool:
    """Tell whether a line is the way to the page, or its tags behind their label."""
    return len(block.text) <= _DATELINE and bool(_PATH.match(block.text) or _TAGS.match(block.text))


def _is_field(block: Block) -> bool:
    """Tell whether a line is the name of a field in a form of two columns, or what an article's detail says."""
    cell = next((element for element in ancestors(block.element) if element.tag in ("td", "th", "tr")), None)
    row = cell.getparent() if cell is not None and cell.tag != "tr" else None
    if row is None or len(row) != _PAIR:
        return False
    name = shown_text(row[0])
    return _DETAIL.fullmatch(name) is not None or (cell is row[0] and _FIELD.fullmatch(name) is not None)


def _labels_player(block: Block) -> bool:
    """Tell whether a line stands beside a player of sound in one element."""
    return next(block.element.iterchildren("audio"), None) is not None


def _is_toolbar(block: Block) -> bool:
    """Tell whether a line is a row of buttons, which lead nowhere, with no more than a label beside them."""
    leads = any(not href.startswith(_NOWHERE) for href, _ in block.links)
    return len(block.links) > 1 and not leads and _is_kicker(block)


def _is_details(block: Block) -> bool:
    """Tell whether a line is nothing but a section, counters and buttons; a date may be an event's."""
    return len(block.text) <= _BYLINE and not (hints(block.text) or without_details(block.text))


def _list_around(dateline: _Element | None) -> _Element | None:
    """Return the list in which the date is one of the article's details: its author, section and readers."""
    above = dateline.iterancestors() if dateline is not None else ()
    details = next((element for element in above if element.tag in ("dl", "ul")), None)
    return None if details is None or says_more_than(details, DETAILS) else details  # the page may be one list


def _is_second(block: Block, lead: Block) -> bool:
    """Tell whether the text begins with the lead that stands in an element of its own before it."""
    if len(block.text) <= _KICKER or block.text != lead.text:
        return False
    return block.element.getparent() is not lead.element.getparent()


def _is_label(block: Block) -> bool:
    return len(block.text) <= _BYLINE and not boilerplate.ends_sentence(block.text)


def _is_figure(blocks: list[Block], place: int) -> bool:
    """Tell whether a block is a captioned picture, or its caption: no teaser's thumbnail has one."""
    if blocks[place].caption:
        place -= 1
    picture = blocks[place]
    captioned = place + 1 < len(blocks) and blocks[place + 1].caption
    return picture.kind == "picture" and not picture.links and captioned


def _is_kicker(block: Block) -> bool:
    if len(block.text) >= 60 or boilerplate.ends_sentence(block.text):
        return False
    return not block.text.endswith(":") or len(block.text) <= _LABEL


def _is_caption(blocks: list[Block], place: int) -> bool:
    """Tell whether a line under a picture is marked as its caption, or stands in one figure with it."""
    block = blocks[place]
    if block.kind not in ("text", "quote") or not place:
        return False
    above = blocks[place - 1]
    italic = block.italic and above.kind == "picture" and is_photograph(above.element)
    if not (block.caption or block.figure is not None or italic or ends_in_credit(block.text)):
        return False
    return above.kind == "picture" or _is_caption(blocks, place - 1)


def _is_content(href: str, base: str) -> bool:
    """Tell whether a link that makes up a whole paragraph is the article's: to another site."""
    url = urls.absolute(href, base)
    return bool(url) and not urls.same_host(url, base)


def _is_reachable(block: Block) -> bool:
    """Tell whether a line is the name of someone to write to."""
    return all(href.startswith("mailto:") for href, _ in block.links) and bool(people(block.text))


def _says_who_or_when(block: Block) -> bool:
    if block.kind == "table" or not _is_label(block):
        return False
    if block.part == "body" and is_vietnamese(block.text):
        return False  # "Thời gian: ngày 12/3/2027, từ 8h30"
    return _WHO_OR_WHEN.match(block.text) is not None


def _is_dateline(block: Block, dated: str) -> bool:
    """Tell whether a line says when the page appeared; one of the text may date a letter or a meeting."""
    if len(block.text) > _DATELINE:
        return False
    if block.text == dated:
        return True
    says_when = is_dateline(block.text) and not (block.part == "body" and _tells(block.text))
    if not says_when and not (dated and _shows(block.text, dated)):
        return False
    return block.part != "body" or not dates_letter(block.text)


def _tells(line: str) -> bool:
    """Tell whether a line with a date is of an article's text: "Thời gian: …", "Mở thầu lúc 9 giờ ngày 9/8."."""
    return _EVENT.match(line) is not None or (line.endswith(".") and len(rest(line)) > _LEFT)


def _shows(line: str, dated: str) -> bool:
    """Tell whether a line is what the element of the date shows, or that with what may stand beside it."""
    # An icon's name may stand before the date, and a button behind it with or without a blank.
    own, date = line.replace(" ", ""), dated.replace(" ", "")
    if date.endswith(own) and len(date) - len(own) <= _ICON:
        return True
    return dated in line and all(map(_is_beside_date, line.split(dated)))


def _is_piece(block: Block, dateline: _Element) -> bool:
    """Tell whether a line is a piece of the date: the day alone, in a box with month and year below it."""
    return dateline in block.element.iterancestors() and not rest(block.text)


def _is_beside_date(text: str) -> bool:
    """Tell whether a text is nothing but what stands in one line with the date: authors, another date, buttons."""
    text = text.strip(" |–-")
    return not text or is_dateline(text) or boilerplate.is_furniture(text) or bool(people(text))


def _repeats(line: str, headline: str) -> bool:
    """Tell whether a line is the headline, or has a kicker, the section, before it."""
    return line.endswith(headline)
