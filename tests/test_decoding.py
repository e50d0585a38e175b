"""What a response is taken for: by its bytes, whatever it is called."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.http import HtmlResponse, Request, Response, TextResponse, XmlResponse

from kkt_crawler.crawl.decoding import BrokenOff, DecodeByEvidence

URL = "https://x.example/a"
RSS = '<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0"><channel><title>Tin tức</title><item>'
RSS += "<description><![CDATA[<html><body>Sông Chanh]]></description></item></channel></rss>"


def decoded(body, content_type, kind=HtmlResponse, status=200):
    response = kind(URL, status=status, body=body, headers={"Content-Type": content_type} if content_type else {})
    return DecodeByEvidence().process_response(Request(URL), response)


@pytest.mark.parametrize(
    "content_type", ["text/html", "text/xml", "application/rss+xml", "text/plain; charset=ascii"]
)
def test_a_feed_is_xml_whatever_it_holds_and_is_called(content_type):
    response = decoded(RSS.encode(), content_type)
    assert type(response) is XmlResponse
    assert "Sông Chanh" in response.text


@pytest.mark.parametrize(
    ("content_type", "kind"),
    [("text/plain", TextResponse), ("", Response), ("application/octet-stream", Response)],
)
def test_a_page_is_html_whatever_it_is_called(content_type, kind):
    page = '\ufeff<?xml version="1.0"?><!DOCTYPE html><html lang="vi"><body>Quảng Yên</body></html>'
    response = decoded(page.encode(), content_type, kind)
    assert type(response) is HtmlResponse
    assert response.css("body::text").get() == "Quảng Yên"


@pytest.mark.parametrize("content_type", ["image/jpeg", "application/pdf", "application/octet-stream", ""])
def test_what_is_no_text_is_left_alone(content_type):
    response = decoded(b"\x00\x01\xff\xfe" * 50, content_type, Response)
    assert (type(response), response.body) == (Response, b"\x00\x01\xff\xfe" * 50)


def test_half_a_page_is_refused():
    with pytest.raises(BrokenOff):
        decoded(b"<html><body><h1>Title</h1><p>Half a sen", "text/html")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"<html><body><p>no end tag but this</body>", 200),
        (b"<h1>a fragment</h1>", 200),
        (b"<html><h1>Not found", 404),
    ],
)
def test_a_page_that_need_not_end_is_not(body, status):
    assert decoded(body, "text/html", status=status).body == body


@given(
    st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda text: ("<html>" + text).encode("utf-16"))),
    st.sampled_from(
        ["", "text/html", "text/html; charset=hex", "application/octet-stream", "text/xml; charset=utf-16"]
    ),
    st.sampled_from([Response, TextResponse, HtmlResponse, XmlResponse]),
)
def test_any_bytes_under_any_label_can_be_read(body, content_type, kind):
    with suppress(BrokenOff):
        response = decoded(body, content_type, kind)
        assert response.body == body
        assert not isinstance(response, HtmlResponse | XmlResponse) or isinstance(response.text, str)
