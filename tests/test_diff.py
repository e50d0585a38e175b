from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import Newsroom

from kkt_crawler import diff
from kkt_crawler.article import Attachment, Image
from kkt_crawler.text import clean

ARTICLE = replace(Newsroom().report(paragraphs=3), authors=("Lê An",))


def read(pieces: tuple[diff.Piece, ...]) -> str:
    return diff.to_text([diff.Change(field="title", paragraphs=(pieces,))]).removeprefix("title:\n  ")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Thu 250 tỷ đồng", "Thu 520 tỷ đồng", "Thu [-250-]{+520+} tỷ đồng"),
        ("Thu 1.250 tỷ", "Thu 1.520 tỷ", "Thu 1.[-250-]{+520+} tỷ"),
        ("một hai ba bốn", "một năm sáu bốn", "một [-hai ba-]{+năm sáu+} bốn"),
        ("một hai", "một", "một[- hai-]"),
        ("", "một", "{+một+}"),
        ("má", "mà", "[-má-]{+mà+}"),
        ("Ông An.", "Ông An", "Ông An[-.-]"),
        ("như cũ", "như cũ", "như cũ"),
    ],
)
def test_words(before: str, after: str, expected: str) -> None:
    assert read(diff.words(before, after)) == expected


@given(st.text(), st.text())
def test_the_pieces_are_both_texts(before: str, after: str) -> None:
    pieces = diff.words(before, after)
    assert "".join(text for kind, text in pieces if kind != "ins") == before
    assert "".join(text for kind, text in pieces if kind != "del") == after
    assert all(text for _, text in pieces)


def test_a_very_long_paragraph_is_replaced_as_a_whole() -> None:
    before, after = "a b " * diff.LONG, "a c " * diff.LONG
    assert diff.words(before, after) == (("del", before), ("ins", after))


CHANGES = {
    "title": ({"title": "Mới"}, "Tiêu đề"),
    "published": ({"published": ARTICLE.published + timedelta(days=1)}, "Ngày đăng"),
    "authors": ({"authors": ("Lê Bình",)}, "Tác giả"),
    "lead": ({"lead": "Tóm tắt mới."}, "Tóm tắt"),
    "body_text": ({"body_text": ARTICLE.body_text + "\n\nThêm."}, "Nội dung"),
    "images": ({"images": (Image(url="https://bao.example/1.jpg", caption="Mới."),)}, "Chú thích ảnh"),
    "attachments": ({"attachments": (Attachment(url="https://bao.example/a.pdf", title="A"),)}, "Tệp đính kèm"),
    "source": ({"source": "TTXVN"}, "Nguồn"),
}


@pytest.mark.parametrize("field", CHANGES)
def test_each_field_has_its_own_change(field: str) -> None:
    values, label = CHANGES[field]
    found = diff.changes(ARTICLE, replace(ARTICLE, **values))
    assert [change.field for change in found] == [field]
    assert diff.to_html(found).startswith(f"<h3>{label}</h3>")
    assert "<ins>" in diff.to_html(found)


def test_equal_articles_have_no_changes() -> None:
    assert diff.changes(ARTICLE, ARTICLE) == ()
    assert diff.to_html(()) == diff.to_text(()) == ""


def test_an_edit_of_the_lead_is_shown_once() -> None:
    lead = ARTICLE.lead + " Thêm."
    found = diff.changes(
        ARTICLE, replace(ARTICLE, lead=lead, body_text=ARTICLE.body_text.replace(ARTICLE.lead, lead))
    )
    assert [change.field for change in found] == ["body_text"]


def test_unchanged_paragraphs_are_left_out() -> None:
    paragraphs = ["Một.", "Hai.", "Ba 3.", "Bốn.", "Năm."]
    before = replace(ARTICLE, lead="", body_text="\n\n".join(paragraphs))
    after = replace(before, body_text=before.body_text.replace("Ba 3", "Ba 4"))
    found = diff.changes(before, after)
    assert diff.to_html(found) == "<h3>Nội dung</h3><p>…</p><p>Ba <del>3</del><ins>4</ins>.</p><p>…</p>"
    assert diff.to_text(found) == "body_text:\n  …\n  Ba [-3-]{+4+}.\n  …"


def test_a_split_paragraph_keeps_its_words() -> None:
    before = replace(ARTICLE, lead="", body_text="Một. Hai.")
    found = diff.changes(before, replace(before, body_text="Một.\n\nHai."))
    assert diff.to_html(found) == "<h3>Nội dung</h3><p>Một.<del> </del><ins><br></ins>Hai.</p>"


@given(st.text(), st.text())
def test_the_html_is_well_formed_whatever_the_text(before: str, after: str) -> None:
    html = diff.to_html(diff.changes(replace(ARTICLE, title=clean(before)), replace(ARTICLE, title=clean(after))))
    tree = ElementTree.fromstring(f"<div>{html}</div>".replace("<br>", "<br/>"))
    assert {node.tag for node in tree.iter()} <= {"div", "h3", "p", "br", "del", "ins"}
