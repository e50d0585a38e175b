"""Portal pages with little of their own: the site's name for a heading, teasers of other articles beside."""

import pytest

from kkt_crawler.pages import PageError, read_article

LEAD = "Từ hôm nay, hộ nào chưa thông cách tính giá đất thì đến nhà văn hóa thôn để hỏi."
VIETNAMESE = "<p>Sáng nay tổ công tác đến từng hộ để nghe ý kiến về cách tính giá đất ở bãi mới.</p>"


def read_portal(article, *, title="Thêm chín dự án chọn bãi mới", body=VIETNAMESE):
    page = (
        f"<title>{title}</title><body><h1>Ban Quản lý</h1><div class=menu>{'<a href=/m>Giới thiệu</a>' * 9}</div>"
        "<div><p class=tieude>Thêm chín dự án chọn bãi mới</p><i>12/04/2025 08:15</i>"
        f"<div>{body}</div>{article}</div>"
    )
    return read_article("https://portal.example/tin", page, layouts=[], site="generic").article


TEASERS = "".join(
    f"<p><a href=/t{n}>Một bài khác có tựa đề khá dài số {n}</a></p>"
    f"<p>Nhà thầu số {n} bổ sung máy xúc cho tuyến đường.</p>"
    for n in range(3)
)


def test_teasers_beside_a_short_article_are_no_part_of_it():
    assert read_portal(f"<div class=khac><p>Các tin khác</p>{TEASERS}</div>").body_text == VIETNAMESE[3:-4]


def test_a_site_that_heads_its_pages_with_its_name():
    assert read_portal("", title="Ban Quản lý").title == "Thêm chín dự án chọn bãi mới"


def test_teasers_alone_are_no_article():
    cards = "".join(
        f"<li><a href=/t{n}>Một bài khác có tựa đề khá dài số {n}</a><p>Nhà thầu bổ sung máy xúc thứ {n}.</p></li>"
        for n in range(4)
    )
    with pytest.raises(PageError, match="body"):
        read_portal(f"<h3>Thông báo</h3><ul>{cards}</ul>", body="")


def test_a_lead_set_as_a_heading_is_a_paragraph():
    lead = VIETNAMESE[3:-4]
    article = read_portal("", body=f"<h2>{lead}</h2><p>Buổi chiều, tổ nghe thêm ý kiến của các hộ ở cuối bãi.</p>")
    assert article.lead == lead
    assert article.body_html.startswith(f"<p><strong>{lead}</strong></p>")


def test_a_short_lead_set_as_a_heading_over_a_video():
    lead = "Con đường mới rút ngắn nửa giờ ra bãi, kể cả mùa mưa."
    article = read_portal("", body=f"<h2>{lead}</h2><div><iframe src=https://video.example/1></iframe></div>")
    assert (article.lead, article.body_text) == (lead, lead)


@pytest.mark.parametrize(
    "picture",
    [
        '<picture><source srcset="/upload/b.jpg 1x"><img src="/upload/b.jpg"></picture>',
        '<img src="/loading.gif" data-src="/upload/b.jpg"><noscript><img src="/upload/b.jpg"></noscript>',
        "<table><tr><td><p><img src=/upload/b.jpg></p><p>Một góc bãi mới.</p></td></tr></table><div>",
    ],
)
def test_a_caption_beside_its_picture_in_one_box(picture):
    article = read_portal("", body=f"{VIETNAMESE}<div>{picture}<div>Một góc bãi mới.</div></div>{VIETNAMESE}")
    assert [image.caption for image in article.images] == ["Một góc bãi mới."]
    assert "góc" not in article.body_text


def test_what_was_looked_for_is_no_article():
    page = f"<body><h1>Kết quả tìm kiếm cho “bãi mới”</h1><p>12/04/2025</p><div>{VIETNAMESE * 5}</div>"
    with pytest.raises(PageError, match="body"):
        read_article("https://portal.example/tim", page, layouts=[], site="generic")


def test_comments_are_no_part_of_a_short_article():
    comments = f"<h3>Ý kiến bạn đọc (2)</h3><div>Hà Lan 13/04/2025 09:00</div>{VIETNAMESE * 3}"
    assert read_portal(f"<div>{comments}</div>").body_text == VIETNAMESE[3:-4]


def test_a_comment_between_a_short_article_and_teasers():
    wish = "Rất mong xã sớm làm xong con đường đất ra bãi để bà con đi lại thuận tiện hơn trong mùa mưa này."
    page = (
        f"<title>Thêm chín dự án</title><body><div><h1>Thêm chín dự án</h1><i>12/04/2025</i>{VIETNAMESE}</div>"
        f"<div><h3>Ý kiến bạn đọc (1)</h3><p>{wish}</p></div><div>{TEASERS * 2}</div>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.body_text == VIETNAMESE[3:-4]


def test_a_comment_longer_than_the_article():
    text = "Xã mở con đường ra bãi mới từ đầu tháng sau."
    wish = "Rất mong xã sớm làm xong con đường đất ra bãi để bà con đi lại thuận tiện hơn trong mùa mưa này."
    comment = f"<div><b>Hà Lan</b> <span>13/04/2025 09:00</span><p>{wish} {wish}</p></div>"
    page = (
        "<title>Thêm chín dự án</title><body><div><h1>Thêm chín dự án</h1>"
        f"<i>12/04/2025</i><div><p>{text}</p></div>"
        f"<div><h4>Bình luận</h4>{comment}</div></div>"
    )
    assert read_article("https://portal.example/tin", page, layouts=[], site="generic").article.body_text == text


def test_a_title_that_links_to_itself():
    page = (
        "<title>Chi tiết</title><body><div class=menu>" + "<a href=/m>Giới thiệu</a>" * 9 + "</div>"
        f"<div><h2><a href='#'>Thêm chín dự án chọn bãi mới</a></h2><i>12/04/2025</i><div>{VIETNAMESE}</div></div>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.title == "Thêm chín dự án chọn bãi mới"


def test_a_stated_title_without_the_sites_name():
    page = (
        "<meta property=og:site_name content='Cổng tin'><meta property=og:title content='Bãi mới | Cổng tin'>"
        f"<body><p>Bãi mới</p><i>12/04/2025</i><div>{VIETNAMESE}</div>"
    )
    assert read_article("https://portal.example/tin", page, layouts=[], site="generic").article.title == "Bãi mới"


def test_a_banner_that_repeats_the_sites_name_beside_a_stated_title():
    page = (
        "<title>Ban Quản lý</title><meta property=og:title content='Thêm chín dự án chọn bãi mới'><body>"
        f"<h1>Ban Quản lý</h1><div class=menu>{'<a href=/m>Giới thiệu</a>' * 9}</div>"
        f"<div><h1>Thêm chín dự án chọn bãi mới</h1><i>12/04/2025 08:15</i><div>{VIETNAMESE}</div></div>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert (article.title, article.published_precision) == ("Thêm chín dự án chọn bãi mới", "minute")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Chi tiết bài đăng", "<p>Dữ liệu đang được cập nhật.</p>"),
        ("Rất tiếc!", "<p>Trang bạn yêu cầu không tồn tại hoặc đã bị xóa. Vui lòng quay lại trang chủ.</p>"),
        ("Oops", "<p>Xin lỗi, nội dung bạn tìm không có trên hệ thống.</p>"),
        (
            "Thăm dò ý kiến",
            "<p>Bạn thấy cách làm mới thế nào?</p><p><input type=radio> Tốt 60%</p><button>Gửi</button>",
        ),
    ],
)
def test_pages_of_other_kinds_under_an_article_s_address(title, body):
    page = f"<title>{title}</title><body><h1>{title}</h1><i>12/04/2025</i><div>{body}</div>"
    with pytest.raises(PageError):
        read_article("https://portal.example/tin", page, layouts=[], site="generic")


MENU = f"<ul>{'<li><a href=/m>Giới thiệu</a>' * 9}</ul>"


def test_the_days_of_a_calendar_are_no_date_of_publication():
    page = (
        "<title>Lịch tuần</title><meta property=og:title content='Lịch tuần'><body>"
        f"<h1>Lịch tuần 46 (từ 10/11/2025 đến 15/11/2025)</h1><div>{VIETNAMESE}</div>"
    )
    with pytest.raises(PageError, match="published"):
        read_article("https://portal.example/tin", page, layouts=[], site="generic")


def test_cards_under_the_site_s_name_and_its_clock_are_no_article():
    cards = "".join(
        f"<div class=item><div><a href=/t{n}>Một bài khác có tựa đề khá dài số {n}</a></div>"
        f"<div>0{n}/04/2025</div><div>{VIETNAMESE}</div></div>"
        for n in range(1, 5)
    )
    page = (
        "<title>Kinh tế</title><body><header><h2>BAN QUẢN LÝ BÃI MỚI CỦA TỈNH</h2><time>27/11/2025 12:49</time>"
        f"{MENU}</header><main>{cards}</main>"
    )
    with pytest.raises(PageError):
        read_article("https://portal.example/tin", page, layouts=[], site="generic")


def test_a_clock_above_the_menu_is_no_date_of_a_page_without_heading():
    page = (
        '<html lang=vi><title>RSS</title><meta property="og:title" content="Kênh tin"><body><form>'
        f"<time>27/11/2025 12:49</time>{MENU}{VIETNAMESE}</form>"
    )
    with pytest.raises(PageError, match="published"):
        read_article("https://portal.example/tin", page, layouts=[], site="generic")


def test_a_page_that_says_only_the_site_s_name_is_no_article():
    page = (
        "<html lang=vi><title>Ban Quản lý bãi mới của tỉnh - </title><body><div id=header>"
        f"<div class=banner>BAN QUẢN LÝ BÃI MỚI CỦA TỈNH</div><time>27/11/2025 12:49</time>"
        f"<div>{'<a href=/m>Giới thiệu bãi mới</a> | ' * 9}</div></div><div><h1></h1><div></div></div>"
    )
    with pytest.raises(PageError, match="body"):
        read_article("https://portal.example/tin", page, layouts=[], site="generic")


def test_the_author_above_the_text():
    page = (
        "<html lang=vi><title>Ban Quản lý</title><body><h4 class=tua>Thêm chín dự án chọn bãi mới</h4>"
        f"<div class=author>Đinh Nga, Vũ Hoa</div><div>{VIETNAMESE}</div><div>Ngày đăng: 12/04/2025</div>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.title == "Thêm chín dự án chọn bãi mới"
    assert article.authors == ("Đinh Nga", "Vũ Hoa")
    assert article.body_text == VIETNAMESE[3:-4]


@pytest.mark.parametrize(
    "label",
    [
        "Share:<a href=#>Facebook</a>",
        "Chia sẻ:<a href=#>Facebook</a> <a href=#>Zalo</a>",
        "<span>Chia sẻ<i class=fb></i></span>",
        "<span>Chia sẽ bài viết :</span>",
        "<span>Chia sẻ bài vết :</span>",
        "<span>Chia xẻ bài víêt:</span>",
        "<div>Chia sẻ bài viêt :</div>",
        "<span>CHIA SẺ BÀI VIẾT : </span>",
        "<a href=javascript:print()>In trang</a>",
        "<a href=#>Gửi email</a> <a href=#>Zalo</a> ",
    ],
)
def test_share_buttons_in_words_glued_to_the_lead(label):
    later = VIETNAMESE.replace("Sáng", "Chiều")
    article = read_portal("", body=f"<span>{label}</span><strong>{VIETNAMESE[3:-4]}</strong><br><br>{later}")
    assert article.body_text == f"{VIETNAMESE[3:-4]}\n\n{later[3:-4]}"
    assert article.body_html == f"<p><strong>{VIETNAMESE[3:-4]}</strong></p>\n{later}"


def test_a_file_named_in_the_cell_before_its_link():
    page = (
        f"<body><div><h1>Thêm chín dự án</h1><i>12/04/2025</i><h2>{VIETNAMESE[3:-4]}</h2>"
        "<div></div><div>Nguồn: TTXVN</div>"
        "<table><tr><td>Phụ lục giá đất</td><td><a href=/vb/1.pdf>Tải về</a></td></tr></table></div>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert [file.title for file in article.attachments] == ["Phụ lục giá đất"]
    assert (article.source, article.body_text) == ("TTXVN", VIETNAMESE[3:-4])


def test_tags_below_a_short_text_hide_no_credit():
    article = read_portal("", body=f"{VIETNAMESE}<p>(Theo TTXVN)</p><p>Từ khóa: <a href=/tag/1>KCN</a></p>")
    assert article.source == "TTXVN"
    assert article.body_text == VIETNAMESE[3:-4]


@pytest.mark.parametrize("name", ["class=duongdan", "id=ctl00_Main_SiteMapPath"])
def test_the_way_to_the_page_by_its_name(name):
    trail = f"<ul {name}><li><a href=/>Trang chủ</a></li><li><a href=/dt>Đầu tư</a></li></ul>"
    page = f"<body>{trail}<h1>Thêm chín dự án chọn bãi mới</h1><i>12/04/2025</i><div>{VIETNAMESE}</div>"
    assert read_article("https://portal.example/tin", page, layouts=[], site="generic").article.section == "Đầu tư"


@pytest.mark.parametrize(
    "line",
    [
        "Số lần xem: 2614",
        "Lượt xem bài viết: 5492",
        "Đọc: 9822 lần",
        "Chuyên mục: Nông nghiệp, nông thôn",
        "In bài | Gửi bài | <a href=#>Về trang trước</a>",
        "Ngày in: 13/04/2025 09:41 - © Ban Quản lý bãi triều",
        "Bản in từ: https://portal.example/tin - ngày in 13/04/2025 09:41",
        "Thời gian in: 13/04/2025 09:41:07",
        "Đường dẫn: https://portal.example/tin",
        "Đánh giá bài viết: (0/5) <a href=#>Gửi đánh giá</a>",
        "Chia sẻ với bạn bè:",
        "Chia sẻ mạng xã hội: <a href=#>Facebook</a>",
        "Đất đai <a href=#>Cỡ chữ</a> <a href=#>A-</a> <a href='javascript:to()'>A+</a>",
        "<span>Sửa đổi: 09:30, 12/04/2025</span><span>8 phút đọc</span>",
    ],
)
def test_counters_and_share_labels_above_the_text(line):
    assert read_portal("", body=f"<div>{line}</div>{VIETNAMESE}").body_text == VIETNAMESE[3:-4]


def test_a_page_to_print_is_no_box_to_print_from():
    page = (
        "<title>In bài viết</title><body><div class=print><table><tr><td><b>CỔNG THÔNG TIN ĐIỆN TỬ BÃI TRIỀU</b>"
        "<td><a href='javascript:window.print()'>In trang này</a></table><hr>"
        f"<p align=center><b>Thêm chín dự án chọn bãi mới</b></p><p><i>12/04/2025</i></p>{VIETNAMESE * 2}<hr>"
        "<p>Ngày in: 21/11/2026 09:41 - © Bãi triều</p></div>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.body_text == f"{VIETNAMESE[3:-4]}\n\n{VIETNAMESE[3:-4]}"


def test_authors_dates_and_buttons_glued_to_one_line_are_no_lead():
    line = (
        "<span class=author>Đinh Mai Lan - Vũ Hoa</span><time>Thứ Bảy, 12/04/2025 08:15 (GMT+7)</time>"
        "<i>Cập nhật lúc 09:30, 12/04/2025</i> <a href=/in/1>In bài viết</a><a href=/luu/1>Lưu bài</a>"
    )
    page = (
        f"<html lang=vi><title>Thêm chín dự án</title><body><article><h1>Thêm chín dự án</h1>{line}"
        f"<div>{VIETNAMESE[3:-4]}</div></article>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert (article.lead, article.authors) == (VIETNAMESE[3:-4], ("Đinh Mai Lan", "Vũ Hoa"))


def test_a_caption_in_the_smallest_heading():
    body = f"{VIETNAMESE}<p><img src=/upload/b.jpg></p><h6>Một góc bãi mới</h6>{VIETNAMESE}"
    article = read_portal("", body=body)
    assert [image.caption for image in article.images] == ["Một góc bãi mới"]
    assert "góc" not in article.body_text


def test_two_tags_and_a_label_of_files_are_no_text():
    files = "<p>Danh sách tệp tin đính kèm</p><p><a href=/vb/1.pdf>Phụ lục</a></p>"
    tags = "<p>Từ khóa: <a href=/tag/1>KCN</a> , <a href=/tag/2>đầu tư</a></p>"
    article = read_portal("", body=f"{VIETNAMESE}{files}{tags}")
    assert (article.body_text, len(article.attachments)) == (VIETNAMESE[3:-4], 1)


def test_buttons_between_title_and_text_are_no_menu():
    page = (
        f"<title>Ban Quản lý - Thêm chín dự án</title><body><ul>{MENU}</ul><h3>Thêm chín dự án</h3>"
        f"<table><tr><td>12/04/2025 12:34</td><td>{'<a href=#>In</a> <a href=#>Lưu</a>' * 4}</td></tr></table>"
        f"<div>{VIETNAMESE}</div>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert (article.title, article.published_precision) == ("Thêm chín dự án", "minute")


def test_a_dateline_with_section_and_poster_above_a_short_text_that_names_a_day():
    page = (
        "<title>Thêm chín dự án</title><body><div><h1>Thêm chín dự án</h1><div></div>"
        "<div class=meta><span>Chính trị</span> | <span>Đăng bởi: Quản trị viên - 12/04/2025</span></div>"
        f"<div><p>Nhà thầu hoàn thành tuyến đường trước ngày 21/12/2026.</p>{VIETNAMESE}</div></div>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.published.date().isoformat() == "2025-04-12"


def test_an_imprint_s_sentence_below_a_short_text_is_no_part_of_it():
    imprint = "<p>© Bản quyền thuộc về Ban Quản lý. Cấm sao chép khi chưa được phép bằng văn bản.</p>"
    page = (
        "<html lang=vi><title>Thêm chín dự án chọn bãi mới</title><body><div><h1>Thêm chín dự án chọn bãi mới</h1>"
        f"<i>12/04/2025 08:15</i><div>Bản tin sáng</div><div>{VIETNAMESE}</div><div>(Theo TTXVN)</div>{imprint}"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert (article.lead, article.body_text, article.source) == (VIETNAMESE[3:-4], VIETNAMESE[3:-4], "TTXVN")


def test_the_lead_in_the_header_and_the_text_apart_from_it():
    lead = (
        "Sáng nay tổ công tác đến từng hộ để nghe ý kiến về cách tính giá đất ở bãi mới, rồi dán kết quả đo ở nhà "
        "văn hóa thôn trong mười ngày, ai chưa thông thì đến hỏi và được trả lời ngay."
    )
    text = "Buổi chiều, tổ nghe thêm ý kiến của các hộ ở cuối bãi. Đợt đo cuối bắt đầu vào tháng sau."
    page = (
        "<html lang=vi><title>Thêm chín dự án chọn bãi mới</title><body>"
        "<div class=breadcrumb><a href=/dat>Đất đai và quy hoạch</a></div><div><header>"
        "<h1>Thêm chín dự án chọn bãi mới</h1><time>12/04/2025 08:15 SA</time> <a href=/in/1>In bài viết</a>"
        f"<a href=//news.google.example>Theo dõi Ban Quản lý trên Google News</a><h2>{lead}</h2></header>"
        f"<div><div class=noidung><div><audio src=/1.mp3></audio></div>{text}<br><br></div>"
        "<div>Nguồn: Báo Bến Giang</div></div></div>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert (article.lead, article.body_text) == (lead, f"{lead}\n\n{text}")
    assert article.source == "Báo Bến Giang"


def test_a_choice_of_days_below_the_text_is_no_part_of_it():
    days = f"<select>{''.join(f'<option>{day}</option>' for day in range(1, 32))}</select>"
    article = read_portal("", body=f"{VIETNAMESE}<div>Tìm tin theo ngày: {days}</div>")
    assert article.body_text == VIETNAMESE[3:-4]


NOTICE = f"<h3>THÔNG BÁO</h3>{VIETNAMESE * 4}"
LINKS = "<h3>Tin mới</h3><ul><li><a href=/t1>Một bài khác có tựa đề khá dài</a></li></ul>"


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("", f"<div>{LINKS}</div><div>{NOTICE}</div>"),
        (f"<div><b>Đường dây nóng</b><p>Văn phòng: 0203.111.222</p></div><div>{NOTICE}</div>", ""),
        (f"<div style='display:none'>{VIETNAMESE}</div>", f"<div>{NOTICE}</div>"),
    ],
)
def test_a_notice_in_the_column_beside_one_sentence(before, behind):
    text = "Ban Quản lý công khai bảng giá đất bãi mới để các hộ biết."
    page = (
        f"<title>Ban Quản lý</title><body><table><tr><td>{before}</td><td><h1>Công khai bảng giá đất bãi mới</h1>"
        f"<i>12/04/2025</i><p>{text}</p></td><td>{behind}</td></tr></table>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.body_text == text


def test_an_article_that_opens_with_a_heading_below_its_lead():
    body = f"<h2>Giá đất</h2>{VIETNAMESE * 4}<h2>Mặt nước</h2>{VIETNAMESE * 4}"
    assert read_portal(body).body_text.count(VIETNAMESE[3:-4]) == 9


def test_a_login_beside_a_notice_is_no_article():
    login = "<p>Vui lòng đăng nhập để xem nội dung này; ai chưa có tài khoản thì hỏi Văn phòng Ban.</p>"
    page = (
        f"<title>Đăng nhập</title><body><table><tr><td><h2>Đăng nhập hệ thống</h2><i>12/04/2025</i>{login}</td>"
        f"<td><div>{NOTICE}</div></td></tr></table>"
    )
    with pytest.raises(PageError, match="body"):
        read_article("https://portal.example/tin", page, layouts=[], site="generic")


def test_a_poll_beside_a_table_is_no_article():
    poll = "<h3>Thăm dò</h3><p>Bà con thấy cách tính giá đất mới thế nào?</p>"
    answers = "".join(f"<input type=radio> {answer}<br>" for answer in ("Tốt", "Tạm được", "Chưa tốt"))
    table = "<table><tr><th>Thôn<th>Số hộ<tr><td>Bến Giang<td>81<tr><td>Bãi Đông<td>35</table>"
    page = (
        f"<title>Thống kê số hộ</title><body><table><tr><td><h2>Thống kê số hộ</h2><i>12/04/2025</i>{table}</td>"
        f"<td><div>{poll}{answers}</div></td></tr></table>"
    )
    with pytest.raises(PageError, match="body"):
        read_article("https://portal.example/tin", page, layouts=[], site="generic")


def test_a_poll_below_the_picture_that_is_all_of_the_text():
    lead = "Con đường mới rút ngắn nửa giờ ra bãi, kể cả mùa mưa."
    answers = "<label><input type=radio> Tốt</label><label><input type=radio> Chưa tốt</label>"
    article = read_portal("", body=f"<p>{lead}</p><p><img src=/a/1.jpg></p><form><h4>Thăm dò</h4>{answers}</form>")
    assert [image.url for image in article.images] == ["https://portal.example/a/1.jpg"]


def test_a_poll_in_a_short_text():
    answers = "<form><label><input type=radio> Tốt</label><label><input type=radio> Chưa tốt</label></form>"
    poll = f"<div><h4>Thăm dò ý kiến</h4>{answers}</div>"
    lead = "Con đường mới rút ngắn nửa giờ ra bãi, kể cả mùa mưa."
    assert read_portal("", body=f"<p>{lead}</p>{poll}{VIETNAMESE}").body_text == f"{lead}\n\n{VIETNAMESE[3:-4]}"


def test_a_poll_in_the_text_without_a_form_of_its_own():
    answers = "<label><input type=radio> Có</label><label><input type=radio> Không</label>"
    poll = f"<div><p>Bạn có ủng hộ cách làm này?</p>{answers}</div>"
    assert read_portal("", body=f"{VIETNAMESE}{poll}{VIETNAMESE}").body_text.count("Bạn có") == 0


def test_the_section_between_the_path_and_the_title_beside_a_notice():
    name = "Thêm chín dự án chọn bãi mới"
    path = f"<div><a href=/>Trang chủ</a> / <a href=/dd>Đất đai</a> / <span>{name}</span></div>"
    tools = f"<ul>{'<li><a href=#>Gửi email</a>' * 3}</ul>"
    date = f"<table><tr><td>Thứ bảy, 12/04/2025 | 08:15 - Lượt xem: 81<td>{tools}</table>"
    page = (
        f"<title>{name}</title><body><div>{NOTICE}</div><div>{path}<h1>Đất đai</h1><div>{name}</div>{date}"
        f"<div>{VIETNAMESE}</div><h3>Bình luận</h3><div><p>Lan</p>{VIETNAMESE}</div></div>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert (article.title, article.body_text) == (name, VIETNAMESE[3:-4])


def test_a_page_that_is_one_list_keeps_the_lists_in_its_text():
    text = f"{VIETNAMESE * 7}<ol><li>Thợ may: 40 người</li><li>Thợ điện: 25 người</li></ol>"
    item = f"<li><h1>Thêm chín dự án chọn bãi mới</h1><div>12/04/2025 08:15</div><div>{text}</div></li>"
    page = f"<title>Thêm chín dự án chọn bãi mới</title><body><ul>{item}</ul>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.body_text.endswith("- Thợ may: 40 người\n- Thợ điện: 25 người")


def test_a_lead_that_the_text_begins_with_is_told_once():
    lead, text = "<p>Đất bãi mới đã được đo lại, đủ cho chín dự án đến trước mùa nước nổi.</p>", VIETNAMESE * 3
    page = (
        "<title>Thêm chín dự án chọn bãi mới</title><body><h1>Thêm chín dự án chọn bãi mới</h1>"
        f"<i>12/04/2025 08:15</i><div class=tom-tat>{lead[3:-4]}</div><div>{lead}{text}</div>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.lead == lead[3:-4]
    assert article.body_text.count(lead[3:-4]) == 1


def test_sentences_parted_by_single_breaks_are_paragraphs_and_verses_are_not():
    told = [f"Tổ công tác thứ {number} đến nghe ý kiến về cách tính giá đất ở bãi mới." for number in range(3)]
    sung = [f"Chiều bãi mới, gió đưa {number} con thuyền về bến." for number in range(3)]
    for lines, parting in ((told, "\n\n"), (sung, "\n")):
        assert read_portal("", body=f"<div>{'<br>'.join(lines)}</div>").body_text == parting.join(lines)


def test_counters_of_reactions_are_no_text():
    counters = "<div class=cam-xuc><span>👍 12</span><span>❤ 3</span><a>Bình luận (0)</a></div>"
    assert read_portal(counters).body_text == VIETNAMESE[3:-4]


@pytest.mark.parametrize(
    "line",
    [
        "<div><h3>Nội dung dành cho thành viên</h3><p>Bạn còn 87% bài viết chưa đọc.</p></div>",
        "<p>Đăng nhập để đọc tiếp</p>",
        "<p>Đăng ký tài khoản để đọc thêm các bài viết chuyên sâu. Đăng ký</p>",
        "<p class=url>https://portal.example/tin/in-ra</p>",
        "<p>Cổng thông tin điện tử các bãi bồi<br>Địa chỉ: số 7 bến Giang. Điện thoại: 0203.111.222</p>",
        "<p>Phản hồi: 0</p>",
        "<p>1 của 6</p>",
        "<p>Đánh giá bài viết: ★★★☆☆ (4/5 của 30 lượt đánh giá)</p>",
        "<p>Gửi qua Email Lượt xem: 391</p>",
        "<div><a href=//news.example/1>Theo dõi Báo Bến Giang trên <img src=/g.svg alt='Google News'></a></div>",
        "<p>Bản quyền thuộc về Báo Bồi Bãi</p><p>Tòa soạn: số 13 bến Giang</p>",
    ],
)
def test_what_stands_below_a_short_text(line):
    assert read_portal("", body=f"{VIETNAMESE}{line}").body_text == VIETNAMESE[3:-4]


@pytest.mark.parametrize(
    "box",
    [
        "<table><tr><th>Thăm dò ý kiến<tr><td><p>{}</p></table>",
        "<fieldset><legend>Thăm dò ý kiến</legend><p>{}</p></fieldset>",
        "<div><div><h3>Thăm dò ý kiến</h3></div><div><p>{}</p></div></div>",
    ],
)
def test_a_box_whose_heading_has_a_row_or_an_element_of_its_own(box):
    asked = box.format("Bà con đánh giá thế nào về thái độ của tổ công tác khi đến nghe ý kiến từng hộ?")
    article = read_portal(f"</div><div>{TEASERS * 9}</div>{asked}")
    assert article.body_text == VIETNAMESE[3:-4]


def test_a_table_with_a_paragraph_in_each_row_is_the_text_though_the_first_is_the_longest():
    first = f"{VIETNAMESE[3:-4]} {VIETNAMESE[3:-4]}"
    rows = f"<tr><td>{first}<tr><td>Lễ mở bãi từ 9 giờ sáng mai.<tr><td>Xin trân trọng báo tin!"
    article = read_portal("<div><a href=#>Facebook</a> <a href=#>Zalo</a></div>", body=f"<table>{rows}</table>")
    assert article.body_text.split("\n\n")[1:] == ["Lễ mở bãi từ 9 giờ sáng mai.", "Xin trân trọng báo tin!"]


def test_parts_of_a_page_to_print():
    page = (
        "<title>Bản in - Thêm chín dự án</title><body><div class=print-wrap><div class=print-cate>Đất đai</div>"
        "<h1 class=print-title>Thêm chín dự án</h1><div class=print-date>12/04/2025 08:15</div>"
        f"<div class=print-lead><b>{LEAD}</b></div><div id=print-body>{VIETNAMESE * 4}</div></div>"
        "<a class=btn-print href='javascript:window.print()'>In</a>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.body_text == "\n\n".join([LEAD, *[VIETNAMESE[3:-4]] * 4])


def test_the_field_that_sharepoint_calls_comments_is_the_lead():
    lead = f"<div id=ctl00_PlaceHolderMain_Comments__ControlWrapper_NoteField>{LEAD}</div>"
    assert read_portal("", body=f"{lead}<div>{VIETNAMESE}</div>").lead == LEAD


def test_paragraphs_called_as_comments_are():
    text = "".join(f"<p class=comment-text>{LEAD} {n}.</p>" for n in range(5))
    assert read_portal("", body=f"{text}<p class=comment>Hay quá!</p>").body_text.count(LEAD) == 5


def test_a_title_for_screen_readers_above_the_one_shown():
    title = "Thêm chín dự án ở bãi"
    page = (
        f"<meta property=og:title content='{title}'><body><section><h2 class=sr-only>{title}</h2><div><div>"
        f"<div class=ten>{title}</div><time datetime=2025-04-12>12/04/2025</time><div><div><img src=/a.jpg></div>"
        f"<p>{LEAD}</p><div class=nd>{VIETNAMESE * 3}</div></div></div></div></section>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert (article.lead, len(article.images)) == (LEAD, 1)


def test_the_heading_of_a_list_of_neighbours():
    card = "<section><h5><a href=/{0}>Ngày hội việc làm số {0}</a></h5><em>22/09/2026</em><div>{1}</div></section>"
    below = "<h4>Tin cùng mục</h4>" + "".join(card.format(n, LEAD) for n in range(3))
    assert read_portal(below).body_text == VIETNAMESE[3:-4]


def test_a_heading_in_bold_before_a_single_break():
    long = f"{VIETNAMESE[3:-4]} {LEAD}"
    lines = [
        long,
        "NHIỆM VỤ NHỮNG THÁNG CUỐI NĂM",
        long,
        "<b>Nghe rồi mới tính</b>",
        long.replace("Sáng", "Chiều"),
    ]
    article = read_portal("", body="<br>".join(lines))
    assert article.body_text.count("\n\n") == len(lines) - 1


def test_a_sentence_of_few_words_between_single_breaks():
    long = f"{VIETNAMESE[3:-4]} {LEAD}"
    lines = [
        long,
        "Ai cũng đồng tình.",
        long.replace("Sáng", "Chiều"),
        "Chỉ còn ba hộ.",
        "<b>Nghe rồi mới tính</b>",
        long,
    ]
    article = read_portal("", body="<br>&nbsp;&nbsp;&nbsp; ".join(lines))
    assert article.body_text.count("\n\n") == len(lines) - 1


def test_a_grid_of_other_articles_with_the_names_of_its_columns():
    grid = "<table><tr><th>STT<th>Tiêu đề<th>Ngày<tr><td>1<td><a href=/1>Tin vắn</a><td>11/04/2025</table>"
    assert read_portal(grid).title == "Thêm chín dự án chọn bãi mới"


def test_a_paragraph_behind_a_picture_in_numbered_parts_of_a_page():
    part = "<div class='widget widget-{} widget-text'><div>{}</div></div>"
    picture = "<div class='widget widget-1a2b3c4 widget-image'><figure><img src=/a.jpg></figure></div>"
    text = "".join(f"<p>{LEAD} {n}.</p>" for n in range(20))
    body = part.format("169ab2d", text) + picture + part.format("2f8e0c1", f"<p>{LEAD}</p>")
    assert read_portal("", body=body).body_text.endswith(LEAD)


def test_a_call_to_donate_below_the_text():
    below = "<div class=donate><p>Quỹ Tấm lòng bãi bồi tiếp nhận ủng hộ tại số tài khoản 113000000758.</p></div>"
    assert "ủng hộ" not in read_portal(below, body=f"<p>{LEAD}</p>{VIETNAMESE * 3}").body_text


def test_whom_a_letter_is_for_is_no_lead():
    address = "<p align=center>Kính gửi:</p><p align=center>Ủy ban nhân dân các xã ven biển</p>"
    assert read_portal("", body=f"{address}{VIETNAMESE}").lead == VIETNAMESE[3:-4]


def test_who_becomes_a_paper_s_editor_is_no_imprint():
    said = (
        "Ngày 12/4, bà Mai Lan, người làm báo hai mươi năm ở bãi, nhận quyết định làm Tổng Biên tập. Bà kể những "
        "ngày đầu đi từng hộ để nghe chuyện con nước, và hẹn bạn đọc số báo sau."
    )
    assert read_portal("", body=f"{VIETNAMESE}<p>{said}</p>").body_text.endswith(said)


def test_a_heading_in_capitals_that_title_does_not_say():
    page = (
        "<title>Tin tức - Cổng xã Bến Giang</title><body><div><p class=tieude>THƯ MỜI HỌP BÁO</p>"
        f"<i>12/04/2025 08:15</i><div>{VIETNAMESE * 2}</div></div>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.title == "THƯ MỜI HỌP BÁO"
