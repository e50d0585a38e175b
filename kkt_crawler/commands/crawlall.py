"""``scrapy crawlall``: every site in one process. What cron calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

if TYPE_CHECKING:
    import argparse


class Command(ScrapyCommand):
    """Crawl every site, archive what is new or changed, publish."""

    requires_project = True
    requires_crawler_process = False  # made when the settings have been checked

    def short_desc(self) -> str:
        """Return the line in Scrapy's list of commands."""
        return "Crawl every site in one process; what cron calls"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl, and leave the exit code: of several failures the highest."""
        if args:
            raise UsageError("crawlall takes no site; `scrapy crawl SITE` crawls one")
        # Here, because Scrapy imports every command whenever it starts.
        from kkt_crawler.crawl.run import crawl_sites

        assert self.settings is not None
        self.exitcode = crawl_sites(self.settings)
