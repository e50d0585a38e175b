"""Ban Quản lý Khu kinh tế Quảng Ninh: a sub-site of the province's portal, without a feed of its own."""

from kkt_crawler.crawl.portal import PortalSpider
from kkt_crawler.pages import KktListing, KktPage


class KktSpider(PortalSpider):
    """The portal. Its address is not certain: while ``KKT_BASE_URL`` is empty, it is looked for."""

    name = "kkt"
    title = "Ban Quản lý Khu kinh tế Quảng Ninh"
    layouts = (KktPage,)
    listing_page = KktListing
    news = "Trang/Tin-tuc-su-kien.aspx"
    agency = ("ban quan ly khu kinh te", "ban quan ly cac khu kinh te", "ban ql kkt", "bql khu kinh te")
