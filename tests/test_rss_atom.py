"""RSS and Atom as strict parsers and a real reader see them."""

from __future__ import annotations

import dataclasses
import json
from datetime import timedelta
from email.utils import parsedate_to_datetime

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from library import DAY, FEEDS_URL, SITES, document, entry, printing
from lxml import etree

from kkt_crawler.article import Attachment, Image
from kkt_crawler.syndication.content import article_item
from kkt_crawler.syndication.jsonfeed import json_feed
from kkt_crawler.syndication.rss_atom import atom, rss
from kkt_crawler.text import one_line

NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "fh": "http://purl.org/syndication/history/1.0",
    "media": "http://search.yahoo.com/mrss/",
}
PAGE = {"name": "kkt/archive-2", "previous": "kkt/archive-1"}


def items_of(*entries):
    return [article_item(one, SITES) for one in entries]


def strict(data):
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, huge_tree=False))


def rss_of(*entries, **changes):
    return strict(rss(document(*items_of(*entries), **changes)))


def atom_of(*entries, **changes):
    return strict(atom(document(*items_of(*entries), **changes)))


def texts(root, path):
    return [element.text for element in root.iterfind(path, NAMES)]


def links(root):
    path = "atom:link" if root.tag.endswith("feed") else "channel/atom:link"
    return {link.get("rel"): link.get("href") for link in root.iterfind(path, NAMES)}


# Each of these fails without our mend of feedgen.


def test_rss_leads_to_the_site_and_names_itself_its_archive_and_its_hub():
    root = rss_of(entry(), previous="kkt/archive-7", hub="https://hub.example/")
    assert texts(root, "channel/link") == ["https://portal.example/bannganh/kkt/"]
    assert links(root) == {
        "self": f"{FEEDS_URL}kkt.rss",
        "prev-archive": f"{FEEDS_URL}kkt/archive-7.rss",
        "hub": "https://hub.example/",
    }


def test_atom_links_keep_what_they_carry():
    found = atom_of(entry(printings=[printing()])).findall("atom:entry/atom:link", NAMES)
    assert [tuple(link.get(name) for name in ("rel", "type", "href", "title")) for link in found] == [
        (None, None, "https://portal.example/bannganh/kkt/Trang/ChiTietTinTuc.aspx?nid=1", None),
        ("enclosure", "application/pdf", "https://portal.example/a.pdf", "Quyết định 12"),
        ("enclosure", "application/msword", "https://portal.example/b.docx", "Phụ lục"),
        ("related", None, "https://paper.example/tau-7.html", None),
        ("via", None, "https://paper.example/tau-7.html", "baoquangninh.vn"),
    ]


@pytest.mark.parametrize("root", [rss_of(entry()), atom_of(entry())], ids=["rss", "atom"])
def test_captions_and_photographers_stand_with_their_picture(root):
    (media,) = root.iterfind(".//media:content", NAMES)
    assert dict(media.attrib) == {"url": "https://portal.example/1.jpg", "medium": "image", "type": "image/jpeg"}
    assert texts(media, "media:description") == ["Tàu vào luồng. Ảnh: Thu Lam"]
    assert texts(media, "media:credit") == ["Thu Lam"]


def test_no_date_is_the_clocks():
    edited = entry(1, updated=DAY + timedelta(days=1, hours=2))
    root = rss_of(edited, entry(2))
    assert parsedate_to_datetime(root.findtext("channel/lastBuildDate")) == DAY + timedelta(days=1, hours=2)
    assert root.findtext("channel/lastBuildDate").endswith("+0700")
    assert rss_of().findtext("channel/lastBuildDate") == "Sat, 01 Jan 2000 00:00:00 +0700"
    assert atom_of().findtext("atom:updated", namespaces=NAMES) == "2000-01-01T00:00:00+07:00"


def test_entries_keep_their_order():
    three = [entry(3), entry(2), entry(1)]
    ids = [one.id for one in three]
    assert texts(rss_of(*three), "channel/item/guid") == texts(atom_of(*three), "atom:entry/atom:id") == ids


def test_authors_without_an_address_are_in_rss():
    assert texts(rss_of(entry()), "channel/item/dc:creator") == ["Hà An", "Minh Châu"]


def test_entries_of_one_midnight_are_updated_each_at_its_own_moment():
    same = [entry(number, published=DAY, published_precision="day") for number in range(1, 30)]
    updated = texts(atom_of(*same), "atom:entry/atom:updated")
    assert len(set(updated)) == len(updated)
    assert max(updated) == atom_of(*same).findtext("atom:updated", namespaces=NAMES)
    assert updated[3] in texts(atom_of(same[3]), "atom:entry/atom:updated")


# What the Profile and RFC 4287 ask for.


def test_an_rss_item():
    (item,) = rss_of(entry(source="TTXVN")).iterfind("channel/item")
    names = [etree.QName(child).localname for child in item]
    assert names.index("description") + 1 == names.index("encoded")
    assert item.findtext("description") == "Sáng 1/11, tàu thứ 1 cập bến &amp; dỡ hàng trong &lt; 9 giờ."
    assert (item.findtext("guid"), item.find("guid").get("isPermaLink")) == (entry().id, "false")
    assert item.findtext("pubDate") == "Mon, 02 Nov 2026 09:30:00 +0700"
    assert texts(item, "category") == ["Kinh tế", "cảng biển"]
    assert [dict(found.attrib) for found in item.iterfind("enclosure")] == [
        {"url": "https://portal.example/a.pdf", "length": "0", "type": "application/pdf"}
    ]
    assert texts(item, "dc:source") == ["TTXVN"]


def test_a_credited_copy_names_its_source():
    source = rss_of(entry(printings=[printing()])).find("channel/item/source")
    assert (source.get("url"), source.text) == ("https://paper.example/tau-7.html", "baoquangninh.vn")


def test_an_atom_entry():
    root = atom_of(entry(updated=DAY + timedelta(days=3)))
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "vi"
    assert root.findtext("atom:id", namespaces=NAMES) == f"{FEEDS_URL}kkt.atom"
    (found,) = root.iterfind("atom:entry", NAMES)
    assert found.findtext("atom:published", namespaces=NAMES) == "2026-11-02T09:30:00+07:00"
    assert found.findtext("atom:updated", namespaces=NAMES).startswith("2026-11-05T08:30:00.")
    assert found.findtext("atom:summary", namespaces=NAMES).endswith("cập bến & dỡ hàng trong < 9 giờ.")
    assert found.find("atom:content", NAMES).get("type") == "html"
    assert texts(found, "atom:author/atom:name") == ["Hà An", "Minh Châu"]


def test_a_page_of_old_entries_says_so():
    for root, ending in ((rss_of(entry(), **PAGE), ".rss"), (atom_of(entry(), **PAGE), ".atom")):
        assert root.find(".//fh:archive", NAMES) is not None
        found = links(root)
        assert found["self"] == f"{FEEDS_URL}kkt/archive-2{ending}"
        assert found["current"] == f"{FEEDS_URL}kkt{ending}"
        assert found["prev-archive"] == f"{FEEDS_URL}kkt/archive-1{ending}"
    assert rss_of(entry()).find(".//fh:archive", NAMES) is None


def test_another_language_is_named():
    english = entry(language="en")
    assert texts(rss_of(english), "channel/item/dc:language") == ["en"]
    assert atom_of(english).find("atom:entry", NAMES).get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


@pytest.mark.parametrize("write", [rss, atom])
def test_a_reader_sees_it_all(write):
    one = entry(updated=DAY + timedelta(days=3), printings=[printing()])
    parsed = feedparser.parse(write(document(*items_of(one))))
    assert not parsed.bozo
    assert (parsed.feed.title, parsed.feed.language) == ("Ban Quản lý Khu kinh tế", "vi")
    assert parsed.feed.link == "https://portal.example/bannganh/kkt/"
    (seen,) = parsed.entries
    assert (seen.id, seen.title, seen.link) == (one.id, one.article.title, one.article.url)
    assert seen.published_parsed[:5] == (2026, 11, 2, 2, 30)
    assert "<figcaption>Tàu vào luồng. Ảnh: Thu Lam</figcaption>" in seen.content[0].value
    assert [tag.term for tag in seen.tags] == ["Kinh tế", "cảng biển"]
    assert [author.name for author in seen.authors] == ["Hà An", "Minh Châu"]
    assert "https://portal.example/a.pdf" in [enclosure.href for enclosure in seen.enclosures]


# Whatever a page held.

TEXT = st.text(st.characters(codec=None), max_size=40)
HTML = st.lists(
    TEXT | st.sampled_from(["<p>", "</p>", "<img src=", "<a href='", "'>", "]]>", "<![CDATA[", "&#0;"])
)
ADDRESS = TEXT | st.sampled_from(["/a b", "//x.example", "http://[", "https://x.example/ă?b=&c"])


#: What looks like a tag is shown in other brackets.
UNQUOTED = {ord("‹"): "<", ord("›"): ">"}


@given(
    title=TEXT,
    lead=TEXT,
    html=HTML.map("".join),
    url=st.just(entry().article.url) | ADDRESS,
    names=st.lists(TEXT, max_size=3),
    caption=TEXT,
    address=ADDRESS,
    language=TEXT,
)
def test_any_article_is_the_same_in_every_format_or_refused(
    title, lead, html, url, names, caption, address, language
):
    hostile = entry(
        title=title,
        url=url,
        lead=lead,
        body_html=html,
        body_text=lead,
        authors=tuple(names),
        tags=tuple(names),
        section=caption,
        source=caption,
        language=language,
        images=(Image(url=address, caption=caption, alt=caption, credit=caption),),
        attachments=(Attachment(url=address, title=caption, type=caption),),
    )
    copy = dataclasses.replace(printing(), url=address, site=caption)
    hostile = dataclasses.replace(hostile, printings=(copy,))
    try:
        items = [article_item(hostile, SITES), *items_of(entry(2))]
    except ValueError:
        assert not one_line(title) or not url.startswith("https://portal.example/")
        return
    made = document(*items)
    in_json = json.loads(json_feed(made))["items"]
    seen_rss, seen_atom = strict(rss(made)), strict(atom(made))
    ids = [hostile.id, entry(2).id]
    titles = [one_line(title).translate(UNQUOTED), entry(2).article.title]
    assert [one["id"] for one in in_json] == ids
    assert [one["title"].translate(UNQUOTED) for one in in_json] == titles
    assert texts(seen_rss, "channel/item/guid") == texts(seen_atom, "atom:entry/atom:id") == ids
    assert texts(seen_rss, "channel/item/title") == texts(seen_atom, "atom:entry/atom:title")
    assert texts(seen_rss, "channel/item/title") == [one["title"] for one in in_json]
    content = texts(seen_rss, "channel/item/content:encoded")
    assert content == texts(seen_atom, "atom:entry/atom:content") == [one["content_html"] for one in in_json]
