"""Who writes: names of persons and their initials, told from those of agencies, offices and papers."""

from __future__ import annotations

import re

#: What files are called in capitals is no one.
INITIALS = r"(?!(?:PDF|DOCX?|XLSX?|PPTX?|ZIP|RAR)(?![A-Z]))[A-ZĐ]{2,6}"
INITIALS += r"|(?:[A-ZĐ]\.\s?){1,4}[A-ZĐ]?\.?|[A-ZĐ]{1,4}\.[A-ZĐ]{1,4}|[A-ZĐ]\.\s?[A-ZĐ][a-zà-ỹ]{1,6}"
IS_INITIALS = re.compile(rf"^\(?(?:{INITIALS})\)?\.?$")
#: Each with its stop: "N.K."
_DOTTED = re.compile(r"^(?:[A-ZĐ]\.\s?){2,4}$")
#: Agencies whose letters are a source and no one's initials.
_AGENCY = r"TTXVN|QTV|QMG|VTV\d?|VOV\d?|VGP|VNA|Vietnam\+"
AGENCIES = rf"(?:{_AGENCY})(?:/(?:{_AGENCY}))*"
AGENCY = re.compile(rf"^\(?(?P<name>{AGENCIES})\)?$")
#: What stands behind a name: who its bearer is, or what she did.
_SUFFIX = re.compile(r"\s*(?:\(\s*(?P<within>[^()]{2,60})(?:\)|$)|/\s*(?P<behind>[^()/]{2,40})$)")
_SPLIT = re.compile(r"\s+[-–—+]\s+|\s*[,;&/]\s*|\s+(?:và|and|und|et)\s+|\s*-\s*(?=[A-ZĐ][a-zà-ỹ])")
#: Offices that sign what they publish: "Văn phòng Ban", "Phòng Quản lý đầu tư". In capitals it is a letterhead.
_OFFICE = re.compile(
    r"^(?!.*\s(?:trân\s+trọng|kính\s+(?:báo|mời)|trả\s+lời)(?!\w))(?:Văn\s+phòng|Phòng|(?:Cục|Chi\s+cục|Vụ|Sở|Đội|Hội|Liên\s+đoàn|Đồn|Hạt|Hải\s+quan)(?=\s[A-ZĐ])|Ban(?!\s+hành)|Trung\s+tâm|Tòa\s+soạn|Bộ\s+phận|Điện\s+lực|Cảng\s+vụ|Tổ|Nhóm|Đại\s+diện(?=\s(?:Ban|Sở)\s)|Thanh\s+tra|Công\s+đoàn|Đoàn\s+[Tt]hanh\s+niên|Cổng)"
    r"(?:[\s&-]+[^\W\d_]+){0,8}$"
)
#: The same in letters, and where: "TTVH Hạ Long".
_LETTERS = re.compile(r"^[A-ZĐ&]{3,8}(?:[\s-]+[^\W\d_]+){0,4}$")
#: A people's council and its committee, whose office is one: "Văn phòng HĐND - UBND".
_COUNCIL = re.compile(r"(?:HĐND|UBND)(?:\s.*)?")
#: What stands before a reporter's name.
_TITLE = re.compile(r"^(?:CTV|PV|BTV|(?:Phóng|Biên\s+tập|Cộng\s+tác)\s+viên)\s+(?=[A-ZĐ][a-zà-ỹ])")
#: The address to write to, behind a name.
MAIL = re.compile(r"\s*[|(,–-]*\s*[\w.+-]+@[\w.-]+\)?\s*(?=$|[,;])")
_ROLE = re.compile(
    r"^(?:tổng\s+hợp|th|t/h|ctv|pv|thực\s+hiện|(?:biên\s+|lược\s+)?dịch|(?:lược\s+)?ghi|sưu\s+tầm|st|bs)"
    r"(?:\s+(?-i:[A-ZĐ])[\w\s]*)?$"  # and where: "CTV Đông Triều"
    r"|^(?-i:từ)\s+(?:\w+\s+){0,2}(?-i:[A-ZĐ])[\w\s.]*$",
    re.I,
)
#: What somebody is at a paper, in words: "Phóng viên Ban Kinh tế", with no sign between that and the name.
_WHAT = r"(?:(?:Phóng|Biên\s+tập|Cộng\s+tác|Chuyên)\s+viên|Nhà\s+báo)(?:\s+[^\W\d_]+){0,6}"
_IS_WHAT = re.compile(rf"(?<=[a-zà-ỹ])\s*[,–-]?\s*{_WHAT}$")
#: Several who are no office: they sign beside a name.
_GROUP = re.compile(r"^(?:Nhóm|Tổ)\s")
_REPORTERS = re.compile(r"^Nhóm\s+(?:PV|phóng\s+viên)(?!\w)")
#: Who signs a letter, in the words of Decree 30/2020 on administrative letters: "TL. TRƯỞNG BAN", "Phó Giám đốc".
OFFICER = re.compile(
    r"^(?:(?:(?:TM|KT|TL|TUQ)\.|[TK]/[ML])\s*[^\W\d_]{2}.*"
    r"|(?i:(?:q\.\s*|quyền\s+)?(?:phó\s+|tổng\s+|chi\s+)*(?:(?:cục|vụ|bộ|viện|hiệu|thủ|đội|tổ|trạm|hạt|khoa)\s+)?"
    r"(?:trưởng|giám\s+đốc|chánh|chủ\s+(?:tịch|nhiệm)|bí\s+thư|chỉ\s+huy)(?!\w)[^.]{0,30}))$"
)
#: Words of labels and headings, which are in no one's name.
_NO_NAME = re.compile(
    r"(?<!\w)(?:các|những|đã|đang|khác|xem|đọc|ngày|bài|bạn|bởi|chuyên\s+mục|nổi\s+bật|bình\s+luận|liên\s+quan)(?!\w)",
    re.I,
)
#: The number of a heading: "II. NỘI DUNG".
_NUMBERED = re.compile(r"^[IVX]+\.\s+[^\W\d_]{2,}(?<![a-zà-ỹ])(?!\w)")
#: How a text speaks of people: who signs does not call herself so.
_ADDRESSED = re.compile(r"^(?:ông|bà|cụ)\s+\S+\s+\S", re.I)
#: How papers, offices, sections and days are called that are spelt as persons are.
_NO_PERSON = re.compile(
    r"^(?:báo|đài|t(?:òa|oà)\s+soạn|ban|sở|phòng|cổng|cục|[uủ][yỷ]\s+ban|tạp\s+chí|truyền\s+hình|văn\s+phòng|trung\s+tâm|nhóm|tổ|ubnd|tin|video|audio|photo|media|info|live|tháng"
    r"|vnpt|viettel|fpt|mobifone|vinaphone|văn\s+bản|dịch\s+vụ|thủ\s+tục|sự\s+kiện|doanh\s+nghiệp|liên\s+kết|hình\s+ảnh|thư\s+viện|thống\s+kê|quảng\s+cáo|giá\s+(?:cả|vàng|nông|xăng)|thư\s+(?:mời|ngỏ|khen|chúc|cảm)|giấy\s+mời|công\s+(?:văn|điện)|thông\s+báo|quyết\s+định|kế\s+hoạch|báo\s+cáo|tờ\s+trình"
    r"|chỉ\s+thị|nghị\s+quyết|phường|xã|huyện|thị\s+(?:xã|trấn)|thành\s+phố|tỉnh|đảng|hội|công\s+(?:an|ty|đoàn)|chi\s+cục"
    r"|trang\s+(?:chủ|tin|thông\s+tin|ttđt)|thời\s+sự|kinh\s+tế|xã\s+hội|chính\s+trị|thứ\s+(?:hai|ba|tư|năm|sáu|bảy)|chủ\s+nhật)(?!\w)",
    re.I,
)
#: Who posts when nobody says who wrote.
_ACCOUNTS = frozenset((
    "admin", "administrator", "webmaster", "super user", "host", "dotnetnuke", "quản trị", "quản trị viên",
))  # fmt: skip
#: The longest names have so many words.
_FULL = 4
#: No list of names is longer.
_LONGEST = 200


def people(text: str) -> tuple[str, ...]:
    """Return the names in a byline such as ``Hoàng Quý - Hùng Sơn (CTV)``; none where a part is no name.

    An office or a role behind a person's name is no one's: ``Hoàng Quý - Phòng Pháp chế``.
    """
    if len(text) > _LONGEST:
        return ()
    if "@" in text:
        text = MAIL.sub("", text)
    text = text.strip().strip("()[]").strip(" -–—")
    text = text if _DOTTED.match(text) else text.strip(" .")
    text = _IS_WHAT.sub("", text)
    titled = _TITLE.match(text) is not None
    text = _TITLE.sub("", text)
    text = _SUFFIX.sub(_without_role, text).strip()
    if _OFFICE.match(text) and not any(map(_is_bearer, text.split(" - ")[1:])):
        return (text,)  # "Phòng Quản lý quy hoạch và xây dựng", "Phòng Văn hóa - Xã hội"
    found = []
    for part in _SPLIT.split(text):
        part = part.strip(" .") if not IS_INITIALS.match(part.strip()) else part.strip()
        part = _TITLE.sub("", part) if titled else part  # "CTV Đông Triều" behind a bare name says where
        if not part or not (is_name(part) or _OFFICE.match(part)) or OFFICER.match(part):
            return ()
        found.append(part)
    bearers = [part for part in found if _GROUP.match(part) or not (_OFFICE.match(part) or _ROLE.match(part))]
    return tuple(dict.fromkeys(bearers or found))


def _is_bearer(part: str) -> bool:
    """Tell whether a part of a line names a person or an office, and is no council's letters: "HĐND - UBND"."""
    return not _COUNCIL.fullmatch(part) and (is_name(part) or _OFFICE.match(part) is not None)


def says_what(text: str) -> bool:
    """Tell whether ``text`` ends with what somebody is at a paper, behind a name."""
    return _IS_WHAT.search(text) is not None


def _without_role(suffix: re.Match[str]) -> str:
    """Return nothing for a role, letters or an office behind a name; anything else as it stands."""
    what = (suffix["within"] or suffix["behind"]).strip()
    office = what.isupper() or _LETTERS.match(what) or _OFFICE.match(what.replace(",", ""))
    return "" if office or _ROLE.match(what) else suffix[0]


def persons(text: str) -> tuple[str, ...]:
    """Return the names in ``text`` where they can be nothing but who writes: no initials, no office."""
    found = people(text)
    return found if all(map(_is_full, found)) else ()


def _is_full(name: str) -> bool:
    """Tell whether a name is a person's full one, or that of reporters."""
    full = 1 < len(name.split()) <= _FULL and not _NO_PERSON.search(name)
    return full or _REPORTERS.match(name) is not None


def is_office(text: str) -> bool:
    """Tell whether ``text`` names an office, as of those that sign what they publish."""
    return _OFFICE.match(text) is not None


def names_house(text: str) -> bool:
    """Tell whether ``text`` names an agency, an office or a paper: who publishes, and no one who writes."""
    return _NO_PERSON.match(text) is not None


def is_initials(text: str) -> bool:
    """Tell whether ``text`` may be someone's initials: an agency's letters are not, nor a label in capitals."""
    return bool(IS_INITIALS.match(text)) and not AGENCY.match(text) and not _NO_PERSON.match(text)


def is_name(text: str) -> bool:
    """Tell whether ``text`` has the form of a person's name or initials."""
    if IS_INITIALS.match(text):
        return True
    words = text.split()
    if not 1 <= len(words) <= 5 or len(text) > 40 or any(letter.isdigit() for letter in text):
        return False
    if len(words) == len("".join(words)):
        return False  # "A A": buttons for the size of letters
    if text.casefold() in _ACCOUNTS or _NO_NAME.search(text) or _ADDRESSED.match(text) or _NUMBERED.match(text):
        return False
    return not text.lower().startswith(("theo ", "nguồn ")) and all(
        word[0].isupper() and word.replace(".", "").replace("'", "").replace("-", "").isalpha() for word in words
    )
