"""The date of a Vietnamese page: which of the dates on it is the article's, and when the page shows none."""

import pytest

from kkt_crawler.pages import PageError, read_article
from kkt_crawler.pages.when import dates_letter, is_clock, is_dateline, opens_dateline

TEXT = "<p>Sáng nay tổ công tác đến từng hộ để nghe ý kiến về cách tính giá đất ở bãi mới.</p>" * 4
TITLE = "<h1>Thêm chín dự án chọn bãi mới</h1>"


def read(body, head=""):
    page = f"<html lang=vi><head><title>Thêm chín dự án chọn bãi mới</title>{head}</head><body>{body}</body>"
    return read_article("https://portal.example/tin", page, layouts=[], site="generic")


def published(body, head=""):
    return f"{read(body, head).article.published:%d/%m/%Y %H:%M:%S}"


def stating(date):
    return f'<meta property="article:published_time" content="{date}">'


@pytest.mark.parametrize(
    "row",
    [
        "Lê Hà · 12 thg 4, 2025 lúc 08:15 · 3 phút đọc",
        "<span>Bởi Lê Thu Hà</span><b>·</b><span>12 thg 4, 2025 lúc 08:15</span>",
    ],
)
def test_months_shortened_as_browsers_do(row):
    assert published(f"{TITLE}<div>{row}</div><div>{TEXT}</div>") == "12/04/2025 08:15:00"


def test_a_day_may_be_the_heading_above_the_title():
    post = f"<div><div><a name=7></a>{TITLE}<div>{TEXT}</div></div></div>"
    heading = "<h2 class=date-header><span>Thứ Bảy, 12 tháng 4, 2025</span></h2>"
    assert published(f"<div>{heading}{post}</div>") == "12/04/2025 00:00:00"
    for other in (
        heading.replace("h2", "div"),
        f"{heading}<p>Chuyện của bãi</p>",
        f"<div>{heading}<p>Mưa</p></div>",
    ):
        with pytest.raises(PageError, match="published"):
            read(f"<div>{other}{post}</div>")


ITEM = "<div itemscope><a href=/khac>{}</a><meta itemprop=datePublished content=2025-01-31T06:45:00+07:00></div>"
OWN = "<div itemscope>{}<meta itemprop=datePublished content=2025-04-12T08:15:30+07:00>{}</div>"


@pytest.mark.parametrize(
    "body",
    [
        f"{ITEM.format('Bến mới mở cửa')}{TITLE}<p class=date>12/04/2025 08:15:30</p><div>{TEXT}</div>",
        f"{ITEM.format('Bến mới mở cửa')}{OWN.format(TITLE, f'<div>{TEXT}</div>')}",
        f"{ITEM.format('Bến mới mở cửa')}{TITLE}{OWN.format('', TEXT)}",
        f"<meta itemprop=datePublished content=2025-04-12T08:15:30+07:00>{TITLE}<div>{TEXT}</div>",
    ],
)
def test_another_article_s_item_says_nothing_of_this_one(body):
    assert published(body) == "12/04/2025 08:15:30"


@pytest.mark.parametrize(
    ("stated", "shown", "expected"),
    [
        ("4/5/2025 8:15:30 PM", "05/04/2025", "05/04/2025 20:15:30"),
        ("4/5/2025 8:15:30 PM", "4/5/2025", "04/05/2025 20:15:30"),
        ("4/5/2025 8:15:30 PM", "06/05/2025", "04/05/2025 20:15:30"),
        ("2025-05-04T20:15:30+07:00", "05/04/2025", "04/05/2025 20:15:30"),
    ],
)
def test_the_shown_date_tells_day_and_month_of_a_stated_one_apart(stated, shown, expected):
    assert published(f"{TITLE}<p class=date>{shown}</p><div>{TEXT}</div>", stating(stated)) == expected


@pytest.mark.parametrize(
    ("stated", "shown", "expected"),
    [
        ("2026-11-27T09:10:00+07:00", "Thứ Bảy, 12/04/2025 08:15", "12/04/2025 08:15:00"),
        ("2026-11-27T09:10:00+07:00", "12/04/2025 | 318 lượt xem", "12/04/2025 00:00:00"),
        ("2026-11-27T09:10:00+07:00", "Thứ Hai, 12/04/2025 08:15", "27/11/2026 09:10:00"),  # it was a Saturday
        ("2026-11-27T09:10:00+07:00", "Lễ mở bãi: 12/04/2025", "27/11/2026 09:10:00"),
        ("2025-04-13T09:10:00+07:00", "12/04/2025 08:15", "13/04/2025 09:10:00"),
        ("2025-04-12T08:15:00+07:00", "Cập nhật: 27/11/2026 09:10", "12/04/2025 08:15:00"),
        ("2025-04-12T01:15:30Z", "12/04/2025 08:15", "12/04/2025 08:15:30"),
        ("2025-04-12T08:15:30Z", "12/04/2025 08:15", "12/04/2025 08:15:00"),
        ("2025-04-12T20:15:30Z", "12/04/2025", "12/04/2025 00:00:00"),
        ("2025-04-11T20:15:30Z", "12/04/2025", "12/04/2025 03:15:30"),
        ("2026-11-27T09:10:00+07:00", "Đăng ngày: 12/04/2025 - Chuyên mục: Bãi mới", "12/04/2025 00:00:00"),
    ],
)
def test_a_stated_date_that_the_line_below_the_title_contradicts(stated, shown, expected):
    assert published(f"{TITLE}<p>{shown}</p><div>{TEXT}</div>", stating(stated)) == expected


def test_a_teaser_above_the_title_is_no_text_that_the_date_stands_below():
    teaser = "<div><p>Bãi mới nhìn từ con đê cũ: nơi gặp nhau của những người đi mở đất</p></div>"
    body = f"<div>{teaser}{TITLE}<p>12/04/2025</p>{TEXT}</div>"
    assert published(body, stating("2026-11-27T09:10:00+07:00")) == "12/04/2025 00:00:00"


@pytest.mark.parametrize(
    ("name", "line", "expected"),
    [
        ("DC.date", "12/04/2025", "12/04/2025"),
        ("article:published_time", "12/04/2025", "27/11/2026"),
        ("article:published_time", "Ngày đăng: 12/04/2025", "12/04/2025"),
    ],
)
def test_a_line_below_the_text_contradicts_what_dates_the_page_or_says_that_it_dates_the_article(
    name, line, expected
):
    head = f'<meta name="{name}" content="2026-11-27">'
    body = f"<table><tr><td>{TITLE}<tr><td>{TEXT}<tr><td><p>{line}</p><p>In</p></table>"
    assert published(body, head) == f"{expected} 00:00:00"
    assert published(f"{TITLE}<div>{TEXT}<p>{line}</p></div>", head) == f"{expected} 00:00:00"
    assert published(f"{TITLE}<div>{TEXT}<p>12/04/2025</p>{TEXT}</div>", head) == "27/11/2026 00:00:00"


def test_a_date_in_the_text_contradicts_nothing():
    body = f"{TITLE}<div>{TEXT}<p>12/04/2025</p></div>"
    assert published(body, stating("2026-11-27T09:10:00+07:00")) == "27/11/2026 09:10:00"


def test_a_date_stated_for_another_zone_is_told_in_ours():
    assert read(f"{TITLE}{TEXT}", stating("2025-04-11T22:15:30Z")).article.published.isoformat() == (
        "2025-04-12T05:15:30+07:00"
    )


@pytest.mark.parametrize(
    "line", ["26 Tháng Một, 2026", "Tháng Một 26, 2026", "Th1 26, 2026", "Đăng ngày 26 tháng một năm 2026"]
)
def test_a_month_in_words(line):
    assert published(f"{TITLE}<p>{line}</p><div>{TEXT}</div>") == "26/01/2026 00:00:00"


MENU = "<ul><li><a href=/>Trang chủ</a><li><a href=/m>Giới thiệu</a></ul>"
LIST = "".join(
    f"<p><a href=/k{n}>Một bài khác có tựa đề khá dài số {n}</a> <i>0{n}/01/2025</i></p>" for n in (2, 3, 4)
)
FILE = "<a href=/f/1.pdf>Quyết định số 12 về giá đất, ngày 11/04/2025</a>"
CLOCK = "<p>Thứ Sáu, 27/11/2026</p>"
PATH = "<p><a href=/tin>Tin tức</a></p>"
EVENT_TITLE = "<div><i>Hội nghị ngày 9/4/2025</i>Thêm chín dự án chọn bãi mới</div>"
PIECES = "<b>12</b>/<b>04</b>/<b>2025</b>"
DEADLINE = "Hạn gửi đơn về xã: 17h00 ngày 9/5/2025, tại bến đò"
EVENT = "<br>Lễ mở bãi mới diễn ra từ ngày 9/4/2025, mọi người cùng đến dự.<br>"


@pytest.mark.parametrize(
    "body",
    [
        f"{CLOCK}<main><div>{TITLE}<div>{TEXT}</div><p align=right>12/04/2025</p></div></main>",
        f"<article><header>{TITLE}</header><div>{TEXT}</div><footer>12/04/2025 <p>In</p></footer></article>",
        f"<article><header><i>12/04/2025</i>{TITLE}</header><div>{TEXT}</div></article>",
        f"<table><tr><td>{TITLE}<tr><td>{TEXT}<tr><td><p>12/04/2025</p><p>In</p><div>{LIST}</div></table>",
        f"<table><tr><td>{TITLE}<tr><td>{TEXT}<tr><td><p>12/04/2025</p><div>Các tin khác:{LIST}</div></table>",
        f"<div>{TITLE}<div><p>12/04/2025</p>{FILE}</div><div>{TEXT}</div></div>",
        f"<div class=card><p>{TITLE}</p><div>{TEXT}</div><div class=card-footer>12/04/2025</div></div>",
        f"<div>{TITLE}<p class=date><b>12</b>/<b>04</b>/<i>2025</i></p><div>{TEXT}</div></div>",
        f"<div>{TITLE}<p class='date right'>12/04/2025</p><div>{TEXT}</div></div>",
        f"<div class=meta><b>12/04/2025</b></div><a href=#>In</a><div>{TITLE}{TEXT}</div>",
        f"<p>Ngày đăng: 12/04/2025</p><main><div>{TITLE}{TEXT}</div></main>",
        f"<div><div class=header>{PATH}<b>12/04/2025</b></div>{TITLE}<div>{TEXT}</div></div>",
        f"<div>{TITLE}<div class=top>{PATH}<b>12/04/2025</b></div><div>{TEXT}</div></div>",
        f"<div>{TITLE}<a href=/tin>Đăng ngày <div>12/04/2025</div></a><div>{TEXT}</div></div>",
        f"{TITLE}<i class='fa fa-clock-o'>12/04/2025</i><div>{TEXT}</div>",
        f"{TITLE}<div>{TEXT}<p>Bãi mới từ trên cao, ngày 9/4/2025</p>{TEXT}<p>12/04/2025</p></div>",
        f"{TITLE}<p>Bãi Mới, ngày 9 tháng 4 năm 2025</p><div>{TEXT}</div><p>Ngày đăng: 12/04/2025</p>",
        f"<table><tr><td>{TITLE}{TEXT}{EVENT}{TEXT}<p>12/04/2025</p></table>",
        f"<div>{TITLE}<span>| {PIECES}</span> <span>Lượt xem: 318</span><div>{TEXT}</div></div>",
        f"<div>{PATH}<div>{PIECES}</div>{TITLE}<div>{TEXT}</div></div>",
        f"<div>{TITLE}<p>{PIECES}</p><div>{TEXT}<p>Thời gian: 8h00 ngày 9/4/2025<br>Địa điểm: Bến đò</p></div>",
        f"<div><p>Hội nghị ngày 9/4/2025</p>{TITLE}<p>{PIECES}</p><div>{TEXT}</div></div>",
        f"<div><p>Hội nghị ngày 9/4/2025</p>{TITLE}<div>{TEXT * 9}</div><p>12/04/2025</p></div>",
        f"<div>{EVENT_TITLE}<div><b>Chuyện của làng Bãi Bồi Mới</b><p>12/04/2025</p></div><div>{TEXT}</div></div>",
        f"<div>{TITLE}<div><p>12</p><p>Tháng 4, 2025</p></div><div>{TEXT}<p>{DEADLINE}</p></div></div>",
    ],
)
def test_where_the_date_stands(body):
    assert published(f"<div>{MENU * 3}</div>{body}") == "12/04/2025 00:00:00"


@pytest.mark.parametrize(
    "body",
    [
        f"{CLOCK}<main><div>{TITLE}<div>{TEXT}</div></div></main>",
        f"<div>{CLOCK}</div><table><tr><td></td><td>{TITLE}<div>{TEXT}</div></td></tr></table>",
        f"{TITLE}<div>{TEXT}<p>Bắt đầu: 12/04/2025 - Kết thúc: 31/12/2025</p></div>",
        f"{TITLE}<div>{TEXT}<p>{DEADLINE}</p></div>",
        f"{TITLE}<div>{TEXT}<p>Nộp đơn trước 17h00 ngày 9/5/2025</p></div>",
        f"{TITLE}<div>{TEXT}</div><div><p>{FILE}</p></div>",
        f"{TITLE}<div>{TEXT}</div><div><p>12/04/2025</p><ul>{LIST}</ul></div>",
        f"{TITLE}<div>{TEXT}</div><div>{LIST}</div>",
        f"<div><div class=top>{MENU * 3}<p>27/11/2026</p></div>{TITLE}<div>{TEXT}</div></div>",
        f"{TITLE}<div>{TEXT}</div><div><h3>Giá lúa</h3><table><td>9.800</table><i>Cập nhật 27/11/2026</i></div>",
        f"<div>{TITLE}<a href=/khac>Bài khác <div>12/04/2025</div></a><div>{TEXT}</div></div>",
    ],
)
def test_what_is_no_date_of_the_article(body):
    with pytest.raises(PageError, match="published"):
        read(f"<div>{MENU}</div>{body}")


def test_the_day_alone_in_a_box_with_its_month_is_no_lead():
    box = "<div><p>12</p><p>Tháng 4, 2025</p></div>"
    assert read(f"<div>{TITLE}<div>{box}{TEXT}</div></div>").article.lead.startswith("Sáng nay")


def test_a_deadline_stays_in_the_text():
    body = f"<div>{TITLE}<p>12/04/2025</p><div>{TEXT}<p>{DEADLINE}</p><p>Hạn: 9/5/2025</p></div></div>"
    assert read(body).article.body_text.endswith(f"{DEADLINE}\n\nHạn: 9/5/2025")


LEAD = "<div>Bãi mới rộng chín mươi héc ta, và đã có chín dự án xin thuê đất ở đó từ đầu năm.</div>"


@pytest.mark.parametrize(
    "body",
    [
        f"<p>08:15 | 12/04/2025</p>{LEAD}<div>{TEXT}</div>",
        f"<p>Thời gian đăng: 12/04/2025 08:15</p>{LEAD}<div>{TEXT}</div>",
        f"<div><p>Đất đai <a href=#>A+</a></p><p>12/04/2025 08:15</p></div>{LEAD}<div>{TEXT}</div>",
        f"<div><p>12/04/2025 08:15</p>{LEAD}{TEXT}</div>",
        f"<div>{LEAD}{TEXT}</div><p align=right><i class=ngay>12/04/2025 08:15</i></p>",
    ],
)
def test_a_page_that_shows_its_title_nowhere(body):
    path = "<div><a href=/>Trang chủ</a> / <a href=/dat>Đất đai</a></div>"
    article = read(f"<div>{MENU * 3}</div><div>{path}{body}</div>").article
    assert f"{article.published:%d/%m/%Y %H:%M}" == "12/04/2025 08:15"
    assert article.section == "Đất đai"
    assert (article.lead + article.body_text).count("Bãi mới rộng") == 2


def test_a_clock_above_the_path_is_no_date_of_a_page_that_shows_its_title_nowhere():
    path = "<div><a href=/>Trang chủ</a> / <a href=/dat>Đất đai</a></div>"
    with pytest.raises(PageError, match="published"):
        read(f"<div>{MENU * 3}</div><div><p>Thứ Sáu, 27/11/2026</p>{path}{LEAD}<div>{TEXT}</div></div>")


@pytest.mark.parametrize(
    ("line", "clock", "dateline", "opens", "letter"),
    [
        ("Chào mừng bạn đến với bãi mới - 27/11/2026", True, False, False, False),
        ("Hôm nay, 27/11/2026", True, True, False, False),
        ("Giá vàng hôm nay 27/11/2026 tăng nhẹ", False, False, False, False),
        ("Chào mừng ngày hội ở bãi mới 27/11/2026", False, False, False, False),
        ("12/04/2025 08:15 (GMT+7) | 2 Bình luận", False, True, True, False),
        ("12/04/2025 - Lượt xem: 9 Xem với cỡ chữ A- A+", False, True, True, False),
        ("Đăng ngày: Thứ Bảy, 12/04/2025 - Nguyễn Thu Bồi", False, False, True, False),
        ("12/04/2025 08:15 - Tác giả: Thu Bồi", False, False, True, False),
        ("12/04/2025 - Thu Bồi kể chuyện", False, False, False, False),
        ("30/4/2025: Ngày hội ở bãi mới", False, False, False, False),
        ("Hạn: 12/04/2025", False, False, False, False),
        ("2 giờ trước 12/04/2025", False, True, False, False),
        ("Bãi Bồi Mới, ngày 12 tháng 4 năm 2025", False, False, False, True),
        ("Hà Nội, ngày 12 tháng 4 năm 2025", False, True, False, True),
        ("Thứ Bảy, ngày 12 tháng 4 năm 2025", False, True, True, False),
    ],
)
def test_what_a_line_with_a_date_says(line, clock, dateline, opens, letter):
    assert (is_clock(line), is_dateline(line), opens_dateline(line), dates_letter(line)) == (
        clock, dateline, opens, letter
    )  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "8 giờ 15 phút, ngày 12/4/2025 | Cập nhật: 9 giờ 30 phút, ngày 13/4/2025",
        "Cập nhật: 13/04/2025 09:30 - Ngày đăng: 12/04/2025 08:15",
        "08:15 | 12/04/2025 (cập nhật 13/04/2025)",
    ],
)
def test_a_time_of_change_in_the_line_of_the_date_is_not_of_publication(line):
    assert published(f"{TITLE}<p class=date>{line}</p><div>{TEXT}</div>") == "12/04/2025 08:15:00"


@pytest.mark.parametrize(
    ("lines", "modified"),
    [
        ("<p>12/04/2025 08:15</p><span>Cập nhật lúc 9:30, 13/04/2025</span>", "13/04/2025 09:30"),
        ("<p>Sửa lần cuối: 13/04/2025 09:30</p><p>12/04/2025 08:15</p>", "13/04/2025 09:30"),
        ("<p>Cập nhật: 13/04/2025 09:30</p><p>Ngày đăng: 12/04/2025 08:15</p>", "13/04/2025 09:30"),
        ("<p>12/04/2025 08:15</p><br><i class=icon></i><p>Chỉnh sửa 13/04/2025 09:30</p>", "13/04/2025 09:30"),
        ("<p>Cập nhật: 13/04/2025 09:30 - Ngày đăng: 12/04/2025 08:15</p>", "13/04/2025 09:30"),
        ("<p>08:15, 12/04/2025 (cập nhật 9 giờ 30 phút, ngày 13/4/2025)</p>", "13/04/2025 09:30"),
        ("<p>Cập nhật: 12/04/2025 08:15</p>", ""),  # the only date is the one of publication
        ("<p>12/04/2025 08:15</p><p>Cập nhật: 11/04/2025 09:30</p>", ""),
        ("<p>12/04/2025 08:15</p><p>Giá lúa cập nhật: 13/04/2025 09:30</p>", ""),
        ("<p>12/04/2025 08:15</p><p>13/04/2025 09:30</p>", ""),
        ("<p>12/04/2025 08:15</p><p>Lần cập nhật cuối (Chủ nhật, 13/04/2025 09:30)</p>", "13/04/2025 09:30"),
    ],
)
def test_a_line_beside_the_date_says_when_the_article_was_changed(lines, modified):
    article = read(f"{TITLE}{lines}<div>{TEXT}</div>").article
    assert f"{article.published:%d/%m/%Y %H:%M}" == "12/04/2025 08:15"
    assert (f"{article.modified:%d/%m/%Y %H:%M}" if article.modified else "") == modified


def test_a_change_that_machine_data_states_goes_before_the_one_shown():
    head = stating("2025-04-12T08:15:00+07:00") + (
        '<meta property="article:modified_time" content="2025-04-13T09:30:15+07:00">'
    )
    shown = "<p>12/04/2025 08:15</p><p>Cập nhật: 14/04/2025 10:00</p>"
    assert f"{read(f'{TITLE}{shown}{TEXT}', head).article.modified:%d %H:%M:%S}" == "13 09:30:15"


@pytest.mark.parametrize(
    ("line", "menu"),
    [
        ("<header><span>{}</span><p><a href=#>In</a><a href='javascript:;'>Gửi</a></p></header>" + TITLE, 5),
        (TITLE + "<div class=share-bar><p class=d>{} | <a href=/dat>Đất đai</a></p><a href=#>In</a></div>", 0),
    ],
)
def test_a_date_among_the_article_s_own_buttons_has_the_right_zone(line, menu):
    links = "".join(f"<li><a href=/m{number}>Mục {number}</a>" for number in range(menu))
    head = stating("2025-04-12T08:15:30+08:00") + (
        '<meta property="article:modified_time" content="2025-04-12T09:05:10+08:00">'
    )
    body = f"<ul>{links}</ul><div>{line.format('Thứ Bảy, 12/04/2025, 08:15 (GMT+7)')}<div>{TEXT}</div></div>"
    article = read(body, head).article
    assert f"{article.published:%H:%M %z}" == "08:15 +0700"
    assert f"{article.modified:%H:%M %z}" == "09:05 +0700"


@pytest.mark.parametrize(
    ("title", "lang", "language"),
    [
        ("Thêm chín dự án chọn bãi mới", "en-US", "vi"),
        ("Thêm chín dự án chọn bãi mới", "vi", "vi"),
        ("Giao ban công tác tháng 5/2026", "en", "vi"),
        ("Võ Thị Sáu remembered on an island", "en", "en"),
        ("Nine more projects choose the new shore", "en", "en"),
    ],
)
def test_a_vietnamese_title_is_not_in_the_template_s_language(title, lang, language):
    text = TEXT if language == "vi" else "<p>She was seventeen when she was brought to the shore, singing.</p>" * 4
    page = f"<html lang={lang}><title>{title}</title><body><h1>{title}</h1><i>21/12/2012 | 12:00 AM</i>{text}"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.language == language
    assert (
        f"{article.published:%d/%m/%Y %H:%M %z}" == f"21/12/2012 00:00 {'+0700' if language == 'vi' else '+0000'}"
    )


def test_the_day_of_rates_beside_a_page_without_a_date_is_not_its_own():
    rates = "<table><tr><td>Tỷ giá ngoại tệ<br>USD 24.500<br>EUR 26.100<br>Cập nhật 12/04/2025</td></tr></table>"
    with pytest.raises(PageError, match="published"):
        read(f"<table><tr><td>{TITLE}{TEXT}</td><td>{rates}</td></tr></table>")


@pytest.mark.parametrize(
    "date",
    [
        "<ul><li>08:15</li><li>12/04/2025</li></ul>",
        "<div><b>Ngày đăng</b> <i>12/04/2025</i> <b>Giờ</b> <i>08:15</i></div>",
        "<table><tr><td>12/04/2025</td><td>8h15</td></tr></table>",
    ],
)
def test_the_time_in_an_element_of_its_own(date):
    assert published(f"{TITLE}{date}<div>{TEXT}</div>") == "12/04/2025 08:15:00"


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("2019-01-01T00:00:00+07:00", "12/04/2025 08:15:00"),  # a template's
        ("2025-04-10T07:00:00+07:00", "10/04/2025 07:00:00"),  # a draft's
    ],
)
@pytest.mark.parametrize(
    "line",
    [
        "<p>12/04/2025 08:15</p>",
        "<p>Thứ bảy, 12/04/2025 | 08:15</p>",
        "<p class=ngay-dang>Chủ nhật, 12/04/2025 | 08:15</p>",  # by a template that counts the days wrongly
    ],
)
def test_a_statement_long_before_the_line_below_the_title(stated, date, line):
    assert published(f"<div>{TITLE}{line}<div>{TEXT}</div></div>", stating(stated)) == date


@pytest.mark.parametrize("line", ["<p>Thứ Hai, 12/04/2025</p>", "<p>Chủ nhật, ngày 12 tháng 4 năm 2025</p>"])
def test_a_wrong_day_of_the_week_beside_a_template_s_statement(line):
    head = stating("2019-01-01T08:00:00+07:00")
    assert published(f"<div>{TITLE}{line}<div>{TEXT}</div></div>", head) == "12/04/2025 00:00:00"


@pytest.mark.parametrize("place", ["above", "below"])
def test_a_template_states_a_day_without_an_hour(place):
    line = "<p class=ngay>12/04/2025 16:13</p>"
    body = f"{line}{TITLE}<div>{TEXT}</div>" if place == "above" else f"{TITLE}<div>{TEXT}</div>{line}"
    assert published(f"<div>{body}</div>", stating("2018-05-01T00:00:00")) == "12/04/2025 16:13:00"


def test_a_day_that_the_text_tells_of_is_text_where_another_is_stated():
    told = "Đề án được ban hành ngày 27/5/2023, kéo dài đến năm 2034."
    body = f"{TITLE}<div><p>Bữa trưa ở bãi mới giá 84.000 đồng.</p><p>{told}</p>{TEXT}</div>"
    assert told in read(body, stating("2025-04-12T08:15:00+07:00")).article.body_text


def test_title_and_date_in_a_row_below_one_with_other_articles_dates():
    others = "<b>Tin mới:</b><br><a href=/b1>Hội thi bơi chải ở bến mới</a> (14/11/2026)<br>" * 3
    title = "<span>Thêm chín dự án chọn bãi mới</span> <span>(12/04/2025 08:15)</span>"
    rows = f"<tr><td>{others}</td></tr><tr><td>{title}</td></tr><tr><td>{TEXT}</td></tr>"
    page = f"<table><tr><td><a href=/bai>Bãi bồi</a></td><td><table>{rows}</table></td></tr></table>"
    assert published(page) == "12/04/2025 08:15:00"


@pytest.mark.parametrize(
    "line",
    [
        "<div>Thẻ: <a href=/t/1>bãi mới</a></div><div class=foot><time>Ngày 12 tháng 4 năm 2025</time>"
        " bởi <b>Mai Lan - Đức Hòa</b> trong <a href=/bai><b>Chuyện của bãi bồi</b></a></div>",
        "<p>Cập nhật lên cổng ngày: 12/04/2025</p>",
    ],
)
def test_other_lines_with_the_date_below_the_text(line):
    assert published(f"<section>{TITLE}<div>{TEXT}</div>{line}</section>") == "12/04/2025 00:00:00"


def test_a_later_line_that_says_of_a_change_leaves_the_statement():
    line = "<p>Cập nhật: 12/04/2025 08:15</p>"
    head = stating("2024-01-02T07:00:00+07:00")
    assert published(f"<div>{TITLE}{line}<div>{TEXT}</div></div>", head).startswith("02/01/2024")


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{TITLE}<a href=/2025/04/12>12/04/2025</a><div>{TEXT}</div></div>",
        f"<div>{TITLE}<aside class=blog-data>Ngày: 12/04/2025</aside><div>{TEXT}</div></div>",
        f"<div>{TITLE}<ul class='nav meta'><li>12/04/2025</ul><div>{TEXT}</div></div>",
        f"<div>{TITLE}<div class=text-right>12/04/2025</div><div>{TEXT}</div></div>",
        f"<div>{TITLE}<p>Sự kiện: Hội thi bơi chải sẽ mở ở bến 25/12/2025</p>"
        f"<p>Ngày đăng: 12/04/2025 - Chuyên mục: Chuyện của bãi bồi</p><div>{TEXT}</div></div>",
        f"<div><div class=date>20/11/2025</div>{TITLE}<div>{TEXT}</div>"
        "<div>Người đăng: Quản trị | Ngày đăng: 12/04/2025 | Lượt xem: 45</div></div>",
    ],
)
def test_the_article_s_own_line_in_places_of_others(body):
    assert published(f"<div>{MENU * 3}</div>{body}") == "12/04/2025 00:00:00"


LINE = "<div><i>Người đăng: quantri</i> <i>Ngày đăng tin: 12/04/2025</i> <i>Số lần đọc: 81</i></div>"
TOP = "<div class=emag-top><a href=/e>E-Magazine</a> <span>12/04/2025</span></div>"
PRINTED = "<h1>BAN QUẢN LÝ</h1><p>Ngày in: 20/11/2025 09:41</p>"


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{TITLE}<div>{TEXT}</div>{LINE}</div>",
        f"<div>{TOP}{TITLE}<div>{TEXT}</div></div>",
        f"{PRINTED}<div>{TITLE}<p>12/04/2025</p><div>{TEXT}</div></div>",
        "<table><tr><td><span><b>Thêm chín dự án chọn bãi mới</b></span><br><font>[12/04/2025]</font>"
        f"<tr><td>{TEXT}</table>",
    ],
)
def test_dates_in_other_lines(body):
    assert published(f"<div>{MENU * 3}</div>{body}") == "12/04/2025 00:00:00"


def test_the_day_of_a_law_dates_no_page():
    with pytest.raises(PageError, match="published"):
        read(f"<div>{MENU}</div>{TITLE}<div>{TEXT}<p>Luật Đất đai ngày 18/01/2024</p></div>")


def test_a_byline_between_the_date_and_the_text():
    row = "<div><a href=/>Trang chủ</a> <a href=/dat>Đất đai</a> <i>12/04/2025 08:15</i></div>"
    article = read(f"<div>{row}<div><p>Lê Thu Hà</p></div><div>{TITLE}<div>{TEXT}</div></div></div>").article
    assert f"{article.published:%d/%m/%Y %H:%M}" == "12/04/2025 08:15"


def test_the_date_above_the_title_in_the_article_s_own_header():
    path = "<nav><a href=/>Trang chủ</a> <a href=/dai>Bài dài</a> <span>Thứ bảy, 21/11/2026 09:41</span></nav>"
    head = f"<div class=bai-header><div class=bai-header-meta><b>12/04/2025</b></div>{TITLE}</div>"
    for clock in (path, path.replace("nav>", "div>")):
        assert published(f"{clock}<div>{head}<div>{TEXT}</div></div>") == "12/04/2025 00:00:00"


@pytest.mark.parametrize("shown", ["3 ngày trước", "12/04/2025"])
def test_a_stamp_without_a_zone_beside_the_day_or_how_long_ago_that_was(shown):
    time = f'<time datetime="2025-04-12 08:15">{shown}</time>'
    assert published(f"<div>{MENU}</div><div>{TITLE}{time}<div>{TEXT}</div></div>") == "12/04/2025 08:15:00"


@pytest.mark.parametrize("name", ["current-date", "comment-meta", "time now"])
def test_a_clock_or_comment_behind_the_title_is_no_detail(name):
    with pytest.raises(PageError, match="published"):
        read(f"<div>{MENU}</div><div>{TITLE}<div>{TEXT}</div><div class='{name}'>12/04/2025 08:15</div></div>")


def test_a_line_that_says_when_it_was_made_and_when_it_was_changed():
    line = "<p class=posted>Ngày tạo: 12/04/2025 10:05 | Ngày sửa: 14/04/2025 11:00</p>"
    article = read(f"{TITLE}{line}<div>{TEXT}</div>").article
    assert [f"{at:%d/%m %H:%M}" for at in (article.published, article.modified)] == ["12/04 10:05", "14/04 11:00"]


def test_a_stated_time_without_seconds_is_exact_to_the_minute_however_it_is_spelt():
    article = read(f"{TITLE}<p>12/04/2025</p><div>{TEXT}</div>", stating("2025-04-12EST08:15:00")).article
    assert article.published_precision == "minute"


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("Cập nhật lần cuối: 14/04/2025 09:00", "14/04 09:00"),
        ("Cập nhật lần cuối: 10/04/2025 09:00", None),
        ("Họp lại ngày 14/04/2025", None),
    ],
)
def test_a_line_below_the_text_says_when_it_was_changed(line, changed):
    article = read(f"<div>{TITLE}<p>12/04/2025 08:15</p><div>{TEXT}</div><p>{line}</p></div>").article
    assert (f"{article.modified:%d/%m %H:%M}" if article.modified else None) == changed


@pytest.mark.parametrize("line", ["<p>{}</p>{title}<div>{text}</div>", "{title}<div>{text}</div><em>{}</em>"])
def test_the_place_and_day_of_a_letter_where_nothing_else_dates_the_page(line):
    letter = "Bến Giang, ngày 12 tháng 4 năm 2025"
    article = read(f"<div>{line.format(letter, title=TITLE, text=TEXT)}</div>").article
    assert f"{article.published:%d/%m/%Y}" == "12/04/2025"
    assert letter not in article.body_text
    both = f"<div>{TITLE}<p>13/04/2025 08:15</p><p>{letter}</p><div>{TEXT}</div></div>"
    assert published(both) == "13/04/2025 08:15:00"


def test_a_date_of_change_in_the_line_of_an_inline_title():
    line = "<time>Ngày đăng: 12/04/2025 08:15 | Cập nhật: 13/04/2025 09:00</time>"
    page = f"<div>{line}<b>Thêm chín dự án chọn bãi mới</b><div>{TEXT}</div></div>"
    assert f"{read(page).article.modified:%d/%m %H:%M}" == "13/04 09:00"


def test_a_date_of_change_among_other_details_before_the_text():
    details = "<p><span>Mục: Bãi</span> | <span>Cập nhật: 13/04/2025 09:00</span></p>"
    rates = "<div><p>Cập nhật: 14/04/2025</p></div>"
    article = read(f"{rates}<div>{TITLE}<p>12/04/2025 08:15</p>{details}<div>{TEXT}</div></div>{rates}").article
    assert f"{article.modified:%d/%m %H:%M}" == "13/04 09:00"
    assert read(f"{rates}<div>{TITLE}<p>12/04/2025</p><div>{TEXT}</div></div>{rates}").article.modified is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<span content=2025-04-12T08:15:47+07:00>Thứ Bảy, 12/04/2025 - 08:15</span>", "12/04/2025 08:15:47"),
        ("<span title='12/04/2025 08:15'>2 ngày trước</span>", "12/04/2025 08:15:00"),
        ("<span>3/16/2009 8:12:34 AM</span>", "16/03/2009 08:12:34"),
    ],
)
def test_dates_that_attributes_say_and_servers_print(line, expected):
    assert published(f"<div>{TITLE}{line}<div>{TEXT}</div></div>") == expected


def test_a_date_in_text_for_machines():
    marked = "<span itemprop=datePublished style='display:none'>2025-04-12T08:15:47+07:00</span>"
    assert (
        published(f"<div>{TITLE}{marked}<i>12/04/2025 08:15</i><div>{TEXT}</div></div>") == "12/04/2025 08:15:47"
    )


def test_how_long_ago_is_no_date():
    with pytest.raises(PageError, match="published"):
        read(f"<div>{TITLE}<span title='Xem thêm'>2 ngày trước</span><div>{TEXT}</div></div>")


def test_local_time_stated_as_another_zone_s_beside_a_right_one():
    line = "<time datetime=2025-04-12T01:15:46.000Z>Thứ Bảy, 12/04/2025, 08:15 (GMT+7)</time>"
    body = f"<div>{TITLE}{line}<div>{TEXT}</div></div>"
    assert published(body, stating("2025-04-12T08:15:46Z")) == "12/04/2025 08:15:46"


CHANGED = '<meta property="article:modified_time" content="{}">'


@pytest.mark.parametrize(
    ("stated", "modified"),
    [("2025-04-12T08:15:58Z", None), ("2025-04-12T09:30:00Z", "12/04/2025 09:30:00")],
)
def test_a_stated_change_at_the_very_time_of_publication_is_none(stated, modified):
    head = stating("2025-04-12T08:15:58Z") + CHANGED.format(stated)
    article = read(f"<div>{TITLE}<i>12/04/2025 08:15</i><div>{TEXT}</div></div>", head).article
    assert (article.modified and f"{article.modified:%d/%m/%Y %H:%M:%S}") == modified


@pytest.mark.parametrize(
    ("second", "modified"),
    [
        ("<time class=updated datetime=2025-04-13T10:00:00+07:00>13/04/2025</time>", "13/04 10:00"),
        ("<time class='published updated' datetime=2025-04-13T10:00:00+07:00>13/04/2025</time>", None),
        ("<time class=updated datetime=2025-04-11T10:00:00+07:00>11/04/2025</time>", None),
    ],
)
def test_the_second_time_of_a_line_says_when_it_was_changed(second, modified):
    line = f"<p><time class=published datetime=2025-04-12T08:15:00+07:00>12/04/2025</time>{second}</p>"
    article = read(f"<div>{TITLE}{line}<div>{TEXT}</div></div>").article
    assert f"{article.published:%d/%m}" == "12/04"
    assert (article.modified and f"{article.modified:%d/%m %H:%M}") == modified


MARKED = "<abbr class=published itemprop=datePublished title=2025-04-12T08:15:47+07:00>08:15</abbr>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"{TITLE}<i>12/04/2025</i><div>{TEXT}</div><p>{MARKED}</p>", "12/04/2025 08:15:47"),
        (f"{TITLE}<b data-time=1744420547>14 giờ trước</b><div>{TEXT}</div>", "12/04/2025 08:15:00"),
        (f"<div><b>12</b><i>04-2025</i></div>{TITLE}<div>{TEXT}</div>", "12/04/2025 00:00:00"),
    ],
)
def test_dates_in_other_attributes_and_pieces(body, expected):
    assert published(f"<div>{body}</div>") == expected


@pytest.mark.parametrize("stated", ["1970-01-01T07:00:00+07:00", "0001-01-01T00:00:00Z"])
def test_what_servers_state_that_have_no_date(stated):
    body = f"<div>{TITLE}<i>12/04/2025 08:15</i><div>{TEXT}</div></div>"
    assert published(body, stating(stated)) == "12/04/2025 08:15:00"


def test_a_title_that_names_a_day_beside_a_counter():
    title = "Từ 1/9/2027, chín hộ trả tiền mặt nước"
    page = (
        f"<html lang=vi><title>{title}</title><body><div><i>12 Tháng Tư 2025</i>"
        f"<h1>{title}</h1><span>Lượt xem: 3</span><div>{TEXT}</div></div>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert f"{article.published:%d/%m/%Y}" == "12/04/2025"


def test_a_date_in_a_column_beside_a_text_whose_own_date_stands_in_it():
    rates = "<p><b>Giá mua vào của các loại tiền</b></p><p>USD 25.214, EUR 29.993, CNY 3.669</p>"
    own = f"<font>Thứ Bảy, 12/04/2025, 08:15 GMT+7 (891 lần đọc)</font><br><br>{TEXT}"
    page = f"<table><tr><td>{rates}<p>Cập nhật 21/11/2026 08:30</p><td>{TITLE}<div>{own}</div></table>"
    assert published(page) == "12/04/2025 08:15:00"


@pytest.mark.parametrize(
    ("stated", "shown", "expected"),
    [
        ("2025-04-12", "Ngày đăng: 04/12/2025 08:15", "04/12/2025 08:15:00"),
        ("2025-12-04T08:15:00+07:00", "12/04/2025", "04/12/2025 08:15:00"),
    ],
)
def test_which_of_a_stated_and_a_shown_date_has_its_month_first(stated, shown, expected):
    assert published(f"<div>{TITLE}<p>{shown}</p><div>{TEXT}</div></div>", stating(stated)) == expected


@pytest.mark.parametrize("section", ["Pháp luật", "Kinh tế"])
def test_the_section_in_front_of_the_date(section):
    line = (
        f"<div><span><a href=/muc>{section}</a></span><span>Thứ Bảy, ngày 12 tháng 4 năm 2025, 08:15</span></div>"
    )
    assert published(f"<div>{line}{TITLE}</div><div>{TEXT}</div>") == "12/04/2025 08:15:00"


def test_a_line_below_the_text_with_the_author_and_an_element_called_the_time():
    line = "<span>Người viết: Lê Hà</span> <span class={}>8h15 ngày 12/4/2025</span> <span>Chuyên mục: Bãi</span>"
    for name in ("time", "x"):
        page = f"<div>{TITLE}<div>{TEXT}</div><div>{line.format(name)}</div></div>"
        assert published(page) == "12/04/2025 08:15:00"
    with pytest.raises(PageError, match="published"):
        read(f"<div>{TITLE}<div>{TEXT}</div><div><b>Tỷ giá trong ngày</b> <i>12/04/2025</i></div></div>")


def test_the_time_in_the_item_beside_the_day():
    details = "<ul><li>Đất đai</li><li>Mai Lan</li><li>12/04/2025</li><li>08:15</li></ul>"
    assert published(f"{TITLE}{details}<div>{TEXT}</div>") == "12/04/2025 08:15:00"


def test_nothing_but_the_date_below_the_title_whatever_it_is_called():
    page = "<div>{}<div class='{}'>Thứ Bảy, 12/04/2025 08:15</div><div>{}</div></div>"
    assert published(page.format(TITLE, "ads-line", TEXT)) == "12/04/2025 08:15:00"
    with pytest.raises(PageError, match="published"):
        read(page.format(TITLE, "ads-line hidden", TEXT))


def test_the_clock_in_a_part_of_the_first_line():
    bar = "<div><a href=/>Báo</a> <a href=/dai>Đặc san</a> <span class=today>28.11.2026</span></div>"
    assert published(f"{bar}<div>{TITLE}</div><div>{TEXT}<p>Ngày xuất bản: 12/04/2025</p></div>") == (
        "12/04/2025 00:00:00"
    )


def test_the_labelled_day_among_many_links_above_the_title():
    tags = ", ".join(f"<a href=/t{n}>đất {n}</a>" for n in range(6))
    details = f"<dl><dt>Ngày đăng</dt><dd>12/04/2025</dd><dt>Từ khóa</dt><dd>{tags}</dd></dl>"
    page = f"<div>{details}{TITLE}<div>{TEXT}</div></div>"
    assert published(page) == "12/04/2025 00:00:00"
    assert read(page).article.tags == tuple(f"đất {n}" for n in range(6))


def test_local_time_that_the_line_s_own_stamp_calls_another_zone_s():
    stamp = "<meta itemprop=datePublished content=2025-04-12T08:15:00Z>"
    line = f"<p>{stamp}Thứ Bảy, 12/04/2025 - 08:15</p>"
    page = f"{TITLE}{line}<div>{TEXT}</div>"
    assert published(page, stating("2025-04-12T08:15:00Z")) == published(page) == "12/04/2025 08:15:00"


def test_the_day_by_the_old_calendar_beside_the_date_is_no_lead():
    line = "<font size=1>Thứ Bảy, 12/04/2025 (tức 15/03 Ất Tỵ) - 08:15 GMT+7</font>"
    page = f"<table><tr><td><p><b><font size=5>Thêm chín dự án chọn bãi mới</font></b><br>{line}</p>{TEXT}</table>"
    article = read(page).article
    assert (f"{article.published:%d/%m %H:%M}", article.lead[:8]) == ("12/04 08:15", "Sáng nay")


def test_the_time_that_a_blog_marks_below_the_text():
    heading = "<h2 class=date-header><span>Thứ Bảy, 12 tháng 4, 2025</span></h2>"
    stamp = "<abbr class=published title={}T08:15:00+07:00>08:15</abbr>"
    foot = f"<div><span>Đăng bởi Mai Lan</span> <span>lúc <a href=/7>{stamp}</a></span></div>"
    page = f"<div>{heading}{TITLE}<div>{TEXT}</div>{foot}</div>"
    assert published(page.format("2025-04-12")) == "12/04/2025 08:15:00"
    assert published(page.format("2025-04-13")) == "12/04/2025 00:00:00"


def test_the_date_in_a_short_list_that_is_called_a_menu():
    menu = "<ul class='menu simple'><li><i></i> Thứ Bảy, 08:15 12/04/2025</li><li><a href=#>Bản in</a></li></ul>"
    assert published(f"<div>{TITLE}{menu}{TEXT}</div>") == "12/04/2025 08:15:00"


def test_the_date_in_the_footer_that_opens_the_article():
    teaser = "<article><h2><a href=/{0}>Chín hồ ở bãi {0} gần đầy</a></h2><p>{1}</p></article>"
    teasers = "".join(
        teaser.format(n, "Mưa ở đầu nguồn chưa ngớt, hồ nào cũng xấp xỉ đỉnh đập.") for n in range(4)
    )
    footer = "<footer><div>Đăng 12/04/2025 - 08:15 <span>Mai Lan</span></div></footer>"
    page = f"<div><div>{TITLE}</div><article>{footer}<div>{TEXT}</div></article><div>{teasers}</div></div>"
    assert published(page) == "12/04/2025 08:15:00"
    assert "đỉnh đập" not in read(page).article.body_text


def test_a_line_far_below_that_says_of_the_last_change():
    files = "<table>" + "".join(f"<tr><td>{n}<td><a href=/{n}.pdf>Bảng giá {n}</a>" for n in range(4)) + "</table>"
    line = "<p>Cập nhật lần cuối: Thứ bảy, 03 Tháng 5 2025 12:16</p>"
    article = read(f"{TITLE}<p>Thứ bảy, 12 Tháng 4 2025 08:15</p><div>{TEXT}</div>{files}{line}").article
    assert f"{article.modified:%d/%m %H:%M}" == "03/05 12:16"


def test_a_sentence_of_the_text_that_says_no_more_than_when():
    line = "Mở thầu lúc 09 giờ 30 ngày 9/8/2026."
    page = f"<body><div><h1>Thông báo mời thầu bãi mới</h1><i>12/04/2025</i>{TEXT}<p>{line}</p>{TEXT}</div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert line in article.body_text


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("<p>02.01.2024 – 20g03</p>", "02/01/2024 20:03:00"),
        ("<time datetime=2025-04-12T00:00:00+07:00>12/04/2025</time>", "12/04/2025 00:00:00"),
        (
            "<ul><li><a href=/author/x>Lê Thu Hà</a></li><li><time>12 Tháng 4, 2025</time></li>"
            "<li><time>4:22 chiều</time></li><li>Không có bình luận</li></ul>",
            "12/04/2025 16:22:00",
        ),
        ("<div><b>12</b><i>Th. 4/2025</i></div>", "12/04/2025 00:00:00"),
        ("<p><span title='Thứ bảy, 12/04/2025 08:15'>vừa xong</span></p>", "12/04/2025 08:15:00"),
        (
            "<div><span>Phát sóng: 17:00 11-04-2025</span> <span>Ngày đăng: 08:15 12-04-2025</span></div>",
            "12/04/2025 08:15:00",
        ),
        (
            "<p>Viết: <b>Lê Thu Hà, Vũ Đức Hòa, Tạ Quang</b> | Ngày đăng: 12-04-2025 | Mục: Đất đai</p>",
            "12/04/2025 00:00:00",
        ),
    ],
)
def test_dates_in_other_forms(line, at):
    reading = read(f"<div>{TITLE}{line}<div>{TEXT}</div></div>")
    assert f"{reading.article.published:%d/%m/%Y %H:%M:%S}" == at
    assert (reading.article.published_precision == "day") == at.endswith("00:00:00")


def test_a_date_below_the_text_in_a_box_like_the_text_s_and_the_related_s():
    below = "<section class=c><p>Thực hiện: Lê Hà</p><p>Xuất bản: 08:15 ngày 12/04/2025</p></section>"
    related = "<section class=m><h5>Bài khác</h5><p>Đất bãi lên giá (01/02/2025)</p></section>"
    assert published(f"{TITLE}<section class=t>{TEXT}</section>{below}{related}") == "12/04/2025 08:15:00"


def test_a_day_below_the_text_in_one_line_with_author_and_tags():
    tags = ", ".join(f"<a rel=tag href=/the/{n}>đất bãi số {n}</a>" for n in range(7))
    line = f"<span>Đăng vào <time>12 Tháng Mười Hai, 2025</time></span> <span>bởi Lê Hà</span> <span>{tags}</span>"
    article = f"<article><div class=entry-content>{TITLE}{TEXT}</div><footer>{line}</footer></article>"
    assert published(f"<div>{article}</div>") == "12/12/2025 00:00:00"


def test_when_a_file_was_sent_is_not_when_the_article_appeared():
    files = "<table><tr><td><a href=/vb/1.pdf>Quyết định 7/QĐ</a><td>3 MB<td>2025-04-01 09:12</table>"
    details = "<dl><dt>Thông tin bài viết<dd>Được đăng: Thứ Bảy, 12 Tháng 4 2025 08:15<dd>Lượt xem: 81</dl>"
    reading = read(f"<main>{TITLE}{TEXT}{files}{details}</main>").article
    assert f"{reading.published:%d/%m/%Y %H:%M}" == "12/04/2025 08:15"
    assert "Thông tin" not in reading.body_text


@pytest.mark.parametrize(
    "below",
    [
        "<footer><div>Được đăng bởi <span>Đinh Thu Hương</span> vào Thứ bảy, 12/04/2025 - 08:15</div></footer>",
        "<footer><address>Tin, bài: Lê Hà</address><time>12.04.2025 lúc 08:15</time></footer>",
    ],
)
@pytest.mark.parametrize("tag", ["article", "div"])
def test_a_footer_in_the_element_around_title_and_text(below, tag):
    article = f"<{tag}><header>{TITLE}</header><div>{TEXT}</div>{below}</{tag}>"
    assert (
        published(f"<main>{article}</main><footer>Giấy phép 7/GP cấp ngày 01/02/2020</footer>")
        == "12/04/2025 08:15:00"
    )


def test_a_date_among_the_page_s_buttons_above_the_day_of_a_letter():
    bar = "<div><a href=/>Về cổng</a> <button>In</button> <span>28/11/2026</span></div>"
    day = "<div align=right><i>Bến Giang, ngày 12 tháng 4 năm 2025</i></div>"
    assert published(f"{bar}<div>{day}{TITLE}<div>{TEXT}</div></div>") == "12/04/2025 00:00:00"


def test_what_is_stated_of_another_article_where_the_title_is_no_heading():
    stated = (
        '{"@type": "NewsArticle", "headline": "Ghe chở hàu lên phố", "datePublished": "2025-03-20T06:00:00+07:00"}'
    )
    head = f"<script type=application/ld+json>{stated}</script>"
    title = "<div class=td>Thêm chín dự án chọn bãi mới</div>"
    assert (
        published(f"{title}<div>12 tháng 4 năm 2025 - 08:15</div><div>{TEXT}</div>", head) == "12/04/2025 08:15:00"
    )


def test_a_date_box_above_the_title_in_the_article_s_element():
    box = "<aside class=lich><b>12</b><i>Tháng 4</i><u>2025</u></aside>"
    assert (
        published(f"<div>{MENU}</div><div><article>{box}{TITLE}<div>{TEXT}</div></article></div>")
        == "12/04/2025 00:00:00"
    )


def test_a_date_between_the_path_and_the_element_around_the_article():
    menu = "".join(f"<div><a href=/m{n}>Mục {n}</a></div>" for n in range(40))
    path = "<div><a href=/>Trang chủ</a> | <b>Đất đai</b></div>"
    article = f"<div class=w><table><tr><td><div>{TITLE}<div>{TEXT}</div></div></td></tr></table></div>"
    body = f"<div>{menu}</div><div>{path}<div style='float:right'>08h15' - 12/04/2025</div>{article}</div>"
    assert published(body) == "12/04/2025 08:15:00"
    assert read(body).article.section == "Đất đai"


def test_a_stamp_among_the_article_s_details_in_a_column():
    details = (
        "<div class=post_sidebar><h6>trong <a href=/b><b>Gương sáng</b></a></h6>"
        "<div><i></i> <time>12/04/2025 08:15</time></div><div>Tác giả: <span>Lê Thu Hà</span></div></div>"
    )
    reading = read(
        f"<div>{MENU}</div><section>{TITLE}</section><section><div>{TEXT}</div>{details}</section>"
    ).article
    assert (f"{reading.published:%d/%m/%Y %H:%M}", reading.authors) == ("12/04/2025 08:15", ("Lê Thu Hà",))


def test_when_someone_joined_and_when_the_page_was_printed():
    profile = "<dl><dt>Lê Hà<dd>Quản trị viên<dd>Ngày tham gia: 03/02/2018, 20:11</dl>"
    post = f"<div><p>bởi <b>Lê Hà</b> » 12/04/2025, 08:15</p><div>{TEXT}</div></div>"
    assert published(f"{TITLE}<div>{profile}{post}</div>") == "12/04/2025 08:15:00"
    printed = "<b>CỔNG THÔNG TIN ĐIỆN TỬ</b><br><small>Bản in lúc 28/11/2026 16:05:41</small><hr>"
    table = (
        "<table><tr><td><b>Mục: Đất đai</b></td><td align=right>Tin đăng ngày 12/4/2025 08:15:00</td></tr></table>"
    )
    article = f"<div>{table}<h3>Chín dự án chọn bãi mới</h3>{TEXT}</div>"
    page = f"<html lang=vi><title>Bản in</title><body>{printed}{article}</body></html>"
    reading = read_article("https://portal.example/in", page, layouts=[], site="generic").article
    assert (reading.title, reading.section) == ("Chín dự án chọn bãi mới", "Đất đai")
    assert f"{reading.published:%d/%m/%Y %H:%M}" == "12/04/2025 08:15"


def test_a_date_beside_a_tag_that_is_as_long_as_a_headline():
    text = "<p>Chín dự án chọn bãi mới trong quý, vốn đăng ký gấp đôi, ba dự án khởi công trước mùa mưa.</p>" * 2
    tags = "<ul class=tags><li><a href=/t>đo lại đất ở bãi triều phía đông</a></li></ul>"
    info = f"<div><div>Viết vào Thứ Bảy, 12 Tháng 4 2025 08:15</div><div>{tags}</div></div>"
    body = f"<div><h2>Thêm chín dự án chọn bãi mới</h2><div><div>{text}</div>{info}</div></div>"
    assert published(body) == "12/04/2025 08:15:00"


def test_what_a_template_states_of_the_home_page_on_every_other():
    head = '<meta property="og:title" content="Trang chủ"><meta name=author content="Đinh Mai Lan">'
    head += stating("2016-05-20T09:00:00+07:00")
    changed = f"{TITLE}<p>Cập nhật lúc: 08:15 12/04/2025</p><div>{TEXT}</div>"
    assert published(changed, head) == "12/04/2025 08:15:00"
    assert read(changed, head).article.authors == ()
    with pytest.raises(PageError, match="published"):
        read(f"{TITLE}<div>{TEXT}</div>", head)


def test_a_date_beside_the_author_straight_below_what_holds_the_text():
    line = "<div><span>Hà Phong</span><span>Thứ Bảy, 12/04/2025 - 08:15</span></div>"
    assert published(f"<main>{TITLE}<div><div>{TEXT}</div></div>{line}</main>") == "12/04/2025 08:15:00"


def test_a_long_tag_below_the_date_is_no_headline():
    line = "<div>Viết vào 12/04/2025 08:15 bởi <a href=/tg>Minh Hà</a></div>"
    tags = "<div><a href=/t>giải bóng đá nữ của chín hộ ở bãi mới</a></div>"
    assert published(f"{TITLE}<div>{TEXT}</div><div>{line}{tags}</div>") == "12/04/2025 08:15:00"


def test_a_link_to_follow_the_paper_beside_the_date():
    follow = "<a href=https://news.google.com/x>Theo dõi Báo Bến Giang trên Google News</a>"
    line = f"<div><span>08:15</span> <span>12/04/2025</span> {follow}</div>"
    assert published(f"{TITLE}{line}<div>{TEXT}</div>", stating("2020-02-03T10:00:00")) == "12/04/2025 08:15:00"


def test_machine_data_whose_headline_is_the_title_cut_and_in_other_words():
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Thêm chín dự án chọn bãi mới '
        'ven sông...", "datePublished": "2025-04-12T08:15:30+07:00"}</script>'
    )
    assert published(f"{TITLE}<div>{TEXT}</div>", head) == "12/04/2025 08:15:30"


def test_a_stamp_of_another_day_than_the_one_shown():
    shown = "<time datetime='2025-04-14T09:30:00'>12/04/2025</time>"
    assert published(f"{TITLE}{shown}<div>{TEXT}</div>") == "12/04/2025 00:00:00"


def test_a_change_stated_in_another_zone():
    head = '<meta property="article:modified_time" content="2025-04-13T02:30:15Z">'
    article = read(f"{TITLE}<i>12/04/2025 08:15</i>{TEXT}", head).article
    assert article.modified.isoformat() == "2025-04-13T09:30:15+07:00"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("<p>Thứ Bảy, 12/04/2025, 15 giờ</p>", "12/04/2025 15:00:00"),
        ("<p>7h ngày 12-04-2025 <i>(Sửa lần cuối 14-04-2025, 8h)</i></p>", "12/04/2025 07:00:00"),
        ("<p>Xuất bản 3 giờ chiều, ngày 12 tháng 4 năm 2025</p>", "12/04/2025 15:00:00"),
        (
            "<p><span>Phát sóng: 19:45 ngày 11/04/2025</span> | <span>Đăng tải: 08:15 ngày 12/04/2025</span></p>",
            "12/04/2025 08:15:00",
        ),
        ("<p>Khởi đăng: Thứ Bảy, 12/04/2025, 08:15 (UTC+7)</p>", "12/04/2025 08:15:00"),
    ],
)
def test_full_hours_and_other_words_for_published(line, shown):
    assert published(f"{TITLE}{line}<div>{TEXT}</div>") == shown


def test_seconds_that_a_gallery_states():
    stated = '{"@type": "ImageGallery", "datePublished": "2025-04-12T08:15:36+07:00"}'
    head = f'<script type="application/ld+json">{stated}</script>'
    assert published(f"{TITLE}<i>08:15 | 12/04/2025</i><div>{TEXT}</div>", head) == "12/04/2025 08:15:36"


def test_a_date_set_beside_the_title_or_in_the_head_of_the_table_that_all_stands_in():
    beside = "<div><span style='float:right'>12/04/2025</span><span>Thêm chín dự án chọn bãi mới</span></div>"
    assert published(f"{beside}<div>{TEXT}</div>") == "12/04/2025 00:00:00"
    head = "<caption>Thêm chín dự án chọn bãi mới</caption><thead><tr><th>Đất đai<th>12/04/2025</thead>"
    assert published(f"<table>{head}<tbody><tr><td colspan=2>{TEXT}</table>") == "12/04/2025 00:00:00"


def test_a_line_that_says_when_the_article_was_published_is_believed_before_a_template_s_day():
    line = "<p>Ngày đăng: 12.04.2025 • 08:15</p>"
    assert (
        published(f"{TITLE}{line}<div>{TEXT}</div>", stating("2025-03-06T08:15:00+07:00")) == "12/04/2025 08:15:00"
    )
