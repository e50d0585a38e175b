"""One article, one row, one id; sections add up."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from newsroom import NOON, NOW, Newsroom

from kkt_crawler.archive import Archive

if TYPE_CHECKING:
    from pathlib import Path

    from kkt_crawler.article import Article


HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def ids(entries: list) -> list[str]:
    return [entry.id for entry in entries]


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
