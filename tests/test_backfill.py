"""Walking the listings back: how far, what is left out, and that a kill costs nothing."""

import random
import signal
import time
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_crawl import World

from kkt_crawler.archive import Archive
from kkt_crawler.crawl.gaps import describe, gaps
from kkt_crawler.crawl.items import Listing
from kkt_crawler.crawl.walk import BackfillWalk, NewsWalk
from kkt_crawler.dates import VIETNAM
from kkt_crawler.pages import KktListing, Link
from kkt_crawler.urls import portal_key

LISTING = Listing(first="http://h/list", page=KktListing)
SINCE = datetime(2025, 3, 1, tzinfo=VIETNAM)


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    yield world
    world.stop()


def link(*published):
    return Link("http://h/1", "1", "t", datetime(*published, tzinfo=VIETNAM) if published else None)


@pytest.mark.parametrize(
    ("published", "wanted"),
    [
        ((2025, 2, 28, 23, 59), False),
        ((2025, 3, 1), True),
        ((2025, 3, 31, 23, 59), True),
        ((2025, 4, 1), False),
        ((), True),  # no date beside the link: its page has one
    ],
)
def test_backfill_wants_what_lies_in_its_time(published, wanted):
    walk = BackfillWalk(since=SINCE, until=datetime(2025, 4, 1, tzinfo=VIETNAM))
    assert walk.wants(link(*published)) is wanted


@pytest.mark.parametrize(
    ("shown", "goes_on"),
    [
        ([], False),
        ([(2025, 2, 1)], False),
        ([(2025, 2, 1), (2025, 3, 2)], True),  # an old article that is pinned ends nothing
        ([(2025, 5, 1)], True),  # too new: what is wanted comes behind it
        ([()], True),
    ],
)
def test_backfill_goes_on_until_all_is_older(shown, goes_on):
    walk = BackfillWalk(since=SINCE, until=datetime(2025, 4, 1, tzinfo=VIETNAM))
    assert walk.goes_on(LISTING, [link(*at) for at in shown], unseen=0) is goes_on


@pytest.mark.parametrize(
    ("walk", "listing", "unseen", "goes_on"),
    [
        ({}, {}, 3, True),
        ({}, {}, 0, True),  # one page more
        ({}, {"number": 2, "known_before": 1}, 0, False),
        ({}, {"number": 2, "known_before": 1}, 1, True),
        ({}, {"number": 3}, 0, True),
        ({"looks_behind": False}, {}, 0, False),
        ({"looks_behind": False}, {}, 1, True),
        ({"looks_behind": False}, {"number": 2}, 0, True),
        ({"thorough": True}, {"number": 5, "known_before": 4}, 0, True),
        ({"thorough": True}, {"number": 9}, 20, False),
    ],
)
def test_crawl_walks_on_while_there_is_news_and_a_page_more(walk, listing, unseen, goes_on):
    assert NewsWalk(pages=9, **walk).goes_on(replace(LISTING, **listing), [link()], unseen=unseen) is goes_on


def test_crawl_stops_at_a_page_without_links():
    assert not NewsWalk(pages=9, thorough=True).goes_on(LISTING, [], unseen=0)


@given(st.dictionaries(st.integers(0, 40), st.integers(0, 3)))
def test_gaps_are_the_days_without_an_article(counts):
    first = date(2024, 2, 10)
    days = {first + timedelta(days=number): count for number, count in counts.items()}
    found = gaps(days, since=first, until=first + timedelta(days=30))
    empty = {a + timedelta(days=n) for a, b in found for n in range((b - a).days + 1)}
    span = {first + timedelta(days=number) for number in range(31)}
    assert empty == {day for day in span if not days.get(day)}
    assert all((b[0] - a[1]).days > 1 for a, b in pairwise(found))


def test_gap_report_names_the_longest():
    days = Counter({date(2024, 1, 1): 2, date(2024, 1, 3): 1, date(2024, 1, 7): 1})
    assert describe(days, since=date(2024, 1, 1), until=date(2024, 1, 8)).splitlines() == [
        "4 articles from 2024-01-01 to 2024-01-08",
        "5 days without an article: 2024-01-02, 2024-01-04…2024-01-06, 2024-01-08",
        "longest gap: 3 days, 2024-01-04 to 2024-01-06",
    ]


def test_backfill_fetches_what_lies_between_two_days(world):
    output = world.scrapy("backfill", "kkt", "--since", "2025-04-20", "--until", "2025-05-05")
    days = {key: story.published.date() for key, story in world.portal.stories.items()}
    wanted = {key for key, day in days.items() if date(2025, 4, 20) <= day <= date(2025, 5, 5)}
    assert set(world.articles_asked()) == wanted
    assert f"{len(wanted)} articles from 2025-04-20 to 2025-05-05" in output
    assert "longest gap" in output


def test_backfill_of_a_paper_walks_every_section(world):
    world.scrapy("backfill", "baoquangninh", "--since", "2020-01-01")
    assert set(world.articles_asked()) == set(world.paper.stories)
    assert not world.paper.asked("/rss/*")


def test_listing_that_gives_one_page_for_every_number_has_an_end(world):
    page = world.paper._section
    world.paper._section = lambda section, number: page(section, 1)
    world.scrapy("backfill", "baoquangninh", "--since", "2020-01-01")
    assert len(world.paper.asked("/kinh-te*")) == 2


def test_last_page_that_links_one_more_is_no_fault(world):
    world.portal.fail("*Page=3*", status=404)
    assert "kkt: ok" in world.scrapy("crawl", "kkt")


def test_report_names_what_could_not_be_read(world):
    world.portal.fail("*nid=1444*", status=500)
    output = world.scrapy("backfill", "kkt", "--since", "2025-01-01")
    assert "1 articles could not be read" in output
    assert "nid=1444 answers 500" in output


def test_page_that_fails_is_gone_on_from(world):
    world.portal.fail("*Page=3*", status=500)
    output = world.scrapy("backfill", "kkt", "--since", "2025-01-01")
    assert "not complete" in output
    world.portal.heal()
    output = world.scrapy("backfill", "kkt", "--since", "2025-01-01")
    assert "not complete" not in output
    assert not world.portal.asked("*aspx?Cat=82&Page=2")
    with Archive.open(f"sqlite:///{world.folder}/archive.sqlite3") as archive:
        assert set(archive.known("kkt", world.portal.stories)) == set(world.portal.stories)


@pytest.mark.parametrize("postback", [False, True])
def test_killed_backfill_fetches_every_article_once(world, postback):
    first = world.portal.stories["1449"]
    for number in range(100):
        at = first.published - timedelta(days=number)
        world.portal.add(replace(first, key=str(2000 + number), title=f"Tin số {number}", published=at))
    world.portal.postback = postback
    arguments = ("backfill", "kkt", "--since", "2020-01-01")
    chance, kills = random.Random(7), 4
    for kill in range(kills):
        process = world.start(*arguments, DOWNLOAD_DELAY=0.005)
        deadline, goal = time.monotonic() + 30, 12 * (kill + 1) + chance.randrange(10)
        while articles(world).total() < goal and time.monotonic() < deadline:
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.communicate()
    process = world.start(*arguments)
    output, _ = process.communicate(timeout=60)
    assert process.returncode == 0, output
    asked = articles(world)
    assert set(asked) == set(world.portal.stories)
    # Asked for again is what a kill met on its way: one answer being stored, one request being answered.
    assert asked.total() <= len(asked) + 2 * kills
    with Archive.open(f"sqlite:///{world.folder}/archive.sqlite3") as archive:
        assert set(archive.known("kkt", world.portal.stories)) == set(world.portal.stories)
        days = archive.days("kkt", since=datetime(2020, 1, 1, tzinfo=UTC), until=datetime.now(UTC), zone=VIETNAM)
    assert days.total() == len(world.portal.stories)


def articles(world):
    return Counter(filter(None, (portal_key(request.target) for request in list(world.portal.requests))))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("kkt",), "--since"),
        (("--since", "2024-01-01"), "site"),
        (("kkt", "--since", "1/2/2024"), "2024-01-31"),
        (("kkt", "--since", "2024-02-01", "--until", "2024-01-01"), "before"),
        (("bao", "--since", "2024-01-01"), "choose from baoquangninh, kkt"),
    ],
)
def test_wrong_arguments_write_nothing(world, arguments, said):
    assert said in world.scrapy("backfill", *arguments, expect=2)
    assert not list(world.folder.iterdir())
