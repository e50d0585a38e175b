"""Which articles are owed a visit, and what a visit leaves behind."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from newsroom import NOON, NOW, Newsroom

if TYPE_CHECKING:
    from kkt_crawler.archive import Archive
    from kkt_crawler.article import Article


HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


SCHEDULE = [HOUR, 6 * HOUR, 24 * HOUR, 72 * HOUR]


def test_revisits_follow_the_schedule_once_each(archive: Archive, article: Article) -> None:
    archive.store(article, now=NOW)
    visits = []
    for hours in range(200):
        now = NOW + hours * HOUR
        for known in archive.due("bao", now=now, schedule=SCHEDULE, limit=9):
            visits.append(hours)
            archive.visited("bao", known.key, now=now, etag='"1"')
    assert visits == [1, 6, 24, 72]
    assert archive.known("bao", [article.key])[article.key].visits == 4


def test_a_late_run_makes_up_for_all_visits_at_once(archive: Archive, article: Article) -> None:
    archive.store(article, now=NOW)
    assert len(archive.due("bao", now=NOW + 100 * HOUR, schedule=SCHEDULE, limit=9)) == 1
    archive.store(article, now=NOW + 100 * HOUR)
    assert archive.due("bao", now=NOW + 101 * HOUR, schedule=SCHEDULE, limit=9) == []


def test_only_young_articles_are_owed_a_visit_and_the_newest_come_first(archive: Archive) -> None:
    room = Newsroom()
    old = room.report(published=NOON - 90 * DAY)
    articles = [room.report() for _ in range(3)]
    for number, article in enumerate([old, *articles, room.report("cong")]):
        archive.store(article, now=NOW + number * HOUR)
    for limit in (2, 9):
        due = archive.due("bao", now=NOW + 8 * HOUR, schedule=SCHEDULE, limit=limit)
        assert [known.key for known in due] == [article.key for article in articles[::-1]][:limit]
    assert archive.due("bao", now=NOW + 999 * DAY, schedule=SCHEDULE, limit=9) == []
    assert archive.due("bao", now=NOW + 8 * HOUR, schedule=[], limit=9) == []


def test_two_misses_in_a_row_make_an_article_gone(archive: Archive, article: Article) -> None:
    archive.store(article, now=NOW)
    assert archive.missed("bao", article.key, now=NOW + 72 * HOUR) is False
    archive.visited("bao", article.key, now=NOW + 73 * HOUR)
    assert archive.missed("bao", article.key, now=NOW + 74 * HOUR) is False
    # Its schedule is over, but one miss is no proof: it is asked again.
    assert len(archive.due("bao", now=NOW + 75 * HOUR, schedule=SCHEDULE, limit=9)) == 1
    assert archive.missed("bao", article.key, now=NOW + 75 * HOUR) is True
    assert archive.missed("bao", article.key, now=NOW + 76 * HOUR) is False
    assert archive.known("bao", [article.key])[article.key].gone
    assert archive.due("bao", now=NOW + 77 * HOUR, schedule=SCHEDULE, limit=9) == []
    assert len(archive.newest("bao", 9)) == 1
    assert archive.store(article, now=NOW + 80 * HOUR).change == "same"
    assert not archive.known("bao", [article.key])[article.key].gone
    assert archive.missed("bao", "no such key", now=NOW) is False


def test_an_unchanged_visit_keeps_validators_that_the_answer_left_out(lite: Archive, article: Article) -> None:
    lite.store(article, now=NOW, etag='"1"', last_modified="Mon")
    lite.visited("bao", article.key, now=NOW + HOUR)
    lite.visited("bao", "no such key", now=NOW + HOUR)
    known = lite.known("bao", [article.key])[article.key]
    assert (known.etag, known.last_modified, known.visits) == ('"1"', "Mon", 1)
