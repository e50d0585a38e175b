"""The section and the tags of an article, as the page shows them."""

import pytest

from kkt_crawler.pages import read_article

TEXT = "<p>Sáng nay tổ công tác đến từng hộ để nghe ý kiến về cách tính giá đất ở bãi mới.</p>" * 3
PLAIN = "Sáng nay tổ công tác đến từng hộ để nghe ý kiến về cách tính giá đất ở bãi mới."
TITLE = "<h1>Đo lại đất bãi mới</h1>"
DATE = "<i>12/04/2025 08:15</i>"


def read(above="", below="", title=f"{TITLE}{DATE}", head=""):
    page = f"<head>{head}</head><body><div>{above}{title}<div>{TEXT}</div></div>{below}"
    return read_article("https://bao.example/7", page, layouts=[], site="generic").article


@pytest.mark.parametrize(
    ("above", "section"),
    [
        ("<p class=k><a href=/dat-dai>Đất đai</a></p>", "Đất đai"),
        ("<p class=k><a href=/dat-dai>‹ Đất đai</a></p>", "Đất đai"),
        ("<p class=k><a href=/>Trang chủ</a></p>", ""),
        ("<p class=k><a href=/a>Đất đai</a><a href=/b>Biển</a></p>", ""),
        ("<p class=k>Thứ hai, <a href=/a>Đất đai</a></p>", ""),
        ("<a class=k href=/dat>Chuyên mục: Đất đai</a>", "Đất đai"),
    ],
)
@pytest.mark.parametrize("title", [f"{TITLE}{DATE}", f"{DATE}{TITLE}", f"<p>Đăng lúc {DATE}</p>{TITLE}"])
def test_a_link_alone_above_the_title_is_the_section(above, section, title):
    assert read(above, title=title).section == section


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("<a href=/>Trang chủ</a> » <a href=/dat>Đất đai</a>", "Đất đai"),
        ("<a href=/>Trang chủ</a> :: <a href=/dat>Đất đai</a>", "Đất đai"),
        (
            "<a href=/>Trang nhất</a> <i>›</i> <a href=/dat>Đất đai</a> <i>›</i> <a href=/bai>Bãi bồi</a>",
            "Bãi bồi",
        ),
        ("<ul><li><a href=/>Trang chủ</a> /<li><a href=/dat>Đất đai</a></ul>", "Đất đai"),
        ("<ul><li><a href=/>Trang chủ</a><li><a href=/dat>Đất đai</a></ul>", "Đất đai"),
        ("<a href=/>Trang chủ</a> | <a href=/dat>Đất đai</a>", "Đất đai"),
        ("<ul><li><a href=/>Trang chủ</a><li><a href=/dat>Đất đai</a><li><a href=/b>Biển</a></ul>", ""),
        ("<a href=/>Trang chủ</a> <i>|</i> <a href=/dat>Liên hệ</a>", ""),
        ("<a href=/>Trang chủ</a> » <a href=/dat>Đất đai</a> và <a href=/bai>Bãi bồi</a>", ""),
        ("<a href=/>Trang chủ</a> <i class='fa fa-angle-right'></i> <a href=/dat>Đất đai</a>", "Đất đai"),
        ("<a href=/>Trang chủ</a> <i class='icon news'></i> <a href=/dat>Đất đai</a> <a href=/b>Biển</a>", ""),
        (
            "<a href=/>Trang chủ</a> <img src=/m> <a href=/dat>Đất đai</a> <img src=/m> <a href=/b>Biển</a>",
            "Biển",
        ),
        ("<a href=/tinh>Cổng tỉnh</a> / <a href=/>Trang chủ</a> / <a href=/dat>Đất đai</a>", "Đất đai"),
        (
            "<a href=/>Trang chủ</a> <i></i> <a href=/dat>Đất đai</a> <i></i> <b>Đo lại đất bãi mới</b>",
            "Đất đai",
        ),
        ("<b><a href=/>Trang chủ</a></b> <i></i> <b><a href=/dat>Đất đai</a></b> <i></i> <b>Liên hệ</b>", ""),
        ("<a href=/a>Bãi</a> › <a href=/b>Bồi</a> › <a href=/>Trang chủ</a> › <a href=/dat>Đất đai</a>", ""),
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


@pytest.mark.parametrize(("menu", "section"), [("<p><a href=/bai>Bãi bồi</a></p>" * 2, "Bãi bồi"), ("", "")])
def test_strokes_between_the_steps_of_a_path_that_the_menu_has_too(menu, section):
    path = "<a href=/>Trang chủ</a> | <a href=/dat>Đất đai</a> | <a href=/bai>Bãi bồi</a>"
    assert read(f"{menu}<div>{path}</div>").section == section
    steps = path.replace(" |", "</li><li>")
    assert read(f"{menu}<ol><li>{steps}</li></ol>").section == section


def test_a_path_in_a_list_that_says_so_to_screen_readers():
    path = "<li><a href=/>Trang chủ</a></li><li><a href=/dat>Đất đai</a></li><li><a href=/bai>Bãi bồi</a></li>"
    assert read(f"<div class=x1 aria-label='Đường dẫn'><ol class=x2>{path}</ol></div>").section == "Bãi bồi"


def test_tags_in_a_menu_that_says_so_to_screen_readers():
    tags = f"<footer><nav aria-label=tags><ul>{ITEMS}</ul></nav></footer>"
    assert read(below=tags).tags == TAGS


def test_rows_of_a_label_and_a_value_name_section_and_tags():
    row = "<div><div>{}</div><div>{}</div></div>"
    rows = row.format("Chuyên mục", "<span>Đất đai</span>") + row.format("Ngày đăng", "<i>12/04/2025</i>")
    rows += row.format("Thẻ", "<div>đất đai</div><div>bãi bồi</div>")
    article = read(title=f"{TITLE}<div>{rows}</div>")
    assert (article.section, article.tags) == ("Đất đai", TAGS)
    assert article.body_text == "\n\n".join([PLAIN] * 3)


def test_a_link_alone_above_a_box_with_other_articles_is_the_section():
    other = "<div><a href=/t{0}>Trung tâm đo đạc đối thoại với chủ đất ở bãi số {0}</a> <i>28/08/2026</i></div>"
    box = f"<div><b>Tin mới</b>{other.format(1)}{other.format(2)}</div>"
    assert read(f"<p class=k><a href=/dat-dai>Đất đai</a></p>{box}").section == "Đất đai"
    assert read(f"<p class=k><a href=/choices>AdChoices</a></p>{box}").section == ""


def test_what_is_called_crumbs_is_a_path():
    crumbs = (
        "<div class=post-crumbs><span><a href=/>Trang chủ</a></span> <span><a href=/dat>Đất đai</a></span></div>"
    )
    assert read(f"{crumbs}<p>Chuyện của bãi</p>").section == "Đất đai"


def test_a_path_without_a_link_home_ends_in_the_section():
    path = "<div class=x><b><a href=/dat>Đất đai</a></b> <span>&gt; <a href=/bai>Bãi bồi</a></span> &nbsp;</div>"
    assert read(f"{path}<div><p></p>{TITLE}{DATE}</div>", title="").section == "Bãi bồi"
    assert read(f"{path.replace('&gt;', 'và')}<div><p></p>{TITLE}{DATE}</div>", title="").section == ""


def test_a_path_in_a_list_called_bread_crumb_needs_no_arrows():
    path = "<ul class=bread-crumb><li><a href=/><img src=/nha.svg></a><li><a href=/dat>Đất đai</a></ul>"
    assert read(path).section == "Đất đai"


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("<span>12/04/2025 - 08:15</span> | <a href=/dat>Đất đai</a>", "Đất đai"),
        ("<span>12/04/2025 - 08:15</span> | <a href=/in-bai>Bản in</a>", ""),
        ("<span>12/04/2025 - 08:15</span> | <a href=/ho-thu-boi>Hồ Thu Bồi</a>", ""),
    ],
)
def test_a_link_of_the_menu_in_the_line_of_the_date_is_the_section(line, section):
    menu = "<ul><li><a href=/tin>Tin mới</a><li><a href=/dat>Đất đai</a></ul>"
    assert read(menu, title=f"{TITLE}<p class=k>{line}</p>").section == section


PATH = (
    '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": [[{"@type": "ListItem",'
    ' "name": "Trang chủ"}], [{"@type": "ListItem", "item": {"name": "Đất đai"}}], {"@type": "ListItem", "name":'
    ' "Bãi bồi"}, {"@type": "ListItem", "name": "Đo lại đất bãi mới"}]}</script>'
)
STATED = '<script type="application/ld+json">{{"@type": "NewsArticle", "articleSection": "{}"}}</script>'


@pytest.mark.parametrize(
    ("stated", "section"),
    [("", "Bãi bồi"), ("Đất đai, Bãi bồi", "Bãi bồi"), ("Sông, bãi", "Sông, bãi"), ("Đất đai", "Đất đai")],
)
def test_a_stated_path_ends_in_the_section(stated, section):
    assert read(head=PATH + (STATED.format(stated) if stated else "")).section == section


LINKS = "<a href=/tags/dat>đất đai</a> <a href=/tags/bai>bãi bồi</a>"
TAGS = ("đất đai", "bãi bồi")
ITEMS = LINKS.replace("</a> ", "</a><li>")


@pytest.mark.parametrize(
    ("below", "tags"),
    [
        (f"<div><h3>Chủ đề:</h3>{LINKS}</div>", TAGS),
        (f"<div><b>Từ khóa :</b> {LINKS}</div>", TAGS),
        (f"<p>Tags: {LINKS}</p>", TAGS),
        (f"<div><h3>Chủ đề nóng</h3>{LINKS}</div>", ()),
        (f"<div><p><i class=nhan></i><b>Từ khóa:</b></p><p>{LINKS}</p></div>", TAGS),
        (f"<ul><li>Từ khóa:<li>{ITEMS}</ul>", TAGS),
        ("<section><h2>Từ khóa</h2><a href=/tags/1>đất đai (9)</a> <a href=/tags/2>bãi bồi (2)</a></section>", ()),
        (f"<ul><li><span>Chủ đề : </span><li>{ITEMS}</ul>", TAGS),
        (f"<ul><li>Từ khóa<li>{ITEMS}</ul>", TAGS),
        (f"<p><b>Từ khóa</b> {LINKS}</p>", TAGS),
        (f"<div><h3>Từ khóa</h3><div>{LINKS}</div></div>", TAGS),
        (f"<div><h3>Từ khóa</h3><div>{LINKS.replace('/tags', '')}</div></div>", ()),
        (f"<div>Từ khóa: <i>đất đai</i>, <i>bãi bồi</i></div><div>{LINKS.replace('đất', 'sông')}</div>", TAGS),
    ],
)
def test_links_behind_a_label_are_the_tags(below, tags):
    assert read(below=below).tags == tags


@pytest.mark.parametrize(
    ("stated", "tags"),
    [
        ("đất đai, bãi bồi", TAGS),
        ("Mưa lớn, gió giật,bãi bồi,đất đai", ("Mưa lớn, gió giật", "bãi bồi", "đất đai")),
        ("đất đai, bãi bồi,sông", ("đất đai", "bãi bồi", "sông")),
    ],
)
def test_of_two_kinds_of_commas_the_closer_part_tags(stated, tags):
    assert read(head=f'<meta property="article:tag" content="{stated}">').tags == tags


@pytest.mark.parametrize(
    ("keywords", "below", "tags"),
    [
        ("Đất đai,bãi bồi,sông", f"<div>{LINKS} <a href=/do>đo đạc</a></div>", ("đất đai", "bãi bồi", "đo đạc")),
        ("đất đai,sông", f"<div>{LINKS}</div>", ()),
        ("đất đai,bãi bồi", f"<div>Tin về {LINKS}</div>", ()),
        ("đất đai,bãi bồi", f"<footer><div>{LINKS}</div></footer>", ()),
    ],
)
def test_a_row_of_links_that_are_keywords_are_the_tags(keywords, below, tags):
    assert read(below=below, head=f'<meta name="keywords" content="{keywords}">').tags == tags


@pytest.mark.parametrize(
    ("row", "tags"),
    [
        (f"<div class=c1>{LINKS}</div>", TAGS),
        (f"<ul class=c1><li>{ITEMS}</ul>", TAGS),
        (f"<div><div>{LINKS}</div></div>", TAGS),
        (f"<div># {LINKS.replace('</a> ', '</a>, ')}</div>", TAGS),
        (f"<div>{LINKS} <a href=/do>đo đạc</a> và thêm nữa</div>", ()),
        (f"<div><h4>Chủ đề nóng</h4><p>{LINKS}</p></div>", ()),
        (f"<aside><div>{LINKS}</div></aside>", ()),
        (f"<div>{LINKS.replace('tags', 'tin-tuc')}</div>", ()),
        (f"<div>{LINKS * 11}</div>", ()),
    ],
)
def test_a_row_of_links_to_tags_below_the_text_needs_no_name(row, tags):
    page = f"<body><main>{TITLE}{DATE}<div>{TEXT}</div>{row}</main><div>{LINKS}</div>"
    assert read_article("https://bao.example/7", page, layouts=[], site="generic").article.tags == tags


@pytest.mark.parametrize(
    ("above", "section"),
    [
        ("<ol class=breadcrumb><li><a href=/>Trang chủ</a><li><a href=/tin>Tin</a><li>Đất đai</ol>", "Đất đai"),
        (
            "<ol class=breadcrumb><li><a href=/>Trang chủ</a><li><a href=/dat>Đất đai</a><li>Đo lại đất…</ol>",
            "Đất đai",
        ),
        ("<ul class=bread><li><a href=/>Báo Bãi Bồi</a><li><a href=/dat>Đất đai</a></ul>", "Đất đai"),
        ("<ul><li><a href=/dat>ĐẤT ĐAI</a><li><a href=/b>Biển</a></ul><h3>Đất đai</h3>", "Đất đai"),
        ("<ul><li><a href=/b>Biển</a><li><a href=/r>Rừng</a></ul><h3>Chuyện của bãi</h3>", ""),
        ("<p><a href='javascript:history.back()'>« Quay lại</a></p>", ""),
        ("<p><a href=/>Trang chủ</a> | <a href=/lien-he>Liên hệ</a></p>", ""),
        ("<p>Trang chủ / <a href=/dat>Đất đai</a></p>", "Đất đai"),
        ("<div><span class=cateName>Đất đai</span></div>", "Đất đai"),
        ("<div class=cate-title><span>Đất đai</span></div>", "Đất đai"),
        ("<span id=ctl00_lblCat>Đất đai</span>", "Đất đai"),
        ("<span class='badge bg-info'>Đất đai</span>", "Đất đai"),
        ("<div><span class=badge>Mới</span></div>", ""),
        ("<div class=news-detail__cate><span>Kinh tế</span> &gt; <span>Đất đai</span></div>", "Đất đai"),
        (
            "<nav aria-labelledby=system-breadcrumb><a href=/>Trang chủ</a> <a href=/dat>Đất đai</a></nav>",
            "Đất đai",
        ),
    ],
)
def test_other_paths_and_labels_above_the_title(above, section):
    assert read(above).section == section


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("<ol class=breadcrumb><li><a href=/>Trang chủ</a><li><span>Đất đai</span></ol>", "Đất đai"),
        ("<div class=crumbs>Trang chủ <i>»</i> Tin tức <i>»</i> <b>Đất đai</b></div>", "Đất đai"),
        ("<div class=x><a href=/>Trang chủ</a> » <span>Đất đai</span></div>", "Đất đai"),
        ("<div class=crumbs><font>Tin tức &gt; Đất đai &gt; Đo lại đất bãi mới</font></div>", "Đất đai"),
        ("<div>Bạn đang ở: Trang chủ &gt; Tin tức &gt; Đất đai</div>", "Đất đai"),
        ("<div>Bạn đang xem: Đất đai</div>", "Đất đai"),
        ("<div class=crumbs>Trang chủ <i>»</i> <b>Thứ bảy, 12/04/2025</b></div>", ""),
        ("<p>Trang chủ | Giới thiệu | Đất đai</p>", ""),
        ("<p>Trang chủ &gt; " + " &gt; ".join("ABCDEF") + "</p>", ""),
    ],
)
def test_a_path_of_which_no_step_is_a_link_ends_in_the_section(path, section):
    assert read(f"{path}<p>Chuyện của bãi</p>").section == section


@pytest.mark.parametrize(("mark", "section"), [(" class=active", "Đất đai"), ("", "")])
def test_a_list_of_home_and_where_the_page_is_names_the_section(mark, section):
    steps = f"<ul><li><a href=/>Trang chủ</a><li{mark}><a href=/dat>Đất đai</a></ul>"
    assert read(f"<div>{steps}<span>{DATE}</span></div>", title=TITLE).section == section


def test_a_path_ends_with_a_title_that_begins_as_the_section_is_called():
    path = "<ol><li><a href=/>Trang chủ</a><li><a href=/do-lai-dat>Đo lại đất</a><li>Đo lại đất bãi mới</ol>"
    assert read(f"{path}<p>Chuyện của bãi</p>").section == "Đo lại đất"


@pytest.mark.parametrize(
    ("link", "section"),
    [
        ("<a href=/dat>Đất đai</a>", "Đất đai"),
        ("<a href=/tac-gia/thu>Thu viết về đất</a>", ""),
        ("<a href=/thu-boi>Hồ Thu Bồi</a>", ""),
        ("<a href=/dat-bai-71234.html>Đất bãi</a>", ""),
    ],
)
@pytest.mark.parametrize("line", ["<p>{} | 12/04/2025 08:15</p>", "<div>{}<span>12/04/2025 | 08:15</span></div>"])
def test_a_link_to_a_folder_in_the_line_of_the_date_is_the_section(line, link, section):
    assert read(title=TITLE + line.format(link)).section == section


@pytest.mark.parametrize(("marked", "section"), [(" class=on", "Đất đai"), ("", "")])
@pytest.mark.parametrize("menu", ["<div>{}</div>", "<ul>{}</ul>"])
def test_the_marked_entry_of_the_menu_is_the_section_where_nothing_else_says_it(menu, marked, section):
    entries = f"<a href=/b>Biển</a><a{marked} href=/dat>Đất đai</a><a href=/r>Rừng</a>"
    assert read(f"{menu.format(entries)}<p>Chuyện của bãi</p>").section == section
    path = "<div class=breadcrumb><a href=/>Trang chủ</a> » <a href=/r>Rừng</a></div>"
    assert read(f"{menu.format(entries)}{path}").section == "Rừng"


def test_a_link_alone_above_the_columns_of_the_article_is_the_section():
    title = f"<div><div><header>{TITLE}{DATE}</header></div></div>"
    assert read("<div><a href=/dat>Đất đai</a></div>", title=title).section == "Đất đai"


def test_a_list_of_details_names_the_section():
    details = "<dl><dd>Viết bởi: Hoàng Quý</dd><dd>Danh mục: <a href=/dat>Đất đai</a></dd><dd>12/04/2025</dd></dl>"
    assert read(title=f"{TITLE}{details}").section == "Đất đai"


@pytest.mark.parametrize(
    "below",
    [
        "<div class=cate>Chuyên mục: <a href=/dat>Đất đai</a></div>",
        "<div><label>Chuyên mục:</label> <span>Đất đai</span></div>",
        "<div class=field-chuyen-muc><div>Chuyên mục</div><div><a href=/dat>Đất đai</a></div></div>",
        "<p><span itemprop=articleSection>Đất đai</span></p>",
        "<div class=detail-cate><a href=/>Trang chủ</a><a href=/dat>Đất đai</a></div>",
    ],
)
def test_a_label_below_the_title_names_the_section(below):
    article = read(title=f"{TITLE}{DATE}{below}")
    assert (article.section, article.tags) == ("Đất đai", ())


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("<ol class=breadcrumb><li><a href=/>Trang chủ</a><li><a href=/dat>Đất đai</a></ol>", "Đất đai"),
        ("<p><a href=/><img src=/nha.png></a> / <a href=/dat>Đất đai</a></p>", "Đất đai"),
        ("<div><a href='/tin.aspx?Cat=8'>Đất đai</a></div>", "Đất đai"),
        ("<div>Trang chủ &gt; <a href=/tin>Tin tức</a> &gt; <b>Đất đai</b></div>", "Đất đai"),
        ("<div>Bạn đang ở: <a href=/>Trang chủ</a> &gt; <a href=/tin>Tin</a> &gt; Đất đai</div>", "Đất đai"),
        ("<div><a href=/thu-boi>Hồ Thu Bồi</a></div>", ""),
        ("<div><a href=/in-7.html>Bản in</a></div>", ""),
        ("<span>Chuyên mục: <b>Đất đai</b></span> <i>Đăng ngày 12/04/2025</i>", "Đất đai"),
    ],
)
@pytest.mark.parametrize("title", ["{}", "<table><tr><td>{}</td></tr></table>"])
def test_a_path_or_a_link_below_the_title_names_the_section(line, section, title):
    article = read(title=f"{DATE}{title.format(TITLE)}{line}")
    assert article.section == section
    assert article.body_text == "\n\n".join([PLAIN] * 3)


@pytest.mark.parametrize("label", ["Xuất bản trong", "Được đăng trong"])
def test_a_label_below_the_text_names_the_section(label):
    below = f"<div><span>{label}</span> <a href=/dat>Đất đai</a></div>"
    assert read(below=below).section == "Đất đai"


def test_a_menu_in_what_is_called_crumbs_above_the_path():
    entries = "".join(f"<li><a class=menu-item href=/m{n}>Mục {n}</a>" for n in range(8))
    path = "<div class=breadcrumb-x><a href=/>Trang chủ</a> &gt; <a href=/dat>Đất đai</a></div>"
    assert read(f"<div class=ms-breadcrumb-top><ul>{entries}</ul></div>{path}").section == "Đất đai"


@pytest.mark.parametrize(
    ("below", "tags"),
    [
        ("<p>Từ khóa: <span>đất đai, bãi bồi</span></p>", TAGS),
        ("<div class=tg>Từ khóa: đất đai, bãi bồi</div>", TAGS),
        ("<p>Đăng ở <a rel='category tag' href=/c>Đất</a>, thẻ <a rel=tag href=/t>bãi bồi</a></p>", ("bãi bồi",)),
        ("<p>Thẻ: <a href=/t>bãi bồi</a></p><nav><a rel=prev href=/6>Chuyện bến đò</a></nav>", ("bãi bồi",)),
        ("<div class=itemTagsBlock><span>Thẻ</span><ul><li><a href=/t>bãi bồi</a></ul></div>", ("bãi bồi",)),
        ("<div class=hashtags><a href=/t>#bãi bồi</a> <a href=/d>#đất đai</a></div>", ("bãi bồi", "đất đai")),
        ("<p>" + "".join(f"<a rel=tag href=/t{n}>tin {n}</a> " for n in range(30)) + "</p>", ()),
    ],
)
def test_tags_that_are_said_or_marked(below, tags):
    article = read(below=below)
    assert article.tags == tags
    assert article.body_text == "\n\n".join([PLAIN] * 3)


@pytest.mark.parametrize(("shown", "tags"), [(LINKS, TAGS), ("<a href=/t>sông</a>", ("đất đai",))])
def test_tags_of_which_a_template_states_the_first(shown, tags):
    stated = '<meta property="article:tag" content="đất đai">'
    assert read(below=f"<div class=tags>{shown}</div>", head=stated).tags == tags


@pytest.mark.parametrize(
    "details",
    [
        "<dl><dt>Ngày đăng</dt><dd>12/04/2025 08:15</dd><dt>Chuyên mục</dt><dd>Đất đai</dd></dl>",
        "<table><tr><th>Ngày đăng<td>12/04/2025 08:15<tr><th>Chuyên mục:<td>Đất đai</table>",
        "<div><p><b>Ngày đăng</b><i>12/04/2025</i></p><p><b>Chuyên mục</b><i>Đất đai</i></p></div>",
    ],
)
def test_a_label_and_its_value_beside_the_date_name_the_section(details):
    article = read(title=f"{TITLE}{details}")
    assert article.section == "Đất đai"
    assert article.body_text == "\n\n".join([PLAIN] * 3)


def test_a_block_s_title_above_the_date_is_the_section():
    title = f"<tr><td class=tieude_khoi><b>Đất đai</b><tr><td>{DATE}<tr><td><b>Chín hộ đo lại đất bãi mới</b>"
    page = f"<body><table>{title}<tr><td>{TEXT}</table>"
    article = read_article("https://bao.example/7", page, layouts=[], site="generic").article
    assert (article.title, article.section) == ("Chín hộ đo lại đất bãi mới", "Đất đai")


def test_a_link_below_the_title_that_leads_to_a_category_of_the_site():
    link = "<p><a href='/index.php?option=com_content&view=category&id=34'>Đất đai</a></p>"
    assert read(title=f"{TITLE}{link}{DATE}").section == "Đất đai"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("<div data-automation-id=topicHeader class=topic>Đất đai</div>", ""),
        ("<p class=eyebrow>Đất đai</p>", ""),
        ("<div class=kicker>Đất đai</div>", ""),
        ("", "<span class='label label-lg'><span class=label-item>Đất đai</span></span>"),
        ("", "<h3 class=op-kicker>Đất đai</h3>"),
    ],
)
def test_what_designers_call_a_label_beside_the_title(above, below):
    article = read(above=above, title=f"<h4 class=title>Chín hộ đo lại đất bãi mới</h4>{below}{DATE}")
    assert (article.title, article.section) == ("Chín hộ đo lại đất bãi mới", "Đất đai")
    assert article.body_text.startswith(PLAIN)


def test_tags_behind_no_label_that_are_marked_by_their_signs():
    links = "<a href=/tag/1>#đất đai</a><a href=/tag/2>#bãi bồi</a>"
    assert read(below=f"<div>{links}</div>").tags == ("đất đai", "bãi bồi")


@pytest.mark.parametrize("kicker", ["Chuyện mới ở bãi bồi", "Nghiệm thu bến mới:"])
def test_a_kicker_that_opens_the_headline_names_no_section(kicker):
    assert read(above=f"<p class=kicker>{kicker}</p>").section == ""


@pytest.mark.parametrize(
    ("above", "section"),
    [
        ("<div class=cat>Đất đai</div>", "Đất đai"),
        ("<div class=category>Đất đai</div><h2 style='display:none'>Đo lại đất ở bãi triều</h2>", "Đất đai"),
        ("<div class=catalog>Đất đai</div>", ""),
        ("<div class=cat>Mới</div>", ""),
        ("<span id=a_lblChuyenMuc class=k1>Đất đai</span><br>", "Đất đai"),
        ("<span><a href=/muc/hoi rel=category>Hỏi đáp</a></span>", "Hỏi đáp"),
    ],
)
def test_a_label_above_the_title_that_is_called_a_category_s(above, section):
    assert read(above).section == section


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("<p><a href=/>Trang chủ</a><i></i><a href=/dat>Đất</a><i></i><a href=/bai>Bãi</a></p>", "Bãi"),
        ("<p><a href=/>Trang chủ</a><i></i><a href=/dat>Đất</a><i></i><a href=/bai>Bãi</a><i></i></p>", ""),
        ("<nav class=flex aria-label=breadcrumb><a href=/>Báo</a> <a href=/dat>Đất đai</a></nav>", "Đất đai"),
        ("<nav class=flex aria-label=menu><a href=/>Báo</a> <a href=/dat>Đất đai</a></nav>", ""),
    ],
)
def test_paths_that_a_style_sheet_draws_or_a_label_names(path, section):
    assert read(path).section == section


def test_the_heading_of_the_panel_that_holds_the_article():
    heading = "<div><h4 class=panel-title>Đất đai</h4></div>"
    page = f"<div class=panel>{heading}<div><p class=t>{TITLE}</p>{DATE}{TEXT}</div>"
    assert read_article("https://bao.example/7", page, layouts=[], site="generic").article.section == "Đất đai"


def test_what_is_called_a_category_in_the_line_of_the_date():
    line = "<div><span class={}>Đất đai</span><span>12/04/2025 08:15</span><span>Lượt xem: 45</span></div>"
    assert read(title=TITLE + line.format("cat")).section == "Đất đai"
    assert not read(title=TITLE + line.format("c1")).section


@pytest.mark.parametrize(
    "row",
    [
        "<m-set><m-chip><a href=/tag/a>đất đai</a></m-chip><m-chip><a href=/tag/b>bãi bồi</a></m-chip></m-set>",
        "<p><span class=x-tag><a href=/a>đất đai</a></span><span class=x-tag><a href=/b>bãi bồi</a></span></p>",
        "<div><a class=chip href=/the/a>đất đai</a><a class=chip href=/the/b>bãi bồi</a></div>",
        "<p>Keywords: <a href=/a>đất đai</a>, <a href=/b>bãi bồi</a></p>",
        "<p><span>Được đánh mục dưới:</span> <a href=/a>đất đai</a>, <a href=/b>bãi bồi</a></p>",
        "<p>Nhãn: <a href=/a>đất đai</a>, <a href=/b>bãi bồi</a></p>",
    ],
)
def test_tags_each_in_an_element_of_its_own_or_behind_other_labels(row):
    page = f"<body><div>{TITLE}{DATE}<div>{TEXT}</div>{row}</div>"
    assert read_article("https://bao.example/7", page, layouts=[], site="generic").article.tags == TAGS


@pytest.mark.parametrize(
    ("above", "section"),
    [
        ("<div class=cat><a href=/bien>Biển</a> | <a href=/dat>Đất đai</a></div>", "Đất đai"),
        ("<div class=x><a href=/bien>Biển</a> | <a href=/dat>Đất đai</a></div>", ""),
        (
            "<nav aria-label='Đường dẫn'><ol><li><a href=/>Đầu</a><li><a href=/dat>Đất đai</a></ol></nav>",
            "Đất đai",
        ),
        ("<span class='tag is-danger'>Đất đai</span>", "Đất đai"),
    ],
)
def test_links_and_labels_above_the_title_as_systems_call_them(above, section):
    assert read(above).section == section


def test_what_wordpress_calls_the_category_below_the_date():
    below = "<div><div class='taxonomy-category terms'><a href=/chuyen-muc/dat/ rel=tag>Đất đai</a></div></div>"
    assert read(title=f"{TITLE}{DATE}{below}").section == "Đất đai"


@pytest.mark.parametrize(
    "row",
    [
        "<div class=tagdetail><a href=/dat.html>đất đai</a><a href=/bai.html>bãi bồi</a></div>",
        "<div class=x-tag><h3><a>#Từ khóa</a></h3><a href=/1.vnp>đất đai</a><a href=/2.vnp>bãi bồi</a></div>",
        "<p><a href=/TuKhoa/1>đất đai</a>, <a href=/TuKhoa/2>bãi bồi</a></p>",
        "<footer class=tags><a href=/1>đất đai</a>, <a href=/2>bãi bồi</a></footer>",
        "<nav class=keywords><li><a href=/1>đất đai</a></li><li><a href=/2>bãi bồi</a></li></nav>",
    ],
)
def test_tags_in_boxes_as_other_templates_call_them(row):
    page = f"<body><div>{TITLE}{DATE}<div>{TEXT}</div>{row}</div>"
    assert read_article("https://bao.example/7", page, layouts=[], site="generic").article.tags == TAGS


def test_what_joomla_calls_the_component_and_sharepoint_a_field():
    assert read("<div class=componentheading>Đất đai</div>").section == "Đất đai"
    row = "<tr><td><h3 class=ms-standardheader>{}</h3></td><td class=ms-formbody>{}</td></tr>"
    fields = {"Tiêu đề": TITLE, "Chuyên mục": "Đất đai", "Ngày đăng": DATE, "Nội dung": f"<div>{TEXT}</div>"}
    page = f"<body><table>{''.join(row.format(*field) for field in fields.items())}</table>"
    article = read_article("https://portal.example/7", page, layouts=[], site="generic").article
    assert article.section == "Đất đai"
    assert "Nội dung" not in article.body_text


def test_a_menu_beside_the_title_a_line_each_is_no_path():
    menu = "<td><b>THÔNG TIN</b><br>- <a href=/g.asp>Quy hoạch</a><br>- <a href=/v.asp>Đất đai</a></td>"
    page = f"<body><table><tr>{menu}<td>{TITLE}{DATE}<div>{TEXT}</div></td></tr></table>"
    assert not read_article("https://portal.example/7", page, layouts=[], site="generic").article.section


def test_what_leads_nowhere_beside_tags():
    row = "<div class=x-tags><span>NGUỒN</span><a href=#>Báo Bãi Mới</a><ul><li><a href=/tag/dat>đất đai</a>"
    page = f"<body><div>{TITLE}{DATE}<div>{TEXT}</div>{row}<li><a href=/tag/bai>bãi bồi</a></ul></div></div>"
    assert read_article("https://bao.example/7", page, layouts=[], site="generic").article.tags == TAGS


def test_a_label_above_the_title():
    assert read("<span class=label>Đất đai</span>").section == "Đất đai"


def test_a_label_says_it_before_a_menu_of_two_entries_does():
    menu = "<ul><li><a href=/>Trang chủ</a></li><li><a href=/anh-dep>Ảnh đẹp</a></li></ul>"
    details = f"<dl><dt>Chi tiết</dt><dd>Chuyên mục: <a href=/x>Đất đai</a></dd><dd>{DATE}</dd></dl>"
    assert read(above=menu, title=f"{TITLE}{details}").section == "Đất đai"


def test_a_line_that_ends_with_a_page_of_the_site_is_a_menu():
    menu = "<div><a href=/>Trang chủ</a> - <a href=/tin>Tin hoạt động</a> - <a href=/lh>Liên hệ</a></div>"
    assert read(above=menu).section == ""


def test_a_list_of_categories_names_none():
    categories = "".join(f"<dd><a href='/?d={name[0]}'>{name}</a></dd>" for name in ("Đất đai", "Biển", "Cảng"))
    assert read(above=f"<dl><dt>Danh mục</dt>{categories}</dl>").section == ""


@pytest.mark.parametrize(
    "entry",
    [
        "<li class='item current active'><a href=/index.php/dat>{}</a></li>",
        "<td class=StaticSelected><a href='/Default.aspx?cat=2'>{}</a></td>",
        "<a class=selected href='index.aspx?m=4'>{}</a>",
        "<a aria-current=page href=/dat-dai>{}</a>",
    ],
)
@pytest.mark.parametrize(("name", "section"), [("Đất đai", "Đất đai"), ("Tiếng Việt", ""), ("Đọc nhiều", "")])
def test_entries_of_menus_marked_as_where_the_page_is(entry, name, section):
    others = "".join(f"<a href=/m{n}>{word}</a> " for n, word in enumerate(("Giới thiệu", "Biển", "Văn bản")))
    menu = f"<table><tr>{entry.format(name)}</tr></table>" if "<td" in entry else f"<ul>{entry.format(name)}</ul>"
    assert read(above=f"<div>{others}{menu}</div>").section == section


def test_the_last_step_behind_a_stroke_in_what_is_called_a_path():
    path = "<div class=path><a href=/>Trang chủ</a> | <a href=/tin>Tin tức</a> | <span>Đất đai</span></div>"
    assert read(above=path).section == "Đất đai"


def test_a_tag_beside_the_date_is_no_section_and_none_is_no_tag():
    assert read(title=f"{TITLE}<p>12/04/2025 08:15 <a rel=tag href=/nhan/dat>đo đất</a></p>").section == ""
    assert read(below="<div><strong>Từ khóa: </strong>n/a</div>").tags == ()


@pytest.mark.parametrize("link", ["<a href='/?cat=dat'>Chuyên mục Đất đai</a> | 12/04/2025", "{label}{value}"])
def test_a_section_behind_its_label_in_a_link_or_a_field(link):
    label, value = "<div class=field__label>Mục:</div>", "<div class=field__item><a href=/t/4>Đất đai</a></div>"
    line = link.format(label=label, value=value)
    menu = "<ul><li><a href='/?cat=dat'>Đất đai</a></li></ul>"
    assert read(above=menu, title=f"{TITLE}<div>{line}</div>{DATE}").section == "Đất đai"


def test_tags_in_a_field_whose_label_has_no_colon():
    items = "".join(f"<div class=field__item><a href=/the/{n}>{n}</a></div>" for n in ("bãi bồi", "đất đai"))
    field = f"<div class=field><div class=field__label>Thẻ</div><div class=field__items>{items}</div></div>"
    assert read(below=field).tags == ("bãi bồi", "đất đai")


@pytest.mark.parametrize("name", ["Video", "Phóng sự"])
def test_a_link_among_the_details_listed_with_the_date(name):
    details = f"<ul><li><a href=/muc>{name}</a><li>Thứ Bảy, 12.4.2025, 08:15<li>81 lượt xem</ul>"
    assert read(title=f"{TITLE}{details}").section == name


@pytest.mark.parametrize("sign", ["·", "•"])
def test_a_menu_with_dots_between_its_entries_is_no_path(sign):
    menu = f" {sign} ".join(
        f"<a href=/{n}>{name}</a>" for n, name in enumerate(("Trang chủ", "Đất", "Biển", "Tòa soạn"))
    )
    path = "<p><a href=/>Trang chủ</a> / <a href=/tin>Đất đai</a></p>"
    assert (read(above=f"<p>{menu}</p><hr>").section, read(above=f"<p>{menu}</p>{path}").section) == (
        "",
        "Đất đai",
    )


def test_tags_of_which_each_has_its_sign():
    row = "<div><a href=/t/dat>#đất bãi</a><a href=/t/hau>#hàu</a></div>"
    assert read(below=row).tags == ("đất bãi", "hàu")


@pytest.mark.parametrize(
    "label",
    [
        "<div typeof=NewsArticle>Mục này: <a property=articleSection href=/d>Đất đai</a> <i>Lê Bồi</i></div>",
        "<ul><li><span>Mục:</span> <a href='/tin/?cat=1'>Đất đai</a></li></ul>",
        "<div>Chuyên mục: <a href=/tin/d>Đất đai</a> <span>Lê Bồi</span></div>",
    ],
)
def test_a_label_or_a_mark_before_a_link_that_other_words_follow(label):
    assert read(above=label).section == "Đất đai"


def test_an_entry_of_the_menu_that_is_marked_in_vietnamese():
    menu = "<ul><li class=dang-chon><a href=/dat-dai>Đất đai</a></li><li><a href=/bien>Biển</a></li></ul>"
    assert read(above=menu).section == "Đất đai"


def test_a_link_home_in_the_bar_above_the_title_names_no_section():
    assert read(above="<div><a href=/>⌂ Về cổng xã</a> <button>In</button></div>").section == ""


@pytest.mark.parametrize(
    "row",
    [
        "<div><b>Từ khóa:</b> <span>đất bãi; hàu</span></div>",
        "<div><a href=/chu-de/dat>đất bãi</a><a href=/chu-de/hau>hàu</a></div>",
        "<mat-chip-list><mat-chip>đất bãi</mat-chip><mat-chip>hàu</mat-chip></mat-chip-list>",
    ],
)
def test_tags_in_other_rows(row):
    page = f"<body><div>{TITLE}{DATE}<div>{TEXT}</div>{row}</div>"
    article = read_article("https://bao.example/7", page, layouts=[], site="generic").article
    assert article.tags == ("đất bãi", "hàu")


def test_a_list_that_microdata_marks_as_the_path():
    path = (
        "<ol class=bc itemtype=https://schema.org/BreadcrumbList><li><a href=/>Trang chủ</a></li>"
        "<li><a href=/dat><b>Đất đai</b></a></li><li><b>Xem tin</b></li></ol>"
    )
    assert read(above=path).section == "Đất đai"


def test_where_wordpress_says_the_category_below_the_text():
    assert (
        read(below="<footer><span>Được phân loại trong <a href=#>Đất đai</a></span></footer>").section == "Đất đai"
    )


def test_tags_in_the_cell_beside_their_label():
    row = "<table><tr><td><h3>Từ khóa</h3></td><td>đất bãi; hàu</td></tr></table>"
    page = f"<body><div>{TITLE}{DATE}<div>{TEXT}</div>{row}</div>"
    assert read_article("https://bao.example/7", page, layouts=[], site="generic").article.tags == (
        "đất bãi",
        "hàu",
    )


@pytest.mark.parametrize(
    ("links", "tags"),
    [
        ("<a href=/bai-boi.html>bãi bồi</a><a href=/ben-giang.html>Bến Giang</a>", ("bãi bồi", "Bến Giang")),
        ("<a href=/bai-boi.html>Bãi bồi</a><a href=/ben-giang.html>Bến Giang</a>", ()),
        ("<a href=/bai-boi.html>bãi bồi</a>", ()),
        ("<a href=/7.html>xem thêm</a><a href=/8.html>về trước</a>", ()),
    ],
)
def test_a_row_of_words_in_small_letters_that_their_addresses_spell(links, tags):
    page = (
        f"<body><div>{TITLE}{DATE}<div><div>{TEXT}</div><ul><li>{links}</ul></div><p>Bến Giang hôm nay</p></div>"
    )
    assert read_article("https://bao.example/7", page, layouts=[], site="generic").article.tags == tags


@pytest.mark.parametrize(
    "line",
    [
        "<div><span>Được đăng ở</span> <a href=/tin/c>Bãi bồi</a></div>",
        "<div><div class=field-label>Chuyên mục:</div><div><div><a href=/term/4>Bãi bồi</a></div></div></div>",
    ],
)
def test_the_link_behind_what_says_where_the_article_is_posted(line):
    assert read(below=line).section == "Bãi bồi"


def test_a_path_of_words_between_icons_that_a_font_draws():
    icon = "<mat-icon class=notranslate>chevron_right</mat-icon>"
    path = f"<app-path><span>Trang chủ</span>{icon}<span>Bãi bồi</span></app-path>"
    article = read(path, title=f"{TITLE}<p><mat-icon>schedule</mat-icon> {DATE}</p>")
    assert (article.section, article.body_text.count("schedule")) == ("Bãi bồi", 0)


def test_a_path_that_ends_with_what_templates_call_an_article():
    path = "<div class=duong-dan><a href=/>Trang nhất</a> › <a href=/m>Bãi bồi</a> › Bài viết</div>"
    assert read(path).section == "Bãi bồi"


def test_a_label_above_the_title_that_is_named_in_short():
    assert read("<p><i class=lbl>Phóng sự ảnh</i></p>").section == "Phóng sự ảnh"


def test_a_menu_with_the_same_signs_above_the_path():
    menu = "<p><a href=/>Trang chủ</a> › <a href=/vb>Văn bản</a> › <a href=/tt>Thị trường</a></p>"
    path = "<p><a href=/>Trang chủ</a> &gt; <a href=/t>Tin tức</a> &gt; <a href=/dat>Đất đai</a></p>"
    assert read(f"{menu}{path}").section == "Đất đai"


def test_a_cloud_in_which_tags_have_their_sizes_is_the_site_s():
    sized = "<a href=/tag/{0}/ style='font-size:{0}pt'>bãi số {0}</a>"
    cloud = f"<div class=tagcloud>{''.join(map(sized.format, range(10, 16)))}</div>"
    assert read(below=f"<aside class=widget_tag_cloud>{cloud}</aside>").tags == ()
    row = "<p>Từ khóa: <a href=/tag/bien/ rel=tag>biển</a>, <a href=/tag/dat/ rel=tag>đất</a></p>"
    assert read(below=f"{row}<aside class=widget_tag_cloud>{cloud}</aside>").tags == ("biển", "đất")


def test_chips_of_another_row_are_no_tags():
    own = "<mat-chip-list><mat-chip>đất bãi</mat-chip><mat-chip>hàu</mat-chip></mat-chip-list>"
    other = "<div><mat-chip-list><mat-chip>Mới</mat-chip></mat-chip-list></div>"
    assert read(below=f"{own}{other}").tags == ("đất bãi", "hàu")


def test_a_path_that_ends_with_what_a_template_calls_every_article():
    path = "<a href=/>Trang chủ</a> › <a href=/dat>Đất đai</a> › <a href=#>Chi tiết bài viết</a>"
    assert read(f"<div>{path}</div>").section == "Đất đai"


def test_what_strokes_part_behind_a_link_home_is_a_menu():
    assert read("<p class=k><a href=/>Trang chủ</a> | Đất đai | Bãi bồi</p>").section == ""


@pytest.mark.parametrize(
    ("above", "section"),
    [
        (
            "<dl><dt>Bạn đang ở:</dt><dd><a href=/>Trang chủ</a></dd><dd><a href=/tin>Tin tức</a></dd>"
            "<dd><a href=/dat>Đất đai</a></dd></dl>",
            "Đất đai",
        ),
        (
            "<div class=breadcrumbs><a href=/chu-de/tet>Tết</a><a href=/chu-de/hoi>Đại hội</a></div>"
            "<p><a href=/dat>Đất đai</a></p>",
            "Đất đai",
        ),
        (
            "<h1><a href=/goc-nhin>Góc nhìn</a></h1><p><a href=/su-kien/le>Sự kiện: Tuần lễ bãi mới 2025</a></p>",
            "Góc nhìn",
        ),
        ("<h1><a href=/>Góc nhìn</a></h1><p><a href=/su-kien/le>Sự kiện: Tuần lễ bãi mới 2025</a></p>", ""),
    ],
)
def test_paths_in_terms_topics_and_a_heading_that_leads_to_the_section(above, section):
    assert read(above, title=f"<h2 itemprop=headline>Đo lại đất bãi mới</h2>{DATE}").section == section


def test_a_section_behind_its_label_in_the_head_of_a_table():
    row = "<tr><th>Mục tin: <a href=/dat>Đất đai</a></th><th>12/04/2025 08:15</th></tr>"
    page = f"<body><table><caption>Đo lại đất bãi mới</caption><thead>{row}</thead><tbody><tr><td>{TEXT}</table>"
    assert read_article("https://bao.example/7", page, layouts=[], site="generic").article.section == "Đất đai"


def test_tags_in_elements_of_their_own():
    row = (
        "<tag-list><tag-label>Từ khóa:</tag-label><tag-item><a href=/tu-khoa/bien>#biển</a></tag-item>"
        "<tag-item><a href=/tu-khoa/dat>#đất</a></tag-item></tag-list>"
    )
    assert read(below=row).tags == ("biển", "đất")


def test_labels_with_how_many_articles_have_them_are_the_site_s():
    row = "<li><a href=/search/label/{0}>Nhãn {0}</a> <span>({0})</span></li>"
    assert read(below=f"<div><h2>Chủ đề</h2><ul>{''.join(map(row.format, range(11, 15)))}</ul></div>").tags == ()
