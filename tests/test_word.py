"""What editors paste from Word, and what they leave in a text that nobody is to see."""

import pytest

from kkt_crawler.pages import read_article

TEXT = "Tổ công tác đến từng hộ nuôi hàu để nghe ý kiến về cách tính giá mặt nước ở bãi triều phía đông."
STYLE = "margin-left:54.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1"


def read(body):
    page = (
        f"<body><div><h1>Thêm chín hộ chọn bãi triều mới</h1><i>12/04/2025</i><div><p>{TEXT}</p>{body}</div></div>"
    )
    return read_article("https://portal.example/tin", page, layouts=[], site="generic").article


def item(sign, said):
    space = "<span style='font:7.0pt Times'>&nbsp;&nbsp;&nbsp;</span>"
    bullet = f"<span style='font-family:Symbol;mso-list:Ignore'>{sign}{space}</span>"
    bullet = f"<!--[if !supportLists]-->{bullet}<!--[endif]-->"
    return f"<p class=MsoListParagraph style='{STYLE}'>{bullet}<span>{said}<o:p></o:p></span></p>"


@pytest.mark.parametrize("sign", ["·", "o", "§", "–", "v"])
def test_a_list_with_bullets_is_one(sign):
    article = read(item(sign, "Bãi trong: 81 hộ") + item(sign, "Bãi ngoài: 40 hộ"))
    assert article.body_text == f"{TEXT}\n\n- Bãi trong: 81 hộ\n- Bãi ngoài: 40 hộ"
    assert article.body_html.endswith("<ul>\n<li>Bãi trong: 81 hộ</li>\n<li>Bãi ngoài: 40 hộ</li>\n</ul>")


def test_numbers_stay_as_they_are_typed():
    article = read(item("1.", "Bãi trong: 81 hộ") + item("2.", "Bãi ngoài: 40 hộ"))
    assert article.body_text == f"{TEXT}\n\n1. Bãi trong: 81 hộ\n\n2. Bãi ngoài: 40 hộ"


def test_a_paragraph_that_is_not_shown_is_no_text():
    draft = "<p style='display:none'>Đoạn này còn phải hỏi lại chủ tịch xã rồi mới đăng.</p>"
    assert read(f"{draft}<p>{TEXT}</p>").body_text == f"{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize("bar", ["👍 12 &nbsp; Chia sẻ &nbsp; Bình luận", "Quan tâm | Gửi cho bạn bè | Báo lỗi"])
def test_a_bar_of_buttons_that_are_no_links_is_no_text(bar):
    assert read(f"<p>{TEXT}</p><div>{bar}</div>").body_text == f"{TEXT}\n\n{TEXT}"


def test_blank_lines_that_a_style_keeps_part_paragraphs():
    body = f"<div style='white-space:pre-line'>{TEXT}\n\nNgắn thôi.\n\n{TEXT}</div>"
    assert read(body).body_text == f"{TEXT}\n\n{TEXT}\n\nNgắn thôi.\n\n{TEXT}"


def test_where_a_word_may_be_broken():
    table = "<table><tr><td>Xã</td><td>triệu đồ<wbr>ng</td></tr><tr><td>Bến Giang<td>7</table>"
    assert "triệu đồng" in read(table).body_text


def test_items_that_are_set_as_headings():
    assert (
        "- Hàu giống\n- Cọc tre" in read("<ul><li><h5>Hàu giống</h5></li><li><h5>Cọc tre</h5></li></ul>").body_text
    )


def test_items_to_tick_off():
    items = "<ul><li><input type=checkbox>2 củ sả</li><li><input type=checkbox>3 trứng vịt</li></ul>"
    assert "- 2 củ sả\n- 3 trứng vịt" in read(items).body_text


def test_the_number_of_a_page_is_no_text():
    assert "- 2 -" not in read("<p>- 2 -</p>").body_text


def test_running_heads_and_feet_of_a_printed_page():
    lines = "<p class=MsoFooter>Trang 1/2</p><p class=MsoHeader align=center><i>Bản tin Khu kinh tế - số 7</i></p>"
    first, last = "Chín hồ nhỏ đã đầy nước từ hôm qua.", "Hồ lớn còn cách đỉnh đập bốn mươi phân."
    body = f"<p class=MsoNormal>{first}</p>{lines}<p class=MsoNormal>{last}</p>"
    page = f"<title>Hồ đầy</title><body><div><h1>Hồ đầy nước</h1><i>12/04/2025 08:15</i><div>{body}</div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.body_text == f"{first}\n\n{last}"
