"""An agency's notices: lines that look like the page's furniture and are the notice's, and the other way round."""

import pytest

from kkt_crawler.pages import read_article

TEXT = "Tổ công tác mời các hộ nuôi hàu ở bãi triều phía đông đến họp về cách tính giá mặt nước trong vụ tới."
IMPRINT = "<p>Địa chỉ: 12 đường Bờ Đê. Điện thoại: 0203.111.222</p><p>Email: tin@xa.example</p>"


def read(body, *, head="<i>12/04/2025 08:15</i>", below=""):
    page = (
        f"<html lang=vi><title>Mời họp về giá mặt nước</title><body><div><h1>Mời họp về giá mặt nước</h1>{head}"
        f"<div>{body}</div></div>{below}"
    )
    return read_article("https://portal.example/tin", page, layouts=[], site="generic").article


@pytest.mark.parametrize(
    "line",
    [
        "Điện thoại liên hệ: 0203.333.444 (trong giờ hành chính), gặp bà Hà.",
        "- Email: bai.trieu@xa.example.",
        "Địa chỉ: Nhà văn hóa thôn Bãi Đông.",
        "Quảng Yên, ngày 02 tháng 4 năm 2025",
        "Huế, ngày 2 tháng 4 năm 2025",
        "2. Thời gian: 7h30 ngày 20/4/2025",
        "Họp ngày 20/4/2025 tại nhà văn hóa thôn Bãi Đông, từ 7h30",
    ],
)
def test_lines_of_a_notice(line):
    assert read(f"<p>{line}</p><p>{TEXT}</p>").body_text == f"{line}\n\n{TEXT}"
    assert read(f"<p>{TEXT}</p><p>{line}</p>").body_text == f"{TEXT}\n\n{line}"


def test_contacts_beside_what_only_an_imprint_says():
    article = read(f"<p>{TEXT}</p>{IMPRINT}<p>Giấy phép số 7/GP-TTĐT ngày 1/2/2015</p>")
    assert article.body_text == TEXT


def test_a_table_of_years_above_the_text():
    table = "<table><tr><td>Vụ<td>Năm 2023<td>Năm 2024<tr><td>Hàu<td>31<td>48</table>"
    assert read(f"{table}<p>{TEXT}</p>").body_text.startswith("Vụ | Năm 2023 | Năm 2024\nHàu | 31 | 48\n\n")


def test_a_letter_s_head_is_not_its_lead():
    above = "<p align=center><b>ỦY BAN NHÂN DÂN XÃ ĐẢO</b></p><p align=right>Bãi Đông, ngày 2 tháng 4 năm 2025</p>"
    article = read(f"{above}<p>{TEXT}</p>")
    assert article.lead == TEXT
    assert article.body_text.startswith("ỦY BAN NHÂN DÂN XÃ ĐẢO\n\nBãi Đông, ngày 2 tháng 4 năm 2025\n\n")


@pytest.mark.parametrize(
    "tools",
    [
        "<ul><li>Chi tiết bài</li><li>Phòng Thủy sản</li><li>Đăng ngày: 12/04/2025</li><li>Cấp xã</li></ul>",
        "<div><i class=material-icons>event</i><span>Ngày đăng: 12/04/2025 | Phòng: Thủy sản xã đảo</span></div>",
        "<div>Ngày đăng: 12/04/2025<a href=#>Phóng to chữ lên</a></div>",
    ],
)
def test_details_beside_the_date_are_no_text(tools):
    assert read(f"{tools}<p>{TEXT}</p><p>{TEXT}</p>", head="").body_text == f"{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize(
    "player",
    [
        "<div>Nghe bài báo <span>Giọng nam miền Trung</span> <span>1x</span> <span>0:00 / 2:15</span></div>",
        "<div>Đọc bài viết <b>Giọng nữ</b> 0:00</div>",
    ],
)
def test_a_player_is_no_text(player):
    assert read(f"{player}<p>{TEXT}</p>").body_text == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "Tổng số điểm của bài viết là: 35 trong 8 đánh giá",
        "Xếp hạng: 4.5 - 12 phiếu bầu<br>Click để đánh giá bài viết",
        "Đánh giá bài viết: ★★★☆☆ (7 lượt)",
        "Đánh giá: 4 / 5",
        "Trung bình (0 Bình chọn)",
        "4,8/5 - (23 bình chọn)",
        "Bấm vào số sao để đánh giá",
        "Bạn thấy bài viết này thế nào? Hay Bình thường",
        "Thông tin này có hữu ích với bạn không? Có (3) Không (1)",
        "Bạn có hài lòng với nội dung này? Có Không",
        "Rate this article",
    ],
)
def test_what_readers_gave_the_article_is_no_text(line):
    assert read(f"<p>{TEXT}</p>", below=f"<div>{line}</div>").body_text == TEXT
    assert read(f"<p>{TEXT}</p><div>{line}</div>").body_text == TEXT


@pytest.mark.parametrize(
    "line",
    ["Xếp hạng: 5", "Điểm trung bình: 8,5", "Đánh giá cán bộ xã năm 2025", "Ông thấy bài viết này thế nào?"],
)
def test_what_an_article_says_of_ratings(line):
    assert read(f"<p>{TEXT}</p><p>{line}</p><p>{TEXT}</p>").body_text == f"{TEXT}\n\n{line}\n\n{TEXT}"


def test_the_number_and_size_of_a_file_are_no_text():
    row = "<table><tr><td>1</td><td><a href=/vb/1.pdf>Bảng giá mặt nước</a></td><td>366 KB</td></tr></table>"
    article = read(f"<p>{TEXT}</p><div><b>Tệp đính kèm</b>{row}</div>")
    assert (article.body_text, len(article.attachments)) == (TEXT, 1)


def test_the_hours_of_a_report_as_it_goes_on_are_text():
    assert read(f"<p>{TEXT}</p><p><b>9:35</b></p><p>{TEXT}</p>").body_text == f"{TEXT}\n\n9:35\n\n{TEXT}"


def test_the_account_that_posted_the_notice_is_not_of_it():
    article = read(f"<p>{TEXT}</p><p align=right><b>admin admin</b></p>")
    assert (article.body_text, article.authors) == (TEXT, ())


OTHER = "Mỗi thửa được đo lại trước mặt chủ hộ, kết quả dán ở nhà văn hóa thôn trong mười ngày để ai cũng xem."


@pytest.mark.parametrize(
    "body",
    [
        f"{TEXT}<br>{OTHER}",
        f"<pre>{TEXT}\n\n{OTHER}</pre>",
        f"<p>{TEXT}</p><p>&amp;nbsp;</p><p>&amp;nbsp;{OTHER}</p>",
        f"<p>{TEXT}</p><p>***</p><p>{OTHER}</p>",
        f"<p>{TEXT}</p><div class=adv>Mua ngay hôm nay, giảm đến 50%</div><p>{OTHER}</p>",
        f"<p>{TEXT}</p><div class='thoitiet'>Bến Giang: có mưa rào, 25 - 31 độ C</div><p>{OTHER}</p>",
        f"<p>{TEXT}</p><p>Thích 12 <a href=#>Chia sẻ</a></p><p>{OTHER}</p>",
        f"<p>{TEXT}</p><p>Quét mã QR</p><p>{OTHER}</p>",
        f"<p>{TEXT}</p><div class='field field--label-hidden'><p>{OTHER}</p></div>",
        f"<p class=tagStyle_k4z>{TEXT}</p><p>{OTHER}</p>",
        f"<p>{TEXT}</p><p>{OTHER}</p><h3>Đọc thêm E-Magazine</h3><p><a href=/8>Chuyện bến đò</a></p>",
        f"<p>{TEXT}</p><p>{OTHER}</p><h3>Các tập khác</h3><p><a href=/8>Tập 41: Bến đò</a> 18/01/2025</p>",
        f"<p>{TEXT}</p><p>{OTHER}</p><div><a>Gửi email</a><a>In trang</a><a>Phản hồi</a></div>",
        f"<p>{TEXT}</p><p>{OTHER}</p><p>Mời bạn gửi phản hồi về bài viết. Viết bằng tiếng Việt có dấu.</p>",
        f"<p>{TEXT}</p><p class=c-video__title>Video: Cảnh bến đò</p><p>{OTHER}</p>",
        f"<p>{TEXT}</p><p>{OTHER}</p><p>Từ khóa: bến đò, bãi mới</p>",
    ],
)
def test_two_paragraphs_and_what_is_no_text(body):
    assert read(body).body_text == f"{TEXT}\n\n{OTHER}"


def test_a_verse_stays_in_lines():
    assert (
        read(
            f"<p>{TEXT}</p><p>Sông quê nước chảy đôi dòng.<br>Bãi bồi bên ấy em trồng dâu xanh.</p>"
        ).body_text.count("\n")
        == 3
    )


def test_the_lead_of_a_verse_is_its_first_stanza():
    stanzas = ("Sông quê nước chảy đôi dòng<br>Bãi bồi bên ấy em trồng dâu xanh", "Đò qua<br>bến cũ một mình")
    article = read("".join(f"<p>{stanza}</p>" for stanza in stanzas))
    assert article.lead == stanzas[0].replace("<br>", " ")


def test_whom_a_text_names_in_a_line_of_its_own_is_no_author():
    line = "<p style='text-align:center'><b>Cụ NGUYỄN VĂN LỊCH</b></p>"
    article = read(f"<p>{TEXT}</p>{line}<p>Sinh ngày 12/5/1931.</p><p>{OTHER}</p>")
    assert article.authors == ()
    assert "Cụ NGUYỄN VĂN LỊCH" in article.body_text


def test_whose_words_a_quote_is():
    said = read(
        f"<p>{TEXT}</p><blockquote>“Đất không biết nói dối”<cite>Hoàng Quý</cite></blockquote><p>{OTHER}</p>"
    )
    assert "“Đất không biết nói dối” Hoàng Quý" in said.body_text


def test_the_caption_of_a_table():
    table = "<table><caption>Giá theo vụ</caption><tr><td>Xuân<td>81<tr><td>Thu<td>318</table>"
    article = read(f"<p>{TEXT}</p>{table}")
    assert article.body_text == f"{TEXT}\n\nGiá theo vụ\nXuân | 81\nThu | 318"
    assert "<p>Giá theo vụ</p><table>" in article.body_html


def test_dated_entries_of_a_report_are_headings():
    entries = "".join(f"<h4>1{hour}:30 | 12/04/2025</h4><p>{TEXT}</p>" for hour in (1, 3))
    assert read(entries).body_text.count("| 12/04/2025") == 2


def test_the_picture_of_a_pointer_is_not_the_article_s():
    pointer = "<a href=/8><img src=/8.jpg></a><p>Đọc thêm: <a href=/8>Chuyện bến đò đêm</a></p>"
    article = read(f"<p>{TEXT}</p><p><img src=/1.jpg></p>{pointer}<p>{OTHER}</p>")
    assert [image.url for image in article.images] == ["https://portal.example/1.jpg"]


PARAGRAPHS = ("Chín hộ đã nhận tiền đền bù và dời lên bờ.", "Tổ công tác đo lại từng thửa trước mặt chủ hộ.")


@pytest.mark.parametrize(
    "body",
    [
        f"<ul style='list-style:none'><li>{PARAGRAPHS[0]}<li>{PARAGRAPHS[1]}</ul>",
        f"<dl><dd class=nd><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p></dl>",
    ],
)
def test_lists_that_show_paragraphs(body):
    heading = "<title>Đo lại đất bãi mới</title><body><div><h1>Đo lại đất bãi mới</h1><i>12/04/2025</i>"
    page = f"<html lang=vi>{heading}{body}</div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.body_text == "\n\n".join(PARAGRAPHS)


def test_numbered_lists_stay_numbered_in_html():
    article = read(f"<p>{TEXT}</p><ol><li>Đo đất<li>Chia đất</ol><ul><li>Hàu</ul>")
    assert article.body_text == f"{TEXT}\n\n- Đo đất\n- Chia đất\n- Hàu"
    lists = "<ol>\n<li>Đo đất</li>\n<li>Chia đất</li>\n</ol>\n<ul>\n<li>Hàu</li>\n</ul>"
    assert article.body_html == f"<p>{TEXT}</p>\n{lists}"


@pytest.mark.parametrize("tag", ["div", "aside"])
def test_facts_set_apart_in_a_text_are_the_writer_s(tag):
    box = f"<{tag} class=info-box><h4>Con số</h4><p>Chín hộ đã nhận giấy mời.</p></{tag}>"
    assert "Con số\n\nChín hộ đã nhận giấy mời." in read(f"<p>{TEXT}</p>{box}<p>{TEXT}</p>").body_text
    assert "Con số" not in read(f"<p>{TEXT}</p><p>{TEXT}</p>", below=box).body_text


def test_a_lead_that_is_called_as_captions_are():
    lead = f"<div class=media-desc>{TEXT}</div>"
    picture = "<div class=imgbox><img src=/a.jpg><div class=desc>Bãi triều sớm.</div></div>"
    article = read(f"{picture}<p>{TEXT} Từ mai.</p><p>{TEXT} Từ nay.</p>", head=f"<i>12/04/2025 08:15</i>{lead}")
    assert article.lead == TEXT
