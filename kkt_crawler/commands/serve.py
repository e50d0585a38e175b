"""``scrapy serve``: the feeds' folder on loopback, to look at it or for a proxy on the same machine."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand

from kkt_crawler.crawl import exitcodes

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

_HOST = "127.0.0.1"


class Command(ScrapyCommand):
    """Serve FEEDS_DIR until SIGINT or SIGTERM; one line and exit 2 where that cannot be done."""

    requires_project = True
    requires_crawler_process = False

    def syntax(self) -> str:
        """Return the arguments' line of the help."""
        return "[--port PORT]"

    def short_desc(self) -> str:
        """Return the line in Scrapy's list of commands."""
        return f"Serve the feeds folder on {_HOST}"

    def add_options(self, parser: ArgumentParser) -> None:
        """Add ``--port``."""
        super().add_options(parser)
        parser.add_argument("--port", type=int, default=8000, help="0: any free one (default: %(default)s)")

    def run(self, args: list[str], opts: Namespace) -> None:
        """Say the address on one line, then serve."""
        from twisted.internet.error import CannotListenError

        from kkt_crawler.crawl.serving import serve

        assert self.settings is not None
        folder = self.settings.get("FEEDS_DIR")
        if not folder or not Path(folder).is_dir():
            self._refuse(f"FEEDS_DIR is {folder!r}: there is no such folder; crawl or publish first")
            return

        def announce(port: int) -> None:
            sys.stdout.write(f"Serving {folder} at http://{_HOST}:{port}/ until Ctrl-C\n")
            sys.stdout.flush()

        try:
            serve(Path(folder), host=_HOST, port=opts.port, announce=announce)
        except (CannotListenError, OverflowError) as error:  # taken; beyond 65535
            reason = getattr(error, "socketError", error)
            self._refuse(f"Cannot listen on {_HOST}:{opts.port} ({reason}): choose another with --port")

    def _refuse(self, line: str) -> None:
        sys.stderr.write(f"{line}\n")
        self.exitcode = exitcodes.USAGE
