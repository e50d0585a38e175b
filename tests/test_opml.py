"""The list of feeds that a reader imports."""

from __future__ import annotations

from library import FEEDS_URL, SITES, Shelf, entry, revision
from lxml import etree

from kkt_crawler.entry import Channel
from kkt_crawler.syndication.opml import opml


def opml_of(channels):
    return etree.fromstring(opml(channels, sites=SITES, feeds_url=FEEDS_URL))


def test_every_channel_once_by_site():
    root = opml_of(Shelf([entry()], [revision()]).channels())
    assert root.get("version") == "2.0"
    body = root.find("body")
    assert [(outline.get("text"), outline.get("xmlUrl"), len(outline)) for outline in body] == [
        ("Tin Quảng Ninh: tất cả", f"{FEEDS_URL}all.rss", 0),
        ("Ban Quản lý Khu kinh tế", None, 2),
        ("Tin Quảng Ninh: bài đã sửa", f"{FEEDS_URL}corrections.rss", 0),
    ]
    assert [dict(outline.attrib) for outline in body[1]][1] == {
        "type": "rss",
        "version": "RSS2",
        "text": "Ban Quản lý Khu kinh tế: Kinh tế",
        "title": "Ban Quản lý Khu kinh tế: Kinh tế",
        "description": "Toàn văn tin mới trong mục Kinh tế của Ban Quản lý Khu kinh tế.",
        "language": "vi",
        "xmlUrl": f"{FEEDS_URL}kkt/kinh-te.rss",
        "htmlUrl": "https://portal.example/bannganh/kkt/",
    }


def test_a_site_that_is_crawled_no_more_is_listed_by_its_short_name():
    root = opml_of([Channel(name="cu/tin", site="cu", section="Tin\x0b <1>")])
    (outline,) = root.iterfind("body/outline/outline")
    assert (outline.getparent().get("text"), outline.get("text")) == ("cu", "cu: Tin <1>")
    assert outline.get("htmlUrl") == FEEDS_URL
