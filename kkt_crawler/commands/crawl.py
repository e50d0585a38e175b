"""``scrapy crawl SITE``: Scrapy's command, with an exit code that says how the crawl went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.commands import BaseRunSpiderCommand
from scrapy.exceptions import UsageError

if TYPE_CHECKING:
    import argparse


class Command(BaseRunSpiderCommand):
    """Crawl one site, archive what is new or changed, publish."""

    requires_project = True
    requires_crawler_process = False  # made when the settings have been checked

    def syntax(self) -> str:
        """Return the arguments' line of the help."""
        return "[options] SITE"

    def short_desc(self) -> str:
        """Return the line in Scrapy's list of commands."""
        return "Crawl one site, archive what is new or changed, publish the feeds"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl, and leave the exit code."""
        if len(args) != 1:
            raise UsageError("one site is needed, such as: scrapy crawl kkt")
        # Here, because Scrapy imports every command whenever it starts.
        from kkt_crawler.crawl.run import crawl_sites

        assert self.settings is not None
        self.exitcode = crawl_sites(self.settings, args)
