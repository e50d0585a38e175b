"""The archive through its public face, on SQLite and on a real PostgreSQL."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import uuid
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest
from newsroom import NOON, NOW, VIETNAM, Newsroom
from sqlalchemy import create_engine, event, inspect

from kkt_crawler.archive import Archive, ArchiveError, Run, schema
from kkt_crawler.article import Attachment, Image

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kkt_crawler.article import Article

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def _postgres() -> Path | None:
    """Return the folder of PostgreSQL's programs; Debian keeps them off the PATH."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    return next((path.parent for path in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))), None)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Start a PostgreSQL of our own on a Unix socket; give its folder."""
    programs = _postgres()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs PostgreSQL: apt-get install postgresql")
        pytest.skip("no PostgreSQL on this machine: apt-get install postgresql")
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        as_user = {}
        if os.getuid() == 0:  # PostgreSQL refuses to run as root
            shutil.chown(folder, "nobody")
            as_user = {"user": "nobody"}
        data = f"{folder}/data"

        def run(*command: str) -> None:
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, **as_user)

        options = f"-k {folder} -c listen_addresses= -c fsync=off"
        run(f"{programs}/initdb", "-D", data, "-A", "trust", "-U", "news", "-E", "UTF8", "--no-locale")
        run(f"{programs}/pg_ctl", "-D", data, "-o", options, "-l", f"{folder}/log", "-w", "start")
        try:
            yield folder
        finally:
            run(f"{programs}/pg_ctl", "-D", data, "-m", "immediate", "stop")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/archive.sqlite3"
    folder = request.getfixturevalue("server")
    name = tmp_path.name.lower().replace("-", "_")
    with psycopg.connect(f"host={folder} user=news dbname=postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"postgresql://news@/{name}?host={folder}"


@pytest.fixture
def archive(url: str) -> Iterator[Archive]:
    with Archive.open(url) as archive:
        yield archive


@pytest.fixture
def lite(tmp_path: Path) -> Iterator[Archive]:
    """Return an archive on SQLite, where the database makes no difference."""
    with Archive.open(f"sqlite:///{tmp_path}/archive.sqlite3") as archive:
        yield archive


@pytest.fixture
def article() -> Article:
    return Newsroom().report()


def ids(entries: list) -> list[str]:
    return [entry.id for entry in entries]


# Identity


def test_a_new_article_is_an_entry_of_every_channel_it_belongs_to(archive: Archive, article: Article) -> None:
    stored = archive.store(article, now=NOW, section="Tin mới")
    assert (stored.change, stored.story_joined) == ("new", False)
    names = [channel.name for channel in archive.channels()]
    assert names == ["all", "bao", "bao/kinh-te", "bao/tin-moi"]
    for name in names:
        (entry,) = archive.newest(name, 10)
        assert entry.id == stored.entry_id
        assert entry.article == article
        assert (entry.published, entry.updated, entry.first_seen) == (NOON, NOON, NOW)
        assert entry.sections == ("Kinh tế", "Tin mới")


def test_the_id_depends_on_site_and_key_alone(archive: Archive, article: Article, tmp_path: Path) -> None:
    first = archive.store(article, now=NOW).entry_id
    with Archive.open(f"sqlite:///{tmp_path}/rebuilt.sqlite3") as rebuilt:
        other = replace(article, title="Tên khác", url="https://bao.example/khac-1001.html")
        assert rebuilt.store(other, now=NOW + 9 * DAY).entry_id == first
        assert rebuilt.store(replace(article, site="cong"), now=NOW).entry_id != first
        assert rebuilt.store(replace(article, key="2"), now=NOW).entry_id != first
    assert first == "urn:uuid:" + str(uuid.UUID(first))


def test_the_same_article_again_is_one_row_and_changes_no_entry(archive: Archive, article: Article) -> None:
    archive.store(article, now=NOW)
    before = archive.newest("all", 9)
    assert archive.store(article, now=NOW + HOUR, etag='"x"').change == "same"
    assert archive.newest("all", 9) == before
    known = archive.known("bao", [article.key, "none"])
    assert list(known) == [article.key]
    assert (known[article.key].visits, known[article.key].visited_at) == (1, NOW + HOUR)
    assert known[article.key].etag == '"x"'


def test_sections_add_up_and_one_slug_is_one_channel(archive: Archive, article: Article) -> None:
    archive.store(article, now=NOW)
    archive.store(replace(article, section="KINH TẾ"), now=NOW + HOUR, section="Xã hội")
    archive.add_section("bao", article.key, "Đời sống")
    archive.add_section("bao", article.key, "Đời  sống")
    archive.add_section("bao", "no such key", "Thể thao")
    archive.store(replace(article, section="…"), now=NOW + 2 * HOUR)
    assert archive.newest("all", 9)[0].sections == ("Kinh tế", "Xã hội", "Đời sống")
    assert [channel.name for channel in archive.channels()] == [
        "all", "bao", "bao/doi-song", "bao/kinh-te", "bao/xa-hoi",
    ]  # fmt: skip
    assert archive.channels()[3].section == "Kinh tế"
    assert len(archive.newest("bao/kinh-te", 9)) == 1


def test_a_recycled_key_is_a_new_article_and_the_old_one_stays(archive: Archive) -> None:
    old, new = Newsroom(5).report(), Newsroom(6).report(published=NOON + 400 * DAY)
    new = replace(new, key=old.key, title="Cá lồng rớt giá")
    first = archive.store(old, now=NOW)
    second = archive.store(new, now=NOW + 400 * DAY)
    assert second.change == "recycled"
    assert second.entry_id != first.entry_id
    assert ids(archive.newest("bao", 9)) == [second.entry_id, first.entry_id]
    assert archive.store(new, now=NOW + 401 * DAY).change == "same"
    assert archive.history("bao", old.key) == []
    assert archive.known("bao", [old.key])[old.key].first_seen == NOW + 400 * DAY


@pytest.mark.parametrize("what", ["same title", "same text", "same week"])
def test_a_rewritten_article_is_no_recycled_key(lite: Archive, what: str) -> None:
    old, new = Newsroom(5).report(), Newsroom(6).report(published=NOON + 400 * DAY)
    new = replace(new, key=old.key, title="Cá lồng rớt giá")
    match what:
        case "same title":
            new = replace(new, title=old.title)
        case "same text":
            new = replace(new, body_text=old.body_text)
        case "same week":
            new = replace(new, published=NOON + 3 * DAY)
    lite.store(old, now=NOW)
    assert lite.store(new, now=NOW + 400 * DAY).change == "changed"


# Edits


def test_an_edit_makes_a_revision_and_moves_updated_alone(archive: Archive, article: Article) -> None:
    archive.store(article, now=NOW)
    edited = replace(article, title="Tên mới", body_text=article.body_text + "\n\nThêm một đoạn.")
    assert archive.store(edited, now=NOW + 3 * HOUR).change == "changed"
    (entry,) = archive.newest("bao", 9)
    assert (entry.published, entry.updated) == (NOON, NOW + 3 * HOUR)
    assert entry.article == edited
    (revision,) = archive.history("bao", article.key)
    assert revision.changed == ("title", "body_text")
    assert (revision.before, revision.after, revision.seen_at) == (article, edited, NOW + 3 * HOUR)
    assert revision.entry_id == entry.id != revision.id
    assert archive.corrections(9) == [revision]
    assert archive.channels()[-1].name == "corrections"


QUIET = {
    "spacing": lambda a: replace(a, body_text=a.body_text.replace(" ", "  ")),
    "advertisement": lambda a: replace(a, body_html=a.body_html + "<p>12 lượt xem</p>"),
    "order of captions": lambda a: replace(a, images=a.images[::-1]),
    "layout": lambda a: replace(a, extraction="other"),
    "tags and section": lambda a: replace(a, tags=("mới",), section="Khác"),
    "modified without a change": lambda a: replace(a, modified=NOON + HOUR),
    "time of day left out": lambda a: replace(a, published=a.published.replace(hour=0), published_precision="day"),
    "seconds added": lambda a: replace(a, published=a.published.replace(second=9), published_precision="second"),
    "other zone": lambda a: replace(a, published=a.published.astimezone(NOW.tzinfo)),
    "picture moved": lambda a: replace(
        a, images=(replace(a.images[0], url="https://cdn.example/1.jpg"), a.images[1])
    ),
    "new address": lambda a: replace(a, url="https://bao.example/slug-moi-1001.html"),
}


@pytest.mark.parametrize("what", QUIET)
def test_what_is_no_edit_moves_nothing(lite: Archive, article: Article, what: str) -> None:
    article = replace(article, images=(*article.images, Image(url="https://bao.example/2.jpg", caption="Cầu Đá.")))
    lite.store(article, now=NOW)
    (before,) = lite.newest("bao", 9)
    assert lite.store(QUIET[what](article), now=NOW + HOUR).change == "same"
    (after,) = lite.newest("bao", 9)
    assert (after.id, after.published, after.updated) == (before.id, before.published, before.updated)
    assert lite.history("bao", article.key) == []
    assert "corrections" not in [channel.name for channel in lite.channels()]


@pytest.mark.parametrize("what", ["picture moved", "new address"])
def test_addresses_follow_the_site(lite: Archive, article: Article, what: str) -> None:
    article = replace(article, images=(*article.images, Image(url="https://bao.example/2.jpg")))
    lite.store(article, now=NOW)
    moved = QUIET[what](article)
    lite.store(moved, now=NOW + HOUR)
    assert lite.newest("bao", 9)[0].article == moved
    assert lite.known("bao", [article.key])[article.key].url == moved.url


EDITS = {
    "title": (lambda a: replace(a, title="Khác"), ("title",), True),
    "figure": (lambda a: replace(a, body_text=a.body_text + " 1.000"), ("body_text",), True),
    "caption": (lambda a: replace(a, images=(replace(a.images[0], caption="Khác"),)), ("images",), True),
    "caption lost": (lambda a: replace(a, images=(replace(a.images[0], caption=""),)), ("images",), True),
    "attachment": (
        lambda a: replace(a, attachments=(Attachment(url="https://bao.example/a.pdf", title="A"),)),
        ("attachments",),
        True,
    ),
    "byline": (lambda a: replace(a, authors=("Lê An",)), ("authors",), False),
    "credit": (lambda a: replace(a, source="TTXVN"), ("source",), False),
    "date": (lambda a: replace(a, published=a.published - DAY), ("published",), False),
    "minute": (lambda a: replace(a, published=a.published + timedelta(minutes=1)), ("published",), False),
}


@pytest.mark.parametrize("what", EDITS)
def test_what_is_an_edit(lite: Archive, article: Article, what: str) -> None:
    edit, changed, correction = EDITS[what]
    lite.store(article, now=NOW)
    assert lite.store(edit(article), now=NOW + HOUR).change == "changed"
    assert lite.history("bao", article.key)[0].changed == changed
    assert bool(lite.corrections(9)) is correction
    assert lite.newest("bao", 9)[0].updated == NOW + HOUR


def test_a_corrected_date_moves_the_entry_to_its_place(archive: Archive) -> None:
    room = Newsroom()
    first, second = room.report(), room.report(published=NOON + HOUR)
    archive.store(first, now=NOW)
    archive.store(second, now=NOW)
    archive.store(replace(first, published=NOON + 2 * HOUR), now=NOW + 3 * HOUR)
    for channel in ("all", "bao", "bao/kinh-te"):
        newest = archive.newest(channel, 1)[0]
        assert newest.article.key == first.key
        assert newest.published == NOON + 2 * HOUR


def test_updated_is_what_the_page_states_if_that_can_be(lite: Archive, article: Article) -> None:
    lite.store(replace(article, modified=NOON + HOUR), now=NOW + 3 * HOUR)
    assert lite.newest("bao", 1)[0].updated == NOON + HOUR
    edited = replace(article, title="Hai", modified=NOON + 2 * HOUR)
    lite.store(edited, now=NOW + 9 * HOUR)
    assert lite.newest("bao", 1)[0].updated == NOON + 2 * HOUR
    lite.store(replace(edited, title="Ba", modified=NOON + 99 * DAY), now=NOW + 10 * HOUR)
    assert lite.newest("bao", 1)[0].updated == NOW + 10 * HOUR


def test_updated_never_stands_before_published_or_goes_back(lite: Archive, article: Article) -> None:
    lite.store(replace(article, modified=NOON - DAY), now=NOW)
    assert lite.newest("bao", 1)[0].updated == NOON
    lite.store(replace(article, title="Hai"), now=NOW + 5 * HOUR)
    lite.store(replace(article, title="Ba"), now=NOW + HOUR)
    assert lite.newest("bao", 1)[0].updated == NOW + 5 * HOUR


def test_edits_of_an_edit(archive: Archive, article: Article) -> None:
    for number, title in enumerate(["Một", "Hai", "Một"]):
        archive.store(replace(article, title=title), now=NOW + number * HOUR)
    history = archive.history("bao", article.key)
    assert [(edit.before.title, edit.after.title) for edit in history] == [("Một", "Hai"), ("Hai", "Một")]
    assert archive.corrections(1) == history[1:]
    assert len({edit.id for edit in history}) == 2


# Visits


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


# Channels


def test_newest_is_by_date_then_id_and_pages_are_by_arrival(archive: Archive) -> None:
    room = Newsroom()
    articles = [room.report(published=NOON + days * DAY) for days in (3, 1, 1, 2, 9)]
    stored = [archive.store(article, now=NOW).entry_id for article in articles]
    expected = [stored[4], stored[0], stored[3], *sorted(stored[1:3], reverse=True)]
    assert ids(archive.newest("bao", 9)) == expected
    assert ids(archive.newest("bao", 2)) == expected[:2]
    assert archive.full_pages("bao", 2) == 2
    assert sorted(ids(archive.page("bao", 1, 2))) == sorted(stored[:2])
    assert ids(archive.page("bao", 2, 2)) == [stored[3], stored[2]]
    assert archive.pages("bao", 2) == 3
    assert ids(archive.page("bao", 3, 2)) == [stored[4]]
    for number in (0, 4):
        with pytest.raises(ValueError, match="has no page"):
            archive.page("bao", number, 2)
    assert archive.newest("no such channel", 9) == []
    assert archive.pages("no such channel", 2) == archive.full_pages("no such channel", 2) == 0


def test_a_full_page_never_changes(archive: Archive) -> None:
    room = Newsroom()
    first, second = room.report(), room.report()
    archive.store(first, now=NOW)
    archive.store(replace(first, title="Trước khi đầy"), now=NOW + HOUR)
    archive.store(second, now=NOW + HOUR)
    pages = {name: archive.page(name, 1, 2) for name in ("all", "bao", "bao/kinh-te")}
    assert "Trước khi đầy" in [entry.article.title for entry in pages["bao"]]
    archive.store(replace(first, title="Sau khi đầy", published=NOON + DAY), now=NOW + 2 * HOUR, section="Mới")
    archive.store(replace(second, site="cong", body_text=second.body_text + "\n\n" + "Thêm chữ. " * 9), now=NOW)
    assert archive.newest("all", 9)[0].article.title == "Sau khi đầy"
    assert archive.newest("all", 9)[1].printings
    for name, page in pages.items():
        assert archive.page(name, 1, 2) == page


def test_an_empty_archive_has_no_channels(archive: Archive) -> None:
    assert (archive.channels(), archive.newest("all", 9), archive.corrections(9)) == ([], [], [])
    assert (archive.history("bao", "1"), archive.known("bao", []), archive.health()) == ([], {}, [])


# Runs and what they remember


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


# Faults


def _state(archive: Archive) -> list[object]:
    names = [channel.name for channel in archive.channels()]
    return [archive.newest(name, 99) for name in names], archive.corrections(99)


def test_killed_between_any_two_statements_it_holds_all_or_nothing(url: str) -> None:
    room = Newsroom()
    original = room.report()
    edited = replace(original, title="Đã sửa", published=NOON + DAY, body_text=original.body_text + "\n\nMới.")
    copy = replace(room.reprints(original)["cut"], body_text=edited.body_text + "\n\n" + "Dài hơn. " * 9)
    steps = [(original, "Một"), (edited, "Hai"), (copy, "Ba")]
    deaths = 0
    for number, (article, section) in enumerate(steps):
        now = NOW + number * HOUR
        with Archive.open(url) as archive:
            before = _state(archive)
        for statement in range(1, 99):
            child = os.fork()
            if not child:
                _store_and_die(url, article, section, now, statement)
            died = os.WIFSIGNALED(os.waitpid(child, 0)[1])
            with Archive.open(url) as archive:
                after = _state(archive)
            if not died:
                break
            deaths += 1
            assert after == before
        assert after != before
        with Archive.open(url) as archive:
            assert archive.store(article, now=now, section=section).change == "same"
            assert _state(archive) == after
    assert deaths > 40


def _store_and_die(url: str, article: Article, section: str, now: datetime, statement: int) -> None:
    """In a child process: store, but be killed before that many statements; the commit is one of them."""
    archive = Archive.open(url)
    count = 0

    def step(*_args: object) -> None:
        nonlocal count
        count += 1
        if count == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(archive._engine, "before_cursor_execute", step)
    event.listen(archive._engine, "commit", step)
    archive.store(article, now=now, section=section)
    os._exit(0)


def test_two_writers_wait_for_each_other(url: str) -> None:
    room = Newsroom()
    articles = [room.report(paragraphs=2) for _ in range(40)]
    children = []
    for share in (articles[::2], articles[1::2]):
        child = os.fork()
        if not child:
            with Archive.open(url) as archive:
                for article in share:
                    archive.store(article, now=NOW)
            os._exit(0)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    with Archive.open(url) as archive:
        assert len(archive.newest("bao", 99)) == 40
        assert archive.full_pages("bao", 40) == 1
        assert len(archive.page("bao", 1, 40)) == 40


BAD_URLS = {
    "nonsense": "not a url",
    "unknown": "klingon://x",
    "other database": "mysql://x/y",
    "no folder": "sqlite:////no/such/folder/archive.sqlite3",
    "no server": "postgresql://u:secret@127.0.0.1:1/x",
}


@pytest.mark.parametrize("what", BAD_URLS)
def test_an_address_that_cannot_be_opened_says_so_in_one_line(what: str) -> None:
    with pytest.raises(ArchiveError) as error:
        Archive.open(BAD_URLS[what])
    assert "\n" not in str(error.value)
    assert "DATABASE_URL" in str(error.value) or "folder" in str(error.value)
    assert "secret" not in str(error.value)


@pytest.mark.parametrize("damage", ["text", "torn", "foreign", "newer"])
def test_a_file_that_is_no_sound_archive_is_refused_and_left_alone(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "archive.sqlite3"
    url = f"sqlite:///{path}"
    match damage:
        case "text":
            path.write_text("Xin chào. " * 500, encoding="utf-8")
        case "torn":
            with Archive.open(url) as archive:
                for article in (Newsroom(seed).report() for seed in range(9)):
                    archive.store(article, now=NOW)
            content = bytearray(path.read_bytes())
            content[8192:40000] = os.urandom(40000 - 8192)
            path.write_bytes(content)
        case "foreign":
            with sqlite3.connect(path) as connection:
                connection.execute("CREATE TABLE songs (name)")
            connection.close()
        case "newer":
            Archive.open(url).close()
            with sqlite3.connect(path) as connection:
                connection.execute("UPDATE state SET version = 99")
            connection.close()
    before = path.read_bytes()
    with pytest.raises(ArchiveError) as error:
        Archive.open(url)
    assert "\n" not in str(error.value)
    assert str(path) in str(error.value)
    assert path.read_bytes()[100:] == before[100:]  # the header notes that the journal's mode changed


def test_a_database_that_fails_later_is_an_archive_error_too(lite: Archive, article: Article) -> None:
    lite.store(article, now=NOW)
    with lite._engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE placements")
    with pytest.raises(ArchiveError):
        lite.newest("bao", 9)
    with pytest.raises(ArchiveError):
        lite.store(replace(article, key="2"), now=NOW)
    assert lite.known("bao", ["2"]) == {}


# Releases


RELEASES = sorted((Path(__file__).parent / "archives").glob("*.db"))


@pytest.mark.parametrize("release", RELEASES, ids=lambda path: path.stem)
def test_the_archive_of_every_release_opens(release: Path, tmp_path: Path) -> None:
    path = tmp_path / "archive.sqlite3"
    shutil.copy(release, path)
    with Archive.open(f"sqlite:///{path}") as archive:
        expected = json.loads(release.with_suffix(".json").read_text(encoding="utf-8"))
        entries = archive.newest("all", 9)
        assert {entry.id: entry.article.title for entry in entries} == expected
        assert sorted(len(entry.printings) for entry in entries) == [0, 1]
        assert len(archive.corrections(9)) == 1
        assert archive.store(entries[0].article, now=NOW + DAY).change == "same"
        Archive.open(f"sqlite:///{tmp_path}/fresh.sqlite3").close()
        assert _shape(path) == _shape(tmp_path / "fresh.sqlite3")


def test_there_is_a_file_of_every_release() -> None:
    assert [path.stem for path in RELEASES] == [f"v{number}" for number in range(1, len(RELEASES) + 1)]
    assert RELEASES


def _shape(path: Path) -> dict[str, object]:
    engine = create_engine(f"sqlite:///{path}")
    tables = inspect(engine)
    shape = {
        table: (
            [(column["name"], str(column["type"]), column["nullable"]) for column in tables.get_columns(table)],
            sorted(index["name"] for index in tables.get_indexes(table)),
        )
        for table in schema.metadata.tables
    }
    engine.dispose()
    return shape
