"""Who wrote an article and where it comes from, wherever its page says so."""

import pytest

from kkt_crawler.pages import MediaTechPage, read_article

LEAD = "Sáng nay tổ công tác đến từng hộ để nghe ý kiến về cách tính giá đất ở bãi mới."
TEXT = (
    "Theo cách tính mới, mỗi thửa được đo lại trước mặt chủ hộ, kết quả dán ở nhà văn hóa thôn trong mười ngày "
    "để ai chưa thông thì đến hỏi, và ý kiến nào cũng có người trả lời."
)
PROSE = f"<p>{LEAD}</p><p>{TEXT}</p>"
PLAIN = f"{LEAD}\n\n{TEXT}"
CALL = "<p>Mời bà con cài ứng dụng của tòa soạn để nhận tin sớm nhất mỗi ngày.</p>"


def read(*, head="", body=PROSE, inside="", below="", date="<div class=ngay>12/04/2025 08:15</div>", meta=""):
    page = (
        f"<html lang=vi><title>Đo lại đất bãi mới</title>{meta}<body><ul><li><a href=/dd>Đất Đai</a></li></ul>"
        f"<div><article><h1>Đo lại đất bãi mới</h1>{date}{head}<div class=noidung>{body}</div>{inside}</article>"
        f"{below}</div>"
    )
    return read_article("https://bao.example/dat-7.html", page, layouts=[], site="generic").article


def credit(article):
    return article.source, list(article.authors)


@pytest.mark.parametrize(
    ("line", "source", "authors"),
    [
        ("<span>Nguồn: Báo Bến Giang</span>", "Báo Bến Giang", []),
        ("<div>Theo TTXVN</div>", "TTXVN", []),
        ("<div>Tác giả: Đinh Mai Lan</div>", "", ["Đinh Mai Lan"]),
        ("<p><b>Mai Lan - Đức Hòa</b></p>", "", ["Mai Lan", "Đức Hòa"]),
        ("<dl><dd>Mai Lan</dd></dl>", "", ["Mai Lan"]),
        ("<p><a href=/tac-gia/mai-lan>Mai Lan</a></p>", "", ["Mai Lan"]),
        ("<p><a href=/tac-gia/mai-lan>Mai Lan</a> <a href=/tac-gia/2>An Bình</a></p>", "", ["Mai Lan", "An Bình"]),
        (
            "<app-by><span>Tác giả: </span><b>Mai Lan</b></app-by><app-tags><a href=/t>đất</a></app-tags>",
            "",
            ["Mai Lan"],
        ),
        ("<div class=writer><img src=/i.svg><span>Mai Lan</span></div>", "", ["Mai Lan"]),
        ("<div><img src=/avatar/7.jpg width=36 height=36> <b>Mai Lan</b></div>", "", ["Mai Lan"]),
        ("<div><b>Tác giả</b></div>", "", []),
        ("<p class=author>Mai Lan (lan@bao.example), An Bình (an@bao.example)</p>", "", ["Mai Lan", "An Bình"]),
        ("<p>Đất Đai</p>", "", []),  # a section of the menu
        ("<p>Thứ Hai</p>", "", []),
        ("<p>Đăng bởi Admin</p>", "", []),
        ("<p>Viết bởi <b>Mai Lan</b></p>", "", ["Mai Lan"]),
        ("<div>HTGS</div>", "", ["HTGS"]),  # beside the date
    ],
)
def test_a_line_below_the_title(line, source, authors):
    article = read(head=line)
    assert (credit(article), article.body_text) == ((source, authors), PLAIN)


@pytest.mark.parametrize(
    ("line", "source", "authors"),
    [("<p>Theo TTXVN</p>", "TTXVN", []), ("<p><b>Mai Lan</b></p>", "", ["Mai Lan"])],
)
def test_a_line_at_the_beginning_of_the_text(line, source, authors):
    article = read(body=f"{line}{PROSE}")
    assert (credit(article), article.body_text) == ((source, authors), PLAIN)


def test_a_line_below_the_headline_s_second_copy():
    title = "Đất bãi mới đo lại ra sao, và ai là người ký biên bản?"
    page = (
        f"<html lang=vi><title>{title}</title><body><div><h1>{title}</h1><i>12/04/2025</i><p>{title}</p>"
        f"<span>Theo TTXVN</span><div>{PROSE}</div></div>"
    )
    article = read_article("https://bao.example/dat-7.html", page, layouts=[], site="generic").article
    assert (article.source, article.body_text) == ("TTXVN", PLAIN)


def test_the_element_called_the_author_s_above_the_title():
    page = (
        "<html lang=vi><title>Đo lại đất bãi mới</title><body><div><div><div>12/04/2025 08:15</div>"
        f"<div class=by-line>Mai Lan</div><h1>Đo lại đất bãi mới</h1></div><div>{PROSE}</div></div>"
    )
    article = read_article("https://bao.example/dat-7.html", page, layouts=[], site="generic").article
    assert credit(article) == ("", ["Mai Lan"])


def test_a_name_beside_an_address_longer_than_it():
    address = "bandoc.toasoan.dientu@bao-bengiang.example"
    article = read(body=f"{PROSE}<p>Mai Lan (<a href=mailto:{address}>{address}</a>)</p>")
    assert (credit(article), article.body_text) == (("", ["Mai Lan"]), PLAIN)


def test_a_name_below_the_lead():
    article = read(body=f"<p>{LEAD}</p><p><b>Mai Lan</b></p><p>{TEXT}</p>")
    assert (credit(article), article.body_text) == (("", ["Mai Lan"]), PLAIN)


@pytest.mark.parametrize("called", ["Đinh Mai Lan", "Chị Lan"])
def test_a_heading_that_names_whom_the_text_is_about(called):
    text = f"<p>{called} dọn về bãi từ năm bão lớn, nay trông coi trạm bơm và dạy lũ trẻ trong xóm học chữ.</p>"
    article = read(body=f"<p>{LEAD}</p><p><b>Đinh Mai Lan</b></p>{text * 2}{CALL}")
    assert article.authors == ()
    assert "\n\nĐinh Mai Lan\n\n" in article.body_text


def test_a_heading_that_says_whence():
    piece = f"<p>{LEAD}</p>"
    article = read(body=f"<p><b>Nhìn từ Bến Giang</b></p>{piece * 3}")
    assert (article.source, article.lead) == ("", "Nhìn từ Bến Giang")


@pytest.mark.parametrize(
    ("date", "source", "authors"),
    [
        (
            "<div class=ngay><span>Mai Lan - Đức Hòa</span> <span>|</span> 12/04/2025</div>",
            "",
            ["Mai Lan", "Đức Hòa"],
        ),
        ("<div class=ngay>Thứ bảy, 12/04/2025 - Hải Đăng</div>", "", ["Hải Đăng"]),
        ("<div class=ngay>Đăng bởi Mai Lan lúc 08:15 12/04/2025</div>", "", ["Mai Lan"]),
        ("<div class=ngay>12/04/2025 | Theo TTXVN</div>", "TTXVN", []),
        ("<div class=ngay>Bến Giang, ngày 12 tháng 4 năm 2025</div>", "", []),
        ("<div class=ngay>Theo Báo Tin tức Đăng lúc: 12/04/2025 8:15</div>", "Báo Tin tức", []),
        ("<div class=ngay>Thời Sự | Đăng bởi Quản Trị | Thứ Bảy, 12/04/2025</div>", "", []),
        ("<div class=ngay><a href=/u/9>Mai Lan</a> <span>Thứ Bảy, 12/04/2025</span></div>", "", ["Mai Lan"]),
        ("<div class=ngay>12/04/2025, 08:15 (GMT+7) - Tác giả: Mai Lan</div>", "", ["Mai Lan"]),
        ("<div class=ngay>12/04/2025 07:04 CH<br>Nguồn: Báo Bến Giang</div>", "Báo Bến Giang", []),
        ("<div class=ngay>12/04/2025 | Nguồn: bao.vn <a href=#>Cỡ chữ</a></div>", "bao.vn", []),
        ("<div class=ngay>12/04/2025 | Nguồn: <i>TTXVN</i> | Tác giả: <i>Mai Lan</i></div>", "TTXVN", ["Mai Lan"]),
        ("<div class=ngay><b>T.M</b> - <i>Thứ Bảy, 12/04/2025</i></div>", "", ["T.M"]),
        ("<div class=ngay><a href=/phap-luat>PL</a> <i>Thứ Bảy, 12/04/2025</i></div>", "", []),
        ("<b>Mai Lan</b><time>Thứ Bảy, 12/04/2025, 08:15</time><p></p>", "", ["Mai Lan"]),
        ("<span>Tác giả: Mai Lan</span><time>Thứ Bảy, 12/04/2025</time><p></p>", "", ["Mai Lan"]),
        ("<div class=ngay>Ngày đăng: 12/4/2025 Số lần xem: 9.775 Nguồn: Báo Bến Giang</div>", "Báo Bến Giang", []),
        ("<div class=ngay>12/04/2025 06:53 Đã xem: 4803 Tác giả: Mai Lan</div>", "", ["Mai Lan"]),
        ("<div class=ngay><b>VIDEO</b> <i>Thứ Bảy, 12/04/2025</i></div>", "", []),
        ("<div class=ngay>12/04/2025 - Nguồn: baobengiang.vn - 220 lượt đọc</div>", "baobengiang.vn", []),
        ("<div class=ngay>12/04/2025 (Nguồn: baobengiang.vn) Lượt xem: 220</div>", "baobengiang.vn", []),
        ("<div class=toolbar><span>PV - 12/04/2025</span><span>A+</span></div>", "", ["PV"]),
        ("<div class=ngay>CN - 13/04/2025</div>", "", []),
        ("<div class=ngay>Nhóm phóng viên | 12/04/2025</div>", "", ["Nhóm phóng viên"]),
        ("<div class=ngay>Nhóm công tác | 12/04/2025</div>", "", []),
    ],
)
def test_beside_the_date(date, source, authors):
    assert credit(read(date=date)) == (source, authors)


def test_a_headline_in_two_lines_beside_the_date_names_nobody():
    page = (
        "<html lang=vi><title>Thu hút chín triệu USD vào Bến Giang</title><body><div>"
        f"<span>Thu hút chín triệu<br>USD vào Bến Giang</span> <i>12/04/2025</i><br><div>{PROSE}</div></div>"
    )
    article = read_article("https://bao.example/dat-7.html", page, layouts=[], site="generic").article
    assert credit(article) == ("", [])


def test_the_link_to_the_author_s_page():
    card = "<div><img src=/a.jpg><div><a rel=author href=/u/9>Mai Lan</a><span>Xem các bài khác</span></div></div>"
    assert credit(read(below=card)) == ("", ["Mai Lan"])


@pytest.mark.parametrize(
    ("link", "source", "authors"),
    [
        ("Trịnh Đinh Mai Lan, Phùng Đức Hòa", "", ["Trịnh Đinh Mai Lan", "Phùng Đức Hòa"]),
        ("M.L", "", ["M.L"]),
        ("Mai Lan/TTXVN", "TTXVN", ["Mai Lan"]),
    ],
)
def test_what_the_link_to_an_author_s_page_says(link, source, authors):
    assert credit(read(below=f"<div><a href=/tac-gia/9>{link}</a></div>")) == (source, authors)


@pytest.mark.parametrize(
    ("line", "source", "authors"),
    [
        ("Mai Lan/TTXVN", "TTXVN", ["Mai Lan"]),
        ("Nguồn: Quân đội nhân dân", "Quân đội nhân dân", []),
        ("Mai Lan/TTXVN lan@bao.example", "TTXVN", ["Mai Lan"]),
    ],
)
def test_what_the_element_called_the_author_s_says(line, source, authors):
    below = "<div>In bài</div>" * 9
    assert credit(read(below=f"{below}<div class=but-danh>{line}</div>")) == (source, authors)


def test_a_credit_below_the_text_is_no_caption_of_its_last_picture():
    body = f"{PROSE}<p><img src=/anh/bai.jpg width=600></p>"
    article = read(body=body, inside="<div class=post-credit><p>Mai Lan (Theo VTV)</p></div>")
    assert (credit(article), article.images[0].caption) == (("VTV", ["Mai Lan"]), "")


SIGNED = "Hồ Văn Hải"


@pytest.mark.parametrize(
    "signature",
    [
        f"<div align=right><p><b>KT. TRƯỞNG BAN</b></p><p><b>PHÓ TRƯỞNG BAN</b></p><p>{SIGNED}</p></div>",
        f"<p align=right>GIÁM ĐỐC<br>(Đã ký)<br><br><b>{SIGNED}</b></p>",
        f"<div align=right><p>CHI CỤC TRƯỞNG</p><p><img src=/dau.png width=90></p><p>{SIGNED}</p></div>",
        f"<table><tr><td>Nơi nhận:<br>- Như trên;<td>TL. CHỦ TỊCH<br>CHÁNH THANH TRA<br>{SIGNED}</tr></table>",
        f"<p align=right>Phó Giám đốc</p><p align=right>{SIGNED}</p><p>Nơi nhận:</p><p>- Như trên;</p>",
    ],
)
@pytest.mark.parametrize(("line", "authors"), [("", []), ("<p align=right><b>Mai Lan</b></p>", ["Mai Lan"])])
def test_who_signed_a_notice_is_no_author(signature, line, authors):
    article = read(body=f"{PROSE}{signature}{line}")
    assert article.authors == tuple(authors)
    assert SIGNED in article.body_text
    assert "Mai Lan" not in article.body_text


def test_whom_the_text_quotes_last_is_no_author():
    quote = "<blockquote><p>“Đo xong ai cũng yên tâm.”</p><p><b>Hồ Văn Hải</b></p></blockquote>"
    article = read(body=f"{PROSE}{quote}<p align=right><b>Mai Lan</b></p>")
    assert article.authors == ("Mai Lan",)
    assert article.body_text.endswith("Hồ Văn Hải")


def test_whom_a_box_beside_the_text_quotes_is_no_author():
    box = "<div><p>“Đo xong ai cũng yên tâm”</p><p><b>Hồ Văn Hải</b></p></div><p><img src=/a.jpg></p>"
    assert read(body=f"{PROSE}{box}<p align=right>Mai Lan</p>").authors == ("Mai Lan",)
    quoted = f"<p>“{LEAD[:-1]}”</p><p><b>Mai Lan</b></p>"  # not in a box, or as good as the whole text
    assert read(body=f"<p>{TEXT}</p>{quoted}").authors == ("Mai Lan",)
    assert read(body=quoted).authors == ("Mai Lan",)


def card(name, office, *, called=""):
    portrait = f"<a href=/tac-gia/{len(name)}><img src=/mat.jpg alt='{name}'></a>"
    link = f"<a href=/tac-gia/{len(name)} rel=author>{name}</a>"
    return f"<div class='{called}'>{portrait}<div>{link}<span>{office}</span></div></div>"


@pytest.mark.parametrize("called", ["", "author-line", "but-danh", "author-info"])
@pytest.mark.parametrize("offices", [("Phóng viên thường trú", "Phóng viên"), ("Báo Bến Giang", "")])
def test_two_cards_of_authors_with_their_offices(called, offices):
    cards = card("Mai Lan", offices[0], called=called) + card("Vũ Đức Hòa", offices[1], called=called)
    article = read(head=cards)
    assert (credit(article), article.body_text) == (("", ["Mai Lan", "Vũ Đức Hòa"]), PLAIN)


@pytest.mark.parametrize("called", ["pseudonym", "author-box", "nguoi-viet"])
def test_the_element_called_the_author_s_before_the_text(called):
    article = read(head=f"<div class={called}><b>Mai Lan</b></div>")
    assert (credit(article), article.body_text) == (("", ["Mai Lan"]), PLAIN)


def test_the_author_s_card_above_the_lead_is_no_other_article_s():
    beside = f"{card('Trịnh Đinh Mai Lan', 'PV')}<i>12/04/2025</i><p>{LEAD}</p>"
    header = f"<header><h1>Đo lại đất bãi mới</h1>{beside}</header>"
    page = f"<html lang=vi><body><div>{header}<div><p>{TEXT}</p><p>{TEXT}</p></div></div>"
    article = read_article("https://bao.example/dat-3000007.html", page, layouts=[], site="generic").article
    assert (article.authors, article.lead, article.images) == (("Trịnh Đinh Mai Lan",), LEAD, ())


def test_a_link_to_follow_the_paper_makes_no_teaser_of_the_author_s():
    follow = "<a href=//news.google.example/1>Theo dõi Báo Bến Giang trên Google News</a>"
    header = f"<header><h1>Đo lại đất bãi mới</h1>{card('Mai Lan', 'Phóng viên')}{follow}</header>"
    page = f"<html lang=vi><body><div>{header}<i>12/04/2025</i><div>{PROSE}</div></div>"
    article = read_article("https://bao.example/dat-3000007.html", page, layouts=[], site="generic").article
    assert article.authors == ("Mai Lan",)


def test_another_article_s_author():
    teaser = (
        "<div><h3><a href=/x>Trạm bơm bãi mới chạy thử tải lần đầu</a></h3><a href=/tac-gia/hoa>Đức Hòa</a></div>"
    )
    assert credit(read(below=f"<section>{teaser}</section>")) == ("", [])


@pytest.mark.parametrize(
    ("line", "source", "authors"),
    [
        ("Mai Lan (Theo VnExpress)", "VnExpress", ["Mai Lan"]),
        ("Nguồn: <a href=https://bengiang.example/>Báo Bến Giang</a>", "Báo Bến Giang", []),
        ("<b>Bài: Mai Lan</b><br><b>Ảnh: Đức Hòa</b>", "", ["Mai Lan", "Đức Hòa"]),
        ("<b>MAI LAN, ĐỨC HÒA (CTV)</b>", "", ["MAI LAN", "ĐỨC HÒA"]),
        ("<b>Nhóm phóng viên</b>", "", ["Nhóm phóng viên"]),
        ("<b>Mai Lan</b> <a href=mailto:lan@bao.example>(lan@bao.example)</a>", "", ["Mai Lan"]),
    ],
)
def test_a_credit_above_a_call_to_subscribe(line, source, authors):
    article = read(body=f"{PROSE}<p align=right>{line}</p>{CALL}")
    assert credit(article) == (source, authors)
    assert article.body_text.startswith(f"{PLAIN}\n\nMời bà con")


def test_the_source_of_a_table_is_not_the_article_s():
    table = "<table><tr><th>Xóm<th>Hộ</tr><tr><td>Trên<td>40</tr><tr><td>Dưới<td>52</tr></table>"
    assert read(body=f"{PROSE}{table}<p>Nguồn: Chi cục Thống kê</p>{CALL}").source == ""


@pytest.mark.parametrize(
    ("below", "source", "authors"),
    [
        ("<div>Trích nguồn: VnEconomy</div>", "VnEconomy", []),
        ("<div>Lượt xem: 512</div><div>Thực hiện: Mai Lan, Đức Hòa</div>", "", ["Mai Lan", "Đức Hòa"]),
        ("<div class=author>Trần Trang</div><h4>Ý kiến bạn đọc</h4>", "", ["Trần Trang"]),
        ("<div style='text-align: right'>Mai Lan</div>", "", ["Mai Lan"]),
        ("<div>Bãi Cháy</div><p>Nắng, 27 độ</p>", "", []),
        ("<h4>Tin Khác</h4><p>Theo TTXVN</p>", "", []),
    ],
)
def test_a_credit_below_the_article(below, source, authors):
    assert credit(read(below=below)) == (source, authors)


def test_the_article_s_own_footer():
    teasers = "<ul><li><a href=/x>Trạm bơm bãi mới chạy thử tải lần đầu</a></li></ul>"
    assert credit(read(inside=f"{teasers}<footer>Đức Hòa (Theo TTXVN)</footer>")) == ("TTXVN", ["Đức Hòa"])


def test_a_credit_below_a_picture_in_the_cell_that_holds_the_text():
    cell = "<td><p><img src=/a.jpg alt='Trạm bơm'></p><p align=right>Tin, ảnh: Mai Lan</p></td>"
    article = read(body=f"<p>{LEAD}</p><table><tr>{cell}</tr></table>")
    assert credit(article) == ("", ["Mai Lan"])
    assert [image.caption for image in article.images] == ["Trạm bơm"]


def test_initials_at_the_right_below_a_picture():
    article = read(body=f"<p>{LEAD}</p><p><img src=/a.jpg></p><p align=right>NTH</p>")
    assert (credit(article), article.body_text) == (("", ["NTH"]), LEAD)


def test_an_agency_in_brackets_behind_the_last_sentence():
    article = read(body=f"{PROSE}<p>Trạm bơm chạy thử vào tháng sau. (TTXVN)</p>")
    assert article.source == "TTXVN"
    assert article.body_text == f"{PLAIN}\n\nTrạm bơm chạy thử vào tháng sau."


def test_a_heading_in_capitals_over_other_articles():
    article = read(
        body=f"{PROSE}<p><b>CÁC TIN ĐÃ ĐƯA NGÀY</b></p><ul><li><a href=/x>Trạm bơm bãi mới</a></li></ul>"
    )
    assert article.authors == ()


@pytest.mark.parametrize(
    ("line", "authors"),
    [("<h4 align=right>HTGS</h4>", ["HTGS"]), ("<h4>(Mai Lan - Đức Hòa)</h4>", ["Mai Lan", "Đức Hòa"])],
)
def test_a_heading_that_heads_nothing_may_be_a_byline(line, authors):
    article = read(body=PROSE + line)
    assert (list(article.authors), article.body_text) == (authors, PLAIN)
    assert not read(body=f"{PROSE}{line}<p>{TEXT}</p>").authors


def test_the_author_of_a_picture_is_not_the_articles():
    figure = (
        "<figure><img src=/a.jpg><figcaption><p>Bãi mới.</p><p class=author>Ảnh: Mai Lan</p></figcaption></figure>"
    )
    article = read(head=figure)
    assert (article.authors, article.images[0].credit) == ((), "Mai Lan")


def test_papers_in_brackets_below_the_pieces_of_a_digest_are_no_authors():
    pieces = "".join(f"<p>{TEXT}</p><p align=right>({paper})</p>" for paper in ("Nhân Dân", "Tuổi Trẻ"))
    assert list(read(body=f"{pieces}<p align=right><b>HTGS</b></p>").authors) == ["HTGS"]
    assert not read(body=pieces).authors


def test_spans_shown_as_blocks_are_paragraphs():
    spans = "".join(f'<span style="display:block">{text}</span>' for text in (LEAD, TEXT))
    assert read(body=f"Chia sẻ bài viết {spans}").body_text == PLAIN


def test_a_share_label_without_a_colon_leaves_the_text():
    assert read(body=f"<p>Chia sẻ bài viết {LEAD}</p><p>{TEXT}</p>").body_text == PLAIN
    said = "Chia sẻ bài viết trên mạng, ông Hòa kể chuyện đo đất."
    assert read(body=f"<p>{said}</p><p>{TEXT}</p>").lead == said


@pytest.mark.parametrize(
    ("stated", "authors"),
    [
        ("Mai Lan", ["Mai Lan"]),
        ("Ban Quản lý bãi triều Bến Giang", []),
        ("Sở Nông nghiệp", []),
        ("Uỷ ban nhân dân xã Bến Giang", []),
        ("Cổng thông tin Bến Giang", []),
    ],
)
def test_whom_machine_data_names_is_a_person(stated, authors):
    assert list(read(meta=f"<meta name=author content='{stated}'>").authors) == authors


@pytest.mark.parametrize(
    ("lines", "source", "authors"),
    [
        ("<p class=author>Mai Lan</p><p class=source>Nhịp sống bãi bồi</p>", "Nhịp sống bãi bồi", ["Mai Lan"]),
        (
            "<p class=author>Theo Mai Lan</p><p class=source>Lao động Ven sông</p>",
            "Lao động Ven sông",
            ["Mai Lan"],
        ),
        ("<p class=author>Mai Lan</p><p class=source>Bãi Bồi Mới</p>", "Bãi Bồi Mới", ["Mai Lan"]),
        ("<p class=source>Bãi bồi mới</p>", "Bãi bồi mới", []),
        ("<p class=nguon>Mai Lan - Đức Hòa</p>", "", ["Mai Lan", "Đức Hòa"]),
        ("<p class=nguon>Mai Lan (Theo TTXVN)</p>", "TTXVN", ["Mai Lan"]),
        ("<div class=bai-source>Theo <b>Forbes, Newsweek</b></div>", "Forbes, Newsweek", []),
        ("<p class=source>Chia sẻ</p>", "", []),
        ("<p><a href=/k>Một bài khác có tựa đề khá dài</a></p><p class=source>Bãi bồi mới</p>", "", []),
        ("<p>Theo Mai Lan</p>", "Mai Lan", []),
    ],
)
def test_elements_of_the_source_name_it_alone(lines, source, authors):
    assert credit(read(inside=f"<div>{lines}</div>")) == (source, authors)


def test_a_person_above_the_paper_she_wrote_for():
    lines = "<p align=right>Theo Mai Lan</p><p align=right>VnBaiboi</p>"
    assert credit(read(body=PROSE + lines)) == ("VnBaiboi", ["Mai Lan"])


def test_a_row_of_topics_is_no_name():
    topics = "<a href=''><span>Bãi</span></a><a href=''><span>Sông</span></a><a href=''><span>Mai Lan</span></a>"
    assert credit(read(inside=f"<div>{topics}</div>")) == ("", [])


@pytest.mark.parametrize(("name", "authors"), [("Đất Đai", []), ("Mai Lan", ["Mai Lan"])])
def test_the_house_by_the_letters_of_its_host_is_no_author(name, authors):
    page = (
        f"<html lang=vi><title>Đo lại đất bãi mới</title><meta name=author content='{name}'><body>"
        f"<h1>Đo lại đất bãi mới</h1><div class=ngay>12/04/2025 08:15</div><div>{PROSE}</div>"
    )
    article = read_article("https://dat-dai.com.vn/dat-7.html", page, layouts=[], site="generic").article
    assert list(article.authors) == authors


def test_a_source_below_the_icon_of_a_button():
    bar = "<div><a href='javascript:print()'><img src=/i/in.gif> In trang</a></div>"
    assert credit(read(head=f"{bar}<span>Nguồn: TTXVN</span>")) == ("TTXVN", [])


def test_a_credit_set_as_a_heading_below_the_text():
    assert credit(read(inside="<h4 align=right>HTGS (Theo TTXVN)</h4>")) == ("TTXVN", ["HTGS"])


def test_pieces_of_a_digest_that_end_with_the_names_of_papers():
    papers = ("Tiền Phong", "Lao Động", "Tuổi Trẻ", "Báo Bến Giang")
    article = read(body="".join(f"<h3>Bãi bồi mới</h3><p>{LEAD}</p><p>{TEXT} ({paper})</p>" for paper in papers))
    assert article.source == ""
    assert article.body_text.endswith("(Báo Bến Giang)")


def test_a_byline_below_the_picture_of_a_digest():
    pieces = "".join(f"<p>{TEXT}</p><p>({paper})</p>" for paper in ("Nhân Dân", "Tuổi Trẻ"))
    picture = "<p align=center><img src=/a.jpg></p><p align=center><i>Bãi mới.</i></p>"
    article = read(body=f"{pieces}{picture}<p><b>Mai Lan (Nguồn: Báo Bến Giang)</b></p>")
    assert credit(article) == ("Báo Bến Giang", ["Mai Lan"])
    assert article.body_text.endswith("(Tuổi Trẻ)")


def test_a_term_above_its_definition_is_no_name():
    terms = f"<dl><dt><b>Nhóm thứ hai</b></dt><dd>{TEXT}</dd></dl>"
    article = read(body=f"<p>{LEAD}</p>{terms}")
    assert (article.authors, "Nhóm thứ hai" in article.body_text) == ((), True)


def test_a_byline_below_a_text_shorter_than_the_teasers_of_others():
    teasers = "".join(
        f"<div><h3><a href=/t{n}.html>Một bài khác có tựa đề khá dài số {n}</a></h3><p>{LEAD * 2}</p></div>"
        for n in range(3)
    )
    body = f"<p>{LEAD}</p><p>Ngày mai đo tiếp ở thôn Bãi Trên, thôn Bãi Dưới.</p>"
    body += "<p align=right><b>Mai Lan - Đức Hòa - An Bình</b></p>"
    page = (
        f"<html lang=vi><body><div><h1>Đo lại đất ở cả bãi mới</h1><i>12/04/2025</i><div>{body}</div>"
        f"<div><h2>Tin cùng chuyên mục</h2>{teasers}</div></div>"
    )
    article = read_article("https://bao.example/dat-3000007.html", page, layouts=[], site="generic").article
    assert list(article.authors) == ["Mai Lan", "Đức Hòa", "An Bình"]
    assert article.body_text == f"{LEAD}\n\nNgày mai đo tiếp ở thôn Bãi Trên, thôn Bãi Dưới."


@pytest.mark.parametrize(
    "lines",
    [
        "<div><div>Nguồn:&nbsp;</div><div><div>Báo Đầu tư</div></div></div>",
        "<table><tr><td>Nguồn tin:</td><td>Báo Đầu tư</td></tr></table>",
        "<dl><dt>Nguồn tin</dt><dd>Báo Đầu tư</dd></dl>",
    ],
)
@pytest.mark.parametrize("place", ["head", "inside", "body"])
def test_a_label_and_what_it_announces_in_elements_of_their_own(lines, place):
    article = read(**{place: f"{PROSE}{lines}" if place == "body" else lines})
    assert (credit(article), article.body_text) == (("Báo Đầu tư", []), PLAIN)


def test_initials_behind_a_label_in_an_element_of_their_own():
    lines = "<div>Ngày đăng:</div><div>12/04/2025</div><div>Tác giả:</div><div>NTT</div>"
    assert credit(read(date=lines)) == ("", ["NTT"])


def test_credits_in_an_element_that_is_called_like_a_picture_s():
    lines = "<div class=ldp-credit><p>Thực hiện: Mai Lan</p><p>Nguồn: VTV</p></div>"
    article = read(body=f"<figure><img src=/a/1.jpg></figure>{PROSE}{lines}")
    assert (credit(article), article.body_text) == (("VTV", ["Mai Lan"]), PLAIN)


def test_a_place_before_the_date_is_nobody():
    assert credit(read(date="<p class=ngay>Bến Giang, ngày 12/04/2025</p>")) == ("", [])


@pytest.mark.parametrize("role", ["Phóng viên ảnh", "Biên tập viên", "Chuyên viên truyền thông"])
@pytest.mark.parametrize(
    "card",
    [
        "<div><img src=/avatars/1.png><b>{}</b> <small>{}</small></div>",
        "<bao-author><b>{}</b><small>{}</small></bao-author>",
    ],
)
def test_cards_of_authors_with_what_they_are(card, role):
    cards = card.format("PV Mai Lan", role) + card.format("Đức Hòa", role)
    for article in (read(inside=f"<div>{cards}</div>"), read(head=cards)):
        assert credit(article) == ("", ["Mai Lan", "Đức Hòa"])
        assert article.body_text == PLAIN
        assert article.images == ()


def test_a_name_that_begins_as_a_word_does():
    assert list(read(body=f"{PROSE}<p align=right><b>Từ Hạnh - Đỗ Sơn</b></p>").authors) == ["Từ Hạnh", "Đỗ Sơn"]


def test_a_centre_s_long_name_as_the_source():
    name = "Trung tâm Dự báo khí tượng thủy văn quốc gia"
    assert read(inside=f"<div>Theo {name}</div>").source == name


@pytest.mark.parametrize("name", ["Mai Lan", "Phòng Quản lý đất đai"])
def test_a_name_in_a_heading_in_what_is_called_the_author_s(name):
    card = f"<div class=author><div><h3>{name}</h3><p>Đăng ngày 12/04/2025</p></div></div>"
    files = "<p><a href=/gia.pdf>Bảng giá đất</a></p>"
    for article in (read(head=card, date=""), read(body=f"{PROSE}{card}{files}", date="")):
        assert credit(article) == ("", [name])
        assert article.body_text == PLAIN


def test_what_an_author_is_in_a_line_of_its_own():
    article = read(body=f"<div>Phóng viên Ban Kinh tế</div>{PROSE}")
    assert article.body_text == PLAIN


@pytest.mark.parametrize(
    ("date", "authors"),
    [
        ("<div><b>12/04/2025</b><span>Phòng Quản lý đất đai</span></div>", ["Phòng Quản lý đất đai"]),
        ("<div>Phòng Quản lý đất đai</div><div>12/04/2025</div>", ["Phòng Quản lý đất đai"]),
        ("<div><i>Mai Lan</i><i>Đức Hòa</i><i>12/04/2025</i></div>", ["Mai Lan", "Đức Hòa"]),
        ("<ul><li>Mai Lan</li><li>Đức Hòa</li><li>12/04/2025</li></ul>", ["Mai Lan", "Đức Hòa"]),
        (
            "<div><div><b>Ngày đăng</b><div><i>12/04/2025</i></div></div>"
            "<div><b>Tác giả</b><div><i>Phòng Quản lý đất đai</i></div></div></div>",
            ["Phòng Quản lý đất đai"],
        ),
    ],
)
def test_offices_and_several_names_beside_the_date(date, authors):
    article = read(date=date)
    assert list(article.authors) == authors
    assert article.body_text == PLAIN


def test_an_office_beside_the_date_that_is_an_entry_of_the_menu():
    menu = "<ul><li><a href=/p>Phòng Quản lý đất đai</a></li></ul>"
    assert not read(date="<div><b>12/04/2025</b><span>Phòng Quản lý đất đai</span></div>", below=menu).authors


def test_the_author_s_card_right_behind_the_text():
    card = "<div class=author-info><div class=name>Đinh Mai Lan</div></div>"
    comments = "<div class=y><b>Bình luận (0)</b></div>"
    assert credit(read(body=PROSE * 25, inside=f"{card}{comments}")) == ("", ["Đinh Mai Lan"])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<p>{LEAD}</p><p>{TEXT} (Báo Nhân Dân)</p>", ("Báo Nhân Dân", [])),
        (f"<p>{LEAD}</p><p>{TEXT} (VOV.VN)</p>", ("VOV.VN", [])),
        (
            f"{PROSE}<p style='text-align:right'><a href=mailto:b@x.example>Hoàng Văn Bình</a></p>",
            ("", ["Hoàng Văn Bình"]),
        ),
        (f"{PROSE}<div class=article__footer><p><b>Thực hiện:</b> Thu Chung</p></div>", ("", ["Thu Chung"])),
        (f"{PROSE}<p>Danh sách trúng thưởng:</p><p>Nguyễn Văn Hùng</p><p>Trần Thị Lan</p>", ("", [])),
        (
            f"<p>{LEAD}</p><table><tr><td>Vụ<td>Tấn<tr><td>Xuân<td>81</table><p><i>Nguồn: Cục Thống kê</i></p>"
            "<p>Vụ sau chưa rõ.</p>",
            ("", []),
        ),
    ],
)
def test_credits_in_other_places_and_names_that_are_none(body, expected):
    assert credit(read(body=body)) == expected


def test_a_source_below_the_text_that_is_a_link():
    below = "<div>Nguồn tin: <a href=https://bao.test/dat-7.html>https://bao.test/dat-7.html</a></div>"
    assert credit(read(inside=below)) == ("bao.test", [])


def test_details_behind_the_text():
    below = (
        "<dl><dt>Ngày đăng:<dd>12/04/2025<dt>Tác giả:<dd>Hoàng Quý<dt>Nguồn:<dd>bao.test<dt>Lượt xem:<dd>81</dl>"
    )
    article = read(date="", inside=below)
    assert (credit(article), article.body_text) == (("bao.test", ["Hoàng Quý"]), PLAIN)


def test_stated_authors_come_first_on_foreign_pages():
    text = (
        "<p>The team went from house to house this morning to hear what people think of the price of land.</p>" * 3
    )
    page = (
        "<html lang=en><title>New land on the river</title><meta name=author content='Anne-Marie Lee'>"
        "<meta property='article:published_time' content='2025-04-12T08:15:00Z'><body>"
        f"<article><h1>New land on the river</h1>{text}<h3>Most Read Stories</h3></article>"
    )
    assert read_article("https://paper.example/7", page, layouts=[], site="generic").article.authors == (
        "Anne-Marie Lee",
    )


def test_who_signs_behind_pictures():
    gallery = "<h4>Một số hình ảnh:</h4><p><img src=/1.jpg></p><p><img src=/2.jpg></p>"
    body = f"{PROSE}{gallery}<p align=right><b>Phòng Quản lý đầu tư</b></p>"
    assert credit(read(body=body)) == ("", ["Phòng Quản lý đầu tư"])


def test_the_link_to_the_author_above_the_title():
    page = (
        "<html lang=vi><title>Đo lại đất bãi mới</title><body><div>12/04/2025 08:15</div>"
        "<div><p><span><a href=/tac-gia/mai-lan>Mai Lan</a></span></p></div>"
        f"<div><h1>Đo lại đất bãi mới</h1><h2>{LEAD}</h2><div>{PROSE}</div></div>"
    )
    assert read_article("https://bao.example/dat-7.html", page, layouts=[], site="generic").article.authors == (
        "Mai Lan",
    )


@pytest.mark.parametrize(
    ("credits", "authors"),
    [
        ("<p>Nội dung: Mai Lan</p><p>Trình bày: An Bình</p>", ["Mai Lan"]),
        ("<p>Đồ họa: An Bình</p>", ["An Bình"]),
        ("<div class=pseudonym>Đồ họa: An Bình</div>", ["An Bình"]),
    ],
)
def test_who_drew_is_the_author_where_nobody_wrote(credits, authors):
    article = read(inside=f"<div>{credits}</div>")
    assert (article.authors, article.body_text) == (tuple(authors), PLAIN)


def test_a_name_in_capitals_is_spelt_as_machine_data_does():
    stated = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"name": "Mai Lê"}}</script>'
    body = f"{PROSE}<p style='text-align:right'><b>MAI LÊ - THU BỒI</b></p>"
    assert read(meta=stated, body=body).authors == ("Mai Lê", "THU BỒI")


def test_a_share_label_behind_a_line_before_the_text_is_no_part_of_it():
    article = read(head="<span>Mai Lan - Thu Bồi</span>\nChia sẻ bải viết :\n")
    assert (article.authors, article.body_text) == (("Mai Lan", "Thu Bồi"), PLAIN)
    assert "Ông Quý chia sẻ:" in read(body=f"{PROSE}<p>Ông Quý chia sẻ:</p><p>“{LEAD}”</p>").body_text


@pytest.mark.parametrize(
    ("line", "source", "authors"),
    [
        ("<span>Nguồn: QTV</span> | <span>Chuyên mục: <a href=/d>Đất</a></span> | <i>Lượt xem: 9</i>", "QTV", []),
        ("<span>Nguồn: QTV</span> | <span><i class=fa-eye></i> 470</span>", "QTV", []),
        ("<span>Mai Lan</span> | <span>9.502 lượt xem</span>", "", ["Mai Lan"]),
        ("<span><i class=fa-eye></i> 563</span>", "", []),
    ],
)
def test_a_credit_among_other_details_below_the_date(line, source, authors):
    article = read(head=f"<div class=thong-tin>{line}</div>")
    assert (credit(article), article.body_text) == ((source, authors), PLAIN)


def test_a_table_of_details_names_author_and_source():
    rows = "<tr><th>Ngày đăng<td>12/04/2025 08:15<tr><th>Tác giả<td><b>Mai Lan</b><tr><th>Nguồn<td>QTV"
    article = read(date=f"<table>{rows}</table>")
    assert (credit(article), article.body_text) == (("QTV", ["Mai Lan"]), PLAIN)


def test_who_may_comment_is_no_text():
    assert read(below="<p>Bạn cần <a href=/login>đăng nhập</a> để bình luận</p>").body_text == PLAIN


@pytest.mark.parametrize("name", ["Bãi Mới", "Báo Bãi Bồi"])
def test_the_site_itself_is_no_source(name):
    meta = '<meta property="og:site_name" content="Bãi Mới">'
    page = (
        f"<html lang=vi><title>Đo lại đất bãi mới</title>{meta}<body><div><h1>Đo lại đất bãi mới</h1>"
        f"<i>12/04/2025 08:15</i><div>{PROSE}<p><b>Nguồn: {name}</b></p></div></div>"
    )
    article = read_article("https://baobaiboi.example/dat-7.html", page, layouts=[], site="generic").article
    assert (article.source, article.body_text) == ("", PLAIN)


@pytest.mark.parametrize(
    "line",
    [
        "<p align=right><strong>Lê Bồi</strong><br><a href=mailto:lb@bao.example>lb@bao.example</a></p>",
        "<p align=right><strong>Lê Bồi (Bến Giang)</strong></p>",
    ],
)
def test_an_address_below_the_name_and_a_place_behind_it(line):
    article = read(body=f"{PROSE}{line}")
    assert (article.authors, article.body_text) == (("Lê Bồi",), PLAIN)


def test_an_address_in_the_text_stays():
    body = f"<p>{LEAD}</p><p>Gửi đơn về hòm thư:</p><p>vp@bai.example</p><p>{TEXT}</p>"
    assert "vp@bai.example" in read(body=body).body_text


def test_accounts_of_publishing_systems_write_nothing():
    for name in ("Super User", "DotNetNuke", "Administrator"):
        assert read(meta=f'<meta name="author" content="{name}">').authors == ()


def test_who_is_quoted_stays_below_the_quotation():
    quote = "<div><p>“Đất này của cả thôn, của chung.”</p><p class=StarNameCaption>Hồ Văn Hải</p></div>"
    article = read(body=f"{PROSE}{quote}<p>{TEXT}</p>")
    assert article.body_text.split("\n\n")[3] == "Hồ Văn Hải"


@pytest.mark.parametrize(
    "line", ["<div class=bai-author>Lê Bồi</div>", "<div><span class=author>Lê Bồi</span></div>"]
)
def test_the_author_s_element_above_a_text_of_one_sentence(line):
    page = (
        f"<html lang=vi><title>Đo lại đất bãi mới</title><body><div><h1>Đo lại đất bãi mới</h1>{line}</div>"
        f"<div><p>{LEAD}</p></div><i>12/04/2025 08:15</i>"
    )
    article = read_article("https://bao.example/dat-7.html", page, layouts=[], site="generic").article
    assert (article.authors, article.body_text) == (("Lê Bồi",), LEAD)


def test_a_source_where_the_signature_stands_and_the_author_above_the_text():
    page = (
        "<html lang=vi><body><div><h1 class=name>Đo lại đất bãi mới</h1>"
        "<div class='date font5'>12/04/2025 08:15</div>"
        f"<div class=author>Lê Bồi</div><div id=content-detail>{PROSE}</div>"
        "<div class=pseudonym><em>Theo TTXVN</em></div></div>"
    )
    article = read_article("https://bao.example/dat-7.html", page, layouts=[MediaTechPage], site="bao").article
    assert (article.authors, article.source) == (("Lê Bồi",), "TTXVN")


def test_details_in_one_line_with_no_sign_between():
    details = ("12/04/2025", "Tác giả: Lê Thị Bồi", "642 lượt xem")
    line = f"<div class=hang>{''.join(f'<span>{detail}</span>' for detail in details)}</div>"
    article = read(date="", body=f"{line}{PROSE}")
    assert (article.authors, article.body_text) == (("Lê Thị Bồi",), PLAIN)


def test_a_reporter_s_office_before_the_name():
    article = read(body=f"{PROSE}<div align=right><em>Phóng viên Lê Bồi</em></div>")
    assert (article.authors, article.body_text) == (("Lê Bồi",), PLAIN)


def test_the_site_s_name_as_its_banner_says_it_is_no_source():
    name = "Cổng thông tin điện tử của các bãi bồi phía đông ven sông"
    page = (
        f"<html lang=vi><title>Đo lại đất bãi mới</title><body><div><a href=/>{name}</a></div>"
        f"<div><h1>Đo lại đất bãi mới</h1><i>12/04/2025 08:15</i><div>{PROSE}<p>Nguồn: {name}</p></div></div>"
    )
    article = read_article("https://portal.example/tin/dat-7", page, layouts=[], site="generic").article
    assert (article.source, article.body_text) == ("", PLAIN)


@pytest.mark.parametrize("line", ["<p><b>Lê Bồi (Bến Giang)</b></p>", "<p align=right>Biên soạn: Lê Bồi</p>"])
def test_other_signatures(line):
    article = read(body=f"{PROSE}{line}")
    assert (article.authors, article.body_text) == (("Lê Bồi",), PLAIN)


def test_whose_a_quotation_without_marks_is_that_ends_the_text():
    quote = "<blockquote><p>Đất này của cả thôn, của chung.</p><p>Hồ Văn Hải</p></blockquote>"
    article = read(body=f"{PROSE}{quote}")
    assert (article.authors, article.body_text.endswith("Hồ Văn Hải")) == ((), True)


def test_the_paper_s_address_is_no_source_on_its_own_pages():
    page = (
        f"<html lang=vi><title>Đo lại đất bãi mới</title><body><div><h1>Đo lại đất bãi mới</h1>"
        f"<i>12/04/2025 08:15</i><div>{PROSE}<p>(Theo baoboibai.vn)</p></div></div>"
    )
    article = read_article("https://m.example/dat-7.html", page, layouts=[], site="baoboibai").article
    assert (article.source, article.body_text) == ("", PLAIN)


def test_a_name_and_a_source_below_the_pieces_of_a_digest():
    pieces = "".join(f"<p>{TEXT} ({paper})</p>" for paper in ("TTXVN", "VOV"))
    article = read(body=f"{pieces}<p>Mai Lan</p><p>(Theo VOV)</p>")
    assert credit(article) == ("VOV", ["Mai Lan"])
    assert article.body_text.endswith("(VOV)")


def test_who_asks_in_brackets_is_no_piece_of_a_digest():
    asked = f"<p>Hỏi: {TEXT}</p><p>(Lê Thị Tư, xã Bến Giang)</p>"
    article = read(body=f"{asked}<p>{TEXT}</p><p>(Trích theo VnExpress)</p>")
    assert article.source == "VnExpress"
    assert "(Lê Thị Tư, xã Bến Giang)" in article.body_text


@pytest.mark.parametrize(
    ("below", "source", "authors"),
    [
        ("<footer><address>Mai Lan</address><ul><li><a href=/t>đất</a></ul></footer>", "", ["Mai Lan"]),
        ("<div><div class=field__label>Tác giả</div><div>Mai Lan</div></div>", "", ["Mai Lan"]),
        ("<div><div class=field__label>Nguồn</div><div>nhandan.vn</div></div>", "nhandan.vn", []),
        ("<div><a href='javascript:;'>Theo <span>Tuổi Trẻ</span></a></div>", "Tuổi Trẻ", []),
        ("<p align=right>Phòng Quản lý quy hoạch và xây dựng</p>", "", ["Phòng Quản lý quy hoạch và xây dựng"]),
        ("<p class=copyright align=right><b>Mai Lan</b></p>", "", ["Mai Lan"]),
        ("<table><tr><td>Tác giả<td>Mai Lan<tr><td>Nguồn<td>VOV</table>", "VOV", ["Mai Lan"]),
        ("<p>Viết: Mai Lan, Lê Bồi</p>", "", ["Mai Lan", "Lê Bồi"]),
        ("<p align=right>Điện lực Bến Giang</p>", "", ["Điện lực Bến Giang"]),
        (
            "<p align=right><b>Mai Lan</b></p><p align=right><i>Theo TTXVN - T.H (03/06/2025)</i></p>",
            "TTXVN",
            ["Mai Lan", "T.H"],
        ),
        ("<p>Người viết bài: <b>Mai Lan</b></p>", "", ["Mai Lan"]),
        ("<p>Đăng lại từ: Báo Lao Động</p>", "Báo Lao Động", []),
        ("<p align=right><b>M.L.</b></p>", "", ["M.L."]),
        (
            "<p><span>Đăng ngày 12/4/2025 08:15</span> <span>Tác giả: Mai Lan</span> <span>Nguồn: VOV</span></p>",
            "VOV",
            ["Mai Lan"],
        ),
        ("<p>Đăng bởi <span>Mai Lan</span> lúc <a href=/7>06:40</a></p>", "", ["Mai Lan"]),
        ("<p>Viết bởi: Mai Lan (Báo Bến Giang - Bãi Mới)</p>", "Báo Bến Giang - Bãi Mới", ["Mai Lan"]),
    ],
)
def test_who_is_named_at_the_end_of_the_article(below, source, authors):
    article = read(inside=below)
    assert (credit(article), article.body_text) == ((source, authors), PLAIN)


def test_links_in_the_line_of_the_date():
    author = "<a href=/tac-gia/{}>{}</a>"
    line = f"<p>{author.format(1, 'Mai Lan')}, {author.format(2, 'An Bình')} · 08:15 12/04/2025</p>"
    assert read(date=line).authors == ("Mai Lan", "An Bình")
    assert read(date="<div><span>12/04/2025 08:15</span><a href=#>Google News</a></div>").authors == ()


def test_the_source_in_the_footer_of_an_article_whose_author_stands_above():
    article = read(head="<p class=author>Mai Lan</p>", inside="<footer><p>Theo VietnamPlus</p></footer>")
    assert credit(article) == ("VietnamPlus", ["Mai Lan"])


def test_the_page_of_an_author_by_her_account():
    line = (
        "<div><span><a href=/@lan>Mai Lan</a></span><span> và </span><span><a href=/@binh>An Bình</a></span></div>"
    )
    assert read(head=line).authors == ("Mai Lan", "An Bình")


def test_buttons_for_the_size_of_letters_beside_the_date_are_no_name():
    line = "<div>Thứ bảy, 12/04/2025 | 07:09 [GMT +7] <a href=#>A</a> <a href=#>A</a></div>"
    page = f"<body><div><h1>Thêm chín dự án chọn bãi mới</h1>{line}<div>{PROSE}</div></div>"
    assert not read_article("https://portal.example/tin", page, layouts=[], site="generic").article.authors


@pytest.mark.parametrize("office", ["Trung tâm VH, TT Liên Hòa", "TTVH Liên Hòa", "Trung tâm Văn hóa xã"])
def test_the_office_behind_a_name(office):
    assert read(inside=f"<p align=right><b>Vũ Thanh Hương ({office})</b></p>").authors == ("Vũ Thanh Hương",)


def test_a_media_centre_that_signs_is_the_author():
    signed = f"{PROSE}<p align=right><b>Trung tâm Truyền thông Bến Giang</b></p>"
    assert credit(read(body=signed)) == ("", ["Trung tâm Truyền thông Bến Giang"])


def test_a_field_s_label_and_value_above_links_below_the_text():
    field = "<div><div>Nguồn:&nbsp;</div><div>Báo Bến Giang</div></div>"
    links = "<ul><li><a href=/login>Đăng nhập</a> để gửi bình luận</li><li>46 lượt xem</li></ul>"
    assert credit(read(inside=f"{field}{links}")) == ("Báo Bến Giang", [])


def test_a_name_in_the_date_s_list_of_details():
    details = "<ul><li>Mai Lan</li><li>Ngày 12/04/2025 lúc 08:15</li><li>Cỡ chữ: A- A+</li></ul>"
    assert credit(read(date=details)) == ("", ["Mai Lan"])


def test_a_card_of_one_of_two_authors():
    date = "<div class=tin><span>Mai Lan và Đức Hòa</span> <span>•</span> <span>12/04/2025 08:15</span></div>"
    card = "<div class=x><img src=/avatars/33.jpg alt='Mai Lan'><div><b>Mai Lan</b><p>Phóng viên</p></div></div>"
    assert credit(read(date=date, inside=card)) == ("", ["Mai Lan", "Đức Hòa"])


@pytest.mark.parametrize(
    ("item", "authors"),
    [
        ("<dd>Viết bởi <span>Mai Lan</span></dd>", ("Mai Lan",)),
        ("<dd>Mai Lan<br>Lê Bồi</dd>", ("Mai Lan", "Lê Bồi")),
        ("<dd></dd><dt>Người viết</dt><dd>Mai Lan</dd><dd>Lê Bồi</dd><dt>Lúc</dt>", ("Mai Lan", "Lê Bồi")),
    ],
)
def test_who_is_listed_with_the_date_below_a_text_that_names_its_source(item, authors):
    details = f"<dl><dt>Chi tiết{item}<dd>Được đăng: 12/04/2025 08:15<dd>Lượt xem: 81</dl>"
    article = read(date="", body=f"{PROSE}<p><em>Theo VOV</em></p>", below=details)
    assert (article.source, article.authors, article.body_text) == ("VOV", authors, PLAIN)


def test_initials_behind_the_date_that_signs():
    article = read(date="", inside="<p>T7, 12/04/2025 – PV</p>")
    assert (article.authors, article.body_text) == (("PV",), PLAIN)


def test_who_comments_first_below_a_text_is_no_author():
    row = "<div class=o><span>{}</span> <span>{}/04/2025 10:20</span><p>Tôi cũng nghĩ thế.</p></div>"
    comments = f"<div class=g>{row.format('Mai Lan', 13)}{row.format('Lê Bồi', 14)}</div>"
    article = read(body=f"{PROSE}<p>(Theo VOV)</p>", below=comments)
    assert credit(article) == ("VOV", [])


@pytest.mark.parametrize(
    "portrait",
    ["<img class=avatar src=/anh/7.jpg>", "<amp-img src=/anh/7.jpg width=60 height=60></amp-img>"],
)
def test_the_life_of_an_author_below_the_text(portrait):
    life = "<p>Sinh ở bãi bồi, viết về đất từ năm 2011. Từng hai lần đoạt giải báo chí.</p>"
    article = read(inside=f"<div class=c>{portrait}<b>Mai Lan</b>{life}</div>")
    assert (article.authors, article.body_text, article.images) == (("Mai Lan",), PLAIN, ())


def test_the_life_of_one_whom_a_text_is_about():
    life = "Sinh ở bãi bồi, bà Tư giữ đất cho thôn từ năm 2011."
    article = read(body=f"<div><img src=/anh/7.jpg><b>Lê Thị Tư</b><p>{life}</p></div>{PROSE}")
    assert (life in article.body_text, len(article.images)) == (True, 1)


@pytest.mark.parametrize("names", [("Mai Lan", "Lê Bồi"), ("Nhóm PV",)])
def test_authors_that_rdfa_marks(names):
    marked = "".join(f"<i property=author typeof=Person>✍ <b property=name>{name}</b></i> " for name in names)
    article = read(head=f"<div>Mục: <a href=/dd>Đất Đai</a> {marked}</div>")
    assert (article.authors, article.section) == (names, "Đất Đai")


def test_names_with_a_word_between_that_have_elements_of_their_own():
    article = read(date="<p>Đăng ngày <b>12/04/2025</b> bởi <b>Mai Lan</b> và <b>Lê Bồi</b></p>")
    assert article.authors == ("Mai Lan", "Lê Bồi")


def test_an_organisation_that_machine_data_calls_the_author_is_none():
    kind = "itemprop=author itemtype=http://schema.org/Organization"
    hidden = f"<div style='display:none' {kind}><b itemprop=name>Nhà Bãi Mới</b></div>"
    assert read(head=hidden).authors == ()


def test_fields_below_the_text_in_a_form_of_sharepoint_s():
    row = "<tr><td class=ms-formlabel><h3>{}</h3></td><td class=ms-formbody>{}</td></tr>"
    fields = {"Tiêu đề": "Đo lại đất bãi mới", "Ngày đăng": "12/04/2025 08:15", "Nội dung": PROSE}
    fields |= {"Tác giả": "Mai Lan", "Nguồn": "Cổng TTĐT Chính phủ"}
    table = "".join(row.format(label, said) for label, said in fields.items())
    page = f"<html lang=vi><title>Tin tức - Đo lại đất bãi mới</title><body><table>{table}</table></body></html>"
    article = read_article("https://portal.example/DispForm.aspx?ID=7", page, layouts=[], site="generic").article
    assert (credit(article), article.body_text) == (("Cổng TTĐT Chính phủ", ["Mai Lan"]), PLAIN)


@pytest.mark.parametrize(
    ("lines", "source", "authors"),
    [
        ("<p class=who>Mai Lan (từ đảo Ngọc Vừng)</p>", "", ["Mai Lan"]),
        ("<p class=who>Mai Lan + Lê Bồi</p>", "", ["Mai Lan", "Lê Bồi"]),
        ("<p>Mai Lan</p><p>Nguồn: Báo Bến Giang</p>", "Báo Bến Giang", ["Mai Lan"]),
    ],
)
def test_who_signs_in_the_article_s_own_footer(lines, source, authors):
    article = read(inside=f"<footer>{lines}<p>Lượt xem: 81</p></footer>")
    assert (credit(article), article.body_text) == ((source, authors), PLAIN)


def test_a_squad_signs_what_it_publishes():
    article = read(body=f"{PROSE}<p align=right><b>Đội Quản lý bến Hạ</b></p>")
    assert (article.authors, article.body_text) == (("Đội Quản lý bến Hạ",), PLAIN)


def test_names_in_elements_of_their_own_with_nothing_between():
    article = read(body=f"{PROSE}<hp-sign><span>Mai Lan</span><span>Lê Thị Bồi</span></hp-sign>")
    assert (article.authors, article.body_text) == (("Mai Lan", "Lê Thị Bồi"), PLAIN)


def test_two_who_posted_and_when():
    article = read(date="<div>Được đăng bởi <b>Mai Lan</b>; <b>Lê Bồi</b> vào CN, 12/04/2025 - 08:15</div>")
    assert article.authors == ("Mai Lan", "Lê Bồi")


def test_fields_below_the_text_one_of_which_links_to_the_section():
    field = "<div class=field><div class=field__label>{}</div><div class=field__item>{}</div></div>"
    fields = [("Ngày đăng", "12/04/2025 08:15"), ("Chuyên mục", "<a href=/taxonomy/term/4>Bãi bồi</a>")]
    fields += [("Bút danh", "Mai Lan"), ("Nguồn", "Báo Bến Giang")]
    article = read(date="", inside="".join(field.format(*pair) for pair in fields))
    assert (credit(article), article.body_text) == (("Báo Bến Giang", ["Mai Lan"]), PLAIN)


def test_the_title_of_a_box_below_the_article_is_no_author():
    head = "<div><span class=vnp-portlet-title>GÓC NHÌN</span></div>"
    column = f"<div>{head}<div><a href=/81>81/TB-BQL</a> <span>12/04/2025</span></div></div>"
    assert read(below=column).authors == ()


@pytest.mark.parametrize("heading", ["LIÊN KẾT WEBSITE", "HÌNH ẢNH", "GIÁ NÔNG SẢN", "VĂN BẢN MỚI"])
def test_the_heading_of_a_box_in_capitals_is_no_author(heading):
    assert read(below=f"<div><p>{heading}</p><p>Lượt xem: 81</p></div>").authors == ()


def test_the_greeting_of_those_who_announce_it_is_no_author():
    last = "Ban Tổ chức lễ tang trân trọng kính báo."
    article = read(body=f"{PROSE}<p>{last}</p>")
    assert (article.authors, article.body_text) == ((), f"{PLAIN}\n\n{last}")


def test_the_site_s_own_name_with_a_sign_in_it_is_no_source():
    page = f"<html lang=vi><body><h1>Đo lại đất bãi mới</h1><i>12/04/2025</i><div>{PROSE}<p>Theo Bãi+</p></div>"
    assert read_article("https://www.baiplus.example/7.vnp", page, layouts=[], site="generic").article.source == ""


@pytest.mark.parametrize("name", ["Tòa soạn", "VNPT Bến Giang", "GiangSoft"])
def test_the_editors_or_makers_that_machine_data_names_are_no_author(name):
    assert read(meta=f"<meta name=author content='{name}'>").authors == ()


def test_fields_of_sharepoint_s_form_below_one_that_links_to_the_section():
    row = "<tr><td class=ms-formlabel><h3>{}</h3></td><td class=ms-formbody>{}</td></tr>"
    rows = [
        ("Tiêu đề", "Đo lại đất bãi mới"),
        ("Trích dẫn", LEAD),
        ("Nội dung", f"<div><p>{TEXT}</p><p>{TEXT}</p></div>"),
    ]
    rows += [("Chuyên mục", "<a href=/Lists/ChuyenMuc/DispForm.aspx?ID=3>Đất đai</a>"), ("Tác giả", "Mai Lan")]
    rows += [("Nguồn tin", "Báo Bến Giang"), ("Ngày đăng", "12/04/2025 2:01 CH"), ("Lượt xem", "81")]
    rows += [("Đính kèm", "<a href=/Lists/TinTuc/Attachments/7/TB7.pdf>TB7.pdf</a>")]
    table = "".join(row.format(label, said) for label, said in rows)
    page = f"<html lang=vi><title>Tin tức - Đo lại đất bãi mới</title><body><table>{table}</table></body></html>"
    article = read_article("https://portal.example/DispForm.aspx?ID=7", page, layouts=[], site="generic").article
    assert (credit(article), article.section) == (("Báo Bến Giang", ["Mai Lan"]), "Đất đai")
    assert [file.title for file in article.attachments] == ["TB7.pdf"]
    assert article.body_text == f"{LEAD}\n\n{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize(
    ("end", "source", "authors"),
    [
        ("<b>Mai Lan</b>", "", ["Mai Lan"]),
        ("<i>HTGS</i>", "", ["HTGS"]),
        ("<b><i>Mai Lan - Đức Hòa</i></b>", "", ["Mai Lan", "Đức Hòa"]),
        ("<i>(Trích theo Báo Đầu tư) Bùi Bá Bách</i>", "Báo Đầu tư", ["Bùi Bá Bách"]),
        ("<b>HTGS (Theo baigiang.vn)</b>", "baigiang.vn", ["HTGS"]),
    ],
)
def test_a_credit_in_bold_or_italics_behind_the_last_sentence(end, source, authors):
    article = read(body=f"<p>{LEAD}</p><p>{TEXT} {end}</p>")
    assert (credit(article), article.body_text) == ((source, authors), PLAIN)
    assert article.body_html.endswith("trả lời.</p>")


@pytest.mark.parametrize("end", ["<b>Xin cảm ơn ông!</b>", "<b>Bãi mới</b> đã khác.", "Ai hỏi? <b>Mai Lan</b>"])
def test_other_words_in_bold_at_the_end_are_text(end):
    article = read(body=f"<p>{LEAD}</p><p>{TEXT} {end}</p>")
    assert (article.authors, len(article.body_text) > len(PLAIN)) == ((), True)


@pytest.mark.parametrize(
    "line",
    [
        "<div class=td-author><span>Bởi</span> <a href=/author/admin/>Báo Bến Giang</a></div>",
        "<p>Nguồn: Báo Bến Giang</p>",
    ],
)
@pytest.mark.parametrize(("url", "banner"), [("baobengiang.vn", ""), ("bao.example", "<b>Báo Bến Giang</b>")])
def test_the_site_s_own_name_is_nobody_s(line, url, banner):
    page = (
        f"<html lang=vi><title>Đo lại đất bãi mới</title><body>{banner}<ul><li><a href=/dd>Đất Đai</a></li></ul>"
        f"<div><article><h1>Đo lại đất bãi mới</h1>{line}<i>12/04/2025 08:15</i><div>{PROSE}</div></article></div>"
    )
    article = read_article(f"https://{url}/dat-7.html", page, layouts=[], site="generic").article
    assert (credit(article), article.body_text) == (("", []), PLAIN)


def test_a_name_with_a_word_that_labels_have():
    article = read(date="<div><b>Tằng Viết Chiến - Mai Lan</b> <i>16/06/2025 10:24</i></div>")
    assert article.authors == ("Tằng Viết Chiến", "Mai Lan")


def test_links_to_other_authors_far_above_the_title_and_below():
    far = "<p>Đất</p>" * 9
    other = "<p>Cây bút của báo: <a href=/tac-gia/an-binh>An Bình</a></p>"
    own = "<p>Bài của <a href=/tac-gia/mai-lan>Mai Lan</a> ở bãi mới</p>"
    assert credit(read(head=own, below=f"<div>{far}{other}</div>")) == ("", ["Mai Lan"])
    page = (
        f"<html lang=vi><title>Đo lại đất bãi mới</title><body><div>{other}{far}</div><div><article>"
        f"<h1>Đo lại đất bãi mới</h1><div>12/04/2025 08:15</div><div class=noidung>{PROSE}</div></article></div>"
    )
    article = read_article("https://bao.example/dat-7.html", page, layouts=[], site="generic").article
    assert credit(article) == ("", [])


def test_initials_behind_the_source_that_ends_a_paragraph():
    article = read(body=f"<p>{LEAD}</p><p>{TEXT} (Theo TTXVN) HTGS</p>")
    assert (credit(article), article.body_text) == (("TTXVN", ["HTGS"]), PLAIN)


def test_what_is_in_bold_before_the_source_that_ends_a_paragraph():
    article = read(body=f"<p>{LEAD}</p><p><b>Đo lại:</b> {TEXT} (Theo TTXVN)</p>")
    assert article.body_html.endswith(f"<p><strong>Đo lại:</strong> {TEXT}</p>")


def test_an_agency_beside_the_date_is_no_author():
    assert credit(read(date="<div>12/04/2025 08:15 - VOV</div>")) == ("VOV", [])


def test_the_source_of_a_picture_above_the_text_is_not_the_article_s():
    assert credit(read(body=f"<p><img src=/bai.jpg></p><p>Nguồn: Internet</p>{PROSE}")) == ("", [])


def test_who_sent_the_news_in():
    article = read(body=f"{PROSE}<p>Người đưa tin: Trần Khắc Khôi</p>")
    assert (article.authors, article.body_text) == (("Trần Khắc Khôi",), PLAIN)
