"""Paragraphs that are spans, and spans that are pieces of a paragraph."""

import pytest

from kkt_crawler.pages import read_article

FIRST = "Sáng nay tổ công tác đến từng hộ để nghe ý kiến về cách tính giá đất ở bãi mới."
SECOND = "Theo cách tính mới, mỗi thửa được đo lại trước mặt chủ hộ, rồi dán ở nhà văn hóa."
THIRD = "Ông Lê Văn Quý, trưởng thôn, cho biết bà con đồng tình vì mọi khoản đều công khai."
HEADING = "Nghe rồi mới tính"
CAPTION = "Tổ công tác đo lại thửa đất của gia đình ông Quý trước mặt chủ hộ. Ảnh: Mai Lan"


def read(body, title="Đo lại đất bãi mới"):
    page = f"<title>{title}</title><body><div><h1>{title}</h1><i>12/04/2025 08:15</i>{body}</div>"
    return read_article("https://portal.example/tin", page, layouts=[], site="generic").article


def spans(*texts, between="", name=""):
    return between.join(f"<span{name}>{text}</span>" for text in texts)


@pytest.mark.parametrize("between", ["", "\n", "\n  "])
@pytest.mark.parametrize("name", ["", " class=para"])
@pytest.mark.parametrize(
    "holder", ["<div>{}</div>", "<span>{}</span>", "<table><tr><td>{}</td></tr></table>", "<section>{}</section>"]
)
def test_spans_of_which_none_goes_on_in_a_line_are_paragraphs(holder, name, between):
    body = holder.format(spans(FIRST, HEADING, SECOND, THIRD, between=between, name=name))
    assert read(body).body_text.split("\n\n") == [FIRST, HEADING, SECOND, THIRD]


@pytest.mark.parametrize(
    "body",
    [
        f"<p>{spans(FIRST, SECOND)}</p>",
        f"<div>{spans(FIRST, SECOND, between=' ')}</div>",
        f"<div><span>{FIRST}</span><span> {SECOND}</span></div>",
        f"<div>Sáng sớm. {spans(FIRST, SECOND)}</div>",
        f"<ul><li>{spans(FIRST, SECOND)}</li></ul>",
        f"<div>{spans(FIRST, 'Nghe rồi', 'mới tính')}</div>",
    ],
)
def test_spans_of_one_paragraph(body):
    assert "\n\n" not in read(body).body_text


def test_a_picture_and_its_caption_among_spans():
    picture = "<span class=anh><img src=/a.jpg></span>"
    body = f"<div>{spans(FIRST, SECOND)}{picture}{spans(CAPTION, name=' class=caption')}{spans(THIRD)}</div>"
    article = read(body)
    assert (article.body_text.split("\n\n"), article.images[0].caption) == ([FIRST, SECOND, THIRD], CAPTION)


@pytest.mark.parametrize("text", [f"{FIRST}<br><br>{SECOND}", f"<p>{FIRST}</p><p>{SECOND}</p>"])
def test_spans_in_which_webforms_writes_the_parts_of_a_page(text):
    title = "<span id=lblTieuDe style='display: block'>Đo lại đất bãi mới</span>"
    line = "<span id=lblNgay>12/04/2025</span> <span id=lblNguon>Nguồn: Báo Bến Giang</span>"
    share = "<span>Chia sẻ bài viết :</span><a href=#></a>"
    page = (
        "<html lang=vi><title>Đo lại đất bãi mới - Bãi bồi</title><body><span id=UpdatePanel1>"
        f"<span id=lblPath><a href=/>Trang chủ</a> » Chi tiết</span>{title}{line}\n<span id=lblText>{share}{text}"
        "</span></span>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert (article.title, article.source) == ("Đo lại đất bãi mới", "Báo Bến Giang")
    assert article.body_text.split("\n\n") == [FIRST, SECOND]


def test_a_span_with_lines_in_a_sentence_parts_it_not():
    tip = "<span id=tip1>bãi mới<span id=tip2><div hidden>Xem</div></span></span>"
    assert read(f"<p>Giá đất ở {tip}, mỗi thửa một khác, do bà con tự bàn với nhau.</p><p>{FIRST}</p>").lead == (
        "Giá đất ở bãi mới, mỗi thửa một khác, do bà con tự bàn với nhau."
    )
