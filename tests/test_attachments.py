"""Files that an article offers: what they are called, where they stand, and what stands beside them."""

import pytest

from kkt_crawler.pages import boilerplate, read_article

TEXT = "Tổ công tác đến từng hộ nuôi hàu để nghe ý kiến về cách tính giá mặt nước ở bãi triều phía đông."


def read(files="", *, body="", below="", page="{}"):
    head = "<h1>Thêm chín hộ chọn bãi triều mới</h1><i>12/04/2025 08:15</i>"
    article = f"{head}<div><p>{TEXT}</p><p>{TEXT}</p>{body}</div>"
    html = f"<body>{page.format(f'<div>{article}{files}</div>')}{below}"
    return read_article("https://portal.example/tin", html, layouts=[], site="generic").article


def titles(article):
    return [file.title for file in article.attachments]


@pytest.mark.parametrize(
    "row",
    [
        "<div><h5>Tài liệu tải về</h5><a href=/vb/1.pdf><b>Bảng giá mặt nước</b><i>PDF · 48 KB</i></a></div>",
        "<table><tr><td>Tải:</td><td><a href=/vb/1.pdf>Bảng giá mặt nước</a></td></tr></table>",
        "<div><span>Bảng giá mặt nước</span> <a href=/vb/1.pdf><i></i> Tải về</a></div>",
        "<div><b>Bảng giá mặt nước</b> (245 KB) <a href=/vb/1.pdf>Download</a></div>",
        "<ul><li>Bảng giá mặt nước <a href=/vb/1.pdf>Xem</a> <a href=/vb/1.pdf>Tải về</a></li></ul>",
        "<div><div>Bảng giá mặt nước</div><div>1,2 MB</div><div><a href=/vb/1.pdf>Tải xuống</a></div></div>",
        "<div><h5>Bảng giá mặt nước</h5><p>81 lượt tải</p><a href=/vb/1.pdf>Tải về</a></div>",
        "<p>Bảng giá mặt nước: <a href=/vb/1.pdf>tải về</a></p>",
        "<div><h3><a href=/vb/1.pdf>Bảng giá mặt nước</a></h3><dl><dt>Dung lượng</dt><dd>3,1 MB</dd></dl></div>",
        "<li><span>Bảng giá mặt nước</span><span>0,8 MB</span><a href=/vb/1.pdf>Tải về</a></li>",
        "<div><a href=/vb/1.pdf><div><div>Bảng giá mặt nước</div><div>7,9 MB</div></div></a></div>",
        "<div><a href=/vb/1.pdf>Tải về: <b>Bảng giá mặt nước</b></a></div>",
        "<div><p>Bảng giá mặt nước</p><a href=/vb/1.pdf><div>Tải về</div></a></div>",
        "<p><a href=/vb/1.pdf>Bảng giá mặt nước</a>, 81 lượt tải</p>",
        "<div><div>Tài liệu</div><a href=/vb/1.pdf><b>Bảng giá mặt nước</b><i>3.4 MB</i></a></div>",
        "<x-file><a href=/vb/1.pdf>Bảng giá mặt nước</a><x-size>293 KB</x-size></x-file>",
        "<section><div>Bảng giá mặt nước</div><a href=/vb/1.pdf></a></section>",
        "<p>Bảng giá mặt nước <a href=/vb/1.pdf><i class=ico></i></a></p>",
        "<p><a href=/vb/1.pdf>\U0001f4c4\ufe0f Bảng giá mặt nước</a></p>",
        "<p>\ue2c4 <a href=/vb/1.pdf>▪ Bảng giá mặt nước</a></p>",
    ],
)
def test_a_file_is_called_what_its_row_calls_it(row):
    article = read(body=f"<p>File đính kèm:</p>{row}{row.replace('Bảng', 'Biểu').replace('/1', '/2')}")
    assert titles(article) == ["Bảng giá mặt nước", "Biểu giá mặt nước"]
    assert article.body_text == f"{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize(
    "line",
    [
        "<p>Mời bà con xem toàn văn <a href=/vb/gia.pdf>tại đây</a></p>",
        "<p>Bà con có thể <a href=/vb/gia.pdf>tải về</a></p>",
        "<div><p>Bảng giá có từ thứ hai.</p><p><a href=/vb/gia.pdf>Tải về</a></p></div>",
    ],
)
def test_a_sentence_around_a_click_is_no_name(line):
    assert titles(read(body=line)) == ["gia.pdf"]


def test_a_link_left_empty_in_a_sentence_offers_nothing():
    line = "Bảng giá <a href=/vb/1.pdf>mặt nước</a><a href=/vb/1.pdf></a> có từ thứ hai<a href=/vb/2.pdf></a>."
    article = read(body=f"<p>{line}</p>")
    assert titles(article) == ["mặt nước"]
    assert article.body_text.endswith("Bảng giá mặt nước có từ thứ hai.")


@pytest.mark.parametrize(
    "label",
    [
        "Tải tệp đính kèm:",
        "Tải file đính kèm",
        "Tệp tin đính kèm (3)",
        "Các tài liệu kèm theo:",
        "File kèm theo bài viết",
        "Phụ lục kèm theo",
        "Xem file đính kèm tại đây",
    ],
)
def test_labels_of_files(label):
    article = read(f"<div><h4>{label}</h4><div><a href=/vb/1.pdf>Bảng giá</a> <span>9 lượt tải</span></div></div>")
    assert titles(article) == ["Bảng giá"]
    assert titles(read(body=f"<p>{label}</p><p><a href=/vb/1.pdf>Bảng giá</a></p>")) == ["Bảng giá"]
    assert label not in read(body=f"<p>{label}</p><p><a href=/vb/1.pdf>Bảng giá</a></p>").body_text


@pytest.mark.parametrize(
    "line", ["Tin liên quan", "Danh sách", "Phụ lục", "Danh sách kèm theo kế hoạch 7", "Hồ sơ"]
)
def test_what_is_no_label_of_files(line):
    assert not boilerplate.FILES_LABEL.match(line)


@pytest.mark.parametrize(
    "line",
    [
        "<p>Tệp đính kèm <img src=/i/ghim.gif> <a href=/vb/1.pdf>Bảng giá</a> (1 MB)</p>",
        "<p><a href=/vb/1.pdf><img src=/i/ghim.gif>Bảng giá</a></p>",
        "<table><tr><td><img src=/i/ghim.gif></td><td><a href=/vb/1.pdf>Bảng giá</a></td></tr></table>",
        "<ul><li><div><img src=/i/ghim.gif></div><div><a href=/vb/1.pdf>Bảng giá</a></div></li></ul>",
    ],
)
def test_a_drawing_in_the_line_of_a_file_is_its_icon(line):
    article = read(body=line)
    assert titles(article) == ["Bảng giá"]
    assert not article.images


@pytest.mark.parametrize(
    "lines",
    [
        "<img src=/upload/so-do.png><br><a href=/vb/1.pdf>Bảng giá</a>",
        "<p><img src=/upload/so-do.png></p><p><a href=/vb/1.pdf>Bảng giá</a></p>",
        "<p><img src=/upload/bai.jpg> <a href=/vb/1.pdf>Bảng giá</a></p>",
    ],
)
def test_a_picture_above_a_file_is_the_articles(lines):
    assert len(read(body=lines).images) == 1


FILES = "<div><b>Văn bản kèm theo</b> <a href=/vb/1.pdf>Bảng giá</a> <a href=/vb/2.pdf>Biểu mẫu</a></div>"
MORE = "<h3>Tin khác</h3><p><a href=/t1>Một bài khác có tựa đề khá dài</a></p>"


def test_a_card_with_the_title_and_the_name_of_its_file():
    card = "<a href=/vb/gia.pdf><div>Bảng giá mặt nước</div><div><i>gia.pdf</i> <i>4 MB</i></div></a>"
    article = read(body=f"<div>{card}</div>")
    assert titles(article) == ["Bảng giá mặt nước"]
    assert article.body_text == f"{TEXT}\n\n{TEXT}"


def test_files_in_a_panel_that_is_not_shown_until_it_is_chosen():
    panel = f"<div role=tabpanel style='display:none'>{FILES}</div>"
    assert titles(read(page=f"<div><div role=tabpanel>{{}}</div>{panel}</div>")) == ["Bảng giá", "Biểu mẫu"]


def test_the_kinds_of_files_in_capitals_are_no_authors():
    card = "<li><div><div><span>{0}</span><p><a href=/vb/{0}.zip>Bảng giá</a></p></div></div></li>"
    files = f"<h3>Tệp đính kèm</h3><ul>{card.format('ZIP')}{card.format('DOCX')}</ul>"
    assert read(files).authors == ()


@pytest.mark.parametrize(
    "page",
    [
        f"<article>{{}}<footer><div>Chia sẻ</div>{FILES}{MORE}</footer></article>",
        f"<article><div>{{}}</div><aside><h2>Tải tài liệu</h2>{FILES}</aside></article>{MORE}",
        f"<div class=card><div>{{}}</div><div class=card-footer>{FILES}<h4>Ý kiến</h4></div></div>",
        f"<main><section><div>{{}}</div></section><div>In bài viết</div><section>{FILES}</section>{MORE}</main>",
        f"<div>{{}}<p>Từ khóa: <a href=/tag/1>nuôi hàu</a></p>{FILES}</div>",
    ],
)
def test_files_below_the_articles_wrapper(page):
    footer = "<footer><p>Bản quyền thuộc về Ban Quản lý</p><a href=/quy-che.pdf>Tải về quy chế</a></footer>"
    footer += "<aside><h2>Tài liệu</h2><a href=/khac.pdf>Văn bản mới</a></aside>"
    article = read(page=page, below=footer)
    assert titles(article) == ["Bảng giá", "Biểu mẫu"]
    assert article.body_text == f"{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize(
    "files",
    [
        FILES,
        "<h4>File đính kèm</h4><div><p>Bảng giá</p><p><a href=/vb/1.pdf>Tải về</a></p></div>",
        "<h4>File đính kèm</h4><p><a href=/vb/1.pdf><img src=/pdf.png></a> <a href=/vb/1.pdf>Bảng giá</a></p>",
    ],
)
def test_files_below_other_articles_by_their_label(files):
    article = read(f"{MORE}<p>Một câu ở dưới bài khác.</p>{files}<p><b>Lan Anh</b></p>")
    assert titles(article)[0] == "Bảng giá"
    assert not article.authors


@pytest.mark.parametrize(
    "below",
    [
        "<footer><p>Bản quyền thuộc về Ban Quản lý</p><a href=/quy-che.pdf>Tải về quy chế</a></footer>",
        "<div class=sidebar><b>Văn bản mới</b><a href=/vb/9.pdf>Quyết định 9</a></div>",
        f"<div>{MORE}</div><div><b>Mẫu đơn</b><a href=/vb/9.pdf>Tải về</a></div>",
    ],
)
def test_files_of_the_site_are_not_the_articles(below):
    assert not read(below=below).attachments


def test_files_below_a_text_without_a_heading_bring_nothing_from_above_it():
    page = (
        f"<title>Thêm chín hộ chọn bãi triều mới</title><body><div><p>Xã đảo hôm nay</p><i>12/04/2025</i>"
        f"<div><p>{TEXT}</p><p>{TEXT}</p></div>{FILES}</div>"
    )
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert titles(article) == ["Bảng giá", "Biểu mẫu"]
    assert article.body_text == f"{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize(
    "files", ["<b>Tệp đính kèm:</b>", "<dl><dt>TỆP TIN ĐÍNH KÈM</dt></dl>", "<p class=tep-dinh-kem>Download:</p>"]
)
def test_a_box_that_says_its_files_are_attached_is_the_articles_whatever_it_is_called(files):
    assert titles(read(f"<div class=asset-related>{files}<a href=/vb/1.pdf>Bảng giá</a></div>")) == ["Bảng giá"]
    assert titles(read("<div class=asset-related><b>Xem thêm</b><a href=/vb/1.pdf>Bảng giá</a></div>")) == []


def test_files_behind_buttons_below_the_text():
    button = "<a href=/vb/1.pdf title='Bảng giá mặt nước'><img src=/i/tai.png></a>"
    article = read(f"<div><b>Tài liệu đính kèm:</b>{button}</div>")
    assert (titles(article), article.images) == (["Bảng giá mặt nước"], ())


@pytest.mark.parametrize(
    "href",
    [
        "/documents/31/77/Bang%20gia.docx/8f14e45f-ceea?version=1.2&t=1",
        "/kho/Bang%20gia.docx/view",
        "/tai?tep=/kho/Bang%20gia.docx/1",
    ],
)
def test_a_files_number_may_stand_behind_its_name(href):
    article = read(f"<div><i>Tài liệu đính kèm</i><br><a href={href}>Bảng giá mặt nước</a></div>")
    assert titles(article) == ["Bảng giá mặt nước"]
    assert article.attachments[0].type.endswith("wordprocessingml.document")
    assert article.body_text == f"{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize("link", ["<a href={}><img src=/i/tai.png></a>", "<a href={}>Tải về</a>"])
@pytest.mark.parametrize("place", ["body", "files"])
def test_a_table_of_files_with_the_names_of_its_columns(link, place):
    rows = "".join(
        f"<tr><td>{number}</td><td>{name} mặt nước</td><td>{link.format(f'/vb/{number}.pdf')}</td></tr>"
        for number, name in enumerate(("Bảng giá", "Biểu giá"), 1)
    )
    table = f"<table><tr><th>STT</th><th>Tên văn bản</th><th>Tải về</th></tr>{rows}</table>"
    article = read(**{place: table})
    assert titles(article) == ["Bảng giá mặt nước", "Biểu giá mặt nước"]
    assert (article.body_text, article.authors, article.images) == (f"{TEXT}\n\n{TEXT}", (), ())


@pytest.mark.parametrize(
    "link",
    [
        "href=\"javascript:taive('/vb/Bang%20gia.pdf')\"",
        "href=\"JavaScript:void(mo('xem', '/vb/Bang%20gia.pdf', 600))\"",
        "href=javascript:taive(%27/vb/Bang%20gia.pdf%27)",
        "href=# onclick=\"window.open('/vb/Bang%20gia.pdf'); return false\"",
        "onclick=\"window.open('/vb/Bang%20gia.pdf', '_blank')\"",
    ],
)
@pytest.mark.parametrize("text", ["Bảng giá mặt nước", "Bảng giá mặt nước: <a>Tải về</a>"])
def test_a_file_that_a_script_opens(link, text):
    line = text.replace("<a>", f"<a {link}>") if "<a>" in text else f"<a {link}>{text}</a>"
    for article in (read(f"<div><b>File đính kèm:</b><p>{line}</p></div>"), read(body=f"<p>{line}</p>")):
        assert titles(article) == ["Bảng giá mặt nước"]
        assert article.attachments[0].url == "https://portal.example/vb/Bang%20gia.pdf"
        assert article.body_text == f"{TEXT}\n\n{TEXT}"


def test_the_label_of_a_file_that_nobody_can_read_is_no_text():
    assert read("<div><b>File đính kèm:</b> <a href=# id=tai>Bảng giá</a></div>").body_text == f"{TEXT}\n\n{TEXT}"
    assert read(body="<p>Tệp đính kèm:</p><p><a href=javascript:tai(7)>Bảng giá</a></p>").body_text.endswith(TEXT)


@pytest.mark.parametrize(
    "link",
    [
        "<span>Tải về</span> Bảng giá",
        "<mat-icon>attach_file</mat-icon> Bảng giá",
        "\U0001f4ce Bảng giá",
        "Bảng giá",
    ],
)
def test_what_stands_before_a_file_s_name_in_its_link(link):
    assert titles(read(f"<p>Tệp đính kèm: <a href=/vb/1.pdf>{link}</a></p>")) == ["Bảng giá"]


@pytest.mark.parametrize(
    ("row", "title", "url"),
    [
        ("<p>Đính kèm: <a href='/LinkClick.aspx?fileticket=a%3d'>Bảng giá</a></p>", "Bảng giá", "fileticket"),
        ("<p>Tệp đính kèm:</p><p><a href=/documents/10/0/ban+gia/uuid>Bảng giá</a></p>", "Bảng giá", "documents"),
        ("<p><a href='/Download.aspx?id=7'>Bảng giá.docx</a></p>", "Bảng giá.docx", "Download"),
        ("<p>Tệp đính kèm:</p><p><a href=/a.pdf title='Bảng giá'><i></i></a></p>", "Bảng giá", "a.pdf"),
        ("<p>Tệp đính kèm: <a href=/a.pdf>Bảng giá (PDF, 1,2 MB)</a></p>", "Bảng giá", "a.pdf"),
        ("<p>Tệp đính kèm: <a href=/a.pdf>Bảng giá <span>555 KB</span></a></p>", "Bảng giá", "a.pdf"),
        (
            "<p>Tệp đính kèm: <a href='/download.aspx?SourceUrl=/vb/a.pdf'>Bảng giá</a></p>",
            "Bảng giá",
            "download.aspx?SourceUrl=/vb/a.pdf",
        ),
        (
            '<table class=tblFile><tr><td><a href="javascript:xem(1)">Xem bảng giá mặt nước trực tuyến</a>'
            "<tr><td><a href=/a.pdf>Bảng giá</a></table>",
            "Bảng giá",
            "a.pdf",
        ),
    ],
)
def test_files_that_are_sent_or_set_in_other_ways(row, title, url):
    (file,) = read(row).attachments
    assert (file.title, url in file.url) == (title, True)


def test_what_sends_no_file():
    assert read(body="<p>Nhà cung cấp có bản <a href=/download>mới</a> từ tháng trước.</p>").attachments == ()


def test_a_viewer_shows_a_file_of_another_address():
    (file,) = read("<p>Đính kèm: <a href='/pdfjs/viewer.html?file=/vb/a.pdf'>Bảng giá</a></p>").attachments
    assert file.url == "https://portal.example/vb/a.pdf"


def test_a_notice_that_ends_with_where_to_read_more():
    body = "<p>Chi tiết xem <a href=/a.pdf>tại đây</a>.</p>"
    article = read(body=body)
    assert [file.url for file in article.attachments] == ["https://portal.example/a.pdf"]
    assert article.body_text.startswith(TEXT)


@pytest.mark.parametrize(
    ("tooltip", "title"), [("Bảng giá mặt nước", "Bảng giá mặt nước"), ("Bấm vào đây", "1.pdf"), ("", "1.pdf")]
)
def test_a_button_says_what_it_loads_when_it_is_pointed_at(tooltip, title):
    row = f"<div><a href=/vb/1.pdf title='{tooltip}'>Tải về</a></div>"
    assert titles(read(f"<div><p>Tệp đính kèm:</p>{row}</div>")) == [title]


SENT = "<a href='/tin/download.aspx?id=7'>{}</a>"


@pytest.mark.parametrize(
    "row",
    [
        f"<p>Chi tiết xem tại {SENT}.</p>",
        f"<p>{SENT}</p>",
        f"<div><span>Tải về:</span> <img src=/i/pdf.png>{SENT} <small>(8 KB, 7 lượt tải)</small><br></div>",
        f"<table><tr><th>STT<th>Tên tệp<tr><td>1<td>{SENT}</table>",
    ],
)
def test_a_document_that_a_handler_sends(row):
    (file,) = read(body=row.format("Quyết định số 9/QĐ-XĐ")).attachments
    assert (file.title, file.url) == ("Quyết định số 9/QĐ-XĐ", "https://portal.example/tin/download.aspx?id=7")


def test_a_handler_that_sends_what_is_no_document():
    assert read(body=f"<p>Bà con xem {SENT.format('ứng dụng Bãi Triều')} trên máy.</p>").attachments == ()


def test_files_behind_icons_under_one_label():
    row = "<img src=/i/pdf.png><a href='/tin/download.aspx?id={0}'>Bản {0}</a><br>"
    files = "".join(map(row.format, (1, 2)))
    assert titles(read(f"<div><span>Tải về:</span> {files}</div>")) == ["Bản 1", "Bản 2"]


def test_a_button_behind_a_list_of_files():
    files = (
        "<p>Tệp đính kèm</p><p><a href=/vb/1.pdf>Bảng giá</a></p><p><a href=/LinkClick.aspx?link=in>In bài</a></p>"
    )
    assert titles(read(f"<div>{files}</div>")) == ["Bảng giá"]


def test_a_table_of_files_below_the_tags():
    row = "<tr><td>1<td><a href=/vb/1.pdf>Bảng giá</a><td>8 KB"
    tags = "<div>Tags: <a href=/tag/hau>hàu</a> <a href=/tag/bai>bãi triều</a></div>"
    assert titles(read(f"{tags}<table><tr><th>STT<th>Tên tệp<th>Dung lượng{row}</table>")) == ["Bảng giá"]
    assert titles(read(f"{tags}<table><tr><th>STT<th>Văn bản mới<th>Ngày{row}</table>")) == []


def test_files_called_related_are_the_article_s():
    box = "<div class='x-related x-related-files'><h4>Tệp liên quan</h4><p><a href=/a.pdf>Bảng giá</a></p></div>"
    assert titles(read(box)) == ["Bảng giá"]


def test_what_a_row_calls_an_enclosure():
    rows = "<tr><td>Phụ lục kèm theo</td><td><a href=/Phu%20luc%205.docx>Tải về</a></td></tr>"
    rows += "<tr><td>Công văn 415/BQL</td><td><a href=/cv_5.pdf>Tải về</a></td></tr>"
    table = f"<table><tr><th>Tên tài liệu</th><th></th></tr>{rows}</table>"
    assert [file.title for file in read(table).attachments] == ["Phụ lục kèm theo", "Công văn 415/BQL"]


@pytest.mark.parametrize(
    "button",
    [
        "<button onclick=\"window.open('/vb/1.pdf','_blank')\">Bảng giá mặt nước</button>",
        "<span role=link onclick=\"location.href='/vb/1.pdf'\">Bảng giá mặt nước</span>",
        "<a role=button href=javascript:; data-href=/vb/1.pdf>Bảng giá mặt nước</a>",
    ],
)
def test_a_button_that_opens_a_file(button):
    article = read(f"<div><div>Tải về</div>{button}</div>")
    assert [(file.title, file.url) for file in article.attachments] == [
        ("Bảng giá mặt nước", "https://portal.example/vb/1.pdf")
    ]
    assert article.body_text == f"{TEXT}\n\n{TEXT}"


@pytest.mark.parametrize("size", ["(.DOCX, 867 KB)", "[DOCX - 674KB]"])
def test_a_file_s_ending_beside_its_size(size):
    article = read(f"<h4>Tệp kèm bài</h4><p><a href=/vb/1.DOCX><b>Bảng giá mặt nước</b></a> {size}</p>")
    assert (titles(article), article.body_text) == (["Bảng giá mặt nước"], f"{TEXT}\n\n{TEXT}")


def test_files_below_the_article_in_what_is_called_documents():
    article = read(below="<ul class=tai-lieu><li><a href=/vb/1.pdf>Bảng giá mặt nước</a></li></ul>")
    assert titles(article) == ["Bảng giá mặt nước"]


def test_files_in_a_list_whose_term_says_that_they_come_with_the_text():
    files = "<dl class=relatedItems><dt>Tài liệu kèm</dt><dd><a href=/tep/7.pdf>Quyết định 7</a></dd></dl>"
    assert titles(read(files)) == ["Quyết định 7"]


def test_what_sends_a_file_may_know_it_by_its_name_alone():
    (file,) = read("<p>Đính kèm: <a href='/xem.aspx?id=7&ten=bang-gia.pdf'>Bảng giá</a></p>").attachments
    assert file.url == "https://portal.example/xem.aspx?id=7&ten=bang-gia.pdf"


def test_an_icon_alone_leads_to_a_file():
    assert titles(read(body="<p><a href=/vb/bang-gia.pdf><i class=ico></i></a></p>")) == ["bang-gia.pdf"]


def test_verses_above_a_click_are_no_name():
    verses = "".join(f"<p>Con nước thứ {number} về đầy bến</p>" for number in range(9))
    article = read(body=f"<div>{verses}<p><a href=/vb/tho.pdf>Tải về</a></p></div>")
    assert (titles(article), article.body_text.count("Con nước")) == (["tho.pdf"], 9)


def test_a_panel_that_is_not_shown_and_offers_no_files():
    panel = "<div role=tabpanel style='display:none'><p>Bạn đọc gửi ý kiến về bài viết ở đây.</p></div>"
    assert read(body=panel).body_text == f"{TEXT}\n\n{TEXT}"


def test_files_in_a_tab_that_is_not_shown():
    links = "<a href=#t1>Nội dung</a> <a href=#t2>Văn bản kèm theo (1)</a> <a href=#t3>Tin khác</a>"
    text = f"<div id=t1><p>{TEXT}</p><p>{TEXT}</p></div>"
    files = "<div id=t2 style='display:none'><table><tr><td>1<td><a href=/vb/1.pdf>Bảng giá</a></table></div>"
    other = "<div id=t3 style='display:none'><a href=/vb/2.pdf>Bảng giá năm cũ của bãi triều phía tây</a></div>"
    head = "<h1>Thêm chín hộ chọn bãi triều mới</h1><i>12/04/2025 08:15</i>"
    page = f"<body><div>{head}<p>{links}</p>{text}{files}{other}</div>"
    article = read_article("https://portal.example/tin", page, layouts=[], site="generic").article
    assert (titles(article), article.body_text) == (["Bảng giá"], f"{TEXT}\n\n{TEXT}")


def test_files_in_headings_below_their_label():
    rows = "<h6><a href=/vb/1.pdf>Bảng giá</a></h6><h6><a href=/vb/2.zip>Bản vẽ</a></h6><h2>TIN LIÊN QUAN</h2>"
    article = read(page=f"<div>{{}}<h2>File đính kèm</h2>{rows}</div>")
    assert (titles(article), article.body_text) == (["Bảng giá", "Bản vẽ"], f"{TEXT}\n\n{TEXT}")
