"""Texts that a box parts in two elements, and what only stands as the second of them does."""

import pytest

from kkt_crawler.pages import read_article

FIRST = [
    "Sáng 4/11, tổ khảo sát đo lại mực nước tại chín hồ chứa ở phía đông tỉnh, hồ nào cũng xấp xỉ đỉnh đập.",
    "Hồ lớn nhất chỉ còn cách đỉnh đập bốn mươi phân, trong khi mưa ở đầu nguồn vẫn chưa có dấu hiệu ngớt.",
    "Tám trạm bơm dọc sông đã chạy hết công suất từ đêm qua, có trạm phải mượn thêm máy của hợp tác xã bên.",
    "Hai nhà dân ở sát chân đập được dời lên trường tiểu học, cả lợn gà và bao thóc vừa phơi cũng đi theo.",
    "Ở bờ bên kia, dân quân đắp thêm ba trăm mét bao cát, đến gần sáng thì nước thôi thấm qua chân đê cũ.",
    "Trưởng thôn Bãi Dài nói năm nay bà con không bỏ nhà lại như trận lụt trước, vì loa xã báo từ rất sớm.",
    "Một đàn trâu mắc lại trên gò giữa cánh đồng được lùa về bằng bè chuối, con nghé bé nhất thì ngồi thuyền.",
    "Chiều qua, hai chuyến đò ngang cuối cùng cũng nghỉ, học sinh bên sông được ngủ lại ở nhà thầy cô giáo.",
]
LAST = "Đơn vị vận hành sẽ mở cửa xả từ chiều nay, mỗi giờ một nấc, và báo trước cho từng xã ở hạ lưu."
MORE = "Các xã cử người trực ở từng ngầm tràn, không để ai qua lại khi nước còn cao hơn mặt đường."
OTHER = "<a href=/c-2.html>Chợ phiên vùng cao họp lại sau hai năm</a>"
COMMENTS = f"<div id=phan-hoi><h3>Bình luận (1)</h3><div><b>Lê Thị Tư</b><p>{MORE}</p></div></div>"
TITLE = "<h1>Chín hồ chứa gần đầy</h1><p>04/11/2026 09:10</p>"


def paragraphs(texts, attributes=""):
    return "".join(f"<p {attributes}>{text}</p>" for text in texts)


def read(content, *, title=TITLE):
    page = f"<title>Chín hồ chứa gần đầy</title><body><div>{title}{content}</div>"
    return read_article("https://paper.example/ho-3000001.html", page, layouts=[], site="generic").article


BODY = f"<div class=vb1>{paragraphs(FIRST)}</div>"
BOXES = {
    "an advertisement": "<div class=qc><a href=/ads-tracking?aid=3><img src=/qc.jpg></a></div>",
    "another article": f"<div class=k8><b>Đọc thêm</b>{OTHER}</div>",
    "a map": "<iframe src=https://maps.example/embed></iframe>",
    "nothing": "",
}


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_a_text_goes_on_below_a_box_in_an_element_of_the_same_name(box):
    second = (
        f"<div class=vb1><p>{LAST}</p><p><img src=/ho.jpg></p><p><em>Hồ lớn nhất</em></p><p>Theo TTXVN</p></div>"
    )
    article = read(f"{BODY}{box}{second}{COMMENTS}")
    assert article.body_text == "\n\n".join([*FIRST, LAST])
    assert [image.caption for image in article.images] == ["Hồ lớn nhất"]
    assert article.source == "TTXVN"


HALVES = {
    "several": (BODY, f"<hr><div class=vb1><p>{LAST}</p></div><hr><div class=vb1><p>{MORE}</p></div>"),
    "each in a wrapper": (f"<section class=w>{BODY}</section>", f"<section class=w><p>{LAST}</p>{MORE}</section>"),
    "below links to others": (BODY, f"<div class=vb1><ul><li>{OTHER}</ul><p>{LAST}</p><p>{MORE}</p></div>"),
    "an id for a name": (BODY.replace("class", "id"), f"<hr><div class=vb2><p>{LAST}</p><p>{MORE}</p></div>"),
    "set as the text is": (
        f"<div id=vb>{paragraphs(FIRST, 'class=doan')}</div>",
        f"<hr><div><p class=doan>{LAST}</p><p class=doan>{MORE}</p></div>",
    ),
    "the first is short": (f"<div class=vb1><p>{LAST}</p><h4>Hồ lớn xả trước</h4><p>{MORE}</p></div><hr>", BODY),
}


@pytest.mark.parametrize(("first", "second"), HALVES.values(), ids=HALVES)
def test_halves_in_other_forms(first, second):
    said = read(f"{first}{second}").body_text.replace("Hồ lớn xả trước\n\n", "").split("\n\n")
    assert said == ([LAST, MORE, *FIRST] if second is BODY else [*FIRST, LAST, MORE])


BESIDE = {
    "a list of other articles": f"<div class=vb1><h4>{OTHER}</h4><p>{OTHER}</p></div>",
    "a box under its heading": f"<div class=vb1><b>Tin liên quan</b><p>{MORE}</p></div>",
    "a form": f"<div class=vb1><p>{MORE}</p><textarea></textarea></div>",
    "below readers' comments": f"{COMMENTS}<div class=vb1><p>{MORE}</p></div>",
    "a label": "<div class=vb1>Hồ chứa và đê</div>",
    "one paragraph without a mark": f"<div class=gt><p>{MORE}</p></div>",
    "a name that the column bears, too": f"<div class=vb1><p>{MORE}</p></div><section><i class=vb1></i></section>",
}


@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE)
def test_what_is_no_half(beside):
    assert read(f"{BODY}{beside}").body_text == "\n\n".join(FIRST)


@pytest.mark.parametrize("tag", ["div class=tt", "h2"])
def test_a_lead_above_a_text_whose_title_is_not_shown(tag):
    date = '<meta property="article:published_time" content="2026-11-04T09:10:00+07:00">'
    article = read(f"<{tag}>{LAST} {MORE}</{tag.split()[0]}><b>Cỡ chữ</b>{BODY}", title=date)
    assert article.body_text == "\n\n".join([f"{LAST} {MORE}", *FIRST])


SAPO = "<div class=dau><h1>Chín hồ chứa gần đầy</h1><p>04/11/2026 09:10</p><div class=sapo><p>{}</p></div></div>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<div class=article__body><p>{MORE}</p></div>", f"{LAST}\n\n{MORE}"),
        (f"<div itemprop=articleBody><p>{MORE}</p></div>", f"{LAST}\n\n{MORE}"),
        (f"<div><h3>Tin khác</h3>{OTHER}{OTHER}</div><div class=article__body><p>{MORE}</p></div>", LAST),
    ],
)
def test_a_body_that_says_less_than_its_lead(body, expected):
    content = f"{SAPO.format(LAST)}{body}<div class=tags><a href=/tag/ho rel=tag>hồ chứa</a></div>"
    assert read(content, title="").body_text == expected


def test_a_body_with_a_picture_alone_behind_the_lead():
    article = read(f"{SAPO.format(LAST)}<div class=maincontent><figure><img src=/a.jpg></figure></div>", title="")
    assert (article.body_text, len(article.images)) == (LAST, 1)


def test_a_text_in_two_columns_and_its_files_below():
    columns = f"<td class=cot width='50%'>{paragraphs(FIRST)}</td><td class=cot width='50%'><p>{LAST}</p></td>"
    files = "<div class=tep><a href=/vb/1.pdf>Bảng mực nước</a></div>"
    article = read(f"<table><tr>{columns}</tr></table>{files}")
    assert article.body_text == "\n\n".join([*FIRST, LAST])
    assert [file.title for file in article.attachments] == ["Bảng mực nước"]
