"""The archive to the feeds' folder, under the names that the spiders give their sites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.spiderloader import get_spider_loader

from kkt_crawler.crawl import addresses
from kkt_crawler.crawl.config import base_url
from kkt_crawler.crawl.spider import ADDRESS, NewsSpider

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

    from kkt_crawler.archive import Archive
    from kkt_crawler.crawl.config import Config
    from kkt_crawler.syndication.publish import Published


def publish_feeds(archive: Archive, config: Config, settings: BaseSettings, *, rebuild: bool = False) -> Published:
    """Write every feed whose bytes have changed; ``rebuild`` writes archive pages anew too.

    Raises ArchiveError and PublishError.
    """
    from kkt_crawler.syndication.entries import SiteTitle
    from kkt_crawler.syndication.publish import publish  # late: feedgen and Jinja2 cost 0.15 s

    loader = get_spider_loader(settings)
    sites = {}
    for name in loader.list():
        spider = loader.load(name)
        assert issubclass(spider, NewsSpider)
        given = addresses.folder(base_url(settings, f"{name.upper()}_BASE_URL") or spider.home)
        home = given or archive.recall(name, ADDRESS) or config.feeds_url  # a feed has to link something
        sites[name] = SiteTitle(spider.title, home)
    return publish(
        archive,
        folder=config.feeds_dir,
        feeds_url=config.feeds_url,
        entries=config.feed_entries,
        sites=sites,
        hub=config.hub,
        rebuild=rebuild,
    )
