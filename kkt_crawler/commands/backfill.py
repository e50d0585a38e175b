"""``scrapy backfill``: walk a site's listings back through a stretch of time."""

from __future__ import annotations

import sys
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from kkt_crawler.archive import Archive


class Command(ScrapyCommand):
    """Fetch every article that a site's listings date in a stretch of time, and say what is missing from it.

    Interrupted in any way, the same command goes on where it was.
    """

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Return the arguments' line of the help."""
        return "SITE --since 2024-01-01 [--until 2024-12-31]"

    def short_desc(self) -> str:
        """Return the line in Scrapy's list of commands."""
        return "Walk a site's listings back to a day, and report the gaps"

    def add_options(self, parser: ArgumentParser) -> None:
        """Add ``--since`` and ``--until``."""
        super().add_options(parser)
        parser.add_argument("--since", metavar="DAY", help="the first day, such as 2024-01-01")
        parser.add_argument("--until", metavar="DAY", help="the last day (default: today)")

    def run(self, args: list[str], opts: Namespace) -> None:
        """Crawl, then report; leave the exit code."""
        if len(args) != 1 or not opts.since:
            raise UsageError("a site and a day are needed, such as: scrapy backfill kkt --since 2024-01-01")
        # Here, because Scrapy imports every command whenever it starts.
        from kkt_crawler.archive import Archive
        from kkt_crawler.crawl import exitcodes
        from kkt_crawler.crawl.progress import ProgressReport
        from kkt_crawler.crawl.run import crawl_sites
        from kkt_crawler.crawl.walk import BackfillWalk
        from kkt_crawler.dates import VIETNAM

        assert self.settings is not None
        since, until = _day("--since", opts.since), _day("--until", opts.until) if opts.until else None
        if until is not None and until < since:
            raise UsageError(f"--until {until} is before --since {since}")
        # The deadline is for cron; only -s sets one for a backfill.
        self.settings.set("CLOSESPIDER_TIMEOUT", 0, priority="spider")
        walk = BackfillWalk(since=_begin(since), until=_begin(until + timedelta(days=1)) if until else None)
        self.exitcode = crawl_sites(self.settings, args, walk=walk, watch=ProgressReport)
        if self.exitcode in (exitcodes.OK, exitcodes.FAILING):
            with Archive.open(self.settings["DATABASE_URL"]) as archive:
                sys.stdout.write(_report(archive, args[0], since, until or datetime.now(VIETNAM).date()))


def _day(option: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option} is {text!r}: write a day like 2024-01-31") from None


def _begin(day: date) -> datetime:
    from kkt_crawler.dates import VIETNAM

    return datetime.combine(day, time(), VIETNAM)


def _report(archive: Archive, site: str, since: date, until: date) -> str:
    """Return what is missing: days without an article, and articles that could not be read."""
    from kkt_crawler.crawl.course import PLACES
    from kkt_crawler.crawl.gaps import describe
    from kkt_crawler.dates import VIETNAM

    days = archive.days(site, since=_begin(since), until=_begin(until + timedelta(days=1)), zone=VIETNAM)
    failures = archive.failures(site)
    lines = [describe(days, since=since, until=until), f"{len(failures)} articles could not be read"]
    lines += [f"  {failure.url} {failure.reason}" for failure in failures]
    if archive.recall(site, PLACES):
        lines.append("not complete: the same command goes on from here")
    return "\n".join(lines) + "\n"
