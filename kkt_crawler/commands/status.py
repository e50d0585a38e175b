"""``scrapy status``: how each site's last run went, with what it is compared with."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from kkt_crawler.archive import Archive, Run
    from kkt_crawler.entry import Health

_STYLES = {"ok": "green", "degraded": "yellow", "failing": "bold red"}


class Command(ScrapyCommand):
    """Show each site's verdict, counts, fill per field and the reasons of failures."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Return the arguments' line of the help."""
        return "[--json]"

    def short_desc(self) -> str:
        """Return the line in Scrapy's list of commands."""
        return "Show how each site's last run went"

    def add_options(self, parser: ArgumentParser) -> None:
        """Add ``--json``."""
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="the document that is published as status.json")

    def run(self, args: list[str], opts: Namespace) -> None:
        """Print the state of every site that was ever crawled."""
        if args:
            raise UsageError("status takes no site; it shows all")
        # Here, because Scrapy imports every command whenever it starts.
        from kkt_crawler.archive import Archive, ArchiveError
        from kkt_crawler.crawl import exitcodes
        from kkt_crawler.crawl.config import Config, SettingError
        from kkt_crawler.crawl.run import refuse

        assert self.settings is not None
        try:
            config = Config.from_settings(self.settings)
            with Archive.open(config.database_url) as archive:
                _print(archive, as_json=opts.json)
        except SettingError as error:
            self.exitcode = refuse(str(error), exitcodes.USAGE)
        except ArchiveError as error:
            self.exitcode = refuse(str(error), exitcodes.UNWRITABLE)


def _print(archive: Archive, *, as_json: bool) -> None:
    from kkt_crawler.syndication.status import status_json

    health = archive.health()
    if as_json:
        sys.stdout.write(status_json(health).decode())
    elif not health:
        sys.stdout.write("Nothing has been crawled yet\n")
    else:
        month = datetime.now(UTC) - timedelta(days=30)
        _print_tables(health, {site.site: archive.runs(site.site, since=month) for site in health})


def _print_tables(health: list[Health], runs: dict[str, list[Run]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else 100)
    counted = ("requests", "new", "changed", "same", "failed")
    table = Table("site", "verdict", "last run", "last good", *counted, box=SIMPLE_HEAD)
    for site in health:
        verdict = Text(site.verdict, _STYLES[site.verdict])
        counts = (str(getattr(site, name)) for name in counted)
        table.add_row(site.site, verdict, _ago(site.finished), _ago(site.last_good), *counts)
    console.print(table)
    for site in health:
        if site.reason:
            console.print(Text.assemble((site.site, "bold"), f": {site.reason}"), soft_wrap=True)
        for reason, count, example in runs[site.site][-1].failures if runs[site.site] else ():
            console.print(Text(f"  {count} × {reason}, such as {example}"), soft_wrap=True)
    fields = sorted({name for past in runs.values() for run in past for name in run.fill})
    if fields:
        table = Table("fill in 30 days", *runs, box=SIMPLE_HEAD)
        for name in fields:
            table.add_row(name, *(_mean(name, past) for past in runs.values()))
        console.print(table)


def _mean(name: str, past: list[Run]) -> str:
    """Return how many of the articles that these runs read had a field."""
    read = sum(sum(run.layouts.values()) for run in past)
    return f"{sum(run.fill.get(name, 0) * sum(run.layouts.values()) for run in past) / read:.0%}" if read else ""


def _ago(moment: datetime | None) -> str:
    if moment is None:
        return "never"
    hours = (datetime.now(UTC) - moment) / timedelta(hours=1)
    return (
        f"{hours * 60:.0f} min ago"
        if hours < 2
        else f"{hours:.0f} h ago"
        if hours < 72
        else f"{hours / 24:.0f} days ago"
    )
