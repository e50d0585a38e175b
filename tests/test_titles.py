"""What an article is called, where machine data, ``<title>`` and the page say different things."""

import json

import pytest

from kkt_crawler.pages import PageError, boilerplate, read_article
from kkt_crawler.pages.address import Address

URL = "https://portal.example/tin/Trang/tin.aspx?id=7"
TITLE = "Thêm chín dự án chọn bãi mới"
SITE = "Ban Quản lý các bãi bồi"
MENU = "<div class=menu>" + "".join(f"<a href=/m{n}>Mục số {n}</a>" for n in range(9)) + "</div>"
BODY = "".join(
    f"<p>Sáng {n}/4, tổ công tác đến từng hộ để nghe ý kiến về cách tính giá đất ở bãi mới.</p>"
    for n in range(3, 6)
)
PLAIN = BODY[3:-4].replace("</p><p>", "<br><br>")
DATE = "<i>12/04/2025 08:15</i>"
IMPRINT = {"footer": f"<div>Bản quyền thuộc về {SITE}</div>"}
DATED = '<meta property="article:published_time" content="2025-04-12T08:15:00+07:00">'
LISTED = "".join(f"<p><a href=/tin/{n}>Một bài khác có tựa đề khá dài số {n}</a></p>" for n in range(8))


def read_title(*, head="", above=f"<h1>{TITLE}</h1>{DATE}", body=BODY, banner="", footer=""):
    page = f"<head>{head}</head><body>{banner}{MENU}<div>{above}<div class=noidung>{body}</div></div>{footer}"
    return read_article(URL, page, layouts=[], site="generic").article.title


def og(title):
    return f'<meta property="og:title" content="{title}">'


@pytest.mark.parametrize(
    ("head", "page"),
    [
        (og(SITE) + f'<meta property="og:site_name" content="{SITE}">', {}),
        (og(SITE), IMPRINT),
        (og(SITE), {"banner": f'<a href="/tin/"><img src=/logo.png alt="{SITE}"></a>'}),
        (og(SITE) + f"<title>{SITE}</title>", {"banner": f"<h1>{SITE}</h1>", **IMPRINT}),
        (f'<script type="application/ld+json">{{"@type": "Article", "headline": "{SITE}"}}</script>', IMPRINT),
        (og("Chi tiết tin"), {}),
        (og("Trang chi tiết bài viết") + "<title>Trang chủ</title>", {}),
        (og("Thêm chín dự án…"), {}),
        (og("Thêm chín dự án ...") + "<title>Thêm chín dự án...</title>", {}),
        (og("Thêm chín dự án…") + f"<title>{TITLE} | {SITE}</title>", IMPRINT),
        (og(f"{TITLE} :: {SITE}"), IMPRINT),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Th&amp;#234;m ch&amp;#237;n '
            'd&amp;#7921; &amp;#225;n ch&amp;#7885;n b&amp;#227;i m&amp;#7899;i"}</script>',
            {},
        ),
    ],
)  # fmt: skip
def test_machine_data_that_names_no_article(head, page):
    assert read_title(head=head, **page) == TITLE


def test_a_title_cut_at_a_comma_before_the_site_s_name():
    whole = f"{TITLE}, chín hộ dời lên bờ"
    head = f"{og(f'{TITLE} - {SITE}')}<title>{whole} - {SITE}</title>"
    assert read_title(head=head, above=f"<h1>{whole}</h1>{DATE}") == whole


def test_a_cut_title_is_not_completed_from_another_article():
    assert read_title(
        head=og("Thêm chín dự án…"), banner="<a href=/tin/3>Thêm chín dự án rời đi trong năm nay</a>"
    ) == TITLE  # fmt: skip


def test_a_short_title_without_the_name_behind_it():
    head = og("Bác sĩ ra đảo - Báo Quảng Ninh điện tử")
    assert read_title(head=head, above=f"<h2>Bác sĩ ra đảo</h2>{DATE}") == "Bác sĩ ra đảo"


def test_the_beginning_of_a_headline_that_is_a_section_stays():
    title = "Bãi bồi: Chín dự án chọn đất mới"
    crumbs = "<p><a href=/tin/>Bãi bồi</a> / <a href=/tin/Trang/>Tin tức</a></p>"
    assert read_title(head=og(title), above=f"{crumbs}<h1>{title}</h1>{DATE}") == title


@pytest.mark.parametrize(
    "heading",
    [
        "Thêm chín dự án<br>chọn bãi mới",
        "<div>Thêm chín dự án</div><div>chọn bãi mới</div>",
        "<font><b>Thêm chín dự</b> án<br/></font>chọn b<i>ãi</i> mới",
        "<span style='display:block'>Đất đai</span>Thêm chín dự án chọn bãi mới",
        "<p>Hội nghị ngày 9/4/2025</p>Thêm chín dự án chọn bãi mới",
        "<span>Đất đai</span><i> - </i><b>Thêm chín dự án chọn bãi mới</b>",
    ],
)
@pytest.mark.parametrize("tag", ["h1", "h2"])
def test_lines_of_a_heading(heading, tag):
    above = f"<{tag} class=title>{heading}</{tag}>{DATE}"
    assert read_title(head=f"<title>{TITLE} | {SITE}</title>", above=above, **IMPRINT) == TITLE


@pytest.mark.parametrize(
    "above",
    [
        f"<div class=tit><span>Hội nghị</span>{TITLE}</div><p><b>Chuyện của bãi mới</b><br>{DATE}</p>",
        f"<p><b>Mục số 3</b></p><div>{DATE}</div>",
        f"<div><a href=/tin/>Trang chủ</a> » Mục số 3</div><div>{DATE}</div>",
    ],
)
def test_a_line_beside_the_date_is_not_the_title_that_the_page_calls_itself_by(above):
    assert read_title(head=f"<title>{TITLE} | Mục số 3 | {SITE}</title>", above=above, **IMPRINT) == TITLE


def test_the_share_label_glued_to_the_text_opens_it():
    caption = "<div class=d>Một góc bãi mới nhìn từ trên cao</div>"
    body = f"Chia sẻ bài viết :{BODY[3:90]}<img src=/b.jpg>{caption}{BODY}"
    assert read_title(head=DATED, above=f"<div class=title>{TITLE}</div>", body=body) == TITLE


def test_words_before_a_colon_in_an_element_of_their_own_are_no_kicker():
    above = f"<h1><span>Bãi bồi</span>: {TITLE}</h1>{DATE}"
    assert read_title(head=f"<title>Bãi bồi: {TITLE}</title>", above=above) == f"Bãi bồi: {TITLE}"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f"Lễ mở bãi năm 2025 - Chín dự án nộp đơn - {SITE}", "Lễ mở bãi năm 2025 - Chín dự án nộp đơn"),
        (f"{SITE} - Lễ mở bãi năm 2025 - Chín dự án nộp đơn", "Lễ mở bãi năm 2025 - Chín dự án nộp đơn"),
        (f"{SITE} » Mục số 3 » {TITLE}", TITLE),
        (f"{TITLE} - Mục số 3 - {SITE}", TITLE),
        (f"{TITLE} | Chuyện làng | {SITE}", TITLE),
        ("Lễ mở bãi năm 2025 - Chín dự án nộp đơn - Xã ven đê", "Lễ mở bãi năm 2025 - Chín dự án nộp đơn"),
    ],
)
def test_a_title_that_the_page_shows_nowhere(head, title):
    assert read_title(head=f"<title>{head}</title>{DATED}", above="", **IMPRINT) == title


@pytest.mark.parametrize("link", [URL, "http://www.portal.example/tin/Trang/tin.aspx?id=7#dau", "?id=7", "#", ""])
def test_a_heading_that_links_to_its_own_page(link):
    above = f'<h1><a href="{link}">{TITLE}</a></h1>{DATE}'
    assert read_title(head="<title>Chi tiết tin</title>", above=above) == TITLE


def test_a_heading_that_links_to_the_page_by_its_canonical_address():
    head = "<title>Chi tiết tin</title><link rel=canonical href=/tin/chin-du-an>"
    assert read_title(head=head, above=f"<h1><a href=/tin/chin-du-an>{TITLE}</a></h1>{DATE}") == TITLE


def test_a_heading_that_links_to_another_page_is_no_title():
    above = f"<h2><a href=/tin/Trang/muc.aspx>Thông báo</a></h2><h4>{TITLE}</h4>{DATE}"
    assert read_title(head="<title>Thông báo</title>", above=above) == TITLE


@pytest.mark.parametrize(
    "below",
    [
        "<div>Đánh giá bài viết: <b>4</b>/5 (9 phiếu bầu) <span>★★★★</span></div>",
        "<div><b>Post on: </b></div>",
        "<div>Số hồ sơ: 2.418</div>",
        "<div>Nguồn: quangninh.gov.vn</div>",
        "<div><a href=#>Lưu lại</a> <a href='javascript:print()'>Bản để in</a> 318</div>",
        f"<p>Tin liên quan</p>{LISTED}",
        "<time class=ngay>Saturday, 12 April 2025 08:15</time>",
    ],
)
@pytest.mark.parametrize("title", [f"<p class=td><font size=4><b>{TITLE}</b></font></p>", f"<div>{TITLE}</div>"])
def test_a_title_that_is_no_heading(title, below):
    above = f"{title}{below}"
    body = f"{BODY}<p>{DATE}</p>"
    assert read_title(head=f"<title>Chi tiết tin</title>{DATED}", above=above, body=body) == TITLE


def test_a_piece_of_the_first_sentence_is_no_title():
    spans = (
        "Chia sẻ bài viết:<span>Sáng nay tổ công tác đến từng hộ để nghe ý kiến về c</span>"
        "<span>ách tính giá đất ở bãi mới.</span><p></p>"
    )
    above = f"<div>{TITLE}</div><p><a href=mailto:a@portal.example>Gửi cho bạn</a></p><p>Tin mới hơn</p>{LISTED}"
    assert read_title(head=DATED, above=above, body=spans + BODY) == TITLE


def test_the_date_behind_the_lead_and_a_caption_behind_the_date():
    above = f"<p>{TITLE}</p><div>Tổ công tác đến từng hộ để nghe ý kiến về cách tính giá đất ở bãi.</div>{DATE}"
    body = f"<img src=/b.jpg><p><i>Một góc bãi mới nhìn từ trên cao</i></p>{BODY}"
    assert read_title(above=above, body=body) == TITLE


def test_a_menu_between_the_clock_and_a_line_leaves_them_apart():
    menu = MENU.replace("div class=menu", "div")
    above = f"{DATE}{menu}<div>Hoạt động chung</div><div style='font-size:22px'>{TITLE}</div>{DATE}"
    assert read_title(head="<title>Hoạt động chung</title>", above=above) == TITLE


def test_a_box_between_the_clock_and_a_line_leaves_them_apart():
    above = f"{DATE}<h3>Liên kết website</h3><div>Một góc bãi mới nhìn từ trên cao</div><div>{TITLE}</div>"
    assert read_title(above=above, body=f"{BODY}<p>{DATE}</p>") == TITLE


@pytest.mark.parametrize(
    "poll",
    [
        "<div>Thăm dò<br>Bạn thấy chợ bãi mới ra sao?<br><input type=radio> Tiện<br><input type=radio> Xa</div>",
        "<p>Bạn thấy chợ bãi mới ra sao?</p><p><label><input type=radio> Tiện</label></p>",
    ],
)
def test_a_poll_above_the_date_of_the_article(poll):
    assert read_title(above=f"{poll}<div>{DATE}<h3>{TITLE}</h3></div>") == TITLE


def test_related_articles_between_a_heading_and_the_text():
    above = f"<h1>{TITLE}</h1><h3>Tin mới nhất</h3>{LISTED}{DATE}"
    assert read_title(above=above, body=f"<h2>Một năm nhìn lại</h2>{BODY}") == TITLE


def test_a_heading_below_the_text_is_no_title():
    body = f"{BODY}<h2 class=title>Những tin đã đưa trong ngày</h2>{LISTED}"
    assert read_title(head=DATED, above=f"<div>{TITLE}</div>", body=body) == TITLE


@pytest.mark.parametrize("title", ["Tin buồn", "Tin vắn", "Điểm báo ngày 17/3"])
def test_a_short_title(title):
    ticker = "<div><span>Đọc nhiều</span><a href=/tin/5>Một bài khác có tựa đề khá dài số năm</a></div>"
    assert read_title(head=f"<title>{title}</title>{DATED}", above=f"<h1>{title}</h1>{DATE}{ticker}") == title


@pytest.mark.parametrize(
    ("head", "heading", "title"),
    [
        (og("Báo Bãi Bồi điện tử"), TITLE, TITLE),
        (og("Tiếng nói bãi bồi") + '<meta property="og:type" content="website">', TITLE, TITLE),
        (og("Bãi mới hút chín dự án"), TITLE, TITLE),  # written for search engines
        (og("Chín nhà máy về bến"), TITLE, TITLE),  # another article's
        (og("Báo Bãi Bồi điện tử"), "Chuyện hôm nay", "Chuyện hôm nay"),
    ],
)
def test_a_site_s_name_that_is_stated_for_every_page(head, heading, title):
    head = f"<title>{TITLE} - Bãi bồi hôm nay</title>{head}"
    assert read_title(head=head, above=f"<h1>{heading}</h1>{DATE}") == title


@pytest.mark.parametrize(
    ("named", "headline", "title"),
    [
        ("url", "Chợ nổi họp lại", TITLE),
        ("mainEntityOfPage", "Chợ nổi họp lại", TITLE),
        ("url", TITLE, TITLE),  # it is this page's, wherever it says that this is
    ],
)
def test_a_node_that_speaks_of_another_page(named, headline, title):
    node = {"@type": "NewsArticle", "headline": headline, "datePublished": "2025-03-02T03:04:05+07:00"}
    node |= {named: "https://portal.example/cho-noi-hop-lai-24681.html", "articleSection": "Chợ"}
    head = f'<title>{TITLE} - {SITE}</title><script type="application/ld+json">{json.dumps(node)}</script>'
    page = f"<head>{head}</head><body>{MENU}<div><h1>{TITLE}</h1>{DATE}{BODY}</div>"
    address = "https://portal.example/chin-du-an-13579.html"
    article = read_article(address, page, layouts=[], site="generic").article
    assert (article.title, article.section) == (title, "Chợ" if headline == TITLE else "")
    assert article.published.month == (3 if headline == TITLE else 4)


@pytest.mark.parametrize(
    "url",
    [
        "http://www.portal.example/chin-du-an-13579.html?utm_source=x#article",
        "https://portal.example/amp/chin-du-an-13579.html",
        "https://portal.example/chin-du-an-13579.amp",
        "https://m.portal.example/du-an/chin-du-an-chon-bai-moi-13579.htm",
        "https://portal.example/#article",
        "/chin-du-an-13579/",
    ],
)
def test_the_spellings_of_a_page_s_own_address(url):
    own = Address("https://portal.example/chin-du-an-13579.html", "https://portal.example/")
    assert not own.is_another_s(url)
    assert own.is_another_s(url.replace("13579", "24680").replace("example/#article", "example/tin/24680"))


@pytest.mark.parametrize(
    "shown", [f"<h2 class=ten>{TITLE}</h2>", f"<div><b><font size=4>{TITLE}</font></b></div>", f"<h4>{TITLE}</h4>"]
)
def test_a_site_s_name_that_is_stated_where_no_first_heading_says_the_title(shown):
    head = f"<title>{TITLE} - BBM</title>{og('Báo Bãi Bồi điện tử')}"
    logo = "<h1><a href=/tin/><img src=/logo.png alt='Bãi Bồi'></a></h1>"
    assert read_title(head=head, banner=logo, above=f"{shown}{DATE}") == TITLE


def test_a_headline_that_begins_with_a_place_of_the_imprint():
    title = "Cồn Nổi - nơi sông gặp biển"
    footer = "<footer>Giấy phép số 7 của Sở Văn hóa Cồn Nổi</footer>"
    assert read_title(head=og(title), above=f"<h1>{title}</h1>{DATE}", footer=footer) == title
    assert read_title(head=og(f"{TITLE} - Cồn Nổi"), footer=footer) == TITLE


DETAILS = f"<dl><dt>Chi tiết<dd class=name>Chuyên mục: <a href=#>Doanh nghiệp bãi bồi</a><dd>{DATE}</dl>"


@pytest.mark.parametrize(
    "above",
    [
        f"<h2><a href=?id=7>{TITLE}</a></h2>{DETAILS}",
        f"<div><a>{TITLE}</a><div><i class='fa fa-clock-o'></i> 12/04/2025 <a>Xem cỡ chữ A- A+</a></div></div>",
        f"<div>{TITLE}</div><div>Ngày đăng: 12/04/2025 08:15 | Nguồn: Tạp chí Bãi Bồi | In</div><h2>Đầu vụ</h2>",
        f"<div>{TITLE}</div><div>12/04/2025 08:15 | Lượt xem: 9 | Tác giả: Thu Bồi</div><h2>Đầu vụ</h2>",
        f"<div>{TITLE}</div><div>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</div><div>Độc lập - Tự do - Hạnh phúc</div>",
    ],
)
def test_what_stands_beside_a_title_that_is_no_heading(above):
    assert read_title(head=f"<title>Chi tiết tin</title>{DATED}", above=above) == TITLE


def test_a_heading_above_text_that_no_element_holds():
    text = "<br>".join(BODY.replace("<p>", "").split("</p>"))
    article = f"<article><h2>{TITLE}</h2>{DETAILS}<ul><li>In</ul>{text}</article>"
    page = f"<title>{TITLE} | {SITE}</title><body>{MENU}{article}"
    assert read_article(URL, page, layouts=[], site="generic").article.title == TITLE


def test_a_title_in_an_element_that_is_named_as_a_box_and_holds_the_text():
    above = f"<div id=print-content><div><b>{TITLE}</b></div>{DATE}{BODY}</div>"
    head = "<title>Chi tiết tin</title>"
    assert read_title(head=head, above=f"<div class=title>Chuyện kể ở bãi bồi</div>{above}", body="") == TITLE


BANNER = f"<div class=logo><a href=/web/guest>{SITE}</a></div>"
HOLDER = f"<footer><b>{SITE}</b><br>Giấy phép số 7/GP-TTĐT ngày 3/4/2020<br>Địa chỉ: bãi số 7</footer>"
SITE_NODE = f'<script type="application/ld+json">{{"@type": "WebSite", "name": "{SITE}"}}</script>'


@pytest.mark.parametrize(
    ("head", "page"),
    [
        (og(SITE), {"footer": HOLDER}),
        (og(SITE), {"banner": BANNER}),
        (og(SITE), {"banner": f"<a href=#dau>Đến tin</a><a href=/lien-he>Liên hệ</a><a href=/tin>{SITE}</a>"}),
        (og(SITE) + SITE_NODE, {}),
        (f"<title>{SITE}</title>", {"footer": HOLDER}),
        (f"<title>{SITE}</title>{SITE_NODE}", {}),
        (f"<title>{SITE}</title>", {"banner": BANNER}),
    ],
)  # fmt: skip
def test_where_a_page_names_its_site(head, page):
    above = f"<div>{TITLE}</div>{DATE}<p><b>{SITE}</b></p>"
    assert read_title(head=head, above=above, **page) == TITLE


@pytest.mark.parametrize(
    ("stated", "shown", "title"),
    [
        (SITE, TITLE, TITLE),
        ("Bãi mới hút chín dự án", TITLE, "Bãi mới hút chín dự án"),  # as it is called elsewhere
        (SITE, "Chuyện bãi", "Chuyện bãi"),
        ("Tiếng nói bãi bồi", "Chuyện bãi", "Tiếng nói bãi bồi"),  # that may be a section's
        ("Tiếng nói bãi bồi ngày 27/11", TITLE, TITLE),
    ],
)
def test_a_stated_title_that_no_line_says_while_another_stands_beside_the_date(stated, shown, title):
    head = f'<title>Chi tiết tin</title>{DATED}{og(stated)}<meta property="og:type" content="website">'
    assert read_title(head=head, above=f"<div>{shown}</div>{DATE}") == title


def test_a_stated_site_s_name_that_is_a_part_of_title_whose_other_part_a_line_says():
    head = f'<title>{TITLE} - {SITE}</title>{og(SITE)}<meta property="og:type" content="website">'
    assert read_title(head=head, above=f"<div>{TITLE}</div>", body=f"{BODY}<p>{DATE}</p>") == TITLE


def test_a_headline_above_a_picture_s_credit():
    assert read_title(head=og(TITLE), above=f"<h1>{TITLE}</h1><p>© Thu Bồi</p>{DATE}") == TITLE


def test_a_banner_that_says_all_of_title_shows_no_other_stated_title():
    banner = f"<header><h1>{SITE}</h1><time>09:41:00 27-11-2026</time></header>"
    head = f"<title>{SITE}</title>{og(TITLE)}"
    page = (
        f"<head>{head}</head><body>{banner}{MENU}<div><div>{TITLE}</div>{BODY}<p>Ngày đăng: 12/04/2025</p></div>"
    )
    article = read_article(URL, page, layouts=[], site="generic").article
    assert (article.title, article.published.year) == (TITLE, 2025)


def test_a_section_in_the_first_heading_is_no_title():
    title, section = f"{TITLE} của huyện đảo ven sông và các bãi bồi phía đông nam", "Đất mới - Bãi bồi"
    head = f"<title>{title} | {section}</title>"
    assert read_title(head=head, above=f"<h1>{section}</h1><div>{title}</div>{DATE}") == title


def test_the_end_of_a_path_shows_no_title_where_the_article_s_own_does():
    crumbs = f"<div><a href=/tin/>Trang chủ</a> › <a href=/tin/dat-moi>Đất mới</a> › <span>{TITLE}</span></div>"
    above = f"{crumbs}<h1>Đất mới</h1><p><strong>{TITLE}</strong></p>{DATE}"
    page = f"<head>{og(TITLE)}</head><body>{MENU}<div>{above}{BODY}</div>"
    article = read_article(URL, page, layouts=[], site="generic").article
    assert (article.title, article.lead[:8]) == (TITLE, "Sáng 3/4")


COLUMN = f"<div><div><h3>Thông báo</h3>{BODY.replace('giá đất', 'giá nước')}{BODY}</div></div>"


@pytest.mark.parametrize("above", [f"<h4>{TITLE}</h4>{DATE}", f"{DATE}<h1>{TITLE}</h1>"])
@pytest.mark.parametrize("clock", ["", "<p><time>09:41:00 21-11-2026</time></p><b>Đường dây nóng</b>"])
def test_a_column_that_says_more_than_the_article_behind_it(above, clock):
    text = "<p>Quyết định về giá đất ở bãi mới có trong tệp kèm theo.</p>"
    page = f"<body>{MENU}{clock}<table><tr><td>{COLUMN}<td>{above}<div>{text}</div></table>"
    article = read_article(URL, page, layouts=[], site="generic").article
    assert (article.title, article.body_text) == (TITLE, text[3:-4])


def test_a_column_under_the_name_of_a_section_above_a_heading():
    crumbs = "<p><a href=/tin/>Trang chủ</a> <a href=/tin/thong-bao>Thông báo</a></p>"
    page = (
        f"<title>{TITLE}</title><body>{MENU}<table><tr><td>{COLUMN}"
        f"<td>{crumbs}<h2>{TITLE}</h2><p>{DATE} • 318 lượt xem</p><div>{BODY}</div></table>"
    )
    assert read_article(URL, page, layouts=[], site="generic").article.title == TITLE


def test_what_a_letter_begins_with_is_no_title():
    grounds = "<p>Căn cứ Luật Đất đai về bãi bồi mới;</p><p>Căn cứ Nghị định số 12/2024/NĐ-CP về giá đất;</p>"
    motto = "<table><tr><td>HUYỆN BÃI BỒI<td>Độc lập - Tự do - Hạnh phúc</table>"
    signed = f"<p>KT. TRƯỞNG BAN<br>Nguyễn Thị Thu Bồi</p><p>{DATE}</p>"
    body = f"{motto}<p>Bãi Bồi Mới, ngày 3 tháng 4 năm 2025</p><p>THÔNG BÁO</p>{grounds}{BODY}{signed}"
    section = "<p><a href=/tin/dat>Đất mới</a></p><h1>Đất mới</h1>"
    assert read_title(above=f"{section}<h3>{TITLE}</h3>", body=body) == TITLE


def test_a_publishing_system_s_name_is_no_box_to_share_in():
    assert not boilerplate.BOX("ctl00_sharepoint16_tieude")
    assert boilerplate.BOX("sharepost")


def test_a_box_headed_with_words_of_the_title_is_not_called_so():
    head = f"<title>{TITLE} năm 2027 - Quy hoạch chọn bãi - {SITE}</title>"
    box = (
        "<section><header><h1 class=box-title>Chọn bãi - dự án</h1></header><p><a href=/q>Bản đồ</a></p></section>"
    )
    above = f"<div class=full-title>{TITLE} năm 2027</div><div class=ngay>12/04/2025 08:15</div>"
    assert read_title(head=head, above=above, footer=box) == f"{TITLE} năm 2027"


def test_a_low_heading_that_is_a_part_of_title_below_a_teaser():
    teaser = "Chín hộ ở bãi cũ, theo lời bà con, đã nhận đủ tiền đền bù và dọn lên khu tái định cư từ tháng trước."
    lead = (
        "Trên bãi mới hiện có chín hộ nuôi hàu, mỗi hộ một kiểu lồng, và chưa hộ nào có giấy thuê mặt nước. Xã đã "
        "đo lại từng ô trước mặt chủ hộ, dán kết quả ở nhà văn hóa thôn."
    )
    page = (
        f"<title>{TITLE} ở phía đông | bao.example</title><body><i>Thứ bảy, ngày 21 tháng 11 năm 2026</i>"
        f"{MENU}<div>"
        f"<div><h2><a href=/tin/9>Một bài khác có tựa đề khá dài</a></h2><p>{teaser}</p></div>"
        f"<h3>{TITLE} ở phía đông</h3>{DATE}<h2>{lead}</h2><div><p>Dương Dũng, Lương An</p></div></div>"
    )
    article = read_article(URL, page, layouts=[], site="generic").article
    assert (article.title, article.lead) == (f"{TITLE} ở phía đông", lead)


def test_the_title_behind_its_label_in_a_list_of_details():
    details = f"<dl><dt>Tiêu đề</dt><dd>{TITLE}</dd><dt>Ngày đăng</dt><dd>12/04/2025</dd></dl>"
    assert read_title(head=f"<title>{SITE}</title>", above=details) == TITLE


@pytest.mark.parametrize("label", ["Chùm ảnh: ", "[E-Magazine] ", "Infographic | "])
def test_the_kind_of_article_stated_before_the_title(label):
    assert read_title(head=og(label + TITLE)) == TITLE
    assert read_title(head=og(label + TITLE), above=f"<h1>{label}{TITLE}</h1>{DATE}") == label + TITLE


def test_a_section_is_stated_for_every_page():
    assert read_title(head=og("Tin tức")) == TITLE


def test_a_banner_with_a_teaser_above_the_menu():
    slide = (
        "<div><h2>Công bố quy hoạch vùng bãi bồi đến năm 2050</h2><p>Hơn năm trăm khách về dự lễ ở bến.</p></div>"
    )
    above = f"<div><span id=lblTitle>{TITLE}</span></div>{DATE}"
    assert read_title(head="<title>Chi tiết tin</title>", banner=slide, above=above) == TITLE


def test_an_agency_s_name_in_capitals_and_a_heading_with_its_date():
    name = "BAN QUẢN LÝ KHU BÃI BỒI"
    heading = f"<h2>{TITLE} <small>(318 lượt xem)</small> <span>12/04/2025</span></h2>"
    assert read_title(head=f"<title>{name}</title>", above=f"<h1>{name}</h1>{heading}") == TITLE


@pytest.mark.parametrize("beside", ["<a href=/cho-noi>Chợ nổi họp lại</a>", ""])
def test_another_article_s_node_without_an_address(beside):
    node = {"@type": "NewsArticle", "headline": "Chợ nổi họp lại", "datePublished": "2025-03-02T03:04:05+07:00"}
    head = f'<title>{TITLE} - {SITE}</title><script type="application/ld+json">{json.dumps(node)}</script>'
    page = f"<head>{head}</head><body>{MENU}<div><h1>{TITLE}</h1>{DATE}{BODY}</div>{beside}"
    article = read_article(
        "https://portal.example/chin-du-an-13579.html", page, layouts=[], site="generic"
    ).article
    assert (article.title, article.published.month) == (TITLE, 4)


def test_a_node_behind_marks_of_character_data():
    node = json.dumps({"@type": "NewsArticle", "headline": TITLE, "articleSection": "Đất đai"})
    head = f'<script type="application/ld+json">//<![CDATA[\n{node}\n//]]></script>'
    page = f"<head>{head}</head><body><div><h1>{TITLE}</h1>{DATE}{BODY}</div>"
    assert read_article(URL, page, layouts=[], site="generic").article.section == "Đất đai"


def test_what_a_template_calls_every_page():
    head = f"<title>{TITLE} - Chi tiết tin - Chuyện bãi bồi</title>"
    assert read_title(head=head, above=f"<h1>Chi tiết tin</h1><h3>{TITLE}</h3>{DATE}") == TITLE


def test_a_site_s_name_stated_twice_that_its_imprint_says():
    name = "Cổng thông tin điện tử Bãi Bồi"
    head = f"<title>{name}</title>{og(name)}"
    assert read_title(head=head, above=f"<h2>{TITLE}</h2>{DATE}", footer=f"<p>{name}</p>") == TITLE


def test_the_first_words_of_a_sentence_are_no_title():
    body = f"<p><strong>{TITLE}</strong> trong mùa nước nổi năm nay, sau nhiều mùa bỏ trống.</p>{BODY}"
    page = f"<head>{og(TITLE)}{DATED}</head><body>{MENU}<div class=noidung>{body}</div>"
    article = read_article(URL, page, layouts=[], site="generic").article
    assert (article.title, article.lead.startswith(TITLE)) == (TITLE, True)


@pytest.mark.parametrize(
    "above",
    [
        f"<table><tr><td><span>{TITLE}</span> <span>(Ngày 12/04/2025)</span></td></tr></table>",
        f"<div>{TITLE} <i>(12/04/2025)</i></div>",
    ],
)
def test_a_title_that_is_no_heading_with_its_date_in_one_cell(above):
    assert read_title(above=above) == TITLE


def test_a_link_behind_the_date_in_its_line_is_no_title():
    date = '<div><time datetime="2025-04-12T08:15:00+07:00">12/04/2025</time> <a>Để lại bình luận ở đây</a></div>'
    assert read_title(above=f"<h1>{TITLE}</h1>{date}") == TITLE


def test_a_line_named_as_the_title_before_the_date_may_be_short():
    head = f"<div class=detail_title>Tin vui</div>{DATE}"
    assert read_title(above=f"<div><b>CHUYỆN BÃI</b></div><div>{head}</div>") == "Tin vui"


def test_the_title_of_a_portlet_in_the_first_heading():
    above = f"<h1 class=portlet-title>Thông báo</h1><div class=header-title><h3>{TITLE}</h3></div>{DATE}"
    assert read_title(head="<title>Thông báo - Ban Quản lý</title>", above=above) == TITLE


@pytest.mark.parametrize("name", ["wp-title", "ms-webpart-titleText title"])
def test_the_title_of_a_web_part_that_title_says_too(name):
    clock = f"<b>CỔNG CỦA BÃI</b><div>{DATE}</div><ul>{'<li>Mục nhỏ</li>' * 12}</ul>"
    above = f"{clock}<div class='{name}'>Thông báo</div><div class=tieu-de>{TITLE}</div>{DATE}"
    assert read_title(head="<title>Thông báo</title>", above=above) == TITLE


def test_the_date_beside_the_author_s_name_tells_the_title_from_a_box_s():
    entries = "".join(
        f"<a href=#><h6>Tin ngắn thứ {n} của bãi</h6><small>20/11/2026 16:0{n}</small></a>" for n in range(2)
    )
    date = "<div class=nho><i></i> 8h15 ngày 12/04/2025 <span><i></i> Lê Thu Hà</span></div>"
    page = (
        f"<head><title>Trang tin</title></head><body><div><div><h5>Tin mới</h5></div><div>{entries}</div></div>"
        f"<div><span>Đất đai</span><h3 class=card-title>{TITLE}</h3>{date}{BODY}</div>"
    )
    article = read_article(URL, page, layouts=[], site="generic").article
    assert (article.title, f"{article.published:%d/%m/%Y %H:%M}") == (TITLE, "12/04/2025 08:15")


@pytest.mark.parametrize("site", ["", f" | {SITE}", f" - {SITE}"])
def test_a_headline_with_signs_of_its_own_beside_a_longer_notice(site):
    title = "Bãi mới - Bến cũ: nối nhịp chín dự án"
    notice = f"<div><h2>Thông báo</h2><p><b>Về việc đo lại đất bãi mới</b></p>{BODY * 2}<p>20/11/2026</p></div>"
    page = f"<h2>{title}</h2>{DATE}"
    assert read_title(head=f"<title>{title}{site}</title>", banner=notice, above=page, body=BODY[:90]) == title


@pytest.mark.parametrize("called", ["<h4>{}</h4>", "<div class=title-news>{}</div>", "<p class=tieude>{}</p>"])
@pytest.mark.parametrize(
    "banner",
    [
        "<div>Thứ tư, 12/03/2025</div><div>Kỷ cương - Trách nhiệm - Hiệu quả</div>",
        "<div><a href='#'>Chỉ thị về bãi mới</a><div>11/03/2025</div></div>",
    ],
)
def test_a_dated_title_behind_a_column_s_prose(called, banner):
    column = f"<div><h3>Bài viết nổi bật</h3>{BODY[:180]}</div>"
    above = f"{called.format(TITLE)}<p>{DATE}</p>"
    assert read_title(head=f"<title>{SITE}</title>", banner=banner + column, above=above) == TITLE


def test_a_title_in_the_line_of_its_date_and_a_share_label():
    label = "\nChia sẻ bải viết :\n"
    above = f"<small><label>Ngày:</label> 12/04/2025</small>\n<span>{TITLE}</span>{label}"
    assert read_title(head=f"<title>{SITE}</title>", above=above) == TITLE
    assert read_title(head=f"<title>{TITLE}</title>", above=f"<p>{DATE}</p><span>{TITLE}</span>{label}") == TITLE


@pytest.mark.parametrize("shown", ["<span>{}</span>", "<table><tr><td><b>{}</b></td></tr></table>"])
def test_a_copy_that_is_not_shown_is_not_where_the_article_begins(shown):
    copy = f"<div style='display:none'><h1>{TITLE}</h1>{BODY[:90]}</div>"
    page = (
        f"<head>{og(TITLE)}</head><body>{MENU}<div>{shown.format(TITLE)}<p>{DATE}</p>"
        f"<div class=noidung>{copy}{BODY}</div></div>"
    )
    article = read_article(URL, page, layouts=[], site="generic").article
    assert article.title == TITLE
    assert article.body_text.count("tổ công tác") == 3


RATES = "<table><tr><th>Mã<th>Mua<tr><td>USD<td>25.214</table><p>Cập nhật: 16:07 21/11/2026</p>"


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td><h2 class=title>{rates}</h2>{box}<td><i>12/04/2025</i><br><b>{title}</b>{body}</table>",
        "<table><tr><td><b>{title}</b><br><i>12/04/2025</i>{body}<td><div class=title>{rates}</div>{box}</table>",
        "<div><div class=col-md-3><h2 class=title>{rates}</h2>{box}</div><div class=col-md-9>"
        "<p class=title>{title}</p><i>12/04/2025</i>{body}</div></div>",
    ],
)
def test_a_dated_box_in_a_column_beside_the_text(page):
    content = page.format(rates="Giá mua vào của các loại tiền", box=RATES, title=TITLE, body=f"<div>{BODY}</div>")
    article = read_article(URL, f"<body>{MENU}{content}", layouts=[], site="generic").article
    assert (article.title, article.published.year) == (TITLE, 2025)


@pytest.mark.parametrize("box", ["Tỷ giá ngoại tệ", "Thời tiết", "Đường dây nóng"])
def test_a_box_that_every_portal_has(box):
    above = f"<div><p class=title>{box}</p>{RATES}</div>"
    assert read_title(banner=above, above=f"<p>{TITLE}</p>{DATE}") == TITLE


@pytest.mark.parametrize("named", ["", "class=tieude_khoi"])
def test_a_section_above_the_date_of_a_title_below_it(named):
    rows = (f"<td {named}><b>Bãi bồi</b>", f"<td>{DATE}", f"<td><b>{TITLE}</b>", f"<td>{BODY}")
    page = f"<body>{MENU}<table>{''.join(f'<tr>{row}' for row in rows)}</table>"
    assert read_article(URL, page, layouts=[], site="generic").article.title == TITLE


def test_a_short_title_above_the_date_of_its_subheading():
    page = f"<body>{MENU}<div><p class=title>Tin vui</p>{DATE}<p>{TITLE}</p><div>{BODY}</div></div>"
    assert read_article(URL, page, layouts=[], site="generic").article.title == "Tin vui"


def test_a_path_in_words_above_the_date_is_no_title():
    rows = ("<td><b>Trang chủ » Đất mới - Bãi bồi</b>", f"<td>{DATE}", f"<td><b>{TITLE}</b>", f"<td>{BODY}")
    page = f"<body>{MENU}<table>{''.join(f'<tr>{row}' for row in rows)}</table>"
    assert read_article(URL, page, layouts=[], site="generic").article.title == TITLE


@pytest.mark.parametrize("head", [og("Tin tức"), f"{og('Tin tức')}<title>{SITE}</title>"])
def test_a_template_that_states_a_section_for_every_page(head):
    assert read_title(head=head, above=f"<p class=tieude>{TITLE}</p>{DATE}") == TITLE


def test_a_short_title_that_is_stated_and_shown():
    assert read_title(head=og("Tin vui"), above=f"<p class=tieude>Tin vui</p>{DATE}") == "Tin vui"


def test_the_site_s_name_in_title_and_above_a_dated_title():
    banner = "Cổng thông tin của các bãi bồi"
    above = f"<div>{banner}</div><table><tr><td class=heading>{TITLE}</table>{DATE}"
    assert read_title(head=f"<title>{banner}</title>", above=above) == TITLE


def test_a_heading_marked_as_the_headline_above_a_label_of_details():
    above = f"<h2 itemprop=headline>{TITLE}</h2><dl><dt>Thông tin chi tiết<dd>{DATE}</dl>"
    assert read_title(above=above) == TITLE


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        (f"{TITLE}, chín hộ dời lên b", SITE),  # in a word
        (f"{TITLE}, chín hộ dời", f"{TITLE}, chín hộ dời lên bờ | {SITE}"),
    ],
)
def test_a_stated_title_cut_to_a_length(stated, title):
    whole = f"{TITLE}, chín hộ dời lên bờ"
    head = f"{og(stated)}<title>{title}</title>"
    assert read_title(head=head, above=f"<h1>{whole}</h1>{DATE}") == whole


@pytest.mark.parametrize("tag", ["caption", "th", "td"])
def test_a_title_in_a_part_of_a_table(tag):
    heading = f"<caption>{TITLE}</caption>" if tag == "caption" else f"<tr><{tag}>{TITLE}</{tag}>"
    page = f"<head>{og(TITLE)}</head><body>{MENU}<table>{heading}<tr><td>{DATE}<tr><td><div>{BODY}</div></table>"
    article = read_article(URL, page, layouts=[], site="generic").article
    assert (article.title, article.published.year) == (TITLE, 2025)


@pytest.mark.parametrize(
    "counter",
    ["<span class=cmt>(12)</span>", "<span class=count><i></i>12</span>", "<span class=views><i></i>12</span>"],
)
def test_a_counter_in_the_heading(counter):
    assert read_title(head=DATED, above=f"<h1>{TITLE} {counter}</h1>") == TITLE


def test_a_number_behind_a_heading_that_title_does_without():
    head = f"<title>{TITLE} | {SITE}</title>{og(TITLE)}{DATED}"
    assert read_title(head=head, above=f"<h1>{TITLE} <span class=so>12</span></h1>") == TITLE


def test_a_number_that_ends_a_heading_is_its_own():
    assert read_title(head=DATED, above=f"<h1>{TITLE} <span class=so>12</span></h1>") == f"{TITLE} 12"


def test_a_stated_section_of_a_longer_name_above_the_title_that_title_says():
    section = "Nông nghiệp, nông thôn"
    head = f"<title>{TITLE} | {SITE}</title>{og(section)}"
    assert read_title(head=head, above=f"<p>{section}</p><h1>{TITLE}</h1>{DATE}") == TITLE


def test_the_site_s_name_in_front_of_the_title():
    head = f"<title>{SITE} - {TITLE}</title>"
    banner = f"<h1 class=logo>{SITE}</h1>"
    assert read_title(head=head, banner=banner, above=f"{DATE}<div id=lblTen>{TITLE}</div>") == TITLE


def test_quotes_that_were_encoded_twice():
    title = "Chín hộ: &amp;quot;Dời lên bờ&amp;quot;"
    assert read_title(head=og(title), above=f"<div>Bến mới</div>{DATE}") == 'Chín hộ: "Dời lên bờ"'


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        (f"{TITLE} 13/10/2025", f"{TITLE} 13/10/2025"),
        (f"{TITLE} (13/10/2025)", TITLE),
        (f"{TITLE} - 13/10/2025", TITLE),
        (f"{TITLE} 13/10/2025 08:15", TITLE),
    ],
)
def test_a_day_at_the_end_of_a_heading(heading, title):
    assert read_title(head=f"<title>{TITLE[:17]}...</title>{DATED}", above=f"<h1>{heading}</h1>") == title


def test_a_heading_that_the_imprint_repeats():
    banner = f"<h1>{SITE}</h1><p>21/11/2026 09:41:05</p>"
    assert read_title(banner=banner, above=f"<h2>{TITLE}</h2>{DATE}", footer=f"<p>© {SITE}</p>") == TITLE


def test_a_stated_title_of_a_page_that_calls_itself_a_website():
    named = f'<meta property="og:type" content="website"><meta property="og:site_name" content="{SITE}">'
    head = f"<title>{TITLE} | {SITE}</title>{og(TITLE)}{named}{DATED}"
    below = "<div>Chuyện hôm nay của bãi bồi và của những nhà máy</div>"
    assert read_title(head=head, above=f"<div>{TITLE}</div>{below}") == TITLE


def test_a_stated_section_that_a_link_of_the_menu_leads_to():
    head = f"<title>{TITLE}</title>{og('Khoa học - Công nghệ')}"
    banner = "<ul><li><a href=/khoa-hoc>Khoa học - Công nghệ</a></ul>"
    assert read_title(head=head, banner=banner, above=f"<div>{TITLE}</div>{DATE}") == TITLE


@pytest.mark.parametrize(
    "banner", [f"<h1>{SITE}</h1>", f"<h1 class=logo>{SITE}</h1>", f"<h1><a href=/tin/>{SITE}</a></h1>"]
)
@pytest.mark.parametrize("above", [f"<h2>{TITLE}</h2>{DATE}", f"<h4 class=TieuDeTin>{TITLE}</h4>"])
def test_a_site_s_name_that_is_stated_and_heads_the_page(banner, above):
    assert read_title(head=og(SITE) + DATED, banner=banner, above=above) == TITLE


def test_a_headline_like_a_site_s_name_that_is_stated_and_heads_the_page():
    title = f"{SITE} mời chín hộ đến nghe"
    below = f"{DATE}<h2 class=tieu-de>Chín hộ nghe cách tính giá</h2>"
    assert read_title(head=og(title), above=f"<h1>{title}</h1>{below}") == title


def test_a_heading_called_a_logo():
    assert read_title(head=DATED, banner="<h1 class=logo9>Bãi Bồi Xanh</h1>", above=f"<h2>{TITLE}</h2>") == TITLE


OTHER = "Chín bến đò mở lại trước mùa nước"


@pytest.mark.parametrize(
    ("head", "above"),
    [
        (f"<title>{SITE} - {TITLE}</title>", f"<h3>{TITLE}</h3>"),
        (f"<title>{OTHER}</title>", f"<font size=4><b>{TITLE}</b></font><br>{DATE}"),
        ("", f"<h1>{SITE}</h1>{DATE}<h2 class=title>{TITLE}</h2>"),
    ],
)
def test_another_article_s_title_that_is_stated_and_only_a_link_says(head, above):
    shown = f"<p><a href=/khac>{OTHER}</a></p>"
    banner = f"<a href=/tin/>{SITE}</a>"
    assert read_title(head=f"{head}{og(OTHER)}{DATED}", above=above, banner=banner, footer=shown) == TITLE


def test_a_column_called_tin_tieu_diem_before_a_short_article():
    teaser = (
        "<div><b><a href=/t/{0}>Một bài khác có tựa đề khá dài số {0}</a></b><p>Nhà thầu {0} bổ sung máy xúc "
        "cho tuyến đường ra bãi triều, mỗi ngày ba ca.</p></div>"
    )
    column = f"<div class=panel-heading>Tin tiêu điểm</div>{''.join(map(teaser.format, range(9)))}"
    short = BODY[: BODY.index("</p>")]
    assert (
        read_title(banner=f"<div>{column}</div>", above=f"<p class=tieude>{TITLE}</p>{DATE}", body=short) == TITLE
    )


def test_a_first_heading_that_only_repeats_title_beside_the_page_s_clock():
    head = f"<title>Bãi Bồi Xanh</title>{og(TITLE)}"
    banner = "<div><h1>Bãi Bồi Xanh</h1><span>Thứ Sáu, 21/11/2025 09:41</span></div>"
    page = f"<head>{head}</head><body>{banner}<div><h2>{TITLE}</h2><p>{DATE}</p><div>{BODY}</div></div>"
    article = read_article(URL, page, layouts=[], site="generic").article
    assert (article.title, f"{article.published:%d/%m/%Y}") == (TITLE, "12/04/2025")


def test_a_counter_deep_in_the_line_of_the_title():
    line = f"<font size=4><b>{TITLE} <small>(2899 lượt xem)</small></b></font><br>"
    assert read_title(above=f"{line}{DATE}") == TITLE


def test_a_column_of_rows_that_begin_with_headlines_says_more_than_the_article_behind_it():
    row = (
        "<tr><td><a href=/t/{0}>Một bài khác có tựa đề khá dài số {0}</a> <i>1{0}/03/2025</i><p>{1}</p></td></tr>"
    )
    rows = "".join(
        row.format(n, f"Nhà thầu {n} bổ sung máy xúc cho đường ra bãi, mỗi ngày ba ca.") for n in range(9)
    )
    own = f"<table><tr><td>{DATE}<tr><td><b>{TITLE}</b><tr><td>{BODY[: BODY.index('</p>')]}</table>"
    page = f"<table><tr><td width=210><table>{rows}</table><td>{own}</table>"
    article = read_article(URL, f"<body>{MENU}{page}", layouts=[], site="generic").article
    assert (article.title, f"{article.published:%d/%m/%Y}") == (TITLE, "12/04/2025")


@pytest.mark.parametrize(
    ("title", "read"),
    [(TITLE, TITLE), ("Tin nổi bật", "Tin tức")],
)
def test_the_title_of_a_web_part_with_the_date_below_it(title, read):
    above = f"<div><h2 class=ms-webpart-titleText>\u200b{title}</h2></div><div>ngày 12 tháng 4 năm 2025</div>"
    assert read_title(head="<title>Tin tức</title>", above=above) == read


def test_a_link_in_the_first_sentence_is_no_other_article_s():
    first = (
        "Chia sẻ bài viết :Ngày 24/12, tổ trao giấy <a href=/cat>cho</a> các hộ nuôi hàu ở bãi triều phía đông, "
        "mỗi hộ được thuê mặt nước trong mười năm và được vay vốn để mua cọc và phao, giá tính theo từng thửa."
    )
    above = f"<p class=tit><b>{TITLE}</b></p>"
    assert read_title(head=DATED, above=above, body=f"{first}<br><br>{PLAIN}") == TITLE


SPELLED = "https://portal.example/tin/{}them-chin-du-an-chon-bai-moi-2-5-ha{}"
SPELLED_TITLE = "Thêm chín dự án chọn bãi mới 2,5 ha"


@pytest.mark.parametrize(
    ("before", "behind"), [("", "-81.html"), ("81/", ".htm"), ("", ".29680.aspx"), ("81-", "")]
)
def test_the_line_that_the_address_spells_is_the_title(before, behind):
    column = f"<div><h2>Lời ngỏ</h2><p>{'Kính thưa bà con, mỗi góp ý là một viên gạch. ' * 9}</p></div>"
    foot = f"<p>Đăng lúc 08:15 ngày 12/04/2025</p><p>{'Bãi bồi mỗi năm lấn ra biển chừng ba mươi mét. ' * 3}</p>"
    page = (
        f"<title>Trang tin</title><body>{column}<div><div>{SPELLED_TITLE}</div><div>{BODY}{BODY}</div>{foot}</div>"
    )
    url = SPELLED.format(before, behind)
    assert read_article(url, page, layouts=[], site="generic").article.title == SPELLED_TITLE


@pytest.mark.parametrize("part", ["Đất đai", "Thêm chín dự án"])
def test_a_part_of_the_address_that_is_a_section_s_or_a_longer_line_s_is_no_title(part):
    page = f"<title>{SPELLED_TITLE}</title><body><div><p>{part}</p><h2>{SPELLED_TITLE}</h2>{DATE}{BODY}</div>"
    url = SPELLED.format("dat-dai/", "-81.html")
    assert read_article(url, page, layouts=[], site="generic").article.title == SPELLED_TITLE


def test_a_headline_that_ends_as_names_of_papers_do():
    title = "Hướng dẫn hộ nuôi hàu kê khai thuế điện tử"
    bar = "<div><span>Cổng TTĐT xã Bến Giang</span> <span>08:00:12 - 03/03/2026</span></div>"
    page = f"<title>{title}</title><body>{bar}{MENU}<div><h1>{title}</h1>{DATE}<div>{BODY}</div></div>"
    assert read_article(URL, page, layouts=[], site="generic").article.title == title


def test_a_lead_of_one_short_sentence_in_bold_below_a_title_of_fonts():
    path = "<font>Trang chủ » <b>Nông nghiệp</b></font><hr>"
    lead = "<table><tr><td><font><strong>Bà Tư thì mong thủ tục gọn hơn nữa.</strong><br><br>"
    text = (
        "Từ đầu vụ, thương lái đánh xe về tận thôn để lấy hàng, mỗi ngày chừng bốn tấn hàu sữa còn tươi nguyên. "
    )
    page = (
        "<html lang=vi><title>Cổng thông tin thành phần</title><body>"
        f"<table><tr><td><a href=/>Cổng thông tin thành phần</a></td><td>{path}"
        f"<font size=4><b>Chuyện người giữ giống hàu ở bãi đông</b></font><br><br>{lead}{text * 2}<br><br>{text}"
        "</font></td></tr></table><p>Đăng ngày 22/3/2010 - Lượt xem: 850</p></td></tr></table>"
    )
    article = read_article("https://portal.example/tin?nid=7", page, layouts=[], site="generic").article
    assert article.title == "Chuyện người giữ giống hàu ở bãi đông"


def test_a_caption_beside_a_picture_below_the_date_is_no_title():
    text = "Từ đầu vụ, thương lái đánh xe về tận thôn để lấy hàng, mỗi ngày chừng bốn tấn hàu sữa còn tươi nguyên."
    picture = (
        "<table><tr><td><img src=/a.jpg></td><td><i>Bà Tư giới thiệu hàu giống với khách</i></td></tr></table>"
    )
    page = (
        "<html lang=vi><title>Trang chi tiết</title><body><div>"
        f"<div><h1>Hợp tác xã giữ giá hàu giữa mùa mưa</h1></div><div><p>{text}</p>"
        f"<em>Thứ Hai - 18/05/2026 10:07</em></div><div>{picture}<p>{text}</p><p>{text}</p></div></div>"
    )
    article = read_article("https://portal.example/tin?nid=7", page, layouts=[], site="generic").article
    assert article.title == "Hợp tác xã giữ giá hàu giữa mùa mưa"


def test_the_site_s_name_that_machine_data_states_and_the_imprint_says_in_capitals():
    site = "Báo Bãi Bồi điện tử"
    head = f"{og(site)}<title>{site} - Tin tức, sự kiện nổi bật trong tỉnh</title>"
    imprint = f"<p><b>{site.upper()}</b></p><p>Tổng Biên tập: Lê Bồi</p>"
    assert read_title(head=head, footer=imprint) == TITLE


def test_the_main_element_as_wordpress_calls_it_is_no_link_to_skip():
    main = f"<div><h1 class=post-title>[Ảnh] {TITLE}</h1><p>12/04/2025</p></div><div>{BODY[:90]}</p></div>"
    rows = "".join(
        f"<li><h3><a href=/7{n}>Một bài khác có tựa đề khá dài</a></h3>{BODY[:90]}</p></li>" for n in range(6)
    )
    others = f"<aside><h2 class=wp-block-heading>Chuyện làng chài</h2><div><ul>{rows}</ul></div></aside>"
    page = f"<title>Báo Bãi Bồi</title><body>{MENU}<main id=wp--skip-link--target>{main}</main>{others}"
    url = "https://bao.example/anh-them-chin-du-an-chon-bai-moi/"
    assert read_article(url, page, layouts=[], site="generic").article.title == f"[Ảnh] {TITLE}"


NAMED = "Cổng thông tin điện tử xã Bãi Bồi"


@pytest.mark.parametrize("above", [f"<h1>{TITLE}</h1>", f"<h2>{TITLE}</h2><p>Mai Lan</p>", f"<div>{TITLE}</div>"])
@pytest.mark.parametrize(
    "banner",
    ["", f"<div>{NAMED.upper()}</div>", f"<marquee>Chào mừng bạn đến với {NAMED} và các bãi bồi</marquee>"],
)
@pytest.mark.parametrize("title", [NAMED, "Chi tiết tin tức"])
def test_the_name_of_a_site_that_machine_data_states_is_no_title(title, banner, above):
    head = f"{og(NAMED)}<title>{title}</title>{DATED}"
    assert read_title(head=head, banner=banner, above=above) == TITLE


def test_a_page_that_shows_no_title_but_the_site_s_name_is_no_article():
    with pytest.raises(PageError, match="title"):
        read_title(head=f"{og(NAMED)}<title>{NAMED}</title>{DATED}", above="")


def test_an_agency_s_name_may_open_the_title():
    title = "Sở Nông nghiệp khuyến cáo chín hộ ở bãi mới"
    head = f"{og(title)}<title>{title}</title>{DATED}"
    for above in (f"<h2>{title}</h2>", f"<div>{title}</div>", f"<div>{title} <i>(12/04/2025)</i></div>"):
        above += "<p>Chuyện hôm nay của bãi bồi và của những nhà máy</p>"
        assert read_title(head=head, above=above) == title


def test_who_announces_it_before_a_colon_in_the_heading_too():
    title = f"{SITE}: Thông tin tuyển dụng"
    node = f'<meta property="og:site_name" content="{SITE}">'
    head = f"<title>{title}</title>{og(title)}{node}{DATED}"
    assert read_title(head=head, above=f"<h1>{title}</h1>{DATE}") == title


@pytest.mark.parametrize(
    "caption",
    [
        "<p>Một góc bãi bồi nhìn từ trên đê. Ảnh: Mai Lan</p>",
        "<p class=img-caption>Một góc bãi bồi nhìn từ trên đê cao</p>",
        "<p>Một góc bãi bồi nhìn từ trên đê cao</p>",
    ],
)
def test_a_caption_between_the_title_and_the_date_is_none(caption):
    above = f"<h2>{TITLE}</h2><div><img src=/1.jpg></div>{caption}{DATE}"
    assert read_title(head="<title>Chi tiết tin</title>", above=above) == TITLE


def test_a_title_between_the_date_and_the_authors_in_one_line():
    row = (
        f"<span>15h32, 12/04/2025</span><span class=headline>{TITLE}</span><span>Đức Toản &amp; Mạnh Quyết</span>"
    )
    assert read_title(head="<title>Chi tiết tin</title>", above=f"<div>{row}</div>") == TITLE


def test_the_authors_the_date_and_how_long_it_takes_to_read_are_no_title():
    row = "<span>Thế Anh &amp; Dịu Hương</span>·<span>12.04.2025, 05:58:12</span>·<span>1 phút đọc</span>"
    assert read_title(head="<title>Chi tiết tin</title>", above=f"<div>{TITLE}</div><div>{row}</div>") == TITLE


def test_a_section_with_whose_name_the_address_begins():
    title = "Đầu tư vào bãi mới từ chín nhà máy bên bến Giang"
    path = "<p><span>Trang chủ</span> › <span>Đầu tư vào bãi mới</span></p>"
    above = f"<title>Chi tiết tin</title><body>{MENU}{path}<div><div>{title}</div>{DATE}</div>"
    page = f"{above}<div>{BODY}</div>"
    url = "https://portal.example/dau-tu-vao-bai-moi-tu-chin-nha-may-ben1r7dri.aspx"
    assert read_article(url, page, layouts=[], site="generic").article.title == title


def test_the_title_in_the_cell_behind_its_label():
    row = "<tr><td class=ms-formlabel><h3>{}</h3></td><td class=ms-formbody>{}</td></tr>"
    rows = [("Tiêu đề", TITLE), ("Chuyên mục", "<a href=/c>Đầu tư</a>"), ("Ngày đăng", "12/04/2025 08:15")]
    table = "".join(row.format(*pair) for pair in rows) + row.format("Nội dung", f"<div>{BODY}</div>")
    page = f"<title>Tin tức</title><body>{MENU}<table>{table}</table>"
    assert read_article(URL, page, layouts=[], site="generic").article.title == TITLE


def test_the_site_s_name_in_a_heading_above_a_menu_that_scripts_open():
    head = f"<title>Trang chủ - {SITE}</title>{og(SITE)}"
    menu = "<ul>" + "".join(f"<li><a href=#><span>Mục số {n}</span></a>" for n in range(9)) + "</ul>"
    banner = f"<div><h1 class=sitename>{SITE.upper()}</h1><div>Thứ Sáu, 12/12/2025</div></div>{menu}"
    article = f"<div><h2 class=post_name>{TITLE}</h2><p>12/04/2025 08:15</p><div>{BODY}</div></div>"
    page = f"<head>{head}</head><body>{banner}{article}<p>{SITE}</p><p>© {SITE}</p>"
    assert read_article(URL, page, layouts=[], site="generic").article.title == TITLE


def test_the_site_s_name_in_another_language_that_its_banner_and_machine_data_say():
    name = "Alluvial Land Authority"
    banner = f"<div><h1>{SITE}</h1><h2>{name}</h2></div>"
    page = f"<title>Detail</title>{og(name)}<body>{banner}{MENU}<div><h3>{TITLE}</h3><div>{BODY}</div>"
    page += "<div><span>Ngày đăng: 12/04/2025 08:15</span></div></div>"
    assert read_article(URL, page, layouts=[], site="generic").article.title == TITLE


def test_a_signature_above_the_date_below_the_text_is_no_title():
    heading = f"<font size=5><b>{TITLE}</b></font><br>"
    end = f"<p align=right><b>Thu Chung - Việt Hoa</b></p><p>(Đăng ngày: 12/04/2025)</p><ul><li>{LISTED}</ul>"
    imprint = "<p>Trưởng Ban biên tập: Phó Trưởng Ban. Giấy phép số 215/GP-TTĐT. Địa chỉ: phường Bến Giang.</p>"
    page = f"<title>{SITE}</title><body>{MENU}<table><tr><td>{heading}{BODY}{end}</table>{imprint}"
    assert read_article(URL, page, layouts=[], site="generic").article.title == TITLE


def test_what_skips_to_the_text_and_a_section_in_a_field_are_no_title():
    skip = "<a href=#noi-dung>Đi tới nội dung</a>"
    fields = "<tr><td>Chuyên mục:<td>Môi trường<tr><td>Ngày đăng tải:<td>16:55 26/11/2025"
    above = f"<span style='font-size:20px'>{TITLE}</span><table>{fields}</table>"
    page = f"<title>{SITE}</title><body>{skip}{MENU}<div>{above}<div>{BODY}</div></div>"
    assert read_article(URL, page, layouts=[], site="generic").article.title == TITLE


def test_the_link_of_a_heading_to_itself():
    page = f"<h1>{TITLE}</h1>{DATE}<div>{BODY}<h2>Phần hai<a href=#phan-hai>#</a></h2>{BODY}</div>"
    article = read_article(URL, f"<body><div>{page}</div>", layouts=[], site="generic").article
    assert "\n\nPhần hai\n\n" in article.body_text
