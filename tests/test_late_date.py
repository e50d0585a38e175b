"""Pages whose date is in foreign words, beside the author, or told by weaker evidence only."""

import pytest

from kkt_crawler.pages import PageError, read_article

TEXT = "<p>The lighthouse keeper counted forty boats before the fog came down over the bay.</p>" * 3
ARTICLE = '<meta property="og:type" content="article">'


def read(shown, *, lang="en", head="", url="https://herald.example/boats"):
    page = (
        f'<html lang="{lang}"><head><title>Forty boats before the fog</title>{head}</head><body>'
        f"<h1>Forty boats before the fog</h1>{shown}<div class=text>{TEXT}</div></body></html>"
    )
    return read_article(url, page, layouts=[], site="generic")


@pytest.mark.parametrize(
    ("lang", "shown", "expected"),
    [
        ("en", "<span>publiziert am 25. September 2018</span>", "2018-09-25T00:00:00+00:00"),
        ("de", "<p>3. März 2021, 14:05 Uhr</p>", "2021-03-03T14:05:00+01:00"),
        ("pt", "<p>Publicado em 5 de outubro de 2018</p>", "2018-10-05T00:00:00+00:00"),
        ("fr", "<p>Publié le 1er août 2022</p>", "2022-08-01T00:00:00+00:00"),
        ("ru", "<p>18 ноября 2019</p>", "2019-11-18T00:00:00+00:00"),
        ("ja", "<p>2019年11月18日 15時24分</p>", "2019-11-18T15:24:00+09:00"),
        ("ko", "<p>2019년 11월 18일</p>", "2019-11-18T00:00:00+09:00"),
        ("ko", "기사입력 :[ 2018-08-25 15:24 ]", "2018-08-25T15:24:00+09:00"),
        ("pt", "<p>05/10/2018 - Publicado por: Ana Silva - Categoria: Mar</p>", "2018-10-05T00:00:00+00:00"),
        ("en", '<div class="author-info"><i>Ann Lee</i> <b>18 NOV 2019</b></div>', "2019-11-18T00:00:00+00:00"),
        ("en", '<div class="hidden-xs">November 19, 2019, 9:02 AM</div>', "2019-11-19T09:02:00+00:00"),
        ("en", '<div class="author-box"><time datetime="2019-11-19T11:45:00Z">1 day ago</time></div>',
         "2019-11-19T11:45:00+00:00"),
    ],
)  # fmt: skip
def test_a_date_near_the_title(lang, shown, expected):
    assert read(shown, lang=lang).article.to_dict()["published"] == expected


@pytest.mark.parametrize(
    ("url", "head", "day", "evidence"),
    [
        ("https://herald.example/2019/11/19/forty-boats", "", "2019-11-19", "address"),
        ("https://herald.example/a", ARTICLE + '<meta property="og:updated_time" content="2019-11-20T08:00:00Z">',
         "2019-11-20", "meta og:updated_time"),
        ("https://herald.example/a", ARTICLE + '<script type="application/ld+json">{"@type":"WebPage",'
         '"datePublished":"2019-11-18"}</script>', "2019-11-18", "json-ld datePublished of the page"),
        ("https://herald.example/a", ARTICLE + '<script type="application/ld+json">{"@type":"Thing",,'
         '"datePublished":"2019-11-18"}</script>', "2019-11-18", "json-ld datePublished of the page"),
    ],
)  # fmt: skip
def test_weaker_evidence_where_nothing_is_shown(url, head, day, evidence):
    reading = read("", head=head, url=url)
    assert (str(reading.article.published.date()), reading.article.published_precision) == (day, "day")
    assert reading.evidence["published"] == evidence


@pytest.mark.parametrize(
    ("url", "head", "lang"),
    [
        ("https://herald.example/a", "", "en"),
        ("https://herald.example/2019/11/19/", "", "en"),  # a day's archive
        ("https://herald.example/a", '<meta property="og:updated_time" content="2019-11-20T08:00:00Z">', "en"),
        ("https://herald.example/2019/11/19/forty-boats", "", "vi"),  # we know how Vietnamese pages say when
    ],
)
def test_no_date_no_article(url, head, lang):
    with pytest.raises(PageError, match="published"):
        read("", head=head, url=url, lang=lang)


def test_the_nearest_of_two_dates_in_words_and_a_month_that_begins_as_an_english_one():
    above = "<p>Un autre article</p><p>4 février 2025</p><p>Un mot</p><p>Un mot</p>"
    page = (
        f"<html lang=fr><head><title>Forty boats before the fog</title></head><body>{above}"
        f"<h1>Forty boats before the fog</h1><p>12 avril 2025</p><div class=text>{TEXT}</div></body></html>"
    )
    read_page = read_article("https://herald.example/boats", page, layouts=[], site="generic")
    assert f"{read_page.article.published:%d/%m/%Y}" == "12/04/2025"
    assert f"{read('<p>12. marraskuuta 2025</p>', lang='fi').article.published:%d/%m/%Y}" == "12/11/2025"
