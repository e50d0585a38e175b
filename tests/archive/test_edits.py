"""What counts as an edit, what it moves, and what is kept of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from newsroom import NOON, NOW, Newsroom

from kkt_crawler.archive import Archive
from kkt_crawler.article import Attachment, Image

if TYPE_CHECKING:
    from kkt_crawler.article import Article


HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


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
    "pictures lost by a redesign": lambda a: replace(a, extraction="other", images=(), authors=()),
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


def test_a_redesign_takes_no_picture_from_the_archive(lite: Archive, article: Article) -> None:
    lite.store(article, now=NOW)
    lite.store(QUIET["pictures lost by a redesign"](article), now=NOW + HOUR)
    assert lite.newest("bao", 9)[0].article == article


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
    "pictures taken out": (lambda a: replace(a, images=()), ("images",), True),
    "pictures lost with a paragraph": (
        lambda a: replace(a, images=(), extraction="other", body_text=a.body_text + " Hết."),
        ("body_text", "images"),
        True,
    ),
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


@settings(max_examples=50)
@given(st.text(), st.text())
def test_any_text_is_kept_as_it_is(title: str, text: str) -> None:
    article = replace(Newsroom().report(), title=title, body_text=text, section=text, source=title)
    with Archive.open("sqlite://") as archive:
        archive.store(article, now=NOW)
        assert archive.newest("all", 1)[0].article == article
        assert archive.store(article, now=NOW + HOUR).change == "same"
        archive.store(replace(article, title=text, body_text=title), now=NOW + HOUR)
        assert archive.newest("all", 1)[0].article.title in (title, text)
