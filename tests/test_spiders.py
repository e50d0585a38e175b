"""Finding a site's listings: menus of sections, news lists, and a portal whose address nobody has given."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.http import HtmlResponse
from test_crawl import World

from kkt_crawler.crawl import addresses
from kkt_crawler.crawl.postback import next_request
from kkt_crawler.pages import NextPage, menu

HOME = "https://bao.example/"


@pytest.fixture
def world(tmp_path):
    world = World(tmp_path)
    yield world
    world.stop()


# Menus ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<nav><a href=/kinh-te>Kinh tế</a><a href='/van-hoa/'>Văn hóa</a></nav>", ["kinh-te", "van-hoa"]),
        ("<ul class=menu><li><a href=https://www.bao.example/kinh-te>Kinh tế</a></li></ul>", ["kinh-te"]),
        ("<div id=main-nav><a href=kinh-te>Kinh tế</a></div><a href=/lien-he>Liên hệ</a>", ["kinh-te"]),
        ("<header><a href=/kinh-te>Kinh tế</a> <a href=/kinh-te#top>Kinh tế</a></header>", ["kinh-te"]),
        ("<a href=/kinh-te>Kinh tế</a>", ["kinh-te"]),  # nothing calls itself a menu
        # What is below an entry is listed there too.
        (
            "<ul class=nav><li><a href=/kinh-te>Kinh tế</a><ul><li><a href=/du-an>Dự án</a></li></ul></li></ul>",
            ["kinh-te"],
        ),
        ("<nav><a href=/>Trang chủ</a><a href=/rss>RSS</a><a href=/intro>Giới thiệu</a></nav>", []),
        ("<nav><a href=/mo-cang-3352110.html>Mở cảng</a><a href=/a/b>B</a><a href=/tim?q=1>Tìm</a></nav>", []),
        ("<nav><a href=https://quang-cao.example/kinh-te>Kinh tế</a><a href='javascript:x()'>X</a></nav>", []),
        ("<nav><a href=/kinh-te><img src=x></a></nav>", []),
        ("", []),
    ],
)
def test_sections_of_a_home_page(html, found):
    entries = menu.sections(HOME, html, without={"rss", "intro"})
    assert [entry.url.rstrip("/").rpartition("/")[2] for entry in entries] == found


PORTAL = "http://cong.example/bannganh/KKT/Trang/Default.aspx"


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<a href=Tin-tuc-su-kien.aspx?Cat=82>TIN TỨC - SỰ KIỆN</a>", ["Tin-tuc-su-kien.aspx?Cat=82"]),
        ("<a href=news.aspx>Tin tức</a><a href=tin.aspx>Tin hoạt động</a>", ["news.aspx", "tin.aspx"]),
        ("<a href=Tin-tuc-su-kien.aspx><img src=x></a>", ["Tin-tuc-su-kien.aspx"]),  # its address says it
        ("<a href=gt.aspx>Giới thiệu</a><a href=van-ban.aspx>Văn bản</a>", []),
        ("<a href=ChiTietTinTuc.aspx?nid=7>Tin tức mới: mở cảng</a>", []),  # an article
        ("<a href=/So/XayDung/Trang/Tin-tuc.aspx>Tin tức</a>", []),  # another agency's
        ("<a href=https://tin.example/tin-tuc>Tin tức</a>", []),
    ],
)
def test_news_lists_of_a_portal(html, found):
    assert [entry.url.rpartition("/")[2] for entry in menu.news(PORTAL, html)] == found


def test_entry_that_names_an_agency_comes_before_headlines_that_do():
    html = (
        "<a href=/t>Ban Quản lý Khu kinh tế làm việc với doanh nghiệp Nhật Bản</a>"
        "<a href=/bannganh/kkt>BAN QUẢN LÝ KHU KINH TẾ</a><a href=/so>Sở Xây dựng</a>"
    )
    found = menu.naming(PORTAL, html, ["ban quan ly khu kinh te"])
    assert [entry.url for entry in found] == ["http://cong.example/bannganh/kkt", "http://cong.example/t"]


@given(st.text(max_size=300), st.sampled_from(["<nav>{}</nav>", "<ul class=menu><li><a href='{}'>{}</a>", "{}"]))
def test_menus_take_any_text(text, frame):
    html = frame.replace("{}", text)
    for entries in (menu.sections(HOME, html), menu.news(PORTAL, html), menu.naming(PORTAL, html, ["khu"])):
        assert all(entry.url.startswith(("http://", "https://")) for entry in entries)


# Addresses and forms --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "folder"),
    [
        ("", ""),
        ("http://h", "http://h/"),
        ("http://h:81/bannganh/kkt", "http://h:81/bannganh/kkt/"),
        ("http://h/bannganh/KKT/Trang/Default.aspx?a=1", "http://h/bannganh/KKT/"),
        ("http://h/bannganh/kkt/trang/", "http://h/bannganh/kkt/"),
        ("http://h/default.aspx", "http://h/"),
    ],
)
def test_folder_of_an_address(url, folder):
    assert addresses.folder(url) == folder


def response(body):
    return HtmlResponse("http://h/list.aspx?Cat=82", body=body, encoding="utf-8")


NEXT = NextPage("http://h/list.aspx", ("ctl00$grid", "Page$2"))
STATE = "<input type=hidden name=__VIEWSTATE value='/wEP+/='><input type=hidden name=__EVENTTARGET>"


@pytest.mark.parametrize(
    "body",
    [
        f"<form method=post action='./list.aspx?Cat=82'>{STATE}<input type=submit name=find value=x></form>",
        f"<form id=search><input name=q></form><form method=post action='./list.aspx?Cat=82'>{STATE}</form>",
        f"<div>{STATE}</div>",  # a form whose tag a template has lost
    ],
)
def test_postback_sends_the_form_with_its_state(body):
    request = next_request(response(body), NEXT, print)
    assert (request.method, request.url) == ("POST", "http://h/list.aspx?Cat=82")
    assert request.headers["Content-Type"] == b"application/x-www-form-urlencoded"
    fields = set(request.body.decode().split("&"))
    state = {"__VIEWSTATE=%2FwEP%2B%2F%3D", "__EVENTTARGET=ctl00%24grid", "__EVENTARGUMENT=Page%242"}
    assert fields == state


def test_plain_next_page_is_a_get():
    request = next_request(response("<p>"), NextPage("http://h/list.aspx?Page=2"), print)
    assert (request.method, request.url) == ("GET", "http://h/list.aspx?Page=2")


# Crawls ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/bannganh/kkt", "/BANNGANH/kkt/trang/default.aspx"])
def test_any_page_of_the_portal_will_do_as_its_address(world, path):
    world.scrapy("crawl", "kkt", KKT_BASE_URL=world.portal.origin + path)
    assert set(world.articles_asked()) == set(world.portal.stories)


def test_portal_is_found_from_the_provinces(world):
    given = {"KKT_BASE_URL": "", "PROVINCE_URL": world.portal.origin}
    output = world.scrapy("crawl", "kkt", **given)
    assert f"{world.portal.url}Trang/Tin-tuc-su-kien.aspx" in output
    assert set(world.articles_asked()) == set(world.portal.stories)
    world.scrapy("crawl", "kkt", **given)
    assert not world.portal.asked("/")  # it was remembered
    assert world.feed("kkt.atom").feed.link == world.portal.url


def test_portal_that_is_not_found_is_one_line_with_the_setting(world):
    output = world.scrapy("crawl", "kkt", expect=1, KKT_BASE_URL="", PROVINCE_URL=world.paper.origin)
    [line] = output.strip().splitlines()
    assert "set KKT_BASE_URL" in line
    output = world.scrapy("crawlall", expect=1, KKT_BASE_URL="", PROVINCE_URL="")
    assert "set KKT_BASE_URL" in output
    assert len(world.feed("baoquangninh.atom").entries) == len(world.paper.stories)


def test_sections_of_an_article_are_those_that_list_it(world):
    story = next(iter(world.paper.stories.values()))
    world.paper.add(replace(story, sections=("kinh-te", "du-lich")))
    world.scrapy("crawl", "baoquangninh")
    for section in ("kinh-te", "du-lich"):
        assert world.entry(f"baoquangninh/{section}.atom", story.key)


def test_rss_that_never_was_is_no_fault_and_one_that_goes_degrades(world):
    world.paper.fail("/rss/*", status=404)
    output = world.scrapy("crawl", "baoquangninh")
    assert set(world.articles_asked()) == set(world.paper.stories)
    assert "baoquangninh: ok" in output
    world.paper.heal()
    world.scrapy("crawl", "baoquangninh")
    world.paper.fail("/rss/*", status=404)
    output = world.scrapy("crawl", "baoquangninh")
    assert "baoquangninh: degraded" in output
    assert "/rss/home.rss answers 404" in output


def test_section_that_empties_degrades_and_one_that_was_empty_does_not(world):
    empty = [key for key, story in world.paper.stories.items() if "the-thao" in story.sections]
    assert empty
    for key in empty:
        world.paper.unlist(key)
    assert "baoquangninh: ok" in world.scrapy("crawl", "baoquangninh")
    for key in empty:
        world.paper.unlisted.discard(key)
    world.scrapy("crawl", "baoquangninh")
    for key in empty:
        world.paper.unlist(key)
    assert "/the-thao shows no article" in world.scrapy("crawl", "baoquangninh")


def test_paper_without_a_home_page_is_read_from_known_sections(world):
    world.paper.fail("/", status=500)
    world.scrapy("crawl", "baoquangninh")
    assert set(world.articles_asked()) == set(world.paper.stories)


def test_one_section_that_fails_degrades(world):
    world.paper.fail("/kinh-te*", status=500)
    output = world.scrapy("crawl", "baoquangninh")
    assert "degraded: 1 of" in output
    assert "/kinh-te answers 500" in output


def test_status_tells_what_the_archive_keeps(world):
    assert "Nothing has been crawled yet" in world.scrapy("status")
    world.portal.fail("*nid=1444*", status=500)
    world.scrapy("crawl", "kkt")
    text = world.scrapy("status")
    assert "degraded" in text
    assert "1 × answers 500" in text
    document = json.loads(world.scrapy("status", "--json"))
    assert document["sites"]["kkt"]["verdict"] == "degraded"
    assert document["sites"]["kkt"]["new"] == len(world.portal.stories) - 1
