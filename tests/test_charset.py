"""Bytes to text by evidence."""

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkt_crawler.charset import decode
from kkt_crawler.text import clean

TEXT = "Khu kinh tế ven biển Quảng Yên là hạt nhân, động lực tăng trưởng mới của tuyến phía Tây"


def as_cp1258(text):
    """Encode as a Vietnamese Windows of 1998 did: base letters composed, tones combining."""
    out = []
    for letter in text:
        parts = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(p for p in parts if p not in "\u0300\u0301\u0303\u0309\u0323"))
        out.append(base + "".join(p for p in parts if p in "\u0300\u0301\u0303\u0309\u0323"))
    return "".join(out).encode("cp1258")


@pytest.mark.parametrize(
    ("body", "content_type", "encoding"),
    [
        (TEXT.encode(), "text/html; charset=utf-8", "utf-8"),
        (TEXT.encode(), "text/html; charset=iso-8859-1", "utf-8"),
        (TEXT.encode(), "", "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "text/html; charset=windows-1258", "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "text/html; charset=utf-8", "utf-16-le"),
        (as_cp1258(TEXT), "text/html; charset=windows-1258", "cp1258"),
        (as_cp1258(TEXT), "text/html; charset=iso-8859-1", "cp1258"),
        (as_cp1258(TEXT), "text/html", "cp1258"),
        (as_cp1258(TEXT), "text/html; charset=utf-8", "cp1258"),
        (b"<meta charset=windows-1258>" + as_cp1258(TEXT), "text/html", "cp1258"),
    ],
)
def test_vietnamese_comes_out_right(body, content_type, encoding):
    text, name = decode(body, content_type)
    assert clean(text).endswith(TEXT)
    assert codecs.lookup(name).name == codecs.lookup(encoding).name


def test_western_text_is_not_taken_for_vietnamese():
    body = "Die Straße führt über Köln nach München: größer, schöner".encode("latin-1")
    assert (
        decode(body, "text/html; charset=iso-8859-1")[0]
        == "Die Straße führt über Köln nach München: größer, schöner"
    )


def test_a_page_cut_inside_a_letter_is_still_utf_8():
    assert decode(TEXT.encode()[:-1] + "ế".encode()[:2])[1] == "utf-8"


@pytest.mark.parametrize("label", ["", "; charset=utf-8", "; charset=iso-8859-1", "; charset=windows-1258"])
def test_one_foreign_byte_does_not_spoil_a_page(label):
    text, name = decode(TEXT.encode() + b" caf\xe9 " + TEXT.encode(), "text/html" + label)
    assert (text, name) == (f"{TEXT} caf\ufffd {TEXT}", "utf-8")


@pytest.mark.parametrize(
    "label", ["hex", "idna", "punycode", "undefined", "rot_13", "unicode_escape", "utf-7", "x"]
)
def test_a_label_that_is_no_encoding_of_web_pages_is_passed_over(label):
    text, name = decode(as_cp1258(TEXT), f"text/html; charset={label}")
    assert clean(text) == TEXT
    assert name == "cp1258"


@given(st.binary(max_size=300), st.sampled_from(["", "text/html; charset=utf-16", "text/html; charset=nonsense"]))
def test_any_bytes_give_text(body, content_type):
    assert isinstance(decode(body, content_type)[0], str)
