"""Lines that say when: which lines are datelines, and which date they give. Of text alone, wherever it stands."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kkt_crawler import dates
from kkt_crawler.pages import boilerplate

if TYPE_CHECKING:
    from datetime import tzinfo

    from kkt_crawler.dates import Moment

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]*\.?"
#: English dates in words, which :mod:`kkt_crawler.dates` leaves to the slow dateparser.
_ENGLISH = re.compile(
    rf"(?<!\w)(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+\d{{4}})(?!\d)",
    re.I,
)
#: Days in figures, the year last, and in words, the month first: "tháng 4 12, 2025".
_IN_FIGURES = r"\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}"
_MONTH_FIRST = rf"{dates.MONTH}\s\d{{1,2}},\s?\d{{4}}"
#: How such a date begins: most places in a line do not, and are passed in half the time.
_BEGINS = r"(?=[\djfmasond]|th(?:áng\s|g|\.?\s?\d))"
HINT = re.compile(
    rf"{_BEGINS}(?:{_ENGLISH.pattern}|"
    rf"{_IN_FIGURES}|\d{{4}}\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?\d{{1,2}}|\d\s*{dates.MONTH}|{_MONTH_FIRST})",
    re.I,
)
#: What every such date has; most lines have it not, and are left in a third of the time.
_FIGURES = re.compile(r"\d(?:\s?[/.-]\s?\d|\d{3}|\s*tháng)", re.I)
#: "Bính Ngọ": the year behind the day that the old calendar has, which some show beside the other.
_LUNAR_YEAR = (
    r"(?:giáp|ất|bính|đinh|mậu|kỷ|canh|tân|nhâm|quý)\s+(?:tý|sửu|dần|mão|thìn|tỵ|ngọ|mùi|thân|dậu|tuất|hợi)(?!\w)"
)
#: Every date and time in a line, to see what else it says.
_WHEN = re.compile(
    rf"{_BEGINS}(?:{_ENGLISH.pattern}|"
    rf"\d{{4}}-\d{{1,2}}-\d{{1,2}}(?:[T ]\d{{1,2}}:\d{{2}}(?::\d{{2}})?\S*)?|{_IN_FIGURES}"
    rf"|(?:ngày\s*)?\d{{1,2}}\s*{dates.MONTH}\s*(?:,|/|-)?\s*(?:năm\s*)?\d{{4}}"
    rf"|{_MONTH_FIRST}"
    rf"|{dates.HOUR}(?:{dates.HOUR_SIGN}{dates.MINUTES}"
    rf"(?:{dates.MINUTES_SIGN}{dates.SECONDS})?(?:\s*giây)?(?:\s*phút)?|{dates.WHOLE_HOUR})(?:\s?(?:SA|CH|[AP]M)(?!\w))?)"
    rf"|\(?(?:tức\s+)?(?:(?:ngày|âm\s+lịch|âl)\s*:?\s*)*\d{{1,2}}\s?[/-]\s?\d{{1,2}}\s+(?:âm\s+lịch|âl|(?:năm\s+)?{_LUNAR_YEAR})\)?"
    r"|\(?(?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?\d{2})?\)?",
    re.I,
)
#: What datelines say beside dates and times.
_LABEL_WORDS = (
    r"(?<!\w)(?:(?:ngày|lần)\s*(?:sửa|chỉnh)|ngày|đăng|lần|viết|tạo|gửi|bài|tin|được|cập\s*nhật|sửa\s*đổi|lần\s*cuối|cuối|lúc|vào|xuất\s*bản|phát\s*hành|thời\s*gian|đưa|lên\s+(?:cổng|trang|web(?:site)?)|hiển\s*thị"
    r"|thứ\s*(?:hai|ba|tư|năm|sáu|bảy|bẩy|\d)|t[2-7]|(?:mon|tue|wed|thu|fri|sat|sun),|chủ\s*nhật|cn|gmt|utc|sa|ch|am|pm|sáng|trưa|chiều|tối|giờ"
    r"|(?:số\s*)?lượt(?:\s*(?:xem|đọc|truy\s*cập))?|(?:đã\s*)?xem|đọc|views?|hits?|published|posted|updated|on|at|date|by"
    r"|bởi|người|quản\s*trị(?:\s*viên)?|admin(?:istrator)?|ban\s*biên\s*tập)(?!\w)"
)
_LABELS = re.compile(_LABEL_WORDS, re.I)
#: The same at either end of a line: within one they may be of a name, "Tằng Viết Chiến".
_LABELS_AROUND = re.compile(rf"^(?:\W*{_LABEL_WORDS})+|(?:{_LABEL_WORDS}\W*)+$", re.I)
_UPDATED = re.compile(
    r"cập\s*nhật|(?:ngày|lần)\s*(?:sửa|chỉnh)(?!\w)|sửa\s*(?:đổi|lần\s*cuối|lúc)|chỉnh\s*sửa|updated|modified",
    re.I,
)
#: A period, a deadline or a meeting with its place, none of which is when the page appeared: "(từ 10/11/2026 đến
#: 15/11/2026)", "Hạn nộp hồ sơ: 15/12/2026".
_PERIOD = re.compile(
    r"(?<!\w)(?:(?:đến|tới|(?<!giờ\s)(?<!phút\s)(?<!ngày\s)trước)\s+(?:hết\s+)?(?:ngày\s+)?\d"
    r"|(?:ngày\s+(?:tham\s+gia|sinh)|bắt\s*đầu|kết\s*thúc|(?:thời\s*)?hạn(?:\s+[^\W\d]+){0,4}|địa\s*điểm)\s*:)",
    re.I,
)
#: What is held on the day that is named behind it.
_HELD = re.compile(
    r"(?<!\w)(?:hội\s+(?:nghị|thảo|thi|đàm)|(?:phiên|cuộc|buổi)\s+họp|(?:khai|bế)\s+(?:mạc|giảng)|khởi\s+công|khánh\s+thành"
    r"|diễn\s+ra|tổ\s+chức|lễ)(?!\w)[^|•·]*\d",
    re.I,
)
#: The day of a law or a letter that is named; "Pháp luật" is a section.
_DOCUMENT = re.compile(
    r"(?<!\w)(?:(?<!pháp\s)luật|pháp\s+lệnh|nghị\s+(?:định|quyết)|quyết\s+định|thông\s+tư|công\s+(?:văn|điện)|chỉ\s+thị|tờ\s+trình)(?!\w)"
    r"[^|•·.;]{0,80}(?<!\w)ngày\s+\d",
    re.I,
)
#: What says that a page's own date follows.
PUBLISHED = re.compile(
    r"^\W*(?:(?:bài\s+|tin\s+|được\s+|khởi\s+)?(?:đăng|viết|gửi)|(?:ngày|thời\s+gian)\s+(?:đăng|viết|tạo|gửi|đưa|xuất\s*bản|cập\s*nhật)|xuất\s*bản"
    r"|cập\s*nhật|post(?:ed)?|published|updated)(?!\w)",
    re.I,
)
#: The same within a line.
LABELLED = re.compile(
    r"(?<!\w)(?:ngày\s+(?:đăng|viết|đưa)(?:\s+(?:tin|bài))?|đăng\s+(?:ngày|lúc|tải)|xuất\s+bản"
    r"|(?:đăng|gửi|tạo|viết)\s+bởi\s[^\d|]{2,60}\s(?:lúc|ngày|vào)(?:\s+(?:thứ\s+\w+|chủ\s+nhật))?)(?!\w)"
    r"\s*:?\s*\W{0,3}\d",
    re.I,
)
#: A place, and a day in words.
_LETTER = re.compile(r"^\W*([^\d,:]{2,40}),\s*ngày\s+\d+\s+tháng\s+\d+\s+năm\s+\d{4}\W*$", re.I)
#: A longer line says more than when, and so do more letters that are neither date nor label.
LONGEST, STRAY = 160, 6
#: What parts a dateline: a stroke, or a date and the label in front of it.
_LABEL = r"ngày\s+(?:đăng|viết)|(?:đăng|viết|cập\s*nhật|xuất\s*bản)\s+(?:ngày|lúc|vào)|cập\s*nhật|ngày|lúc|vào"
_STROKE = re.compile(rf"(?:(?<!\w)(?:{_LABEL})\s*:?\s*)?[|·•]", re.I)
_AROUND = " ()-–—,:;"
_BETWEEN = re.compile(r"\s*[|•·]\s*|\s+/\s+")
#: Letters that may stand beside the date: a section, a source or an author.
BESIDE = 40
#: What the page's own date is called, and its licence's.
_TODAY = re.compile(
    r"©|ngày\s+in(?!\w)|^\W*(?:bản\s+)?in\s+(?:lúc|ngày)(?!\w)|giấy\s*phép|hôm\s*nay|bây\s*giờ|hiện\s*tại"
    r"|chào\s*mừng|today|welcome",
    re.I,
)
#: How a line of the page's own begins, with its clock behind it or not.
_GREETING = re.compile(
    r"^\W*(?:(?:nhiệt\s+liệt\s+)?chào\s+mừng|kính\s+chào|welcome)\s+(?:bạn|các\s+bạn|quý\s|độc\s+giả|to\s)", re.I
)


def is_dateline(text: str) -> bool:
    """Tell whether ``text`` says when, and nothing else; counters and buttons may stand beside it."""
    return _may_date(text) and _is_dateline(text)


@lru_cache(maxsize=1024)  # a page's lines are asked about up to four times
def _is_dateline(text: str) -> bool:
    if not _hints(text) or _PERIOD.search(text):
        return False
    return len(rest(text)) <= STRAY or all(
        not rest(part) or boilerplate.is_furniture(part) for part in _split(text)
    )


def is_date_label(text: str) -> bool:
    """Tell whether ``text`` says that a date follows: "Ngày đăng:"."""
    return len(text) < BESIDE and not rest(text)


def is_clock(text: str) -> bool:
    """Tell whether ``text`` says which day it is, or greets who reads."""
    return _GREETING.match(text) is not None or (is_dateline(text) and _TODAY.search(text) is not None)


def opens_dateline(text: str) -> bool:
    """Tell whether ``text`` begins with a date, behind its label ("Đăng ngày: …") or before labelled details."""
    first = _WHEN.search(text) if hints(text) else None
    if first is None or rest(label := text[: first.start()]):
        return False
    return ":" in label or bool(PUBLISHED.match(label)) or all(map(_is_detail, _split(text[first.end() :])))


def _is_detail(part: str) -> bool:
    """Tell whether a part of a line is a detail of the article, as its author or section, behind a label."""
    return not rest(part) or boilerplate.is_furniture(part) or 0 < part.find(":") < len(part) < BESIDE


def dates_event(text: str) -> bool:
    """Tell whether what is held is named in front of the first date: "Hội nghị ngày 12/4/2025"."""
    date = HINT.search(text)
    return date is not None and _HELD.search(text, 0, date.start() + 1) is not None


def dates_letter(text: str) -> bool:
    """Tell whether ``text`` is the place and day that stand above a letter."""
    letter = _LETTER.match(text) if len(text) <= LONGEST else None
    return letter is not None and bool(rest(letter[1]))  # no weekday, nor a label


def hints(text: str) -> bool:
    """Tell whether a date stands in ``text``, which is no longer than a dateline."""
    return _may_date(text) and _hints(text)


def _may_date(text: str) -> bool:
    """Tell whether ``text`` has a date's figures: most have not, and cost less than to remember them."""
    return len(text) <= LONGEST and _FIGURES.search(text) is not None


@lru_cache(maxsize=1024)
def _hints(text: str) -> bool:
    return HINT.search(text) is not None


def without_dates(text: str) -> str:
    """Return ``text`` without dates, times and the brackets around them."""
    return _WHEN.sub("", text).strip(" ()|-–,")


def parts_beside(text: str) -> list[str]:
    """Return what a dateline says beside dates and their labels, at either side of a date or a stroke."""
    if len(text) > LONGEST:
        return []
    parts = _split(text)
    parts += [_LABELS_AROUND.sub("", part).strip(_AROUND) for part in parts]  # a name may be spelt like a label
    return [part for part in dict.fromkeys(parts) if rest(part)]


def _split(text: str) -> list[str]:
    return [part.strip(_AROUND) for part in _STROKE.split(_WHEN.sub("|", text))]


def without_details(line: str) -> str:
    """Return a line without the parts between strokes that are dates, counters, numbers or buttons."""
    parts = [part.strip() for part in _BETWEEN.split(line)]
    return " | ".join(part for part in parts if part and not _is_bare(part))


def _is_bare(part: str) -> bool:
    return part.replace(".", "").isdigit() or boilerplate.is_furniture(part) or is_dateline(part)


def read_dateline(text: str, zone: tzinfo) -> Moment | None:
    """Return the date of publication in a dateline, None where the text is no dateline.

    Beside strokes, what says more than a dateline may have one: "Người viết: … | Ngày đăng: … | Chuyên mục: …".
    """
    if len(text) > LONGEST:
        return None
    if len(rest(text)) > BESIDE:
        dated = list(filter(is_dateline, _BETWEEN.split(text)))
        return read_dateline(dated[0], zone) if len(dated) == 1 else None
    if any(other.search(text) for other in (_TODAY, _PERIOD, _DOCUMENT)):
        return None
    moments = list(dates.find(english_as_iso(text), zone=zone))
    if len(moments) > 1 and (labelled := LABELLED.search(text)) and hints(text[: labelled.start()]):
        return read_dateline(text[labelled.start() :], zone)  # "Phát sóng: 17:00 12/3/2026 Ngày đăng: …"
    if len(moments) > 1 and (updated := _UPDATED.search(text)):
        # "Cập nhật: … Ngày đăng: …": the first date behind "cập nhật" is not the one of publication.
        first = HINT.search(text)
        if first is not None and updated.start() < first.start():
            return moments[1]
        # "14 giờ 5 phút, ngày … | Cập nhật: 15 giờ …": nor is the time behind it.
        moments = list(dates.find(english_as_iso(text[: updated.start()]), zone=zone)) or moments
    return moments[0] if moments else None


def says_changed(text: str) -> bool:
    """Tell whether ``text`` begins with what says that a date of change follows: "Cập nhật lúc …"."""
    updated = _UPDATED.search(text)
    return updated is not None and not re.sub(r"\W+", "", _LABELS.sub("", text[: updated.start()]))


def read_change(text: str, zone: tzinfo) -> Moment | None:
    """Return the date of change in a dateline, behind its label; None where the text says more than dates."""
    updated = _UPDATED.search(text) if len(text) <= LONGEST else None
    if updated is None or len(rest(_UPDATED.sub("", text))) > BESIDE or _TODAY.search(text):
        return None
    return next(dates.find(english_as_iso(text[updated.end() :]), zone=zone), None)


def english_as_iso(text: str) -> str:
    """Return ``text`` with English dates in the form that is read everywhere."""
    return _ENGLISH.sub(_as_iso, text)


def _as_iso(match: re.Match[str]) -> str:
    day, year = re.findall(r"\d+", match[0])
    month = next(number for number, name in enumerate(MONTHS, 1) if name in match[0].lower())
    return f"{year}-{month:02}-{int(day):02}"


@lru_cache(maxsize=1024)
def rest(text: str) -> str:
    """Return the letters of ``text`` that are neither date nor label."""
    return re.sub(r"[\W\d_]+", "", _LABELS.sub(" ", _WHEN.sub(" ", text)))
