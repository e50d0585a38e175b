"""The verdict on a run, in tables."""

from datetime import UTC, datetime, timedelta

import pytest

from kkt_crawler.archive import Run
from kkt_crawler.article import Article, Image
from kkt_crawler.crawl.health import judge
from kkt_crawler.crawl.report import FIELDS, Report

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def report(**counts):
    return Report(site="kkt", **{"listings": {"http://h/list": ""}, **counts})


def article(**fields):
    values = {"site": "kkt", "key": "1", "url": "http://h/1", "title": "t", "published": NOW, "lead": "l"}
    return Article(**{**values, "published_precision": "day", "body_text": "b", "extraction": "kkt", **fields})


def reading(count, **fields):
    """Return a report of ``count`` articles read, all with the same fields."""
    found = report()
    for _ in range(count):
        found.add(article(**fields), "new")
    return found


def past(count, **fill):
    """Return one earlier run that read ``count`` articles."""
    full = dict.fromkeys(FIELDS, 0.0) | {"lead": 1.0, "body_text": 1.0, "layout": 1.0} | fill
    begun = NOW - timedelta(days=3)
    return [Run(site="kkt", started=begun, finished=begun, verdict="ok", fill=full, layouts={"kkt": count})]


@pytest.mark.parametrize(
    ("counts", "finish", "verdict", "said"),
    [
        ({}, "finished", "ok", ""),
        ({"new": 9, "same": 3}, "finished", "ok", ""),
        ({"listings": {}}, "finished", "failing", "no listing"),
        ({"listings": {"http://h/list": "answers 404"}}, "finished", "failing", "http://h/list answers 404"),
        ({"listings": {"http://h/list": "shows no article"}}, "finished", "failing", "shows no article"),
        (
            {"listings": {"a": "", "b": "answers 500", "c": ""}},
            "finished",
            "degraded",
            "1 of 3 listings failed: b",
        ),
        ({"listings": {"a": "answers 500", "b": "answers 500"}}, "finished", "failing", "1 more"),
        # The site's own RSS is a help, not the site.
        ({"listings": {"rss": "answers 404", "b": ""}, "feeds": {"rss"}}, "finished", "degraded", "rss"),
        ({"listings": {"rss": "", "b": "shows no article"}, "feeds": {"rss"}}, "finished", "failing", "b shows"),
        ({"listings": {"rss": "answers 404"}, "feeds": {"rss"}}, "finished", "failing", "rss answers 404"),
        ({"faults": 2, "new": 9}, "finished", "degraded", "2 errors"),
        ({"faults": 9, "new": 2}, "finished", "failing", "9 errors"),
        ({"gone": 2}, "finished", "ok", ""),
        ({"gone": 3, "same": 9}, "finished", "ok", ""),
        ({"gone": 3, "same": 3}, "finished", "degraded", "3 known articles answer 404"),
        ({"unwritable": "archive: disk full"}, "finished", "failing", "disk full"),
        ({"new": 5}, "shutdown", "degraded", "signal"),
        ({"new": 5}, "closespider_timeout", "degraded", "next run"),
        ({"new": 5, "kept_away": "it answers 429"}, "kept_away", "degraded", "it answers 429"),
        ({}, "start_error", "failing", "start_error"),
        ({}, "something_new", "failing", "something_new"),
    ],
)
def test_verdict(counts, finish, verdict, said):
    found, reason = judge(report(**counts), [], finish=finish)
    assert found == verdict
    assert said in reason
    assert (reason == "") == (verdict == "ok")


@pytest.mark.parametrize(
    ("read", "failed", "before", "verdict"),
    [
        (0, 1, 0, "degraded"),  # one page proves nothing
        (0, 2, 0, "failing"),
        (20, 1, 0, "degraded"),
        (20, 19, 0, "degraded"),
        (20, 20, 0, "failing"),
        (0, 3, 3, "ok"),  # they failed before, and others have been read since
        (0, 4, 3, "degraded"),
        (0, 5, 3, "failing"),
    ],
)
def test_articles_that_cannot_be_read(read, failed, before, verdict):
    found = report(new=read)
    for number in range(failed):
        found.fail("shows no article: body", f"http://h/{number}", before=number < before)
    assert judge(found, [])[0] == verdict


def test_reason_names_what_failed_most():
    found = report()
    for number in range(4):
        found.fail("shows no article: body", f"http://h/{number}")
    found.fail("answers 500", "http://h/9")
    assert judge(found, []) == ("failing", "5 of 5 articles failed: shows no article: body")
    assert found.failures == (("shows no article: body", 4, "http://h/0"), ("answers 500", 1, "http://h/9"))


@pytest.mark.parametrize(
    ("read", "usual", "verdict"),
    [
        (4, past(40, captions=0.95), "degraded"),  # a redesign, in the first run that meets it
        (2, past(40, captions=1.0), "degraded"),
        (1, past(40, captions=1.0), "ok"),  # one article may well have no picture
        (2, past(40, captions=0.9), "ok"),
        (30, past(40, captions=0.05), "ok"),  # rare before, rare now
        (5, past(2, captions=1.0), "ok"),  # nothing is known yet
        (9, [], "ok"),
    ],
)
def test_field_that_is_gone(read, usual, verdict):
    found, reason = judge(reading(read), usual)
    assert found == verdict
    assert ("captions on 0 of" in reason) == (verdict == "degraded")


def test_field_that_gets_rarer_but_is_there_is_no_alarm():
    found = reading(6, images=(Image(url="http://h/a.jpg", caption="c"),))
    for _ in range(4):
        found.add(article(), "new")
    assert judge(found, past(40, captions=0.9, images=0.9))[0] == "ok"


def test_pages_read_by_structure_alone_are_noticed():
    verdict, reason = judge(reading(5, extraction="generic"), past(40))
    assert verdict == "degraded"
    assert "layout on 0 of 5 articles, usually 100%" in reason


def test_fill_counts_what_a_reader_would_miss():
    found = reading(1, images=(Image(url="http://h/a.jpg"),), extraction="generic")
    found.add(article(images=(Image(url="http://h/a.jpg", caption="c"),), authors=("A",)), "changed")
    assert (found.new, found.changed, found.same) == (1, 1, 0)
    assert found.fill["images"] == 1
    assert found.fill["captions"] == found.fill["authors"] == found.fill["layout"] == 0.5
    assert found.fill["attachments"] == 0
    assert dict(found.layouts) == {"generic": 1, "kkt": 1}


def test_summary_is_one_line():
    found = reading(2)
    found.requests, found.verdict = 7, "ok"
    assert found.summary() == "ok; 7 requests, 2 new, 0 changed, 0 same, 0 failed"
