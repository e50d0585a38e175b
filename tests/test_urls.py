"""Addresses: absolute, canonical, and the number of the article in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kkt_crawler import urls

PORTAL = "https://www.quangninh.example/bannganh/kkt/"
PAGE = PORTAL + "Trang/ChiTietTinTuc.aspx?nid=1203"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/a b/ảnh (4).JPG", "https://x.example/a%20b/%E1%BA%A3nh%20%284%29.JPG"),
        ("../Lists/1.pdf", "https://x.example/Lists/1.pdf"),
        ("%E1%BA%A3nh.jpg", "https://x.example/Trang/%E1%BA%A3nh.jpg"),
        ("//media.x.example/a.jpg", "https://media.x.example/a.jpg"),
        ("HTTPS://X.Example:443/a?b=c d#e", "https://x.example/a?b=c%20d#e"),
        (" \n/a\t.html ", "https://x.example/a.html"),
        ("https://tỉnh.example/", "https://xn--tnh-dlz.example/"),
        ("javascript:alert(1)", ""),
        ("data:image/gif;base64,R0lGOD", ""),
        ("mailto:a@x.example", ""),
        ("http://", ""),
        ("http://[::1", ""),
        ("http://x example/", ""),
        ('http://x.example"onload="/', ""),
        ("http://x.example:99999/", ""),
    ],
)
def test_absolute(url, expected):
    assert urls.absolute(url, "https://x.example/Trang/ChiTietTinTuc.aspx") == expected


@pytest.mark.parametrize(
    "url",
    [
        PAGE,
        "http://quangninh.example/bannganh/kkt/Trang/ChiTietTinTuc.aspx?nid=1203",
        "https://quangninh.example/BanNganh/KKT/trang/chitiettintuc.aspx?nid=1203&title=phat-trien.html",
        PAGE + "&utm_source=zalo#binh-luan",
        PAGE.replace("nid=1203", "NID=01203"),
        PAGE.replace("https", "HTTPS"),
    ],
)
def test_one_portal_article_has_one_spelling(url):
    assert urls.portal_canonical(url, PORTAL) == PAGE
    assert urls.portal_key(url) == "1203"


@pytest.mark.parametrize(
    "path",
    [
        "Trang/ChiTietBVGioiThieu.aspx?bvid=5", "Trang/Tin-tuc-su-kien.aspx?Cat=82", "Trang/ChiTietTinTuc.aspx",
        "Trang/ChiTietTinTuc.aspx?nid=", "Trang/ChiTietTinTuc.aspx?nid=abc", "Lists/TinTuc/Attachments/1203/a.pdf",
        "Trang/ChiTietTinTuc.aspx?nid=²", "Trang/ChiTietTinTuc.aspx?nid=" + "9" * 5000,
    ],
)  # fmt: skip
def test_other_portal_pages_have_no_key(path):
    assert urls.portal_key(PORTAL + path) == ""


@pytest.mark.parametrize(
    ("url", "subsite"),
    [
        (PAGE, "/bannganh/kkt"),
        ("https://x.example/BanNganh/KKT/trang/default.aspx", "/bannganh/kkt"),
        ("https://x.example/bannganh/kkt/", "/bannganh/kkt"),
        ("https://x.example/Trang/Default.aspx", ""),
        ("https://x.example/", ""),
    ],
)
def test_subsite(url, subsite):
    assert urls.portal_subsite(url) == subsite


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://baoquangninh.vn/phat-trien-quang-yen-3291811.html", "3291811"),
        ("https://baoquangninh.vn/phat-trien-quang-yen-3291811.html?utm_source=x", "3291811"),
        ("http://baoquangninh.com.vn/kinh-te/201909/thu-hut-dau-tu-2453015/", "2453015"),
        ("http://baoquangninh.com.vn/kinh-te/201909/thu-hut-dau-tu-2453015", "2453015"),
        ("https://baoquangninh.vn/kinh-te", ""),
        ("https://baoquangninh.vn/rss/home.rss", ""),
        ("https://baoquangninh.vn/tags/du-lich-2024.html", ""),
        ("https://baoquangninh.vn/bao-cao-2024.html", ""),
    ],
)
def test_paper_key(url, key):
    assert urls.paper_key(url) == key


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://www.baoquangninh.vn/a-3291811.html?fbclid=1#x", "https://baoquangninh.vn/a-3291811.html"),
        (
            "https://baoquangninh.vn/search?keyword=c%E1%BA%A3ng&page=2",
            "https://baoquangninh.vn/search?keyword=c%E1%BA%A3ng&page=2",
        ),
        ("https://media.baoquangninh.vn/a.jpg", "https://media.baoquangninh.vn/a.jpg"),
        ("http://other.example/a?utm_medium=x&b=1", "http://other.example/a?b=1"),
        ("ftp://baoquangninh.vn/a", ""),
    ],
)
def test_canonical(url, expected):
    assert urls.canonical(url, "https://baoquangninh.vn/") == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/Libraries/a.jpg?RenditionID=7", "https://m.example/Libraries/a.jpg"),
        ("/file/a.jpg?w=800&q=75", "https://m.example/file/a.jpg"),
        ("/file/a.jpg?maxwidth=800", "https://m.example/file/a.jpg"),
        ("/_next/image?url=https%3A%2F%2Fcdn.example%2Fa%20b.jpg&w=1200&q=75", "https://cdn.example/a%20b.jpg"),
        ("/_next/image?w=1200&url=%2Fup%2Fa.jpg", "https://m.example/up/a.jpg"),
        ("/_ipx/w_960&f_webp/up/a.jpg", "https://m.example/up/a.jpg"),
        ("/cdn-cgi/image/width=1200,quality=80/up/a.jpg", "https://m.example/up/a.jpg"),
        ("/cdn-cgi/image/width=1200/https://cdn.example/a.jpg", "https://cdn.example/a.jpg"),
        (
            "/media/0269c5~mv2.jpg/v1/fill/w_980,h_653,al_c/0269c5~mv2.jpg",
            "https://m.example/media/0269c5~mv2.jpg",
        ),
        ("/file/a.jpg?w=800&s=1f2e", "https://m.example/file/a.jpg?w=800&s=1f2e"),
        ("/file/a.jpg?w=800&h=496&crop=auto&scale=both", "https://m.example/file/a.jpg"),
        ("/a/54a91f?w=600&h=400", "https://m.example/a/54a91f"),
        ("/image?url=a.jpg&w=800", "https://m.example/image?url=a.jpg&w=800"),
        ("/anh.ashx?w=800", "https://m.example/anh.ashx?w=800"),
        ("/anh.ashx?id=54&w=800", "https://m.example/anh.ashx?id=54"),
        (
            "/getmedia/eef127f0-df6b-d0c6-7902-bf0c002f8b77/anh.aspx?width=800&height=534",
            "https://m.example/getmedia/eef127f0-df6b-d0c6-7902-bf0c002f8b77/anh.aspx",
        ),
        ("/file/a.jpg?resize=640%2C427", "https://m.example/file/a.jpg"),
        ("/Libraries/a.jpg?v=2&renditionID=6", "https://m.example/Libraries/a.jpg?v=2"),
        (
            "/thumb/600x360/upload/image/202503/thumbnail/1.jpg",
            "https://m.example/upload/image/202503/thumbnail/1.jpg",
        ),
    ],
)
def test_image(url, expected):
    assert urls.image(url, "https://m.example/") == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.x.example/a", "http://x.example/b", True),
        ("http://127.0.0.1:8101/", "http://127.0.0.1:8102/", False),
        ("https://x.example:443/", "https://x.example/", True),
        ("https://evil-x.example/", "https://x.example/", False),
        ("https://x.example.evil/", "https://x.example/", False),
        ("https://x.example@evil.example/", "https://x.example/", False),
        ("", "", False),
    ],
)
def test_same_host(one, other, same):
    assert urls.same_host(one, other) is same


@given(st.text(max_size=80))
def test_any_reference_gives_an_http_address_or_nothing(reference):
    address = urls.absolute(reference, "https://x.example/a/b")
    assert address == "" or address.startswith(("http://", "https://"))
    assert address.isascii()
    assert address == urls.absolute(address, address)
    assert urls.canonical(urls.canonical(address)) == urls.canonical(address)
    assert isinstance(urls.portal_key(reference) + urls.paper_key(reference) + urls.host(address), str)
