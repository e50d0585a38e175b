"""Article and listing pages: HTML to values."""

from kkt_crawler.pages.generic import GenericPage
from kkt_crawler.pages.kkt import KktPage
from kkt_crawler.pages.listing import KktListing, Link, ListingPage, MediaTechListing, NextPage
from kkt_crawler.pages.mediatech import MediaTechPage
from kkt_crawler.pages.page import ArticlePage, PageError, Reading, read_article
from kkt_crawler.pages.rss import RssListing

__all__ = [
    "ArticlePage",
    "GenericPage",
    "KktListing",
    "KktPage",
    "Link",
    "ListingPage",
    "MediaTechListing",
    "MediaTechPage",
    "NextPage",
    "PageError",
    "Reading",
    "RssListing",
    "read_article",
]
