"""The feeds' folder: what is written, when it is not, and what is left of it when things go wrong."""

from __future__ import annotations

import dataclasses
import json
import os
import random
import resource
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from library import DAY, FEEDS_URL, SITES, Shelf, entry, revision
from lxml import etree

from kkt_crawler.archive import Archive
from kkt_crawler.syndication import content
from kkt_crawler.syndication.files import TEMPORARY
from kkt_crawler.syndication.publish import PublishError, publish

ROOT = Path(__file__).parent.parent


def publish_to(folder, shelf, *, entries=3, **options):
    return publish(shelf, folder=folder, feeds_url=FEEDS_URL, entries=entries, sites=SITES, **options)


def snapshot(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def ids(path):
    return [item["id"] for item in json.loads(path.read_bytes())["items"]]


def assert_whole(folder):
    """Every file is one document from its first byte to its last."""
    for path in folder.rglob("*.*"):
        if path.suffix in (".rss", ".atom", ".opml"):
            etree.fromstring(path.read_bytes())
        elif path.suffix == ".json":
            json.loads(path.read_bytes())
        elif path.suffix == ".html":
            assert path.read_bytes().rstrip().endswith(b"</html>")


def test_the_files(tmp_path):
    done = publish_to(tmp_path / "a" / "feeds", Shelf([entry()], [revision()]))
    feeds = [
        f"{name}.{ending}"
        for name in ("all", "kkt", "kkt/kinh-te", "corrections")
        for ending in ("rss", "atom", "json")
    ]
    assert sorted(done.written) == sorted([*feeds, "feeds.opml", "index.html", "status.json"])
    assert {name for name in snapshot(tmp_path / "a" / "feeds") if not name.startswith(".")} == set(done.written)
    assert (tmp_path / "a" / "feeds" / "kkt.rss").stat().st_mode & 0o777 == 0o666 & ~_umask()


def _umask():
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_nothing_archived_gives_a_page_and_no_feeds(tmp_path):
    assert publish_to(tmp_path, Shelf()).written == ("index.html", "status.json")


def test_the_same_archive_changes_no_file(tmp_path):
    shelf = Shelf([entry(number) for number in range(1, 12)], [revision()])
    first = publish_to(tmp_path, shelf)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    for rebuild in (False, True):
        again = publish_to(tmp_path, shelf, rebuild=rebuild)
        assert again.written == ()
        assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    assert again.unchanged == len(first.written)


def test_a_rebuilt_folder_has_the_same_bytes(tmp_path):
    shelf = Shelf()
    for number in range(1, 9):
        shelf.entries.append(entry(number))
        publish_to(tmp_path / "grown", shelf)
    publish_to(tmp_path / "built", shelf, rebuild=True)
    assert snapshot(tmp_path / "grown") == snapshot(tmp_path / "built")


def test_a_new_article_touches_only_the_channels_it_stands_in(tmp_path):
    shelf = Shelf([entry(1), entry(2, section="Xã hội"), entry(3, site="baoquangninh")])
    publish_to(tmp_path, shelf, entries=50)
    shelf.entries.append(entry(4, section="Xã hội"))
    channels = {Path(name).with_suffix("").as_posix() for name in publish_to(tmp_path, shelf, entries=50).written}
    assert channels == {"all", "kkt", "kkt/xa-hoi", "index"}


# Pages of old entries


def walk(folder, channel):
    """Return the ids that a reader finds who goes back from a channel's document, by document."""
    seen, address = [], f"{FEEDS_URL}{channel}.json"
    while address:
        path = folder / address.removeprefix(FEEDS_URL)
        seen.append(ids(path))
        address = json.loads(path.read_bytes()).get("next_url")
    return seen


def test_a_reader_can_walk_back_to_the_first_entry_at_any_time(tmp_path):
    shelf = Shelf()
    # Arrival is not the order of publication: on a first crawl the newest come first.
    for number in [9, 8, 7, 6, 5, 4, 3, 2, 1, 10, 11]:
        shelf.entries.append(entry(number))
        publish_to(tmp_path, shelf)
        for channel in ("all", "kkt", "kkt/kinh-te"):
            seen = walk(tmp_path, channel)
            assert {one for page in seen for one in page} == {known.id for known in shelf.entries}
            assert len(seen[0]) == min(3, len(shelf.entries))


def test_a_full_page_never_changes(tmp_path):
    shelf = Shelf([entry(number) for number in range(1, 8)])
    publish_to(tmp_path, shelf)
    full = {
        name: data for name, data in snapshot(tmp_path).items() if "archive-1." in name or "archive-2." in name
    }
    assert len(full) == 18
    for number in range(8, 13):
        shelf.entries.append(entry(number))
        publish_to(tmp_path, shelf)
    assert full.items() <= snapshot(tmp_path).items()


def test_a_channel_whose_document_holds_it_all_has_no_pages(tmp_path):
    publish_to(tmp_path, Shelf([entry(number) for number in range(1, 4)]))
    assert not list(tmp_path.rglob("archive-*"))
    assert "next_url" not in json.loads((tmp_path / "kkt.json").read_bytes())


def test_pages_that_stand_are_left_alone_until_a_rebuild(tmp_path):
    shelf = Shelf([entry(number) for number in range(1, 12)])
    publish_to(tmp_path, shelf)
    (tmp_path / "kkt" / "archive-1.rss").write_bytes(b"as it was")
    assert publish_to(tmp_path, shelf).written == ()
    assert publish_to(tmp_path, shelf, rebuild=True).written == ("kkt/archive-1.rss",)


def test_a_page_that_is_missing_comes_back_with_all_after_it(tmp_path):
    shelf = Shelf([entry(number) for number in range(1, 12)])
    publish_to(tmp_path, shelf)
    before = snapshot(tmp_path)
    for number in (3, 4):
        (tmp_path / "all" / f"archive-{number}.json").unlink()
    publish_to(tmp_path, shelf)
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("changes", [{"entries": 4}, {"entries": 2}, {"feeds_url": "https://elsewhere.example/"}])
def test_another_number_of_entries_or_address_makes_all_pages_anew(tmp_path, changes):
    shelf = Shelf([entry(number) for number in range(1, 12)])
    publish_to(tmp_path / "moved", shelf)
    for folder in ("moved", "new"):
        options = {"folder": tmp_path / folder, "feeds_url": FEEDS_URL, "entries": 3, "sites": SITES} | changes
        publish(shelf, **options)
    assert snapshot(tmp_path / "moved") == snapshot(tmp_path / "new")


def test_a_section_named_like_a_page_is_not_taken_for_one(tmp_path):
    shelf = Shelf([entry(number, section="Archive 1") for number in range(1, 8)])
    publish_to(tmp_path, shelf)
    section, page = tmp_path / "kkt" / "archive-1_.json", tmp_path / "kkt" / "archive-1.json"
    assert json.loads(section.read_bytes())["title"] == "Ban Quản lý Khu kinh tế: Archive 1"
    assert json.loads(page.read_bytes())["title"] == "Ban Quản lý Khu kinh tế"
    assert (tmp_path / "kkt" / "archive-1_" / "archive-1.json").is_file()
    for overview in ("feeds.opml", "index.html"):
        assert "kkt/archive-1_.rss" in (tmp_path / overview).read_text("utf-8")


# One bad article costs only itself


def test_an_article_that_no_feed_can_hold_is_left_out_and_named(tmp_path):
    done = publish_to(tmp_path, Shelf([entry(1), entry(2, url="javascript:alert(1)"), entry(3, title="\u200b")]))
    assert ids(tmp_path / "all.json") == [entry(1).id]
    assert {skipped.id: skipped.reason for skipped in done.skipped} == {
        entry(2).id: "'javascript:alert(1)' is no web address",
        entry(3).id: "nothing readable is left of its title",
    }


def test_what_cleaning_missed_costs_only_its_entry(tmp_path, monkeypatch):
    monkeypatch.setattr(content, "_plain", str)  # as if it had a hole
    done = publish_to(tmp_path, Shelf([entry(1), entry(2, title="a\x00b"), entry(3, authors=("\ud800",))]))
    assert ids(tmp_path / "all.json") == [entry(1).id]
    assert {skipped.id for skipped in done.skipped} == {entry(2).id, entry(3).id}
    assert_whole(tmp_path)


def test_a_large_feed_keeps_its_entries_and_the_texts_of_the_newest(tmp_path):
    long = [entry(number, body_html=f"<p>{'dài ' * 15_000}</p>") for number in range(1, 51)]
    publish_to(tmp_path, Shelf(long), entries=50)
    sizes = [path.stat().st_size for path in tmp_path.glob("all.*")]
    assert max(sizes) <= 1_000_000
    assert max(sizes) > 900_000
    items = json.loads((tmp_path / "all.json").read_bytes())["items"]
    whole = ["dài dài" in item["content_html"] for item in items]
    assert len(items) == 50
    assert whole == sorted(whole, reverse=True)
    assert whole[0]
    in_rss = [text.text for text in etree.parse(tmp_path / "all.rss").iterfind(".//{*}encoded")]
    assert in_rss == [item["content_html"] for item in items]


def test_an_endless_article_costs_no_other_its_text(tmp_path):
    endless = entry(9, title="t" * 10**6, lead="l" * 10**6, body_html="<p>x</p>" * 10**5)
    publish_to(tmp_path, Shelf([entry(1), endless]))
    newest, other = json.loads((tmp_path / "all.json").read_bytes())["items"]
    assert newest["id"] == endless.id
    assert "Bến dài 560 m." in other["content_html"]


# Files are whole, whatever happens


def edition(number):
    """A library whose every file differs from edition to edition."""
    updated = DAY + timedelta(days=1, seconds=number)
    old = [entry(one, title=f"Bản {number}", updated=updated) for one in range(1, 9)]
    return Shelf(old, [dataclasses.replace(revision(), seen_at=updated)])


def test_killed_at_any_moment_every_file_is_whole(tmp_path):
    chance = random.Random(1)
    for kill in range(40):
        child = os.fork()
        if child == 0:
            try:
                for number in range(1000):
                    publish_to(tmp_path, edition(kill * 1000 + number), rebuild=True)
            finally:
                os._exit(1)
        time.sleep(chance.uniform(0.0, 0.12))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert_whole(tmp_path)
    publish_to(tmp_path, edition(10**6), rebuild=True)
    publish_to(tmp_path / "clean", edition(10**6))
    clean = snapshot(tmp_path / "clean")
    assert {name: data for name, data in snapshot(tmp_path).items() if not name.startswith("clean/")} == clean


def test_what_a_killed_publisher_left_is_removed(tmp_path):
    publish_to(tmp_path, edition(1))
    whole = snapshot(tmp_path)
    for folder in ("", "kkt", "kkt/kinh-te"):
        (tmp_path / folder / TEMPORARY).write_bytes(b"<rss>")
    publish_to(tmp_path, edition(1))
    assert snapshot(tmp_path) == whole


def test_three_publishers_at_once_leave_one_edition(tmp_path):
    children = []
    for publisher in range(3):
        child = os.fork()
        if child == 0:
            code = 1
            try:
                for number in range(4):
                    publish_to(tmp_path, edition(publisher * 100 + number), rebuild=True)
                code = 0
            finally:
                os._exit(code)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0]
    last = json.loads((tmp_path / "all.json").read_bytes())["items"][0]["title"].split()[-1]
    publish_to(tmp_path / "alone", edition(int(last)))
    alone = snapshot(tmp_path / "alone")
    assert {name: data for name, data in snapshot(tmp_path).items() if not name.startswith("alone/")} == alone


def test_a_full_disk_leaves_the_old_files(tmp_path):
    publish_to(tmp_path, edition(1))
    before = snapshot(tmp_path)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, hard))
    try:
        with pytest.raises(PublishError) as caught:
            publish_to(tmp_path, edition(2))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert str(caught.value).startswith(f"cannot write {tmp_path}")
    assert "\n" not in str(caught.value)
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("place", ["feeds", "feeds/kkt", "feeds/kkt.rss"])
def test_a_place_that_cannot_be_written_is_named(tmp_path, place):
    if place.endswith(".rss"):
        (tmp_path / place).mkdir(parents=True)
    else:
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_bytes(b"in the way")
    with pytest.raises(PublishError, match=f"cannot write .*{place}"):
        publish_to(tmp_path / "feeds", edition(1))


# WebSub


class Hub(BaseHTTPRequestHandler):
    """Notes what it is told."""

    told: list[dict[str, list[str]]]

    def do_POST(self):
        type(self).told.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def test_the_hub_is_named_and_told_what_changed(tmp_path):
    Hub.told = []
    server = HTTPServer(("127.0.0.1", 0), Hub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    hub = f"http://127.0.0.1:{server.server_port}/"
    try:
        for _ in range(2):
            publish_to(tmp_path, Shelf([entry(number) for number in range(1, 6)]), hub=hub)
    finally:
        server.shutdown()
        server.server_close()
    feeds = [
        f"{FEEDS_URL}{name}.{ending}"
        for name in ("all", "kkt", "kkt/kinh-te")
        for ending in ("rss", "atom", "json")
    ]
    assert Hub.told == [{"hub.mode": ["publish"], "hub.url": feeds}]
    assert all(hub.encode() in (tmp_path / f"kkt.{ending}").read_bytes() for ending in ("rss", "atom", "json"))
    assert hub.encode() not in (tmp_path / "kkt" / "archive-1.rss").read_bytes()


def test_a_deaf_hub_is_one_line_and_no_fault(tmp_path, caplog):
    done = publish_to(tmp_path, Shelf([entry()]), hub="http://127.0.0.1:9/")
    assert "all.rss" in done.written
    (record,) = caplog.records
    assert "http://127.0.0.1:9/" in record.getMessage()


def test_without_a_hub_there_is_no_trace_of_one(tmp_path):
    publish_to(tmp_path, Shelf([entry()]))
    for data in snapshot(tmp_path).values():
        assert b"hub" not in data.replace(b"github", b"")


# scrapy publish


def scrapy_publish(tmp_path, *arguments, **environment):
    values = {"DATABASE_URL": f"sqlite:///{tmp_path}/archive.sqlite3", "FEEDS_DIR": str(tmp_path / "feeds")}
    return subprocess.run(
        [sys.executable, "-m", "scrapy", "publish", *arguments],
        cwd=ROOT,
        env=os.environ | values | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_command_rebuilds_everything_offline(tmp_path):
    with Archive.open(f"sqlite:///{tmp_path}/archive.sqlite3") as archive:
        good = entry().article
        archive.store(good, now=DAY)
        archive.store(dataclasses.replace(good, key="2", title="\u200b"), now=DAY)
    done = scrapy_publish(tmp_path)
    assert (done.returncode, done.stdout) == (0, f"{tmp_path}/feeds: 12 files written, 0 unchanged\n")
    assert "nothing readable is left of its title" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert_whole(tmp_path / "feeds")


@pytest.mark.parametrize(
    ("environment", "code"), [({"FEED_ENTRIES": "viele"}, 2), ({"DATABASE_URL": "sqlite:////dev/null"}, 4)]
)
def test_the_command_says_in_one_line_why_it_cannot(tmp_path, environment, code):
    failed = scrapy_publish(tmp_path, **environment)
    assert (failed.returncode, failed.stdout) == (code, "")
    assert len(failed.stderr.splitlines()) == 1
