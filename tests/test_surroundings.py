"""Short articles on pages whose columns and imprints say more, and whose ``<title>`` names the site alone."""

import pytest

from kkt_crawler.pages import PageError, read_article

HEADLINE = "Bến đò thôn Hạ đóng cửa một tuần để thay cọc"
FIRST = "Từ sáng mai, đò ngang sang thôn Hạ tạm nghỉ để thợ thay bốn hàng cọc đã mục sau mùa lũ."
LAST = "Bà con đi chợ vòng qua cầu phao phía trên, xã cho xe điện chở hàng miễn phí từ năm giờ sáng."
PLAIN = f"{FIRST}\n\n{LAST}"
IMPRINT = (
    "Trang thông tin điện tử xã Bến Giang, giấy phép số 18/GP-TTĐT do Sở Thông tin và Truyền thông cấp ngày"
    " 02/03/2021. Người chịu trách nhiệm nội dung: ông Tạ Quang Lộc, Chủ tịch UBND xã. Khi sao chép hoặc trích dẫn"
    " bài ở đây, đề nghị ghi rõ nguồn và dẫn liên kết về trang gốc; chúng tôi không bảo đảm nội dung của những"
    " trang khác mà trang này dẫn tới, kể cả khi liên kết đặt ở đầu trang."
)
TERMS = (
    "Ý kiến gửi về phải viết tiếng Việt có dấu, không xúc phạm ai và không quảng cáo. Ban biên tập có quyền chỉnh"
    " sửa hoặc từ chối đăng mà không cần báo trước; tên và số điện thoại của người gửi được giữ kín theo luật."
)
WELCOME = (
    "Xã Bến Giang nằm bên tả ngạn, rộng bốn mươi mốt cây số vuông, có chín thôn và hơn sáu nghìn nhân khẩu. Từ đời"
    " Trần nơi đây đã có bến thuyền buôn muối; nay dân sống nhờ lúa nếp, hàu treo dây và nghề đóng thuyền nan."
)
ROWS = [
    (
        "Lớp dạy bơi mở lại ở đầm trong",
        "Hai huấn luyện viên về từ huyện, mỗi ca dạy chín em, học vào chiều thứ Bảy.",
    ),
    (
        "Cầu phao thêm lan can và đèn",
        "Thợ hàn làm ba đêm liền để ban ngày xe vẫn qua, hết chừng bốn mươi triệu đồng.",
    ),
    (
        "Gạo nếp Bến Giang có mã vạch",
        "Khách quét là biết ruộng nào, ai cấy, gặt hôm nào và xay ở máy của nhà nào.",
    ),
    (
        "Trạm y tế tiêm nhắc cho trẻ lên năm",
        "Mỗi thôn một buổi, trạm gửi giấy hẹn trước ba ngày theo sổ của cô giáo.",
    ),
]


def rows(form):
    """Return teasers of other articles, each set as ``form`` says with its address, headline, date and text."""
    return "".join(
        form.format(href=f"/tin/{n + 40}.html", head=head, date=f"{n + 3}/09/2026", text=text)
        for n, (head, text) in enumerate(ROWS)
    )


COLUMNS = {
    "paragraphs with the date behind the link": "<h2>TIN NÓNG</h2>"
    + rows("<p><a href={href}><b>{head}</b></a> <i>({date})</i><br>{text}</p>"),
    "rows that begin with the date": "<h1>Tin mới</h1>"
    + rows("<div class=r><b>{date} | 10:20</b><h2><a href={href}>{head}</a></h2>{text}</div>"),
    "headings with teasers, in no rows": "<h2>Tin khác</h2>"
    + rows("<h3><a href={href}>{head}</a></h3><p>{text}</p>"),
    "cells": "<h3>Hoạt động</h3><table>"
    + rows("<tr><td><a href={href}><b>{head}</b></a><br>[{date}]<div>{text}</div></td></tr>")
    + "</table>",
    "articles": rows(
        "<article><header><h2><a href={href}>{head}</a></h2><p>08:10, {date}</p></header>"
        "<div>{text}</div></article>"
    ),
    "films, no links": "<h2><span>Phóng sự</span></h2><div>"
    + rows("<div class=v><h4>{head}</h4><p>{text}</p></div>")
    + "</div>",
    "rows that a script opens": "<h4>Tin mới</h4>"
    + rows("<div class=i onclick=\"location='{href}'\"><h5>{head}</h5><small>{date}</small><p>{text}</p></div>"),
    "documents by their numbers": "<h3>Trích yếu</h3><table><tr><td><b>3374/KH-UBND</b> (19/08/2026)<br>Về"
    " việc nạo vét kênh trong, chia làm ba đợt, xong trước mùa mưa.</td></tr><tr><td><b>3314/QĐ-UBND</b>"
    " (21/07/2026)<br>Về việc đặt trạm bơm ở đầm ngoài, giao hợp tác xã trông coi.</td></tr></table>",
    "a welcome and the weather": f"<table><tr><td><b>GIỚI THIỆU</b></td></tr><tr><td>{WELCOME}</td></tr></table>"
    "<table><tr><td><b>THỜI TIẾT</b></td></tr><tr><td>Bến Giang: 27°C, nắng, gió nhẹ, ẩm 71%.</td></tr></table>",
    "the hotline and what was decreed": "<div class=h>ĐƯỜNG DÂY NÓNG</div><div><p>Thấy ai nhũng nhiễu, xin gọi"
    " ngay số 0203.3700100; tên người báo được giữ kín theo luật.</p></div><div class=h>VĂN BẢN</div><div>"
    "<p><b>41/KH-UBND</b> Về việc nạo vét kênh trong, chia làm ba đợt, xong trước mùa mưa. Có hiệu lực từ ngày"
    " ký.</p></div>",
    "questions": "<h3>Truy cập</h3>Hôm nay: 81<br>Tháng này: 2.140<h3>Hỏi đáp</h3><div><b>Hỏi (04/05/2026):</b>"
    " Nhà tôi muốn tách thửa vườn cho con thì cần giấy tờ gì, nộp ở đâu, bao lâu thì xong?<br><i>Bác mang sổ đỏ"
    " bản chính và căn cước đến bàn số hai, cán bộ đo lại đất rồi hẹn ngày trả, không quá ba mươi ngày.</i></div>",
    "a letter from the head": "<h2>Lời ngỏ</h2><p>Kính thưa bà con! Xã nhà đang đổi mới từng ngày, mỗi góp ý là"
    " một viên gạch. Mong bà con cứ thẳng thắn, việc gì chưa vừa lòng xin nói ngay với tôi.</p><p align=right>"
    "<b>Tạ Quang Lộc</b></p>",
    "sayings and places": f"<h2>Ca dao</h2><p>Ai về Bến Giang mà coi, thuyền nan một lá, mẻ lưới trắng ngoi đầy"
    f" khoang, nếp thơm dẻo hạt, cau vàng trổ buồng.</p><h2>Địa danh</h2><p>{WELCOME}</p>",
}
ARTICLES = {
    "fonts": "<td><font size=4><b>{head}</b></font><br><font size=1>Ngày đăng: {date}</font><br>"
    "<p>{first}</p><p>{last}</p></td>",
    "rows of a table": "<td><table><tr><td class=tieude><b>{head}</b></td></tr><tr><td><i>Ngày đăng: {date} |"
    " Lượt xem: 81</i></td></tr><tr><td><p><b>{first}</b></p><p>{last}</p></td></tr></table></td>",
    "date first": "<td><div>{date}</div><div class=zz2>{head}</div><div><b>{first}</b><br><br>{last}<br><br></div>"
    "</td>",
    "spans": "<td><span id=lblTieuDe>{head}</span><br><span>({date})</span><br><span class=tomtat>{first}</span>"
    "<div><div>{last}</div><div>&nbsp;</div></div></td>",
    "the author beside the date": "<td><div class=news-title>{head}</div><div><span>Tác giả: PV</span> -"
    " <span>{date}</span></div><div><div><p><strong>{first}</strong></p></div><div>{last}</div></div></td>",
    "a path and the date in front": "<td><div><a href=/>Trang chủ</a> &gt; <a href=/k>Đời sống</a></div>"
    "<div>Thứ Hai, {date} [GMT+7]</div><div class=TieuDe>{head}</div><table><tr><td>{first}</td></tr>"
    "<tr><td align=justify>{last}</td></tr><tr><td align=right><b>Vũ Thị Hiền</b></td></tr></table></td>",
    "behind the path, dated at the foot": "<td><div><a href=/>Trang chủ</a> › <a href=/k>Đời sống</a></div>"
    "<div>{head}</div><p>{first}</p><p>{last}</p><div>Đăng lúc {date}</div></td>",
    "what calls itself a heading": "<td><div role=heading aria-level=1>{head}</div><p>{first}</p><p>{last}</p>"
    "<div>Đăng lúc {date}</div></td>",
    "terms and what they describe": "<td><dl><dt>{head}</dt><dd>Vũ Thị Hiền - {date}</dd><dd>{first}<br><br>{last}"
    "<br></dd></dl></td>",
    "a blog's": "<td><h3 class='post-title entry-title'>{head}</h3><div><div>{first}</div><div><br></div>"
    "<div>{last}</div></div><div>Được đăng bởi <span>Vũ Thị Hiền</span> vào lúc {date}"
    "<br>Nhãn: <a rel=tag href=/n>bến đò</a></div></td>",
    "a credit longer than a dateline": "<td><p class=tieude>{head}</p><p>Người viết:"
    " <b>Vũ Thị Hiền, Tạ Quang Lộc</b> | Ngày đăng: {date} | Chuyên mục: <a href=/k>Đời sống xã Bến Giang</a> |"
    " 0 bình luận</p><p>{first}</p>"
    "<p>{last}</p></td>",
}


def read(before="", behind="", *, article=ARTICLES["fonts"], title="Trang tin xã Bến Giang", foot=IMPRINT):
    menu = "".join(
        f"<a href=/m{n}>{name}</a> | " for n, name in enumerate(("Trang chủ", "Giới thiệu", "Tin", "Hỏi đáp"))
    )
    main = article.format(head=HEADLINE, date="14/09/2026 09:05", first=FIRST, last=LAST)
    html = (
        f"<title>{title}</title><body><table><tr><td colspan=3>Thứ Bảy, 28/11/2026 | {menu}</td></tr><tr>"
        f"<td>{before}</td>{main}<td>{behind}</td></tr><tr><td colspan=3>{foot}</td></tr></table>"
    )
    return read_article("http://bengiang.example/chitiet.asp?id=81", html, layouts=[], site="generic").article


def told(article):
    return article.title, f"{article.published:%d/%m %H:%M}", article.body_text


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
@pytest.mark.parametrize("column", COLUMNS.values(), ids=COLUMNS)
def test_columns_before_a_short_article_that_say_more(column, article):
    assert told(read(column, article=article)) == (HEADLINE, "14/09 09:05", PLAIN)


@pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES)
@pytest.mark.parametrize("column", COLUMNS.values(), ids=COLUMNS)
def test_columns_behind_it(column, article):
    assert told(read("", column, article=article)) == (HEADLINE, "14/09 09:05", PLAIN)


@pytest.mark.parametrize("foot", [IMPRINT, f"<p>{IMPRINT}<br>{TERMS}", f"<h3>Quy định gửi bài</h3><p>{TERMS}</p>"])
def test_an_imprint_and_terms_longer_than_the_article(foot):
    assert told(read(foot=foot)) == (HEADLINE, "14/09 09:05", PLAIN)


def test_a_heading_over_the_terms_below_a_text_goes_with_them():
    text = f"<p>{FIRST}</p><p>{LAST}</p><h4>Lưu ý</h4><p>{TERMS}</p>"
    article = f"<td><h2>{HEADLINE}</h2><i>14/09/2026 09:05</i>{text}</td>"
    assert read(article=article).body_text == PLAIN


@pytest.mark.parametrize("site", ["Đài Truyền thanh Bến Giang", "Cổng thông tin điện tử xã Bến Giang"])
def test_a_banner_s_heading_with_today_s_date_below_it_is_no_title(site):
    page = (
        f"<title>{HEADLINE} - {site}</title><body><div><div><h1>{site}</h1><p>Thứ Bảy, 28/11/2026</p></div>"
        f"<div>{COLUMNS['rows that begin with the date']}</div>"
        f"<div><h3 class=t>{HEADLINE}</h3><div>{FIRST}</div><div>{LAST}</div>"
        "<div>Ngày đăng: 14/9/2026</div></div></div>"
    )
    article = read_article("https://dai.example/tin/8.html", page, layouts=[], site="generic").article
    assert told(article) == (HEADLINE, "14/09 00:00", PLAIN)


def test_of_a_lead_alone_beside_the_title_the_text_behind_is_the_body():
    page = (
        f"<title>{HEADLINE}</title><body><section><h1>{HEADLINE}</h1><p>{FIRST}</p></section>"
        f"<section class=z><div><p>{LAST}</p></div><div><p>{WELCOME}</p></div></section>"
        "<section class=c><p>Thực hiện: Tạ Quang Lộc</p><p>Xuất bản: 09:05 ngày 14/09/2026</p></section>"
        f"<section class=m>{rows('<a href={href}><strong>{head}</strong><em>{date}</em></a>')}</section>"
    )
    article = read_article("https://bao.example/ben-do-3000008.html", page, layouts=[], site="generic").article
    assert told(article) == (HEADLINE, "14/09 09:05", f"{FIRST}\n\n{LAST}\n\n{WELCOME}")
    assert article.authors == ("Tạ Quang Lộc",)


@pytest.mark.parametrize("link", ["{}", "<a href=/cau-phao-3000009.html>{}</a>"], ids=["plain", "linked"])
@pytest.mark.parametrize(
    "form",
    [
        "<article><h1>{head}</h1><ul><li>{date}</li></ul><div>{text}</div></article>",
        "<table><tr><td><div class=td>{head}</div></td></tr><tr><td><div>{text}</div></td></tr>"
        "<tr><td>Đăng lúc {date}</td></tr></table>",
        "<big><b>{head}</b></big><br><font size=2 color=gray>Ngày {date}</font>{text}<hr>",
    ],
)
def test_a_whole_second_article_below_is_not_read(form, link):
    own = form.format(head=HEADLINE, date="14/09/2026 09:05", text=f"<p>{FIRST}</p><p>{LAST}</p>")
    other = form.format(
        head=link.format("Cầu phao thêm lan can và đèn chiếu sáng ban đêm"),
        date="12/09/2026 15:30",
        text="".join(f"<p>{WELCOME} Chuyện thứ {n}.</p>" for n in ("nhất", "hai", "ba", "tư")),
    )
    page = f"<title>{HEADLINE}</title><body><div>{own}{other}</div>"
    article = read_article("https://bao.example/ben-do-3000008.html", page, layouts=[], site="generic").article
    assert told(article) == (HEADLINE, "14/09 09:05", PLAIN)


def test_a_title_over_a_list_of_dated_links_is_no_article_s():
    records = "".join(
        f"<tr><td>{n}/QĐ-UBND</td><td>1{n}/02/2026</td><td><a href=/vb{n}>V/v nạo vét kênh đợt {n}</a></td></tr>"
        for n in range(9)
    )
    page = (
        "<title>Trang tin</title><body><span>Hôm nay: 28/11/2026</span><div><h2>Văn bản chỉ đạo, điều hành</h2>"
        f"<table>{records}</table></div><div><b>Sắp tới</b><p>Hội thi bơi chải: 8 giờ 30 phút, ngày 15/8/2026 tại"
        " bến thôn Hạ</p><p>Phiên chợ nếp mới: 22/8/2026</p></div>"
    )
    with pytest.raises(PageError):
        read_article("http://bengiang.example/vanban.asp", page, layouts=[], site="generic")


def test_the_title_in_a_column_that_holds_most_of_the_page():
    main = "".join(f"<h5><a href=/t{n}>{head}</a></h5><p>{text}</p>" for n, (head, text) in enumerate(ROWS[:2]))
    column = f"<h2>{HEADLINE}</h2><p>{FIRST}</p><p>{LAST}</p><p>Phát lúc 20h03, thứ bảy ngày 12/04/2025</p>"
    page = (
        f"<html lang=vi><title>{HEADLINE}</title><body><header>FM 102,8 MHz · Đài xã Bến Giang</header>"
        f"<main>{main}</main><aside>{column}</aside></body></html>"
    )
    article = read_article("https://dai.example/tin-7", page, layouts=[], site="generic").article
    assert (article.title, article.body_text) == (HEADLINE, PLAIN)


def test_what_stands_behind_a_term_are_paragraphs():
    page = (
        f"<html lang=vi><title>{HEADLINE}</title><body><h1>{HEADLINE}</h1><p>12/04/2025</p>"
        f"<dl><dt>Báo Bãi Mới: đò nghỉ</dt><dd>{FIRST}</dd><dd>{LAST}</dd></dl></body></html>"
    )
    article = read_article("https://xa.example/tin-7", page, layouts=[], site="generic").article
    assert article.body_text == f"Báo Bãi Mới: đò nghỉ\n\n{FIRST}\n\n{LAST}"


def test_a_title_behind_the_site_s_name_as_dotnetnuke_parts_them():
    page = (
        f"<html lang=vi><title>UBND xã Bến Giang &gt; {HEADLINE}</title><body><a href=/>UBND xã Bến Giang</a>"
        f"<p class=n>12/04/2025</p><div><p>{FIRST}</p><p>{LAST}</p></div></body></html>"
    )
    article = read_article("https://xa.example/tin-7", page, layouts=[], site="generic").article
    assert article.title == HEADLINE


@pytest.mark.parametrize("ends", ["</body></html>", "</body>", "</HTML>"])
def test_a_page_put_together_of_several_that_each_end(ends):
    page = (
        f"<html lang=vi><head><title>{HEADLINE}</title></head><body><ul><li><a href=/>Trang chủ</a></ul>{ends}"
        f"<section><h1>{HEADLINE}</h1><p>12/04/2025</p><div><p>{FIRST}</p><p>{LAST}</p></div></section></body></html>"
    )
    article = read_article("https://xa.example/tin-7", page, layouts=[], site="generic").article
    assert article.body_text == PLAIN


def test_a_page_builder_s_pieces_of_a_paragraph_each():
    piece = "<div class='piece text'><div class=body><p>{}</p></div></div>"
    page = (
        f"<html lang=vi><title>{HEADLINE}</title><body><main><div class=detail><div class=top><p>12/04/2025</p>"
        f"<h1>{HEADLINE}</h1><div>{FIRST} {FIRST}</div></div><div class='piece image'><img src=/a.jpg></div>"
        f"{piece.format(FIRST)}{piece.format(LAST)}</div></main></body></html>"
    )
    article = read_article("https://xa.example/tin-7", page, layouts=[], site="generic").article
    assert article.body_text == f"{FIRST} {FIRST}\n\n{PLAIN}"


def test_an_address_that_names_the_authors_is_no_title():
    title = "Báo Bến Giang mở chuyên mục cho thợ lò"
    page = (
        f"<html lang=vi><title>{title} | Báo Bến Giang</title><body><section><p><a href=/vh>Văn hóa</a></p>"
        f"<div class=t>{title}</div><address rel=author>Thu Phượng – Quốc Hải</address>"
        f"<div>17:12 ngày 18/11/2025</div><p>{FIRST}</p><p>{LAST}</p></section>"
        "<footer><p>Báo Bến Giang - Tiếng nói của xã</p></footer></body></html>"
    )
    article = read_article("https://bao.example/tin-7", page, layouts=[], site="generic").article
    assert (article.title, article.authors) == (title, ("Thu Phượng", "Quốc Hải"))


def test_a_lead_that_is_named_so_above_the_title():
    lead = f"<p class=where><a href=/ben-bai>Bến bãi</a></p><p class=standfirst>{FIRST}</p>"
    text = f"<section><p>{LAST}</p></section><section><p>{WELCOME}</p></section>"
    page = f"<html lang=vi><article>{lead}<h1>{HEADLINE}</h1>{text}<footer>12/04/2025 08:15</footer></article>"
    article = read_article("https://xa.example/7", page, layouts=[], site="generic").article
    assert (article.lead, article.body_text) == (FIRST, f"{FIRST}\n\n{LAST}\n\n{WELCOME}")
    assert article.section == "Bến bãi"


def test_cards_that_hold_a_title_a_paragraph_or_a_teaser_each():
    card = "<div class=card><div class=card-body>{}</div></div>"
    head = f"<html lang=vi><title>{HEADLINE} - Xã Bến Giang</title>"
    teasers = [
        f"<h5><a href=/t/{n}>{title}</a></h5><p>{text}</p><i>1{n}/04/2025</i>"
        for n, (title, text) in enumerate(ROWS)
    ]
    cards = [
        f"<h3>{HEADLINE}</h3><small>Ngày đăng: 12/04/2025 08:15</small>", f"<p>{FIRST}</p>", f"<p>{LAST}</p>",
        "<h3>Tin trong xã</h3>", *teasers[:2], "<h3>Thông báo của xã</h3>", *teasers[2:],
    ]  # fmt: skip
    page = f"{head}<body><div>{''.join(map(card.format, cards))}</div>"
    article = read_article("https://xa.example/7", page, layouts=[], site="generic").article
    assert (article.title, article.body_text) == (HEADLINE, PLAIN)


@pytest.mark.parametrize(
    "line",
    ["In ra :: Gửi bạn bè", "Chia sẻ <a>f</a> <a>Zalo</a>", "<a>Facebook</a><a>Zalo</a><a>Mã nhúng</a>"],
)
def test_rows_of_buttons_in_other_words(line):
    text = f"<div>{line}</div><div><p>{FIRST}</p><p>{LAST}</p><p>{line}</p></div>"
    page = f"<html lang=vi><h1>{HEADLINE}</h1><i>12/04/2025 08:15</i>{text}"
    assert read_article("https://xa.example/7", page, layouts=[], site="generic").article.body_text == PLAIN


def test_an_imprint_that_says_who_made_the_site():
    foot = "<center>Báo Bến Giang điện tử. Địa chỉ: 8 đường Cây Gạo. Thiết kế: Tổ tin học</center>"
    page = f"<html lang=vi><table><td><h1>{HEADLINE}</h1><i>12/04/2025 08:15</i><p>{FIRST}<p>{LAST}{foot}</table>"
    assert read_article("https://xa.example/7", page, layouts=[], site="generic").article.body_text == PLAIN


def test_a_title_that_screen_readers_alone_are_told():
    hidden = f"<h2 class=hide-accessible>{HEADLINE} - Bến Giang</h2>"
    text = f"<div><h3>{HEADLINE}</h3><p>12/04/2025</p><div><p>{FIRST}</p><p>{LAST}</p></div></div>"
    page = f"<html lang=vi><title>{HEADLINE} - Bến Giang</title><body><section>{hidden}{text}</section>"
    assert read_article("https://xa.example/7", page, layouts=[], site="generic").article.title == HEADLINE


def test_buttons_in_elements_of_their_own_that_are_glued_to_the_lead():
    lead = f"<div class=sapo><span class=share-lbl>Chia sẻ</span><span class=like>Thích</span>{FIRST}</div>"
    page = f"<html lang=vi><h1>{HEADLINE}</h1><i>12/04/2025 08:15</i><div>{lead}<p>{LAST}</p></div>"
    assert read_article("https://xa.example/7", page, layouts=[], site="generic").article.body_text == PLAIN


def test_dated_notices_beside_a_short_article():
    notice = (
        "<div class=tb><h4><a href=/tb/{0}>THÔNG BÁO số {0}</a></h4><i>0{0}/04/2025</i><p>{1}</p><p>{1}</p></div>"
    )
    notices = "".join(notice.format(number, WELCOME) for number in (1, 2))
    column = f"<div class=chinh><h1>{HEADLINE}</h1><i>12/04/2025 08:15</i><div><p>{FIRST}</p></div></div>"
    page = f"<title>{HEADLINE}</title><body><div>{column}<div class=phu><h3>Cần biết</h3>{notices}</div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.body_text == FIRST


def test_a_whole_second_article_below_one_heading_lower():
    other = f"<hr><div><h2 class=t>{ROWS[0][0]}</h2><div class=d>02/04/2025</div><div><p>{WELCOME}</p></div></div>"
    first = f"<h1 class=t>{HEADLINE}</h1><div class=d>12/04/2025</div><div><p>{FIRST}</p><p>{LAST}</p></div>"
    page = f"<title>{HEADLINE}</title><body><div>{first}{other}</div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.body_text == PLAIN


@pytest.mark.parametrize("lead", [f"<p>{FIRST}</p>", ""])
def test_related_articles_between_the_date_and_the_text(lead):
    row = "<li><i>{0}.12.2023</i> <a href=/k{0}.html>Một bài khác có tựa đề khá dài số {0}</a></li>"
    rows = "".join(row.format(number) for number in range(11, 17))
    related = f"<div><h4>Bài viết liên quan</h4><ul>{rows}</ul></div>"
    text = f"<div><p>{FIRST}</p><p>{LAST}</p></div>"
    text = text.replace(f"<p>{FIRST}</p>", "") if lead else text
    page = f"<title>Xã</title><body><div><h3>{HEADLINE}</h3><i>12.04.2025 07h23'</i>{lead}{related}{text}</div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert (article.title, article.body_text) == (HEADLINE, PLAIN)
