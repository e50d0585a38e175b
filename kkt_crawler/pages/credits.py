"""Credit lines: what one line says of where a text comes from and who wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kkt_crawler.pages.people import AGENCIES, AGENCY, INITIALS, MAIL, is_initials, is_office, people, persons

if TYPE_CHECKING:
    from collections.abc import Collection

#: What one does for an article, and for what another has written.
_LOOKS = r"biên\s+tập|trình\s+bày|thiết\s+kế|đồ\s+h(?:ọa|oạ)|kỹ\s+thuật|dựng(?:\s+(?:phim|clip|video|hình))?"
_WORK = (
    r"tin|bài|tin\s+bài|bài\s+viết|ảnh|video|clip|thực\s+hiện|nhóm\s+thực\s+hiện|bút\s+danh|tác\s+giả(?:\s+bài\s+viết)?"
    r"|người\s+(?:viết|đăng|đưa|thực\s+hiện)(?:\s+(?:bài|tin))?|phóng\s+viên|pv|nhóm\s+pv|ctv|cộng\s+tác\s+viên|tổng\s+hợp|biên\s+(?:dịch|soạn)"
    r"|lược\s+ghi|nội\s+dung|viết|by|von|par|por"
    rf"|{_LOOKS}"
)
_WORK_LABEL = rf"(?:(?:{_WORK})(?:\s*(?:,|-|–|/|&|và)\s*)?)+\s*:"
#: A label alone.
LABEL = re.compile(rf"^(?:{_WORK_LABEL}|(?:trích\s+)?nguồn(?:\s+(?:tin|bài(?:\s+viết)?))?\s*:|theo\s*:)$", re.I)
_DESIGNERS_LABEL = re.compile(rf"^\(?(?:{_LOOKS})(?:\s*(?:,|-|–|/|&|và)\s*(?:{_LOOKS}))*\s*:", re.I)
_NAMES_LABEL = re.compile(rf"^\(?{_WORK_LABEL}\s*(?P<names>.+?)\)?$", re.I)
#: The same without a colon: "Viết bởi Hoàng Quý", "Tản văn của Mai Lan".
_BY_WHOM = re.compile(
    r"^(?:(?:(?:được\s+)?(?:viết|đăng|gửi|tạo)\s+)?bởi\s*:?"
    r"|(?:tản\s+văn|tùy\s+bút|tuỳ\s+bút|truyện(?:\s+ngắn)?|bút\s+ký|ghi\s+chép|hồi\s+ký|(?:phóng\s+sự|ký\s+sự|ký)(?:\s+ảnh)?|thơ|bài)\s+của)"
    r"\s+(?P<names>.+?)(?:\s+(?:lúc|vào)\s[\w\s]{0,10}?,?\s?\d.*)?[\s|–-]*$",
    re.I,
)
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
_FROM = r"(?:(?:(?:lược\s+)?trích|tổng\s+hợp|dẫn|đăng(?:\s+lại)?)\s+(?:theo|từ)|theo|từ(?=\s+nguồn))"
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
#: The longest name of a portal has so many words.
_LONGEST_PAPER = 16
#: A person and the paper she writes for: "Hoàng Quý (TTXVN)", "Hoàng Quý/baoquangninh.vn".
_OF_PAPER = re.compile(
    r"^\(?(?P<who>[^/()]+?)\s*(?:/|\(|\s[-–]\s(?=(?:[^-–]|\b-\b)+$))\s*(?P<paper>[^()/]+(?:/[^()/]+)?)\)?$"
)
#: A paper's letters, and who writes there: "(BQN) HTGS".
_LETTERS = re.compile(rf"^\((?P<paper>[A-ZĐ]{{2,6}})\)\s*[-–]?\s*(?P<who>{INITIALS})$")
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
#: "(HTGS tổng hợp)": who gathered, and that she did. "Tin tổng hợp" is a section.
_GATHERED = re.compile(
    r"^\(?(?P<who>(?!(?:Ban|Tin|Bài|Phòng|Tổ|Bộ\s+phận|Trung\s+tâm)\b).{2,40}?)\s+(?:tổng\s+hợp|sưu\s+tầm|biên\s+tập|lược\s+ghi|thực\s+hiện)\)?$",
    re.I,
)
#: When it was written, behind who did.
_DAY_BEHIND = re.compile(r"\s*\(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\)$")
#: The longest credit line seen: "(Trích theo Cổng thông tin điện tử tỉnh Quảng Ninh) HTGS" and two names.
LONGEST = 110


@dataclass(frozen=True, slots=True)
class Credit:
    """What one line says; all empty where it is no credit."""

    source: str = ""
    authors: tuple[str, ...] = ()
    designers: tuple[str, ...] = ()  #: of its looks, and editors: the authors where nobody else is named

    def __bool__(self) -> bool:
        return bool(self.source or self.authors or self.designers)


def read_line(line: str) -> Credit:
    """Return what a line that says nothing else credits: a source, authors, or both."""
    line = MAIL.sub("", line) if "@" in line and len(line) <= LONGEST else line
    line = _ADDRESSED.sub(r"\g<host>", line) if "://" in line else line
    line = _DAY_BEHIND.sub("", line.strip().removesuffix("./."))  # how official letters end
    line = line.strip().rstrip(".") if not line.strip().endswith("..") else line.strip()
    if not 1 < len(line) <= LONGEST:
        return Credit()
    if ":" in line and _PARTED.search(line) and (credit := _pieces(line)):
        return credit
    if (marker := _MARKER.search(line)) and (credit := _sourced(line, marker)):
        return credit
    if agency := AGENCY.match(line):
        return Credit(agency["name"])
    if line[0] == "(" and line[-1] == ")" and _PAPER.match(line[1:-1]):
        return Credit(line[1:-1])
    of = _OF_PAPER.match(line)
    if of and _PAPER.match(paper := of["paper"].strip()) and (found := people(of["who"])):
        return Credit(paper, found)
    if letters := _LETTERS.match(line):
        return Credit(letters["paper"], (letters["who"],))
    if (gathered := _GATHERED.match(line)) and (found := people(gathered["who"])):
        return Credit("", found)
    if credit := _by(line):
        return credit
    if match := _BY_WHOM.match(line) or _NAMES_LABEL.match(line):
        whole = read_signature(match["names"])
        parts = _NEXT_LABEL.split(match["names"])
        first, *others = (whole,) if whole.authors else (read_signature(part.strip()) for part in parts)
        if _DESIGNERS_LABEL.match(line):
            first = Credit(first.source, designers=first.authors)
        return together([first, *others])
    return Credit()


def _by(line: str) -> Credit:
    """Return what an English line credits: "By Thu Trang (Source: VNA)"."""
    match = _BY.match(line)
    names = people(match["names"]) if match else ()
    return Credit((match["source"] or "").strip(), names) if match and names else Credit()


def _pieces(line: str) -> Credit:
    """Return what a line credits in labelled pieces, or in names with whose the pictures are; else nothing."""
    if photographed := _AND_PHOTO.match(line):
        # An office there may be whom a caption is about: "Đoàn thanh niên dọn bãi. Ảnh: Hữu Việt".
        who = people(photographed["who"]) if is_initials(photographed["who"]) else persons(photographed["who"])
        photos = people(photographed["photos"])
        if who:
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
        rest, _, behind = rest.replace("]", ")").partition(")")
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


def _is_source(text: str, *, bracketed: bool) -> bool:
    words = text.split()
    office = is_office(text.replace(",", ""))
    longest = _LONGEST_PAPER if _PAPER.match(text) else 12 if bracketed or office else 9
    if not 1 <= len(words) <= longest or ":" in text:
        return False
    if "," in text and not bracketed and not all(word[0].isupper() for word in words):
        return False
    first = words[0]
    return first[0].isupper() or "." in first or first in ("báo", "đài", "trang", "tạp", "cổng", "website")


def read_end(text: str) -> tuple[str, Credit]:
    """Return a paragraph without the credit in brackets that ends it, and that; "" where it has none."""
    if agency := _BEHIND.search(text):
        return text[: agency.start()], Credit(agency["name"])
    match = _INLINE_CREDIT.search(text)
    if not match:
        return "", Credit()
    credit = read_line(f"({match['credit']}) {match['after'] or ''}".strip())
    return text[: match.start()].rstrip(), credit


def together(credits: Collection[Credit]) -> Credit:
    """Return several credits as one: the first source, and everyone."""
    source = next((credit.source for credit in credits if credit.source), "")
    authors = dict.fromkeys(name for credit in credits for name in credit.authors)
    designers = dict.fromkeys(name for credit in credits for name in credit.designers)
    return Credit(source, tuple(authors), tuple(designers))


def names_paper(text: str) -> bool:
    """Tell whether ``text`` calls itself a paper or an agency, or is a site's address."""
    return _PAPER.match(text) is not None


def said_source(line: str) -> str:
    """Return the source that a line names, known to be for it, alone or behind "theo"; "" where it names none."""
    marker = _MARKER.match(line)
    name = line[marker.end() :].strip() if marker else line
    return name if _is_source(name.replace(",", ""), bracketed=False) else ""
