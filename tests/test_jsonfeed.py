"""JSON Feed 1.1, held against a strict reading of its specification."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import jsonschema
from library import DAY, FEEDS_URL, SITES, document, entry, printing

from kkt_crawler.article import Image
from kkt_crawler.syndication.content import article_item
from kkt_crawler.syndication.jsonfeed import json_feed

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "jsonfeed-1.1.json").read_text("utf-8"))


def feed_of(*entries, **changes):
    made = json.loads(json_feed(document(*(article_item(one, SITES) for one in entries), **changes)))
    jsonschema.validate(made, SCHEMA)
    return made


def test_the_whole_document():
    one = entry(updated=DAY + timedelta(days=3), printings=[printing()])
    made = feed_of(one)
    (item,) = made.pop("items")
    assert made == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Ban Quản lý Khu kinh tế",
        "home_page_url": "https://portal.example/bannganh/kkt/",
        "feed_url": f"{FEEDS_URL}kkt.json",
        "description": "Toàn văn tin mới của Ban Quản lý Khu kinh tế.",
        "language": "vi",
    }
    content = item.pop("content_html")
    assert "<figcaption>Tàu vào luồng. Ảnh: Thu Lam</figcaption>" in content
    assert item == {
        "id": one.id,
        "url": one.article.url,
        "external_url": "https://paper.example/tau-7.html",
        "title": "Cảng Con Ong đón tàu thứ 1",
        "summary": one.article.lead,
        "image": "https://portal.example/1.jpg",
        "date_published": "2026-11-02T09:30:00+07:00",
        "date_modified": "2026-11-05T08:30:00+07:00",
        "authors": [{"name": "Hà An"}, {"name": "Minh Châu"}],
        "tags": ["Kinh tế", "cảng biển"],
        "language": "vi",
        "attachments": [
            {
                "url": "https://portal.example/1.jpg",
                "mime_type": "image/jpeg",
                "title": "Tàu vào luồng. Ảnh: Thu Lam",
            },
            {"url": "https://portal.example/a.pdf", "mime_type": "application/pdf", "title": "Quyết định 12"},
            {"url": "https://portal.example/b.docx", "mime_type": "application/msword", "title": "Phụ lục"},
        ],
    }


def test_what_is_empty_is_left_out():
    (item,) = feed_of(entry(images=(), attachments=(), source="", tags=(), section=""))["items"]
    assert not {"image", "attachments", "external_url", "tags"} & set(item)


def test_a_credit_to_a_whole_site_is_no_external_page():
    assert "external_url" not in feed_of(entry(source="baoquangninh.vn"))["items"][0]


def test_a_picture_whose_type_its_address_does_not_tell_is_no_attachment():
    (item,) = feed_of(entry(images=(Image(url="https://portal.example/anh?id=7"),), attachments=()))["items"]
    assert item["image"] == "https://portal.example/anh?id=7"
    assert "attachments" not in item


def test_older_entries_and_the_hub_are_linked():
    made = feed_of(entry(), previous="kkt/archive-4", hub="https://hub.example/")
    assert made["next_url"] == f"{FEEDS_URL}kkt/archive-4.json"
    assert made["hubs"] == [{"type": "WebSub", "url": "https://hub.example/"}]
