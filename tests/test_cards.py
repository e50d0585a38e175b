"""What stands among an article's paragraphs and is another article's, a form's or the paper's own request."""

import pytest

from kkt_crawler.pages import read_article

FIRST = "Sáng 4/11, tổ khảo sát đo lại mực nước tại chín hồ chứa ở phía đông tỉnh, hồ nào cũng xấp xỉ đỉnh đập."
LAST = "Đơn vị vận hành sẽ mở cửa xả từ chiều nay, mỗi giờ một nấc, và báo trước cho từng xã ở hạ lưu."
OTHER = "Chợ phiên vùng cao họp lại sau hai năm"
LINK = f"<a href=/c-2.html>{OTHER}</a>"
TEASER = "Hàng thổ cẩm bán chạy nhất."


def read(between="", below="", page="https://paper.example/ho-day-3000001.html"):
    html = (
        "<title>Chín hồ chứa gần đầy</title><body><h1>Chín hồ chứa gần đầy</h1><p>04/11/2026 09:10</p>"
        f"<div class=z1><p>{FIRST}</p>{between}<p>{LAST}</p></div>{below}"
    )
    return read_article(page, html, layouts=[], site="generic").article


CARDS = {
    "picture, heading and teaser": f"<div class=q><a href=/c-2.html><img src=/c.jpg></a><h4>{LINK}</h4>"
    f"<p>{TEASER}</p><time>01/11/2026</time></div>",
    "floated, the picture no link": f'<div style="float:right"><img src=/c.jpg><h3>{LINK}</h3>'
    f"<p>{TEASER}</p></div>",
    "link and teaser in one element": f"<div>{LINK}<div>{TEASER}</div></div>",
    "an article in the article": f"<section><article><h2>{LINK}</h2><p>{TEASER}</p></article></section>",
    "a list under a label that ends as a question": f"<div><h4>Sự kiện: Mưa ở đâu?</h4><ul><li>{LINK}"
    " <small>(01/11/2026)</small></li><li><a href=/c-3.html>Gạo lên giá</a></li></ul></div>",
    "picture, link and teaser in a cell": "<table><tr><td><a href=/c-2.html><img src=/c.jpg></a>"
    f"<a href=/c-2.html>{OTHER}</a><span>{TEASER}</span></table>",
    "a short headline beside its picture": "<div><a href=/c-2.html><img src=/c.jpg></a>"
    f"<h4><a href=/c-2.html>Gạo lại lên giá</a></h4><p>{TEASER}</p></div>",
}


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
@pytest.mark.parametrize("place", ["between", "below"])
def test_cards_of_other_articles_are_left_out_with_their_pictures(card, place):
    article = read(**{place: card})
    assert article.body_text == f"{FIRST}\n\n{LAST}"
    assert article.images == ()


OWN = {
    "a subheading that is no link": "<h3>Hồ lớn xả trước</h3>",
    "a picture that links to itself, larger": "<p><a href=/to.jpg><img src=/nho.jpg></a></p><p><em>Đập.</em></p>",
    "a paragraph with a link in it": f"<p>Trước đó, {LINK}, theo xã cho biết.</p>",
    "a heading that links to another site": f"<div><h3><a href=https://other.example/>{OTHER}</a></h3>"
    f"<p>{TEASER}</p></div>",
    "a heading that links to this page": "<div><h3><a href=/ho-day-3000001.html#2>Hồ lớn sẽ xả trước</a></h3>"
    f"<p>{TEASER}</p></div>",
}


@pytest.mark.parametrize("own", OWN.values(), ids=OWN)
def test_what_only_looks_like_a_card_stays(own):
    article = read(own)
    assert article.body_text != f"{FIRST}\n\n{LAST}" or article.images


def test_a_card_whose_teaser_is_longer_than_those_beside_it():
    card = (
        "<div class=muc><a href=/c-{0}.html><img src=/{0}.jpg></a>"
        "<h3><a href=/c-{0}.html>{1} số {0}</a></h3><p>{2}</p></div>"
    )
    teasers = [TEASER, f"{FIRST} {LAST} {FIRST} {LAST} {FIRST}", TEASER]
    cards = [card.format(n, OTHER, teaser) for n, teaser in enumerate(teasers)]
    article = read(f"<p>{FIRST}</p>" * 5 + f"<div><h2>Tin cùng chuyên mục</h2>{''.join(cards)}</div>")
    assert (article.body_text, article.images) == ("\n\n".join([FIRST] * 6 + [LAST]), ())


def test_a_pointer_makes_no_card_of_the_paragraph_and_picture_below_it():
    own = f"<p>&gt;&gt; Xem thêm: {LINK}</p><p>Ba hồ nhỏ đã cạn.</p><p><img src=/ho.jpg></p><p><em>Hồ Ba</em></p>"
    article = read(f"<div class=z2>{own}</div>")
    assert article.body_text == f"{FIRST}\n\nBa hồ nhỏ đã cạn.\n\n{LAST}"
    assert [image.caption for image in article.images] == ["Hồ Ba"]


def test_a_byline_over_a_list_of_links_is_no_label_of_it():
    below = f"<p>Theo TTXVN</p><ul><li><a href=/c-2.html>{OTHER}</a></li></ul>"
    article = read(below=below)
    assert (article.body_text, article.source) == (f"{FIRST}\n\n{LAST}", "TTXVN")


REQUESTS = {
    "to follow": "<p>Mời quý độc giả theo dõi trang Zalo của báo để nhận tin mới mỗi sáng.</p>",
    "to subscribe": "<p>Đăng ký nhận bản tin sáng qua thư điện tử.</p>",
    "to write": "<p>Mọi ý kiến phản hồi, bạn đọc gửi về hộp thư của tòa soạn.</p>",
    "to pay": "<p>Nếu thấy bài viết có ích, mời bạn ủng hộ tác giả một ly cà phê.</p>",
    "a form without its tag": "<div><p>Nhận tin mỗi sáng, chỉ một phút.</p><input type=email><b>Gửi</b></div>",
    "a newsletter's form": "<section><h4>Thư sáng</h4><p>Tin hay trong ngày, gửi trước bảy giờ.</p><div>"
    "<form action=/thu><input type=email><button>Gửi</button></form></div></section>",
    "to scan a code": "<div>Quét mã QR để đọc bài này trên điện thoại <img src=/qr.png alt=QR></div>",
    "to read another article": f"<p><i>* Kính mời quý độc giả xem thêm: {LINK}</i></p>",
    "a player of sound": "<div><audio src=/1.mp3></audio><span>Nghe đọc bài</span> <i>0:00 / 3:41</i></div>",
    "a player's label in other words": "<div><audio src=/1.mp3></audio><b>Bản tin trưa</b> do máy đọc</div>",
    "voice and speed": "<div>Giọng đọc: Nữ miền Bắc | Tốc độ: 1.5x</div>",
    "how long it takes": "<div>4 phút đọc</div>",
    "a source to prefer": "<p>Chọn Báo Bến Giang làm nguồn ưu tiên trên Google</p>",
    "a player's excuse": "<p>Trình duyệt của bạn không hỗ trợ phát âm thanh.</p>",
    "a survey": "<section><h4>Khảo sát mức độ hài lòng</h4><p>Dành hai phút trả lời năm câu hỏi.</p>"
    "<a href=/khao-sat>Tham gia khảo sát</a></section>",
    "how long until a day": "<section><h4>Đếm ngược Đại hội</h4><p><b>71</b> ngày <b>2</b> giờ</p></section>",
    "a sentence set apart once more": f"<blockquote class=pullquote aria-hidden=true>{FIRST}</blockquote>",
    "buttons that ask for help": "<div><div>Chung tay vì học sinh vùng cao</div><div>STK: 1020 0335</div>"
    "<button>Ủng hộ ngay</button></div>",
    "a question with buttons": "<div><div>Khảo sát người đọc (1 phút)</div><div>Trang này có dễ đọc không?</div>"
    "<button>1</button><button>2</button></div>",
    "a prompt to share": "<div><span>Thấy hay? Chia sẻ ngay</span><a href=https://zalo.example/s>Zalo</a>"
    "<button>Sao chép liên kết</button></div>",
    "the weather in lines": "<div><div>Thời tiết hôm nay</div><span>Bến Giang 24°C</span></div>",
    "what gold costs": "<div><div>Giá vàng SJC</div><table><tr><td>Mua vào</td><td>151,2</td></tr></table></div>",
    "a suggestion": "<div><div>Gợi ý cho bạn</div>"
    f"<a href=/c-2.html><img src=/c.jpg><span>{OTHER}</span></a></div>",
    "a network's post": "<blockquote cite=https://www.facebook.com/ben/posts/7><div>Trang Bến Giang</div>"
    "<div>Cuối tuần này mọi người đi đâu?</div><a href=https://www.facebook.com/7>Xem trên Facebook</a>"
    "</blockquote>",
    "a sentence that is not read aloud again": f"<div aria-hidden=true><p>{LAST}</p></div>",
    "how one feels": "<div><span>Cảm xúc của bạn</span><button>👍 12</button></div>",
    "a slip of the pen": "<p>Phát hiện lỗi chính tả? Bôi đen đoạn sai và nhấn Ctrl + Enter.</p>",
    "a channel": "<div><img src=/zalo.png><span>Quan tâm Zalo OA của báo để nhận tin mới</span></div>",
    "a map": "<div><iframe src=https://maps.example/1></iframe><p>Xem bản đồ lớn hơn</p></div>",
    "what will be on": "<div><h4>Sự kiện sắp diễn ra</h4><p>Hội chợ vùng cao</p>"
    "<p>20/12/2026 - Nhà văn hóa</p></div>",
    "no comments": "<div>Chưa có bình luận nào</div>",
    "a player's clock": "<div><span>0:00</span><span>/</span><span>3:41</span></div>",
    "a rating": "<div>Đánh giá bài viết: 4,5/5 (12 phiếu bầu) ★★★★</div>",
    "an advert under its label": "<div><span>Quảng cáo</span><a href=https://ads.example/1><img src=/q.webp>"
    "<span>Máy lọc nước đời mới, giao tận nhà trong ngày.</span></a></div>",
    "what a sponsor says": "<section><span>Nội dung tài trợ</span><img src=/q.jpg alt='Tài trợ'>"
    "<h3><a href=https://ads.example/2>Gói vay mua thuyền</a></h3><p>Thủ tục nhanh, không phạt trả trước hạn.</p>"
    "<a href=https://ads.example/2>Tìm hiểu thêm</a></section>",
    "a quiz": "<div><h4>Đố vui cùng bạn đọc</h4><p>Hồ nào lớn nhất phía đông tỉnh?</p><button>Hồ Một</button>"
    "<button>Hồ Hai</button><p>Đã có 1583 người trả lời</p></div>",
    "a heading over buttons": "<div><h3>Theo dõi Báo Bến Giang</h3><p>Cập nhật tin nhanh trên Zalo và Google News."
    "</p><a href=https://zalo.example/1>Theo dõi</a></div>",
    "the weather": "<div><h4>Thời tiết</h4><p>Bến Giang: 27°C, có mây</p><p>Bãi Mới: 25°C</p></div>",
    "hot topics in one line": "<div><b>Chủ đề nóng</b><a href=/chu-de/1>Lúa mới</a>"
    "<a href=/chu-de/2>Đê biển</a></div>",
    "an unrendered template": "<p>{{ tin.tieuDe | chuHoa }}</p>",
}


@pytest.mark.parametrize("request_", REQUESTS.values(), ids=REQUESTS)
@pytest.mark.parametrize("place", ["between", "below"])
def test_requests_to_readers_are_left_out(request_, place):
    assert read(**{place: request_}).body_text == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(
    "sentence",
    [
        "Mọi ý kiến góp ý xin gửi về Ban Quản lý trước ngày 15/12 để tổng hợp.",
        "Mọi sự giúp đỡ xin gửi về gia đình chị Lan ở thôn Ba, hoặc số tài khoản của Hội Chữ thập đỏ.",
        "Đăng ký nhận giống lúa mới, các hộ đến trụ sở hợp tác xã vào thứ bảy.",
        "Quét mã QR để thanh toán, khách khỏi phải mang tiền lẻ ra chợ.",
        "Nghe đọc bài thơ, cả lớp lặng đi.",
        "Bài đọc trong 15 phút",
        "Chiều qua bà Mai Lan ở thôn Hạ nhận quyết định làm Tổng Biên tập.",
        "Hãy tin rằng nước sẽ rút, ông nói với bà con trước khi lên thuyền.",
    ],
)
def test_what_an_article_asks_of_people_stays(sentence):
    assert sentence in read(f"<p>{sentence}</p>").body_text


def test_an_unrendered_placeholder_leaves_its_line():
    article = read("<p><span>{{ 'chia-se' | dich }}</span>Ba hồ nhỏ đã cạn.</p>")
    assert article.body_text == f"{FIRST}\n\nBa hồ nhỏ đã cạn.\n\n{LAST}"


@pytest.mark.parametrize(
    "line",
    [
        "<span>{{ danhGia.tong }} lượt</span>",
        "<div>{{y.ten}} - {{y.ngay | date}}</div>",
        "<p>Nguồn: <b>{{ nguon }}</b></p>",
        "<br><i>{{ luotXem }} lượt xem</i>",
    ],
)
def test_what_stands_beside_an_unrendered_placeholder_goes_with_it(line):
    assert read(line).body_text == f"{FIRST}\n\n{LAST}"


def test_an_unrendered_placeholder_before_a_short_line_leaves_it():
    assert (
        read("<p>{{ quang-cao }}</p><p>Hồ nào cũng đầy</p>").body_text == f"{FIRST}\n\nHồ nào cũng đầy\n\n{LAST}"
    )


def test_an_unrendered_placeholder_on_the_next_line_leaves_the_one_above():
    article = read("<b>Hồ nào cũng đầy</b><br><br><i>{{ tin.lienQuan }}</i><br>Ba hồ nhỏ đã cạn.")
    assert article.body_text == f"{FIRST}\n\nHồ nào cũng đầy\n\nBa hồ nhỏ đã cạn.\n\n{LAST}"


def test_an_unrendered_placeholder_in_a_marked_line_leaves_it_whole():
    article = read("<p>Ba hồ <i>nhỏ</i> <b>đã</b>{{ don-vi }} cạn.<i>{{ nguon }}</i></p>")
    assert article.body_text.split("\n\n")[1] == "Ba hồ nhỏ đã cạn."


@pytest.mark.parametrize(
    "panel",
    [
        "<h3><button>{}</button></h3><div><p>{}</p></div>",
        "<div><div><h4>{}</h4><button>+</button></div><div><p>{}</p></div></div>",
        "<div><button aria-expanded=true>{}<i></i></button><div><p>{}</p></div></div>",
        "<ul><li style='list-style:none'><h4><button>{}</button></h4><div><p>{}</p></div></li></ul>",
    ],
)
def test_the_heading_of_a_part_is_a_button_that_opens_it(panel):
    heading, said = "Vài con số đáng chú ý", "Chín hồ chứa được 312 triệu mét khối nước."
    assert read(panel.format(heading, said)).body_text == f"{FIRST}\n\n{heading}\n\n{said}\n\n{LAST}"


@pytest.mark.parametrize(
    "own",
    [
        "<div>Vận hành đập phải theo quy trình đã duyệt, và mọi thay đổi đều phải báo trước cho xã."
        "<button>Nghe</button></div>",
        "<p>Nước đã <b>rút</b>. <button>1</button></p>",
        "<figure><img src=/a.jpg><div class=caption>Đập chính. <button>x</button></div></figure>",
    ],
)
def test_a_button_beside_the_text_or_a_caption_takes_neither(own):
    article = read(own)
    said = [*article.body_text.split("\n\n"), *(image.caption for image in article.images)]
    assert len(said) == 3


def test_terms_and_what_is_said_of_them_are_a_line_each():
    terms = "<dl><dt>Địa điểm:</dt><dd>xã Bến Giang</dd><dt>Vốn:</dt><dd>12 tỷ đồng</dd></dl>"
    assert read(terms).body_text == f"{FIRST}\n\nĐịa điểm: xã Bến Giang\n\nVốn: 12 tỷ đồng\n\n{LAST}"


@pytest.mark.parametrize("called", ["class=read-more", "class=x style='display:none'"])
def test_the_rest_of_the_text_comes_up_at_a_click(called):
    rest = "Trưa nay bảy hồ đã mở cửa xả. Nước ở hạ lưu lên chậm, chưa nơi nào ngập."
    shown = read(f"<div {called}><p>{rest}</p></div><button>Xem toàn bộ</button>").body_text
    assert shown == f"{FIRST}\n\n{rest}\n\n{LAST}"


def test_a_button_to_comment_before_the_text_ends_nothing():
    html = (
        "<title>Chín hồ chứa gần đầy</title><body><h1>Chín hồ chứa gần đầy</h1><p>04/11/2026 09:10</p>"
        f"<div><ul><li><a href=#>Facebook</a><li><a href=#bl>Bình luận</a></ul><p>{FIRST}</p><p>{LAST}</p></div>"
    )
    article = read_article("https://paper.example/ho-day-3000001.html", html, layouts=[], site="generic").article
    assert article.body_text == f"{FIRST}\n\n{LAST}"


def test_comments_longer_than_the_article_are_not_it():
    comment = "<p>Tôi ở ngay dưới chân đập, năm nào đến mùa này cả nhà cũng thấp thỏm, mong xã báo thật sớm.</p>"
    comments = f"<div class=comment-item><b>Lê Thị Tư</b>{comment}</div>" * 6
    assert read(below=f"<div class=comments>{comments}</div>").body_text == f"{FIRST}\n\n{LAST}"


def test_a_subheading_over_a_card_heads_the_text_below_it():
    article = read(f"<h3>Hồ lớn xả trước</h3>{CARDS['picture, heading and teaser']}")
    assert article.body_text == f"{FIRST}\n\nHồ lớn xả trước\n\n{LAST}"


def test_an_empty_box_at_the_head_of_the_body_ends_no_text():
    lead = "Tám trong chín hồ ở phía đông tỉnh còn cách đỉnh đập chưa đầy một mét sau ba ngày mưa."
    html = (
        "<title>Chín hồ chứa gần đầy</title><body><h1>Chín hồ chứa gần đầy</h1><p>04/11/2026 09:10</p>"
        f"<h2>{lead}</h2><div class=z1><div><span><a href=/moi>TIN MỚI</a></span><ul id=moi></ul></div>"
        f"<p>{FIRST} <a href=/ho>Hồ nào</a> cũng xả.</p><p>{LAST}</p></div>"
    )
    article = read_article("https://paper.example/ho-day-3000001.html", html, layouts=[], site="generic").article
    assert article.body_text == f"{lead}\n\n{FIRST} Hồ nào cũng xả.\n\n{LAST}"


def test_elements_that_only_a_style_sheet_sets_apart_are_no_one_word():
    article = read(
        between="<p><span class=noi>Bến Mới</span>Hơn 23h, kíp trực <b>vận h</b>ành vẫn đo mực nước.</p>"
    )
    assert "Bến Mới Hơn 23h, kíp trực vận hành vẫn đo" in article.body_text
    assert "<p>Bến Mới Hơn 23h, kíp trực <strong>vận h</strong>ành" in article.body_html


def test_what_stands_beside_a_form_at_the_foot():
    file = "<p>Tải về: <a href=/vb/muc-nuoc.pdf>Bảng mực nước</a></p>"
    form = "<form><p>Gửi câu hỏi cho tòa soạn</p><input name=ten><button>Gửi</button></form>"
    article = read(below=f"<div>{file}<p>Đinh Mai Lan</p><p>Nguồn: TTXVN</p>{form}</div>")
    assert (article.authors, article.source, len(article.attachments)) == (("Đinh Mai Lan",), "TTXVN", 1)
    assert article.body_text == f"{FIRST}\n\n{LAST}"


def test_a_switch_in_a_figure_hides_no_caption():
    caption = "Cửa xả của hồ lớn, sáng 4/11."
    figure = f"<figure><img src=/a.jpg><div><input type=checkbox><figcaption>{caption}</figcaption></div></figure>"
    assert [image.caption for image in read(figure).images] == [caption]


@pytest.mark.parametrize("text", ["", "Hồ lớn nhất đã vượt đỉnh đập từ nửa đêm qua, cán bộ trực cho hay."])
def test_a_picture_beside_a_card_that_is_one_link_is_the_articles(text):
    card = (
        f"<div><a href=/c-2.html><img src=/c.jpg><h2>{OTHER}</h2><p>{TEASER} Hàng thổ cẩm từ xa về.</p></a></div>"
    )
    article = read(f"<div><table><tr><td><img src=/ho.jpg></td></tr></table>{card}<p>{text}</p></div>")
    assert [image.url for image in article.images] == ["https://paper.example/ho.jpg"]
    assert article.body_text == "\n\n".join(filter(None, (FIRST, text, LAST)))


@pytest.mark.parametrize(
    "box",
    [
        f"<div class=relates><h3>Bài liên quan</h3><ul><li>{LINK}</ul></div>",
        "<div class=audio-player><span>Nghe đọc bài</span></div>",
        f"<nav>{LINK}</nav>",
        f"<div class=teaser>{LINK}</div>",
    ],
)
def test_a_box_that_is_left_out_parts_the_lines_around_it(box):
    html = (
        "<h1>Chín hồ chứa gần đầy</h1><p>04/11/2026 09:10</p>"
        f"<div class=z1>{FIRST}{box}{LAST}<br><br>{FIRST}</div>"
    )
    article = read_article("https://paper.example/ho-3000001.html", html, layouts=[], site="generic").article
    assert article.body_text == f"{FIRST}\n\n{LAST}\n\n{FIRST}"


def test_what_is_not_shown_parts_no_line():
    html = (
        "<h1>Chín hồ chứa gần đầy</h1><p>04/11/2026 09:10</p><div class=z1>"
        f"{FIRST[:20]}<div style='display:none'>ẩn</div>{FIRST[20:]}<br><br>{LAST}</div>"
    )
    article = read_article("https://paper.example/ho-3000001.html", html, layouts=[], site="generic").article
    assert article.body_text == f"{FIRST}\n\n{LAST}"


@pytest.mark.parametrize(
    ("said", "lead"),
    [
        (f"Chia sẻ bải viết :<a href=# class=fb></a>{FIRST}", FIRST),
        (f"<span>Chia sẻ bải viết :</span> <a href=#>Facebook</a> {FIRST}", FIRST),
        ("Chia sẻ bài viết: <a href=#>Facebook</a>", LAST),
        ("Chia sẻ bài viết này nếu thấy có ích.", LAST),
    ],
)
def test_the_lead_in_a_box_to_share(said, lead):
    html = (
        "<h1>Chín hồ chứa gần đầy</h1><p>04/11/2026 09:10</p>"
        f"<div class=z1><div class=share>{said}</div><p>{LAST}</p><p>{LAST} Mỗi giờ.</p></div>"
    )
    article = read_article("https://paper.example/ho-3000001.html", html, layouts=[], site="generic").article
    assert article.lead == lead
    assert article.body_text.removeprefix(f"{FIRST}\n\n") == f"{LAST}\n\n{LAST} Mỗi giờ."


@pytest.mark.parametrize("sign", [">>", "»", "►", "=&gt;"])
def test_a_pointer_behind_an_arrow_makes_no_card_of_the_picture_above_it(sign):
    html = (
        f"<h1>Chín hồ chứa gần đầy</h1><p>04/11/2026 09:10</p><p>{FIRST}</p>"
        f"<div class=z1><figure><img src=/ho.jpg></figure><p>{sign} {LINK}</p>"
        "<p><b>HTGS (Theo TTXVN)</b></p></div>"
    )
    article = read_article("https://paper.example/ho-3000001.html", html, layouts=[], site="generic").article
    assert [image.url for image in article.images] == ["https://paper.example/ho.jpg"]
    assert (article.body_text, article.source, article.authors) == (FIRST, "TTXVN", ("HTGS",))


def test_tags_glued_to_their_heading_in_one_line():
    tags = "<div class=kw><b>Từ khóa</b><a href=/tags/mua>mưa</a><a href=/tags/ho>hồ chứa</a></div>"
    html = (
        f"<div><h1>Chín hồ chứa gần đầy</h1><p>04/11/2026 09:10</p><p>{FIRST}</p>"
        f"<section><figure><img src=/ho.jpg></figure></section>{tags}</div>"
    )
    article = read_article("https://paper.example/ho-3000001.html", html, layouts=[], site="generic").article
    assert (article.body_text, article.tags) == (FIRST, ("mưa", "hồ chứa"))


POINTS = "<li>Nước xấp xỉ đỉnh đập<li>Xả từ chiều nay"


@pytest.mark.parametrize(
    "box",
    [
        f"<section><h5>Điểm chính</h5><ul>{POINTS}</ul><small>Tóm tắt do máy thực hiện</small></section>",
        f"<div><b>Ý chính</b><ul>{POINTS}</ul></div>",
        f"<div><div>Tóm tắt bằng AI</div><ul>{POINTS}</ul><small>Nội dung do AI tạo tự động.</small></div>",
        "<div><div>Tóm tắt</div><div>• Nước xấp xỉ đỉnh đập</div><div>Nội dung do AI tạo</div></div>",
        "<details><summary>Tóm tắt nội dung</summary><p>Nước xấp xỉ đỉnh đập. Xả từ chiều nay.</p></details>",
        "<div><h4>Tóm tắt</h4><p>Trí tuệ nhân tạo chưa đọc hết. Đoạn này do máy viết, có thể sai.</p></div>",
    ],
)
def test_a_box_that_sums_up_the_text(box):
    page = (
        "<title>Chín hồ chứa gần đầy</title><body><h1>Chín hồ chứa gần đầy</h1><p>04/11/2026 09:10</p>"
        f"<div>{box}<p>{FIRST}</p><p>{LAST}</p></div>"
    )
    article = read_article("https://paper.example/ho-7.html", page, layouts=[], site="generic").article
    assert (article.lead, article.body_text) == (FIRST, f"{FIRST}\n\n{LAST}")


def test_a_lead_behind_a_label():
    page = (
        "<title>Chín hồ chứa gần đầy</title><body><h1>Chín hồ chứa gần đầy</h1><p>04/11/2026 09:10</p>"
        f"<div><b>Tóm tắt</b><p>{FIRST}</p></div><div><p>{LAST}</p><p>{LAST}</p></div>"
    )
    article = read_article("https://paper.example/ho-7.html", page, layouts=[], site="generic").article
    assert FIRST in article.body_text


def test_the_articles_before_and_behind_with_their_teasers():
    pair = "".join(
        f"<div><b>{label}</b><a href=/c-{n}.html>{OTHER} lần {n}</a><p>{TEASER}</p></div>"
        for n, label in enumerate(("Bài trước", "Bài sau"), 2)
    )
    assert read(between=f"<div>{pair}</div>").body_text == f"{FIRST}\n\n{LAST}"


ROW = "<p><a href=/c-{0}.html>{1} lần {0}</a> <i>0{0}/11/2026</i><br>" + TEASER + "</p>"
ROWS = "".join(ROW.format(n, OTHER) for n in range(2, 5))


@pytest.mark.parametrize(
    "rest",
    [
        f"<h4>Mời nghe tiếp</h4>{ROWS}<h4>Ý kiến thính giả (2)</h4><p><b>Lê Bồi</b> 05/11/2026<p>Hay quá, cảm ơn.",
        f"<h4>Ghi chép khác</h4>{ROWS}<h4>Khách viết</h4><p>Hay quá, cảm ơn các bạn.<br>Lê Bồi, 05/11/2026",
        f"<b>TIN CŨ HƠN</b>{ROWS}<p><b>GIÁ NÔNG SẢN</b><p>Quế vỏ khô<p>62.000 đ/kg",
        f"<h4>Bình luận gần đây</h4><p><b>Lê Bồi</b>: Hay quá, cảm ơn. <i>05/11/2026</i>{ROWS}",
    ],
)
@pytest.mark.parametrize("foot", ["", "<p>Trạm Thủy nông Bến Giang – Giám đốc: Mai Lan. ĐT: 0203 000 111"])
def test_a_page_in_one_element_goes_on_below_the_signature(rest, foot):
    page = (
        "<title>Chín hồ chứa gần đầy</title><body><div><h1>Chín hồ chứa gần đầy</h1><p>04/11/2026 09:10</p>"
        f"<p>{FIRST}</p><p>{LAST}</p><p align=right><b>Tạ Quang</b></p>{rest}{foot}</div>"
    )
    article = read_article("https://paper.example/ho-7.html", page, layouts=[], site="generic").article
    assert (article.body_text, article.authors) == (f"{FIRST}\n\n{LAST}", ("Tạ Quang",))


def test_lines_broken_within_sentences_are_one():
    lines = (
        "Chiều qua tổ bảo vệ đi hết một vòng quanh ba hồ nhỏ,<br>đo lại mực nước và ghi vào sổ của thôn.<br>"
        "Không hồ nào cạn, dù đã hai mươi ngày qua trời không<br>mưa."
    )
    whole = lines.replace("<br>", " ")
    assert read(f"<p>{lines}</p>").body_text == f"{FIRST}\n\n{whole}\n\n{LAST}"


def test_short_lines_in_small_letters_are_verse():
    assert "Hồ nhỏ\ntrăng tròn\nai đợi" in read("<p>Hồ nhỏ<br>trăng tròn<br>ai đợi</p>").body_text


def test_the_button_of_a_part_that_opens_goes():
    assert read("<div><span>Hình ảnh</span><a href=#>▼</a></div>").body_text == f"{FIRST}\n\n{LAST}"


def test_a_table_told_to_screen_readers():
    row = "<div role=row><div role=cell>{}</div><div role=cell>{}</div></div>"
    table = f'<div role="table">{row.format("Hồ", "Mực nước")}{row.format("Hồ Hạ", "55.000")}</div>'
    assert "Hồ | Mực nước\nHồ Hạ | 55.000" in read(table).body_text


def test_numbered_headings_of_parts_that_open_are_text():
    part = "<details open><summary>{}</summary><p>Đo lại mực nước ba hồ, ghi vào sổ của thôn.</p></details>"
    article = read(part.format("I. MỤC ĐÍCH, YÊU CẦU") + part.format("II. NỘI DUNG").replace("ba", "hai"))
    assert "I. MỤC ĐÍCH, YÊU CẦU" in article.body_text
    assert ("II. NỘI DUNG" in article.body_text, article.authors) == (True, ())
