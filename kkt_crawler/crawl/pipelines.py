"""Articles into the archive."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from kkt_crawler.archive import ArchiveError
from kkt_crawler.crawl.spider import NewsSpider

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from kkt_crawler.crawl.items import ArticleItem


class ArchivePipeline:
    """Stores each article in a transaction of its own, so that a run can be killed between any two."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it as Scrapy builds pipelines."""
        return cls(crawler)

    def process_item(self, item: ArticleItem) -> ArticleItem:
        """Store the article and count what that came to. An archive that fails ends the run."""
        spider = self._crawler.spider
        assert isinstance(spider, NewsSpider)
        article, now = item.article, datetime.now(UTC)
        try:
            stored = spider.archive.store(
                article, now=now, etag=item.etag, last_modified=item.last_modified, section=item.visit.section
            )
            for section in spider.agenda.further_sections(article.key):
                spider.archive.add_section(spider.name, article.key, section)
        except ArchiveError as error:
            spider.report.unwritable = spider.report.unwritable or str(error)
        else:
            spider.report.add(article, stored.change)
        return item
