"""The commands as cron meets them: exit codes, one line for each thing, and no two runs at once."""

import signal
import sqlite3
import time
from contextlib import closing
from dataclasses import replace

import pytest
from test_crawl import World

from kkt_crawler.crawl import exitcodes


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    yield world
    world.stop()


def wait_for(condition):
    deadline = time.monotonic() + 30
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert condition()


def test_summary_says_what_was_asked_and_found(world):
    lines = world.scrapy("crawlall").strip().splitlines()
    for site in (world.portal, world.paper):
        [line] = [line for line in lines if f" {site.name}: " in line]
        counts = f"{len(site.requests)} requests, {len(site.stories)} new, 0 changed, 0 same, 0 failed in "
        assert f"{site.name}: ok; {counts}" in line
    assert len(lines) == 2


def test_second_run_leaves_at_once(world):
    world.portal.fail("*nid=1444*", hang=20)
    first = world.start("crawl", "kkt")
    wait_for(lambda: world.portal.asked("*nid=1444*"))
    second = world.start("crawlall")
    output, _ = second.communicate(timeout=20)
    assert second.returncode == exitcodes.LOCKED
    [line] = output.strip().splitlines()
    assert str(first.pid) in line
    assert not world.paper.requests
    first.kill()
    first.communicate()
    world.portal.heal()
    world.scrapy("crawl", "kkt")  # the kernel has freed the lock


@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGINT])
def test_signal_ends_a_run_with_what_it_has(world, kind):
    process = world.start("crawl", "kkt", DOWNLOAD_DELAY=0.2)
    wait_for(lambda: len(world.articles_asked()) >= 4)
    process.send_signal(kind)
    output, _ = process.communicate(timeout=30)
    assert process.returncode == exitcodes.OK
    assert "degraded: stopped by a signal" in output
    got = len(world.feed("kkt.atom").entries)
    assert 3 <= got < len(world.portal.stories)
    world.scrapy("crawl", "kkt")
    assert len(world.feed("kkt.atom").entries) == len(world.portal.stories)


def test_what_a_cut_run_left_out_below_known_articles_is_found(world):
    """The newest are stored first, so a run that was killed leaves gaps where a next one would not look."""
    process = world.start("crawl", "kkt", DOWNLOAD_DELAY=0.05)
    wait_for(lambda: len(world.articles_asked()) >= 14)
    process.kill()
    process.communicate()
    world.scrapy("crawl", "kkt")
    assert len(world.feed("kkt.atom").entries) == len(world.portal.stories)


def test_damaged_archive_is_one_line(world):
    (world.folder / "archive.sqlite3").write_bytes(b"no database" * 999)
    [line] = world.scrapy("crawl", "kkt", expect=exitcodes.UNWRITABLE).strip().splitlines()
    assert "archive.sqlite3" in line
    assert not world.portal.requests
    assert "archive.sqlite3" in world.scrapy("status", expect=exitcodes.UNWRITABLE)


def test_archive_that_fails_in_a_run_ends_it(world):
    world.scrapy("crawl", "kkt")
    with closing(sqlite3.connect(world.folder / "archive.sqlite3")) as connection:
        full = "SELECT RAISE(FAIL, 'database or disk is full')"
        connection.execute(f"CREATE TRIGGER full BEFORE INSERT ON articles BEGIN {full}; END")
        connection.commit()
    output = world.scrapy("crawl", "baoquangninh", expect=exitcodes.UNWRITABLE)
    assert "disk is full" in output
    assert len(world.articles_asked()) < len(world.paper.stories)


def test_health_of_the_last_run_is_published(world):
    world.portal.fail(status=500)
    world.scrapy("crawlall", expect=exitcodes.FAILING)
    assert '"failing"' in (world.folder / "feeds/status.json").read_text()


def test_page_that_stays_broken_does_not_make_its_site_failing(world):
    broken = ("1444", "1445", "1446")
    for key in broken:
        world.portal.fail(f"*nid={key}*", status=500)
    world.scrapy("crawl", "kkt")
    world.portal.add(replace(world.portal.stories["1449"], key="1450", title="Mở thêm bến xà lan ở Cái Lân"))
    world.scrapy("crawl", "kkt")
    for key in broken:
        world.portal.unlist(key)
    assert "kkt: ok" in world.scrapy("crawl", "kkt")
