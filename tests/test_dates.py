"""Dates as Vietnamese pages, feeds and machine data write them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkt_crawler.dates import VIETNAM, find, parse

NOW = datetime(2024, 5, 7, 9, 0, tzinfo=VIETNAM)


def at(*parts, zone=VIETNAM):
    return datetime(*parts, tzinfo=zone)


DATES = [
    # day first, in every separator and padding
    ("06/05/2024", at(2024, 5, 6), "day"),
    ("6/5/2024", at(2024, 5, 6), "day"),
    ("06-05-2024", at(2024, 5, 6), "day"),
    ("06.05.2024", at(2024, 5, 6), "day"),
    ("06/05/24", at(2024, 5, 6), "day"),
    ("06 / 05 / 2024", at(2024, 5, 6), "day"),
    ("(06/05/2024)", at(2024, 5, 6), "day"),
    ("06/05/2024 ", at(2024, 5, 6), "day"),
    # with a time before or after
    ("5 giờ 2 phút 20 giây, thứ hai ngày 6/5/2024", at(2024, 5, 6, 5, 2, 20), "second"),
    ("8 giờ 5 phút ngày 6/5/2024", at(2024, 5, 6, 8, 5), "minute"),
    ("06 Th. 5/2024", at(2024, 5, 6), "day"),
    ("07:15 06/05/2024", at(2024, 5, 6, 7, 15), "minute"),
    ("07:15 | 06/05/2024", at(2024, 5, 6, 7, 15), "minute"),
    ("06/05/2024 | 07:15", at(2024, 5, 6, 7, 15), "minute"),
    ("06/05/2024 - 7:15", at(2024, 5, 6, 7, 15), "minute"),
    ("23/04/2024 11:18:46", at(2024, 4, 23, 11, 18, 46), "second"),
    ("07h15 06/05/2024", at(2024, 5, 6, 7, 15), "minute"),
    ("7 giờ 15 phút, ngày 6/5/2024", at(2024, 5, 6, 7, 15), "minute"),
    ("07:15:08 ngày 6/5/2024", at(2024, 5, 6, 7, 15, 8), "second"),
    # halves of the day
    ("6/5/2024 2:05 CH", at(2024, 5, 6, 14, 5), "minute"),
    ("06/05/2024 12:05 SA", at(2024, 5, 6, 0, 5), "minute"),
    ("06/05/2024 12:05 CH", at(2024, 5, 6, 12, 5), "minute"),
    ("06/05/2024 02:05:09 PM", at(2024, 5, 6, 14, 5, 9), "second"),
    ("06/05/2024 14:05 CH", at(2024, 5, 6, 14, 5), "minute"),
    # the month first, as American servers print it, where it can be nothing else
    ("3/16/2009 8:12:34 AM", at(2009, 3, 16, 8, 12, 34), "second"),
    ("04/23/2021 07:04 PM", at(2021, 4, 23, 19, 4), "minute"),
    ("Ngày đăng: 3/28/2025", at(2025, 3, 28), "day"),
    # weekdays and named zones; GMT+7 is east of Greenwich
    ("Thứ 2, 06/05/2024 | 07:15 [GMT +7]", at(2024, 5, 6, 7, 15), "minute"),
    ("Chủ nhật, 20/02/2022 | 21:36:16 (GMT +7)", at(2022, 2, 20, 21, 36, 16), "second"),
    ("Thứ sáu, 06/08/2021 01:08 (GMT+7)", at(2021, 8, 6, 1, 8), "minute"),
    ("Thứ Hai, 13/5/2024, 08:05 (GMT+07:00)", at(2024, 5, 13, 8, 5), "minute"),
    ("06/05/2024 07:15 UTC+0", at(2024, 5, 6, 7, 15, zone=UTC), "minute"),
    ("06/05/2024 07:15 GMT-3", at(2024, 5, 6, 7, 15, zone=timezone(timedelta(hours=-3))), "minute"),
    ("T7, 04/05/2024", at(2024, 5, 4), "day"),
    # words around it
    ("Cập nhật: 16:32, 20/11/2023", at(2023, 11, 20, 16, 32), "minute"),
    ("Cập nhật lúc 07:15 ngày 06/05/2024", at(2024, 5, 6, 7, 15), "minute"),
    ("Ngày đăng: 06/05/2024", at(2024, 5, 6), "day"),
    ("Ngày đăng: 06/05/2024 - Lượt xem: 1203", at(2024, 5, 6), "day"),
    ("Thứ Hai, ngày 6 tháng 5 năm 2024", at(2024, 5, 6), "day"),
    ("ngày 06 tháng 05 năm 2024", at(2024, 5, 6), "day"),
    ("21 tháng 09 năm 2025, 17:45", at(2025, 9, 21, 17, 45), "minute"),
    ("21 thg 9, 2025 lúc 17:45", at(2025, 9, 21, 17, 45), "minute"),
    ("17:45, 21 thg. 9 2025", at(2025, 9, 21, 17, 45), "minute"),
    # a label's colon touches the time
    ("Ngày đăng:07:15 | 06/05/2024", at(2024, 5, 6, 7, 15), "minute"),
    ("Ngày đăng:07h15 - 6/5/2024", at(2024, 5, 6, 7, 15), "minute"),
    ("Cập nhật:7 giờ 15 phút, ngày 06/05/2024", at(2024, 5, 6, 7, 15), "minute"),
    # months in words
    ("6 Tháng Năm, 2024", at(2024, 5, 6), "day"),
    ("6 tháng năm năm 2024", at(2024, 5, 6), "day"),
    ("6 Tháng Năm 2024", at(2024, 5, 6), "day"),
    ("Tháng Năm 6, 2024", at(2024, 5, 6), "day"),
    ("09 Tháng Mười, 2024 7:15", at(2024, 10, 9, 7, 15), "minute"),
    ("ngày 30 tháng mười một năm 2023", at(2023, 11, 30), "day"),
    ("30 Tháng Mười Hai, 2023", at(2023, 12, 30), "day"),
    ("Tháng Tư 30, 2024", at(2024, 4, 30), "day"),
    ("30 Th4, 2024 07:15", at(2024, 4, 30, 7, 15), "minute"),
    ("Th4 30, 2024", at(2024, 4, 30), "day"),
    ("06/05/2024\u00a007:15", at(2024, 5, 6, 7, 15), "minute"),
    # machine data
    ("2024-05-06T07:15:00+07:00", at(2024, 5, 6, 7, 15), "second"),
    ("2024-05-06T07:15:00.123+0700", at(2024, 5, 6, 7, 15), "second"),
    ("2024-05-06T07:15+07", at(2024, 5, 6, 7, 15), "minute"),
    ("2024-02-03T00:15:00Z", at(2024, 2, 3, 0, 15, zone=UTC), "second"),
    ("2024-02-03 00:15:00", at(2024, 2, 3, 0, 15), "second"),
    ("2024-02-03", at(2024, 2, 3), "day"),
    ("2024/02/03 08:00", at(2024, 2, 3, 8), "minute"),
    ("Mon, 06 May 2024 07:15:00 +0700", at(2024, 5, 6, 7, 15), "second"),
    ("6 May 2024 07:15:00 GMT", at(2024, 5, 6, 7, 15, zone=UTC), "second"),
    # month names, left to dateparser
    ("May 6, 2024", at(2024, 5, 6), "day"),
    ("6 May 2024 07:15", at(2024, 5, 6, 7, 15), "minute"),
    # relative, against NOW
    ("2 giờ trước", at(2024, 5, 7, 7), "minute"),
    ("5 phút trước", at(2024, 5, 7, 8, 55), "minute"),
    ("hôm qua", at(2024, 5, 6), "day"),
    ("Hôm qua, 07:15", at(2024, 5, 6, 7, 15), "minute"),
]


@pytest.mark.parametrize(("text", "expected", "precision"), DATES, ids=[text for text, *_ in DATES])
def test_reads(text, expected, precision):
    moment = parse(text, now=NOW)
    assert moment is not None
    assert (moment.at, moment.at.utcoffset(), moment.precision) == (expected, expected.utcoffset(), precision)


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "Thứ Hai", "2", "05/2024", "ngày 6 tháng 5", "31/02/2024", "15/13/2024", "00/05/2024",
        "Sơ kết 6 tháng năm 2024", "6 tháng Giêng, 2024",
        "2024-02-30", "2024-13-01T00:00:00", "8.258 tỷ đồng", "Hotline 0203.3.123.456", "tỷ số 3-2",
        "thứ 5 tuần trước", "giai đoạn 2020-2023", "20231120T163200", "Lượt xem: 12345", "99/99/9999",
    ],
)  # fmt: skip
def test_refuses_what_is_no_date(text):
    assert parse(text, now=NOW) is None


def test_a_relative_date_needs_to_be_told_the_time():
    assert parse("2 giờ trước") is None


def test_an_impossible_time_leaves_the_day():
    moment = parse("06/05/2024 25:70")
    assert moment is not None
    assert (moment.at, moment.precision) == (at(2024, 5, 6), "day")


@pytest.mark.parametrize(
    ("text", "agrees"),
    [
        ("Thứ Hai, 06/05/2024", True),
        ("Thứ Ba, 06/05/2024", False),
        ("CN, 05/05/2024", True),
        ("T2 06/05/2024", True),
        ("06/05/2024", None),
    ],
)
def test_the_weekday_is_checked(text, agrees):
    moment = parse(text)
    assert moment is not None
    assert moment.weekday_agrees is agrees


def test_find_keeps_times_with_their_dates():
    text = "Đăng lúc 07:15 ngày 06/05/2024. Các tin khác đã đưa trong tuần qua của chuyên mục: 21/04/2024 11:18"
    assert [moment.at for moment in find(text)] == [at(2024, 5, 6, 7, 15), at(2024, 4, 21, 11, 18)]


def test_find_passes_impossible_dates():
    assert [moment.at for moment in find("31/02/2024 và 01/03/2024")] == [at(2024, 3, 1)]


@given(st.dates(min_value=date(1970, 1, 1), max_value=date(2069, 12, 31)), st.times())
def test_day_and_month_are_never_swapped(day, clock):
    moment = parse(f"{day.day}/{day.month}/{day.year} {clock.hour}:{clock.minute:02}")
    assert moment is not None
    assert moment.at == at(day.year, day.month, day.day, clock.hour, clock.minute)


@given(st.text(max_size=60))
def test_any_text_gives_an_aware_date_or_none(text):
    moment = parse(text, now=NOW)
    assert moment is None or moment.at.utcoffset() is not None
    assert all(found.at.utcoffset() is not None for found in find(text))


@given(st.from_regex(r"[0-9/.: -]{4,24}", fullmatch=True))
def test_any_digits_give_an_aware_date_or_none(text):
    moment = parse(text, now=NOW)
    assert moment is None or moment.at.utcoffset() is not None
