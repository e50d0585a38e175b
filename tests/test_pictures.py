"""Which pictures beside a text are the article's, and which line under one is its caption."""

import unicodedata

import pytest

from kkt_crawler.pages import read_article

TEXT = "Tổ công tác đến từng hộ nuôi hàu để nghe ý kiến về cách tính giá mặt nước ở bãi triều phía đông."
TITLE = "<h1>Thêm chín hộ chọn bãi triều mới</h1><i>12/04/2025 08:15</i>"


def read(body, *, head=""):
    page = f"<body><div>{TITLE}{head}<div><p>{TEXT}</p><p>{TEXT}</p>{body}<p>{TEXT}</p></div></div>"
    return read_article("https://portal.example/tin", page, layouts=[], site="generic").article


@pytest.mark.parametrize(
    "bar",
    [
        "<div><img src=/qr.ashx?u=1></div>",
        "<div><img class=ma-qr src=/ve.aspx?u=1></div>",
        "<p><img src='/Style Library/SP.QNP/img/hoa-van.png' alt=''></p>",
        "<div><img src=/api/create-qr-code/?size=90></div>",
        "<div>Lượt xem: 81 | <img src=/ve.aspx?u=1> | <a href=#>Lưu bài viết</a></div>",
        "<ul><li><a href=#><img src=/i/7.png> In trang</a></li><li><a href=#>Gửi email</a></li></ul>",
        "<span><img src=/i/mayin.png alt='In'><img src=/i/thu.png alt='Gửi email'></span>",
        "Nghe bài viết <img src=/i/loa.gif><br>",
        "<a href=javascript:window.print()><img src=/i/1.png></a><a href=mailto:?subject=b><img src=/i/2.png></a>",
    ],
)
def test_drawings_of_buttons_are_no_pictures(bar):
    assert not read("", head=bar).images
    assert not read(bar).images


@pytest.mark.parametrize(
    "card",
    [
        "<div><a href=/tac-gia/ha><img src=/t/ha.jpg></a><a href=/tac-gia/ha>Lê Thu Hà</a></div>",
        "<div><img src=/t/ha.jpg alt='Lê Thu Hà'><p>Bởi <a href=/tac-gia/ha>Lê Thu Hà</a></p></div>",
        "<div><img src=/t/ha.jpg alt='Lê Thu Hà'><p>Tác giả: <a href=/tac-gia/ha>Lê Thu Hà</a></p></div>",
        "<div><img src=/avatars/ha.jpg><div><a href=/ha>Lê Thu Hà</a><span>Xem các bài khác</span></div></div>",
    ],
)
@pytest.mark.parametrize("place", ["head", "body"])
def test_an_authors_card_is_no_picture(card, place):
    article = read("", head=card) if place == "head" else read(card)
    assert not article.images
    assert article.body_text == f"{TEXT}\n\n{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize(
    "portrait",
    [
        "<figure><a href=/ha.jpg><img src=/ha.jpg></a><figcaption>Bà Lê Thu Hà nói</figcaption></figure>",
        "<p><img src=/ha.jpg alt='Bà Lê Thu Hà'></p><p>Ở bãi, <a href=/ha>bà Lê Thu Hà</a> nói với các hộ.</p>",
        "<p><a href=/kho/1><img src=/ban-do.jpg></a><em>Bản đồ bãi triều (<a href=/kho/1>Ảnh: Lê Hà</a>)</em></p>",
        "<p><img src=/ha.jpg><br>Quảng cáo</p>",
    ],
)
def test_pictures_of_people_and_beside_labels_stay(portrait):
    assert len(read(portrait).images) == 1


def bold(caption, *, alt=""):
    return f"<p align=center><img src=/{len(caption)}.jpg alt='{alt}'></p><p align=center><b>{caption}</b></p>"


def test_bold_centred_captions_under_every_picture():
    article = read(f"{bold('Một góc bãi triều mới')}<p>{TEXT}</p>{bold('Các hộ cắm cọc')}")
    assert [image.caption for image in article.images] == ["Một góc bãi triều mới", "Các hộ cắm cọc"]
    assert article.body_text == "\n\n".join([TEXT] * 4)


@pytest.mark.parametrize(
    "beside",
    [
        "<p align=center><b>Cọc và phao</b></p>",
        "<p align=center><img src=/c.jpg></p><p align=center><i>Các hộ cắm cọc</i></p>",
    ],
)
def test_bold_centred_headings_are_no_captions(beside):
    article = read(f"{bold('Giống và vốn')}<p>{TEXT}</p>{beside}<p>{TEXT}</p>")
    assert article.images[0].caption == ""
    assert "Giống và vốn" in article.body_text


def test_the_caption_of_a_picture_between_title_and_text():
    figure = "<table><tr><td><img src=/a.jpg><br><i>Một góc bãi triều mới</i></td></tr></table>"
    article = read("", head=f"<div>Xã đảo</div>{figure}")
    assert [image.caption for image in article.images] == ["Một góc bãi triều mới"]
    assert article.body_text == "\n\n".join([TEXT] * 3)


def test_a_captioned_picture_among_teasers_is_the_articles():
    teaser = "<p><a href=/t{}>Một bài khác có tựa đề khá dài số {}</a></p>"
    figure = "<figure><img src=/a.jpg><figcaption>Các hộ cắm cọc ở bãi triều phía đông</figcaption></figure>"
    box = f"<b>Tin liên quan</b>{teaser.format(1, 1)}{figure}{teaser.format(2, 2)}<p>Nhà thầu bổ sung máy xúc.</p>"
    assert [image.caption for image in read(box).images] == ["Các hộ cắm cọc ở bãi triều phía đông"]


@pytest.mark.parametrize("name", ["text-center", "rtecenter", "has-text-align-center", "ms-rteAlign-center"])
def test_a_caption_centred_by_its_class(name):
    article = read(f"<p class={name}><img src=/a.jpg></p><p class={name}>Các hộ cắm cọc ở bãi</p>")
    assert [image.caption for image in article.images] == ["Các hộ cắm cọc ở bãi"]
    assert article.body_text == "\n\n".join([TEXT] * 3)


@pytest.mark.parametrize(
    ("cover", "lead"),
    [
        ("<div><img src=/a.jpg></div><div id=noidung>", "<p><i>{}</i></p>"),
        (
            "<div id=noidung><div><img src=/a.jpg alt='Thêm chín hộ chọn bãi triều mới'></div>",
            "<p><em>{}</em></p>",
        ),
        ("<div id=noidung><div><img src=/a.jpg alt='Bãi triều'></div>", f"<p><em>{TEXT} {TEXT} {{}}</em></p>"),
    ],
)
def test_a_lead_in_italics_below_the_cover(cover, lead):
    page = f"<body><div>{TITLE}{cover}{lead.format(TEXT)}<p>{TEXT}</p><p>{TEXT}</p></div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.body_text.endswith("\n\n".join([TEXT] * 3))
    assert not any(TEXT in image.caption for image in article.images)


def test_the_headline_in_capitals_below_the_cover_is_no_caption():
    cover = "<p align=center><img src=/a.jpg></p><p align=center><b>THÊM CHÍN HỘ CHỌN BÃI TRIỀU MỚI</b></p>"
    article = read("", head=f"<div>{cover}</div>")
    assert [image.caption for image in article.images] == [""]
    assert article.body_text == "\n\n".join([TEXT] * 3)


def test_a_caption_in_italics_below_the_first_picture():
    figure = "<p><img src=/a.jpg alt='Thêm chín hộ chọn bãi triều mới'></p><p><i>Các hộ cắm cọc ở bãi</i></p>"
    page = f"<body><div>{TITLE}<div>{figure}<p>{TEXT}</p><p>{TEXT}</p></div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert [image.caption for image in article.images] == ["Các hộ cắm cọc ở bãi"]


@pytest.mark.parametrize("given", ["data-caption", "data-title", "data-sub-html"])
def test_the_caption_that_a_script_shows_below_the_enlarged_picture(given):
    caption = "Lồng hàu kéo lên bè, sáng 12/4."
    link = f"<a href=/to.jpg {given}='{caption}'><img src=/nho.jpg alt=''></a>"
    article = read(f"<div><div>{link}</div><div>{caption}</div></div>")
    assert [image.caption for image in article.images] == [caption]
    assert caption not in article.body_text


def test_one_caption_below_two_pictures_stands_once():
    pair = (
        "<table><tr><td><img src=/a.jpg alt='Các hộ cắm cọc, thả phao'></td><td><img src=/b.jpg></td></tr>"
        "<tr><td colspan=2>Các hộ cắm cọc thả phao</td></tr></table>"
    )
    assert [image.caption for image in read(pair).images] == ["", "Các hộ cắm cọc thả phao"]


@pytest.mark.parametrize(
    "figure",
    [
        "<p align=center><img src=/a.jpg></p><p align=center><em>Bãi triều, cọc mới.</em></p>"
        "<p align=center><em>Bãi triều cọc mới.</em></p><p align=center>Ảnh: Lê Hà</p>",
        "<p><img src=/a.jpg></p><h6>Bãi triều cọc mới.<br>Ảnh: Lê Hà</h6>",
        "<div class=card><img src=/a.jpg><div class=card-footer>Bãi triều cọc mới. Ảnh: Lê Hà</div></div>",
        "<span class=pic><img src=/a.jpg><span class=pic-desc>Bãi triều cọc mới.</span><i>Ảnh: Lê Hà</i></span>",
        "<table><tr><td><img src=/a.jpg></td></tr><tr><td>Bãi triều cọc mới. Ảnh: Lê Hà</td></tr></table>",
        "<div class=slide><img data-src=/a.jpg><div class=lazy-preloader></div>"
        "<div class=overlay-txt>Bãi triều cọc mới. Ảnh: Lê Hà</div></div>",
    ],
)
def test_a_credit_in_a_line_of_its_own_belongs_to_the_caption(figure):
    article = read(figure)
    assert [(image.caption, image.credit) for image in article.images] == [
        ("Bãi triều cọc mới. Ảnh: Lê Hà", "Lê Hà")
    ]
    assert article.body_text == f"{TEXT}\n\n{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Bãi triều cọc mới. Ảnh: Lê Hà (CTV).", "Lê Hà (CTV)"),
        ("Bãi triều cọc mới. Nguồn ảnh: Bến Giang", "Bến Giang"),
        ("Bãi triều cọc mới. Ảnh Lê Hà", "Lê Hà"),
        ("Bãi triều cọc mới. Ảnh tư liệu", ""),
        ("Bãi triều cọc mới (Ảnh Lê Hà)", "Lê Hà"),
        ("Bãi triều cọc mới (Ảnh bìa)", ""),
        ("Bãi triều cọc mới. ảnh: Lê Hà", "Lê Hà"),
        ("Bãi triều cọc mới. © Lê Hà", "Lê Hà"),
        ("Bãi triều cọc mới. Ảnh do xã Bến Giang cung cấp", "Ảnh do xã Bến Giang cung cấp"),
        ("Ảnh: Lê Hà (Ảnh: Thu Bồi)", "Thu Bồi"),
    ],
)
def test_the_credit_in_a_caption(caption, credit):
    article = read(f"<figure><img src=/a.jpg><figcaption>{caption}</figcaption></figure>")
    assert [(image.caption, image.credit) for image in article.images] == [(caption, credit)]


def test_a_hashed_name_is_no_advertisements():
    assert len(read("<table><tr><td class=ad00><img src=/a.jpg></td></tr></table>").images) == 1
    assert not read("<div class=ad1><img src=/a.jpg></div>").images


def test_of_copies_the_last_is_the_caption_if_it_is_not_in_small_letters():
    def caption(first, last):
        lines = "".join(f"<p align=center><em>{text}</em></p>" for text in (first, last))
        return read(f"<p align=center><img src=/a.jpg></p>{lines}").images[0].caption

    assert caption("Bãi triều cọc mới.", "Bãi triều, cọc mới.") == "Bãi triều, cọc mới."
    assert caption("Bãi triều cọc mới.", "bãi triều cọc mới.") == "Bãi triều cọc mới."


def test_text_behind_a_caption_that_is_a_span():
    article = read(
        "<span><img src=/a.jpg><span class=pic-desc>Bãi triều cọc mới.</span></span>Ba hộ xin thêm cọc."
    )
    assert (article.images[0].caption, article.body_text.split("\n\n")[2]) == (
        "Bãi triều cọc mới.",
        "Ba hộ xin thêm cọc.",
    )


def test_a_caption_that_is_all_of_the_body_beside_a_lead():
    figure = (
        "<dl class=wp-caption><dt><img src=/a.jpg></dt><dd class=wp-caption-text>Bãi triều, cọc mới.</dd></dl>"
    )
    page = f"<body><div>{TITLE}<h2>{TEXT}</h2><div id=content-detail>{figure}</div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert (article.body_text, article.images[0].caption) == (TEXT, "Bãi triều, cọc mới.")


def test_verse_below_a_picture_is_no_caption():
    article = read(
        "<p align=center><img src=/a.jpg></p><p align=center><i>Bãi triều<br>nước lên<br>cọc đứng</i></p>"
    )
    assert (article.images[0].caption, "Bãi triều\nnước lên\ncọc đứng" in article.body_text) == ("", True)


@pytest.mark.parametrize("number", [" - Ảnh 2.", "- Ảnh 2.", "– Hình 2", " - 2"])
def test_the_title_and_a_number_are_no_caption(number):
    (image,) = read(f"<p><img src=/a/1.jpg alt='Thêm chín hộ chọn bãi triều mới{number}'></p>").images
    assert image.caption == ""


def test_words_and_a_number_as_files_are_called_are_no_caption():
    (image,) = read("<p><img src=/a/1.jpg alt='tram quan trac bai trieu 1'></p>").images
    assert image.caption == ""


LONG = (
    "Các hộ cắm cọc ở bãi triều phía đông khi nước ròng. Chín mươi người chia làm bốn tổ, mỗi tổ giữ một luồng, "
    "từ nửa đêm đến lúc nước lên thì dựng xong hàng cọc dài hai cây số, có đèn báo cho thuyền ra vào."
)


@pytest.mark.parametrize(
    "figure",
    [
        "<div class=o1><img src=/a.jpg><div class=ct>{}</div></div>",
        "<div class=o1><a href=/a.jpg><img src=/a.jpg></a><p class=ct>{}</p></div>",
        "<div><div class=o1><img src=/a.jpg><div class=o1-caption>{}</div></div></div>",
        "<table><tr><td align=center>{}</td></tr><tr><td><img src=/a.jpg></td></tr></table>",
        "<table><tr><td><em>{}</em></td></tr><tr><td><img src=/a.jpg></td></tr></table>",
    ],
)
def test_a_caption_of_two_sentences_in_an_element_with_its_picture(figure):
    article = read(figure.format(LONG))
    assert [image.caption for image in article.images] == [LONG]
    assert article.body_text == "\n\n".join([TEXT] * 3)


@pytest.mark.parametrize(
    "column",
    [
        f"<div><img src=/a.jpg><div>{LONG}</div></div>",
        f"<div><img src=/a.jpg><p class=ct>{LONG}</p></div><p class=ct>{TEXT}</p>",
    ],
)
def test_a_paragraph_in_an_element_with_a_picture(column):
    article = read(column)
    assert ([image.caption for image in article.images], LONG in article.body_text) == ([""], True)


def test_a_lead_in_an_element_with_the_cover():
    page = f"<body><div>{TITLE}<div><div><img src=/a.jpg><p class=sapo>{LONG}</p></div><p>{TEXT}</p><p>{TEXT}</p>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.lead == LONG


@pytest.mark.parametrize(
    "above",
    [
        "<figure><figcaption>{}</figcaption>{}</figure>",
        "<table><tr><td align=center><em>{}</em></td></tr><tr><td>{}</td></tr></table>",
    ],
)
def test_captions_above_their_pictures_one_of_them_without(above):
    figures = [above.format(f"Tổ số {n} cắm cọc", f"<img src=/{n}.jpg>") for n in (2, 3)]
    article = read(f"<p><img src=/1.jpg></p>{''.join(figures)}")
    assert [image.caption for image in article.images] == ["", "Tổ số 2 cắm cọc", "Tổ số 3 cắm cọc"]


@pytest.mark.parametrize(
    "figure",
    ["<div><div><img src={}></div><div>{}</div></div>", "<section><p><img src={}></p><p>{}</p></section>"],
)
def test_pictures_each_with_its_text_in_elements_of_their_own(figure):
    said = ("Hộ nuôi hàu đo lại ô nước của mình.", "Ghe chở hàu về bến lúc nước lớn.")
    article = read("".join(figure.format(f"/a/{number}.jpg", text) for number, text in enumerate(said)))
    assert tuple(image.caption for image in article.images) == said
    assert article.body_text == "\n\n".join([TEXT] * 3)


@pytest.mark.parametrize(
    ("below", "caption"),
    [
        ("<p>Hộ nuôi hàu đo lại ô nước.</p>", "Hộ nuôi hàu đo lại ô nước."),
        ("<div class=x><p>Hộ nuôi hàu đo lại ô nước.</p></div>", "Hộ nuôi hàu đo lại ô nước."),
        ("<p>“Tôi đo lại ô nước của mình.”</p>", ""),
        (f"<p>{TEXT}</p><p>{TEXT}</p>", ""),
    ],
)
def test_one_picture_and_the_text_below_it(below, caption):
    article = read(f"<div><p><img src=/a/1.jpg></p>{below}</div>")
    assert article.images[0].caption == caption


def test_the_shape_of_a_picture_is_not_its_size():
    picture = "<div><amp-img src=/bai.png width=16 height=9 layout={}></amp-img><div class=cap>Bãi mới</div></div>"
    (image,) = read(picture.format("responsive")).images
    assert image.caption == "Bãi mới"
    assert not read(picture.format("fixed")).images


def test_a_picture_in_a_cell_above_its_caption():
    cell = "<td><figure class=image><img src=/1.jpg alt='Bãi triều lúc sớm'></figure></td>"
    caption = "<td><p><i>Bãi triều, lúc sớm mai.</i></p></td>"
    article = read(f"<figure class=table><table><tr>{cell}</tr><tr>{caption}</tr></table></figure>")
    assert [image.caption for image in article.images] == ["Bãi triều, lúc sớm mai."]
    assert article.body_text.count("\n\n") == 2


def test_what_is_said_of_a_picture_is_the_title_without_its_kind():
    page = read("<p><img src=/1.jpg alt='Thêm chín hộ chọn bãi triều mới'></p>")
    assert page.images[0].caption == ""


def test_a_quotation_under_a_picture_is_its_caption():
    figure = "<div class=figure><img src=/1.jpg><blockquote class=caption>Bãi triều sớm</blockquote></div>"
    article = read(figure)
    assert [image.caption for image in article.images] == ["Bãi triều sớm"]
    assert article.body_text == f"{TEXT}\n\n{TEXT}\n\n{TEXT}"


def test_paragraphs_between_pictures_that_are_called_the_pictures_text():
    picture = "<div><img src=/{0}.jpg><div class=photo-desc><p>Bãi triều, hình {0}</p></div></div>"
    told = f"<div class=photo-text>{TEXT} {TEXT} {TEXT}</div>"
    article = read(f"<div>{told}{picture.format(1)}{picture.format(2)}{told}</div>")
    assert [image.caption for image in article.images] == ["Bãi triều, hình 1", "Bãi triều, hình 2"]
    assert article.body_text.count(TEXT) == 9


def test_a_picture_in_two_sizes_of_which_one_is_for_pages_without_scripts():
    picture = '<img src="/_next/image?url=%2Fbai.jpg&amp;w=1200"><noscript><img src=/bai.jpg></noscript>'
    article = read(f"<figure><span>{picture}</span><figcaption>Bãi triều sớm</figcaption></figure>")
    assert [image.caption for image in article.images] == ["Bãi triều sớm"]
    assert article.images[0].url == "https://portal.example/bai.jpg"


def test_a_credit_below_the_last_of_several_pictures_is_the_storys():
    items = "".join(f"<li><img src=/{n}.jpg><span>Bãi triều, hình {n}</span></li>" for n in range(3))
    page = f"<body><div>{TITLE}<div><p>{TEXT}</p><ol>{items}</ol><p>Ảnh: Lê Thu Hà</p></div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.authors == ("Lê Thu Hà",)
    assert [image.caption for image in article.images] == [f"Bãi triều, hình {n}" for n in range(3)]


@pytest.mark.parametrize("name", ["cap", "caption"])
def test_captions_above_the_pictures(name):
    slide = "<div><div class={0}>Bãi triều, hình {1}</div><img src=/{1}.jpg></div>"
    article = read("".join(slide.format(name, n) for n in range(3)))
    assert [image.caption for image in article.images] == [f"Bãi triều, hình {n}" for n in range(3)]
    assert article.body_text == f"{TEXT}\n\n{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize("film", ["<iframe src=//yt.example/1></iframe>", "<video src=/1.mp4></video>"])
def test_a_film_s_caption_is_no_text(film):
    assert read(f"<p>{film}</p><p align=center><em>Clip: Lớp học buổi tối</em></p>").body_text == "\n\n".join(
        [TEXT] * 3
    )


def test_a_text_with_the_name_of_its_picture_s_paragraph_is_the_caption():
    pair = "<p class=hinh><img src=/{}.jpg></p><p class='hinh nho'>Bãi triều cọc {}.</p>"
    article = read(pair.format(1, 1) + f"<p>{TEXT}</p>" + pair.format(2, 2))
    assert [image.caption for image in article.images] == ["Bãi triều cọc 1.", "Bãi triều cọc 2."]
    assert read("<p class=hinh><img src=/1.jpg></p><p class=nho>Bãi triều cọc 1.</p>").images[0].caption == ""


COVER = "<div class={}><img src=/anh/bai-moi-300x200.jpg></div>"


@pytest.mark.parametrize(
    ("called", "stated", "shown"),
    [
        ("x", "/kho/bai-moi.jpg", True),
        ("post-thumbnail", "", True),
        ("x", "", False),
        ("x", "/kho/song.jpg", False),
    ],
)
def test_a_picture_above_the_title_that_is_called_or_stated_the_cover(called, stated, shown):
    page = (
        f"<head><meta property=og:image content='{stated}'></head><body><div>{COVER.format(called)}"
        f"{TITLE}<div><p><i>{TEXT}</i></p><p>{TEXT}</p></div></div></body>"
    )
    article = read_article("https://bao.example/7", page, layouts=[], site="generic").article
    assert [(image.url, image.caption) for image in article.images] == (
        [("https://bao.example/anh/bai-moi-300x200.jpg", "")] if shown else []
    )
    assert article.body_text == f"{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize(
    ("cover", "caption"),
    [
        ("<div><img src=/bia.png><div><span>Cọc mới ở bãi triều.</span> <i>Ảnh: Lê Hà</i></div></div>", "Cọc"),
        ("<div class=x-cover><img src=/bia.png><span>Cọc mới ở bãi triều. Ảnh: Lê Hà</span></div>", "Cọc"),
        ("<div><a href=/><img src=/bn.png> <b>Bản tin Bến Giang</b></a></div>", ""),
        ("<div><img src=/bn.png> <b>Bản tin Bến Giang</b></div><p>Thứ Bảy, 28/11/2026</p>", ""),
    ],
)
def test_a_picture_with_its_caption_right_above_the_title_is_the_cover(cover, caption):
    page = f"<body><section>{cover}{TITLE}<div><p>{TEXT}</p><p>{TEXT}</p></div></section>"
    article = read_article("https://bao.example/7", page, layouts=[], site="generic").article
    assert [image.caption[:3] for image in article.images] == ([caption] if caption else [])
    assert article.body_text == f"{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize(
    ("given", "caption"),
    [
        ("data-caption='Cọc mới ở bãi triều.'", "Cọc mới ở bãi triều."),
        ("data-sub-html='<h4>Cọc mới</h4><p>ở bãi triều.</p>'", "Cọc mới ở bãi triều."),
        ("data-sub-html='#cap-1'", "Bãi triều phía đông"),
        ("data-caption='Thêm chín hộ chọn bãi triều mới'", "Bãi triều phía đông"),
    ],
)
@pytest.mark.parametrize("form", ["<a href=/to.jpg {0}>{1}</a>", "<span {0}>{1}</span>"])
def test_what_a_gallery_shows_below_a_picture_is_its_caption(given, caption, form):
    picture = "<img src=/nho.jpg alt='Bãi triều phía đông'>"
    assert read(f"<div>{form.format(given, picture)}</div>").images[0].caption == caption


def test_an_advertisement_in_a_folder_of_such_is_no_picture():
    assert not read("<div><img src=/uploads/qc/mang-640x90.gif alt='Mạng của bãi'></div>").images


def test_a_code_to_scan_is_no_picture():
    assert not read("<div><img src=/qr/7.png alt=QR></div>").images


@pytest.mark.parametrize(
    ("credit", "authors", "source", "caption"),
    [
        ("<div class=emz-credit><p>Lê Bồi</p></div>", ("Lê Bồi",), "", ""),
        ("<div class=emz-credit><p>Nguồn: Báo Bồi Bãi</p></div>", (), "Báo Bồi Bãi", ""),
        ("<div class=photo-credit><p>Lê Bồi</p></div>", (), "", "Lê Bồi"),
        ("<div class=emz-credit><p>Ảnh: Lê Bồi</p></div>", (), "", "Ảnh: Lê Bồi"),
    ],
)
def test_what_is_called_a_credit_below_the_last_picture(credit, authors, source, caption):
    page = f"<html lang=vi><body><div>{TITLE}<p>{TEXT}</p><p>{TEXT}</p><img src=/a.jpg>{credit}</div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert (article.authors, article.source, article.images[0].caption) == (authors, source, caption)


@pytest.mark.parametrize("caption", ["<p class=x7>{}</p>", "<div class=x7><p>{}</p></div>"])
@pytest.mark.parametrize(("said", "text"), [("Cọc mới ở bãi triều.", ""), ("Gỡ khó cho dân", "Gỡ khó cho dân")])
def test_a_line_below_a_picture_that_alone_has_a_class(said, text, caption):
    article = read(f"<p>{LONG}</p><p>{LONG}</p><p><img src=/a.jpg></p>{caption.format(said)}<p>{LONG}</p>")
    assert article.images[0].caption == ("" if text else said)
    assert (said in article.body_text) == bool(text)


def test_text_that_flows_around_a_figure_is_no_caption():
    lead = "Tổ công tác đến từng hộ nuôi hàu ở bãi triều phía đông."
    head = f"<div class=hometext><figure><div><img src=/a.jpg></div></figure>{lead}</div>"
    article = read("", head=head)
    assert (article.lead, article.images[0].caption) == (lead, "")


def test_a_picture_that_opens_in_a_window_of_its_own():
    picture = "<div class=cover><a href=/a.jpg class=td-modal-image><img src=/a.jpg></a></div>"
    assert len(read(picture).images) == 1


@pytest.mark.parametrize(
    "below",
    [
        "<p><b><i>Vậy xã sẽ làm gì với chín hộ chưa thông?</i></b></p>",
        "<p>Chín hộ nuôi hàu đã dời lên bờ.</p>",
    ],
)
def test_what_is_no_caption_of_a_closed_figure(below):
    article = read(f"<div><figure><img src=/a.jpg></figure>{below}</div>")
    assert article.images[0].caption == ""


def test_a_lightbox_around_a_captioned_picture():
    picture = "<div class=khoi><a class=modal href=/a.jpg><img src=/a.jpg></a><p class=caption>Bến mới</p></div>"
    assert [image.caption for image in read(picture).images] == ["Bến mới"]


def test_a_title_that_ends_in_a_number_of_years_is_no_caption():
    title = "Bãi triều giai đoạn 2026 - 2030"
    picture = f"<img src=/a.jpg alt='{title}'>"
    page = f"<body><div><h1>{title}</h1><i>12/04/2025</i><p>{TEXT}</p><p>{TEXT}</p>{picture}</div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.images[0].caption == ""


@pytest.mark.parametrize(
    ("marked", "behind", "caption"),
    [
        ("<figcaption>{}</figcaption>", "<p align=center><em>{}</em></p>", "Bà Hà, ở bãi triều, nói"),
        ("<p><em>{}</em></p>", "<p align=center><em>{}</em></p>", "Bà Hà, ở bãi triều nói"),
    ],
)
def test_of_two_captions_that_differ_by_a_comma_the_marked_one_or_the_last(marked, behind, caption):
    first, last = marked.format("Bà Hà, ở bãi triều, nói"), behind.format("Bà Hà, ở bãi triều nói")
    article = read(f"<figure><img src=/ha.jpg>{first}</figure>{last}")
    assert [image.caption for image in article.images] == [caption]
    assert article.body_text == f"{TEXT}\n\n{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize(
    ("above", "shown"),
    [
        ("<figure><img src=/thumb/9x6/b.jpg><figcaption>Bãi triều</figcaption></figure>", True),
        ("<figure><img src=/c.jpg><figcaption>Bãi triều</figcaption></figure>", False),
        ("<figure><img src=/b.jpg></figure><p>Tin nổi bật trong ngày</p>", False),
        ("<a href=/c><img src=/b.jpg><b>Bão số 7 đổi hướng</b></a>", False),
    ],
)
def test_the_stated_cover_straight_above_the_element_around_the_article(above, shown):
    page = (
        f"<head><meta property=og:image content=https://portal.example/b.jpg></head><body><main>"
        f"<div>{above}</div><div>{TITLE}<div>{f'<p>{TEXT} {TEXT}</p>' * 2}</div></div></main>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert len(article.images) == shown


@pytest.mark.parametrize(
    ("figure", "taken"),
    [
        ("<figure><img src=/b.jpg><figcaption>Bãi triều sớm</figcaption></figure>", True),
        ("<figure><a href=/khac><img src=/b.jpg></a><figcaption>Bãi triều sớm</figcaption></figure>", False),
        ("<h4>Ảnh khác</h4><figure><img src=/b.jpg><figcaption>Bãi triều sớm</figcaption></figure>", False),
        (
            "<ul class=slides><li><a href=/b.jpg rel=lightbox><img src=/b.jpg></a><p class=caption>Bãi triều sớm"
            "</li></ul><a class=prev>‹</a><a class=next>›</a>",
            True,
        ),
        (
            "<div class=zone><div><div class=item><img data-src=/b.jpg><div class=carousel-caption>Bãi triều sớm"
            "</div></div></div><ul><li><a href=/khac>Đảng bộ sơ kết 9 tháng, biểu dương 48 người</a></ul></div>",
            True,
        ),
        ("<div class=item><img src=/b.jpg><p class=caption>Bãi triều sớm</p><p>Ban tổ chức</p></div>", False),
    ],
)
def test_a_gallery_straight_below_the_text(figure, taken):
    page = f"<body><div>{TITLE}<div>{f'<p>{TEXT} {TEXT}</p>' * 5}</div><div>{figure}</div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert [image.caption for image in article.images] == ["Bãi triều sớm"] * taken


@pytest.mark.parametrize("alt", ["anh-bai-moi-dau-nam", "Ảnh bãi mới_7"])
def test_the_name_of_a_file_is_no_caption(alt):
    assert read(f"<p><img src=/kho/anh-bai-moi-7.jpg alt='{alt}'></p>").images[0].caption == ""


def test_which_of_several_a_picture_is_stands_before_its_caption():
    slides = "".join(
        f"<li><a href=/{n}.jpg><img src=/{n}.jpg></a><div>{n}/3</div><div><p>Bãi triều cọc {n}.</p></div></li>"
        for n in (1, 2, 3)
    )
    article = read(f"<ul>{slides}</ul>")
    assert [image.caption for image in article.images] == [f"Bãi triều cọc {n}." for n in (1, 2, 3)]
    assert article.body_text == "\n\n".join([TEXT] * 3)


def test_a_frame_that_hides_what_is_wider_than_it_is_shown():
    assert len(read("<div class='rounded overflow-hidden'><img src=/a.jpg></div>").images) == 1
    assert not read("<div class='rounded hidden'><img src=/a.jpg></div>").images


def test_a_credited_caption_above_its_picture():
    pair = "<div><span>Các hộ cắm cọc. Ảnh: Lê Hà</span><img src=/b.jpg></div>"
    article = read(f"<div><img src=/a.jpg></div><p>{TEXT}</p>{pair}")
    assert [image.credit for image in article.images] == ["", "Lê Hà"]


@pytest.mark.parametrize("credit", ["Ảnh: Lê Hà", "Các hộ cắm cọc. Ảnh: Lê Hà"])
def test_whose_the_cover_is_between_title_and_text(credit):
    cover = f"<div><img src=/a.jpg alt='Các hộ cắm cọc.'><p align=center><em>{credit}</em></p></div>"
    article = read("", head=f"<p>{TEXT}</p>{cover}")
    assert [image.credit for image in article.images] == ["Lê Hà"]


def test_the_caption_of_the_cover_above_the_title():
    cover = "<div><img src=/a.jpg alt='Thêm chín hộ chọn bãi triều mới'><span class=photo-caption>{}</span></div>"
    head = "<head><meta property=og:image content=/a.jpg></head>"
    page = f"{head}<body><div><div>{cover.format('Các hộ cắm cọc.')}{TITLE}</div><div><p>{TEXT}</p></div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert [image.caption for image in article.images] == ["Các hộ cắm cọc."]


def test_a_teaser_s_picture_straight_below_a_short_text():
    card = "<div><img src=/a.jpg><div>Chín hộ thả cá ở bãi</div><a href=/c>Chi tiết</a><div>21/06/2026</div></div>"
    page = f"<body><div>{TITLE}<div><p>{TEXT}</p></div><div>{card * 2}</div></div>"
    assert not read_article("https://portal.example/tin", page, layouts=[], site="generic").article.images


SET = "<div align=center>{}</div>"


@pytest.mark.parametrize(
    "caption",
    ["<em>Hình {0}. Bãi triều cọc {0}.</em>", "<em>Bãi triều cọc {0}.</em></div><div align=center>Ảnh: Lê Hà"],
)
def test_captions_above_every_picture(caption):
    pair = SET.format(caption) + SET.format("<img src=/{0}.jpg>")
    article = read("".join(pair.format(n) + f"<p>{TEXT}</p>" for n in (1, 2)))
    assert article.body_text == "\n\n".join([TEXT] * 5)
    assert all("Bãi triều cọc" in image.caption for image in article.images)


def test_a_caption_above_a_picture_that_is_its_alternative_text():
    article = read("<p align=center><i>Bãi triều cọc 1.</i></p><p><img src=/1.jpg alt='Bãi triều cọc 1.'></p>")
    assert [image.caption for image in article.images] == ["Bãi triều cọc 1."]


def test_captions_below_pictures_in_a_row_are_not_those_of_the_next():
    pair = SET.format("<img src=/{0}.jpg>") + SET.format("<em>Bãi triều cọc {0}.</em>")
    article = read("".join(pair.format(n) for n in (1, 2, 3)))
    assert [image.caption for image in article.images] == [f"Bãi triều cọc {n}." for n in (1, 2, 3)]


def test_a_cover_above_the_title_with_the_title_for_its_alternative_text():
    cover = "<header><img src=/a.jpg alt='Thêm chín hộ chọn bãi triều mới'><div>{}</div></header>"
    page = f"<body>{cover.format(TITLE)}<main><p>{TEXT}</p></main>"
    assert len(read_article("https://portal.example/tin", page, layouts=[], site="generic").article.images) == 1


@pytest.mark.parametrize("name", ["center-align", "has-text-centered"])
def test_other_names_of_what_is_centred(name):
    article = read(f"<div><img src=/a.jpg></div><p class={name}>Các hộ cắm cọc ở bãi</p>")
    assert [image.caption for image in article.images] == ["Các hộ cắm cọc ở bãi"]


def test_a_caption_that_lies_over_its_picture():
    over = "<div><img src=/a.jpg><div class=uk-overlay><p>Các hộ cắm cọc ở bãi triều. Ảnh: Lê Hà</p></div></div>"
    assert [image.credit for image in read(over).images] == ["Lê Hà"]
    assert not read("<div class=overlay><p>Mời bà con đăng ký nhận tin.</p><img src=/b.jpg></div>").images


def test_paragraphs_called_as_captions_are_between_captioned_pictures():
    said = "Đến cuối tháng, chín hộ đã cắm xong cọc. Cùng với đó, xã vận động được tám triệu đồng."
    item = "<div><div><img src=/{0}.jpg></div><div class=photo-desc>Bãi triều cọc {0}.</div></div>"
    article = read(f"{item.format(1)}<div class=photo-text><p>{said}</p></div>{item.format(2)}")
    assert [image.caption for image in article.images] == ["Bãi triều cọc 1.", "Bãi triều cọc 2."]
    assert said in article.body_text


def test_an_office_in_a_credited_caption_is_no_author():
    article = read("<p><img src=/a.jpg><br>Nhóm học sinh giới thiệu sản phẩm dự thi. Ảnh: Lê Hà</p>")
    assert (article.images[0].credit, article.authors) == ("Lê Hà", ())


@pytest.mark.parametrize(
    ("picture", "shown"),
    [
        ("<img id=contentAvatar src=/b.jpg>", True),
        ("<img src=/2021/avatar-202145766422.jpg>", True),
        ("<img src=/2021/avatar-12.jpg>", False),
        ("<img id=userAvatar src=/b.jpg>", False),
    ],
)
def test_a_cover_called_avatar_as_papers_call_it(picture, shown):
    assert bool(read(f"<div>{picture}</div>").images) == shown


ITEM = "<div><a href=/{0}.jpg><img src=/{0}.jpg></a><div class=photo-caption><p>Bãi cọc {0}.</p>{1}</div></div>"
CREDIT = "<span class=photo-author>Ảnh: Lê Hà</span>"


@pytest.mark.parametrize("said", ["Chín hộ đã cắm xong cọc.", "Chín hộ đã cắm xong cọc. Xã vận động tám triệu."])
def test_paragraphs_called_as_captions_behind_one(said):
    article = read(f"{ITEM.format(1, CREDIT)}<p class=photo-text>{said}</p>{ITEM.format(2, '')}")
    assert [image.caption for image in article.images] == ["Bãi cọc 1. Ảnh: Lê Hà", "Bãi cọc 2."]
    assert said in article.body_text


def test_who_made_it_below_the_last_caption():
    last = "<div class=photo><img src=/a.jpg><div class=x-caption>Bãi triều cọc. Ảnh: Lê Hà</div></div>"
    page = f"<body><div>{TITLE}<div><p>{TEXT}</p>{last}</div><div class=x-credits>Thực hiện: Vũ Hà</div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert (article.images[0].credit, article.authors) == ("Lê Hà", ("Vũ Hà",))


@pytest.mark.parametrize("name", ["d-cap", "article__cap"])
def test_captions_called_cap(name):
    article = read(f"<div><img src=/a.jpg><div class={name}>Các hộ cắm cọc ở bãi</div></div>")
    assert [image.caption for image in article.images] == ["Các hộ cắm cọc ở bãi"]


def test_a_letter_called_a_drop_cap_is_no_caption():
    assert not read("<p><img src=/a.jpg></p><p class=drop-cap>Chín hộ đã cắm cọc.</p>").images[0].caption


def test_a_captioned_figure_above_the_title_where_no_cover_is_stated():
    hero = "<div class=hero><figure><img src=/a.jpg><figcaption>Các hộ cắm cọc</figcaption></figure></div>"
    page = f"<body><div>{hero}<div>{TITLE}<div><p>{TEXT}</p><p>{TEXT}</p></div></div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert [image.caption for image in article.images] == ["Các hộ cắm cọc"]


@pytest.mark.parametrize("name", ["cap", "drop-cap"])
def test_the_first_letter_of_a_text_is_no_caption(name):
    article = read(f"<p><img src=/a.jpg></p><p><span class={name}>C</span>hín hộ đã cắm cọc ở bãi.</p>")
    assert "Chín hộ đã cắm cọc ở bãi." in article.body_text


def test_a_caption_below_a_cover_above_the_title():
    cover = "<div class=x-cover><img src=/a.jpg><p class=cap>Các hộ cắm cọc ở bãi. Ảnh: Lê Hà</p></div>"
    page = f"<body><main><div>{cover}{TITLE}<div><p>{TEXT}</p><p>{TEXT}</p></div></div></main>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert [image.credit for image in article.images] == ["Lê Hà"]


@pytest.mark.parametrize("beside", ["<p>Hàu mùa này béo hơn năm ngoái.</p>", ""])
def test_a_caption_that_begins_with_what_someone_said(beside):
    frame = "<li class=f><a href=/a{0}.jpg><img src=/a{0}.jpg></a><div><p>{1}</p><p>Ảnh: Tạ Quang</p></div></li>"
    said = '"Năm nay hàu béo", bà Tư nhớ lại.'
    gallery = frame.format(1, "Bà Tư gỡ hàu ở bãi đông.") + frame.format(2, said)
    article = read(f"<ul>{gallery}</ul>{beside}")
    captions = [image.caption for image in article.images]
    assert captions == ["Bà Tư gỡ hàu ở bãi đông. Ảnh: Tạ Quang", f"{said} Ảnh: Tạ Quang"]
    assert said not in article.body_text


@pytest.mark.parametrize(
    ("holder", "caption", "paragraph"),
    [
        ("<div class=t><img src=/a.jpg></div>", "<div class=c>{}</div>", "<div class=t>{}</div>"),
        ("<x-media><img src=/a.jpg></x-media>", "<x-text size=xs>{}</x-text>", "<x-text>{}</x-text>"),
    ],
)
def test_a_line_below_a_picture_that_is_set_otherwise_than_the_text(holder, caption, paragraph):
    said, text = "Bà Tư gỡ hàu ở bãi đông.", f"{TEXT} {TEXT} {TEXT}"
    body = paragraph.format(text) + holder + caption.format(said) + paragraph.format(text) * 2
    page = f"<body><div>{TITLE}<div>{body}</div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert [image.caption for image in article.images] == [said]
    assert said not in article.body_text


def test_a_paragraph_of_word_s_below_a_picture_is_no_caption():
    said, text = "Bà Tư gỡ hàu ở bãi đông.", f"{TEXT} {TEXT} {TEXT}"
    paragraph = f"<p class=t>{text}</p>"
    body = f"{paragraph}<div><img src=/a.jpg></div><p class=MsoNormal>{said}</p>{paragraph}{paragraph}"
    page = f"<body><div>{TITLE}<div>{body}</div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert said in article.body_text


def test_a_credited_caption_in_a_short_list_with_the_date():
    picture = "<dd><img src=/a.jpg><br><samp>Bà Tư gỡ hàu. <kbd>Ảnh: Tạ Quang</kbd></samp>"
    page = (
        f"<body><dl><dt><h1>Thêm chín hộ chọn bãi triều mới</h1><dd>{TEXT}{picture}<dd>{TEXT}<dd>12/04/2025</dl>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert [(image.caption, image.credit) for image in article.images] == [
        ("Bà Tư gỡ hàu. Ảnh: Tạ Quang", "Tạ Quang")
    ]
    assert article.body_text == f"{TEXT}\n\n{TEXT}"


def test_a_picture_that_a_style_sheet_lays_under_an_element():
    laid = "<div role=img aria-label='Gỡ hàu' style=\"height:9px;background-image:url('/a.jpg')\"></div>"
    article = read(f"<div>{laid}<div><small>Bà Tư gỡ hàu ở bãi đông.</small></div></div>")
    assert [(image.url, image.alt, image.caption) for image in article.images] == [
        ("https://portal.example/a.jpg", "Gỡ hàu", "Bà Tư gỡ hàu ở bãi đông.")
    ]


@pytest.mark.parametrize("place", ["head", "body"])
def test_a_picture_that_a_style_sheet_lays_above_a_caption(place):
    laid = "<div class=x><div style=\"background-image:url('/a (1).jpg')\"></div><p class=cap>Bãi đông.</p></div>"
    page = f"<body><div>{{}}{TITLE}<div><p>{TEXT}</p>{{}}<p>{TEXT}</p></div></div>"
    html = page.format(laid, "") if place == "head" else page.format("", laid)
    article = read_article("https://portal.example/tin", html, layouts=[], site="generic").article
    assert [(image.url, image.caption) for image in article.images] == [
        ("https://portal.example/a%20%281%29.jpg", "Bãi đông.")
    ]
    assert article.body_text == f"{TEXT}\n\n{TEXT}"


def test_a_slide_s_number_and_the_strip_of_the_same_pictures_on_another_host():
    slides = "".join(f"<p><img src=https://cdn.example/up/bai-{n}.jpg></p>" for n in (1, 2))
    strip = "".join(f"<img src=/up/bai-{n}.jpg>" for n in (1, 2))
    article = read(f"<div><span>1/2</span><div>{slides}</div><div>{strip}</div></div>")
    assert [image.url for image in article.images] == [f"https://cdn.example/up/bai-{n}.jpg" for n in (1, 2)]
    assert article.body_text == f"{TEXT}\n\n{TEXT}\n\n{TEXT}"


def test_the_caption_of_a_gallery_is_the_last_picture_s():
    picture = "<figure><img src=/{}.jpg alt='{}'></figure>"
    gallery = picture.format("a", "") + picture.format("b", "Hàu ở bãi triều")
    article = read(f"<figure>{gallery}<figcaption>Bãi triều phía đông</figcaption></figure>")
    assert [image.caption for image in article.images] == ["", "Bãi triều phía đông"]


def test_a_caption_printed_twice_beside_a_picture_in_what_is_called_one():
    said = "<span>Bãi triều phía đông.</span>" * 2
    article = read(f"<div class=imgcap><a href=/a.jpg><img src=/a.jpg></a>{said}</div>")
    assert [image.caption for image in article.images] == ["Bãi triều phía đông."]
    assert article.body_text == f"{TEXT}\n\n{TEXT}\n\n{TEXT}"


def test_two_lines_of_a_caption_one_with_the_credit():
    said = "Bãi triều phía đông nhìn từ bến."
    article = read(f"<figure><img src=/a.jpg><figcaption>{said}<br>{said} Ảnh: Lê Hà</figcaption></figure>")
    assert [image.caption for image in article.images] == [f"{said} Ảnh: Lê Hà"]


@pytest.mark.parametrize("copy", ["<p align=center><i>{}</i></p>", "<p>{}</p>"])
def test_two_copies_of_a_caption_one_with_the_credit(copy):
    said = "Bãi triều phía đông nhìn từ bến."
    picture = f"<p align=center><img src=/a.jpg alt='{said}'></p>"
    article = read(picture + copy.format(said) + copy.format(f"{said} Ảnh: Lê Hà"))
    assert [(image.caption, image.credit) for image in article.images] == [(f"{said} Ảnh: Lê Hà", "Lê Hà")]
    assert article.body_text == f"{TEXT}\n\n{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize(("called", "caption"), [("subtitle", ""), ("x", "Bãi triều của chín hộ")])
def test_the_heading_of_a_part_below_a_figure_is_no_caption(called, caption):
    article = read(f"<figure><img src=/a.jpg></figure><p class={called}><i>Bãi triều của chín hộ</i></p>")
    assert [image.caption for image in article.images] == [caption]


def test_a_caption_that_lies_over_a_picture_in_what_is_called_so():
    figure = "<figure><img src=/a.jpg><figcaption>Bãi triều phía đông</figcaption></figure>"
    article = read(f"<div class=layout-caption-overlay>{figure}</div>")
    assert [image.caption for image in article.images] == ["Bãi triều phía đông"]


def test_what_to_do_with_a_picture_is_no_caption():
    assert read("<p><img src=/a.jpg title='Bấm để phóng to'></p>").images[0].caption == ""


def test_a_set_of_sizes_beside_what_stands_in_for_the_picture():
    lazy = "<p><img src=/px-7.png data-srcset='/a.jpg?w=480 480w, /a.jpg?w=960 960w'></p>"
    assert read(lazy).images[0].url == "https://portal.example/a.jpg"


@pytest.mark.parametrize(
    ("cover", "caption"),
    [
        ("<div class=hero><img src=/a.jpg></div>", ""),
        ("<div class=com-content-article__image-full><img src=/a.jpg></div>", ""),
        ("<div><img src=/a.jpg><div>Bà Tư gỡ hàu ở bãi đông.</div></div>", "Bà Tư gỡ hàu ở bãi đông."),
    ],
)
@pytest.mark.parametrize("between", ["", "<p><a href=/>Trang chủ</a> › <a href=/bien>Biển</a></p>"])
def test_a_cover_above_the_title_s_own_element(cover, caption, between):
    page = f"<body><main>{cover}{between}<div>{TITLE}</div><div><p>{TEXT}</p><p>{TEXT}</p></div></main>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert [(image.url, image.caption) for image in article.images] == [("https://portal.example/a.jpg", caption)]


def test_a_caption_called_after_its_picture():
    said = "Bà Tư gỡ hàu ở bãi đông."
    article = read(f"<div class=ph><img src=/a.jpg alt='Ảnh tại bãi'></div><div class=ph-t>{said}</div>")
    assert [image.caption for image in article.images] == [said]


def test_a_gallery_above_the_title_in_the_article_s_element():
    said = "<div class=carousel-caption><p>{1}</p><p>{2}</p></div>"
    item = f"<div class=item><a href=/{{0}}.jpg><img src=/{{0}}.jpg></a>{said}</div>"
    gallery = item.format("a", "Bà Tư gỡ hàu ở bãi đông.", "Ảnh: Tạ Quang") + item.format(
        "b", "Ghe chở hàu vào bến.", ""
    )
    page = (
        f"<body><div>Cổng xã</div><div><div>{gallery}</div><header>{TITLE}</header>"
        f"<div><p>{TEXT}</p><p>{TEXT}</p></div></div>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    captions = [image.caption for image in article.images]
    assert captions == ["Bà Tư gỡ hàu ở bãi đông. Ảnh: Tạ Quang", "Ghe chở hàu vào bến."]


def test_the_name_of_a_file_in_what_drupal_hides_above_a_picture():
    media = (
        "<div><div><h2 class=element-invisible><a href=/file>than-va-bien_{0}.jpg</a></h2>"
        "<div><img src=/than-va-bien_{0}.jpg alt=''></div></div>"
        "<div class=media-caption><p>{1}</p><p>Ảnh: CTV</p></div></div>"
    )
    said = ["Bà Tư gỡ hàu ở bãi đông.", "Ghe chở hàu vào bến."]
    article = read("".join(media.format(n, line) for n, line in enumerate(said)))
    assert [image.caption for image in article.images] == [f"{line} Ảnh: CTV" for line in said]


@pytest.mark.parametrize("address", ["/images/nut_share.gif", "/image/user_portrait?img_id=0", "/i/ico-print.png"])
def test_a_button_s_drawing_and_an_account_s_portrait_are_no_pictures(address):
    picture = f"<span><img src='{address}' alt=thumbnail></span>"
    assert not read(f"<div>Chia sẻ bài viết :{picture}Bà con gỡ hàu ở bãi đông từ sáng sớm.</div>").images


def test_a_photograph_named_as_a_button_is_one():
    assert read("<p><img src=/anh/hang_share.jpg></p>").images


def test_a_banner_of_the_paper_s_own_advertisers():
    assert not read("<a href='/quangcao.aspx?id=7'><img src=/dataimages/qc/a468.gif></a>").images


def test_pictures_as_drupal_embeds_them_whose_label_alone_is_hidden():
    label = "<div class='field__label visually-hidden'>Image</div>"
    held = f"<div class='field field--label-visually_hidden'>{label}<div><img src=/a.jpg alt=''></div></div>"
    article = read(f"<figure><article>{held}</article><figcaption>Bãi triều phía đông</figcaption></figure>")
    assert [image.caption for image in article.images] == ["Bãi triều phía đông"]


def test_the_value_that_a_script_begins_with_is_no_address():
    assert [image.url for image in read("<p><img src=/a.jpg data-original=x></p>").images] == [
        "https://portal.example/a.jpg"
    ]


def test_the_address_of_the_picture_itself_beside_that_of_a_smaller_one():
    picture = "<p><img src=/w800/a.jpg data-photo-original-src=/a.jpg></p>"
    assert [image.url for image in read(picture).images] == ["https://portal.example/a.jpg"]


@pytest.mark.parametrize(
    ("source", "count"),
    [("/images/emailButton.png", 0), ("/Style Library/nut.png", 0), ("/Style Library/TinBai/2023/bai.jpg", 1)],
)
def test_pictures_of_a_template_by_their_addresses(source, count):
    assert len(read(f"<p><img src='{source}' alt=''></p>").images) == count


def test_a_strip_of_pictures_below_the_text_each_of_which_leads_to_its_file():
    shown = "".join(
        f"<div><a href=/{n}.jpg><img src=/{n}.jpg></a><div>Hộ thứ {n} ra bãi.</div></div>" for n in (1, 2)
    )
    shown += "<div><a href=/3.jpg><img src=/3.jpg></a></div>"
    page = f"<body><div>{TITLE}<div><p>{TEXT}</p><p>{TEXT}</p></div><div><div>HÌNH ẢNH</div>{shown}</div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert [image.caption for image in article.images] == ["Hộ thứ 1 ra bãi.", "Hộ thứ 2 ra bãi.", ""]
    assert (article.body_text, article.authors) == (f"{TEXT}\n\n{TEXT}", ())


def test_a_picture_above_the_title_set_as_those_in_the_text():
    picture = "<div class='ph full'><div class=ph-in><img src=/{}.jpg alt=''></div></div>"
    text = f"<p>{TEXT}</p>{picture.format(2)}<p>{TEXT}</p>"
    page = f"<body><div>{picture.format(1)}<div>{TITLE}</div><div>{text}</div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert [image.url[-5:] for image in article.images] == ["1.jpg", "2.jpg"]


def test_a_paragraph_alone_with_a_picture_is_no_caption():
    told = f"{TEXT} Ai chưa thông thì đến nhà văn hóa hỏi lại, tổ công tác trực cả tuần."
    picture = "<table><tr><td><figure><img src=/a.jpg></figure></td></tr></table>"
    page = f"<body><div>{TITLE}<p>{TEXT}</p><div>{picture}<p>{told}</p></div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert (article.body_text, article.images[0].caption) == (f"{TEXT}\n\n{told}", "")


def test_a_subheading_below_a_picture_whose_alternative_text_says_whose_it_is():
    picture = "<p align=center><img src=/a.jpg alt='Bãi triều phía đông. Ảnh: Mai Lan'></p>"
    article = read(f"{picture}<p><b><i>Vì một bãi triều mới</i></b></p><p>{TEXT}</p>")
    assert [image.caption for image in article.images] == ["Bãi triều phía đông. Ảnh: Mai Lan"]
    assert "Vì một bãi triều mới" in article.body_text


OVER = "Quang cảnh buổi làm việc tại bãi triều, sáng 10/3."
UNDER = "Quang cảnh buổi làm việc tại bãi triều sáng 10/3."


@pytest.mark.parametrize(
    "slide",
    [
        "<div><div>{0}</div><p><img src=/b.jpg alt='{0}'></p><p class=caption>{1}</p></div>",
        "<div class=p><div>{0}</div><a href=/b.jpg><img src=/b.jpg alt='{0}'></a></div>"
        "<p class=caption align=center>{1}</p>",
    ],
)
def test_a_caption_printed_over_its_picture_as_well(slide):
    article = read(f"<p>{TEXT}</p>{slide.format(OVER, UNDER)}")
    assert [image.caption for image in article.images] == [UNDER]
    assert OVER not in article.body_text


def test_a_caption_over_its_picture_in_entities_of_letters_and_their_accents():
    slide = f"<div><div>{OVER}</div><p><img src=/b.jpg alt='{OVER}'></p><p class=caption>{UNDER}</p></div>"
    page = f"<body><div>{TITLE}<div><p>{TEXT}</p><p>{TEXT}</p>{slide}<p>{TEXT}</p></div></div>"
    page = unicodedata.normalize("NFD", page).encode("ascii", "xmlcharrefreplace").decode()
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert ([image.caption for image in article.images], OVER in article.body_text) == ([UNDER], False)


def test_a_sentence_above_a_picture_that_equals_its_caption_stays():
    article = read(f"<p>{UNDER}</p><p><img src=/b.jpg></p><p class=caption align=center>{UNDER}</p>")
    assert [image.caption for image in article.images] == [UNDER]
    assert UNDER in article.body_text


def test_small_print_below_a_picture_is_its_caption():
    lines = f"{TEXT}<br><br><img src=/b.jpg alt=''><br><small>{UNDER}</small><br><br>{TEXT}<br><br>{TEXT}"
    page = f"<body><div>{TITLE}<div>{lines}</div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert [image.caption for image in article.images] == [UNDER]
    assert article.body_text == f"{TEXT}\n\n{TEXT}\n\n{TEXT}"


def test_bold_italics_that_head_other_parts_are_no_caption():
    heading = "<p><b><i>{}</i></b></p>"
    picture = "<table align=center><tr><td><img src=/b.jpg></td></tr></table>"
    article = read(f"{picture}{heading.format('Bước tiếp theo')}<p>{TEXT}</p>{heading.format('Từ bãi ra chợ')}")
    assert [image.caption for image in article.images] == [""]
    assert "Bước tiếp theo" in article.body_text


@pytest.mark.parametrize(
    "line",
    [
        "<font size=2 color='#666666'>{}</font>",
        "<span style='font-size:11px'>{}</span>",
        "<span style='color: #777'>{}</span>",
        "<div style='color:gray;font-size:.9em'>{}</div>",
    ],
)
@pytest.mark.parametrize("after", ["<br><br>", "<br><font size=1>Ảnh: Mai Lan</font><br><br>"])
def test_a_line_below_a_picture_that_is_set_as_no_other(line, after):
    below = line.format(UNDER)
    page = f"<body><div>{TITLE}<div>{TEXT}<br><br><img src=/b.jpg><br>{below}{after}{TEXT}<br><br>{TEXT}</div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert [image.caption.partition(" Ảnh")[0] for image in article.images] == [UNDER]
    assert article.body_text == f"{TEXT}\n\n{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize(
    "lines",
    [
        "<p style='color:red'>Từ bãi ra chợ</p><p>{0}</p><p style='color:red'>Bước tiếp theo</p>",
        "<p style='color:red'>Từ bãi ra chợ</p><p style='color:red'>và từ chợ về bãi</p>",
        "<p style='color:red'>{0} {0}</p>",
    ],
)
def test_coloured_headings_and_paragraphs_below_a_picture_are_text(lines):
    article = read(f"<p><img src=/b.jpg></p>{lines.format(TEXT)}")
    assert [image.caption for image in article.images] == [""]


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td><img src=/a.jpg><p>{}</p></td><td><img src=/b.jpg><p>{}</p></td></tr>",
        "<tr><td><img src=/a.jpg></td><td><img src=/b.jpg></td></tr><tr><td><p>{}</p></td><td><p>{}</p></td></tr>",
    ],
)
def test_captions_of_pictures_that_share_a_row(rows):
    captions = ["Cọc ở bãi triều", "Phao ở bãi triều"]
    article = read(f"<table>{rows.format(*captions)}</table>")
    assert [image.caption for image in article.images] == captions
    assert article.body_text == "\n\n".join([TEXT] * 3)


def test_a_long_caption_with_its_credit_below_the_cover_is_no_lead():
    caption = f"{TEXT} {TEXT} Ảnh: Lê Hà."
    cover = f"<p><img src=/a.jpg></p><p><i>{caption}</i></p>"
    page = f"<body><div>{TITLE}<div>{cover}<p>{TEXT}</p><p>{TEXT}</p></div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert [image.caption for image in article.images] == [caption]
    assert article.body_text == f"{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize(
    "line",
    [
        "<p>Video: {}</p>",
        "<p>https://portal.example/dich-vu là nơi nộp đơn. {}</p>",
        "<p>{{{{ quang_cao }}}} {}</p>",
        "<div role=img style='background:url(/a.jpg)'><p>{}</p></div>",
        "<div role=img style='background:url(/a.jpg)'>{}</div>",
    ],
)
def test_lines_that_begin_as_labels_do_or_lie_over_pictures_are_text(line):
    assert (
        TEXT.replace("phía đông", "phía tây") in read(line.format(TEXT.replace("phía đông", "phía tây"))).body_text
    )


def test_a_caption_called_so_below_a_short_text_and_its_picture():
    below = "<div><img src=/a.jpg width=600></div><p class=caption>Cọc ở bãi triều</p>"
    page = f"<body><div>{TITLE}<div><p>{TEXT}</p></div>{below}</div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert ([image.caption for image in article.images], article.body_text) == (["Cọc ở bãi triều"], TEXT)


def test_what_is_called_a_caption_and_holds_the_text_is_none():
    page = f"<body><div>{TITLE}<div class=bai-caption><p>{TEXT}</p><p>{TEXT}</p></div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert article.body_text == f"{TEXT}\n\n{TEXT}"


def test_the_headline_without_its_kicker_is_no_caption():
    article = read("<p><img src=/a.jpg alt='Chín hộ chọn bãi triều mới'></p>")
    assert [image.caption for image in article.images] == [""]


def test_what_a_click_on_a_picture_does_is_no_caption():
    (image,) = read("<center><img src=/a.jpg title='Nhấn vào ảnh để xem cỡ lớn'></center>").images
    assert image.caption == ""


def test_a_quotation_set_apart_below_a_picture_is_text():
    quotation = "“Giá nào cũng được, miễn là nói trước”, bà Hải ở bãi triều chia sẻ."
    article = read(f"<figure><img src=/a.jpg></figure><blockquote class=pull><p>{quotation}</p></blockquote>")
    assert ([image.caption for image in article.images], quotation in article.body_text) == ([""], True)


def test_paragraphs_set_as_the_smallest_headings_are_no_captions():
    body = f"<h6>{TEXT}</h6><div><img src=/a.jpg alt=''></div><h6>{UNDER}</h6><h6>{TEXT}</h6>"
    page = f"<body><div>{TITLE}<div>{body}</div></div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert ([image.caption for image in article.images], UNDER in article.body_text) == ([""], True)
