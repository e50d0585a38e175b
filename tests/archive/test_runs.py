"""Runs, health, failures, and the small facts a crawl keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from newsroom import NOW, VIETNAM, Newsroom

from kkt_crawler.archive import Archive, Run

if TYPE_CHECKING:
    from kkt_crawler.article import Article


HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def test_health_is_of_the_last_finished_run(archive: Archive) -> None:
    def run(verdict: str, hours: int, **counts: object) -> Run:
        return Run(site="bao", started=NOW, finished=NOW + hours * HOUR, verdict=verdict, **counts)

    good = run("degraded", 1, reason="few captions", new=3, fill={"title": 1.0}, layouts={"kkt": 3})
    bad = run("failing", 2, reason="no links", failures=(("no title", 2, "https://bao.example/1"),))
    for report in (good, bad):
        archive.finish_run(archive.start_run("bao", now=NOW), report)
    archive.start_run("bao", now=NOW)  # killed
    archive.start_run("cong", now=NOW)
    (health,) = archive.health()
    assert (health.site, health.verdict, health.reason) == ("bao", "failing", "no links")
    assert (health.finished, health.last_good) == (NOW + 2 * HOUR, NOW + HOUR)
    assert archive.runs("bao", since=NOW) == [good, bad]
    assert archive.runs("bao", since=NOW + 2 * HOUR) == [bad]


def test_failures_stay_until_the_article_is_stored(archive: Archive, article: Article) -> None:
    for hour in range(2):
        archive.failed(
            "bao", article.url, key=article.key, field="title", reason="no title", now=NOW + hour * HOUR
        )
    archive.failed("bao", "https://bao.example/x", reason="404", now=NOW + 9 * HOUR)
    assert [(failure.reason, failure.times) for failure in archive.failures("bao")] == [
        ("404", 1),
        ("no title", 2),
    ]
    archive.store(article, now=NOW + 10 * HOUR)
    assert [failure.reason for failure in archive.failures("bao")] == ["404"]


def test_small_facts_and_listings_validators_are_kept(archive: Archive) -> None:
    assert archive.recall("kkt", "base") == ""
    for value in ("một", "hai"):
        archive.remember("kkt", "base", value)
        archive.remember_listing("https://bao.example/", value, "")
    archive.remember("bao", "base", "ba")
    assert (archive.recall("kkt", "base"), archive.recall("bao", "base")) == ("hai", "ba")
    assert archive.listing_validators("https://bao.example/") == ("hai", "")
    assert archive.listing_validators("https://bao.example/khac") == ("", "")


def test_text_that_no_database_takes_is_kept_as_far_as_it_goes(archive: Archive, article: Article) -> None:
    archive.store(article, now=NOW, etag='"\0\udcff1"', section="Lạ\0")
    assert archive.known("bao", [article.key])[article.key].etag == '"?1"'
    archive.failed("bao", "https://bao.example/\udcff", reason="title \0\ud800", now=NOW)
    assert archive.failures("bao")[0].reason == "title ?"
    archive.store(replace(article, key="2", title="Lạ \0\udcff"), now=NOW)
    assert archive.newest("bao", 1)[0].article.title in ("Lạ \0\udcff", article.title)


def test_days_are_counted_where_the_site_is(archive: Archive) -> None:
    room = Newsroom()
    midnight = datetime(2026, 3, 2, tzinfo=VIETNAM)
    for minutes in (-1, 0, 1, 1440):
        archive.store(room.report(published=midnight + timedelta(minutes=minutes)), now=NOW)
    days = archive.days("bao", since=midnight - DAY, until=midnight + DAY, zone=VIETNAM)
    assert {day.isoformat(): count for day, count in days.items()} == {"2026-03-01": 1, "2026-03-02": 2}
