"""Killed, raced, damaged, unreachable: never half a story, never a file thrown away."""

from __future__ import annotations

import os
import signal
import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from newsroom import NOON, NOW, Newsroom
from sqlalchemy import event

from kkt_crawler.archive import Archive, ArchiveError

if TYPE_CHECKING:
    from pathlib import Path

    from kkt_crawler.article import Article


HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


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
        assert archive.pages("bao", 40) == 1
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
