"""The Article as a value: its hash, its JSON, its refusal of naive dates."""

import dataclasses
import json
from datetime import datetime

import pytest

from kkt_crawler.article import Article, Attachment, Image
from kkt_crawler.dates import VIETNAM

ARTICLE = Article(
    site="kkt",
    key="1203",
    url="https://x.example/Trang/ChiTietTinTuc.aspx?nid=1203",
    title="Quảng Yên đón dự án mới",
    published=datetime(2024, 5, 6, tzinfo=VIETNAM),
    published_precision="day",
    authors=("Hà An", "Minh Châu"),
    lead="Sáng 6/5, thị xã đón dự án mới.",
    body_text="Sáng 6/5, thị xã đón dự án mới.\n\nDự án dùng 40 ha đất.",
    images=(Image(url="https://x.example/1.jpg", caption="Lễ động thổ."), Image(url="https://x.example/2.jpg")),
    attachments=(Attachment(url="https://x.example/1.pdf", title="Quyết định", type="application/pdf"),),
    section="Kinh tế",
    source="baoquangninh.vn",
)


def edited(**changes):
    return dataclasses.replace(ARTICLE, **changes)


def test_json_gives_the_same_article_back():
    assert Article.from_dict(json.loads(json.dumps(ARTICLE.to_dict()))) == ARTICLE


def test_json_has_the_documented_fields_in_order():
    assert " ".join(ARTICLE.to_dict()) == (
        "site key url title published published_precision modified authors lead body_html body_text images "
        "attachments section tags source language extraction"
    )


def test_a_field_of_a_later_version_is_passed_over():
    assert Article.from_dict({**ARTICLE.to_dict(), "mood": "glad"}) == ARTICLE


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Quảng Yên đón dự án lớn"},
        {"lead": "Chiều 6/5, thị xã đón dự án mới."},
        {"body_text": ARTICLE.body_text.replace("40", "45")},
        {"images": (Image(url="https://x.example/1.jpg", caption="Lễ khánh thành."),)},
        {"attachments": ()},
        {"authors": ("Hà An",)},
        {"source": ""},
        {"published": datetime(2024, 5, 7, tzinfo=VIETNAM)},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_an_edit_changes_the_hash(changes):
    assert edited(**changes).content_hash() != ARTICLE.content_hash()


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Quảng Yên  đón dự án\u00a0mới "},
        {"body_text": ARTICLE.body_text.replace("\n\n", "\n \n")},
        {"images": tuple(reversed(ARTICLE.images))},
        {"images": tuple(dataclasses.replace(image, url=image.url + "?v=2") for image in ARTICLE.images)},
        {"section": "Đầu tư"},
        {"tags": ("đầu tư",)},
        {"body_html": "<p>…</p>"},
        {"extraction": "generic"},
        {"url": "https://x.example/?nid=1203"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_what_no_reader_would_call_an_edit_does_not(changes):
    assert edited(**changes).content_hash() == ARTICLE.content_hash()


def test_the_hash_is_the_same_in_every_process_and_release():
    assert ARTICLE.content_hash() == "1:18f2447a68754007d4961884c75fbb98"


@pytest.mark.parametrize("name", ["published", "modified"])
def test_a_naive_date_is_refused(name):
    with pytest.raises(ValueError, match=f"{name} .* has no time zone"):
        edited(**{name: datetime(2024, 5, 6)})  # noqa: DTZ001 -- what is refused
