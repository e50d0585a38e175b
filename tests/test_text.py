"""Clean-up and comparison of text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkt_crawler import text

INVISIBLE = "\u200b\u200d\ufeff\u202e\u2066\u00ad\x00\x0b\ud800\ufffe"


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("  Quảng\u00a0 Ninh\r\n hôm nay\t", "Quảng Ninh hôm nay"),
        (unicodedata.normalize("NFD", "Khu kinh tế Vân Đồn"), "Khu kinh tế Vân Đồn"),
        (f"Khu {INVISIBLE}kinh tế", "Khu kinh tế"),
        ("Khu kinh te\u0302\u200b\u0301", "Khu kinh tế"),
        ("Ðồng chí ðã ðến", "Đồng chí đã đến"),
        ("það er gott veður", "það er gott veður"),  # Icelandic keeps its eth
        ("Ð.T.H", "Đ.T.H"),  # which begins no word there
        ("một\u2028hai\x85ba", "một hai ba"),
        ("&ldquo;N&ocirc;ng d&#226;n&rdquo;&nbsp;&ndash; &quot;bờ&quot;", '“Nông dân” – "bờ"'),  # escaped twice
        ("&quot;Thuế &amp; phí&quot; R&amp;D", '"Thuế & phí" R&amp;D'),
        ("R&amp;D &lt;b&gt; &#60;i&#62; AT&T; a & b;", "R&amp;D &lt;b&gt; &#60;i&#62; AT&T; a & b;"),
        ("&#038;quot; &quot&semi;", "&#038;quot; &quot&semi;"),
        ("<b title=&quot;x&quot;>", "<b title=&quot;x&quot;>"),  # about markup
        ("", ""),
    ],
)
def test_one_line(raw, line):
    assert text.one_line(raw) == line


def test_clean_keeps_line_breaks():
    assert text.clean("một\r\nhai\rba\u2029bốn") == "một\nhai\nba\nbốn"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Trưởng Ban Quản lý KKT tỉnh phát biểu", "Trưởng Ban Quản lý KKT tỉnh, phát biểu"),
        ("Các đại biểu.", "CÁC ĐẠI BIỂU"),
        ("Ảnh: Hà An", "ảnh Hà  An"),
    ],
)
def test_fold_makes_equal(one, other):
    assert text.fold(one) == text.fold(other)


def test_fold_keeps_accents_apart():
    assert text.fold("má") != text.fold("mà")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kinh tế", "kinh-te"),
        ("Nông nghiệp, nông thôn", "nong-nghiep-nong-thon"),
        ("ĐẤT VÀ NGƯỜI Quảng Ninh", "dat-va-nguoi-quang-ninh"),
        ("Thực hiện NQ57 / KHCN", "thuc-hien-nq57-khcn"),
        ("…", ""),
        ("新闻", ""),
    ],
)
def test_slug(name, expected):
    assert text.slug(name) == expected


@pytest.mark.parametrize(
    "title",
    [
        "Ban Quáº£n lÃ½ Khu kinh táº¿",
        "Quảng Ninh \ufffd",
        "Ä‘áº¿n năm 2030",
        "Khu kinh tÕ V©n ®ån, c«ng nghiÖp",
        "C¸c ®¬n vÞ cña tØnh",
        "Khu kinh tÕ V©n §ån",
    ],
)
def test_mojibake_is_seen(title):
    assert text.is_mojibake(title)


@pytest.mark.parametrize(
    "title",
    [
        "“GIẢI MÔ và “MẬT MÔ",
        "GIẢI MÃ”",
        "MÃ\u00a0SỐ 12",
        "São Paulo: NÃO",
        "35°C, 5µm, 1º",
        "«á»",
        "iPhone® 17",
        "Panasonic®Việt Nam và Intel®Core",
        "Điều 5 §2, §3: «Luật Đất đai»",
        "Quảng Ninh",
    ],
)
def test_right_text_is_no_mojibake(title):
    assert not text.is_mojibake(title)


@given(st.text() | st.text(st.sampled_from("&;#x0123468quotampltnbsp<> ")))
def test_any_text_is_cleaned_once_and_for_all(raw):
    line = text.one_line(raw)
    assert line == text.one_line(line)
    assert line.isprintable() or all(letter.isprintable() or not letter.isspace() for letter in line)
    assert unicodedata.is_normalized("NFC", line)
    assert not set(line) & set(INVISIBLE)
    line.encode()


@given(st.text())
def test_folding_and_slugs_never_fail(raw):
    assert text.fold(raw) == text.fold(text.fold(raw))
    assert text.slug(raw).isascii()
