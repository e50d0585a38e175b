"""The whole wire: real Scrapy, in processes of its own so that exit codes are real, against the replica."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

import feedparser
import pytest

from kkt_crawler.demo.paper import Paper
from kkt_crawler.demo.portal import Portal
from kkt_crawler.demo.replica import moved
from kkt_crawler.urls import paper_key, portal_key

ROOT = Path(__file__).parents[1]
PORTAL_ARTICLES, PAPER_ARTICLES = 17, 25
#: The portal's copies of the paper's articles: marked and retitled, marked, and neither marked nor titled alike.
REPRINTS = {"1448": "3352110", "1447": "3352084", "1445": "3351977"}
STORIES = PORTAL_ARTICLES + PAPER_ARTICLES - len(REPRINTS)


class World:
    """Both sites, a folder with an archive and feeds, and the command line."""

    def __init__(self, folder: Path, ports: tuple[int, int] = (0, 0)) -> None:
        self.folder = folder
        self.portal, self.paper = Portal().start(ports[0]), Paper().start(ports[1])
        self.addresses = self.portal.url, self.paper.url

    def stop(self) -> None:
        self.portal.stop()
        self.paper.stop()

    def start(self, *arguments: str, **settings: object) -> subprocess.Popen[str]:
        values = {
            "KKT_BASE_URL": self.addresses[0],
            "BAOQUANGNINH_BASE_URL": self.addresses[1],
            "DATABASE_URL": f"sqlite:///{self.folder}/archive.sqlite3",
            "FEEDS_DIR": self.folder / "feeds",
            "DOWNLOAD_DELAY": 0,
            "RETRY_TIMES": 0,
            **settings,
        }
        options = [option for name, value in values.items() for option in ("-s", f"{name}={value}")]
        return subprocess.Popen(
            [sys.executable, "-m", "scrapy", *arguments, *options],
            cwd=ROOT,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=os.environ | {"PYTHONWARNINGS": "error"},
        )

    def scrapy(self, *arguments: str, expect: int = 0, **settings: object) -> str:
        """Run a command, check its exit code, return what it said."""
        self.portal.requests.clear()
        self.paper.requests.clear()
        process = self.start(*arguments, **settings)
        output, _ = process.communicate(timeout=60)
        assert process.returncode == expect, output
        assert "Traceback" not in output, output
        return output

    def feed(self, name: str) -> feedparser.FeedParserDict:
        feed = feedparser.parse((self.folder / "feeds" / name).read_bytes())
        assert not feed.bozo, feed.get("bozo_exception")
        return feed

    def entry(self, name: str, key: str) -> feedparser.FeedParserDict:
        [entry] = [entry for entry in self.feed(name).entries if key in entry.link]
        return entry

    def files(self) -> dict[str, tuple[bytes, int]]:
        """Return every published file's bytes and mtime, but of the two that tell how the last run went."""
        feeds = self.folder / "feeds"
        return {
            str(path.relative_to(feeds)): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in sorted(feeds.rglob("*"))
            if path.is_file() and path.name not in ("status.json", "index.html")
        }

    def articles_asked(self) -> Counter[str]:
        """Return how often each article was asked for, by its key."""
        targets = [request.target for request in (*self.portal.requests, *self.paper.requests)]
        return Counter(filter(None, (portal_key(target) or paper_key(target) for target in targets)))


@pytest.fixture(scope="module")
def crawled(tmp_path_factory):
    """Crawl both sites once; return the folder, the ports, and what was said and asked."""
    world = World(tmp_path_factory.mktemp("crawled"))
    output = world.scrapy("crawlall")
    ports = tuple(int(site.origin.rpartition(":")[2]) for site in (world.portal, world.paper))
    world.stop()
    return world, ports, output


@pytest.fixture
def world(crawled, tmp_path):
    """Give the sites as they were and a copy of what the first crawl left."""
    first, ports, _ = crawled
    shutil.copytree(first.folder, tmp_path, dirs_exist_ok=True)
    world = World(tmp_path, ports)
    yield world
    world.stop()


@pytest.fixture
def empty(tmp_path):
    """Give the sites and an empty folder."""
    world = World(tmp_path)
    yield world
    world.stop()


def test_first_crawl_publishes_both_sites(crawled):
    world, _, output = crawled
    for suffix in ("rss", "atom"):
        assert len(world.feed(f"kkt.{suffix}").entries) == PORTAL_ARTICLES
        assert len(world.feed(f"baoquangninh.{suffix}").entries) == PAPER_ARTICLES
        assert len(world.feed(f"all.{suffix}").entries) == STORIES
    assert len(json.loads((world.folder / "feeds/kkt.json").read_text())["items"]) == PORTAL_ARTICLES
    assert all(entry.title and entry.summary and entry.content for entry in world.feed("all.atom").entries)
    assert len(output.splitlines()) == 2, output


def test_first_crawl_asks_for_nothing_twice_and_for_no_other_page(crawled):
    world, _, _ = crawled
    portal, paper = world.portal, world.paper
    assert portal.requests[0].path == paper.requests[0].path == "/robots.txt"
    keys = Counter(
        target.lower().partition("nid=")[2].partition("&")[0] for target in portal.asked("*hi[Tt]iet[Tt]in*")
    )
    assert keys == dict.fromkeys(portal.stories, 1)
    assert Counter(paper.asked("/*-???????.html")).most_common(1)[0][1] == 1
    assert not portal.asked("/So/*") + portal.asked("*.pdf") + portal.asked("*bvid*")
    assert not paper.asked("/ads*") + paper.asked("/users*") + paper.asked("/upload/*")


def test_an_article_has_one_address_however_it_is_linked(crawled):
    world, _, _ = crawled
    assert world.entry("kkt.atom", "1449").link.endswith("/bannganh/kkt/Trang/ChiTietTinTuc.aspx?nid=1449")
    assert world.entry("baoquangninh.atom", "2453118").link.endswith("/bai-da-cau-my-sau-mua-bao-2453118.html")


def test_quiet_second_run_asks_little_and_changes_no_byte(world):
    before = world.files()
    world.scrapy("crawlall")
    assert world.files() == before
    assert not world.articles_asked()
    assert len(world.portal.requests) <= 3  # robots.txt, the list, a page behind it
    assert len(world.paper.requests) <= 3 + len(world.paper.sections)  # robots.txt, home, RSS, sections


def test_edit_moves_updated_and_keeps_id_and_published(world):
    before = world.entry("baoquangninh.atom", "3351890")
    other = world.entry("baoquangninh.atom", "3351855")
    story = world.paper.stories["3351890"]
    world.paper.edit("3351890", title="Nước máy về đảo Quan Lạn", lead=story.lead.replace("900", "950"))
    world.scrapy("crawlall", REVISIT_HOURS=0)
    after = world.entry("baoquangninh.atom", "3351890")
    assert after.title == "Nước máy về đảo Quan Lạn"
    assert "950" in after.content[0].value
    assert (after.id, after.published) == (before.id, before.published)
    assert after.updated > before.updated
    assert world.entry("baoquangninh.atom", "3351855") == other
    assert [entry.title for entry in world.feed("corrections.atom").entries] == [f"Đã sửa: {after.title}"]


def test_new_article_is_the_only_change(world):
    before = {entry.id: entry for entry in world.feed("kkt.atom").entries}
    story = world.portal.stories["1449"]
    lead = "Từ tuần này, cửa khẩu phụ Pò Hèn mở thêm hai giờ mỗi chiều cho hàng nông sản tươi."
    world.portal.add(replace(story, key="1450", title="Pò Hèn mở thêm giờ", lead=lead, blocks=()))
    world.scrapy("crawl", "kkt")
    after = {entry.id: entry for entry in world.feed("kkt.atom").entries}
    assert len(after) == PORTAL_ARTICLES + 1
    assert {key: after[key] for key in before} == before
    assert list(world.articles_asked().values()) == [1]


def test_unlisted_and_deleted_articles_stay_in_the_feeds(world):
    before = world.files()
    world.portal.unlist("1444")
    world.paper.delete("3351890", 410)
    world.scrapy("crawlall", REVISIT_HOURS=0)
    assert world.entry("kkt.atom", "1444")
    assert world.entry("baoquangninh.atom", "3351890")
    assert world.files()["all.atom"] == before["all.atom"]


def test_reprints_are_one_story_that_names_both_printings(world):
    entries = world.feed("all.atom").entries
    for reprint, original in REPRINTS.items():
        [entry] = [str(entry) for entry in entries if reprint in str(entry) or original in str(entry)]
        assert reprint in entry
        assert original in entry
    reports = [entry for entry in entries if entry.title.startswith(("Giá cả thị trường", "Tiến độ giải ngân"))]
    assert len(reports) == 6


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ({"status": 500}, "500"),
        ({"pattern": "*/Trang/*", "status": 404}, "404"),
        ({"cut": True}, "broke off"),
        ({"hang": 9}, "DOWNLOAD_TIMEOUT"),
        (None, "refused"),
    ],
    ids=["500", "404", "half a page", "silence", "down"],
)
def test_failing_site_is_named_and_the_other_is_published(world, fault, reason):
    before = world.files()
    if fault is None:
        world.portal.stop()
    else:
        world.portal.fail(**fault)
    world.paper.edit("3351890", lead="Tin đã được sửa lại hoàn toàn, với số hộ dân khác hẳn.")
    output = world.scrapy("crawlall", expect=1, REVISIT_HOURS=0, DOWNLOAD_TIMEOUT=2)
    [line] = [line for line in output.splitlines() if "kkt" in line and "failing" in line]
    assert reason in line
    assert world.files()["kkt.atom"] == before["kkt.atom"]
    assert "sửa lại hoàn toàn" in str(world.entry("baoquangninh.atom", "3351890"))


def test_listing_without_articles_is_failing(world):
    for key in list(world.portal.stories):
        world.portal.unlist(key)
    before = world.files()
    assert "kkt: failing: " in world.scrapy("crawl", "kkt", expect=1)
    assert world.files() == before


def test_killed_runs_lose_and_double_nothing(empty):
    for enough in (5, 15, 30):
        process = empty.start("crawlall", DOWNLOAD_DELAY=0.05)
        while empty.articles_asked().total() < enough:
            assert process.poll() is None, process.communicate()
            time.sleep(0.01)
        process.kill()
        process.communicate()
    asked = empty.articles_asked()
    empty.scrapy("crawlall")
    asked += empty.articles_asked()
    assert asked.keys() == {*empty.portal.stories, *empty.paper.stories}
    # At a kill each site may have an article under way and one not yet stored; an old address counts with its new.
    assert asked.total() <= len(asked) + 3 * 2 * 2 + 4
    assert len(empty.feed("kkt.atom").entries) == PORTAL_ARTICLES
    assert len(empty.feed("baoquangninh.atom").entries) == PAPER_ARTICLES
    ids = [entry.id for entry in empty.feed("all.atom").entries]
    assert len(set(ids)) == len(ids) == STORIES


def test_postback_pagination_reaches_the_last_page(empty):
    empty.portal.postback = True
    empty.scrapy("crawl", "kkt")
    assert len(empty.feed("kkt.atom").entries) == PORTAL_ARTICLES
    assert [request.method for request in empty.portal.requests].count("POST") == 2


def test_article_that_failed_comes_with_the_next_run(empty):
    empty.portal.fail("*nid=1444*", cut=True)
    output = empty.scrapy("crawl", "kkt")
    assert len(empty.feed("kkt.atom").entries) == PORTAL_ARTICLES - 1
    assert "1 failed" in output
    empty.portal.heal()
    empty.scrapy("crawl", "kkt")
    assert len(empty.feed("kkt.atom").entries) == PORTAL_ARTICLES


def test_every_page_that_leads_to_the_same_place_is_counted(empty, monkeypatch):
    page = empty.portal.page
    log_in = moved("/dang-nhap", 302)
    monkeypatch.setattr(empty.portal, "page", lambda asked: log_in if "nid=" in asked.target else page(asked))
    output = empty.scrapy("crawl", "kkt", expect=1)
    assert f"{PORTAL_ARTICLES} of {PORTAL_ARTICLES} articles failed" in output


def test_redesign_is_read_by_structure_and_reported(world):
    world.paper.redesign()
    output = world.scrapy("crawl", "baoquangninh", REVISIT_HOURS=0, LOG_LEVEL="WARNING")  # as cron asks
    assert "degraded" in output
    assert "caption" in output
    assert len(world.feed("baoquangninh.atom").entries) == PAPER_ARTICLES


def test_publish_rebuilds_the_same_bytes_offline(world):
    before = world.files()
    shutil.rmtree(world.folder / "feeds")
    world.scrapy("publish")
    assert {name: content for name, (content, _) in world.files().items()} == {
        name: content for name, (content, _) in before.items()
    }
    assert not world.portal.requests + world.paper.requests


@pytest.mark.parametrize(
    ("arguments", "settings", "named"),
    [
        (["crawl", "kkt"], {"KKT_BASE_URL": "khu kinh tế"}, "KKT_BASE_URL"),
        (["crawlall"], {"FEEDS_DIR": __file__}, "FEEDS_DIR"),
        (["crawlall"], {"DATABASE_URL": "archive.sqlite3"}, "DATABASE_URL"),
        (["crawlall"], {"REVISIT_HOURS": "soon"}, "REVISIT_HOURS"),
        (["crawl", "quangninh"], {}, "quangninh"),
    ],
)
def test_bad_setting_is_one_line_and_writes_nothing(empty, arguments, settings, named):
    output = empty.scrapy(*arguments, expect=2, **settings)
    assert named in output
    assert len(output.strip().splitlines()) == 1
    assert not list(empty.folder.iterdir())
    assert not empty.portal.requests
