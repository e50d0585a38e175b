"""Pages on which a declared name stands for something else, as a redesign may leave it."""

import pytest

from kkt_crawler.pages import MediaTechPage, read_article

TITLE = "Thêm chín dự án chọn bãi mới"
LEAD = "Sáng nay tổ công tác đến từng hộ để nghe ý kiến về cách tính giá đất ở bãi mới."
TEXT = (
    "Theo cách tính mới, mỗi thửa được đo lại trước mặt chủ hộ, kết quả dán ở nhà văn hóa thôn trong mười ngày "
    "để ai chưa thông thì đến hỏi, và ý kiến nào cũng có người trả lời."
)
COMMENTS = "".join(f"<p>Bác Hai: Đo {n} lần rồi, xin cho biết kết quả.</p>" for n in range(3))
DATE = "<div class='date font5'>Thứ bảy, 12/04/2025 | 08:15:00 (GMT +7)</div>"


def read(body):
    page = f"<html><title>{TITLE} - Báo Bến Giang</title><body><ul><li><a href=/kt>Kinh tế</a></ul>{body}</body>"
    url = "https://baobengiang.vn/them-chin-du-an-3352110.html"
    return read_article(url, page, layouts=[MediaTechPage], site="baobengiang").article


def test_the_declared_title_and_body_fit():
    body = f"<h1 class=name>{TITLE}</h1>{DATE}<div id=content-detail><h2>{LEAD}</h2><p>{TEXT}</p></div>"
    article = read(body)
    assert (article.title, article.extraction) == (TITLE, "mediatech")
    assert article.body_text == f"{LEAD}\n\n{TEXT}"


@pytest.mark.parametrize(
    "body",
    [
        "<h1 class=name>Báo Bến Giang</h1><h2>{0}</h2>{3}<div id=content-detail><p>{1}</p><p>{2}</p></div>",
        "<h1 class=name><a href=/kt>Kinh tế</a></h1><h2>{0}</h2>{3}"
        "<div id=content-detail><p>{1}</p><p>{2}</p></div>",
        "<h1 class=name>{0}</h1>{3}<div id=content-detail><p>{1}</p></div><div class=full><p>{2}</p></div>",
        "<h1 class=name>{0}</h1>{3}<div class=full><p>{1}</p><p>{2}</p></div><div id=content-detail></div>",
        "<h1 class=name>{0}</h1>{3}<div class=full><p>{1}</p><p>{2}</p></div><div id=content-detail>{4}</div>",
        "<div id=content-detail><h1 class=name>{0}</h1>{3}<div class=full><p>{1}</p><p>{2}</p></div></div>",
        "<div hidden><h1 class=name>{0}</h1></div><h1 class=name>{0}</h1>{3}"
        "<div id=content-detail><p>{1}</p></div><div id=content-detail><p>{2}</p></div>",
    ],
)
def test_structure_reads_what_is_declared_no_longer(body):
    article = read(body.format(TITLE, LEAD, TEXT, DATE, f"<h3>Ý kiến bạn đọc</h3>{COMMENTS}"))
    assert (article.title, article.extraction) == (TITLE, "generic")
    assert article.body_text == f"{LEAD}\n\n{TEXT}"
    assert f"{article.published:%d/%m/%Y %H:%M}" == "12/04/2025 08:15"
