import hashlib
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from front_page import CHANNELS, NOON, SITES, article, edit, entries, entry, health, page
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from lxml.html import HtmlElement

from kkt_crawler.article import Image
from kkt_crawler.syndication.entries import channel_title
from kkt_crawler.text import one_line

TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}


def parsed(page: bytes) -> HtmlElement:
    return html.document_fromstring(page.decode(), parser=html.HTMLParser(encoding="utf-8"))


def words(element: HtmlElement) -> str:
    return one_line(element.text_content())


def story(**changes: object) -> HtmlElement:
    """Return the card of one article that differs from the usual in ``changes``."""
    return parsed(page(entries=[entry(article(1, **changes))])).cssselect("article")[0]


def test_every_feed_is_discovered_in_three_formats_under_its_own_title() -> None:
    links = parsed(page()).cssselect("head link[rel=alternate]")
    assert [(link.get("href"), link.get("type"), link.get("title")) for link in links] == [
        (f"{channel.name}.{ending}", media_type, channel_title(channel, SITES))
        for channel in CHANNELS
        for ending, media_type in TYPES.items()
    ]


def test_every_feed_can_be_subscribed_to_under_its_site_and_section() -> None:
    panels = parsed(page()).cssselect("#dang-ky .feeds")
    assert [words(panel.cssselect("h3")[0]) for panel in panels] == [
        "Mọi trang",
        SITES["kkt"].name,
        SITES["bao"].name,
    ]
    hrefs = [link.get("href") for panel in panels for link in panel.cssselect(".links a")]
    assert hrefs == [f"{channel.name}.{ending}" for channel in CHANNELS for ending in TYPES]
    assert "Văn hóa & Xã hội" in words(panels[2])
    assert parsed(page()).cssselect('main a[href="feeds.opml"]')


def test_a_story_shows_its_title_source_time_picture_caption_and_copies() -> None:
    first = entries(1)
    card = parsed(page(entries=first)).cssselect("article")[0]
    link = card.cssselect("h3 a")[0]
    assert (words(link), link.get("href")) == ("Gia cố xong con đê thứ 0", "https://bao.example.vn/0.html")
    time = card.cssselect("time")[0]
    assert (time.get("datetime"), words(time)) == ("2026-11-20T12:00:00+07:00", "20/11/2026 12:00")
    assert "Báo Vùng Mỏ" in words(card.cssselect(".meta")[0])
    picture = card.cssselect("figure img")[0]
    assert picture.get("src") == "https://anh.example.vn/0.jpg"
    assert picture.get("alt")
    assert (picture.get("loading"), picture.get("referrerpolicy")) == ("lazy", "no-referrer")
    assert words(card.cssselect("figure figcaption")[0]) == "Mặt đê số 0 từ bãi bồi."
    assert words(card.cssselect(".also")[0]) == "Cũng đăng tại Ban Quản lý Khu kinh tế"
    assert words(card.cssselect(".lead")[0]).startswith("Con đê thứ 0 vừa được gia cố")


def test_a_date_without_a_time_is_shown_without_one() -> None:
    midnight = datetime(2026, 11, 19, 17, tzinfo=UTC)
    time = story(published=midnight, published_precision="day").cssselect("time")[0]
    assert (time.get("datetime"), words(time)) == ("2026-11-20", "20/11/2026")


def test_the_time_is_the_one_that_the_named_source_states() -> None:
    story = entry(article(1))
    elsewhere_first = replace(
        story, published=NOON - timedelta(days=1)
    )  # a copy that another site printed earlier
    time = parsed(page(entries=[elsewhere_first])).cssselect("article time")[0]
    assert words(time) == "20/11/2026 11:00"


def test_every_story_given_is_there_once_up_to_the_pages_room() -> None:
    document = parsed(page(entries=entries(30)))
    titles = [words(item) for item in document.cssselect("article h3, .earlier a")]
    assert titles == [f"Gia cố xong con đê thứ {number}" for number in range(24)]


def test_a_picture_without_alt_or_caption_is_called_by_the_title() -> None:
    card = story(images=(Image(url="https://anh.example.vn/1.jpg"),))
    assert card.cssselect("img")[0].get("alt") == "Gia cố xong con đê thứ 1"
    assert not card.cssselect("figcaption")


def test_a_pictures_address_is_escaped() -> None:
    card = story(images=(Image(url="https://anh.example.vn/Năm 2026/[1].jpg"),))
    assert card.cssselect("img")[0].get("src") == "https://anh.example.vn/N%C4%83m%202026/%5B1%5D.jpg"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", " javascript:alert(1)", "", "http://"])
def test_only_web_addresses_are_linked_or_shown(url: str) -> None:
    bad = entry(replace(article(1, images=(Image(url=url, caption="Ảnh"),)), url=url))
    card = parsed(page(entries=[bad])).cssselect("article")[0]
    assert not card.cssselect("[href], [src]")
    assert words(card.cssselect("h3")[0]) == "Gia cố xong con đê thứ 1"


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (health("kkt"), "Hoạt động tốt, lần đọc gần nhất 24/11/2026 08:00"),
        (health("kkt", "degraded", failed=4), "Hoạt động, nhưng có trục trặc, lần đọc gần nhất 24/11/2026 08:00"),
        (
            health("kkt", "failing", last_good=NOON),
            "Đang gặp lỗi, lần đọc gần nhất 24/11/2026 08:00 Lần đọc tốt gần nhất: 20/11/2026 12:00",
        ),
        (
            health("kkt", "failing", last_good=None),
            "Đang gặp lỗi, lần đọc gần nhất 24/11/2026 08:00 Chưa có lần đọc nào tốt",
        ),
        (None, "Chưa đọc lần nào"),
    ],
)
def test_each_sites_health_is_said_in_words(state: object, expected: str) -> None:
    card = parsed(page(health=[state] if state else [])).cssselect("#tinh-trang .site")[0]
    assert " ".join(words(part) for part in card.cssselect("p")) == expected


def test_what_the_last_run_met_is_counted() -> None:
    card = parsed(page(health=[health("kkt", new=3, changed=1, same=20, failed=4)])).cssselect(
        "#tinh-trang .site"
    )[0]
    counts = {words(name): words(name.getnext()) for name in card.cssselect("dt")}
    assert counts == {"bài mới": "3", "bài đã sửa": "1", "không đổi": "20", "đọc lỗi": "4"}


def test_a_site_in_trouble_is_named_at_the_head() -> None:
    assert "tốt" in words(parsed(page()).cssselect("header .pulse")[0])
    trouble = parsed(page(health=[health("kkt", "failing"), health("bao")])).cssselect("header .pulse")[0]
    assert "Ban Quản lý Khu kinh tế: đang có trục trặc" in words(trouble)


def test_an_edit_says_what_was_changed_and_the_title_before_it() -> None:
    after = article(3)
    renamed = edit(before=replace(after, title="Gia cố đê"), changed=("body_text", "title"))
    item = parsed(page(corrections=[renamed])).cssselect("#dinh-chinh li")[0]
    assert "đã sửa tiêu đề, nội dung" in words(item)
    assert words(item.cssselect("del")[0]) == "Gia cố đê"
    assert item.cssselect("h3 a")[0].get("href") == after.url


def test_an_archive_without_anything_still_gives_a_page() -> None:
    document = parsed(page(channels=[], entries=[], corrections=[], health=[]))
    assert "Chưa có tin nào" in words(document)
    assert "Chưa ghi nhận bài nào" in words(document)
    assert not document.cssselect("a[href$='.rss']")


def test_a_site_that_only_the_archive_knows_keeps_its_feeds() -> None:
    document = parsed(page(sites={"kkt": SITES["kkt"]}))
    assert document.cssselect('#dang-ky a[href="bao/kinh-te.rss"]')


def test_nothing_is_fetched_but_the_pictures_of_articles() -> None:
    document = parsed(page())
    assert {element.tag for element in document.iter() if element.get("src")} == {"img"}
    fetched = document.cssselect("link:not([rel=alternate])")
    assert [link.get("href").partition(":")[0] for link in fetched] == ["data"]
    assert not document.cssselect("script, iframe, [onclick], [style]")


def test_the_policy_allows_this_style_and_no_other() -> None:
    document = parsed(page())
    style = document.cssselect("style")[0].text_content()
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = document.cssselect("meta[http-equiv=Content-Security-Policy]")[0].get("content")
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "url(http" not in style


@given(text=st.text(st.characters(exclude_categories=())), address=st.text())
def test_no_text_becomes_markup(text: str, address: str) -> None:
    hostile = f"{text}<script>alert(1)</script>\"'>&{text}"
    wild = article(1, title=hostile, body_text=hostile, images=(Image(url=address, caption=hostile, alt=hostile),))
    document = parsed(page(entries=[entry(wild)], corrections=[edit(after=wild)]))
    assert not document.cssselect("script")
    assert len(document.cssselect("article")) == 1
    assert words(document.cssselect("article h3")[0]) == one_line(hostile)
    assert all(picture.get("src").startswith("http") for picture in document.cssselect("img"))


def test_the_same_values_give_the_same_bytes() -> None:
    assert page() == page()
