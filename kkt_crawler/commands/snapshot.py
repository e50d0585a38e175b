"""``scrapy snapshot``: one live page fetched politely and kept as a test case."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider
from scrapy.commands import ScrapyCommand
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.exceptions import UsageError
from scrapy.utils.conf import closest_scrapy_cfg

from kkt_crawler import charset, text, urls
from kkt_crawler.commands.extract import explain, site
from kkt_crawler.crawl import exitcodes, faults
from kkt_crawler.pages import PageError, read_article

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import AsyncIterator

    from scrapy.http import Response
    from scrapy.settings import Settings
    from twisted.python.failure import Failure

#: What a golden leaves out: the HTML is judged by the text it shows, the media type follows from the name.
_NOT_PINNED = ("body_html", "extraction")


class Command(ScrapyCommand):
    """Fetch a page with the project's manners and write page, address and draft golden."""

    requires_project = True
    requires_crawler_process = False  # made when the arguments have been checked

    def syntax(self) -> str:
        """Return the arguments' line of the help."""
        return "SITE URL [--cases FOLDER]"

    def short_desc(self) -> str:
        """Return the line in Scrapy's list of commands."""
        return "Fetch one live page and write it as a test case to review"

    def add_options(self, parser: ArgumentParser) -> None:
        """Add ``--cases``."""
        super().add_options(parser)
        parser.add_argument("--cases", default="", help="the folder of the cases (default: tests/cases)")

    def run(self, args: list[str], opts: Namespace) -> None:
        """Write ``<cases>/<family>/<slug>/{page.html, meta.json, article.json}`` and say where."""
        assert self.settings is not None
        if len(args) != 2 or not urls.absolute(args[1], args[1]):
            raise UsageError("Give a site and an http address")
        name, url = args
        layouts, base = site(self.settings, name)
        cases = Path(opts.cases) if opts.cases else Path(closest_scrapy_cfg()).parent / "tests" / "cases"
        fetched: list[tuple[str, str]] = []
        process = AsyncCrawlerProcess(_settings_for(self.settings, url))
        process.crawl(_Fetch, url=url, fetched=fetched)
        process.start()
        if not fetched:
            self.exitcode = exitcodes.FAILING
            return
        address, page = fetched[0]
        meta: dict[str, Any] = {"site": name, "url": address, "base_url": base, "why": "A page of the live site"}
        try:
            reading = read_article(address, page, layouts=layouts, site=name, base_url=base)
        except PageError as error:
            family = layouts[0].layout if layouts else "generic"
            folder = cases / family / f"refused-{_slug(address)}"
            meta["error"] = [error.field]
            sys.stderr.write(f"{error}\n")
        else:
            folder = cases / reading.article.extraction / _slug(address)
            golden = {key: value for key, value in reading.article.to_dict().items() if key not in _NOT_PINNED}
            _write(folder / "article.json", json.dumps(golden, ensure_ascii=False, indent=1) + "\n")
            sys.stderr.write(explain(reading))
        _write(folder / "page.html", page)
        _write(folder / "meta.json", json.dumps(meta, ensure_ascii=False, indent=1) + "\n")
        sys.stdout.write(f"{folder}: review it against the page, then commit it\n")


class _Fetch(Spider):
    """Asks for one page of one host."""

    name = "snapshot"

    def __init__(self, *, url: str, fetched: list[tuple[str, str]]) -> None:
        super().__init__()
        self.url = url
        self.hosts = {urls.host(url)}
        self.fetched = fetched

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the page."""
        yield Request(self.url, callback=self.keep, errback=self.say)

    def keep(self, response: Response) -> None:
        """Keep where the page was found in the end and its text."""
        content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
        self.fetched.append((response.url, charset.decode(response.body, content_type)[0]))

    def say(self, failure: Failure) -> None:
        """Say on one line why there is no page."""
        assert failure.value is not None
        sys.stderr.write(f"{self.url}: {faults.reason(failure.value)}\n")


def _settings_for(settings: Settings, url: str) -> Settings:
    """Return the project's settings for one page: its manners, but no archive, no feeds, no lock.

    The address was named by the operator, so it may be a replica on this machine.
    """
    extensions = {name: order for name, order in settings.getdict("EXTENSIONS").items() if "recorder" not in name}
    settings = settings.copy()
    settings.update(
        {"ITEM_PIPELINES": {}, "EXTENSIONS": extensions, "LOG_LEVEL": "WARNING", "SNAPSHOT_BASE_URL": url},
        priority="cmdline",
    )
    return settings


def _slug(url: str) -> str:
    """Return a folder name: the article's own number, else its address."""
    return urls.portal_key(url) or urls.paper_key(url) or text.slug(url.split("://", 1)[-1])[:80]


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
