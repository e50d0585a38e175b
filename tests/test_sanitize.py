"""Published HTML: nothing that acts, nothing that points nowhere, nothing that XML cannot hold."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from kkt_crawler.sanitize import sanitize

BASE = "https://portal.example/tin/bai.html"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("<p>Một<script>alert(1)</script></p>", "<p>Một</p>"),
        ("<p onclick=x style='color:red' class=a>Một</p>", "<p>Một</p>"),
        ("<div><span>Một</span></div>", "Một"),
        ("<p>Một<p>Hai", "<p>Một</p><p>Hai</p>"),
        ("<a href='javascript:alert(1)'>x</a>", "<a>x</a>"),
        ("<a href='java\nscript:alert(1)'>x</a>", "<a>x</a>"),
        ("<a href='java&#8203;script:alert(1)'>x</a>", "<a>x</a>"),
        ("<a href='mailto:a@b.example'>x</a>", "<a>x</a>"),
        ("<a href='../b?c=d&e=f'>x</a>", '<a href="https://portal.example/b?c=d&amp;e=f">x</a>'),
        ("<a href='//other.example/'>x</a>", '<a href="https://other.example/">x</a>'),
        (
            "<img src='/a.jpg' alt='&quot;><b>'>",
            '<img src="https://portal.example/a.jpg" alt="&quot;&gt;&lt;b&gt;">',
        ),
        ("<p>a</p><img src='data:image/gif;base64,R0'><img alt=x>", "<p>a</p>"),
        ("<img src='/pixel.gif' width=1 height=1>", ""),
        ("<img src='/pixel.gif' height='0px'>", ""),
        ("<img src='/a.gif' width=100 height=11>", '<img src="https://portal.example/a.gif">'),
        ("<figure><img src='javascript:x'></figure><ul><li></li></ul>", ""),
        ("<p>H\u0323a\u0300</p>", "<p>Ḥà</p>"),
        ("<p>a\u202eb&#x202E;c\u200bd&#8203;e\x00\x0b&#11;f</p>", "<p>abcdef</p>"),
        ("<p>&lt;script&gt; &amp;lt; &nbsp;</p>", "<p>&lt;script&gt; &amp;lt; &nbsp;</p>"),
        ("\ud800<p>a</p>", "<p>a</p>"),
    ],
)
def test_what_is_kept(given, expected):
    assert sanitize(given, BASE) == expected


def test_normal_form_opens_no_tag():
    # NFC joins ">" and U+0338 to one letter; the image would go on and take the text for attributes.
    hostile = '<p><img src="/a.jpg" alt="b">\u0338 onerror=alert(1) <br></p>'
    entity = hostile.replace("\u0338", "&#824;")
    for given_html in (hostile, entity):
        assert not html.fragment_fromstring(sanitize(given_html, BASE), create_parent=True).xpath("//@onerror")


def test_relative_addresses_without_a_base_go():
    assert sanitize("<a href='/b'>x</a><img src='b.jpg'>") == "<a>x</a>"


def test_deep_nesting_takes_no_longer_than_it_must():
    assert len(sanitize("<ul><li>" * 3000)) < 100_000


SHREDS = (
    "<p> </p> <a␣href=' <img␣src=\" '> \"> <svg> <math> <style> </style> <!-- --> <table> <td> <noscript> "
    "<template> <iframe␣src=x> ␣onerror=x␣ javascript: &#824; \u0338 &lt; &# < > \" ' <![CDATA[ ]]> <select> "
    "<title>"
)
MARKUP = st.lists(
    st.text(max_size=8) | st.sampled_from([shred.replace("␣", " ") for shred in SHREDS.split(" ")]), max_size=25
).map("".join)


@given(MARKUP)
def test_whatever_comes_in(given_html):
    shown = sanitize(given_html, BASE)
    etree.Element("x").text = shown  # raises for what XML cannot hold
    tree = html.fragment_fromstring(shown, create_parent="div")
    for element in tree.iterdescendants():
        assert element.tag not in ("script", "style", "iframe", "svg", "math", "template", "noscript", "title")
        assert set(element.attrib) <= {"href", "src", "alt", "colspan", "rowspan"}
        for name in ("href", "src"):
            assert re.match(r"https?://", element.get(name, "https://"))
