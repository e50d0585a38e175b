"""What a host asks for, read from its answer; the crawl that heeds it is in test_manners.py."""

import pytest
from scrapy.http import Response

from kkt_crawler.crawl.traffic import retry_after


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("9" * 400, 999_999_999),
        ("Mon, 06 May 2024 07:15:30 GMT", 30),
        ("Monday, 06-May-24 07:15:30 GMT", 30),
        ("Mon May  6 07:15:30 2024", 30),
        ("Mon, 06 May 2024 07:14:00 GMT", 0),
        ("", None),
        ("-5", None),
        ("1.5", None),
        ("²", None),
        ("soon", None),
        ("Mon, 32 May 2024 07:15:30 GMT", None),
        ("Mon, 06 May 999999 07:15:30 GMT", None),
    ],
)
def test_retry_after(value, seconds):
    headers = {"Retry-After": value.encode("utf-8"), "Date": "Mon, 06 May 2024 07:15:00 GMT"}
    assert retry_after(Response("https://x.example/", 429, headers=headers)) == seconds


def test_no_header_asks_for_nothing():
    assert retry_after(Response("https://x.example/", 503)) is None
