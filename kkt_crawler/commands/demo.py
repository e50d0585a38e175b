"""``scrapy demo``: crawl the bundled replica of both sites, into feeds and an archive of its own."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from kkt_crawler.crawl import exitcodes

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from kkt_crawler.demo.replica import Replica

#: Fixed, so that the articles' addresses, and with them the feeds, are the same on every run.
_PORT = 8471


class Command(ScrapyCommand):
    """Serve both replicas, crawl them as ``scrapy crawlall`` does, say what was done and which files to open.

    The exit code is the crawl's; 2 with one line where a port or the folder cannot be had.
    """

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Return the arguments' line of the help."""
        return "[--port PORT] [--serve]"

    def short_desc(self) -> str:
        """Return the line in Scrapy's list of commands."""
        return "Crawl a bundled replica of both sites into feeds/demo/"

    def add_options(self, parser: ArgumentParser) -> None:
        """Add ``--port`` and ``--serve``."""
        super().add_options(parser)
        parser.add_argument(
            "--port", type=int, default=_PORT, help="the portal's; the paper has the next (default: %(default)s)"
        )
        parser.add_argument("--serve", action="store_true", help="keep the replica running afterwards")

    def run(self, args: list[str], opts: Namespace) -> None:
        """Crawl the replica."""
        from kkt_crawler.demo.paper import Paper  # late: every command's module is imported for each of them
        from kkt_crawler.demo.portal import Portal

        assert self.settings is not None
        if args:
            raise UsageError("demo takes no arguments, only --port and --serve", print_help=False)
        folder = Path(self.settings["FEEDS_DIR"]) / "demo"
        sites = Portal(), Paper()
        with ExitStack() as stack:
            for port, site in enumerate(sites, opts.port):
                try:
                    stack.enter_context(site.start(port))
                except (OSError, OverflowError) as error:  # taken; beyond 65535
                    self._refuse(f"Cannot listen on 127.0.0.1:{port} ({error}): choose others with --port")
                    return
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                self._refuse(f"Cannot make {folder} ({error.strerror}): choose another FEEDS_DIR")
                return
            self._crawl(sites, folder)
            if opts.serve:
                sys.stdout.write(f"The replica stays at {' and '.join(site.url for site in sites)} until Ctrl-C\n")
                sys.stdout.flush()
                _wait_for_signal()

    def _crawl(self, sites: Sequence[Replica], folder: Path) -> None:
        from kkt_crawler.crawl.run import crawl_sites

        assert self.settings is not None
        archive = f"sqlite:///{folder / 'archive.sqlite3'}"
        here = {f"{site.name.upper()}_BASE_URL": site.url for site in sites} | {
            "DATABASE_URL": archive,
            "FEEDS_DIR": str(folder),
            "DOWNLOAD_DELAY": "0",
            "WEBSUB_HUB": "",
        }
        self.settings.setdict(here, priority="cmdline")
        started = datetime.now(UTC)
        self.exitcode = crawl_sites(self.settings)
        if self.exitcode == exitcodes.OK:
            _report(folder, archive, started)

    def _refuse(self, line: str) -> None:
        sys.stderr.write(f"{line}\n")
        self.exitcode = exitcodes.USAGE


def _wait_for_signal() -> None:
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):  # the crawl has left its own handlers in place
        signal.signal(number, lambda *_: stop.set())
    stop.wait()


def _report(folder: Path, archive_url: str, started: datetime) -> None:
    """Say what was crawled since ``started``, and where it can be seen."""
    from kkt_crawler.archive import Archive

    archive = Archive.open(archive_url)
    for health in archive.health():
        run, *_ = archive.runs(health.site, since=started)
        counts = f"{run.new} new articles, {run.changed} changed, {run.failed} failed"
        sys.stdout.write(f"{run.site}: {counts}, {run.requests} requests\n")
    archive.close()
    seconds = (datetime.now(UTC) - started).total_seconds()
    sys.stdout.write(
        f"Crawled in {seconds:.1f} s. Open {folder / 'index.html'}, or subscribe to {folder / 'all.rss'},\n"
        f"{folder / 'kkt.rss'}, {folder / 'baoquangninh.rss'}, or all that {folder / 'feeds.opml'} lists.\n"
        f"To see it as readers do: scrapy serve -s FEEDS_DIR={folder}\n"
    )
