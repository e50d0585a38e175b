"""What known articles are asked for again: when, with what, and what comes of it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import create_engine, text
from test_crawl import World

from kkt_crawler.archive import Archive
from kkt_crawler.article import Article
from kkt_crawler.crawl.agenda import Agenda
from kkt_crawler.crawl.walk import NewsWalk
from kkt_crawler.pages import Link

NOW = datetime(2026, 11, 24, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)
SCHEDULE = (HOUR, 6 * HOUR)


@pytest.fixture
def archive(tmp_path):
    with Archive.open(f"sqlite:///{tmp_path}/archive.sqlite3") as archive:
        yield archive


def store(archive, key, *, at, url=""):
    article = Article(
        site="kkt", key=key, url=url or f"http://h/{key}", title="t", published=at, published_precision="minute"
    )
    archive.store(article, now=at)


def agenda(archive, *, now=NOW, revisits=SCHEDULE):
    return Agenda(archive, "kkt", walk=NewsWalk(pages=9), revisits=revisits, now=now)


def links(*keys, url="http://h/{}"):
    return [Link(url.format(key), key, f"Tin {key}") for key in keys]


def shown(agenda, *keys, url="http://h/{}"):
    visits, unseen = agenda.visits(links(*keys, url=url), "")
    return [visit.key for visit in visits], unseen


def test_unseen_articles_are_visited_once_wherever_they_are_listed(archive):
    plan = agenda(archive)
    assert shown(plan, "1", "2") == (["1", "2"], 2)
    assert shown(plan, "2", "3") == (["3"], 2)
    assert not list(plan.owed())


def test_known_articles_are_left_alone_until_they_are_due(archive):
    store(archive, "1", at=NOW - HOUR / 2)
    store(archive, "2", at=NOW - 2 * HOUR)
    store(archive, "3", at=NOW - 90 * 24 * HOUR)
    plan = agenda(archive)
    assert shown(plan, "1", "3") == ([], 0)
    assert [visit.key for visit in plan.owed()] == ["2"]


def test_due_article_is_asked_for_where_the_listing_has_it_now(archive):
    store(archive, "2", at=NOW - 2 * HOUR)
    plan = agenda(archive)
    [visit], _ = plan.visits(links("2", url="http://h/moved-{}"), "")
    assert visit.url == "http://h/moved-2"
    assert visit.known.url == "http://h/2"
    assert not list(plan.owed())


def test_every_listed_article_is_asked_for_where_the_operator_wants_that(archive):
    store(archive, "1", at=NOW - 90 * 24 * HOUR)
    plan = agenda(archive, revisits=())
    assert shown(plan, "1") == (["1"], 0)


def test_gone_article_is_asked_for_when_it_comes_back_elsewhere(archive):
    store(archive, "1", at=NOW - 2 * HOUR)
    for _ in range(2):
        archive.missed("kkt", "1", now=NOW)
    assert shown(agenda(archive), "1") == ([], 0)
    assert shown(agenda(archive), "1", url="http://h/new-{}") == (["1"], 0)


@pytest.mark.parametrize(
    ("times", "hours", "visited"),
    [
        (1, 0, True),  # the next run, however soon
        (2, 0.9, False),
        (2, 1, True),
        (3, 5, False),
        (5, 73, True),
        (6, 9999, False),  # left for good
    ],
)
def test_page_that_failed_is_tried_again_ever_more_rarely(archive, times, hours, visited):
    for _ in range(times):
        archive.failed("kkt", "http://h/1", key="1", reason="answers 500", now=NOW)
    later = NOW + hours * HOUR
    # Shown or not, it is no news: listings are not paged on for it.
    assert shown(agenda(archive, now=later), "1") == (["1"] if visited else [], 0)
    assert [visit.key for visit in agenda(archive, now=later).owed()] == (["1"] if visited else [])
    assert shown(agenda(archive, now=later, revisits=()), "1") == (["1"], 0)


# The wire -------------------------------------------------------------------------------------------------------


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    yield world
    world.stop()


def age(world, hours):
    """Make all that is archived older by so many hours, as if the clock had gone on."""
    engine = create_engine(f"sqlite:///{world.folder}/archive.sqlite3")
    moved = int(hours * HOUR / timedelta(microseconds=1))
    with engine.begin() as connection:
        for column in ("first_seen", "visited_at", "published"):
            connection.execute(text(f"UPDATE articles SET {column} = {column} - {moved}"))
    engine.dispose()


def young(site):
    """Let a site's articles be of today, so that they are worth revisiting."""
    for number, story in enumerate(list(site.stories.values())):
        at = datetime.now(UTC) - timedelta(minutes=5 + number)
        site.add(replace(story, published=at, modified=at))


def test_schedule_asks_each_young_article_once_a_step_and_conditionally(world):
    young(world.paper)
    world.scrapy("crawl", "baoquangninh")
    world.scrapy("crawl", "baoquangninh")
    assert not world.articles_asked()
    for hours in (1.1, 5):
        age(world, hours)
        output = world.scrapy("crawl", "baoquangninh")
        assert world.articles_asked() == dict.fromkeys(world.paper.stories, 1)
        asked = [request for request in world.paper.requests if request.path.endswith(".html")]
        assert all("if-none-match" in request.headers for request in asked)
        assert f"0 changed, {len(asked)} same" in output
        world.scrapy("crawl", "baoquangninh")
        assert not world.articles_asked()
    age(world, 200)
    world.scrapy("crawl", "baoquangninh")
    assert not world.articles_asked()


def test_article_missed_twice_is_gone_and_its_entry_stays(world):
    young(world.paper)
    key = "3351890"
    world.scrapy("crawl", "baoquangninh")
    world.paper.delete(key)
    for hours in (1.1, 1.1):
        age(world, hours)
        output = world.scrapy("crawl", "baoquangninh")
        assert world.articles_asked()[key] == 1
    assert f"{key}.html is gone" in output
    age(world, 5)
    world.scrapy("crawl", "baoquangninh")
    assert key not in world.articles_asked()
    assert world.entry("baoquangninh.atom", key)


def test_retitled_article_is_followed_to_its_new_address(world):
    young(world.paper)
    key = "3351890"
    world.scrapy("crawl", "baoquangninh")
    before = world.entry("baoquangninh.atom", key)
    world.paper.edit(key, title="Một tiêu đề hoàn toàn khác")
    age(world, 1.1)
    world.scrapy("crawl", "baoquangninh")
    after = world.entry("baoquangninh.atom", key)
    assert world.articles_asked()[key] == 1
    assert after.id == before.id
    assert "mot-tieu-de-hoan-toan-khac" in after.link


def test_future_date_is_taken_from_the_listing_or_refused(world):
    ahead = datetime.now(UTC) + timedelta(days=30)
    world.portal.add(replace(world.portal.stories["1449"], published=ahead))
    output = world.scrapy("crawl", "kkt")
    assert "nid=1449" in output
    assert "published" in output
    assert all("1449" not in entry.link for entry in world.feed("kkt.atom").entries)
