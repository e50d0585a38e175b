"""Every page case read again, field by field: ``tests/cases/<family>/<case>/{page.html, meta.json, golden}``.

With ``article.json`` the page is an article, with ``links.json`` a listing; with ``error`` in ``meta.json`` it
must be refused for want of one of the fields named there. The goldens say what a careful reader of the page would
say. A missing golden is drafted from the output, and the run fails until someone has reviewed it.
"""

import dataclasses
import json
import re
import unicodedata
from functools import cached_property
from html.entities import codepoint2name
from pathlib import Path

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scrapy.settings import Settings
from scrapy.spiderloader import SpiderLoader

from kkt_crawler import text
from kkt_crawler.article import Article
from kkt_crawler.charset import decode
from kkt_crawler.pages import (
    ArticlePage,
    GenericPage,
    KktListing,
    KktPage,
    MediaTechListing,
    MediaTechPage,
    PageError,
    RssListing,
    read_article,
)
from kkt_crawler.sanitize import sanitize

CASES = Path(__file__).parent / "cases"

LAYOUTS = {"kkt": [KktPage], "mediatech": [MediaTechPage], "generic": []}
LISTINGS = {"kkt-listing": KktListing, "mediatech-listing": MediaTechListing, "rss": RssListing}

#: What every golden pins. body_html is judged by what it shows, extraction only where the layout is certain.
PINNED = {field.name for field in dataclasses.fields(Article)} - {"body_html", "extraction"}

TAGS = {
    "p", "h2", "h3", "h4", "ul", "ol", "li", "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "a",
    "strong", "b", "em", "i", "u", "s", "sub", "sup", "br", "blockquote", "figure", "figcaption", "img", "video",
    "audio", "source",
}  # fmt: skip
ATTRIBUTES = {
    "href", "rel", "src", "alt", "title", "colspan", "rowspan", "controls", "poster", "type", "width", "height",
}  # fmt: skip


class Case:
    def __init__(self, folder):
        self.folder = folder
        self.family = folder.parent.name
        self.meta = json.loads((folder / "meta.json").read_text())
        self.page = decode((folder / "page.html").read_bytes())[0]
        self.golden_path = folder / ("links.json" if self.family in LISTINGS else "article.json")

    def __str__(self):
        return f"{self.family}/{self.folder.name}"

    @property
    def golden(self):
        return json.loads(self.golden_path.read_text())

    def fields(self):
        return list(self.golden) if self.golden_path.exists() else ["golden"]

    def read(self, page=None):
        return read_article(
            self.meta["url"],
            self.page if page is None else page,
            layouts=LAYOUTS[self.family],
            site=self.meta["site"],
            base_url=self.meta["base_url"],
        ).article

    @cached_property
    def shown(self):
        """Return what the page says, as its golden would."""
        if self.family not in LISTINGS:
            return self.read().to_dict()
        page = LISTINGS[self.family](self.meta["url"], self.page, base_url=self.meta["base_url"])
        links = [
            {"url": link.url, "key": link.key, "title": link.title, "published": str(link.published or "")}
            for link in page.links
        ]
        more = page.next_page
        return {"links": links, "next": [more.url, *(more.postback or ())] if more else []}


ALL = [Case(path.parent) for path in sorted(CASES.glob("*/*/meta.json"))]
REFUSED = [case for case in ALL if "error" in case.meta]
LISTED = [case for case in ALL if case.family in LISTINGS]
ARTICLES = [case for case in ALL if case not in REFUSED + LISTED]


@pytest.mark.parametrize(
    ("case", "field"),
    [pytest.param(case, field, id=f"{case}:{field}") for case in ARTICLES + LISTED for field in case.fields()],
)
def test_case(case, field):
    if field == "golden":
        case.golden_path.write_text(json.dumps(case.shown, ensure_ascii=False, indent=1) + "\n")
        pytest.fail(f"{case.golden_path} was missing: drafted from the output, review it")
    expected, found = case.golden[field], case.shown[field]
    if field in ("images", "attachments"):  # a golden leaves out what it does not pin: photo credit, media type
        assert len(found) == len(expected), found
        found = [{name: has[name] for name in wants} for has, wants in zip(found, expected, strict=True)]
    assert found == expected


@pytest.mark.parametrize("case", ARTICLES, ids=str)
def test_body_html_shows_the_same_article(case):
    article = case.read()
    assert_publishable(article)
    root = lxml.html.fromstring(f"<div>{article.body_html}</div>")
    pictured = [
        (figure.find(".//img").get("src"), "".join(line.text_content() for line in figure.iter("figcaption")))
        for figure in root.iter("figure")
    ]
    assert pictured == [(image.url, image.caption) for image in article.images]
    for caption in root.xpath("//figcaption"):
        caption.drop_tree()
    assert text.fold(" ".join(root.itertext())) == text.fold(article.body_text)


@pytest.mark.parametrize("heading", ["", "<h1 class=name></h1>", "<h1></h1>", "<div class=name></div>"])
def test_lead_and_site_name_are_no_title(heading):
    prose = "<p>Sáng nay, đơn vị thi công đã bàn giao 3 km đường dẫn nối cầu với khu bến cảng mới.</p>" * 5
    page = (
        f"<html><head><title>Báo Hòn Gai</title></head><body>{heading}<div class='date font5'>06/05/2024</div>"
        f"<div id=content-detail><h2>Đường dẫn lên cầu xong trước hẹn hai tháng.</h2>{prose}</div></body></html>"
    )
    url = "https://bao.example/duong-dan-len-cau-3352110.html"
    with pytest.raises(PageError, match="title is missing"):
        read_article(url, page, layouts=[MediaTechPage], site="bao")


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_is_no_article_is_refused(case):
    with pytest.raises(PageError) as refusal:
        case.read()
    assert refusal.value.field in case.meta["error"]
    assert refusal.value.url == case.meta["url"]
    assert "\n" not in str(refusal.value)


def assert_publishable(article):
    """Check what must hold of an article whatever page it came from."""
    lines = [article.title, article.section, article.source, *article.authors, *article.tags]
    lines += [line for image in article.images for line in (image.caption, image.alt, image.credit)]
    for line in [*lines, *article.body_text.split("\n"), *article.lead.split("\n")]:
        assert line == text.one_line(line)
    for string in (article.body_text, article.body_html):
        assert string == text.clean(string) == unicodedata.normalize("NFC", string)
    assert article.title
    addresses = [image.url for image in article.images] + [file.url for file in article.attachments]
    for node in lxml.html.fromstring(f"<div>{article.body_html}</div>").iterdescendants():
        assert node.tag in TAGS
        assert set(node.attrib) <= ATTRIBUTES
        addresses += [node.get(name) for name in ("href", "src", "poster") if name in node.attrib]
    assert all(address.startswith(("http://", "https://")) for address in addresses)
    assert as_parsed(sanitize(article.body_html)) == as_parsed(article.body_html)  # there is nothing to clean


def as_parsed(fragment):
    return lxml.html.tostring(lxml.html.fragment_fromstring(fragment, create_parent="div"))


def with_crlf(page):
    return re.sub("\r?\n", "\r\n", page)


def with_entities(page):
    """Write every letter beyond ASCII as an entity, but not where markup knows none: scripts, and a BOM."""

    def entity(match):
        code = ord(match[0])
        return f"&{codepoint2name[code]};" if code in codepoint2name else f"&#x{code:x};"

    parts = re.split(r"(<script.*?</script>)", page, flags=re.S)
    return "".join(
        part if part.startswith("<script") else re.sub("[^\x00-\x7f\ufeff]", entity, part) for part in parts
    )


def with_decomposed_letters(page):
    """Part the letters of the text from their accents; an address in a tag is the file's own and stays."""
    parts = re.split(r"(<script.*?</script>|<[^>]*>)", page, flags=re.S)
    return "".join(part if part.startswith("<") else unicodedata.normalize("NFD", part) for part in parts)


def with_more_around(page):
    """Add a clock, a menu and a list of dated links around the page's own."""
    news = "".join(
        f'<li><a href="/tin-{n}.html">Chuyện ở xã bên, kỳ thứ {n} của loạt bài</a> <span>0{n}/01/2020</span></li>'
        for n in range(1, 9)
    )
    menu = "".join(f'<li><a href="/muc-{n}">Chuyên mục {n}</a></li>' for n in range(60))
    page = re.sub(r"(<body[^>]*>)", rf"\1<div>Thứ Tư, 01/01/2020 08:00</div><ul>{menu}</ul>", page, count=1)
    return page.replace("</body>", f"<div><h3>Tin khác</h3><ul>{news}</ul></div></body>")


def with_other_names(page):
    """Give every class and id a name that means nothing: what a redesign does to declared selectors."""
    return re.sub(
        r"""\b(class|id)=("[^"]*"|'[^']*'|[^\s>]+)""",
        lambda match: f'{match[1]}="x{sum(map(ord, match[2]))}"',
        page,
    )


CHANGES = [with_crlf, with_entities, with_decomposed_letters, with_more_around, with_other_names]


@pytest.mark.parametrize(
    ("case", "change"),
    [
        pytest.param(case, change, id=f"{case}-{change.__name__}")
        for case in ARTICLES
        for change in CHANGES
        if not (change is with_other_names and "names" in case.meta)  # what nothing but a name tells
    ],
)
def test_what_changes_no_article_changes_no_field(case, change):
    before, after = case.read(), case.read(change(case.page))
    assert after.title == before.title
    assert after.published == before.published
    assert after.body_text == before.body_text
    assert [image.caption for image in after.images] == [image.caption for image in before.images]
    if change is with_other_names and case.family == "mediatech":
        assert after.extraction == "generic"


def read_or_refuse(page, family="mediatech"):
    try:
        url = "https://x.example/bai-viet-1234567.html"
        article = read_article(url, page, layouts=LAYOUTS[family], site="x", base_url="").article
    except PageError:
        return None
    assert_publishable(article)
    return article


def with_the_site_s_name(page):
    """State what portals state of every page: the site's name, in the head and in a banner."""
    name = "Cổng thông tin điện tử tỉnh Bãi Bồi"
    page = re.sub(
        r"<script[^>]*ld\+json.*?</script>|<meta[^>]*(?:property|itemprop)=[^>]*>", "", page, flags=re.I | re.S
    )
    head = f'<title>{name}</title><meta property="og:title" content="{name}">'
    page = re.sub(r"<title[^>]*>.*?</title>", head, page, count=1, flags=re.I | re.S)
    return re.sub(r"<body[^>]*>", rf"\g<0><div>{name.upper()}</div>", page, count=1, flags=re.I)


@pytest.mark.parametrize(
    "case",
    [
        case
        for case in ARTICLES
        if case.family in ("kkt", "mediatech")
        and str(case) != "kkt/press-digest"  # its short title stands behind the section in one line
    ],
    ids=str,
)
def test_the_title_where_the_head_names_the_site_alone(case):
    """By structure alone: a declared selector would find it."""
    page = GenericPage(case.meta["url"], with_the_site_s_name(case.page))
    assert page.headline.text == case.golden["title"]


FRAGMENTS = """\
<p>
</p>
<div>
</div>
<table><tr><td>
</table>
<br><br>
<h1>
<h1 class=name>
</h1>
<figure>
<figcaption>
<ul><li>
<a href="/a-1234567.html">
<a href=//[
<a href="b.pdf">
</a>
<img/src=a.jpg alt="x>
<img srcset=,, alt=y>
<script>
<!--
<![CDATA[
<time datetime="2025-13-45">
<title>
<meta content>
<base href="::">
<script type="application/ld+json">{"@type":"NewsArticle","headline":[1]}</script>
<script type="application/ld+json">[{"@type":"NewsArticle","datePublished":{},"author":[null,{"name":1}]}]</script>
<div id="content-detail">
<div class="date font5">
12/04/2025
99/99/9999
&amp;&#0;&#xd800;&nbsp;
{{ }}
Theo TTXVN
(Trích theo )
Nguồn:
Ảnh:
Chia sẻ bải viết :
""".splitlines()


@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=60)), st.sampled_from(sorted(LAYOUTS)))
def test_any_markup_is_read_or_refused(parts, family):
    read_or_refuse(" ".join(parts), family)


@given(st.sampled_from(ARTICLES), st.floats(0, 1), st.floats(0, 1))
def test_half_a_page_is_read_or_refused(case, start, end):
    size = len(case.page)
    read_or_refuse(case.page[: int(start * size)] + case.page[int(end * size) :], case.family)


WORDS = [
    "cảng",
    "biển",
    "nhà",
    "máy",
    "công",
    "nhân",
    "đường",
    "mới",
    "mở",
    "sớm",
    "hơn",
    "dự",
    "kiến",
    "tàu",
    "xã",
]
SENTENCES = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=8, max_size=40).map(lambda words: f"Hôm nay {' '.join(words)}."),
    min_size=6,
    max_size=12,
    unique=True,
)


@given(SENTENCES, st.sampled_from(["<figcaption>{}</figcaption>", "<p>{}</p>"]))
def test_no_caption_leaks_into_the_text(sentences, form):
    captions, paragraphs = sentences[:2], sentences[2:]
    figures = [
        f'<figure><img src="/{n}.jpg" alt="">{form.format(caption)}</figure>' for n, caption in enumerate(captions)
    ]
    body = [f"<p>{paragraph}</p>" for paragraph in paragraphs]
    body[1:1], body[3:3] = figures[:1], figures[1:]
    article = read_or_refuse(
        f"<title>Tin</title><h1>Tin trong tỉnh</h1><i>12/04/2025</i><div>{''.join(body)}</div>", "generic"
    )
    assert article is not None
    assert [image.caption for image in article.images] == captions
    assert article.body_text.split("\n\n") == paragraphs


@pytest.mark.parametrize("case", ARTICLES, ids=str)
def test_a_golden_pins_every_field(case):
    assert set(case.golden) >= PINNED


def test_every_layout_has_a_case():
    assert {page.layout for page in ArticlePage.__subclasses__()} == {case.read().extraction for case in ARTICLES}


@pytest.mark.parametrize("spider", SpiderLoader(Settings({"SPIDER_MODULES": ["kkt_crawler.spiders"]})).list())
def test_no_case_no_site(spider):
    assert any(case.meta["site"] == spider for case in ARTICLES), "no article case"
    assert any(case.meta["site"] == spider for case in LISTED), "no listing case"


@pytest.mark.parametrize("layouts", [[MediaTechPage], []])
def test_a_title_that_machine_data_states_where_the_template_has_no_element_for_it(layouts):
    page = (
        '<head><title>Đo lại đất bãi mới</title><meta property="og:title" content="Đo lại đất bãi mới"></head>'
        '<body><div class="date font5">12/04/2025 08:15</div>'
        f"<div id=content-detail>{'<p>Sáng nay tổ công tác nghe ý kiến về giá đất ở bãi mới.</p>' * 2}</div>"
    )
    article = read_article("https://bao.example/dat-7.html", page, layouts=layouts, site="bao").article
    assert article.title == "Đo lại đất bãi mới"
