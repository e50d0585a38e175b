"""Báo Quảng Ninh: the province's newspaper, on the MediaTech CMS, whose own RSS has only teasers."""

from kkt_crawler.crawl.paper import PaperSpider
from kkt_crawler.pages import MediaTechListing, MediaTechPage


class BaoQuangNinhSpider(PaperSpider):
    """The paper. Three sister papers are built alike; a spider for one of them looks like this one."""

    name = "baoquangninh"
    title = "Báo Quảng Ninh"
    home = "https://baoquangninh.vn/"
    layouts = (MediaTechPage,)
    listing_page = MediaTechListing
    feeds = ("rss/home.rss",)
    sections = (
        "chinh-tri",
        "kinh-te",
        "xa-hoi",
        "phap-luat",
        "the-thao",
        "du-lich",
        "van-hoa",
        "quoc-te",
        "doi-song",
        "khoa-hoc-cong-nghe",
        "ban-doc",
        "multimedia",
        "truyen-hinh",
        "phat-thanh",
    )
    no_sections = frozenset(("intro", "users", "thong-tin-quang-cao", "rss", "search", "tags", "ads-tracking"))
