"""Credit lines and bylines: where a text comes from and who wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from itertools import dropwhile
from typing import TYPE_CHECKING

from kkt_crawler.pages import boilerplate
from kkt_crawler.pages.document import HEADLINE, ancestors, common_ancestor, shown_text, words
from kkt_crawler.pages.document import names as names_of
from kkt_crawler.pages.people import AGENCIES, AGENCY, INITIALS, IS_INITIALS, MAIL, OFFICER, people, persons

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from lxml.etree import _Element

    from kkt_crawler.pages.blocks import Block

#: What one does for an article.
_WORK = (
    r"tin|bài|tin\s+bài|bài\s+viết|ảnh|video|clip|thực\s+hiện|nhóm\s+thực\s+hiện|tác\s+giả(?:\s+bài\s+viết)?"
    r"|người\s+(?:viết|đăng|thực\s+hiện)|biên\s+tập|phóng\s+viên|pv|nhóm\s+pv|ctv|cộng\s+tác\s+viên|tổng\s+hợp|biên\s+dịch"
    r"|lược\s+ghi|nội\s+dung|trình\s+bày|thiết\s+kế|đồ\s+h(?:ọa|oạ)|kỹ\s+thuật|by|von|par|por"
)
_DID = re.compile(_WORK, re.I)
_WORK_LABEL = rf"(?:(?:{_WORK})(?:\s*(?:,|-|–|/|&|và)\s*)?)+\s*:"
#: A label alone.
_LABEL = re.compile(rf"^(?:{_WORK_LABEL}|(?:trích\s+)?nguồn(?:\s+(?:tin|bài(?:\s+viết)?))?\s*:|theo\s*:)$", re.I)
_NAMES_LABEL = re.compile(rf"^\(?{_WORK_LABEL}\s*(?P<names>.+?)\)?$", re.I)
#: The same without a colon: "Viết bởi Hoàng Quý".
_BY_WHOM = re.compile(r"^(?:(?:được\s+)?(?:viết|đăng|gửi|tạo)\s+)?bởi\s*:?\s+(?P<names>.+?)[\s|–-]*$", re.I)
#: Where the names behind one label end and the next label begins, though no blank parts them.
_NEXT_LABEL = re.compile(
    rf"[;|•]|\s[-–]\s(?=(?i:ảnh|tin|bài)\b)|\s*[-–,\s]\s*(?=(?i:{_WORK_LABEL}))|\s*(?=(?:Ảnh|Tin|Bài)\s*:)"
)
#: Of what an excerpt is, without "theo": "Trích Báo Đầu tư".
_EXCERPT = (
    r"(?:lược\s+)?trích(?=\s+(?:báo(?!\s+cáo)|đài|tạp\s+chí|thông\s+tấn|cổng|trang"
    rf"|{AGENCIES}"
    r"|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4})(?!\w))"
)
_FROM = r"(?:(?:(?:lược\s+)?trích|tổng\s+hợp|dẫn|đăng)\s+(?:theo|từ)|theo|từ(?=\s+nguồn))"
_FROM += r"(?:\s+nguồn(?:\s+tin)?)?\s*(?::\s*|\s+)"
_FROM += r"|(?:(?:lược\s+)?trích(?:\s+dẫn)?|nguồn\s+trích|link\s+(?:gốc|nguồn))\s*:\s*"
_FROM += r"|(?:trích\s+|dẫn\s+)?nguồn(?:\s+(?:tin|bài(?:\s+viết)?))?\s*(?::\s*|\s+)|^sources?\s*:\s*"
_FROM += rf"|{_EXCERPT}\s+"
_MARKER = re.compile(rf"(?<!\w)(?:{_FROM})", re.I)
#: Initials behind an unbracketed source: after a dash, or straight behind a web address.
_SIGNED = re.compile(rf"^(?P<source>.+?\s*[-–—/]|\S+\.\S+)\s+\(?(?P<who>{INITIALS})\)?$")
#: What calls itself a paper, or is a site's address: people write for it, and are not called so.
_PAPER = re.compile(
    rf"^(?:{AGENCIES}(?:[\s-]+[A-ZĐ][^()/]*)?|[\w-]+(?:\.[\w-]+)*\.(?:[a-z]{{2,4}}|VN)|[A-Z][a-z]+[A-Z]\w+"
    r"|(?:[Bb]áo(?:\s+điện\s+tử)?|Đài(?!\s+(?:Loan|Bắc|Trung|Nam)))\s+[A-ZẢẤĐ].+"
    r"|(?:Tạp\s+chí|Thông\s+tấn\s+xã|(?:Cổng|Trang)\s+(?:tin|thông\s+tin|TTĐT)|Trung\s+tâm\s+Truyền\s+thông)(?:\s.+)?)$"
)
#: A person and the paper she writes for: "Hoàng Quý (TTXVN)", "Hoàng Quý/baoquangninh.vn".
_OF_PAPER = re.compile(r"^\(?(?P<who>[^/()]+?)\s*(?:/|\(|\s[-–]\s(?=(?:[^-–]|\b-\b)+$))\s*(?P<paper>[^()/]+)\)?$")
#: What follows "Theo" in an ordinary sentence.
_NO_SOURCE = re.compile(
    r"^(?:đó|đây|ông|bà|anh|chị|em|cô|chú|bác|thầy|đồng\s+chí|thống\s+kê|số\s+liệu|kế\s+hoạch|quy\s+định|quyết\s+định"
    r"|dự\s+(?:báo|kiến|thảo)|đánh\s+giá|báo\s+cáo|lãnh\s+đạo|thông\s+tin|chương\s+trình|lịch|nghị\s+(?:quyết|định)|luật"
    r"|yêu\s+cầu|ý\s+kiến|lời|nhận\s+định|như|chân|dõi|đuổi|đại\s+diện|chỉ\s+đạo|hướng|phương\s+án|kết\s+quả|tiến\s+độ"
    r"|các|những|một|truyền\s+thống|tinh\s+thần|vốn|thu|lực|nhân\s+lực|cung)(?!\w)",
    re.I,
)
_INLINE_CREDIT = re.compile(
    rf"\s*[(\[](?P<credit>(?:(?:{INITIALS})\s*[-–,]?\s*)?(?i:(?:(?:lược\s+)?trích\s+|tổng\s+hợp\s+|dẫn\s+)?theo|nguồn(?:\s*:|(?=\s+(?-i:[A-ZĐ]|\S+\.[a-z])))|{_EXCERPT})\s*[^()\n]{{2,50}})[)\]]\s*(?P<after>{INITIALS})?\s*[.]?$"
)
#: An agency or a paper in brackets behind the last sentence; in it, it would only be short for a name.
_BEHIND = re.compile(
    rf"(?<=[.!?…”\"])\s*\((?P<name>{AGENCIES}|(?:Báo(?:\s+điện\s+tử)?(?!\s+cáo)|Tạp\s+chí|Đài|Cổng)\s[^()]{{2,40}}"
    r"|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org|VN))\)\.?$"
)
#: An address that stands for a source's name, and the host in it.
_ADDRESSED = re.compile(r"https?://(?:www\.)?(?P<host>[^\s/()]+)\S*")
_BY = re.compile(r"^(?i:by)\s+(?P<names>[^()]{3,60}?)\s*(?:\((?i:sources?\s*:)\s*(?P<source>[^()]{2,40})\))?$")
#: What parts labelled pieces of a line: "Nguồn: Báo Lao động | Tác giả: Thu Hường".
_PIECES = re.compile(r"\s*[|;•]\s*|\s+[-–]\s+(?=[^\W\d_]+(?:\s[^\W\d_]+)?\s*:)")
_PARTED = re.compile(r"[|;•]|\s[-–]\s|(?i:ảnh)\s*:")
#: Who wrote, and whose the pictures are: "Thu Hường - Ảnh: Hữu Việt", "Thu Hường (ảnh: Hữu Việt)".
_AND_PHOTO = re.compile(r"^(?P<who>[^:()]{2,60}?)\s*[-–,.(;]\s*(?i:ảnh)\s*:\s*(?P<photos>[^:()]{2,60})\)?$")
#: A source in brackets at the end of a paragraph or alone: each piece of a press digest has its own.
_PIECE = re.compile(
    r"\((?i:(?:lược\s+)?trích|tổng\s+hợp|theo|nguồn|báo|đài|tạp\s+chí|cổng|thông\s+tấn|[\w.-]+\.(?:vn|com|net|org)"
    rf"|vnexpress|vneconomy|vietnamnet)(?![\w-])[^()]{{0,50}}\)\.?$|\((?:{AGENCIES})\)\.?$"
)
#: "(HTGS tổng hợp)": who gathered, and that she did. "Tin tổng hợp" is a section.
_GATHERED = re.compile(
    r"^\(?(?P<who>(?!(?:Ban|Tin|Bài|Phòng|Tổ|Bộ\s+phận|Trung\s+tâm)\b).{2,40}?)\s+(?:tổng\s+hợp|sưu\s+tầm|biên\s+tập|lược\s+ghi|thực\s+hiện)\)?$",
    re.I,
)
#: A picture's author, who may be the article's.
_PHOTO = re.compile(r"(?i:ảnh)\s*:.*")
#: How a text calls people by their given names.
_ADDRESS = r"(?<!\w)(?:ông|bà|anh|chị|em|cô|chú|bác|thầy|cháu|cụ)"
#: What stands in place of a signature.
_SIGNATURE = re.compile(
    r"^\W*(?:đã\s+)?ký(?:\W+(?:và\s+)?(?:tên|thay|số|đóng\s+dấu|ghi\s+rõ\s+họ\s+tên))*\W*$", re.I
)
#: Marks that begin or end what someone said.
_QUOTES = '“”"«»„'
_TAG = re.compile(r"<(/?)([a-z]+)[^>]*>")
#: What templates call the line that names the source alone.
_SOURCE = words("sources?", "nguon(?:~(?:tin|bai))?")
#: The longest credit line seen: "(Trích theo Cổng thông tin điện tử tỉnh Quảng Ninh) HTGS" and two names.
_LONGEST = 110
#: So many lines of boxes may be left below a credit, calls to subscribe and teasers, and none is longer.
_BELOW = 4
_REMARK = 200


@dataclass(frozen=True, slots=True)
class Credit:
    """What one line says; both empty where it is no credit."""

    source: str = ""
    authors: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.source or self.authors)


def read_line(line: str) -> Credit:
    """Return what a line that says nothing else credits: a source, authors, or both."""
    line = MAIL.sub("", line) if "@" in line and len(line) <= _LONGEST else line
    line = _ADDRESSED.sub(r"\g<host>", line) if "://" in line else line
    line = line.strip().removesuffix("./.")  # how official letters end
    line = line.strip().rstrip(".") if not line.strip().endswith("..") else line.strip()
    if not 1 < len(line) <= _LONGEST:
        return Credit()
    if ":" in line and _PARTED.search(line) and (credit := _pieces(line)):
        return credit
    if (marker := _MARKER.search(line)) and (credit := _sourced(line, marker)):
        return credit
    if agency := AGENCY.match(line):
        return Credit(agency["name"])
    if line[0] == "(" and line[-1] == ")" and _PAPER.match(line[1:-1]):
        return Credit(line[1:-1])
    if (of := _OF_PAPER.match(line)) and _PAPER.match(paper := of["paper"].strip()):
        return Credit(paper, found) if (found := people(of["who"])) else Credit()
    if (gathered := _GATHERED.match(line)) and (found := people(gathered["who"])):
        return Credit("", found)
    if credit := _by(line):
        return credit
    if match := _BY_WHOM.match(line) or _NAMES_LABEL.match(line):
        return together([read_signature(part.strip()) for part in _NEXT_LABEL.split(match["names"])])
    return Credit()


def _by(line: str) -> Credit:
    """Return what an English line credits: "By Thu Trang (Source: VNA)"."""
    match = _BY.match(line)
    names = people(match["names"]) if match else ()
    return Credit((match["source"] or "").strip(), names) if match and names else Credit()


def _pieces(line: str) -> Credit:
    """Return what a line credits in labelled pieces, or in names with whose the pictures are; else nothing."""
    if photographed := _AND_PHOTO.match(line):
        who, photos = people(photographed["who"]), people(photographed["photos"])
        if who and photos and not _DID.fullmatch(photographed["who"]):
            return Credit("", tuple(dict.fromkeys((*who, *photos))))
    pieces = _PIECES.split(line)
    if len(pieces) < 2 or not all(":" in piece for piece in pieces):
        return Credit()
    credits = [read_line(piece) for piece in pieces]
    return together(credits) if all(credits) else Credit()


def read_signature(line: str) -> Credit:
    """Return what a line credits that is known to be the author's."""
    return read_line(line) or Credit("", people(line))


def _sourced(line: str, marker: re.Match[str]) -> Credit:
    """Read a line with "theo" or "nguồn": names before it, the source, names behind it, and nothing else."""
    before, rest = line[: marker.start()], line[marker.end() :]
    bracketed = before.count("(") + before.count("[") > before.count(")") + before.count("]")
    if before and not bracketed and ":" not in marker[0] and line.isupper():
        return Credit()  # a heading, in which "NGUỒN" is a word
    behind = ""
    if bracketed:
        place = _closing(rest)
        rest, behind = rest[:place], rest[place + 1 :]
    elif signed := _SIGNED.match(rest):
        rest, behind = signed["source"], signed["who"]
    authors: list[str] = []
    for beside in (before, behind):
        if beside := beside.strip(" ()[]-–—/,."):
            found = people(beside) or read_line(beside).authors
            if not found:
                return Credit()
            authors += found
    source = rest.strip(" .,;-–—/:")
    if not _is_source(source, bracketed=bracketed):
        return Credit()
    if of := _OF_PAPER.match(source):
        who, paper = of["who"], of["paper"].strip()
        if _PAPER.match(who) and persons(paper):
            who, paper = paper, who
        if len(who.split()) > 1 and not _PAPER.match(who) and (names := people(who)):
            return Credit(paper, (*authors, *names))
    return Credit() if _NO_SOURCE.match(source) else Credit(source, tuple(authors))


def _closing(text: str) -> int:
    """Return the place of the bracket that closes the one opened before ``text``, or its end."""
    depth = 0
    for place, letter in enumerate(text):
        if letter in ")]":
            if not depth:
                return place
            depth -= 1
        elif letter in "([":
            depth += 1
    return len(text)


def _is_source(text: str, *, bracketed: bool) -> bool:
    words = text.split()
    if not 1 <= len(words) <= (12 if bracketed else 9) or not any(letter.isalpha() for letter in text):
        return False
    if ":" in text and not bracketed:
        return False
    if "," in text and not bracketed and not all(word[0].isupper() for word in words):
        return False
    first = words[0]
    return (
        first[0].isupper()
        or "." in first
        or first.lower() in ("báo", "đài", "trang", "tạp", "cổng", "website", "nguồn")
        or bracketed
    )


def is_credits(box: _Element) -> bool:
    """Tell whether an element credits who made the article, and says little else."""
    if len(shown_text(box)) > _REMARK:
        return False
    lines = [shown_text(part) for part in box] or [shown_text(box)]
    return any(map(read_line, lines)) and not any(map(boilerplate.is_imprint, lines))


def with_labels(blocks: list[Block]) -> list[Block]:
    """Join a label that stands in an element of its own ("Nguồn:") to what it announces in the next."""
    kept: list[Block] = []
    for block in blocks:
        label = kept[-1] if kept else None
        colon = ":" if label is not None and label.element.tag == "dt" and not label.text.endswith(":") else ""
        announced = 0 < len(block.text) <= _LONGEST and not block.linked
        if label is not None and announced and _LABEL.match(label.text + colon):
            block.text, block.html = f"{label.text}{colon} {block.text}", f"{label.html}{colon} {block.html}"
            kept.pop()
        kept.append(block)
    return kept


def split_credits(blocks: list[Block]) -> tuple[list[Block], Credit]:
    """Take the credit lines and the byline off the end of the body; return the rest and what they said."""
    source = ""
    authors: list[str] = []
    kept = list(blocks)
    taken = 0
    is_digest = sum(block.text.endswith((")", ").")) and _is_pieces(block) for block in kept) > 1
    place = len(kept) - 1 if is_digest else _last_line(kept)
    while place >= 0 and taken < 4:
        block = kept[place]
        if block.kind in ("picture", "embed"):
            place -= 1
            continue
        if is_digest and _is_pieces(block):
            above = _text_above(kept, place)
            if above is None or not _is_pieces(above):
                break
        credit = _credit_at(kept, place)
        if not credit:
            text, credit = _cut_inline(block)
            if credit and text:
                block.text, block.html = text, _cut_html(block.html, text)
                source = source or credit.source
                authors[:0] = credit.authors
            break
        credit = _above(credit, source)
        source = source or credit.source
        authors[:0] = credit.authors
        del kept[place]
        taken += 1
        place -= 1
    return kept, Credit(source, tuple(dict.fromkeys(authors)))


def _text_above(blocks: list[Block], place: int) -> Block | None:
    """Return the block with text straight above a place, pictures aside."""
    return next((block for block in reversed(blocks[:place]) if block.text), None)


def _is_pieces(block: Block) -> bool:
    """Tell whether a block ends with the source of a digest's piece, or is no more than that: "(Nhân Dân)"."""
    if _PIECE.search(block.text):
        return True
    return block.text[:1] == "(" and block.text[-1:] == ")" and not IS_INITIALS.match(block.text)


def _last_line(blocks: list[Block]) -> int:
    """Return the place of the article's last line: its credit, though a call to subscribe or the like follow."""
    below = 0
    for place in range(len(blocks) - 1, -1, -1):
        block = blocks[place]
        if block.kind in ("picture", "embed"):
            continue
        if (credit := _credit_at(blocks, place)) and (not below or _closes(blocks, place, credit)):
            return place
        below += 1
        if below > _BELOW or len(block.text) > _REMARK or block.kind == "table":
            break
    return len(blocks) - 1


def _closes(blocks: list[Block], place: int, credit: Credit) -> bool:
    """Tell whether a credit that is not the last line is the article's: no picture's, and no heading."""
    block = blocks[place]
    if any(len(name.split()) == 1 and not IS_INITIALS.match(name) for name in credit.authors):
        return False
    apart = block.align == "right" or block.bold or block.italic or boilerplate.BYLINE(names_of(block.element))
    if read_line(block.text):
        beside = blocks[place - 1].kind if place else ""
        return beside != "table" and (apart or beside != "picture")  # a table in the text has its own source
    return apart and not is_mentioned(credit.authors, blocks)


def is_mentioned(names: Iterable[str], blocks: list[Block]) -> bool:
    """Tell whether the text speaks of one of ``names``: whom a heading names it does, its author it does not.

    By the full name or, as is the custom, by the given name behind a form of address.
    """
    said = [block.text for block in blocks if boilerplate.ends_sentence(block.text)]
    prose = _PHOTO.sub("", "\n".join(said)).casefold()
    for name in map(str.casefold, names):
        if name in prose or re.search(rf"{_ADDRESS}\s+{re.escape(name.split()[-1])}(?!\w)", prose):
            return True
    return False


def gather_credits(blocks: list[Block]) -> Credit:
    """Return what the lines below the body credit, wherever they stand among counters, tags and buttons."""
    credits = [_credit_at(blocks, place) for place in range(len(blocks))]
    below = (*(credit.source for credit in credits[1:]), "")
    return together([_above(credit, source) for credit, source in zip(credits, below, strict=False)])


def _above(credit: Credit, source: str) -> Credit:
    """Return a credit above another ``source``: "Theo Hoàng Quý" above a paper's name says who wrote it there."""
    if not source or credit.authors or not credit.source or source.startswith(credit.source):
        return credit
    writers = persons(credit.source)
    return Credit("", writers) if writers else credit


def together(credits: Collection[Credit]) -> Credit:
    """Return several credits as one: the first source, and everyone."""
    source = next((credit.source for credit in credits if credit.source), "")
    return Credit(source, tuple(dict.fromkeys(name for credit in credits for name in credit.authors)))


def _credit_at(blocks: list[Block], place: int) -> Credit:
    block = blocks[place]
    heads = block.kind == "heading" or block.element.tag == "dt"
    credit = _read_block(block, heads=heads and any(below.text for below in blocks[place + 1 :]))
    if not credit.source and _SOURCE(names_of(block.element)) and (source := _named_source(blocks, place)):
        return Credit(source)
    return Credit() if credit and _belongs_above(blocks, place) else credit


def _named_source(blocks: list[Block], place: int) -> str:
    """Return what a block named as the source's says, alone or behind "theo", if it is no other article's.

    It may name the authors instead, if they are not in an element of their own above it.
    """
    block = blocks[place]
    if people(block.text) and not (place and boilerplate.BYLINE(names_of(blocks[place - 1].element))):
        return ""
    marker = _MARKER.match(block.text)
    name = block.text[marker.end() :].strip() if marker else block.text
    if block.kind != "text" or block.caption or boilerplate.ends_sentence(name) or boilerplate.is_furniture(name):
        return ""
    if any(len(text) > HEADLINE for other in blocks[:place] if other.part == "foot" for _, text in other.links):
        return ""
    return name if _is_source(name.replace(",", ""), bracketed=False) else ""


def _belongs_above(blocks: list[Block], place: int) -> bool:
    """Tell whether a name says who signed the letter above it, or who said what is quoted there."""
    block = blocks[place]
    above = _text_above(blocks, place)
    if above is None or read_line(block.text):
        return False
    if _is_listed(blocks, place):
        return True
    if OFFICER.match(above.text) or _SIGNATURE.match(above.text):
        return True
    begins, ends = above.text[0] in _QUOTES, above.text[-1] in _QUOTES
    if block.kind == above.kind == "quote":
        return begins or ends
    return begins and ends and _are_boxed(blocks, block, above)


def _is_listed(blocks: list[Block], place: int) -> bool:
    """Tell whether a name is of a list of them that a line announces: "Danh sách trúng thưởng:"."""
    if blocks[place].align == "right":
        return False
    said = dropwhile(lambda block: block.text and people(block.text), reversed(blocks[:place]))
    return next((block.text for block in said), "").endswith(":")


def _are_boxed(blocks: list[Block], block: Block, above: Block) -> bool:
    """Tell whether two blocks stand in an element of their own, beside all others."""
    box = common_ancestor(block.element, above.element)
    others = [other for other in blocks if other.text and other is not block and other is not above]
    return bool(others) and not any(box in ancestors(other.element) for other in others)


def _read_block(block: Block, *, heads: bool) -> Credit:
    """Return what a block credits; a heading or a term below which nothing stands ``heads`` nothing: a byline."""
    if block.kind not in ("text", "heading", "quote", "item") or len(block.text) > _LONGEST:
        return Credit()
    linked = block.linked >= 0.8 * len(block.text) and not all("@" in href for href, _ in block.links)
    if block.links and linked and not block.text.lower().startswith(("theo", "(theo", "nguồn")):
        return Credit()
    if credit := read_line(block.text):
        return credit
    if heads:
        return Credit()
    names = people(block.text)
    if names and _is_row_of_links(block):
        return Credit()
    if names and (
        len(names) > 1
        or len(block.text.split()) > 1
        or IS_INITIALS.match(block.text)
        or block.bold
        or block.align == "right"
    ):
        return Credit(block.text) if _PAPER.match(block.text) else Credit("", names)
    return Credit()


def _is_row_of_links(block: Block) -> bool:
    """Tell whether a block is several links with nothing between them: topics, that only look like one name."""
    links = [shown_text(link) for link in block.element.iter("a")]
    return len(links) > 1 and " ".join(links) == block.text


def _cut_inline(block: Block) -> tuple[str, Credit]:
    if agency := _BEHIND.search(block.text):
        return block.text[: agency.start()], Credit(agency["name"])
    match = _INLINE_CREDIT.search(block.text)
    if not match or not match.start():
        return "", Credit()
    credit = read_line(f"({match['credit']}) {match['after'] or ''}".strip())
    return block.text[: match.start()].rstrip(), credit


def _cut_html(html: str, text: str) -> str:
    """Return ``html`` up to the bracket of the credit, as the shortened ``text`` is, with its marks closed."""
    cut = html[: max(html.rfind("("), 0)].rstrip()
    if not cut or cut.rfind("<") > cut.rfind(">"):  # no bracket, or one inside an address
        return escape(text, quote=False)
    still_open: list[str] = []
    for tag in _TAG.finditer(cut):
        if tag[1]:
            still_open.pop()
        else:
            still_open.append(tag[2])
    return cut + "".join(f"</{name}>" for name in reversed(still_open))
