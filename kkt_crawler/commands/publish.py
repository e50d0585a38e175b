"""``scrapy publish``: every feed made again from the archive, offline."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

if TYPE_CHECKING:
    from argparse import Namespace


class Command(ScrapyCommand):
    """Rebuild every feed, archive pages included."""

    requires_project = True
    requires_crawler_process = False

    def short_desc(self) -> str:
        """Return the line in Scrapy's list of commands."""
        return "Rebuild every feed from the archive, offline"

    def run(self, args: list[str], opts: Namespace) -> None:
        """Write the files whose bytes differ and say how many."""
        if args:
            raise UsageError("publish takes no site; it publishes all", print_help=False)
        # Here, because Scrapy imports every command whenever it starts.
        from kkt_crawler.archive import Archive, ArchiveError
        from kkt_crawler.crawl import exitcodes
        from kkt_crawler.crawl.config import Config, SettingError
        from kkt_crawler.crawl.publishing import publish_feeds
        from kkt_crawler.crawl.run import refuse
        from kkt_crawler.syndication.publish import PublishError

        assert self.settings is not None
        try:
            config = Config.from_settings(self.settings)
            config.prepare()
            with Archive.open(config.database_url) as archive:
                done = publish_feeds(archive, config, self.settings, rebuild=True)
        except SettingError as error:
            self.exitcode = refuse(str(error), exitcodes.USAGE)
        except (ArchiveError, PublishError) as error:
            self.exitcode = refuse(str(error), exitcodes.UNWRITABLE)
        else:
            for left_out in done.skipped:
                sys.stderr.write(f"left out {left_out.id}: {left_out.reason}\n")
            sys.stdout.write(
                f"{config.feeds_dir}: {len(done.written)} files written, {done.unchanged} unchanged\n"
            )
