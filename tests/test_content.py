"""Entries as feed items: what each field and the content say, before any format has a word in it."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta

import pytest
from library import DAY, SITES, article, entry, printing, revision

from kkt_crawler.article import Attachment, Image
from kkt_crawler.entry import Revision
from kkt_crawler.syndication.content import article_item, revision_item, shortened, trimmed


def item(number=1, **changes):
    return article_item(entry(number, **changes), SITES)


def test_content_has_figures_in_place_then_files_credit_and_other_printings():
    content = item(printings=[printing()]).content
    parts = [
        '<figure><img src="https://portal.example/1.jpg" alt="Tàu vào luồng">'
        "<figcaption>Tàu vào luồng. Ảnh: Thu Lam</figcaption></figure><p>Bến dài 560 m.</p>",
        '<li><a href="https://portal.example/a.pdf">Quyết định 12</a></li>'
        '<li><a href="https://portal.example/b.docx">Phụ lục</a></li>',
        'Nguồn: <a href="https://paper.example/tau-7.html">baoquangninh.vn</a>',
        'Cũng đăng tại: <a href="https://paper.example/tau-7.html">Báo Quảng Ninh</a> (02/11/2026)',
    ]
    places = [content.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_content_of_plain_text_alone():
    plain = item(body_html="", body_text="Một & hai.\n\nBa.", images=(), attachments=(), source="")
    assert plain.content == "<p>Một &amp; hai.</p>\n<p>Ba.</p>"


def test_pictures_that_the_body_does_not_show_stand_before_it():
    shown = item(images=(Image(url="https://portal.example/2.jpg?a=1&b=2", caption="Bến <mới>"),)).content
    assert shown.startswith(
        '<figure><img src="https://portal.example/2.jpg?a=1&amp;b=2" alt="">'
        "<figcaption>Bến ‹mới›</figcaption></figure>"
    )
    assert shown.count("<figure>") == 2


@pytest.mark.parametrize(
    ("source", "with_printing", "address"),
    [
        ("baoquangninh.vn", False, "https://baoquangninh.vn/"),
        ("BaoQuangNinh.vn", True, "https://paper.example/tau-7.html"),
        ("Báo Quảng Ninh", True, "https://paper.example/tau-7.html"),
        ("Báo Quảng Ninh", False, ""),
        ("TTXVN", True, ""),
        ("", True, ""),
    ],
)
def test_a_credit_leads_to_the_original_where_it_is_known(source, with_printing, address):
    made = item(source=source, printings=[printing()] if with_printing else [])
    assert (made.source, made.source_url) == (source, address)


def test_every_field_is_one_clean_line():
    made = item(
        title=" Cầu\u200b \u202eBãi\nCháy\x0b ",
        lead="Một\r\nhai\u2028ba",
        authors=("A\x00n", "  ", "an", "Bi\u0300nh"),
        section=" Xã\u00a0 hội ",
        tags=("xã hội", "Cảng\ud800"),
        source="TTX\x1bVN\n",
        images=(Image(url=" https://portal.example/1.jpg\n", caption="a\nb\x01", credit="\ufeffc"),),
    )
    assert made.title == "Cầu Bãi Cháy"
    assert made.summary == "Một hai ba"
    assert made.authors == ("An", "Bình")
    assert made.categories == ("Xã hội", "Cảng")
    assert made.source == "TTXVN"
    assert made.pictures == (Image(url="https://portal.example/1.jpg", caption="a b", credit="c"),)


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Lãi suất < 5% & > 3%", "Lãi suất < 5% & > 3%"),
        ("<script>alert(1)</script>", "‹script›alert(1)‹/script›"),
        ("Một <b", "Một ‹b"),
        ("R&amp;D &lt;i&gt; &#x26; AT&T &copy", "R&D ‹i› & AT&T &copy"),
    ],
)
def test_a_title_is_the_same_as_text_and_as_html(title, shown):
    assert item(title=title).title == shown


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://x.example/%zz/%C4%83?q=[1]&b=%", "https://x.example/%25zz/%C4%83?q=%5B1%5D&b=%25"),
        ("http://[::1]:80/a", "http://[::1]/a"),
    ],
)
def test_addresses_are_valid(url, shown):
    assert item(url=url).url == shown


def test_addresses_that_are_not_of_the_web_are_left_out():
    made = item(
        images=(
            Image(url="javascript:x"),
            Image(url="data:image/png;base64,xx"),
            Image(url="//img.example/a.png"),
        ),
        attachments=(
            Attachment(url="file:///etc/passwd", title="a"),
            Attachment(url="tep/Mẫu 1.doc", title="", type="rác; x"),
        ),
        printings=[dataclasses.replace(printing(), url="javascript:alert(1)")],
    )
    assert [image.url for image in made.pictures] == ["https://img.example/a.png"]
    address = "https://portal.example/bannganh/kkt/Trang/tep/M%E1%BA%ABu%201.doc"
    assert made.files == (Attachment(url=address, title=address, type="application/octet-stream"),)
    assert made.copies == ()
    assert "javascript" not in made.content


def test_an_article_by_nobody_is_by_its_site():
    assert item(authors=()).authors == ("Ban Quản lý Khu kinh tế",)
    assert item(authors=(), site="cu").authors == ("cu",)


def test_dates_are_vietnams_and_an_update_is_never_before_its_article():
    made = article_item(
        dataclasses.replace(
            entry(),
            published=datetime(2026, 11, 2, 2, 30, 5, 999, tzinfo=UTC),
            updated=datetime(2026, 11, 1, tzinfo=UTC),
        ),
        SITES,
    )
    assert made.published.isoformat() == made.updated.isoformat() == "2026-11-02T09:30:05+07:00"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"title": " \u200b\n"}, "nothing readable is left of its title"),
        ({"url": "javascript:alert(1)"}, "no web address"),
        ({"published": datetime(9999, 12, 31, 23, tzinfo=UTC)}, "no date of news"),
    ],
)
def test_an_article_of_which_nothing_usable_is_left(changes, reason):
    with pytest.raises(ValueError, match=reason):
        item(**changes)


def test_an_article_without_text_is_its_address():
    made = item(lead="", body_html="<p> </p>", body_text="", images=(), attachments=(), source="")
    assert made.summary == made.title
    assert made.content.endswith(f'<p><a href="{made.url}">Đọc toàn văn tại Ban Quản lý Khu kinh tế</a></p>')


def test_fields_without_end_are_cut_and_books_published_by_their_summary():
    made = item(title="t" * 10_000, lead="l" * 10_000, body_html=f"<p>{'b' * 300_000}</p>")
    assert len(made.title) == 500
    assert made.title.endswith("…")
    assert len(made.summary) == 5000
    assert len(made.content) < 6000
    assert made.content.startswith("<p>lll")


def test_an_edit_shows_what_was_taken_out_and_put_in():
    made = revision_item(revision(), SITES)
    assert made.id == revision().id
    assert made.title == "Đã sửa: Cảng Con Ong đón tàu thứ 1"
    assert made.published == made.updated == DAY + timedelta(days=2)
    assert "<del>520</del> → <ins>560</ins>" in made.content
    assert f'<a href="{article().url}">Cảng Con Ong đón tàu thứ 1</a>' in made.content
    assert made.summary == "Ban Quản lý Khu kinh tế đã sửa bài đăng ngày 02/11/2026."


def test_an_edit_of_hostile_text_stays_text():
    before, after = article(body_text="a <script>x</script>"), article(body_text="a <b onclick=x>y</b>")
    hostile = Revision(
        id="urn:uuid:1", entry_id="", seen_at=DAY, before=before, after=after, changed=("body_text",)
    )
    content = revision_item(hostile, SITES).content
    assert "<script" not in content
    assert "<b" not in content.replace("<br>", "")


def test_trimming_takes_the_text_of_the_oldest_first_and_entries_last():
    items = [item(number) for number in (3, 2, 1)]
    short = [shortened(one) for one in items]
    assert trimmed(items, 1) == (items[0], items[1], short[2])
    saved = len(items[2].content.encode()) - len(short[2].content.encode())
    assert trimmed(items, saved + 1) == (items[0], short[1], short[2])
    assert trimmed(items, 10**6) == tuple(short)
    assert trimmed(short, 1) == (short[0], short[1])
