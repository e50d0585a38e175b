"""Dates as Vietnamese pages write them: day first, +07:00, never guessed and never taken from the clock.

Regular expressions read what has digits for day, month and year; dateparser reads only relative and worded
dates. Of 46 forms and 7 strings that are no date, dateparser alone reads 33 rightly with its defaults and 42 at
its best; the expressions first, 52 (the other has no year, and is refused).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from kkt_crawler.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kkt_crawler.article import Precision

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

_ISO = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)"
    r"(?:[T ]\s?(?P<time>\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s?(?P<zone>Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?"
)
_YMD = re.compile(
    r"(?<![\d/.-])(?P<y>(?:19|20)\d{2})(?P<sep>[/.])\s?(?P<m>\d{1,2})(?P=sep)\s?(?P<d>\d{1,2})(?![\d/])"
)
_DMY = re.compile(
    r"(?<![\d/.,-])(?P<d>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m>\d{1,2})\s?(?P=sep)\s?(?P<y>\d{4}|\d{2})(?![\d/-]|\.\d)"
)
#: Months in words; "tháng Giêng" and "tháng Chạp" are the lunar year's, and "5 tháng năm 2026" is five months, but
#: "5 Tháng Năm 2026" a day.
_MONTHS = ("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_NUMBER = r"(?:\d{1,2}|mười(?:\s(?:một|hai))?|một|hai|ba|tư|năm(?=\s?,|\snăm)|(?-i:Năm)|sáu|bảy|tám|chín)"
#: "tháng 5", "Tháng Năm,", "thg 5" as browsers shorten it, and "Th5" or "Th. 5".
MONTH = rf"(?:(?:tháng|thg\.?)\s*{_NUMBER}|th\.?\s?\d{{1,2}})"
_WORDED = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})\s*(?P<m>{MONTH})\s*(?:,|/|-|năm)?\s*(?:năm\s*)?(?P<y>\d{{4}})(?!\d)", re.I
)
#: "Tháng Năm 26, 2026": what WordPress makes of the American order.
_MONTH_FIRST = re.compile(rf"(?<!\w)(?P<m>{MONTH})\s(?P<d>\d{{1,2}}),\s?(?P<y>\d{{4}})(?!\d)", re.I)
_FORMS = (_ISO, _YMD, _DMY, _WORDED, _MONTH_FIRST)
#: Hour and minutes, and seconds behind those: "8:15", "8 giờ 15", "20g03", "5 giờ 2 phút 20 giây".
HOUR, MINUTES = r"\d{1,2}", r"(?:\d{2}(?!\d)|\d(?=\s?phút))"
HOUR_SIGN = r"(?:\s?(?::|h|giờ)\s?|g(?=\d))"
MINUTES_SIGN, SECONDS = r"\s?(?::|phút)\s?", r"(?:\d{2}(?!\d)|\d(?=\s?giây))"
#: The sign behind a full hour: "15 giờ", "7h ngày …"; none behind how long ago it was.
WHOLE_HOUR = r"\s?(?:h|giờ)(?![\w:])(?!\s*(?:\d|trước|phút))"
#: A colon may stand before it, as a label's, but not within it.
_TIME = re.compile(
    rf"(?<![\d/.,-])(?<!\d:)(?P<h>{HOUR})(?:{HOUR_SIGN}(?P<min>{MINUTES})"
    rf"(?:{MINUTES_SIGN}(?P<s>{SECONDS})(?:\s?giây)?)?(?:\s?phút)?|{WHOLE_HOUR})"
    r"\s*(?P<half>SA|CH|AM|PM|sáng|trưa|chiều|tối)?(?!\w)",
    re.I,
)
#: What is more is the day of a date that a server prints the American way, with its month first: "3/16/2009".
_LAST_MONTH = 12
_ZONE = re.compile(r"\b(?:GMT|UTC)\s*(?P<sign>[+-])\s*(?P<h>\d{1,2})(?::?(?P<min>\d{2}))?", re.I)
_WEEKDAY = re.compile(
    r"(?<!\w)(?:thứ\s+(?P<word>hai|ba|tư|năm|sáu|bảy|bẩy)|thứ\s*(?P<number>[2-7])|t(?P<short>[2-7])|(?P<sunday>chủ\s*nhật|cn))(?!\w)",
    re.I,
)
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "bẩy": 5}
_RELATIVE = re.compile(r"(?<!\w)(?:trước|hôm\s+(?:nay|qua|kia)|vừa\s+xong|ago|yesterday|today)(?!\w)", re.I)
_AFTERNOON = {"ch", "pm", "chiều", "tối"}

#: Characters on each side of a date in which its time, zone and weekday are looked for: the longest form known,
#: ``Cập nhật lúc 07 giờ 15 phút, Thứ Hai, ngày …``, puts 33 before it.
_BESIDE = 40


@dataclass(frozen=True, slots=True)
class Moment:
    """A date read from text: aware, with what the text showed of it."""

    at: datetime
    precision: Precision
    weekday_agrees: bool | None = None  #: None where the text names no weekday


def parse(text: str, *, zone: tzinfo = VIETNAM, now: datetime | None = None) -> Moment | None:
    """Return the first date in ``text``, or None.

    ``zone`` holds where the text names none. A date that the calendar has not (31/02) gives None, with no second
    guess: only one with AM or PM behind it, as American servers print it, has its month first where nothing else
    can be. Relative dates ("2 giờ trước", "hôm qua") are read only where ``now`` says against what.
    """
    text = one_line(text)
    day, span, seen = _calendar_day(text)
    if day is not None:
        return _moment(text, day, span, zone)
    if seen or not text:
        return None
    return _rfc_2822(text) or _worded_by_dateparser(text, zone, now)


def find(text: str, *, zone: tzinfo = VIETNAM) -> Iterator[Moment]:
    """Yield every numeric or worded calendar date in a longer ``text``, in order; impossible ones are passed."""
    text = one_line(text)
    for match in sorted((m for form in _FORMS for m in form.finditer(text)), key=re.Match.start):
        day = _day(match)
        if day is not None:
            yield _moment(text, day, match.span(), zone)


def _calendar_day(text: str) -> tuple[date | None, tuple[int, int], bool]:
    """Return the first day, its place, and whether the text tried to give one at all."""
    matches = [match for form in _FORMS if (match := form.search(text))]
    if not matches:
        return None, (0, 0), False
    match = min(matches, key=re.Match.start)
    return _day(match), match.span(), True


def _day(match: re.Match[str]) -> date | None:
    year = int(match["y"])
    if len(match["y"]) == 2:
        year += 2000 if year < 70 else 1900
    day, month = int(match["d"]), _month(match["m"].lower())
    if month > _LAST_MONTH >= day and match.re is _DMY:
        day, month = month, day
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if 1900 <= year < 2100 else None


def _month(name: str) -> int:
    number = name.removeprefix("tháng").removeprefix("th").lstrip("g. ")
    return int(number) if number.isdecimal() else _MONTHS.index(number) + 1


def _moment(text: str, day: date, span: tuple[int, int], zone: tzinfo) -> Moment:
    """Complete ``day``, found at ``span``, with the time, zone and weekday that stand beside it."""
    before, after = text[max(0, span[0] - _BESIDE) : span[0]], text[span[1] : span[1] + _BESIDE]
    weekday = _WEEKDAY.search(before) or _WEEKDAY.search(after)
    agrees = None if weekday is None else _weekday(weekday) == day.weekday()
    iso = _ISO.fullmatch(text[slice(*span)])
    if iso and iso["time"]:
        clock = [int(part) for part in iso["time"].split(":")]
        offset = _offset(iso["zone"]) if iso["zone"] else None
    else:
        clocks = [*_TIME.finditer(before)][-1:] + [*_TIME.finditer(after)][:1]
        shown = min(clocks, key=lambda match: _gap(match, before), default=None)
        clock = _clock(shown) if shown else []
        named = _ZONE.search(after) or _ZONE.search(before)
        offset = _offset(f"{named['sign']}{named['h']:0>2}{named['min'] or '00'}") if named else None
    hour, minute, second = (*clock, 0, 0, 0)[:3]
    try:
        at = datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=offset or zone)
    except ValueError:  # 25:70 is no time of day
        clock = []
    if not clock:
        return Moment(datetime.combine(day, time(), zone), "day", agrees)
    return Moment(at, "second" if len(clock) == 3 else "minute", agrees)


def _gap(match: re.Match[str], before: str) -> int:
    """Return how many characters part a time from the date it stands before or after."""
    return len(before) - match.end() if match.string is before else match.start()


def _clock(match: re.Match[str]) -> list[int]:
    hour, half = int(match["h"]), (match["half"] or "").lower()
    if half in _AFTERNOON and hour < 12:
        hour += 12
    elif half in ("sa", "am") and hour == 12:
        hour = 0
    return [hour, int(match["min"] or 0), *([int(match["s"])] if match["s"] else [])]


def _offset(text: str) -> tzinfo | None:
    if text == "Z":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if offset >= timedelta(hours=24):
        return None
    return timezone(offset if text[0] == "+" else -offset)


def _weekday(match: re.Match[str]) -> int:
    if match["word"]:
        return _WEEKDAYS[match["word"].lower()]
    digit = match["number"] or match["short"]
    return int(digit) - 2 if digit else 6


def _rfc_2822(text: str) -> Moment | None:
    """Read ``Mon, 06 May 2024 07:15:00 +0700``; without an offset it is refused, for nothing says whose time."""
    if not re.match(r"(?:[A-Z][a-z]{2},\s)?\d{1,2}\s[A-Z][a-z]{2}\s\d{2,4}\s\d{1,2}:\d{2}", text):
        return None
    try:
        at = parsedate_to_datetime(text)
    except ValueError:
        return None
    if at.tzinfo is None:
        return None
    return Moment(at, "second" if re.search(r"\d:\d{2}:\d{2}", text) else "minute")


def _worded_by_dateparser(text: str, zone: tzinfo, now: datetime | None) -> Moment | None:
    """Leave relative words, and month names, to dateparser; its import alone costs 0.1 s, so it comes late."""
    relative = bool(_RELATIVE.search(text))
    if (relative and now is None) or not re.search(r"\d|hôm|vừa|yesterday|today", text, re.I):
        return None
    if not relative and not re.search(r"[^\W\d_]{3}", text):
        return None
    import dateparser

    settings: dict[str, object] = {
        "DATE_ORDER": "DMY",
        "TIMEZONE": str(zone),
        "RETURN_AS_TIMEZONE_AWARE": True,
        "STRICT_PARSING": True,
    }
    if relative and now is not None:
        settings["RELATIVE_BASE"] = now.astimezone(zone).replace(tzinfo=None)
    else:
        settings["REQUIRE_PARTS"] = ["day", "month", "year"]
    try:
        at = dateparser.parse(text, languages=["vi"] if relative else ["vi", "en"], settings=settings)
    except (ValueError, OverflowError):
        return None
    if at is None:
        return None
    if not _TIME.search(text) and not re.search(r"giờ|phút|giây|hour|minute", text, re.I):
        return Moment(datetime.combine(at.date(), time(), zone), "day")
    return Moment(at.replace(microsecond=0, tzinfo=zone), "minute")
