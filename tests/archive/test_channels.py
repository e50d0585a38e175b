"""Order, pages and what a full page keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from newsroom import NOON, NOW, Newsroom

if TYPE_CHECKING:
    from kkt_crawler.archive import Archive


HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def ids(entries: list) -> list[str]:
    return [entry.id for entry in entries]


def test_newest_is_by_date_then_id_and_pages_are_by_arrival(archive: Archive) -> None:
    room = Newsroom()
    articles = [room.report(published=NOON + days * DAY) for days in (3, 1, 1, 2, 9)]
    stored = [archive.store(article, now=NOW).entry_id for article in articles]
    expected = [stored[4], stored[0], stored[3], *sorted(stored[1:3], reverse=True)]
    assert ids(archive.newest("bao", 9)) == expected
    assert ids(archive.newest("bao", 2)) == expected[:2]
    assert sorted(ids(archive.page("bao", 1, 2))) == sorted(stored[:2])
    assert ids(archive.page("bao", 2, 2)) == [stored[3], stored[2]]
    assert archive.pages("bao", 2) == 3
    assert ids(archive.page("bao", 3, 2)) == [stored[4]]
    for number in (0, 4):
        with pytest.raises(ValueError, match="has no page"):
            archive.page("bao", number, 2)
    assert archive.newest("no such channel", 9) == []
    assert archive.pages("no such channel", 2) == 0


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
