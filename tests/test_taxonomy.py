"""The section and the tags of an article, as the page shows them."""

import pytest

from kkt_crawler.pages import read_article

TEXT = "<p>Sáng nay tổ công tác đến từng hộ để nghe ý kiến về cách tính giá đất ở bãi mới.</p>" * 3
TITLE = "<h1>Đo lại đất bãi mới</h1>"
DATE = "<i>12/04/2025 08:15</i>"


def read(above="", below="", title=f"{TITLE}{DATE}"):
    page = f"<body><div>{above}{title}<div>{TEXT}</div></div>{below}"
    return read_article("https://bao.example/7", page, layouts=[], site="generic").article


@pytest.mark.parametrize(
    ("above", "section"),
    [
        ("<p class=k><a href=/dat-dai>Đất đai</a></p>", "Đất đai"),
        ("<p class=k><a href=/>Trang chủ</a></p>", ""),
        ("<p class=k><a href=/a>Đất đai</a><a href=/b>Biển</a></p>", ""),
        ("<p class=k>Thứ hai, <a href=/a>Đất đai</a></p>", ""),
    ],
)
@pytest.mark.parametrize("title", [f"{TITLE}{DATE}", f"{DATE}{TITLE}", f"<p>Đăng lúc {DATE}</p>{TITLE}"])
def test_a_link_alone_above_the_title_is_the_section(above, section, title):
    assert read(above, title=title).section == section


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("<a href=/>Trang chủ</a> » <a href=/dat>Đất đai</a>", "Đất đai"),
        (
            "<a href=/>Trang nhất</a> <i>›</i> <a href=/dat>Đất đai</a> <i>›</i> <a href=/bai>Bãi bồi</a>",
            "Bãi bồi",
        ),
        ("<ul><li><a href=/>Trang chủ</a> /<li><a href=/dat>Đất đai</a></ul>", "Đất đai"),
        ("<ul><li><a href=/>Trang chủ</a><li><a href=/dat>Đất đai</a></ul>", ""),
        ("<a href=/>Trang chủ</a> <i>|</i> <a href=/dat>Liên hệ</a>", ""),
        ("<a href=/>Trang chủ</a> » <a href=/dat>Đất đai</a> và <a href=/bai>Bãi bồi</a>", ""),
        ("<a href=/>Trang chủ</a> <i class='fa fa-angle-right'></i> <a href=/dat>Đất đai</a>", "Đất đai"),
        ("<a href=/>Trang chủ</a> <i class='icon news'></i> <a href=/dat>Đất đai</a>", ""),
        ("<a href=/a>Bãi bồi</a> › <a href=/>Trang chủ</a> › <a href=/dat>Đất đai</a>", ""),
    ],
)
def test_a_path_of_links_ends_in_the_section(path, section):
    assert read(f"<div class=x>{path}</div><p>Chuyện của bãi</p>").section == section


@pytest.mark.parametrize(
    "line",
    [
        "12/04/2025 08:15 - Chuyên mục: Đất đai",
        "Thời gian: 12/04/2025 | Chuyên mục: Đất đai | 318 lượt xem",
        "Chuyên mục: Đất đai - Đăng ngày: 12/04/2025",
    ],
)
def test_the_line_of_the_date_names_the_section(line):
    assert read(title=f"{TITLE}<p>{line}</p>").section == "Đất đai"


LINKS = "<a href=/tags/dat>đất đai</a> <a href=/tags/bai>bãi bồi</a>"


@pytest.mark.parametrize(
    ("below", "tags"),
    [
        (f"<div><h3>Chủ đề:</h3>{LINKS}</div>", ("đất đai", "bãi bồi")),
        (f"<div><b>Từ khóa :</b> {LINKS}</div>", ("đất đai", "bãi bồi")),
        (f"<p>Tags: {LINKS}</p>", ("đất đai", "bãi bồi")),
        (f"<div><h3>Chủ đề nóng</h3>{LINKS}</div>", ()),
    ],
)
def test_links_behind_a_label_are_the_tags(below, tags):
    assert read(below=below).tags == tags
