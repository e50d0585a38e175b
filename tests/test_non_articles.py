"""Dated pages that are no article, and short articles that look like them."""

import pytest

from kkt_crawler.pages import PageError, read_article

SENTENCE = "Sáng nay tổ công tác đến từng hộ để nghe ý kiến về cách tính giá đất ở bãi mới."
CARD = "<div><h3><a href=/k{0}>Một bài khác có tựa đề khá dài số {0}</a></h3><i>0{0}/04/2025</i><p>{1}</p></div>"
CARDS = "".join(CARD.format(number, SENTENCE) for number in range(1, 4))
LONG_CARDS = "".join(CARD.format(number, SENTENCE * 3) for number in range(1, 4))
TABLE = "<table><tr><th>Loại<th>Giá bán<tr><td>Hạng nhất<td>12.500<tr><td>Hạng hai<td>9.800</table>"
LONG_CELL = f"<table><tr><th>Câu hỏi<th>Trả lời<tr><td>Giá đất?<td>{SENTENCE} {SENTENCE}</table>"
ALBUM = (
    "<div><a href=/album/{0}><img src=/anh/{0}.jpg alt='Đoàn công tác đi khảo sát bãi {0}'></a>"
    "<p>Đoàn công tác đi khảo sát bãi {0}</p><span>0{0}/04/2025 - 9 ảnh</span></div>"
)
ALBUMS = "".join(map(ALBUM.format, range(1, 5))) * 2


def read(body, *, title="Chợ bãi mới", heading="h1"):
    page = (
        f"<html lang=vi><head><title>{title}</title></head><body><ul><li><a href=/>Trang chủ</a></ul>"
        f"<div><{heading}>{title}</{heading}><p class=date>Cập nhật: 12/04/2025 08:15</p>{body}</div></body>"
    )
    return read_article("https://portal.example/tin", page, layouts=[], site="generic").article


def assert_refused(page, url="https://portal.example/tin"):
    with pytest.raises(PageError):
        read_article(url, page, layouts=[], site="generic")


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (f"<div>{TABLE}</div>", "Giá hàng hôm nay"),
        (
            f"<div><table><tr><th>Loại<th>Mua vào<th>Bán ra<tr><td>Vàng<td>9<td>8</table><p>{SENTENCE}</p></div>",
            "Giá vàng, ngoại tệ trực tuyến",
        ),
        (f"<div>{TABLE}<p>Đơn vị: đồng/kg</p></div>", "Giá hàng hôm nay ở chợ bãi mới"),
        (f"<div><p>Bài viết bạn tìm đã bị gỡ.</p>{LONG_CARDS}</div>", "Bài viết không tồn tại"),
        (f"<div><p>Có thể đường dẫn đã thay đổi.</p>{LONG_CARDS}</div>", "Rất tiếc, nội dung không còn tồn tại"),
        ("<p>[Tóm tắt]</p><p>[Nội dung bài viết]</p>", "[Tiêu đề bài viết]"),
        (f"<div>{CARDS}</div>", "Chợ bãi mới"),
        (f"<div>{ALBUMS}</div>", "Hình ảnh hoạt động của bãi mới"),
        (f"<div><a href=/v/2><img src=/v/2.jpg></a>{TABLE}</div>", "Giá hàng hôm nay"),
    ],
)
def test_dated_pages_that_say_nothing_themselves(body, title):
    with pytest.raises(PageError, match="body"):
        read(body, title=title)


def test_a_list_with_one_teaser_under_a_title_that_is_not_shown():
    teaser = CARD.format(1, f"{SENTENCE} {SENTENCE}").replace("<i>", "<i class=date>")
    links = "".join(f"<div><a href=/l{n}>Một bài khác có tựa đề khá dài số {n}</a></div>" for n in range(5))
    page = f"<title>Trang thông tin của chợ bãi mới</title><body><div class=first>{teaser}</div>{links}"
    with pytest.raises(PageError, match="body"):
        read_article("https://portal.example/tin", page, layouts=[], site="generic")


BOXES = (
    "<h3>Đường dây nóng</h3><p>0203.111.222</p><h3>Hỏi ý kiến</h3><p>Bạn thấy chợ mới tiện hơn chợ cũ không?</p>"
    "<h3>Tỷ giá</h3><table><tr><td>USD<td>25.100<td>25.400<tr><td>EUR<td>27.000<td>27.300</table>"
)


@pytest.mark.parametrize("content", [TABLE, "<p>Bà Lê Hà</p><p>Trưởng ban</p><p>Ông Vũ Nam</p><p>Phó ban</p>"])
def test_a_column_of_boxes_beside_a_table_or_names(content):
    with pytest.raises(PageError, match="body"):
        read(f"<div>{content}</div><div class=cot>{BOXES}</div>")


def test_headings_over_short_lines_are_a_notice():
    notice = (
        "<h3>1. Thời gian</h3><p>Từ 7h ngày 20/4 đến khi họp xong.</p><h3>2. Ai đến</h3><p>Các hộ ở chợ cũ.</p>"
    )
    assert "Các hộ ở chợ cũ." in read(f"<div>{notice}</div>").body_text


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Thời tiết", "Hà Nam: 21°C, trời nhiều mây, gió nhẹ, chiều có mưa"),
        ("Kết quả thăm dò ý kiến", "Bạn thấy chợ mới thuận tiện hơn chợ cũ không? Có: 61%, không: 39%."),
        ("Các văn bản mới", "Về việc sắp xếp lại các quầy ở chợ bãi mới trong năm 2025."),
        ("Sơ đồ tổ chức", "</p><p>".join(f"Phòng Quản lý chợ bãi số {n}</p><p>0203.{n}11.222" for n in range(9))),
        ("Từ khóa: chợ bãi", "Bà con các bãi đã về chợ mới họp từ sáng sớm hôm nay, đông hơn mọi năm."),
        ("Server Error in '/' Application.", "An unhandled exception occurred during the current request. " * 9),
        ("Sorry, something went wrong", "The item you asked for is not there. It may have been deleted."),
    ],
)
def test_names_of_boxes_and_errors(title, body):
    with pytest.raises(PageError, match="body"):
        read(f"<div><p>{body}</p></div>", title=title)


NEW = "".join(f"<p><a href=/v{n}.pdf>Nghị quyết số {n}-NQ/TU</a> ngày 0{n}/04/2025</p>" for n in range(1, 4))
LISTED = "".join(f"<li><a href=/t{n}>Thủ tục về quầy hàng số {n} ở chợ bãi mới</a> - mức độ 4" for n in range(14))
LIST = f"<div><a href=/>Trang chủ</a> » Thủ tục</div><h2>Các thủ tục ở chợ</h2><p>Lĩnh vực: </p><ol>{LISTED}</ol>"
ENTRIES = "".join(f"<td><a href=/m{n}>Mục số {n}</a>" for n in range(7))
HOLDER = "<b>Ban Quản lý chợ</b><br>Giấy phép số 7/GP-TTĐT ngày 3/4/2020<br>Địa chỉ: bãi số 7"


def test_a_box_of_new_documents_beside_a_list_of_links_is_no_article():
    box = f"<div><h3>Văn bản mới</h3>{NEW}</div><div>Bãi mới: 25°C, có mây. USD: 25.821</div>"
    rows = (f"<table>{ENTRIES}</table>", f"<table><tr><td>{LIST}<td>{box}</table>", HOLDER)
    page = f"<html lang=vi><title>Ban Quản lý chợ</title><body><table>{''.join(f'<tr><td>{row}' for row in rows)}"
    assert_refused(page)


@pytest.mark.parametrize(
    "body",
    [
        f"<div><p>{SENTENCE}</p>{TABLE}</div>",
        f"<div>{LONG_CELL}</div>",
        f"<div>{TABLE}<p>Chợ họp đến hết tháng sau.</p></div>",
    ],
)
def test_a_table_with_a_sentence_is_an_article(body):
    assert read(body).title == "Chợ bãi mới"


def test_a_row_of_links_above_a_short_title_s_text_heads_no_list():
    row = "".join(f"<a href=/r{n}>Một bài khác có tựa đề khá dài số {n}</a> " for n in range(3))
    article = read(f"<p>{row}</p><div><p>{SENTENCE}</p><p>Chợ họp từ năm giờ.</p></div>")
    assert article.lead == SENTENCE


def test_a_card_above_a_short_title_s_text_heads_no_list():
    text = "".join(f"<p>{SENTENCE[:-1]} số {number}.</p>" for number in range(2, 8))
    assert "bãi mới số 7." in read(f"{CARD.format(1, SENTENCE)}<div>{text}</div>").body_text


def test_questions_that_are_answered_elsewhere_are_no_article():
    asked = "".join(
        f"<div><p><b>Hỏi:</b> Bãi số {n} khi nào họp chợ trở lại?</p><p>Người hỏi: Lê An - 0{n}/04/2025</p>"
        f"<p><a href=/tra-loi/{n}>Xem trả lời</a></p></div>"
        for n in range(1, 6)
    )
    with pytest.raises(PageError, match="body"):
        read(f"<div>{asked}</div>", title="Hỏi đáp về chợ bãi mới của huyện đảo")


def test_teasers_in_the_title_s_cell_are_not_the_text():
    text = f"{SENTENCE}<br>" * 12
    page = (
        "<html lang=vi><body><table><tr><td><h1>Thêm chín dự án chọn bãi mới</h1>"
        f"<div class=cactinkhac>{CARDS}</div><p>Ngày đăng: 12/04/2025</p><tr><td><div>{text}</div></table>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.body_text.count(SENTENCE) == 12


PAGES = "".join(f"<div><img src=/bao/{n}.jpg><span>Trang {n}</span></div>" for n in range(1, 5))
NUMBERED = "".join(f"<a href=#t{n}><img src=/bao/{n}.jpg alt='Trang {n}'></a>" for n in range(1, 5))
PRESS = (
    "<footer><p>Cơ quan của nhân dân ven sông và các bãi bồi mới. Giấy phép số 21/GP-BTTTT ngày 3/4/2020. "
    "Tổng Biên tập: Lê Thu Bồi. Điện thoại: 0203.111.222. Dẫn lại xin ghi rõ nguồn của báo.</p></footer>"
)
LETTER = (
    "<p><b>Câu hỏi {0}: Giá đất ở bãi mới?</b></p><p>Người gửi: Hoàng Thu Bồi - {0}/4/2025</p><p>Trả lời: {1}</p>"
)


@pytest.mark.parametrize(
    "body",
    [
        f"<div>{PAGES}</div>",
        f"<div>{NUMBERED}</div>",
        f"<div><p>Bãi mới: 21°C, trời nhiều mây, gió nhẹ</p><p>{SENTENCE}</p></div><div>{NUMBERED}</div>",
        f"<div>{NUMBERED}</div><div><p>Bạn chưa có tài khoản? Đăng ký để viết cho bãi mới.</p></div>",
        f"<div>{TABLE}</div>{PRESS}",
        f"<div>{TABLE}</div><aside><h2>Tin mới</h2>{CARD.format(1, SENTENCE)}</aside>",
        "".join(LETTER.format(number, SENTENCE) for number in range(1, 4)),
    ],
)
def test_a_paper_s_pages_tables_beside_teasers_and_readers_questions(body):
    with pytest.raises(PageError, match="body"):
        read(body, title="Bãi mới hôm nay ở ven sông lớn")


def test_whose_the_paper_is_makes_no_article():
    imprint = "<footer><p>BÁO BÃI BỒI ĐIỆN TỬ - Cơ quan ngôn luận của nhân dân ven sông</p></footer>"
    page = f"<title>Báo in số 12</title><body><h2>Báo in số 12</h2><i>12/04/2025</i>{imprint}"
    with pytest.raises(PageError, match="body"):
        read_article("https://portal.example/tin", page, layouts=[], site="generic")


def test_pictures_of_which_nothing_is_told_are_an_article():
    assert len(read("<div><img src=/a/1.jpg><img src=/a/2.jpg></div>", title="Chợ nổi ngày giáp Tết").images) == 2


SCANS = NUMBERED.replace("href=#t", "href=/thu/t.jpg?").replace("Trang", "page")


@pytest.mark.parametrize("body", [SCANS, f"<p>{SENTENCE}</p>{SCANS}", f"<p>{SENTENCE * 3}</p>{NUMBERED}"])
def test_scans_of_a_letter_are_an_article(body):
    assert len(read(f"<div>{body}</div>", title="Thư ngỏ gửi bà con bãi mới").images) == 4


def test_a_sentence_set_as_a_heading_above_a_film_is_an_article():
    film = "<div><iframe src=https://www.youtube.com/embed/a1></iframe></div>"
    assert read(f"<h2>Bà con các bãi đã về chợ mới họp.</h2>{film}").lead == "Bà con các bãi đã về chợ mới họp."
    with pytest.raises(PageError, match="body"):
        read(f"<h2>Bà con các bãi nói gì về chợ mới</h2>{film}")


ASKED = "<p>{1}</p><p style='text-align:right'>{0} (0{2}/04/2025 08:15)</p><p><b>Trả lời</b></p><p>{1}</p>"


@pytest.mark.parametrize("hidden", ["", "style='display:none'"])
def test_questions_signed_with_name_and_day_are_no_article(hidden):
    names = ("Lê Thu Bồi", "Hoàng Văn Bãi", "Vũ Mai Lan")
    asked = "".join(
        f"<div><p>Câu hỏi về bãi mới</p></div><div {hidden}>{ASKED.format(name, SENTENCE * 2, day)}</div>"
        for day, name in enumerate(names, 1)
    )
    page = f"<html lang=vi><title>Hỏi đáp</title><body><h2>Hỏi đáp</h2><div><p>{SENTENCE * 3}</p>{asked}</div>"
    assert_refused(page, "https://portal.example/hoi-dap")


def test_a_call_to_follow_the_paper_heads_no_list():
    call = "<p><a href=https://news.google.com/b>Theo dõi Báo Bãi Bồi trên Google News</a></p>"
    assert read(f"{call}<div><p>{SENTENCE}</p></div>").lead == SENTENCE


STEPS = "Người xin quầy nộp hồ sơ ở nhà lồng chợ, ban quản lý xem trong ngày rồi trả giấy hẹn cho người nộp."
PROCEDURE = {
    "Mã thủ tục": "2.000181",
    "Trình tự thực hiện": STEPS,
    "Thành phần hồ sơ": "Đơn theo mẫu, giấy tờ tùy thân.",
    "Thời hạn giải quyết": "7 ngày làm việc.",
    "Lệ phí": "Không.",
    "Căn cứ pháp lý": "Luật Chợ số 9/2019/QH14 ngày 12/6/2019.",
}
DOCUMENT = {
    "Số ký hiệu": "31/QĐ-BQL",
    "Ngày ban hành": "02/4/2025",
    "Người ký": "Lê Thu Bồi",
    "Trích yếu": f"Về việc sắp xếp lại các quầy ở chợ bãi mới. {STEPS}",
}


def rows(record, form):
    return "".join(form.format(label, value) for label, value in record.items())


@pytest.mark.parametrize("record", [PROCEDURE, DOCUMENT, PROCEDURE | {"Trình tự thực hiện": STEPS * 5}])
@pytest.mark.parametrize(
    "form",
    [
        "<tr><th>{}</th><td>{}</td></tr>",
        "<tr><td>7</td><td>{}:</td><td>{}</td></tr>",
        "<dt>{}</dt><dd>{}</dd>",
        "<h3>a) {}:</h3><p>{}</p>",
        "<p><b>{}:</b> {}</p>",
        "<div><div>{}</div><div>{}</div></div>",
    ],
)
def test_the_record_of_a_procedure_or_a_document_is_no_article(record, form):
    around = "<table>{}</table>" if "<tr>" in form else "<div>{}</div>"
    with pytest.raises(PageError):
        read(around.format(rows(record, form)), title="Xin cấp quầy hàng ở chợ bãi mới của huyện đảo")


def test_an_article_about_a_procedure():
    table = f"<table>{rows(PROCEDURE, '<tr><td>{}</td><td>{}</td></tr>')}</table>"
    article = read(f"<div><p>{SENTENCE}</p>{table}</div>", title="Xin cấp quầy hàng ở chợ bãi mới sao cho nhanh")
    assert (article.lead, "Thành phần hồ sơ | Đơn theo mẫu" in article.body_text) == (SENTENCE, True)
    told = "<p>Thời hạn giải quyết: 7 ngày làm việc, kể từ ngày nhận đủ giấy tờ.</p><p>Lệ phí: không.</p>"
    assert read(f"<div>{told}</div>").lead.startswith("Thời hạn giải quyết: 7 ngày")


def test_questions_that_link_to_their_answers():
    asked = "".join(
        f"<div><b>Hỏi: Quầy số {n} ở chợ thuê thế nào, bao giờ thì được nhận?</b> <a href=/d{n}>Xem trả lời</a>"
        f" <i>0{n}/04/2025</i></div>"
        for n in range(1, 6)
    )
    with pytest.raises(PageError, match="body"):
        read(asked, title="Hỏi đáp")


def test_questions_with_their_answers_are_an_interview():
    said = (
        "<p><b>Hỏi: Bao giờ bà con được nhận quầy ở chợ mới?</b></p><p>Đáp: Ngay trong tuần này, từ sáng mai.</p>"
    )
    assert "Ngay trong tuần này" in read(said * 2, title="Chợ mới mở từ sáng mai").body_text


EXCUSES = [
    ("Thông báo", "Không tìm thấy bài viết."),
    ("Thông báo", "Bài viết này chưa được xuất bản."),
    ("Thông báo", "Tin này đã bị ẩn bởi quản trị viên."),
    ("Thông báo", "Chuyên mục này hiện chưa có bài viết nào."),
    ("Thông báo", "Địa chỉ IP của bạn đã bị chặn do truy cập quá nhiều lần."),
    ("Thông báo", "Website tạm ngừng hoạt động để nâng cấp. Xin lỗi vì sự bất tiện này."),
    ("Chi tiết tin", "Nội dung dành cho thành viên. Vui lòng đăng nhập hoặc đăng ký tài khoản để đọc."),
    ("Hồ sơ bãi mới", "Nội dung này dành cho bạn đọc đã đăng ký. Vui lòng đăng nhập để đọc tiếp."),
    ("Thông báo", "Tin bài này đang được biên tập lại. Mời quý vị quay lại sau."),
    ("Xác minh", "Vui lòng xác nhận bạn không phải là người máy."),
    ("Chuyển hướng", "Bạn đang được chuyển hướng đến trang mới. Nếu không tự chuyển, bấm vào đây."),
    ("Lỗi", "Có lỗi xảy ra, vui lòng thử lại sau."),
    (
        "Đang kiểm tra trình duyệt của bạn",
        "Trình duyệt của bạn sẽ được chuyển tới trang lúc 9 giờ 41. Vui lòng chờ.",
    ),
    ("Yêu cầu bị từ chối", "Mã sự kiện 318. Thời gian 12/04/2025."),
]


@pytest.mark.parametrize(("title", "said"), EXCUSES)
def test_what_is_said_in_an_article_s_place_is_none(title, said):
    with pytest.raises(PageError, match=r"body|title"):
        read(f"<div><p>{said}</p></div>", title=title)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Thông báo bảo trì hệ thống dịch vụ công", "Hệ thống sẽ được bảo trì từ 22 giờ ngày 28/3 đến sáng 29/3."),
        ("Không tìm thấy nạn nhân thứ ba", "Sau hai ngày, đội cứu hộ không tìm thấy nạn nhân trong vụ chìm đò."),
        ("Trang sử mới của làng chài", "Trang sử mới của làng chài được viết tiếp bằng những chuyến đò đêm."),
        ("Cảnh báo trang web giả mạo", "Công an phát hiện trang web giả mạo yêu cầu đăng nhập để xem giá đất."),
        ("Tạm dừng nhận hồ sơ", "Bộ phận một cửa tạm dừng nhận hồ sơ trong ngày 27/3 để chuyển trụ sở."),
    ],
)
def test_short_news_of_such_things_is_an_article(title, said):
    assert read(f"<div><p>{said}</p></div>", title=title).body_text == said


@pytest.mark.parametrize(
    "title",
    [
        "RSS",
        "Cơ cấu tổ chức",
        "Danh bạ điện thoại",
        "Sơ đồ trang web",
        "Liên hệ",
        "Liên hệ tòa soạn",
        "Giới thiệu chung",
    ],
)
def test_pages_that_a_site_has_one_of_each(title):
    with pytest.raises(PageError, match=r"body|title"):
        read(f"<div><p>{SENTENCE}</p><p>{SENTENCE}</p></div>", title=title)


def test_the_page_of_a_reporter_is_no_article():
    profile = "<div><p>Phóng viên viết về biển đảo.</p><p>Đã có 318 bài viết</p></div>"
    with pytest.raises(PageError, match="body"):
        read(profile, title="Hoàng Quý")


def test_the_first_page_s_title_is_no_article_s():
    site = "Ban Quản lý bãi bồi"
    head = f'<meta property="og:title" content="{site} - Trang chủ"><title>Cổng thông tin điện tử {site}</title>'
    menu = "".join(f"<li><a href=/m{n}>Mục {n}</a></li>" for n in range(9))
    banner = f"<header><h1 style='display:none'>{site}</h1><em>Thứ Hai, 16/03/2026 13:04:12</em><ul>{menu}</ul>"
    about = f"<div class=x><h3>Giới thiệu</h3><p>{SENTENCE} {SENTENCE}</p><p>{SENTENCE}</p></div>"
    assert_refused(f"<html lang=vi><head>{head}</head><body>{banner}</header>{about}</body>")


DOCUMENTS = "".join(f"<li><b>{n}/TB-BQL</b> - Thông báo về {SENTENCE} ({n}/04/2025)" for n in (7, 8, 9))


def test_a_list_of_documents_by_their_numbers_is_no_article():
    with pytest.raises(PageError, match="body"):
        read(f"<ul>{DOCUMENTS}</ul>", title="Văn bản của Ban trong tháng Tư")
    assert "7/TB-BQL" in read(f"<div><p>{SENTENCE}</p><ul>{DOCUMENTS}</ul></div>").body_text


@pytest.mark.parametrize(("address", "refused"), [("chu-de/tet-7.html", True), ("van-hoa/tet-7.html", False)])
def test_a_line_over_what_a_site_has_of_a_topic_is_no_article(address, refused):
    page = (
        "<html lang=vi><title>Tết ở bãi mới</title><div><h1>Tết ở bãi mới</h1><p>Cập nhật: 12/04/2025 08:15</p>"
        f"<p>{SENTENCE}</p>{CARDS}</div>"
    )
    url = f"https://portal.example/{address}"
    if refused:
        with pytest.raises(PageError, match="body"):
            read_article(url, page, layouts=[], site="generic")
    else:
        assert read_article(url, page, layouts=[], site="generic").article.body_text == SENTENCE


@pytest.mark.parametrize(
    "title",
    [
        "Hỏi - Đáp",
        "Câu hỏi thường gặp",
        "Báo in tháng 7/2020",
        "Tử vi 12 con giáp hôm nay",
        "Giá nông sản",
        "Giá vàng trong nước",
    ],
)
def test_pages_that_a_site_has_one_of(title):
    with pytest.raises(PageError):
        read(f"<p>{SENTENCE}</p>" * 6, title=title)


def test_a_list_of_questions_and_a_single_one():
    question, answer = "<p><b>Hỏi:</b> Bến đò nào mở lại {}?</p>", f"<p><b>Trả lời:</b> {SENTENCE}</p>"
    questions = [question.format(when) + answer for when in ("tuần tới", "tháng tới", "năm tới")]
    title = "Hỏi: Bến đò nào mở lại?"
    with pytest.raises(PageError):
        read("".join(questions), title=title)
    assert read(question.format("tuần tới") + answer * 2, title=title).title == title


@pytest.mark.parametrize("title", ["Bảng giá quảng cáo", "Bảng giá quảng cáo trên Báo Bãi Bồi"])
def test_a_price_list_of_advertisements(title):
    with pytest.raises(PageError):
        read(f"<p>{SENTENCE}</p>" * 6, title=title)


def test_a_text_that_is_not_there_yet_above_a_long_one():
    with pytest.raises(PageError):
        read(f"<p>Nội dung đang được cập nhật...</p><p>{SENTENCE}</p>" + f"<p>{SENTENCE}</p>" * 9)


def test_a_page_that_calls_itself_an_excuse_beside_a_long_text():
    with pytest.raises(PageError):
        read(f"<p>{SENTENCE}</p>" * 9, title="Hệ thống đang bảo trì")


@pytest.mark.parametrize("headline", ["Một ngày ở bến Giang", "Lời giải nào cho bãi triều phía đông?"])
def test_the_cards_of_a_topic_are_dated_and_it_is_not(headline):
    card = f"<div><h3><a href=/ngay-3310{{0}}.html>{headline}</a></h3><time>1{{0}}/04/2025 13:00</time></div>"
    cards = "".join(f"{card.format(n)}<p>{SENTENCE}</p>" for n in range(4))
    page = f"<html lang=vi><title>Bãi mới</title><body><div><h1>Chuyên đề: Bãi mới</h1>{cards}</div>"
    with pytest.raises(PageError, match="published"):
        read_article("https://portal.example/chuyen-de/bai-moi", page, layouts=[], site="generic")


def test_a_dateline_beside_the_pager():
    pager = "<a href=/b-331001.html>Bài trước</a> <a href=/b-331003.html>Bài sau</a>"
    page = (
        f"<html lang=vi><title>Một ngày ở bãi mới</title><body><div><h1>Một ngày ở bãi mới</h1><div>{pager}"
        f"<span>12/04/2025</span></div><div><p>{SENTENCE}</p><p>{SENTENCE}</p></div></div>"
    )
    article = read_article("https://portal.example/b-331002.html", page, layouts=[], site="generic").article
    assert article.published.day == 12


FILM = "<a href=/v/{0}><img src=/{0}.jpg></a><p>Hộ nuôi hàu ở bãi {0} thu bốn tỷ đồng</p><i>0{0}/07/2026</i>"
RULE = "<b>0{0}/03/2025</b><div><a href=/{0}.pdf>81{0}/BC</a></div><div>Thông tư về rà soát quỹ đất bãi {0}</div>"


@pytest.mark.parametrize("item", [FILM, RULE])
def test_rows_of_a_list_that_each_have_their_date(item):
    rows = "".join(f"<div class=item>{item.format(n)}</div>" for n in range(1, 8))
    page = f"<title>Ban Quản lý các bãi bồi</title><body><main><h1>Tháng 11/2026</h1>{rows}</main>"
    assert_refused(page, "https://portal.example/tin?id=7")


def test_a_list_of_feeds_beside_how_many_are_online():
    news = "<div><h3>Tin mới nhất</h3><a href=/1>Chín hộ thả cá ở bãi mới</a> - 06/09/2026</div>"
    online = "<div><h3>Ai đang trực tuyến</h3>Hiện có 43 khách Trực tuyến</div>"
    feeds = (
        "<p>Chọn chuyên mục để lấy đường dẫn RSS:</p><ul><li>Đất đai <a href=/d.xml><img src=/r.gif></a></li></ul>"
    )
    page = f"<body>{news}{online}<div><h1>Kênh tin RSS</h1>{feeds}</div>"
    assert_refused(page, "https://portal.example/tin?id=7")


def test_a_page_to_write_to_with_its_own_heading():
    page = (
        f"<title>Ban Quản lý các bãi bồi</title><body><main><h1>Liên hệ - Góp ý</h1><p>{SENTENCE}</p>"
        f"<h2>Ban Quản lý các bãi bồi</h2><p>12/04/2025</p><p>{SENTENCE}</p></main>"
    )
    assert_refused(page, "https://portal.example/lien-he")


@pytest.mark.parametrize("title", ["Báo Bãi Mới điện tử", "Báo Bãi Mới Online"])
def test_a_front_page_whose_hidden_heading_is_the_paper_s_name(title):
    top = f"<div><article><div><time>09:37 | 06/11/2026</time><div>{SENTENCE}</div></div></article></div>"
    page = f"<title>{title}</title><body><div><div><h1 class=hide>Báo Bãi Mới</h1>{top}</div></div>"
    assert_refused(page, "https://bao.example/")


@pytest.mark.parametrize(
    "imprint",
    [
        "Cơ quan của Đảng bộ bãi mới. Giấy phép số 28/GP-BTTTT. Địa chỉ: đường Bãi. Điện thoại: 0203.123456",
        'Ban Quản lý bãi mới. Địa chỉ: Tầng 3. Ghi rõ nguồn "Bãi Mới" khi phát hành lại thông tin từ đây.',
    ],
)
@pytest.mark.parametrize("title", ["Bãi mới hôm nay", "Lịch công tác tuần 47 (16/11/2026 - 20/11/2026)"])
def test_a_page_that_says_no_more_than_whose_it_is(title, imprint):
    page = f"<body><table><tr><td><h2>{title}</h2><i>16/11/2026</i></td></tr><tr><td>{imprint}</td></tr></table>"
    assert_refused(page, "https://portal.example/lich")


def test_films_beside_a_box_with_the_days_of_the_week():
    box = "<table><tr><td class=boxtitle>LỊCH CÔNG TÁC</td></tr><tr><td>Tuần 51 (14/12/2026 - 20/12/2026)</table>"
    film = (
        "<div><a href=/video/{0}><img src=/{0}.jpg><span>02:5{0}</span></a>"
        "<h4><a href=/video/{0}>{1}</a></h4></div>"
    )
    films = "".join(film.format(n, f"Bãi bồi thứ {n} đã đo xong trước mùa mưa") for n in range(8))
    page = f"<body><table><tr><td>{box}<td><div><h1>Thư viện video</h1>{films}</div></table><p>{SENTENCE}</p>"
    assert_refused(page, "https://portal.example/video")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (
            "Bản tin bãi mới số 14",
            "".join(f"<a href=/{n}.jpg><img src=/s{n}.jpg alt='Trang {n}'></a>" for n in range(8)),
        ),
        (
            "Báo in Bãi Mới",
            "".join(f"<a href=/so-{n}.pdf><img src=/{n}.jpg></a><p>Số {n} - 0{n}/10/2026</p>" for n in (8, 9)),
        ),
        (
            "Đã xảy ra lỗi",
            "<p>Rất tiếc, hệ thống gặp sự cố khi xử lý yêu cầu.</p><p>Mã lỗi: 5f0c. Thời gian: 08:15</p>",
        ),
    ],
)
def test_an_issue_a_shelf_of_issues_and_a_fault_beside_a_date(title, body):
    page = f"<title>{title}</title><body><main><h1>{title}</h1><p>15/04/2026 08:15:33</p>{body}</main>"
    assert_refused(page, "https://portal.example/tin?id=7")


def test_a_notice_of_maintenance_that_says_from_when_to_when():
    text = "<p>Từ 22 giờ ngày 17/4 đến 5 giờ ngày 18/4, Ban bảo trì hệ thống.</p><p>Hồ sơ gấp nộp trực tiếp.</p>"
    assert read(text, title="Thông báo bảo trì hệ thống").published


def test_a_banner_above_a_page_that_is_not_found():
    menu = "<a routerlink=/>Trang chủ</a><a routerlink=/tin>Tin tức</a><a routerlink=/van-ban>Văn bản</a>"
    banner = "<div><span>Cổng TTĐT phường Bãi Mới</span><span>08:00:12 - 03/03/2026</span></div>"
    text = "<h1>Rất tiếc, nội dung không còn tồn tại</h1><p>Có thể đường dẫn đã thay đổi.</p>"
    foot = "<p>UBND phường Bãi Mới - Chủ tịch: Mai Lan</p>"
    page = (
        f"<html lang=vi><title>Không tìm thấy</title><body><app-root><app-header>{banner}</app-header>"
        f"<mat-toolbar>{menu}</mat-toolbar><app-tin><div>{text}<a href=/tin>Xem tin khác</a></div></app-tin>"
        f"<app-footer>{foot}</app-footer></app-root></body></html>"
    )
    assert_refused(page, "https://portal.example/tin/7")


def test_a_banner_above_a_form():
    menu = "".join(f"<li><a href=/muc-{n}/>Tin mục {n}</a></li>" for n in range(1, 9))
    banner = f"<strong class=lg>Báo Bãi Mới</strong><ol>{menu}</ol><em>Thứ Năm, 15/10/2026</em>"
    called = "<div><span class=headline>Đăng ký nhận bản tin ảnh</span></div>"
    text = "<div><p>Mỗi tuần một lá thư, không quảng cáo.</p></div><form><input type=email></form>"
    foot = "<p>Tòa soạn giữ bản quyền ảnh. Mọi trao đổi xin gửi: anh@bai-moi.example</p>"
    page = (
        "<html lang=vi><title>Đăng ký bản tin - Báo Bãi Mới</title>"
        f"<body><div>{banner}</div><div>{called}{text}</div><div>{foot}</div></body></html>"
    )
    assert_refused(page, "https://portal.example/dang-ky/")


def test_what_was_found_is_no_article():
    found = "".join(f"<p><a href=/k{n}>Bãi mới có điện lần {n}</a><br>{SENTENCE}</p>" for n in range(1, 4))
    with pytest.raises(PageError):
        read(found, title="Tìm thấy 238 kết quả cho từ khóa “bãi mới”", heading="b")


def test_teasers_that_open_one_below_another_and_end_in_the_same_link():
    rows = "".join(
        f"<details><summary>Bãi mới có điện lần {n} <i>(0{n}/04/2025)</i></summary>"
        f"<p>{SENTENCE} <a href=/k{n}>Xem chi tiết</a></p></details>"
        for n in range(1, 6)
    )
    assert_refused(f"<html lang=vi><title>Đất đai</title><body><h1>Bãi mới</h1>{rows}<p>Trang: 1 2 3</body>")


@pytest.mark.parametrize(
    "body",
    [
        f"<h4>Lịch công tác tuần 48 (từ 23/11 đến 29/11/2026)</h4>{TABLE}",
        "<h4>Liên hệ</h4><blockquote><div>Địa chỉ: số 7 đường đê, thôn Hạ, xã Bến Giang, huyện Bãi Mới</div>"
        "<div>Họ và tên: <input> Nội dung: <input></div></blockquote>",
    ],
)
def test_a_page_that_is_called_as_the_office_is(body):
    foot = "<center>Trung tâm Y tế Bến Giang – Giám đốc: BS Mai Lan<br>Thiết kế bởi Lạch Web.</center>"
    menu = "<div><a href=/>Trang chính</a> | <a href=/dv>Dịch vụ</a></div>"
    popup = "<div style='display:none'>Khám sức khỏe 30/11/2026</div><blockquote><b>Cấp cứu: 0203</b></blockquote>"
    assert_refused(
        "<html lang=vi><title>Trung tâm Y tế Bến Giang</title>"
        f"<body><div><div><img src=/b.png></div>{menu}{popup}{body}{foot}</div></body>"
    )


@pytest.mark.parametrize(
    "foot",
    [
        "Chuyên trang Đất và Người. Thư từ xin gửi về hòm thư 46, bưu điện Bãi Mới. Biên tập: Nhóm Bãi Mới",
        "Hội Nông dân Bến Giang, số 7 đường đê. Điện thoại: 0203.388. Biên tập: Mai Lan",
        "Cơ quan của Đảng bộ thị xã Bến Giang và các xã bãi bồi phía đông. Thiết kế bởi VinaWeb.",
        "Tạp chí Đất và Nước của Hội Nông dân tỉnh, mỗi tháng một kỳ, ISSN 1859-0000",
    ],
)
def test_a_table_above_whose_site_it_is(foot):
    assert_refused(
        "<html lang=vi><title>Bảng giá hàu bãi mới</title><body>"
        "<div><section><h1>Bảng giá hàu bãi mới</h1><p>Cập nhật: 09:30 12/4/2025</p>"
        f"{TABLE}<p>{foot}</p></section></div></body>"
    )


def test_an_error_told_in_words_of_every_day():
    assert_refused(
        "<html lang=vi><title>Ối · Bến Giang</title><body><div><h1>Ối, có gì sai sai</h1><p>12/04/2025 08:15</p>"
        "<div><p>Máy chủ gặp trục trặc khi tải trang. Hãy thử lại sau ít phút hoặc về trang chủ.</p></div></div>"
    )


def test_the_name_of_the_site_in_capitals_is_no_title():
    told = "Khi vào trang này, bà con đồng ý với các điều dưới đây, và có thể đọc lại bất cứ lúc nào."
    assert_refused(
        "<html lang=vi><title>Điều khoản - Truyền hình Bến Giang</title><body><b>TRUYỀN HÌNH BẾN GIANG</b>"
        f"<p>15:22 15/09/2026</p><div><h3>Điều khoản sử dụng</h3><div><p>{told}</p><p>{told}</p></div></div>"
    )


def test_the_issues_of_a_paper_are_no_article():
    rows = "".join(
        f"<div><a href=/e/{n}><img src=/e/{n}.jpg></a><div>Số {n} ra ngày 0{n}/01/2026</div></div>"
        for n in (1, 2, 3)
    )
    assert_refused(
        f"<html lang=vi><title>Báo in</title><body><div><h1>Báo in</h1>{rows}</div><div><h4>Chuyện bãi bồi</h4>"
        "<div><a href=/x>Thêm chín hộ chọn bãi triều mới</a><p>18.09.2025</p></div></div>"
        "<div>Báo Bến Giang | 8 đường Cây Gạo | Điện thoại 0203 345 678</div>"
    )


def test_the_weather_of_several_places_is_no_article():
    rows = "".join(f"<tr><td>Bến thứ {n}<td>{n} - {n + 7}<td>{n} mm" for n in range(17, 25))
    beside = "<h5>Tin ảnh</h5><ul><li><a href=#>Hạ thủy tàu cá vỏ thép thứ tám</a><small>12/06/2025</small></ul>"
    assert_refused(
        "<html lang=vi><title>Thời tiết các vùng</title><body><div><div><h1>Thời tiết các vùng</h1>"
        f"<table border=1>{rows}</table><ul><li>Thứ Bảy<li>12/04/2025</ul></div><div>{beside}"
        "<p>Mời bà con theo dõi chương trình trực tiếp trên ứng dụng từ tối nay.</p></div></div>"
    )


HEAD = '<meta property="article:published_time" content="2016-05-20T09:00:00+07:00">'


def test_rows_whose_links_post_the_page_back():
    address = "javascript:__doPostBack('l{0}','')"
    link = f'<p class=heading><a href="{address}">Một bài khác có tựa đề khá dài {{0}}</a></p>'
    rows = "".join(f"<div>{link.format(n)}<span>1{n}/04/2025</span><p>{SENTENCE}</p></div>" for n in range(2))
    assert_refused(f"<html lang=vi><title>Tin tức</title><body><div><h1>Tin mới</h1>{rows}</div>")


def test_the_head_of_a_directory_is_no_title():
    cell = "<td><b>{}</b><br>Trưởng phòng<br>ĐT: 0203.4.520.420</td>"
    cells = "".join(cell.format(name) for name in ("Vũ Anh Dũng", "Ngô Thanh Tâm", "Vũ Thị Mơ"))
    table = (
        f"<table><tr><td colspan=3>Tô Minh Nguyệt<br>Trưởng ban<br>ĐT: 0203.6.144.792</td></tr><tr>{cells}</table>"
    )
    boxes = f"<div><b>Bến đò</b><ul><li>{SENTENCE}</ul></div>"
    page = f"<head><title>Chi tiết tin</title>{HEAD}</head><body><div><h2>Cơ cấu tổ chức</h2>{table}{boxes}</div>"
    assert_refused(page)


def test_a_page_called_an_error():
    said = f"<p>Đã xảy ra lỗi: khối tin không khả dụng.</p><p>{SENTENCE * 5}</p>"
    assert_refused(f"<head><title>Lỗi</title>{HEAD}</head><body><div>{said}</div>")


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (
            f"<div>{TABLE}<p>Ghi chú: Lịch này thay cho giấy mời họp.</p></div>",
            "Tuần từ 21/12/2024 đến 25/12/2024",
        ),
        (f"<p>{SENTENCE} Nội dung khác nêu ở bảng</p>{TABLE}", "Lịch công tác của lãnh đạo Ban"),
        ("<p>Mục không tồn tại. Có thể mục này đã bị người dùng khác xóa.</p>", "Chợ bãi mới"),
        ("<p>Mã tương quan: 6658a9e-71c2-4007-b6d1-0f2c9cba11e7</p>", "Xin lỗi, đã có lỗi xảy ra"),
    ],
)
def test_timetables_and_what_is_not_there(body, title):
    with pytest.raises(PageError):
        read(body, title=title)


def test_a_portal_s_home_page():
    title = "Cổng thông tin điện tử Ban Quản lý các bãi bồi - Ban Quản lý các bãi bồi"
    card = "<div><h3><a href=/k/{0}>Một bài khác số {0}</a></h3><div><p>{1}</p><i>1{0}/07/2024</i></div></div>"
    cards = card.format(1, SENTENCE) + card.format(2, "Giá giống lên cao, bà con tính lại.")
    path = "<nav><ul><li><a href=#>Trang chủ</a></ul></nav>"
    assert_refused(f"<html lang=vi><title>{title}</title><body>{path}<h1>Trang chủ</h1><div>{cards}</div>")


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Giá vé tàu trực tuyến giảm một nửa", SENTENCE),
        (
            "Nâng cấp trang một cửa ở bãi mới",
            "Trang web tạm ngừng từ 22 giờ ngày 12/4, các hộ sẽ nộp đơn lại được từ 6 giờ ngày 13/4.",
        ),
    ],
)
def test_news_that_begin_as_tables_of_prices_and_excuses_do(title, body):
    assert read(f"<p>{body}</p>", title=title).body_text == body


def test_a_table_and_a_picture():
    assert read(f"<p><img src=/bang.jpg width=600></p>{TABLE}").images


def test_a_section_in_one_cell_with_breaks():
    row = (
        "<img src=/t/{0}.jpg><br><b><a href=/k{0}>Một bài khác có tựa đề khá dài số {0}</a></b><br>{1}<br>{2}<br>"
    )
    rows = "".join(row.format(number, f"0{number}/04/2025", SENTENCE) for number in range(1, 6))
    cell = (
        f"<a href=/>Trang chủ</a><br><b>Kinh tế</b><br><a href=?p=1>1</a> <a href=?p=2>2</a> Trang sau<br>{rows}"
    )
    assert_refused(f"<html lang=vi><title>Kinh tế - Báo Bến Giang</title><body><table><tr><td>{cell}</table>")


def test_new_documents_by_number_and_subject():
    rows = "".join(
        f"<tr><td>{number}/CV-BQL</td><td>0{number}/04/2025</td></tr>"
        f"<tr><td colspan=2>V/v tăng cường đo đạc ở bãi số {number}</td></tr>"
        for number in range(1, 6)
    )
    assert_refused(
        f"<html lang=vi><title>Sơ đồ cổng</title><body><table><caption>Văn bản mới</caption>{rows}</table>"
    )
